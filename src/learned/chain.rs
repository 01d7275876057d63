//! A linear chain: labels of a sequence, each depending on its own features and on the label before.

use super::Weights;
use super::fixed::NEVER;
use super::lattice::{Lattice, Steps};

/// A transition that never happens, as packed.
pub const FORBIDDEN: i16 = i16::MIN;

/// A linear-chain model of `N` labels, read from
///
/// ```text
/// step u16 · 0 u16 · Weights (a weight for each label) · (N + 1) × N × i16
/// ```
///
/// `step` is what a weight of 1 is worth in 1/4096 nat. The first row of the transitions is for the beginning of a sequence,
/// row 1 + i for what follows label i; they count in steps too.
#[derive(Debug, Clone)]
pub struct Chain<const N: usize> {
    step: i32,
    weights: Weights<N>,
    /// In steps.
    transitions: Transitions,
    /// As shares of one another.
    steps: Steps,
}

/// What may follow what: scores for the beginning and for each label, with `NEVER` for the forbidden.
#[derive(Debug, Clone)]
struct Transitions {
    start: Vec<i32>,
    after: Vec<i32>,
    /// The labels that may follow every label, and those that may follow some.
    open: Vec<usize>,
    closed: Vec<usize>,
    /// How far two scores of `open` labels can be apart, in one row or in one column.
    spread: i32,
}

impl Transitions {
    fn new(labels: usize, mut scores: Vec<i32>) -> Self {
        let after = scores.split_off(labels.min(scores.len()));
        let is_open = |l: &usize| after.iter().skip(*l).step_by(labels).all(|s| *s > NEVER);
        let (open, closed): (Vec<usize>, Vec<usize>) = (0..labels).partition(is_open);
        let all = || after.chunks_exact(labels).flat_map(|row| open.iter().filter_map(|l| row.get(*l)));
        let spread = all().max().zip(all().min()).map_or(0, |(most, least)| most - least);
        Self { start: scores, after, open, closed, spread }
    }

    /// The score before a transition below which no open label is reached best.
    fn floor(&self, scores: &[i32]) -> i32 {
        scores.iter().copied().max().unwrap_or(0) - self.spread
    }

    /// The labels that may follow, without the open ones if they have a better way.
    fn targets(&self, open: bool) -> [&[usize]; 2] {
        [if open { &self.open } else { &[] }, &self.closed]
    }
}

/// A score in steps as a log score, within bounds that no trained model reaches and no sum of a few overflows.
fn scaled(score: i32, step: i32) -> i32 {
    score.saturating_mul(step).clamp(-(1 << 26), 1 << 26)
}

/// Packed transitions in units of `unit` log scores.
fn unpacked(bytes: &[u8], unit: i32) -> Vec<i32> {
    let packed = bytes.as_chunks::<2>().0.iter().map(|b| i16::from_le_bytes(*b));
    packed.map(|s| if s == FORBIDDEN { NEVER } else { scaled(i32::from(s), unit) }).collect()
}

