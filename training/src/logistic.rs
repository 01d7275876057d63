//! Single decisions by a hashed logistic model, trained by Adagrad.

use crate::crf::{Settings, adagrad};
use crate::pack::{Grain, Random, Table, pack};

/// The features of one decision, and the answer: 1 or 0 for a model of one label (yes or no), else the label's number.
pub struct Example {
    pub features: Vec<u32>,
    pub answer: usize,
}

pub struct Model {
    pub table: Table,
    pub bias: Vec<f32>,
}

impl Model {
    pub fn pack(&self, grain: Grain) -> Vec<u8> {
        pack(&self.table, &self.bias, grain)
    }
}

/// Trains on `examples`; only the weights of `keep`, if given, are trained.
pub fn train(examples: &[Example], settings: &Settings, keep: Option<&[bool]>) -> Model {
    let l = settings.labels;
    let mut table = Table::new(settings.bits, l);
    let mut squares = vec![0f32; table.weights.len()];
    let (mut bias, mut bias_squares) = (vec![0f32; l], vec![0f32; l]);
    let mut counts = vec![0u8; 1 << settings.bits];
    for &f in examples.iter().flat_map(|e| &e.features) {
        let count = &mut counts[table.bucket(f)];
        *count = count.saturating_add(1);
    }
    let useful: Vec<bool> = (0..counts.len()).map(|b| counts[b] >= settings.min_count).collect();
    let mut random = Random::new(settings.seed);
    let drop_below = (f64::from(settings.dropout) * f64::from(u32::MAX)) as u32;
    let gain = 1.0 / (1.0 - settings.dropout);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for _ in 0..settings.epochs {
        random.shuffle(&mut order);
        for &e in &order {
            let mut scores = bias.clone();
            let mut buckets = Vec::new();
            for &f in &examples[e].features {
                let b = table.bucket(f);
                if useful[b] && (drop_below == 0 || random.next() >= drop_below) {
                    buckets.push(b);
                    scores.iter_mut().zip(&table.weights[b * l..]).for_each(|(s, w)| *s += w * gain);
                }
            }
            let mut slope: Vec<f32> = if l == 1 {
                scores.iter().map(|s| 1.0 / (1.0 + (-s).exp())).collect()
            } else {
                let top = scores.iter().copied().fold(f32::MIN, f32::max);
                let weights: Vec<f32> = scores.iter().map(|s| (s - top).exp()).collect();
                let all: f32 = weights.iter().sum();
                weights.iter().map(|w| w / all).collect()
            };
            match (l, examples[e].answer) {
                (1, answer) => slope[0] -= answer as f32,
                (_, answer) => slope[answer] -= 1.0,
            }
            for &b in &buckets {
                for (j, &g) in slope.iter().enumerate().filter(|(j, _)| keep.is_none_or(|k| k[b * l + j])) {
                    adagrad(&mut table.weights[b * l + j], &mut squares[b * l + j], g * gain, settings);
                }
            }
            for (j, &g) in slope.iter().enumerate() {
                adagrad(&mut bias[j], &mut bias_squares[j], g, settings);
            }
        }
    }
    Model { table, bias }
}

#[cfg(test)]
mod tests {
    use super::{Example, train};
    use crate::crf::Settings;
    use crate::pack::Grain;
    use copydesk::learned::{Choice, feature};

    #[test]
    fn learns_one_of_two_and_of_three() {
        for labels in [1, 3] {
            let answers = labels.max(2);
            let features = |i: usize| vec![feature(0, (i % answers) as u32), feature(1, (i % 17) as u32)];
            let examples: Vec<Example> =
                (0..300).map(|i| Example { features: features(i), answer: i % answers }).collect();
            let settings = Settings {
                labels,
                bits: 12,
                epochs: 5,
                rate: 0.2,
                l1: 0.0,
                l2: 0.0,
                dropout: 0.0,
                min_count: 2,
                seed: 1,
            };
            let bytes = train(&examples, &settings, None).pack(Grain { max: 6.0, steps: 63 });
            for i in 0..6 {
                let right = if labels == 1 {
                    (Choice::read(&bytes).unwrap().yes(features(i)) > 32_768) == (i % 2 == 1)
                } else {
                    Choice::<3>::read(&bytes).unwrap().probabilities(features(i))[i % 3] > 32_768
                };
                assert!(right, "{labels} {i}");
            }
        }
    }
}
