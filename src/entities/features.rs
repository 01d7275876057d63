//! What the tagger sees: hashed features of a word wherever it stands near a token, and of the token's own place.
//!
//! Training and run time call the same functions. The features of a word type (a word in one way of capitals) at one distance
//! from the token are the same all over the document, so their weights are added up once.

use super::lexicon::{Entry, Lexicon, phrase};
use super::words::{Style, Word, Words, capitalised, place_at};
use crate::lang::en::names::Lexeme;
use crate::learned::{feature, pair};
use crate::text::{Case, Document, Range, TokenKind, WordId, fnv, sort_by_key};

/// How far from a token words are looked at.
pub const REACH: usize = 2;

/// Distances, from the word before the last to the word after the next.
pub const PLACES: usize = 2 * REACH + 1;

/// A word type: its features beside those of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Type {
    hash: u32,
    word: Word,
    entry: Entry,
    coarse: u16,
    shape: u32,
    /// What the other mentions in the document say, as bits.
    company: u16,
    /// Whether its letters begin the words of a longer name in the document.
    acronym: bool,
    word_id: WordId,
    case: Case,
}

/// Counts beyond this say nothing more.
const OFTEN: u16 = 3;

/// A document as the tagger sees it.
#[derive(Debug)]
pub struct View<'a> {
    document: &'a Document<'a>,
    words: &'a Words,
    lexicon: Option<&'a Lexicon>,
    /// The type of each token.
    of: Vec<u32>,
    types: Types,
}

/// The word types of a document.
#[derive(Debug, Default)]
pub struct Types {
    all: Vec<Type>,
    /// Their numbers by word and case.
    numbers: Vec<[u32; 5]>,
}

impl Types {
    fn get(&self, word: WordId, case: Case) -> Option<&Type> {
        self.all.get(*self.numbers.get(word.0 as usize)?.get(case as usize)? as usize)
    }
}

impl<'a> View<'a> {
    /// Finds the types and what their mentions tell of each other.
    pub fn new(document: &'a Document<'a>, words: &'a Words, lexicon: Option<&'a Lexicon>) -> Self {
        Self::again(document, words, lexicon, &Types::default())
    }

    /// As [`View::new`], given the types of the version of the text before.
    pub(super) fn again(
        document: &'a Document<'a>,
        words: &'a Words,
        lexicon: Option<&'a Lexicon>,
        before: &Types,
    ) -> Self {
        let company = company(document, words);
        let acronyms = acronyms(document);
        let mut types = Types { all: Vec::new(), numbers: vec![[u32::MAX; 5]; document.word_count()] };
        let mut of = Vec::with_capacity(document.tokens.len());
        for (i, token) in document.tokens.iter().enumerate() {
            let id = token.word.0 as usize;
            let Some(slot) = types.numbers.get_mut(id).and_then(|k| k.get_mut(token.case as usize)) else { continue };
            if *slot == u32::MAX {
                *slot = types.all.len() as u32;
                let hash = document.word_hash(token.word);
                let known = before.get(token.word, token.case).map(|t| (t.entry, t.coarse));
                let looked_up = |l: &Lexicon| {
                    let entry = l.get(hash);
                    (entry, l.coarse(entry.class))
                };
                let (entry, coarse) = known.or_else(|| lexicon.map(looked_up)).unwrap_or_default();
                let word = words.of(token);
                types.all.push(Type {
                    hash,
                    word: Word { lower: word.lower.min(OFTEN), inner: word.inner.min(OFTEN), ..word },
                    entry,
                    coarse,
                    shape: shape(token.span.of(document.text)),
                    company: company.get(id).copied().unwrap_or(0),
                    acronym: token.case == Case::Upper
                        && acronyms.binary_search(&fnv(document.lower(i).replace('.', "").as_bytes())).is_ok(),
                    word_id: token.word,
                    case: token.case,
                });
            }
            of.push(*slot);
        }
        Self { document, words, lexicon, of, types }
    }

    /// For each token whether its type is the same as in an older version of the text.
    pub fn same(&self, before: &Types) -> Vec<bool> {
        let types: Vec<bool> = self.types.all.iter().map(|t| before.get(t.word_id, t.case) == Some(t)).collect();
        self.of.iter().map(|t| types.get(*t as usize) == Some(&true)).collect()
    }

    /// The types, for the next version of the text.
    pub fn leave(self) -> Types {
        self.types
    }

    /// How many word types there are.
    pub fn type_count(&self) -> usize {
        self.types.all.len()
    }

    /// The number of a token's type; None beyond the text.
    pub fn type_of(&self, token: usize) -> Option<usize> {
        self.of.get(token).map(|t| *t as usize)
    }

    fn at(&self, i: Option<usize>) -> Type {
        i.and_then(|i| self.type_of(i)).and_then(|t| self.types.all.get(t)).copied().unwrap_or_default()
    }

