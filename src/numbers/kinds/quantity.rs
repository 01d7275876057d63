//! Measures with a unit.

use super::Kind;
use crate::annotation::{self, Decimal, NumberKind};
use crate::lang::en::figures::{DISTANCES, IN_MILLIONS, STOPS};
use crate::lang::en::numerals::SUFFIXES;
use crate::lang::en::units::{Dimension, POWERS, Unit};
use crate::lang::listed;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::measure::{self, Measure};
use crate::numbers::numeral::{self, Numeral};
use crate::numbers::parts;
use crate::numbers::reader::{Reader, begins};

/// A measure: a figure and a unit, perhaps of several steps (6ft 2in).
pub(super) const KIND: Kind = Kind {
    id: "quantity",
    begins: begins::AMOUNT,
    parse,
    #[cfg(test)]
    examples: &[
        ("Walls 40 miles long", "40 miles = quantity 40 mile"),
        ("A pool of 30 sq m", "30 sq m = quantity 30 square-meter"),
        ("Winds of 120 km/h", "120 km/h = quantity 120 kilometer-per-hour"),
        ("At 70 miles an hour", "70 miles an hour = quantity 70 mile-per-hour"),
        ("He is 6ft 2in.", "6ft 2in = quantity 74 inch"),
        ("She is 5 foot 10 and thin.", "5 foot 10 = quantity 70 inch"),
        ("A room of 10 by 12 feet", "10 = quantity 10 foot"),
        ("His pressure is 120/80 mmHg.", "80 mmHg = quantity 80 millimeter-ofhg"),
        ("The air is at 29.9 inches of mercury.", "29.9 inches of mercury = quantity 29.9 inch-ofhg"),
        (
            "It falls at 9.8 metres per second squared.",
            "9.8 metres per second squared = quantity 9.8 meter-per-square-second",
        ),
        ("It hit 40°C.", "40°C = quantity 40 celsius"),
        ("A low of -40 C was felt.", "-40 C = quantity -40 celsius"),
        ("Just 9.7mm of rain", "9.7mm = quantity 9.7 millimeter"),
        ("A 1500m race", "1500m = quantity 1500 meter"),
        ("It hit 32 degrees Celsius.", "32 degrees Celsius = quantity 32 celsius"),
        ("A 200-pound man", "200-pound = quantity 200 pound"),
        ("Rates rose a quarter point to 2.5 percent.", "a quarter point = percent 0.25 pp"),
        ("The index lost 12 points.", "12 points = quantity 12 point"),
        ("It is 1.5m km from Earth at -233C.", "1.5m km = quantity 1500000 kilometer"),
        ("Left at -233C.", "-233C = quantity -233 celsius"),
        ("It spilt 2.3m tonnes of oil.", "2.3m tonnes = quantity 2300000 tonne"),
        ("They walked 1.5k miles.", "1.5k miles = quantity 1500 mile"),
        ("He is five kg lighter.", "five kg = quantity 5 kilogram"),
        ("Cooled to near absolute zero", "absolute zero = quantity 0 kelvin ~"),
        ("It is 30 degrees on the Fahrenheit scale.", "30 degrees = quantity 30 fahrenheit"),
        ("Snow above 300m and lows of -9C", "300m = quantity 300 meter >"),
        ("Up to a foot of rain fell.", "a foot = quantity 1 foot <="),
        ("A 55\" screen", "55\" = quantity 55 inch"),
        ("A quarter-mile race", "A quarter-mile = quantity 0.25 mile"),
        ("Weight: 20 [kg]", "20 [kg] = quantity 20 kilogram"),
    ],
    #[cfg(test)]
    counter: &[
        "At one point he fell.",
        "It sold 3m copies.",
        "It sold 40m iPhones.",
        "In 2005 in Paris",
        "20 Miles Davis records",
        "In seat 38 C",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = part(r, at) {
        return Some(of_poll(r, at, found));
    }
    if r.any(at, "a an") && r.lexeme(at + 1).unit.is_some() {
        return article(r, at);
    }
    if let Some(found) = absolute_zero(r, at) {
        return Some(found);
    }
    let mut n = *numeral::read(r, at).filter(|n| !n.ordinal)?;
    scale(r, &mut n);
    let unit_at = r.past_hyphen(n.next);
    if let Some(found) = marks(r, at, &n) {
        return Some(found);
    }
    // "20 (kg)", "20 [kg]"
    let bracket = r.any(unit_at, "( [ { <") && r.any(unit_at + 2, ") ] } >") && r.lexeme(unit_at + 1).unit.is_some();
    let unit = if bracket {
        let mut inside = measure::read(r, unit_at + 1, true)?;
        inside.next += 1;
        inside
    } else if r.are(unit_at, "below zero") {
        Measure::named("degree", unit_at)?
    } else {
        unit(r, unit_at, &n).or_else(|| beside(r, &n))?
    };
    let (mut value, mut last) = (n.value, unit);
    // "6ft 2in", "2 km 300 m", "12 stone 4 lb": each step smaller than the one before.
    for _ in 0..3 {
        let Some((next_value, next_unit)) = step(r, &last) else { break };
        let ratio = last.unit.factor.zip(next_unit.unit.factor).and_then(|(f, g)| f.over(g, 20));
        value = decimal::sum(decimal::product(value, ratio), next_value);
        last = next_unit;
    }
    // "5 degrees below zero", "25 below zero"
    let temperature = last.unit.dimension == Dimension::TEMPERATURE || last.unit.id == "degree";
    if temperature && r.is(last.next, "below") && r.any(last.next + 1, "zero freezing") {
        value = value.map(|v| -v);
        last.next += 2;
    }
    Some(of_poll(r, at, measured(at, value, last)))
}

/// Points of a poll or of an interest rate as percentage points.
fn of_poll(r: &Reader, at: usize, mut found: Found) -> Found {
    let points = found.number.unit == Some("point".into()) && found.number.value < Some(Decimal::whole(60));
    if !points || !points_of_poll(r, at) {
        return found;
    }
    found.number.kind = NumberKind::Percent;
    found.number.si = None;
    found.unit("pp").sure(75)
}

/// So much of a unit.
#[allow(clippy::needless_pass_by_value, reason = "it is done with")]
fn measured(from: usize, value: Option<Decimal>, unit: Box<Measure>) -> Found {
    let mut found = Found::new(NumberKind::Quantity, from, unit.next, "quantity").value(value);
    found.number.si = measure::si(value, &unit);
    found.number.unit = Some(annotation::Unit { id: unit.unit.id, per: unit.per.map(|per| per.id) });
    found
}

/// "2.3m tonnes", "10k miles": a suffix of scale before the name of a unit.
fn scale(r: &Reader, n: &mut Numeral) {
    let at = n.next + 1;
    let unit_at = at + usize::from(r.meaning(at, &POWERS).is_some());
    // One barrel has 7.62mm, many are millions; "mm" is no scale here.
    if let Some(s) = r.meaning(n.next, &SUFFIXES)
        && n.digits
        && !n.large
        && r.glued(n.next)
        && !r.is(n.next, "mm")
        && (r.lexeme(unit_at).unit == Some(false) || r.any(unit_at, "km kg"))
    {
        n.value = decimal::shift(n.value, s.zeros);
        (n.next, n.large, n.zeros) = (n.next + 1, true, s.zeros);
    }
}

/// The end of all temperature scales.
fn absolute_zero(r: &Reader, at: usize) -> Option<Found> {
    let first = r.before(at, "absolute").filter(|_| r.is(at, "zero"))?;
    let unit = Measure::named("kelvin", at + 1)?;
    Some(measured(first, Some(Decimal::ZERO), unit))
}

/// "Quarter-mile", "half a litre", "three quarters of a pound".
fn part(r: &Reader, at: usize) -> Option<Found> {
    let (value, next) = parts::part(r, at)?;
    let next = r.past_hyphen(next);
    let next = r.past(next, "of");
    let next = r.past(next, "a an");
    let unit = measure::read(r, next, false)?;
    Some(measured(at, Some(value), unit))
}

/// "A gallon of milk", "a mile away": an amount, not the rate of one ("$4 a gallon") nor a figure of speech ("a bit of").
fn article(r: &Reader, at: usize) -> Option<Found> {
    // "Up to a foot", "about a mile"
    let bounded = r.after(at, "about almost nearly over than under roughly around") || r.follows(at, "up to");
    if r.any(at + 1, "bit point degree grain ton tons cup bar stone atmosphere knot")
        || r.is(at + 1, "foot") && !bounded && !r.is(at + 2, "of")
    {
        return None;
    }
    let unit = measure::read(r, at + 1, false).filter(|u| u.per.is_none())?;
    let amount = r.any(unit.next, "of away from long wide deep high off");
    let rate = at > r.start && (r.is_digits(at - 1) || r.lexeme(at - 1).currency.is_some());
    ((amount || bounded) && !rate && at > r.start || at == r.start && unit.next >= r.stop).then_some(())?;
    Some(measured(at, Some(Decimal::ONE), unit).sure(80))
}

/// The unit after a figure, where the figure can have one.
fn unit(r: &Reader, at: usize, n: &Numeral) -> Option<Box<Measure>> {
    let word = r.lower(at);
    // "At one point", "on one foot"
    if n.is(1) && !n.digits && listed("point foot stone degree grain yard bit", word) && !r.dash(at - 1) {
        return None;
    }
    if listed("pound pounds", word) {
        // "300 pound-feet" of torque
        return measure::read(r, at, n.digits).or_else(|| Measure::named("lb", at + 1));
    }
    if word == "m" && millions(r, at) {
        return None;
    }
    // Trophies and pieces of music are counted: "three cups", "eight bars".
    if listed("cup cups", word) && !r.is(at + 1, "of") && !n.fraction && !n.decimals {
        return None;
    }
    // "The three points" of a match are points as well; "point guard", "point of order" are not.
    if word == "point" && !r.dash(at - 1) && !n.decimals {
        return None;
    }
    measure::read(r, at, n.digits)
}

/// Whether `m` after a figure counts millions of something rather than metres.
pub(super) fn millions(r: &Reader, at: usize) -> bool {
    if r.any(at + 1, DISTANCES) {
        return false;
    }
    // "1.3m to 1.5m people": the ends of a span are of one kind.
    if r.any(at + 1, "to or and - –") && r.is_digits(at + 2) && r.glue(at + 3, "m") {
        return millions(r, at + 3);
    }
    // "Profit doubled to 4m", with nothing behind it that the length could be of.
    let verb = r.is_lower(at + 1) && r.ends(at + 1, "ed");
    let bare = !r.is_word(at + 1) && !r.dash(at + 1) || r.among(at + 1, &STOPS) || verb;
    if bare && r.led(at, 16, &IN_MILLIONS) {
        return true;
    }
    let plural = |i: usize| !r.is_capital(i) && r.is_plural(i);
    plural(at + 1)
        || r.is_lower(at + 1)
            && !r.any(at + 1, "high deep long wide tall")
            && !r.among(at + 1, &STOPS)
            && plural(at + 2)
        || r.is(at + 1, "of") && r.any(at + 2, "them us these those whom")
}

/// The unit of a figure that has it from the next: "10 by 12 feet", "120/80 mmHg".
fn beside(r: &Reader, n: &Numeral) -> Option<Box<Measure>> {
    let mut at = r.past_hyphen(n.next);
    for _ in 0..2 {
        if !r.any(at, "by x × /") {
            return None;
        }
        let other = numeral::cardinal(r, r.past_hyphen(at + 1))?;
        at = r.past_hyphen(other.next);
        if let Some(mut measure) = measure::read(r, at, other.digits) {
            let Unit { id, dimension, .. } = measure.unit;
            measure.next = n.next;
            let shared = dimension == Dimension::LENGTH || id == "millimeter-ofhg";
            return shared.then_some(measure);
        }
    }
    None
}

/// The next step of a compound measure.
fn step(r: &Reader, last: &Measure) -> Option<(Option<Decimal>, Box<Measure>)> {
    let Unit { id, dimension, factor } = last.unit;
    let factor = factor.filter(|_| last.per.is_none())?;
    let mut at = last.next;
    at = if r.any(at, "and ,") { at + 1 } else { r.past_hyphen(at) };
    let n = numeral::cardinal(r, at)?;
    // "6-foot-2", "5 foot 10": the inches go without saying.
    let bare = if r.dash(at - 1) {
        !r.is_word(n.next)
    } else {
        at == last.next
            && (n.next >= r.stop
                || r.any(n.next, ". , ; ) ” \" — – tall")
                || r.among(n.next, &STOPS) && !r.any(n.next, "of in"))
    };
    if id == "foot" && bare && n.value? < Decimal::whole(12) {
        let inch = Measure::named("inch", n.next)?;
        return Some((n.value, inch));
    }
    // "In" is an inch after feet.
    let unit_at = r.past_hyphen(n.next);
    let inch = r.is(unit_at, "in") && listed("foot yard", id) && !r.is(unit_at + 1, "the");
    let next = if inch { Measure::named("inch", unit_at + 1) } else { measure::read(r, unit_at, n.digits) }?;
    (next.unit.dimension == dimension && next.unit.factor? < factor).then_some((n.value, next))
}

/// `5'10"`, `55" screen`: feet and inches by marks.
fn marks(r: &Reader, at: usize, n: &Numeral) -> Option<Found> {
    let mark = |i: usize| if r.glued(i) { r.str(i) } else { "" };
    if !n.digits || n.value? > Decimal::whole(99) {
        return None;
    }
    if listed("' ’ ′", mark(n.next)) && r.glued(n.next + 1) {
        let inches = numeral::unsigned(r, n.next + 1).filter(|m| m.below(12))?;
        let closed = listed("\" ” ″ ''", mark(inches.next));
        let total = n.value.and_then(|v| v.times(Decimal::whole(12))?.plus(inches.value?));
        let unit = Measure::named("inch", inches.next + usize::from(closed))?;
        return Some(measured(at, total, unit));
    }
    // `A 55" screen`: the only such mark of its sentence ends no quotation, and goes on to what it measures.
    let alone = || (r.start..r.stop).filter(|&i| r.any(i, "\" “ ”")).nth(1).is_none();
    let goes_on = r.is_lower(n.next + 1) && !r.glued(n.next + 1) && !r.among(n.next + 1, &STOPS);
    if !listed("\" ″", mark(n.next)) || !goes_on || !alone() {
        return None;
    }
    Some(measured(at, n.value, Measure::named("inch", n.next + 1)?))
}

/// Points of a poll are percentage points: a sentence that speaks of a lead, a poll or per cent.
fn points_of_poll(r: &Reader, at: usize) -> bool {
    let near = at.saturating_sub(25)..at + 15;
    !r.near(near.clone(), "index shares stocks dow nasdaq ftse game games season scored rebounds league")
        && r.near(near, "poll polls polling percent percentage rate rates % turnout voters vote survey approval swing republicans democrats independents tories electorate primary")
}
