//! What the chain takes for a name and is none.

use super::tagger::Tagged;
use super::words::{Words, is_common};
use crate::annotation::EntityType::Person;
use crate::lang::en::ORTHOGRAPHY;
use crate::lang::en::names::Lexeme;
use crate::lang::en::terms::is_term;
use crate::text::{Case, Document};

/// Drops what stands alone and is an abbreviation of common words ("RFP"), a pronoun ("I", "Who") or a common word that opens a sentence
/// ("Nice people").
pub(super) fn drop(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    found.retain(|t| {
        let Some(token) = document.tokens.get(t.tokens.start as usize).filter(|_| t.tokens.iter().len() == 1) else {
            return true;
        };
        let word = document.word(token.word);
        let fact = facts.of(token);
        match token.case {
            _ if word == "i" || word.starts_with("i'") => false,
            Case::Upper if token.span.len() > 1 => !is_term(word),
            Case::Mixed => !is_term(word.strip_suffix("'s").or(word.strip_suffix('s')).unwrap_or(word)),
            Case::Capital if ORTHOGRAPHY.opens(word) => fact.place.is_some() || fact.lexeme != Lexeme::default(),
            _ => !is_common(document, facts, t.tokens.start as usize),
        }
    });
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
