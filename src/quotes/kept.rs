//! What was found around items that are as they were in the version of the text read before.

use super::cue::Attribution;
use super::indirect::Report;
use super::marks::Segment;
use super::view::{Item, NONE, View};
use crate::lang::speech::Lexicon;
use crate::text::{Kept, Range, Shift};

/// How many items beyond what it asks for anything is looked at: neighbours, and what their class depends on.
const BEYOND: usize = 8;

/// What a reading leaves for that of the text's next version.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) lexicon: Lexicon,
    items: Vec<Item>,
    segments: Vec<Segment>,
    /// How many paragraphs there were.
    length: usize,
    /// The paragraphs as ranges of items, with how many of `reports` stand before those of each.
    paragraphs: Vec<(Range, usize)>,
    reports: Vec<Report>,
    /// What was made of each outer segment, by item.
    verdicts: Vec<(u32, Verdict)>,
}

impl Memory {
    /// The kinds of the document's words, as they were looked up for the quotes.
    pub fn words(&self) -> &Lexicon {
        &self.lexicon
    }
}

/// What the words around a segment tell of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    /// Who said it, by the rules.
    pub rules: Option<Attribution>,
    /// How likely it is a quote, by the model.
    pub sure: u32,
    /// Who said it after all, if that was asked.
    pub learned: Option<Answer>,
}

/// Who said a quote, by a sure rule or by the model, if they can tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answer(pub Option<Attribution>);

/// The memory of the version before, as the reading of the next uses it, and what that adds.
pub(super) struct Again {
    before: Memory,
    kept: Kept,
    next: Memory,
}

impl Again {
    /// Finds out which items of `view` are those of the version before.
    pub(super) fn new(view: &View, before: Memory) -> Self {
        let kept = kept(view, &before);
        Self { before, kept, next: Memory::default() }
    }

    /// The reports of a paragraph, from the version before if nothing near it has changed.
    pub(super) fn reports(&mut self, paragraph: Range, find: impl FnOnce() -> Vec<Report>) {
        let first = self.next.reports.len();
        self.next.paragraphs.push((paragraph, first));
        let around = (paragraph.start as usize).saturating_sub(BEYOND)..paragraph.end as usize + BEYOND;
        let Some(shift) = self.kept.shift(around) else {
            self.next.reports.extend(find());
            return;
        };
        let old = paragraph.start.wrapping_sub(shift.places);
        let place = self.before.paragraphs.partition_point(|(p, _)| p.start < old);
        let from = self.before.paragraphs.get(place).map_or(0, |(_, from)| *from);
        let to = self.before.paragraphs.get(place + 1).map_or(self.before.reports.len(), |(_, to)| *to);
        let same = self.before.reports.get(from..to).unwrap_or_default();
        self.next.reports.extend(same.iter().map(|r| r.moved(shift.places)));
    }

    /// What was made of the segment at item `k` in the version before, if nothing has changed that its source is looked for in: its
    /// paragraph and the one before.
    pub(super) fn verdict(&self, view: &View, k: usize) -> Option<Verdict> {
        let here = view.paragraphs.partition_point(|p| p.end as usize <= k);
        let first = view.paragraphs.get(here.saturating_sub(1))?.start as usize;
        let last = view.paragraphs.get(here)?.end as usize;
        let shift = self.kept.shift(first.saturating_sub(BEYOND)..last + BEYOND)?;
        let old = (k as u32).wrapping_sub(shift.places);
        let place = self.before.verdicts.binary_search_by_key(&old, |(k, _)| *k).ok()?;
        self.before.verdicts.get(place).map(|(_, v)| v.moved(shift.places))
    }

    /// Keeps what was made of the segment at item `k`: in order of `k`.
    pub(super) fn keep(&mut self, k: usize, verdict: Verdict) {
        self.next.verdicts.push((k as u32, verdict));
    }

    /// The reports found so far.
    pub(super) fn found(&self) -> &[Report] {
        &self.next.reports
    }

    /// What this reading leaves.
    pub(super) fn leave(self, view: View, lexicon: Lexicon) -> Memory {
        Memory {
            lexicon,
            segments: view.segments.to_vec(),
            length: view.paragraphs.len(),
            items: view.items,
            ..self.next
        }
    }
}

impl Verdict {
    fn moved(self, by: u32) -> Self {
        let to = |a: Option<Attribution>| a.map(|a| a.moved(by));
        Self { rules: to(self.rules), learned: self.learned.map(|answer| Answer(to(answer.0))), ..self }
    }
}

/// The items that are as they were, by themselves and in their relations.
fn kept(view: &View, before: &Memory) -> Kept {
    let tokens = view.document.kept;
    let Memory { items, segments, length, .. } = before;
    let sentence = |items: &[Item]| items.last().map_or(0, |i| i.sentence);
    let grown = |old: usize, new: usize| (new as u32).wrapping_sub(old as u32);
    let further = Further {
        tokens: tokens.grown,
        items: grown(items.len(), view.items.len()),
        sentences: sentence(&view.items).wrapping_sub(sentence(items)),
        segments: grown(segments.len(), view.segments.len()),
        paragraphs: grown(*length, view.paragraphs.len()),
    };
    let first = segments.iter().zip(view.segments).take_while(|(a, b)| a == b).count() as u32;
    let pairs = segments.iter().rev().zip(view.segments.iter().rev());
    let last = view.segments.len() as u32 - pairs.take_while(|(a, b)| further.segment(a) == **b).count() as u32;
    let is_head = |(a, b): &(&Item, &Item)| a == b && b.end <= tokens.head && (b.segment == NONE || b.segment < first);
    let is_tail = |(a, b): &(&Item, &Item)| {
        further.item(a) == **b && b.token >= tokens.tail && (b.segment == NONE || b.segment >= last)
    };
    let head = items.iter().zip(&view.items).take_while(is_head).count();
    let tail = items.iter().rev().zip(view.items.iter().rev()).take_while(is_tail).count();
    Kept {
        head: head as u32,
        tail: (view.items.len() - tail) as u32,
        grown: Shift { places: further.items, bytes: tokens.grown.bytes },
    }
}

/// How far what stands at the end of a text has moved, each in its own list.
struct Further {
    tokens: Shift,
    items: u32,
    sentences: u32,
    segments: u32,
    paragraphs: u32,
}

impl Further {
    fn item(&self, i: &Item) -> Item {
        let moved = |at: u32, by: u32| if at == NONE { NONE } else { at.wrapping_add(by) };
        Item {
            token: i.token.wrapping_add(self.tokens.places),
            end: i.end.wrapping_add(self.tokens.places),
            segment: moved(i.segment, self.segments),
            sentence: i.sentence.wrapping_add(self.sentences),
            subject_of: moved(i.subject_of, self.items),
            ..*i
        }
    }

    fn segment(&self, s: &Segment) -> Segment {
        Segment {
            span: s.span.moved(self.tokens.bytes),
            tokens: s.tokens.moved(self.tokens.places),
            paragraph: s.paragraph.wrapping_add(self.paragraphs),
            ..*s
        }
    }
}
