//! Number words.

use crate::lang::Packed;
use crate::text::small;
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

/// What `20`, `3o`, `3s` and `e6p` say: a number below a hundred, a dozen (`d`), a score (`v`), a hundred (`h`) or a power of ten,
/// and an ordinal, parts or a plural.
fn numeral(code: &str) -> NumeralWord {
    let form = match code.as_bytes().last() {
        Some(b'o') => Ordinal,
        Some(b's') => Parts,
        Some(b'p') => Plural,
        _ => Cardinal,
    };
    let digits = code.bytes().filter(u8::is_ascii_digit);
    let number = digits.fold(0, |n, digit| n * 10 + (digit - b'0'));
    let size = match (code.as_bytes().first(), number) {
        (Some(b'd'), _) => Dozen,
        (Some(b'v'), _) => Score,
        (Some(b'h'), _) => Hundred,
        (Some(b'e'), zeros) => Power(zeros),
        (_, n @ 0..10) => Unit(n),
        (_, n @ 10..20) => Teen(n),
        (_, n) => Ten(n),
    };
    NumeralWord { size, form }
}

/// Number words in all forms. "Second", "quarter" and "half" have meanings of their own too.
#[rustfmt::skip]
pub static NUMERALS: Packed<NumeralWord> = Packed::new("\
0 zero nought naught nil
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty fourty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
1o first
2o second
3o third
4o fourth
5o fifth
6o sixth
7o seventh
8o eighth
9o ninth
10o tenth
11o eleventh
12o twelfth
13o thirteenth
14o fourteenth
15o fifteenth
16o sixteenth
17o seventeenth
18o eighteenth
19o nineteenth
20o twentieth
30o thirtieth
40o fortieth
50o fiftieth
60o sixtieth
70o seventieth
80o eightieth
90o ninetieth
1s firsts
3s thirds
4s fourths
5s fifths
6s sixths
7s sevenths
8s eighths
9s ninths
10s tenths
11s elevenths
12s twelfths
15s fifteenths
16s sixteenths
20s twentieths
hs hundredths
e3s thousandths
e6s millionths
e9s billionths
e12s trillionths
ho hundredth
e3o thousandth
e6o millionth
e9o billionth
e12o trillionth
d dozen doz
dp dozens dozs
vp scores
10p tens
h hundred
hp hundreds
e3 thousand
e3p thousands
e6 million
e6p millions
e9 billion
e9p billions
e12 trillion
e12p trillions
e15 quadrillion
e18 quintillion
e5 lakh lac
e5p lakhs lacs
e7 crore krore koti
e7p crores krores", |row| numeral(row.meaning));

/// Words that say how many times as much.
#[rustfmt::skip]
pub static MULTIPLES: Packed<u8> = Packed::new("\
2 doubled doubling twofold
3 tripled tripling trebled trebling threefold
4 quadrupled quadrupling fourfold
5 quintupled quintupling fivefold
6 sextupled sixfold
7 sevenfold
8 eightfold
9 ninefold
10 tenfold
20 twentyfold
50 fiftyfold
100 hundredfold", |row| small(row.meaning).unsigned_abs() as u8);

/// What a letter or two after a figure multiply it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suffix {
    /// Zeros of the power of ten.
    pub zeros: u8,
    /// Whether it means nothing else (`bn`); the others are read by what stands around them (`m` is also a metre).
    pub sure: bool,
}

fn suffix(code: &str) -> Suffix {
    let zeros = code.trim_end_matches('!');
    Suffix { zeros: small(zeros).unsigned_abs() as u8, sure: zeros != code }
}

/// Suffixes of scale.
#[rustfmt::skip]
pub static SUFFIXES: Packed<Suffix> = Packed::new("\
3 k k.
6 m m.
6 mm
9 b b.
12 t
6! mn mln mio mil mill
9! bn bln bil
12! tn trn tln
7 cr", |row| suffix(row.meaning));

/// Endings that make digits an ordinal.
pub const ORDINAL_ENDINGS: &str = "st nd rd th";
