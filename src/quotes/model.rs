//! The trained models at work: quote or not, and who said it.

use super::cue::{Attribution, cue_range};
use super::view::View;
use super::{features, phrase};
use crate::lang::listed;
use crate::lang::speech::{ADVERB, AUXILIARY, BODY, DETERMINER, PAPER, PERSON, PREPOSITION, PRONOUN, TIME};
use crate::learned::{Chain, Choice, Lattice, ONE, Weights};
use crate::text::{Case, Range, TokenKind};
use std::cell::Cell;
#[cfg(feature = "models")]
use std::sync::OnceLock;

/// Labels of the source and content models: nothing, a source's first and further items, a cue's or content's first and further items.
const LABELS: usize = 5;
const SOURCE: (u8, u8) = (1, 2);
const CUE: (u8, u8) = (3, 4);

/// The least probability that a source is told with: one in a hundred. Below it a quote keeps the source before it.
const LEAST: u32 = ONE / 100;
/// How sure a source is at least that the rules find too, in per cent.
const AGREED: u8 = 50;
/// A cue less sure than this is not told.
const LEAST_CUE: u32 = ONE / 8;

/// Content less likely than this is not told.
const CONTENT: u32 = ONE / 4;

/// The models as they are used.
#[derive(Debug, Clone)]
pub struct Models {
    segment: Choice<1>,
    source: Chain<LABELS>,
    cue: Chain<3>,
    content: Chain<LABELS>,
}

impl Models {
    /// The models that ship; none in a build without them.
    pub fn embedded() -> Option<&'static Self> {
        #[cfg(feature = "models")]
        {
            static MODELS: OnceLock<Option<Models>> = OnceLock::new();
            let read = || {
                Models::read(
                    include_bytes!("../../assets/en/quotes-segment.bin"),
                    include_bytes!("../../assets/en/quotes-source.bin"),
                    include_bytes!("../../assets/en/quotes-cue.bin"),
                    include_bytes!("../../assets/en/quotes-content.bin"),
                )
            };
            MODELS.get_or_init(read).as_ref()
        }
        #[cfg(not(feature = "models"))]
        None
    }

    /// Reads the bytes that `training` packs; none if they are no such models.
    pub fn read(segment: &[u8], source: &[u8], cue: &[u8], content: &[u8]) -> Option<Self> {
        Some(Self {
            segment: Choice::read(segment)?,
            source: Chain::read(source)?,
            cue: Chain::read(cue)?,
            content: Chain::read(content)?,
        })
    }

    /// How likely the segment at item `k` is a quote, of [`ONE`].
    pub fn quote(&self, view: &View, k: usize, rules: Option<&Attribution>) -> u32 {
        let mut found = Vec::with_capacity(48);
        features::segment(view, k, rules, |f| found.push(f));
        self.segment.yes(found)
    }
}

/// The features of the items by themselves, found once for all models when the first asks for them.
pub struct Items<'v, 'd> {
    view: &'v View<'d>,
    found: Cell<Found>,
}

#[derive(Debug, Default)]
struct Found {
    features: Vec<u32>,
    /// Where the features of each item begin and end; an empty stretch where they were not asked for.
    places: Vec<(u32, u32)>,
}

impl<'v, 'd> Items<'v, 'd> {
    /// Those of the items of `view`.
    pub fn new(view: &'v View<'d>) -> Self {
        Self { view, found: Cell::new(Found { features: Vec::new(), places: vec![(0, 0); view.items.len()] }) }
    }

    /// The sum of the weights of an item, of as many of its features as the chain knows.
    fn sum<const N: usize, const WORDS: usize>(&self, i: usize, chain: &Chain<N>, known: usize) -> [u64; WORDS] {
        let mut sum = [0; WORDS];
        let mut found = self.found.take();
        found.of(self.view, i).iter().take(known).for_each(|feature| chain.weights().add(*feature, &mut sum));
        self.found.set(found);
        sum
    }
}

impl Found {
    /// The features of an item of the view.
    #[inline(never)]
    fn of(&mut self, view: &View, i: usize) -> &[u32] {
        let Some(place) = self.places.get_mut(i) else { return &[] };
        if place.0 == place.1 {
            place.0 = self.features.len() as u32;
            features::item(view, i, |f| self.features.push(f));
            features::alike(view, i, |f| self.features.push(f));
            place.1 = self.features.len() as u32;
        }
        self.features.get(place.0 as usize..place.1 as usize).unwrap_or_default()
    }
}

/// The models over one document.
#[derive(Clone, Copy)]
pub struct Trained<'v, 'd> {
    /// What they know.
    pub models: &'v Models,
    /// What they see.
    pub items: &'v Items<'v, 'd>,
}

/// Words of a sum of weights.
const WORDS: usize = Weights::<LABELS>::words();

/// Sums of the weights of items by themselves, of as many of their features as the chain knows, added up once however many targets
/// look at them.
#[derive(Debug)]
struct Base {
    sums: Vec<Option<[u64; WORDS]>>,
    known: usize,
}

