//! Ages, tied to the person where the text names one.

use super::Kind;
use crate::annotation::{Decimal, Modifier, NumberKind};
use crate::lang::en::calendar::{Span, TimeWord};
use crate::lang::en::figures::PERSONS;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::measure;
use crate::numbers::numeral::{self, Numeral};
use crate::numbers::reader::{DASHES, Reader, begins};

/// A person's age.
pub(super) const KIND: Kind = Kind {
    id: "age",
    begins: begins::DIGITS | begins::WORD,
    parse,
    #[cfg(test)]
    examples: &[
        ("A 34-year-old was hurt.", "34-year-old = age 34 year"),
        ("Thirty-year-old Pollard failed.", "Thirty-year-old = age 30 year"),
        ("Ann Lee of the Blue Combo was 78.", "78 = age 78 year"),
        ("Anna Berg, now 22, left.", "22 = age 22 year"),
        ("Mona Lamberson, 59, of North Street", "59 = age 59 year"),
        ("He died at the age of 80.", "80 = age 80 year"),
        ("Anyone aged 75 must apply.", "75 = age 75 year"),
        ("She was five years old then.", "five years old = age 5 year"),
        ("An 8-month-old baby", "8-month-old = age 8 month"),
        ("He said: I am 7.", "7 = age 7 year"),
        ("Two boys, aged 9 and 14, hid.", "14 = age 14 year"),
        ("They were aged nine, ten, two aged 13, and 49.", "49 = age 49 year"),
        ("She left at the age of ten or 11.", "11 = age 11 year"),
        ("No one under 18 may enter.", "18 = age 18 year <"),
        ("His widow was 68.", "68 = age 68 year"),
        ("Loubet, who led the union, was 71.", "71 = age 71 year"),
        ("I was about 18 when I left.", "18 = age 18 year ~"),
        ("The 6ft 2in man, 34, fled.", "34 = age 34 year"),
        ("A state trooper, 26, was shot.", "26 = age 26 year"),
        ("The pair, both 19, ran.", "19 = age 19 year"),
        ("An under-21s side", "21s = age 21 year <"),
    ],
    #[cfg(test)]
    counter: &[
        "In Room 5, 20 people sat.",
        "On May 5, 20 people died.",
        "They won, 59, the book said.",
        "It has the most women, 102, and men.",
    ],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    let n = numeral::unsigned(r, at).filter(|n| !n.ordinal)?;
    let small = !n.large && n.below(1000);
    decade(r, at, n)
        .or_else(|| compound(r, at, n))
        .or_else(|| small.then(|| stated(r, at, n).or_else(|| apposed(r, at, n)))?)
}

/// An age in years.
fn age(at: usize, next: usize, value: &Numeral) -> Found {
    Found::new(NumberKind::Age, at, next, "age").value(value.value).unit("year")
}

/// With the person whose it is.
fn told(r: &Reader, mut found: Found, person: Option<std::ops::Range<usize>>) -> Found {
    found.number.counted = person.map(|p| r.span(p.start, p.end));
    found
}

/// "34-year-old", "34 years old", "six weeks of age", "18-year-olds".
fn compound(r: &Reader, at: usize, n: &Numeral) -> Option<Found> {
    let mut unit_at = r.past_hyphen(n.next);
    // "16- and 17-year-olds": the first has its hyphen hanging; it is read with the second.
    if r.glue(n.next, DASHES) && r.any(n.next + 1, "and or to") {
        let second = numeral::unsigned(r, n.next + 2)?;
        let found = compound(r, n.next + 2, second)?;
        let unit = found.number.unit == Some("year".into());
        return unit.then(|| age(at, n.next, n));
    }
    unit_at = r.past(unit_at, "-");
    let Some(TimeWord::Unit(span, _)) = r.lexeme(unit_at).time else { return None };
    matches!(span, Span::Year | Span::Month | Span::Week | Span::Day).then_some(())?;
    let old_at = r.past_hyphen(unit_at + 1);
    if r.any(old_at, "old olds") {
        let person = person_before(r, at).or_else(|| person_after(r, old_at + 1));
        return Some(told(r, age(at, old_at + 1, n).unit(span.id()), person));
    }
    r.are(unit_at + 1, "of age").then(|| age(at, unit_at + 3, n).unit(span.id()))
}

