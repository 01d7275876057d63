//! The one lexer of numerals: digits, number words, scale words and suffixes, in any mixture that English writes.

use super::decimal;
use super::parts::{part, part_of_scale};
use super::reader::Reader;
use super::small::Small;
use crate::annotation::Decimal;
use crate::lang::en::figures::STOPS;
use crate::lang::en::numerals::{Form, NumeralWord, ORDINAL_ENDINGS, SUFFIXES, Size};
use crate::lang::listed;
use crate::text::{Span, whole};

/// A numeral at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its value; None if it has more digits than a decimal holds.
    pub value: Option<Decimal>,
    /// The token after it.
    pub next: usize,
    /// Whether it is written in digits, perhaps with a scale word.
    pub digits: bool,
    /// Whether it is digits alone, ungrouped and whole, as a year or a house number is.
    pub plain: bool,
    /// Digits before the decimals.
    pub whole: u32,
    /// Whether a scale word or suffix is part of it, or its thousands are marked.
    pub large: bool,
    /// Whether it is an ordinal.
    pub ordinal: bool,
    /// Whether it says "half", "quarter" or a part.
    pub fraction: bool,
    /// Whether it has decimals.
    pub decimals: bool,
    /// Whether its first digit is a zero that says nothing ("007").
    pub padded: bool,
    /// Whether it has a minus.
    pub negative: bool,
    /// The power of ten of its last scale word.
    pub zeros: u8,
    /// What its scale words multiply a term by, until it is summed up.
    pub factor: Decimal,
    /// Whether no smaller term may follow.
    pub ends: bool,
}

pub(super) const EMPTY: Numeral = Numeral {
    value: None,
    next: 0,
    digits: false,
    plain: false,
    whole: 0,
    large: false,
    ordinal: false,
    fraction: false,
    decimals: false,
    padded: false,
    negative: false,
    zeros: 0,
    factor: Decimal::ONE,
    ends: false,
};

impl Numeral {
    /// One in words. In a box, which is changed in place while it is read on.
    #[inline(never)]
    pub(super) fn new(value: Option<Decimal>, next: usize) -> Box<Self> {
        Box::new(Self { value, next, ..EMPTY })
    }

    /// With so much more, up to a token.
    #[inline(never)]
    pub(super) fn plus(mut self: Box<Self>, more: Option<Decimal>, next: usize) -> Box<Self> {
        self.value = decimal::sum(self.value, more);
        self.next = next;
        self
    }

    /// Whether it is less than a whole number; what is unknown is.
    #[inline(never)]
    pub(super) fn below(&self, n: i32) -> bool {
        self.value < Some(Decimal::whole(i64::from(n)))
    }

    /// Whether it is more than a whole number; what is unknown isn't.
    #[inline(never)]
    pub(super) fn above(&self, n: i32) -> bool {
        self.value > Some(Decimal::whole(i64::from(n)))
    }

    /// Whether it is this whole number.
    #[inline(never)]
    pub(super) fn is(&self, n: i32) -> bool {
        self.value == Some(Decimal::whole(i64::from(n)))
    }

    /// As a whole number of at most four digits.
    #[inline(never)]
    pub(super) fn small(&self) -> Option<i32> {
        decimal::small(self.value)
    }
}

/// At most so many scale words are chained: no text writes more.
const GROUPS: usize = 8;

/// The numeral that begins at a token, with its sign.
pub(super) fn read<'r>(r: &'r Reader, at: usize) -> Option<&'r Numeral> {
    r.numeral(at)
}

/// The numeral that begins at a token.
pub(super) fn unsigned<'r>(r: &'r Reader, at: usize) -> Option<&'r Numeral> {
    read(r, at).filter(|n| !n.negative)
}

/// The numeral that begins at a token and is no place in an order.
#[inline(never)]
pub(super) fn cardinal<'r>(r: &'r Reader, at: usize) -> Option<&'r Numeral> {
    unsigned(r, at).filter(|n| !n.ordinal)
}

