//! All labellings of a sequence at once, each with its probability.

use super::fixed::{NEVER, WHOLE, ratio, share};

/// Of two ways to a label, the one a ten thousandth as likely as the other is not followed.
const FELT: u32 = WHOLE >> 13;

/// What may follow what, as shares of the likeliest transition: 0 for the forbidden.
#[derive(Debug, Clone)]
pub struct Steps {
    labels: usize,
    /// Those of the beginning.
    start: Vec<u64>,
    /// For each label those of what follows it.
    after: Vec<u64>,
    /// The same without the transitions of `closed`.
    open: Vec<u64>,
    /// The labels that may follow every label.
    everywhere: Vec<usize>,
    /// From, to and share of the transitions to other labels.
    closed: Vec<(usize, usize, u64)>,
}

impl Steps {
    /// Of log scores: `labels` of them for the beginning and for each label, with `NEVER` for the forbidden.
    pub fn new(labels: usize, scores: &[i32]) -> Self {
        let top = scores.iter().copied().max().unwrap_or(0);
        // Four bits are kept free for the sum of what leads to a label.
        let all = scores.iter().map(|s| if *s == NEVER { 0 } else { u64::from(share(s - top) >> 4).max(1) });
        let mut start: Vec<u64> = all.collect();
        let after = start.split_off(labels.min(start.len()));
        let anywhere = |l: usize| after.iter().skip(l).step_by(labels.max(1)).all(|s| *s > 0);
        let everywhere: Vec<usize> = (0..labels).filter(|l| anywhere(*l)).collect();
        let mut open = after.clone();
        let mut closed = Vec::new();
        for (i, step) in open.iter_mut().enumerate() {
            let (from, to) = (i / labels, i % labels);
            if !everywhere.contains(&to) && *step > 0 {
                closed.push((from, to, std::mem::take(step)));
            }
        }
        Self { labels, start, after, open, everywhere, closed }
    }
}

/// The distribution over labellings of one sequence.
#[derive(Debug, Clone)]
pub struct Lattice<'c> {
    steps: &'c Steps,
    /// For each token, how likely each label is by the tokens up to it, as shares of one another.
    forward: Vec<u32>,
    /// … by the tokens after it, and by it and the tokens after it.
    backward: Vec<u32>,
    ahead: Vec<u32>,
    /// The sum of the products of `forward` and `backward` of each token.
    totals: Vec<u64>,
}

/// Shifts values so that the greatest has just under 31 bits.
fn level(values: &mut [u64]) {
    let bits = values.iter().copied().max().unwrap_or(0).checked_ilog2().map_or(0, |top| top + 1);
    let (down, up) =
        (bits.saturating_sub(WHOLE.ilog2()), if bits == 0 { 0 } else { WHOLE.ilog2().saturating_sub(bits) });
    for v in values {
        *v = *v >> down << up;
    }
}

/// One product, small enough to be summed up with those of other labels.
fn product(forward: u32, backward: u32) -> u64 {
    (u64::from(forward) * u64::from(backward)) >> 8
}

impl<'c> Lattice<'c> {
    /// Of log scores, `labels` a token.
    pub fn new(steps: &'c Steps, scores: &[i32]) -> Self {
        let labels = steps.labels;
        let mut own: Vec<u32> = Vec::with_capacity(scores.len());
        for token in scores.chunks_exact(labels) {
            let top = token.iter().copied().max().unwrap_or(0);
            own.extend(token.iter().map(|s| share(s - top)));
        }
        let mut forward: Vec<u32> = Vec::with_capacity(own.len());
        let mut sums = steps.start.clone();
        for token in own.chunks_exact(labels) {
            if let Some(last) = forward.len().checked_sub(labels).and_then(|from| forward.get(from..)) {
                sums.fill(0);
                for (&way, row) in last.iter().zip(steps.open.chunks_exact(labels)).filter(|(way, _)| **way >= FELT) {
                    sums.iter_mut().zip(row).for_each(|(sum, step)| *sum += u64::from(way) * step);
                }
                for &(from, to, step) in &steps.closed {
                    if let (Some(sum), Some(&way)) = (sums.get_mut(to), last.get(from)) {
                        *sum += u64::from(way) * step;
                    }
                }
            }
            level(&mut sums);
            sums.iter_mut().zip(token).for_each(|(sum, own)| *sum *= u64::from(*own));
            level(&mut sums);
            forward.extend(sums.iter().map(|s| *s as u32));
        }
        let (mut backward, mut ahead) = (vec![0; own.len()], vec![0; own.len()]);
        let (mut row, mut felt) = (vec![u64::from(WHOLE - 1); labels], Vec::new());
        for t in (0..own.len() / labels.max(1)).rev() {
            let here = t * labels..(t + 1) * labels;
            let (Some(own), Some(backward), Some(ahead)) =
                (own.get(here.clone()), backward.get_mut(here.clone()), ahead.get_mut(here))
            else {
                break;
            };
            backward.iter_mut().zip(&row).for_each(|(b, r)| *b = *r as u32);
            row.iter_mut().zip(own).for_each(|(r, own)| *r *= u64::from(*own));
            level(&mut row);
            ahead.iter_mut().zip(&row).for_each(|(a, r)| *a = *r as u32);
            felt.clear();
            let known = |l: &usize| ahead.get(*l).map(|way| (*l, u64::from(*way)));
            felt.extend(steps.everywhere.iter().filter_map(known).filter(|(_, way)| *way >= u64::from(FELT)));
            for (sum, steps) in row.iter_mut().zip(steps.open.chunks_exact(labels)) {
                *sum = felt.iter().map(|(l, way)| steps.get(*l).copied().unwrap_or(0) * way).sum();
            }
            for &(from, to, step) in &steps.closed {
                if let (Some(sum), Some(&way)) = (row.get_mut(from), ahead.get(to)) {
                    *sum += u64::from(way) * step;
                }
            }
            level(&mut row);
        }
        let rows = forward.chunks_exact(labels).zip(backward.chunks_exact(labels));
        let totals = rows.map(|(f, b)| f.iter().zip(b).map(|(f, b)| product(*f, *b)).sum()).collect();
        Self { steps, forward, backward, ahead, totals }
    }

    /// The probability that token `t` has that label, in 1/65536.
    pub fn label(&self, t: usize, label: u8) -> u32 {
        self.share(t, label) >> 14
    }

    fn share(&self, t: usize, label: u8) -> u32 {
        let at = t * self.steps.labels + usize::from(label);
        match (self.forward.get(at), self.backward.get(at), self.totals.get(t)) {
            (Some(f), Some(b), Some(all)) if usize::from(label) < self.steps.labels => ratio(product(*f, *b), *all),
            _ => 0,
        }
    }

    /// The probability that the tokens from `start` on have exactly these labels, in 1/65536.
    pub fn path(&self, start: usize, labels: &[u8]) -> u32 {
        let width = self.steps.labels;
        let mut whole = labels.first().map_or(WHOLE, |&l| self.share(start, l));
        for (t, step) in (start + 1..).zip(labels.windows(2)) {
            let &[before, label] = step else { continue };
            let steps = self.steps.after.chunks_exact(width).nth(usize::from(before)).unwrap_or_default();
            let ahead = self.ahead.get(t * width..(t + 1) * width).unwrap_or_default();
            let ways = || steps.iter().zip(ahead).map(|(step, way)| step * u64::from(*way));
            let share = ratio(ways().nth(usize::from(label)).unwrap_or(0), ways().sum());
            whole = ((u64::from(whole) * u64::from(share)) >> 30) as u32;
        }
        whole >> 14
    }
}
