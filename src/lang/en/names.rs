//! Look-ups in what English knows about names.

use super::lexemes::LEXEMES;
use super::places::PLACES;
use crate::annotation::EntityType;

/// What a word says about the name it stands in or beside: a set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lexeme(pub u16);

impl Lexeme {
    /// A role before or after a person's name (*minister*).
    pub const TITLE: Self = Self(1);
    /// A form of address (*Mr*).
    pub const HONORIFIC: Self = Self(1 << 1);
    /// The last word of a body (*ministry*).
    pub const ORG: Self = Self(1 << 2);
    /// What only follows a name (*Inc.*, *Jr*).
    pub const SUFFIX: Self = Self(1 << 3);
    /// The last word of a building, road, park.
    pub const FAC: Self = Self(1 << 4);
    /// The last or first word of a natural place.
    pub const LOC: Self = Self(1 << 5);
    /// The last or first word of an administrative place.
    pub const GPE: Self = Self(1 << 6);
    /// The last word of an event.
    pub const EVENT: Self = Self(1 << 7);
    /// The last word of a law or treaty.
    pub const LAW: Self = Self(1 << 8);
    /// The last word of a work or prize.
    pub const WORK: Self = Self(1 << 9);
    /// A lower-case part of a person's name (*van*, *bin*).
    pub const PARTICLE: Self = Self(1 << 10);
    /// A month or weekday.
    pub const CALENDAR: Self = Self(1 << 11);
    /// A language.
    pub const LANGUAGE: Self = Self(1 << 12);
    /// A group of people that is no country's.
    pub const NORP: Self = Self(1 << 13);
    /// A body known by one word.
    pub const BODY: Self = Self(1 << 14);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 15);

    /// The classes of a word in lower case.
    pub fn of(word: &str) -> Self {
        LEXEMES
            .binary_search_by(|row| row.0.cmp(word))
            .ok()
            .and_then(|i| LEXEMES.get(i))
            .map_or(Self(0), |row| Self(row.1))
    }

    /// Whether it has any of these classes.
    pub fn is(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }

    /// Either's classes.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A name that is known whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What it names.
    pub kind: EntityType,
    /// ISO 3166-1 alpha-2 code of a country, also for its people.
    pub code: Option<&'static str>,
}

/// The known name in lower case, words parted by one blank.
pub fn place(name: &str) -> Option<Place> {
    let row = PLACES.get(PLACES.binary_search_by(|row| row.0.cmp(name)).ok()?)?;
    Some(Place { kind: row.1, code: Some(row.2).filter(|c| !c.is_empty()) })
}

/// Whether a known name begins with this word.
pub fn begins_place(word: &str) -> bool {
    let first = PLACES.partition_point(|row| row.0 < word);
    let begins = |row: &&(&str, EntityType, &str)| {
        row.0.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    // Names that go on with a letter sort after those that go on with a blank, a hyphen or a full stop.
    PLACES.get(first..).unwrap_or_default().iter().take(2).any(|row| begins(&row))
}

#[cfg(test)]
mod tests {
    use super::{LEXEMES, Lexeme, PLACES, begins_place, place};
    use crate::annotation::EntityType;

    #[test]
    fn tables_are_sorted() {
        assert!(LEXEMES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(PLACES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn finds() {
        assert!(Lexeme::of("minister").is(Lexeme::TITLE));
        assert_eq!(Lexeme::of("quickly"), Lexeme(0));
        assert_eq!(place("türkiye").and_then(|p| p.code), Some("TR"));
        assert_eq!(place("turkish").map(|p| p.kind), Some(EntityType::Norp));
        assert!(place("turk").is_some() && place("tur").is_none());
        for word in ["new", "saudi", "u.s.", "guinea", "the", "türkiye"] {
            assert!(begins_place(word), "{word}");
        }
        assert!(!begins_place("tur") && !begins_place("zzz"));
    }
}