/// Reads the numeral that begins at a token, with its sign.
pub(super) fn signed(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    let negative = match r.lower(at) {
        "-" | "−" | "–" => {
            (!r.glued(at) || listed("( “ \"", r.str(at.wrapping_sub(1)))) && r.glued(at + 1) && r.is_digits(at + 1)
        }
        // "Plus or minus 3" has both signs.
        "minus" | "negative" => !r.after(at, "or"),
        _ => false,
    };
    if !negative {
        return positive(r, at);
    }
    let n = unsigned(r, at + 1)?;
    Some(Box::new(Numeral { value: n.value.map(|v| -v), negative: true, ..*n }))
}

fn positive(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    if let Some(found) = part_of_scale(r, at) {
        return Some(found);
    }
    let mut total = Numeral::new(Some(Decimal::ZERO), at);
    let mut limit = None;
    let mut next = at;
    for round in 0..GROUPS {
        let Some(mut term) = term(r, next, round == 0, &total) else { break };
        let factor = term.factor;
        let value = decimal::product(term.value, Some(factor));
        if let Some(limit) = limit
            && !value.is_some_and(|v| v < limit && v > Decimal::ZERO)
        {
            break;
        }
        term.value = decimal::sum(total.value, value);
        term.digits |= total.digits;
        term.plain &= round == 0;
        term.whole = term.whole.max(total.whole);
        term.large |= total.large;
        total = term;
        next = total.next;
        if total.ends {
            break;
        }
        limit = Some(factor);
        // "Five billion and three quarters" are quarters of a billion.
        let and = r.past_hyphen(next);
        if let Some((part, end)) =
            part(r, r.past_hyphen(and + 1)).filter(|&(p, _)| r.is(and, "and") && p < Decimal::ONE && total.zeros >= 3)
            && r.number_word(end).is_none()
            && !r.is(end, "of")
        {
            return Some(total.plus(part.times(factor), end));
        }
        // "One billion and a half million"
        if let Some(more) =
            part_of_scale(r, next + 1).filter(|m| r.is(next, "and") && m.large && m.value.is_some_and(|v| v < factor))
        {
            return Some(total.plus(more.value, more.next));
        }
        next = joint(r, next, &total).unwrap_or(next);
    }
    // "One hundred and thirty and two fifths"
    if total.large
        && !total.digits
        && r.is(total.next, "and")
        && let Some((more, end)) = part(r, total.next + 1)
        && r.number_word(end - 1).is_some_and(|w| w.form == Form::Parts)
        && more < Decimal::ONE
    {
        total = total.plus(Some(more), end);
        total.decimals = true;
    } else if total.large && !total.digits && !total.ordinal {
        pointed(r, &mut total);
    }
    (total.next > at).then_some(total)
}

/// The whole number of at most four digits that begins at a token.
#[inline(never)]
pub(super) fn count(r: &Reader, at: usize) -> Option<Small> {
    let n = unsigned(r, at).filter(|n| !n.ordinal)?;
    Small::new(n.small()?, n.next)
}

/// The place in an order that begins at a token, from the first up to the `last`.
#[inline(never)]
pub(super) fn nth(r: &Reader, at: usize, last: i32) -> Option<Small> {
    let n = unsigned(r, at).filter(|n| n.ordinal)?;
    Small::new(n.small()?, n.next)?.within(1..=last)
}

/// The digits of one token, whatever stands around them.
#[inline(never)]
pub(super) fn token(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    let d = decimal::read(r.str(at)).filter(|_| r.is_digits(at))?;
    let mut n = Numeral::new(d.value, at + 1);
    n.digits = true;
    n.plain = !d.grouped && !d.decimals;
    n.whole = d.whole;
    n.large = d.grouped;
    n.decimals = d.decimals;
    n.padded = d.padded;
    Some(n)
}

/// How much a number word says.
#[inline(never)]
pub(super) fn value(size: Size) -> Option<Decimal> {
    let (n, zeros) = match size {
        Size::Unit(n) | Size::Teen(n) | Size::Ten(n) => (n, 0),
        Size::Dozen => (12, 0),
        Size::Score => (20, 0),
        Size::Hundred => (1, 2),
        Size::Power(zeros) => (1, zeros),
    };
    decimal::shift(Some(Decimal::from(n)), zeros)
}

