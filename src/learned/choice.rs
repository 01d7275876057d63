//! A single decision by a logistic model.

use super::Weights;
use super::fixed::{exp, log_add, log_sum};

/// A logistic model, read in place from
///
/// ```text
/// step u16 · 0 u16 · Weights · width × i16 (the bias of each answer)
/// ```
///
/// With one weight a row it answers yes or no, with more one of as many answers.
#[derive(Debug, Clone)]
pub struct Choice<'b> {
    step: i32,
    weights: Weights<'b>,
    bias: &'b [u8],
}

impl<'b> Choice<'b> {
    /// Reads a packed model; None if the bytes hold none.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let (&[a, b, 0, 0], rest) = bytes.split_first_chunk::<4>()? else { return None };
        let (weights, bias) = Weights::read(rest, |answers| answers * 2)?;
        Some(Self { step: i32::from(u16::from_le_bytes([a, b])), weights, bias })
    }

    /// The score of each answer, in steps.
    pub fn scores(&self, features: impl IntoIterator<Item = u32>) -> Vec<i32> {
        let mut scores: Vec<i32> =
            self.bias.as_chunks::<2>().0.iter().map(|b| i32::from(i16::from_le_bytes(*b))).collect();
        for feature in features {
            self.weights.add(feature, &mut scores);
        }
        scores
    }

    /// The probability of yes (of the first answer), in 1/65536.
    pub fn yes(&self, features: impl IntoIterator<Item = u32>) -> u32 {
        self.probabilities(features).first().copied().unwrap_or(0)
    }

    /// The probability of each answer, in 1/65536; of a yes-or-no model that of yes alone.
    pub fn probabilities(&self, features: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let mut scores = self.scores(features);
        // Far beyond any probability that can be told from 0 or 1, and no product overflows.
        for s in &mut scores {
            *s = s.saturating_mul(self.step).clamp(-(1 << 26), 1 << 26);
        }
        let all = match scores.as_slice() {
            [yes] => log_add(0, *yes),
            many => log_sum(many.iter().copied()),
        };
        scores.into_iter().map(|s| exp(s - all)).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Choice;
    use crate::learned::ONE;

    #[test]
    fn decides() {
        let mut bytes = vec![0, 16, 0, 0, 1, 0, 0, 0, 9, 1, 0, 0, 1];
        bytes.extend(vec![0; 512 / 8 - 1]);
        bytes.extend([2, 255, 255]);
        let model = Choice::read(&bytes).unwrap();
        assert_eq!(model.scores([0, 0, 1 << 31]), [3]);
        let p = f64::from(model.yes([0])) / f64::from(ONE);
        assert!((p - 1.0 / (1.0 + (-1f64).exp())).abs() < 0.002, "{p}");
        assert!(Choice::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
