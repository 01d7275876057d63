//! What a rate is told for one of: "$78 a barrel", "1,200 patients a day", "30 deaths per 100,000 people", "€40/MWh".

use super::found::Found;
use super::numeral;
use super::reader::Reader;
use crate::annotation::NumberKind::{Cardinal, Duration, Money, Percent, Quantity, Range};
use crate::lang::en::calendar::TimeWord;
use crate::lang::en::figures::{APIECE, STOPS};

/// Finds it behind a figure and what the figure counts. A unit that is a rate itself (km/h) has it inside.
pub(super) fn mark(r: &Reader, found: &mut Found) {
    let kind = if found.number.kind == Range { found.number.of } else { Some(found.number.kind) };
    if !matches!(kind, Some(Cardinal | Duration | Money | Percent | Quantity)) {
        return;
    }
    let at = found.number.counted.map_or(found.next, |counted| r.doc.token_at(counted.end()));
    found.number.per = per(r, at).map(|(from, to)| r.span(from, to));
}

/// The tokens of what stands behind "a", "per", "every" or a slash.
fn per(r: &Reader, at: usize) -> Option<(usize, usize)> {
    let slash = r.joins(at, "/");
    if slash {
        return (timed(r, at + 1) || r.lexeme(at + 1).unit.is_some()).then_some((at + 1, at + 2));
    }
    // "A $500-a-month rent"
    let word = r.past_hyphen(at);
    let noun = if word > at { r.hyphen(word + 1)? } else { word + 1 };
    if r.is(word, "per") {
        let counted = numeral::cardinal(r, noun).map_or(noun, |n| n.next);
        let end = counted + usize::from(r.is_word(counted) && !r.among(counted, &STOPS));
        return (end > noun).then_some((noun, end));
    }
    // "$5m a year ago", "two men a mile away"
    let each = r.any(word, "a an each every")
        && (timed(r, noun) || r.lexeme(noun).unit == Some(false) || r.any(noun, APIECE))
        && !r.any(noun + 1, "ago earlier later before on away off north south east west long wide deep high");
    if each {
        return Some((noun, noun + 1));
    }
    r.any(word, "annually yearly monthly weekly daily hourly nightly").then_some((word, word + 1))
}

/// Whether a length of time is named.
fn timed(r: &Reader, at: usize) -> bool {
    matches!(r.lexeme(at).time, Some(TimeWord::Unit(..)))
}
