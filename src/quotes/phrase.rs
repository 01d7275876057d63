//! Noun phrases that can be a source, found from the place of a verb without a parser.

use super::view::View;
use crate::lang::listed;
use crate::lang::speech::{
    ADVERB, AUXILIARY, BODY, CALL, CONJUNCTION, DETERMINER, PAPER, PERSON, PREPOSITION, PRONOUN, RELATIVE, SAY,
    SUBORDINATOR, THINK, TIME, TITLE,
};
use crate::text::{Case, Range, TokenKind};

/// Longest phrase, in items.
const LONGEST: usize = 9;

/// Small words inside a name: *Suleiman al-Amr*, *Ursula von der Leyen*, *Bank of England*.
fn joins_name(word: &str) -> bool {
    listed("of de la von van der bin al el - & ibn di da du dos ten", word)
}

/// Whether item `i` may stand inside a noun phrase.
pub(super) fn nominal(view: &View, i: usize) -> bool {
    matches!(view.kind(i), TokenKind::Word | TokenKind::Number | TokenKind::Clitic)
        && !view.is(i, PREPOSITION | AUXILIARY | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN)
        || matches!(view.str(i), "-" | "‑")
        || view.kind(i) == TokenKind::Link
}

/// Whether item `i` is a verb of speech as far as its form tells: no capital, no determiner right before but who speaks (*one said*,
/// *another said*).
pub(super) fn verbal(view: &View, i: usize) -> bool {
    view.is(i, SAY | THINK | CALL)
        && view.case(i) == Case::Lower
        && !(i > 0
            && view.is(i - 1, DETERMINER)
            && !(listed("one another", view.lower(i - 1)) && is_past(view.lower(i))))
        && !is_noun(view, i)
}

/// Whether a verb has the form of what somebody did or, of the commonest, does.
pub(super) fn is_past(verb: &str) -> bool {
    verb.ends_with("ed") || matches!(verb, "said" | "says" | "told" | "wrote")
}

/// Whether a word that may be a verb of speech is a noun here: a verb follows right behind (*an early tweet quoted him*), or it
/// is a paper that ends a phrase with a determiner (*according to the pool report.*).
fn is_noun(view: &View, i: usize) -> bool {
    let word = view.lower(i);
    if word.ends_with("ed") || word.ends_with("ing") {
        return false;
    }
    let verb = view.is(i + 1, SAY | THINK | CALL | AUXILIARY) && view.lower(i + 1) != "to";
    let ends = view.kind(i + 1) == TokenKind::Punct || view.is(i + 1, PREPOSITION);
    let mut from = i;
    while from > 0 && i - from < 4 && nominal(view, from - 1) && !view.is(from, DETERMINER) {
        from -= 1;
    }
    let spoken = i > 0 && view.is(i - 1, PERSON | BODY);
    let phrase = view.is(from, DETERMINER) && from < i && !spoken;
    phrase && (verb || (ends && view.is(i, PAPER))) && view.case(i + 1) != Case::Capital
}

/// The phrase that ends right before item `end`, not beyond `floor`.
pub(super) fn before(view: &View, end: usize, floor: usize) -> Option<Range> {
    let last = end.checked_sub(1).filter(|&l| l >= floor)?;
    if view.is(last, PRONOUN) {
        return Some(range(last, end));
    }
    if view.kind(last) == TokenKind::Link {
        return Some(range(last, end));
    }
    if view.kind(last) != TokenKind::Word
        || view.is(last, RELATIVE | PREPOSITION | AUXILIARY | CONJUNCTION | SUBORDINATOR)
    {
        return None;
    }
    if view.capital(last) {
        let start = name_start(view, last, floor);
        // *Ann Lee of the army's Western Command*: the owner is part of the phrase.
        let owner = start.checked_sub(2).filter(|&o| o >= floor && view.kind(start - 1) == TokenKind::Clitic);
        let start = owner.map_or(start, |o| {
            let from = if view.capital(o) { name_start(view, o, floor) } else { o };
            if from > floor && view.is(from - 1, DETERMINER) { from - 1 } else { from }
        });
        return Some(range(start, end));
    }
    // A common noun: back to its determiner, or to the first word that can't belong to it.
    let mut start = last;
    while start > floor && last - start < LONGEST {
        if view.is(start, DETERMINER) {
            return Some(range(start, end));
        }
        if !nominal(view, start - 1) {
            break;
        }
        start -= 1;
    }
    if view.is(start, DETERMINER) {
        return Some(range(start, end));
    }
    view.is(last, PERSON | BODY | PAPER).then(|| range(start, end))
}

