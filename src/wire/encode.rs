//! An analysis to words.

use super::{HEADER, IDS, NULL, SCHEMA, SCHEMA_VERSION};
use crate::Analysis;
use crate::annotation::{self, Confidence, DatePart, Decimal, Modifier, NumberKind, Quantity};
use crate::text::{Interner, Span, Utf16};

/// What spans are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units: the contract.
    Utf16,
    /// Bytes: to slice the same spans from a Rust string.
    Bytes,
}

/// The words of an analysis of `text`, laid out as the module says.
pub fn encode(analysis: &Analysis, text: &str, unit: Unit) -> Vec<u32> {
    let mut e = Encoder {
        words: vec![0; HEADER],
        places: (unit == Unit::Utf16).then(|| Utf16::new(text)),
        strings: Vec::new(),
        ids: Vec::new(),
        pool: Interner::default(),
    };
    e.words[0] = SCHEMA_VERSION;
    e.string_at(1, analysis.language);
    for (number, list) in LISTS.iter().enumerate() {
        let first = e.words.len();
        let rows = list(&mut e, analysis);
        debug_assert_eq!(
            e.words.len() - first,
            rows * SCHEMA[number].stride(),
            "rows of {} are as wide as the schema says",
            SCHEMA[number].name
        );
        e.words[3 + 2 * number] = first as u32;
        e.words[4 + 2 * number] = rows as u32;
    }
    e.finish()
}

/// What writes each list, in the order of [`SCHEMA`], whose documentation is not shipped: nothing but a debug build looks into it.
const LISTS: [fn(&mut Encoder, &Analysis) -> usize; SCHEMA.len()] =
    [Encoder::quotes, Encoder::marks, Encoder::numbers, Encoder::entities, Encoder::names, Encoder::checks];

struct Encoder {
    words: Vec<u32>,
    /// What offsets are turned by; None if they stay bytes.
    places: Option<Utf16>,
    /// Pool strings, each with the first of the two words that hold it.
    strings: Vec<(u32, u32)>,
    ids: Vec<u32>,
    pool: Interner,
}

impl Encoder {
    fn quotes(&mut self, a: &Analysis) -> usize {
        for q in &a.quotes {
            self.span(q.span);
            self.string(q.kind.label());
            self.id(q.continues);
            self.span_or_null(q.cue);
            self.span_or_null(q.speaker);
            self.string_or_null(q.speaker_name.as_deref());
            self.id(q.speaker_id);
            self.confidence(q.confidence);
            self.string(q.rule);
        }
        a.quotes.len()
    }

    fn marks(&mut self, a: &Analysis) -> usize {
        for m in &a.marks {
            self.span(m.span);
            self.string(m.reason.label());
        }
        a.marks.len()
    }

    fn numbers(&mut self, a: &Analysis) -> usize {
        for n in &a.numbers {
            self.span(n.span);
            self.string(n.kind.label());
            self.decimal(n.value);
            self.string_or_null(n.unit.map(annotation::Unit::name).as_deref());
            self.string_or_null(n.iso.as_deref());
            self.decimal(n.lo);
            self.decimal(n.hi);
            self.string_or_null(n.of.map(NumberKind::label));
            self.string_or_null(n.modifier.map(Modifier::label));
            self.string_or_null(n.part.map(DatePart::label));
            self.span_or_null(n.counted);
            self.span_or_null(n.per);
            self.quantity(n.si.as_ref());
            self.words.push(u32::from(n.ambiguous));
            self.confidence(n.confidence);
            self.string(n.rule);
            self.words.push(u32::from(n.nested));
        }
        a.numbers.len()
    }

    fn entities(&mut self, a: &Analysis) -> usize {
        for m in &a.entities {
            self.span(m.span);
            self.string(m.kind.label());
            self.string(m.name.and_then(|i| a.names.get(i as usize)).map_or("", |n| &n.name));
            self.id(m.name);
            self.confidence(m.confidence);
            self.string(m.rule);
        }
        a.entities.len()
    }

    fn names(&mut self, a: &Analysis) -> usize {
        for n in &a.names {
            self.string(&n.name);
            self.string(n.kind.label());
            self.string_or_null(n.role.as_deref());
            self.string_or_null(n.code);
            self.string_or_null(n.house_id.as_deref());
            self.words.extend([self.ids.len() as u32, n.mentions.len() as u32]);
            self.ids.extend(&n.mentions);
        }
        a.names.len()
    }

    fn checks(&mut self, a: &Analysis) -> usize {
        for c in &a.checks {
            self.string(c.kind.label());
            self.string(c.severity.label());
            self.span(c.span);
            self.span_or_null(c.other);
            self.string(&c.message);
        }
        a.checks.len()
    }

    fn span(&mut self, span: Span) {
        let place = |byte| self.places.as_ref().map_or(byte, |places| places.of(byte));
        self.words.extend([place(span.start()), place(span.end())]);
    }

    fn span_or_null(&mut self, span: Option<Span>) {
        match span {
            Some(span) => self.span(span),
            None => self.words.extend([NULL; 2]),
        }
    }

    fn string_at(&mut self, word: usize, s: &str) {
        let id = self.pool.intern(s).0;
        self.strings.push((id, word as u32));
    }

    fn string(&mut self, s: &str) {
        self.string_at(self.words.len(), s);
        self.words.extend([0; 2]);
    }

    fn string_or_null(&mut self, s: Option<&str>) {
        match s {
            Some(s) => self.string(s),
            None => self.words.extend([NULL; 2]),
        }
    }

    fn id(&mut self, id: Option<u32>) {
        self.words.push(id.unwrap_or(NULL));
    }

    fn confidence(&mut self, c: Confidence) {
        self.words.push(u32::from(c.0.min(100)));
    }

    fn decimal(&mut self, d: Option<Decimal>) {
        self.string_or_null(d.map(|d| d.to_string()).as_deref());
    }

    fn quantity(&mut self, q: Option<&Quantity>) {
        self.decimal(q.map(|q| q.value));
        self.string_or_null(q.map(|q| q.unit));
    }

    fn finish(mut self) -> Vec<u32> {
        let pool = self.pool.arena();
        let mut ends = self.pool.ends().to_vec();
        if self.places.is_some() {
            let places = Utf16::new(pool);
            for end in &mut ends {
                *end = places.of(*end);
            }
        }
        for (id, word) in self.strings {
            let id = id as usize;
            self.words[word as usize] = if id == 0 { 0 } else { ends[id - 1] };
            self.words[word as usize + 1] = ends[id];
        }
        self.words[IDS] = self.words.len() as u32;
        self.words.append(&mut self.ids);
        self.words[IDS + 1] = self.words.len() as u32;
        self.words[IDS + 2] = pool.len() as u32;
        self.words.extend(pool.as_bytes().chunks(4).map(|four| {
            let mut word = [0; 4];
            word[..four.len()].copy_from_slice(four);
            u32::from_le_bytes(word)
        }));
        self.words
    }
}
