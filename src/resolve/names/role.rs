//! What a person is, as the article says beside the name.

use crate::lang::en::names::Lexeme;
use crate::lang::listed;
use crate::text::{Case, Document, Span, TokenKind};

/// The longest role, in tokens.
const LONGEST: usize = 8;

/// The role before the name ("Defense Minister Hulusi Akar", "former captain Ann Lee") or after it ("Ann Lee, the club's captain,").
pub(super) fn of(document: &Document, name: Span) -> Option<String> {
    let tokens = document.tokens_in(name);
    before(document, tokens.start).or_else(|| after(document, tokens.end))
}

fn class(document: &Document, i: usize) -> Lexeme {
    Lexeme::of(document.lower(i))
}

fn before(document: &Document, name: usize) -> Option<String> {
    let last = name.checked_sub(1)?;
    // A headline in capitals has no role that could be told from its verb: "POLICE ARREST MAYOR".
    let loud = document.tokens.get(last).is_some_and(|t| t.case == Case::Upper && t.span.len() > 4);
    if loud || !class(document, last).is(Lexeme::TITLE) {
        return None;
    }
    let sentence = document.sentences.get(document.sentence_of(last))?;
    let floor = (sentence.start as usize).max(last.saturating_sub(LONGEST));
    let mut start = last;
    while start > floor && modifies(document, start - 1, start) {
        start -= 1;
    }
    Some(text(document, start, last + 1))
}

/// Whether token `i` belongs to the title that goes on at token `i + 1`.
fn modifies(document: &Document, i: usize, next: usize) -> bool {
    let (Some(token), Some(after)) = (document.tokens.get(i), document.tokens.get(next)) else { return false };
    if document.str(i) == "-" || document.str(next) == "-" {
        return !after.spaced;
    }
    if token.kind != TokenKind::Word {
        return false;
    }
    let word = document.lower(i);
    if class(document, i).is(Lexeme::CALENDAR) {
        return false;
    }
    let capital = |i: usize| document.str(i).starts_with(char::is_uppercase);
    class(document, i).is(Lexeme::TITLE)
        || listed(MODIFIERS, word)
        || (capital(i) && capital(next) && !opener(document, i))
}

fn opener(document: &Document, i: usize) -> bool {
    (crate::lang::en::ORTHOGRAPHY.opens)(document.lower(i))
}

/// Small words that belong to a title in lower case.
const MODIFIERS: &str = "\
    acting assistant associate chief defence defense deputy economics education ex executive film finance foreign former general \
    head health home interim interior junior justice opposition police presidential press prime senior state then vice";

fn after(document: &Document, end: usize) -> Option<String> {
    if document.str(end) != "," {
        return None;
    }
    let mut start = end + 1;
    // An age stands between: "Ann Lee, 40, a teacher".
    if document.tokens.get(start).is_some_and(|t| t.kind == TokenKind::Number) && document.str(start + 1) == "," {
        start += 2;
    }
    if listed("the a an who", document.lower(start)) {
        start += 1;
        if matches!(document.lower(start), "is" | "was") {
            start += 1;
        }
    }
    let stop = (start..=start + LONGEST).find(|&i| {
        document.tokens.get(i).is_none_or(|t| t.kind == TokenKind::Punct && t.spaced)
            || listed(", . ; ” \" )", document.str(i))
    })?;
    let ends = listed(", . ;", document.str(stop));
    let titled = (start..stop).find(|&i| class(document, i).is(Lexeme::TITLE));
    // The role's noun stands first or before "of", "at", "for": otherwise a clause goes on.
    let head = titled.filter(|&t| t + 1 == stop || listed("of at for in to and with", document.lower(t + 1)))?;
    let plain = (start..head).all(|i| document.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Punct || !t.spaced));
    (ends && plain).then(|| text(document, start, stop))
}

fn text(document: &Document, start: usize, end: usize) -> String {
    document.span(start..end).of(document.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::lang::Language;
    use crate::text::{Document, Span};

    #[test]
    fn reads_roles() {
        for (text, name, role) in [
            ("On Monday Defense Minister Ada Brown spoke.", "Ada Brown", Some("Defense Minister")),
            ("It was former prime minister Ada Brown who spoke.", "Ada Brown", Some("former prime minister")),
            ("Ada Brown, the head of research at Acme, spoke.", "Ada Brown", Some("head of research at Acme")),
            ("Ada Brown, 40, a teacher, spoke.", "Ada Brown", Some("teacher")),
            ("Ada Brown, whose teacher was late, spoke.", "Ada Brown", None),
            ("The club beat Ada Brown.", "Ada Brown", None),
        ] {
            let document = Document::new(text, Language::English.orthography());
            let start = text.find(name).unwrap_or(0) as u32;
            assert_eq!(of(&document, Span::new(start, start + name.len() as u32)).as_deref(), role, "{text}");
        }
    }
}