fn name_start(view: &View, last: usize, floor: usize) -> usize {
    let mut start = last;
    while start > floor && last - start < LONGEST {
        let before = start - 1;
        let joined = joins_name(view.lower(before)) && before > floor && view.capital(before - 1);
        if view.capital(before) && !view.is(before, DETERMINER | PREPOSITION) {
            start = before;
        } else if joined {
            start = before - 1;
        } else {
            break;
        }
    }
    start
}

/// The pronoun at item `at` in the form that it has behind a preposition and a verb.
pub(super) fn object(view: &View, at: usize) -> Option<Range> {
    listed("him her them", view.lower(at)).then(|| range(at, at + 1)).filter(|_| !nominal(view, at + 1))
}

/// The phrase that begins at item `start`, not beyond `ceiling`.
pub(super) fn after(view: &View, start: usize, ceiling: usize) -> Option<Range> {
    let ceiling = ceiling.min(start + LONGEST + 3);
    if start >= ceiling {
        return None;
    }
    if view.is(start, PRONOUN) && !view.is(start, DETERMINER) {
        return Some(range(start, start + 1));
    }
    if view.kind(start) == TokenKind::Link {
        return Some(range(start, start + 1));
    }
    let mut end = start;
    let mut named = false;
    let mut known = false;
    while end < ceiling {
        let name_goes_on =
            named && joins_name(view.lower(end)) && view.capital(end + 1) && view.capital(end.wrapping_sub(1));
        if !(nominal(view, end) || name_goes_on) || (named && view.is(end, TIME) && view.capital(end)) {
            break;
        }
        // Behind a name a lower-case word belongs to the sentence again, unless the name is part of a phrase (AFI jury).
        let role = PERSON | BODY | PAPER | TITLE;
        if named && view.case(end) == Case::Lower && !view.is(end, role) && !name_goes_on && !leads_role(view, end) {
            break;
        }
        if end > start && (view.is(end, ADVERB) && !view.is(end, DETERMINER) || verbal(view, end)) && (named || known) {
            break;
        }
        named |= view.capital(end) && !view.is(end, DETERMINER);
        known |= view.is(end, PERSON | BODY | PAPER);
        end += 1;
    }
    let determined = view.is(start, DETERMINER) && end > start + 1;
    (end > start && (named || known || determined)).then(|| range(start, end))
}

/// Whether a word behind the noun of a source that ends at `end` is the verb of its clause: *the tools were found*, *supporters
/// gathered*. A participle with more behind it belongs to its noun (*a source involved in the plan*).
pub(super) fn is_finite(view: &View, i: usize, end: usize) -> bool {
    let participle = view.lower(i).ends_with("ed") && !view.is(i.wrapping_sub(1), DETERMINER) && i + 1 == end;
    view.case(i) == Case::Lower && (view.is(i, AUXILIARY) || participle && !view.is(i, PERSON | BODY | PAPER))
}

/// Whether item `k` is the name of a weekday, which papers put between a source and its verb: *the ministry Tuesday said*.
pub(super) fn weekday(view: &View, k: usize) -> bool {
    view.capital(k) && listed("monday tuesday wednesday thursday friday saturday sunday", view.lower(k))
}

/// Whether item `k` tells how: a lower-case word in -ly that is no noun.
pub(super) fn manner(view: &View, k: usize) -> bool {
    let noun = view.is(k, PERSON | BODY | PAPER) || listed("family ally assembly rally reply", view.lower(k));
    let headed = k > 0 && view.is(k - 1, DETERMINER);
    view.case(k) == Case::Lower && view.lower(k).ends_with("ly") && !noun && !headed
}

/// A source without what stands between it and its verb: not *specifically* of *the ruling specifically said*; of *police on Sunday said*
/// the police.
pub(super) fn bare(view: &View, found: Range) -> Range {
    let start = found.start as usize;
    let mut end = found.end as usize;
    while end > start + 1 {
        let (last, before) = (end - 1, end - 2);
        // *The company late Tuesday said*, *the union's leader last week called*.
        let late = listed("late early", view.lower(last)) && weekday(view, end);
        let period = before > start
            && listed("week month year night morning afternoon evening", view.lower(last))
            && (listed("last this earlier", view.lower(before)) || weekday(view, before));
        match () {
            () if period => end -= 2,
            () if late || view.is(last, ADVERB) || manner(view, last) || weekday(view, last) => end -= 1,
            () => break,
        }
    }
    if end == start + 1 && weekday(view, start) {
        let on = start.saturating_sub(usize::from(start > 0 && view.lower(start - 1) == "on"));
        return before(view, on, view.sentence_start(start)).unwrap_or(found);
    }
    range(start, end)
}

