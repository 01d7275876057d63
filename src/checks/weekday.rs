//! A date that falls on another day of the week than the text says.

use super::{Article, Found, Rule, day};
use crate::annotation::{CheckKind, Number, NumberKind, Severity};
use crate::lang::Packed;

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::WrongWeekday,
    run,
    #[cfg(test)]
    examples: &[
        ("Monday, 8 November 2016 was a long night.", "Monday, 8 November 2016"),
        ("It began on 8 November 2016, a Friday.", "8 November 2016"),
    ],
    #[cfg(test)]
    counter: &[
        "Tuesday, 8 November 2016 was a long night.",
        "It began on 8 November 2016, a Tuesday.",
        "The vote is on Tuesday. It was announced on 2 November 2016.",
        "On Monday 3,000 people marched.",
    ],
};

fn run(article: &Article, found: &mut Found) {
    for number in article.numbers.iter().filter(|n| matches!(n.kind, NumberKind::Date | NumberKind::Datetime)) {
        let (Some(date), Some(said)) = (number.iso.as_deref().and_then(day), weekday(article, number)) else {
            continue;
        };
        let right = name(date.weekday());
        if right != said {
            let message = format!("That day of {} was or is a {right}, not a {said}.", date.year());
            found.add(Severity::Warning, number.span, None, message);
        }
    }
}

/// The weekday written with a date: in it, right before it, or behind it as "a Tuesday".
fn weekday(article: &Article, number: &Number) -> Option<&'static str> {
    let document = article.document;
    let tokens = document.tokens_in(number.span);
    let inside = tokens.clone().take(2).find_map(|i| DAYS.get(document.lower(i)));
    let before = || {
        let comma = usize::from(tokens.start > 0 && document.str(tokens.start - 1) == ",");
        tokens.start.checked_sub(1 + comma).and_then(|i| DAYS.get(document.lower(i)))
    };
    let behind = || {
        let next = tokens.end + usize::from(document.str(tokens.end) == ",");
        (document.lower(next) == "a").then(|| DAYS.get(document.lower(next + 1))).flatten()
    };
    inside.or_else(before).or_else(behind)
}

/// How the days are written; not "Sat" and "Sun", which are other words too.
static DAYS: Packed<&str> = Packed::new(
    "\
Monday monday mon mon.
Tuesday tuesday tue tue. tues tues.
Wednesday wednesday wed wed.
Thursday thursday thu thu. thurs thurs.
Friday friday fri fri.
Saturday saturday
Sunday sunday",
    |row| row.meaning,
);

/// The name of a day of the week, Monday = 1.
fn name(day: i32) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        .get(usize::try_from(day - 1).unwrap_or_default())
        .copied()
        .unwrap_or_default()
}
