//! A date with a time of day, or with a part of the day.

use super::{Join, anchored, date, digits, distance, holiday, hours, relative, time};
use crate::annotation::NumberKind;
use crate::lang::en::calendar::TimeWord;
use crate::lang::listed;
use crate::numbers::found::Found;
use crate::numbers::reader::Reader;
use crate::numbers::when::When;
use crate::text::holds;

/// A date and a time.
pub(super) const JOIN: Join = Join {
    id: "datetime",
    join,
    #[cfg(test)]
    examples: &[
        ("They have until Friday at noon.", "Friday at noon = datetime XXXX-WXX-5T12:00 <="),
        ("On Tuesday night it fell.", "Tuesday night = datetime XXXX-WXX-2TNI"),
        ("It opens at 3pm on Tuesday.", "3pm on Tuesday = datetime XXXX-WXX-2T15:00"),
        ("On June 5, 2016, at 10:30 a.m. he left.", "June 5, 2016, at 10:30 a.m. = datetime 2016-06-05T10:30"),
        ("It starts at 8 Friday night.", "8 Friday night = datetime XXXX-WXX-5T20:00"),
        (
            "On Thursday from 9:30 to 11:00",
            "Thursday from 9:30 to 11:00 = range XXXX-WXX-4T09:30/XXXX-WXX-4T11:00 datetime",
        ),
        ("Logged 2016-12-16T12:23:59Z in Rome", "2016-12-16T12:23:59Z = datetime 2016-12-16T12:23:59Z"),
    ],
    #[cfg(test)]
    counter: &["He sang for the first 2 weeks.", "On Friday, 20 people died.", "On Friday at 12 sites"],
};

fn join(r: &Reader, first: &Found) -> Option<Found> {
    match first.number.kind {
        NumberKind::Date if daily(first) => stamp(r, first).or_else(|| in_part(r, first)).or_else(|| then(r, first)),
        NumberKind::Datetime => then(r, first),
        NumberKind::Time | NumberKind::Cardinal => on_day(r, first),
        _ => None,
    }
}

/// "Friday night", "15 February in the morning".
fn in_part(r: &Reader, first: &Found) -> Option<Found> {
    let (code, next) = part(r, first.next)?;
    Some(with(first, next, code))
}

/// `2016-12-16T12:23:59Z`
fn stamp(r: &Reader, first: &Found) -> Option<Found> {
    let at = first.next;
    let digits = |i: usize| (r.glued(i) && r.len(i) == 2 && r.is_digits(i)).then(|| r.str(i));
    let colon = |i: usize| r.glue(i, ":");
    let hour =
        r.str(at).strip_prefix('T').filter(|h| r.glued(at) && h.len() == 2 && h.bytes().all(|b| b.is_ascii_digit()))?;
    let minute = digits(at + 2).filter(|_| colon(at + 1))?;
    let mut time = [hour, ":", minute].concat();
    let mut next = at + 3;
    if let Some(second) = digits(at + 4).filter(|_| colon(at + 3)) {
        time = time + ":" + second;
        next = at + 5;
    }
    if r.glued(next) && r.str(next) == "Z" {
        time.push('Z');
        next += 1;
    }
    Some(with(first, next, &time))
}

/// "Friday at noon", "tonight at 8", "Thursday from 9:30 to 11:00": the time after its day or part of a day.
fn then(r: &Reader, first: &Found) -> Option<Found> {
    let iso = first.number.iso.as_deref();
    let code = iso.and_then(|i| i.split_once('T')).map_or("", |(_, code)| code);
    if code.len() > 2 {
        return None;
    }
    // "6 jan 2017 - 6:37am"
    let spaced = r.dash(first.next) && !r.glued(first.next) && first.number.rule == "date";
    let at = r.past(first.next, ",") + usize::from(spaced);
    let from = r.past(at, "from between");
    if let Some(hours) = hours::span(r, r.past(from, "at")).filter(|h| h.sure || from > at && free(r, h.next)) {
        return Some(hours.found(first.from, hours.next, iso));
    }
    let led = r.any(at, "at @ around about by for") && !(r.is(at, "for") && !r.is_digits(at + 1));
    let at = at + usize::from(led);
    let end = time::end(r, at).filter(|e| e.sure || led && free(r, e.next) && !spaced)?;
    Some(timed(r, first, first.from, at, &end, code))
}

