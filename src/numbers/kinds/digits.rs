//! Dates in digits: ISO 8601, day and month with slashes or points, and a day of the month by itself.

use super::{date, time};
use crate::lang::en::calendar::{TIME_WORDS, TimeWord};
use crate::lang::en::figures::STOPS;
use crate::lang::listed;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::Reader;
use crate::numbers::when::{self, When};
use crate::text::{Case, whole};

/// `2016-11-07`, `31/12/2019`, `10.11.2020`, `4/25`.
pub(super) fn numeric(r: &Reader, at: usize) -> Option<Found> {
    if !r.is_digits(at) {
        return None;
    }
    let text = r.str(at);
    // `10.11.2020` is one token.
    if let Some((first, rest)) = text.split_once('.')
        && let Some((second, third)) = rest.split_once('.')
    {
        return triple(r, at, at + 1, [first, second, third]);
    }
    let part = |i: usize| r.whole(i);
    let mark = r.str(at + 1);
    // `2016- 11`, `11 /2016`: one slip of the blank
    if r.glued(at + 1) != r.glued(at + 2)
        && matches!(mark, "/" | "-")
        && let Some((y, m)) = match (text.len(), r.len(at + 2)) {
            (4, 2) => part(at).zip(part(at + 2)),
            (2, 4) => part(at + 2).zip(part(at)),
            _ => None,
        }
        && matches!(y, 1900..=2100)
        && matches!(m, 1..=12)
    {
        return date::dated(r, at, at + 3, When::new(y, m, 0));
    }
    if !r.glued(at + 1) || !r.glued(at + 2) || !listed("/ - –", mark) {
        return None;
    }
    let (a, b) = (part(at)?, part(at + 2)?);
    if r.str(at + 3) == mark && r.glued(at + 3) && r.glued(at + 4) {
        // A third mark makes it something else, but `10/1/2018-10/7/2018` are two days.
        let third = r.glued(at + 5) && (r.dash(at + 5) || r.is(at + 5, "/"));
        if third && !(mark == "/" && r.is(at + 7, mark)) {
            return None;
        }
        return triple(r, at, at + 5, [text, r.str(at + 2), r.str(at + 4)]);
    }
    // `2016-11` and `11/2016`, but not the season 2016-17 and not a range of years.
    if mark != "–" && text.len() <= 2 && r.len(at + 2) == 4 && matches!(a, 1..=12) && matches!(b, 1900..=2100) {
        return date::dated(r, at, at + 3, When::new(b, a, 0));
    }
    if text.len() == 4
        && (r.len(at + 2) == 2 || mark == "/" && r.len(at + 2) == 1)
        && matches!(b, 1..=12)
        && matches!(a, 1900..=2100)
        && r.whole(at + 2) != Some((a + 1) % 100)
    {
        // A month beside a year; above 12 it can only be a range of years.
        let season = a % 100 < b && mark != "/";
        return (!season || r.str(at + 2).starts_with('0'))
            .then(|| date::dated(r, at, at + 3, When::new(a, b, 0)))
            .flatten();
    }
    None
}

/// A day in three fields of digits: `2015.5.13`, `31/12/2019`, `10.11.20`. With points the day is first.
fn triple(r: &Reader, from: usize, next: usize, [first, second, third]: [&str; 3]) -> Option<Found> {
    let (a, b, c) = (whole(first)?, whole(second)?, whole(third)?);
    let (y, m, d) = match (first.len(), third.len()) {
        (4, 1..=2) => (a, b, c),
        (1..=2, n @ (2 | 4)) => {
            let year = if n == 2 { date::century_of(c) } else { c };
            if next > from + 1 && month_leads(r, a, b) { (year, a, b) } else { (year, b, a) }
        }
        _ => return None,
    };
    (matches!(m, 1..=12) && matches!(d, 1..=31) && matches!(y, 1000..=2999))
        .then(|| date::dated(r, from, next, When::new(y, m, d)))
        .flatten()
}

