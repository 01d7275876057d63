//! Years and longer: decades, centuries, eras, seasons of two years.

use super::relative::formed;
use super::{Kind, date};
use crate::lang::en::calendar::{DECADES, TimeWord};
use crate::numbers::found::Found;
use crate::numbers::measure;
use crate::numbers::numeral;
use crate::numbers::reader::{Reader, begins};
use crate::numbers::small::Small;
use crate::numbers::when::When;
use crate::text::whole;

/// A date of a year or more.
pub(super) const KIND: Kind = Kind {
    id: "year",
    begins: begins::DIGITS | begins::WORD | begins::TIME | begins::MARK | begins::LETTERS,
    parse,
    #[cfg(test)]
    examples: &[
        ("The focus of the 2005 budget", "2005 = date 2005"),
        ("Until at least 2008", "2008 = date 2008 >="),
        ("A cut from 1990 levels", "1990 = date 1990"),
        ("Music of the 1990s", "1990s = date 199X"),
        ("In the '60s he sang.", "'60s = date 196X"),
        ("A 19th-century house", "19th-century = date 18XX"),
        ("The 18th and 19th centuries", "18th = date 17XX"),
        ("Between the 5th and 4th centuries BC", "5th and 4th centuries BC = range -04XX/-03XX date"),
        ("The 2016-17 season", "2016-17 = date 2016/2017"),
        ("Sales in 2015/16 rose.", "2015/16 = date 2015/2016"),
        ("A surplus in FY2023-24", "FY2023-24 = date 2023/2024"),
        ("In 1066 they landed.", "1066 = date 1066"),
        ("In 1996, '98 and 2000 he won.", "'98 = date 1998"),
        ("Built c. 1215 by monks", "1215 = date 1215 ~"),
        ("Built circa 1215 or so", "1215 = date 1215 ~"),
    ],
    #[cfg(test)]
    counter: &["Some 2000 people came.", "about 2000 of them", "Agenda 2030"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    decade(r, at).or_else(|| century(r, at)).or_else(|| year(r, at))
}

/// "1990s", "the '60s", "the nineties".
fn decade(r: &Reader, at: usize) -> Option<Found> {
    let spelled = if r.after(at, "the") { r.phrase(at, DECADES) } else { None };
    if let Some((iso, next)) = spelled {
        return Some(formed(at, next, "decade", iso, 0));
    }
    let led = r.after(at, "the early late mid in roaring swinging")
        // "The 1980s and 90s"
        || r.after(at, "and or to") && r.is(at.wrapping_sub(2), "s") && r.whole(at.wrapping_sub(3)).is_some()
        || r.dash(at.wrapping_sub(1)) && r.any(at.wrapping_sub(2), "mid early late pre post");
    if r.is(at, "nineteen")
        && let Some(TimeWord::Decade(tens)) = r.lexeme(r.past_hyphen(at + 1)).time
    {
        let next = r.past_hyphen(at + 1) + 1;
        return Some(formed(at, next, "decade", "19#X", tens));
    }
    if let Some(TimeWord::Decade(tens)) = r.lexeme(at).time {
        // "Temperatures in the seventies" are no years: the decade needs its article and no other figure of degrees.
        let person = r.after(at, "his her their my our");
        if !led || person || r.after(at, "in") {
            return None;
        }
        return Some(recent(at, at + 1, tens).sure(75));
    }
    let apostrophe = r.any(at, "' ’ ‘") && r.glued(at + 1);
    let digits_at = at + usize::from(apostrophe);
    let digits = r.whole(digits_at).filter(|n| n % 10 == 0)?;
    let next = if r.glue(digits_at + 1, "s") {
        digits_at + 2
    } else if r.any(digits_at + 1, "' ’")
        && r.is(digits_at + 2, "s")
        && r.glued(digits_at + 1)
        && r.glued(digits_at + 2)
    {
        digits_at + 3
    } else if r.any(digits_at + 1, "'s") {
        digits_at + 2
    } else {
        return None;
    };
    let tens = digits / 10;
    match r.len(digits_at) {
        4 if !apostrophe => matches!(digits, 1000..=2100).then(|| formed(at, next, "decade", "###X", tens)),
        // "Highs in the 90s"
        2 if !apostrophe && measure::of_degrees(r, at) => None,
        2 if apostrophe || led => Some(recent(at, next, tens)),
        _ => None,
    }
}

/// The last decade of such a number of tens: the tens themselves, and that before them, are of this century.
fn recent(from: usize, next: usize, tens: i32) -> Found {
    formed(from, next, "decade", if tens < 2 { "20#X" } else { "19#X" }, tens)
}

/// "19th century", "the twenty-first century", the first of "the 18th and 19th centuries".
fn century(r: &Reader, at: usize) -> Option<Found> {
    let (number, end) = numeral::nth(r, at, 30)?.parts();
    let second = if r.any(end, "and or to") { numeral::nth(r, end + 1, 9999) } else { None };
    let word = r.past_hyphen(second.map_or(end, Small::next));
    r.any(word, "century centuries").then_some(())?;
    let era = before_christ(r, word + 1);
    let bc = era == Some(true);
    let next = if second.is_some() { end } else { word + 1 + usize::from(era.is_some()) };
    Some(formed(at, next, "century", if bc { "-##XX" } else { "##XX" }, number - 1))
}

/// A year by itself, and the season or fiscal year "2016-17".
fn year(r: &Reader, at: usize) -> Option<Found> {
    if let Some(digits) = r.lower(at).strip_prefix("fy").filter(|d| matches!(d.len(), 2 | 4) && r.is_word(at)) {
        let n: i32 = whole(digits)?;
        let year = if digits.len() == 2 { date::century_of(n) } else { n };
        // "FY2023-24"
        let second = r.hyphen(at + 1).filter(|&i| r.whole(i) == Some((year + 1) % 100));
        let (next, template, number) =
            second.map_or((at + 1, "FY####", year), |i| (i + 1, "####/####", year * 10_000 + year + 1));
        return Some(formed(at, next, "fiscal-year", template, number));
    }
    if let Some(found) = era(r, at).or_else(|| spelled(r, at)).or_else(|| short(r, at)) {
        return Some(found);
    }
    if let Some(found) = season(r, at) {
        return Some(found);
    }
    let (year, next) = date::year_digits(r, at)?.within(1000..=2100).filter(|y| y.next() == at + 1)?.parts();
    // Before 1500 only a word that opens dates makes four digits a year.
    let early = year >= 1500 || r.after(at, "in since circa c c. ca.") && !r.is(next, "of");
    (early && is_year(r, at, year)).then_some(())?;
    Some(named(at, next, year))
}

fn named(from: usize, next: usize, year: i32) -> Found {
    let mut found = formed(from, next, "year", "####", year);
    found.when = Some(When::new(year, 0, 0));
    found
}

/// "In nineteen eighty-four", "since two thousand and eighteen": a year in words, after a preposition of dates.
fn spelled(r: &Reader, at: usize) -> Option<Found> {
    if !r.after(at, "in since of until by from year") {
        return None;
    }
    let (year, next) = words(r, at).filter(|y| y.value() != 2000)?.parts();
    Some(named(at, next, year).sure(80))
}

/// "Nineteen eighty-four", "nineteen hundred ninety three", "nineteen zero one", "two thousand and eighteen".
pub(super) fn words(r: &Reader, at: usize) -> Option<Small> {
    if r.is_digits(at) {
        return None;
    }
    let first = numeral::unsigned(r, at).filter(|n| !n.digits && !n.ordinal && !n.fraction && !n.decimals)?;
    let value = first.small()?;
    let (year, next) = if matches!(value, 13..=20) {
        let nought = r.any(first.next, "zero oh o");
        let from = r.past_hyphen(first.next) + usize::from(nought);
        let second = numeral::unsigned(r, from).filter(|n| !n.digits && !n.ordinal && !n.large)?;
        let least = if nought { 1 } else { 10 };
        let rest = second.small().filter(|n| (least..100).contains(n))?;
        (value * 100 + rest, second.next)
    } else {
        // "Nineteen hundred ninety three" has its tens in the numeral.
        (matches!(value, 2000..2100) || matches!(value, 1301..2000) && r.is(at + 1, "hundred"))
            .then_some((value, first.next))?
    };
    if r.is_plural(next) || r.lexeme(next).unit.is_some() || r.lexeme(next).currency.is_some() {
        return None;
    }
    Small::new(year, next)
}

/// "Back in '98", "in 1996, '98 and 2000".
fn short(r: &Reader, at: usize) -> Option<Found> {
    let (year, next) = date::year_digits(r, at).filter(|y| y.next() == at + 2)?.parts();
    let row = r.after(at, ", and or") && date::year_digits(r, at.wrapping_sub(2)).is_some();
    let led = row || r.after(at, "in since of until spring summer autumn winter season");
    (led && !r.glued(at) && !r.glue(next, "' ’ s %")).then_some(())?;
    Some(named(at, next, year).sure(80))
}

/// `2016-17`, `2015/16`: a season of two years.
fn season(r: &Reader, at: usize) -> Option<Found> {
    let (year, next) = two_years(r, at)?.parts();
    Some(formed(at, next, "season", "####/####", year * 10_000 + year + 1))
}

/// `2016-17`, `2015/16`: two years that follow one another; the first, and the token after both.
pub(super) fn two_years(r: &Reader, at: usize) -> Option<Small> {
    let year: i32 = r.whole(at).filter(|y| matches!(y, 1500..=2100) && r.len(at) == 4)?;
    let mark = r.glued(at + 1) && r.glued(at + 2) && (r.dash(at + 1) || r.is(at + 1, "/"));
    let text = r.str(at + 2);
    if !mark || !r.is_digits(at + 2) || r.glued(at + 3) && (r.dash(at + 3) && r.is_digits(at + 4) || r.is(at + 3, "/"))
    {
        return None;
    }
    let second: i32 = match text.len() {
        // "2004-5", but odds of 1500-1
        1 if year % 10 > 0 => year / 10 * 10 + whole(text)?,
        2 => year / 100 * 100 + whole(text)? + if year % 100 == 99 { 100 } else { 0 },
        4 => whole(text)?,
        _ => return None,
    };
    Small::new(year, at + 3).filter(|_| second == year + 1)
}

/// "In 44 BC", "AD 79".
fn era(r: &Reader, at: usize) -> Option<Found> {
    let year = r.whole(at).filter(|&y| y > 0 && r.len(at) <= 4)?;
    let behind = before_christ(r, at + 1);
    let bc = behind.or_else(|| before_christ(r, at.wrapping_sub(1)).filter(|bc| !bc))?;
    let (template, year) = if bc { ("-####", year - 1) } else { ("####", year) };
    Some(formed(at, at + 1 + usize::from(behind.is_some()), "year", template, year))
}

/// Whether an era is that before Christ: BC, or AD.
fn before_christ(r: &Reader, at: usize) -> Option<bool> {
    let bc = r.any(at, "bc bce b.c. b.c.e.");
    // "Ad" is a word, "a.d." none.
    let named = (bc || r.any(at, "ad ce a.d. c.e.")) && (r.is_capital(at) || r.ends(at, "."));
    named.then_some(bc)
}

/// Whether four digits are a year here rather than a count: by what stands before, unless they count something plural.
fn is_year(r: &Reader, at: usize, year: i32) -> bool {
    let led = r.after(at,
            "in since by of during until till from to before after early late mid year than between through and or for circa c. c ca. fiscal ( , - – — 's as back spring summer autumn winter fall throughout at",
        );
    let determined = r.after(at, "the 's its his her their our a this that ill-fated landmark");
    let recent = matches!(year, 1900..=2050);
    let after = at + 1;
    if r.lexeme(after).unit == Some(false)
        || date::counts(r, after)
        || r.lexeme(after).time.is_some_and(|t| matches!(t, TimeWord::Unit(_, true)))
    {
        return false;
    }
    if r.number_word(after).is_some_and(|n| {
        matches!(n.size, crate::lang::en::numerals::Size::Power(_) | crate::lang::en::numerals::Size::Hundred)
    }) {
        return false;
    }
    if r.is_lower(after) && r.is_plural(after) {
        let preposition = r.after(at, "in since during after before by");
        // "10% below 2010 levels"
        let base = r.is(after, "levels");
        return recent && (determined || base || preposition && year % 100 != 0 || year % 10 != 0 && led);
    }
    // A street number or a name: "Route 1900", "Windows 2000".
    if r.among(at.wrapping_sub(1), &crate::lang::en::figures::LABELS)
        && !r.after(at, "season vision plan agenda year years")
    {
        return false;
    }
    if r.after(at, "plan vision agenda horizon project studio #") && r.is_capital(at - 1) {
        return false;
    }
    // "About 2000 of them": an approximated year needs a preposition before it.
    let approximated = r.after(at, "some nearly almost roughly over another least about around");
    let counting =
        approximated && (r.is(after, "of") || r.is_word(after) && !r.among(after, &crate::lang::en::figures::STOPS));
    !counting && (led || determined || recent)
}