    /// The features of a word type `place` words from the token (0 … `PLACES` - 1, `REACH` is the token itself), each with its template.
    pub fn type_features(&self, number: usize, place: usize, emit: &mut impl FnMut(u32, u32)) {
        let Some(t) = self.types.all.get(number) else { return };
        let mut out = |template: u32, value: u32| emit(template, feature(template << 3 | place as u32, value));
        let distance = place.abs_diff(REACH);
        out(1, t.hash);
        out(2, u32::from(t.entry.class));
        out(3, u32::from(t.coarse));
        out(4, t.shape);
        for bit in 0..16 {
            if t.word.lexeme.0 >> bit & 1 == 1 {
                out(5, bit);
            }
        }
        if let Some(place) = t.word.place {
            out(27, place.kind as u32 | u32::from(place.code.is_some()) << 4);
        }
        if distance == REACH {
            return;
        }
        out(6, u32::from(t.entry.flags));
        let lower = self.document.word(t.word_id);
        let ends: Vec<usize> = lower.char_indices().map(|(at, _)| at).collect();
        let tail =
            |count: usize| ends.len().checked_sub(count).and_then(|k| ends.get(k)).and_then(|at| lower.get(*at..));
        for count in [2, 3] {
            if let Some(s) = tail(count) {
                out(6 + count as u32, fnv(s.as_bytes()));
            }
        }
        if distance > 0 {
            return;
        }
        for count in [1, 4] {
            if let Some(s) = tail(count) {
                out(10 + count as u32, fnv(s.as_bytes()));
            }
        }
        for count in [2, 3, 4] {
            if let Some(s) = ends.get(count).and_then(|at| lower.get(..*at)) {
                out(15 + count as u32, fnv(s.as_bytes()));
            }
        }
        let case = t.case as u32;
        out(20, pair(t.hash, case));
        out(21, pair(u32::from(t.word.lexeme.0), case));
        out(22, u32::from(t.entry.flags) << 4 | case);
        let (lower, inner) = (u32::from(t.word.lower), u32::from(t.word.inner));
        out(23, lower << 8 | inner << 4 | case);
        out(26, u32::from(t.acronym) << 4 | case);
        out(24, pair(u32::from(t.entry.class), lower << 4 | case));
        for bit in 0..16 {
            if t.company >> bit & 1 == 1 {
                out(25, bit);
            }
        }
    }

    /// The features of a token's own place in the stretch `segment` of candidates, each with its template, 100 and above.
    pub fn token_features(&self, segment: Range, i: usize, emit: &mut impl FnMut(u32, u32)) {
        let mut out = |template: u32, value: u32| emit(100 + template, feature((100 + template) << 3, value));
        let d = self.document;
        let (start, end) = (segment.start as usize, segment.end as usize);
        let (last, this, next) = (self.at(i.checked_sub(1)), self.at(Some(i)), self.at(Some(i + 1)));
        out(0, 0);
        out(1, pair(last.hash, this.hash));
        out(2, pair(this.hash, next.hash));
        out(3, pair(pair(last.shape, this.shape), next.shape));
        out(4, pair(u32::from(last.coarse), u32::from(this.coarse)));
        out(5, pair(u32::from(this.coarse), u32::from(next.coarse)));
        out(6, pair(u32::from(last.word.lexeme.0), this.shape));
        out(7, pair(u32::from(next.word.lexeme.0), this.shape));
        out(8, pair(u32::from(last.coarse), pair(this.shape, u32::from(next.coarse))));

        // The run of capitals that the token stands in, and the whole stretch: their first and last words tell what they are.
        let named = |i: usize| d.tokens.get(i).is_some_and(capitalised);
        let (mut first, mut final_) = (i, i);
        while first > start && named(first - 1) {
            first -= 1;
        }
        while final_ + 1 < end && named(final_ + 1) {
            final_ += 1;
        }
        let (head, tail) = (self.at(Some(first)), self.at(Some(final_)));
        let (at, left) = ((i - first).min(3) as u32, (final_ - i).min(3) as u32);
        out(9, at << 2 | left);
        out(10, pair(tail.hash, left));
        out(11, pair(u32::from(tail.word.lexeme.0), left));
        out(12, pair(u32::from(tail.entry.class), left));
        out(13, pair(head.hash, at));
        out(14, pair(u32::from(head.word.lexeme.0), at));
        out(15, pair(u32::from(head.entry.flags) << 4 | u32::from(tail.entry.flags), at << 2 | left));
        let ends = self.at(Some(end - 1));
        out(16, pair(u32::from(ends.word.lexeme.0), (end - 1 - i).min(3) as u32));

        // What stands right before and right behind the run.
        let (before, behind) = (self.at(first.checked_sub(1)), self.at(Some(final_ + 1)));
        out(17, pair(before.hash, at));
        out(18, pair(behind.hash, left));
        out(19, pair(u32::from(before.entry.class), at));
        out(20, pair(u32::from(behind.entry.class), left));
        out(21, pair(u32::from(before.coarse), pair(u32::from(behind.coarse), at << 2 | left)));

        let style = self.style(i);
        let opens = u32::from(self.words.opens.get(i) == Some(&true));
        let paragraph = d.paragraphs.get(d.paragraph_of(i)).is_some_and(|p| p.start as usize == first);
        out(22, style << 4 | opens << 3 | u32::from(paragraph));
        out(23, pair(style << 1 | opens, u32::from(this.word.lower) << 2 | u32::from(this.word.inner)));
        out(24, pair(style << 1 | opens, this.shape));

        // Known names whole: the longest that begins at one of the last words and still covers this one.
        for begin in (start..=i).rev().take(4) {
            if let Some((length, place)) = place_at(d, self.words, begin, end)
                && begin + length > i
            {
                let code = u32::from(place.code.is_some());
                out(25, place.kind as u32 | code << 4 | u32::from(begin == i) << 5);
                out(26, pair(place.kind as u32, (begin + length == end) as u32 | u32::from(begin == first) << 1));
                break;
            }
        }
        if let Some(lexicon) = self.lexicon {
            // City names of two and three words.
            for (back, ahead) in [(0, 2), (1, 1), (0, 3)] {
                if i >= start + back && i + ahead <= end {
                    let hashes: Vec<u32> = (i - back..i + ahead).map(|k| self.at(Some(k)).hash).collect();
                    if lexicon.get(phrase(&hashes)).flags != 0 {
                        out(27, u32::from(back == 0));
                    }
                }
            }
        }
    }

