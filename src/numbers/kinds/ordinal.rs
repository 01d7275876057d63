//! Places in an order.

use super::Kind;
use crate::annotation::NumberKind;
use crate::lang::en::figures::ADVERBIAL;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::{DASHES, Reader, begins};

/// A place in an order: an ordinal before what it orders, or a rank.
pub(super) const KIND: Kind = Kind {
    id: "ordinal",
    begins: begins::DIGITS | begins::WORD | begins::ARTICLE,
    parse,
    #[cfg(test)]
    examples: &[
        ("The 1,450th soldier", "1,450th = ordinal 1450"),
        ("The 1st anniversary came.", "1st = ordinal 1"),
        ("It is the first female chief.", "first = ordinal 1"),
        ("The second-largest bank", "second = ordinal 2"),
        ("He beat third seed Smith.", "third = ordinal 3"),
        ("Their twenty-first win", "twenty-first = ordinal 21"),
        ("The British number two lost.", "two = ordinal 2"),
        ("The world No. 1 won.", "1 = ordinal 1"),
        ("A third reportedly made a jibe.", "third = ordinal 3"),
    ],
    #[cfg(test)]
    counter: &[
        "He first told reporters.",
        "At first it rained.",
        "Wait a second.",
        "For a second that seemed true.",
        "First, we eat.",
        "First Minister Jones",
        "No 10 declined.",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = rank(r, at) {
        return Some(found);
    }
    // "A third" is left to fractions; its ordinal begins at the number word.
    let n = numeral::unsigned(r, at).filter(|n| n.ordinal)?;
    if !n.digits && n.next == at + 1 && !orders(r, at) {
        return None;
    }
    if named(r, at, n.next) {
        return None;
    }
    Some(Found::new(NumberKind::Ordinal, at, n.next, "ordinal").value(n.value))
}

/// Whether a lone ordinal word orders something: not an adverb, a unit of time or a sentence opener.
fn orders(r: &Reader, at: usize) -> bool {
    let next = at + 1;
    let word = r.lower(at);
    let before = |words: &str| r.after(at, words);
    let hyphen = r.glue(next, DASHES);
    if word == "second" {
        let unit = before("per every split a one each") && !r.is_word(next) && !hyphen
            || before("a") && r.any(next, "that as and or but before when while i he she it we they")
            || before("i we to will")
            || hyphen && r.any(next + 1, "hand guess guessing");
        if unit || before("per split") {
            return false;
        }
    }
    if word == "first"
        && (before("at") && !r.is_word(next)
            || r.are(next, "of all")
            || hyphen && r.any(next + 1, "hand class aid rate degree")
            || r.any(next, "aid hand"))
    {
        return false;
    }
    // "First, …", "Third, …" open a sentence.
    if r.opens_sentence(at) && r.any(next, ", :") {
        return false;
    }
    let determined = before("the a an his her its their our my your 's this that every each no any s' ’");
    if determined || hyphen {
        return true;
    }
    // A verb after it makes it an adverb: "first told", "when it first opened".
    let verb = r.among(next, &ADVERBIAL) && !r.any(next, "in on at and to by but or when as is was has had were are")
        || r.is_lower(next)
            && r.ends(next, "ed")
            && r.lower(next).len() > 4
            && !r.any(next, "placed ranked seeded limited hundred sacred");
    if word == "first" {
        let subject = before(
            "he she they it we i who which was were had has is are be been when that must to not should will would",
        );
        let ends = !r.is_word(next);
        let place = before(
            "finished came placed ranked finish come finishing comes finishes remains remained stands stood in sits",
        );
        return !verb && !(subject && !place) && (!ends || place || r.opens_sentence(at) || before("and or from"));
    }
    !verb
}

/// "Number two", "No. 1", "round one": the place, where something is ranked.
fn rank(r: &Reader, at: usize) -> Option<Found> {
    let label = at.checked_sub(1).filter(|&i| r.any(i, "number no no. nº № #"))?;
    let n = numeral::cardinal(r, at).filter(|n| !n.decimals && !n.large)?;
    // "No 10" and "No 11" are houses in Downing Street, "no one" nobody, "a number two" fine.
    if r.is(label, "no") && !(n.digits && r.is_capital(label))
        || n.digits && (n.is(10) || n.is(11)) && !r.after(label, "world ranked seeded at")
    {
        return None;
    }
    if n.digits && n.whole > 3 {
        return None;
    }
    Some(Found::new(NumberKind::Ordinal, at, n.next, "rank").value(n.value).sure(85))
}

/// "First Minister", "Second World War", "Third Avenue": an ordinal inside a name.
fn named(r: &Reader, at: usize, next: usize) -> bool {
    let capital = r.is_capital(at);
    let name = r.is_capital(next);
    if !capital && !r.is_digits(at) {
        return false;
    }
    if r.is_digits(at) {
        return name
            && r.any(
                next,
                "street avenue st ave st. ave. amendment district division regiment infantry battalion congress circuit arrondissement",
            );
    }
    name && !(r.opens_sentence(at)
        && !r.any(
            next,
            "minister lady nations nation amendment bank secretary world reich national republic deputy solar",
        ))
}