/// "Aged 34", "at the age of 80", "turned 40", "he is 34".
fn stated(r: &Reader, at: usize, n: &Numeral) -> Option<Found> {
    if n.decimals || n.above(125) {
        return None;
    }
    let aged = r.follows(
        at,
        "aged|age of|age of just|age of only|ages of|ages|aged just|aged only|aged about|aged over|aged under",
    ) || r.after(at, "age") && !r.any(at.wrapping_sub(2), "ice stone bronze iron");
    // "Aged 16 to 24" is a span of ages.
    let between = r.is(n.next, "and") && r.close(at, 4, "between");
    if aged
        && ((between || r.is(n.next, "to")) && r.is_digits(n.next + 1)
            || r.hyphen(n.next).is_some_and(|i| r.is_digits(i)))
    {
        return None;
    }
    if aged || listed(r, at, n) {
        let first = at - 1;
        // "Anna Berg, aged 34", "a man aged 71"
        let person = if !r.is(first, "aged") || first == r.start {
            None
        } else if r.after(first, ",") {
            name_before(r, first - 1)
        } else {
            person(r, first)
        };
        // "Aged 65 years and over"
        let years = r.is(n.next, "years") && !r.is(n.next + 1, "old");
        return Some(told(r, age(at, n.next + usize::from(years), n), person));
    }
    // "Under-21s", "the over 65s"
    if n.plain && r.glue(n.next, "s") && r.after(at, "under over -") {
        let word = if r.dash(at - 1) { at.wrapping_sub(2) } else { at - 1 };
        let bound = match r.lower(word) {
            "under" => Modifier::Less,
            "over" => Modifier::More,
            _ => return None,
        };
        let mut found = age(at, n.next + 1, n);
        found.number.modifier = Some(bound);
        return Some(found);
    }
    // "The 18-to-34 age group"
    if r.is(n.next, "age") && r.any(n.next + 1, "group groups bracket brackets range") {
        return Some(age(at, n.next, n));
    }
    // "And, at 37, the youngest"
    if n.digits && r.follows(at, ", at") && r.is(n.next, ",") && n.above(10) {
        return Some(age(at, n.next, n).sure(75));
    }
    // "The pair, both 19,", "Anna Berg, now 22,"
    if r.follows(at, ", both|, now|, then") && r.is(n.next, ",") {
        return Some(told(r, age(at, n.next, n), name_before(r, at - 2)).sure(80));
    }
    if !ends(r, n) {
        return None;
    }
    // "Children under five", "anyone over 65"
    let bound = at.wrapping_sub(1);
    if r.any(bound, "under over") && (r.after(bound, PERSONS) || r.after(bound, ANYONE)) {
        return Some(age(at, n.next, n).sure(80));
    }
    // "A girl of seven", "died at 92"
    if r.follows(at, "boy of|girl of|man of|woman of|lad of") || r.follows(at, "died at|dies at|dead at") && n.above(24)
    {
        return Some(age(at, n.next, n).sure(80));
    }
    // "He turned 40", "when she was about 12", "I am 7"
    let verb = at.wrapping_sub(1 + usize::from(r.after(at, "about just only almost nearly around")));
    let turned = r.any(verb, "turned turns turning") && !r.after(verb, "they");
    let being = r.any(verb, "was is am were be 'm now been") && r.after(verb, "he she i is was have")
        || r.follows(at, "he will be|she will be")
        || r.any(verb, "i'm he's she's");
    // "Her husband was 68.", "Loubet, who led the union, was 68."
    let closes = (n.next >= r.stop || r.is(n.next, ".")) && !n.below(15);
    let someone = r.is(verb, "was")
        && closes
        && (r.after(verb, PERSONS) || r.after(verb, ",") && told_of(r, verb - 1) || !n.below(20) && named(r, verb));
    (turned || being || someone).then(|| age(at, n.next, n).sure(80))
}

