//! Days found by a rule of the calendar: holidays, "the last Sunday of March".

use super::relative::{date, formed, on, pointer, year_of};
use super::{Kind, anchored};
use crate::annotation::NumberKind;
use crate::annotation::civil::{self, Day};
use crate::lang::en::calendar::{GOBIND, HOLIDAYS, LISTED_FROM, MOONS, Span, TimeWord};
use crate::lang::phrases;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::{Reader, begins};
use crate::numbers::small::Small;
use crate::numbers::when;
use crate::text::{small, whole};

/// A holiday, or such a weekday of a month.
pub(super) const KIND: Kind = Kind {
    id: "holiday",
    begins: begins::HOLIDAY | begins::POINTER | begins::WORD | begins::DIGITS,
    parse,
    #[cfg(test)]
    examples: &[
        ("On Christmas Day 2015 it snowed.", "Christmas Day 2015 = date 2015-12-25"),
        ("At Diwali 2019 the lamps were lit.", "Diwali 2019 = date 2019-10-27"),
        ("Lunar New Year 2024 fell on a Saturday.", "Lunar New Year 2024 = date 2024-02-10"),
        ("At Ramadan 2019 they fast.", "Ramadan 2019 = range 2019-05-06/2019-06-04 date"),
        ("On Eid al-Adha 2016 they met.", "Eid al-Adha 2016 = date 2016-09-12"),
        ("Over Labor Day 2021 weekend", "Labor Day 2021 weekend = date 2021-W35-WE"),
        ("The last weekend of October 2017", "last weekend of October 2017 = date 2017-W43-WE"),
        ("Easter 2016 was early.", "Easter 2016 = date 2016-03-27"),
        ("The third Tuesday of September 2014", "third Tuesday of September 2014 = date 2014-09-16"),
        ("The last Sunday in March 2014", "last Sunday in March 2014 = date 2014-03-30"),
    ],
    #[cfg(test)]
    counter: &["At Christmas we rest.", "Easter Island is far.", "Good Friday music", "A Diwali without lamps"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    nth_day(r, at).or_else(|| holiday(r, at))
}

/// "The last Sunday of March 2014", "third Tuesday of September".
fn nth_day(r: &Reader, at: usize) -> Option<Found> {
    let (nth, word) = if r.is(at, "last") {
        (-1, at + 1)
    } else {
        let (n, next) = numeral::nth(r, at, 5)?.parts();
        (n, next)
    };
    let weekday = match r.lexeme(word).time? {
        TimeWord::Weekday(w, _) => Some(w),
        TimeWord::Unit(Span::Weekend, false) => Some(6),
        TimeWord::Unit(Span::Day, false) if nth < 0 => None,
        _ => return None,
    };
    let weekend = weekday.is_some() && r.is(word, "weekend");
    r.any(word + 1, "of in").then_some(())?;
    let (month, next) = anchored::month(r, word + 2)?;
    let month = month.resolved(when::today(r), when::ahead(r, at, next));
    let (year, month) = (month.year(), month.month());
    let day = match weekday {
        Some(w) => civil::nth_weekday(year, month, w, nth),
        None => Day::new(year, month, civil::days_in(year, month)),
    }?;
    if weekend {
        return Some(formed(at, next, "weekend", WEEKEND, day.week()?));
    }
    Some(on(at, next, "nth-day", Some(day)))
}

/// A year at a token that is known: "2015", "last year".
pub(super) fn year(r: &Reader, at: usize) -> Option<Small> {
    year_of(r, at).filter(|year| year.value() > 0)
}

/// A holiday whose day is known: by a year beside it, or from the publication date.
fn holiday(r: &Reader, from: usize) -> Option<Found> {
    let step = pointer(r, from).filter(|_| r.any(from, "last this next"));
    let at = from + usize::from(step.is_some());
    let opens = r.lexeme(at).begins & begins::HOLIDAY != 0 || r.any(at, "may fourth");
    let (rule, mut next) = r.phrase(at, if opens { HOLIDAYS } else { "" })?;
    let year = year_of(r, next).or_else(|| year_of(r, next + 1).filter(|_| r.is(next, "in") && !r.is(next + 1, "of")));
    next = year.map_or(next, Small::next);
    if !r.is_capital(at) && year.is_none() && !r.any(at, "christmas easter chinese lunar diwali vaishakhi thanksgiving halloween boxing xmas new black good valentine guru labor") {
        return None;
    }
    let today = when::today(r);
    let day = if let Some(year) = year {
        day_in(rule, year.value())?
    } else {
        let today = today?;
        let ahead = match step {
            Some(step) => step >= 0,
            None => when::ahead(r, at, next),
        };
        let years = if ahead { [today.year(), today.year() + 1] } else { [today.year(), today.year() - 1] };
        years.into_iter().filter_map(|y| day_in(rule, y)).find(|&d| if ahead { d >= today } else { d <= today })?
    };
    // "Labor Day weekend": the one beside the day.
    if r.is(next, "weekend") {
        let weekend = if day.weekday() <= 2 { day.plus(-7)? } else { day };
        return Some(formed(from, next + 1, "weekend", WEEKEND, weekend.week()?));
    }
    // A month, up to the feast that ends it.
    if rule == "ramadan" {
        let feast = |year| day_in("fitr", year);
        let end = feast(day.year()).filter(|&e| e > day).or_else(|| feast(day.year() + 1))?.plus(-1)?;
        let mut found = date(from, next, "holidays", Some([day.iso(), end.iso()].join("/")));
        found.number.kind = NumberKind::Range;
        found.number.of = Some(NumberKind::Date);
        return Some(found);
    }
    Some(on(from, next, "holiday", Some(day)))
}

/// The day of a holiday in a year, by what [`HOLIDAYS`] says of it.
fn day_in(rule: &str, year: i32) -> Option<Day> {
    let digits = |text: &str, from: usize, to: usize| whole(text.get(from..to)?);
    let month_and_day =
        |text: &str, at: usize| Day::new(year, digits(text, at, at + 2)?, digits(text, at + 2, at + 4)?);
    let (name, after) = rule.split_at_checked(rule.find(['+', '-']).unwrap_or(rule.len()))?;
    let day = if let Some(nth) = name.strip_prefix('N') {
        let n = digits(nth, 3, 4)?;
        civil::nth_weekday(year, digits(nth, 0, 2)?, digits(nth, 2, 3)?, if n == 0 { -1 } else { n })
    } else if name.starts_with(|c: char| c.is_ascii_digit()) {
        month_and_day(name, 0)
    } else if name == "easter" {
        civil::easter(year)
    } else {
        let years = usize::try_from(year.checked_sub(LISTED_FROM)?).ok()?;
        if name == "gobind" {
            month_and_day(GOBIND, years.checked_mul(4)?)
        } else {
            moon(name, years).and_then(|days| Day::new(year, 1, 1)?.plus(days))
        }
    };
    day?.plus(i32::from(small(after.trim_start_matches('+'))))
}

/// How many days of the year are before one of [`MOONS`], so many years after the first.
fn moon(name: &str, years: usize) -> Option<i32> {
    let (_, row) = phrases(MOONS).find(|(moon, _)| *moon == name)?;
    let (first, steps) = row.split_once(' ')?;
    let step = |day: i32, letter: &u8| {
        let day = day + i32::from(*letter) - i32::from(b'T');
        if day < 0 { day + 354 } else { day }
    };
    Some(steps.as_bytes().get(..years)?.iter().fold(i32::from(small(first)), step))
}

/// The form of a weekend by its week.
const WEEKEND: &str = "####-W##-WE";

#[cfg(test)]
mod tests {
    use super::{HOLIDAYS, day_in};
    use crate::lang::en::figures::{OPENERS, Opener};
    use crate::lang::phrases;

    #[test]
    fn every_holiday_is_opened_and_has_its_day() {
        for (rule, words) in phrases(HOLIDAYS) {
            let first = words.split(' ').next().unwrap_or_default();
            assert!(OPENERS.get(first) == Some(Opener::Holiday) || matches!(first, "may" | "fourth"), "{words}");
            assert!((2001..2036).any(|year| day_in(rule, year).is_some()), "{rule}");
        }
    }
}
