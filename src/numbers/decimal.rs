//! Exact decimals: digits as written, scales, and products that say when they don't fit.

use crate::annotation::Decimal;
use crate::lang::phrases;

/// How digits with separators are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    /// The value; None beyond 28 digits.
    pub value: Option<Decimal>,
    /// Whether thousands are marked.
    pub grouped: bool,
    /// Whether there are decimals.
    pub decimals: bool,
    /// Number of digits before the decimals.
    pub whole: u32,
    /// Whether the first digit is a zero that says nothing ("007").
    pub padded: bool,
}

/// Reads `1,234.5`, `12,34,567.89`, `1.111,11`, `5,00`; None for lists and versions (`22,24,26`, `10.11.2020`).
#[inline(never)]
pub(super) fn read(text: &str) -> Option<Digits> {
    let bytes = text.as_bytes();
    // Joined marks and other scripts' digits are not read.
    if !bytes.first()?.is_ascii_digit() {
        return Some(Digits { value: Some(vulgar(text)?), grouped: false, decimals: true, whole: 1, padded: false });
    }
    let last = |mark: u8| bytes.iter().rposition(|&b| b == mark);
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let (group, point) = match (commas, points) {
        (0, 0) => (None, None),
        (0, 1) => (None, last(b'.')),
        // 1,3 and 5,00 are continental decimals; 1,300 has its thousands marked.
        (1, 0) if bytes.len() - last(b',')? != 4 || bytes.first() == Some(&b'0') => (None, last(b',')),
        (_, 0) => (Some(b','), None),
        (0, _) => (Some(b'.'), None),
        (_, 1) if last(b',') < last(b'.') => (Some(b','), last(b'.')),
        (1, _) if last(b'.') < last(b',') => (Some(b'.'), last(b',')),
        _ => return None,
    };
    let end = point.unwrap_or(bytes.len());
    if let Some(mark) = group {
        // The places of marks, counted from the end: after every third digit, in India after the third and then every second.
        let marked = |places: fn(usize) -> bool| {
            bytes.iter().take(end).enumerate().all(|(i, &b)| (b == mark) == (i > 0 && places(end - i)))
        };
        let western = end % 4 > 0 && marked(|left| left % 4 == 0);
        if !western && !(mark == b',' && marked(|left| left > 3 && left % 3 == 1)) {
            return None;
        }
    }
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    if digits + commas + points < bytes.len() {
        return None;
    }
    let decimals = point.map_or(0, |p| bytes.len() - p - 1) as u32;
    let whole = digits as u32 - decimals;
    Some(Digits {
        value: Decimal::of_digits(text, decimals),
        grouped: group.is_some(),
        decimals: point.is_some(),
        whole,
        padded: whole > 1 && bytes.first() == Some(&b'0'),
    })
}

/// Fractions of one character, each with its numerator and denominator.
const VULGAR: &str = "\
½ 12
⅓ 13
⅔ 23
¼ 14
¾ 34
⅕ 15
⅖ 25
⅗ 35
⅘ 45
⅙ 16
⅚ 56
⅛ 18
⅜ 38
⅝ 58
⅞ 78";

/// `½` and its like.
#[inline(never)]
pub(super) fn vulgar(text: &str) -> Option<Decimal> {
    let (_, digits) = phrases(VULGAR).find(|(sign, _)| *sign == text)?;
    let &[n, d] = digits.as_bytes() else { return None };
    ratio(Decimal::from(n - b'0'), Decimal::from(d - b'0'))
}

/// A value with its point moved right.
#[inline(never)]
pub(super) fn shift(value: Option<Decimal>, zeros: u8) -> Option<Decimal> {
    value?.shift(i32::from(zeros))
}

/// The sum of two values that are known.
#[inline(never)]
pub(super) fn sum(a: Option<Decimal>, b: Option<Decimal>) -> Option<Decimal> {
    a?.plus(b?)
}

/// The product of two values that are known.
#[inline(never)]
pub(super) fn product(a: Option<Decimal>, b: Option<Decimal>) -> Option<Decimal> {
    a?.times(b?)
}

/// The quotient to 15 places, which is what a reader of thirds needs.
pub(super) fn ratio(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.over(b, 15)
}

/// Whether a value is this whole number.
#[inline(never)]
pub(super) fn is(value: Option<Decimal>, n: i32) -> bool {
    value == Some(Decimal::whole(i64::from(n)))
}

/// A value as a whole number of at most four digits.
#[inline(never)]
pub(super) fn small(value: Option<Decimal>) -> Option<i32> {
    value.filter(|v| v.is_whole()).and_then(|v| i32::try_from(v.mantissa()).ok()).filter(|n| matches!(n, 0..=9999))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn separators() {
        let value = |s: &str| read(s).and_then(|d| d.value).map(|v| v.to_string());
        for (text, expected) in [
            ("1,234,567", "1234567"),
            ("12,34,567.89", "1234567.89"),
            ("1.111,11", "1111.11"),
            ("5,00", "5"),
            ("1,3", "1.3"),
            ("0.50", "0.5"),
            ("1.234.567", "1234567"),
            ("7.300", "7.3"),
        ] {
            assert_eq!(value(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["22,24,26", "10.11.2020", "192.168.1.2"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(1000)).map(|d| d.value), Some(None));
    }
}
