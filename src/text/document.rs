//! A text cut up once, for all extractors.

use super::{Orthography, Span, Token, WordId, intern::Interner, sentence, token};

/// A half-open range of indices into [`Document::tokens`] (or, where said, another list).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Range {
    /// The first index.
    pub start: u32,
    /// The index after the last.
    pub end: u32,
}

impl Range {
    /// The indices.
    pub fn iter(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether index `i` is one of them.
    pub fn holds(self, i: usize) -> bool {
        self.iter().contains(&i)
    }
}

/// A text with its tokens, sentences and paragraphs. Immutable once built.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// Sentences as token ranges, in order; together they hold every token.
    pub sentences: Vec<Range>,
    /// Paragraphs as token ranges, in order; each begins and ends with a sentence.
    pub paragraphs: Vec<Range>,
    words: Interner,
}

impl<'t> Document<'t> {
    /// Cuts up `text` (under 4 GB) in one pass each for tokens, paragraphs and sentences.
    pub fn new(text: &'t str, orthography: &Orthography) -> Self {
        let mut words = Interner::default();
        let tokens = token::tokenize(text, orthography, &mut words);
        let paragraphs = sentence::paragraphs(text, &tokens);
        let mut sentences = Vec::with_capacity(tokens.len() / 16 + 1);
        let opens = |t: &Token| orthography.openers.binary_search(&words.word(t.word)).is_ok();
        for &paragraph in &paragraphs {
            sentence::sentences(text, &tokens, opens, orthography, paragraph, &mut sentences);
        }
        Self { text, tokens, sentences, paragraphs, words }
    }

    /// The token as written; empty beyond the last.
    pub fn str(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// The token in lower case with straight apostrophes; empty beyond the last.
    pub fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| self.words.word(t.word))
    }

    /// The lower-case word of that number.
    pub fn word(&self, id: WordId) -> &str {
        self.words.word(id)
    }

    /// The hash of a word by [`super::fnv`].
    pub fn word_hash(&self, id: WordId) -> u32 {
        self.words.hash(id)
    }

    /// The number of a lower-case word, if the text holds it.
    pub fn find(&self, word: &str) -> Option<WordId> {
        self.words.find(word)
    }

    /// How many distinct lower-case words there are: word numbers are below it.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// The span from the first to the last token of a range; empty at 0 for an empty range.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(first), Some(last)) if range.start < range.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The index of the first token that ends after byte `offset`; the number of tokens if there is none.
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end() <= offset)
    }

    /// The tokens that lie in `span` or touch it.
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.token_at(span.start());
        let end = self.tokens.partition_point(|t| t.span.start() < span.end());
        start..end.max(start)
    }

    /// The index into [`Document::sentences`] of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|r| r.end as usize <= token)
    }

    /// The index into [`Document::paragraphs`] of the paragraph that holds a token.
    pub fn paragraph_of(&self, token: usize) -> usize {
        self.paragraphs.partition_point(|r| r.end as usize <= token)
    }
}