/// The power of ten that a scale word is; none is a dozen.
pub(super) fn zeros(size: Size) -> u8 {
    match size {
        Size::Hundred => 2,
        Size::Power(zeros) => zeros,
        _ => 0,
    }
}

/// A group below a thousand (or digits) with the scale words after it.
#[inline(never)]
fn term(r: &Reader, at: usize, first: bool, total: &Numeral) -> Option<Box<Numeral>> {
    let mut n = if first && r.any(at, "a an") {
        let word = r.number_word(at + 1)?;
        // "A second", "a third" are no numerals by themselves; "a hundred" is.
        (word.form == Form::Cardinal && matches!(word.size, Size::Hundred | Size::Power(_) | Size::Dozen))
            .then(|| Numeral::new(Some(Decimal::ONE), at + 1))?
    } else {
        group(r, at)?
    };
    n.ends = true;
    if n.ordinal {
        let compound = first || n.next > at + 1 || r.after(at, "and");
        return compound.then_some(n);
    }
    let mut scaled = false;
    while let Some((word, next)) = scale_word(r, n.next, n.digits && !scaled).filter(|(w, _)| w.form != Form::Parts) {
        n.zeros += zeros(word.size);
        n.factor = n.factor.times(value(word.size)?)?;
        n.next = next;
        n.ends = scaled && n.ends || n.decimals || word.form != Form::Cardinal;
        n.ordinal = word.form == Form::Ordinal;
        scaled = true;
        if n.ordinal || word.size == Size::Dozen {
            break;
        }
        // "one hundred and six thousand": the tens join before the next scale word multiplies.
        if word.size == Size::Hundred
            && let Some(tens) = words_below_hundred(r, r.past(next, "and")).filter(|t| !t.ordinal)
            && scale_word(r, tens.next, false)
                .is_some_and(|(w, _)| matches!(w.size, Size::Power(_)) && w.form == Form::Cardinal)
        {
            n.value = decimal::product(n.value, Some(n.factor));
            n = n.plus(tens.value, tens.next);
            (n.factor, n.zeros) = (Decimal::ONE, 0);
        }
    }
    n.plain &= !scaled;
    n.large |= scaled;
    // Digits follow a scale word only if they have one themselves: "4 thousand 3 hundred", but "2 million 3-year-olds".
    (first || !n.digits || scaled || total.digits && total.zeros <= 3 && r.after(at, "and")).then_some(n)
}

/// Past "and" or a comma that goes on with a smaller part: "two thousand and six", "three million, two hundred".
fn joint(r: &Reader, at: usize, total: &Numeral) -> Option<usize> {
    let next = if r.any(at, "and &") {
        at + 1
    } else if r.is(at, ",") && total.factor > Decimal::whole(100) && r.number_word(at + 1).is_some() {
        // A comma joins only if another scale word follows at once.
        return term(r, at + 1, true, &EMPTY)?.large.then_some(at + 1);
    } else {
        r.hyphen(at)?
    };
    let word = r.number_word(next).is_some_and(|w| w.form != Form::Plural);
    (word || total.digits && r.is_digits(next)).then_some(next)
}

/// A scale word; after digits a sure suffix too (`bn`). A hyphen may glue it: "$1-million".
pub(super) fn scale_word(r: &Reader, at: usize, digits: bool) -> Option<(NumeralWord, usize)> {
    let at = r.past_hyphen(at);
    if let Some(word) = r.number_word(at) {
        let fits = matches!(word.size, Size::Hundred | Size::Power(_) | Size::Dozen);
        return (fits && !(word.form == Form::Plural && matches!(word.size, Size::Hundred))).then_some((word, at + 1));
    }
    // "Ten grand", but "two grand pianos"
    if r.is(at, "grand") && (!r.is_word(at + 1) || r.among(at + 1, &STOPS)) {
        return Some((NumeralWord { size: Size::Power(3), form: Form::Cardinal }, at + 1));
    }
    // "14 Mill Lane"
    let name = r.is_capital(at) && r.is_capital(at + 1);
    let suffix = r.meaning(at, &SUFFIXES).filter(|s| digits && s.sure && !name)?;
    Some((NumeralWord { size: Size::Power(suffix.zeros), form: Form::Cardinal }, at + 1))
}

