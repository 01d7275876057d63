//! The text as attribution sees it: every outer pair of marks is one item, so that a window of a few items reaches
//! across a long quote.

use super::marks::Segment;
use super::{cue, features};
use crate::lang::speech::{Kinds, Lexicon};
use crate::text::{Case, Document, Range, TokenKind};

/// No segment.
pub const NONE: u32 = u32::MAX;

/// A token, or a segment with its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its first token.
    pub token: u32,
    /// The token after its last.
    pub end: u32,
    /// The segment's index, or [`NONE`].
    pub segment: u32,
    /// Counts up at each sentence end outside marks.
    pub sentence: u32,
    /// The kinds of its word; none for a segment.
    pub kinds: Kinds,
    /// How it works in its sentence, coarsely: 0 to 15, see `features`.
    pub class: u8,
    /// Whether it is a word that reports.
    pub cue: bool,
    /// The class of words that are used as its word is, 0 for none.
    pub alike: u16,
    /// The cue it is the subject of, as far as the rules tell, or [`NONE`].
    pub subject_of: u32,
}

/// All items of a document.
#[derive(Debug)]
pub struct View<'d> {
    /// The text.
    pub document: &'d Document<'d>,
    /// The segments, outer and nested.
    pub segments: &'d [Segment],
    /// The items, in order.
    pub items: Vec<Item>,
    /// Paragraphs as ranges of items.
    pub paragraphs: Vec<Range>,
    /// For each segment its item; for a nested one the item of the outer segment.
    pub places: Vec<u32>,
}

impl<'d> View<'d> {
    /// Collapses `document`, given the kinds of its words and the classes of words used alike.
    pub fn new(document: &'d Document, segments: &'d [Segment], lexicon: &Lexicon, classes: &[u16]) -> Self {
        let mut view = Self {
            document,
            segments,
            items: Vec::with_capacity(document.tokens.len()),
            paragraphs: Vec::with_capacity(document.paragraphs.len()),
            places: vec![NONE; segments.len()],
        };
        let (mut next, mut sentence, mut ends) = (0, 0, document.sentences.iter().peekable());
        for (index, paragraph) in document.paragraphs.iter().enumerate() {
            let start = view.items.len() as u32;
            let mut i = paragraph.start;
            while i < paragraph.end {
                while segments.get(next).is_some_and(|s| s.nested || s.tokens.start < i) {
                    if let Some(place) = view.places.get_mut(next) {
                        *place = (view.items.len() as u32).saturating_sub(1);
                    }
                    next += 1;
                }
                let word = document.tokens.get(i as usize).map_or(0, |t| t.word.0 as usize);
                let mut item = Item {
                    token: i,
                    end: i + 1,
                    segment: NONE,
                    sentence,
                    kinds: lexicon.at(document, i as usize),
                    class: 0,
                    cue: false,
                    alike: classes.get(word).copied().unwrap_or(0),
                    subject_of: NONE,
                };
                // A segment begins one token after its opening mark; one without a mark of its own begins at once.
                if let Some(segment) =
                    segments.get(next).filter(|s| s.tokens.start <= i + 1 && s.paragraph as usize == index)
                {
                    item.end = segment.tokens.end + u32::from(segment.closed);
                    item.segment = next as u32;
                    (item.kinds, item.alike) = (0, 0);
                    if let Some(place) = view.places.get_mut(next) {
                        *place = view.items.len() as u32;
                    }
                    next += 1;
                }
                i = item.end.max(i + 1);
                view.items.push(item);
                let mut ended = i >= paragraph.end;
                while ends.peek().is_some_and(|s| s.end <= i) {
                    ended |= ends.next().is_some_and(|s| s.end == i);
                }
                if ended && !view.goes_on(item) {
                    sentence += 1;
                }
            }
            sentence += u32::from(view.items.last().is_some_and(|i| i.sentence == sentence));
            view.paragraphs.push(Range { start, end: view.items.len() as u32 });
        }
        while next < segments.len() {
            if let Some(place) = view.places.get_mut(next).filter(|p| **p == NONE) {
                *place = (view.items.len() as u32).saturating_sub(1);
            }
            next += 1;
        }
        view.mark_cues();
        view
    }

