//! Packed integer models: reading and scoring. Training lives in `training/`.
//!
//! A model is a byte string: a header, then rows of small weights for hashed features. A [`Chain`]
//! labels a sequence (Viterbi, and the probability of any part of it), a [`Choice`] decides a single question. Scores are
//! sums of weights, so a caller may add up the rows of features that many tokens share once and reuse the sum.

mod chain;
mod choice;
mod fixed;
mod index;
mod lattice;
mod weights;

pub use chain::{Chain, FORBIDDEN};
pub use choice::Choice;
pub use fixed::ONE;
pub use index::Index;
pub use lattice::Lattice;
pub use weights::Weights;

/// The hash of a feature: its template's number and what it saw, already hashed (by [`crate::text::fnv`] or as a small number).
pub fn feature(template: u32, value: u32) -> u32 {
    let mut h = value ^ template.wrapping_mul(0x9E37_79B9);
    h ^= h >> 16;
    h = h.wrapping_mul(0x85EB_CA6B);
    h ^= h >> 13;
    h = h.wrapping_mul(0xC2B2_AE35);
    h ^ (h >> 16)
}

/// Two values as one, in order.
pub fn pair(a: u32, b: u32) -> u32 {
    (a.wrapping_mul(0x9E37_79B1).rotate_left(13) ^ b).wrapping_mul(0x85EB_CA77)
}
