//! A vocabulary kept as lines of text, which compress as text does.

use crate::text::fnv;
use std::sync::OnceLock;

/// Lines of `MEANING SPELLING SPELLING …`, the spellings in lower case. A spelling marked with `=` is a symbol or abbreviation rather
/// than a word. Every spelling stands once. A meaning is read where its word is looked up.
#[derive(Debug)]
pub struct Packed<T: 'static> {
    lines: Words,
    meaning: fn(Row) -> T,
}

/// What stands in a line.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Its meaning, as it is written.
    pub meaning: &'static str,
    /// The first spelling.
    pub first: &'static str,
}

impl<T> Packed<T> {
    /// A vocabulary of these lines.
    pub const fn new(text: &'static str, meaning: fn(Row) -> T) -> Self {
        Self { lines: Words::new(text), meaning }
    }

    /// The meaning of a word with that hash (by [`fnv`]), and whether this spelling is a symbol.
    pub fn find(&self, hash: u32, word: &str) -> Option<(T, bool)> {
        let (row, is_symbol) = self.lines.find(hash, word)?;
        Some((self.read(row), is_symbol))
    }

    /// Its lines.
    pub fn words(&self) -> &Words {
        &self.lines
    }

    /// What a line means.
    pub fn read(&self, row: Row) -> T {
        (self.meaning)(row)
    }

    /// The meaning of a word.
    pub fn get(&self, word: &str) -> Option<T> {
        Some(self.read(self.lines.find(fnv(word.as_bytes()), word)?.0))
    }
}

/// Meanings and phrases of such lines, to be looked through in order.
pub fn phrases(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.split('\n').filter_map(|line| line.split_once(' '))
}

/// Whether a word, which holds no blank, is one of a few that blanks separate.
#[inline(never)]
pub fn listed(list: &str, word: &str) -> bool {
    let (mut rest, word) = (list.as_bytes(), word.as_bytes());
    while rest.len() >= word.len() && !word.is_empty() {
        if rest.starts_with(word) && matches!(rest.get(word.len()), None | Some(b' ')) {
            return true;
        }
        match rest.iter().position(|&b| b == b' ') {
            Some(blank) => rest = &rest[blank + 1..],
            None => return false,
        }
    }
    false
}

/// Lines of meanings and spellings, and where each spelling stands.
#[derive(Debug)]
pub struct Words {
    text: &'static str,
    /// Where each spelling stands, by its hash, at most half full; made at the first look-up, as hashes do not compress. Start and length
    /// (25 and 7 bits); 0 is a free place.
    index: OnceLock<Vec<u32>>,
}

impl Words {
    /// Lines of a meaning and its spellings. Where only the spellings count, the meaning is a dash.
    pub const fn new(text: &'static str) -> Self {
        Self { text, index: OnceLock::new() }
    }

    /// The line of a word with that hash (by [`fnv`]), and whether this spelling is a symbol.
    #[inline(never)]
    pub fn find(&self, hash: u32, word: &str) -> Option<(Row, bool)> {
        let before = self.text.get(..self.start(hash, word)?)?;
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let mut words = self.text.get(line..)?.split([' ', '\n']);
        Some((Row { meaning: words.next()?, first: words.next()? }, before.ends_with('=')))
    }

    /// Where a word with that hash stands.
    #[inline(never)]
    pub fn start(&self, hash: u32, word: &str) -> Option<usize> {
        let slots = self.index.get_or_init(|| self.index());
        let slot = slots.get(self.seek(slots, hash, word)).copied().filter(|slot| *slot != 0)?;
        Some((slot >> 7) as usize)
    }

    /// The place of a word: where it stands, or a free one.
    fn seek(&self, slots: &[u32], hash: u32, word: &str) -> usize {
        let mut place = hash as usize;
        loop {
            place &= slots.len() - 1;
            let slot = slots.get(place).copied().unwrap_or(0);
            let (start, length) = ((slot >> 7) as usize, (slot & 0x7f) as usize);
            if slot == 0
                || length == word.len() && self.text.as_bytes().get(start..start + length) == Some(word.as_bytes())
            {
                return place;
            }
            place += 1;
        }
    }

    fn index(&self) -> Vec<u32> {
        let count = self.text.bytes().filter(|&b| b == b' ').count();
        let mut slots = vec![0; (count * 2 + 1).next_power_of_two()];
        for line in self.text.split('\n') {
            for word in line.split(' ').skip(1) {
                let word = word.strip_prefix('=').filter(|w| !w.is_empty()).unwrap_or(word);
                let place = self.seek(&slots, fnv(word.as_bytes()), word);
                debug_assert!(slots[place] == 0 && (1..1 << 7).contains(&word.len()), "{word:?} stands once");
                let start = word.as_ptr() as usize - self.text.as_ptr() as usize;
                if let Some(slot) = slots.get_mut(place) {
                    *slot = (start as u32) << 7 | word.len() as u32;
                }
            }
        }
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, listed, phrases};

    static ANIMALS: Packed<(&str, &str)> = Packed::new("1 cat cats =c\n2 dog\n", |row| (row.meaning, row.first));

    #[test]
    fn a_list_holds_whole_words() {
        for word in ["a", "an", "the"] {
            assert!(listed("a an the", word));
        }
        for word in ["", "n", "he", "th", "then"] {
            assert!(!listed("a an the", word), "{word:?}");
        }
    }

    #[test]
    fn finds_every_spelling() {
        for (word, meaning) in [("cat", "1"), ("cats", "1"), ("c", "1"), ("dog", "2")] {
            assert_eq!(ANIMALS.get(word).map(|m| m.0), Some(meaning), "{word}");
        }
        for word in ["", "=c", "do", "dogs", "1", "cat cats"] {
            assert_eq!(ANIMALS.get(word), None, "{word}");
        }
        assert_eq!(ANIMALS.find(crate::text::fnv(b"c"), "c"), Some((("1", "cat"), true)));
        assert_eq!(ANIMALS.find(crate::text::fnv(b"dog"), "dog"), Some((("2", "dog"), false)));
        assert!(phrases("> more than\n~ about").eq([(">", "more than"), ("~", "about")]));
    }

    #[test]
    #[should_panic(expected = "stands once")]
    fn refuses_a_second_row_for_a_spelling() {
        static TWICE: Packed<()> = Packed::new("1 cat\n2 dog cat", |_| ());
        TWICE.get("cow");
    }
}