    /// Sets what items are to each other, once all stand.
    fn mark_cues(&mut self) {
        let cues: Vec<bool> = (0..self.items.len()).map(|i| cue::is_cue(self, i)).collect();
        for (item, cue) in self.items.iter_mut().zip(cues) {
            item.cue = cue;
        }
        let classes: Vec<u8> = (0..self.items.len()).map(|i| features::class_of(self, i)).collect();
        for (item, class) in self.items.iter_mut().zip(classes) {
            item.class = class;
        }
        for i in 0..self.items.len() {
            if !self.items.get(i).is_some_and(|item| item.cue) {
                continue;
            }
            let behind = i > 0 && self.segment(i - 1).is_some();
            let Some(subject) = cue::source_of(self, i, behind) else { continue };
            for item in self.items.get_mut(subject.iter()).unwrap_or_default() {
                if item.subject_of == NONE {
                    item.subject_of = i as u32;
                }
            }
        }
    }

    /// Whether the item at a place reports.
    pub fn cue(&self, i: usize) -> bool {
        self.items.get(i).is_some_and(|item| item.cue)
    }

    /// Whether a sentence goes on behind a segment: after `“Who?”` a capital begins a source, not a sentence.
    fn goes_on(&self, item: Item) -> bool {
        item.segment != NONE && matches!(self.document.str(self.last_word(item)), "," | "?" | "!" | "—" | "–")
    }

    /// The last token of a segment before its closing mark.
    fn last_word(&self, item: Item) -> usize {
        self.segments.get(item.segment as usize).map_or(0, |s| (s.tokens.end as usize).saturating_sub(1))
    }

    /// The item at a place.
    pub fn item(&self, i: usize) -> Option<Item> {
        self.items.get(i).copied()
    }

    /// The kinds of the item at a place; none beyond the ends.
    pub fn kinds(&self, i: usize) -> Kinds {
        self.items.get(i).map_or(0, |item| item.kinds)
    }

    /// Whether the item at a place is of any of these kinds.
    pub fn is(&self, i: usize, kinds: Kinds) -> bool {
        self.kinds(i) & kinds != 0
    }

    /// The segment at a place.
    pub fn segment(&self, i: usize) -> Option<usize> {
        self.items.get(i).filter(|item| item.segment != NONE).map(|item| item.segment as usize)
    }

    /// The item as written; a segment is empty.
    pub fn str(&self, i: usize) -> &'d str {
        match self.items.get(i) {
            Some(item) if item.segment == NONE => self.document.str(item.token as usize),
            _ => "",
        }
    }

    /// The item in lower case; a segment is empty.
    pub fn lower(&self, i: usize) -> &str {
        match self.items.get(i) {
            Some(item) if item.segment == NONE => self.document.lower(item.token as usize),
            _ => "",
        }
    }

    /// How the item is capitalised.
    pub fn case(&self, i: usize) -> Case {
        match self.items.get(i) {
            Some(item) if item.segment == NONE => {
                self.document.tokens.get(item.token as usize).map_or(Case::None, |t| t.case)
            }
            _ => Case::None,
        }
    }

    /// What the item is made of; a segment is of kind `Symbol`.
    pub fn kind(&self, i: usize) -> TokenKind {
        match self.items.get(i) {
            Some(item) if item.segment == NONE => {
                self.document.tokens.get(item.token as usize).map_or(TokenKind::Punct, |t| t.kind)
            }
            Some(_) => TokenKind::Symbol,
            None => TokenKind::Punct,
        }
    }

    /// Whether the item is a word that begins with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.kind(i) == TokenKind::Word && matches!(self.case(i), Case::Capital | Case::Upper | Case::Mixed)
    }

    /// The sentence of the item; one that no item has beyond the end.
    pub fn sentence(&self, i: usize) -> u32 {
        self.items.get(i).map_or(NONE, |item| item.sentence)
    }

    /// The first item of the sentence that holds item `i`, at most 120 items back.
    pub fn sentence_start(&self, i: usize) -> usize {
        let sentence = self.sentence(i);
        let mut start = i;
        while start > 0 && i - start < REACH && self.sentence(start - 1) == sentence {
            start -= 1;
        }
        start
    }

    /// The item after the last of the sentence that holds item `i`, at most 120 items on.
    pub fn sentence_end(&self, i: usize) -> usize {
        let sentence = self.sentence(i);
        let mut end = i;
        while end < self.items.len() && end - i < REACH && self.sentence(end) == sentence {
            end += 1;
        }
        end
    }
}

/// No sentence is followed farther than this, so that a text without full stops stays linear.
const REACH: usize = 120;
