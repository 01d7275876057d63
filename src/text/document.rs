//! A text cut up once, for all extractors.

use super::kept::{Kept, Shift, Version};
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

    /// The same range so much further on, modulo 2^32.
    #[must_use]
    pub fn moved(self, by: u32) -> Self {
        Self { start: self.start.wrapping_add(by), end: self.end.wrapping_add(by) }
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
    /// What is as it was in the version read before.
    pub kept: Kept,
    /// How many sentences the version read before had.
    sentences_before: usize,
    words: Interner,
}

/// What the reading of a text leaves for that of its next version.
#[derive(Debug, Default)]
pub struct Memory {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Range>,
    paragraphs: Vec<Range>,
    words: Interner,
}

impl Memory {
    /// How many distinct words have been met in all versions.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }
}

impl<'t> Document<'t> {
    /// Cuts up `text` (under 4 GB) in one pass each for tokens, paragraphs and sentences.
    pub fn new(text: &'t str, orthography: &Orthography) -> Self {
        Self::again(text, orthography, Memory::default())
    }

    /// As [`Document::new`], given what the version before has left: lines that are the same are not cut again. Words keep their
    /// numbers from version to version, and words that are no more keep theirs.
    pub fn again(text: &'t str, orthography: &Orthography, before: Memory) -> Self {
        let Memory { text: old, tokens: cut, sentences: parted, paragraphs: ranged, mut words } = before;
        let same = token::same_ends(&old, text);
        let tokens = token::tokenize(text, orthography, &mut words, &token::Lines::kept(&old, &cut, text.len(), same));
        let paragraphs = sentence::paragraphs(text, &tokens);
        let mut sentences = Vec::with_capacity(tokens.len() / 16 + 1);
        let opens = |t: &Token| (orthography.opens)(words.word(t.word));
        for &paragraph in &paragraphs {
            sentence::sentences(text, &tokens, opens, orthography, paragraph, &mut sentences);
        }
        let was = Version { length: old.len(), tokens: &cut, sentences: &parted, paragraphs: &ranged };
        let is = Version { length: text.len(), tokens: &tokens, sentences: &sentences, paragraphs: &paragraphs };
        let kept = Kept::new(&was, &is, same);
        Self { text, tokens, sentences, paragraphs, kept, sentences_before: parted.len(), words }
    }

    /// What it leaves for the reading of the next version of its text.
    pub fn leave(self) -> Memory {
        let Self { text, tokens, sentences, paragraphs, words, .. } = self;
        Memory { text: text.to_owned(), tokens, sentences, paragraphs, words }
    }

    /// Which sentence of the version before one is, if all of it is kept, and how far it has moved.
    pub fn kept_sentence(&self, index: usize) -> Option<(usize, Shift)> {
        let sentence = self.sentences.get(index)?;
        // Where the next one begins tells where this one ends.
        if sentence.end < self.kept.head {
            return Some((index, Shift::default()));
        }
        let shift = self.kept.shift(sentence.start as usize..usize::MAX)?;
        Some(((index + self.sentences_before).checked_sub(self.sentences.len())?, shift))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Abbreviation, TokenKind};

    const O: Orthography = Orthography {
        abbreviation: |word| match word {
            "inc" => Some(Abbreviation::MayEnd),
            "mr" | "nov" => Some(Abbreviation::Leads),
            "no" => Some(Abbreviation::BeforeFigure),
            _ => None,
        },
        opens: |word| matches!(word, "he" | "the"),
    };

    fn tokens(text: &str) -> Vec<&str> {
        let document = Document::new(text, &O);
        (0..document.tokens.len()).map(|i| document.str(i)).collect()
    }

    fn sentences(text: &str) -> Vec<&str> {
        let document = Document::new(text, &O);
        document.sentences.iter().map(|r| document.span(r.iter()).of(text)).collect()
    }

    #[test]
    fn cuts_words_as_editors_do() {
        assert_eq!(tokens("Turkey’s 44-year-old"), ["Turkey", "’s", "44", "-", "year", "-", "old"]);
        assert_eq!(tokens("O'Brien don’t AT&T G20 1990s"), ["O'Brien", "don’t", "AT&T", "G20", "1990", "s"]);
        assert_eq!(tokens("the players' U.S. ally J. Lee"), ["the", "players", "'", "U.S.", "ally", "J.", "Lee"]);
        assert_eq!(tokens("$1.2bn, 60m…"), ["$", "1.2", "bn", ",", "60", "m", "…"]);
        assert_eq!(
            tokens("see www.a.com/1, a@b.co or @ann_l."),
            ["see", "www.a.com/1", ",", "a@b.co", "or", "@ann_l", "."]
        );
        assert_eq!(tokens("no 5, No. 5, no."), ["no", "5", ",", "No.", "5", ",", "no", "."]);
        assert_eq!(tokens("''No,'' ``yes``"), ["''", "No", ",", "''", "``", "yes", "``"]);
    }

    #[test]
    fn keeps_marks_with_their_letters() {
        assert_eq!(tokens("Zoe\u{308} ran"), ["Zoe\u{308}", "ran"]);
        assert_eq!(tokens("nega\u{ad}tive"), ["nega\u{ad}tive"]);
        let document = Document::new("nega\u{ad}tive Negative", &O);
        assert_eq!(document.tokens[0].word, document.tokens[1].word);
        assert_eq!(Document::new("5️⃣👍🏽", &O).tokens.last().map(|t| t.kind), Some(TokenKind::Symbol));
    }

    #[test]
    fn splits_sentences_around_quotes_and_abbreviations() {
        assert_eq!(sentences("Mr. Lee of A Inc. left. He won."), ["Mr. Lee of A Inc. left.", "He won."]);
        assert_eq!(sentences("He runs A Inc. The firm grew."), ["He runs A Inc.", "The firm grew."]);
        assert_eq!(sentences("“Who?” he asked. “Me.” The end."), ["“Who?” he asked.", "“Me.”", "The end."]);
        assert_eq!(sentences("On Nov. 8 it rained"), ["On Nov. 8 it rained"]);
    }

    #[test]
    fn a_line_break_ends_a_paragraph_unless_the_line_was_wrapped() {
        let count = |text: &str| Document::new(text, &O).paragraphs.len();
        assert_eq!(count("Flags.\nPresident Lee spoke.\r\n\r\nThe end."), 3);
        assert_eq!(count("This line was wrapped by a mail program somewhere after the\ntwelfth word of it."), 1);
        assert_eq!(count("a short line\nand another"), 2);
        assert_eq!(count(""), 0);
    }
}
