//! One cursor over the tokens of a sentence, with the vocabulary of every word looked up once.

use super::Context;
use crate::lang::en::{
    calendar::{TIME_WORDS, TimeWord},
    currencies::{CODES, CURRENCIES, Currency, DOLLARS},
    figures::PLURALS,
    numerals::{NUMERALS, NumeralWord},
    units::{POWERS, UNITS, Unit},
};
use crate::text::{Case, Document, Token, TokenKind};

/// What a word may be in a figure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lexeme {
    /// A number word.
    pub numeral: Option<NumeralWord>,
    /// A unit, and whether this is its symbol.
    pub unit: Option<(&'static Unit, bool)>,
    /// A currency's sign, name or subunit.
    pub currency: Option<Currency>,
    /// A currency's code.
    pub code: Option<Currency>,
    /// A word of the calendar or clock, and whether it is a symbol.
    pub time: Option<(TimeWord, bool)>,
    /// Whether a figure may begin here, whatever the case of the word.
    pub opens: bool,
}

/// Words in -s that are no plural nouns.
const SINGULARS: &[&str] = &[
    "this",
    "was",
    "does",
    "goes",
    "says",
    "always",
    "perhaps",
    "makes",
    "takes",
    "comes",
    "gets",
    "continues",
    "remains",
    "becomes",
    "shows",
    "begins",
    "ends",
    "runs",
    "news",
    "across",
    "towards",
    "besides",
    "sometimes",
    "whereas",
    "once",
    "looks",
    "seems",
    "means",
    "needs",
    "wants",
    "gives",
    "keeps",
    "starts",
    "includes",
    "brings",
    "marks",
    "its",
    "ours",
    "yours",
    "texas",
    "paris",
    "plus",
    "minus",
];

/// Words that open a figure without being part of any vocabulary above.
const OPENERS: &[&str] = &[
    "a",
    "night",
    "an",
    "half",
    "minus",
    "negative",
    "point",
    "last",
    "this",
    "next",
    "past",
    "previous",
    "coming",
    "following",
    "fiscal",
    "fy",
    "q1",
    "q2",
    "q3",
    "q4",
    "h1",
    "h2",
    "several",
    "quarter",
    "few",
    "couple",
    "mid",
    "christmas",
    "boxing",
    "new",
    "valentine",
    "valentine's",
    "valentines",
    "st",
    "st.",
    "april",
    "earth",
    "independence",
    "fourth",
    "bastille",
    "halloween",
    "all",
    "veterans",
    "armistice",
    "juneteenth",
    "anzac",
    "canada",
    "australia",
    "easter",
    "good",
    "palm",
    "ash",
    "maundy",
    "ascension",
    "whit",
    "pentecost",
    "shrove",
    "thanksgiving",
    "black",
    "martin",
    "mlk",
    "presidents",
    "memorial",
    "labor",
    "columbus",
    "mother",
    "father",
    "mothers",
    "fathers",
    "xmas",
    "upcoming",
    "current",
    "same",
    "the",
];

/// A cursor's view of one sentence: positions are token indices, and nothing is seen beyond the sentence.
pub(super) struct Reader<'d, 't> {
    /// The text.
    pub doc: &'d Document<'t>,
    /// What figures depend on beside it.
    pub context: &'d Context,
    lexemes: Vec<Lexeme>,
    /// The first token of the sentence.
    pub start: usize,
    /// The token after its last.
    pub stop: usize,
}

impl<'d, 't> Reader<'d, 't> {
    /// Looks up every distinct word of the document.
    pub(super) fn new(doc: &'d Document<'t>, context: &'d Context) -> Self {
        let lexemes = (0..doc.word_count() as u32).map(|id| lexeme(doc, crate::text::WordId(id))).collect();
        Self { doc, context, lexemes, start: 0, stop: doc.tokens.len() }
    }