/// Digits, or number words below a hundred (or "point five").
fn group(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    if r.is_digits(at) {
        return digits(r, at);
    }
    if r.is(at, ".")
        && r.glued(at + 1)
        && r.is_digits(at + 1)
        && (!r.glued(at) || !r.is_word(at.wrapping_sub(1)) && !r.is_digits(at.wrapping_sub(1)))
    {
        let mut n = token(r, at + 1).filter(|n| n.plain)?;
        n.value = n.value.and_then(|v| v.shift(-n.whole.cast_signed()));
        (n.plain, n.whole, n.decimals) = (false, 0, true);
        return Some(n);
    }
    let mut words = words_below_hundred(r, at)?;
    if !words.ordinal {
        pointed(r, &mut words);
    }
    Some(words)
}

/// "Seventy-two", "six", "twenty-first".
#[inline(never)]
pub(super) fn words_below_hundred(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    let word = r.number_word(at)?;
    let mut ordinal = match word.form {
        Form::Cardinal => false,
        Form::Ordinal => true,
        _ => return None,
    };
    let (mut value, mut next) = match word.size {
        Size::Unit(n) | Size::Teen(n) | Size::Ten(n) => (n, at + 1),
        _ => return None,
    };
    if matches!(word.size, Size::Ten(_)) && !ordinal {
        // "Fifty - two", as some agencies space it
        let spaced = r.is(next, "-") && !r.glued(next);
        let unit_at = if spaced { next + 1 } else { r.past_hyphen(next) };
        if let Some(NumeralWord { size: Size::Unit(unit @ 1..), form: form @ (Form::Cardinal | Form::Ordinal) }) =
            r.number_word(unit_at)
        {
            (value, next, ordinal) = (value + unit, unit_at + 1, form == Form::Ordinal);
        }
    }
    let mut n = Numeral::new(Some(Decimal::from(value)), next);
    n.ordinal = ordinal;
    Some(n)
}

/// Adds the decimals that words tell: "nine point nought four", "1 point 1".
#[inline(never)]
fn pointed(r: &Reader, n: &mut Numeral) -> bool {
    let part = if r.is(n.next, "point") { point(r, n.next + 1) } else { None };
    if let Some((part, next)) = part {
        n.value = decimal::sum(n.value, Some(part));
        (n.next, n.decimals, n.plain) = (next, true, false);
    }
    part.is_some()
}

fn point(r: &Reader, from: usize) -> Option<(Decimal, usize)> {
    if let Some(n) = token(r, from).filter(|n| n.plain) {
        return Some((n.value?.shift(-n.whole.cast_signed())?, n.next));
    }
    if matches!(r.number_word(from)?, NumeralWord { size: Size::Ten(_) | Size::Teen(_), form: Form::Cardinal }) {
        let tens = words_below_hundred(r, from)?;
        return Some((tens.value?.shift(-2)?, tens.next));
    }
    let (mut digits, mut places, mut next) = (0, 0, from);
    while places < 8
        && let Some(NumeralWord { size: Size::Unit(n), form: Form::Cardinal }) = r.number_word(next)
    {
        (digits, places, next) = (digits * 10 + i64::from(n), places + 1, next + 1);
    }
    Some((Decimal::whole(digits).shift(-places).filter(|_| places > 0)?, next))
}

