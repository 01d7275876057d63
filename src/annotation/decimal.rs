//! Exact decimal numbers. No figure ever passes through a float.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroI64;
use std::ops::Neg;

/// A decimal of at most 28 digits, of which at most 28 are decimals, always in lowest terms: 2.50 is 2.5.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The digits without the point: their lower half.
    low: u64,
    /// Their upper half, which 28 digits leave room in, and in its last byte the digits after the point, plus one: the zero is left for
    /// `None`. Two words that a figure is copied by.
    high: NonZeroI64,
}

/// What a mantissa stays below: 10²⁸.
const LIMIT: i128 = 10i128.pow(DIGITS);
const DIGITS: u32 = 28;

impl Decimal {
    /// 0
    pub const ZERO: Self = Self::whole(0);
    /// 1
    pub const ONE: Self = Self::whole(1);

    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self::packed(n as i128, 0)
    }

    /// ½
    pub const HALF: Self = Self::packed(5, 1);
    /// ¼
    pub const QUARTER: Self = Self::packed(25, 2);

    /// What is in lowest terms and fits.
    pub const fn packed(mantissa: i128, places: u32) -> Self {
        let high = match NonZeroI64::new((mantissa >> 64 << 8) as i64 | (places as i64 + 1)) {
            Some(high) => high,
            // Never: its last byte is at least one.
            None => NonZeroI64::MAX,
        };
        Self { low: mantissa.cast_unsigned() as u64, high }
    }

    /// `mantissa` / 10^`places`; None if it has too many digits.
    #[inline(never)]
    pub fn new(mantissa: i128, places: u32) -> Option<Self> {
        let (mut mantissa, mut places) = (mantissa, places);
        while places > 0 && mantissa % 10 == 0 {
            (mantissa, places) = (mantissa / 10, places - 1);
        }
        (places <= DIGITS && mantissa.unsigned_abs() < LIMIT.unsigned_abs()).then(|| Self::packed(mantissa, places))
    }

    /// The number that the digits of a text are, so many of them after the point; None if there are too many.
    #[inline(never)]
    pub fn of_digits(text: &str, places: u32) -> Option<Self> {
        let mut mantissa = 0;
        for digit in text.bytes().filter(u8::is_ascii_digit) {
            if mantissa >= i128::MAX / 10 {
                return None;
            }
            mantissa = mantissa * 10 + i128::from(digit - b'0');
        }
        Self::new(mantissa, places)
    }

    /// The digits without the point.
    pub fn mantissa(self) -> i128 {
        i128::from(self.high.get() >> 8) << 64 | i128::from(self.low)
    }

    /// How many of them stand after the point.
    pub fn places(self) -> u32 {
        (self.high.get().cast_unsigned() & 0xff) as u32 - 1
    }

    fn is_negative(self) -> bool {
        self.high.get() < 0
    }

    /// Whether nothing stands after the point.
    pub fn is_whole(self) -> bool {
        self.places() == 0
    }

    /// With the point so many digits further right, or left; None if it doesn't fit.
    #[inline(never)]
    pub fn shift(self, zeros: i32) -> Option<Self> {
        let places = self.places().cast_signed() - zeros;
        let [more, places] = [-places, places].map(|n| n.max(0).cast_unsigned());
        Self::new(scaled(self.mantissa(), more)?, places)
    }

    /// The sum; None if it doesn't fit.
    #[inline(never)]
    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places().max(other.places());
        let aligned = |d: Self| scaled(d.mantissa(), places - d.places());
        Self::new(aligned(self)?.checked_add(aligned(other)?)?, places)
    }

    /// The product; None if it doesn't fit. Decimals beyond the 28th are rounded.
    #[inline(never)]
    pub fn times(self, other: Self) -> Option<Self> {
        let (mut mantissa, mut places) =
            (self.mantissa().checked_mul(other.mantissa())?, self.places() + other.places());
        let over = places.saturating_sub(DIGITS);
        if over > 0 {
            (mantissa, places) = (rounded(mantissa, over), DIGITS);
        }
        while places > 0 && mantissa.unsigned_abs() >= LIMIT.unsigned_abs() {
            (mantissa, places) = (rounded(mantissa, 1), places - 1);
        }
        Self::new(mantissa, places)
    }

    /// The quotient, rounded to so many decimals; None if it doesn't fit or the divisor is zero.
    #[inline(never)]
    pub fn over(self, other: Self, decimals: u32) -> Option<Self> {
        let negative = self.is_negative() != other.is_negative();
        let dividend = scaled(self.mantissa(), other.places())?.abs();
        let divisor = scaled(other.mantissa(), self.places())?.abs();
        let mut quotient = dividend.checked_div(divisor)?;
        let mut rest = dividend % divisor;
        for _ in 0..decimals {
            rest = scaled(rest, 1)?;
            quotient = scaled(quotient, 1)?.checked_add(rest / divisor)?;
            rest %= divisor;
        }
        let quotient = quotient.checked_add(i128::from(rest >= divisor - rest))?;
        Self::new(if negative { -quotient } else { quotient }, decimals)
    }

    /// Rounded to so many decimals.
    #[must_use]
    #[inline(never)]
    pub fn round(self, decimals: u32) -> Self {
        let over = self.places().saturating_sub(decimals);
        if over == 0 {
            return self;
        }
        Self::new(rounded(self.mantissa(), over), decimals).unwrap_or(self)
    }
}

