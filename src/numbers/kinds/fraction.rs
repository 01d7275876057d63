//! Parts of a whole.

use super::Kind;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::calendar::TimeWord;
use crate::lang::en::figures::CHANGES;
use crate::lang::en::numerals::Size;
use crate::lang::listed;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::parts;
use crate::numbers::reader::{DASHES, Lexeme, Reader, begins};

/// A part of a whole, as a decimal.
pub(super) const KIND: Kind = Kind {
    id: "fraction",
    begins: begins::AMOUNT,
    parse,
    #[cfg(test)]
    examples: &[
        ("One-quarter to one-third of homes", "One-quarter to one-third = range 0.25..0.333333333333333 fraction"),
        ("It lost between a third and a half.", "a third and a half = range 0.333333333333333..0.5 fraction"),
        ("From half to two-thirds of it", "half to two-thirds = range 0.5..0.666666666666667 fraction"),
        ("Only half of patients respond.", "half = fraction 0.5"),
        ("Prices are a third higher.", "a third = fraction 0.333333333333333"),
        ("Two-thirds of voters agreed.", "Two-thirds = fraction 0.666666666666667"),
        ("Six in 10 say so.", "Six in 10 = fraction 0.6"),
        ("A quarter of the vote", "A quarter = fraction 0.25"),
        ("One in five adults", "One in five = fraction 0.2"),
        ("It is 3/4 full.", "3/4 = fraction 0.75"),
        ("One in every 300 people", "One in every 300 = fraction 0.003333333333333"),
        ("Sales climbed a third to £9m.", "a third = fraction 0.333333333333333"),
        ("Of 9,800, of whom a tenth are here", "a tenth = fraction 0.1"),
        ("A 10th of the sum", "A 10th = fraction 0.1"),
        ("One twenty-fifth of it", "One twenty-fifth = fraction 0.04"),
        ("It came to two hundred and six fifths.", "two hundred and six fifths = fraction 41.2"),
        ("One hundred forty-fifths", "One hundred forty-fifths = fraction 2.222222222222222"),
        ("A hundred billionths of it", "A hundred billionths = fraction 0.0000001"),
        ("Above a fifth and below a half of all", "a fifth and below a half = range 0.2..0.5 fraction"),
    ],
    #[cfg(test)]
    counter: &[
        "in the second half",
        "two second-half goals",
        "the fly-half",
        "at half-time",
        "A third man fled.",
        "They ran, after which a third man fled.",
        "Flags flew at half staff.",
        "deep in their attacking half",
        "the last quarter",
        "his half-brother",
        "9/11 attacks",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    let found = |value, next| Some(Found::new(NumberKind::Fraction, at, next, "fraction").value(value));
    if let Some(n) = numeral::slash(r, at) {
        let whole = [r.str(at), r.str(at + 2)].join("/");
        // "9/11" is a day, "24/7" a habit.
        return (!listed(crate::lang::en::figures::FIXED, &whole)).then(|| found(n.value, n.next))?;
    }
    if let Some(n) = numeral::unsigned(r, at).filter(|n| n.fraction && !n.large) {
        return found(n.value, n.next);
    }
    if let Some((value, next)) = share(r, at) {
        return found(value, next);
    }
    if let Some((value, next)) = improper(r, at) {
        return found(value, next);
    }
    let (value, next) = parts::part(r, at)?;
    is_part(r, at, next).then(|| found(Some(value), next))?
}

/// "One hundred and thirty-two fifths", "one hundred thirty-fifths": more parts than words below a hundred count.
fn improper(r: &Reader, at: usize) -> Option<(Option<Decimal>, usize)> {
    let n = numeral::read(r, at).filter(|n| n.large && !n.ordinal && !n.decimals)?;
    let mut count = n.value?;
    let (mut denominator, next) = parts::denominator(r, r.past_hyphen(n.next), count)?;
    // The hyphen glues its tens to the part.
    if let (Some(Size::Ten(tens)), Some(_)) = (r.number_word(n.next - 1).map(|w| w.size), r.hyphen(n.next)) {
        let tens = Decimal::from(tens);
        (count, denominator) = (count.plus(-tens)?, denominator.plus(tens)?);
    }
    Some((decimal::ratio(count, denominator), next))
}

/// "Six in 10", "one in five", "nine out of 10".
fn share(r: &Reader, at: usize) -> Option<(Option<Decimal>, usize)> {
    let a = numeral::cardinal(r, at).filter(|n| !n.decimals)?;
    let b_at = if r.are(a.next, "out of") {
        a.next + 2
    } else if r.is(a.next, "in") {
        a.next + 1 + usize::from(r.is(a.next + 1, "every"))
    } else if let (Some(next), true) = (r.hyphen(a.next), r.is(a.next + 1, "in")) {
        r.hyphen(next + 1)?
    } else if r.is(a.next, "over") && !a.digits && a.is(1) {
        a.next + 1
    } else {
        return None;
    };
    let b = numeral::cardinal(r, b_at).filter(|n| !n.decimals)?;
    let (x, y) = (a.value?, b.value?);
    // "two in 2004", "3 in 5 games", "one in two years" are no shares.
    let year = b.plain && matches!(b.small(), Some(1500..=2100));
    let sport = r.any(
        b.next,
        "games game matches starts innings appearances minutes outings overs balls years days months weeks attempts seconds hours",
    ) && x > Decimal::ONE;
    let time = matches!(r.lexeme(b.next), Lexeme { time: Some(TimeWord::Unit(..)), symbol: false, .. });
    (x < y && !year && !sport && !time).then(|| (decimal::ratio(x, y), b.next))
}

/// Whether "half", "a third", "a quarter" is a part here, not a place in an order or three months.
fn is_part(r: &Reader, at: usize, next: usize) -> bool {
    let last = r.lower(next - 1);
    let article = r.any(at, "a an");
    // "Second-half goals"
    let prior = if r.dash(at.wrapping_sub(1)) { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
    let before = |words: &str| r.any(prior, words);
    // "Up a third", "climbed a quarter"
    let by = before(BY) || r.among(prior, &CHANGES);
    // "A quarter to a third", "between a third and a half"
    let pair = r.is(next, "to") || r.is(next, "and") && before("between");
    let of = pair && parts::part(r, next + 1).is_some()
        || r.is(prior, "to") && at > 1 && r.any(at - 2, "half quarter third thirds fifth tenth")
        || r.is(next, "of") && !r.any(next + 1, "last next this 2015 2016")
        || r.any(next, "the its their his her our that those these")
        || before("whom which") && r.after(prior, "of");
    match last {
        "half" => {
            let ordinal = before(
                "first second other latter early top bottom 1st 2nd better last next opening each own fly scrum attacking defensive defending opposition left right",
            );
            let glued = r.glue(next, DASHES);
            let noun = r.any(
                next,
                "time term staff mast way brother sister back marathon century moon past board year hour day dozen pint price",
            );
            !ordinal && !glued && !noun && !rounded(r, if r.is(prior, "a") { prior } else { at })
        }
        "quarter" => (article || r.is(at, "one")) && (of || compares(r, next) || by),
        _ if listed(SINGLE, last) => {
            // "Two third-placed sides", "a third man".
            let one = r.is(at, "one");
            of || compares(r, next)
                || by
                    && (!r.is_lower(next)
                        || r.any(next, "last this next since in to from on over after and by when at during between"))
                || one && !r.is_lower(next)
                || r.dash(at + 1)
        }
        // "Thirds", "three-quarters", and ordinals in digits or compounds.
        _ => last.ends_with('s') || of,
    }
}

/// Whether "and" before a token adds to a length: "the past year and a half".
fn rounded(r: &Reader, at: usize) -> bool {
    r.after(at, "and") && r.any(at.wrapping_sub(2), "year hour century month decade week day")
}

/// Parts that are places in an order, too.
const SINGLE: &str = "third fourth fifth sixth seventh eighth ninth tenth twelfth hundredth thousandth twentieth";

/// What stands before the size of a change, or hedges it.
const BY: &str = "by about nearly almost roughly around than over under above below least to";

fn compares(r: &Reader, at: usize) -> bool {
    r.any(at, "higher lower more less fewer bigger smaller larger cheaper faster slower full empty as say said")
}
