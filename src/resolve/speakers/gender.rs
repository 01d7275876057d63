//! Whether a name is a man's or a woman's, as far as the article and first names tell.

use crate::annotation::{EntityType, Mention, Name};
use crate::lang::listed;
use crate::lang::speech::{FEMALE, HE, Lexicon, MALE, SHE};
use crate::text::{Document, Span, lower_case};

/// What a pronoun asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// *he*
    Male,
    /// *she*
    Female,
}

/// Whether one of some spans, in order, holds another.
fn inside(spans: &[Span], span: Span) -> bool {
    let place = spans.partition_point(|s| s.end() <= span.start());
    spans.get(place).is_some_and(|s| s.contains(span))
}

/// How far behind a mention its pronoun is looked for, in tokens.
const AHEAD: usize = 24;

/// The gender of every name, if known: titles and roles beside a mention count most, then the first name, then the
/// pronouns that follow, but not those in `quoted` words, which are about others than the speaker.
pub(super) fn of_names(
    document: &Document,
    lexicon: &Lexicon,
    given: &Lexicon,
    mentions: &[Mention],
    names: &[Name],
    quoted: &[Span],
) -> Vec<Option<Gender>> {
    let mut votes = vec![0i32; names.len()];
    let mut people = mentions.iter().filter(|m| m.kind == EntityType::Person).peekable();
    while let Some(mention) = people.next() {
        let Some(vote) = mention.name.and_then(|n| votes.get_mut(n as usize)) else { continue };
        let tokens = document.tokens_in(mention.span);
        let side = |kinds: u32, weight: i32| match kinds & (MALE | FEMALE) {
            MALE => weight,
            FEMALE => -weight,
            _ => 0,
        };
        for title in tokens.start.saturating_sub(2)..tokens.start {
            *vote += side(lexicon.at(document, title), 8);
        }
        if tokens.len() > 1 {
            *vote += side(given.at(document, tokens.start), 4);
        }
        let stop = people.peek().map_or(usize::MAX, |next| document.token_at(next.span.start()));
        for i in tokens.end..(tokens.end + AHEAD).min(stop).min(document.tokens.len()) {
            let kinds = lexicon.at(document, i);
            let word = document.lower(i);
            if kinds & (HE | SHE) != 0 && inside(quoted, document.span(i..i + 1)) {
                continue;
            }
            if kinds & HE != 0 || listed("his him himself", word) {
                *vote += 1;
                break;
            }
            if kinds & SHE != 0 || matches!(word, "her" | "herself") {
                *vote -= 1;
                break;
            }
        }
    }
    for (vote, name) in votes.iter_mut().zip(names) {
        for word in name.role.iter().flat_map(|r| r.split(' ')) {
            let kinds = document.find(&lower_case(word)).map_or(0, |id| lexicon.of(id));
            *vote += i32::from(kinds & MALE != 0) * 8 - i32::from(kinds & FEMALE != 0) * 8;
        }
    }
    votes
        .into_iter()
        .map(|vote| match vote {
            1.. => Some(Gender::Male),
            0 => None,
            _ => Some(Gender::Female),
        })
        .collect()
}
