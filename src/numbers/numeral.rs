//! The one lexer of numerals: digits, number words, scale words and suffixes, in any mixture that English writes.

use super::decimal::{self, power};
use super::parts::{part, part_of_scale};
use super::reader::Reader;
use crate::annotation::Decimal;
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
    /// Whether it has a minus.
    pub negative: bool,
    /// The power of ten of its last scale word.
    pub zeros: u8,
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
    negative: false,
    zeros: 0,
};

impl Numeral {
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

/// Reads the numeral that begins at a token, with its sign.
pub(super) fn signed(r: &Reader, at: usize) -> Option<Numeral> {
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
    if n.ordinal {
        return None;
    }
    Some(Numeral { value: n.value.map(|v| -v), negative: true, ..*n })
}

fn positive(r: &Reader, at: usize) -> Option<Numeral> {
    if let Some(found) = part_of_scale(r, at) {
        return Some(found);
    }
    let mut total = Numeral { value: Some(Decimal::ZERO), ..EMPTY };
    let (mut next, mut limit) = (at, None);
    for round in 0..GROUPS {
        let Some((group, scale)) = term(r, next, round == 0, &total) else { break };
        if let Some(limit) = limit
            && !group.value.and_then(|v| v.times(scale.factor)).is_some_and(|v| v < limit && v > Decimal::ZERO)
        {
            break;
        }
        let value = group.value.and_then(|v| v.times(scale.factor));
        total = Numeral {
            value: decimal::sum(total.value, value),
            next: scale.next,
            digits: total.digits || group.digits,
            plain: round == 0 && group.plain && !scale.large,
            whole: total.whole.max(group.whole),
            large: total.large || scale.large || group.large,
            ordinal: group.ordinal || scale.ordinal,
            fraction: group.fraction,
            decimals: total.decimals || group.decimals,
            negative: false,
            zeros: scale.zeros,
        };
        next = scale.next;
        if !scale.large || scale.ordinal || group.decimals || scale.plural {
            break;
        }
        limit = Some(scale.factor);
        // "Five billion and three quarters" are quarters of a billion.
        let and = r.past_hyphen(next);
        if let Some((part, end)) =
            part(r, r.past_hyphen(and + 1)).filter(|&(p, _)| r.is(and, "and") && p < Decimal::ONE && scale.zeros >= 3)
            && r.number_word(end).is_none()
            && !r.is(end, "of")
        {
            let more = part.times(scale.factor);
            let value = decimal::sum(total.value, more);
            return Some(Numeral { value, next: end, ..total });
        }
        // "One billion and a half million"
        if let Some(more) = part_of_scale(r, next + 1)
            .filter(|m| r.is(next, "and") && m.large && m.value.is_some_and(|v| v < scale.factor))
        {
            return Some(Numeral { value: decimal::sum(total.value, more.value), next: more.next, ..total });
        }
        next = joint(r, next, scale.factor, group.digits).unwrap_or(next);
    }
    // "One hundred and thirty and two fifths"
    if total.large
        && !total.digits
        && r.is(total.next, "and")
        && let Some((more, end)) = part(r, total.next + 1)
        && r.number_word(end - 1).is_some_and(|w| w.form == Form::Parts)
        && more < Decimal::ONE
    {
        return Some(Numeral { value: decimal::sum(total.value, Some(more)), next: end, decimals: true, ..total });
    }
    let pointed =
        (total.next > at && total.large && !total.digits && !total.ordinal).then(|| pointed(r, total)).flatten();
    pointed.or_else(|| (total.next > at).then_some(total))
}

/// The whole number of at most four digits that begins at a token, and the token after it.
#[inline(never)]
pub(super) fn count(r: &Reader, at: usize) -> Option<(i32, usize)> {
    let n = unsigned(r, at).filter(|n| !n.ordinal)?;
    Some((n.small()?, n.next))
}

/// The place in an order that begins at a token, and the token after it.
#[inline(never)]
pub(super) fn nth(r: &Reader, at: usize) -> Option<(i32, usize)> {
    let n = unsigned(r, at).filter(|n| n.ordinal)?;
    Some((n.small()?, n.next))
}

/// The digits of one token, whatever stands around them.
pub(super) fn token(r: &Reader, at: usize) -> Option<Numeral> {
    let d = decimal::read(r.str(at)).filter(|_| r.is_digits(at))?;
    Some(Numeral { value: d.value, next: at + 1, digits: true, whole: d.whole, decimals: d.decimals, ..EMPTY })
}

/// What multiplies a group.
struct Scale {
    factor: Decimal,
    zeros: u8,
    next: usize,
    large: bool,
    ordinal: bool,
    plural: bool,
}

/// A group below a thousand (or digits) with the scale words after it.
fn term(r: &Reader, at: usize, first: bool, total: &Numeral) -> Option<(Numeral, Scale)> {
    let mut group = if first && r.any(at, "a an") {
        let one = Numeral { value: Some(Decimal::ONE), next: at + 1, ..EMPTY };
        let word = r.number_word(at + 1)?;
        // "A second", "a third" are no numerals by themselves; "a hundred" is.
        (word.form == Form::Cardinal && matches!(word.size, Size::Hundred | Size::Power(_) | Size::Dozen))
            .then_some(one)?
    } else {
        group(r, at)?
    };
    let mut scale =
        Scale { factor: Decimal::ONE, zeros: 0, next: group.next, large: false, ordinal: false, plural: false };
    if group.ordinal {
        let compound = first || group.next > at + 1 || r.after(at, "and");
        return compound.then_some((group, scale));
    }
    while let Some((word, next)) = scale_word(r, scale.next, group.digits && !scale.large) {
        let factor = match word.size {
            Size::Hundred => Decimal::whole(100),
            Size::Power(zeros) => power(zeros)?,
            Size::Dozen => Decimal::whole(12),
            _ => break,
        };
        if word.form == Form::Parts {
            break;
        }
        scale.zeros += match word.size {
            Size::Hundred => 2,
            Size::Power(zeros) => zeros,
            _ => 0,
        };
        scale.factor = scale.factor.times(factor)?;
        scale.next = next;
        scale.large = true;
        scale.plural |= word.form == Form::Plural;
        scale.ordinal |= word.form == Form::Ordinal;
        if scale.ordinal || word.size == Size::Dozen {
            break;
        }
        // "one hundred and six thousand": the tens join before the next scale word multiplies.
        if word.size == Size::Hundred
            && let Some((tens, value)) = tens_after(r, next, group.value, scale.factor)
            && scale_word(r, tens.next, false)
                .is_some_and(|(w, _)| matches!(w.size, Size::Power(_)) && w.form == Form::Cardinal)
        {
            group = Numeral { value: Some(value), next: tens.next, large: true, ..group };
            scale = Scale { factor: Decimal::ONE, zeros: 0, next: tens.next, ..scale };
        }
    }
    // Digits follow a scale word only if they have one themselves: "4 thousand 3 hundred", but "2 million 3-year-olds".
    if !first && group.digits && !scale.large && !(total.digits && total.zeros <= 3 && r.after(at, "and")) {
        return None;
    }
    Some((group, scale))
}

/// The tens and units after "hundred", with the whole that they make.
fn tens_after(r: &Reader, at: usize, hundreds: Option<Decimal>, factor: Decimal) -> Option<(Numeral, Decimal)> {
    let at = if r.is(at, "and") { at + 1 } else { at };
    let tens = words_below_hundred(r, at).filter(|t| !t.ordinal)?;
    Some((tens, hundreds?.times(factor)?.plus(tens.value?)?))
}

/// Past "and" or a comma that goes on with a smaller part: "two thousand and six", "three million, two hundred".
fn joint(r: &Reader, at: usize, factor: Decimal, digits: bool) -> Option<usize> {
    let next = if r.any(at, "and &") {
        at + 1
    } else if r.is(at, ",") && factor > Decimal::whole(100) && r.number_word(at + 1).is_some() {
        // A comma joins only if another scale word follows at once.
        let (_, scale) = term(r, at + 1, true, &EMPTY)?;
        return scale.large.then_some(at + 1);
    } else {
        r.hyphen(at)?
    };
    let word = r.number_word(next).is_some_and(|w| w.form != Form::Plural);
    (word || digits && r.is_digits(next)).then_some(next)
}

/// A scale word; after digits a sure suffix too (`bn`). A hyphen may glue it: "$1-million".
pub(super) fn scale_word(r: &Reader, at: usize, digits: bool) -> Option<(NumeralWord, usize)> {
    let at = r.past_hyphen(at);
    if let Some(word) = r.number_word(at) {
        let fits = matches!(word.size, Size::Hundred | Size::Power(_) | Size::Dozen);
        return (fits && !(word.form == Form::Plural && matches!(word.size, Size::Hundred))).then_some((word, at + 1));
    }
    let suffix = r.meaning(at, &SUFFIXES).filter(|s| digits && s.sure)?;
    Some((NumeralWord { size: Size::Power(suffix.zeros), form: Form::Cardinal }, at + 1))
}

/// Digits, or number words below a hundred (or "point five").
fn group(r: &Reader, at: usize) -> Option<Numeral> {
    if r.is_digits(at) {
        return digits(r, at);
    }
    if r.is(at, ".")
        && r.glued(at + 1)
        && r.is_digits(at + 1)
        && (!r.glued(at) || !r.is_word(at.wrapping_sub(1)) && !r.is_digits(at.wrapping_sub(1)))
    {
        let d = decimal::read(r.str(at + 1)).filter(|d| !d.grouped && !d.decimals)?;
        let value = d.value.and_then(|v| v.times(Decimal::new(1, d.whole)?));
        return Some(Numeral { value, next: at + 2, digits: true, decimals: true, ..EMPTY });
    }
    let words = words_below_hundred(r, at)?;
    Some(if words.ordinal { words } else { pointed(r, words).unwrap_or(words) })
}

/// "Seventy-two", "six", "twenty-first".
pub(super) fn words_below_hundred(r: &Reader, at: usize) -> Option<Numeral> {
    let word = r.number_word(at)?;
    let ordinal = match word.form {
        Form::Cardinal => false,
        Form::Ordinal => true,
        _ => return None,
    };
    let (value, next, ordinal) = match word.size {
        Size::Unit(n) | Size::Teen(n) => (n, at + 1, ordinal),
        Size::Ten(n) => {
            // "Fifty - two", as some agencies space it
            let spaced = r.is(at + 1, "-") && !r.glued(at + 1) && !r.glued(at + 2);
            let unit_at = if spaced { at + 2 } else { r.past_hyphen(at + 1) };
            match r.number_word(unit_at) {
                Some(NumeralWord { size: Size::Unit(unit @ 1..), form })
                    if !ordinal && form != Form::Plural && form != Form::Parts =>
                {
                    (n + unit, unit_at + 1, form == Form::Ordinal)
                }
                _ => (n, at + 1, ordinal),
            }
        }
        _ => return None,
    };
    Some(Numeral { value: Some(Decimal::from(value)), next, ordinal, ..EMPTY })
}

/// "Nine point nought four", "1 point 1".
fn pointed(r: &Reader, whole: Numeral) -> Option<Numeral> {
    if !r.is(whole.next, "point") {
        return None;
    }
    let (mut mantissa, mut places, mut at) = (0i128, 0u32, whole.next + 1);
    if let Some(d) = r.is_digits(at).then(|| decimal::read(r.str(at))).flatten().filter(|d| !d.grouped && !d.decimals) {
        mantissa = d.value?.mantissa();
        places = d.whole;
        at += 1;
    } else {
        while places < 8 {
            match r.number_word(at) {
                Some(NumeralWord { size: Size::Unit(n), form: Form::Cardinal }) => {
                    mantissa = mantissa * 10 + i128::from(n);
                    places += 1;
                    at += 1;
                }
                Some(NumeralWord { size: Size::Ten(_) | Size::Teen(_), form: Form::Cardinal }) if places == 0 => {
                    let tens = words_below_hundred(r, at)?;
                    mantissa = tens.value?.mantissa();
                    places = 2;
                    at = tens.next;
                    break;
                }
                _ => break,
            }
        }
    }
    let part = Decimal::new(mantissa, places).filter(|_| places > 0)?;
    Some(Numeral { value: decimal::sum(whole.value, Some(part)), next: at, decimals: true, plain: false, ..whole })
}

/// Digits with separators, blanks between thousands ("816 000"), an ordinal ending, a fraction ("2 1/2", "3/4") or an exponent.
fn digits(r: &Reader, at: usize) -> Option<Numeral> {
    let d = decimal::read(r.str(at))?;
    let mut n = Numeral {
        value: d.value,
        next: at + 1,
        digits: true,
        plain: !d.grouped && !d.decimals,
        whole: d.whole,
        large: d.grouped,
        decimals: d.decimals,
        ..EMPTY
    };
    // "12st" are stone.
    let stone = r.is(at + 1, "st") && (!r.ends(at, "1") || r.ends(at, "11"));
    if r.glue(at + 1, ORDINAL_ENDINGS) && !stone && !n.decimals {
        return Some(Numeral { next: at + 2, ordinal: true, ..n });
    }
    if n.plain && d.whole <= 3 && !d.padded {
        let mut next = at + 1;
        let mut value = d.value;
        while next - at < 6 && thousand_group(r, next) {
            value = decimal::sum(decimal::shift(value, 3), decimal::read(r.str(next)).and_then(|d| d.value));
            next += 1;
        }
        // One group after a blank may be another number ("in the top 20 100 people"): zeros or a second group make it sure.
        if next > at + 2 || next == at + 2 && (r.ends(at + 1, "000") || !plain_blank(r, at + 1)) {
            n = Numeral { value, next, large: true, plain: false, whole: d.whole + 3 * (next - at - 1) as u32, ..n };
        }
    }
    if n.plain
        && let Some(mixed) = slash(r, at).or_else(|| {
            // "3 1/2", "3-1/2"
            let part = vulgar_after(r, n.next).or_else(|| slash(r, r.past_hyphen(n.next)).filter(|p| p.below(1)))?;
            Some(Numeral { value: decimal::sum(n.value, part.value), ..part })
        })
    {
        return Some(Numeral { digits: true, decimals: true, ..mixed });
    }
    if decimal::vulgar(r.str(at)).is_some() {
        n.fraction = true;
        n.plain = false;
    }
    if let Some(word) = pointed(r, n) {
        return Some(word);
    }
    Some(exponent(r, n).unwrap_or(n))
}

fn vulgar_after(r: &Reader, at: usize) -> Option<Numeral> {
    let value = decimal::vulgar(r.str(at))?;
    Some(Numeral { value: Some(value), next: at + 1, ..EMPTY })
}

/// Exactly three digits after a blank.
fn thousand_group(r: &Reader, at: usize) -> bool {
    let text = r.str(at);
    r.is_digits(at)
        && text.len() == 3
        && text.bytes().all(|b| b.is_ascii_digit())
        && r.token(at).zip(r.token(at.wrapping_sub(1))).is_some_and(|(b, a)| {
            let gap = b.span.start() - a.span.end();
            matches!(gap, 1..=3) && !Span::new(a.span.end(), b.span.start()).of(r.doc.text).contains(['\n', '\t', '\r'])
        })
}

fn plain_blank(r: &Reader, at: usize) -> bool {
    r.token(at)
        .zip(r.token(at.wrapping_sub(1)))
        .is_some_and(|(b, a)| r.doc.text.get(a.span.end() as usize..b.span.start() as usize) == Some(" "))
}

/// `3/4`, with a numerator below 1,000: a fraction, unless a date or another reading takes it first.
pub(super) fn slash(r: &Reader, at: usize) -> Option<Numeral> {
    if !r.is_digits(at) || !r.is(at + 1, "/") || !r.glued(at + 1) || !r.glued(at + 2) || !r.is_digits(at + 2) {
        return None;
    }
    // "A blood pressure of 120/80" are two.
    if r.glue(at + 3, "/") || r.is(at + 3, "mmhg") || r.close(at, 6, "pressure") {
        return None;
    }
    let (a, b) = (decimal::read(r.str(at))?, decimal::read(r.str(at + 2))?);
    // "Resolution 1430/2019" is numbered within its year.
    if a.decimals || b.decimals || a.padded || b.padded || b.value? == Decimal::ZERO || b.whole > 3 {
        return None;
    }
    Some(Numeral {
        value: decimal::ratio(a.value?, b.value?),
        next: at + 3,
        digits: true,
        fraction: true,
        decimals: true,
        ..EMPTY
    })
}

/// `1.3e6`, `2.48×10−5`, `1.3x10^6`: as physicists write.
fn exponent(r: &Reader, n: Numeral) -> Option<Numeral> {
    let at = n.next;
    if !r.glued(at) {
        return None;
    }
    let word = r.lower(at);
    if let Some(e) = word.strip_prefix('e').filter(|_| r.is_word(at)) {
        if !e.is_empty() && e.len() <= 9 && e.bytes().all(|b| b.is_ascii_digit()) {
            let value = whole(e).and_then(|zeros| powered(n.value, zeros, true));
            return Some(Numeral { value, next: at + 1, plain: false, large: true, ..n });
        }
        let up = match r.lower(at + 1) {
            "+" => true,
            "-" | "−" => false,
            _ => return None,
        };
        let zeros = r.whole(at + 2).filter(|_| e.is_empty() && r.glued(at + 1) && r.glued(at + 2))?;
        return Some(Numeral { value: powered(n.value, zeros, up), next: at + 3, plain: false, large: true, ..n });
    }
    if !listed("× x x10", word) {
        return None;
    }
    let mut next = at + 1;
    if word != "x10" {
        r.glue(next, "10").then_some(())?;
        next += 1;
    }
    next = r.past(next, "^");
    let up = !r.any(next, "- − –");
    next += usize::from(!up);
    let zeros = r.whole(next).filter(|_| r.glued(next))?;
    Some(Numeral { value: powered(n.value, zeros, up), next: next + 1, plain: false, large: true, ..n })
}

fn powered(value: Option<Decimal>, zeros: i32, up: bool) -> Option<Decimal> {
    let zeros = u8::try_from(zeros).ok()?;
    if up { decimal::shift(value, zeros) } else { value?.over(power(zeros)?, 28) }
}
