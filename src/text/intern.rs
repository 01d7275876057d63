//! Each distinct word of a document once, in lower case.

use std::ops::Range;

/// A distinct lower-case word of one document, numbered from 0 in order of first appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WordId(pub u32);

/// The 32-bit FNV-1a hash, well mixed: the same on every platform, so learned features and lexicons may depend on it.
pub const fn fnv(bytes: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^ (hash >> 12)
}

/// The words of a document: an arena of text and an open-addressing table over it, never larger than twice its words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interner {
    arena: String,
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// Word number + 1, or 0 for a free place. Length is a power of two.
    slots: Vec<u32>,
}

impl Interner {
    /// The number of `word` (already in lower case), new if it wasn't seen before.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = fnv(word.as_bytes());
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            match self.slots[place] {
                0 => {
                    self.arena.push_str(word);
                    self.ends.push(self.arena.len() as u32);
                    self.hashes.push(hash);
                    self.slots[place] = self.ends.len() as u32;
                    return WordId(self.ends.len() as u32 - 1);
                }
                found => {
                    let id = found - 1;
                    if self.hash(WordId(id)) == hash
                        && self.arena.as_bytes()[self.range(WordId(id))] == *word.as_bytes()
                    {
                        return WordId(id);
                    }
                    place = (place + 1) & mask;
                }
            }
        }
    }

    /// The number of `word`, if it was seen.
    pub(crate) fn find(&self, word: &str) -> Option<WordId> {
        if self.slots.is_empty() {
            return None;
        }
        let hash = fnv(word.as_bytes());
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let id = WordId(self.slots[place].checked_sub(1)?);
            if self.hash(id) == hash && self.word(id) == word {
                return Some(id);
            }
            place = (place + 1) & mask;
        }
    }

    /// The word of that number.
    pub(crate) fn word(&self, id: WordId) -> &str {
        self.arena.get(self.range(id)).unwrap_or_default()
    }

    fn range(&self, id: WordId) -> Range<usize> {
        let index = id.0 as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        start..self.ends[index] as usize
    }

    /// Its hash by [`fnv`].
    pub(crate) fn hash(&self, id: WordId) -> u32 {
        self.hashes[id.0 as usize]
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All words, one after the other.
    pub(crate) fn arena(&self) -> &str {
        &self.arena
    }

    /// The byte after each word in the arena.
    pub(crate) fn ends(&self) -> &[u32] {
        &self.ends
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots = vec![0; size];
        for (id, &hash) in self.hashes.iter().enumerate() {
            let mut place = hash as usize & (size - 1);
            while self.slots[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            self.slots[place] = id as u32 + 1;
        }
    }
}
