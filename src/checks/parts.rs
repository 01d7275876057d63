//! Parts whose sum is not the whole: "12 people: four women and nine men", "ten dead, including twelve children".

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, Decimal, Number, NumberKind, Severity};
use crate::lang::listed;

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::PartsDiffer,
    run,
    #[cfg(test)]
    examples: &[
        ("The boat carried 12 people: four women and nine men.", "12 | four women and nine"),
        ("Ten villagers were killed, including twelve children.", "Ten | twelve"),
        (
            "The council has 50 members: 20 Greens, 18 Liberals and 11 independents.",
            "50 | 20 Greens, 18 Liberals and 11",
        ),
    ],
    #[cfg(test)]
    counter: &[
        "The boat carried 12 people: four women and eight men.",
        "Ten villagers were killed, including two children and three women.",
        "The council has 50 members: 20 Greens and 18 Liberals, and the rest are independents.",
        "Quakes of over magnitude 4.5, including a 6.4 quake in May, shook the town.",
        "He scored 50 points: 20 in May.",
        "He has 12 goals in 40 games: 4 with his left foot and 5 with his head.",
    ],
};

/// The most tokens between a whole and its first part.
const GAP: usize = 8;

fn run(article: &Article, found: &mut Found) {
    let plain: Vec<&Number> = article
        .numbers
        .iter()
        .filter(|n| !n.nested && n.kind == NumberKind::Cardinal && n.value.is_some_and(Decimal::is_whole))
        .collect();
    let document = article.document;
    for (n, whole) in plain.iter().enumerate() {
        let Some(total) = whole.value else { continue };
        let start = document.tokens_in(whole.span).end;
        let Some(first) = plain.get(n + 1) else { continue };
        let to = document.tokens_in(first.span).start;
        if to.saturating_sub(start) > GAP
            || document.sentence_of(start) != document.sentence_of(to)
            || whole.modifier.is_some()
        {
            continue;
        }
        let opener = (start..to).rev().take(2).map(|i| document.lower(i)).find(|w| matches!(*w, ":" | "including"));
        let Some(opener) = opener else { continue };
        let parts = parts(article, plain.get(n + 1..).unwrap_or_default());
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, p| sum.plus(p.value?));
        let (Some(sum), Some(last)) = (sum, parts.last()) else { continue };
        let vague = parts.iter().any(|p| p.modifier.is_some());
        let said = first.span.cover(last.span);
        if opener == "including" && sum > total {
            let message = format!("{sum} can’t be among {total}.");
            found.add(Severity::Warning, whole.span, Some(said), message);
        } else if opener == ":" && parts.len() > 1 && sum != total && !vague && ends(article, last) {
            let message = format!("The parts are {sum} together, not {total}.");
            found.add(Severity::Warning, whole.span, Some(said), message);
        }
    }
}

/// The list that begins with the first figure: figures of one to three words each, parted by commas and "and".
fn parts<'a>(article: &Article, numbers: &[&'a Number]) -> Vec<&'a Number> {
    let document = article.document;
    let mut parts: Vec<&Number> = Vec::new();
    for &number in numbers.iter().take(12) {
        if let Some(last) = parts.last() {
            let (from, to) = (document.tokens_in(last.span).end, document.tokens_in(number.span).start);
            let near = (2..=4).contains(&to.saturating_sub(from));
            let joined = to.checked_sub(1).is_some_and(|i| matches!(document.lower(i), "," | "and"));
            let clause = (from..to).any(|i| listed(". ; : ( ) with in of for from at on by", document.lower(i)));
            if !near || !joined || clause {
                break;
            }
        }
        parts.push(number);
    }
    parts
}

/// Whether the sentence, or the clause, ends within three words behind the last part: nothing more is counted.
fn ends(article: &Article, last: &Number) -> bool {
    let document = article.document;
    let end = document.tokens_in(last.span).end;
    (end + 1..end + 4).any(|i| listed(". ; )", document.str(i)))
}
