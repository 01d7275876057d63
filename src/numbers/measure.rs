//! Units after a figure: symbols, words, powers, rates.

use super::decimal;
use super::reader::Reader;
use crate::annotation::{Decimal, Quantity};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::lang::en::units::{Dimension, PAIRS, POWERS, UNITS, Unit, power_of};
use crate::text::Case;
use std::borrow::Cow;

/// A unit as read: its identifier and how to get to SI.
#[derive(Debug, Clone)]
pub(super) struct Measure {
    /// CLDR identifier.
    pub id: Cow<'static, str>,
    /// What it measures; for a rate, what is measured per the other.
    pub dimension: Dimension,
    /// What it is measured per.
    pub per: Option<Dimension>,
    /// Factor to SI.
    pub factor: Option<Decimal>,
    /// The token after it.
    pub next: usize,
}

/// Symbols that are other words too, so only right after digits.
const GLUED_ONLY: &[&str] = &[
    "in", "st", "pt", "pa", "mp", "kt", "s", "h", "t", "w", "v", "j", "ct", "px", "ma", "mb", "mt", "gt", "cal", "bar",
    "mol", "cf", "ms", "min",
];

/// The unit at a token, after a figure that is in digits or in words.
pub(super) fn read(r: &Reader, at: usize, digits: bool) -> Option<Measure> {
    // "37 billion U.S. gallons", "imperial gallons"
    let at = at
        + usize::from(
            r.any(at, &["u.s.", "us", "imperial"]) && r.lexeme(at + 1).unit.is_some_and(|(_, symbol)| !symbol),
        );
    let base = simple(r, at, digits)?;
    Some(rate(r, &base, digits).unwrap_or(base))
}

fn simple(r: &Reader, at: usize, digits: bool) -> Option<Measure> {
    if let Some(power) = r.among(at, &POWERS) {
        let next = r.hyphen(at + 1).unwrap_or(at + 1);
        let (unit, symbol) = r.lexeme(next).unit?;
        return (digits || !symbol).then_some(())?.into_measure(power_of(power, unit)?, next + 1);
    }
    if let Some((_, _, row)) = PAIRS.iter().find(|(a, b, _)| r.is(at, a) && r.any(at + 1, b)) {
        return ().into_measure(UNITS.get(row)?, at + 2);
    }
    if digits && matches!(r.str(at), "C" | "F") && r.glued(at) {
        return ().into_measure(UNITS.get(if r.str(at) == "C" { "celsius" } else { "fahrenheit" })?, at + 1);
    }
    let (mut unit, symbol) = r.lexeme(at).unit?;
    if symbol {
        let glued = r.glued(at) && !r.dash(at - 1);
        let loose = r.str(at) == "MB" || r.str(at) == "t" && !r.is_word(at + 1);
        if !digits || !glued && !loose && GLUED_ONLY.contains(&r.lower(at)) {
            return None;
        }
        // A lone capital M, G or T after a figure is a scale, not a metre, gram or tonne.
        if matches!(r.str(at), "M" | "G" | "T" | "K") {
            return None;
        }
        if matches!(r.str(at), "MB" | "Mb") {
            unit = UNITS.get("megabyte")?;
        }
    } else if r.token(at)?.case == Case::Capital
        && !r.any(at, &["celsius", "fahrenheit", "kelvin"])
        && !r.glued(at)
        && r.is_capital(at + 1)
    {
        // "200 Miles Davis records"
        return None;
    }
    let mut measure = ().into_measure(unit, at + 1)?;
    // "4 km squared", "4km^3"
    let power = match r.lower(at + 1) {
        "squared" => Some(("square", at + 2)),
        "cubed" => Some(("cubic", at + 2)),
        "^" if r.is(at + 2, "2") => Some(("square", at + 3)),
        "^" if r.is(at + 2, "3") => Some(("cubic", at + 3)),
        _ => None,
    };
    if let Some((power, next)) = power
        && let Some(unit) = power_of(power, unit)
    {
        measure = ().into_measure(unit, next)?;
    }
    Some(measure)
}

trait IntoMeasure {
    fn into_measure(self, unit: &'static Unit, next: usize) -> Option<Measure>;
}

impl IntoMeasure for () {
    fn into_measure(self, unit: &'static Unit, next: usize) -> Option<Measure> {
        let factor = Decimal::try_from_i128_with_scale(i128::from(unit.mantissa), u32::from(unit.scale)).ok();
        Some(Measure { id: unit.id.into(), dimension: unit.dimension, per: None, factor, next })
    }
}

/// "Kilometres per hour", "km/h", "miles an hour", "litres per person".
fn rate(r: &Reader, base: &Measure, digits: bool) -> Option<Measure> {
    let at = base.next;
    let slash = r.is(at, "/") && r.glued(at) && r.glued(at + 1);
    let article = r.any(at, &["a", "an"]) && base.dimension == Dimension::Length;
    if !slash && !article && !r.is(at, "per") {
        return None;
    }
    if let Some((TimeWord::Unit(span, _), symbol)) = r.lexeme(at + 1).time
        && (!symbol || slash)
    {
        // "A day" is a rate of walking, not of a wind: only speeds take the article.
        if article && !matches!(span, Span::Hour | Span::Second | Span::Minute) {
            return None;
        }
        return Some(rate_of(base, span.id(), Dimension::Time, seconds(span), at + 2));
    }
    if article {
        return None;
    }
    let other = simple(r, at + 1, digits && slash)?;
    Some(rate_of(base, &other.id, other.dimension, other.factor, other.next))
}

fn rate_of(base: &Measure, per: &str, dimension: Dimension, factor: Option<Decimal>, next: usize) -> Measure {
    let factor = base.factor.and_then(|f| f.checked_div(factor?)).map(|f| f.round_dp(20));
    let id = Cow::Owned(format!("{}-per-{per}", base.id));
    Measure { id, dimension: base.dimension, per: Some(dimension), factor, next }
}

/// Seconds in a unit of time of fixed length.
pub(super) fn seconds(span: Span) -> Option<Decimal> {
    Some(match span {
        Span::Millisecond => Decimal::new(1, 3),
        Span::Second => Decimal::ONE,
        Span::Minute => Decimal::from(60),
        Span::Hour => Decimal::from(3600),
        Span::Day => Decimal::from(86400),
        Span::Week => Decimal::from(604_800),
        Span::Fortnight => Decimal::from(1_209_600),
        _ => return None,
    })
}

/// A value in SI units, to 12 significant decimals.
pub(super) fn si(value: Option<Decimal>, measure: &Measure) -> Option<Quantity> {
    let value = value?;
    let unit = match measure.per {
        Some(per) => measure.dimension.per(per)?,
        None => measure.dimension.si()?,
    };
    // An angle in degrees may as well be a temperature: only the reader knows.
    if measure.id == "degree" {
        return None;
    }
    let mut scaled = decimal::mul(value, measure.factor?)?;
    scaled = match measure.id.as_ref() {
        "celsius" => scaled.checked_add(Decimal::new(27315, 2))?,
        "fahrenheit" => {
            value.checked_add(Decimal::new(45967, 2))?.checked_mul(Decimal::from(5))?.checked_div(Decimal::from(9))?
        }
        _ => scaled,
    };
    // Small values keep their digits: a nanometre is not nothing.
    let places = if scaled.abs() < Decimal::ONE { 24 } else { 9 };
    Some(Quantity { value: scaled.round_dp(places).normalize(), unit })
}
