//! Reading short texts: the standard library's searchers are made for long ones, and its numbers come in twelve types.

/// Whether a text holds these words.
pub fn holds(text: &str, words: &str) -> bool {
    text.char_indices().any(|(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with(words)))
}

/// The whole number that a text of digits is.
#[inline(never)]
pub fn whole(digits: &str) -> Option<i32> {
    let digit = |n: i32, b: u8| n.checked_mul(10)?.checked_add(b.is_ascii_digit().then(|| i32::from(b - b'0'))?);
    digits.bytes().try_fold(0, digit).filter(|_| !digits.is_empty())
}

/// A small whole number of digits, perhaps with a minus, as tables of words have them; 0 for anything else.
#[inline(never)]
pub fn small(text: &str) -> i16 {
    let number = |digits| whole(digits).map_or(0, |n| n as i16);
    text.strip_prefix('-').map_or_else(|| number(text), |digits| -number(digits))
}
