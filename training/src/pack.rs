//! Trained weights to the bytes that `copydesk::learned` reads.

use copydesk::learned::FORBIDDEN;
use std::collections::BTreeMap;

/// What a row takes besides its weights, in weights: a gap and a pattern.
const ROW: f32 = 1.5;

/// A mask that so many rows have is worth a number.
const OFTEN: usize = 3;

/// Rows of trained weights, `width` for each of 2^bits buckets.
pub struct Table {
    pub bits: u32,
    pub width: usize,
    pub weights: Vec<f32>,
}

/// How finely weights are packed.
#[derive(Clone, Copy)]
pub struct Grain {
    /// The largest weight, in nats; greater ones are cut off.
    pub max: f32,
    /// How many steps on either side of zero: up to 127.
    pub steps: i32,
}

impl Grain {
    fn step(self) -> f32 {
        self.max / self.steps as f32
    }

    fn quantize(self, weight: f32) -> i8 {
        (weight / self.step()).round().clamp(-self.steps as f32, self.steps as f32) as i8
    }
}

/// The bucket of a feature among 2^bits.
pub fn bucket(feature: u32, bits: u32) -> usize {
    (feature >> (32 - bits)) as usize
}

impl Table {
    pub fn new(bits: u32, width: usize) -> Self {
        Self { bits, width, weights: vec![0.0; width << bits] }
    }

    pub fn bucket(&self, feature: u32) -> usize {
        bucket(feature, self.bits)
    }

    /// The `count` weights that matter most: greatest by their square times `importance`.
    pub fn strongest(&self, importance: &[f32], count: usize) -> Vec<bool> {
        let mut keep = vec![false; self.weights.len()];
        let mut all: Vec<(f32, u32)> = (0..)
            .zip(self.weights.iter().zip(importance))
            .map(|(i, (w, h))| (w * w * h, i))
            .filter(|w| w.0 > 0.0)
            .collect();
        all.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        all.iter().take(count).for_each(|w| keep[w.1 as usize] = true);
        keep
    }

    /// The weights that matter most for the bytes they take, about `count` of them: each has to be worth its own, by its square times
    /// `importance`, and those of a row together what the row takes besides.
    pub fn worthwhile(&self, importance: &[f32], count: usize) -> Vec<bool> {
        let worth: Vec<f32> = self.weights.iter().zip(importance).map(|(w, h)| w * w * h).collect();
        let rows = || worth.chunks_exact(self.width).enumerate();
        let kept = |row: &[f32], price: f32| {
            let gain: f32 = row.iter().map(|w| (w - price).max(0.0)).sum();
            gain > price * ROW
        };
        let dear = |row: &[f32], price: f32| row.iter().filter(|w| **w > price).count();
        let (mut low, mut high) = (1e-12f32, 1e9f32);
        for _ in 0..50 {
            let price = (low * high).sqrt();
            let all: usize = rows().filter(|(_, row)| kept(row, price)).map(|(_, row)| dear(row, price)).sum();
            *(if all > count { &mut low } else { &mut high }) = price;
        }
        let mut keep = vec![false; worth.len()];
        for (r, row) in rows().filter(|(_, row)| kept(row, high)) {
            row.iter().enumerate().for_each(|(j, w)| keep[r * self.width + j] = *w > high);
        }
        keep
    }

    /// As `learned::Weights` reads it; rows without a weight take no room.
    pub fn pack(&self, grain: Grain) -> Vec<u8> {
        let quantized: Vec<i8> = self.weights.iter().map(|&w| grain.quantize(w)).collect();
        let rows = || quantized.chunks_exact(self.width).enumerate().filter(|(_, row)| row.iter().any(|&w| w != 0));
        let mask = |row: &[i8]| (0..).zip(row).map(|(bit, w)| u32::from(*w != 0) << bit).sum::<u32>();
        let masks: Vec<u32> = rows().map(|(_, row)| mask(row)).collect();
        let patterns = patterns(&masks);
        let number = |mask: &u32| patterns.iter().position(|p| p == mask).unwrap_or(patterns.len());
        let mut out = index(self.bits, rows().map(|(bucket, _)| bucket));
        out.extend([self.width as u8, patterns.len() as u8]);
        let spelt = |mask: &u32| mask.to_le_bytes().into_iter().take(self.width.div_ceil(8));
        out.extend(patterns.iter().flat_map(spelt));
        out.extend(masks.iter().map(|m| number(m) as u8));
        out.extend(masks.iter().filter(|m| number(m) == patterns.len()).flat_map(spelt));
        out.extend(quantized.iter().filter(|w| **w != 0).map(|w| w.cast_unsigned()));
        out
    }
}

/// The masks that are worth a number, from the commonest on.
fn patterns(masks: &[u32]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    masks.iter().for_each(|m| *counts.entry(*m).or_default() += 1);
    let mut patterns: Vec<u32> = counts.iter().filter(|(_, count)| **count >= OFTEN).map(|(m, _)| *m).collect();
    patterns.sort_by_key(|m| (std::cmp::Reverse(counts[m]), *m));
    patterns.truncate(255);
    patterns
}

/// As `learned::Index` reads it, of the buckets that have a row, in order.
pub fn index(bits: u32, buckets: impl Iterator<Item = usize>) -> Vec<u8> {
    let (mut count, mut next, mut gaps) = (0u32, 0, Vec::new());
    for bucket in buckets {
        let gap = bucket - next;
        gaps.extend(std::iter::repeat_n(255, gap / 255));
        gaps.push((gap % 255) as u8);
        (count, next) = (count + 1, bucket + 1);
    }
    let mut out = count.to_le_bytes().to_vec();
    out.push(bits as u8);
    out.extend(gaps);
    out
}

fn header(grain: Grain) -> [u8; 4] {
    let step = (grain.step() * 4096.0).round() as u16;
    let [a, b] = step.to_le_bytes();
    [a, b, 0, 0]
}

fn wide(weight: f32, grain: Grain) -> i16 {
    if weight == f32::NEG_INFINITY {
        FORBIDDEN
    } else {
        (weight / grain.step()).round().clamp(-16_000.0, 16_000.0) as i16
    }
}

/// A model with a few weights beside the rows: the transitions of a chain, the biases of a choice.
pub fn pack(table: &Table, others: &[f32], grain: Grain) -> Vec<u8> {
    let mut out = header(grain).to_vec();
    out.extend(table.pack(grain));
    out.extend(others.iter().flat_map(|&w| wide(w, grain).to_le_bytes()));
    out
}

/// A generator of the same numbers on every run (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as u32
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.next() as usize % (i + 1));
        }
    }
}
