//! A generated vocabulary: sorted lines of text, which compresses as text does.

use std::sync::OnceLock;

/// Lines of `KEY<tab>MEANING`, sorted by the bytes of their keys.
#[derive(Debug)]
pub struct Lines {
    text: &'static str,
    /// Where each line begins: found at the first look-up.
    starts: OnceLock<Vec<u32>>,
}

impl Lines {
    /// The lines of a text.
    pub const fn new(text: &'static str) -> Self {
        Self { text, starts: OnceLock::new() }
    }

    /// The meaning of a key.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let (found, meaning) = self.from(key).next()?;
        (found == key).then_some(meaning)
    }

    /// The keys and meanings from the first key that isn't below `key`.
    pub fn from(&self, key: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let starts = self.starts.get_or_init(|| {
            self.text
                .split_inclusive('\n')
                .map(|line| (line.as_ptr() as usize - self.text.as_ptr() as usize) as u32)
                .collect()
        });
        let bytes = self.text.as_bytes();
        // A tab sorts below all that a key may hold: a key that goes on is above one that ends.
        let is_below = |start: &u32| {
            let line = bytes.get(*start as usize..).unwrap_or_default();
            line.get(..key.len()).unwrap_or(line) < key.as_bytes()
        };
        let first = starts.get(starts.partition_point(is_below)).map_or(bytes.len(), |start| *start as usize);
        self.text.get(first..).unwrap_or_default().lines().filter_map(|line| line.split_once('\t'))
    }

    /// All keys and meanings.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.from("")
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
        assert_eq!(TOWNS.from("new").map(|t| t.1).collect::<String>(), "234");
        assert_eq!(Lines::new("").get("aden"), None);
    }
}
