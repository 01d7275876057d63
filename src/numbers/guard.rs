//! Digits that are no figures: names, identifiers, telephone numbers, versions, addresses.

use super::numeral::Numeral;
use super::reader::{DASHES, Reader};
use crate::lang::en::figures::{CALLS, FIXED, LABELS, RANKS};
use crate::lang::en::numerals::{ORDINAL_ENDINGS, SUFFIXES};

/// The token after an identifier that begins at a token: a telephone number, a version, an address of the network, `9/11`.
pub(super) fn skip(r: &Reader, at: usize) -> Option<usize> {
    if !r.is_digits(at) {
        // "Split it fifty-fifty"
        return r.hyphen(at + 1).filter(|&i| r.is(at, "fifty") && r.is(i, "fifty")).map(|i| i + 1);
    }
    // "F-16s", "SCP-173C", whatever is glued on behind
    if glued_before(r, at) {
        // "J1149.5+6663": as far as the designation goes
        let mut next = at + 1;
        while r.glue(next, "+ .") && r.glued(next + 1) && r.is_digits(next + 1) {
            next += 2;
        }
        return Some(next);
    }
    let text = r.str(at);
    if r.is(at + 1, "/") && r.is_digits(at + 2) && crate::lang::listed(FIXED, &[text, r.str(at + 2)].join("/")) {
        return Some(at + 3);
    }
    // "Resolution 1430/2019"
    if r.joins(at + 1, "/") && text.len() >= 3 && r.len(at + 2) == 4 {
        return Some(at + 3);
    }
    let version = text.matches('.').count() >= 2 && !is_date(text) && super::decimal::read(text).is_none();
    if version {
        return Some(at + 1);
    }
    if text == "7" && r.str(at + 2) == "Eleven" {
        return Some(at + 3);
    }
    // "2019-nCoV", "737-800", "1) estimating"
    if r.hyphen(at + 1).is_some_and(|w| r.is_word(w) && !r.is_lower(w) && r.str(w).starts_with(char::is_lowercase)) {
        return Some(at + 3);
    }
    if r.is_digits(at + 2) && r.hyphen(at + 1).is_some() && r.after(at, "boeing airbus embraer bombardier") {
        return Some(at + 3);
    }
    // "A 4-4-2 formation"
    let line = |i: usize| r.hyphen(i + 1).filter(|&next| r.len(i) == 1 && r.is_digits(next));
    let formation = line(at).and_then(line).map(|end| line(end).unwrap_or(end) + 1);
    if formation.is_some_and(|next| r.any(next, "formation system shape")) {
        return formation;
    }
    if r.glue(at + 1, ")") && text.len() <= 2 && !bracketed(r, at) {
        return Some(at + 2);
    }
    telephone(r, at)
}

/// Whether a bracket is open before a token.
fn bracketed(r: &Reader, at: usize) -> bool {
    (1..=15).map_while(|b| at.checked_sub(b)).take_while(|&i| i >= r.start).find_map(|i| match r.str(i) {
        "(" => Some(true),
        ")" => Some(false),
        _ => None,
    }) == Some(true)
}

fn is_date(text: &str) -> bool {
    let Some((a, rest)) = text.split_once('.') else { return false };
    let Some((b, c)) = rest.split_once('.') else { return false };
    let ends = (a.len() <= 2 && matches!(c.len(), 2 | 4)) || a.len() == 4 && c.len() <= 2;
    b.len() <= 2 && ends && !c.contains('.')
}

/// Groups of digits joined by hyphens, blanks or brackets, seven digits and more, or a number that somebody is told to call.
fn telephone(r: &Reader, at: usize) -> Option<usize> {
    let called = r.close(at, 3, CALLS) && r.str(at).bytes().all(|b| b.is_ascii_digit());
    let plus = r.after(at, "+") && r.glued(at);
    let zero = r.str(at).starts_with('0') && r.len(at) >= 3 && !r.str(at).contains(['.', ',']);
    let (mut next, mut digits, mut groups, mut hyphens, mut area) = (at, 0, 0, 0, false);
    while groups < 8 && r.str(next).bytes().all(|b| b.is_ascii_digit()) {
        digits += r.len(next);
        groups += 1;
        next += 1;
        if r.joins(next, DASHES) && r.is_digits(next + 1) {
            hyphens += 1;
            next += 1;
        } else if groups == 1 && r.after(at, "(") && r.glue(next, ")") && r.is_digits(next + 1) {
            // "(020) 7946 0018"
            area = true;
            next += 1;
        } else if !((plus || zero || called || area) && r.is_digits(next)) {
            break;
        }
    }
    // "800-1000 people" are from so many to so many.
    let round = r.ends(at, "00") && r.ends(next.wrapping_sub(1), "00");
    let long = groups == 2 && r.len(at) == 3 && r.len(next - 1) == 4 && !round;
    let day = digits == 8 && groups == 3 && r.len(at) == 2;
    let three = hyphens >= 2 && digits >= 7 && !(r.len(at) == 4 && digits <= 8) && !day;
    let dialled = called
        && digits >= 3
        && !r.any(next, "people times percent %")
        && (groups > 1 || digits >= 6 || r.after(at, CALLS) && digits == 3);
    let spaced = (plus || zero || area && groups == 3) && digits >= 7;
    (long || three || dialled || spaced).then_some(next)
}

