//! Names by the trained chain: labels of every stretch of candidates, then spans with their probability.

use super::features::{PLACES, REACH, Types, View};
use super::lexicon::Lexicon;
use super::words::Words;
use crate::annotation::EntityType::{self, Event, Fac, Gpe, Law, Loc, Norp, Org, Person, Product, WorkOfArt};
use crate::learned::{self, ONE, Weights};
use crate::text::{Document, Range};

/// The types that the chain tells apart: label 0 is no name, 2k + 1 begins a name of type k, 2k + 2 goes on. The last is of names
/// that corpora mark without saying what they are.
pub const KINDS: [Option<EntityType>; 11] = [
    Some(Person),
    Some(Org),
    Some(Gpe),
    Some(Loc),
    Some(Fac),
    Some(Norp),
    Some(Event),
    Some(WorkOfArt),
    Some(Product),
    Some(Law),
    None,
];

/// Labels of the chain.
const LABELS: usize = 2 * KINDS.len() + 1;

/// The trained chain.
pub type Chain = learned::Chain<LABELS>;

/// Words of a sum of the chain's weights.
const WORDS: usize = Weights::<LABELS>::words();

/// A name by the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: Range,
    /// What it names; None if it can't be told.
    pub kind: Option<EntityType>,
    /// The probability of span and type, in 1/65536.
    pub probability: u32,
}

/// What a reading leaves for that of the text's next version.
#[derive(Debug, Default)]
pub(super) struct Memory {
    types: Types,
    /// The stretches, with how many of `found` stand before those of each.
    stretches: Vec<(Range, usize)>,
    found: Vec<Tagged>,
}

impl Memory {
    /// The names of a stretch that stood there, `moved` tokens less far on; None if no such stretch did.
    fn names(&self, stretch: Range, moved: u32) -> Option<impl Iterator<Item = Tagged>> {
        let old = stretch.moved(moved.wrapping_neg());
        let place = self.stretches.partition_point(|(s, _)| s.start < old.start);
        let &(_, from) = self.stretches.get(place).filter(|(s, _)| *s == old)?;
        let to = self.stretches.get(place + 1).map_or(self.found.len(), |(_, to)| *to);
        let found = self.found.get(from..to)?;
        Some(found.iter().map(move |t| Tagged { tokens: t.tokens.moved(moved), ..*t }))
    }
}

/// All names in some stretches of a document, by place, by the features whose template `sees` admits. A stretch that is as it was is
/// not read again: its labels depend on its sentence and on the types of its words and of `REACH` words on either side.
pub(super) fn tag(
    document: &Document,
    words: &Words,
    stretches: &[Range],
    model: &Chain,
    lexicon: Option<&Lexicon>,
    sees: impl Fn(u32) -> bool,
    memory: &mut Memory,
) -> Vec<Tagged> {
    let before = std::mem::take(memory);
    let view = View::again(document, words, lexicon, &before.types);
    let same = view.same(&before.types);
    let mut sums = Sums { view: &view, model, place: vec![u32::MAX; view.type_count() * PLACES], rows: Vec::new() };
    let mut found = Vec::new();
    let mut scores = Vec::new();
    let mut sentences = document.sentences.iter();
    let mut sentence = Range::default();
    for &segment in stretches {
        memory.stretches.push((segment, found.len()));
        while sentence.end <= segment.start {
            let Some(next) = sentences.next() else { break };
            sentence = *next;
        }
        let around = |range: Range| (range.start as usize).saturating_sub(REACH)..range.end as usize + REACH;
        if let Some(shift) = document.kept.shift(around(sentence))
            && same.get(around(segment)).is_some_and(|types| types.iter().all(|same| *same))
            && let Some(names) = before.names(segment, shift.places)
        {
            found.extend(names);
            continue;
        }
        scores.clear();
        for i in segment.iter() {
            let mut sum = [0; WORDS];
            for place in 0..PLACES {
                if let Some(t) = (i + place).checked_sub(REACH).and_then(|at| view.type_of(at)) {
                    sums.add(t, place, &mut sum, &sees);
                }
            }
            view.token_features(segment, i, &mut |template, f| {
                if sees(template) {
                    model.weights().add(f, &mut sum);
                }
            });
            scores.push(Weights::scores(&sum));
        }
        spans(model, &scores, segment, &mut found);
    }
    memory.found.clone_from(&found);
    memory.types = view.leave();
    found
}

/// Sums of the weights of word types at their places, each computed when it is first asked for.
struct Sums<'a> {
    view: &'a View<'a>,
    model: &'a Chain,
    /// Which of `rows` is that of a type at a place.
    place: Vec<u32>,
    rows: Vec<[u64; WORDS]>,
}

impl Sums<'_> {
    fn add(&mut self, number: usize, place: usize, sum: &mut [u64; WORDS], sees: &impl Fn(u32) -> bool) {
        let Some(known) = self.place.get_mut(number * PLACES + place) else { return };
        if *known == u32::MAX {
            *known = self.rows.len() as u32;
            let mut row = [0; WORDS];
            self.view.type_features(number, place, &mut |template, f| {
                if sees(template) {
                    self.model.weights().add(f, &mut row);
                }
            });
            self.rows.push(row);
        }
        if let Some(row) = self.rows.get(*known as usize) {
            sum.iter_mut().zip(row).for_each(|(sum, row)| *sum += row);
        }
    }
}

/// The names in the likeliest labelling of a stretch.
fn spans(model: &Chain, scores: &[[i32; LABELS]], segment: Range, found: &mut Vec<Tagged>) {
    let path = model.best(scores);
    if path.iter().all(|l| *l == 0) {
        return;
    }
    let lattice = model.lattice(scores);
    let mut t = 0;
    while let Some(&label) = path.get(t) {
        let start = t;
        t += 1;
        if label == 0 {
            continue;
        }
        // A name that begins inside one can't be: I follows only B and I of its type.
        let inside = label + label % 2;
        while path.get(t) == Some(&inside) {
            t += 1;
        }
        let Some(&kind) = KINDS.get((usize::from(label) - 1) / 2) else { continue };
        let labels = path.get(start..t).unwrap_or_default();
        let mut longer = labels.to_vec();
        longer.push(inside);
        let goes_on = if t < path.len() { lattice.path(start, &longer) } else { 0 };
        found.push(Tagged {
            tokens: Range { start: segment.start + start as u32, end: segment.start + t as u32 },
            kind,
            probability: lattice.path(start, labels).saturating_sub(goes_on).min(ONE),
        });
    }
}
