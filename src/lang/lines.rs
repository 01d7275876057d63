//! A generated vocabulary: sorted lines of text, which compresses as text does.

use crate::text::fnv;
use std::sync::OnceLock;

/// Lines of `KEY<tab>MEANING`, less than 16 million bytes of them; keys have up to 127 bytes.
#[derive(Debug)]
pub struct Lines {
    text: &'static str,
    /// Where each key and each beginning of one stands, by its hash, at most half full; made at the first look-up, as hashes do not
    /// compress. Start and length (24 and 8 bits); 0 is a free place.
    slots: OnceLock<Vec<u32>>,
}

impl Lines {
    /// The lines of a text.
    pub const fn new(text: &'static str) -> Self {
        Self { text, slots: OnceLock::new() }
    }

    /// The meaning of a key.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let rest = self.after(key)?.strip_prefix('\t')?;
        rest.split('\n').next()
    }

    /// Whether a key is these words or begins with them: it doesn't go on with a letter or digit.
    pub fn begins(&self, words: &str) -> bool {
        self.after(words).is_some()
    }

    /// All keys and meanings.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text.lines().filter_map(|line| line.split_once('\t'))
    }

    /// What stands behind these words at the beginning of a line, the line of which they are the key if there is one.
    fn after(&self, words: &str) -> Option<&'static str> {
        let slots = self.slots.get_or_init(|| self.index());
        let slot = *slots.get(seek(slots, self.text, words)).filter(|slot| **slot != 0)?;
        self.text.get((slot >> 8) as usize + words.len()..)
    }

    fn index(&self) -> Vec<u32> {
        let starts = self.text.split_inclusive('\n').map(|line| line.as_ptr() as usize - self.text.as_ptr() as usize);
        let parts: Vec<_> = starts
            .zip(self.all())
            .flat_map(|(start, (key, _))| {
                let ends = key.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(end, _)| end);
                ends.filter(|end| *end > 0).chain([key.len()]).map(move |end| (start, end, end == key.len()))
            })
            .collect();
        let mut slots = vec![0; (parts.len() * 2).next_power_of_two()];
        for (start, length, is_key) in parts {
            debug_assert!(length < 1 << 7 && start < 1 << 24, "starts and lengths fit into a slot");
            let place = seek(&slots, self.text, self.text.get(start..start + length).unwrap_or_default());
            if let Some(slot) = slots.get_mut(place).filter(|slot| is_key || **slot == 0) {
                *slot = (start as u32) << 8 | length as u32;
            }
        }
        slots
    }
}

/// The place of words: where they stand, or a free one.
fn seek(slots: &[u32], text: &str, words: &str) -> usize {
    let mut place = fnv(words.as_bytes()) as usize;
    loop {
        place &= slots.len() - 1;
        let slot = slots.get(place).copied().unwrap_or(0);
        let (start, length) = ((slot >> 8) as usize, (slot & 0xFF) as usize);
        if slot == 0 || (length == words.len() && text.as_bytes().get(start..start + length) == Some(words.as_bytes()))
        {
            return place;
        }
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn finds_every_key_and_no_other() {
        static TOWNS: Lines = Lines::new("aden\t1\nnew delhi\t2\nnew york\t3\nüsküp\t4");
        for (key, meaning) in TOWNS.all() {
            assert_eq!(TOWNS.get(key), Some(meaning));
        }
        for key in ["", "a", "ade", "adena", "new", "new yorker", "zürich", "üsküpp"] {
            assert_eq!(TOWNS.get(key), None, "{key}");
        }
        for (words, begins) in [("new", true), ("new york", true), ("ne", false), ("york", false), ("", false)] {
            assert_eq!(TOWNS.begins(words), begins, "{words}");
        }
        assert_eq!(Lines::new("").get("aden"), None);
    }
}
