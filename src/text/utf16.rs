//! Byte offsets to UTF-16 code units.

/// How many UTF-16 code units precede a byte offset, after one walk over the text.
#[derive(Debug)]
pub struct Utf16 {
    /// Behind which bytes there are fewer units than bytes, and by how many: one entry for each byte that goes on with a character.
    fewer: Vec<(u32, u32)>,
}

impl Utf16 {
    /// Walks over `text`.
    pub fn new(text: &str) -> Self {
        let mut by = 0u32;
        let beyond = text.bytes().zip(1..).filter(|(byte, _)| !byte.is_ascii());
        let fewer = beyond.filter_map(|(byte, end)| match byte {
            0x80..0xC0 => {
                by = by.wrapping_add(1);
                Some((end, by))
            }
            // A character beyond the Basic Multilingual Plane has four bytes and two units.
            0xF0.. => {
                by = by.wrapping_sub(1);
                None
            }
            _ => None,
        });
        Self { fewer: fewer.collect() }
    }

    /// The UTF-16 offset of byte `offset`, where a character begins or the text ends.
    pub fn of(&self, offset: u32) -> u32 {
        let before = self.fewer.partition_point(|(end, _)| *end <= offset);
        let by = before.checked_sub(1).and_then(|last| self.fewer.get(last)).map_or(0, |(_, by)| *by);
        offset - by
    }
}

#[cfg(test)]
mod tests {
    use super::Utf16;
    use proptest::prelude::{prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn counts_as_javascript_does(text: String) {
            let utf16 = Utf16::new(&text);
            let mut units = 0;
            for (byte, c) in text.char_indices() {
                prop_assert_eq!(utf16.of(byte as u32), units);
                units += c.len_utf16() as u32;
            }
            prop_assert_eq!(utf16.of(text.len() as u32), units);
        }
    }

    #[test]
    fn counts_beyond_the_basic_plane() {
        let utf16 = Utf16::new("😀a€");
        assert_eq!([0, 4, 5, 8].map(|byte| utf16.of(byte)), [0, 2, 3, 4]);
    }
}
