//! Units after a figure: symbols, words, powers, rates.

use super::reader::{Lexeme, Reader};
use crate::annotation::{Decimal, Quantity};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::lang::en::units::{Dimension, PAIRS, POWERS, UNITS, Unit};
use crate::lang::listed;
use crate::lang::phrases;
use crate::text::Case;

/// A unit as read. In a box, as [`super::found::Found`] is.
#[derive(Debug)]
pub(super) struct Measure {
    /// What is measured.
    pub unit: Unit,
    /// What it is measured per.
    pub per: Option<Unit>,
    /// The token after it.
    pub next: usize,
}

/// Symbols that are other words too, so only right after digits.
const GLUED_ONLY: &str = "in st pt pa mp kt s h t w v j ct px ma mb mt gt cal bar mol cf ms min s2 s²";

/// Symbols that are nothing else, so after number words too: "five kg".
const SURE: &str = "kg km cm mm kb gb tb mw gw kw kwh mwh mg ml kms kgs lb lbs lbs. mph kph oz ft yds psi";

/// The unit at a token, after a figure that is in digits or in words.
pub(super) fn read(r: &Reader, at: usize, digits: bool) -> Option<Box<Measure>> {
    // "37 billion U.S. gallons", "imperial gallons"
    let at = at + usize::from(r.any(at, "u.s. us imperial") && r.lexeme(at + 1).unit == Some(false));
    let mut base = simple(r, at, digits)?;
    // What goes over a line is told in bits: "two kb per second".
    if listed("kb mb gb", r.str(at)) && r.is(at + 1, "per") {
        base = Measure::named(&[base.unit.id.strip_suffix("yte")?, "it"].concat(), base.next)?;
    }
    base.per = per(r, &mut base, digits);
    Some(base)
}

