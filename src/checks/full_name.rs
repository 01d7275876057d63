//! A person who is never given by more than one name.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, EntityType, Severity};
use crate::lang::en::names::Lexeme;
use crate::lang::listed;
use crate::text::lower_case;

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::NeverInFull,
    run,
    #[cfg(test)]
    examples: &[
        ("Police said on Friday that Mr Whitcombe was not hurt.", "Whitcombe"),
        ("The report blames Minister Okonkwo for the delay.", "Okonkwo"),
    ],
    #[cfg(test)]
    counter: &[
        "Police said Sarah Whitcombe was not hurt. Whitcombe was at home.",
        "Sarah Whitcombe and her son Barnaby were ill. Her husband Crispin was not.",
        "King Charles and Pope Francis met in Rome.",
        "The Whitcombes left. Sarah Whitcombe and Ann Whitcombe were ill.",
        "What did you see?\n\nMS We saw the river rise.\n\nMS The bridge held.",
        "Police spoke to a man known as Mr. A on Friday.",
        "Colin Ferris, Lord Strathyre, heard the case. Later Lord Strathyre spoke to singer Jillova.",
        "The party chose candidate Thomas (Tom) Okonkwo. It had asked [Prime Minister Anneli] Whitcombe first.",
    ],
};

/// Titles and trades of those who go by one name.
const ONE_NAME: &str = "baron baroness composer duchess duke earl emir emperor empress footballer king lady lord musician painter pope \
    prince princess queen rapper saint singer st sultan swami";

/// Titles of relatives, whose surname goes without saying.
const KIN: &str =
    "aunt brother cousin daughter father grandfather grandmother husband mother sister son uncle widow wife";

fn run(article: &Article, found: &mut Found) {
    let document = article.document;
    for name in article.names.iter().filter(|n| n.kind == EntityType::Person && n.house_id.is_none()) {
        let Some(first) = name.mentions.first().and_then(|m| article.mentions.get(*m as usize)) else { continue };
        let single = name.name.split([' ', '-', '.']).count() == 1;
        if !single
            || name.name.chars().count() == 1
            || first.house.is_some()
            || Lexeme::of(&lower_case(&name.name)).is(Lexeme::TITLE)
        {
            continue;
        }
        // Only who is surely a person: a title stands before a mention, or the text calls them nothing else twice.
        let mentions = || name.mentions.iter().take(16).filter_map(|m| article.mentions.get(*m as usize));
        let before = |m: &crate::annotation::Mention| {
            document.tokens_in(m.span).start.checked_sub(1).map_or("", |i| document.lower(i))
        };
        // "MS" before what somebody says in an interview are their initials.
        let initials = |m: &crate::annotation::Mention| {
            let title = document.tokens_in(m.span).start.checked_sub(1).and_then(|i| document.tokens.get(i));
            let title = title.map_or("", |t| t.span.of(document.text));
            Lexeme::of(&lower_case(title)).is(Lexeme::HONORIFIC) && !title.chars().any(char::is_lowercase)
        };
        // "James (Jim) Hedges": the name goes on behind the bracket.
        let goes_on = |m: &crate::annotation::Mention| {
            let next = document.tokens_in(m.span).end;
            matches!(document.str(next), "(" | "]")
        };
        let single_named = |w: &str| listed(ONE_NAME, w.trim_end_matches('.'));
        let titled = |w: &str| !listed(KIN, w) && Lexeme::of(w).is(Lexeme::HONORIFIC.or(Lexeme::TITLE));
        let family = mentions().any(|m| before(m) == "the");
        if family
            || mentions().any(|m| single_named(before(m)) || goes_on(m))
            || !mentions().any(|m| titled(before(m)) && !initials(m) && m.confidence.0 >= 70)
        {
            continue;
        }
        let message = format!("“{}” is never given in full.", name.name);
        found.add(Severity::Note, first.span, None, message);
    }
}
