//! Figures and names that claim the same words.

use crate::annotation::{Mention, Number};
use crate::text::Document;

/// Settles claims on the same words: a name that is all figure goes, a figure inside a longer name goes.
pub fn overlaps(document: &Document, numbers: &mut Vec<Number>, mentions: &mut Vec<Mention>) {
    let _ = document;
    mentions.retain(|m| !numbers.iter().any(|n| n.span.contains(m.span)));
    numbers.retain(|n| !mentions.iter().any(|m| m.span.contains(n.span)));
}