fn simple(r: &Reader, at: usize, digits: bool) -> Option<Box<Measure>> {
    if let Some(power) = r.meaning(at, &POWERS) {
        let next = r.past_hyphen(at + 1);
        let (unit, symbol) = (r.meaning(next, &UNITS)?, r.lexeme(next).unit?);
        return if digits || !symbol { Measure::power(power, &unit, next + 1) } else { None };
    }
    let second = r.past_hyphen(at + 1);
    let pair = |(_, words): &(_, &str)| words.split_once(' ').is_some_and(|(a, b)| r.is(at, a) && r.any(second, b));
    if let Some((row, _)) = phrases(PAIRS).find(pair) {
        return Measure::named(row, second + 1);
    }
    if r.any(at, "part parts") && r.is(at + 1, "per") {
        return Measure::named(&["part-per-", r.lower(at + 2), ":"].concat(), at + 3);
    }
    // A capital that ends a sentence may have taken its full stop: "-233C."
    let scale = r.str(at).trim_end_matches('.');
    if digits && matches!(scale, "C" | "F") && (r.glued(at) || is_weather(r, at)) {
        return Measure::named(if scale == "C" { "celsius" } else { "fahrenheit" }, at + 1);
    }
    let mut name = r.lower(at);
    if r.lexeme(at).unit? {
        let glued = r.glued(at) && !r.dash(at - 1);
        // "1,000 W/m²": what it is measured per makes it sure.
        let rate = r.joins(at + 1, "/") && r.lexeme(at + 2).unit == Some(true);
        let loose = rate || r.str(at) == "MB" || r.str(at) == "t" || is_inch(r, at);
        if !digits && !r.any(at, SURE) || digits && !glued && !loose && r.any(at, GLUED_ONLY) {
            return None;
        }
        name = match r.str(at) {
            // A lone capital M, G or T after a figure is a scale, not a metre, gram or tonne.
            "M" | "G" | "T" | "K" => return None,
            "Nm" => "newton-meter",
            "MB" | "Mb" => "megabyte",
            _ => name,
        };
    } else if r.token(at)?.case == Case::Capital && !r.any(at, "celsius fahrenheit kelvin") && r.is_capital(at + 1) {
        // "200 Miles Davis records"
        return None;
    }
    let mut measure = Measure::named(name, at + 1)?;
    let id = measure.unit.id;
    // "30 degrees on the Fahrenheit scale"
    if id == "degree" && r.are(at + 1, "on the") {
        measure.unit = r.meaning(at + 3, &UNITS).unwrap_or(measure.unit);
    }
    // "29.9 inches of mercury"
    if r.are(at + 1, "of mercury") && matches!(id, "inch" | "millimeter") {
        return Measure::named(&[id, "-ofhg:"].concat(), at + 3);
    }
    // "4 km squared", "4km^3"
    let (power, next) = match r.lower(at + 1) {
        "squared" => ("square", at + 2),
        "cubed" => ("cubic", at + 2),
        "^" if r.is(at + 2, "2") => ("square", at + 3),
        "^" if r.is(at + 2, "3") => ("cubic", at + 3),
        _ => return Some(measure),
    };
    Some(Measure::power(power, &measure.unit, next).unwrap_or(measure))
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

/// "The snow's depth was 2 in.": at the end of a sentence that measures, or with a full stop in mid-sentence, "in" is no preposition.
fn is_inch(r: &Reader, at: usize) -> bool {
    let measured = r.close(
        at.saturating_sub(1),
        7,
        "length width height depth diameter measures measured rain rainfall snow snowfall",
    );
    // "4 in. of rain"
    let dot = r.is(at + 1, ".");
    let goes_on =
        (dot || r.ends(at, ".")) && listed("of deep long wide tall thick high", r.str(at + 1 + usize::from(dot)));
    r.any(at, "in in.") && (goes_on || !r.is_word(at + 1) && !r.is_digits(at + 1) && measured)
}

impl Measure {
    /// The unit of a name, up to a token.
    #[inline(never)]
    pub(super) fn named(name: &str, next: usize) -> Option<Box<Self>> {
        Some(Box::new(Self { unit: UNITS.get(name)?, per: None, next }))
    }

    /// The unit that a power of another makes: `square` and `kilometer`.
    #[inline(never)]
    fn power(power: &str, unit: &Unit, next: usize) -> Option<Box<Self>> {
        let name = [power, "-", unit.id, ":"].concat();
        Self::named(&name, next).or_else(|| Self::named(name.trim_end_matches(':'), next))
    }

    /// Factor to SI.
    fn factor(&self) -> Option<Decimal> {
        let factor = self.unit.factor?;
        self.per.map_or(Some(factor), |per| factor.over(per.factor?, 20))
    }
}

/// What a unit is measured per, and past it: "kilometres per hour", "km/h", "miles an hour", "litres per person".
fn per(r: &Reader, base: &mut Measure, digits: bool) -> Option<Unit> {
    let at = base.next;
    let slash = r.joins(at, "/");
    let article = r.any(at, "a an") && base.unit.dimension == Dimension::LENGTH;
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
        base.next = at + 2;
        // "Metres per second squared"
        if span == Span::Second && r.is(at + 2, "squared") {
            base.next = at + 3;
            return UNITS.get("s2");
        }
        return Some(Unit { id: span.id(), dimension: Dimension::TIME, factor: seconds(span) });
    }
    if article {
        return None;
    }
    let other = simple(r, at + 1, digits && slash)?;
    base.next = other.next;
    Some(other.unit)
}

/// Seconds in a unit of time of fixed length.
pub(super) fn seconds(span: Span) -> Option<Decimal> {
    Decimal::whole(span.facts().milliseconds?).shift(-3)
}

/// A value in SI units, to 12 significant decimals.
pub(super) fn si(value: Option<Decimal>, measure: &Measure) -> Option<Quantity> {
    let value = value?;
    let unit = measure.unit.dimension.si(measure.per.map(|per| per.dimension))?;
    // An angle in degrees may as well be a temperature: only the reader knows.
    if measure.unit.id == "degree" {
        return None;
    }
    let mut scaled = value.times(measure.factor()?)?;
    scaled = match measure.unit.id {
        "celsius" => scaled.plus(Decimal::packed(27315, 2))?,
        "fahrenheit" => value.plus(Decimal::packed(45967, 2))?.times(Decimal::whole(5))?.over(Decimal::whole(9), 12)?,
        _ => scaled,
    };
    // Small values keep their digits: a nanometre is not nothing.
    let places = if scaled < Decimal::ONE { 24 } else { 9 };
    Some(Quantity { value: scaled.round(places), unit })
}
