//! Units of measure, by the CLDR identifiers that `Intl.NumberFormat` knows where there is one.

use crate::annotation::Decimal;
use crate::lang::{Packed, Row};
use crate::text::small;
use Dimension::{
    Acceleration, Angle, Area, Charge, Counted, Current, Data, Energy, Force, Frequency, Illuminance, Length, Mass,
    Power, Pressure, Radiation, Speed, Temperature, Voltage, Volume,
};

/// What a unit measures. `Counted` units ("point") have no SI value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Acceleration,
    Force,
    Energy,
    Power,
    Pressure,
    Frequency,
    Temperature,
    Angle,
    Data,
    Current,
    Voltage,
    Charge,
    Radiation,
    Illuminance,
    Time,
    SquareTime,
    Counted,
}

/// Each dimension with the letter it has in `units.txt` and the SI unit it is measured in.
#[rustfmt::skip]
const DIMENSIONS: &[(char, Dimension, &str)] = &[
    ('L', Length, "meter"), ('A', Area, "square-meter"), ('V', Volume, "cubic-meter"), ('M', Mass, "kilogram"), ('S', Speed, "meter-per-second"),
    ('G', Acceleration, "meter-per-square-second"), ('F', Force, "newton"), ('E', Energy, "joule"), ('W', Power, "watt"), ('P', Pressure, "pascal"),
    ('H', Frequency, "hertz"), ('T', Temperature, "kelvin"), ('R', Angle, "radian"), ('B', Data, "bit"), ('I', Current, "ampere"), ('U', Voltage, "volt"),
    ('Q', Charge, "coulomb"), ('X', Radiation, "sievert"), ('Y', Illuminance, "lux"), (' ', Dimension::Time, "second"), ('Z', Dimension::SquareTime, "square-second"),
];

impl Dimension {
    /// The SI unit it is measured in.
    pub fn si(self) -> Option<&'static str> {
        DIMENSIONS.iter().find(|d| d.1 == self).map(|d| d.2)
    }

    /// The SI unit of this per that.
    pub fn per(self, other: Self) -> Option<&'static str> {
        Some(match (self, other) {
            (Length, Self::Time) => "meter-per-second",
            (Length, Self::SquareTime) => "meter-per-square-second",
            (Volume, Self::Time) => "cubic-meter-per-second",
            (Mass, Self::Time) => "kilogram-per-second",
            (Data, Self::Time) => "bit-per-second",
            (Energy, Self::Time) => "watt",
            (Mass, Volume) => "kilogram-per-cubic-meter",
            (Mass, Area) => "kilogram-per-square-meter",
            (Mass, Length) => "kilogram-per-meter",
            (Volume, Length) => "square-meter",
            (Force, Area) => "pascal",
            (Energy, Area) => "joule-per-square-meter",
            (Power, Area) => "watt-per-square-meter",
            _ => return None,
        })
    }
}

/// A unit: its SI value is `value` × `factor`, plus an offset for temperatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The CLDR identifier, or a name made like one.
    pub id: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Factor to SI.
    pub factor: Option<Decimal>,
}

/// What `L0.001` and `L1e3` say of a unit: its dimension and its factor to SI.
fn unit(row: Row) -> Unit {
    let (letter, factor) = row.meaning.split_at_checked(1).unwrap_or((row.meaning, ""));
    let dimension = DIMENSIONS.iter().find(|d| letter.starts_with(d.0)).map_or(Counted, |d| d.1);
    let (factor, power) = factor.split_once('e').unwrap_or((factor, ""));
    let places =
        factor.split_once('.').map_or(0, |(_, decimals)| i16::try_from(decimals.len()).unwrap_or(0)) - small(power);
    let digits = factor.bytes().filter(u8::is_ascii_digit);
    let mantissa = digits.fold(0, |m, digit| m * 10 + i128::from(digit - b'0'));
    let [zeros, places] = [-places, places].map(|n| u32::from(n.max(0).cast_unsigned()));
    let factor = Decimal::new(mantissa * 10i128.pow(zeros), places);
    Unit { id: row.first.trim_end_matches(':'), dimension, factor }
}

