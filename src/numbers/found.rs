//! A figure while it is being read.

use super::when::When;
use crate::annotation::{Confidence, Decimal, Number, NumberKind};
use crate::text::Span;
use std::borrow::Cow;

/// A figure and the token after it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The figure so far; its span is set by the driver.
    pub number: Number,
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub next: usize,
    /// What a date names, before it was resolved.
    pub when: Option<When>,
}

impl Found {
    /// A figure of a kind, read by a rule.
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
            counted: None,
            si: None,
            ambiguous: false,
            nested: false,
            confidence: Confidence(95),
            rule,
        };
        Self { number, from, next, when: None }
    }

    /// With a value.
    pub(super) fn value(mut self, value: Option<Decimal>) -> Self {
        self.number.value = value;
        self
    }

    /// With a unit.
    pub(super) fn unit(mut self, unit: impl Into<Cow<'static, str>>) -> Self {
        self.number.unit = Some(unit.into());
        self
    }

    /// With an ISO form.
    pub(super) fn iso(mut self, iso: impl Into<String>) -> Self {
        self.number.iso = Some(iso.into());
        self
    }

    /// Less sure than most.
    pub(super) fn sure(mut self, confidence: u8) -> Self {
        self.number.confidence = Confidence(confidence);
        self
    }
}
