//! Parts and mixtures within numerals: "half a million", "two and a half", "three quarters", and numbers without a value.

use super::decimal::{self, power};
use super::numeral::{EMPTY, Numeral, scale_word, words_below_hundred};
use super::reader::Reader;
use crate::annotation::Decimal;
use crate::lang::en::numerals::{Form, NumeralWord, Size};

/// "Half a million", "a quarter of a million", "three quarters of a billion", "two and a half million", "half a dozen".
pub(super) fn part_of_scale(r: &Reader, at: usize) -> Option<Numeral> {
    if let Some((value, next)) = part(r, at) {
        let next = if r.is(next, "of") { next + 1 } else { next };
        let next = r.past_hyphen(next);
        let next = if r.any(next, "a an") { next + 1 } else { next };
        return scaled(r, value, next);
    }
    // "Two and a half million"
    let mixed = mixed(r, at)?;
    Some(scaled(r, mixed.value?, mixed.next).unwrap_or(mixed))
}

fn scaled(r: &Reader, value: Decimal, at: usize) -> Option<Numeral> {
    let (word, next) = scale_word(r, at, false)?;
    let (factor, zeros) = match (word.size, word.form) {
        (Size::Power(zeros), Form::Cardinal) => (power(zeros)?, zeros),
        (Size::Dozen, Form::Cardinal) => (Decimal::whole(12), 0),
        (Size::Hundred, Form::Cardinal) => (Decimal::whole(100), 2),
        _ => return None,
    };
    Some(Numeral { value: value.times(factor), next, large: true, zeros, ..EMPTY })
}

/// "Half", "a quarter", "three quarters", "two thirds".
pub(super) fn part(r: &Reader, at: usize) -> Option<(Decimal, usize)> {
    let half = Decimal::new(5, 1)?;
    let quarter = Decimal::new(25, 2)?;
    let article = r.any(at, "a an one");
    let named = if article { r.past_hyphen(at + 1) } else { at };
    match r.lower(named) {
        "half" => return Some((half, named + 1)),
        "quarter" => return Some((quarter, named + 1)),
        _ => {}
    }
    let (count, parts_at) = if article {
        (Decimal::ONE, named)
    } else {
        let n = words_below_hundred(r, at).filter(|n| !n.ordinal).or_else(|| digits_below_hundred(r, at))?;
        (n.value?, r.past_hyphen(n.next))
    };
    if r.any(parts_at, "quarters quarter") && !article {
        return Some((count.times(quarter)?, parts_at + 1));
    }
    if r.is(parts_at, "halves") {
        return Some((count.times(half)?, parts_at + 1));
    }
    let (denominator, next) = denominator(r, parts_at, count)?;
    Some((decimal::ratio(count, denominator)?, next))
}

fn digits_below_hundred(r: &Reader, at: usize) -> Option<Numeral> {
    let d = decimal::read(r.str(at)).filter(|d| r.is_digits(at) && d.whole <= 2 && !d.decimals)?;
    Some(Numeral { value: d.value, next: at + 1, digits: true, ..EMPTY })
}

/// "Thirds", "third", "hundredths", "twenty-fifth".
pub(super) fn denominator(r: &Reader, at: usize, count: Decimal) -> Option<(Decimal, usize)> {
    let one = count == Decimal::ONE;
    // "A 10th of the sum"
    if one && r.is_digits(at) && r.glue(at + 1, "th") && r.is(at + 2, "of") {
        return Some((decimal::read(r.str(at))?.value.filter(|v| *v > Decimal::whole(3))?, at + 2));
    }
    let word = r.number_word(at)?;
    let fits = |form| form == Form::Parts || one && form == Form::Ordinal;
    match (word.size, word.form) {
        // "One twenty-fifth"
        (Size::Ten(tens), Form::Cardinal) => match r.number_word(r.hyphen(at + 1)?)? {
            NumeralWord { size: Size::Unit(n @ 1..), form } if fits(form) => Some((Decimal::from(tens + n), at + 3)),
            _ => None,
        },
        (Size::Unit(n @ 3..) | Size::Teen(n) | Size::Ten(n), form) if fits(form) => Some((Decimal::from(n), at + 1)),
        (Size::Hundred, form) if fits(form) => Some((Decimal::whole(100), at + 1)),
        (Size::Power(zeros), form) if fits(form) => Some((power(zeros)?, at + 1)),
        _ => None,
    }
}

/// "Two and a half", "one and three quarters", "2½ million".
pub(super) fn mixed(r: &Reader, at: usize) -> Option<Numeral> {
    let whole = words_below_hundred(r, at).filter(|n| !n.ordinal).or_else(|| {
        let d = decimal::read(r.str(at)).filter(|d| r.is_digits(at) && !d.decimals && d.whole <= 3)?;
        Some(Numeral { value: d.value, next: at + 1, digits: true, ..EMPTY })
    })?;
    let at = r.past_hyphen(whole.next);
    if !r.any(at, "and &") {
        return None;
    }
    let at = r.past_hyphen(at + 1);
    let (value, next) = part(r, at).filter(|&(v, _)| v < Decimal::ONE)?;
    Some(Numeral { value: decimal::sum(whole.value, Some(value)), next, decimals: true, ..whole })
}

/// A number without a value: "dozens", "tens of thousands", "several hundred"; its floor and the token after it.
pub(super) fn vague(r: &Reader, at: usize) -> Option<(Decimal, usize)> {
    let size = |at: usize| {
        let word = r.number_word(at)?;
        let value = match word.size {
            Size::Teen(10) => Decimal::whole(10),
            Size::Dozen => Decimal::whole(12),
            Size::Score => Decimal::whole(20),
            Size::Hundred => Decimal::whole(100),
            Size::Power(zeros) => power(zeros)?,
            _ => return None,
        };
        Some((value, word.form))
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
    let quantifier = match r.lower(at) {
        "several" => at + 1,
        "a" if r.any(at + 1, "few couple") => at + 2 + usize::from(r.is(at + 2, "of")),
        "few" | "couple" => at + 1,
        _ => return None,
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
