//! Names that the chain passed over and the rest of the article tells of: a family by its plural, a body by its initials, a person by a nickname.

use super::tagger::Tagged;
use super::words::{Words, capitalised};
use crate::annotation::EntityType::{Law, Org, Person};
use crate::lang::en::names::Lexeme;
use crate::lang::listed;
use crate::learned::ONE;
use crate::text::{Case, Document, Range, TokenKind, WordId, sort_by_key};
use std::collections::{BTreeMap, BTreeSet};

/// The most tokens of a body with initials.
const LONGEST: usize = 18;

/// "the Clintons": the plural of the surname of somebody in the article is a family's, whatever the chain takes it for.
pub(super) fn families(document: &Document, found: &mut Vec<Tagged>) {
    let named = |t: &&Tagged| t.kind == Some(Person) && t.tokens.iter().len() > 1;
    let last = |t: &Tagged| document.tokens.get(t.tokens.end as usize - 1).map(|t| t.word);
    let mut surnames: BTreeSet<WordId> = BTreeSet::new();
    surnames.extend(found.iter().filter(named).filter_map(last));
    let Some(the) = document.find("the").filter(|_| !surnames.is_empty()) else { return };
    let plural = |i: &usize| {
        let Some([article, token]) = document.tokens.get(i - 1..=*i) else { return false };
        if article.word != the || !capitalised(token) {
            return false;
        }
        let word = document.word(token.word);
        let mut stems = word.strip_suffix("es").into_iter().chain(word.strip_suffix('s'));
        stems.any(|stem| document.find(stem).is_some_and(|s| surnames.contains(&s)))
    };
    let family = |i: usize| Tagged {
        tokens: Range { start: i as u32, end: i as u32 + 1 },
        kind: Some(Person),
        probability: ONE / 10 * 8,
    };
    let mut families = (1..document.tokens.len()).filter(plural).map(family).collect();
    put(found, &mut families);
}

/// "Ban Ki-moon": two short capitals with a small second syllable are a Korean's or a Chinese's name, even where the first word is a common
/// one that opens a sentence.
pub(super) fn syllables(document: &Document, found: &mut Vec<Tagged>) {
    let capital = |i: usize| {
        document.tokens.get(i).is_some_and(|t| t.case == Case::Capital && (2..=6).contains(&t.span.len()) && t.spaced)
    };
    let tied = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced);
    let named = |i: &usize| {
        tied(i + 2)
            && tied(i + 3)
            && document.str(i + 2) == "-"
            && SYLLABLES.binary_search(&document.str(i + 3)).is_ok()
            && capital(i + 1)
            && (capital(*i) || (*i == 0 && document.tokens.first().is_some_and(|t| t.case == Case::Capital)))
    };
    let name = |i: usize| Tagged {
        tokens: Range { start: i as u32, end: i as u32 + 4 },
        kind: Some(Person),
        probability: ONE / 10 * 8,
    };
    let known: BTreeSet<u32> = found.iter().filter(|t| t.tokens.iter().len() == 4).map(|t| t.tokens.start).collect();
    let missed = (0..document.tokens.len()).filter(named).filter(|i| !known.contains(&(*i as u32)));
    let mut missed = missed.map(name).collect();
    put(found, &mut missed);
}

/// "van Dijk said" where the article has Virgil van Dijk, and "von der Leyen" anywhere: small words that a sentence goes on with are of the
/// name. "Inman Grant" is whom the article has as Julie Inman Grant, whatever the chain takes it for.
pub(super) fn surnames(document: &Document, facts: &Words, found: &mut [Tagged]) {
    let word = |i: usize| document.tokens.get(i).map(|t| t.word);
    let small = |i: usize| {
        document.tokens.get(i).is_some_and(|t| t.case == Case::Lower && facts.of(t).lexeme.is(Lexeme::PARTICLE))
    };
    let mut joined: BTreeSet<(Option<WordId>, Option<WordId>)> = BTreeSet::new();
    let mut doubled: BTreeSet<(Option<WordId>, Option<WordId>)> = BTreeSet::new();
    for person in found.iter().filter(|t| t.kind == Some(Person)) {
        let (start, end) = (person.tokens.start as usize, person.tokens.end as usize);
        joined.extend((start..end - 1).filter(|i| small(*i)).map(|i| (word(i), word(i + 1))));
        doubled.extend((end - start > 2).then(|| (word(end - 2), word(end - 1))));
    }
    let mut floor = 0;
    for tagged in found {
        let person = tagged.kind == Some(Person);
        while person && tagged.tokens.start > floor {
            let (before, start) = (tagged.tokens.start as usize - 1, tagged.tokens.start as usize);
            let named = joined.contains(&(word(before), word(start))) || matches!(document.str(before), "von" | "der");
            if !(small(before) && named) {
                break;
            }
            tagged.tokens.start -= 1;
        }
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        if !person && end - start == 2 && doubled.contains(&(word(start), word(start + 1))) {
            tagged.kind = Some(Person);
        }
        floor = tagged.tokens.end;
    }
}