/// `Oct2`, `April10`, but not the genes SEPT2 and Oct4.
pub(super) fn glued(r: &Reader, at: usize) -> Option<Found> {
    let word = r.lower(at);
    let (letters, digits) = word.split_at_checked(word.find(|c: char| c.is_ascii_digit())?)?;
    let Some(TimeWord::Month(month, _)) = TIME_WORDS.get(letters) else { return None };
    let day = whole(digits).filter(|d| matches!(d, 1..=31))?;
    // Genes are written so too, and "1Jan15" has a year.
    let other = word == "oct4" || r.glued(at) && r.is_digits(at - 1) || r.token(at)?.case == Case::Upper;
    let when = When::new(0, month, day);
    (!other).then(|| date::dated(r, at, at + 1, when))?
}

/// `22/04`, `4/25` after a preposition of dates or a weekday or before a time: elsewhere a fraction.
pub(super) fn day_and_month(r: &Reader, at: usize) -> Option<Found> {
    let part = |i: usize| r.whole(i).filter(|_| r.len(i) <= 2);
    // "I'll be back on 4.22"
    if r.after(at, "on")
        && let Some((a, b)) = r.str(at).split_once('.')
        && when::appointment(r, at, at + 1)
    {
        return month_and_day(r, at, at + 1, whole(a)?, whole(b)?);
    }
    let led = r.after(at, "on since until till by before after")
        || matches!(r.lexeme(at.wrapping_sub(1)).time, Some(TimeWord::Weekday(..)));
    // "From 10/1 to 11/7"
    let span = r.after(at, "from to") && (r.is(at + 3, "to") && r.is(at + 5, "/") || r.is(at.wrapping_sub(3), "/"));
    let timed = r.is(at + 3, "at") && r.is_digits(at + 4);
    let said = || r.after(at, "back out this") && when::appointment(r, at, at + 3);
    if !(led || span || timed || said()) || !r.is(at + 1, "/") || r.is(at + 3, "/") {
        return None;
    }
    month_and_day(r, at, at + 3, part(at)?, part(at + 2)?)
}

fn month_and_day(r: &Reader, from: usize, next: usize, a: i32, b: i32) -> Option<Found> {
    let (m, d) = if month_leads(r, a, b) { (a, b) } else { (b, a) };
    crate::annotation::civil::may_exist(m, d).then(|| date::dated(r, from, next, When::new(0, m, d))).flatten()
}

/// "On the 15th", "until the twenty-second" with nothing behind it that it could count, "the 17th from 2pm", "on 15 at 8:00".
pub(super) fn day_alone(r: &Reader, at: usize) -> Option<Found> {
    let n = numeral::unsigned(r, at).filter(|n| n.ordinal || n.plain && n.whole <= 2)?;
    let day = n.small().filter(|d| matches!(d, 1..=31))?;
    let the = r.after(at, "the");
    let led = |words: &str| r.any(at.wrapping_sub(1 + usize::from(the)), words);
    let ends = n.next >= r.stop || r.any(n.next, ". , ; ! ? )") && !r.is_digits(n.next + 1);
    let stop = !r.is(n.next, "of") && r.among(n.next, &STOPS);
    let timed = led("on") && r.any(n.next, "at from") && time::end(r, n.next + 1).is_some_and(|t| t.sure);
    let alone = the
        && n.ordinal
        && if n.digits {
            led("on") && (ends || stop) || led("for by until since before") && ends
        } else {
            led("for until") && ends
        };
    // "I went back for the 27": not the 27 of a union
    let bare = the && n.plain && led("for") && ends && when::speaks(r, at);
    let when = When::new(0, 0, day);
    (alone || timed || bare).then(|| date::dated(r, at, n.next, when)).flatten().map(|f| f.sure(75))
}

/// "8pm on the 15th": a day that its time shows to be one.
pub(super) fn day_of_time(r: &Reader, at: usize) -> Option<Found> {
    let n = numeral::unsigned(r, r.past(at, "the")).filter(|n| n.digits && (n.ordinal || n.plain && n.whole <= 2))?;
    let day = n.small().filter(|d| matches!(d, 1..=31))?;
    let when = When::new(0, 0, day);
    (n.next >= r.stop || r.any(n.next, ". , ; ! ? )")).then(|| date::dated(r, at, n.next, when)).flatten()
}

/// Month before day where the outlet is American, unless the figures say otherwise.
fn month_leads(r: &Reader, a: i32, b: i32) -> bool {
    let american = matches!(r.context.outlet_country.as_deref(), None | Some("US" | "PH"));
    if a > 12 { false } else { b > 12 || american }
}
