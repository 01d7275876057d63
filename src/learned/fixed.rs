//! Logarithms and probabilities in integers, so that every build agrees bit for bit.
//!
//! Log scores are in units of 1/4096 nat, probabilities in units of 1/65536.

/// Probability 1.
pub const ONE: u32 = 65536;
/// What stands for a log score of zero probability: far below any real one, far above the end of `i32`.
pub const NEVER: i32 = -(1 << 28);

/// Distance between two entries of the tables.
const STEP: u32 = 256;

/// A table's value at `x`, on the line between its neighbours; None beyond the table.
fn between(table: &[u32], x: u32) -> Option<u32> {
    let (i, rest) = ((x / STEP) as usize, x % STEP);
    let (a, b) = (table.get(i)?, table.get(i + 1)?);
    Some(a - (a - b) * rest / STEP)
}

/// `ln(exp(a) + exp(b))`, within 1/4000 nat.
pub fn log_add(a: i32, b: i32) -> i32 {
    a.max(b) + between(&LN_ONE_PLUS_EXP, a.abs_diff(b)).unwrap_or(0).cast_signed()
}

/// `ln` of the sum of `exp` of all; `NEVER` for none.
pub fn log_sum(scores: impl IntoIterator<Item = i32>) -> i32 {
    scores.into_iter().fold(NEVER, log_add)
}

/// The probability with logarithm `log`; a positive one, a rounding error, is 1.
pub fn exp(log: i32) -> u32 {
    if log >= 0 { ONE } else { between(&EXP, log.unsigned_abs()).unwrap_or(0) }
}

/// 1 where shares are told in the finest steps, of 2^-30.
pub const WHOLE: u32 = 1 << 30;

/// `exp(log)` of 2^30, within a thousandth of itself; a positive logarithm counts as 0.
pub fn share(log: i32) -> u32 {
    // In units of 1/4096 nat.
    const LN_2: u32 = 2839;
    let x = log.min(0).unsigned_abs();
    (between(&EXP, x % LN_2).unwrap_or(0) << 14).checked_shr(x / LN_2).unwrap_or(0)
}

/// `part / whole` of 2^30.
pub fn ratio(part: u64, whole: u64) -> u32 {
    let spare = whole.leading_zeros();
    let (part, whole) = if spare >= 31 { (part, whole) } else { (part >> (31 - spare), whole >> (31 - spare)) };
    (part << 30).checked_div(whole).unwrap_or(0).min(u64::from(WHOLE)) as u32
}

/// `ln(1 + exp(-x))` for x = 0, 1/16, 2/16 … nats. The test computes it anew.
#[rustfmt::skip]
const LN_ONE_PLUS_EXP: [u32; 146] = [
    2839, 2713, 2591, 2473, 2359, 2249, 2143, 2040, 1942, 1847, 1756, 1669, 1585, 1504, 1427, 1354, 1283, 1216, 1152,
    1090, 1032, 976, 923, 873, 825, 779, 736, 695, 656, 619, 584, 551, 520, 490, 462, 436, 410, 387, 364, 343, 323,
    304, 286, 270, 254, 239, 225, 212, 199, 187, 176, 166, 156, 147, 138, 130, 122, 115, 108, 101, 95, 90, 84, 79,
    74, 70, 66, 62, 58, 55, 51, 48, 45, 43, 40, 38, 35, 33, 31, 29, 28, 26, 24, 23, 21, 20, 19, 18, 17, 16, 15, 14,
    13, 12, 11, 11, 10, 10, 9, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0,
];

/// `exp(-x)` for x = 0, 1/16, 2/16 … nats. The test computes it anew.
#[rustfmt::skip]
const EXP: [u32; 194] = [
    65536, 61565, 57835, 54331, 51039, 47947, 45042, 42313, 39750, 37341, 35079, 32954, 30957, 29081, 27319, 25664,
    24109, 22649, 21276, 19987, 18776, 17639, 16570, 15566, 14623, 13737, 12905, 12123, 11388, 10698, 10050, 9441,
    8869, 8332, 7827, 7353, 6907, 6489, 6096, 5726, 5380, 5054, 4747, 4460, 4190, 3936, 3697, 3473, 3263, 3065, 2879,
    2705, 2541, 2387, 2243, 2107, 1979, 1859, 1746, 1641, 1541, 1448, 1360, 1278, 1200, 1128, 1059, 995, 935, 878,
    825, 775, 728, 684, 642, 604, 567, 533, 500, 470, 442, 415, 390, 366, 344, 323, 303, 285, 268, 252, 236, 222,
    209, 196, 184, 173, 162, 153, 143, 135, 127, 119, 112, 105, 99, 93, 87, 82, 77, 72, 68, 64, 60, 56, 53, 50, 47,
    44, 41, 39, 36, 34, 32, 30, 28, 27, 25, 23, 22, 21, 19, 18, 17, 16, 15, 14, 13, 13, 12, 11, 10, 10, 9, 9, 8, 8,
    7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
];

#[cfg(test)]
mod tests {
    use super::{EXP, LN_ONE_PLUS_EXP, NEVER, ONE, WHOLE, exp, log_add, log_sum, ratio, share};

    #[test]
    fn tables() {
        for (k, &value) in (0..).zip(&LN_ONE_PLUS_EXP) {
            let exact = (-f64::from(k) / 16.0).exp().ln_1p() * 4096.0;
            assert!((f64::from(value) - exact).abs() <= 0.5);
        }
        for (k, &value) in (0..).zip(&EXP) {
            assert!((f64::from(value) - (-f64::from(k) / 16.0).exp() * 65536.0).abs() <= 0.5);
        }
    }

    #[test]
    fn sums() {
        assert_eq!(log_sum([]), NEVER);
        assert_eq!(log_sum([700]), 700);
        assert_eq!(log_add(0, 0), 2839);
        assert_eq!(log_add(5, NEVER), 5);
        assert!((log_sum([0, 0, 0, 0]) - 5678).abs() <= 2);
    }

    #[test]
    fn shares() {
        for log in (-80_000..=0).step_by(37) {
            let exact = (f64::from(log) / 4096.0).exp() * f64::from(WHOLE);
            assert!((f64::from(share(log)) - exact).abs() <= exact * 0.001 + 1.0, "{log}");
        }
        assert_eq!((share(9), share(NEVER), share(i32::MIN)), (WHOLE, 0, 0));
        assert_eq!((ratio(1, 2), ratio(u64::MAX, u64::MAX), ratio(1, 0)), (WHOLE / 2, WHOLE, 0));
        assert_eq!(ratio(3 << 40, 4 << 40), WHOLE / 4 * 3);
    }

    #[test]
    fn probabilities() {
        assert_eq!(exp(0), ONE);
        assert_eq!(exp(9), ONE);
        assert_eq!(exp(NEVER), 0);
        assert!(exp(-2839).abs_diff(ONE / 2) < 40);
    }
}
