//! Weights of hashed features, and their sums.

use super::Index;

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

/// Splits off the bytes of so many masks of `N` bits.
fn masks<const N: usize>(bytes: &[u8], count: usize) -> Option<(Vec<u32>, &[u8])> {
    let width = N.div_ceil(8);
    let (masks, rest) = bytes.split_at_checked(count.checked_mul(width)?)?;
    let mask = |mask: &[u8]| mask.iter().rev().fold(0, |mask, byte| mask << 8 | u32::from(*byte));
    Some((masks.chunks_exact(width).map(mask).collect(), rest))
}

/// A row of the weights that a mask has, as it is added; None if they aren't there.
fn fill(row: &mut [u64], labels: usize, mut mask: u32, weights: &mut std::slice::Iter<u8>) -> Option<()> {
    let mut add = |lane: usize, weight: i64| {
        if let Some(word) = row.get_mut(lane / LANES) {
            // No lane falls below zero, so none borrows from the next.
            *word = word.wrapping_add_signed(weight << (lane % LANES * 16));
        }
    };
    add(labels, 1 - i64::from(ZERO));
    while mask != 0 {
        add(mask.trailing_zeros() as usize, i64::from(weights.next()?.cast_signed()));
        mask &= mask - 1;
    }
    Some(())
}

impl<const N: usize> Weights<N> {
    /// Reads weights, followed by `tail` bytes, and returns both; None if they are no such weights:
    ///
    /// ```text
    /// Index · N u8 · patterns u8 · a mask for each pattern · a pattern's number u8 for each row · a mask for each row whose number is
    /// that of none · the weights that the masks have, i8, row by row
    /// ```
    ///
    /// A mask has a bit for each weight of a row that isn't 0, in as few bytes as N bits take.
    #[inline(never)]
    pub fn read(bytes: &[u8], tail: usize) -> Option<(Self, &[u8])> {
        let (index, count, rest) = Index::read(bytes)?;
        let (&[width, patterns], rest) = rest.split_first_chunk()?;
        if usize::from(width) != N || N > 32 {
            return None;
        }
        let (patterns, rest) = masks::<N>(rest, usize::from(patterns))?;
        let (numbers, rest) = rest.split_at_checked(count)?;
        let known = |number: &u8| patterns.get(usize::from(*number)).copied();
        let (others, rest) = masks::<N>(rest, numbers.iter().filter(|n| known(n).is_none()).count())?;
        let (weights, rest) = rest.split_at_checked(rest.len().checked_sub(tail)?)?;
        let (mut others, mut weights) = (others.into_iter(), weights.iter());
        let mut rows = vec![ZEROS; count * Self::words()];
        for (number, row) in numbers.iter().zip(rows.chunks_exact_mut(Self::words())) {
            fill(row, N, known(number).or_else(|| others.next())?, &mut weights)?;
        }
        weights.as_slice().is_empty().then_some((Self { index, rows }, rest))
    }

    /// The words of a sum: all 0 before anything is added.
    pub const fn words() -> usize {
        N / LANES + 1
    }

    /// Adds the weights of a feature to a sum of [`Weights::words`] words. Inlined, as an article asks for hundreds of thousands.
    #[inline]
    pub fn add<const WORDS: usize>(&self, feature: u32, sum: &mut [u64; WORDS]) {
        const { assert!(WORDS == Self::words(), "a sum has as many words as a row") };
        let row = self.index.number(feature).and_then(|number| self.rows.as_chunks::<WORDS>().0.get(number));
        if let Some(row) = row {
            sum.iter_mut().zip(row).for_each(|(sum, row)| *sum = sum.wrapping_add(*row));
        }
    }

    /// The scores that a sum comes to.
    pub fn scores(sum: &[u64]) -> [i32; N] {
        let lane = |at: usize| sum.get(at / LANES).map_or(0, |word| (word >> (at % LANES * 16) & 0xFFFF) as i32);
        let count = lane(N);
        debug_assert!(count <= MOST, "more features than a sum can take");
        std::array::from_fn(|i| lane(i) - count * ZERO)
    }
}
