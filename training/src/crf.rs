//! A linear-chain conditional random field on hashed features, trained by Adagrad.
//!
//! Gold may be partial: each token has a set of allowed labels, and the likelihood of the whole set is raised. So a corpus that
//! doesn't mark a type, or marks two as one, teaches only what it knows.

use crate::pack::{Grain, Random, Table, bucket, pack};

/// A sequence of tokens with the hashed features and the allowed labels (a bit set) of each.
#[derive(Default, Clone)]
pub struct Sequence {
    ends: Vec<u32>,
    features: Vec<u32>,
    allowed: Vec<u32>,
}

impl Sequence {
    pub fn push(&mut self, features: &[u32], allowed: u32) {
        self.features.extend_from_slice(features);
        self.ends.push(self.features.len() as u32);
        self.allowed.push(allowed);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    fn token(&self, t: usize) -> &[u32] {
        let start = if t == 0 { 0 } else { self.ends[t - 1] as usize };
        &self.features[start..self.ends[t] as usize]
    }
}

impl Sequence {
    /// The same with the rows of features in their place, without those that have none.
    fn by_row(&self, rows: &Rows) -> Self {
        let bits = rows.numbers.len().trailing_zeros();
        let mut sequence =
            Self { ends: Vec::with_capacity(self.len()), features: vec![], allowed: self.allowed.clone() };
        for t in 0..self.len() {
            let known = self.token(t).iter().map(|f| rows.numbers[bucket(*f, bits)]);
            sequence.features.extend(known.filter(|r| *r != u32::MAX));
            sequence.ends.push(sequence.features.len() as u32);
        }
        sequence
    }
}

#[derive(Clone)]
pub struct Settings {
    pub labels: usize,
    /// Buckets: 2^bits.
    pub bits: u32,
    pub epochs: usize,
    pub rate: f32,
    pub l1: f32,
    pub l2: f32,
    /// The share of a token's features left out of each step.
    pub dropout: f32,
    /// Buckets seen less often get no weight.
    pub min_count: u8,
    pub seed: u64,
}

pub struct Model {
    pub table: Table,
    /// The sum of squared slopes of each weight: how much the likelihood hangs on it.
    pub squares: Vec<f32>,
    /// (labels + 1) × labels, the first row for the beginning; negative infinity where forbidden.
    pub transitions: Vec<f32>,
}

impl Model {
    fn parts(&mut self) -> [&mut Vec<f32>; 3] {
        [&mut self.table.weights, &mut self.squares, &mut self.transitions]
    }

    pub fn add(&mut self, other: &Self) {
        let others = [&other.table.weights, &other.squares, &other.transitions];
        for (sums, more) in self.parts().into_iter().zip(others) {
            sums.iter_mut().zip(more).for_each(|(sum, x)| *sum += x);
        }
    }

    pub fn scale(&mut self, by: f32) {
        self.parts().into_iter().flatten().for_each(|x| *x *= by);
    }

    pub fn pack(&self, grain: Grain) -> Vec<u8> {
        pack(&self.table, &self.transitions, grain)
    }
}

/// Forward and backward sums over the labellings that `allowed` admits, in probability space, each token's scaled to 1.
struct Sums {
    forward: Vec<f32>,
    backward: Vec<f32>,
}

struct Problem<'a> {
    labels: usize,
    start: &'a [f32],
    after: &'a [f32],
    emissions: &'a [f32],
}

