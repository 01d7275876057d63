//! Units of measure, by the CLDR identifiers that `Intl.NumberFormat` knows where there is one.

use crate::annotation::Decimal;
use crate::lang::{Packed, Row, phrases};
use crate::text::small;

/// What a unit measures: its letter in `units.txt`. What is counted ("point") has no SI value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimension(u8);

/// The SI unit of each dimension, and of one per another.
const SI: &str = "\
L meter
A square-meter
V cubic-meter
M kilogram
S meter-per-second
G meter-per-square-second
F newton
E joule
W watt
P pascal
H hertz
T kelvin
R radian
B bit
I ampere
U volt
Q coulomb
X sievert
Y lux
Ls meter-per-second
LZ meter-per-square-second
Vs cubic-meter-per-second
Ms kilogram-per-second
Bs bit-per-second
Es watt
MV kilogram-per-cubic-meter
MA kilogram-per-square-meter
ML kilogram-per-meter
VL square-meter
FA pascal
EA joule-per-square-meter
WA watt-per-square-meter";

impl Dimension {
    /// That of a metre.
    pub const LENGTH: Self = Self(b'L');
    /// That of a kelvin.
    pub const TEMPERATURE: Self = Self(b'T');
    /// That of a second.
    pub const TIME: Self = Self(b's');
    /// That of a square second.
    pub const SQUARE_TIME: Self = Self(b'Z');

    /// The SI unit it is measured in, per one of another.
    pub fn si(self, per: Option<Self>) -> Option<&'static str> {
        let letters = [self.0, per.map_or(0, |per| per.0)];
        let letters = &letters[..if per.is_some() { 2 } else { 1 }];
        phrases(SI).find(|row| row.0.as_bytes() == letters).map(|row| row.1)
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
    let (dimension, factor) = row.meaning.split_at_checked(1).unwrap_or_default();
    let dimension = Dimension(dimension.bytes().next().unwrap_or(b'N'));
    let (digits, power) = factor.split_once('e').unwrap_or((factor, ""));
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let factor = Decimal::of_digits(digits, decimals as u32).and_then(|digits| digits.shift(i32::from(small(power))));
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

/// Two-word units: the row of [`UNITS`] that they name, the first word, what may be the second.
pub const PAIRS: &str = "\
tonne metric ton tons tonne tonnes
ton short ton tons
long-ton long ton tons
nautical-mile nautical mile miles
light-year light year years
astronomical-unit astronomical unit units
fluid-ounce fluid ounce ounces
fluid-ounce fl oz oz.
fluid-ounce fl. oz oz.
acre-foot acre foot feet
kilowatt-hour kilowatt hour hours
megawatt-hour megawatt hour hours
gigawatt-hour gigawatt hour hours
terawatt-hour terawatt hour hours
btu thermal units
newton-meter newton meter meters metre metres
pound-force-foot pound foot feet
pound-force-foot lb ft ft.
pound-force-foot ft lb lbs lb. lbs.
pound-force-foot foot pounds
ounce-troy troy ounce ounces
celsius degree celsius centigrade c
celsius degrees celsius celcius centigrade c c.
celsius deg celsius c
celsius deg. celsius c
celsius ° celsius c c. centigrade
celsius º c c.
fahrenheit degrees fahrenheit f f.
fahrenheit degree fahrenheit f
fahrenheit deg fahrenheit f
fahrenheit ° fahrenheit f f.
fahrenheit º f f.";
