//! Every mention of a name.

use crate::annotation::{Mention, Number};
use crate::house::House;
use crate::text::Document;

/// All mentions of names, by place, without overlaps. Figures are no names, unless the name holds more than the figure.
pub fn extract(document: &Document, numbers: &[Number], house: &House) -> Vec<Mention> {
    let _ = (document, numbers, house);
    Vec::new()
}
