//! Dates that leave something out, resolved against the publication date: into the past, unless the sentence looks ahead.

use super::decimal;
use super::reader::{Reader, begins};
use crate::annotation::Decimal;
use crate::annotation::civil::{Day, form};
use crate::lang::en::calendar::{TENSES, Tense, ZONES};
use std::num::NonZeroU32;

/// What an expression says of a day, in one word; 0 stands for what it does not name. Those in order are in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct When(NonZeroU32);

/// How many tokens a verb may stand from the date that it places in time.
const REACH: usize = 30;

/// The publication day, if it is known.
pub(super) fn today(r: &Reader) -> Option<Day> {
    Some(r.context.reference?.day)
}

/// Whether the nearest verb says that a date lies ahead.
pub(super) fn ahead(r: &Reader, from: usize, next: usize) -> bool {
    let verb = |i: usize| {
        if let Some(tense) = r.meaning(i, &TENSES) {
            // "Likely voters", "the expected rise" say nothing; "could have" looks back.
            if r.any(i, "likely expected scheduled planned going") && !r.any(i + 1, "to for on in at") {
                return None;
            }
            if r.is(i, "may") && r.is_capital(i) {
                return None;
            }
            return Some(
                if tense == Tense::Future && r.is(i + 1, "have") && r.any(i, "could would should must may might") {
                    Tense::Past
                } else {
                    tense
                },
            );
        }
        let past = r.is_lower(i) && r.lower(i).len() > 4 && r.ends(i, "ed") && !r.after(i, "be being");
        past.then_some(Tense::Past)
    };
    let back = (1..=REACH).map_while(|b| from.checked_sub(b)).take_while(|&i| i >= r.start).find_map(verb);
    if listing(r) {
        return true;
    }
    // "The concert is on Friday", "between now and Friday"
    if r.follows(from, "is on|are on|now and|now until") {
        return true;
    }
    let tense = back.or_else(|| (next..(next + REACH).min(r.stop)).find_map(verb));
    tense == Some(Tense::Future)
}

/// Whether a line is dates and times and nothing else: it announces, as a listing or a calendar does.
pub(super) fn listing(r: &Reader) -> bool {
    let dated = |i: usize| {
        let word = r.lexeme(i);
        !r.is_word(i)
            || word.time.is_some()
            || word.numeral.is_some()
            || word.begins & (begins::POINTER | begins::HOLIDAY | begins::PART | begins::VAGUE) != 0
            || r.meaning(i, &ZONES).is_some()
            || r.any(i, "on at the in for from to between and until till through of by thru am pm a.m. p.m. a an th st nd rd o'clock")
    };
    r.stop - r.start <= 16 && (r.start..r.stop).all(dated)
}

/// Whether somebody who speaks of himself says when: "I'll be back at 7". In what others tell, such a figure may count.
pub(super) fn appointment(r: &Reader, from: usize, next: usize) -> bool {
    speaks(r, from) && ahead(r, from, next)
}

/// Whether somebody speaks of himself shortly before.
pub(super) fn speaks(r: &Reader, from: usize) -> bool {
    r.close(from, 8, "i we i'll we'll let's")
}

/// The publication day so much later by a length in ISO 8601, with the time of day where the length has hours.
pub(super) fn shifted(r: &Reader, length: &str, sign: i32) -> Option<String> {
    let now = r.context.reference?;
    let (mut months, mut days, mut minutes, mut seconds) = (0, 0, 0, 0);
    let (mut start, mut clock) = (1, false);
    for (i, letter) in length.char_indices() {
        let (sum, times) = match letter {
            'T' => {
                (start, clock) = (i + 1, true);
                continue;
            }
            'Y' => (&mut months, 12),
            'M' if clock => (&mut seconds, 60),
            'M' => (&mut months, 1),
            'W' => (&mut days, 7),
            'D' => (&mut days, 1),
            'H' => (&mut minutes, 60),
            'S' => (&mut seconds, 1),
            _ => continue,
        };
        *sum += decimal::small(decimal::read(length.get(start..i)?)?.value?.times(Decimal::whole(times)))?;
        start = i + 1;
    }
    let time = if clock { now.seconds + sign * (minutes * 60 + seconds) } else { 0 };
    let day = now.day.plus_months(sign * months)?.plus(sign * days)?.plus(time.div_euclid(86_400))?.iso();
    let time = time.rem_euclid(86_400);
    let (minutes, second) = (time / 3600 * 100 + time / 60 % 60, time % 60);
    let time = if second == 0 { form("T##:##", minutes) } else { form("T##:##:##", minutes * 100 + second) };
    Some(if clock { day + &time } else { day })
}

