//! A date after the article's own that is told as past.

use super::{Article, Found, Rule, day};
use crate::annotation::{CheckKind, NumberKind, Severity};
use crate::lang::listed;
use crate::text::{Case, whole};

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::DateAhead,
    run,
    #[cfg(test)]
    examples: &[
        ("The bridge collapsed on 12 December 2016, killing two.", "12 December 2016"),
        ("He was born on 3 March 2018 in Leeds.", "3 March 2018"),
    ],
    #[cfg(test)]
    counter: &[
        "The bridge collapsed on 12 December 2015, killing two.",
        "The bridge will open on 12 December 2016.",
        "The vote was postponed to 12 December 2016.",
        "The tour, which began in May, ends on 12 December 2016.",
        "The bridge collapsed in December.",
    ],
};

/// Words that look ahead: with one of them in its sentence a later date is as it should be.
const AHEAD: &str = "\
    ahead announced before beginning between by can close closes could deadline deadlines delayed due effective end ending ends \
    expected expire expires extended for forecast from future going if is may might must next open opens plan planned planning \
    plans postponed projected promised proposed released rescheduled scheduled set shall should slated start starting starts \
    through till to unless until upcoming valid when will would";

/// So many tokens on either side of a date are read: no sentence of news is longer.
const REACH: usize = 60;

fn run(article: &Article, found: &mut Found) {
    let Some(published) = article.reference else { return };
    let document = article.document;
    for number in article.numbers.iter().filter(|n| matches!(n.kind, NumberKind::Date | NumberKind::Datetime)) {
        let Some(date) = number.iso.as_deref().and_then(day).filter(|d| *d > published) else { continue };
        let tokens = document.tokens_in(number.span);
        // A year in words of its own: what was resolved against the article's date says nothing new.
        let year = tokens.clone().any(|i| whole(document.str(i)) == Some(date.year()));
        let Some(sentence) = document.sentences.get(document.sentence_of(tokens.start)).filter(|_| year) else {
            continue;
        };
        let near = tokens.start.saturating_sub(REACH)..tokens.end + REACH;
        let told = sentence
            .iter()
            .skip(near.start.saturating_sub(sentence.start as usize))
            .take(near.len())
            .filter(|i| !tokens.contains(i));
        let looks_ahead = |i: usize| listed(AHEAD, document.lower(i)) || document.lower(i).ends_with("'ll");
        let verb =
            |i: usize| document.tokens.get(i).is_some_and(|t| t.case == Case::Lower) && is_past(document.lower(i));
        if !told.clone().any(looks_ahead) && told.clone().any(verb) {
            found.add(
                Severity::Warning,
                number.span,
                None,
                "This date lies after the article’s own, and is told as past.",
            );
        }
    }
}

/// Whether a word may be a verb in the past.
fn is_past(word: &str) -> bool {
    (word.ends_with("ed") && word.len() > 4)
        || listed("was were had did said told died won fell began became came went took", word)
}
