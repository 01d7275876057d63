//! A figure while it is being read.

use super::when::When;
use crate::annotation::{Confidence, Decimal, Number, NumberKind};
use crate::text::Span;
use std::ops::{Deref, DerefMut};

/// A figure and where it stands. In a box, since every kind hands one on: a pointer, not the hundreds of bytes of a [`Number`].
#[derive(Debug)]
pub(super) struct Found(Box<Reading>);

/// What a [`Found`] holds.
#[derive(Debug)]
pub(super) struct Reading {
    /// The figure so far; its span is set by the driver.
    pub number: Number,
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub next: usize,
    /// What a date names, before it was resolved.
    pub when: Option<When>,
}

impl Deref for Found {
    type Target = Reading;
    fn deref(&self) -> &Reading {
        &self.0
    }
}

impl DerefMut for Found {
    fn deref_mut(&mut self) -> &mut Reading {
        &mut self.0
    }
}

impl Found {
    /// A figure of a kind, read by a rule.
    #[inline(never)]
    pub(super) fn new(kind: NumberKind, from: usize, next: usize, rule: &'static str) -> Self {
        let number = Number {
            span: Span::default(),
            kind,
            value: None,
            unit: None,
            iso: None,
            lo: None,
            hi: None,
            of: None,
            modifier: None,
            part: None,
            counted: None,
            per: None,
            si: None,
            ambiguous: false,
            nested: false,
            confidence: Confidence(95),
            rule,
        };
        Self(Box::new(Reading { number, from, next, when: None }))
    }

    /// With a value.
    #[inline(never)]
    pub(super) fn value(mut self, value: Option<Decimal>) -> Self {
        self.number.value = value;
        self
    }

    /// With a unit.
    #[inline(never)]
    pub(super) fn unit(mut self, unit: &'static str) -> Self {
        self.number.unit = Some(unit.into());
        self
    }

    /// With an ISO form.
    #[inline(never)]
    pub(super) fn iso(mut self, iso: String) -> Self {
        self.number.iso = Some(iso);
        self
    }

    /// A part of the day that it tells, or a time of it, as ISO 8601 and TIMEX3 have it after the `T`.
    #[inline(never)]
    pub(super) fn in_day(mut self, time: &str) -> Self {
        self.number.kind = NumberKind::Datetime;
        if let Some(iso) = &mut self.number.iso {
            *iso += "T";
            *iso += time;
        }
        self
    }

    /// Less sure than most.
    pub(super) fn sure(mut self, confidence: u8) -> Self {
        self.number.confidence = Confidence(confidence);
        self
    }

    /// From an earlier token on.
    pub(super) fn since(mut self, from: usize) -> Self {
        self.from = from;
        self
    }

    /// Up to a later token.
    pub(super) fn until(mut self, next: usize) -> Self {
        self.next = next;
        self
    }

    /// The figure itself.
    pub(super) fn into_number(self) -> Number {
        self.0.number
    }
}
