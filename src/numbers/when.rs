//! Dates that leave something out, resolved against the publication date: into the past, unless the sentence looks ahead.

use super::decimal;
use super::reader::{Reader, begins};
use crate::annotation::Decimal;
use crate::annotation::civil::{Day, form, may_exist};
use crate::lang::en::calendar::{TENSES, Tense, ZONES};

/// What an expression says of a day. Years, months, days and weekdays it does not name are None.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct When {
    /// The year.
    pub year: Option<i32>,
    /// The month.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The weekday, Monday = 1.
    pub weekday: Option<u8>,
}

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
    let (mut months, mut days, mut seconds, mut clock) = (0i32, 0i32, 0i32, false);
    let mut rest = length.strip_prefix('P')?;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, clock) = (time, true);
            continue;
        }
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, unit) = rest.split_at_checked(end)?;
        let count = |times: i64| {
            let value = decimal::read(number)?.value?.times(Decimal::whole(times))?;
            decimal::small(Some(value))
        };
        let add = |sum: i32, times: i64| sum.checked_add(count(times)?);
        match (unit.as_bytes().first()?, clock) {
            (b'Y', false) => months = add(months, 12)?,
            (b'M', false) => months = add(months, 1)?,
            (b'W', false) => days = add(days, 7)?,
            (b'D', false) => days = add(days, 1)?,
            (b'H', true) => seconds = add(seconds, 60)?.checked_mul(60)?,
            (b'M', true) => seconds = add(seconds, 60)?,
            (b'S', true) => seconds = add(seconds, 1)?,
            _ => return None,
        }
        rest = unit.get(1..)?;
    }
    let time = if clock { now.seconds.checked_add(sign * seconds)? } else { 0 };
    let day = now.day.plus_months(sign * months)?.plus(sign * days)?.plus(time.div_euclid(86_400))?.iso();
    let time = time.rem_euclid(86_400);
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    let time = if second == 0 { "T##:##" } else { "T##:##:##" };
    Some(if clock { day + &form(time, &[hour, minute, second][..if second == 0 { 2 } else { 3 }]) } else { day })
}

/// Four digits of a year, X where it is unknown.
#[inline(never)]
pub(super) fn year_iso(year: Option<i32>) -> String {
    year.map_or_else(|| "XXXX".to_owned(), |y| form("####", &[y]))
}

/// A writer adds the year to a day that is nearly a year away: without one, the same day within `NEAR` days is meant.
const NEAR: i32 = 100;
const FAR: i32 = 250;

impl When {
    /// Whether such a day exists.
    pub(super) fn exists(self) -> bool {
        match (self.year, self.month, self.day) {
            (Some(y), Some(m), Some(d)) => Day::new(y, m, d).is_some(),
            (_, Some(m), Some(d)) => may_exist(m, d),
            (_, None, Some(d)) => matches!(d, 1..=31),
            _ => true,
        }
    }

    /// With its year, month and day filled in from the publication date where one is known.
    pub(super) fn resolved(self, today: Option<Day>, ahead: bool) -> Self {
        let Some(today) = today.filter(|_| self.year.is_none()) else { return self };
        match (self.month, self.day, self.weekday) {
            (Some(month), Some(day), _) => {
                // Eight years hold a 29 February, whatever century.
                let years = (0..=8).map(|n| if ahead { today.year + n } else { today.year - n });
                let fits = years
                    .filter_map(|y| Day::new(y, month, day))
                    .find(|&d| if ahead { d >= today } else { d <= today });
                let away = |d: Day| (d.number() - today.number()).abs();
                let near = (-1..=1).filter_map(|n| Day::new(today.year + n, month, day)).find(|&d| away(d) <= NEAR);
                let fits = if fits.is_some_and(|d| away(d) >= FAR) { near.or(fits) } else { fits };
                fits.map_or(self, |d| Self { year: Some(d.year), ..self })
            }
            (Some(month), None, None) => {
                let year = match (ahead, month.cmp(&today.month)) {
                    (false, std::cmp::Ordering::Greater) => today.year - 1,
                    (true, std::cmp::Ordering::Less) => today.year + 1,
                    _ => today.year,
                };
                Self { year: Some(year), ..self }
            }
            // The nearest Friday the 13th, before or ahead; the next one where the sentence looks ahead
            (None, Some(day), Some(weekday)) => {
                let first = Day { day: 1, ..today };
                let fits = (0..=12)
                    .flat_map(|n| [n, if ahead { n } else { -n }])
                    .filter_map(|n| first.plus_months(n))
                    .filter_map(|m| Day::new(m.year, m.month, day))
                    .find(|d| d.weekday() == weekday);
                fits.map_or(self, Self::of)
            }
            (None, Some(day), None) => {
                let months = (0..=12).map(|n| if ahead { n } else { -n });
                let first = Day { day: 1, ..today };
                let fits = months
                    .filter_map(|n| first.plus_months(n))
                    .filter_map(|m| Day::new(m.year, m.month, day))
                    .find(|&d| if ahead { d >= today } else { d <= today });
                fits.map_or(self, Self::of)
            }
            (None, None, Some(weekday)) => {
                let back = (i32::from(today.weekday()) - i32::from(weekday)).rem_euclid(7);
                let day = if ahead { today.plus(7 - back) } else { today.plus(-back) };
                day.map_or(self, Self::of)
            }
            _ => self,
        }
    }

    /// A day in full.
    pub(super) fn of(day: Day) -> Self {
        Self { year: Some(day.year), month: Some(day.month), day: Some(day.day), weekday: None }
    }

    /// ISO 8601 at its grain, with X for what is unknown.
    pub(super) fn iso(self) -> String {
        let [month, day, weekday] = [self.month, self.day, self.weekday].map(|n| n.map(i32::from));
        let rest = match (month, day, weekday) {
            (Some(m), Some(d), _) => form("-##-##", &[m, d]),
            (Some(m), None, _) => form("-##", &[m]),
            (None, Some(d), _) => form("-XX-##", &[d]),
            (None, None, Some(w)) => form("-WXX-#", &[w]),
            _ => String::new(),
        };
        year_iso(self.year) + &rest
    }
}
