//! Speakers resolved to names.

use crate::annotation::{Mention, Name, Quote};
use crate::house::House;
use crate::text::Document;

/// Sets `speaker_name` and `speaker_id` of every quote whose source has a name.
pub fn speakers(document: &Document, quotes: &mut [Quote], mentions: &[Mention], names: &mut Vec<Name>, house: &House) {
    let _ = (document, quotes, mentions, names, house);
}
