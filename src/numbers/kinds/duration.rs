//! Lengths of time.

use super::Kind;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::measure;
use crate::numbers::numeral::{self, Numeral};
use crate::numbers::parts;
use crate::numbers::reader::{Lexeme, Reader, begins};
use crate::numbers::small::Small;
use crate::text::holds;

/// A length of time, as ISO 8601 and as a number of its unit.
pub(super) const KIND: Kind = Kind {
    id: "duration",
    // "All" opens holidays too: "for all day", All Saints.
    begins: begins::AMOUNT | begins::HOLIDAY | begins::VAGUE,
    parse,
    #[cfg(test)]
    examples: &[
        ("It took 44 days.", "44 days = duration 44 day P44D"),
        ("A six-month ban", "six-month = duration 6 month P6M"),
        ("He left an hour-and-a-half later.", "an hour-and-a-half = duration 1.5 hour PT1.5H"),
        ("It ran for two and a half years.", "two and a half years = duration 2.5 year P2.5Y"),
        ("They waited 2 hours and 30 minutes.", "2 hours and 30 minutes = duration 150 minute PT2H30M"),
        ("In one minute, 47.97 seconds", "one minute, 47.97 seconds = duration 107.97 second PT1M47.97S"),
        ("It lasted half an hour.", "half an hour = duration 0.5 hour PT0.5H"),
        ("It was a year in the making.", "a year = duration 1 year P1Y"),
        ("After 30 plus years in services", "30 plus years = duration 30 year P30Y >="),
        ("He lost by two tenths of a second.", "two tenths of a second = duration 0.2 second PT0.2S"),
        ("He won in 2:05:31.", "2:05:31 = duration 7531 second PT2H5M31S"),
        ("He was banned for a full year.", "full year = duration 1 year P1Y"),
        ("It lasted one hour 15.", "one hour 15 = duration 75 minute PT1H15M"),
        ("A 90-second film", "90-second = duration 90 second PT90S"),
        ("Gone for a couple of days", "a couple of days = duration 2 day P2D ~"),
        ("He ran it in 2h 30m.", "2h 30m = duration 150 minute PT2H30M"),
        ("Away 2 days 1 month", "2 days 1 month = duration day P1M2D"),
    ],
    #[cfg(test)]
    counter: &[
        "It rained all day.",
        "Full-year profit",
        "It costs 5 euros a year.",
        "Save $9m a year and cut jobs",
        "for months",
        "the second week",
        "A fourth-quarter rally",
        "Three 737s landed.",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = finish(r, at) {
        return Some(found);
    }
    let first = amount(r, at)?;
    let mut parts = vec![(first.value, first.span)];
    let mut next = first.next;
    while parts.len() < 6 {
        let Some(part) = following(r, next, &parts) else { break };
        next = part.next;
        let place = parts.partition_point(|p| p.1 > part.span);
        parts.insert(place, (part.value, part.span));
    }
    // "A year and a half", "an hour-and-a-half"
    let joint = r.past_hyphen(next);
    if parts.len() == 1
        && first.whole
        && r.is(joint, "and")
        && let Some((part, end)) = parts::part(r, r.past_hyphen(joint + 1))
        && !(r.is(end, "of") || r.lexeme(end).time.is_some())
    {
        parts[0].0 = decimal::sum(parts[0].0, Some(part));
        next = end;
    }
    // "One hour 15", "1 hour and fifteen": the minutes go without saying.
    if parts.len() == 1 && first.span == Span::Hour && first.whole {
        let joined = r.past(next, "and");
        if let Some((n, end)) = numeral::count(r, joined).and_then(|n| n.within(10..=59)).map(Small::parts)
            && (end >= r.stop || !r.is_word(end) && !r.glued(end + 1) && r.any(end, ". , ; ! ?"))
        {
            parts.push((Some(Decimal::whole(i64::from(n))), Span::Minute));
            next = end;
        }
    }
    // "Six weeks' time", "in ten years' time": the figure is the length alone.
    let couple = r.is(r.past(at, "a"), "couple");
    let mut found = length(at, next, if couple { "couple" } else { "duration" }, &parts)?;
    found.number.modifier = first.plus.then_some(crate::annotation::Modifier::AtLeast);
    Some(if first.article { found.sure(75) } else { found })
}

/// A time of a race or a recording: `2:05:31`, `3:43.13`, and `1:58` where the text says it is one.
fn finish(r: &Reader, at: usize) -> Option<Found> {
    let hour = r.whole(at).filter(|_| r.len(at) <= 2 && r.joins(at + 1, ":"))?;
    let mut parts = vec![(Some(Decimal::whole(i64::from(hour))), Span::Hour)];
    let mut next = at + 1;
    for span in [Span::Minute, Span::Second] {
        let field = decimal::read(r.str(next + 1)).filter(|d| d.whole <= 2 && !d.grouped && r.len(next + 1) >= 2);
        let Some(field) = field.filter(|_| r.joins(next, ":") && r.is_digits(next + 1)) else { break };
        if field.value >= Some(Decimal::whole(60)) {
            return None;
        }
        parts.push((field.value, span));
        next += 2;
    }
    let short = parts.len() < 3;
    if next == at + 1 || r.joins(next, ":") {
        return None;
    }
    // Times of day have no seconds in news unless a preposition or a half of the day says so.
    let of_day = r.after(at, "at by until from before after @") || r.any(next, "am pm a.m. p.m. gmt utc");
    let timed = r.close(at, 4, "time times clocked clocking finished finishing seconds lap record ran won")
        && r.after(at, "in of clocked clocking a ran");
    // Few run for twelve hours: "back 12:34:25". Two fields without decimals are as often a score.
    let other = if short { r.whole(next - 1).is_some() } else { hour >= 12 };
    if of_day || other && !timed {
        return None;
    }
    if short {
        parts.iter_mut().zip([Span::Minute, Span::Second]).for_each(|(part, span)| part.1 = span);
    }
    length(at, next, "finish", &parts)
}

/// Words that may stand between a number and its unit of time: "two more weeks", "five straight days".
const BETWEEN: &str = "more fewer odd further extra additional consecutive successive straight full whole long short solid calendar business working trading school";

/// One number of one unit.
struct Amount {
    value: Option<Decimal>,
    span: Span,
    next: usize,
    whole: bool,
    article: bool,
    plus: bool,
}

impl Amount {
    fn new(value: Option<Decimal>, span: Span, next: usize) -> Self {
        Self { value, span, next, whole: false, article: false, plus: false }
    }

    /// One, without a number.
    fn one(span: Span, next: usize) -> Self {
        Self { whole: true, article: true, ..Self::new(Some(Decimal::ONE), span, next) }
    }
}

/// The unit of time at a token: a word, or a symbol glued to digits.
fn unit(r: &Reader, at: usize, digits: bool) -> Option<Span> {
    let &Lexeme { time: Some(TimeWord::Unit(span, _)), symbol, .. } = r.lexeme(at) else { return None };
    let glued = r.glued(at) && !r.dash(at - 1);
    // "In the high 30s", "their 20s", "the under-21s"
    if symbol && r.is(at, "s") && digits && r.ends(at.wrapping_sub(1), "0") && r.len(at - 1) == 2 {
        let word = |back: usize| {
            r.any(at.wrapping_sub(back), "the his her their my our early late mid high low upper lower under over")
        };
        if word(2) || measure::of_degrees(r, at) {
            return None;
        }
    }
    let spaced = r.any(at, "min min.") || r.is(at, "h") && digits && r.str(at) == "h";
    // "Three 737s"
    let plural = r.is(at, "s") && r.len(at.wrapping_sub(1)) > 2 && r.whole(at - 1).is_some();
    if symbol && (plural || !(digits && glued || spaced)) || matches!(span, Span::Weekend) {
        return None;
    }
    if r.is_capital(at) && !r.glued(at) && r.is_capital(at + 1) {
        return None;
    }
    Some(span)
}

fn amount(r: &Reader, at: usize) -> Option<Amount> {
    if let Some(found) = article(r, at).or_else(|| part(r, at)).or_else(|| whole(r, at)) {
        return Some(found);
    }
    let word = r.past(at, "a");
    let n = if r.is(word, "couple") {
        let next = r.past(word + 1, "of");
        Numeral { value: Some(Decimal::whole(2)), next, ..numeral::EMPTY }
    } else {
        *numeral::read(r, at).filter(|n| !n.ordinal)?
    };
    let mut unit_at = r.past_hyphen(n.next);
    let mut plus = false;
    // "30 plus years", "30-plus years", "30+ years", "two more weeks", "six straight days"
    if r.any(unit_at, "plus +") {
        plus = true;
        unit_at = r.past_hyphen(unit_at + 1);
    }
    if n.decimals && r.is(unit_at, "of") {
        unit_at += 1;
    }
    if r.any(unit_at, BETWEEN) && !r.dash(unit_at + 1) {
        unit_at += 1;
    }
    let span = unit(r, unit_at, n.digits)?;
    // "One second" is a time, "one second-placed" is not; "1990 years" is no length of news, but "2016 days" may be.
    if span == Span::Second && r.is(unit_at, "second") && !n.digits && !n.is(1) && !r.dash(unit_at - 1) {
        return None;
    }
    // "Three quarters" are parts unless they are counted as periods.
    if span == Span::Quarter && !r.after(at, "last past next previous consecutive first") {
        return None;
    }
    // "One day he will leave", "dreams of one day dancing": no length of time.
    if r.is(at, "one") && span == Span::Day && r.is(unit_at, "day") && !r.dash(unit_at - 1) && is_someday(r, at) {
        return None;
    }
    Some(Amount { whole: !n.decimals, plus, ..Amount::new(n.value, span, unit_at + 1) })
}

/// "One day" as an adverb: before a verb or a new clause, or at the head of the sentence.
fn is_someday(r: &Reader, at: usize) -> bool {
    let after = at + 2;
    let measured = r.after(at, "for in within than only just least about after every over and under to");
    let clause = r.ends(after, "ing")
        || r.any(after, "he she they we i it you the a be become have when and ,")
        || r.after(at, "will would could may might can to hopes hope should");
    !measured && (clause || at == r.start)
}

/// "A year", where it is a length: not the rate in "280,000 jobs a year".
fn article(r: &Reader, at: usize) -> Option<Amount> {
    if !r.any(at, "a an") {
        return None;
    }
    let span = unit(r, at + 1, false).filter(|s| !matches!(s, Span::Second | Span::Quarter | Span::Weekend))?;
    if !matches!(r.lexeme(at + 1).time, Some(TimeWord::Unit(_, false))) {
        return None;
    }
    let before = r.after(at,
        "for in within about almost nearly over under than after was is take takes took lasted spent least half just around every once twice",
    );
    let rate = r.after(at, "every once twice") || r.is(at + 2, "of");
    let and = r.past_hyphen(at + 2);
    let more = r.past_hyphen(and + 1);
    let more = r.is_digits(more) || r.number_word(more).is_some() || r.is(more, "a");
    let after = r.any(at + 2, "ago later earlier before after long") || r.is(and, "and") && more;
    (at == r.start || (before || after) && !rate).then_some(Amount::one(span, at + 2))
}

/// "For a full year", "for another week", "for all day": "for" makes a length of what is a manner elsewhere ("it rained all day").
fn whole(r: &Reader, at: usize) -> Option<Amount> {
    let article = r.after(at, "a the an");
    let led = r.is(at.wrapping_sub(1 + usize::from(article)), "for");
    (led && r.any(at, "all full whole entire another")).then_some(())?;
    let unit_at = r.past_hyphen(at + 1);
    let span = unit(r, unit_at, false)
        .filter(|_| matches!(r.lexeme(unit_at), Lexeme { time: Some(TimeWord::Unit(_, false)), symbol: false, .. }))?;
    Some(Amount::one(span, unit_at + 1))
}

/// "Half an hour", "half-hour", "three quarters of an hour".
fn part(r: &Reader, at: usize) -> Option<Amount> {
    let (value, next) = parts::part(r, at)?;
    let next = r.past_hyphen(next);
    let of = r.past(next, "of");
    let next = r.past(of, "a an");
    // "Two tenths of a second" and "half a second", but "the second half second"; a half-century may be a batsman's.
    let article = r.after(next, "a an");
    let long = r.is(of.wrapping_sub(2), "quarter")
        || r.after(at, "for nearly almost over about than within after last past")
        || r.any(next + 1, "ago later earlier");
    let span = unit(r, next, false).filter(|s| match s {
        Span::Weekend => false,
        Span::Second => article,
        Span::Century => article || long,
        _ => true,
    })?;
    // "Half a day", but "the second half day" and "a third day" are ordinals.
    let ordinal = r.number_word(next.wrapping_sub(if r.dash(next - 1) { 2 } else { 1 })).is_some();
    (!ordinal).then_some(Amount::new(Some(value), span, next + 1))
}

/// The next smaller unit: "and 30 minutes", ", 47.97 seconds", "3 months"; another one where nothing stands between: "2 days 1 month".
fn following(r: &Reader, from: usize, parts: &[(Option<Decimal>, Span)]) -> Option<Amount> {
    let at = r.past(r.past(from, ", &"), "and");
    let n = numeral::unsigned(r, at).filter(|n| !n.ordinal)?;
    let unit_at = r.past_hyphen(n.next);
    // "2h 30m": behind hours `m` is no metre.
    let minutes = r.glue(unit_at, "m") && r.after(from, "h");
    let span = if minutes { Span::Minute } else { unit(r, unit_at, n.digits)? };
    let bare = at == from && unit_at == n.next;
    let fits = span < parts.last()?.1 || bare && parts.iter().all(|p| p.1 != span);
    fits.then_some(Amount::new(n.value, span, unit_at + 1))
}

/// A length of these parts: their sum in the smallest unit where the ratios are fixed, ISO 8601 (`P2Y3M`, `PT2H30M`, `P20Y` for decades),
/// and seconds.
fn length(from: usize, next: usize, rule: &'static str, parts: &[(Option<Decimal>, Span)]) -> Option<Found> {
    let last = parts.last()?.1;
    let (mut sum, mut seconds, mut iso) = (Some(Decimal::ZERO), Some(Decimal::ZERO), Some("P".to_owned()));
    for &(value, span) in parts {
        sum = decimal::sum(sum, decimal::product(value, ratio(span, last)));
        seconds = decimal::sum(seconds, decimal::product(value, measure::seconds(span)));
        let (letter, times) = span.facts().iso;
        let times = if span == Span::Millisecond { Decimal::new(1, 3) } else { Some(Decimal::whole(times)) };
        iso = iso.zip(decimal::product(value, times)).map(|(iso, count)| {
            let clock = if span < Span::Day && !holds(&iso, "T") { "T" } else { "" };
            format!("{iso}{clock}{count}{letter}")
        });
    }
    let mut found = Found::new(NumberKind::Duration, from, next, rule).value(sum).unit(last.id());
    found.number.iso = iso;
    found.number.si = seconds.map(|value| crate::annotation::Quantity { value, unit: "second" });
    Some(found)
}

fn ratio(span: Span, last: Span) -> Option<Decimal> {
    let (a, b) = (span.facts(), last.facts());
    let (a, b) = a.months.zip(b.months).or_else(|| a.milliseconds.zip(b.milliseconds))?;
    decimal::ratio(Decimal::whole(a), Decimal::whole(b))
}
