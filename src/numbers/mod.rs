//! Every figure in the text, with its value.
//!
//! A cursor ([`reader`]) walks the tokens of each sentence; where a figure may begin, the kinds ([`kinds`]) read it with the one
//! lexer of numerals ([`numeral`]); then bounds ([`modifiers`]), what is counted ([`counted`]) and what a rate is for one of ([`rate`]) are looked
//! for around it, and figures that tell of one change are linked ([`change`]).
//! Digits that are names or identifiers are left out ([`guard`]).

#![allow(
    clippy::nonminimal_bool,
    clippy::many_single_char_names,
    clippy::cast_sign_loss,
    clippy::unnecessary_box_returns,
    reason = "conditions read as the grammar is told; r, n, d, m, y are its usual letters; days and months are small; \
              a box is handed on and changed in place, and told from none by a zero"
)]

mod change;
mod counted;
mod decimal;
mod found;
mod guard;
mod kinds;
mod measure;
mod modifiers;
mod numeral;
mod parts;
mod rate;
mod reader;
mod small;
mod when;

use crate::annotation::civil::Moment;
use crate::annotation::{Number, NumberKind};
use crate::lang::Language;
use crate::options::Options;
use crate::text::{Document, Range, Span};
use change::Told;
use found::Found;
use reader::{Lexeme, Reader};

/// What a figure may depend on beside the text.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The language of the text.
    pub language: Language,
    /// When the article was published.
    pub reference: Option<Moment>,
    /// The outlet's country, ISO 3166-1 alpha-2 in upper case.
    pub outlet_country: Option<String>,
    /// Whether bare numerals inside larger expressions are wanted.
    pub nested: bool,
}

impl From<&Options> for Context {
    fn from(o: &Options) -> Self {
        Self {
            language: o.language,
            reference: o.reference,
            outlet_country: o.outlet_country.clone(),
            nested: o.nested,
        }
    }
}

/// What a reading leaves for that of the text's next version.
#[derive(Debug, Default)]
pub struct Memory {
    lexemes: Vec<Lexeme>,
    /// How many of `numbers` stand before those of each sentence.
    sentences: Vec<usize>,
    numbers: Vec<Number>,
}

/// All numeric expressions, by place; none overlap but nested ones.
pub fn extract(document: &Document, context: &Context) -> Vec<Number> {
    extract_again(document, context, &mut Memory::default())
}

/// As [`extract`], given what the version before has left: nothing is seen beyond a sentence, so what one holds stays while it does.
pub fn extract_again(document: &Document, context: &Context, memory: &mut Memory) -> Vec<Number> {
    // To tell what the layer weighs: `npm run size -- --layers`.
    if cfg!(without_numbers) {
        return Vec::new();
    }
    let before = std::mem::take(memory);
    let mut r = Reader::new(document, context, before.lexemes);
    let mut numbers = Vec::new();
    let mut sentences = Vec::with_capacity(document.sentences.len());
    for (index, sentence) in document.sentences.iter().enumerate() {
        sentences.push(numbers.len());
        if let Some((old, shift)) = document.kept_sentence(index) {
            let first = |sentence: usize| before.sentences.get(sentence).copied().unwrap_or(before.numbers.len());
            let same = before.numbers.get(first(old)..first(old + 1)).unwrap_or_default();
            numbers.extend(same.iter().map(|n| moved(n, shift.bytes)));
            continue;
        }
        let mut last: Option<Told> = None;
        read(&mut r, *sentence, |r, found| {
            let (from, next) = (found.from, found.next);
            let span = found.number.span;
            let told = Told { index: numbers.len(), from, next };
            numbers.push(found.into_number());
            if let Some(first) = last.replace(told) {
                change::link(r, &mut numbers, first, told);
            }
            if context.nested {
                nested(r, from, next, span, &mut numbers);
            }
        });
    }
    *memory = Memory { lexemes: r.lexemes, sentences, numbers: numbers.clone() };
    numbers
}

/// The same figure so many bytes further on, modulo 2^32.
fn moved(number: &Number, bytes: u32) -> Number {
    let mut number = number.clone();
    number.span = number.span.moved(bytes);
    for span in [&mut number.counted, &mut number.per] {
        *span = span.map(|s| s.moved(bytes));
    }
    number
}

/// One step of reading, for people who wonder why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was tried: a kind, a join, or `taken` for what was reported.
    pub stage: &'static str,
    /// What it read.
    pub span: Span,
    /// The kind it made of it.
    pub kind: NumberKind,
    /// The rule that did.
    pub rule: &'static str,
}

/// Every reading of every figure: those of each kind, the joins, and what was taken.
pub fn explain(document: &Document, context: &Context) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut r = Reader::new(document, context, Vec::new());
    let mut explained = |r: &Reader, taken: Found| {
        let mut step = |stage, f: &Found| {
            let span = r.span(f.from, f.next);
            steps.push(Step { stage, span, kind: f.number.kind, rule: f.number.rule });
        };
        for kind in kinds::KINDS {
            if let Some(found) = kind.parse(r, taken.from) {
                step(kind.id, &found);
            }
        }
        if let Some(single) = kinds::single(r, taken.from) {
            for join in kinds::JOINS {
                if let Some(found) = join.join(r, &single) {
                    step(join.id, &found);
                }
            }
        }
        step("taken", &taken);
    };
    for sentence in &document.sentences {
        read(&mut r, *sentence, &mut explained);
    }
    steps
}

