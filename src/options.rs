//! What a caller may set, and what a wrong setting is told.

use crate::house::{House, RawHouse};
use crate::lang::Language;
use jiff::civil::{Date, DateTime, Time};
use serde::Deserialize;

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
    pub reference: Option<DateTime>,
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

    pub(crate) fn bad_option(option: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::BadOption { option: option.into(), problem: problem.into() }
    }
}

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

/// Options as a caller writes them; unknown fields are errors.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RawOptions {
    kinds: Option<Vec<String>>,
    language: Option<String>,
    reference: Option<String>,
    outlet_country: Option<String>,
    nested: Option<bool>,
    max_length: Option<u32>,
    house: Option<RawHouse>,
}

impl RawOptions {
    /// Reads options from any serde source; an error names the option by its path.
    #[cfg(feature = "cli")]
    pub fn read<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Self, Error> {
        serde_path_to_error::deserialize(source).map_err(|e| {
            let path = e.path().to_string();
            Error::bad_option(if path == "." { "options".into() } else { path }, e.inner().to_string())
        })
    }

    /// Checks every value.
    pub fn check(self) -> Result<Options, Error> {
        let mut options = Options::default();
        if let Some(kinds) = self.kinds {
            options.layers = layers(&kinds)?;
        }
        if let Some(tag) = self.language {
            options.language = Language::from_tag(&tag)
                .ok_or_else(|| Error::bad_option("language", format!("{tag:?} is not read yet: only \"en\" is")))?;
        }
        if let Some(date) = self.reference {
            options.reference = Some(reference(&date).ok_or_else(|| {
                Error::bad_option(
                    "reference",
                    format!("{date:?} is no date: write the day of publication as YYYY-MM-DD or YYYY-MM-DDThh:mm"),
                )
            })?);
        }
        if let Some(code) = self.outlet_country {
            if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_alphabetic()) {
                return Err(Error::bad_option(
                    "outletCountry",
                    format!("{code:?} is no ISO 3166-1 code of two letters"),
                ));
            }
            options.outlet_country = Some(code.to_ascii_uppercase());
        }
        if let Some(limit) = self.max_length {
            options.max_length = limit;
        }
        options.nested = self.nested.unwrap_or(false);
        options.house = self.house.unwrap_or_default().check()?;
        Ok(options)
    }
}

fn layers(kinds: &[String]) -> Result<Layers, Error> {
    let mut layers = Layers::NONE;
    for (i, kind) in kinds.iter().enumerate() {
        match kind.as_str() {
            "quotes" => layers.quotes = true,
            "indirect" => layers.indirect = true,
            "numbers" => layers.numbers = true,
            "entities" => layers.entities = true,
            "checks" => layers.checks = true,
            _ => {
                return Err(Error::bad_option(
                    format!("kinds[{i}]"),
                    format!("{kind:?} is none of \"quotes\", \"indirect\", \"numbers\", \"entities\", \"checks\""),
                ));
            }
        }
    }
    Ok(layers)
}

/// A date, or a date with a time whose zone, if any, is left aside: the article's own clock is meant. Read by hand: jiff's own
/// parser of every ISO form would add 20 KB to the wasm.
fn reference(written: &str) -> Option<DateTime> {
    let (day, clock) = written.split_once(['T', ' ']).map_or((written, None), |(day, clock)| (day, Some(clock)));
    let [year, month, day] = fields(day, '-')?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let time = match clock {
        None => Time::midnight(),
        Some(clock) => {
            let clock = clock.get(..clock.find(['Z', 'z', '+', '-', '.']).unwrap_or(clock.len()))?;
            let [hour, minute, second] = fields(clock, ':').or_else(|| fields(clock, ':').map(|[h, m]| [h, m, 0]))?;
            Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, i8::try_from(second).ok()?, 0).ok()?
        }
    };
    Some(date.to_datetime(time))
}

/// Exactly `N` whole numbers with a separator between.
fn fields<const N: usize>(written: &str, separator: char) -> Option<[u16; N]> {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit()).then(|| s.parse().ok()).flatten();
    let all: Vec<u16> = written.split(separator).map(digits).collect::<Option<_>>()?;
    all.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references() {
        let read = |s| reference(s).map(|d| d.to_string());
        assert_eq!(read("2016-11-08").as_deref(), Some("2016-11-08T00:00:00"));
        assert_eq!(read("2016-11-08T14:30").as_deref(), Some("2016-11-08T14:30:00"));
        assert_eq!(read("2016-11-08T14:30:05.250+02:00").as_deref(), Some("2016-11-08T14:30:05"));
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
