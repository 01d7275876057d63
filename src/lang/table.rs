//! A vocabulary that is looked up by word: rows of spellings with one meaning, hashed while compiling.

use crate::text::fnv;

/// Rows of `(spellings, meaning)`; the spellings are in lower case, separated by blanks. A spelling marked with `=` is a symbol
/// or abbreviation rather than a word. Every spelling belongs to one row. `SLOTS` is a power of two above the number of spellings.
#[derive(Debug)]
pub struct Table<T: 'static, const SLOTS: usize> {
    rows: &'static [(&'static str, T)],
    /// Row, offset and length of a spelling (12, 13 and 7 bits), or 0 for a free place.
    slots: [u32; SLOTS],
}

impl<T, const SLOTS: usize> Table<T, SLOTS> {
    /// Hashes the rows.
    ///
    /// # Panics
    /// While compiling, if they don't fit or a spelling is given twice.
    pub const fn new(rows: &'static [(&'static str, T)]) -> Self {
        let mut slots = [0; SLOTS];
        let mut row = 0;
        while row < rows.len() {
            let text = rows[row].0.as_bytes();
            assert!(row < 1 << 12 && text.len() < 1 << 13, "rows and spellings fit into a slot");
            let (mut start, mut at) = (0, 0);
            while at <= text.len() {
                if at == text.len() || text[at] == b' ' {
                    if start < at && text[start] == b'=' {
                        start += 1;
                    }
                    insert(&mut slots, rows, row, start, at);
                    start = at + 1;
                }
                at += 1;
            }
            row += 1;
        }
        Self { rows, slots }
    }

    /// The meaning of a word with that hash (by [`fnv`]), and whether this spelling is a symbol.
    pub fn find(&self, hash: u32, word: &str) -> Option<(&'static T, bool)> {
        let mut place = hash as usize & (SLOTS - 1);
        loop {
            match self.slots.get(place) {
                None | Some(0) => return None,
                Some(&slot) => {
                    let (start, length) = place_of(slot);
                    let row = &self.rows[(slot >> 20) as usize];
                    if row.0.as_bytes().get(start..start + length) == Some(word.as_bytes()) {
                        return Some((&row.1, start > 0 && row.0.as_bytes()[start - 1] == b'='));
                    }
                    place = (place + 1) & (SLOTS - 1);
                }
            }
        }
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

/// Offset and length of the spelling in a slot.
const fn place_of(slot: u32) -> (usize, usize) {
    ((slot >> 7 & 0x1fff) as usize, (slot & 0x7f) as usize)
}

const fn part(text: &str, start: usize, end: usize) -> &[u8] {
    text.as_bytes().split_at(end).0.split_at(start).1
}

const fn insert<T, const SLOTS: usize>(
    slots: &mut [u32; SLOTS],
    rows: &[(&'static str, T)],
    row: usize,
    start: usize,
    end: usize,
) {
    assert!(start < end && end - start < 1 << 7, "a spelling has 1 to 127 bytes");
    let word = part(rows[row].0, start, end);
    let mut place = fnv(word) as usize & (SLOTS - 1);
    let mut tries = 0;
    while slots[place] != 0 {
        let slot = slots[place];
        let (first, length) = place_of(slot);
        let other = part(rows[(slot >> 20) as usize].0, first, first + length);
        assert!(!same(word, other), "a spelling is given twice");
        place = (place + 1) & (SLOTS - 1);
        tries += 1;
        assert!(tries * 4 < SLOTS * 3, "the table is too small for its spellings");
    }
    slots[place] = (row as u32) << 20 | (start as u32) << 7 | (end - start) as u32;
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::Table;

    static ANIMALS: Table<u8, 8> = Table::new(&[("cat cats =c", 1), ("dog", 2)]);

    #[test]
    fn finds_every_spelling() {
        assert_eq!(ANIMALS.get("cats"), Some(&1));
        assert_eq!(ANIMALS.get("dog"), Some(&2));
        assert_eq!(ANIMALS.get("c"), Some(&1));
        assert_eq!(ANIMALS.get("=c"), None);
        assert_eq!(ANIMALS.get("do"), None);
        assert_eq!(ANIMALS.find(crate::text::fnv(b"c"), "c"), Some((&1, true)));
        assert_eq!(ANIMALS.find(crate::text::fnv(b"cat"), "cat"), Some((&1, false)));
    }
}