impl Problem<'_> {
    fn sums(&self, allowed: impl Fn(usize) -> u32) -> Sums {
        let l = self.labels;
        let n = self.emissions.len() / l;
        let admit = |t: usize, row: &mut [f32]| {
            let mask = allowed(t);
            let mut sum = 0.0;
            for (j, p) in row.iter_mut().enumerate() {
                *p = if mask >> j & 1 == 1 { *p * self.emissions[t * l + j] } else { 0.0 };
                sum += *p;
            }
            let scale = 1.0 / sum.max(1e-30);
            row.iter_mut().for_each(|p| *p *= scale);
        };
        let mut forward = vec![0.0; n * l];
        for t in 0..n {
            let (before, row) = forward.split_at_mut(t * l);
            let row = &mut row[..l];
            if t == 0 {
                row.copy_from_slice(self.start);
            } else {
                for (&p, steps) in before[(t - 1) * l..].iter().zip(self.after.chunks_exact(l)) {
                    if p > 0.0 {
                        row.iter_mut().zip(steps).for_each(|(r, s)| *r += p * s);
                    }
                }
            }
            admit(t, row);
        }
        // backward[t] holds emission times backward sum, so that both uses multiply it by a transition.
        let mut backward = vec![1.0; n * l];
        for t in (0..n).rev() {
            let (row, ahead) = backward.split_at_mut((t + 1) * l);
            let row = &mut row[t * l..];
            if t + 1 < n {
                let ahead = &ahead[..l];
                for (r, steps) in row.iter_mut().zip(self.after.chunks_exact(l)) {
                    *r = ahead.iter().zip(steps).map(|(a, s)| a * s).sum();
                }
            }
            admit(t, row);
        }
        Sums { forward, backward }
    }

    /// Adds `sign` times the expected labels and transitions to `labels_out` and `steps_out`.
    fn expect(&self, sums: &Sums, sign: f32, labels_out: &mut [f32], steps_out: &mut [f32]) {
        let l = self.labels;
        let mut joint = vec![0.0; l * l];
        for t in 0..self.emissions.len() / l {
            let now = &sums.backward[t * l..(t + 1) * l];
            if t == 0 {
                let total: f32 = now.iter().zip(self.start).map(|(b, s)| b * s).sum::<f32>().max(1e-30);
                for j in 0..l {
                    let p = sign * now[j] * self.start[j] / total;
                    labels_out[j] += p;
                    steps_out[j] += p;
                }
                continue;
            }
            let before = &sums.forward[(t - 1) * l..t * l];
            let mut total = 0.0;
            for (i, &p) in before.iter().enumerate() {
                let steps = &self.after[i * l..(i + 1) * l];
                for ((out, s), b) in joint[i * l..(i + 1) * l].iter_mut().zip(steps).zip(now) {
                    *out = p * s * b;
                    total += *out;
                }
            }
            let scale = sign / f32::max(total, 1e-30);
            for (k, p) in joint.iter().enumerate() {
                labels_out[t * l + k % l] += p * scale;
                steps_out[l + k] += p * scale;
            }
        }
    }
}

/// The buckets that have weights.
struct Rows {
    buckets: Vec<usize>,
    /// The labels of each that have one, as bits.
    masks: Vec<u32>,
    /// The row of every bucket, or `u32::MAX`.
    numbers: Vec<u32>,
}

impl Rows {
    /// Those of features that are seen often enough, of the labels that `kept` has for a bucket.
    fn new(sequences: &[Sequence], settings: &Settings, kept: impl Fn(usize) -> u32) -> Self {
        let mut counts = vec![0u8; 1 << settings.bits];
        for &f in sequences.iter().flat_map(|s| &s.features) {
            let count = &mut counts[bucket(f, settings.bits)];
            *count = count.saturating_add(1);
        }
        let mut rows = Self { buckets: vec![], masks: vec![], numbers: vec![u32::MAX; counts.len()] };
        for (b, _) in counts.iter().enumerate().filter(|(_, count)| **count >= settings.min_count) {
            let mask = kept(b);
            if mask != 0 {
                rows.numbers[b] = rows.buckets.len() as u32;
                rows.buckets.push(b);
                rows.masks.push(mask);
            }
        }
        rows
    }

    /// What the rows have, at the place of their buckets.
    fn spread(&self, values: &[f32], settings: &Settings) -> Vec<f32> {
        let l = settings.labels;
        let mut out = vec![0.0; l << settings.bits];
        for (row, &b) in values.chunks_exact(l).zip(&self.buckets) {
            out[b * l..(b + 1) * l].copy_from_slice(row);
        }
        out
    }
}

fn mask(kept: &[bool]) -> u32 {
    kept.iter().rev().fold(0, |mask, kept| mask << 1 | u32::from(*kept))
}

