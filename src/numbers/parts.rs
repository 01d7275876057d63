//! Parts and mixtures within numerals: "half a million", "two and a half", "three quarters", and numbers without a value.

use super::decimal;
use super::numeral::{self, Numeral, scale_word, token, words_below_hundred};
use super::reader::Reader;
use crate::annotation::Decimal;
use crate::lang::en::numerals::{Form, NumeralWord, Size};

/// "Half a million", "a quarter of a million", "three quarters of a billion", "two and a half million", "half a dozen".
pub(super) fn part_of_scale(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    if let Some((value, next)) = part(r, at) {
        return scaled(r, value, r.past(r.past_hyphen(r.past(next, "of")), "a an"));
    }
    // "Two and a half million"
    let mixed = mixed(r, at)?;
    Some(scaled(r, mixed.value?, mixed.next).unwrap_or(mixed))
}

fn scaled(r: &Reader, value: Decimal, at: usize) -> Option<Box<Numeral>> {
    let (word, next) = scale_word(r, at, false).filter(|(word, _)| word.form == Form::Cardinal)?;
    let mut n = Numeral::new(value.times(numeral::value(word.size)?), next);
    (n.large, n.zeros) = (true, numeral::zeros(word.size));
    Some(n)
}

/// "Half", "a quarter", "three quarters", "two thirds".
pub(super) fn part(r: &Reader, at: usize) -> Option<(Decimal, usize)> {
    let article = r.any(at, "a an one");
    let named = if article { r.past_hyphen(at + 1) } else { at };
    match r.lower(named) {
        "half" => return Some((Decimal::HALF, named + 1)),
        "quarter" => return Some((Decimal::QUARTER, named + 1)),
        _ => {}
    }
    let (count, parts_at) = if article {
        (Decimal::ONE, named)
    } else {
        let n = below(r, at, 2)?;
        (n.value?, r.past_hyphen(n.next))
    };
    if r.any(parts_at, "quarters quarter") {
        return Some((count.times(Decimal::QUARTER)?, parts_at + 1));
    }
    let (denominator, next) = denominator(r, parts_at, count)?;
    Some((decimal::ratio(count, denominator)?, next))
}

/// A whole number in words below a hundred or in so many digits.
fn below(r: &Reader, at: usize, digits: u32) -> Option<Box<Numeral>> {
    let words = words_below_hundred(r, at).filter(|n| !n.ordinal);
    words.or_else(|| token(r, at).filter(|n| n.whole <= digits && !n.decimals))
}

/// "Thirds", "third", "hundredths", "twenty-fifth".
pub(super) fn denominator(r: &Reader, at: usize, count: Decimal) -> Option<(Decimal, usize)> {
    let one = count == Decimal::ONE;
    // "A 10th of the sum"
    if one && r.is_digits(at) && r.glue(at + 1, "th") && r.is(at + 2, "of") {
        return Some((token(r, at).filter(|n| n.above(3))?.value?, at + 2));
    }
    let word = r.number_word(at)?;
    let fits = |form| form == Form::Parts || one && form == Form::Ordinal;
    match (word.size, word.form) {
        // "One twenty-fifth"
        (Size::Ten(tens), Form::Cardinal) => match r.number_word(r.hyphen(at + 1)?)? {
            NumeralWord { size: Size::Unit(n @ 1..), form } if fits(form) => Some((Decimal::from(tens + n), at + 3)),
            _ => None,
        },
        (Size::Unit(0..3) | Size::Dozen | Size::Score, _) => None,
        (size, form) => Some((numeral::value(size).filter(|_| fits(form))?, at + 1)),
    }
}

/// "Two and a half", "one and three quarters", "2½ million".
fn mixed(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    let whole = below(r, at, 3)?;
    let and = r.past_hyphen(whole.next);
    r.any(and, "and &").then_some(())?;
    let (value, next) = part(r, r.past_hyphen(and + 1)).filter(|&(v, _)| v < Decimal::ONE)?;
    let mut mixed = Numeral::new(decimal::sum(whole.value, Some(value)), next);
    (mixed.digits, mixed.decimals) = (whole.digits, true);
    Some(mixed)
}

/// A number without a value: "dozens", "tens of thousands", "several hundred"; its floor and the token after it.
pub(super) fn vague(r: &Reader, at: usize) -> Option<(Decimal, usize)> {
    let size = |at: usize| {
        let word = r.number_word(at)?;
        let counts = !matches!(word.size, Size::Unit(_) | Size::Teen(11..) | Size::Ten(_));
        Some((numeral::value(word.size).filter(|_| counts)?, word.form))
    };
    if let Some((mut floor, Form::Plural)) = size(at) {
        let mut next = at + 1;
        while r.is(next, "of")
            && let Some((factor, Form::Plural)) = size(next + 1)
        {
            floor = floor.times(factor)?;
            next += 2;
        }
        let (tens, scores) = (r.is(at, "tens"), r.is(at, "scores"));
        return (!(tens && next == at + 1) && (!scores || r.is(next, "of"))).then_some((floor, next));
    }
    let quantifier = if r.any(at, "several few couple") {
        at + 1
    } else if r.is(at, "a") && r.any(at + 1, "few couple") {
        r.past(at + 2, "of")
    } else {
        return None;
    };
    let (floor, form) = size(quantifier)?;
    let floor = if form == Form::Cardinal { floor.times(Decimal::whole(2))? } else { return None };
    let mut next = quantifier + 1;
    let mut total = floor;
    while let Some((factor, Form::Cardinal)) = size(next) {
        total = total.times(factor)?;
        next += 1;
    }
    Some((total, next))
}