/// Whether a cardinal is part of a name: "Boeing 747", "COVID-19", "Gate 12", "Formula One".
pub(super) fn is_name(r: &Reader, at: usize, n: &Numeral) -> bool {
    if glued_before(r, at) || glued_after(r, n) {
        return true;
    }
    // The firm, unless it counts.
    if r.is(at, "3") && r.str(at + 1) == "M" && r.glued(at + 1) && !r.is_plural(at + 2) {
        return true;
    }
    // "10 Downing Street", "221 Baker Street"
    let street = |i: usize| {
        r.is_capital(i) && r.any(i, "street avenue road lane boulevard drive square terrace st. ave. rd. blvd.")
    };
    if n.plain && r.is_capital(n.next) && (street(n.next + 1) || street(n.next + 2)) {
        return true;
    }
    if n.large || at == r.start {
        return false;
    }
    // "Democracy 2.0", "Web 3.0"
    if n.decimals {
        return r.is_capital(at - 1) && r.ends(at, ".0") && n.whole == 1;
    }
    let label = at - 1;
    // "Gates 4 and 7", "Years 5 to 7": names of one row.
    if r.any(label, "and to or , – -") && n.plain && r.is_digits(label.wrapping_sub(1)) && at >= r.start + 3 {
        let first = label - 2;
        if r.is_capital(first) && r.ends(first, "s") && r.among(first, &LABELS) {
            return true;
        }
    }
    // "Act Two", "Formula One": a number word in capitals after another capital.
    if r.is_capital(at) && !r.opens_sentence(at) && r.is_capital(label) && !title_case(r, at) {
        return true;
    }
    // "17 U.S. Code § 1201"
    if r.any(label, "§ §§") {
        return true;
    }
    if !r.is_word(label) {
        return false;
    }
    // "No 10" is a house in Downing Street, the number on a shirt, a name on a list.
    if r.any(label, "no no.") && r.is_capital(label) && n.digits {
        return true;
    }
    if r.any(label, RANKS)
        && !(r.is_capital(label) && n.digits && r.any(label, "game no no. number set episode season series year"))
    {
        return r.any(label, "no no.") && !n.digits;
    }
    let capital = r.is_capital(label) && !(r.opens_sentence(label) && !r.among(label, &LABELS));
    if r.among(label, &LABELS)
        && (capital
            || n.digits
                && !r.any(
                    label,
                    "area areas unit units class form rule order release open version building part page pages line lines track camp camps operation plan task league leagues fort table schedule catch pioneer bill measure model type grade mark title group pool block lot studio mission vision agenda bay shed radio schools heat",
                ))
    {
        return true;
    }
    // "HR 6819": a catalogue
    let letters = r.str(label);
    if n.plain
        && n.whole >= 3
        && (2..=4).contains(&letters.len())
        && letters.bytes().all(|b| b.is_ascii_uppercase())
        && !r.any(label, "us uk eu un uae gop mps")
    {
        return true;
    }
    // "Open 13", "Underground 2": a capital before, nothing to count behind.
    let name = r.is_capital(label) && r.lexeme(label).time.is_none() && label > r.start;
    let counted = r.is_lower(n.next) && !r.any(n.next, FUNCTION) || r.dash(n.next) || r.is(n.next, ",") && n.whole >= 2;
    name && n.plain && !counted && n.whole <= 4 && !scoreboard(r, label, n.next)
}

/// Words that follow a name rather than a count.
const FUNCTION: &str =
    "in on at of by for with from and or is was has had will which that who as when where after before are were";

/// "Lakers 102, Celtics 98": a line of results, where numbers follow names.
fn scoreboard(r: &Reader, label: usize, next: usize) -> bool {
    let again = |from: usize| (from..(from + 5).min(r.stop)).any(|i| r.is_digits(i) && r.is_capital(i.wrapping_sub(1)));
    again(next)
        || label >= 4
            && (label.saturating_sub(5).max(r.start)..label).any(|i| r.is_digits(i) && r.is_capital(i.wrapping_sub(1)))
}

/// A headline in capitals: most words of the sentence begin with one.
pub(super) fn title_case(r: &Reader, at: usize) -> bool {
    let near = at.saturating_sub(8).max(r.start)..(at + 8).min(r.stop);
    let (words, capitals) =
        near.fold((0, 0), |(w, c), i| (w + usize::from(r.is_word(i)), c + usize::from(r.is_capital(i))));
    words >= 4 && capitals * 3 >= words * 2
}

/// `COVID-19`, `F-16`, `Su-25`: a capital word and a hyphen glued before the digits; or letters.
fn glued_before(r: &Reader, at: usize) -> bool {
    if !r.glued(at) {
        return false;
    }
    let before = at - 1;
    if r.glue(before, DASHES) {
        let word = before - 1;
        let prefix = r.is_lower(word) || r.is_digits(word) || r.any(word, "mid post pre sub under over non");
        return r.is_word(word) && !prefix;
    }
    let designated = r.glue(before, ".") && r.str(before - 1).ends_with(|c: char| c.is_ascii_digit());
    // "180C/350F"
    let degrees = r.any(before.wrapping_sub(1), "c f") && r.is_digits(before.wrapping_sub(2)) && r.is(before, "/");
    designated
        || r.is_word(before)
        || r.any(before, "/ _ # @ \\ & =") && !r.is_digits(before.wrapping_sub(1)) && !degrees
}

/// Letters glued after digits that are neither a scale, an ordinal ending nor a plural: `5G`, `747s`, `4K`.
fn glued_after(r: &Reader, n: &Numeral) -> bool {
    let next = n.next;
    if !n.digits || !r.glued(next) {
        return false;
    }
    if r.joins(next, ":") {
        return false;
    }
    r.is_word(next) && r.meaning(next, &SUFFIXES).is_none() && !r.any(next, ORDINAL_ENDINGS) || r.any(next, "_ \\ =")
}
