//! Weights of hashed features, and their sums.

use super::rows::{Index, Rows};

/// Lanes of 16 bits in a word.
const LANES: usize = 4;
/// What stands in a lane for a weight of zero, and a word of them.
const ZERO: i32 = 128;
const ZEROS: u64 = 0x0080_0080_0080_0080;
/// So many features can be summed up that no lane runs over.
const MOST: i32 = 257;

/// Weights of hashed features, `N` of them each, from −128 to 127.
///
/// A sum takes [`Weights::words`] words with a weight in each lane of 16 bits, 128 too high, so that one addition adds four, in whatever
/// engine; the lane after the last counts the features. At most 257 features make up a sum.
#[derive(Debug, Clone)]
pub struct Weights<const N: usize> {
    index: Index,
    rows: Vec<u64>,
}

/// Rows in which no weight is left out, as they are added.
fn dense<const N: usize>(bytes: &[u8]) -> Vec<u64> {
    let mut rows = Vec::with_capacity(bytes.len() / N * Weights::<N>::words());
    for row in bytes.as_chunks::<N>().0 {
        for word in 0..Weights::<N>::words() {
            let lane = |lane: usize| match word * LANES + lane {
                // The sign's bit turned round is 128 more.
                at if at < N => u64::from(row.get(at).map_or(0, |byte| byte ^ 0x80)),
                at => u64::from(at == N),
            };
            rows.push(lane(0) | lane(1) << 16 | lane(2) << 32 | lane(3) << 48);
        }
    }
    rows
}

/// Rows of the weights that masks have, as they are added.
fn sparse<const N: usize>(masks: &[u8], bytes: &[u8]) -> Vec<u64> {
    let mut filled = bytes.iter();
    let mut rows = Vec::with_capacity(masks.len() / N.div_ceil(8) * Weights::<N>::words());
    for mask in masks.chunks_exact(N.div_ceil(8)) {
        let start = rows.len();
        rows.resize(start + Weights::<N>::words(), ZEROS);
        let row = rows.get_mut(start..).unwrap_or_default();
        let mut left: u32 = mask.iter().rev().fold(0, |mask, byte| mask << 8 | u32::from(*byte));
        let mut add = |lane: usize, weight: i64| {
            if let Some(word) = row.get_mut(lane / LANES) {
                // No lane falls below zero, so none borrows from the next.
                *word = word.wrapping_add_signed(weight << (lane % LANES * 16));
            }
        };
        add(N, 1 - i64::from(ZERO));
        while left != 0 {
            add(left.trailing_zeros() as usize, filled.next().map_or(0, |w| i64::from(w.cast_signed())));
            left &= left - 1;
        }
    }
    rows
}

impl<const N: usize> Weights<N> {
    /// Reads weights, packed as [`Rows`] of `i8`, followed by `tail` bytes, and returns both; None if they are no such weights.
    #[inline(never)]
    pub fn read(bytes: &[u8], tail: usize) -> Option<(Self, &[u8])> {
        let (packed, rest) = Rows::read(bytes, tail)?;
        if packed.width != N {
            return None;
        }
        let rows =
            if packed.masks.is_empty() { dense::<N>(packed.bytes) } else { sparse::<N>(packed.masks, packed.bytes) };
        Some((Self { index: packed.index, rows }, rest))
    }

    /// The words of a sum: all 0 before anything is added.
    pub const fn words() -> usize {
        N / LANES + 1
    }

    /// Adds the weights of a feature to a sum.
    #[inline(never)]
    pub fn add(&self, feature: u32, sum: &mut [u64]) {
        let Some(number) = self.index.number(feature) else { return };
        let start = number * Self::words();
        let row = self.rows.get(start..start + Self::words()).unwrap_or_default();
        sum.iter_mut().zip(row).for_each(|(sum, row)| *sum = sum.wrapping_add(*row));
    }

    /// The scores that a sum comes to.
    pub fn scores(sum: &[u64]) -> [i32; N] {
        let lane = |at: usize| sum.get(at / LANES).map_or(0, |word| (word >> (at % LANES * 16) & 0xFFFF) as i32);
        let count = lane(N);
        debug_assert!(count <= MOST, "more features than a sum can take");
        std::array::from_fn(|i| lane(i) - count * ZERO)
    }
}
