//! What the extractors know of a language: tables first, code only where grammar differs.

pub mod en;
mod lines;
mod packed;
pub mod speech;

pub use lines::Lines;
pub use packed::{Packed, Row, Words, listed, phrases};

use crate::text::Orthography;

/// A language that Copydesk reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
}

impl Language {
    /// The language of a BCP 47 tag, by its first subtag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        primary.eq_ignore_ascii_case("en").then_some(Self::English)
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// How its words and sentences are written.
    pub fn orthography(self) -> &'static Orthography {
        match self {
            Self::English => &en::ORTHOGRAPHY,
        }
    }
}
