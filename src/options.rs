//! What a caller may set, and what a wrong setting is told.

mod given;

use crate::annotation::civil::{Day, Moment};
use crate::house::House;
use crate::lang::Language;
use crate::text::whole;
pub(crate) use given::{Fields, Given};
use serde::Deserializer;

/// The longest text that is read unless `maxLength` says otherwise, in UTF-16 code units.
pub const MAX_LENGTH: u32 = 2_000_000;

/// Which layers a caller wants. Layers that others rest on are found all the same, but not reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layers {
    /// Direct and mixed quotes, and marks that are none.
    pub quotes: bool,
    /// Reported content without marks.
    pub indirect: bool,
    /// Numeric expressions.
    pub numbers: bool,
    /// Mentions of names.
    pub entities: bool,
    /// What an editor would want to look at again.
    pub checks: bool,
}

impl Layers {
    /// Everything.
    pub const ALL: Self = Self { quotes: true, indirect: true, numbers: true, entities: true, checks: true };
    const NONE: Self = Self { quotes: false, indirect: false, numbers: false, entities: false, checks: false };
}

/// Checked settings of an analysis.
#[derive(Debug)]
pub struct Options {
    /// The layers to report.
    pub layers: Layers,
    /// The language of the text.
    pub language: Language,
    /// When the article was published: relative dates resolve against it, into the past by default.
    pub reference: Option<Moment>,
    /// ISO 3166-1 alpha-2 code of the outlet's country, upper case: what a bare "$" means there.
    pub outlet_country: Option<String>,
    /// Whether to report the bare numeral inside a larger expression too.
    pub nested: bool,
    /// The longest text to read, in UTF-16 code units.
    pub max_length: u32,
    /// The newsroom's own names, speakers, cues and patterns.
    pub house: House,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            layers: Layers::ALL,
            language: Language::default(),
            reference: None,
            outlet_country: None,
            nested: false,
            max_length: MAX_LENGTH,
            house: House::default(),
        }
    }
}

/// Why a call gave no analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The text is longer than `maxLength`.
    InputTooLarge {
        /// Its length in UTF-16 code units.
        length: u32,
        /// The limit in force.
        limit: u32,
    },
    /// An option is unknown or has a value that can't be used.
    BadOption {
        /// Its path, such as `house.names[2].type`.
        option: String,
        /// What is wrong with it and what would be right.
        problem: String,
    },
}

impl Error {
    /// The stable code that programs test for.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InputTooLarge { .. } => "INPUT_TOO_LARGE",
            Self::BadOption { .. } => "BAD_OPTION",
        }
    }

    /// The option at fault.
    pub fn option(&self) -> Option<&str> {
        match self {
            Self::InputTooLarge { .. } => None,
            Self::BadOption { option, .. } => Some(option),
        }
    }

    #[expect(clippy::unnecessary_box_returns, reason = "an error on its way")]
    pub(crate) fn bad_option(option: impl Into<String>, problem: impl Into<String>) -> Wrong {
        Box::new(Self::BadOption { option: option.into(), problem: problem.into() })
    }
}

/// An error on its way: in a box, since every step of the reading may hand one on.
pub(crate) type Wrong = Box<Error>;

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::InputTooLarge { length, limit } => {
                write!(
                    f,
                    "the text has {length} UTF-16 units, more than {limit}: analyse it in parts or raise the option maxLength"
                )
            }
            Self::BadOption { option, problem } => write!(f, "option {option}: {problem}"),
        }
    }
}

impl std::error::Error for Error {}

impl Options {
    /// Reads options from any serde source and checks every value; unknown fields are errors, which name the option by its path.
    pub fn read<'de, D: Deserializer<'de>>(source: D) -> Result<Self, Error> {
        Given::read(source).and_then(Self::checked).map_err(|wrong| *wrong)
    }

