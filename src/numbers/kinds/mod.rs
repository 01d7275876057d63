//! The kinds of figures, one file each.
//!
//! A [`Kind`] reads a figure that begins at a token; of those that do, the longest wins, and of equals the first in [`KINDS`]. A
//! [`Join`] makes a longer figure of one that was read and what follows it; [`JOINS`] are tried in order until none applies.

mod age;
mod anchored;
mod cardinal;
mod date;
mod datetime;
mod digits;
mod distance;
mod duration;
mod fraction;
mod holiday;
mod hours;
mod money;
mod multiple;
mod ordinal;
mod percent;
mod quantity;
mod range;
mod relative;
mod score;
mod time;
mod year;

use super::found::Found;
use super::reader::Reader;

/// A kind of figure.
pub(super) struct Kind {
    /// Its name, for traces.
    pub id: &'static str,
    /// How it may begin: bits of [`super::reader::begins`].
    pub begins: u16,
    parse: fn(&Reader, usize) -> Option<Found>,
    /// Texts with the one figure of this kind that they hold, as the tests write it.
    #[cfg(test)]
    pub examples: &'static [(&'static str, &'static str)],
    /// Texts without any figure of this kind.
    #[cfg(test)]
    pub counter: &'static [&'static str],
}

impl Kind {
    /// The figure of this kind that begins at a token.
    pub(in crate::numbers) fn parse(&self, r: &Reader, at: usize) -> Option<Found> {
        (self.parse)(r, at)
    }
}

/// A kind that is made of others.
#[allow(clippy::struct_field_names, reason = "a join joins")]
pub(super) struct Join {
    /// Its name, for traces.
    pub id: &'static str,
    join: fn(&Reader, &Found) -> Option<Found>,
    /// Texts with the one figure of this kind that they hold, as the tests write it.
    #[cfg(test)]
    pub examples: &'static [(&'static str, &'static str)],
    /// Texts without any figure of this kind.
    #[cfg(test)]
    pub counter: &'static [&'static str],
}

impl Join {
    /// The longer figure that begins with one.
    pub(in crate::numbers) fn join(&self, r: &Reader, first: &Found) -> Option<Found> {
        (self.join)(r, first)
    }
}

/// Of two readings of the same length the earlier here wins: what says more of its words comes first.
pub(super) const KINDS: &[Kind] = &[
    money::KIND,
    percent::KIND,
    age::KIND,
    time::KIND,
    hours::KIND,
    anchored::KIND,
    relative::KIND,
    distance::KIND,
    holiday::KIND,
    date::KIND,
    year::KIND,
    duration::KIND,
    quantity::KIND,
    fraction::KIND,
    multiple::KIND,
    ordinal::KIND,
    cardinal::KIND,
];

/// What makes longer figures of shorter ones.
pub(super) const JOINS: &[Join] = &[datetime::JOIN, score::JOIN, range::JOIN];

/// The longest figure of one kind that begins at a token.
pub(super) fn single(r: &Reader, at: usize) -> Option<Found> {
    let begins = r.begins(at);
    if begins == 0 {
        return None;
    }
    let mut best: Option<Found> = None;
    for kind in KINDS {
        if kind.begins & begins == 0 {
            continue;
        }
        if let Some(found) = kind.parse(r, at)
            && best.as_ref().is_none_or(|b| found.next > b.next)
        {
            best = Some(found);
        }
    }
    best
}

/// The longest figure of one kind, a date with its time of day.
fn read_date(r: &Reader, at: usize) -> Option<Found> {
    let found = single(r, at)?;
    Some(datetime::JOIN.join(r, &found).filter(|longer| longer.next > found.next).unwrap_or(found))
}

/// The figure that begins at a token, joined with what follows.
pub(super) fn read(r: &Reader, at: usize) -> Option<Found> {
    let mut found = single(r, at)?;
    // Each join lengthens the figure, and a figure has few parts.
    for _ in 0..4 {
        match JOINS.iter().find_map(|j| j.join(r, &found)) {
            Some(longer) if longer.next > found.next => found = longer,
            _ => break,
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{JOINS, KINDS};
    use crate::annotation::{Number, NumberKind};
    use crate::numbers::{Context, extract};
    use crate::text::Document;

    fn found(text: &str) -> Vec<(String, Number)> {
        let context = Context::default();
        let document = Document::new(text, context.language.orthography());
        extract(&document, &context).into_iter().map(|n| (n.span.of(text).to_owned(), n)).collect()
    }

    fn written(text: &str, n: &Number) -> String {
        let mut out = format!("{text} = {}", n.kind.label());
        let mut add = |s: &str| {
            out.push(' ');
            out.push_str(s);
        };
        let number = |d: Option<crate::annotation::Decimal>| d.map(|d| d.to_string()).unwrap_or_default();
        match n.kind {
            NumberKind::Range if n.iso.is_none() => add(&format!("{}..{}", number(n.lo), number(n.hi))),
            NumberKind::Score => add(&format!("{}:{}", number(n.lo), number(n.hi))),
            _ if n.rule == "vague" => add(&format!("vague {}", number(n.lo))),
            _ if n.value.is_some() => add(&number(n.value)),
            _ => {}
        }
        n.unit.iter().for_each(|u| add(&u.name()));
        n.iso.iter().for_each(|i| add(i));
        n.of.iter().for_each(|k| add(k.label()));
        n.modifier.iter().for_each(|m| add(m.label()));
        out
    }

    /// Kinds by the id of their file; relative dates and years are dates.
    fn is(id: &str, kind: NumberKind) -> bool {
        kind.label() == id
            || id == "hours" && matches!(kind, NumberKind::Time | NumberKind::Datetime)
            || matches!(id, "anchored" | "relative" | "distance" | "year" | "holiday") && kind == NumberKind::Date
    }

    #[test]
    fn examples_and_counter_examples() {
        let kinds = KINDS.iter().map(|k| (k.id, k.examples, k.counter));
        let joins = JOINS.iter().map(|j| (j.id, j.examples, j.counter));
        let mut wrong = Vec::new();
        for (id, examples, counter) in kinds.chain(joins) {
            for (text, expected) in examples {
                let all: Vec<String> = found(text).iter().map(|(t, n)| written(t, n)).collect();
                if !all.iter().any(|w| w == expected) {
                    wrong.push(format!("{id}: {text:?} should hold {expected:?}, holds {all:?}"));
                }
            }
            for text in counter {
                for (t, n) in found(text).iter().filter(|(_, n)| is(id, n.kind)) {
                    wrong.push(format!("{id}: {text:?} should hold none, holds {:?}", written(t, n)));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
