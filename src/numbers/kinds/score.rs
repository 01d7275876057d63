//! Results, votes and records: two sides and a hyphen.

use super::Join;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::figures::RESULTS;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::measure;
use crate::numbers::numeral;
use crate::numbers::reader::Reader;

/// A result of two sides.
pub(super) const JOIN: Join = Join {
    id: "score",
    join,
    #[cfg(test)]
    examples: &[
        ("They won 3-1.", "3-1 = score 3:1"),
        ("The Senate voted 52-48.", "52-48 = score 52:48"),
        ("A record of 216-146", "216-146 = score 216:146"),
        ("Lost 2-3 on penalties", "2-3 = score 2:3"),
        ("The House voted 230-to-198.", "230-to-198 = score 230:198"),
        ("A ratio of 3:1", "3:1 = score 3:1"),
        ("A goalless 0-0 draw", "0-0 = score 0:0"),
        ("Voters back it four-to-one.", "four-to-one = score 4:1"),
        ("They led two-nil.", "two-nil = score 2:0"),
        ("Their record is 10-5-1.", "10-5-1 = score :"),
    ],
    #[cfg(test)]
    counter: &["One-to-one talks", "Aged 18-24", "Call 555-1234.", "A 4-4-2 formation", "20-30 people"],
};

fn join(r: &Reader, first: &Found) -> Option<Found> {
    let at = first.next;
    if first.number.kind != NumberKind::Cardinal || first.next != first.from + 1 {
        return None;
    }
    // "Odds of 3:1": no time of day has one digit for its minutes.
    let colon = r.joins(at, ":") && r.len(at + 1) == 1;
    let hyphen = if colon { at + 1 } else { r.hyphen(at)? };
    let to = r.is(hyphen, "to");
    let second_at = if to { r.hyphen(hyphen + 1)? } else { hyphen };
    // "Four-to-one", "two-nil": in words only where that sets them against each other.
    let spelled = to || r.is(second_at, "nil");
    let side = |i: usize| {
        if spelled && !r.is_digits(i) {
            return numeral::words_below_hundred(r, i)?.value;
        }
        side(r, i)
    };
    let (a, b) = (side(first.from)?, side(second_at)?);
    let next = second_at + 1;
    if let Some(end) = record(r, first.from, next) {
        return Some(Found::new(NumberKind::Score, first.from, end, "record").sure(80));
    }
    // Chains are formations, dates or identifiers; letters glued on make it another thing.
    if r.glued(next) && (r.is_word(next) || r.any(next, "% / :") || r.dash(next))
        || r.glued(first.from) && r.dash(first.from - 1)
    {
        return None;
    }
    // "95–130 km/h"
    if numeral::unsigned(r, second_at)?.next != next || measure::read(r, next, true).is_some() {
        return None;
    }
    let second = Found::new(NumberKind::Score, second_at, next, "score").value(Some(b));
    // "One-to-one" is a manner.
    if a < b && !is_result(r, first, &second) || a == b && to && !r.is_digits(first.from) {
        return None;
    }
    let mut found = second.since(first.from).value(None);
    found.number.lo = Some(a);
    found.number.hi = Some(b);
    Some(if a < b { found.sure(80) } else { found })
}

/// A side in digits.
fn side(r: &Reader, at: usize) -> Option<Decimal> {
    let d = decimal::read(r.str(at)).filter(|d| !d.grouped && !d.decimals && d.whole <= 3 && !d.padded)?;
    d.value.filter(|_| r.is_digits(at))
}

/// The end of a record of three, "10-5-1": wins, losses and draws, which stand in either order. A formation has ten players.
fn record(r: &Reader, first: usize, next: usize) -> Option<usize> {
    let third = r.hyphen(next)?;
    let end = third + 1;
    let sum = side(r, first)?.plus(side(r, third - 2)?)?.plus(side(r, third)?)?;
    let near = r.led(first, 6, &RESULTS) || r.led(end + 3, 3, &RESULTS) || r.after(first, "( went is are was were at");
    (near && r.len(third) == 1 && !decimal::is(Some(sum), 10)).then_some(end)
}

/// Whether two small numbers with a hyphen, of which the second is greater, are a result: in a sentence about one.
pub(super) fn is_result(r: &Reader, first: &Found, second: &Found) -> bool {
    if first.number.value > Some(Decimal::whole(150)) {
        return false;
    }
    let near = first.from.saturating_sub(10).max(r.start)..(second.next + 6).min(r.stop);
    let counted = r.is_lower(second.next) && r.ends(second.next, "s") && !r.among(second.next, &RESULTS)
        || r.any(second.next, "people years days minutes percent year");
    // "Improved to 9-1 and fell to 2-8": a result beside another.
    let beside = |i: usize| {
        i + 2 < first.from && r.is_digits(i) && r.hyphen(i + 1).is_some() && r.is_digits(i + 2) && !r.glued(i + 3)
    };
    !counted && near.into_iter().any(|i| r.among(i, &RESULTS) || beside(i))
}