/// Walks a sentence and hands on each figure, complete.
fn read<'d, 't>(r: &mut Reader<'d, 't>, sentence: Range, mut take: impl FnMut(&Reader<'d, 't>, Found)) {
    r.enter(sentence);
    let mut at = r.start;
    while at < r.stop {
        if r.begins(at) == 0 {
            at += 1;
            continue;
        }
        if let Some(next) = guard::skip(r, at) {
            at = next.max(at + 1);
            continue;
        }
        let Some(mut found) = kinds::read(r, at) else {
            at += 1;
            continue;
        };
        found.number.span = span(r, &found);
        modifiers::mark(r, &mut found);
        counted::mark(r, &mut found);
        rate::mark(r, &mut found);
        at = found.next.max(at + 1);
        take(r, found);
    }
}

/// The span of a figure. A capital that ends it may have taken the full stop of the sentence for its own ("€10M.").
fn span(r: &Reader, found: &Found) -> Span {
    let span = r.span(found.from, found.next);
    let last = r.lower(found.next.wrapping_sub(1));
    // So may a unit: "9st 3lb."
    let unit = matches!(found.number.kind, NumberKind::Quantity | NumberKind::Duration) && found.next >= r.stop;
    let stop = last.ends_with('.') && (last.len() == 2 || unit && last.find('.') == last.len().checked_sub(1));
    if stop { Span::new(span.start(), span.end() - 1) } else { span }
}

/// The bare numerals inside a larger figure.
fn nested(r: &Reader, from: usize, next: usize, whole: Span, numbers: &mut Vec<Number>) {
    let date = numbers.last().is_some_and(|n| n.iso.is_some() && n.kind != NumberKind::Duration);
    let mut at = from;
    while at < next {
        // The parts of a date stand alone; a figure glued to its unit is none.
        let part = if date { numeral::token(r, at).map(|n| *n) } else { numeral::unsigned(r, at).copied() };
        match part.filter(|n| n.next <= next && !(n.digits && r.glued(n.next) && r.is_word(n.next) && n.next < next)) {
            Some(n) => {
                let span = r.span(at, n.next);
                if span != whole {
                    let kind = if n.ordinal { NumberKind::Ordinal } else { NumberKind::Cardinal };
                    let mut found = Found::new(kind, at, n.next, "nested").value(n.value);
                    found.number.span = span;
                    found.number.nested = true;
                    numbers.push(found.into_number());
                }
                at = n.next;
            }
            None => at += 1,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Context, Moment, explain, extract};
    use crate::annotation::civil::Day;
    use crate::text::Document;
    use proptest::prelude::*;

    fn context(nested: bool) -> Context {
        Context {
            nested,
            reference: Day::new(2016, 2, 29).map(|day| Moment { day, seconds: 36_000 }),
            ..Context::default()
        }
    }

    /// Pieces that figures are made of, in any order and glued or not.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "1",
            "12",
            "2016",
            "1,234",
            "1.5",
            "3/4",
            "½",
            "007",
            "99999999999999999999999999999",
            "1e400",
            "$",
            "£",
            "Rs",
            "USD",
            "%",
            "per cent",
            "-",
            "–",
            "to",
            "and",
            "between",
            "from",
            "of",
            "a",
            "an",
            "half",
            "quarter",
            "third",
            "second",
            "hundred",
            "thousand",
            "million",
            "bn",
            "m",
            "k",
            "dozen",
            "dozens",
            "tens",
            "two",
            "twenty",
            "first",
            "th",
            "st",
            "'s",
            "s",
            "May",
            "March",
            "Nov.",
            "Friday",
            "last",
            "next",
            "year",
            "years",
            "week",
            "-year-old",
            "hour",
            "ago",
            "km",
            "ft",
            "in",
            "sq",
            "m",
            "degrees",
            "pounds",
            "points",
            "point",
            "minus",
            ":",
            "30",
            "pm",
            "GMT",
            "noon",
            "century",
            "quarter",
            "Q3",
            "Easter",
            "summer",
            ",",
            ".",
            "(",
            ")",
            "'",
            "\"",
            "x",
            "^",
            "e6",
            "won",
            "Smith",
            "Boeing",
            "No.",
            "call",
            "+",
            "plus",
            "or more",
            "about",
            "over",
            "\n",
            "\n\n",
            "é",
            "😀",
            "\u{301}",
        ]);
        prop::collection::vec((piece, prop::bool::ANY), 0..40)
            .prop_map(|v| v.into_iter().fold(String::new(), |s, (p, blank)| s + p + if blank { " " } else { "" }))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn any_text_gives_ordered_spans(text in prop_oneof![pieces(), "\\PC{0,200}"], nested: bool) {
            let context = context(nested);
            let document = Document::new(&text, context.language.orthography());
            let numbers = extract(&document, &context);
            let mut end = 0;
            for n in &numbers {
                prop_assert!(!n.span.is_empty() && text.get(n.span.start() as usize..n.span.end() as usize).is_some());
                if !n.nested {
                    prop_assert!(n.span.start() >= end, "{:?} overlaps", n);
                    end = n.span.end();
                }
                prop_assert!(nested || !n.nested);
            }
            let taken = explain(&document, &context).iter().filter(|s| s.stage == "taken").count();
            prop_assert_eq!(taken, numbers.iter().filter(|n| !n.nested).count());
        }
    }

    #[test]
    fn beyond_decimals_the_span_stays() {
        let context = context(false);
        for text in
            ["9".repeat(1000), "1e400".into(), format!("${}", "9".repeat(60)), format!("{} per cent", "9".repeat(40))]
        {
            let document = Document::new(&text, context.language.orthography());
            let numbers = extract(&document, &context);
            assert_eq!(numbers.len(), 1, "{text}");
            assert_eq!((numbers[0].span.of(&text), numbers[0].value), (text.as_str(), None));
        }
    }
}
