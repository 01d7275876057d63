//! Number words.

use crate::lang::Table;
use Form::{Cardinal, Ordinal, Parts, Plural};
use Size::{Dozen, Hundred, Power, Score, Teen, Ten, Unit};

/// How much a number word says, and where it may stand in a compound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 0 to 9.
    Unit(u8),
    /// 10 to 19.
    Teen(u8),
    /// 20, 30 … 90.
    Ten(u8),
    /// 12.
    Dozen,
    /// 20, as in "scores of".
    Score,
    /// 100.
    Hundred,
    /// A power of ten by its zeros, 3 and more.
    Power(u8),
}

/// The form a number word has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "three", "million"
    Cardinal,
    /// "third", also the singular of a part
    Ordinal,
    /// "thirds"
    Parts,
    /// "millions", "dozens"
    Plural,
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumeralWord {
    /// How much.
    pub size: Size,
    /// In which form.
    pub form: Form,
}

const fn n(size: Size, form: Form) -> NumeralWord {
    NumeralWord { size, form }
}

/// Number words in all forms. "Second", "quarter" and "half" have meanings of their own too.
#[rustfmt::skip]
pub static NUMERALS: Table<NumeralWord> = Table::new(&[
    ("zero nought naught nil", n(Unit(0), Cardinal)), ("one", n(Unit(1), Cardinal)), ("two", n(Unit(2), Cardinal)),
    ("three", n(Unit(3), Cardinal)), ("four", n(Unit(4), Cardinal)), ("five", n(Unit(5), Cardinal)),
    ("six", n(Unit(6), Cardinal)), ("seven", n(Unit(7), Cardinal)), ("eight", n(Unit(8), Cardinal)),
    ("nine", n(Unit(9), Cardinal)), ("ten", n(Teen(10), Cardinal)), ("eleven", n(Teen(11), Cardinal)),
    ("twelve", n(Teen(12), Cardinal)), ("thirteen", n(Teen(13), Cardinal)), ("fourteen", n(Teen(14), Cardinal)),
    ("fifteen", n(Teen(15), Cardinal)), ("sixteen", n(Teen(16), Cardinal)), ("seventeen", n(Teen(17), Cardinal)),
    ("eighteen", n(Teen(18), Cardinal)), ("nineteen", n(Teen(19), Cardinal)), ("twenty", n(Ten(20), Cardinal)),
    ("thirty", n(Ten(30), Cardinal)), ("forty fourty", n(Ten(40), Cardinal)), ("fifty", n(Ten(50), Cardinal)),
    ("sixty", n(Ten(60), Cardinal)), ("seventy", n(Ten(70), Cardinal)), ("eighty", n(Ten(80), Cardinal)),
    ("ninety", n(Ten(90), Cardinal)),
    ("first", n(Unit(1), Ordinal)), ("second", n(Unit(2), Ordinal)), ("third", n(Unit(3), Ordinal)),
    ("fourth", n(Unit(4), Ordinal)), ("fifth", n(Unit(5), Ordinal)), ("sixth", n(Unit(6), Ordinal)),
    ("seventh", n(Unit(7), Ordinal)), ("eighth", n(Unit(8), Ordinal)), ("ninth", n(Unit(9), Ordinal)),
    ("tenth", n(Teen(10), Ordinal)), ("eleventh", n(Teen(11), Ordinal)), ("twelfth", n(Teen(12), Ordinal)),
    ("thirteenth", n(Teen(13), Ordinal)), ("fourteenth", n(Teen(14), Ordinal)), ("fifteenth", n(Teen(15), Ordinal)),
    ("sixteenth", n(Teen(16), Ordinal)), ("seventeenth", n(Teen(17), Ordinal)), ("eighteenth", n(Teen(18), Ordinal)),
    ("nineteenth", n(Teen(19), Ordinal)), ("twentieth", n(Ten(20), Ordinal)), ("thirtieth", n(Ten(30), Ordinal)),
    ("fortieth", n(Ten(40), Ordinal)), ("fiftieth", n(Ten(50), Ordinal)), ("sixtieth", n(Ten(60), Ordinal)),
    ("seventieth", n(Ten(70), Ordinal)), ("eightieth", n(Ten(80), Ordinal)), ("ninetieth", n(Ten(90), Ordinal)),
    ("firsts", n(Unit(1), Parts)), ("thirds", n(Unit(3), Parts)), ("fourths", n(Unit(4), Parts)), ("fifths", n(Unit(5), Parts)), ("sixths", n(Unit(6), Parts)),
    ("sevenths", n(Unit(7), Parts)), ("eighths", n(Unit(8), Parts)), ("ninths", n(Unit(9), Parts)),
    ("tenths", n(Teen(10), Parts)), ("elevenths", n(Teen(11), Parts)), ("twelfths", n(Teen(12), Parts)),
    ("fifteenths", n(Teen(15), Parts)), ("sixteenths", n(Teen(16), Parts)), ("twentieths", n(Ten(20), Parts)),
    ("hundredths", n(Hundred, Parts)), ("thousandths", n(Power(3), Parts)), ("millionths", n(Power(6), Parts)),
    ("billionths", n(Power(9), Parts)), ("trillionths", n(Power(12), Parts)),
    ("hundredth", n(Hundred, Ordinal)), ("thousandth", n(Power(3), Ordinal)), ("millionth", n(Power(6), Ordinal)),
    ("billionth", n(Power(9), Ordinal)), ("trillionth", n(Power(12), Ordinal)),
    ("dozen doz", n(Dozen, Cardinal)), ("dozens dozs", n(Dozen, Plural)), ("scores", n(Score, Plural)),
    ("tens", n(Teen(10), Plural)), ("hundred", n(Hundred, Cardinal)), ("hundreds", n(Hundred, Plural)),
    ("thousand", n(Power(3), Cardinal)), ("thousands", n(Power(3), Plural)), ("million", n(Power(6), Cardinal)),
    ("millions", n(Power(6), Plural)), ("billion", n(Power(9), Cardinal)), ("billions", n(Power(9), Plural)),
    ("trillion", n(Power(12), Cardinal)), ("trillions", n(Power(12), Plural)), ("quadrillion", n(Power(15), Cardinal)),
    ("quintillion", n(Power(18), Cardinal)), ("lakh lac", n(Power(5), Cardinal)), ("lakhs lacs", n(Power(5), Plural)),
    ("crore krore koti", n(Power(7), Cardinal)), ("crores krores", n(Power(7), Plural)),
]);

