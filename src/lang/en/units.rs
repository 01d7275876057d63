//! Units of measure, by the CLDR identifiers that `Intl.NumberFormat` knows where there is one.

use crate::lang::Table;
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
    Counted,
}

impl Dimension {
    /// The SI unit it is measured in.
    pub fn si(self) -> Option<&'static str> {
        Some(match self {
            Length => "meter",
            Area => "square-meter",
            Volume => "cubic-meter",
            Mass => "kilogram",
            Speed => "meter-per-second",
            Acceleration => "meter-per-square-second",
            Force => "newton",
            Energy => "joule",
            Power => "watt",
            Pressure => "pascal",
            Frequency => "hertz",
            Temperature => "kelvin",
            Angle => "radian",
            Data => "bit",
            Current => "ampere",
            Voltage => "volt",
            Charge => "coulomb",
            Radiation => "sievert",
            Illuminance => "lux",
            Self::Time => "second",
            Counted => return None,
        })
    }

    /// The SI unit of this per that.
    pub fn per(self, other: Self) -> Option<&'static str> {
        Some(match (self, other) {
            (Length, Self::Time) => "meter-per-second",
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

/// A unit: its SI value is `value` × `mantissa` / 10^`scale`, plus an offset for temperatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// Factor to SI, as a decimal.
    pub mantissa: i64,
    /// Decimal places of the factor.
    pub scale: u8,
}

const fn u(dimension: Dimension, mantissa: i64, scale: u8) -> Unit {
    Unit { dimension, mantissa, scale }
}

/// A row of [`UNITS`]: how a unit is written, and what it measures.
pub type UnitRow = (&'static str, Unit);

/// The CLDR identifier of a unit, or a name made like one: its first spelling.
pub fn id(row: &UnitRow) -> &'static str {
    row.0.split([' ', ':']).next().unwrap_or_default()
}

/// Units by their names and, marked with `=`, symbols: a symbol needs a figure in digits. The first name is the CLDR identifier; with a
/// colon it is nothing else.
/// "Square", "cubic" and the like stand before a unit of length.
#[rustfmt::skip]
pub static UNITS: Table<Unit> = Table::new(&[
    ("meter metre metres meters mtr mtrs =m", u(Length, 1, 0)),
    ("kilometer kilometre kilometres kilometers kms =km", u(Length, 1000, 0)),
    ("centimeter centimetre centimetres centimeters cms =cm", u(Length, 1, 2)),
    ("decimeter decimetre decimetres decimeters =dm", u(Length, 1, 1)),
    ("millimeter millimetre millimetres millimeters =mm", u(Length, 1, 3)),
    ("micrometer micrometre micrometres micrometers micron microns =µm =μm", u(Length, 1, 6)),
    ("nanometer nanometre nanometres nanometers =nm", u(Length, 1, 9)),
    ("picometer picometre picometres picometers", u(Length, 1, 12)),
    ("inch inches =in =in.", u(Length, 254, 4)), ("foot feet =ft =ft.", u(Length, 3048, 4)),
    ("yard yards =yd =yds =yd. =yds.", u(Length, 9144, 4)), ("mile miles =mi", u(Length, 1_609_344, 3)),
    ("nautical-mile =nmi", u(Length, 1852, 0)), ("furlong furlongs", u(Length, 201_168, 3)),
    ("fathom fathoms", u(Length, 18288, 4)), ("light-year light-years lightyear lightyears", u(Length, 9_460_730_472_580_800, 0)),
    ("parsec parsecs", u(Length, 30_856_775_814_913_673, 0)), ("astronomical-unit", u(Length, 149_597_870_700, 0)),
    ("hectare hectares =ha", u(Area, 10_000, 0)), ("acre acres", u(Area, 40_468_564_224, 7)),
    ("square-meter: sqm =m2 =m² sqms =sqmt", u(Area, 1, 0)), ("square-kilometer: sqkm =km2 =km²", u(Area, 1_000_000, 0)),
    ("square-foot: sqft =ft2 =ft²", u(Area, 9_290_304, 8)), ("square-mile =mi² =mi2", u(Area, 2_589_988_110_336, 6)),
    ("square-inch =in²", u(Area, 64516, 8)), ("square-yard =yd²", u(Area, 83_612_736, 8)),
    ("square-centimeter =cm2 =cm²", u(Area, 1, 4)), ("square-millimeter =mm²", u(Area, 1, 6)),
    ("dunam dunams dunum dunums", u(Area, 1000, 0)),
    ("liter litre litres liters ltr ltrs =l", u(Volume, 1, 3)), ("milliliter millilitre millilitres milliliters mls =ml", u(Volume, 1, 6)),
    ("centiliter centilitre centilitres centiliters =cl", u(Volume, 1, 5)), ("deciliter decilitre decilitres deciliters =dl", u(Volume, 1, 4)),
    ("hectoliter hectolitre hectolitres hectoliters =hl", u(Volume, 1, 1)), ("megaliter megalitre megalitres megaliters", u(Volume, 1000, 0)),
    ("gigaliter gigalitre gigalitres gigaliters", u(Volume, 1_000_000, 0)),
    ("cubic-meter =m3 =m³ cumec", u(Volume, 1, 0)), ("cubic-kilometer =km3 =km³", u(Volume, 1_000_000_000, 0)),
    ("cubic-centimeter =cm3 =cm³ =cc", u(Volume, 1, 6)), ("cubic-foot =ft3 =ft³ =cf", u(Volume, 28_316_846_592, 12)),
    ("cubic-inch", u(Volume, 16_387_064, 12)), ("cubic-yard", u(Volume, 764_554_857_984, 12)),
    ("cubic-mile", u(Volume, 4_168_181_825_440_580, 6)), ("cubic-millimeter =mm³", u(Volume, 1, 9)),
    ("gallon gallons =gal =gals =gal.", u(Volume, 3_785_411_784, 12)), ("quart quarts =qt", u(Volume, 946_352_946, 12)),
    ("pint pints", u(Volume, 473_176_473, 12)), ("cup cups", u(Volume, 2_365_882_365, 13)),
    ("tablespoon tablespoons tablespoonful tablespoonfuls =tbsp", u(Volume, 1_478_676_478_125, 17)),
    ("teaspoon teaspoons teaspoonful teaspoonfuls =tsp", u(Volume, 492_892_159_375, 17)),
    ("fluid-ounce =floz", u(Volume, 295_735_295_625, 16)), ("barrel barrels =bbl =bbls", u(Volume, 158_987_294_928, 12)),
    ("bushel bushels", u(Volume, 3_523_907_016_688, 14)), ("acre-foot acre-feet", u(Volume, 123_348_183_754_752, 11)),
    ("gram gramme grams grammes gm gms =g", u(Mass, 1, 3)), ("kilogram kilogramme kilograms kilogrammes kilo kilos kgs =kg", u(Mass, 1, 0)),
    ("milligram milligramme milligrams milligrammes =mg", u(Mass, 1, 6)), ("microgram micrograms mcg =µg =μg", u(Mass, 1, 9)),
    ("nanogram nanograms =ng", u(Mass, 1, 12)), ("quintal quintals", u(Mass, 100, 0)),
    ("tonne tonnes =t", u(Mass, 1000, 0)), ("ton tons", u(Mass, 90_718_474, 5)), ("long-ton", u(Mass, 10_160_469_088, 7)),
    ("kilotonne kilotonnes kiloton kilotons =kt", u(Mass, 1_000_000, 0)), ("megatonne megatonnes megaton megatons =mt =mtpa", u(Mass, 1_000_000_000, 0)),
    ("gigatonne gigatonnes gigaton gigatons =gt", u(Mass, 1_000_000_000_000, 0)),
    ("pound: =lb =lbs =lb. =lbs.", u(Mass, 45_359_237, 8)), ("ounce ounces =oz =oz.", u(Mass, 28_349_523_125, 12)),
    ("stone =st", u(Mass, 635_029_318, 8)), ("carat carats =ct", u(Mass, 2, 4)), ("grain grains", u(Mass, 6_479_891, 11)),
    ("mile-per-hour: mph", u(Speed, 44704, 5)), ("kilometer-per-hour: kph kmh kmph =kmh-1 =km/h", u(Speed, 277_777_777_777_777_778, 18)),
    ("knot knots =kn =kt.", u(Speed, 514_444_444_444_444_444, 18)), ("mach", u(Speed, 340_294, 3)),
    ("newton newtons", u(Force, 1, 0)), ("g-force", u(Acceleration, 980_665, 5)),
    ("joule joules =j", u(Energy, 1, 0)), ("kilojoule kilojoules =kj", u(Energy, 1000, 0)), ("megajoule megajoules =mj", u(Energy, 1_000_000, 0)),
    ("gigajoule gigajoules =gj", u(Energy, 1_000_000_000, 0)), ("calorie calories =cal", u(Energy, 4184, 3)),
    ("kilocalorie kilocalories =kcal =kcals", u(Energy, 4184, 0)), ("watt-hour: =wh", u(Energy, 3600, 0)),
    ("kilowatt-hour =kwh", u(Energy, 3_600_000, 0)), ("megawatt-hour =mwh", u(Energy, 3_600_000_000, 0)),
    ("gigawatt-hour =gwh", u(Energy, 3_600_000_000_000, 0)), ("terawatt-hour =twh", u(Energy, 3_600_000_000_000_000, 0)),
    ("british-thermal-unit: btu btus", u(Energy, 105_505_585_262, 8)), ("therm-us: therm therms", u(Energy, 105_480_400, 0)),
    ("electronvolt electronvolts =ev", u(Energy, 1_602_176_634, 28)), ("kiloelectronvolt: =kev", u(Energy, 1_602_176_634, 25)),
    ("megaelectronvolt: =mev", u(Energy, 1_602_176_634, 22)), ("gigaelectronvolt: =gev", u(Energy, 1_602_176_634, 19)), ("teraelectronvolt: =tev", u(Energy, 1_602_176_634, 16)),
    ("watt watts =w", u(Power, 1, 0)), ("kilowatt kilowatts =kw", u(Power, 1000, 0)), ("megawatt megawatts =mw", u(Power, 1_000_000, 0)),
    ("gigawatt gigawatts =gw", u(Power, 1_000_000_000, 0)), ("terawatt terawatts =tw", u(Power, 1_000_000_000_000, 0)),
    ("milliwatt milliwatts", u(Power, 1, 3)), ("horsepower bhp =hp", u(Power, 74_569_987_158_227_022, 14)),
    ("pascal pascals =pa", u(Pressure, 1, 0)), ("kilopascal kilopascals =kpa", u(Pressure, 1000, 0)), ("hectopascal hectopascals =hpa", u(Pressure, 100, 0)),
    ("megapascal megapascals =mpa", u(Pressure, 1_000_000, 0)), ("bar: =bar", u(Pressure, 100_000, 0)),
    ("millibar millibars =mb", u(Pressure, 100, 0)), ("pound-force-per-square-inch: psi", u(Pressure, 689_475_729_316_836, 11)),
    ("atmosphere atmospheres", u(Pressure, 101_325, 0)), ("millimeter-ofhg: =mmhg", u(Pressure, 133_322_387_415, 9)),
    ("hertz =hz", u(Frequency, 1, 0)), ("kilohertz =khz", u(Frequency, 1000, 0)), ("megahertz =mhz", u(Frequency, 1_000_000, 0)),
    ("gigahertz =ghz", u(Frequency, 1_000_000_000, 0)), ("terahertz =thz", u(Frequency, 1_000_000_000_000, 0)), ("revolution-per-minute: rpm", u(Frequency, 16_666_666_666_666_667, 18)),
    ("celsius celcius centigrade =°c", u(Temperature, 1, 0)), ("fahrenheit =°f", u(Temperature, 555_555_555_555_555_556, 18)), ("kelvin kelvins", u(Temperature, 1, 0)),
    ("degree degrees =deg =deg. =° =º", u(Angle, 17_453_292_519_943_296, 18)), ("radian radians", u(Angle, 1, 0)), ("arc-minute: arcminute arcminutes", u(Angle, 290_888_208_665_722, 18)),
    ("arc-second: arcsecond arcseconds", u(Angle, 4_848_136_811_095, 18)), 
    ("bit bits", u(Data, 1, 0)), ("byte bytes", u(Data, 8, 0)), ("kilobyte kilobytes =kb", u(Data, 8000, 0)), ("megabyte megabytes", u(Data, 8_000_000, 0)),
    ("gigabyte gigabytes gig gigs =gb", u(Data, 8_000_000_000, 0)), ("terabyte terabytes =tb", u(Data, 8_000_000_000_000, 0)), ("petabyte petabytes =pb", u(Data, 8_000_000_000_000_000, 0)),
    ("exabyte exabytes", u(Data, 8_000_000_000_000_000_000, 0)), ("kilobit kilobits =kbit", u(Data, 1000, 0)), ("megabit megabits =mbit", u(Data, 1_000_000, 0)),
    ("gigabit gigabits =gbit", u(Data, 1_000_000_000, 0)), ("kibibyte kibibytes =kib", u(Data, 8192, 0)), ("mebibyte mebibytes =mib", u(Data, 8_388_608, 0)),
    ("kilobit-per-second: kbps", u(Counted, 1000, 0)), ("megabit-per-second: mbps", u(Counted, 1_000_000, 0)), ("gigabit-per-second: gbps", u(Counted, 1_000_000_000, 0)),
    ("megapixel megapixels =mp", u(Counted, 1, 0)), ("pixel pixels =px", u(Counted, 1, 0)), ("frame-per-second: fps", u(Counted, 1, 0)), ("dot-per-inch: dpi", u(Counted, 1, 0)),
    ("ampere amperes amp amps", u(Current, 1, 0)), ("milliampere milliamp milliamps =ma", u(Current, 1, 3)), ("milliampere-hour: =mah", u(Charge, 36, 1)),
    ("volt volts =v", u(Voltage, 1, 0)), ("kilovolt kilovolts =kv", u(Voltage, 1000, 0)), ("millivolt millivolts =mv", u(Voltage, 1, 3)),
    ("ohm ohms =ω", u(Counted, 1, 0)), ("coulomb coulombs", u(Charge, 1, 0)), ("lux", u(Illuminance, 1, 0)), ("lumen lumens", u(Counted, 1, 0)),
    ("sievert sieverts =sv", u(Radiation, 1, 0)), ("millisievert millisieverts =msv", u(Radiation, 1, 3)), ("microsievert microsieverts =µsv", u(Radiation, 1, 6)),
    ("becquerel becquerels =bq", u(Counted, 1, 0)), ("decibel decibels =db", u(Counted, 1, 0)), ("mole: =mol", u(Counted, 1, 0)), ("karat karats", u(Counted, 1, 0)),
    ("ton-per-day: tpd", u(Counted, 1, 0)), ("barrel-per-day: bpd", u(Counted, 1, 0)), ("million-british-thermal-unit: =mmbtu", u(Counted, 1, 0)), ("twenty-foot-equivalent-unit: teu teus", u(Counted, 1, 0)),
    ("point points =pts =pt", u(Counted, 1, 0)), ("part-per-million: ppm", u(Counted, 1, 0)), ("part-per-billion: ppb", u(Counted, 1, 0)), ("bit-per-second: bps.", u(Counted, 1, 0)),
    ("decameter decametre decameters decametres", u(Length, 10, 0)), ("hectometer hectometre hectometers hectometres", u(Length, 100, 0)),
    ("megameter megametre megameters megametres", u(Length, 1_000_000, 0)), ("femtometer femtometre femtometers femtometres", u(Length, 1, 15)),
    ("attometer attometre attometers attometres", u(Length, 1, 18)), ("angstrom angstroms =å", u(Length, 1, 10)),
    ("league-nautical: leagues", u(Length, 5556, 0)), ("rood roods", u(Area, 10_117_141_056, 7)), ("feddan feddans", u(Area, 4200, 0)),
    ("rai", u(Area, 1600, 0)), ("tsubo", u(Area, 3_305_785, 6)), ("pyeong", u(Area, 3_305_785, 6)), ("decare decares", u(Area, 1000, 0)),
    ("square-decimeter", u(Area, 1, 2)), ("square-hectometer", u(Area, 10_000, 0)),
    ("microliter microlitre microliters microlitres =µl", u(Volume, 1, 9)), ("nanoliter nanolitre nanoliters nanolitres =nl", u(Volume, 1, 12)),
    ("kiloliter kilolitre kiloliters kilolitres", u(Volume, 1, 0)), ("teraliter teralitre teraliters teralitres", u(Volume, 1_000_000_000, 0)),
    ("peck pecks", u(Volume, 880_976_754_172, 14)), ("hogshead hogsheads", u(Volume, 238_480_942_392, 12)), ("cubic-decimeter", u(Volume, 1, 3)),
    ("million-cubic-meter: =mcm", u(Volume, 1_000_000, 0)), ("billion-cubic-meter: =bcm", u(Volume, 1_000_000_000, 0)),
    ("million-cubic-foot: =mmcf", u(Volume, 28_316_846_592, 6)), ("billion-cubic-foot: =bcf", u(Volume, 28_316_846_592, 3)),
    ("trillion-cubic-foot: =tcf", u(Volume, 28_316_846_592, 0)), ("picogram picograms =pg", u(Mass, 1, 15)),
    ("centigram centigrams =cg", u(Mass, 1, 5)), ("decigram decigrams =dg", u(Mass, 1, 4)), ("decagram decagrams", u(Mass, 1, 2)),
    ("hectogram hectograms", u(Mass, 1, 1)), ("dram-avoirdupois: drachm drachms", u(Mass, 17_718_451_953_125, 16)),
    ("ounce-troy", u(Mass, 311_034_768, 10)), ("tola tolas", u(Mass, 116_638_038, 10)), ("catty catties", u(Mass, 60_478_982, 8)),
    ("kilonewton kilonewtons", u(Force, 1000, 0)), ("meganewton meganewtons", u(Force, 1_000_000, 0)), ("dyne dynes", u(Force, 1, 5)),
    ("erg ergs", u(Energy, 1, 7)), ("microjoule microjoules", u(Energy, 1, 6)), ("millijoule millijoules", u(Energy, 1, 3)),
    ("terajoule terajoules =tj", u(Energy, 1_000_000_000_000, 0)), ("petajoule petajoules =pj", u(Energy, 1_000_000_000_000_000, 0)),
    ("exajoule exajoules =ej", u(Energy, 1_000_000_000_000_000_000, 0)), ("petawatt-hour: =pwh", u(Energy, 3_600_000_000_000_000_000, 0)),
    ("microwatt microwatts =µw", u(Power, 1, 6)), ("petawatt petawatts", u(Power, 1_000_000_000_000_000, 0)),
    ("kilovolt-ampere: =kva", u(Power, 1000, 0)), ("megavolt-ampere: =mva", u(Power, 1_000_000, 0)), ("kilowatt-peak: =kwp", u(Power, 1000, 0)),
    ("megawatt-peak: =mwp", u(Power, 1_000_000, 0)), ("gigawatt-peak: =gwp", u(Power, 1_000_000_000, 0)),
    ("gigapascal gigapascals =gpa", u(Pressure, 1_000_000_000, 0)), ("torr", u(Pressure, 133_322_368_421, 9)),
    ("inch-ofhg: =inhg", u(Pressure, 3_386_389, 3)), ("millihertz =mhz.", u(Frequency, 1, 3)), ("milliradian milliradians", u(Angle, 1, 3)),
    ("gradian gradians", u(Angle, 15_707_963_267_948_967, 18)), ("terabit terabits", u(Data, 1_000_000_000_000, 0)),
    ("petabit petabits", u(Data, 1_000_000_000_000_000, 0)), ("gibibyte gibibytes =gib", u(Data, 68_719_476_736, 0)),
    ("tebibyte tebibytes =tib", u(Data, 70_368_744_177_664, 0)), ("pebibyte pebibytes =pib", u(Data, 72_057_594_037_927_936, 0)),
    ("terabit-per-second: tbps", u(Counted, 1, 0)), ("nanoampere nanoamperes nanoamp nanoamps", u(Current, 1, 9)),
    ("microampere microamperes microamp microamps", u(Current, 1, 6)), ("kiloampere kiloamperes kiloamp kiloamps", u(Current, 1000, 0)),
    ("microvolt microvolts", u(Voltage, 1, 6)), ("megavolt megavolts", u(Voltage, 1_000_000, 0)),
    ("kiloohm kiloohms kilohm kilohms", u(Counted, 1, 0)), ("megaohm megaohms megohm megohms", u(Counted, 1, 0)), ("farad farads", u(Counted, 1, 0)),
    ("microfarad microfarads =µf", u(Counted, 1, 0)), ("gauss", u(Counted, 1, 0)), ("candela candelas", u(Counted, 1, 0)),
    ("curie curies", u(Counted, 1, 0)), ("roentgen roentgens", u(Counted, 1, 0)), ("megabecquerel megabecquerels =mbq", u(Counted, 1, 0)),
    ("gigabecquerel gigabecquerels =gbq", u(Counted, 1, 0)), ("terabecquerel terabecquerels =tbq", u(Counted, 1, 0)),
    ("petabecquerel petabecquerels =pbq", u(Counted, 1, 0)), ("cubic-foot-per-second: =cfs", u(Counted, 1, 0)),
    ("cubic-foot-per-minute: =cfm", u(Counted, 1, 0)), ("barrel-of-oil-equivalent: =boe", u(Counted, 1, 0)),
    ("barrel-of-oil-equivalent-per-day: =boepd =boed", u(Counted, 1, 0)), ("tonne-of-oil-equivalent: =toe", u(Counted, 1, 0)),
    ("deadweight-ton: =dwt", u(Counted, 1, 0)),
]);

/// "Square", "cubic" before a unit of length, and the prefix of the unit they make.
#[rustfmt::skip]
pub static POWERS: Table<&str> = Table::new(&[("square sq sq.", "square"), ("cubic cu cu.", "cubic")]);

/// Two-word units: first word, second word, the row of [`UNITS`] that they name.
#[rustfmt::skip]
pub const PAIRS: &[(&str, &str, &str)] = &[
    ("metric", "ton tons tonne tonnes", "tonne"), ("short", "ton tons", "ton"), ("long", "ton tons", "long-ton"),
    ("nautical", "mile miles", "nautical-mile"), ("light", "year years", "light-year"), ("astronomical", "unit units", "astronomical-unit"),
    ("fluid", "ounce ounces", "fluid-ounce"), ("fl", "oz oz.", "fluid-ounce"), ("fl.", "oz oz.", "fluid-ounce"), ("acre", "foot feet", "acre-foot"),
    ("kilowatt", "hour hours", "kilowatt-hour"), ("megawatt", "hour hours", "megawatt-hour"), ("gigawatt", "hour hours", "gigawatt-hour"),
    ("terawatt", "hour hours", "terawatt-hour"), ("thermal", "units", "btu"), ("troy", "ounce ounces", "ounce-troy"), ("degree", "celsius centigrade c", "celsius"),
    ("degrees", "celsius celcius centigrade c c.", "celsius"), ("deg", "celsius c", "celsius"), ("deg.", "celsius c", "celsius"), ("°", "celsius c centigrade", "celsius"), ("º", "c", "celsius"),
    ("degrees", "fahrenheit f f.", "fahrenheit"), ("degree", "fahrenheit f", "fahrenheit"), ("deg", "fahrenheit f", "fahrenheit"), ("°", "fahrenheit f", "fahrenheit"), ("º", "f", "fahrenheit"),
];

/// A unit that a power of another makes: `square` and `kilometer`.
pub fn power_of(power: &str, unit: &UnitRow) -> Option<&'static UnitRow> {
    UNITS.rows().iter().find(|u| id(u).strip_prefix(power).and_then(|rest| rest.strip_prefix('-')) == Some(id(unit)))
}
