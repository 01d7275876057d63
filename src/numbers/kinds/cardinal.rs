//! Counts: every number that is nothing else.

use super::Kind;
use super::quantity::millions;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::figures::{IDIOMS, NO_ONE};
use crate::lang::en::numerals::{Form, SUFFIXES};
use crate::lang::listed;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::guard;
use crate::numbers::numeral::{self, Numeral};
use crate::numbers::parts;
use crate::numbers::reader::{DASHES, Reader, begins};

/// A count.
pub(super) const KIND: Kind = Kind {
    id: "cardinal",
    begins: begins::AMOUNT | begins::VAGUE,
    parse,
    #[cfg(test)]
    examples: &[
        ("At least 26 civilians died.", "26 = cardinal 26 >="),
        ("Some 3.2 million pools", "3.2 million = cardinal 3200000 ~"),
        ("Half a million people came.", "Half a million = cardinal 500000"),
        ("It has 1.2bn users.", "1.2bn = cardinal 1200000000"),
        ("Seen by 8m viewers", "8m = cardinal 8000000"),
        ("Some two dozen eggs", "two dozen = cardinal 24 ~"),
        ("Dozens were hurt.", "Dozens = cardinal vague 12 ~"),
        ("Tens of thousands marched.", "Tens of thousands = cardinal vague 10000 ~"),
        ("It sold 12 lakh copies.", "12 lakh = cardinal 1200000"),
        (
            "Seven hundred twenty-one thousand and twelve",
            "Seven hundred twenty-one thousand and twelve = cardinal 721012",
        ),
        ("A 22-member board", "22 = cardinal 22"),
        ("She beat one man and two women.", "one = cardinal 1"),
        ("It killed one and injured eight.", "one = cardinal 1"),
        ("It sold well in week one and then sank.", "one = cardinal 1"),
        ("One 12-year-old girl wept.", "One = cardinal 1"),
        ("They sold 816 000 tickets.", "816 000 = cardinal 816000"),
    ],
    #[cfg(test)]
    counter: &[
        "one of them",
        "No one came.",
        "COVID-19",
        "the G20",
        "A 5G mast",
        "A Boeing 747 landed.",
        "Gate 12 is shut.",
        "Call 020 7946 0958.",
        "This one is better.",
        "Version 2.0.1 is out.",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    if let Some((floor, next)) = parts::vague(r, at) {
        let mut found = Found::new(NumberKind::Cardinal, at, next, "vague");
        found.number.lo = Some(floor);
        return Some(found);
    }
    let n = numeral::read(r, at).filter(|n| !n.ordinal && !(n.fraction && !n.large))?;
    if guard::is_name(r, at, n) || r.is(at, "one") && n.next == at + 1 && !is_count(r, at) {
        return None;
    }
    if r.any(at, "zero nil nought naught") && n.next == at + 1 && r.dash(at + 1) {
        return None;
    }
    let (value, next) = suffixed(r, n)?;
    Some(Found::new(NumberKind::Cardinal, at, next, "number").value(value))
}

/// The value with a suffix of scale ("8m viewers", "10k"); None if other letters are glued to the digits ("5G").
fn suffixed(r: &Reader, n: &Numeral) -> Option<(Option<Decimal>, usize)> {
    let next = n.next;
    let glued = r.glued(next) && (r.is_word(next) || r.is(next, "°"));
    if !glued {
        // "1,674.5 M" in a table
        let spaced =
            n.digits && (n.large || n.decimals) && n.zeros == 0 && listed("K M B", r.str(next)) && next + 1 >= r.stop;
        let zeros = r.meaning(next, &SUFFIXES).filter(|_| spaced).map_or(0, |s| s.zeros);
        return Some((decimal::shift(n.value, zeros), next + usize::from(spaced)));
    }
    let suffix = r.meaning(next, &SUFFIXES).filter(|_| !n.large)?;
    // A lone capital takes the full stop of the sentence for its own: "10M."
    let ok = match r.str(next).trim_end_matches('.') {
        "K" => n.whole >= 2,
        "k" => !r.any(next + 1, "run race resolution"),
        "M" | "B" => true,
        "m" => millions(r, next),
        "b" => n.decimals,
        _ => suffix.sure,
    };
    ok.then(|| (decimal::shift(n.value, suffix.zeros), next + 1))
}

/// Whether "one" counts: it stands before a noun, and against another count, a limit or people.
fn is_count(r: &Reader, at: usize) -> bool {
    let next = at + 1;
    if r.glue(next, DASHES) {
        // "One-off", "one-sided", "one-time", but "one-bedroom", "one-man".
        return !r.any(
            next + 1,
            "off offs sided time on one size stop upmanship handed liner down another way party nation",
        );
    }
    if r.after(at, crate::lang::en::figures::RANKS) {
        // "In week one", but "this week one man died"
        let counted = r.after(at, "day week year part game");
        if !r.after(at, "no number") && (!counted || r.any(at.wrapping_sub(2), "in of after by since from until")) {
            return true;
        }
    }
    // "One 12-year-old girl"
    if r.is_digits(next) && r.hyphen(next + 1).is_some_and(|i| r.lexeme(i).time.is_some()) {
        return true;
    }
    // "Killed one and injured eight", "one to two hundred"
    if r.after(at, "killing killed injuring injured wounding wounded")
        || r.is(next, "to") && r.number_word(next + 1).is_some_and(|w| w.form == Form::Cardinal)
    {
        return true;
    }
    if r.after(at, NO_ONE) && !(r.after(at, "the") && r.is_lower(next)) || r.any(next, IDIOMS) {
        return false;
    }
    // Mid-sentence capitals are names: "Formula One", "Channel One".
    if r.is_capital(at) && !r.opens_sentence(at) {
        return false;
    }
    if !r.is_word(next) {
        return false;
    }
    let limited = r.after(at, "just only least than exactly about nearly almost over with the plus");
    let people = r.any(
        next,
        "person man woman child boy girl officer soldier goal vote seat victim civilian death case arrest policeman passenger student worker",
    );
    let other = (r.start..r.stop)
        .filter(|&i| i.abs_diff(at) <= 14 && i != at)
        .any(|i| r.is_digits(i) || r.number_word(i).is_some_and(|w| w.form == Form::Cardinal) && !r.is(i, "one"));
    let title = r.is_capital(at) && r.is_capital(next);
    limited || people || other || title || r.is_plural(next)
}
