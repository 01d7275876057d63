//! The trained models at work: quote or not, and who said it.

use super::cue::{Attribution, cue_range};
use super::view::View;
use super::{features, phrase};
use crate::lang::speech::{ADVERB, AUXILIARY, DETERMINER, PREPOSITION};
use crate::learned::{Chain, Choice, Lattice, ONE};
use crate::text::{Case, Range, TokenKind};
use std::cell::Cell;
#[cfg(feature = "models")]
use std::sync::OnceLock;

/// Labels of the source model: nothing, a source's first and further items, a cue's first and further items.
const SOURCE: (u8, u8) = (1, 2);
const CUE: (u8, u8) = (3, 4);

/// The least probability that a source is told with: one in a hundred. Below it a quote keeps the source before it.
const LEAST: u32 = ONE / 100;
/// A cue less sure than this is not told.
const LEAST_CUE: u32 = ONE / 8;

/// A word less likely a cue than this reports nothing.
const REPORTS: u32 = ONE * 2 / 10;
/// Content less likely than this is not told.
const CONTENT: u32 = ONE * 3 / 10;

/// The models, read in place.
#[derive(Debug, Clone)]
pub struct Models<'b> {
    segment: Choice<'b>,
    source: Chain<'b>,
    cue: Chain<'b>,
    content: Chain<'b>,
}

impl Models<'static> {
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
}

impl<'b> Models<'b> {
    /// Reads the bytes that `training` packs; none if they are no such models.
    pub fn read(segment: &'b [u8], source: &'b [u8], cue: &'b [u8], content: &'b [u8]) -> Option<Self> {
        let models = Self {
            segment: Choice::read(segment)?,
            source: Chain::read(source)?,
            cue: Chain::read(cue)?,
            content: Chain::read(content)?,
        };
        let labels = [models.source.labels(), models.cue.labels(), models.content.labels()];
        (labels == [5, 3, 5]).then_some(models)
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

    /// Adds the weights of an item to a row of scores.
    fn add(&self, i: usize, chain: &Chain, row: &mut [i32]) {
        let mut found = self.found.take();
        if let Some(place) = found.places.get_mut(i) {
            if place.0 == place.1 {
                place.0 = found.features.len() as u32;
                features::item(self.view, i, |f| found.features.push(f));
                place.1 = found.features.len() as u32;
            }
            let features = found.features.get(place.0 as usize..place.1 as usize).unwrap_or_default();
            for feature in features {
                chain.weights().add(*feature, row);
            }
        }
        self.found.set(found);
    }
}

/// The models over one document.
#[derive(Clone, Copy)]
pub struct Trained<'v, 'd, 'b> {
    /// What they know.
    pub models: &'v Models<'b>,
    /// What they see.
    pub items: &'v Items<'v, 'd>,
}

/// Scores of items by themselves, added up once however many targets look at them.
#[derive(Debug)]
struct Base {
    labels: usize,
    scores: Vec<i32>,
    known: Vec<bool>,
}

impl Base {
    fn new(chain: &Chain, items: usize) -> Self {
        Self { labels: chain.labels(), scores: vec![0; items * chain.labels()], known: vec![false; items] }
    }

    /// The scores of a window of items, one row each.
    fn window(&mut self, items: &Items, chain: &Chain, window: Range) -> Vec<i32> {
        for i in window.iter() {
            let Some(known) = self.known.get_mut(i).filter(|k| !**k) else { continue };
            *known = true;
            let Some(row) = self.scores.get_mut(i * self.labels..(i + 1) * self.labels) else { continue };
            items.add(i, chain, row);
        }
        let range = window.start as usize * self.labels..window.end as usize * self.labels;
        self.scores.get(range).map_or_else(Vec::new, <[i32]>::to_vec)
    }
}

/// Finds sources in one document.
pub struct Sources<'v, 'd, 'b> {
    view: &'v View<'d>,
    trained: Trained<'v, 'd, 'b>,
    base: Base,
}

impl<'v, 'd, 'b> Sources<'v, 'd, 'b> {
    /// A finder for `view`.
    pub fn new(view: &'v View<'d>, trained: Trained<'v, 'd, 'b>) -> Self {
        Self { view, trained, base: Base::new(&trained.models.source, view.items.len()) }
    }

