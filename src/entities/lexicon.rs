//! What vectors and public lists know of words, behind their hashes.

use crate::lang::en::names::places_of_one_word;
use crate::learned::Rows;
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

/// What the table says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its fine class.
    pub class: u16,
    /// Which lists it is on.
    pub flags: u8,
}

impl Entry {
    /// As packed: ten bits of class, six of flags.
    pub fn bytes(self) -> [u8; 2] {
        (self.class | u16::from(self.flags) << 10).to_le_bytes()
    }
}

/// The table, read in place: the first fine class of each coarse one from the second on (u16), then the rows.
#[derive(Debug, Clone)]
pub struct Lexicon<'b> {
    starts: &'b [u8],
    rows: Rows<'b>,
    /// For each fine class whether it is one of places: some known places are of it.
    of_places: Vec<bool>,
}

/// A class that so many known places are of is one of places.
const KNOWN: usize = 5;

impl<'b> Lexicon<'b> {
    /// Reads the table; None if the bytes hold none.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let (starts, rest) = bytes.split_at_checked((COARSE - 1) * 2)?;
        let (rows, _) = Rows::read(rest, 0)?;
        if rows.width != 2 || !rows.masks.is_empty() {
            return None;
        }
        let mut lexicon = Self { starts, rows, of_places: Vec::new() };
        let mut counts = vec![0; CLASSES];
        for place in places_of_one_word() {
            let class = usize::from(lexicon.get(fnv(place.as_bytes())).class);
            counts.get_mut(class).into_iter().for_each(|count| *count += 1);
        }
        lexicon.of_places = (0..).zip(counts).map(|(class, count)| class > 0 && count >= KNOWN).collect();
        Some(lexicon)
    }

    /// Whether words that are used like this one are places.
    pub fn is_place_like(&self, entry: Entry) -> bool {
        self.of_places.get(usize::from(entry.class)) == Some(&true)
    }

    /// What it says of the word or phrase with that hash.
    pub fn get(&self, hash: u32) -> Entry {
        let row = self.rows.index.number(hash).and_then(|n| self.rows.bytes.as_chunks().0.get(n));
        let Some(&[a, b]) = row else { return Entry::default() };
        let packed = u16::from_le_bytes([a, b]);
        Entry { class: packed & 1023, flags: (packed >> 10) as u8 }
    }

    /// The coarse class of a fine one.
    pub fn coarse(&self, class: u16) -> u16 {
        let starts = self.starts.as_chunks::<2>().0;
        if class == 0 { 0 } else { starts.partition_point(|s| u16::from_le_bytes(*s) <= class) as u16 }
    }
}

/// The hash of a phrase by the hashes of its words; of one word its own.
pub fn phrase(words: &[u32]) -> u32 {
    words.iter().copied().reduce(crate::learned::feature).unwrap_or(0)
}