impl Base {
    fn new(items: usize, known: usize) -> Self {
        Self { sums: vec![None; items], known }
    }

    /// The sums of a window of items.
    fn window(&mut self, items: &Items, chain: &Chain<LABELS>, window: Range) -> Vec<[u64; WORDS]> {
        let sums = self.sums.get_mut(window.start as usize..window.end as usize).unwrap_or_default();
        let sum = |i: usize| items.sum(i, chain, self.known);
        sums.iter_mut().zip(window.iter()).map(|(known, i)| *known.get_or_insert_with(|| sum(i))).collect()
    }
}

/// Finds sources in one document.
pub struct Sources<'v, 'd> {
    view: &'v View<'d>,
    trained: Trained<'v, 'd>,
    base: Base,
}

impl<'v, 'd> Sources<'v, 'd> {
    /// A finder for `view`.
    pub fn new(view: &'v View<'d>, trained: Trained<'v, 'd>) -> Self {
        Self { view, trained, base: Base::new(view.items.len(), features::ITEM) }
    }

    /// Who said the segment at item `k`: the likeliest source, however unlikely, unless even that is hardly one.
    pub fn attribute(&mut self, k: usize, rules: Option<&Attribution>) -> Option<Attribution> {
        let chain = &self.trained.models.source;
        let window = features::window(self.view, k);
        let mut sums = self.base.window(self.trained.items, chain, window);
        features::targeted(self.view, window, k, rules, |place, f| {
            if let Some(sum) = sums.get_mut(place) {
                chain.weights().add(f, sum);
            }
        });
        let lattice = chain.lattice(&scores(&sums));
        let length = (window.end - window.start) as usize;
        let first = window.start as usize;
        // Who is named behind words that a colon leads to and a full stop ends says the next.
        let led = k > 0 && self.view.str(k - 1) == ":" && self.view.sentence_end(k) == k + 1;
        let speaks = |t: usize| can_speak(self.view, first + t) && !(led && first + t > k);
        let (source, sure) = span(&lattice, length, SOURCE, 2, speaks).filter(|(_, sure)| *sure >= LEAST)?;
        let cue = span(&lattice, length, CUE, 5, |t| self.view.segment(first + t).is_none())
            .filter(|(_, sure)| *sure >= LEAST_CUE);
        // Annotators put the comma or colon behind a word now inside it, now outside: it belongs to neither.
        let place = |r: Range| {
            let (start, mut end) = (r.start + window.start, r.end + window.start);
            while end > start + 1
                && matches!(self.view.str(end as usize - 1), "," | ":" | "." | ";" | "—" | "–" | "--" | "-")
            {
                end -= 1;
            }
            Range { start, end }
        };
        let mut source = place(source);
        // *Some analysts considered*, *the teenager said*, *he laughs*: a finite verb is no part of its subject.
        let first = source.start as usize;
        let pronoun =
            self.view.is(first, PRONOUN) && !self.view.is(first, DETERMINER) && self.view.lower(first + 1) != "and";
        let finite = |k: &u32| pronoun || self.view.cue(*k as usize) && phrase::is_past(self.view.lower(*k as usize));
        source.end = (source.start + 1..source.end).find(finite).unwrap_or(source.end);
        let by_rule = rules.and_then(|r| r.source);
        let agreed = by_rule.is_some_and(|by_rule| by_rule.start < source.end && source.start < by_rule.end);
        Some(Attribution {
            cue: cue.map(|(c, _)| place(c)),
            source: Some(phrase::quantified(self.view, phrase::whole(self.view, source))),
            confidence: calibrated(sure).max(if agreed { AGREED } else { 0 }),
            rule: if cue.is_some() { "reporting verb" } else { "beside the quote" },
        })
    }
}

/// Finds indirect speech in one document.
pub struct Reports<'v, 'd> {
    view: &'v View<'d>,
    trained: Trained<'v, 'd>,
    base: Base,
}

impl<'v, 'd> Reports<'v, 'd> {
    /// A finder for `view`.
    pub fn new(view: &'v View<'d>, trained: Trained<'v, 'd>) -> Self {
        Self { view, trained, base: Base::new(view.items.len(), usize::MAX) }
    }

    /// How likely each item of a paragraph opens a cue, and how likely it is in one.
    pub fn cues(&self, paragraph: Range) -> Vec<(u32, u32)> {
        let chain = &self.trained.models.cue;
        let sum = |i: usize| self.trained.items.sum::<3, { Weights::<3>::words() }>(i, chain, usize::MAX);
        let lattice = chain.lattice(&paragraph.iter().map(|i| Weights::scores(&sum(i))).collect::<Vec<_>>());
        let sure = |t: usize| (lattice.label(t, 1), lattice.label(t, 1) + lattice.label(t, 2));
        (0..(paragraph.end - paragraph.start) as usize).map(sure).collect()
    }