/// People of whom a limit is told.
const ANYONE: &str = "one people person persons anyone everyone someone those youngsters kids teenagers adults residents citizens workers players";

/// Whether nothing is counted after a figure.
fn ends(r: &Reader, n: &Numeral) -> bool {
    n.next >= r.stop
        || !r.is_word(n.next) && !r.any(n.next, "% / - – ° : $ £")
        || r.any(
            n.next,
            "and when but or at in on last this next now turning years he she after before while as because so who is are was were has have had may might can could must should will would do did",
        )
}

/// Whether a sentence up to its verb has a full name, and nothing else that a bare figure tells of: "Ann Lee of the Blue Combo was 78."
fn named(r: &Reader, verb: usize) -> bool {
    (r.start..verb.saturating_sub(1)).any(|i| r.is_capital(i) && r.is_capital(i + 1))
        && !r.near(r.start..verb, "score scores average total number toll count rate index grade magnitude temperature high low highest lowest record speed figure tally majority margin size range result price")
}

/// Whether a clause with "who" ends at a comma.
fn told_of(r: &Reader, comma: usize) -> bool {
    (r.start + 1..comma).any(|i| r.is(i, "who") && r.after(i, ","))
}

/// "Aged 14 and 16", "aged three, seven and 12", "at the age of 10 or 11": a row that "aged" opens.
fn listed(r: &Reader, at: usize, n: &Numeral) -> bool {
    let mut first = at;
    for _ in 0..10 {
        let joint = first.wrapping_sub(1);
        if !r.any(joint, "and or ,") {
            break;
        }
        let before = joint.wrapping_sub(1 + usize::from(r.after(joint, ",")));
        if !r.is_digits(before) && r.number_word(before).is_none() {
            break;
        }
        first = before;
    }
    first < at
        && ends(r, n)
        && !r.is(n.next, "years")
        && (r.after(first, "aged ages") || r.before(first, "age of").is_some())
}

/// "In his 40s", "in their late 20s": ten years of life.
fn decade(r: &Reader, at: usize, n: &Numeral) -> Option<Found> {
    let first = n.value.filter(|_| n.plain && n.whole == 2 && r.ends(at, "0"))?;
    r.glue(n.next, "s").then_some(())?;
    let mut before = at.checked_sub(1)?;
    // "In their 20s and 30s"
    for _ in 0..2 {
        if r.any(before, "and or to") && r.after(before, "s") && r.is_digits(before.wrapping_sub(2)) {
            before = before.saturating_sub(3);
        }
    }
    before -= usize::from(before > r.start && r.any(before, "early late mid - mid-"));
    before -= usize::from(before > r.start && r.any(before, "mid"));
    let life = r.any(before, "his her their my our your its");
    let degrees =
        measure::of_degrees(r, at) || r.any(before, "high low upper lower") || r.after(at, "high low upper lower");
    (life || degrees).then_some(())?;
    let mut found = Found::new(NumberKind::Range, at, n.next + 1, "decade");
    found.number.lo = Some(first);
    found.number.hi = decimal::sum(Some(first), Some(Decimal::whole(9)));
    found.number.of = Some(if life { NumberKind::Age } else { NumberKind::Cardinal });
    Some(if life { found.unit("year") } else { found })
}

