//! Look-ups in what English knows about names.

use crate::annotation::EntityType;
use crate::lang::Lines;

/// Words in lower case with their classes: the bits of [`Lexeme`], hexadecimal. From `data/en/lexemes.txt`, by `training tables`.
static LEXEMES: Lines = Lines::new(include_str!("lexemes.tsv"));

/// Names in lower case with a letter for their type, see [`place`], and the ISO 3166-1 alpha-2 code of a country and of its
/// people. From `data/en/countries.txt` and `data/en/places.txt`, by `training tables`.
static PLACES: Lines = Lines::new(include_str!("places.tsv"));

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
        LEXEMES.get(word).and_then(|classes| u16::from_str_radix(classes, 16).ok()).map_or(Self(0), Self)
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

/// The states of the United States that no other country has a place like.
const STATES: &str = "\
alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|\
kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|\
new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|\
south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming";

/// Whether a name in lower case is that of a state of the United States.
pub fn is_state(name: &str) -> bool {
    STATES.split('|').any(|state| state == name)
}

/// The known name in lower case, words parted by one blank.
pub fn place(name: &str) -> Option<Place> {
    let (kind, code) = PLACES.get(name)?.split_at_checked(1)?;
    let kind = match kind {
        "G" => EntityType::Gpe,
        "N" => EntityType::Norp,
        "L" => EntityType::Loc,
        "O" => EntityType::Org,
        "F" => EntityType::Fac,
        "E" => EntityType::Event,
        "A" => EntityType::Law,
        "W" => EntityType::WorkOfArt,
        _ => return None,
    };
    Some(Place { kind, code: Some(code).filter(|c| !c.is_empty()) })
}

/// The known administrative places of one word, in lower case.
pub fn places_of_one_word() -> impl Iterator<Item = &'static str> {
    PLACES.all().filter(|(name, kind)| kind.starts_with('G') && !name.contains(' ')).map(|(name, _)| name)
}

/// Whether a known name begins with this word.
pub fn begins_place(word: &str) -> bool {
    PLACES.begins(word)
}

#[cfg(test)]
mod tests {
    use super::{LEXEMES, Lexeme, PLACES, begins_place, place};
    use crate::annotation::EntityType;

    #[test]
    fn every_row_is_found() {
        assert!(LEXEMES.all().all(|(word, _)| Lexeme::of(word) != Lexeme(0)));
        assert!(PLACES.all().all(|(name, _)| place(name).is_some()));
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
