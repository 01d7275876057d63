//! Dates that point from the day of publication: "last month", "yesterday", "two years ago", "the fourth quarter", Easter.

use super::{Kind, date};
use crate::annotation::NumberKind;
use crate::annotation::civil::{Day, form};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::numbers::found::Found;
use crate::numbers::guard;
use crate::numbers::numeral;
use crate::numbers::reader::{Reader, begins};
use crate::numbers::small::Small;
use crate::numbers::when::{self, When};
use crate::text::whole;
use std::cmp::Ordering;

/// A date by its distance, or a part of a year.
pub(super) const KIND: Kind = Kind {
    id: "relative",
    begins: begins::DIGITS | begins::WORD | begins::TIME | begins::POINTER | begins::LETTERS,
    parse,
    #[cfg(test)]
    examples: &[
        ("Sales fell in the fourth quarter.", "fourth quarter = date XXXX-Q4"),
        ("In the third quarter of 2016 it grew.", "third quarter of 2016 = date 2016-Q3"),
        ("Revenue in Q3 2016 was flat.", "Q3 2016 = date 2016-Q3"),
        ("Revenue in 2016H2 was flat.", "2016H2 = date 2016-H2"),
        ("Due in 2015-W53", "2015-W53 = date 2015-W53"),
        ("Due in 2016-W53", "2016-W53 = date"),
        ("It opened last month.", "last month = date"),
        ("He left yesterday.", "yesterday = date"),
        ("The winter of 2015-16 was wet.", "winter of 2015-16 = date 2015-WI"),
        ("The summer of 2012 was wet.", "summer of 2012 = date 2012-SU"),
    ],
    #[cfg(test)]
    counter: &["They came last.", "This is it.", "A quarter of voters"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    day_word(r, at)
        .or_else(|| pointed(r, at))
        .or_else(|| weekday_of_week(r, at))
        .or_else(|| part_of_day(r, at))
        .or_else(|| quarter(r, at))
        .or_else(|| season(r, at))
}

pub(super) fn date(from: usize, next: usize, rule: &'static str, iso: Option<String>) -> Found {
    let mut found = Found::new(NumberKind::Date, from, next, rule);
    found.number.iso = iso;
    found
}

/// A date by its form and the digits in it.
pub(super) fn formed(from: usize, next: usize, rule: &'static str, template: &str, number: i32) -> Found {
    date(from, next, rule, Some(form(template, number)))
}

/// A day, known or not.
pub(super) fn on(from: usize, next: usize, rule: &'static str, day: Option<Day>) -> Found {
    date(from, next, rule, day.map(Day::iso))
}

/// A day of the week, known or not.
pub(super) fn weekday(from: usize, next: usize, day: Option<Day>, weekday: i32) -> Found {
    let unknown = || formed(from, next, "weekday", "XXXX-WXX-#", weekday);
    day.map_or_else(unknown, |day| on(from, next, "weekday", Some(day)))
}

/// "Yesterday", "today", "tonight".
pub(super) fn day_word(r: &Reader, at: usize) -> Option<Found> {
    // "Between now and 5 May"; what ends in no day to come has no beginning either.
    if r.is(at, "now") {
        (r.after(at, "between from") && r.any(at + 1, "and to till until")).then_some(())?;
        let (end, now) = (super::datetime::day(r, at + 2)?, present(r, at, at + 1)?);
        return (end.number.iso > now.number.iso).then_some(now);
    }
    match r.lexeme(at).time? {
        TimeWord::Day(n) => {
            // "Today's world" is an age, "USA Today" a newspaper.
            if r.is_capital(at) && r.is_capital(at.wrapping_sub(1)) {
                return None;
            }
            let day = when::today(r).and_then(|d| d.plus(n));
            Some(on(at, at + 1, "day", day))
        }
        TimeWord::Tonight => Some(on(at, at + 1, "day", when::today(r)).in_day("NI")),
        _ => None,
    }
}

/// The day of publication, where a span ends in it: "now", "the present".
pub(super) fn present(r: &Reader, at: usize, next: usize) -> Option<Found> {
    Some(on(at, next, "day", Some(when::today(r)?)))
}

/// "Last", "this", "next" with a unit, weekday, month or season.
fn pointed(r: &Reader, at: usize) -> Option<Found> {
    // "This past Wednesday"
    let gone = r.are(at, "this past");
    let step = if gone { -1 } else { pointer(r, at)? };
    let word = at + 1 + usize::from(gone);
    // "The following month" tells of another time than the article's.
    let anchored = r.any(at, "following previous") && determined(r, at);
    let today = when::today(r).filter(|_| !anchored);
    // "Last fiscal year", "this school year" begin when a treasury or a ministry says.
    if r.any(word, "fiscal financial school academic") && r.is(word + 1, "year") {
        let year = if r.any(word, "fiscal financial") { "FY####" } else { "SY####" };
        return Some(date(at, word + 2, "pointed", today.map(|d| form(year, d.year() + step))));
    }
    // "CBS's This Week" is a programme.
    let named = r.is_capital(at) && r.is_capital(word) && !r.opens_sentence(at) && !guard::title_case(r, at);
    if named && matches!(r.lexeme(word).time, Some(TimeWord::Unit(..))) {
        return None;
    }
    let alone = at == r.start && word + 1 == r.stop;
    if r.is(at, "past") && !alone && (determined(r, at) || !matches!(r.lexeme(word).time, Some(TimeWord::Weekday(..))))
    {
        return None;
    }
    let found = move |iso: Option<String>| Some(date(at, word + 1, "pointed", iso));
    if let Some(month) = date::month(r, word).or_else(|| date::any_month(r, word).filter(|_| !r.any(word, "may march")))
    {
        let month = month.value();
        let when = today.map_or(When::new(0, month, 0), |d| month_from(d, month, step));
        return found(Some(when.iso()));
    }
    match r.lexeme(word).time? {
        TimeWord::Weekday(w, false) => {
            // "This Friday 5/12"
            if let Some(day) = date::KIND.parse(r, word).filter(|d| d.next > word + 1) {
                return Some(day.since(at));
            }
            let mut found = weekday(at, word + 1, today.and_then(|d| weekday_from(d, w, step)), w);
            found.number.rule = "pointed";
            Some(found)
        }
        TimeWord::Unit(span, false) => {
            let fits = (Span::Week..=Span::Century).contains(&span);
            // "Next week Sunday"
            if let Some(TimeWord::Weekday(w, false)) = r.lexeme(word + 1).time
                && span == Span::Week
                && !r.is_capital(word + 2)
            {
                return Some(weekday(at, word + 2, today.and_then(|d| weekday_of(d, step, w)), w));
            }
            // "Next day" is told from another day, unless somebody says when; "this quarter" is the article's.
            let day = span == Span::Day && step >= 0 && r.any(at, "next this") && when::appointment(r, at, word + 1);
            (fits || day).then(|| found(today.and_then(|d| unit_from(d, span, step))))?
        }
        TimeWord::Unit(Span::Day, true) if r.is(word, "night") && (step < 0 || step == 0 && r.is_lower(word)) => {
            Some(on(at, word + 1, "pointed", today.and_then(|d| d.plus(step))).in_day("NI"))
        }
        TimeWord::Part(part) if step == 0 => Some(on(at, word + 1, "pointed", today).in_day(part)),
        TimeWord::Season(code) if !r.is(word, "fall") || r.any(at, "last next this") => {
            let iso = today.map(|d| {
                let begun = d.month()
                    >= match code {
                        "SP" => 3,
                        "SU" => 6,
                        "FA" => 9,
                        _ => 12,
                    };
                let year = match step {
                    -1 => d.year() - i32::from(!begun),
                    0 => d.year(),
                    _ => d.year() + i32::from(begun),
                };
                [&*when::year_iso(year), "-", code].concat()
            });
            found(iso)
        }
        _ => None,
    }
}

/// Which way a word points: "last" −1, "this" 0, "next" 1.
pub(super) fn pointer(r: &Reader, at: usize) -> Option<i32> {
    Some(order(r, at)? as i32)
}

fn order(r: &Reader, at: usize) -> Option<Ordering> {
    let words = ["last previous past", "this current", "next coming following upcoming"];
    [Ordering::Less, Ordering::Equal, Ordering::Greater]
        .into_iter()
        .zip(words)
        .find(|(_, words)| r.any(at, words))
        .map(|(order, _)| order)
}

/// Whether a determiner stands before a token.
pub(super) fn determined(r: &Reader, at: usize) -> bool {
    r.after(at, "the its his her their our my your a this that these those 's")
}

/// A weekday of the calendar's week so many weeks from this one.
fn weekday_of(today: Day, weeks: i32, weekday: i32) -> Option<Day> {
    today.plus(7 * weeks - today.weekday() + weekday)
}

fn month_from(today: Day, month: i32, step: i32) -> When {
    let year = match step {
        -1 if month >= today.month() => today.year() - 1,
        1 if month <= today.month() => today.year() + 1,
        _ => today.year(),
    };
    When::new(year, month, 0)
}

fn weekday_from(today: Day, weekday: i32, step: i32) -> Option<Day> {
    let behind = (today.weekday() - weekday).rem_euclid(7);
    match step {
        -1 => today.plus(-if behind == 0 { 7 } else { behind }),
        0 => today.plus((weekday - today.weekday()).rem_euclid(7)),
        // "Next Tuesday" is in the coming week of the calendar.
        _ => today.plus(7 - today.weekday() + weekday),
    }
}

pub(super) fn unit_from(today: Day, span: Span, step: i32) -> Option<String> {
    Some(match span {
        Span::Day => today.plus(step)?.iso(),
        Span::Week | Span::Weekend => {
            form(if span == Span::Week { "####-W##" } else { "####-W##-WE" }, today.plus(7 * step)?.week()?)
        }
        Span::Month => {
            let d = today.plus_months(step)?;
            form("####-##", d.year() * 100 + d.month())
        }
        Span::Quarter => {
            let d = today.plus_months(3 * step)?;
            form("####-Q#", d.year() * 10 + (d.month() - 1) / 3 + 1)
        }
        Span::Year => form("####", today.year() + step),
        Span::Decade => form("###X", today.year() / 10 + step),
        Span::Century => form("##XX", today.year() / 100 + step),
        _ => return None,
    })
}

/// "Wednesday next week", "Monday of this week".
fn weekday_of_week(r: &Reader, at: usize) -> Option<Found> {
    let Some(TimeWord::Weekday(w, _)) = r.lexeme(at).time else { return None };
    let next = r.past(at + 1, "of");
    let next = next + usize::from(r.is(next, "the") && next > at + 1);
    let step = pointer(r, next).filter(|_| !r.any(next, "previous past current upcoming"))?;
    r.is(next + 1, "week").then_some(())?;
    let day = when::today(r).and_then(|d| weekday_of(d, step, w));
    Some(weekday(at, next + 2, day, w))
}

/// "Morning of Feb. 28", "evening of 3 March".
fn part_of_day(r: &Reader, at: usize) -> Option<Found> {
    let code = match r.lexeme(at).time? {
        TimeWord::Part(code) => code,
        TimeWord::Unit(Span::Day, true) if r.is(at, "night") => "NI",
        _ => return None,
    };
    let day = date::KIND.parse(r, at + 2).filter(|f| r.is(at + 1, "of") && f.when.is_some_and(When::daily))?;
    Some(date(at, day.next, "part-of-day", day.number.iso.clone()).in_day(code))
}

/// The year that a part of a year names or points to, 0 if it is unknown: "of 2016", "2016", "this year", "of last year".
pub(super) fn year_of(r: &Reader, at: usize) -> Option<Small> {
    let mut next = r.past(at, "of ,");
    next += usize::from(r.is(next, "the") && r.is(next + 1, "fiscal"));
    next = r.past(next, "fiscal");
    next += usize::from(r.is(next, "year") && next > at + 1);
    if let Some(year) = date::year_digits(r, next).and_then(|y| y.within(1500..=2150)) {
        // The quarters of 2023-24 are those of no calendar.
        return (!r.hyphen(year.next()).is_some_and(|i| r.is_digits(i))).then_some(year);
    }
    let step = pointer(r, next).filter(|_| r.any(next, "last this next"))?;
    r.is(next + 1, "year").then(|| Small::new(when::today(r).map_or(0, |d| d.year() + step), next + 2))?
}

/// "Fourth quarter", "Q3 2016", "first half of 2015".
fn quarter(r: &Reader, at: usize) -> Option<Found> {
    if let Some((code @ ('q' | 'h'), n)) = lettered(r.lower(at))
        && n <= 4
        && let year = year_of(r, r.past_hyphen(at + 1))
        && (r.is_capital(at) || year.is_some())
    {
        let letter = code.to_ascii_uppercase();
        if code == 'h' && (n > 2 || year.is_none()) {
            return None;
        }
        let (year, next) = year.map_or((0, at + 1), Small::parts);
        return Some(part_of_year(r, at, next, letter, n, year));
    }
    // `2016 Q3`, `2016-Q3`
    let glued = r.whole(at).filter(|_| r.glued(at + 1) && r.len(at) == 4);
    if let Some((year, next)) = date::year_digits(r, at)
        .map(|year| (year.value(), r.past_hyphen(year.next())))
        .or_else(|| Some((glued.filter(|y| matches!(y, 1900..=2100))?, at + 1)))
        && let Some((letter @ ('q' | 'h' | 'w'), n)) = lettered(r.lower(next))
    {
        // `2015-W53`, where the year has so many weeks
        if letter == 'w' {
            let exists = n <= super::anchored::weeks(year)?;
            return Some(date(at, next + 1, "week", exists.then(|| form("####-W##", year * 100 + n))));
        }
        if n > if letter == 'q' { 4 } else { 2 } {
            return None;
        }
        let letter = letter.to_ascii_uppercase();
        return Some(part_of_year(r, at, next + 1, letter, n, year));
    }
    let (number, next) = numeral::nth(r, at, 4)?.parts();
    let word = r.past(r.past_hyphen(next), "fiscal financial");
    if r.any(word, "quarter qtr") {
        // The quarters of a match are no dates.
        if r.any(word + 1, "touchdown interception field lead deficit")
            || r.near(
                at.saturating_sub(12)..word + 12,
                "touchdown touchdowns quarterback yards rebounds halftime pass timeout",
            )
        {
            return None;
        }
        let (year, next) = year_of(r, word + 1).map_or((0, word + 1), Small::parts);
        return Some(part_of_year(r, at, next, 'Q', number, year));
    }
    if r.is(word, "half") && number <= 2 {
        let (year, next) = year_of(r, word + 1)?.parts();
        return Some(part_of_year(r, at, next, 'H', number, year));
    }
    None
}

/// `q3`: a letter and a number of one or two digits, 1 and more.
fn lettered(word: &str) -> Option<(char, i32)> {
    let digits = word.get(1..).filter(|d| d.len() <= 2 && d.bytes().all(|b| b.is_ascii_digit()))?;
    Some((word.chars().next()?, whole(digits).filter(|&n| n > 0)?))
}

fn part_of_year(r: &Reader, from: usize, next: usize, letter: char, n: i32, year: i32) -> Found {
    // Without a year: the last one that has begun, or the next.
    let year = match when::today(r) {
        Some(today) if year == 0 => {
            let now = (today.month() - 1) / if letter == 'Q' { 3 } else { 6 } + 1;
            today.year() + if when::ahead(r, from, next) { i32::from(n < now) } else { -i32::from(n > now) }
        }
        _ => year,
    };
    let part = form(if letter == 'Q' { "-Q#" } else { "-H#" }, n);
    date(from, next, "quarter", Some(when::year_iso(year) + &part))
}

/// "Summer of 2012", "winter 2015".
fn season(r: &Reader, at: usize) -> Option<Found> {
    let Some(TimeWord::Season(code)) = r.lexeme(at).time else { return None };
    if r.is(at, "fall") && !(r.after(at, "the in")) {
        return None;
    }
    // "Winter 2015-16" is named for the year that it begins in.
    let two = super::year::two_years(r, r.past(at + 1, "of"));
    let (year, next) = two.or_else(|| year_of(r, at + 1))?.parts();
    Some(date(at, next, "season", Some([&*when::year_iso(year), "-", code].concat())))
}