/// ", 59," after a name; "(34)," after a full name.
fn apposed(r: &Reader, at: usize, n: &Numeral) -> Option<Found> {
    if n.decimals
        || !n.digits && !n.plain && n.above(99)
        || n.above(120)
        // "The greatest number of women, 102,"
        || n.above(99) && r.is_plural(at.wrapping_sub(2))
        || n.below(1)
        || at < r.start + 2
    {
        return None;
    }
    let paren = r.after(at, "(")
        && r.is(n.next, ")")
        && (r.is(n.next + 1, ",") || r.any(n.next + 1, "from of who was said told and"));
    // "Alex, 63 on Friday, won"
    let birthday = r.any(n.next, "on next this") && (r.lexeme(n.next + 1).time.is_some() || r.begins(n.next + 1) != 0);
    let close = r.any(n.next, ", . ;")
        || birthday
        || n.next >= r.stop
        || r.is(n.next, "and") && r.is_capital(n.next + 1)
        || r.any(n.next, "told said was who has is");
    if !(r.after(at, ",") && close && n.digits) && !paren {
        return None;
    }
    // A list of figures or a date ("On May 5, 20, …") is no age.
    let person = name_before(r, at - 1).or_else(|| {
        noun_before(r, at - 1)
            .filter(|_| !paren && r.is(n.next, ",") && !n.below(14))
            .or_else(|| person(r, at - 1).filter(|_| !paren))
            .or_else(|| r.after(at - 1, "he she").then(|| at - 2..at - 1))
    })?;
    if paren && person.len() < 2 {
        return None;
    }
    if r.is(n.next, ",") && (r.is_digits(n.next + 1) || r.is(n.next + 1, "$")) {
        return None;
    }
    Some(told(r, age(at, n.next, n), Some(person)).sure(88))
}

/// The capitalised words that end before a token: a name, not a month, a place of work or a figure.
fn name_before(r: &Reader, end: usize) -> Option<std::ops::Range<usize>> {
    let mut start = end;
    while start > r.start
        && end - start < 5
        && r.is_word(start - 1)
        && (r.is_capital(start - 1) && r.lexeme(start - 1).time.is_none()
            || end > start && r.after(start, "de van von der al bin la di da el"))
    {
        start -= 1;
    }
    while start < end && !r.is_capital(start) {
        start += 1;
    }
    let label = r.among(end.wrapping_sub(1), &crate::lang::en::figures::LABELS);
    // "In London, 20, …" has a preposition before the name.
    let place = start > r.start && r.after(start, "in at near from to") && end - start == 1;
    (start < end && !label && !place).then_some(start..end)
}

/// A noun with its determiner: "The general, 58,", "a mother, 34,".
fn noun_before(r: &Reader, end: usize) -> Option<std::ops::Range<usize>> {
    let noun = end.checked_sub(1).filter(|&i| i > r.start && r.is_lower(i) && !r.is_plural(i))?;
    r.after(noun, "the a an his her their whose").then_some(noun..end)
}

/// A word for a person with what stands before it: "the 6ft 2in man, 34,", "her brother, 12,", "the boy's mother, 31,".
fn person(r: &Reader, end: usize) -> Option<std::ops::Range<usize>> {
    let noun = end.checked_sub(1).filter(|&i| r.is_lower(i) && r.any(i, PERSONS))?;
    let first = (1..=5)
        .map_while(|b| noun.checked_sub(b))
        .take_while(|&i| i >= r.start && !r.any(i, ", ; : ( )"))
        .find(|&i| r.any(i, "the a an his her their my our whose 's"))?;
    Some(if r.is(first, "'s") { noun..end } else { first..end })
}

/// The person right after a compound age: "the 34-year-old striker", "34-year-old Anna Berg".
fn person_after(r: &Reader, at: usize) -> Option<std::ops::Range<usize>> {
    let name = (at..at + 4).take_while(|&i| r.is_capital(i)).count();
    // One capital may be a car's.
    let end = at + if name > 1 { name } else { usize::from(r.any(at, PERSONS)) };
    (end > at).then_some(at..end)
}

/// The name right before a compound age: "Pollard, a 30-year-old".
fn person_before(r: &Reader, at: usize) -> Option<std::ops::Range<usize>> {
    let article = at.checked_sub(1).filter(|&i| r.any(i, "a an the"))?;
    let comma = article.checked_sub(1).filter(|&i| r.is(i, ","))?;
    name_before(r, comma)
}
