//! Figures that tell of one change: "from 5% to 7%", "up 5% to £9m", "$9m, against $7m a year earlier".
//!
//! Each stays a figure of its own. The one that says what is now is given the other's value in `lo` and its kind in `of`; its rule
//! says whether that is what it was before (`change-from`) or the step that led to it (`change-by`).

use super::reader::Reader;
use crate::annotation::Number;
use crate::lang::en::figures::{CHANGES, COMPARED, HEDGES};

/// A figure that was taken: its index, its first token and the one after its last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Index in the list.
    pub index: usize,
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub next: usize,
}

/// At most so many words stand between the two: what is counted, a comma, hedges.
const REACH: usize = 8;

/// Links two figures that follow each other in a sentence, if they tell of one change.
pub(super) fn link(r: &Reader, numbers: &mut [Number], first: Told, second: Told) {
    if second.from - first.next > REACH {
        return;
    }
    let between = first.next..second.from;
    let led = before_hedges(r, first.from);
    let bridge = before_hedges(r, second.from);
    // "$1.2bn, or $2.40 a share, compared with $1bn": the second only says the first in another way.
    if led.is_some_and(|i| r.is(i, "or")) {
        return;
    }
    let (Some(a), Some(b)) = (numbers.get(first.index), numbers.get(second.index)) else { return };
    let (Some(x), Some(y)) = (a.value, b.value) else { return };
    let alike = a.kind == b.kind && a.unit == b.unit && x != y;
    let arrives = bridge.is_some_and(|i| between.contains(&i) && r.is(i, "to"))
        && between.clone().all(|i| r.is_word(i) && !r.among(i, &CHANGES));
    let compared = bridge.is_some_and(|i| {
        between.contains(&i)
            && (r.any(i, COMPARED)
                || r.any(i, "with to") && r.after(i, "compared")
                || r.is(i, "from") && (led.is_some_and(|l| r.any(l, "to at")) || r.among(i.wrapping_sub(1), &CHANGES)))
    });
    let (index, lo, of, rule) = if alike && arrives && led.is_some_and(|i| r.is(i, "from")) {
        (second.index, x, a.kind, "change-from")
    } else if alike && compared {
        (first.index, y, b.kind, "change-from")
    } else if arrives && led.is_some_and(|i| r.among(i, &CHANGES) || r.is(i, "by") && r.led(i, 6, &CHANGES)) {
        (second.index, x, a.kind, "change-by")
    } else {
        return;
    };
    if let Some(now) = numbers.get_mut(index) {
        (now.lo, now.of, now.rule) = (Some(lo), Some(of), rule);
    }
}

/// The token before a figure and the words that hedge it: the "from" of "from just under 5%".
fn before_hedges(r: &Reader, from: usize) -> Option<usize> {
    (1..=4).map_while(|b| from.checked_sub(b)).take_while(|&i| i >= r.start).find(|&i| !r.any(i, HEDGES))
}
