//! Quoted words that nobody is named for.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, QuoteKind, Severity};

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::UnattributedQuote,
    run,
    #[cfg(test)]
    examples: &[(
        "The bridge closed in May.\n\n“We were never told a thing about it.”",
        "We were never told a thing about it.",
    )],
    #[cfg(test)]
    counter: &[
        "“We will rebuild,” said Ann Lee.",
        "“We will rebuild,” said Ann Lee. “We begin on Monday.”",
        "“We will rebuild,” said Ann Lee. “It takes time.\n\n“And it takes money,” she said.",
        "“We will rebuild,” a spokesman said.",
        "She read “The Old Bridge” twice.",
    ],
};

fn run(article: &Article, found: &mut Found) {
    let spoken = |q: &&crate::annotation::Quote| q.kind != QuoteKind::Indirect && q.continues.is_none();
    for quote in article.quotes.iter().filter(spoken) {
        if quote.speaker.is_none() && quote.speaker_name.is_none() {
            found.add(Severity::Note, quote.span, None, "No source was found for these quoted words.");
        }
    }
}
