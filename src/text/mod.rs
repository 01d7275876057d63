//! The text as every extractor sees it: spans, tokens, sentences, paragraphs. Knows nothing of news.

mod case;
mod document;
mod intern;
mod kept;
mod order;
mod sentence;
mod short;
mod span;
mod token;
mod utf16;

pub use case::lower_case;
pub use document::{Document, Memory, Range};
pub(crate) use intern::Interner;
pub use intern::{WordId, fnv};
pub use kept::{Kept, Shift};
pub use order::{sort_by, sort_by_key};
pub use short::{holds, small, whole};
pub use span::Span;
pub use token::{Abbreviation, Case, Orthography, Token, TokenKind, is_quote_mark};
pub use utf16::Utf16;
