//! Rows of weights for hashed features.

/// How many buckets share a rank. A model has at least as many buckets.
pub const BLOCK: usize = 512;

/// Weights of hashed features, `width` of them a row, read in place from
///
/// ```text
/// rows u32 · bits u8 · width u8 · 0 u16 · ranks u32 × buckets/512 · bitmap, a bit a bucket · rows × width × i8
/// ```
///
/// (little-endian). A feature's bucket is the first `bits` bits of its hash. Most buckets are empty: the bitmap says which have
/// a row, the ranks how many rows stand before each block. An unknown feature mostly falls on an empty bucket, which costs
/// a bit instead of a row and keeps chance weights off it.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'b> {
    bits: u32,
    width: usize,
    ranks: &'b [u8],
    bitmap: &'b [u8],
    rows: &'b [u8],
}

impl<'b> Weights<'b> {
    /// Reads the weights at the beginning of `bytes` and returns what follows; None if they aren't whole.
    pub fn read(bytes: &'b [u8]) -> Option<(Self, &'b [u8])> {
        let (head, rest) = bytes.split_first_chunk::<8>()?;
        let [a, b, c, d, bits, width, 0, 0] = *head else { return None };
        let (count, bits, width) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from(bits), usize::from(width));
        if !(BLOCK.ilog2()..=28).contains(&bits) || width == 0 {
            return None;
        }
        let (ranks, rest) = rest.split_at_checked((4 << bits) / BLOCK)?;
        let (bitmap, rest) = rest.split_at_checked((1 << bits) / 8)?;
        let (rows, rest) = rest.split_at_checked(count.checked_mul(width)?)?;
        Some((Self { bits, width, ranks, bitmap, rows }, rest))
    }

    /// Weights in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The weights of a feature, if it has any.
    pub fn row(&self, feature: u32) -> Option<&'b [u8]> {
        let bucket = (feature >> (32 - self.bits)) as usize;
        if self.bitmap.get(bucket / 8)? >> (bucket % 8) & 1 == 0 {
            return None;
        }
        let block = bucket / BLOCK;
        let rank = self.ranks.get(block * 4..)?.first_chunk().map(|r| u32::from_le_bytes(*r))?;
        let (words, _) = self.bitmap.get(block * BLOCK / 8..)?.as_chunks::<8>();
        let (whole, rest) = (bucket % BLOCK / 64, bucket % 64);
        let before: u32 = words.iter().take(whole).map(|w| u64::from_le_bytes(*w).count_ones()).sum();
        let last = u64::from_le_bytes(*words.get(whole)?) & !(u64::MAX << rest);
        let row = (rank + before + last.count_ones()) as usize * self.width;
        self.rows.get(row..row + self.width)
    }

    /// Adds the weights of a feature to `scores`.
    pub fn add(&self, feature: u32, scores: &mut [i32]) {
        if let Some(row) = self.row(feature) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight.cast_signed());
            }
        }
    }
}
