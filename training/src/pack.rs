//! Trained weights to the bytes that `copydesk::learned` reads.

use copydesk::learned::{DENSE, FORBIDDEN, SPARSE};

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

impl Table {
    pub fn new(bits: u32, width: usize) -> Self {
        Self { bits, width, weights: vec![0.0; width << bits] }
    }

    pub fn bucket(&self, feature: u32) -> usize {
        (feature >> (32 - self.bits)) as usize
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

    /// As `learned::Weights` reads it; rows without a weight take no room. The layout of wide rows is the smaller one.
    pub fn pack(&self, grain: Grain) -> Vec<u8> {
        let quantized: Vec<i8> = self.weights.iter().map(|&w| grain.quantize(w)).collect();
        let mut bitmap = vec![0u8; (1 << self.bits) / 8];
        let (mut dense, mut masks, mut values) = (vec![], vec![], vec![]);
        let mut count = 0u32;
        for (bucket, row) in quantized.chunks_exact(self.width).enumerate() {
            if row.iter().any(|&w| w != 0) {
                bitmap[bucket / 8] |= 1 << (bucket % 8);
                dense.extend(row.iter().map(|w| w.cast_unsigned()));
                let bits = |eight: &[i8]| (0..).zip(eight).map(|(bit, w)| u8::from(*w != 0) << bit).sum::<u8>();
                masks.extend(row.chunks(8).map(bits));
                values.extend(row.iter().filter(|w| **w != 0).map(|w| w.cast_unsigned()));
                count += 1;
            }
        }
        // Rows of a few weights are read faster whole, and compress as well.
        let sparse = (9..=32).contains(&self.width) && masks.len() + values.len() < dense.len();
        let mut out = count.to_le_bytes().to_vec();
        out.extend([self.bits as u8, self.width as u8, if sparse { SPARSE } else { DENSE }, 0]);
        let parts = if sparse { [bitmap, masks, values] } else { [bitmap, dense, Vec::new()] };
        parts.iter().for_each(|p| out.extend(p));
        out
    }
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
