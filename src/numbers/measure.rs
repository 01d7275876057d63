//! Units after a figure: symbols, words, powers, rates.

use super::reader::{Lexeme, Reader};
use crate::annotation::{self, Decimal, Quantity};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::lang::en::units::{Dimension, PAIRS, POWERS, UNITS, Unit, power_of};
use crate::lang::listed;
use crate::lang::phrases;
use crate::text::Case;

/// A unit as read: its identifier and how to get to SI.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// CLDR identifier of what is measured.
    pub id: &'static str,
    /// What it measures; for a rate, what is measured per the other.
    pub dimension: Dimension,
    /// What it is measured per: identifier and dimension.
    pub per: Option<(&'static str, Dimension)>,
    /// Factor to SI.
    pub factor: Option<Decimal>,
    /// The token after it.
    pub next: usize,
}

/// Symbols that are other words too, so only right after digits.
const GLUED_ONLY: &str = "in st pt pa mp kt s h t w v j ct px ma mb mt gt cal bar mol cf ms min s2 s²";

/// Symbols that are nothing else, so after number words too: "five kg".
const SURE: &str = "kg km cm mm kb gb tb mw gw kw kwh mwh mg ml kms kgs lb lbs lbs. mph kph oz ft yds psi";

/// The unit at a token, after a figure that is in digits or in words.
pub(super) fn read(r: &Reader, at: usize, digits: bool) -> Option<Measure> {
    // "37 billion U.S. gallons", "imperial gallons"
    let at = at + usize::from(r.any(at, "u.s. us imperial") && r.lexeme(at + 1).unit == Some(false));
    let mut base = simple(r, at, digits)?;
    // What goes over a line is told in bits: "two kb per second".
    if listed("kb mb gb", r.str(at)) && r.is(at + 1, "per") {
        base = Measure::of(
            named(match r.str(at) {
                "kb" => "kilobit",
                "mb" => "megabit",
                _ => "gigabit",
            })?,
            base.next,
        );
    }
    Some(rate(r, &base, digits).unwrap_or(base))
}

fn simple(r: &Reader, at: usize, digits: bool) -> Option<Measure> {
    if let Some(power) = r.meaning(at, &POWERS) {
        let next = r.past_hyphen(at + 1);
        let (unit, symbol) = (r.meaning(next, &UNITS)?, r.lexeme(next).unit?);
        return if digits || !symbol { Some(Measure::of(power_of(power, unit.id)?, next + 1)) } else { None };
    }
    let second = r.past_hyphen(at + 1);
    let pair = |(_, words): &(_, &str)| words.split_once(' ').is_some_and(|(a, b)| r.is(at, a) && r.any(second, b));
    if let Some((row, _)) = phrases(PAIRS).find(pair) {
        return Some(Measure::of(named(row)?, second + 1));
    }
    if r.any(at, "part parts") && r.is(at + 1, "per") && r.any(at + 2, "million billion") {
        return Some(Measure::of(named(if r.is(at + 2, "million") { "ppm" } else { "ppb" })?, at + 3));
    }
    // A capital that ends a sentence may have taken its full stop: "-233C."
    let scale = r.str(at).trim_end_matches('.');
    if digits && matches!(scale, "C" | "F") && (r.glued(at) || is_weather(r, at)) {
        return Some(Measure::of(named(if scale == "C" { "celsius" } else { "fahrenheit" })?, at + 1));
    }
    let (mut unit, symbol) = (r.meaning(at, &UNITS)?, r.lexeme(at).unit?);
    if symbol {
        let glued = r.glued(at) && !r.dash(at - 1);
        // "1,000 W/m²": what it is measured per makes it sure.
        let rate = r.joins(at + 1, "/") && r.lexeme(at + 2).unit == Some(true);
        let loose = rate || r.str(at) == "MB" || r.str(at) == "t" || is_inch(r, at);
        if !digits && !r.any(at, SURE) || digits && !glued && !loose && r.any(at, GLUED_ONLY) {
            return None;
        }
        // A lone capital M, G or T after a figure is a scale, not a metre, gram or tonne.
        if listed("M G T K", r.str(at)) {
            return None;
        }
        if r.str(at) == "Nm" {
            unit = named("newton-meter")?;
        }
        if matches!(r.str(at), "MB" | "Mb") {
            unit = named("megabyte")?;
        }
    } else if r.token(at)?.case == Case::Capital
        && !r.any(at, "celsius fahrenheit kelvin")
        && !r.glued(at)
        && r.is_capital(at + 1)
    {
        // "200 Miles Davis records"
        return None;
    }
    // "30 degrees on the Fahrenheit scale"
    if unit.id == "degree" && r.are(at + 1, "on the") && r.is(at + 4, "scale") {
        unit = r.meaning(at + 3, &UNITS).unwrap_or(unit);
    }
    // "29.9 inches of mercury"
    if r.are(at + 1, "of mercury") && matches!(unit.id, "inch" | "millimeter") {
        return Some(Measure::of(named(if unit.id == "inch" { "inhg" } else { "mmhg" })?, at + 3));
    }
    let mut measure = Measure::of(unit, at + 1);
    // "4 km squared", "4km^3"
    let power = match r.lower(at + 1) {
        "squared" => Some(("square", at + 2)),
        "cubed" => Some(("cubic", at + 2)),
        "^" if r.is(at + 2, "2") => Some(("square", at + 3)),
        "^" if r.is(at + 2, "3") => Some(("cubic", at + 3)),
        _ => None,
    };
    if let Some((power, next)) = power
        && let Some(unit) = power_of(power, unit.id)
    {
        measure = Measure::of(unit, next);
    }
    Some(measure)
}