/// Four digits of a year, X where it is unknown.
#[inline(never)]
pub(super) fn year_iso(year: i32) -> String {
    form(if year == 0 { "XXXX" } else { "####" }, year)
}

/// A writer adds the year to a day that is nearly a year away: without one, the same day within `NEAR` days is meant.
const NEAR: i32 = 100;
const FAR: i32 = 250;

impl When {
    /// What names these, of which the month is at most 12 and the day at most 31.
    pub(super) fn new(year: i32, month: i32, day: i32) -> Self {
        Self(NonZeroU32::MIN | (year << 13 | month << 9 | day << 4) as u32)
    }

    /// A weekday, Monday = 1, perhaps with the day of a month.
    pub(super) fn weekly(weekday: i32, day: i32) -> Self {
        Self(Self::new(0, 0, day).0 | (weekday << 1) as u32)
    }

    /// The same of another year.
    pub(super) fn of_year(self, year: i32) -> Self {
        Self(Self::new(year, self.month(), self.day()).0 | (self.weekday() << 1) as u32)
    }

    /// The year.
    pub(super) fn year(self) -> i32 {
        (self.0.get() >> 13).cast_signed()
    }

    /// The month.
    pub(super) fn month(self) -> i32 {
        (self.0.get() >> 9 & 15).cast_signed()
    }

    /// The day of the month.
    pub(super) fn day(self) -> i32 {
        (self.0.get() >> 4 & 31).cast_signed()
    }

    /// The weekday, Monday = 1.
    pub(super) fn weekday(self) -> i32 {
        (self.0.get() >> 1 & 7).cast_signed()
    }

    /// Whether it is a day, known or not.
    pub(super) fn daily(self) -> bool {
        self.day() + self.weekday() > 0
    }

    /// The day, if it is named in full.
    pub(super) fn full(self) -> Option<Day> {
        Day::new(self.year(), self.month(), self.day())
    }

    /// Whether such a day exists.
    pub(super) fn exists(self) -> bool {
        let (year, month, day) = (self.year(), self.month(), self.day());
        // Leap years have every day that there is, and January has 31.
        day == 0 || Day::new(if year == 0 { 2000 } else { year }, month.max(1), day).is_some()
    }

    /// With its year, month and day filled in from the publication date where one is known.
    pub(super) fn resolved(self, today: Option<Day>, ahead: bool) -> Self {
        let Some(today) = today.filter(|_| self.year() == 0) else { return self };
        let (month, day, weekday) = (self.month(), self.day(), self.weekday());
        if month + day == 0 {
            let back = (today.weekday() - weekday).rem_euclid(7);
            let day = today.plus(if ahead { 7 - back } else { -back }).filter(|_| weekday > 0);
            return day.map_or(self, Self::of);
        }
        let sign = if ahead { 1 } else { -1 };
        let (first, step) = if month == 0 { (today.month(), 1) } else { (month, 12) };
        let nth = |n: i32| {
            let month = Day::new(today.year(), first, 1)?.plus_months(n * step)?;
            Day::new(month.year(), month.month(), day.max(1))
        };
        // Of a month without a day, any day will do.
        let reach = today.number() - if day == 0 { today.day() - 1 } else { 0 };
        let away = |d: Day| d.number() - reach;
        let fits = |d: &Day| if weekday > 0 { d.weekday() == weekday } else { away(*d) * sign >= 0 };
        // Eight years hold a 29 February, whatever century. The nearest Friday the 13th may lie on either side.
        let found =
            (0..=12).flat_map(|n| [if weekday > 0 { n } else { n * sign }, n * sign]).filter_map(nth).find(fits);
        let near = || (-1..=1).filter_map(nth).find(|&d| away(d).abs() <= NEAR);
        let found = if day > 0 && found.is_some_and(|d| away(d).abs() >= FAR) { near().or(found) } else { found };
        found.map_or(self, |d| Self::new(d.year(), d.month(), if day == 0 { 0 } else { d.day() }))
    }

    /// A day in full.
    pub(super) fn of(day: Day) -> Self {
        Self::new(day.year(), day.month(), day.day())
    }

    /// ISO 8601 at its grain, with X for what is unknown.
    pub(super) fn iso(self) -> String {
        let (month, day, weekday) = (self.month(), self.day(), self.weekday());
        let rest = match (month, day, weekday) {
            (1.., 1.., _) => form("-##-##", month * 100 + day),
            (1.., ..) => form("-##", month),
            (_, 1.., _) => form("-XX-##", day),
            (.., 1..) => form("-WXX-#", weekday),
            _ => String::new(),
        };
        year_iso(self.year()) + &rest
    }
}
