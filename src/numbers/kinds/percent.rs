//! Per cent, percentage points and basis points, kept apart.

use super::Kind;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::phrases;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::parts;
use crate::numbers::reader::{Reader, begins};

/// A share of a hundred, or a difference of two.
pub(super) const KIND: Kind = Kind {
    id: "percent",
    begins: begins::AMOUNT,
    parse,
    #[cfg(test)]
    examples: &[
        ("It fell 2.5%.", "2.5% = percent 2.5 %"),
        ("Some 14 per cent agreed.", "14 per cent = percent 14 % ~"),
        ("Forty-six percent said so.", "Forty-six percent = percent 46 %"),
        ("A nine percentage point edge", "nine percentage point = percent 9 pp"),
        ("Rates rose 25 basis points.", "25 basis points = percent 25 bp"),
        ("It is a quarter of 1 percent.", "a quarter of 1 percent = percent 0.25 %"),
        ("Up by half a percentage point", "half a percentage point = percent 0.5 pp"),
        ("A 5pc rise", "5pc = percent 5 %"),
        ("Per cent of 31", "Per cent of 31 = percent 31 %"),
    ],
    #[cfg(test)]
    counter: &["The percentage rose.", "innocent people", "What per cent of 31 is it?"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    let found =
        |next, value, unit: &'static str| Found::new(NumberKind::Percent, at, next, "percent").value(value).unit(unit);
    // "A quarter of 1 percent", "half a percentage point", "two-tenths of a percent"
    if let Some((part, next)) = parts::part(r, at) {
        let of = r.past(next, "of");
        let whole = if r.any(of, "a one") {
            Some((Decimal::ONE, of + 1))
        } else {
            numeral::unsigned(r, of).filter(|_| of > next).and_then(|n| Some((n.value?, n.next)))
        };
        if let Some((whole, sign)) = whole
            && let Some((unit, next)) = sign_at(r, sign)
        {
            return Some(found(next, part.times(whole), unit));
        }
        if let Some((unit, next)) = sign_at(r, r.past_hyphen(next)) {
            return Some(found(next, Some(part), unit));
        }
    }
    let n = numeral::read(r, at).filter(|n| !n.ordinal)?;
    // "0.25 of a percentage point"
    if n.decimals
        && r.is(n.next, "of")
        && r.is(n.next + 1, "a")
        && let Some((unit, next)) = sign_at(r, n.next + 2)
    {
        return Some(found(next, n.value, unit));
    }
    let Some((unit, next)) = sign_at(r, r.past_hyphen(n.next)) else {
        // "Per cent of 22": a line that names its unit first
        let named = at == r.start + 2 && r.follows(at, "percent of|percents of|percentage of")
            || at == r.start + 3 && r.follows(at, "per cent of");
        (named && n.next >= r.stop).then_some(())?;
        return Some(Found::new(NumberKind::Percent, r.start, n.next, "percent").value(n.value).unit("%").sure(70));
    };
    Some(found(next, n.value, unit))
}

/// Units and their signs.
const SIGNS: &str = "\
% % percent percents pct pct. ٪ ％
pp pp ppt ppts pps
bp bp bps";

/// The unit at a token and the token after it.
pub(super) fn sign_at(r: &Reader, at: usize) -> Option<(&'static str, usize)> {
    let next = at + 1;
    let (unit, next) = match r.lower(at) {
        "per" if r.is(next, "cent") => ("%", next + 1),
        "pc" if r.glued(at) => return Some(("%", next)),
        "percentage" => return Some(("pp", points(r, next)?)),
        "basis" => return Some(("bp", points(r, next)?)),
        _ => (phrases(SIGNS).find(|(_, words)| r.any(at, words))?.0, next),
    };
    Some(points(r, next).filter(|_| unit == "%").map_or((unit, next), |next| ("pp", next)))
}

fn points(r: &Reader, at: usize) -> Option<usize> {
    let at = r.past_hyphen(at);
    r.any(at, "point points").then_some(at + 1)
}
