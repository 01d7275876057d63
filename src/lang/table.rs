//! A vocabulary that is looked up by word: rows of spellings with one meaning.

use crate::text::fnv;
use std::sync::OnceLock;

/// Rows of `(spellings, meaning)`; the spellings are in lower case, separated by blanks. A spelling marked with `=` is a symbol
/// or abbreviation rather than a word. Every spelling belongs to one row.
///
/// The index is made at the first look-up: hashes do not compress.
#[derive(Debug)]
pub struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    index: OnceLock<Vec<u32>>,
}

impl<T> Table<T> {
    /// A table of these rows.
    pub const fn new(rows: &'static [(&'static str, T)]) -> Self {
        Self { rows, index: OnceLock::new() }
    }

    /// The meaning of a word with that hash (by [`fnv`]), and whether this spelling is a symbol.
    pub fn find(&self, hash: u32, word: &str) -> Option<(&'static T, bool)> {
        self.row(hash, word).map(|(row, is_symbol)| (&row.1, is_symbol))
    }

    /// The row of a word with that hash, and whether this spelling is a symbol.
    pub fn row(&self, hash: u32, word: &str) -> Option<(&'static (&'static str, T), bool)> {
        let spellings = |row: usize| self.rows.get(row).map(|r| r.0);
        let (row, is_symbol) = seek(self.index.get_or_init(|| index(&spellings)), &spellings, hash, word)?;
        Some((self.rows.get(row)?, is_symbol))
    }

    /// The meaning of a word.
    pub fn get(&self, word: &str) -> Option<&'static T> {
        self.find(fnv(word.as_bytes()), word).map(|(meaning, _)| meaning)
    }

    /// All rows.
    pub const fn rows(&self) -> &'static [(&'static str, T)] {
        self.rows
    }
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

/// The spellings of a row; none behind the last.
type Spellings<'a> = &'a dyn Fn(usize) -> Option<&'static str>;

/// Where each spelling stands, by its hash, at most half full: row, offset and length (12, 13 and 7 bits); 0 is a free place.
fn index(spellings: Spellings) -> Vec<u32> {
    let rows = || (0..).map_while(spellings);
    let count = rows().map(|text| text.split(' ').count()).sum::<usize>();
    let mut slots = vec![0; (count * 2).next_power_of_two()];
    for (row, text) in rows().enumerate() {
        debug_assert!(row < 1 << 12 && text.len() < 1 << 13, "rows and spellings fit into a slot");
        for spelling in text.split(' ').map(|s| s.strip_prefix('=').filter(|s| !s.is_empty()).unwrap_or(s)) {
            let hash = fnv(spelling.as_bytes());
            debug_assert!(seek(&slots, spellings, hash, spelling).is_none(), "{spelling:?} is given twice");
            debug_assert!((1..1 << 7).contains(&spelling.len()), "{spelling:?} has 1 to 127 bytes");
            let mut place = hash as usize;
            while slots.get(place % slots.len()).is_some_and(|slot| *slot != 0) {
                place += 1;
            }
            let start = spelling.as_ptr() as usize - text.as_ptr() as usize;
            let length = slots.len();
            if let Some(slot) = slots.get_mut(place % length) {
                *slot = (row as u32) << 20 | (start as u32) << 7 | spelling.len() as u32;
            }
        }
    }
    slots
}

/// The row of a word, and whether it stands there as a symbol.
fn seek(slots: &[u32], spellings: Spellings, hash: u32, word: &str) -> Option<(usize, bool)> {
    let mut place = hash as usize;
    loop {
        let slot = slots.get(place & (slots.len() - 1)).copied().filter(|slot| *slot != 0)?;
        let (row, start, length) = ((slot >> 20) as usize, (slot >> 7 & 0x1fff) as usize, (slot & 0x7f) as usize);
        if length == word.len() {
            let text = spellings(row)?.as_bytes();
            if text.get(start..start + length) == Some(word.as_bytes()) {
                return Some((row, start.checked_sub(1).and_then(|i| text.get(i)) == Some(&b'=')));
            }
        }
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, listed};

    #[test]
    fn a_list_holds_whole_words() {
        for word in ["a", "an", "the"] {
            assert!(listed("a an the", word));
        }
        for word in ["", "n", "he", "th", "then"] {
            assert!(!listed("a an the", word), "{word:?}");
        }
    }

    static ANIMALS: Table<u8> = Table::new(&[("cat cats =c", 1), ("dog", 2)]);

    #[test]
    fn finds_every_spelling() {
        assert_eq!(ANIMALS.get("cats"), Some(&1));
        assert_eq!(ANIMALS.get("dog"), Some(&2));
        assert_eq!(ANIMALS.get("c"), Some(&1));
        assert_eq!(ANIMALS.get("=c"), None);
        assert_eq!(ANIMALS.get("do"), None);
        assert_eq!(ANIMALS.get(""), None);
        assert_eq!(ANIMALS.find(crate::text::fnv(b"c"), "c"), Some((&1, true)));
        assert_eq!(ANIMALS.find(crate::text::fnv(b"cat"), "cat"), Some((&1, false)));
    }

    #[test]
    #[should_panic(expected = "given twice")]
    fn refuses_a_second_row_for_a_spelling() {
        static TWICE: Table<u8> = Table::new(&[("cat", 1), ("dog cat", 2)]);
        TWICE.get("cow");
    }
}
