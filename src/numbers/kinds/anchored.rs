//! Dates by their place in a longer stretch or their distance from another day: "the first week of October", "the day after tomorrow",
//! "two weeks before Christmas".

use super::relative::{date as relative, formed, on};
use super::{Kind, date, holiday};
use crate::annotation::civil::{Day, form};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::{Lexeme, Reader, begins};
use crate::numbers::small::Small;
use crate::numbers::when::{self, When};

/// A date that another one anchors.
pub(super) const KIND: Kind = Kind {
    id: "anchored",
    begins: begins::DIGITS | begins::WORD | begins::ARTICLE | begins::POINTER | begins::TIME,
    parse,
    #[cfg(test)]
    examples: &[
        ("In the first week of October 2015 it rained.", "first week of October 2015 = date 2015-10-W01"),
        ("The last week of May 2016", "last week of May 2016 = date 2016-05-W05"),
        ("The second week of 2015", "second week of 2015 = date 2015-W02"),
        ("Ten days after 3 March 2016 he left.", "Ten days after 3 March 2016 = date 2016-03-13"),
        ("A week before Christmas Day 2015", "A week before Christmas Day 2015 = date 2015-12-18"),
        ("It opens the day after tomorrow.", "day after tomorrow = date"),
        ("Sales in fiscal year 2008 fell.", "fiscal year 2008 = date FY2008"),
        ("In week 27 of 2015 it closed.", "week 27 of 2015 = date 2015-W27"),
        ("In week 53 of 2015 it closed.", "week 53 of 2015 = date 2015-W53"),
        ("In week 53 of 2016 it closed.", "week 53 of 2016 = date"),
        ("In the week of 14 November 2016", "week of 14 November 2016 = date 2016-W46"),
        ("Due Monday two weeks after 3 March 2016", "Monday two weeks after 3 March 2016 = date 2016-03-14"),
    ],
    #[cfg(test)]
    counter: &[
        "Ten days after the vote he left.",
        "The first week of the trial",
        "Day after day they came.",
        "The year before",
        "two weeks from the end",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    beyond(r, at)
        .or_else(|| fiscal(r, at))
        .or_else(|| week_of(r, at))
        .or_else(|| numbered(r, at))
        .or_else(|| day_of(r, at))
        .or_else(|| week_with(r, at))
        .or_else(|| weekday_away(r, at))
}

/// "The week of 14 November": the one that the day is in, and if it is a Sunday the one that it begins.
fn week_with(r: &Reader, at: usize) -> Option<Found> {
    r.are(at, "week of").then_some(())?;
    let found = date::KIND.parse(r, at + 2)?;
    let week = Day::parse(found.number.iso.as_deref()?)?.plus(1)?.week()?;
    Some(formed(at, found.next, "anchored", "####-W##", week))
}

/// "Monday two weeks from now", "two months from today on Tuesday": such a day of the week that is so far, or the next one after a month.
fn weekday_away(r: &Reader, at: usize) -> Option<Found> {
    let weekday = |i: usize| match r.lexeme(i).time {
        Some(TimeWord::Weekday(w, false)) => Some(w),
        _ => None,
    };
    let first = weekday(at);
    let far = away(r, at + usize::from(first.is_some()))?;
    let last = weekday(far.next + 1).filter(|_| r.is(far.next, "on") && first.is_none());
    let Some(w) = first.or(last) else { return Some(far) };
    let day = Day::parse(far.number.iso.as_deref()?)?;
    let by = w - day.weekday();
    // A week of the news begins on Sunday.
    let weeks = (at..far.next).any(|i| matches!(span(r, i), Some(Span::Week | Span::Fortnight)));
    let day = day.plus(if weeks { w % 7 - day.weekday() % 7 } else { by.rem_euclid(7) })?;
    Some(on(at, far.next + if last.is_some() { 2 } else { 0 }, "weekday", Some(day)))
}

/// The unit of time that a word names in the singular or plural.
fn span(r: &Reader, at: usize) -> Option<Span> {
    match *r.lexeme(at) {
        Lexeme { time: Some(TimeWord::Unit(span, _)), symbol: false, .. } if !r.any(at, "night nights") => Some(span),
        _ => None,
    }
}

/// −1, 0, 1 for "last", "this", "next".
fn step(r: &Reader, at: usize) -> Option<i32> {
    super::relative::pointer(r, at).filter(|_| !r.is(at, "past"))
}

/// "Day after tomorrow", "day before yesterday", "week after next", "month before last".
fn beyond(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = after_next(r, at) {
        return Some(found);
    }
    let span = span(r, at).filter(|s| matches!(s, Span::Day | Span::Week | Span::Month | Span::Year))?;
    // "The month after the next"
    if r.are(at + 1, "after the next") && !r.is_word(at + 4) {
        let iso = when::today(r).and_then(|today| super::relative::unit_from(today, span, 2));
        return Some(relative(at, at + 4, "anchored", iso));
    }
    let by = match r.lower(at + 1) {
        "after" if r.any(at + 2, if span == Span::Day { "tomorrow" } else { "next" }) => 2,
        "before" if r.any(at + 2, if span == Span::Day { "yesterday" } else { "last" }) => -2,
        _ => return None,
    };
    let iso = when::today(r).and_then(|today| super::relative::unit_from(today, span, by));
    Some(relative(at, at + 3, "anchored", iso))
}

/// "Friday after next".
fn after_next(r: &Reader, at: usize) -> Option<Found> {
    let Some(TimeWord::Weekday(w, _)) = r.lexeme(at).time else { return None };
    r.are(at + 1, "after next").then_some(())?;
    let next = when::today(r).and_then(|d| d.plus(1)?.plus((w - d.weekday() - 1).rem_euclid(7) + 7));
    Some(super::relative::weekday(at, at + 3, next, w))
}

/// "Fiscal year 2008", "fiscal 2016": a year that begins when a treasury says.
fn fiscal(r: &Reader, at: usize) -> Option<Found> {
    r.any(at, "fiscal financial").then_some(())?;
    let (year, next) = date::year_digits(r, r.past(at + 1, "year"))?.parts();
    Some(formed(at, next, "anchored", "FY####", year))
}

/// Weeks in a year of ISO 8601, 52 or 53: 28 December is always in the last.
pub(super) fn weeks(year: i32) -> Option<i32> {
    Some(Day::new(year, 12, 28)?.week()? % 100)
}

/// "Week 27 of last year": by its number in ISO 8601.
fn numbered(r: &Reader, at: usize) -> Option<Found> {
    (r.is(at, "week") && r.is_digits(at + 1)).then_some(())?;
    let (week, after) = numeral::count(r, at + 1)?.within(1..=53)?.parts();
    let (year, next) = holiday::year(r, after).filter(|_| r.any(after, "of in"))?.parts();
    let exists = week <= weeks(year)?;
    Some(relative(at, next, "anchored", exists.then(|| form("####-W##", year * 100 + week))))
}

/// "First week of October", "third week of this month", "second week of 2015".
fn week_of(r: &Reader, at: usize) -> Option<Found> {
    let (nth, next) = if r.is(at, "last") {
        (None, at + 1)
    } else {
        let (n, next) = numeral::nth(r, at, 53)?.parts();
        (Some(n), next)
    };
    (span(r, next) == Some(Span::Week) && r.any(next + 1, "of in")).then_some(())?;
    let at_month = r.past(next + 2, "the");
    if let Some((month, end)) = month(r, at_month) {
        let month = month.resolved(when::today(r), when::ahead(r, at, end));
        // A month has days in four or five weeks.
        let nth = nth.map_or(Some(5), |n| (n <= 5).then_some(n))?;
        let week = form("-W##", nth);
        return Some(relative(at, end, "anchored", Some(month.iso() + &week)));
    }
    let (year, end) = holiday::year(r, at_month)?.parts();
    let last = weeks(year)?;
    let nth = nth.unwrap_or(last);
    (nth <= last).then(|| formed(at, end, "anchored", "####-W##", year * 100 + nth))
}

/// "31st of this month", "the 15th day of next month".
fn day_of(r: &Reader, at: usize) -> Option<Found> {
    let (n, next) = numeral::nth(r, at, 31)?.parts();
    let next = r.past(next, "day");
    let the = r.past(next + 1, "the");
    r.is(next, "of").then_some(())?;
    let (month, end) = if r.is(next + 1, "the") && r.is(the, "month") {
        (When::of(when::today(r)?), the + 1)
    } else {
        month(r, the).filter(|_| step(r, the).is_some())?
    };
    let day = Day::new(month.year(), month.month(), n)?;
    Some(on(at, end, "anchored", Some(day)))
}

/// A month by its name, perhaps with its year, or by its distance, and the token after it.
pub(super) fn month(r: &Reader, at: usize) -> Option<(When, usize)> {
    if let Some(month) = date::month(r, at) {
        let (year, next) = date::year_digits(r, r.past(at + 1, ",")).map_or((0, at + 1), Small::parts);
        return Some((When::new(year, month.value(), 0), next));
    }
    let step = step(r, at).filter(|_| span(r, at + 1) == Some(Span::Month))?;
    let day = when::today(r)?.plus_months(step)?;
    Some((When::new(day.year(), day.month(), 0), at + 2))
}

/// "Two weeks before Christmas", "three days after 12 January", "a month from today": a length of days or more and a day.
fn away(r: &Reader, at: usize) -> Option<Found> {
    let (n, unit_at) = if r.any(at, "a an") { (1, at + 1) } else { numeral::count(r, at)?.parts() };
    let span = span(r, unit_at)?;
    let (sign, anchor) = match r.lower(unit_at + 1) {
        "after" | "from" | "since" => (1, unit_at + 2),
        "before" => (-1, unit_at + 2),
        _ => return None,
    };
    let (day, next) = anchor_day(r, anchor)?;
    let n = sign * n;
    let day = match span {
        Span::Day => day.plus(n),
        Span::Week => day.plus(n.checked_mul(7)?),
        Span::Fortnight => day.plus(n.checked_mul(14)?),
        Span::Month => day.plus_months(n),
        Span::Year => day.plus_months(n.checked_mul(12)?),
        _ => None,
    }?;
    Some(on(at, next, if sign < 0 { "before" } else { "anchored" }, Some(day)))
}

/// The day that is named at a token, in full or against the publication date.
fn anchor_day(r: &Reader, at: usize) -> Option<(Day, usize)> {
    if r.is(at, "now") {
        return Some((when::today(r)?, at + 1));
    }
    let named = super::relative::day_word(r, at)
        .or_else(|| super::relative::KIND.parse(r, at))
        .or_else(|| date::KIND.parse(r, at))
        .or_else(|| holiday::KIND.parse(r, at))?;
    Some((Day::parse(named.number.iso.as_deref()?)?, named.next))
}
