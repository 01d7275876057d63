//! The Gregorian calendar, proleptic: days as numbers, weeks by ISO 8601, Easter.

#![allow(
    clippy::many_single_char_names,
    clippy::cast_sign_loss,
    reason = "letters as the rule for Easter has them; days and months are small"
)]

use crate::text::whole;
use std::num::NonZeroI32;

/// A day of the calendar, in one word, as days are handed on wherever dates are read. Days in order are in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(NonZeroI32);

impl Day {
    /// A day that exists: no 29 February in common years.
    pub fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        let exists = matches!(year, 1..=9999) && matches!(month, 1..=12) && (1..=days_in(year, month)).contains(&day);
        NonZeroI32::new(if exists { year << 9 | month << 5 | day } else { 0 }).map(Self)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.0.get() >> 9
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i32 {
        self.0.get() >> 5 & 15
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i32 {
        self.0.get() & 31
    }

    /// The day of an ISO date that names one in full.
    pub fn parse(iso: &str) -> Option<Self> {
        let (year, rest) = iso.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        Self::new(whole(year)?, whole(month)?, whole(day)?)
    }

    /// Days since 1 March of year 0.
    pub fn number(self) -> i32 {
        let (y, m) =
            if self.month() > 2 { (self.year(), self.month() - 3) } else { (self.year() - 1, self.month() + 9) };
        y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + self.day() - 1
    }

    /// The day of that number, if its year is in range.
    pub fn from_number(n: i32) -> Option<Self> {
        let era = n.div_euclid(146_097);
        let doe = n.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let m = (5 * doy + 2) / 153;
        let day = doy - (153 * m + 2) / 5 + 1;
        let (month, year) = if m < 10 { (m + 3, yoe + era * 400) } else { (m - 9, yoe + era * 400 + 1) };
        Self::new(year, month, day)
    }

    /// So many days later.
    pub fn plus(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// Monday = 1 … Sunday = 7. (Day 0, 1 March of year 0, was a Wednesday.)
    pub fn weekday(self) -> i32 {
        (self.number() + 2).rem_euclid(7) + 1
    }

    /// ISO year and week, 201 607 for week 7 of 2016.
    pub fn week(self) -> Option<i32> {
        let thursday = self.plus(4 - self.weekday())?;
        let first = Self::new(thursday.year(), 1, 1)?;
        Some(thursday.year() * 100 + (thursday.number() - first.number()) / 7 + 1)
    }

    /// So many months later, the day cut to the month's length.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let total = (self.year() * 12 + self.month() - 1).checked_add(months)?;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        Self::new(year, month, self.day().min(days_in(year, month)))
    }

    /// `2016-11-07`
    pub fn iso(self) -> String {
        form("####-##-##", (self.year() * 100 + self.month()) * 100 + self.day())
    }
}

/// A day with a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// Seconds since it began.
    pub seconds: i32,
}

/// A form in which each `#` stands for a digit of a number: 201 607 in `####-W##` is week 7 of 2016.
#[inline(never)]
pub fn form(template: &str, number: i32) -> String {
    let mut rest = number.unsigned_abs();
    let mut out = template.as_bytes().to_vec();
    for byte in out.iter_mut().rev().filter(|byte| **byte == b'#') {
        *byte = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Days in a month.
pub fn days_in(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether a day of a month exists in some year.
pub fn may_exist(month: i32, day: i32) -> bool {
    matches!(month, 1..=12) && day >= 1 && day <= days_in(2000, month)
}

/// Easter Sunday (Gregorian, after Butcher).
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::new(year, month, day)
}

/// The `n`th such weekday of a month; −1 is the last.
pub fn nth_weekday(year: i32, month: i32, weekday: i32, n: i32) -> Option<Day> {
    if n < 0 {
        let last = Day::new(year, month, days_in(year, month))?;
        return last.plus(-(last.weekday() - weekday).rem_euclid(7));
    }
    let first = Day::new(year, month, 1)?;
    let day = first.plus((weekday - first.weekday()).rem_euclid(7) + 7 * (n - 1))?;
    (day.month() == month).then_some(day)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::{Day, easter, form, nth_weekday};

    fn day(y: i32, m: i32, d: i32) -> Day {
        Day::new(y, m, d).expect("a day")
    }

    #[test]
    fn forms() {
        assert_eq!(form("####-W##-#", 2_016_073), "2016-W07-3");
        assert_eq!((form("XXXX", 0), form("##XX", 5)), ("XXXX".to_owned(), "05XX".to_owned()));
    }

    #[test]
    fn calendar() {
        assert_eq!(Day::new(2015, 2, 29), None);
        assert_eq!(Day::new(1900, 2, 29), None);
        assert!(Day::new(2000, 2, 29).is_some());
        assert_eq!(day(2016, 11, 7).weekday(), 1);
        assert_eq!(day(2026, 1, 1).weekday(), 4);
        for n in -200..200 {
            let d = day(2000, 3, 1).plus(n * 37).expect("in range");
            assert_eq!(Day::from_number(d.number()), Some(d));
        }
        assert_eq!(day(2015, 12, 31).week(), Some(201_553));
        assert_eq!(day(2016, 1, 3).week(), Some(201_553));
        assert_eq!(day(2016, 1, 4).week(), Some(201_601));
        assert_eq!(day(2017, 1, 1).week(), Some(201_652));
        assert_eq!(day(2016, 1, 31).plus_months(1), Some(day(2016, 2, 29)));
        assert_eq!(day(2016, 3, 15).plus_months(-15), Some(day(2014, 12, 15)));
        assert_eq!(easter(2016), Some(day(2016, 3, 27)));
        assert_eq!(easter(2025), Some(day(2025, 4, 20)));
        assert_eq!(nth_weekday(2016, 11, 4, 4), Some(day(2016, 11, 24)));
        assert_eq!(nth_weekday(2016, 5, 1, -1), Some(day(2016, 5, 30)));
        assert_eq!(day(9999, 12, 31).plus(1), None);
    }
}