/// A source that stops short of its noun, on to it: *the former* of *the former first lady said*, *one* of *one attendee*.
pub(super) fn whole(view: &View, found: Range) -> Range {
    let found = bare(view, found);
    let noun = |k: usize| view.is(k, PERSON | BODY | PAPER);
    let end = found.end as usize;
    let word = |k: usize| {
        view.case(k) == Case::Lower
            && nominal(view, k)
            && !view.cue(k)
            && !manner(view, k)
            && !view.is(k, ADVERB | TIME | DETERMINER)
    };
    let pronoun = view.is(end.saturating_sub(1), PRONOUN) && !view.is(end.saturating_sub(1), DETERMINER);
    if end == 0 || pronoun {
        return found;
    }
    // The capital of a word that opens its sentence tells no name: *Corporate lobbyists describe*.
    let opens = end >= 2 && view.sentence(end - 2) != view.sentence(end - 1) || end == 1;
    let headed = noun(end - 1) || view.capital(end - 1) && !opens;
    let reach = (end..end + 3).take_while(|&k| word(k));
    let last = reach.filter(|&k| noun(k) || (!headed && (view.cue(k + 1) || view.is(k + 1, AUXILIARY)))).last();
    last.map_or(found, |k| range(found.start as usize, k + 1))
}

/// A source inside the phrase of its quantity or of a person, back to its head: *one of her ads*, *someone in the audience*, *a
/// spokesman for the company*.
pub(super) fn quantified(view: &View, found: Range) -> Range {
    let start = found.start as usize;
    let Some(head) = start.checked_sub(2) else { return found };
    let of = view.lower(start - 1) == "of"
        && listed(
            "one some many most several both none each all half two three four dozens hundreds thousands majority number group",
            view.lower(head),
        );
    let who = view.is(start - 1, PREPOSITION)
        && (view.is(head, PERSON) && view.case(head) == Case::Lower || view.lower(head) == "those");
    if !(of || who) || view.sentence(head) != view.sentence(start) {
        return found;
    }
    let from = before(view, start - 1, view.sentence_start(start)).map_or(head as u32, |phrase| phrase.start);
    range(from as usize, found.end as usize)
}

/// Whether the item qualifies the noun for a person between two names: *Rutgers University political scholar Kelly Dittmar*.
fn leads_role(view: &View, i: usize) -> bool {
    let noun = (i + 1..i + 3).find(|&k| view.is(k, PERSON) && view.case(k) == Case::Lower);
    noun.is_some_and(|n| {
        view.capital(n + 1) && (i..n).all(|k| nominal(view, k) && !verbal(view, k) && !view.is(k, ADVERB))
    })
}

/// Where the phrase of a name begins that an owner leads (*Maryland's seventh* Congressional District), else where the name does.
fn owner(view: &View, name: usize, floor: usize) -> usize {
    let modifier = |k: usize| view.case(k) == Case::Lower && nominal(view, k) && !verbal(view, k);
    let mark = (floor..name).rev().take(3).find(|&k| !modifier(k) || view.kind(k) == TokenKind::Clitic);
    match mark.filter(|&k| k > floor && view.kind(k) == TokenKind::Clitic && view.capital(k - 1)) {
        Some(mark) => name_start(view, mark - 1, floor),
        None => name,
    }
}

fn range(start: usize, end: usize) -> Range {
    Range { start: start as u32, end: end as u32 }
}

/// The source behind a phrase that hangs on another: in *a spokesman for the company* it is the spokesman who speaks.
pub(super) fn head(view: &View, mut phrase: Range, floor: usize) -> Range {
    for _ in 0..3 {
        let start = owner(view, phrase.start as usize, floor);
        if start <= floor || !view.is(start - 1, PREPOSITION) {
            break;
        }
        match before(view, start - 1, floor) {
            Some(outer)
                if view.is(outer.end as usize - 1, PERSON | BODY | PAPER | PRONOUN)
                    || view.capital(outer.end as usize - 1) =>
            {
                phrase = outer;
            }
            _ => break,
        }
    }
    phrase
}
