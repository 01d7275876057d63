//! Rows of weights for hashed features.

/// Every row has all its weights.
pub const DENSE: u8 = 0;
/// A row has a bit for each weight, and those that aren't zero.
pub const SPARSE: u8 = 1;

/// Weights of hashed features, `width` of them a row, read in place from
///
/// ```text
/// rows u32 · bits u8 · width u8 · layout u8 · 0 u8 · bitmap, a bit a bucket · rows
/// dense:  rows × width × i8
/// sparse: rows × ceil(width/8) bytes of mask · all weights that a mask has, i8
/// ```
///
/// (little-endian). A feature's bucket is the first `bits` bits of its hash. Most buckets are empty: the bitmap says which have
/// a row. An unknown feature mostly falls on an empty bucket, which costs a bit instead of a row and keeps chance weights off it.
///
/// Reading counts all rows once, so that a feature is found by counting the bits of one word: a model has at least 64 buckets.
#[derive(Debug, Clone)]
pub struct Weights<'b> {
    bits: u32,
    width: usize,
    /// For each 64 buckets which of them have a row, and how many rows stand before.
    buckets: Vec<(u64, u32)>,
    /// Of the sparse layout, which weights each row has, and where they begin in `values`; empty for the dense one.
    masks: Vec<(u32, u32)>,
    /// Of the dense layout the rows, of the sparse one the weights.
    values: &'b [u8],
}

impl<'b> Weights<'b> {
    /// Reads weights followed by as many bytes as `tail` says for their width, and returns both; None if they aren't whole.
    pub fn read(bytes: &'b [u8], tail: impl Fn(usize) -> usize) -> Option<(Self, &'b [u8])> {
        let (head, rest) = bytes.split_first_chunk::<8>()?;
        let [a, b, c, d, bits, width, layout @ (DENSE | SPARSE), 0] = *head else { return None };
        let (count, bits, width) = (u32::from_le_bytes([a, b, c, d]) as usize, u32::from(bits), usize::from(width));
        let sparse = layout == SPARSE;
        if !(6..=28).contains(&bits) || width == 0 || (sparse && width > 32) {
            return None;
        }
        let (bitmap, rest) = rest.split_at_checked((1 << bits) / 8)?;
        let bytes_a_row = if sparse { width.div_ceil(8) } else { width };
        let (rows, rest) = rest.split_at_checked(count.checked_mul(bytes_a_row)?)?;
        let (values, rest) = rest.split_at_checked(rest.len().checked_sub(tail(width))?)?;
        let mut before = 0;
        let buckets: Vec<(u64, u32)> = bitmap
            .as_chunks::<8>()
            .0
            .iter()
            .map(|word| {
                let (word, earlier) = (u64::from_le_bytes(*word), before);
                before += word.count_ones();
                (word, earlier)
            })
            .collect();
        let mut end = 0;
        let masks = if sparse { rows } else { &[] };
        let masks = masks
            .chunks_exact(bytes_a_row)
            .map(|bytes| {
                let mask = bytes.iter().rev().fold(0, |mask, byte| mask << 8 | u32::from(*byte));
                let start = end;
                end += mask.count_ones();
                (mask, start)
            })
            .collect();
        let whole = before as usize == count && end as usize == values.len();
        let values = if sparse { values } else { rows };
        whole.then_some((Self { bits, width, buckets, masks, values }, rest))
    }

    /// Weights in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The bytes of a feature's row in the dense layout, if it has one.
    pub fn row(&self, feature: u32) -> Option<&'b [u8]> {
        let row = self.number(feature)? * self.width;
        self.values.get(row..row + self.width)
    }

    /// The number of a feature's row, if it has one.
    fn number(&self, feature: u32) -> Option<usize> {
        let bucket = feature >> (32 - self.bits);
        let (word, before) = self.buckets.get((bucket / 64) as usize)?;
        let bit = 1 << (bucket % 64);
        (word & bit != 0).then(|| (before + (word & (bit - 1)).count_ones()) as usize)
    }

    /// Adds the weights of a feature to `scores`.
    pub fn add(&self, feature: u32, scores: &mut [i32]) {
        let Some(row) = self.number(feature) else { return };
        if let Some(&(mut mask, start)) = self.masks.get(row) {
            let values = self.values.get(start as usize..).and_then(|v| v.get(..mask.count_ones() as usize));
            for value in values.unwrap_or_default() {
                if let Some(score) = scores.get_mut(mask.trailing_zeros() as usize) {
                    *score += i32::from(value.cast_signed());
                }
                mask &= mask.wrapping_sub(1);
            }
        } else if let Some(row) = self.values.get(row * self.width..(row + 1) * self.width) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight.cast_signed());
            }
        }
    }
}
