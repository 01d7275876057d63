//! What the word right beside an unsure name says of its type: "the insurer Aldine", "Aldine's shareholders", "Kapra district".

use super::tagger::Tagged;
use super::words::Words;
use crate::annotation::EntityType::{self, Event, Gpe, Law, Norp, Org};
use crate::lang::en::names::Lexeme;
use crate::learned::ONE;
use crate::text::{Document, TokenKind};

/// A name this sure keeps its type (9 in 10).
const SURE: u32 = ONE / 10 * 9;
/// How sure a type is that a word beside it tells.
const TOLD: u32 = ONE / 100 * 96;

/// Sets the type of unsure names by their neighbours. The rest of the article follows, so this comes before it agrees.
pub(super) fn tell(document: &Document, facts: &Words, found: &mut [Tagged]) {
    let open = |t: &&mut Tagged| t.probability < SURE && !matches!(t.kind, Some(Norp | Event | Law));
    for tagged in found.iter_mut().filter(open) {
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        let first = document.tokens.get(start).map(|t| facts.of(t)).unwrap_or_default();
        // "broadcaster Mary Hill" is a person's job.
        let named = end - start > 1 && first.lexeme.is(Lexeme::GIVEN);
        let known = end - start == 1 && first.place.is_some();
        if let Some(kind) = told(document, start, end).filter(|_| !known && !named) {
            (tagged.kind, tagged.probability) = (Some(kind), TOLD);
        }
    }
}

fn told(document: &Document, start: usize, end: usize) -> Option<EntityType> {
    let before = document.lower(start.checked_sub(1)?);
    if BODIES.binary_search(&before).is_ok() {
        return Some(Org);
    }
    let place = |i: usize| PLACES.binary_search(&document.lower(i)).is_ok();
    if before == "of" && start > 1 && place(start - 2) {
        return Some(Gpe);
    }
    let possessive = document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Clitic);
    let behind = document.lower(end + usize::from(possessive));
    match () {
        () if OWNED.binary_search(&behind).is_ok() => Some(Org),
        () if !possessive && DISTRICTS.binary_search(&behind).is_ok() => Some(Gpe),
        () => None,
    }
}

/// What a body is called before its name, sorted.
const BODIES: &[&str] = &[
    "airline",
    "automaker",
    "brewer",
    "broadcaster",
    "carmaker",
    "charity",
    "chipmaker",
    "conglomerate",
    "drugmaker",
    "insurer",
    "journal",
    "magazine",
    "manufacturer",
    "newspaper",
    "nonprofit",
    "retailer",
    "start-up",
    "startup",
    "subsidiary",
    "tabloid",
    "think-tank",
    "watchdog",
];

/// What a place is called before its name, sorted: "the city of", "the province of".
const PLACES: &[&str] =
    &["capital", "city", "county", "district", "municipality", "province", "suburb", "town", "village"];

/// What only a body has, sorted.
const OWNED: &[&str] = &["employees", "shareholders", "shares", "spokesman", "spokesperson", "spokeswoman", "stock"];

/// What a part of a country is called behind its name, sorted.
const DISTRICTS: &[&str] = &["district", "governorate", "municipality", "province"];

#[cfg(test)]
mod tests {
    #[test]
    fn sorted() {
        for words in [super::BODIES, super::PLACES, super::OWNED, super::DISTRICTS] {
            assert!(words.is_sorted());
        }
    }
}
