//! What the word right beside an unsure name says of its type: "the insurer Aldine", "Aldine's shareholders", "Kapra district".

use super::lexicon::{GIVEN, Lexicon};
use super::tagger::Tagged;
use super::words::{Words, capitalised};
use crate::annotation::EntityType::{self, Event, Fac, Gpe, Law, Norp, Org, Person};
use crate::lang::en::names::Lexeme;
use crate::learned::ONE;
use crate::text::{Case, Document, TokenKind};

/// A name this sure keeps its type (9 in 10).
const SURE: u32 = ONE / 10 * 9;
/// A name this sure tells the type of the rest of a list, and isn't taken for another by its first word (8 in 10).
const CLEAR: u32 = ONE / 10 * 8;
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
        // "Portmoor coach Lena Vogt": who has a coach is no person.
        let class = |i: usize| document.tokens.get(i).map(|t| facts.of(t).lexeme).unwrap_or_default();
        let role = document.tokens.get(end).is_some_and(|t| t.case == Case::Lower) && class(end).is(Lexeme::TITLE);
        let theirs = tagged.kind == Some(Person) && role && document.tokens.get(end + 1).is_some_and(capitalised);
        let told = told(document, start, end).or(theirs.then_some(Org));
        if let Some(kind) = told.filter(|_| !known && !named) {
            (tagged.kind, tagged.probability) = (Some(kind), TOLD);
        }
    }
}

/// A given name and a word that is no body's make a person, if the chain can't tell.
pub(super) fn given(document: &Document, facts: &Words, lexicon: &Lexicon, found: &mut [Tagged]) {
    let body = Lexeme::ORG.or(Lexeme::SUFFIX).or(Lexeme::FAC).or(Lexeme::LOC).or(Lexeme::GPE).or(Lexeme::EVENT);
    let plain = |i: usize| {
        document
            .tokens
            .get(i)
            .is_some_and(|t| t.case == Case::Capital && !facts.of(t).lexeme.is(body) && facts.of(t).place.is_none())
    };
    for tagged in found.iter_mut().filter(|t| t.probability < CLEAR && matches!(t.kind, Some(Org | Gpe | Fac))) {
        let mut tokens = tagged.tokens.iter();
        let first = document.tokens.get(tokens.start).map_or(0, |t| document.word_hash(t.word));
        if matches!(tokens.len(), 2 | 3) && tokens.all(plain) && lexicon.get(first).flags & GIVEN != 0 {
            tagged.kind = Some(Person);
        }
    }
}

/// In a list, "Ann Lee, Ben Ito and Aung San Suu Kyi", an unsure name is of the type that all others have.
pub(super) fn list(document: &Document, found: &mut [Tagged]) {
    let joined = |a: &Tagged, b: &Tagged| {
        let between = a.tokens.end as usize..b.tokens.start as usize;
        between.len() <= 2
            && !between.is_empty()
            && between.into_iter().all(|i| matches!(document.lower(i), "," | "and" | "or"))
    };
    for list in found.chunk_by_mut(joined).filter(|list| list.len() > 2) {
        let mut sure = list.iter().filter(|t| t.probability >= CLEAR);
        let Some(kind) = sure.next().map(|t| t.kind) else { continue };
        let others = sure.clone().count() + 1;
        if others + 1 == list.len() && sure.all(|t| t.kind == kind) {
            for tagged in list.iter_mut().filter(|t| t.probability < CLEAR) {
                (tagged.kind, tagged.probability) = (kind, CLEAR);
            }
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
    let whole = start.checked_sub(if before == "the" { 3 } else { 2 }).filter(|i| document.lower(i + 1) == "of");
    if whole.is_some_and(|i| PARTS.binary_search(&document.lower(i)).is_ok())
        && Lexeme::of(document.lower(end - 1)).is(Lexeme::FAC)
    {
        return Some(Fac);
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

/// What only a building has: "the ruins of the Grand Hotel". Sorted.
const PARTS: &[&str] = &[
    "corridors",
    "door",
    "doors",
    "entrance",
    "gates",
    "grounds",
    "lobby",
    "roof",
    "rooms",
    "rubble",
    "ruins",
    "steps",
    "walls",
    "windows",
];

/// What only a body has, sorted.
const OWNED: &[&str] = &["employees", "shareholders", "shares", "spokesman", "spokesperson", "spokeswoman", "stock"];

/// What a part of a country is called behind its name, sorted.
const DISTRICTS: &[&str] = &["district", "governorate", "municipality", "province"];

#[cfg(test)]
mod tests {
    #[test]
    fn sorted() {
        for words in [super::BODIES, super::PLACES, super::PARTS, super::OWNED, super::DISTRICTS] {
            assert!(words.is_sorted());
        }
    }
}
