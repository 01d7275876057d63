//! What an editor would want to look at again.

use super::labels;
use crate::text::Span;

labels! {
    /// What was noticed.
    CheckKind {
        /// Quoted words that nobody is named for.
        UnattributedQuote = "unattributed-quote",
        /// A quotation mark or bracket without its partner, or pairs that cross.
        UnpairedMark = "unpaired-mark",
        /// One name written in two ways.
        SpeltTwoWays = "spelt-two-ways",
        /// A person whose full name is never given.
        NeverInFull = "never-in-full",
        /// Two figures for what seems to be one thing.
        FiguresDisagree = "figures-disagree",
        /// Parts whose sum is not the whole.
        PartsDiffer = "parts-differ",
        /// A share or a fall of more than 100 per cent.
        OverHundred = "over-100-percent",
        /// A date that falls on another day of the week.
        WrongWeekday = "wrong-weekday",
        /// A date after the article's own, told as past.
        DateAhead = "date-ahead",
        /// An amount of money that may be in several currencies.
        UnclearCurrency = "unclear-currency",
    }
}

labels! {
    /// How much a check is worth a look.
    Severity {
        /// The text contradicts itself or is broken.
        Warning = "warning",
        /// It may be as it should.
        Note = "note",
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was noticed.
    pub kind: CheckKind,
    /// How much it is worth a look.
    pub severity: Severity,
    /// Where: the words of the item or items it is about.
    pub span: Span,
    /// The other place, where two don't fit together.
    pub other: Option<Span>,
    /// Why, in a sentence.
    pub message: String,
}
