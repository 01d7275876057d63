//! Two ends of one kind: "5-7%", "between 3% and 6%", "October to December", "1990-95".

use super::{Join, date};
use crate::annotation::civil::Day;
use crate::annotation::{Decimal, Modifier, NumberKind};
use crate::lang::en::figures::{CHANGES, RESULTS};
use crate::lang::en::numerals::{NumeralWord, SUFFIXES, Size};
use crate::lang::listed;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::modifiers;
use crate::numbers::numeral;
use crate::numbers::reader::{DASHES, Reader};
use crate::numbers::small::Small;
use crate::numbers::when::{self, When};

/// Two ends of any other kind.
pub(super) const JOIN: Join = Join {
    id: "range",
    join,
    #[cfg(test)]
    examples: &[
        ("It will rise 5-7%.", "5-7% = range 5..7 % percent"),
        ("Inflation is between 3% and 6%.", "3% and 6% = range 3..6 % percent"),
        ("During October to December", "October to December = range XXXX-10/XXXX-12 date"),
        ("Bail of two to three years", "two to three years = range 2..3 year duration"),
        ("They paid $10-20 million.", "$10-20 million = range 10000000..20000000 USD money"),
        ("From 1990-95 he ran it.", "1990-95 = range 1990/1995 date"),
        ("More than 10 but less than 20 came.", "10 but less than 20 = range 10..20 cardinal"),
        ("Terms of five- to seven-year length", "five- to seven-year = range 5..7 year duration"),
        ("Some 20 to 30 people", "20 to 30 = range 20..30 cardinal ~"),
        ("Two to three hundred came.", "Two to three hundred = range 200..300 cardinal"),
        ("Those aged 16 to 24 own one.", "16 to 24 = range 16..24 year age"),
        ("Those between the ages of 5 and 11", "5 and 11 = range 5..11 year age"),
        ("They range in age from 11 to 75.", "11 to 75 = range 11..75 year age"),
        ("Open April ninth through seventeenth", "April ninth through seventeenth = range XXXX-04-09/XXXX-04-17 date"),
        ("From April to June in 2017", "April to June in 2017 = range 2017-04/2017-06 date"),
        ("From 10/1/2018-10/7/2018", "10/1/2018-10/7/2018 = range 2018-10-01/2018-10-07 date"),
        ("Polled Wednesday through Sunday", "Wednesday through Sunday = range XXXX-WXX-3/XXXX-WXX-7 date"),
    ],
    #[cfg(test)]
    counter: &[
        "It rose from 5% to 7%.",
        "It ballooned from £4m to £9m.",
        "Jobless fell by 11,000 to 1.41 million.",
        "Trump led 57 percent to 33 percent.",
        "It moved up from May 2029 to December 31, 2021.",
        "They won 3-1.",
    ],
};