    /// The token at a position of the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        if at < self.start || at >= self.stop { None } else { self.doc.tokens.get(at) }
    }

    /// What the word there may be.
    pub(super) fn lexeme(&self, at: usize) -> Lexeme {
        self.token(at).and_then(|t| self.lexemes.get(t.word.0 as usize)).copied().unwrap_or_default()
    }

    /// The word there as written; empty outside the sentence.
    pub(super) fn str(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |t| t.span.of(self.doc.text))
    }

    /// The word there in lower case; empty outside the sentence.
    pub(super) fn lower(&self, at: usize) -> &'d str {
        self.token(at).map_or("", |t| self.doc.word(t.word))
    }

    /// Whether the word there is in a table.
    pub(super) fn among<T, const N: usize>(
        &self,
        at: usize,
        table: &'static crate::lang::Table<T, N>,
    ) -> Option<&'static T> {
        self.token(at)
            .and_then(|t| table.find(self.doc.word_hash(t.word), self.doc.word(t.word)))
            .map(|(meaning, _)| meaning)
    }

    /// Whether the word there is this one.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.lower(at) == word
    }

    /// Whether the word there is one of these.
    pub(super) fn any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.lower(at);
        !word.is_empty() && words.contains(&word)
    }

    /// Whether these words stand there.
    pub(super) fn are(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, w)| self.is(at + i, w))
    }

    /// Whether these words end before a position; the first of them.
    pub(super) fn before(&self, at: usize, words: &[&str]) -> Option<usize> {
        let first = at.checked_sub(words.len())?;
        self.are(first, words).then_some(first)
    }

    /// Whether the word there looks like a plural noun in lower case, or a name in the plural ("Democrats").
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.lower(at);
        let name = self.is_capital(at) && (self.is_capital(at + 1) || word.len() < 5);
        self.is_word(at)
            && (PLURALS.contains(&word)
                || word.len() > 3
                    && word.ends_with('s')
                    && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
                    && !SINGULARS.contains(&word)
                    && !name)
    }

    /// The kind of the token there.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|t| t.kind)
    }

    /// Whether the token there is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token there is digits.
    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether the token there stands right after the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| !t.spaced) && at > self.start
    }

    /// Whether the word there begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper | Case::Mixed))
            && self.str(at).starts_with(char::is_uppercase)
    }

    /// Whether the word there has no capital.
    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.case == Case::Lower)
    }

    /// The position after a hyphen or dash that glues two words, if one stands there.
    pub(super) fn hyphen(&self, at: usize) -> Option<usize> {
        (self.glued(at) && self.glued(at + 1) && self.dash(at)).then_some(at + 1)
    }

    /// Whether a hyphen or dash stands there.
    pub(super) fn dash(&self, at: usize) -> bool {
        matches!(self.lower(at), "-" | "–" | "—" | "‐" | "‑" | "−")
    }

    /// Whether a sentence, a quotation or a line begins there.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        at == self.start
            || !self.is_word(at - 1)
                && !self.is_digits(at - 1)
                && (at - 1 == self.start || matches!(self.str(at - 1), ":" | "“" | "\"" | "‘" | "." | "!" | "?" | "•"))
    }

    /// The bytes from one position to another, as a span.
    pub(super) fn span(&self, from: usize, to: usize) -> crate::text::Span {
        self.doc.span(from..to)
    }
}

fn lexeme(doc: &Document, id: crate::text::WordId) -> Lexeme {
    let (word, hash) = (doc.word(id), doc.word_hash(id));
    let numeral = NUMERALS.find(hash, word).map(|(n, _)| *n);
    let unit = UNITS.find(hash, word);
    let currency = CURRENCIES.find(hash, word).map(|(c, _)| *c);
    let code = CODES.find(hash, word).map(|(c, _)| *c);
    let time = TIME_WORDS.find(hash, word).map(|(t, symbol)| (*t, symbol));
    let opens = numeral.is_some()
        || currency.is_some()
        || code.is_some()
        || time.is_some_and(|(t, symbol)| !symbol && !matches!(t, TimeWord::Unit(..)))
        || word.as_bytes().first().is_some_and(u8::is_ascii_digit)
        || OPENERS.contains(&word)
        || matches!(word, "½" | "⅓" | "⅔" | "¼" | "¾" | "⅕" | "⅖" | "⅗" | "⅘" | "⅙" | "⅚" | "⅛" | "⅜" | "⅝" | "⅞")
        || matches!(word, "." | "-" | "−" | "'" | "’" | "‘")
        || POWERS.find(hash, word).is_some()
        || DOLLARS.find(hash, word).is_some()
        || glued_money(word);
    Lexeme { numeral, unit, currency, code, time, opens }
}

/// `Rs500`, `USD34`: letters and then digits only.
fn glued_money(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    (1..=4).contains(&letters) && letters < word.len() && word.as_bytes()[letters].is_ascii_digit()
}
