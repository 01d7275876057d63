//! What a new version of a text has in common with the version read before it.

use super::{Range, Token};

/// What two versions of a list share: the first `head` and those from `tail` on. Of tokens they are the same words between the same
/// blanks, and sentences and paragraphs begin at the same ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// How many at the beginning.
    pub head: u32,
    /// The first of those at the end, in the new version.
    pub tail: u32,
    /// How much longer the new version is.
    pub grown: Shift,
}

/// How far something moved from one version to the next, modulo 2^32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shift {
    /// In places of the list.
    pub places: u32,
    /// In bytes of the text.
    pub bytes: u32,
}

impl Shift {
    /// From the length of one version of a list and its text to those of the next.
    pub(crate) fn between(old: (usize, usize), new: (usize, usize)) -> Self {
        let grown = |old: usize, new: usize| (new as u32).wrapping_sub(old as u32);
        Self { places: grown(old.0, new.0), bytes: grown(old.1, new.1) }
    }
}

impl Kept {
    /// How far the members of `range` have moved, if all of them are kept. A range that ends beyond the list asks for its end to be
    /// kept too. That a sentence or paragraph ends before a token is kept with that token.
    pub fn shift(&self, range: std::ops::Range<usize>) -> Option<Shift> {
        if range.end <= self.head as usize {
            return Some(Shift::default());
        }
        (range.start >= self.tail as usize && range.start > 0).then_some(self.grown)
    }

    /// Compares two versions. `same` bytes are the same at the beginning and at the end of the texts, which are so long.
    pub(super) fn new(old: &Version, new: &Version, same: (usize, usize)) -> Self {
        let grown = Shift::between((old.tokens.len(), old.length), (new.tokens.len(), new.length));
        let (stop, from) = (same.0 as u32, (old.length - same.1) as u32);
        let heads = old.tokens.iter().zip(new.tokens);
        let tails = old.tokens.iter().rev().zip(new.tokens.iter().rev());
        let mut head = heads.take_while(|(a, b)| a.span.end() <= stop && a == b).count();
        let mut tail = tails.take_while(|(a, b)| a.span.start() >= from && a.moved(grown.bytes) == **b).count();
        for (a, b) in [(old.sentences, new.sentences), (old.paragraphs, new.paragraphs)] {
            head = head.min(first_apart(a, b));
            tail = tail.min(last_apart(a, old.tokens.len(), b, new.tokens.len()));
        }
        Self { head: head as u32, tail: (new.tokens.len() - tail) as u32, grown }
    }
}

/// One version of a text, as `Kept` compares it.
pub(super) struct Version<'a> {
    pub length: usize,
    pub tokens: &'a [Token],
    pub sentences: &'a [Range],
    pub paragraphs: &'a [Range],
}

/// How many tokens from the beginning begin a range in both lists or in neither.
fn first_apart(a: &[Range], b: &[Range]) -> usize {
    let start = |list: &[Range], i: usize| list.get(i).map_or(usize::MAX, |r| r.start as usize);
    let same = a.iter().zip(b).take_while(|(a, b)| a.start == b.start).count();
    start(a, same).min(start(b, same))
}

/// How many tokens from the end begin a range in both lists or in neither, `a` and `b` being over so many tokens.
fn last_apart(a: &[Range], of_a: usize, b: &[Range], of_b: usize) -> usize {
    let left = |r: Option<&Range>, of: usize| r.map_or(usize::MAX, |r| of - r.start as usize);
    let (mut a, mut b) = (a.iter().rev(), b.iter().rev());
    loop {
        let (x, y) = (left(a.next(), of_a), left(b.next(), of_b));
        if x != y || x == usize::MAX {
            return x.min(y) - usize::from(x != y);
        }
    }
}