/// "A low of -40 C", "30 C (86 F)": a letter apart is a scale where the sentence speaks of the weather or the figure is below zero.
fn is_weather(r: &Reader, at: usize) -> bool {
    let negative = r.any(at.wrapping_sub(2), "minus - − –");
    let both = r.any(at + 1, "( /") && r.is_digits(at + 2) && r.any(at + 3, "c f");
    negative || both || of_degrees(r, at) || r.close(at, 16, "high low heat hot warm cold chill cool cooler weather")
}

/// Whether the words before speak of degrees: "temperatures in the mid-80s".
pub(super) fn of_degrees(r: &Reader, at: usize) -> bool {
    r.close(at, 16, "temperature temperatures highs lows mercury degrees")
}

/// "The snow's depth was 2 in.": at the end of a sentence that measures, "in" is no preposition.
fn is_inch(r: &Reader, at: usize) -> bool {
    let measured = r.close(
        at.saturating_sub(1),
        7,
        "length width height depth diameter measures measured rain rainfall snow snowfall",
    );
    r.any(at, "in in.") && !r.is_word(at + 1) && !r.is_digits(at + 1) && measured
}

/// A unit by its name.
pub(super) fn named(name: &str) -> Option<Unit> {
    UNITS.get(name)
}

impl Measure {
    /// A unit without any other, up to a token.
    #[inline(never)]
    pub(super) fn of(unit: Unit, next: usize) -> Self {
        Self { id: unit.id, dimension: unit.dimension, per: None, factor: unit.factor, next }
    }

    /// Its identifiers.
    pub(super) fn unit(&self) -> annotation::Unit {
        annotation::Unit { id: self.id, per: self.per.map(|(id, _)| id) }
    }
}

/// "Kilometres per hour", "km/h", "miles an hour", "litres per person".
fn rate(r: &Reader, base: &Measure, digits: bool) -> Option<Measure> {
    let at = base.next;
    let slash = r.joins(at, "/");
    let article = r.any(at, "a an") && base.dimension == Dimension::LENGTH;
    if !slash && !article && !r.is(at, "per") {
        return None;
    }
    if let &Lexeme { time: Some(TimeWord::Unit(span, _)), symbol, .. } = r.lexeme(at + 1)
        && (!symbol || slash)
    {
        // "A day" is a rate of walking, not of a wind: only speeds take the article.
        if article && !matches!(span, Span::Hour | Span::Second | Span::Minute) {
            return None;
        }
        // "Metres per second squared"
        if span == Span::Second && r.is(at + 2, "squared") {
            return Some(rate_of(base, "square-second", Dimension::SQUARE_TIME, Some(Decimal::ONE), at + 3));
        }
        return Some(rate_of(base, span.id(), Dimension::TIME, seconds(span), at + 2));
    }
    if article {
        return None;
    }
    let other = simple(r, at + 1, digits && slash)?;
    Some(rate_of(base, other.id, other.dimension, other.factor, other.next))
}

fn rate_of(base: &Measure, per: &'static str, dimension: Dimension, factor: Option<Decimal>, next: usize) -> Measure {
    let factor = base.factor.zip(factor).and_then(|(f, g)| f.over(g, 20));
    Measure { per: Some((per, dimension)), factor, next, ..*base }
}

/// Seconds in a unit of time of fixed length.
pub(super) fn seconds(span: Span) -> Option<Decimal> {
    Decimal::new(i128::from(span.facts().milliseconds?), 3)
}

/// A value in SI units, to 12 significant decimals.
pub(super) fn si(value: Option<Decimal>, measure: &Measure) -> Option<Quantity> {
    let value = value?;
    let unit = measure.dimension.si(measure.per.map(|per| per.1))?;
    // An angle in degrees may as well be a temperature: only the reader knows.
    if measure.id == "degree" {
        return None;
    }
    let mut scaled = value.times(measure.factor?)?;
    scaled = match measure.id {
        "celsius" => scaled.plus(Decimal::new(27315, 2)?)?,
        "fahrenheit" => value.plus(Decimal::new(45967, 2)?)?.times(Decimal::whole(5))?.over(Decimal::whole(9), 12)?,
        _ => scaled,
    };
    // Small values keep their digits: a nanometre is not nothing.
    let places = if scaled < Decimal::ONE && -scaled < Decimal::ONE { 24 } else { 9 };
    Some(Quantity { value: scaled.round(places), unit })
}
