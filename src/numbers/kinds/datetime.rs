//! A date with a time of day, or with a part of the day.

use super::Join;
use crate::annotation::NumberKind;
use crate::lang::en::calendar::TimeWord;
use crate::numbers::found::Found;
use crate::numbers::reader::Reader;

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
    ],
    #[cfg(test)]
    counter: &["On Friday, 20 people died."],
};

fn join(r: &Reader, first: &Found) -> Option<Found> {
    let at = first.next;
    match first.number.kind {
        NumberKind::Date if daily(first) => {
            if let Some((code, next)) = part(r, at) {
                return Some(with(first, next, &format!("T{code}")));
            }
            let at = r.past(at, ",");
            let at = r.past(at, "at @ around about by");
            let time = super::time::KIND.parse(r, at).filter(|f| f.number.kind == NumberKind::Time)?;
            // "Friday noon" and "Friday at noon", not "on Friday 12 noon raids".
            Some(with(first, time.next, time.number.iso.as_deref()?))
        }
        NumberKind::Datetime => in_part(r, first),
        // "From 3:30 to 5:55 pm on Friday"
        NumberKind::Range if first.number.of == Some(NumberKind::Time) => {
            let date = super::single(r, r.past(at, "on")).filter(|f| f.number.kind == NumberKind::Date && daily(f))?;
            let (day, (start, end)) = (date.number.iso.as_deref()?, first.number.iso.as_deref()?.split_once('/')?);
            let mut found = Found::new(NumberKind::Range, first.from, date.next, "range");
            found.number.iso = Some(format!("{day}{start}/{day}{end}"));
            found.number.of = Some(NumberKind::Datetime);
            Some(found)
        }
        NumberKind::Time => {
            let skipped = at + usize::from(r.is(at, "local") && r.is(at + 1, "time")) * 2;
            let skipped = r.past(skipped, ",");
            let on = r.past(skipped, "on of");
            let date = super::read_date(r, on).filter(|f| {
                f.number.kind == NumberKind::Date && daily(f)
                    || f.number.kind == NumberKind::Datetime && f.next == on + 1
            })?;
            let day = date.number.iso.as_deref().map(|iso| iso.split('T').next().unwrap_or(iso).to_owned());
            let mut found = Found::new(NumberKind::Datetime, first.from, date.next, "datetime");
            found.number.iso = day.and_then(|d| Some(format!("{d}{}", first.number.iso.as_deref()?)));
            Some(found)
        }
        _ => None,
    }
}

/// "This morning at 10am", "Friday evening at eight", "tonight at 8": the hour within the part of the day.
fn in_part(r: &Reader, first: &Found) -> Option<Found> {
    let (day, code) = first.number.iso.as_deref()?.split_once('T')?;
    let late = match code {
        "MO" => false,
        "AF" | "EV" | "NI" => true,
        _ => return None,
    };
    let at = r.past(first.next, ",");
    let led = r.any(at, "at @ around about by");
    let at = at + usize::from(led);
    let (clock, next) = match super::time::KIND.parse(r, at).filter(|f| f.number.kind == NumberKind::Time) {
        Some(time) => (time.number.iso.clone()?, time.next),
        None if led => {
            let n = crate::numbers::numeral::unsigned(r, at)
                .filter(|n| !n.ordinal && !n.large && !n.decimals && !(r.glued(n.next) && r.is_word(n.next)))?;
            let hour = crate::numbers::decimal::small(n.value).filter(|h| (1..=12).contains(h))?;
            (format!("T{hour:02}:00"), n.next)
        }
        None => return None,
    };
    let hour: u32 = clock.get(1..3)?.parse().ok()?;
    let hour = if late && (1..12).contains(&hour) { hour + 12 } else { hour };
    let mut found = Found::new(NumberKind::Datetime, first.from, next, "datetime");
    found.number.iso = Some(format!("{day}T{hour:02}{}", clock.get(3..)?));
    Some(found)
}

/// Whether a date is a day (or a weekday, or a day without its year).
fn daily(found: &Found) -> bool {
    found.when.is_some_and(|w| w.day.is_some() || w.weekday.is_some())
        || matches!(found.number.rule, "day" | "weekday" | "holiday" | "nth-day")
        || found.number.rule == "pointed"
            && found
                .number
                .iso
                .as_deref()
                .is_some_and(|i| i.len() == 10 && !i.contains('T') || i.starts_with("XXXX-WXX-"))
}

/// A part of the day: "morning", "night".
fn part(r: &Reader, at: usize) -> Option<(&'static str, usize)> {
    match r.lexeme(at).time {
        Some((TimeWord::Part(code), _)) => Some((code, at + 1)),
        _ if r.is(at, "night") => Some(("NI", at + 1)),
        _ if r.any(at, "evening") => Some(("EV", at + 1)),
        _ => None,
    }
}

fn with(first: &Found, next: usize, time: &str) -> Found {
    let mut found = Found::new(NumberKind::Datetime, first.from, next, "datetime");
    found.number.iso = first.number.iso.as_ref().map(|day| format!("{day}{time}"));
    found
}
