//! What a count counts: the noun phrase after it.

use super::found::Found;
use super::reader::Reader;
use crate::annotation::NumberKind;
use crate::lang::en::figures::STOPS;
use crate::lang::en::numerals::Form;

/// At most so many words make the phrase.
const REACH: usize = 4;

/// Finds what a figure counts, up to its first plural noun.
pub(super) fn mark(r: &Reader, found: &mut Found) {
    let counts = match found.number.kind {
        NumberKind::Cardinal => found.number.rule != "multiple",
        NumberKind::Range => found.number.of == Some(NumberKind::Cardinal),
        NumberKind::Fraction | NumberKind::Percent => r.is(found.next, "of"),
        _ => false,
    };
    if !counts {
        return;
    }
    let of = r.is(found.next, "of");
    let mut from = found.next + usize::from(of);
    from += usize::from(of && r.any(from, "the its their his her our all these those your my"));
    if !of && (r.dash(found.next) || r.glued(found.next)) {
        return;
    }
    let one = crate::numbers::decimal::is(found.number.value, 1);
    let mut end = None;
    for at in from..(from + REACH).min(r.stop) {
        // "Six of eight counts" names its own whole.
        let number = r.number_word(at).is_some_and(|n| n.form == Form::Cardinal);
        if !r.is_word(at) || number || r.among(at, &STOPS) || is_verb(r, at, from, one) {
            break;
        }
        // "Abrams tanks"
        let name = r.is_capital(at) && r.is_lower(at + 1) && r.is_plural(at + 1);
        if r.is_plural(at) && !name {
            end = Some(at + 1);
            break;
        }
        if one || of && found.number.kind != NumberKind::Cardinal {
            end = Some(at + 1);
        }
        // A hyphen goes on with the word: "two home-grown players".
        if r.dash(at + 1) {
            break;
        }
    }
    found.number.counted = end.map(|end| r.span(from, end));
}

/// A past participle may stand before the noun ("killed civilians"), a finite verb ends the phrase.
fn is_verb(r: &Reader, at: usize, from: usize, one: bool) -> bool {
    let word = r.lower(at);
    r.is_lower(at)
        && at > from
        && word.len() > 4
        && (word.ends_with("ed") || word.ends_with("ing"))
        && (one || !r.is_plural(at + 1))
}
