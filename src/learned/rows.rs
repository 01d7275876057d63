//! Rows of bytes for hashed features.

/// Every row has all its bytes.
pub const DENSE: u8 = 0;
/// A row has a bit for each byte, and those that aren't zero.
pub const SPARSE: u8 = 1;

/// Which hashed features have a row.
///
/// A feature's bucket is the first `bits` bits of its hash. Most buckets are empty: a bitmap says which have a row. An unknown
/// feature mostly falls on an empty bucket, which costs a bit instead of a row and keeps chance rows off it.
///
/// Reading counts all rows once, so that a feature is found by counting the bits of one word: there are at least 64 buckets.
#[derive(Debug, Clone)]
pub struct Index {
    shift: u32,
    /// For each 64 buckets which of them have a row, and how many rows stand before.
    buckets: Vec<(u64, u32)>,
}

impl Index {
    /// The number of a feature's row, if it has one.
    pub fn number(&self, feature: u32) -> Option<usize> {
        let bucket = feature >> self.shift;
        let (word, before) = self.buckets.get((bucket / 64) as usize)?;
        let bit = 1 << (bucket % 64);
        (word & bit != 0).then(|| (before + (word & (bit - 1)).count_ones()) as usize)
    }
}

/// Rows of `width` bytes for hashed features, read in place from
///
/// ```text
/// rows u32 · bits u8 · width u8 · layout u8 · 0 u8 · bitmap, a bit a bucket · rows
/// dense:  rows × width bytes
/// sparse: rows × ceil(width/8) bytes of mask · all bytes that a mask has
/// ```
///
/// (little-endian).
#[derive(Debug, Clone)]
pub struct Rows<'b> {
    /// Where a feature's row is.
    pub index: Index,
    /// Bytes in a row.
    pub width: usize,
    /// Of the sparse layout the masks of all rows; nothing in the dense one.
    pub masks: &'b [u8],
    /// Of the dense layout the rows, of the sparse one the bytes that masks have.
    pub bytes: &'b [u8],
}

impl<'b> Rows<'b> {
    /// Reads rows followed by `tail` bytes, and returns both; None if they aren't whole.
    pub fn read(bytes: &'b [u8], tail: usize) -> Option<(Self, &'b [u8])> {
        let (head, rest) = bytes.split_first_chunk::<8>()?;
        let [a, b, c, d, bits, width, layout @ (DENSE | SPARSE), 0] = *head else { return None };
        let (count, bits, width) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from(bits), usize::from(width));
        let sparse = layout == SPARSE;
        if !(6..=28).contains(&bits) || width == 0 || (sparse && width > 32) {
            return None;
        }
        let (bitmap, rest) = rest.split_at_checked((1 << bits) / 8)?;
        let (masks, rest) = rest.split_at_checked(if sparse { count.checked_mul(width.div_ceil(8))? } else { 0 })?;
        let filled = masks.iter().map(|mask| mask.count_ones() as usize).sum();
        let (bytes, rest) = rest.split_at_checked(if sparse { filled } else { count.checked_mul(width)? })?;
        let mut before = 0;
        let counted = |word: &[u8; 8]| {
            let (word, earlier) = (u64::from_le_bytes(*word), before);
            before += word.count_ones();
            (word, earlier)
        };
        let buckets = bitmap.as_chunks().0.iter().map(counted).collect();
        let whole = before as usize == count && rest.len() == tail;
        whole.then_some((Self { index: Index { shift: 32 - bits, buckets }, width, masks, bytes }, rest))
    }
}