    fn checked(given: Given) -> Result<Self, Wrong> {
        const KNOWN: &[&str] = &["kinds", "language", "reference", "outletCountry", "nested", "maxLength", "house"];
        let mut given = given.fields(KNOWN)?;
        let mut options = Self::default();
        if let Some(kinds) = given.take("kinds") {
            options.layers = layers(kinds.list()?)?;
        }
        if let Some(tag) = given.text("language")? {
            options.language = Language::from_tag(&tag)
                .ok_or_else(|| Error::bad_option("language", format!("\"{tag}\" is not read yet: only \"en\" is")))?;
        }
        if let Some(date) = given.text("reference")? {
            options.reference = Some(reference(&date).ok_or_else(|| {
                Error::bad_option(
                    "reference",
                    format!("\"{date}\" is no date: write the day of publication as YYYY-MM-DD or YYYY-MM-DDThh:mm"),
                )
            })?);
        }
        if let Some(code) = given.text("outletCountry")? {
            if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_alphabetic()) {
                let problem = format!("\"{code}\" is no ISO 3166-1 code of two letters");
                return Err(Error::bad_option("outletCountry", problem));
            }
            options.outlet_country = Some(code.to_ascii_uppercase());
        }
        if let Some(nested) = given.take("nested") {
            options.nested = nested.flag()?;
        }
        if let Some(limit) = given.take("maxLength") {
            options.max_length = limit.count()?;
        }
        if let Some(house) = given.take("house") {
            options.house = House::read(house)?;
        }
        Ok(options)
    }
}

fn layers(kinds: Vec<Given>) -> Result<Layers, Wrong> {
    let mut layers = Layers::NONE;
    for given in kinds {
        let path = given.path().to_owned();
        match given.text()?.as_str() {
            "quotes" => layers.quotes = true,
            "indirect" => layers.indirect = true,
            "numbers" => layers.numbers = true,
            "entities" => layers.entities = true,
            "checks" => layers.checks = true,
            kind => {
                let problem =
                    format!("\"{kind}\" is none of \"quotes\", \"indirect\", \"numbers\", \"entities\", \"checks\"");
                return Err(Error::bad_option(path, problem));
            }
        }
    }
    Ok(layers)
}

/// A date, or a date with a time whose zone, if any, is left aside: the article's own clock is meant.
fn reference(written: &str) -> Option<Moment> {
    let (day, clock) = written.split_once(['T', ' ']).map_or((written, None), |(day, clock)| (day, Some(clock)));
    let [year, month, day] = fields(day, '-')?;
    let day = Day::new(year, month, day)?;
    let Some(clock) = clock else { return Some(Moment { day, seconds: 0 }) };
    let clock = clock.get(..clock.find(['Z', 'z', '+', '-', '.']).unwrap_or(clock.len()))?;
    let [hour, minute, second] = fields(clock, ':').or_else(|| fields(clock, ':').map(|[h, m]| [h, m, 0]))?;
    (hour < 24 && minute < 60 && second < 60).then(|| Moment { day, seconds: (hour * 60 + minute) * 60 + second })
}

/// Exactly `N` whole numbers with a separator between.
fn fields<const N: usize>(written: &str, separator: char) -> Option<[i32; N]> {
    written.split(separator).map(whole).collect::<Option<Vec<i32>>>()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references() {
        let read = |s| reference(s).map(|moment| (moment.day.iso(), moment.seconds));
        let at = |seconds| Some(("2016-11-08".to_owned(), seconds));
        assert_eq!(read("2016-11-08"), at(0));
        assert_eq!(read("2016-11-08T14:30"), at(52_200));
        assert_eq!(read("2016-11-08T14:30:05.250+02:00"), at(52_205));
        for bad in [
            "",
            "2016",
            "2016-13-01",
            "2015-02-29",
            "yesterday",
            "2016-11-08T",
            "2016-11-08T25:00",
            "+016-1-1",
            "2016-11-08-09",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