    /// What the cue at item `k` reports, and who.
    pub fn report(&mut self, k: usize) -> Option<(Range, Attribution)> {
        let chain = &self.trained.models.content;
        let window = features::sentence_window(self.view, k);
        let mut sums = self.base.window(self.trained.items, chain, window);
        features::targeted(self.view, window, k, None, |place, f| {
            if let Some(sum) = sums.get_mut(place) {
                chain.weights().add(f, sum);
            }
        });
        let lattice = chain.lattice(&scores(&sums));
        let length = (window.end - window.start) as usize;
        let place = |r: Range| Range { start: r.start + window.start, end: r.end + window.start };
        let (content, sure) = span(&lattice, length, CUE, 5, |_| true).filter(|(_, sure)| *sure >= CONTENT)?;
        let first = window.start as usize;
        let source =
            span(&lattice, length, SOURCE, 5, |t| can_speak(self.view, first + t)).filter(|(_, sure)| *sure >= LEAST);
        // *Asked whether he would resign, Lee laughed*: it isn't Lee who asked; *asked by Y*, it is Y.
        let asked = self.view.case(k) == Case::Capital && self.view.lower(k).ends_with("ed");
        let source = source.map(|(s, _)| phrase::bare(self.view, place(s))).filter(|s| !asked || s.start < k as u32);
        let by = Attribution {
            cue: Some(reporting(self.view, k)),
            source: if asked && self.view.lower(k + 1) == "by" {
                phrase::after(self.view, k + 2, window.end as usize)
            } else {
                source
            },
            confidence: (sure * 100 / ONE).min(99) as u8,
            rule: "reporting verb",
        };
        Some((place(content), by))
    }
}

/// The reporting words that begin with item `k`: an auxiliary or adverb leads to its verb (*has recently condemned*).
fn reporting(view: &View, k: usize) -> Range {
    let leads = |i: &usize| view.is(*i, AUXILIARY | ADVERB) || phrase::manner(view, *i);
    let verb = k + (k..k + 4).take_while(leads).count();
    let known = view.case(verb) == Case::Lower && view.sentence(verb) == view.sentence(k);
    Range { start: k as u32, end: cue_range(view, if known { verb } else { k }).end }
}

fn scores(sums: &[[u64; WORDS]]) -> Vec<[i32; LABELS]> {
    sums.iter().map(|sum| Weights::scores(sum)).collect()
}

/// How often a source of that probability was right on articles held out of training, in per cent.
fn calibrated(sure: u32) -> u8 {
    const RIGHT: [u8; 11] = [30, 48, 60, 66, 66, 70, 78, 81, 86, 93, 98];
    let tenths = sure.min(ONE) * 10;
    let (low, rest) = ((tenths / ONE) as usize, tenths % ONE);
    let at = |i: usize| u32::from(RIGHT.get(i).copied().unwrap_or(98));
    (at(low) + (at(low + 1) - at(low)) * rest / ONE) as u8
}

/// Whether a source may begin with item `i`: not quoted words, not a verb, not the participle that opens a sentence
/// (*Asked about it, Ann Lee said*, *Paying tribute, she said*) or ends one, not *what*, not *yesterday*.
fn can_speak(view: &View, i: usize) -> bool {
    let word = view.lower(i);
    let opens = i == 0 || view.sentence(i - 1) != view.sentence(i);
    let noun = view.case(i + 1) == Case::Lower
        && !view.cue(i + 1)
        && !view.is(i + 1, PERSON | BODY | PAPER | ADVERB | AUXILIARY);
    let participle = opens && word.ends_with("ing") && noun
        || opens && (word.ends_with("ing") || word.ends_with("ed")) && view.is(i + 1, PREPOSITION | DETERMINER)
        || view.case(i) == Case::Lower && word.ends_with("ed") && view.kind(i + 1) == TokenKind::Punct;
    let day = view.is(i, TIME) && view.is(i, ADVERB);
    view.segment(i).is_none()
        && view.kind(i) != TokenKind::Punct
        && !view.cue(i)
        && !participle
        && !day
        && !listed("what how why whether", word)
}

/// The likeliest span of a kind: where its first label is likeliest, and on while the next goes on with at least `share` in ten of that
/// likelihood. A source is told by its noun, which adjectives keep it from (*the former first lady*): better too long than without.
fn span(
    lattice: &Lattice<LABELS>,
    length: usize,
    (first, further): (u8, u8),
    share: u32,
    opens: impl Fn(usize) -> bool,
) -> Option<(Range, u32)> {
    let start = (0..length).filter(|&t| opens(t)).max_by_key(|&t| (lattice.label(t, first), std::cmp::Reverse(t)))?;
    let sure = lattice.label(start, first);
    let mut end = start + 1;
    while end < length && lattice.label(end, further) * 10 > sure * share {
        end += 1;
    }
    Some((Range { start: start as u32, end: end as u32 }, sure))
}