/// Digits with separators, blanks between thousands ("816 000"), an ordinal ending, a fraction ("2 1/2", "3/4") or an exponent.
fn digits(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    let mut n = token(r, at)?;
    // "12st" are stone.
    let stone = r.is(at + 1, "st") && (!r.ends(at, "1") || r.ends(at, "11"));
    if r.glue(at + 1, ORDINAL_ENDINGS) && !stone {
        (n.next, n.ordinal) = (at + 2, true);
        return Some(n);
    }
    if n.plain && n.whole <= 3 && !n.padded {
        let mut next = at + 1;
        let mut value = n.value;
        while next - at < 6 && thousand_group(r, next) {
            value = decimal::sum(decimal::shift(value, 3), decimal::read(r.str(next)).and_then(|d| d.value));
            next += 1;
        }
        // One group after a blank may be another number ("in the top 20 100 people"): zeros or a second group make it sure.
        if next > at + 2 || next == at + 2 && (r.ends(at + 1, "000") || gap(r, at + 1) != " ") {
            (n.value, n.next, n.large, n.plain) = (value, next, true, false);
            n.whole += 3 * (next - at - 1) as u32;
        }
    }
    if n.plain
        && let Some(mut mixed) = slash(r, at).or_else(|| {
            // "3 1/2", "3-1/2"
            let part = vulgar_after(r, n.next).or_else(|| slash(r, r.past_hyphen(n.next)).filter(|p| p.below(1)))?;
            let next = part.next;
            Some(part.plus(n.value, next))
        })
    {
        (mixed.digits, mixed.decimals) = (true, true);
        return Some(mixed);
    }
    if decimal::vulgar(r.str(at)).is_some() {
        (n.fraction, n.plain) = (true, false);
    }
    if !pointed(r, &mut n) {
        exponent(r, &mut n);
    }
    Some(n)
}

fn vulgar_after(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    Some(Numeral::new(Some(decimal::vulgar(r.str(at))?), at + 1))
}

/// What stands between a token and the one before it.
fn gap<'t>(r: &Reader<'_, 't>, at: usize) -> &'t str {
    let ends = r.token(at).zip(r.token(at.wrapping_sub(1)));
    ends.map_or("", |(b, a)| Span::new(a.span.end(), b.span.start()).of(r.doc.text))
}

/// Exactly three digits after a blank.
pub(super) fn thousand_group(r: &Reader, at: usize) -> bool {
    let gap = gap(r, at);
    r.len(at) == 3 && r.whole(at).is_some() && matches!(gap.len(), 1..=3) && !gap.contains(['\n', '\t', '\r'])
}

/// `3/4`, with a numerator below 1,000: a fraction, unless a date or another reading takes it first.
#[inline(never)]
pub(super) fn slash(r: &Reader, at: usize) -> Option<Box<Numeral>> {
    r.joins(at + 1, "/").then_some(())?;
    // "A blood pressure of 120/80" are two.
    if r.glue(at + 3, "/") || r.is(at + 3, "mmhg") || r.close(at, 6, "pressure") {
        return None;
    }
    let (a, b) = (token(r, at)?, token(r, at + 2)?);
    // "Resolution 1430/2019" is numbered within its year.
    if a.decimals || b.decimals || a.padded || b.padded || b.whole > 3 {
        return None;
    }
    let mut n = Numeral::new(Some(decimal::ratio(a.value?, b.value?)?), at + 3);
    (n.digits, n.fraction, n.decimals) = (true, true, true);
    Some(n)
}

/// `1.3e6`, `2.48×10−5`, `1.3x10^6`: as physicists write.
fn exponent(r: &Reader, n: &mut Numeral) -> Option<()> {
    let at = n.next;
    r.glued(at).then_some(())?;
    let word = r.lower(at);
    let (zeros, up, next) = if let Some(e) = word.strip_prefix('e').filter(|_| r.is_word(at)) {
        if let Some(zeros) = whole(e) {
            (zeros, true, at + 1)
        } else {
            let signed = e.is_empty() && r.glue(at + 1, "+ - −") && r.glued(at + 2);
            (r.whole(at + 2).filter(|_| signed)?, r.is(at + 1, "+"), at + 3)
        }
    } else {
        let mut next = at + 1;
        if word != "x10" {
            (listed("× x", word) && r.glue(next, "10")).then_some(())?;
            next += 1;
        }
        next = r.past(next, "^");
        let up = !r.any(next, "- − –");
        next += usize::from(!up);
        (r.whole(next).filter(|_| r.glued(next))?, up, next + 1)
    };
    n.value = powered(n.value, zeros, up);
    (n.next, n.plain, n.large) = (next, false, true);
    Some(())
}

fn powered(value: Option<Decimal>, zeros: i32, up: bool) -> Option<Decimal> {
    let zeros = i32::from(u8::try_from(zeros).ok()?);
    value?.shift(if up { zeros } else { -zeros })
}
