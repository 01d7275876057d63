//! Two figures for what seems to be one thing: "44 days of fighting", "the 45-day war"; one person's two ages.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, Decimal, Number, NumberKind, Severity};
use crate::text::{Interner, TokenKind, holds};

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::FiguresDisagree,
    run,
    #[cfg(test)]
    examples: &[
        ("The war lasted 44 days. Both sides had losses. The 45-day war ended in May.", "44 days | 45-day"),
        ("The ferry carried 157 passengers. It sank at noon. All 159 passengers were saved.", "157 | 159"),
        ("Ada Brown, 40, was hurt. Police said Brown, 41, would live.", "40 | 41"),
    ],
    #[cfg(test)]
    counter: &[
        "The war lasted 44 days. The 44-day war ended in May.",
        "The ferry carried 157 passengers. A bus with 12 passengers waited.",
        "The number of passengers rose from 157 passengers to 159 passengers.",
        "Ada Brown, 40, and Bo Ek, 41, were hurt.",
        "About 150 people came. Later 155 people were counted.",
        "She won in 2:17:01. The next two came in 2:18:12.",
        "A 28-year-old man and a 29-year-old man were hurt.",
    ],
};

/// Figures below this are of too many things to be one.
const LEAST: Decimal = Decimal::whole(20);
/// Figures that differ by more than one part in so many are of two things.
const NEAR: Decimal = Decimal::whole(30);
/// Ages that differ by so many years are of two persons.
const TEN: Decimal = Decimal::whole(10);

fn run(article: &Article, found: &mut Found) {
    // By what is counted, the figures that came first with it.
    let mut things = Interner::default();
    let mut seen: Vec<Vec<&Number>> = Vec::new();
    for number in article.numbers.iter().filter(|n| !n.nested) {
        let Some(value) = number.value else { continue };
        let Some(thing) = thing(article, number) else { continue };
        let thing = things.intern(&thing).0 as usize;
        seen.resize_with(seen.len().max(thing + 1), Vec::new);
        let Some(known) = seen.get_mut(thing) else { continue };
        let differing =
            known.iter().find(|k| k.value.is_some_and(|v| v != value && disagree(article, k, v, number, value)));
        if let Some(first) = differing {
            let message = format!("“{}” and “{}”: which is it?", article.words(first.span), article.words(number.span));
            found.add(Severity::Note, first.span, Some(number.span), message);
        }
        if known.len() < 4 && known.iter().all(|k| k.value != Some(value)) {
            known.push(number);
        }
    }
}

/// What a figure is of, as a key: a person's age, a length of time, a number of things. None if too little is known of it.
fn thing(article: &Article, number: &Number) -> Option<String> {
    let document = article.document;
    match number.kind {
        NumberKind::Age => {
            let whose = number.counted?;
            let at = article.mentions.partition_point(|m| m.span.end() <= whose.start());
            let name = article.mentions.get(at).filter(|m| m.span.overlaps(whose)).and_then(|m| m.name)?;
            Some(format!("age of {name}"))
        }
        _ if number.modifier.is_some() => None,
        // A time that somebody ran, "2:17:01", is a result and no length of one thing.
        NumberKind::Duration if holds(article.words(number.span), ":") => None,
        NumberKind::Duration => Some(format!("duration {}", number.unit?.name())),
        NumberKind::Cardinal => {
            // The thing counted, one word: more would have to be the same in every place.
            let tokens = document.tokens_in(number.counted?);
            let noun = document.tokens.get(tokens.end.checked_sub(1)?).filter(|t| t.kind == TokenKind::Word)?;
            let word = document.word(noun.word);
            (tokens.len() == 1 && word.ends_with('s')).then(|| word.to_owned())
        }
        _ => None,
    }
}

/// Whether two unequal figures are too near to be of two things, and stand too far from each other to be compared.
fn disagree(article: &Article, one: &Number, a: Decimal, other: &Number, b: Decimal) -> bool {
    let document = article.document;
    let sentence = |n: &Number| document.sentence_of(document.token_at(n.span.start()));
    if one.kind == NumberKind::Age {
        return sentence(one) != sentence(other) && a.plus(-b).is_some_and(|d| d < TEN && -d < TEN);
    }
    let (low, high) = (a.min(b), a.max(b));
    // Two round figures are two estimates.
    let precise = |d: Decimal| d.is_whole() && d.mantissa() % 5 != 0;
    let near = || high.plus(-low)?.times(NEAR).map(|d| d <= high);
    sentence(one) != sentence(other) && low >= LEAST && (precise(a) || precise(b)) && near() == Some(true)
}
