//! A generated vocabulary: sorted lines of text, read in place. It needs no index, and compresses as text does.

/// Lines of `KEY<tab>MEANING`, sorted by the bytes of their keys, the last one without a line end.
#[derive(Debug, Clone, Copy)]
pub struct Lines(pub &'static str);

impl Lines {
    /// The meaning of a key.
    pub fn get(self, key: &str) -> Option<&'static str> {
        let (found, meaning) = self.from(key).next()?;
        (found == key).then_some(meaning)
    }

    /// The keys and meanings from the first key that isn't below `key`.
    pub fn from(self, key: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let bytes = self.0.as_bytes();
        // A line starts at `low`; every line from the one that holds `high` on has a key that isn't below.
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
            let length = bytes[start..].iter().position(|b| *b == b'\t').unwrap_or(0);
            if bytes[start..start + length] < *key.as_bytes() {
                low = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| middle + i + 1);
            } else {
                high = start;
            }
        }
        self.0.get(low..).unwrap_or_default().lines().filter_map(|line| line.split_once('\t'))
    }

    /// All keys and meanings.
    pub fn all(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.from("")
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn finds_every_key_and_no_other() {
        const TOWNS: Lines = Lines("aden\t1\nnew delhi\t2\nnew york\t3\nüsküp\t4");
        for (key, meaning) in TOWNS.all() {
            assert_eq!(TOWNS.get(key), Some(meaning));
        }
        for key in ["", "a", "ade", "adena", "new", "new yorker", "zürich", "üsküpp"] {
            assert_eq!(TOWNS.get(key), None, "{key}");
        }
        assert_eq!(TOWNS.from("new").map(|t| t.1).collect::<String>(), "234");
        assert_eq!(Lines("").get("aden"), None);
    }
}