    /// Who said the segment at item `k`: the likeliest source, however unlikely, unless even that is hardly one.
    pub fn attribute(&mut self, k: usize, rules: Option<&Attribution>) -> Option<Attribution> {
        let chain = &self.trained.models.source;
        let window = features::window(self.view, k);
        let labels = chain.labels();
        let mut scores = self.base.window(self.trained.items, chain, window);
        features::targeted(self.view, window, k, rules, |place, f| {
            if let Some(row) = scores.get_mut(place * labels..(place + 1) * labels) {
                chain.weights().add(f, row);
            }
        });
        let lattice = chain.lattice(&scores);
        let length = (window.end - window.start) as usize;
        let first = window.start as usize;
        let speaks = |t: usize| can_speak(self.view, first + t);
        let (source, sure) = span(&lattice, length, SOURCE, speaks).filter(|(_, sure)| *sure >= LEAST)?;
        let cue = span(&lattice, length, CUE, |t| self.view.segment(first + t).is_none())
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
        Some(Attribution {
            cue: cue.map(|(c, _)| place(c)),
            source: Some(phrase::quantified(self.view, phrase::whole(self.view, place(source)))),
            confidence: calibrated(sure),
            rule: if cue.is_some() { "reporting verb" } else { "beside the quote" },
        })
    }
}

/// Finds indirect speech in one document.
pub struct Reports<'v, 'd, 'b> {
    view: &'v View<'d>,
    trained: Trained<'v, 'd, 'b>,
    base: Base,
}

impl<'v, 'd, 'b> Reports<'v, 'd, 'b> {
    /// A finder for `view`.
    pub fn new(view: &'v View<'d>, trained: Trained<'v, 'd, 'b>) -> Self {
        Self { view, trained, base: Base::new(&trained.models.content, view.items.len()) }
    }

    /// The items of a paragraph that open a cue, each with how likely it does.
    pub fn cues(&self, paragraph: Range) -> Vec<(usize, u32)> {
        let chain = &self.trained.models.cue;
        let labels = chain.labels();
        let mut scores = vec![0; (paragraph.end - paragraph.start) as usize * labels];
        for (i, row) in paragraph.iter().zip(scores.chunks_exact_mut(labels)) {
            self.trained.items.add(i, chain, row);
        }
        let lattice = chain.lattice(&scores);
        let sure = |t: usize| lattice.label(t, 1);
        paragraph.iter().map(|i| (i, sure(i - paragraph.start as usize))).filter(|(_, sure)| *sure >= REPORTS).collect()
    }

    /// What the cue at item `k` reports, and who.
    pub fn report(&mut self, k: usize) -> Option<(Range, Attribution)> {
        let chain = &self.trained.models.content;
        let labels = chain.labels();
        let window = features::sentence_window(self.view, k);
        let mut scores = self.base.window(self.trained.items, chain, window);
        features::targeted(self.view, window, k, None, |place, f| {
            if let Some(row) = scores.get_mut(place * labels..(place + 1) * labels) {
                chain.weights().add(f, row);
            }
        });
        let lattice = chain.lattice(&scores);
        let length = (window.end - window.start) as usize;
        let place = |r: Range| Range { start: r.start + window.start, end: r.end + window.start };
        let (content, sure) = span(&lattice, length, CUE, |_| true).filter(|(_, sure)| *sure >= CONTENT)?;
        let first = window.start as usize;
        let source =
            span(&lattice, length, SOURCE, |t| can_speak(self.view, first + t)).filter(|(_, sure)| *sure >= LEAST);
        let by = Attribution {
            cue: Some(reporting(self.view, k)),
            source: source.map(|(s, _)| place(s)),
            confidence: (sure * 100 / ONE).min(99) as u8,
            rule: "reporting verb",
        };
        Some((place(content), by))
    }
}

/// The reporting words that begin with item `k`: an auxiliary or adverb leads to its verb (*has recently condemned*).
fn reporting(view: &View, k: usize) -> Range {
    let leads = |i: &usize| view.is(*i, AUXILIARY | ADVERB) || view.lower(*i).ends_with("ly");
    let verb = k + (k..k + 4).take_while(leads).count();
    let known = view.case(verb) == Case::Lower && view.sentence(verb) == view.sentence(k);
    Range { start: k as u32, end: cue_range(view, if known { verb } else { k }).end }
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
/// (*Asked about it, Ann Lee said*).
fn can_speak(view: &View, i: usize) -> bool {
    let word = view.lower(i);
    let opens = i == 0 || view.sentence(i - 1) != view.sentence(i);
    let participle =
        opens && (word.ends_with("ing") || word.ends_with("ed")) && view.is(i + 1, PREPOSITION | DETERMINER);
    view.segment(i).is_none() && view.kind(i) != TokenKind::Punct && !view.cue(i) && !participle
}

/// The likeliest span of a kind: where its first label is likeliest, and on while the next is likelier than not to go on.
fn span(
    lattice: &Lattice,
    length: usize,
    (first, further): (u8, u8),
    opens: impl Fn(usize) -> bool,
) -> Option<(Range, u32)> {
    let start = (0..length).filter(|&t| opens(t)).max_by_key(|&t| (lattice.label(t, first), std::cmp::Reverse(t)))?;
    let sure = lattice.label(start, first);
    let mut end = start + 1;
    while end < length && lattice.label(end, further) * 2 > sure {
        end += 1;
    }
    Some((Range { start: start as u32, end: end as u32 }, sure))
}