/// Trains on `sequences`. `forbidden` is like `Model::transitions`, true where a label may not follow. Only the weights of `keep`, if
/// given, are trained.
pub fn train(sequences: &[Sequence], forbidden: &[bool], settings: &Settings, keep: Option<&[bool]>) -> Model {
    let l = settings.labels;
    let full = ((1u64 << l) - 1) as u32;
    let mut transitions: Vec<f32> = forbidden.iter().map(|f| if *f { f32::NEG_INFINITY } else { 0.0 }).collect();
    let mut step_squares = vec![0f32; transitions.len()];
    let rows = Rows::new(sequences, settings, |b| keep.map_or(full, |k| mask(&k[b * l..(b + 1) * l])));
    // Without the features that have no weight, a pass is several times quicker.
    let sequences: Vec<Sequence> = sequences.iter().map(|s| s.by_row(&rows)).collect();
    let (mut weights, mut squares) = (vec![0f32; rows.buckets.len() * l], vec![0f32; rows.buckets.len() * l]);

    let mut random = Random::new(settings.seed);
    let drop_below = (f64::from(settings.dropout) * f64::from(u32::MAX)) as u32;
    let gain = 1.0 / (1.0 - settings.dropout);
    let mut order: Vec<usize> = (0..sequences.len()).collect();
    for _ in 0..settings.epochs {
        random.shuffle(&mut order);
        for &s in &order {
            let sequence = &sequences[s];
            let n = sequence.len();
            if n == 0 || sequence.allowed.iter().all(|a| *a == full) {
                continue;
            }
            let (mut seen, mut ends) = (Vec::new(), Vec::with_capacity(n));
            let mut emissions = vec![0f32; n * l];
            for t in 0..n {
                let sums = &mut emissions[t * l..(t + 1) * l];
                for &r in sequence.token(t) {
                    if drop_below > 0 && random.next() < drop_below {
                        continue;
                    }
                    let r = r as usize;
                    seen.push(r);
                    let row = &weights[r * l..(r + 1) * l];
                    if rows.masks[r] == full {
                        sums.iter_mut().zip(row).for_each(|(e, w)| *e += w * gain);
                    } else {
                        bits(rows.masks[r]).for_each(|j| sums[j] += row[j] * gain);
                    }
                }
                ends.push(seen.len());
                let row = &mut emissions[t * l..(t + 1) * l];
                let top = row.iter().copied().fold(f32::MIN, f32::max);
                row.iter_mut().for_each(|e| *e = (*e - top).exp());
            }
            let steps: Vec<f32> = transitions.iter().map(|w| w.exp()).collect();
            let problem = Problem { labels: l, start: &steps[..l], after: &steps[l..], emissions: &emissions };
            let (mut slope, mut step_slope) = (vec![0f32; n * l], vec![0f32; transitions.len()]);
            problem.expect(&problem.sums(|_| full), 1.0, &mut slope, &mut step_slope);
            problem.expect(&problem.sums(|t| sequence.allowed[t]), -1.0, &mut slope, &mut step_slope);

            let mut start = 0;
            for (t, &end) in ends.iter().enumerate() {
                let slope = &slope[t * l..(t + 1) * l];
                if slope.iter().any(|g| g.abs() > 1e-4) {
                    for &r in &seen[start..end] {
                        let row = r * l..(r + 1) * l;
                        let (row, squares) = (&mut weights[row.clone()], &mut squares[row]);
                        if rows.masks[r] == full {
                            for ((w, s), g) in row.iter_mut().zip(squares).zip(slope) {
                                adagrad(w, s, g * gain, settings);
                            }
                        } else {
                            for j in bits(rows.masks[r]) {
                                adagrad(&mut row[j], &mut squares[j], slope[j] * gain, settings);
                            }
                        }
                    }
                }
                start = end;
            }
            for (k, &g) in step_slope.iter().enumerate().filter(|(k, _)| !forbidden[*k]) {
                adagrad(&mut transitions[k], &mut step_squares[k], g, settings);
            }
        }
    }
    let mut table = Table::new(settings.bits, l);
    table.weights = rows.spread(&weights, settings);
    Model { table, squares: rows.spread(&squares, settings), transitions }
}