/// "Gulf Co-operation Council", "The Co-operative Bank": the small letter behind the hyphen ends no name.
pub(super) fn cooperatives(document: &Document, found: &mut Vec<Tagged>) {
    let small = |i: usize| {
        document.str(i + 1) == "-" && listed("op operation operative ordinating ordination", document.str(i + 2))
    };
    let capital = |i: usize| document.tokens.get(i).is_some_and(capitalised);
    let mut bodies = Vec::new();
    let mut at = 0;
    for i in (0..document.tokens.len()).filter(|i| document.str(*i) == "Co" && small(*i)) {
        while found.get(at).is_some_and(|t| t.tokens.end as usize <= i) {
            at += 1;
        }
        let before = found.get(at).filter(|t| t.tokens.start as usize <= i);
        let start = before.map_or(i, |t| t.tokens.start as usize);
        let tail = i + 3 + usize::from(document.lower(i + 3) == "and" && capital(i + 4) && start < i);
        let end = (tail..tail + LONGEST).find(|k| !capital(*k)).unwrap_or(tail);
        if end > i + 3 {
            let tokens = Range { start: start as u32, end: end as u32 };
            bodies.push(Tagged { tokens, kind: Some(Org), probability: ONE / 10 * 8 });
        }
    }
    put(found, &mut bodies);
}

/// "Citizenship (Amendment) Act": the brackets end no law.
pub(super) fn bracketed(document: &Document, found: &mut Vec<Tagged>) {
    let capital = |i: usize| document.tokens.get(i).is_some_and(capitalised);
    let law = |i: &usize| {
        *i > 3 && matches!(document.str(*i), "Act" | "Bill" | "Order" | "Ordinance" | "Regulations" | "Rules")
    };
    let mut laws = Vec::new();
    for i in (0..document.tokens.len()).filter(law).filter(|i| document.str(i - 1) == ")") {
        let Some(open) = (i.saturating_sub(6)..i).rev().find(|k| document.str(*k) == "(") else { continue };
        let small = |k: usize| matches!(document.str(k), "of" | "and" | "for" | "to");
        let named = (open + 1..i - 1).all(|k| capital(k) || small(k));
        let words = (open.saturating_sub(LONGEST)..open).rev().take_while(|k| capital(*k) || small(*k));
        let first = words.filter(|k| capital(*k) && document.str(*k) != "The").last();
        if let Some(start) = first.filter(|_| named) {
            let tokens = Range { start: start as u32, end: i as u32 + 1 };
            laws.push(Tagged { tokens, kind: Some(Law), probability: ONE / 10 * 8 });
        }
    }
    // What the chain made of a law's first or last words alone is no name.
    found.retain(|t| {
        let law = laws.get(laws.partition_point(|l| l.tokens.end <= t.tokens.start)).map(|l| l.tokens);
        law.is_none_or(|l| t.tokens.end <= l.start || t.tokens.start <= l.start && l.end <= t.tokens.end)
    });
    put(found, &mut laws);
}

/// `Matiu "Matt" Ratana`: what is called something else between its names is one person's, and what is quoted beside a name is none of it.
pub(super) fn nicknames(document: &Document, found: &mut Vec<Tagged>) {
    let quote = |i: usize| matches!(document.str(i), "\"" | "“" | "”");
    let mut whole: Vec<Tagged> = Vec::new();
    for i in 0..found.len() {
        let tagged = &found[i];
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        let mut marks = (start..end).filter(|k| quote(*k));
        let (Some(mark), None) = (marks.next(), marks.next()) else { continue };
        let given =
            i.checked_sub(1).map(|i| found[i].tokens).filter(|t| t.end as usize + 1 == start && quote(start - 1));
        match given {
            Some(given) => whole.push(Tagged { tokens: Range { start: given.start, ..tagged.tokens }, ..*tagged }),
            None if mark > start => found[i].tokens.end = mark as u32,
            None => {}
        }
    }
    put(found, &mut whole);
}