    fn style(&self, i: usize) -> u32 {
        match self.words.styles.get(self.document.sentence_of(i)) {
            Some(Style::Title) => 1,
            Some(Style::Upper) => 2,
            _ => 0,
        }
    }
}

/// The shape of a word: kinds of characters with runs made one, and whether it is short.
fn shape(word: &str) -> u32 {
    let (mut hash, mut last, mut length) = (0u32, 0, 0);
    for c in word.chars().take(24) {
        let kind = match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_lowercase() => 2,
            _ if c.is_ascii_digit() => 3,
            _ if c.is_alphabetic() => 4,
            _ => 5 + (c as u32 & 127),
        };
        length += 1;
        if kind != last {
            hash = pair(hash, kind);
            last = kind;
        }
    }
    pair(hash, u32::min(length, 4))
}

/// The hashes of what the runs of two to eight capitals in the document may be called for short, sorted.
fn acronyms(document: &Document) -> Vec<u32> {
    let mut found = Vec::new();
    let mut letters = String::new();
    let mut words = 0;
    for token in &document.tokens {
        if capitalised(token) && token.case != Case::Upper && words < 8 {
            letters.extend(document.word(token.word).chars().next());
            words += 1;
            continue;
        }
        if words > 0 && matches!(document.word(token.word), "of" | "the" | "and" | "for" | "-" | "&") {
            continue;
        }
        if words > 1 {
            found.push(fnv(letters.as_bytes()));
        }
        letters.clear();
        words = 0;
    }
    sort_by_key(&mut found, |hash| *hash);
    found
}

/// What stands beside the capitalised mentions of each word, all over the document, as bits.
fn company(document: &Document, words: &Words) -> Vec<u16> {
    let mut bits = vec![0u16; document.word_count()];
    let class =
        |i: Option<usize>| i.and_then(|i| document.tokens.get(i)).map(|t| words.of(t).lexeme).unwrap_or_default();
    for (i, token) in document.tokens.iter().enumerate().filter(|(_, t)| capitalised(t)) {
        let before = i.checked_sub(1);
        let (prior, behind) = (class(before), class(Some(i + 1)));
        let named = |i: usize| document.tokens.get(i).is_some_and(capitalised);
        let open = words.opens.get(i) == Some(&true);
        let lower = |i: Option<usize>| i.map_or("", |i| document.lower(i));
        let facts = [
            prior.is(Lexeme::HONORIFIC),
            prior.is(Lexeme::TITLE),
            prior.is(Lexeme::GIVEN),
            behind.is(Lexeme::ORG) && named(i + 1),
            behind.is(Lexeme::FAC.or(Lexeme::LOC).or(Lexeme::GPE)) && named(i + 1),
            behind.is(Lexeme::SUFFIX) && named(i + 1),
            behind.is(Lexeme::TITLE),
            matches!(lower(before), "in" | "near" | "from" | "to") && !named(i + 1),
            lower(before) == "the",
            lower(Some(i + 1)) == "'s",
            before.is_some_and(named) && !open,
            named(i + 1),
            matches!(lower(Some(i + 1)), "said" | "says" | "told" | "added" | "who" | "was" | "is" | "has"),
            matches!(document.str(i + 1), "(" | ")"),
            token.case == Case::Upper && token.span.len() > 1,
            document.str(i + 1) == "," && document.tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Number),
        ];
        if let Some(bits) = bits.get_mut(token.word.0 as usize) {
            for (bit, fact) in facts.into_iter().enumerate() {
                *bits |= u16::from(fact) << bit;
            }
        }
    }
    bits
}
