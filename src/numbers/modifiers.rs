//! Bounds and approximations beside a figure.

use super::found::Found;
use super::reader::{DASHES, Reader};
use crate::annotation::{DatePart, Modifier, NumberKind};
use crate::lang::en::figures::{AFTER, AFTER_BEGINS, BEFORE, BEFORE_ENDS, DATE_BOUNDS, DATE_PARTS, STOPS};
use crate::lang::{listed, phrases};
use crate::text::holds;

/// Finds the bound that stands before or after a figure.
pub(super) fn mark(r: &Reader, found: &mut Found) {
    // "Less than or equal to 100", "more than 100 or equal": as a formula says it, the bound is part of the figure.
    let tail = if found.number.iso.is_none() { tail(r, found.next) } else { None };
    if tail.is_some() || r.after(found.from, "to than") && found.number.iso.is_none() {
        let (next, modifier) = tail.unwrap_or((found.next, None));
        let formula = phrases(BEFORE)
            .filter(|(_, words)| tail.is_some() || holds(words, "equal"))
            .find_map(|(bound, words)| Some((r.before(found.from, words)?, with_equal(Modifier::from_label(bound)?))));
        if let Some((first, m)) =
            formula.or(modifier.map(|m| (found.from - 2 * usize::from(r.before(found.from, "equal to").is_some()), m)))
        {
            found.number.span = r.span(first, next);
            found.number.modifier = Some(m);
        }
    }
    if found.number.modifier.is_none() && found.number.rule != "bounds" {
        found.number.modifier = before(r, found).or_else(|| after(r, found));
    }
    found.number.part = part(r, found);
    // "More than two weeks before Christmas" is earlier than that day.
    if found.number.rule == "before" {
        found.number.modifier = found.number.modifier.map(reversed);
    }
    if matches!(found.number.rule, "vague" | "couple") {
        found.number.modifier = found.number.modifier.or(Some(Modifier::About));
    }
}

/// The part of a date that is meant: "early March", "mid-2020", "at the end of the 19th century"; "the start of the 2019 season" is no part of 2019.
fn part(r: &Reader, found: &Found) -> Option<DatePart> {
    if !matches!(found.number.kind, NumberKind::Date | NumberKind::Datetime) || found.number.rule == "holiday" {
        return None;
    }
    let before = |at: usize, words: &str| at - usize::from(r.after(at, words));
    let at = before(before(found.from, DASHES), "the");
    let noun = r.is_lower(found.next) && !r.among(found.next, &STOPS);
    let (part, _) =
        phrases(DATE_PARTS).find(|(_, words)| r.before(at, words).is_some() && !(noun && words.ends_with(" of")))?;
    DatePart::from_label(part)
}

/// "Or equal to", "or greater than" after a figure, with no other to compare: the token after it, and its own bound.
fn tail(r: &Reader, at: usize) -> Option<(usize, Option<Modifier>)> {
    let (next, modifier) = if r.are(at, "or equal") {
        (r.past(at + 2, "to"), None)
    } else if r.is(at, "or") && r.is(at + 2, "than") {
        let more = r.any(at + 1, "more greater higher larger");
        (more || r.any(at + 1, "less lower smaller fewer")).then_some(())?;
        (at + 3, Some(if more { Modifier::AtLeast } else { Modifier::AtMost }))
    } else {
        return None;
    };
    (r.begins(next) == 0).then_some((next, modifier))
}

/// A bound that takes in its limit.
fn with_equal(modifier: Modifier) -> Modifier {
    match modifier {
        Modifier::More => Modifier::AtLeast,
        Modifier::Less => Modifier::AtMost,
        other => other,
    }
}

fn reversed(modifier: Modifier) -> Modifier {
    match modifier {
        Modifier::More => Modifier::Less,
        Modifier::AtLeast => Modifier::AtMost,
        Modifier::Less => Modifier::More,
        Modifier::AtMost => Modifier::AtLeast,
        Modifier::About => Modifier::About,
    }
}

pub(super) fn before(r: &Reader, found: &Found) -> Option<Modifier> {
    let at = found.from;
    let date = matches!(found.number.kind, NumberKind::Date | NumberKind::Datetime | NumberKind::Time);
    let bounded = r.among(at.wrapping_sub(1), &BEFORE_ENDS);
    for (bound, words) in phrases(if bounded { BEFORE } else { "" }) {
        let Some(first) = r.before(at, words) else { continue };
        // "£2bn less than a year earlier" compares with that year.
        let compared = words.ends_with(" than")
            && words.matches(' ').count() == 1
            && r.any(found.next, "earlier ago before")
            && r.any(at, "a an");
        if compared {
            return None;
        }
        if !holds(words, " ") && !applies(r, found, first, words, date) {
            continue;
        }
        return Modifier::from_label(bound);
    }
    // "After last week's protests" dates the protests.
    if date && !r.is(found.next, "'s") {
        // "By mid-2006", "since early May"
        let at = if r.dash(at.wrapping_sub(1)) { at - 1 } else { at };
        let at = at - usize::from(r.after(at, "mid early late"));
        let (bound, _) = phrases(DATE_BOUNDS).find(|(_, word)| r.after(at, word))?;
        return Modifier::from_label(bound);
    }
    None
}

/// Whether a preposition bounds the figure here: "over 20 years" does, "over the years" and "under 2016 rules" do not.
fn applies(r: &Reader, found: &Found, word_at: usize, word: &str, date: bool) -> bool {
    let duration = found.number.kind == NumberKind::Duration;
    let prev = |words: &str| r.after(word_at, words);
    match word {
        _ if date && listed("over under above below beyond past near within some minimum maximum", word) => false,
        // "Ran 7.02 seconds over 60m"
        // "A blood pressure of 140 over 90"
        "over" if r.is_digits(word_at.wrapping_sub(1)) && r.close(word_at, 8, "pressure") => false,
        // "Nine-under 133"
        "under" if r.dash(word_at.wrapping_sub(1)) => false,
        "over" if found.number.kind == NumberKind::Quantity => r.lexeme(word_at.wrapping_sub(1)).time.is_none(),
        "over" => {
            !duration || prev("for in after just well of takes took lasted spent is was with by") || word_at == r.start
        }
        "past" => prev("went gone rose climbed pushed") || found.number.kind == NumberKind::Money,
        "within" => duration,
        // "37.5C. 6.5 million"
        "c" | "c." if r.glued(word_at) => false,
        "c" => date,
        _ => true,
    }
}

fn after(r: &Reader, found: &Found) -> Option<Modifier> {
    // "First, at least, …" tells of no bound.
    if found.number.kind == NumberKind::Ordinal {
        return None;
    }
    let next = found.next;
    let dash = r.glue(next, DASHES);
    let bounded = dash || r.any(next, AFTER_BEGINS);
    for (bound, words) in phrases(if bounded { AFTER } else { "" }) {
        if let Some(word) = words.strip_prefix('-') {
            if dash && r.is(next + 1, word) {
                return Modifier::from_label(bound);
            }
        } else if r.are(next, words)
            && (holds(words, " ")
                || matches!(words, "plus" | "+")
                    && (words == "plus" && r.is_lower(next + 1) && !r.any(next + 1, "a an the")
                        || words == "+" && r.glued(next) && !(r.glued(next + 1) && r.is_digits(next + 1))))
        {
            return Modifier::from_label(bound);
        }
    }
    // "30 people or more" is too far for a figure; "3m-plus" is near.
    None
}