/// Words that say how many times as much.
#[rustfmt::skip]
pub static MULTIPLES: Table<u8> = Table::new(&[
    ("doubled doubling twofold", 2), ("tripled tripling trebled trebling threefold", 3), ("quadrupled quadrupling fourfold", 4), ("quintupled quintupling fivefold", 5),
    ("sextupled sixfold", 6), ("sevenfold", 7), ("eightfold", 8), ("ninefold", 9), ("tenfold", 10), ("twentyfold", 20), ("fiftyfold", 50), ("hundredfold", 100),
]);

/// What a letter or two after a figure multiply it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suffix {
    /// Zeros of the power of ten.
    pub zeros: u8,
    /// Whether it means nothing else (`bn`); the others are read by what stands around them (`m` is also a metre).
    pub sure: bool,
}

const fn x(zeros: u8, sure: bool) -> Suffix {
    Suffix { zeros, sure }
}

/// Suffixes of scale.
#[rustfmt::skip]
pub static SUFFIXES: Table<Suffix> = Table::new(&[
    ("k k.", x(3, false)), ("m m.", x(6, false)), ("mm", x(6, false)), ("b b.", x(9, false)), ("t", x(12, false)),
    ("mn mln mio mil mill", x(6, true)), ("bn bln bil", x(9, true)), ("tn trn tln", x(12, true)), ("cr", x(7, false)),
]);

/// Endings that make digits an ordinal.
pub const ORDINAL_ENDINGS: &str = "st nd rd th";
