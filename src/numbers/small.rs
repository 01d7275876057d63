//! A small number that was read, and where it ends.

use std::num::NonZeroU64;

/// A whole number and the token after it, in one word: readings hand it on, and so it needs no memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Small(NonZeroU64);

impl Small {
    /// What ends before a token. No number ends before the first.
    pub(super) fn new(value: i32, next: usize) -> Option<Self> {
        NonZeroU64::new((next as u64) << 32 | u64::from(value.cast_unsigned())).map(Self)
    }

    /// The number.
    pub(super) fn value(self) -> i32 {
        (self.0.get() as u32).cast_signed()
    }

    /// The token after it.
    pub(super) fn next(self) -> usize {
        (self.0.get() >> 32) as usize
    }

    /// Both.
    pub(super) fn parts(self) -> (i32, usize) {
        (self.value(), self.next())
    }

    /// The same, if it is one of these.
    pub(super) fn within(self, values: std::ops::RangeInclusive<i32>) -> Option<Self> {
        values.contains(&self.value()).then_some(self)
    }
}
