//! A single decision by a logistic model.

use super::Weights;
use super::fixed::{exp, log_add, log_sum};

/// A logistic model, read from
///
/// ```text
/// step u16 · 0 u16 · Weights · N × i16 (the bias of each answer)
/// ```
///
/// With one weight a row it answers yes or no, with two or three one of `N` answers.
#[derive(Debug, Clone)]
pub struct Choice<const N: usize> {
    step: i32,
    weights: Weights<N>,
    bias: [i32; N],
}

impl<const N: usize> Choice<N> {
    /// Reads a packed model; None if the bytes hold none of that many answers.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (&[a, b, 0, 0], rest) = bytes.split_first_chunk::<4>()? else { return None };
        let (weights, bias) = Weights::read(rest, N * 2)?;
        let mut bias = bias.as_chunks::<2>().0.iter().map(|b| i32::from(i16::from_le_bytes(*b)));
        let bias = std::array::from_fn(|_| bias.next().unwrap_or(0));
        Some(Self { step: i32::from(u16::from_le_bytes([a, b])), weights, bias })
    }

    /// The score of each answer, in steps.
    pub fn scores(&self, features: impl IntoIterator<Item = u32>) -> [i32; N] {
        let mut sum = [0];
        for feature in features {
            self.weights.add(feature, &mut sum);
        }
        let mut scores = Weights::scores(&sum);
        scores.iter_mut().zip(self.bias).for_each(|(score, bias): (&mut i32, i32)| *score += bias);
        scores
    }

    /// The probability of each answer, in 1/65536; of a yes-or-no model that of yes alone.
    pub fn probabilities(&self, features: impl IntoIterator<Item = u32>) -> [u32; N] {
        // Far beyond any probability that can be told from 0 or 1, and no product overflows.
        let scores = self.scores(features).map(|s| s.saturating_mul(self.step).clamp(-(1 << 26), 1 << 26));
        let all = match scores.as_slice() {
            [yes] => log_add(0, *yes),
            many => log_sum(many.iter().copied()),
        };
        scores.map(|s| exp(s - all))
    }
}

impl Choice<1> {
    /// The probability of yes, in 1/65536.
    pub fn yes(&self, features: impl IntoIterator<Item = u32>) -> u32 {
        let [yes] = self.probabilities(features);
        yes
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Choice;
    use crate::learned::ONE;

    #[test]
    fn decides() {
        let bytes = [0, 16, 0, 0, 1, 0, 0, 0, 9, 0, 1, 1, 1, 0, 2, 255, 255];
        let model: Choice<1> = Choice::read(&bytes).unwrap();
        assert_eq!(model.scores([0, 0, 1 << 31]), [3]);
        let p = f64::from(model.yes([0])) / f64::from(ONE);
        assert!((p - 1.0 / (1.0 + (-1f64).exp())).abs() < 0.002, "{p}");
        assert!(Choice::<1>::read(&bytes[..bytes.len() - 1]).is_none());
        assert!(Choice::<2>::read(&bytes).is_none());
    }
}
