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
    /// CLDR identifier, or a name made like one.
    pub id: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Factor to SI, as a decimal.
    pub mantissa: i64,
    /// Decimal places of the factor.
    pub scale: u8,
}

const fn u(id: &'static str, dimension: Dimension, mantissa: i64, scale: u8) -> Unit {
    Unit { id, dimension, mantissa, scale }
}

/// Units by their names and, marked with `=`, symbols: a symbol needs a figure in digits.
/// "Square", "cubic" and the like stand before a unit of length.
#[rustfmt::skip]
pub static UNITS: Table<Unit> = Table::new(&[
    ("metre meter metres meters mtr mtrs =m", u("meter", Length, 1, 0)),
    ("kilometre kilometer kilometres kilometers kms =km", u("kilometer", Length, 1000, 0)),
    ("centimetre centimeter centimetres centimeters cms =cm", u("centimeter", Length, 1, 2)),
    ("decimetre decimeter decimetres decimeters =dm", u("decimeter", Length, 1, 1)),
    ("millimetre millimeter millimetres millimeters =mm", u("millimeter", Length, 1, 3)),
    ("micrometre micrometer micrometres micrometers micron microns =µm =μm", u("micrometer", Length, 1, 6)),
    ("nanometre nanometer nanometres nanometers =nm", u("nanometer", Length, 1, 9)),
    ("picometre picometer picometres picometers", u("picometer", Length, 1, 12)),
    ("inch inches =in =in.", u("inch", Length, 254, 4)), ("foot feet =ft =ft.", u("foot", Length, 3048, 4)),
    ("yard yards =yd =yds =yd. =yds.", u("yard", Length, 9144, 4)), ("mile miles =mi", u("mile", Length, 1_609_344, 3)),
    ("nautical-mile =nmi", u("nautical-mile", Length, 1852, 0)), ("furlong furlongs", u("furlong", Length, 201_168, 3)),
    ("fathom fathoms", u("fathom", Length, 18288, 4)), ("light-year light-years lightyear lightyears", u("light-year", Length, 9_460_730_472_580_800, 0)),
    ("parsec parsecs", u("parsec", Length, 30_856_775_814_913_673, 0)), ("astronomical-unit", u("astronomical-unit", Length, 149_597_870_700, 0)),
    ("hectare hectares =ha", u("hectare", Area, 10_000, 0)), ("acre acres", u("acre", Area, 40_468_564_224, 7)),
    ("sqm =m2 =m² sqms =sqmt", u("square-meter", Area, 1, 0)), ("sqkm =km2 =km²", u("square-kilometer", Area, 1_000_000, 0)),
    ("sqft =ft2 =ft²", u("square-foot", Area, 9_290_304, 8)), ("square-mile =mi² =mi2", u("square-mile", Area, 2_589_988_110_336, 6)),
    ("square-inch =in²", u("square-inch", Area, 64516, 8)), ("square-yard =yd²", u("square-yard", Area, 83_612_736, 8)),
    ("square-centimeter =cm2 =cm²", u("square-centimeter", Area, 1, 4)), ("square-millimeter =mm²", u("square-millimeter", Area, 1, 6)),
    ("dunam dunams dunum dunums", u("dunam", Area, 1000, 0)),
    ("litre liter litres liters ltr ltrs =l", u("liter", Volume, 1, 3)), ("millilitre milliliter millilitres milliliters mls =ml", u("milliliter", Volume, 1, 6)),
    ("centilitre centiliter centilitres centiliters =cl", u("centiliter", Volume, 1, 5)), ("decilitre deciliter decilitres deciliters =dl", u("deciliter", Volume, 1, 4)),
    ("hectolitre hectoliter hectolitres hectoliters =hl", u("hectoliter", Volume, 1, 1)), ("megalitre megaliter megalitres megaliters", u("megaliter", Volume, 1000, 0)),
    ("gigalitre gigaliter gigalitres gigaliters", u("gigaliter", Volume, 1_000_000, 0)),
    ("cubic-meter =m3 =m³ cumec", u("cubic-meter", Volume, 1, 0)), ("cubic-kilometer =km3 =km³", u("cubic-kilometer", Volume, 1_000_000_000, 0)),
    ("cubic-centimeter =cm3 =cm³ =cc", u("cubic-centimeter", Volume, 1, 6)), ("cubic-foot =ft3 =ft³ =cf", u("cubic-foot", Volume, 28_316_846_592, 12)),
    ("cubic-inch", u("cubic-inch", Volume, 16_387_064, 12)), ("cubic-yard", u("cubic-yard", Volume, 764_554_857_984, 12)),
    ("cubic-mile", u("cubic-mile", Volume, 4_168_181_825_440_580, 6)), ("cubic-millimeter =mm³", u("cubic-millimeter", Volume, 1, 9)),
    ("gallon gallons =gal =gals =gal.", u("gallon", Volume, 3_785_411_784, 12)), ("quart quarts =qt", u("quart", Volume, 946_352_946, 12)),
    ("pint pints", u("pint", Volume, 473_176_473, 12)), ("cup cups", u("cup", Volume, 2_365_882_365, 13)),
    ("tablespoon tablespoons tablespoonful tablespoonfuls =tbsp", u("tablespoon", Volume, 1_478_676_478_125, 17)),
    ("teaspoon teaspoons teaspoonful teaspoonfuls =tsp", u("teaspoon", Volume, 492_892_159_375, 17)),
    ("fluid-ounce =floz", u("fluid-ounce", Volume, 295_735_295_625, 16)), ("barrel barrels =bbl =bbls", u("barrel", Volume, 158_987_294_928, 12)),
    ("bushel bushels", u("bushel", Volume, 3_523_907_016_688, 14)), ("acre-foot acre-feet", u("acre-foot", Volume, 123_348_183_754_752, 11)),
    ("gram gramme grams grammes gm gms =g", u("gram", Mass, 1, 3)), ("kilogram kilogramme kilograms kilogrammes kilo kilos kgs =kg", u("kilogram", Mass, 1, 0)),
    ("milligram milligramme milligrams milligrammes =mg", u("milligram", Mass, 1, 6)), ("microgram micrograms mcg =µg =μg", u("microgram", Mass, 1, 9)),
    ("nanogram nanograms =ng", u("nanogram", Mass, 1, 12)), ("quintal quintals", u("quintal", Mass, 100, 0)),
    ("tonne tonnes =t", u("tonne", Mass, 1000, 0)), ("ton tons", u("ton", Mass, 90_718_474, 5)), ("long-ton", u("long-ton", Mass, 10_160_469_088, 7)),
    ("kilotonne kilotonnes kiloton kilotons =kt", u("kilotonne", Mass, 1_000_000, 0)), ("megatonne megatonnes megaton megatons =mt =mtpa", u("megatonne", Mass, 1_000_000_000, 0)),
    ("gigatonne gigatonnes gigaton gigatons =gt", u("gigatonne", Mass, 1_000_000_000_000, 0)),
    ("=lb =lbs =lb. =lbs.", u("pound", Mass, 45_359_237, 8)), ("ounce ounces =oz =oz.", u("ounce", Mass, 28_349_523_125, 12)),
    ("stone =st", u("stone", Mass, 635_029_318, 8)), ("carat carats =ct", u("carat", Mass, 2, 4)), ("grain grains", u("grain", Mass, 6_479_891, 11)),
    ("mph", u("mile-per-hour", Speed, 44704, 5)), ("kph kmh kmph", u("kilometer-per-hour", Speed, 277_777_777_777_777_778, 18)),
    ("knot knots =kn =kt.", u("knot", Speed, 514_444_444_444_444_444, 18)), ("mach", u("mach", Speed, 340_294, 3)),
    ("newton newtons", u("newton", Force, 1, 0)), ("g-force", u("g-force", Acceleration, 980_665, 5)),
    ("joule joules =j", u("joule", Energy, 1, 0)), ("kilojoule kilojoules =kj", u("kilojoule", Energy, 1000, 0)), ("megajoule megajoules =mj", u("megajoule", Energy, 1_000_000, 0)),
    ("gigajoule gigajoules =gj", u("gigajoule", Energy, 1_000_000_000, 0)), ("calorie calories =cal", u("calorie", Energy, 4184, 3)),
    ("kilocalorie kilocalories =kcal =kcals", u("kilocalorie", Energy, 4184, 0)), ("=wh", u("watt-hour", Energy, 3600, 0)),
    ("=kwh kilowatt-hour", u("kilowatt-hour", Energy, 3_600_000, 0)), ("=mwh megawatt-hour", u("megawatt-hour", Energy, 3_600_000_000, 0)),
    ("=gwh gigawatt-hour", u("gigawatt-hour", Energy, 3_600_000_000_000, 0)), ("=twh terawatt-hour", u("terawatt-hour", Energy, 3_600_000_000_000_000, 0)),
    ("btu btus", u("british-thermal-unit", Energy, 105_505_585_262, 8)), ("therm therms", u("therm-us", Energy, 105_480_400, 0)),
    ("electronvolt electronvolts =ev", u("electronvolt", Energy, 1_602_176_634, 28)), ("=kev", u("kiloelectronvolt", Energy, 1_602_176_634, 25)),
    ("=mev", u("megaelectronvolt", Energy, 1_602_176_634, 22)), ("=gev", u("gigaelectronvolt", Energy, 1_602_176_634, 19)), ("=tev", u("teraelectronvolt", Energy, 1_602_176_634, 16)),
    ("watt watts =w", u("watt", Power, 1, 0)), ("kilowatt kilowatts =kw", u("kilowatt", Power, 1000, 0)), ("megawatt megawatts =mw", u("megawatt", Power, 1_000_000, 0)),
    ("gigawatt gigawatts =gw", u("gigawatt", Power, 1_000_000_000, 0)), ("terawatt terawatts =tw", u("terawatt", Power, 1_000_000_000_000, 0)),
    ("milliwatt milliwatts", u("milliwatt", Power, 1, 3)), ("horsepower bhp =hp", u("horsepower", Power, 74_569_987_158_227_022, 14)),
    ("pascal pascals =pa", u("pascal", Pressure, 1, 0)), ("kilopascal kilopascals =kpa", u("kilopascal", Pressure, 1000, 0)), ("hectopascal hectopascals =hpa", u("hectopascal", Pressure, 100, 0)),
    ("megapascal megapascals =mpa", u("megapascal", Pressure, 1_000_000, 0)), ("=bar", u("bar", Pressure, 100_000, 0)),
    ("millibar millibars =mb", u("millibar", Pressure, 100, 0)), ("psi", u("pound-force-per-square-inch", Pressure, 689_475_729_316_836, 11)),
    ("atmosphere atmospheres", u("atmosphere", Pressure, 101_325, 0)), ("=mmhg", u("millimeter-ofhg", Pressure, 133_322_387_415, 9)),
    ("hertz =hz", u("hertz", Frequency, 1, 0)), ("kilohertz =khz", u("kilohertz", Frequency, 1000, 0)), ("megahertz =mhz", u("megahertz", Frequency, 1_000_000, 0)),
    ("gigahertz =ghz", u("gigahertz", Frequency, 1_000_000_000, 0)), ("terahertz =thz", u("terahertz", Frequency, 1_000_000_000_000, 0)), ("rpm", u("revolution-per-minute", Frequency, 16_666_666_666_666_667, 18)),
    ("celsius celcius centigrade =°c", u("celsius", Temperature, 1, 0)), ("fahrenheit =°f", u("fahrenheit", Temperature, 555_555_555_555_555_556, 18)), ("kelvin kelvins", u("kelvin", Temperature, 1, 0)),
    ("degree degrees =deg =deg. =° =º", u("degree", Angle, 17_453_292_519_943_296, 18)), ("radian radians", u("radian", Angle, 1, 0)), ("arcminute arcminutes", u("arc-minute", Angle, 290_888_208_665_722, 18)),
    ("arcsecond arcseconds", u("arc-second", Angle, 4_848_136_811_095, 18)), 
    ("bit bits", u("bit", Data, 1, 0)), ("byte bytes", u("byte", Data, 8, 0)), ("kilobyte kilobytes =kb", u("kilobyte", Data, 8000, 0)), ("megabyte megabytes", u("megabyte", Data, 8_000_000, 0)),
    ("gigabyte gigabytes gig gigs =gb", u("gigabyte", Data, 8_000_000_000, 0)), ("terabyte terabytes =tb", u("terabyte", Data, 8_000_000_000_000, 0)), ("petabyte petabytes =pb", u("petabyte", Data, 8_000_000_000_000_000, 0)),
    ("exabyte exabytes", u("exabyte", Data, 8_000_000_000_000_000_000, 0)), ("kilobit kilobits =kbit", u("kilobit", Data, 1000, 0)), ("megabit megabits =mbit", u("megabit", Data, 1_000_000, 0)),
    ("gigabit gigabits =gbit", u("gigabit", Data, 1_000_000_000, 0)), ("kibibyte kibibytes =kib", u("kibibyte", Data, 8192, 0)), ("mebibyte mebibytes =mib", u("mebibyte", Data, 8_388_608, 0)),
    ("kbps", u("kilobit-per-second", Counted, 1000, 0)), ("mbps", u("megabit-per-second", Counted, 1_000_000, 0)), ("gbps", u("gigabit-per-second", Counted, 1_000_000_000, 0)),
    ("megapixel megapixels =mp", u("megapixel", Counted, 1, 0)), ("pixel pixels =px", u("pixel", Counted, 1, 0)), ("fps", u("frame-per-second", Counted, 1, 0)), ("dpi", u("dot-per-inch", Counted, 1, 0)),
    ("ampere amperes amp amps", u("ampere", Current, 1, 0)), ("milliamp milliamps milliampere =ma", u("milliampere", Current, 1, 3)), ("=mah", u("milliampere-hour", Charge, 36, 1)),
    ("volt volts =v", u("volt", Voltage, 1, 0)), ("kilovolt kilovolts =kv", u("kilovolt", Voltage, 1000, 0)), ("millivolt millivolts =mv", u("millivolt", Voltage, 1, 3)),
    ("ohm ohms =ω", u("ohm", Counted, 1, 0)), ("coulomb coulombs", u("coulomb", Charge, 1, 0)), ("lux", u("lux", Illuminance, 1, 0)), ("lumen lumens", u("lumen", Counted, 1, 0)),
    ("sievert sieverts =sv", u("sievert", Radiation, 1, 0)), ("millisievert millisieverts =msv", u("millisievert", Radiation, 1, 3)), ("microsievert microsieverts =µsv", u("microsievert", Radiation, 1, 6)),
    ("becquerel becquerels =bq", u("becquerel", Counted, 1, 0)), ("decibel decibels =db", u("decibel", Counted, 1, 0)), ("=mol", u("mole", Counted, 1, 0)), ("karat karats", u("karat", Counted, 1, 0)),
    ("tpd", u("ton-per-day", Counted, 1, 0)), ("bpd", u("barrel-per-day", Counted, 1, 0)), ("=mmbtu", u("million-british-thermal-unit", Counted, 1, 0)), ("teu teus", u("twenty-foot-equivalent-unit", Counted, 1, 0)),
    ("=kmh-1 =km/h", u("kilometer-per-hour", Speed, 277_777_777_777_777_778, 18)),
    ("point points =pts =pt", u("point", Counted, 1, 0)), ("ppm", u("part-per-million", Counted, 1, 0)), ("ppb", u("part-per-billion", Counted, 1, 0)), ("bps.", u("bit-per-second", Counted, 1, 0)),
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
    ("terawatt", "hour hours", "terawatt-hour"), ("thermal", "units", "btu"), ("troy", "ounce ounces", "ounce"), ("degree", "celsius centigrade c", "celsius"),
    ("degrees", "celsius celcius centigrade c c.", "celsius"), ("deg", "celsius c", "celsius"), ("deg.", "celsius c", "celsius"), ("°", "celsius c centigrade", "celsius"), ("º", "c", "celsius"),
    ("degrees", "fahrenheit f f.", "fahrenheit"), ("degree", "fahrenheit f", "fahrenheit"), ("deg", "fahrenheit f", "fahrenheit"), ("°", "fahrenheit f", "fahrenheit"), ("º", "f", "fahrenheit"),
];

/// A unit that a power of another makes: `square` and `kilometer`.
pub fn power_of(power: &str, unit: &Unit) -> Option<&'static Unit> {
    UNITS
        .rows()
        .iter()
        .map(|(_, u)| u)
        .find(|u| u.id.strip_prefix(power).and_then(|rest| rest.strip_prefix('-')) == Some(unit.id))
}