fn join(r: &Reader, first: &Found) -> Option<Found> {
    if let Some(found) = bounded(r, first) {
        return Some(found);
    }
    let at = first.next;
    // "Doubled to 4m" is a step and where it led.
    if first.number.rule == "multiple" {
        return None;
    }
    let dash = r.dash(at) && (r.glued(at) == r.glued(at + 1)) || r.glue(at, "~");
    // "Five- to seven-year terms", "5-to-7"
    let joined = r.dash(at) && r.is(at + 1, "to");
    let to = joined || r.any(at, "to through until till thru");
    // "Between the ages of 5 and 11"
    let reach = if r.follows(first.from, "ages of") { 4 } else { 2 };
    let and = r.is(at, "and") && r.close(first.from, reach, "between");
    // "One or two million"
    let or = r.is(at, "or") && first.number.kind == NumberKind::Cardinal;
    if !(dash || to || and || or) {
        return None;
    }
    let second_at = at + 1 + usize::from(joined) + usize::from(joined && r.glued(at + 1));
    let second_at = second_at + usize::from(r.any(second_at, "about around ~ the") && !dash || r.is(second_at, "~"));
    if is_date(first.number.kind) {
        return dates(r, first, second_at, dash);
    }
    let mut second = super::read_date(r, second_at)?;
    let from = first.from;
    let (kind, of) = (first.number.kind, second.number.kind);
    if matches!(of, NumberKind::Time | NumberKind::Datetime) {
        return None;
    }
    if is_date(of) {
        return day_range(r, first, &second);
    }
    // `$10-20 million`: the second end has no sign of its own.
    // Nor is its `m` a metre: "£6-7m".
    let millions = second.number.kind == NumberKind::Quantity && r.glue(second.next - 1, "m");
    if kind == NumberKind::Money && (second.number.rule == "number" || millions) {
        if millions {
            second.number.value = decimal::shift(second.number.value, 6);
        }
        second.number.kind = kind;
        second.number.unit = first.number.unit;
        second.number.ambiguous = first.number.ambiguous;
    }
    let (of, unit) = (second.number.kind, second.number.unit);
    // The first end has the kind and unit of the second, or can have them.
    let alike = kind == of && first.number.unit == unit
        || kind == NumberKind::Cardinal
            && !matches!(of, NumberKind::Score | NumberKind::Range | NumberKind::Ordinal | NumberKind::Fraction);
    let (Some(lo), Some(hi), true) = (first.number.value, second.number.value, alike) else { return None };
    let bare = lo;
    let lo = scaled_alike(r, first, lo, hi, second_at)?;
    if or && lo == bare {
        return None;
    }
    if lo >= hi && !ranging(r, from) || dash && r.glue(second.next, DASHES) {
        return None;
    }
    // "Dropped by 11,000 to 1.41 million": a step and where it led, of another size.
    let step = r.after(from, "by") && r.led(from, 6, &CHANGES) && lo.times(Decimal::whole(4)).is_none_or(|l| l < hi);
    if !and && (step || !spans(r, first, &second, dash)) {
        return None;
    }
    let aged = of == NumberKind::Cardinal
        && (r.close(from, 2, "aged ages") || r.follows(from, "age from"))
        && hi < Decimal::whole(125);
    let (lo, hi) = if lo < hi { (lo, hi) } else { (hi, lo) };
    let mut found = between(first, &second, lo, hi, "range");
    if aged {
        found.number.of = Some(NumberKind::Age);
        found.number.unit = Some("year".into());
    }
    found.number.ambiguous = second.number.ambiguous;
    Some(found.sure(88))
}

/// From one figure to another of its kind.
fn between(first: &Found, second: &Found, lo: Decimal, hi: Decimal, rule: &'static str) -> Found {
    let mut found = Found::new(NumberKind::Range, first.from, second.next, rule);
    found.number.lo = Some(lo);
    found.number.hi = Some(hi);
    found.number.of = Some(second.number.kind);
    found.number.unit = second.number.unit;
    found
}

/// "More than 10 but less than 20": both bounds of one figure.
fn bounded(r: &Reader, first: &Found) -> Option<Found> {
    let bound = first.next + 1;
    if !r.any(first.next, "and but")
        || !r.any(bound, "less fewer smaller lower under below greater more larger higher over above")
    {
        return None;
    }
    let second_at = (bound + 1..bound + 6).find(|&i| !r.any(i, "than or equal to"))?;
    let second = super::single(r, second_at)?;
    let (low, high) = (modifiers::before(r, first)?, modifiers::before(r, &second)?);
    let more = |m: Modifier| matches!(m, Modifier::More | Modifier::AtLeast);
    let less = |m: Modifier| matches!(m, Modifier::Less | Modifier::AtMost);
    let alike = first.number.kind == second.number.kind && first.number.unit == second.number.unit;
    let (lo, hi) = (first.number.value?, second.number.value?);
    (alike && more(low) && less(high) && lo < hi).then(|| between(first, &second, lo, hi, "bounds"))
}

fn is_date(kind: NumberKind) -> bool {
    matches!(kind, NumberKind::Date | NumberKind::Time | NumberKind::Datetime)
}

