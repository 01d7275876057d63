//! One cursor over the tokens of a sentence, with the vocabulary of every word looked up once.

use super::Context;
use super::numeral::Numeral;
use crate::lang::en::{
    calendar::{TIME_WORDS, TimeWord},
    currencies::{self, CURRENCIES, Currency, DOLLARS},
    figures::{OPENERS, Opener, PLURALS, SINGULARS},
    numerals::{MULTIPLES, NUMERALS, NumeralWord},
    units::UNITS,
};
use crate::lang::{Packed, Row, Words, listed, phrases};
use crate::text::{Case, Document, Token, TokenKind, whole};
use std::cell::OnceCell;

/// How a figure may begin. Every kind says which of these begin it, so that few kinds are tried at a word.
pub(super) mod begins {
    /// Digits.
    pub(in crate::numbers) const DIGITS: u16 = 1;
    /// A number word.
    pub(in crate::numbers) const WORD: u16 = 2;
    /// A currency sign, code or name.
    pub(in crate::numbers) const CURRENCY: u16 = 4;
    /// Letters and digits in one word.
    pub(in crate::numbers) const LETTERS: u16 = 8;
    /// "A", "an".
    pub(in crate::numbers) const ARTICLE: u16 = 16;
    /// "Half", "quarter".
    pub(in crate::numbers) const PART: u16 = 32;
    /// A month, a weekday, "noon".
    pub(in crate::numbers) const TIME: u16 = 64;
    /// "Last", "next".
    pub(in crate::numbers) const POINTER: u16 = 128;
    /// The first word of a holiday.
    pub(in crate::numbers) const HOLIDAY: u16 = 256;
    /// A sign, a point or an apostrophe before digits.
    pub(in crate::numbers) const MARK: u16 = 512;
    /// "Several", "a couple of".
    pub(in crate::numbers) const VAGUE: u16 = 1024;
    /// "Doubled", "threefold".
    pub(in crate::numbers) const MULTIPLE: u16 = 2048;
    /// Anything that says how much.
    pub(in crate::numbers) const AMOUNT: u16 = DIGITS | WORD | ARTICLE | PART | MARK;
}

/// What a word may be in a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexeme {
    /// A number word.
    pub numeral: Option<NumeralWord>,
    /// Whether this is the symbol of a unit rather than its name, if it is a unit.
    pub unit: Option<bool>,
    /// A currency's sign, name or subunit.
    pub currency: Option<Currency>,
    /// A currency's code.
    pub code: Option<Currency>,
    /// A word of the calendar or clock.
    pub time: Option<TimeWord>,
    /// Whether that is the symbol of a unit rather than its name.
    pub symbol: bool,
    /// What kind of figure may begin here: bits of [`begins`].
    pub begins: u16,
}

/// Hyphens and dashes.
pub(super) const DASHES: &str = "- – — ‐ ‑ −";

/// The lexeme of a word that no figure holds.
static NOTHING: Lexeme =
    Lexeme { numeral: None, unit: None, currency: None, code: None, time: None, symbol: false, begins: 0 };

/// A cursor's view of one sentence: positions are token indices, and nothing is seen beyond the sentence.
pub(super) struct Reader<'d, 't> {
    /// The text.
    pub doc: &'d Document<'t>,
    /// What figures depend on beside it.
    pub context: &'d Context,
    /// By word.
    pub lexemes: Vec<Lexeme>,
    /// The first token of the sentence.
    pub start: usize,
    /// The token after its last.
    pub stop: usize,
    /// By place in the sentence, where one was looked for: all kinds begin by reading it.
    numerals: Vec<OnceCell<Option<Box<Numeral>>>>,
}

impl<'d, 't> Reader<'d, 't> {
    /// Looks up every distinct word of the document but the first, which are `known`.
    pub(super) fn new(doc: &'d Document<'t>, context: &'d Context, known: Vec<Lexeme>) -> Self {
        let mut lexemes = known;
        lexemes.extend((lexemes.len()..doc.word_count()).map(|id| lexeme(doc, crate::text::WordId(id as u32))));
        Self { doc, context, lexemes, start: 0, stop: doc.tokens.len(), numerals: Vec::new() }
    }

    /// Looks at a sentence, and forgets what was read of another.
    pub(super) fn enter(&mut self, sentence: crate::text::Range) {
        (self.start, self.stop) = (sentence.start as usize, sentence.end as usize);
        self.numerals.clear();
        self.numerals.resize_with(self.stop - self.start, OnceCell::new);
    }

    /// The numeral that begins there, read once.
    #[inline(never)]
    pub(super) fn numeral(&self, at: usize) -> Option<&Numeral> {
        let place = self.numerals.get(at.checked_sub(self.start)?)?;
        place.get_or_init(|| super::numeral::signed(self, at)).as_deref()
    }

