//! Rows of weights for hashed features.

/// How many buckets share a rank. A model has at least as many buckets.
pub const BLOCK: usize = 512;
/// Every row has all its weights.
pub const DENSE: u8 = 0;
/// A row has a bit for each weight, and those that aren't zero.
pub const SPARSE: u8 = 1;

/// Weights of hashed features, `width` of them a row, read in place from
///
/// ```text
/// rows u32 · bits u8 · width u8 · layout u8 · 0 u8 · ranks · bitmap, a bit a bucket · rows
/// dense:  ranks u32 × buckets/512; rows × width × i8
/// sparse: ranks (u32, u32) × buckets/512; rows × ceil(width/8) bytes of mask · all weights that a mask has, i8
/// ```
///
/// (little-endian). A feature's bucket is the first `bits` bits of its hash. Most buckets are empty: the bitmap says which have
/// a row, the ranks how many rows (and weights) stand before each block. An unknown feature mostly falls on an empty bucket,
/// which costs a bit instead of a row and keeps chance weights off it.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'b> {
    bits: u32,
    width: usize,
    sparse: bool,
    /// Whether every bucket has a row: then its place needs no counting.
    full: bool,
    ranks: &'b [u8],
    bitmap: &'b [u8],
    /// Of the dense layout the rows, of the sparse one the masks.
    rows: &'b [u8],
    values: &'b [u8],
}

impl<'b> Weights<'b> {
    /// Reads weights followed by as many bytes as `tail` says for their width, and returns both; None if they aren't whole.
    pub fn read(bytes: &'b [u8], tail: impl Fn(usize) -> usize) -> Option<(Self, &'b [u8])> {
        let (head, rest) = bytes.split_first_chunk::<8>()?;
        let [a, b, c, d, bits, width, layout @ (DENSE | SPARSE), 0] = *head else { return None };
        let (count, bits, width) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from(bits), usize::from(width));
        let sparse = layout == SPARSE;
        if !(BLOCK.ilog2()..=28).contains(&bits) || width == 0 || (sparse && width > 32) {
            return None;
        }
        let (ranks, rest) = rest.split_at_checked(((4 << bits) / BLOCK) << usize::from(sparse))?;
        let (bitmap, rest) = rest.split_at_checked((1 << bits) / 8)?;
        let bytes_a_row = if sparse { width.div_ceil(8) } else { width };
        let (rows, rest) = rest.split_at_checked(count.checked_mul(bytes_a_row)?)?;
        let (values, rest) = rest.split_at_checked(rest.len().checked_sub(tail(width))?)?;
        let whole = sparse || values.is_empty();
        let full = !sparse && count == 1 << bits;
        whole.then_some((Self { bits, width, sparse, full, ranks, bitmap, rows, values }, rest))
    }

    /// Weights in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// A number of the ranks.
    fn rank(&self, at: usize) -> Option<u32> {
        self.ranks.get(at * 4..)?.first_chunk().map(|r| u32::from_le_bytes(*r))
    }

    /// Where a feature's row stands in its block, if it has one: the block, and how many rows of the block stand before.
    fn place(&self, feature: u32) -> Option<(usize, usize)> {
        let bucket = (feature >> (32 - self.bits)) as usize;
        if self.bitmap.get(bucket / 8)? >> (bucket % 8) & 1 == 0 {
            return None;
        }
        let block = bucket / BLOCK;
        let (words, _) = self.bitmap.get(block * BLOCK / 8..)?.as_chunks::<8>();
        let (whole, rest) = (bucket % BLOCK / 64, bucket % 64);
        let before: u32 = words.iter().take(whole).map(|w| u64::from_le_bytes(*w).count_ones()).sum();
        let last = u64::from_le_bytes(*words.get(whole)?) & !(u64::MAX << rest);
        Some((block, (before + last.count_ones()) as usize))
    }

    /// The bytes of a feature's row in the dense layout, if it has one.
    pub fn row(&self, feature: u32) -> Option<&'b [u8]> {
        let row = if self.full {
            (feature >> (32 - self.bits)) as usize * self.width
        } else {
            let (block, before) = self.place(feature).filter(|_| !self.sparse)?;
            (self.rank(block)? as usize + before) * self.width
        };
        self.rows.get(row..row + self.width)
    }

    /// Adds the weights of a feature to `scores`.
    pub fn add(&self, feature: u32, scores: &mut [i32]) {
        if self.sparse {
            // A row beyond the bytes adds nothing.
            let _ = self.add_sparse(feature, scores);
        } else if let Some(row) = self.row(feature) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight.cast_signed());
            }
        }
    }

    fn add_sparse(&self, feature: u32, scores: &mut [i32]) -> Option<()> {
        let (block, before) = self.place(feature)?;
        let size = self.width.div_ceil(8);
        let first = self.rank(block * 2)? as usize;
        let masks = self.rows.get(first * size..(first + before + 1) * size)?;
        let (earlier, own) = masks.split_at_checked(before * size)?;
        let (words, rest) = earlier.as_chunks::<8>();
        let skipped = words.iter().map(|w| u64::from_le_bytes(*w).count_ones()).sum::<u32>()
            + rest.iter().map(|b| b.count_ones()).sum::<u32>();
        let mut values = self.values.get((self.rank(block * 2 + 1)? + skipped) as usize..)?.iter();
        for (scores, &mask) in scores.chunks_mut(8).zip(own) {
            let mut mask = mask;
            while mask != 0 {
                let (bit, &value) = (mask.trailing_zeros() as usize, values.next()?);
                *scores.get_mut(bit)? += i32::from(value.cast_signed());
                mask &= mask - 1;
            }
        }
        Some(())
    }
}