/// The lower end of "2-3 million", "$10-20m": a scale after the second end is meant for both, unless the first has its own.
fn scaled_alike(r: &Reader, first: &Found, lo: Decimal, hi: Decimal, second_at: usize) -> Option<Decimal> {
    let small = |w: NumeralWord| matches!(w.size, Size::Unit(_) | Size::Teen(_) | Size::Ten(_));
    let bare =
        (first.from..first.next).all(|i| r.number_word(i).is_none_or(small) && r.meaning(i, &SUFFIXES).is_none());
    if !bare || lo >= Decimal::whole(1000) {
        return Some(lo);
    }
    let Some(n) = numeral::unsigned(r, second_at).or_else(|| numeral::unsigned(r, second_at + 1)) else {
        return Some(lo);
    };
    let mut zeros = n.zeros;
    if zeros == 0 && hi >= Decimal::whole(1000) {
        zeros = r.meaning(n.next, &SUFFIXES).map_or(0, |s| s.zeros);
    }
    // "Two to three hundred", but "50 to one hundred"
    let alike = zeros >= 3 || zeros == 2 && lo < Decimal::whole(10);
    if alike { decimal::shift(Some(lo), zeros) } else { Some(lo) }
}

/// Whether the words before a figure speak of a spread of values.
fn ranging(r: &Reader, from: usize) -> bool {
    r.close(from, 4, "range ranges ranged ranging anywhere between aged ages estimated lasting")
}

/// Whether "X to Y" or "X-Y" is a span of possible values, not a change, a lead or a result.
fn spans(r: &Reader, first: &Found, second: &Found, dash: bool) -> bool {
    let from = first.from;
    if ranging(r, from) {
        return true;
    }
    let plain = second.number.kind == NumberKind::Cardinal;
    if dash {
        // "52-48", "3-4": sides of a result when the sentence speaks of one.
        return !(plain && super::score::is_result(r, first, second));
    }
    let opened = r.close(from, 2, "from");
    let from_at = if r.after(from, "from") { from - 1 } else { from.wrapping_sub(2) };
    let verb = r.lower(from_at.wrapping_sub(1));
    // Most verbs of change that no table has are regular: "ballooned from £4m to £9m".
    let changed = verb.ends_with("ed") && !listed("varied priced needed", verb);
    if opened && (changed || r.led(from, 8, &CHANGES)) {
        return false;
    }
    // "57 percent to 33 percent", "458 to 359": the first end has said its unit already.
    if plain {
        // "Lost 20,000 to 30,000 subscribers" counts; "lost 458 to 359" is a result.
        return r.is_plural(second.next) && !opened || !r.led(from, 4, &RESULTS);
    }
    // "Rise by 30cm to 60cm"
    let both_units = first.next - from > 1 && second.number.unit.is_some() && r.is(first.next, "to");
    !(both_units && first.number.unit == second.number.unit)
        || opened
        || r.after(from, "by")
        || !(r.led(from, 6, &RESULTS) || r.led(from, 6, &CHANGES))
}

/// "October to December", "Wednesday through Sunday", "June 5-7", "2003-2005".
fn dates(r: &Reader, first: &Found, at: usize, dash: bool) -> Option<Found> {
    if let Some(found) = first
        .when
        .and_then(|when| later_day(r, first.from, at, when).or_else(|| later_year(r, first.from, at, when, dash)))
    {
        return Some(found);
    }
    let now = if r.are(at, "current date") { at + 2 } else { r.past(at, "now date") };
    let second = if now > at { super::relative::present(r, at, now) } else { super::single(r, at) };
    let second = second.filter(|f| is_date(f.number.kind))?;
    // "From next Monday to Friday": the Friday after it.
    if let (Some(w), Some(from)) =
        (second.when.filter(|w| w.day() == 0 && w.weekday() > 0), first.number.iso.as_deref().and_then(Day::parse))
        && first.when.is_none()
    {
        let end = from.plus((w.weekday() - from.weekday()).rem_euclid(7))?;
        return Some(of_kind(first, &second, [&*from.iso(), "/", &end.iso()].concat()));
    }
    let Some((a, b)) = first.when.zip(second.when) else {
        let (x, y) = (first.number.iso.clone()?, second.number.iso.clone()?);
        // "From eight o'clock until now" has no end that a clock shows.
        let same = first.number.kind == second.number.kind || first.number.kind == NumberKind::Datetime && now == at;
        // Days in full are in order.
        let same = same && (x.len() != 10 || y.len() != 10 || x <= y);
        return same.then(|| of_kind(first, &second, [&*x, "/", &y].concat()));
    };
    // "June to August in 2017"
    let after = second.next + 1;
    let year = date::year_digits(r, after).filter(|_| r.is(second.next, "in") && b.month() > 0);
    let (b, end) = year.map_or((b, second.next), |year| (b.of_year(year.value()), year.next()));
    // The year that ends the range is meant for both ends.
    let a = if a.year() == 0 && b.month() > 0 { a.of_year(b.year()) } else { a };
    let years = a.month() == 0 && !a.daily();
    if years && b.year() <= a.year() {
        return None;
    }
    pair(r, first.from, end, a, b)
}

