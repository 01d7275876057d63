//! Every figure in the text, with its value.

pub mod kinds;

use crate::annotation::Number;
use crate::lang::Language;
use crate::options::Options;
use crate::text::Document;
use jiff::civil::DateTime;

/// What a figure may depend on beside the text.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The language of the text.
    pub language: Language,
    /// When the article was published.
    pub reference: Option<DateTime>,
    /// The outlet's country, ISO 3166-1 alpha-2 in upper case.
    pub outlet_country: Option<String>,
    /// Whether bare numerals inside larger expressions are wanted.
    pub nested: bool,
}

impl From<&Options> for Context {
    fn from(o: &Options) -> Self {
        Self {
            language: o.language,
            reference: o.reference,
            outlet_country: o.outlet_country.clone(),
            nested: o.nested,
        }
    }
}

/// All numeric expressions, by place; none overlap but nested ones.
pub fn extract(document: &Document, context: &Context) -> Vec<Number> {
    let _ = (document, context);
    Vec::new()
}