/// 10 to the power of at most 38.
fn power(zeros: u32) -> i128 {
    10i128.pow(zeros.min(38))
}

/// With so many zeros behind it, if it fits.
#[inline(never)]
fn scaled(mantissa: i128, zeros: u32) -> Option<i128> {
    mantissa.checked_mul(power(zeros))
}

/// Without its last digits, half away from zero.
fn rounded(mantissa: i128, digits: u32) -> i128 {
    let unit = power(digits);
    let rest = mantissa % unit;
    mantissa / unit + if rest.abs() >= unit - rest.abs() { rest.signum() } else { 0 }
}

impl From<u8> for Decimal {
    fn from(n: u8) -> Self {
        Self::whole(i64::from(n))
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self::packed(-self.mantissa(), self.places())
    }
}

impl Ord for Decimal {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        // A difference that has too many digits is one of the whole parts, too.
        let whole = |d: &Self| d.mantissa() / power(d.places());
        match self.plus(-*other) {
            Some(difference) => difference.mantissa().cmp(&0),
            None => whole(self).cmp(&whole(other)),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As the contract writes it: `-0.5`, `1200000`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (mut rest, places) = (self.mantissa().unsigned_abs(), self.places() as usize);
        // 28 digits, a zero before the point, the point and the sign.
        let mut text = [b'0'; 32];
        let mut at = text.len();
        let mut digits = 0;
        while rest > 0 || digits <= places {
            if digits == places && places > 0 {
                at -= 1;
                text[at] = b'.';
            }
            at -= 1;
            text[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            digits += 1;
        }
        if self.is_negative() {
            at -= 1;
            text[at] = b'-';
        }
        f.write_str(std::str::from_utf8(&text[at..]).unwrap_or_default())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Decimal, LIMIT};
    use proptest::prelude::*;

    fn d(mantissa: i128, places: u32) -> Decimal {
        Decimal::new(mantissa, places).unwrap()
    }

    #[test]
    fn is_written_in_lowest_terms() {
        for (mantissa, places, text) in [
            (0, 0, "0"),
            (0, 3, "0"),
            (250, 2, "2.5"),
            (-5, 1, "-0.5"),
            (7, 28, "0.0000000000000000000000000007"),
            (-(LIMIT - 1), 28, "-0.9999999999999999999999999999"),
            (LIMIT - 1, 0, "9999999999999999999999999999"),
            (1_000_000, 0, "1000000"),
        ] {
            assert_eq!(d(mantissa, places).to_string(), text);
        }
        assert_eq!(Decimal::new(LIMIT, 0), None);
        assert_eq!(Decimal::new(1, 29), None);
        assert_eq!(size_of::<Option<Decimal>>(), 16);
    }

    #[test]
    fn divides_and_rounds() {
        assert_eq!(Decimal::whole(2).over(Decimal::whole(3), 15), Some(d(666_666_666_666_667, 15)));
        assert_eq!(Decimal::whole(-1).over(Decimal::whole(8), 2), Some(d(-13, 2)));
        assert_eq!(d(1, 20).over(d(4, 20), 2), Some(d(25, 2)));
        assert_eq!(Decimal::ONE.over(Decimal::ZERO, 5), None);
        assert_eq!(d(15, 1).round(0), Decimal::whole(2));
        assert_eq!(d(-149, 2).round(1), d(-15, 1));
        assert_eq!(d(5, 15).times(d(5, 14)), Some(d(3, 28)));
        assert_eq!(d(LIMIT / 2, 0).times(Decimal::whole(2)), None);
        assert_eq!(d(LIMIT - 1, 0).plus(Decimal::ONE), None);
    }

    /// Small enough that a float says the same.
    fn small() -> impl Strategy<Value = (Decimal, f64)> {
        (-1_000_000i64..1_000_000, 0u32..5)
            .prop_map(|(m, p)| (d(m.into(), p), f64::from(m as i32) / 10f64.powi(p.cast_signed())))
    }

    proptest! {
        #[test]
        fn agrees_with_arithmetic((a, x) in small(), (b, y) in small()) {
            let near = |d: Decimal, f: f64| (d.to_string().parse::<f64>().unwrap() - f).abs() < 1e-6 * f.abs().max(1.0);
            prop_assert!(near(a.plus(b).unwrap(), x + y));
            prop_assert!(near(a.times(b).unwrap(), x * y));
            prop_assert!(b == Decimal::ZERO || near(a.over(b, 12).unwrap(), x / y));
            prop_assert_eq!(a.cmp(&b), x.partial_cmp(&y).unwrap());
            prop_assert_eq!(-(-a), a);
        }

        #[test]
        fn never_panics(m: i128, n: i128, p in 0u32..40, q in 0u32..40, decimals in 0u32..28) {
            let _ = (Decimal::new(m, p), Decimal::new(i128::MIN, q));
            if let (Some(a), Some(b)) = (Decimal::new(m % LIMIT, p), Decimal::new(n % LIMIT, q)) {
                let all = [a.plus(b), a.times(b), a.over(b, decimals), a.shift(decimals.cast_signed()), a.shift(-p.cast_signed()), Some(a.round(decimals)), Some(-a)];
                for value in all.into_iter().flatten() {
                    prop_assert!(value.mantissa().abs() < LIMIT && !value.to_string().is_empty());
                }
                prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            }
        }
    }
}