    /// The token at a position of the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        if at < self.start || at >= self.stop { None } else { self.doc.tokens.get(at) }
    }

    /// What the word there may be.
    #[inline(never)]
    pub(super) fn lexeme(&self, at: usize) -> &Lexeme {
        self.token(at).and_then(|t| self.lexemes.get(t.word.0 as usize)).unwrap_or(&NOTHING)
    }

    /// The number word there.
    #[inline(never)]
    pub(super) fn number_word(&self, at: usize) -> Option<NumeralWord> {
        self.lexeme(at).numeral
    }

    /// What kind of figure may begin there, by the word and what must follow it.
    #[inline(never)]
    pub(super) fn begins(&self, at: usize) -> u16 {
        let begins = self.lexeme(at).begins;
        if begins == 0 {
            return 0;
        }
        let next = self.lexeme(at + 1);
        let named = next.numeral.is_some() || next.time.is_some() || next.unit.is_some() || next.currency.is_some();
        let begins = if begins & begins::ARTICLE != 0
            && !named
            && next.begins & (begins::PART | begins::VAGUE | begins::DIGITS) == 0
        {
            begins & !begins::ARTICLE
        } else {
            begins
        };
        let figure = next.begins & (begins::DIGITS | begins::WORD | begins::CURRENCY) != 0;
        if begins & begins::MARK != 0 && !figure { begins & !begins::MARK } else { begins }
    }

    /// The word there as written; empty outside the sentence.
    #[inline(never)]
    pub(super) fn str(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |t| t.span.of(self.doc.text))
    }

    /// The word there in lower case; empty outside the sentence.
    #[inline(never)]
    pub(super) fn lower(&self, at: usize) -> &'d str {
        self.token(at).map_or("", |t| self.doc.word(t.word))
    }

    /// How many bytes the word there has.
    #[inline(never)]
    pub(super) fn len(&self, at: usize) -> usize {
        self.token(at).map_or(0, |t| t.span.len() as usize)
    }

    /// Whether the word there ends so, in lower case.
    #[inline(never)]
    pub(super) fn ends(&self, at: usize, end: &str) -> bool {
        self.lower(at).ends_with(end)
    }

    /// The whole number that the word there is in digits.
    #[inline(never)]
    pub(super) fn whole(&self, at: usize) -> Option<i32> {
        whole(self.str(at))
    }

    /// Whether the word there is in a vocabulary.
    #[inline(never)]
    pub(super) fn among(&self, at: usize, words: &'static Words) -> bool {
        self.token(at).is_some_and(|t| words.start(self.doc.word_hash(t.word), self.doc.word(t.word)).is_some())
    }

    /// What the word there says in a vocabulary.
    pub(super) fn meaning<T>(&self, at: usize, words: &'static Packed<T>) -> Option<T> {
        Some(words.read(self.row(at, words.words())?))
    }

    #[inline(never)]
    fn row(&self, at: usize, words: &'static Words) -> Option<Row> {
        let word = self.token(at)?.word;
        Some(words.find(self.doc.word_hash(word), self.doc.word(word))?.0)
    }

    /// Whether the word there is this one.
    #[inline(never)]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.lower(at) == word
    }

    /// Whether the word there is one of these, which blanks separate.
    #[inline(never)]
    pub(super) fn any(&self, at: usize, words: &str) -> bool {
        listed(words, self.lower(at))
    }

    /// Whether one of these words stands before a position.
    #[inline(never)]
    pub(super) fn after(&self, at: usize, words: &str) -> bool {
        self.any(at.wrapping_sub(1), words)
    }

    /// Whether one of these words stands at one of these places.
    #[inline(never)]
    pub(super) fn near(&self, mut places: std::ops::Range<usize>, words: &str) -> bool {
        places.any(|i| self.any(i, words))
    }

    /// Whether one of these words is among so many tokens before a position.
    #[inline(never)]
    pub(super) fn close(&self, at: usize, reach: usize, words: &str) -> bool {
        self.near(at.saturating_sub(reach)..at, words)
    }

    /// Whether one of these phrases, parted by `|`, ends before a position.
    #[inline(never)]
    pub(super) fn follows(&self, at: usize, phrases: &str) -> bool {
        phrases.split('|').any(|phrase| self.before(at, phrase).is_some())
    }

    /// Whether a word of a vocabulary stands among the `reach` tokens before a position.
    #[inline(never)]
    pub(super) fn led(&self, at: usize, reach: usize, words: &'static Words) -> bool {
        (at.saturating_sub(reach).max(self.start)..at.min(self.stop)).any(|i| self.among(i, words))
    }

    /// The token after one of these words, or the same place if none of them stands there.
    #[inline(never)]
    pub(super) fn past(&self, at: usize, words: &str) -> usize {
        at + usize::from(self.any(at, words))
    }

    /// Whether this phrase stands there.
    #[inline(never)]
    pub(super) fn are(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(i, w)| self.is(at + i, w))
    }

    /// The phrase of a table that stands there: what is said of it, and the token after it.
    #[inline(never)]
    pub(super) fn phrase(&self, at: usize, table: &'static str) -> Option<(&'static str, usize)> {
        let (said, words) = phrases(table).find(|(_, words)| self.are(at, words))?;
        Some((said, at + words.split(' ').count()))
    }

    /// Whether this phrase ends before a position; the first of its words.
    #[inline(never)]
    pub(super) fn before(&self, at: usize, phrase: &str) -> Option<usize> {
        let first = at.checked_sub(phrase.split(' ').count())?;
        self.are(first, phrase).then_some(first)
    }

    /// Whether the word there looks like a plural noun in lower case, or a name in the plural ("Democrats").
    #[inline(never)]
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let word = self.lower(at);
        let name = self.is_capital(at) && (self.is_capital(at + 1) || word.len() < 5);
        self.is_word(at)
            && (listed(PLURALS, word)
                || word.len() > 3
                    && word.ends_with('s')
                    && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
                    && !self.among(at, &SINGULARS)
                    && !name)
    }

    /// The kind of the token there.
    #[inline(never)]
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|t| t.kind)
    }

    /// Whether the token there is a word.
    #[inline(never)]
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token there is digits.
    #[inline(never)]
    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether the token there stands right after the one before.
    #[inline(never)]
    pub(super) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| !t.spaced) && at > self.start
    }

    /// Whether one of these words stands right after the token before.
    #[inline(never)]
    pub(super) fn glue(&self, at: usize, words: &str) -> bool {
        self.glued(at) && self.any(at, words)
    }

    /// Whether one of these marks stands there without a blank on either side.
    #[inline(never)]
    pub(super) fn joins(&self, at: usize, marks: &str) -> bool {
        self.glued(at + 1) && self.glue(at, marks)
    }

    /// Whether the word there begins with a capital.
    #[inline(never)]
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper | Case::Mixed))
            && self.str(at).starts_with(char::is_uppercase)
    }

    /// Whether the word there has no capital.
    #[inline(never)]
    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.case == Case::Lower)
    }

    /// The position after a hyphen or dash that glues two words, or the same place if none stands there.
    #[inline(never)]
    pub(super) fn past_hyphen(&self, at: usize) -> usize {
        self.hyphen(at).unwrap_or(at)
    }

    /// The position after a hyphen or dash that glues two words, if one stands there.
    #[inline(never)]
    pub(super) fn hyphen(&self, at: usize) -> Option<usize> {
        self.joins(at, DASHES).then_some(at + 1)
    }

    /// Whether a hyphen or dash stands there.
    #[inline(never)]
    pub(super) fn dash(&self, at: usize) -> bool {
        self.any(at, DASHES)
    }

    /// Whether a sentence, a quotation or a line begins there.
    #[inline(never)]
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        at == self.start
            || !self.is_word(at - 1)
                && !self.is_digits(at - 1)
                && (at - 1 == self.start || listed(": “ \" ‘ . ! ? •", self.str(at - 1)))
    }

    /// The bytes from one position to another, as a span.
    #[inline(never)]
    pub(super) fn span(&self, from: usize, to: usize) -> crate::text::Span {
        self.doc.span(from..to)
    }
}