/// "June 5-7, 2016": the second end is a day of the same month.
fn later_day(r: &Reader, from: usize, at: usize, when: When) -> Option<Found> {
    let (month, day) = (when.month(), when.day());
    (month > 0 && day > 0 && when.weekday() == 0).then_some(())?;
    // "Through the seventeenth" in words only as an ordinal
    let numeral = numeral::unsigned(r, at).filter(|n| n.ordinal || r.is_digits(at) && n.next == at + 1)?;
    let n = numeral.small()?;
    let next = numeral.next;
    let more = r.any(next, "% : /") || r.hyphen(next).is_some_and(|i| r.is_digits(i)) || date::month(r, next).is_some();
    if more || r.is(next, "of") || !(day + 1..=31).contains(&n) {
        return None;
    }
    let (year, next) = date::year_digits(r, r.past(next, ",")).map_or((when.year(), next), Small::parts);
    pair(r, from, next, When::new(year, month, day), When::new(year, month, n))
}

/// "1990-95": the second end is a year of the same century.
fn later_year(r: &Reader, from: usize, at: usize, when: When, dash: bool) -> Option<Found> {
    let year = when.year();
    (year > 0 && dash && when.month() == 0).then_some(())?;
    let n: i32 = r.whole(at).filter(|&n| r.len(at) == 2 && n > year % 100)?;
    pair(r, from, at + 1, when, When::new(year / 100 * 100 + n, 0, 0))
}

fn of_kind(first: &Found, second: &Found, iso: String) -> Found {
    let mut found = Found::new(NumberKind::Range, first.from, second.next, "range").iso(iso);
    found.number.of = Some(second.number.kind);
    found
}

/// Both ends, resolved together so that the second is not before the first.
fn pair(r: &Reader, from: usize, next: usize, a: When, b: When) -> Option<Found> {
    // "Moved up from May 2029 to December 2021" is no span.
    if !a.exists() || !b.exists() || b.year() > 0 && a.year() > b.year() {
        return None;
    }
    let (today, ahead) = (when::today(r), when::ahead(r, from, next));
    let (mut x, y) = (a.resolved(today, ahead), b.resolved(today, ahead));
    let later = x > y;
    if let Some(end) = y.full().filter(|_| a.weekday() > 0 && (later || today.is_some())) {
        // Wednesday to Sunday: the Wednesday before that Sunday.
        x = When::of(end.plus(-(end.weekday() - a.weekday()).rem_euclid(7))?);
    } else if later && a.year() == 0 && x.year() > 0 {
        x = x.of_year(x.year() - 1);
    }
    let mut found = Found::new(NumberKind::Range, from, next, "range").iso([&*x.iso(), "/", &y.iso()].concat());
    found.number.of = Some(NumberKind::Date);
    Some(found)
}

/// "5 to 7 June", "14-20 January 1995": the first end is a bare day.
fn day_range(r: &Reader, first: &Found, second: &Found) -> Option<Found> {
    let b = second.when.filter(|w| w.day() > 0)?;
    let day = decimal::small(first.number.value)?;
    if !matches!(first.number.kind, NumberKind::Cardinal | NumberKind::Ordinal) || day >= b.day() {
        return None;
    }
    pair(r, first.from, second.next, When::new(b.year(), b.month(), day), b)
}
