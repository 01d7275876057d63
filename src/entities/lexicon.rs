//! What vectors and public lists know of words, behind their hashes.

use crate::lang::en::names::places_of_one_word;
use crate::learned::Index;
use crate::text::fnv;

/// Buckets of the table: 2^22, so that one unknown word in sixty falls on an entry by chance.
pub const BITS: u32 = 22;
/// Fine word classes, 0 for none: words used alike.
pub const CLASSES: usize = 1024;
/// Coarse word classes, 0 for none: runs of fine ones.
pub const COARSE: usize = 64;
/// Somebody's given name.
pub const GIVEN: u8 = 1;
/// Somebody's surname.
pub const SURNAME: u8 = 2;
/// A city of at least 100,000 people.
pub const CITY: u8 = 4;

/// What a head has whose entry has a class.
pub const CLASSED: u8 = 8;

/// What the table says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its fine class.
    pub class: u16,
    /// Which lists it is on.
    pub flags: u8,
}

/// The table, read from
///
/// ```text
/// for each coarse class from the second on its first fine one, u16 · Index · a head u8 for each entry · for each that has a class its
/// lower eight bits
/// ```
///
/// A head holds the flags in three bits, whether there is a class, and the class's upper two bits.
#[derive(Debug, Clone)]
pub struct Lexicon {
    starts: Vec<u16>,
    index: Index,
    entries: Vec<Entry>,
    /// For each fine class whether it is one of places: some known places are of it.
    of_places: Vec<bool>,
}

/// A class that so many known places are of is one of places.
const KNOWN: usize = 5;

impl Lexicon {
    /// Reads the table; None if the bytes hold none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (starts, rest) = bytes.split_at_checked((COARSE - 1) * 2)?;
        let (index, count, rest) = Index::read(rest)?;
        let (heads, lows) = rest.split_at_checked(count)?;
        let mut lows = lows.iter();
        let mut entries = Vec::with_capacity(count);
        for head in heads {
            let class = if head & CLASSED == 0 { 0 } else { u16::from(head >> 4 & 3) << 8 | u16::from(*lows.next()?) };
            entries.push(Entry { class, flags: head & (CLASSED - 1) });
        }
        let starts = starts.as_chunks().0.iter().map(|s| u16::from_le_bytes(*s)).collect();
        let mut lexicon = Self { starts, index, entries, of_places: Vec::new() };
        let mut counts = vec![0; CLASSES];
        for place in places_of_one_word() {
            let class = usize::from(lexicon.get(fnv(place.as_bytes())).class);
            counts.get_mut(class).into_iter().for_each(|count| *count += 1);
        }
        lexicon.of_places = (0..).zip(counts).map(|(class, count)| class > 0 && count >= KNOWN).collect();
        lows.as_slice().is_empty().then_some(lexicon)
    }

    /// Whether words that are used like this one are places.
    pub fn is_place_like(&self, entry: Entry) -> bool {
        self.of_places.get(usize::from(entry.class)) == Some(&true)
    }

    /// What it says of the word or phrase with that hash.
    pub fn get(&self, hash: u32) -> Entry {
        self.index.number(hash).and_then(|n| self.entries.get(n)).copied().unwrap_or_default()
    }

    /// The coarse class of a fine one.
    pub fn coarse(&self, class: u16) -> u16 {
        if class == 0 { 0 } else { self.starts.partition_point(|s| *s <= class) as u16 }
    }
}

/// The hash of a phrase by the hashes of its words; of one word its own.
pub fn phrase(words: &[u32]) -> u32 {
    words.iter().copied().reduce(crate::learned::feature).unwrap_or(0)
}
