//! Quoted words that nobody is named for.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, QuoteKind, Severity};
use crate::lang::listed;
use crate::text::Span;

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
        "You can add to the world (these changes are called “mods” by the engine), and players have used them for years.",
        "This moment of joining is called “the planting phase” in the farm’s process.",
    ],
};

fn run(article: &Article, found: &mut Found) {
    let spoken = |q: &&crate::annotation::Quote| q.kind != QuoteKind::Indirect && q.continues.is_none();
    for quote in article.quotes.iter().filter(spoken) {
        if quote.speaker.is_none() && quote.speaker_name.is_none() && !is_name(article, quote.span) {
            found.add(Severity::Note, quote.span, None, "No source was found for these quoted words.");
        }
    }
}

/// Whether words in marks are what something *is called*: nobody says them.
fn is_name(article: &Article, words: Span) -> bool {
    let before = article.document.tokens_in(words).start.checked_sub(2).and_then(|n| article.document.tokens.get(n));
    before.is_some_and(|t| listed("called dubbed termed nicknamed named", article.document.word(t.word)))
}
