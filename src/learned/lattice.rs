//! All labellings of a sequence at once, each with its probability.

use super::fixed::{NEVER, WHOLE, ratio, share};

/// Of two ways to a label, the one a ten thousandth as likely as the other is not followed.
const FELT: u32 = WHOLE >> 13;

/// What may follow what, as shares of the likeliest transition: 0 for the forbidden.
#[derive(Debug, Clone)]
pub struct Steps {
    /// Those of the beginning.
    start: Vec<u64>,
    /// For each label those of what follows it.
    after: Vec<u64>,
    /// The same without the transitions of `closed`, and for each label those from what it follows.
    open: Vec<u64>,
    open_into: Vec<u64>,
    /// From, to and share of the transitions to labels that may not follow every label.
    closed: Vec<(usize, usize, u64)>,
}

impl Steps {
    /// Of log scores: `labels` of them for the beginning and for what follows each label, with `NEVER` for the forbidden.
    pub fn new(labels: usize, scores: &[i32]) -> Self {
        let top = scores.iter().copied().max().unwrap_or(0);
        // Four bits are kept free for the sum of what leads to a label.
        let shares = scores.iter().map(|s| if *s == NEVER { 0 } else { u64::from(share(s - top) >> 4).max(1) });
        let mut start: Vec<u64> = shares.collect();
        let after = start.split_off(labels.min(start.len()));
        let mut open_into = transposed(labels, &after);
        let mut closed = Vec::new();
        for (to, row) in open_into.chunks_exact_mut(labels).enumerate().filter(|(_, row)| row.contains(&0)) {
            closed.extend(row.iter().enumerate().filter(|(_, step)| **step > 0).map(|(from, &step)| (from, to, step)));
            row.fill(0);
        }
        Self { start, after, open: transposed(labels, &open_into), open_into, closed }
    }
}

fn transposed(labels: usize, rows: &[u64]) -> Vec<u64> {
    (0..labels).flat_map(|l| rows.iter().skip(l).step_by(labels).copied()).collect()
}

/// The distribution over labellings of one sequence.
#[derive(Debug, Clone)]
pub struct Lattice<'c, const N: usize> {
    steps: &'c Steps,
    /// For each token, how likely each label is by the tokens up to it, as shares of one another.
    forward: Vec<[u32; N]>,
    /// … by the tokens after it, and by it and the tokens after it.
    backward: Vec<[u32; N]>,
    ahead: Vec<[u32; N]>,
}

/// Shifts values so that the greatest has just under 31 bits, and makes them shares.
fn level<const N: usize>(values: &[u64; N]) -> [u32; N] {
    let bits = values.iter().fold(0, |all, v| all | v).checked_ilog2().map_or(0, |top| top + 1);
    let (down, up) =
        (bits.saturating_sub(WHOLE.ilog2()), if bits == 0 { 0 } else { WHOLE.ilog2().saturating_sub(bits) });
    values.map(|v| (v >> down << up) as u32)
}

/// The product of two rows of shares, as shares.
fn both<const N: usize>(a: &[u32; N], b: &[u32; N]) -> [u32; N] {
    let mut product = a.map(u64::from);
    product.iter_mut().zip(b).for_each(|(a, b)| *a *= u64::from(*b));
    level(&product)
}

/// What each label leads to, by `open` steps from the likely ones and all `closed` ones.
fn step<const N: usize>(from: &[u32; N], open: &[u64], closed: impl Iterator<Item = (usize, usize, u64)>) -> [u32; N] {
    let mut sums = [0; N];
    for (&way, row) in from.iter().zip(open.as_chunks::<N>().0).filter(|(way, _)| **way >= FELT) {
        sums.iter_mut().zip(row).for_each(|(sum, step)| *sum += u64::from(way) * step);
    }
    for (from_label, to, step) in closed {
        if let (Some(sum), Some(&way)) = (sums.get_mut(to), from.get(from_label)) {
            *sum += u64::from(way) * step;
        }
    }
    level(&sums)
}

impl<'c, const N: usize> Lattice<'c, N> {
    /// Of the log scores of each token.
    pub fn new(steps: &'c Steps, scores: impl Iterator<Item = [i32; N]>) -> Self {
        let shares = |scores: [i32; N]| {
            let top = scores.iter().copied().max().unwrap_or(0);
            scores.map(|s| share(s - top))
        };
        let own: Vec<[u32; N]> = scores.map(shares).collect();
        let mut forward: Vec<[u32; N]> = Vec::with_capacity(own.len());
        for own in &own {
            let reached = match forward.last() {
                Some(last) => step(last, &steps.open, steps.closed.iter().copied()),
                None => level(steps.start.first_chunk().unwrap_or(&[0; N])),
            };
            forward.push(both(&reached, own));
        }
        let (mut backward, mut ahead) = (vec![[WHOLE - 1; N]; own.len()], vec![[0; N]; own.len()]);
        let mut last = [WHOLE - 1; N];
        for ((own, backward), ahead) in own.iter().zip(&mut backward).zip(&mut ahead).rev() {
            *backward = last;
            *ahead = both(&last, own);
            last = step(ahead, &steps.open_into, steps.closed.iter().map(|&(from, to, step)| (to, from, step)));
        }
        Self { steps, forward, backward, ahead }
    }

    /// The probability that token `t` has that label, in 1/65536.
    pub fn label(&self, t: usize, label: u8) -> u32 {
        self.share(t, label) >> 14
    }

    fn share(&self, t: usize, label: u8) -> u32 {
        let (Some(forward), Some(backward)) = (self.forward.get(t), self.backward.get(t)) else { return 0 };
        // Small enough to be summed up.
        let products = || forward.iter().zip(backward).map(|(f, b)| (u64::from(*f) * u64::from(*b)) >> 8);
        products().nth(usize::from(label)).map_or(0, |product| ratio(product, products().sum()))
    }

    /// The probability that the tokens from `start` on have exactly these labels, in 1/65536.
    pub fn path(&self, start: usize, labels: &[u8]) -> u32 {
        let mut whole = labels.first().map_or(WHOLE, |&l| self.share(start, l));
        for (ahead, labels) in self.ahead.iter().skip(start + 1).zip(labels.windows(2)) {
            let &[before, label] = labels else { continue };
            let Some(steps) = self.steps.after.as_chunks::<N>().0.get(usize::from(before)) else { return 0 };
            let ways = || steps.iter().zip(ahead).map(|(step, way)| step * u64::from(*way));
            let share = ratio(ways().nth(usize::from(label)).unwrap_or(0), ways().sum());
            whole = ((u64::from(whole) * u64::from(share)) >> 30) as u32;
        }
        whole >> 14
    }
}
