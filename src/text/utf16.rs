//! Byte offsets to UTF-16 code units.

/// Walks a text once, forwards, answering how many UTF-16 code units precede a byte offset.
/// Invariant: offsets are asked for in ascending order.
pub struct Utf16Walk<'t> {
    text: &'t [u8],
    ascii: bool,
    byte: usize,
    units: u32,
}

impl<'t> Utf16Walk<'t> {
    /// A walk at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text: text.as_bytes(), ascii: text.is_ascii(), byte: 0, units: 0 }
    }

    /// The UTF-16 offset of byte `offset`, which is not smaller than the one asked for before.
    pub fn to(&mut self, offset: u32) -> u32 {
        if self.ascii {
            return offset;
        }
        let end = (offset as usize).min(self.text.len());
        if end > self.byte {
            self.units += units(&self.text[self.byte..end]);
            self.byte = end;
        }
        self.units
    }
}

/// One unit for each leading byte, one more for a character beyond the Basic Multilingual Plane (a leading byte from F0 on).
fn units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::Utf16Walk;

    #[test]
    fn counts_as_javascript_does() {
        let text = "a€😀é\u{fffd}z";
        let mut walk = Utf16Walk::new(text);
        let mut units = 0;
        for (byte, c) in text.char_indices() {
            assert_eq!(walk.to(byte as u32), units);
            units += c.len_utf16() as u32;
        }
        assert_eq!(walk.to(text.len() as u32), units);
    }
}
