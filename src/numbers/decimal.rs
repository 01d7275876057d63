//! Exact decimals: digits as written, scales, and products that say when they don't fit.

use crate::annotation::Decimal;

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
    if let Some(value) = vulgar(text) {
        return Some(Digits { value: Some(value), grouped: false, decimals: true, whole: 1, padded: false });
    }
    // Joined marks and other scripts' digits are not read.
    if bytes.is_empty() || !bytes.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
        return None;
    }
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let last = |mark: u8| bytes.iter().rposition(|&b| b == mark);
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
    let whole = text.get(..end)?;
    if let Some(mark) = group {
        let sizes: Vec<usize> = whole.split(mark as char).map(str::len).collect();
        let western = sizes.iter().skip(1).all(|&n| n == 3);
        let indian = sizes.len() > 2 && sizes.last() == Some(&3) && sizes[1..sizes.len() - 1].iter().all(|&n| n == 2);
        if !(1..=3).contains(sizes.first()?) || !(western || indian && sizes[0] <= 2 && mark == b',') {
            return None;
        }
    }
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count() as u32;
    let decimals = point.map_or(0, |p| (bytes.len() - p - 1) as u32);
    let mut mantissa: Option<i128> = Some(0);
    for b in bytes.iter().filter(|b| b.is_ascii_digit()) {
        mantissa = mantissa.and_then(|m| m.checked_mul(10)?.checked_add(i128::from(b - b'0')));
    }
    let value = mantissa.and_then(|m| Decimal::new(m, decimals));
    let whole = digits - decimals;
    Some(Digits {
        value,
        grouped: group.is_some(),
        decimals: point.is_some(),
        whole,
        padded: whole > 1 && bytes.first() == Some(&b'0'),
    })
}

/// `½` and its like.
#[inline(never)]
pub(super) fn vulgar(text: &str) -> Option<Decimal> {
    let (n, d) = match text {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    ratio(Decimal::whole(n), Decimal::whole(d))
}

/// 10 to the power of `zeros`.
pub(super) fn power(zeros: u8) -> Option<Decimal> {
    Decimal::new(10i128.checked_pow(u32::from(zeros))?, 0)
}

/// A value with its point moved right.
#[inline(never)]
pub(super) fn shift(value: Option<Decimal>, zeros: u8) -> Option<Decimal> {
    value?.times(power(zeros)?)
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
