//! Who said what.

use super::{Confidence, labels};
use crate::text::Span;

labels! {
    /// How speech is reported.
    QuoteKind {
        /// Quoted words that stand on their own.
        Direct = "direct",
        /// A quoted fragment inside a reporting sentence.
        Mixed = "mixed",
        /// Reported content without marks.
        Indirect = "indirect",
    }
}

labels! {
    /// Why quotation marks hold no quote.
    MarkReason {
        /// A book, film, programme.
        Title = "title",
        /// A word under discussion.
        Term = "term",
        /// Distance without a source.
        Scare = "scare",
        /// A nickname.
        Nickname = "nickname",
        /// A motto, slogan or sign.
        Motto = "motto",
        /// An event or brand.
        Name = "name",
        /// A mark without its partner.
        Unclosed = "unclosed",
    }
}

/// One stretch of reported speech or writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The content, without the quotation marks.
    pub span: Span,
    /// How it is reported.
    pub kind: QuoteKind,
    /// The quote (an earlier index) whose paragraph it goes on.
    pub continues: Option<u32>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// The source as written: a name, a pronoun, a noun phrase.
    pub speaker: Option<Span>,
    /// The source resolved: the full name, or None if it has none; set by `resolve`.
    pub speaker_name: Option<String>,
    /// The entry of `names` that spoke; set by `resolve`.
    pub speaker_id: Option<u32>,
    /// How sure of span and source together.
    pub confidence: Confidence,
    /// Why, in a word a reader understands.
    pub rule: &'static str,
}

/// Quotation marks that hold no quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What stands between the marks; for an unclosed mark the mark itself.
    pub span: Span,
    /// Why it is no quote.
    pub reason: MarkReason,
}