fn lexeme(doc: &Document, id: crate::text::WordId) -> Lexeme {
    let (word, hash) = (doc.word(id), doc.word_hash(id));
    let numeral = NUMERALS.find(hash, word).map(|(n, _)| n);
    let unit = UNITS.find(hash, word).map(|(_, symbol)| symbol);
    let currency = CURRENCIES.find(hash, word).map(|(c, _)| c);
    let code = currencies::code(word);
    let (time, symbol) = TIME_WORDS.find(hash, word).map_or((None, false), |(time, symbol)| (Some(time), symbol));
    let opener = OPENERS.find(hash, word).map(|(o, _)| o);
    let mut begins = match opener {
        Some(Opener::Article) => begins::ARTICLE,
        Some(Opener::Part) => begins::PART,
        Some(Opener::Pointer) => begins::POINTER,
        Some(Opener::Holiday) => begins::HOLIDAY,
        Some(Opener::Mark) => begins::MARK,
        Some(Opener::Vague) => begins::VAGUE,
        Some(Opener::Letters) => begins::LETTERS,
        None => 0,
    };
    let mut also = |fits: bool, class: u16| begins |= if fits { class } else { 0 };
    also(numeral.is_some(), begins::WORD);
    also(currency.is_some() || code.is_some() || DOLLARS.find(hash, word).is_some(), begins::CURRENCY);
    also(time.is_some_and(|t| !matches!(t, TimeWord::Unit(..))), begins::TIME);
    also(MULTIPLES.find(hash, word).is_some(), begins::MULTIPLE);
    also(starts_with_digit(word), begins::DIGITS);
    also(letters_and_digits(word), begins::LETTERS);
    Lexeme { numeral, unit, currency, code, time, symbol, begins }
}

/// Digits, and fractions of one character.
fn starts_with_digit(word: &str) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii_digit) || super::decimal::vulgar(word).is_some()
}

/// `Rs500`, `USD34`: letters and then digits only.
fn letters_and_digits(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    matches!(letters, 1..=9) && letters < word.len() && word.as_bytes()[letters].is_ascii_digit()
}
