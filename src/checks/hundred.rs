//! A share of a whole, or a fall, of more than 100 per cent.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, Decimal, Number, NumberKind, Severity};
use crate::lang::listed;

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::OverHundred,
    run,
    #[cfg(test)]
    examples: &[
        ("About 120 percent of voters backed the plan.", "120 percent"),
        ("Sales fell by 130% last year.", "130%"),
        ("Some 62 percent voted for the plan and 48 percent against it.", "62 percent | 48 percent"),
        (
            "Some 65% of the money came from the state, 30% from insurers and 15% from donors.",
            "65% of the money came from the state, 30% from insurers and 15%",
        ),
    ],
    #[cfg(test)]
    counter: &[
        "Debt stands at 120 percent of output.",
        "Sales rose by 130% last year.",
        "Some 80 percent of voters backed the plan.",
        "Some 62 percent voted for the plan and 38 percent against it.",
        "Sales fell from 130 percent of the target to 90 percent of it.",
        "About 65% of the money came from the state, 21% from insurers and 15% from donors.",
        "Some 65% of voters in Ohio backed it, 60% in Iowa and 58% in Maine.",
        "Some 65% of women, 60% of men and 58% of children were ill.",
        "Some 65% of adults travel, up from 60% in May and from 58% in June.",
        "Turnout fell 12 percent, and 120 percent more people moved away.",
    ],
};

const HUNDRED: Decimal = Decimal::whole(100);
/// A sum of rounded shares may be so much.
const ROUNDED: Decimal = Decimal::whole(101);

/// What can't be had more than wholly: people and what they cast.
const WHOLES: &str = "\
    adults americans applicants children citizens companies customers employees families farmers graduates homes households \
    inhabitants lawmakers members men mothers participants patients people pupils readers residents respondents schools seats \
    shareholders students teachers users victims votes voters women workers";

/// Verbs of a fall.
const FALLS: &str =
    "declined decreased dived dropped fallen falling fell plummeted plunged shrank shrunk slid slumped tumbled";

fn run(article: &Article, found: &mut Found) {
    let percents: Vec<&Number> = article
        .numbers
        .iter()
        .filter(|n| n.kind == NumberKind::Percent && n.unit == Some("%".into()) && !n.nested)
        .collect();
    for number in percents.iter().filter(|n| n.value.is_some_and(|v| v > HUNDRED)) {
        if is_share(article, number) {
            found.add(Severity::Warning, number.span, None, "A share of a whole can't be more than 100 per cent.");
        } else if is_fall(article, number) {
            found.add(Severity::Warning, number.span, None, "Nothing can fall by more than 100 per cent.");
        }
    }
    for (i, first) in percents.iter().enumerate() {
        let Some((last, sum)) = shared_out(article, percents.get(i..).unwrap_or_default()) else { continue };
        let message = format!("These shares of one whole are {sum} per cent together.");
        found.add(Severity::Warning, first.span.cover(last.span), None, message);
    }
    for pair in percents.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(a), Some(b)) = (one.value, other.value) else { continue };
        let Some(sum) = a.plus(b).filter(|sum| *sum > ROUNDED) else { continue };
        if a <= HUNDRED && b <= HUNDRED && are_opposed(article, one, other) {
            let message = format!("For and against are {sum} per cent together.");
            found.add(Severity::Warning, one.span, Some(other.span), message);
        }
    }
}

fn is_share(article: &Article, number: &Number) -> bool {
    let document = article.document;
    let end = document.tokens_in(number.span).end;
    document.lower(end) == "of" && (end + 1..end + 4).any(|i| listed(WHOLES, document.lower(i)))
}

/// "fell by 130%", "dropped 130%".
fn is_fall(article: &Article, number: &Number) -> bool {
    let document = article.document;
    let start = document.tokens_in(number.span).start;
    let mut before = (0..start)
        .rev()
        .take(4)
        .map(|i| document.lower(i))
        .skip_while(|w| listed("by about nearly almost some roughly over than more around", w));
    before.next().is_some_and(|w| listed(FALLS, w))
}

/// The last of the shares that a whole is parted into, and what is too much together: "65% of the money from the state, 30% from
/// insurers and 15% from donors". What they come from or go to parts them; "in" and "of" would begin another whole.
fn shared_out<'a>(article: &Article, percents: &[&'a Number]) -> Option<(&'a Number, Decimal)> {
    let document = article.document;
    let (first, rest) = percents.split_first()?;
    let start = document.tokens_in(first.span).end;
    if document.lower(start) != "of" {
        return None;
    }
    let parts = || {
        rest.iter().take(12).take_while(|part| {
            let tokens = document.tokens_in(part.span);
            document.sentence_of(tokens.start) == document.sentence_of(start)
                && matches!(document.lower(tokens.end), "from" | "to")
                && tokens.start.checked_sub(1).is_some_and(|i| listed(", ; and", document.lower(i)))
        })
    };
    let next = document.tokens_in(parts().next()?.span);
    let whither = document.lower(next.end);
    let same = (start..next.start).any(|i| document.lower(i) == whither)
        && parts().all(|part| document.lower(document.tokens_in(part.span).end) == whither);
    // Each share may be rounded up.
    let most = parts().try_fold(HUNDRED, |most, _| most.plus(Decimal::whole(1)))?;
    let sum = parts().try_fold(first.value?, |sum, part| sum.plus(part.value?))?;
    (same && sum > most).then_some((*parts().last()?, sum))
}

/// Whether one figure is of those for something, the next of those against it, in one sentence.
fn are_opposed(article: &Article, one: &Number, other: &Number) -> bool {
    let document = article.document;
    let (first, second) = (document.tokens_in(one.span), document.tokens_in(other.span));
    let one_sentence = document.sentence_of(first.start) == document.sentence_of(second.start);
    let near = second.start.saturating_sub(first.end) <= 14;
    let says = |from: usize, to: usize, words| (from..to).any(|i| listed(words, document.lower(i)));
    one_sentence
        && near
        && says(first.end, second.start, "for favour favor yes backed supported approved approve")
        && says(second.end, second.end + 4, "against no opposed disapproved disapprove opposing")
}