/// Second syllables of Korean and Chinese given names that are no English words, sorted.
const SYLLABLES: &[&str] = &[
    "beom", "bok", "cheng", "cheol", "chieh", "ching", "chul", "eui", "eun", "fang", "geun", "gyu", "hee", "hoon",
    "hsiung", "hua", "hui", "hwan", "hye", "hyeok", "hyeon", "hyuk", "hyun", "jae", "jeong", "jeou", "jin", "jong",
    "joo", "joon", "jui", "jun", "jung", "keun", "kook", "kuo", "kwan", "kwon", "kyu", "kyun", "kyung", "lung", "mei",
    "min", "ming", "moon", "myung", "nam", "pei", "ping", "ryul", "seok", "seon", "seong", "shek", "sheng", "shih",
    "sik", "soo", "sook", "suk", "sung", "tae", "taek", "teh", "ting", "tung", "uk", "un", "wei", "wen", "woo", "wook",
    "yeol", "yeon", "ying", "yong", "yoon", "yuan", "yuen", "yul", "yun",
];

/// The full form of a body that the article has by its initials ("ISPR").
pub(super) fn initials(document: &Document, stretches: &[Range], found: &mut Vec<Tagged>) {
    let acronym = |t: &Tagged| {
        let token = document.tokens.get(t.tokens.start as usize)?;
        let letters = t.tokens.iter().len() == 1 && token.case == Case::Upper && (3..=8).contains(&token.span.len());
        (letters && t.kind == Some(Org)).then(|| (document.word(token.word), t.probability))
    };
    let mut acronyms: BTreeMap<&str, u32> = BTreeMap::new();
    acronyms.extend(found.iter().filter_map(acronym));
    if acronyms.is_empty() {
        return;
    }
    let mut bodies = Vec::new();
    for stretch in stretches {
        let (mut i, end) = (stretch.start as usize, stretch.end as usize);
        while i < end {
            let length = run(document, i, end);
            if let Some(&probability) = acronyms.get(spelt(document, i..i + length).as_str()) {
                let tokens = Range { start: i as u32, end: (i + length) as u32 };
                bodies.push(Tagged { tokens, kind: Some(Org), probability });
            }
            i += length.max(1);
        }
    }
    put(found, &mut bodies);
}

/// The length of the run of a body's words that begins at a token: capitalised, with small words and hyphens between.
fn run(document: &Document, start: usize, end: usize) -> usize {
    let mut length = 0;
    for i in start..end.min(start + LONGEST) {
        let Some(token) = document.tokens.get(i) else { break };
        if capitalised(token) && token.case != Case::Upper {
            length = i + 1 - start;
        } else if length == 0 || !matches!(document.lower(i), "of" | "the" | "and" | "for" | "on" | "&" | "-") {
            break;
        }
    }
    length
}

/// The first letters of the capitalised words in lower case.
fn spelt(document: &Document, tokens: std::ops::Range<usize>) -> String {
    let words = tokens.filter(|i| document.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word && capitalised(t)));
    words.filter_map(|i| document.lower(i).chars().next()).collect()
}

/// Puts names in, each in the place of what it holds; one that only overlaps another stays out.
fn put(found: &mut Vec<Tagged>, names: &mut Vec<Tagged>) {
    let mut at = 0;
    names.retain(|n| {
        while found.get(at).is_some_and(|t| t.tokens.end <= n.tokens.start) {
            at += 1;
        }
        let mut touched = found.get(at..).unwrap_or_default().iter().take_while(|t| t.tokens.start < n.tokens.end);
        touched.all(|t| n.tokens.start <= t.tokens.start && t.tokens.end <= n.tokens.end)
    });
    let mut at = 0;
    found.retain(|t| {
        while names.get(at).is_some_and(|n| n.tokens.end <= t.tokens.start) {
            at += 1;
        }
        names.get(at).is_none_or(|n| n.tokens.start >= t.tokens.end)
    });
    found.append(names);
    sort_by_key(found, |t| t.tokens.start);
}

#[cfg(test)]
mod tests {
    #[test]
    fn sorted() {
        assert!(super::SYLLABLES.is_sorted());
    }
}