/// Spells out lines of `e3 kilo`: such a power of the unit above, the prefix before each of its names that stand before its symbols.
fn prefixed(lines: &str) -> String {
    let (mut out, mut base) = (String::new(), "");
    for line in lines.split('\n') {
        if line.starts_with('e') {
            let mut more = line.split(' ');
            let (power, prefix) = (more.next().unwrap_or_default(), more.next().unwrap_or_default());
            for (place, name) in base.split(' ').take_while(|name| !name.starts_with('=')).enumerate() {
                out.extend(if place == 0 { ["\n", name, power] } else { [" ", prefix, name] });
            }
            more.for_each(|name| out.extend([" ", name]));
        } else {
            base = line;
            out.extend(["\n", line]);
        }
    }
    out
}

/// Units by what they measure (`N` of what is counted) and their names and, marked with `=`, symbols: a symbol needs a figure in digits. The first name is the CLDR identifier; with a
/// colon it is nothing else. A power of ten and its prefix make more units of the one above.
/// "Square", "cubic" and the like stand before a unit of length.
pub static UNITS: Packed<Unit> = Packed::spelt(include_str!("units.txt"), prefixed, unit);

/// "Square", "cubic" before a unit of length, and the prefix of the unit they make.
#[rustfmt::skip]
pub static POWERS: Packed<&str> = Packed::new("2 square sq sq.\n3 cubic cu cu.", |row| row.first);

/// Two-word units: first word, second word, the row of [`UNITS`] that they name.
#[rustfmt::skip]
pub const PAIRS: &[(&str, &str, &str)] = &[
    ("metric", "ton tons tonne tonnes", "tonne"), ("short", "ton tons", "ton"), ("long", "ton tons", "long-ton"),
    ("nautical", "mile miles", "nautical-mile"), ("light", "year years", "light-year"), ("astronomical", "unit units", "astronomical-unit"),
    ("fluid", "ounce ounces", "fluid-ounce"), ("fl", "oz oz.", "fluid-ounce"), ("fl.", "oz oz.", "fluid-ounce"), ("acre", "foot feet", "acre-foot"),
    ("kilowatt", "hour hours", "kilowatt-hour"), ("megawatt", "hour hours", "megawatt-hour"), ("gigawatt", "hour hours", "gigawatt-hour"),
    ("terawatt", "hour hours", "terawatt-hour"), ("thermal", "units", "btu"), ("newton", "meter meters metre metres", "newton-meter"), ("pound", "foot feet", "pound-force-foot"), ("lb", "ft ft.", "pound-force-foot"), ("ft", "lb lbs lb. lbs.", "pound-force-foot"), ("foot", "pounds", "pound-force-foot"), ("troy", "ounce ounces", "ounce-troy"), ("degree", "celsius centigrade c", "celsius"),
    ("degrees", "celsius celcius centigrade c c.", "celsius"), ("deg", "celsius c", "celsius"), ("deg.", "celsius c", "celsius"), ("°", "celsius c c. centigrade", "celsius"), ("º", "c c.", "celsius"),
    ("degrees", "fahrenheit f f.", "fahrenheit"), ("degree", "fahrenheit f", "fahrenheit"), ("deg", "fahrenheit f", "fahrenheit"), ("°", "fahrenheit f f.", "fahrenheit"), ("º", "f f.", "fahrenheit"),
];

/// A unit that a power of another makes: `square` and `kilometer`.
pub fn power_of(power: &str, unit: &str) -> Option<Unit> {
    let name = [power, "-", unit, ":"].concat();
    UNITS.get(&name).or_else(|| UNITS.get(name.trim_end_matches(':')))
}
