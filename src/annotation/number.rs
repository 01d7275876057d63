//! Numeric expressions with their values.

use super::{Confidence, Decimal, labels};
use crate::text::Span;
use std::borrow::Cow;

labels! {
    /// What kind of figure it is.
    NumberKind {
        /// A count.
        Cardinal = "cardinal",
        /// A place in an order.
        Ordinal = "ordinal",
        /// Per cent, percentage points, basis points.
        Percent = "percent",
        /// An amount of money, in major units.
        Money = "money",
        /// A measure with a unit.
        Quantity = "quantity",
        /// A length of time.
        Duration = "duration",
        /// A person's age.
        Age = "age",
        /// A date at its own grain, from day to century.
        Date = "date",
        /// A time of day.
        Time = "time",
        /// A date with a time of day.
        Datetime = "datetime",
        /// Two ends of any other kind.
        Range = "range",
        /// A part of a whole.
        Fraction = "fraction",
        /// A result, vote or record of two sides.
        Score = "score",
    }
}

labels! {
    /// A bound or an approximation beside the figure.
    Modifier {
        /// "more than"
        More = ">",
        /// "at least"
        AtLeast = ">=",
        /// "less than"
        Less = "<",
        /// "up to"
        AtMost = "<=",
        /// "about"
        About = "~",
    }
}

labels! {
    /// The part of a date that is meant.
    DatePart {
        /// "early March", "the beginning of 2021"
        Early = "early",
        /// "mid-2020", "the middle of May"
        Mid = "mid",
        /// "late 2019", "the end of June"
        Late = "late",
    }
}

/// A value in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// How much.
    pub value: Decimal,
    /// A CLDR unit identifier.
    pub unit: &'static str,
}

/// A unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// ISO 4217 code, `%` `pp` `bp`, or CLDR unit identifier.
    pub id: &'static str,
    /// The identifier of what it is measured per.
    pub per: Option<&'static str>,
}

impl Unit {
    /// As the contract writes it: `mile`, `mile-per-hour`.
    pub fn name(self) -> Cow<'static, str> {
        match self.per {
            Some(per) => Cow::Owned([self.id, "-per-", per].concat()),
            None => Cow::Borrowed(self.id),
        }
    }
}

impl From<&'static str> for Unit {
    fn from(id: &'static str) -> Self {
        Self { id, per: None }
    }
}

/// One numeric expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The figure with its scale word, currency and unit, without modifier.
    pub span: Span,
    /// What kind of figure.
    pub kind: NumberKind,
    /// Its value: a count, major units of a currency, per cent, a number of units. None if vague, unknown or out of range.
    pub value: Option<Decimal>,
    /// What it counts in.
    pub unit: Option<Unit>,
    /// ISO 8601 or TIMEX3 form of a date, time or duration, with X for unknown digits.
    pub iso: Option<String>,
    /// Lower end of a range, the first side of a score, or the bound of a vague number. Of a figure that something changed to: what it
    /// changed from (rule `change-from`) or by (`change-by`).
    pub lo: Option<Decimal>,
    /// Upper end of a range, or the second side of a score.
    pub hi: Option<Decimal>,
    /// What a range ranges over, or the kind of what a figure changed from or by.
    pub of: Option<NumberKind>,
    /// A bound or approximation beside it.
    pub modifier: Option<Modifier>,
    /// The part of a date that is meant; the date itself is the whole.
    pub part: Option<DatePart>,
    /// What is counted ("157,000 \[new jobs\]"), or whose age it is.
    pub counted: Option<Span>,
    /// What a rate is told for one of: "$78 a \[barrel\]", "30 deaths per \[100,000 people\]".
    pub per: Option<Span>,
    /// The same in SI base or coherent derived units.
    pub si: Option<Quantity>,
    /// Whether the text leaves its reading open (a bare "$").
    pub ambiguous: bool,
    /// Whether it is the bare numeral inside a larger expression (reported with `nested` only).
    pub nested: bool,
    /// How sure.
    pub confidence: Confidence,
    /// The kind of phrase it was read as, in a word.
    pub rule: &'static str,
}