/// "3pm on Tuesday", "8 tonight", "at 9 tomorrow morning": the time before its day.
fn on_day(r: &Reader, first: &Found) -> Option<Found> {
    let end = time::end(r, first.from).filter(|e| e.next == first.next)?;
    if !end.sure && !(first.from == r.start || r.after(first.from, "at by around about until from @")) {
        return None;
    }
    let local = first.next + usize::from(r.is(first.next, "local") && r.is(first.next + 1, "time")) * 2;
    let on = r.past(r.past(local, ","), if end.sure { "on of" } else { "on" });
    let date = day(r, on).or_else(|| digits::day_of_time(r, on).filter(|_| end.sure && r.after(on, "on")))?;
    let iso = date.number.iso.as_deref();
    let code = iso.and_then(|i| i.split_once('T')).map_or("", |(_, code)| code);
    Some(timed(r, &date, first.from, first.from, &end, code).until(date.next))
}

/// A day and a time of it; hours of which no half of the day is told are of the part of the day that is named.
fn timed(r: &Reader, day: &Found, from: usize, at: usize, end: &time::End, part: &str) -> Found {
    let late = !end.told && listed("AF EV NI", part);
    let clock = time::KIND.parse(r, at).filter(|t| t.next == end.next && !late).and_then(|t| t.number.iso.clone());
    let hour = if late && matches!(end.time, 100..1200) { end.time + 1200 } else { end.time };
    let clock = clock.unwrap_or_else(|| time::iso(hour) + &time::zone_iso(end.zone));
    let mut found = Found::new(NumberKind::Datetime, from, end.next, "datetime");
    found.number.iso = day.number.iso.as_deref().map(|i| [i.split('T').next().unwrap_or(i), &clock].concat());
    found
}

/// Whether nothing that could be counted follows.
fn free(r: &Reader, at: usize) -> bool {
    let closed = !r.is_word(at) && !r.dash(at) && !r.any(at, "% / : ° $ £ €");
    closed || r.among(at, &crate::lang::en::figures::STOPS)
}

/// The day at a token, perhaps with a part of it.
pub(super) fn day(r: &Reader, at: usize) -> Option<Found> {
    let kinds = [&anchored::KIND, &relative::KIND, &distance::KIND, &holiday::KIND, &date::KIND];
    let begins = r.begins(at);
    let found = kinds.into_iter().filter(|k| k.begins & begins != 0).filter_map(|k| k.parse(r, at)).fold(
        None,
        |best: Option<Found>, f| {
            if best.as_ref().is_some_and(|b| b.next >= f.next) { best } else { Some(f) }
        },
    )?;
    // "9am to 5pm, Monday to Friday": the days are a span of their own.
    let day = |i: usize| matches!(r.lexeme(i).time, Some(TimeWord::Weekday(..)));
    if day(found.next - 1) && r.any(found.next, "to through thru - –") && day(found.next + 1) {
        return None;
    }
    match found.number.kind {
        NumberKind::Date if daily(&found) => Some(in_part(r, &found).unwrap_or(found)),
        NumberKind::Datetime => Some(found),
        _ => None,
    }
}

/// Whether a date is a day (or a weekday, or a day without its year).
fn daily(found: &Found) -> bool {
    found.when.is_some_and(When::daily)
        || listed("day weekday holiday nth-day", found.number.rule)
        || found.number.rule == "pointed"
            && found
                .number
                .iso
                .as_deref()
                .is_some_and(|i| i.len() == 10 && !holds(i, "T") || i.starts_with("XXXX-WXX-"))
}

/// A part of the day: "morning", "in the evening", "night".
fn part(r: &Reader, at: usize) -> Option<(&'static str, usize)> {
    let at = if r.are(at, "in the") { at + 2 } else { at };
    match r.lexeme(at).time {
        Some(TimeWord::Part(code)) => Some((code, at + 1)),
        _ if r.is(at, "night") => Some(("NI", at + 1)),
        _ if r.any(at, "am pm") && !r.is_capital(at) => Some((if r.is(at, "am") { "MO" } else { "AF" }, at + 1)),
        _ => None,
    }
}

fn with(first: &Found, next: usize, time: &str) -> Found {
    relative::date(first.from, next, "datetime", first.number.iso.clone()).in_day(time)
}
