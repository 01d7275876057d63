//! Days, weekdays and months as the calendar writes them, in words and digits.

use super::{Kind, digits};
use crate::annotation::NumberKind;
use crate::lang::en::calendar::TimeWord;
use crate::lang::en::figures::{PLURALS, STOPS};
use crate::lang::en::numerals::{Form, ORDINAL_ENDINGS};
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::{Reader, begins};
use crate::numbers::small::Small;
use crate::numbers::when::{self, When};

/// A date at its own grain.
pub(super) const KIND: Kind = Kind {
    id: "date",
    begins: begins::DIGITS | begins::WORD | begins::TIME | begins::LETTERS,
    parse,
    #[cfg(test)]
    examples: &[
        ("Seen on Oct2 in town", "Oct2 = date XXXX-10-02"),
        ("He came on Nov. 8.", "Nov. 8 = date XXXX-11-08"),
        ("Since Sept. 27, 2020, it is shut.", "Sept. 27, 2020 = date 2020-09-27 >="),
        ("On Saturday, September 12, 2015 it rained.", "Saturday, September 12, 2015 = date 2015-09-12"),
        ("His death on 1 July shocked all.", "1 July = date XXXX-07-01"),
        ("It opened in July 2020.", "July 2020 = date 2020-07"),
        ("Dated 2016-11-07.", "2016-11-07 = date 2016-11-07"),
        ("On 30 February", "30 February = date"),
        ("It happened on Thursday.", "Thursday = date XXXX-WXX-4"),
        ("Due Friday 5/12", "Friday 5/12 = date XXXX-05-12"),
        ("On Friday the eleventh it fell.", "Friday the eleventh = date XXXX-XX-11"),
        ("They said on Friday the second debate was off.", "Friday = date XXXX-WXX-5"),
        ("In October two thousand and five it rained.", "October two thousand and five = date 2005-10"),
        ("Read 2020/Sep/23 in the log", "2020/Sep/23 = date 2020-09-23"),
        ("Records for August 99", "August 99 = date 1999-08"),
        ("It opens on Sat at dawn.", "Sat = date XXXX-WXX-6"),
        ("Filed 31/12/2019 in court", "31/12/2019 = date 2019-12-31"),
    ],
    #[cfg(test)]
    counter: &[
        "The gene SEPT2 and Oct4",
        "It may rain.",
        "Some 20 may enter.",
        "They march on.",
        "an august body",
        "The sun shone.",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    digits::numeric(r, at)
        .or_else(|| digits::day_and_month(r, at))
        .or_else(|| digits::day_alone(r, at))
        .or_else(|| weekday(r, at))
        .or_else(|| month_first(r, at))
        .or_else(|| day_first(r, at))
        .or_else(|| digits::glued(r, at))
}

/// A date that names these parts, resolved as its sentence says.
#[allow(clippy::unnecessary_wraps, reason = "one of the readings that are tried in turn")]
pub(super) fn dated(r: &Reader, from: usize, next: usize, when: When) -> Option<Found> {
    let found = Found::new(NumberKind::Date, from, next, "date");
    // 30 February is written as a date all the same: it just has no place in the calendar.
    if !when.exists() {
        return Some(found.sure(50));
    }
    let today = when::today(r);
    let resolved = when.resolved(today, today.is_some() && when::ahead(r, from, next));
    let mut found = found.iso(resolved.iso());
    found.when = Some(when);
    Some(found)
}

/// The month at a token, if it is one here: "may" and "march" need a figure or a preposition beside them.
pub(super) fn month(r: &Reader, at: usize) -> Option<Small> {
    let Some(TimeWord::Month(month, common)) = r.lexeme(at).time else { return None };
    let month = Small::new(month, at + 1)?;
    let abbreviated = r.lower(at).len() <= 4 && !r.any(at, "may june july");
    let figure =
        |i: usize| r.is_digits(i) && decimal::read(r.str(i)).is_some_and(|d| !d.grouped && !d.decimals && d.whole <= 4);
    let ordinal_after = r.number_word(at + 1).is_some();
    let digit_near = figure(at + 1)
        || joined_to(r, at + 1).is_some_and(figure) && r.is_capital(at)
        || r.is(at + 1, ",") && figure(at + 2)
        // "320-7 dec", where cricketers declare
        || figure(at.wrapping_sub(1)) && !(r.is_lower(at) && month.value() == 12 && r.dash(at.wrapping_sub(2)))
        || r.after(at, ORDINAL_ENDINGS);
    // "Anyone over 65 may enter": in small letters the verb is meant, unless nothing follows it but a year.
    let verb = common && r.is_lower(at) && r.is_lower(at + 1);
    if digit_near && !verb {
        return Some(month);
    }
    if !r.is_capital(at) {
        return (!common && !abbreviated && !r.is(at, "august")).then_some(month);
    }
    let led = r.after(at,
            "in of since until till by last next this early late mid through from to during before after and each every for between or on following previous coming - – end ended ending the than",
        );
    if common || abbreviated {
        if at == r.start && at + 1 == r.stop {
            return Some(month);
        }
        // "In May", "since March", not "the March on Washington" nor "Theresa May".
        // "The year to March"
        let closed = !r.is_word(at + 1) && !r.is_digits(at + 1);
        if led && r.after(at, "to") && (closed || matches!(r.lexeme(at.wrapping_sub(2)).time, Some(TimeWord::Unit(..))))
        {
            return Some(month);
        }
        let verb = r.any(at + 1, "be have not i we the god he she they it you on");
        return ((led && !r.after(at, "and the to or for") || ordinal_after || r.ends(at, ".")) && !(verb && !led))
            .then_some(month);
    }
    // "April Jones", "June Smith" are people; "April's" and "April elections" are months.
    let name = r.is_capital(at + 1) && !led && r.lexeme(at + 1).time.is_none()
        || at > r.start + 1
            && r.is_capital(at - 1)
            && !led
            && r.is_word(at - 1)
            && r.lexeme(at - 1).time.is_none()
            && r.is_lower(at + 1);
    (!name).then_some(month)
}

/// The month of a word, whatever stands beside it: for places where nothing else can be meant.
#[inline(never)]
pub(super) fn any_month(r: &Reader, at: usize) -> Option<Small> {
    match r.lexeme(at).time {
        Some(TimeWord::Month(month, _)) => Small::new(month, at + 1),
        _ => None,
    }
}

/// A day of the month: "8", "8th", "the eighth", "twenty nine".
fn day(r: &Reader, at: usize) -> Option<Small> {
    let at = r.past(at, "the");
    let n = numeral::unsigned(r, at).filter(|n| !n.fraction && !n.decimals && !n.large)?;
    if n.digits && n.whole > 2 || r.is_digits(at) && decimal::read(r.str(at)).is_none_or(|d| d.decimals) {
        return None;
    }
    Small::new(n.small()?, n.next)?.within(1..=31)
}

/// Four digits of a year, or two after an apostrophe.
pub(super) fn year_digits(r: &Reader, at: usize) -> Option<Small> {
    if r.any(at, "' ’ ‘") && r.glued(at + 1) && r.is_digits(at + 1) && r.len(at + 1) == 2 {
        return Small::new(century_of(r.whole(at + 1)?), at + 2);
    }
    let year = r.whole(at).filter(|_| r.len(at) == 4)?;
    Small::new(year, at + 1)?.within(1000..=2999).filter(|_| !joined(r, at + 1))
}

pub(super) fn century_of(n: i32) -> i32 {
    if n < 40 { 2000 + n } else { 1900 + n }
}

/// Whether letters or a percent sign are glued to digits, so that they are no year.
fn joined(r: &Reader, at: usize) -> bool {
    r.glued(at)
        && (r.is_word(at)
            || r.any(at, "% / °")
            || r.is(at, ":") && r.glued(at + 1)
            || r.dash(at) && r.glued(at + 1) && r.is_digits(at + 1) && r.len(at + 1) > 4)
}

/// A year after a date: ", 2020", "2020", "of 2020".
fn year_after(r: &Reader, at: usize) -> Option<Small> {
    let comma = r.is(at, ",");
    let of = r.is(at, "of");
    let at = at + usize::from(comma || of);
    let year = year_digits(r, at).or_else(|| super::year::words(r, at))?;
    // ", 2000 people"
    year.within(1500..=2150).filter(|year| !counts(r, year.next()))
}

/// Whether a plural noun of people follows at once, so that the figure counts them.
pub(super) fn counts(r: &Reader, at: usize) -> bool {
    r.any(at, PLURALS) && r.is_lower(at)
}

/// "Nov. 8, 2020", "July 2020", "March third", "May".
fn month_first(r: &Reader, at: usize) -> Option<Found> {
    // "Third" in "march third" may be nothing else; "may first" in lower case is left a verb.
    let third =
        any_month(r, at).filter(|_| r.number_word(at + 1).is_some_and(|w| w.form == Form::Ordinal) && !r.is(at, "may"));
    let m = month(r, at).or(third)?.value();
    // "Dec-2018", "Dec/2018"
    let joined = joined_to(r, at + 1);
    if let Some(year) = joined.and_then(|i| year_digits(r, i)) {
        return dated(r, at, year.next(), When::new(year.value(), m, 0));
    }
    // "Oct-2", "Nov/2"
    if let Some(d) = joined.and_then(|i| day(r, i)).filter(|d| joined == Some(d.next() - 1) && !r.dash(d.next())) {
        return dated(r, at, d.next(), When::new(0, m, d.value()));
    }
    let after = at + 1;
    // "August 99": no month has so many days.
    let short = r.whole(after).filter(|y| matches!(y, 32..100) && free(r, after + 1));
    if let Some(year) = short
        .and_then(|y| Small::new(century_of(y), after + 1))
        .or_else(|| year_digits(r, after + usize::from(r.any(after, ", of") && r.is_digits(after + 1))))
        .or_else(|| super::year::words(r, after))
        .and_then(|y| y.within(1500..=2150).filter(|y| !counts(r, y.next())))
    {
        return dated(r, at, year.next(), When::new(year.value(), m, 0));
    }
    if let Some((d, next)) = day(r, after).map(Small::parts) {
        let glued = r.glued(next) && (r.is_word(next) || r.any(next, "% :"));
        // "In May 20 people died"
        let counted = r.after(at, "in") && r.is_lower(next) && (r.ends(next, "s") || counts(r, next));
        let unit = r.lexeme(next).time.is_some_and(|t| matches!(t, TimeWord::Unit(..)))
            // "The May 1 weekend"
            && !r.is(next, "weekend")
            || r.any(next, "per percent % million");
        if !glued && !counted && !unit {
            let (year, end) = year_after(r, next).map_or((0, next), Small::parts);
            return dated(r, at, end, When::new(year, m, d));
        }
    }
    dated(r, at, after, When::new(0, m, 0))
}

/// Whether nothing that could be counted follows digits.
fn free(r: &Reader, at: usize) -> bool {
    !r.is_word(at) && !r.dash(at) && !r.any(at, "% / : ° $ £ €") && !r.is_digits(r.past(at, ". ,"))
}

/// Past a hyphen or a slash that glues two words.
fn joined_to(r: &Reader, at: usize) -> Option<usize> {
    r.hyphen(at).or_else(|| r.joins(at, "/").then_some(at + 1))
}

/// "1 July", "the 12th of May 2011", "31-Oct-74", "2017 april".
fn day_first(r: &Reader, at: usize) -> Option<Found> {
    // "2020/Sep/23", "2019-Aug-1"
    if let Some(year) = r.whole(at).filter(|y| matches!(y, 1900..=2100))
        && let Some(m_at) = joined_to(r, at + 1)
        && let Some((m, d_at)) = any_month(r, m_at).zip(joined_to(r, m_at + 1))
        && let Some((d, next)) = day(r, d_at).map(Small::parts)
    {
        return dated(r, at, next, When::new(year, m.value(), d));
    }
    if let Some((year, next)) = year_digits(r, at).and_then(|y| y.within(1900..=2100)).map(Small::parts) {
        let next = r.past(next, ",");
        if let Some(m) = month(r, next).filter(|_| !r.is_digits(next + 1)) {
            return dated(r, at, m.next(), When::new(year, m.value(), 0));
        }
        return None;
    }
    let (d, next) = day(r, at)?.parts();
    let ordinal = next > at + 1 || r.number_word(at).is_some();
    let mut m_at = next;
    if r.is(m_at, "day") && r.is(m_at + 1, "of") && ordinal {
        m_at += 2;
    } else if r.is(m_at, "of") && (ordinal || r.is_capital(m_at + 1) && !r.is(m_at + 2, "'s")) {
        m_at += 1;
    } else if let Some(hyphen) = r.hyphen(m_at) {
        m_at = hyphen;
    }
    let (m, end) = month(r, m_at).or_else(|| any_month(r, m_at).filter(|_| ordinal))?.parts();
    let year_at = r.past_hyphen(end);
    let year = year_after(r, year_at);
    // A number word before a month counts it ("two May Day marches") unless it is an ordinal or a year follows.
    if year.is_none() && r.number_word(next - 1).is_some_and(|w| w.form == Form::Cardinal) {
        return None;
    }
    let (year, end) = match year {
        Some(named) => named.parts(),
        None if year_at > end && r.is_digits(year_at) && r.len(year_at) == 2 => {
            (r.whole(year_at).map_or(0, century_of), year_at + 1)
        }
        None => (0, end),
    };
    dated(r, at, end, When::new(year, m, d))
}

/// "Saturday, September 12, 2015", "Thursday", "Friday the 13th".
fn weekday(r: &Reader, at: usize) -> Option<Found> {
    let Some(TimeWord::Weekday(w, short)) = r.lexeme(at).time else { return None };
    let next = r.past(at + 1, ",");
    let date = month_first(r, next)
        .filter(|f| f.when.is_some_and(|w| w.day() > 0))
        .or_else(|| day_first(r, next).filter(|f| f.when.is_some_and(|w| w.day() > 0)));
    if let Some(found) = date {
        return Some(found.since(at));
    }
    if let Some(found) = digits::numeric(r, next).or_else(|| digits::day_and_month(r, next)) {
        return Some(found.since(at));
    }
    let the = r.past(at + 1, "the");
    // "Friday the eleventh", and "Monday 21" with nothing behind that it could count
    let named = |end: usize| {
        r.after(end, ORDINAL_ENDINGS)
            || the > at + 1
                && r.number_word(end - 1).is_some_and(|n| n.form == Form::Ordinal)
                // "Said on Friday the second debate was off"
                && (!r.is_lower(end) || r.among(end, &STOPS) || r.number_word(end).is_some())
    };
    let bare = |end: usize| {
        the == at + 1
            && end == the + 1
            && r.is_digits(the)
            && (end >= r.stop || r.any(end, ". ! ? ) ;") || r.is(end, "at") && r.is_digits(end + 1))
    };
    if let Some(d) = day(r, the).filter(|d| named(d.next()) || bare(d.next())) {
        return dated(r, at, d.next(), When::weekly(w, d.value()));
    }
    // "Sun" and "sat" are words; "mon." at the end of a line, "on Sat at 5" and a line of nothing else are days.
    let alone = at == r.start && r.stop - at <= 2 && !r.is_word(at + 1);
    let led = r.after(at, "on") && r.is_capital(at) && (!r.is_word(at + 1) || r.is(at + 1, "at"));
    if short && !r.ends(at, ".") && !r.any(at, "tue tues weds thu thur thurs fri") && !alone && !led {
        return None;
    }
    let plural = r.ends(at, "days");
    if plural || !short && !r.is_capital(at) && !r.is_lower(at) {
        return None;
    }
    // "Good Friday", "Super Tuesday", "Black Monday" are names.
    if r.after(at, "good super black bloody ash palm easter shrove holy maundy cyber sheffield ruby man the")
        && r.is_capital(at)
        && r.is_capital(at - 1)
    {
        return None;
    }
    let mut found = dated(r, at, at + 1, When::weekly(w, 0))?;
    found.number.rule = "weekday";
    Some(found)
}
