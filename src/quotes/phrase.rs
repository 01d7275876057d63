//! Noun phrases that can be a source, found from the place of a verb without a parser.

use super::view::View;
use crate::lang::speech::{
    ADVERB, AUXILIARY, BODY, CALL, CONJUNCTION, DETERMINER, PAPER, PERSON, PREPOSITION, PRONOUN, RELATIVE, SAY,
    SUBORDINATOR, THINK, TIME, TITLE,
};
use crate::text::{Case, Range, TokenKind};

/// Longest phrase, in items.
const LONGEST: usize = 9;

/// Small words inside a name: *Suleiman al-Amr*, *Ursula von der Leyen*, *Bank of England*.
fn joins_name(word: &str) -> bool {
    matches!(
        word,
        "of" | "de"
            | "la"
            | "von"
            | "van"
            | "der"
            | "bin"
            | "al"
            | "el"
            | "-"
            | "&"
            | "ibn"
            | "di"
            | "da"
            | "du"
            | "dos"
            | "ten"
    )
}

/// Whether item `i` may stand inside a noun phrase.
fn nominal(view: &View, i: usize) -> bool {
    matches!(view.kind(i), TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
        && !view.is(i, PREPOSITION | AUXILIARY | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN)
        || matches!(view.str(i), "-" | "‑")
        || view.kind(i) == TokenKind::Link
}

/// Whether item `i` is a verb of speech as far as its form tells: no capital, no determiner right before.
pub(super) fn verbal(view: &View, i: usize) -> bool {
    view.is(i, SAY | THINK | CALL) && view.case(i) == Case::Lower && !(i > 0 && view.is(i - 1, DETERMINER))
}

/// The phrase that ends right before item `end`, not beyond `floor`.
pub(super) fn before(view: &View, end: usize, floor: usize) -> Option<Range> {
    let last = end.checked_sub(1).filter(|&l| l >= floor)?;
    if view.is(last, PRONOUN) {
        return Some(range(last, end));
    }
    if view.kind(last) == TokenKind::Link {
        return Some(range(last, end));
    }
    if view.kind(last) != TokenKind::Word
        || view.is(last, RELATIVE | PREPOSITION | AUXILIARY | CONJUNCTION | SUBORDINATOR)
    {
        return None;
    }
    if view.capital(last) {
        let start = name_start(view, last, floor);
        return Some(range(start, end));
    }
    // A common noun: back to its determiner, or to the first word that can't belong to it.
    let mut start = last;
    while start > floor && last - start < LONGEST {
        if view.is(start, DETERMINER) {
            return Some(range(start, end));
        }
        if !nominal(view, start - 1) {
            break;
        }
        start -= 1;
    }
    if view.is(start, DETERMINER) {
        return Some(range(start, end));
    }
    view.is(last, PERSON | BODY | PAPER).then(|| range(start, end))
}

fn name_start(view: &View, last: usize, floor: usize) -> usize {
    let mut start = last;
    while start > floor && last - start < LONGEST {
        let before = start - 1;
        let joined = joins_name(view.lower(before)) && before > floor && view.capital(before - 1);
        if view.capital(before) && !view.is(before, DETERMINER | PREPOSITION) {
            start = before;
        } else if joined {
            start = before - 1;
        } else {
            break;
        }
    }
    start
}

/// The phrase that begins at item `start`, not beyond `ceiling`.
pub(super) fn after(view: &View, start: usize, ceiling: usize) -> Option<Range> {
    let ceiling = ceiling.min(start + LONGEST + 3);
    if start >= ceiling {
        return None;
    }
    if view.is(start, PRONOUN) && !view.is(start, DETERMINER) {
        return Some(range(start, start + 1));
    }
    if view.kind(start) == TokenKind::Link {
        return Some(range(start, start + 1));
    }
    let mut end = start;
    let mut named = false;
    let mut known = false;
    while end < ceiling {
        let name_goes_on =
            named && joins_name(view.lower(end)) && view.capital(end + 1) && view.capital(end.wrapping_sub(1));
        if !(nominal(view, end) || name_goes_on) || (named && view.is(end, TIME) && view.capital(end)) {
            break;
        }
        // Behind a name a lower-case word belongs to the sentence again, unless the name is part of a phrase (AFI jury).
        if named && view.case(end) == Case::Lower && !view.is(end, PERSON | BODY | PAPER | TITLE) && !name_goes_on {
            break;
        }
        if end > start && (view.is(end, ADVERB) && !view.is(end, DETERMINER) || verbal(view, end)) && (named || known) {
            break;
        }
        named |= view.capital(end) && !view.is(end, DETERMINER);
        known |= view.is(end, PERSON | BODY | PAPER);
        end += 1;
    }
    let determined = view.is(start, DETERMINER) && end > start + 1;
    (end > start && (named || known || determined)).then(|| range(start, end))
}

fn range(start: usize, end: usize) -> Range {
    Range { start: start as u32, end: end as u32 }
}

/// The source behind a phrase that hangs on another: in *a spokesman for the company* it is the spokesman who speaks.
pub(super) fn head(view: &View, mut phrase: Range, floor: usize) -> Range {
    for _ in 0..3 {
        let start = phrase.start as usize;
        if start <= floor || !view.is(start - 1, PREPOSITION) {
            break;
        }
        match before(view, start - 1, floor) {
            Some(outer)
                if view.is(outer.end as usize - 1, PERSON | BODY | PAPER | PRONOUN)
                    || view.capital(outer.end as usize - 1) =>
            {
                phrase = outer;
            }
            _ => break,
        }
    }
    phrase
}
