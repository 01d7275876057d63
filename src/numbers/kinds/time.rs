//! Times of day, with their zone.

use super::Kind;
use crate::annotation::NumberKind;
use crate::annotation::civil::form;
use crate::lang::en::calendar::{TimeWord, ZONES};
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::parts;
use crate::numbers::reader::{Reader, begins};
use crate::numbers::small::Small;
use crate::numbers::when;
use crate::text::{Case, whole};

/// A time of day.
pub(super) const KIND: Kind = Kind {
    id: "time",
    begins: begins::DIGITS | begins::WORD | begins::TIME | begins::PART | begins::ARTICLE | begins::POINTER,
    parse,
    #[cfg(test)]
    examples: &[
        ("It struck at 1750 GMT.", "1750 GMT = time T17:50Z"),
        ("Doors open at 7.30pm.", "7.30pm = time T19:30"),
        ("It began at 10:30 a.m. EST in town.", "10:30 a.m. EST = time T10:30-05:00"),
        ("Lights out at midnight.", "midnight = time T00:00"),
        ("At half past seven o'clock", "half past seven o'clock = time T07:30"),
        ("At 17:50 he left.", "17:50 = time T17:50"),
        ("Back in the afternoon at 7.", "afternoon at 7 = time T19:00"),
        ("It closed at 12 noon.", "12 noon = time T12:00"),
        ("It rang at seven twenty-seven.", "seven twenty-seven = time T07:27"),
        ("He called at eight in the night.", "eight in the night = time T20:00"),
    ],
    #[cfg(test)]
    counter: &["I am 5.", "He ran 3:43.13", "5 pm2", "A ratio of 3:1"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = mid(r, at).or_else(|| hour_alone(r, at)) {
        return Some(found);
    }
    let (time, next) = clock(r, at).or_else(|| spoken(r, at)).or_else(|| part_first(r, at))?.parts();
    let second =
        if r.joins(at + 1, ":") && r.joins(at + 3, ":") { r.whole(at + 4).filter(|_| next > at + 4) } else { None };
    let (zone, next) = zone(r, next);
    let second = second.map_or_else(String::new, |second| form(":##", second));
    let iso = iso(time) + &second + &zone_iso(zone);
    Some(Found::new(NumberKind::Time, at, next, "time").iso(iso))
}

/// "Mid-morning" as a line of its own: in a story it says no more than the morning.
fn mid(r: &Reader, at: usize) -> Option<Found> {
    (at + 2 > r.stop).then_some(())?;
    r.before(at, "mid -").or_else(|| r.before(at, "mid")).filter(|&first| first == r.start)?;
    let time = match r.lower(at) {
        "night" => 0,
        "morning" => 1000,
        "day" => 1200,
        "afternoon" => 1400,
        _ => return None,
    };
    Some(Found::new(NumberKind::Time, r.start, at + 1, "time").iso(iso(time)))
}

/// "I'll be back at 7."
fn hour_alone(r: &Reader, at: usize) -> Option<Found> {
    let closed = |next: usize| next >= r.stop || r.any(next, ". , ; ! ?") && !r.is_digits(next + 1);
    let end = r.after(at, "at").then(|| end(r, at))?.filter(|e| !e.sure && closed(e.next))?;
    let iso = iso(end.time);
    when::appointment(r, at, end.next).then(|| Found::new(NumberKind::Time, at, end.next, "time").iso(iso).sure(75))
}

/// A time of day where one is expected: an hour alone will do.
pub(super) struct End {
    /// Its digits, as far as its half of the day is known: 1750.
    pub time: i32,
    /// Whether the half of the day is known.
    pub told: bool,
    /// Whether it is a time of day by itself.
    pub sure: bool,
    /// The offset of its zone in minutes, if one is told.
    pub zone: Option<i16>,
    /// The token after it.
    pub next: usize,
}

/// The time of day at a token where one is expected.
pub(super) fn end(r: &Reader, at: usize) -> Option<End> {
    let found = clock(r, at).or_else(|| spoken(r, at));
    let sure = found.is_some();
    let (time, after) = found
        .or_else(|| {
            let n = numeral::unsigned(r, at).filter(|n| {
                !n.ordinal
                    && !n.large
                    && !n.decimals
                    && !n.fraction
                    && !(r.glued(n.next) && r.is_word(n.next))
                    && n.next == at + 1
            })?;
            Small::new(n.small().filter(|h| matches!(h, 1..=12))? * 100, n.next)
        })?
        .parts();
    let (zone, next) = zone(r, after);
    let told = !matches!(time, 100..1300) || !r.is_digits(after - 1) && r.after(after, HALVES);
    Some(End { time, told, sure, zone, next })
}

/// "6.30", whose half of the day another time tells: "from 6.30 to 8pm".
pub(super) fn dotted(r: &Reader, at: usize) -> Option<End> {
    let (hour, minute) = r.str(at).split_once('.').filter(|(_, minute)| r.is_digits(at) && minute.len() == 2)?;
    let (hour, minute) = (whole(hour)?, whole(minute)?);
    let led = r.after(at, "from between");
    let fits = led && matches!(hour, 1..=12) && minute < 60;
    fits.then(|| End { time: hour * 100 + minute, told: false, sure: false, zone: None, next: at + 1 })
}

/// Words before an hour "in the morning", which is a count elsewhere.
const LEADS: &str = "at around about by until and to it's 's back";

/// Words that end a time of which the half of the day is known.
const HALVES: &str = "am a.m. a.m pm p.m. p.m m noon midday midnight morning afternoon evening night";

/// A time of day in ISO 8601.
pub(super) fn iso(time: i32) -> String {
    form("T##:##", time)
}

/// A zone in ISO 8601; empty if none is told.
pub(super) fn zone_iso(zone: Option<i16>) -> String {
    match zone {
        Some(0) => "Z".into(),
        Some(offset) => {
            let by = i32::from(offset).abs();
            form(if offset < 0 { "-##:##" } else { "+##:##" }, by / 60 * 100 + by % 60)
        }
        None => String::new(),
    }
}

/// A zone in capitals: `GMT`, `EST`.
fn zone(r: &Reader, at: usize) -> (Option<i16>, usize) {
    let upper = r.token(at).is_some_and(|t| t.case == Case::Upper && t.span.len() >= 2) && r.hyphen(at + 1).is_none();
    match r.meaning(at, &ZONES).filter(|_| upper) {
        Some(offset) => (Some(offset), at + 1),
        None if r.any(at, "eastern pacific") && r.is(at + 1, "time") => {
            (Some(if r.is(at, "eastern") { -300 } else { -480 }), at + 2)
        }
        None => (None, at),
    }
}

/// `a.m.` or `pm` at a token: whether it is after noon, and the token after it.
fn half(r: &Reader, at: usize) -> Option<(bool, usize)> {
    // "8pm in the evening" says the same twice.
    let said = if r.are(at + 1, "in the") && r.any(at + 3, "morning afternoon evening") { at + 4 } else { at + 1 };
    match r.lower(at) {
        "am" | "a.m." | "a.m" if !r.any(at + 1, "radio station stations band frequency frequencies") => {
            Some((false, said))
        }
        "pm" | "p.m." | "p.m" => Some((true, said)),
        "lunchtime" | "lunch" => Some((!r.after(at, "10 11"), at + 1)),
        "a" | "p" if r.is(at + 1, "m") => Some((r.is(at, "p"), at + 2)),
        // As tokenised text has it
        "a" | "p" if r.are(at + 1, ". m") => Some((r.is(at, "p"), r.past(at + 3, "."))),
        "a" | "p" if r.glued(at) && r.is(at.wrapping_sub(2), ":") => Some((r.is(at, "p"), at + 1)),
        "in" if r.is(at + 1, "the") => match r.lower(at + 2) {
            "morning" => Some((false, at + 3)),
            "afternoon" | "evening" => Some((true, at + 3)),
            // Two in the night is before dawn, eight after dusk.
            "night" => {
                let early = r.after(at, "12 1 2 3 4 5 twelve one two three four five");
                Some((!early, at + 3))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The time with the half of the day that stands behind it, if one does.
fn halved(r: &Reader, time: i32, at: usize) -> Option<Small> {
    let (pm, next) = half(r, at)?;
    let time = match (time, pm) {
        (1200..1300, false) => time - 1200,
        (100..1200, true) => time + 1200,
        // "15:30 pm" says the same twice.
        (100..1200, false) | (1200..2400, true) => time,
        _ => NEVER,
    };
    Small::new(time, next)
}

/// What is no time of day.
const NEVER: i32 = 2400;

/// A time of day by its digits, 1750 for 17:50.
fn clock(r: &Reader, at: usize) -> Option<Small> {
    let found = if r.is_digits(at) { figures(r, at) } else { worded(r, at) };
    found?.within(0..=NEVER - 1)
}

/// Digits: `17:50`, `7.30pm`, `7 p.m.`, `1750 GMT`, `1140 a.m.`
fn figures(r: &Reader, at: usize) -> Option<Small> {
    let text = r.str(at);
    let two = |i: usize| r.whole(i).filter(|&n| r.len(i) == 2 && n < 60);
    if r.joins(at + 1, ":") {
        let hour = whole(text).filter(|&h| h < 25 && text.len() <= 2)?;
        let time = hour * 100 + two(at + 2)?;
        let second = r.joins(at + 3, ":") && two(at + 4).is_some();
        let next = if second { at + 5 } else { at + 3 };
        if r.glued(next) && (r.is(next, ":") || r.is_digits(next) || r.is(next, ".") && r.is_digits(next + 1)) {
            return None;
        }
        if let Some(found) = halved(r, time, next) {
            return Some(found);
        }
        // A finishing time is a length: "won in 2:05:31".
        if second && hour < 12 && !r.after(at, "at by until from to before after - – @ ,") {
            return None;
        }
        return Small::new(if time == 2400 { 0 } else { time }, r.past(next, "hrs hours h"));
    }
    if let Some((hour, minute)) = text.split_once('.').filter(|(h, m)| h.len() <= 2 && m.len() == 2) {
        let time = whole(hour)? * 100 + whole(minute).filter(|&m| m < 60)?;
        if let Some(found) = halved(r, time, at + 1).filter(|_| !r.is(at + 1, "in")) {
            return Some(found);
        }
        // "The 07.42", "at 09.15": no decimal is padded.
        let padded = text.len() == 5 && text.starts_with('0') && r.after(at, "at the by until from before after");
        return Small::new(time, at + 1).filter(|_| padded || zone(r, at + 1).0.is_some());
    }
    // `15h20`
    if let Some(minute) = r.str(at + 1).strip_prefix('h').filter(|m| m.len() == 2 && r.glued(at + 1) && text.len() <= 2)
    {
        return Small::new(whole(text)? * 100 + whole(minute).filter(|&m| m < 60)?, at + 2);
    }
    let number = whole(text).filter(|_| text.len() <= 4)?;
    if text.len() == 4 && number < 2400 && number % 100 < 60 {
        if let Some(found) = halved(r, number, at + 1).filter(|_| !r.is(at + 1, "in")) {
            return Some(found);
        }
        let military =
            r.any(at + 1, "hrs hours") && (text.starts_with('0') || r.after(at, "at by around about until from"));
        let padded = text.starts_with('0') && r.after(at, "at around until by");
        return (military || padded || zone(r, at + 1).0.is_some())
            .then(|| Small::new(number, at + 1 + usize::from(military)))?;
    }
    if text.len() > 2 || !matches!(number, 1..=24) {
        return None;
    }
    let (time, next) = (number * 100, at + 1);
    let hour = if number == 24 { 0 } else { time };
    if r.any(next, "o'clock oclock") {
        return halved(r, time, next + 1).or_else(|| {
            let midnight = r.is(next + 1, "midnight");
            Small::new(if midnight { time % 1200 } else { hour }, next + 1 + usize::from(midnight))
        });
    }
    // "11ish"
    if r.glue(next, "ish") {
        return Small::new(hour, next + 1);
    }
    if number == 12 && r.any(next, "noon midday midnight") {
        return Small::new(if r.is(next, "midnight") { 0 } else { time }, next + 1);
    }
    halved(r, time, next).filter(|_| !r.is(next, "in") || at == r.start || r.after(at, LEADS))
}

/// "Noon", "midnight", "seven o'clock", "three p.m."
fn worded(r: &Reader, at: usize) -> Option<Small> {
    if let Some(TimeWord::Clock(hour)) = r.lexeme(at).time {
        // "Midnight Express", "High Noon" are names.
        let name = r.is_capital(at) && (r.is_capital(at + 1) || r.is_capital(at.wrapping_sub(1)));
        return Small::new(hour * 100, at + 1).filter(|_| !name);
    }
    let (hour, after) = numeral::count(r, at)?.within(1..=12)?.parts();
    let hour = hour * 100;
    if let Some((minute, next)) = minutes(r, after).map(Small::parts) {
        // "Seven thirty pm", "at seven twenty-seven", "nine fifteen tomorrow"
        return halved(r, hour + minute, next).or_else(|| {
            let led = r.after(at, "at until") && !r.is_plural(next) && r.number_word(next).is_none();
            let day = matches!(r.lexeme(next).time, Some(TimeWord::Day(_) | TimeWord::Tonight));
            Small::new(hour + minute, next).filter(|_| led || day)
        });
    }
    if r.any(after, "o'clock oclock") {
        return halved(r, hour, after + 1).or_else(|| Small::new(hour, after + 1));
    }
    halved(r, hour, after)
        .filter(|_| (!r.is(after, "in") || r.after(at, LEADS)) && !(r.is(after, "am") && r.is_capital(after + 1)))
}

/// "Afternoon at 7", "evening at eight": the part of the day before its hour.
fn part_first(r: &Reader, at: usize) -> Option<Small> {
    let Some(TimeWord::Part(code)) = r.lexeme(at).time else { return None };
    let hour_at = r.past(at + 1, "at");
    let found = end(r, hour_at).filter(|e| e.zone.is_none() && (e.sure || hour_at > at + 1 && !r.is_word(e.next)))?;
    let late = code != "MO" && !found.told && found.time < 1200;
    Small::new(found.time + if late { 1200 } else { 0 }, found.next)
}

/// "Thirty", "fifty-nine": minutes in words.
fn minutes(r: &Reader, at: usize) -> Option<Small> {
    let at = r.past_hyphen(at);
    let n = numeral::words_below_hundred(r, at).filter(|n| !n.ordinal)?;
    Small::new(n.small()?, n.next)?.within(10..=59)
}

/// "Half past seven", "a quarter to six", "20 minutes past eight".
fn spoken(r: &Reader, at: usize) -> Option<Small> {
    let article = r.past(at, "a");
    let (minutes, next) = match r.lower(article) {
        "half" => (30, article + 1),
        "quarter" => (15, article + 1),
        _ => {
            let (minutes, next) = numeral::count(r, at)?.within(1..=59)?.parts();
            (minutes, r.past(next, "minutes minute min mins"))
        }
    };
    let to = match r.lower(next) {
        "past" => false,
        // "One-quarter to one-third"
        "to" if minutes != 30 && parts::part(r, next + 1).is_none() => true,
        _ => return None,
    };
    // "From 5 to 6pm" is a span of hours.
    if to && r.after(at, "from between") {
        return None;
    }
    let (hour, next) = clock(r, next + 1)
        .or_else(|| {
            let hour = numeral::count(r, next + 1)?.within(1..=12)?;
            // "Five to seven" may be a range: minutes are told in fives and by a word.
            let sure = minutes == 30
                || minutes == 15
                || r.after(next, "minutes minute min mins")
                || !to
                    && (r.after(at, "at about") || minutes % 5 == 0 && !r.is_digits(at) && !r.is_plural(hour.next()));
            Small::new(hour.value() * 100, hour.next()).filter(|_| sure)
        })
        .filter(|hour| hour.value() % 100 == 0)?
        .parts();
    let hour = halved(r, hour, next).and_then(|h| h.within(0..=NEVER - 1)).or_else(|| Small::new(hour, next))?;
    let time = hour.value();
    Small::new(if to { (time + 2300) % 2400 + 60 - minutes } else { time + minutes }, hour.next())
}
