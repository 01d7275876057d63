//! Names: every mention, and the persons, bodies and places they are joined into.

use super::{Confidence, labels};
use crate::text::Span;

labels! {
    /// What a name names (the types of `OntoNotes` that a newsroom asks for).
    EntityType {
        /// A person, real or fictional.
        Person = "PERSON",
        /// A firm, agency, party, club, medium, ministry, court.
        Org = "ORG",
        /// A state, city, province, district.
        Gpe = "GPE",
        /// A continent, region, river, mountain.
        Loc = "LOC",
        /// A building, airport, street, square.
        Fac = "FAC",
        /// A nationality, a religious or political group.
        Norp = "NORP",
        /// A war, tournament, holiday, storm.
        Event = "EVENT",
        /// A film, book, song, award.
        WorkOfArt = "WORK_OF_ART",
        /// Goods, software, drugs, vehicles.
        Product = "PRODUCT",
        /// A named act, treaty, ruling.
        Law = "LAW",
        /// A language.
        Language = "LANGUAGE",
    }
}

/// In bytes. What is longer names nobody: told again at each of its quotes it would be longer than the text.
pub const LONGEST_NAME: u32 = 500;

/// One place where a name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The name as written, without title, article or possessive.
    pub span: Span,
    /// What it names.
    pub kind: EntityType,
    /// The entry of `names` it belongs to; set by `resolve`.
    pub name: Option<u32>,
    /// How sure.
    pub confidence: Confidence,
    /// Why, in a word a reader understands.
    pub rule: &'static str,
    /// The entry of the newsroom's own list that it came from.
    pub house: Option<u32>,
}

/// A person, body, place …: all mentions of one bearer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The fullest form that the article gives, or the newsroom's own form.
    pub name: String,
    /// What it names.
    pub kind: EntityType,
    /// A person's role as the article writes it ("Defense Minister").
    pub role: Option<String>,
    /// ISO 3166-1 alpha-2 code of a country, also for its people.
    pub code: Option<&'static str>,
    /// The newsroom's own id for it.
    pub house_id: Option<String>,
    /// Indices of its mentions, in order of the text.
    pub mentions: Vec<u32>,
}
