//! Dates by their distance from the day of publication, where that is known: "two years ago", "next 3 days", "two Fridays ago".

use super::Kind;
use super::relative::{date, determined, on, pointer};
use crate::annotation::civil::{Day, form};
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::{Lexeme, Reader, begins};
use crate::numbers::when;
use crate::text::holds;

/// A date by its distance. Without a publication date the text says a length and no more.
pub(super) const KIND: Kind = Kind {
    id: "distance",
    begins: begins::DIGITS | begins::WORD | begins::POINTER | begins::ARTICLE,
    parse,
    #[cfg(test)]
    examples: &[],
    #[cfg(test)]
    counter: &["Two years ago", "Next 3 days", "In two weeks", "Two Fridays later"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    when::today(r)?;
    away(r, at).or_else(|| stretch(r, at)).or_else(|| weekdays(r, at))
}

/// "Two Fridays ago", "three Mondays from now".
fn weekdays(r: &Reader, at: usize) -> Option<Found> {
    let (n, named) = numeral::count(r, at)?.parts();
    let Some(TimeWord::Weekday(w, false)) = r.lexeme(named).time else { return None };
    let after = named + 1;
    let back = r.any(after, "ago back");
    if !r.ends(named, "s") || !back && !r.are(after, "from now") {
        return None;
    }
    let today = when::today(r)?;
    let ahead = w - today.weekday();
    let first = if back { -(-ahead - 1).rem_euclid(7) - 1 } else { (ahead - 1).rem_euclid(7) + 1 };
    let days = n.checked_sub(1)?.checked_mul(7 * first.signum())?.checked_add(first)?;
    Some(on(at, after + if back { 1 } else { 2 }, "weekday", today.plus(days)))
}

/// "Next 3 days", "5 upcoming years": from today on, or up to today. With a determiner it is a length: "over the next three years".
fn stretch(r: &Reader, at: usize) -> Option<Found> {
    let towards = |at: usize| pointer(r, at).filter(|&step| step != 0);
    let step = towards(at);
    let n_at = at + usize::from(step.is_some());
    let (n, next) = if r.is(n_at, "few") {
        (3, n_at + 1)
    } else if r.is(n_at, "couple") {
        (2, r.past(n_at + 1, "of"))
    } else {
        numeral::count(r, n_at)?.parts()
    };
    let (step, unit_at) = match step {
        Some(step) => (step, next),
        None => (towards(next)?, next + 1),
    };
    let &Lexeme { time: Some(TimeWord::Unit(span, plural)), symbol: false, .. } = r.lexeme(unit_at) else {
        return None;
    };
    // "I counted 13 last minute."
    if unit_at > next && n > 1 && !plural {
        return None;
    }
    // The quarters of a year begin by the calendar, whatever the day.
    if span == Span::Quarter {
        (!r.is(unit_at + 1, "of")).then_some(())?;
        let today = when::today(r)?;
        let end = |k: i32| super::relative::unit_from(today, span, step * k);
        let (near, far) = (end(1)?, end(n)?);
        let (start, end) = if step < 0 { (far, near) } else { (near, far) };
        return (n > 1).then(|| spanning(at, unit_at + 1, "stretch", [&*start, "/", &end].concat(), NumberKind::Date));
    }
    if n_at > at && (r.is(at, "following") || determined(r, at)) {
        return None;
    }
    let (letter, times) = span.facts().iso;
    (times > 0).then_some(())?;
    let clock = span < Span::Day;
    let mut length = String::from(if clock { "PT" } else { "P" });
    length.push_str(&Decimal::whole(i64::from(n) * times).to_string());
    length.push(letter);
    let (now, far) = (when::shifted(r, if clock { "PT0S" } else { "P0D" }, 1)?, when::shifted(r, &length, step)?);
    // Days ahead begin tomorrow.
    let later = |iso: String| if clock { Some(iso) } else { Some(Day::parse(&iso)?.plus(1)?.iso()) };
    let (start, end) = if step < 0 { (far, now) } else { (later(now)?, later(far)?) };
    let of = if clock { NumberKind::Datetime } else { NumberKind::Date };
    Some(spanning(at, unit_at + 1, "stretch", [&*start, "/", &end].concat(), of))
}

fn spanning(from: usize, next: usize, rule: &'static str, iso: String, of: NumberKind) -> Found {
    let mut found = date(from, next, rule, Some(iso));
    found.number.kind = NumberKind::Range;
    found.number.of = Some(of);
    found
}

/// "Two years ago", "2 hours from now", "in two weeks": a date only where today is known; otherwise the length is what the text says.
fn away(r: &Reader, at: usize) -> Option<Found> {
    let today = when::today(r)?;
    let length = super::duration::KIND.parse(r, at)?;
    let iso = length.number.iso.as_deref()?;
    let at_end = length.next;
    let (sign, next) = match r.lower(at_end) {
        "ago" => (-1, at_end + 1),
        "hence" => (1, at_end + 1),
        "from" if r.is(at_end + 1, "now") => (1, at_end + 2),
        "later" if when::appointment(r, at, at_end) => (1, at_end + 1),
        _ if due(r, at, at_end) => (1, at_end),
        _ => return None,
    };
    // Years and months ago are no more precise than they say.
    let one = decimal::small(iso.get(1..iso.len() - 1).and_then(decimal::read).and_then(|d| d.value));
    let found = match (one, iso.chars().last()?) {
        (Some(n), 'Y') if sign < 0 => form("####", (today.year() - n).max(0)),
        (Some(n), 'M') if sign < 0 => {
            let d = today.plus_months(-n)?;
            form("####-##", d.year() * 100 + d.month())
        }
        _ => when::shifted(r, iso, sign)?,
    };
    let kind = if holds(&found, "T") { NumberKind::Datetime } else { NumberKind::Date };
    // "I'll be back within five days": any time until then.
    if next == at_end && r.after(at, "within") {
        let now = when::shifted(r, if kind == NumberKind::Date { "P0D" } else { "PT0S" }, 1)?;
        return Some(spanning(at, next, "away", [&*now, "/", &found].concat(), kind));
    }
    let mut found = date(at, next, if sign < 0 { "ago" } else { "away" }, Some(found));
    found.number.kind = kind;
    Some(found)
}

/// "I'll be back in two weeks": an appointment, by who makes it or by a line that says nothing else. What "will open in two weeks"
/// is left a length: "in" also says how long a thing takes.
fn due(r: &Reader, at: usize, next: usize) -> bool {
    r.after(at, "in within")
        && !r.any(next, "' ’ 's of")
        && (when::listing(r) && r.after(at, "in") || when::appointment(r, at, next))
}
