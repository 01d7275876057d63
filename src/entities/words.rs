//! What is known of every word of a document before any name is looked for.

use crate::lang::en::ORTHOGRAPHY;
use crate::lang::en::names::{self, Lexeme, Place};
use crate::text::{Case, Document, Range, Token, TokenKind, WordId};

/// How much the capitals of a sentence say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Names are capitalised, other words aren't.
    Plain,
    /// A headline with a capital on every longer word.
    Title,
    /// All capitals.
    Upper,
}

/// Facts about one distinct word, in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Word {
    /// Its classes.
    pub lexeme: Lexeme,
    /// Whether a known name begins with it.
    pub begins_place: bool,
    /// Whether it may stand in small letters between the capitals of one name.
    pub joins: bool,
    /// What it names by itself.
    pub place: Option<Place>,
    /// How often it stands in lower case in plain sentences.
    pub lower: u16,
    /// How often it is capitalised inside a plain sentence, where only names are.
    pub inner: u16,
}

/// Facts about all words and sentences of a document.
#[derive(Debug)]
pub struct Words {
    facts: Vec<Word>,
    /// The style of each sentence.
    pub styles: Vec<Style>,
    /// Whether a token is the first word of its sentence or of a quotation in it, where any word is capitalised.
    pub opens: Vec<bool>,
}

/// What a reading leaves for that of the text's next version.
#[derive(Debug, Default)]
pub(super) struct Memory {
    facts: Vec<Word>,
    styles: Vec<Style>,
}

impl Words {
    /// Looks up every distinct word once and counts how each is written.
    pub fn new(document: &Document) -> Self {
        Self::again(document, Memory::default())
    }

    /// As [`Words::new`], given what the version of the text before has left.
    pub(super) fn again(document: &Document, before: Memory) -> Self {
        let mut facts = before.facts;
        for word in &mut facts {
            (word.lower, word.inner) = (0, 0);
        }
        facts.extend((facts.len()..document.word_count()).map(|id| {
            let word = document.word(WordId(id as u32));
            // Figures and marks are on no list.
            if !word.starts_with(|c: char| c.is_alphabetic() || c == '&') {
                return Word::default();
            }
            let begins_place = names::begins_place(word);
            let place = if begins_place { names::place(word) } else { None };
            let lexeme = Lexeme::of(word);
            let joins = lexeme.is(Lexeme::PARTICLE) || SMALL.binary_search(&word).is_ok();
            Word { lexeme, begins_place, joins, place, lower: 0, inner: 0 }
        }));
        let mut styles = Vec::with_capacity(document.sentences.len());
        let mut opens = vec![false; document.tokens.len()];
        for (index, &sentence) in document.sentences.iter().enumerate() {
            let known = document.kept_sentence(index).and_then(|(old, _)| before.styles.get(old));
            let style = known.copied().unwrap_or_else(|| style(document, sentence));
            styles.push(style);
            let mut open = true;
            for i in sentence.iter() {
                let (Some(token), Some(opens)) = (document.tokens.get(i), opens.get_mut(i)) else { continue };
                if token.kind != TokenKind::Word {
                    let mark = token.span.of(document.text);
                    open |= matches!(mark, "“" | "\"" | "‘" | ":" | "•" | "«" | "—" | "…" | "...");
                    continue;
                }
                *opens = open;
                if let Some(word) = facts.get_mut(token.word.0 as usize).filter(|_| style == Style::Plain) {
                    match token.case {
                        Case::Lower => word.lower = word.lower.saturating_add(1),
                        Case::Capital | Case::Upper | Case::Mixed if !open => word.inner = word.inner.saturating_add(1),
                        _ => {}
                    }
                }
                open = false;
            }
        }
        Self { facts, styles, opens }
    }

    /// What they leave for the next version of the text.
    pub(super) fn leave(self) -> Memory {
        Memory { facts: self.facts, styles: self.styles }
    }

    /// The facts about a token's word.
    pub fn of(&self, token: &Token) -> Word {
        self.facts.get(token.word.0 as usize).copied().unwrap_or_default()
    }
}

/// Whether a token is written as a name is: a word with a capital.
pub fn capitalised(token: &Token) -> bool {
    token.kind == TokenKind::Word && matches!(token.case, Case::Capital | Case::Upper | Case::Mixed)
}

fn style(document: &Document, sentence: Range) -> Style {
    let (mut long, mut lower, mut upper) = (0, 0, 0);
    for i in sentence.iter() {
        let Some(token) = document.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else { continue };
        // Short words are small in headlines too.
        long += usize::from(token.span.len() >= 4);
        lower +=
            usize::from(token.case == Case::Lower && token.span.len() >= 3 && !(ORTHOGRAPHY.opens)(document.lower(i)));
        upper += usize::from(token.case == Case::Upper && token.span.len() >= 4);
    }
    let last = document.str((sentence.end as usize).saturating_sub(1));
    match () {
        () if long >= 2 && upper * 10 >= long * 8 => Style::Upper,
        () if long >= 4 && lower * 8 <= long && last != "." => Style::Title,
        () => Style::Plain,
    }
}

/// Small words that stand inside names, sorted.
const SMALL: &[&str] = &[
    "a", "against", "and", "as", "at", "by", "for", "from", "in", "my", "no", "of", "on", "or", "the", "to", "with",
    "without",
];

/// Cities whose names open a sentence mostly as the common words that they are ("Nice people"), sorted.
const COMMON: &[&str] = &["bath", "mobile", "nice", "reading", "surprise"];

/// Whether a token is such a word, and nothing in the text says that it is more.
pub fn is_common(document: &Document, words: &Words, i: usize) -> bool {
    let opens = words.opens.get(i) == Some(&true)
        && document.tokens.get(i).is_some_and(|t| t.case == Case::Capital && words.of(t).inner == 0);
    opens
        && document.tokens.get(i + 1).is_some_and(|t| t.case == Case::Lower)
        && COMMON.binary_search(&document.lower(i)).is_ok()
}

/// The longest known name that begins with token `i`, and how many tokens it has. Looks at six tokens at most.
pub fn place_at(document: &Document, words: &Words, i: usize, end: usize) -> Option<(usize, Place)> {
    let first = document.tokens.get(i)?;
    if !words.of(first).begins_place || is_common(document, words, i) {
        return None;
    }
    let mut name = String::from(document.lower(i));
    let mut best = words.of(first).place.filter(|_| capitalised(first) && i < end).map(|place| (1, place));
    for j in i + 1..end.min(i + 6) {
        let Some(token) = document.tokens.get(j) else { break };
        if token.spaced {
            name.push(' ');
        }
        name.push_str(document.lower(j));
        // Behind a mark ("Nagorno-") the name may go on.
        if name.ends_with(char::is_alphanumeric) && !names::begins_place(&name) {
            break;
        }
        if let Some(place) = names::place(&name).filter(|_| capitalised(token)) {
            best = Some((j + 1 - i, place));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{COMMON, SMALL};

    #[test]
    fn sorted() {
        assert!(SMALL.is_sorted() && COMMON.is_sorted());
    }
}
