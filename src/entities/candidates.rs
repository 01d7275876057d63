//! Stretches of a text that a name can stand in: words with a capital and what may stand between them.

use super::words::{Words, capitalised, place_at};
use crate::lang::en::names::Lexeme;
use crate::text::{Case, Document, Range, TokenKind};

/// The most tokens between two capitals of one name ("Bouches-du-Rhône", "Ministry of the Interior").
const GAP: usize = 3;
/// A stretch is cut after so many tokens, so that no text makes a sequence long.
const LONGEST: usize = 64;

/// Token ranges in order, each within a sentence. Between two of them stands at least one token that is in no name.
pub fn segments(document: &Document, words: &Words) -> Vec<Range> {
    let mut found: Vec<Range> = Vec::new();
    for sentence in &document.sentences {
        let end = sentence.end as usize;
        let mut i = sentence.start as usize;
        while i < end {
            let Some(start) = begins(document, words, i, end) else {
                i += 1;
                continue;
            };
            // The stretch ends with the last capital (or figure right behind it) that is near enough to the one before.
            let (mut stop, mut j) = (start + 1, start + 1);
            while j < end && j <= stop + GAP && j - start < LONGEST {
                let Some(token) = document.tokens.get(j) else { break };
                let figure = token.kind == TokenKind::Number && j == stop;
                if capitalised(token) || figure {
                    stop = j + 1;
                } else if !joins(document, words, j) || parts(document, words, i, j) {
                    break;
                }
                j += 1;
            }
            found.push(Range { start: i as u32, end: stop as u32 });
            i = stop;
        }
    }
    found
}

/// The first capital of a name that begins at token `i`: itself, or the next after a particle ("al-Qaeda", "de Blasio").
fn begins(document: &Document, words: &Words, i: usize, end: usize) -> Option<usize> {
    let token = document.tokens.get(i)?;
    if capitalised(token) {
        return Some(i);
    }
    let particle = token.case == Case::Lower && words.of(token).lexeme.is(Lexeme::PARTICLE);
    let next = if document.str(i + 1) == "-" { i + 2 } else { i + 1 };
    (particle && next < end && document.tokens.get(next).is_some_and(capitalised)).then_some(next)
}

/// Whether a token may stand between the capitals of one name.
fn joins(document: &Document, words: &Words, i: usize) -> bool {
    let Some(token) = document.tokens.get(i) else { return false };
    match token.kind {
        TokenKind::Word => {
            // "Maine-et-Loire": between hyphens any word may stand.
            let tied = !token.spaced && is_hyphen(document.str(i - 1)) && is_hyphen(document.str(i + 1));
            tied || words.of(token).joins
        }
        TokenKind::Clitic => true,
        TokenKind::Punct => {
            matches!(
                document.str(i),
                "-" | "–" | "‐" | "‑" | "'" | "’" | "." | "/" | "&" | "\"" | "“" | "”" | "," | ":" | "!"
            )
        }
        TokenKind::Symbol => document.str(i) == "+",
        TokenKind::Number => true,
        TokenKind::Link => false,
    }
}

/// Whether the mark at token `i` parts two names: a possessive or a hyphen behind a country, its people or another known place
/// ("Peru's", "French-Swiss"), unless the known name itself goes on ("Guinea-Bissau").
fn parts(document: &Document, words: &Words, start: usize, i: usize) -> bool {
    let possessive = document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Clitic);
    if !possessive && !is_hyphen(document.str(i)) {
        return false;
    }
    // "Parliament's Finance Committee": the body of whom another is a part goes by its bare word.
    if possessive && i == start + 1 && document.tokens.get(start).is_some_and(|t| words.of(t).lexeme.is(Lexeme::ORG)) {
        return true;
    }
    let known = |from: usize| place_at(document, words, from, i + 4).filter(|(length, _)| from + length >= i);
    let before = (start..i).rev().take(4).find_map(|from| known(from).map(|(length, _)| from + length == i));
    // A hyphen joins more than a possessive: "Franco-German" parts only if both sides are known.
    before == Some(true) && (possessive || place_at(document, words, i + 1, i + 5).is_some())
}

fn is_hyphen(mark: &str) -> bool {
    matches!(mark, "-" | "–" | "‐" | "‑")
}

#[cfg(test)]
mod tests {
    use super::segments;
    use crate::entities::words::Words;
    use crate::lang::Language;
    use crate::text::Document;

    #[test]
    fn stretches() {
        let text = "She met Bill de Blasio and a man of al-Qaeda there. The Ministry of the Interior of Peru said nothing to him on the French-Swiss border.";
        let document = Document::new(text, Language::English.orthography());
        let words = Words::new(&document);
        let found: Vec<&str> = segments(&document, &words).iter().map(|s| document.span(s.iter()).of(text)).collect();
        assert_eq!(
            found,
            ["She", "Bill de Blasio", "al-Qaeda", "The Ministry of the Interior of Peru", "French", "Swiss"]
        );
    }
}
