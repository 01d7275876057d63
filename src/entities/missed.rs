//! Names that the chain passed over and the rest of the article tells of: a family by its plural, a body by its initials, a person by a nickname.

use super::tagger::Tagged;
use super::words::capitalised;
use crate::annotation::EntityType::{Org, Person};
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
