//! What the chain takes for a name and is none.

use super::tagger::Tagged;
use super::words::{Words, is_common};
use crate::annotation::EntityType::Person;
use crate::lang::en::ORTHOGRAPHY;
use crate::lang::en::names::Lexeme;
use crate::lang::en::terms::is_term;
use crate::learned::ONE;
use crate::text::{Case, Document, Token, WordId};
use std::collections::BTreeSet;

/// A plural that opens a sentence, where any word has a capital ("Crowds filled the square"), is no name if the chain is less sure of it
/// (6 in 10) and it has no capital elsewhere.
const DOUBTED: u32 = ONE / 10 * 6;

/// Drops parties with their states and what stands alone and is an abbreviation of common words ("RFP"), a pronoun ("I", "Who") or a common
/// word that opens a sentence ("Nice people").
pub(super) fn drop(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let spelt = spelt_small(document);
    let starts: BTreeSet<u32> = found.iter().map(|t| t.tokens.start).collect();
    found.retain(|t| {
        let start = t.tokens.start as usize;
        if is_party(document, start) || start >= 2 && is_party(document, start - 2) {
            return false;
        }
        if is_degree(document, start) {
            return false;
        }
        let Some(token) = document.tokens.get(t.tokens.start as usize).filter(|_| t.tokens.iter().len() == 1) else {
            return true;
        };
        let word = document.word(token.word);
        let fact = facts.of(token);
        // "the Queen", "the Lord Mayor", and the role of whoever comes next
        let role = fact.lexeme.is(Lexeme::TITLE.or(Lexeme::HONORIFIC)) && !fact.lexeme.is(Lexeme::ORG.or(Lexeme::BODY))
            || matches!(word, "taoiseach" | "tánaiste");
        let next = t.kind == Some(Person) && starts.contains(&t.tokens.end);
        if role && (next || is_office(document, facts, start)) {
            return false;
        }
        match token.case {
            _ if spelt.contains(&token.word) => false,
            _ if word == "i" || word.starts_with("i'") => false,
            Case::Upper if token.span.len() > 1 => !is_term(word),
            Case::Mixed => !is_term(word.strip_suffix("'s").or(word.strip_suffix('s')).unwrap_or(word)),
            Case::Capital if (ORTHOGRAPHY.opens)(word) => fact.place.is_some() || fact.lexeme != Lexeme::default(),
            Case::Capital
                if t.probability < DOUBTED && facts.opens.get(start) == Some(&true) && word.ends_with('s') =>
            {
                fact.inner > 0 || fact.place.is_some() || fact.lexeme != Lexeme::default()
            }
            _ => !is_common(document, facts, start),
        }
    });
}

/// "Bachelor of Arts"
fn is_degree(document: &Document, i: usize) -> bool {
    matches!(document.str(i), "Bachelor" | "Master" | "Doctor")
        && document.str(i + 1) == "of"
        && DEGREES.contains(&document.lower(i + 2))
}

/// What degrees are in.
const DEGREES: &[&str] = &[
    "arts",
    "business",
    "commerce",
    "divinity",
    "education",
    "engineering",
    "fine",
    "laws",
    "letters",
    "medicine",
    "music",
    "philosophy",
    "public",
    "science",
];

/// Whether a title is an office rather than whoever holds it.
fn is_office(document: &Document, facts: &Words, i: usize) -> bool {
    let class = |i: usize| document.tokens.get(i).map(|t| facts.of(t).lexeme).unwrap_or_default();
    let before = i.wrapping_sub(1);
    matches!(document.lower(before), "a" | "an" | "former" | "late" | "or" | "the")
        || document.tokens.get(before).is_some_and(|t| t.case == Case::Capital)
            && class(before).is(Lexeme::TITLE.or(Lexeme::HONORIFIC))
}

/// "Ann Lee (D-Ohio)": party and state of whoever stands before.
fn is_party(document: &Document, i: usize) -> bool {
    matches!(document.str(i), "D" | "I" | "R")
        && document.str(i + 1) == "-"
        && matches!(document.str(i.wrapping_sub(1)), "(" | ",")
}

/// The abbreviations that the text spells out in small words: "an annual general meeting (AGM)".
fn spelt_small(document: &Document) -> BTreeSet<WordId> {
    let tokens = &document.tokens;
    let spelt = |i: usize| {
        let token = tokens.get(i).filter(|t| t.case == Case::Upper && (2..=6).contains(&t.span.len()))?;
        let letters = document.word(token.word);
        let bracketed = document.str(i - 1) == "(" && document.str(i + 1) == ")";
        let words = tokens.get((i - 1).checked_sub(letters.len())?..i - 1)?;
        let small =
            |(word, letter): (&Token, char)| word.case == Case::Lower && document.word(word.word).starts_with(letter);
        (bracketed && words.iter().zip(letters.chars()).all(small)).then_some(token.word)
    };
    (1..tokens.len()).filter_map(spelt).collect()
}

/// "M. Slater", "J. K. Rowling": whoever has initials and one more word is a person.
pub(super) fn initials(document: &Document, facts: &Words, found: &mut [Tagged]) {
    let initial = |i: usize| matches!(document.str(i).as_bytes(), [b'A'..=b'Z', b'.']);
    for tagged in found.iter_mut().filter(|t| t.kind != Some(Person) && t.tokens.iter().len() > 1) {
        let last = tagged.tokens.end as usize - 1;
        let body = Lexeme::ORG.or(Lexeme::SUFFIX).or(Lexeme::FAC).or(Lexeme::LOC).or(Lexeme::GPE);
        let surname = document
            .tokens
            .get(last)
            .is_some_and(|t| t.case == Case::Capital && t.span.len() > 2 && !facts.of(t).lexeme.is(body));
        if surname && (tagged.tokens.start as usize..last).all(initial) {
            tagged.kind = Some(Person);
        }
    }
}