/// The mean of the models of `runs` seeds, two trained at a time: it varies less than each of them. Whichever is done first, they are
/// added up in the order of their seeds.
pub fn train_mean(
    sequences: &[Sequence],
    forbidden: &[bool],
    settings: &Settings,
    keep: Option<&[bool]>,
    runs: usize,
) -> Model {
    let one = |run: usize| {
        train(sequences, forbidden, &Settings { seed: settings.seed + run as u64, ..settings.clone() }, keep)
    };
    let mut sum: Option<Model> = None;
    for first in (0..runs).step_by(2) {
        let models: Vec<Model> = std::thread::scope(|scope| {
            let threads: Vec<_> = (first..runs.min(first + 2)).map(|run| scope.spawn(move || one(run))).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        for model in models {
            match &mut sum {
                None => sum = Some(model),
                Some(sum) => sum.add(&model),
            }
        }
    }
    let mut mean = sum.unwrap_or_else(|| one(0));
    mean.scale(1.0 / runs.max(1) as f32);
    mean
}

/// The numbers of the bits that are set.
fn bits(mut mask: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = mask.trailing_zeros();
        mask &= mask.wrapping_sub(1);
        (bit < 32).then_some(bit as usize)
    })
}

/// One step against the slope `g`, then a step towards zero by the penalties.
pub fn adagrad(weight: &mut f32, squares: &mut f32, g: f32, settings: &Settings) {
    let g = g + settings.l2 * *weight;
    *squares += g * g;
    let rate = settings.rate / (squares.sqrt() + 1e-6);
    let moved = *weight - rate * g;
    *weight = if settings.l1 > 0.0 { moved.signum() * (moved.abs() - rate * settings.l1).max(0.0) } else { moved };
}

/// The transitions of BIO labels with O = 0, B-x = 2k+1, I-x = 2k+2: I-x follows only B-x and I-x.
pub fn bio(kinds: usize) -> Vec<bool> {
    let labels = 2 * kinds + 1;
    let inside = |label: usize| label != 0 && label.is_multiple_of(2);
    let row = |before: Option<usize>| {
        (0..labels).map(move |label| inside(label) && before.is_none_or(|b| b != label && b + 1 != label))
    };
    row(None).chain((0..labels).flat_map(|before| row(Some(before)))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Sequence, Settings, bio, train};
    use crate::pack::Grain;
    use copydesk::learned::{Chain, Weights, feature};

    /// Names are two words, the first of which can be told, the second only by what stands before it; half of the gold is partial.
    #[test]
    fn learns_and_packs() {
        let token = |w: u32| [feature(0, w), feature(1, w % 7)];
        let mut sequences = Vec::new();
        for i in 0..200u32 {
            let mut s = Sequence::default();
            s.push(&token(i % 13), 0b001);
            s.push(&token(100 + i % 5), 0b010);
            s.push(&token(i % 11), if i % 2 == 0 { 0b100 } else { 0b111 });
            s.push(&token(i % 13), 0b001);
            sequences.push(s);
        }
        let settings = Settings {
            labels: 3,
            bits: 12,
            epochs: 5,
            rate: 0.2,
            l1: 0.0,
            l2: 0.001,
            dropout: 0.1,
            min_count: 1,
            seed: 1,
        };
        let model = train(&sequences, &bio(1), &settings, None);
        let bytes = model.pack(Grain { max: 6.0, steps: 31 });
        let chain: Chain<3> = Chain::read(&bytes).unwrap();
        let scores = [3, 102, 6, 9].map(|w| {
            let mut sum = [0];
            token(w).iter().for_each(|f| chain.weights().add(*f, &mut sum));
            Weights::scores(&sum)
        });
        assert_eq!(chain.best(&scores), [0, 1, 2, 0]);
        assert!(chain.lattice(&scores).path(1, &[1, 2]) > 50_000);
        let again = train(&sequences, &bio(1), &settings, None);
        assert_eq!(bytes, again.pack(Grain { max: 6.0, steps: 31 }), "the same seed gives the same bytes");
    }
}
