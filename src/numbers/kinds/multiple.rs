//! How many times as much: "doubled", "threefold".

use super::Kind;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::numerals::MULTIPLES;
use crate::numbers::found::Found;
use crate::numbers::numeral;
use crate::numbers::reader::{Reader, begins};

/// A multiple, as a count of times. "Double" and "triple" are adjectives of too many things to be figures.
pub(super) const KIND: Kind = Kind {
    id: "multiple",
    begins: begins::DIGITS | begins::WORD | begins::MULTIPLE,
    parse,
    #[cfg(test)]
    examples: &[
        ("Profit more than doubled.", "doubled = cardinal 2 >"),
        ("Turnover nearly trebled to £9m.", "trebled = cardinal 3 ~"),
        ("A threefold rise", "threefold = cardinal 3"),
        ("A 10-fold rise", "10-fold = cardinal 10"),
        ("It rose twenty-fold.", "twenty-fold = cardinal 20"),
        ("Debt was 3.2x earnings.", "3.2x = cardinal 3.2"),
    ],
    #[cfg(test)]
    counter: &["He doubled down on it.", "He tripled in the fifth inning.", "The women's doubles", "A 4x4 car"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    let found = |value, next| Some(Found::new(NumberKind::Cardinal, at, next, "multiple").value(value));
    if let Some(times) = r.meaning(at, &MULTIPLES) {
        // Runners double back, batters triple home, bettors double down.
        let idiom = r.any(at + 1, "down up back as over off home for")
            || r.after(at, "singled , he she") && r.any(at + 1, "and in to")
            || r.near(at..at + 6, "inning innings left-field outfield");
        return if idiom { None } else { found(Some(Decimal::from(times)), at + 1) };
    }
    let n = numeral::unsigned(r, at).filter(|n| !n.ordinal && !n.fraction)?;
    if n.digits && r.glue(n.next, "x ×") && !(r.glued(n.next + 1) && r.is_digits(n.next + 1)) {
        return found(n.value, n.next + 1);
    }
    let fold = r.hyphen(n.next).filter(|&i| r.is(i, "fold"))?;
    found(n.value, fold + 1)
}
