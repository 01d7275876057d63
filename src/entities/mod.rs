//! Every mention of a name.

mod candidates;
mod features;
mod house;
pub mod lexicon;
mod rules;
mod tagger;
mod words;

pub use candidates::segments;
pub use features::{PLACES, REACH, View};
pub use tagger::{KINDS, Tagged, tag};
pub use words::Words;

use crate::annotation::{Confidence, EntityType, Mention, Number};
use crate::house::House;
use crate::lang::en::names::Lexeme;
use crate::learned::{Chain, ONE};
use crate::text::{Case, Document};
use lexicon::Lexicon;

/// The trained models, read in place; None in the `slim` build, where names are found by rule.
fn models() -> Option<(Chain<'static>, Lexicon<'static>)> {
    #[cfg(feature = "models")]
    {
        let chain = Chain::read(include_bytes!("../../assets/en/names.model"))?;
        Some((chain, Lexicon::read(include_bytes!("../../assets/en/names.lexicon"))?))
    }
    #[cfg(not(feature = "models"))]
    None
}

/// All mentions of names, by place, without overlaps. Figures are no names, unless the name holds more than the figure.
pub fn extract(document: &Document, numbers: &[Number], house: &House) -> Vec<Mention> {
    let mut found = match models() {
        Some((chain, lexicon)) => learned(document, &chain, lexicon),
        None => rules::mentions(document, &Words::new(document), numbers),
    };
    house::overrule(document, house, &mut found);
    found
}

/// Names by a trained chain.
pub fn learned(document: &Document, chain: &Chain, lexicon: Lexicon) -> Vec<Mention> {
    let words = Words::new(document);
    let tagged = tag(document, &words, chain, Some(lexicon));
    tagged.into_iter().filter_map(|t| mention(document, t)).collect()
}

fn mention(document: &Document, tagged: Tagged) -> Option<Mention> {
    let kind = if is_language(document, &tagged) { EntityType::Language } else { tagged.kind? };
    Some(Mention {
        span: document.span(tagged.tokens.iter()),
        kind,
        name: None,
        confidence: Confidence((tagged.probability * 99 / ONE) as u8),
        rule: "model",
        house: None,
    })
}

/// Whether what looks like a people is its language: "in Turkish", "speaks French", "the Hindi word".
fn is_language(document: &Document, tagged: &Tagged) -> bool {
    let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
    let class = Lexeme::of(document.lower(start));
    if end - start != 1
        || !class.is(Lexeme::LANGUAGE)
        || !matches!(tagged.kind, None | Some(EntityType::Norp | EntityType::Person | EntityType::Org))
    {
        return false;
    }
    let before = document.lower(start.wrapping_sub(1));
    let next = document.lower(end);
    let noun = document.tokens.get(end).is_some_and(|t| t.case == Case::Lower);
    let spoken = matches!(
        before,
        "speak"
            | "speaks"
            | "spoke"
            | "speaking"
            | "spoken"
            | "learn"
            | "learned"
            | "learning"
            | "fluent"
            | "translated"
    );
    matches!(next, "language" | "word" | "translation" | "dialect" | "lessons" | "alphabet")
        || (document.str(end) == "-"
            && matches!(document.lower(end + 1), "language" | "speaking" | "speaker" | "speakers"))
        || spoken
        || (matches!(before, "in" | "into") && !noun)
}
