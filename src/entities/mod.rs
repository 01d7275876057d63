//! Every mention of a name.

mod house;
mod rules;
mod words;

use crate::annotation::{Mention, Number};
use crate::house::House;
use crate::text::Document;

/// All mentions of names, by place, without overlaps. Figures are no names, unless the name holds more than the figure.
pub fn extract(document: &Document, numbers: &[Number], house: &House) -> Vec<Mention> {
    let words = words::Words::new(document);
    let mut found = rules::mentions(document, &words, numbers);
    house::overrule(document, house, &mut found);
    found
}