impl<const N: usize> Chain<N> {
    /// Reads a packed model; None if the bytes hold none of that many labels.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (&[a, b, 0, 0], rest) = bytes.split_first_chunk::<4>()? else { return None };
        let (weights, transitions) = Weights::read(rest, (N + 1) * N * 2)?;
        let step = i32::from(u16::from_le_bytes([a, b]));
        let scores = |unit: i32| unpacked(transitions, unit);
        Some(Self { step, weights, transitions: Transitions::new(N, scores(1)), steps: Steps::new(N, &scores(step)) })
    }

    /// The weights of the features: a token's scores are the sum of those of its features.
    pub fn weights(&self) -> &Weights<N> {
        &self.weights
    }

    /// The likeliest labels of a sequence of any length.
    pub fn best(&self, scores: &[[i32; N]]) -> Vec<u8> {
        let steps = &self.transitions;
        let mut back = vec![[0; N]; scores.len()];
        let mut last = [0; N];
        for (t, (token, from)) in scores.iter().zip(&mut back).enumerate() {
            let mut next = steps.start.first_chunk().copied().unwrap_or([0; N]);
            if t > 0 {
                next = [2 * NEVER; N];
                let floor = steps.floor(&last);
                for ((&score, row), before) in last.iter().zip(steps.after.as_chunks::<N>().0).zip(0..) {
                    for labels in steps.targets(score >= floor) {
                        for &l in labels {
                            let (Some(best), Some(from), Some(step)) = (next.get_mut(l), from.get_mut(l), row.get(l))
                            else {
                                continue;
                            };
                            if score + step > *best {
                                (*best, *from) = (score + step, before);
                            }
                        }
                    }
                }
            }
            // Only differences count: kept near zero, sums stay in range however long the sequence is.
            next.iter_mut().zip(token).for_each(|(n, s)| *n += s);
            let top = next.iter().copied().max().unwrap_or(0);
            last = next.map(|n| (n - top).max(NEVER));
        }
        let mut label = (0..).zip(&last).max_by_key(|&(l, score)| (score, std::cmp::Reverse(l))).map_or(0, |(l, _)| l);
        let mut path: Vec<u8> = Vec::with_capacity(scores.len());
        for from in back.iter().rev() {
            path.push(label);
            label = from.get(usize::from(label)).copied().unwrap_or(0);
        }
        path.reverse();
        path
    }

    /// The probabilities of everything about a sequence.
    #[inline(never)]
    pub fn lattice(&self, scores: &[[i32; N]]) -> Lattice<'_, N> {
        Lattice::new(&self.steps, scores.iter().map(|token| token.map(|s| scaled(s, self.step))))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Chain, FORBIDDEN, Weights};
    use crate::learned::ONE;

    /// Two labels, 512 buckets, one row; label 1 never follows label 1.
    fn bytes() -> Vec<u8> {
        let mut b = vec![0, 16, 0, 0, 1, 0, 0, 0, 9, 10, 2, 0, 0, 0b11, 255, 2];
        for t in [0, 0, 0, 0, 0, FORBIDDEN] {
            b.extend(t.to_le_bytes());
        }
        b
    }

    #[test]
    fn reads_scores_and_labels() {
        let bytes = bytes();
        let chain: Chain<2> = Chain::read(&bytes).unwrap();
        assert!(Chain::<3>::read(&bytes).is_none());
        let mut sum = [0];
        chain.weights().add(10 << 23, &mut sum);
        chain.weights().add(11 << 23, &mut sum);
        assert_eq!(Weights::<2>::scores(&sum), [-1, 2]);
        assert_eq!(chain.best(&[[-1, 2], [0, 1], [-1, 2]]), [1, 0, 1]);
        assert_eq!(chain.best(&[]), [0; 0]);
        let many = [[0, 100]].repeat(100_000);
        assert_eq!(chain.best(&many).into_iter().map(u32::from).sum::<u32>(), 50_000);
    }

    #[test]
    fn probabilities() {
        let bytes = bytes();
        let chain: Chain<2> = Chain::read(&bytes).unwrap();
        // Labellings 00, 01, 10 have weights 1, e, e.
        let lattice = chain.lattice(&[[0, 1], [0, 1]]);
        let e = std::f64::consts::E;
        let near = |p: u32, q: f64| assert!((f64::from(p) / f64::from(ONE) - q).abs() < 0.002, "{p} {q}");
        near(lattice.label(0, 1), e / (1.0 + 2.0 * e));
        near(lattice.label(1, 0), (1.0 + e) / (1.0 + 2.0 * e));
        near(lattice.path(0, &[0, 0]), 1.0 / (1.0 + 2.0 * e));
        near(lattice.path(0, &[1, 0]), e / (1.0 + 2.0 * e));
        assert_eq!(lattice.path(0, &[1, 1]), 0);
        assert_eq!(lattice.label(7, 1), 0);
        assert_eq!(chain.lattice(&[]).label(0, 0), 0);
    }

    #[test]
    fn broken_bytes_are_no_model() {
        let bytes = bytes();
        for length in 0..bytes.len() {
            assert!(Chain::<2>::read(&bytes[..length]).is_none());
        }
        for i in 0..bytes.len() {
            for value in [0, 1, 7, 31, 255] {
                let mut broken = bytes.clone();
                broken[i] = value;
                if let Some(chain) = Chain::<2>::read(&broken) {
                    chain.weights().add(10 << 23, &mut [0]);
                    assert_eq!(chain.best(&[[1; 2]; 40]).len(), 40);
                }
            }
        }
    }
}
