//! A quotation mark or a bracket without its partner.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, MarkReason, Severity};
use crate::lang::listed;
use crate::text::{Range, Span, TokenKind};

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::UnpairedMark,
    run,
    #[cfg(test)]
    examples: &[
        ("They said it was ”over and went home.", "”"),
        ("The bridge (built in 1902 was closed.\n\nThe river rose.", "("),
        ("The bridge, built in 1902), was closed.", ")"),
        ("The bridge [the old one) was closed.", "[ | )"),
        ("The bridge (((built in 1902 was closed.", "((("),
    ],
    #[cfg(test)]
    counter: &[
        "“We will rebuild,” said Ann Lee.",
        "“We will rebuild.\n\n“It takes time,” said Ann Lee.",
        "The bridge (built in 1902) was closed. It is 6' 4\" high.",
        "He gave three reasons: a) cost, b) time and 3) the weather.",
        "It never worked :( but see you there :) and bring (or [if you can] send) a friend.",
    ],
};

fn run(article: &Article, found: &mut Found) {
    for mark in article.marks.iter().filter(|m| m.reason == MarkReason::Unclosed) {
        let message = "This quotation mark has no partner.";
        found.add(Severity::Warning, mark.span, None, message);
    }
    for &paragraph in &article.document.paragraphs {
        brackets(article, paragraph, found);
    }
}

/// The brackets of a paragraph: each closes the last that is open. Those without a partner that stand in a row are one finding.
fn brackets(article: &Article, paragraph: Range, found: &mut Found) {
    let document = article.document;
    let mut open: Vec<(&str, Span)> = Vec::new();
    let mut extra: Vec<Span> = Vec::new();
    for i in paragraph.iter() {
        let Some(token) = document.tokens.get(i).filter(|t| t.kind == TokenKind::Punct) else { continue };
        let opener = match token.span.of(document.text) {
            "(" if is_frown(article, paragraph, i) => continue,
            mark @ ("(" | "[") => {
                open.push((mark, token.span));
                continue;
            }
            ")" => "(",
            "]" => "[",
            _ => continue,
        };
        match open.pop() {
            Some((mark, _)) if mark == opener => {}
            Some((_, first)) => {
                found.add(Severity::Warning, first, Some(token.span), "These brackets don't match.");
            }
            None if is_label(article, paragraph, i) => {}
            None => extra.push(token.span),
        }
    }
    let open: Vec<Span> = open.into_iter().map(|(_, span)| span).collect();
    for (spans, one, more) in [
        (extra, "This bracket was never opened.", "These brackets were never opened."),
        (open, "This bracket is never closed.", "These brackets are never closed."),
    ] {
        for row in spans.chunk_by(|a, b| a.end() == b.start()) {
            let Some(whole) = row.iter().copied().reduce(Span::cover) else { continue };
            found.add(Severity::Warning, whole, None, if row.len() == 1 { one } else { more });
        }
    }
}

/// "a)", "3)" and ":)": what no bracket opens.
fn is_label(article: &Article, paragraph: Range, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|b| paragraph.holds(*b)) else { return true };
    let glued = article.document.tokens.get(i).is_some_and(|t| !t.spaced);
    let label = article.document.tokens.get(before).is_some_and(|t| t.span.len() <= 2);
    glued && label
}

/// ":(" and ":-(": what no bracket closes.
fn is_frown(article: &Article, paragraph: Range, i: usize) -> bool {
    let tokens = &article.document.tokens;
    let eyes = i.checked_sub(1).filter(|b| paragraph.holds(*b)).and_then(|b| tokens.get(b));
    let glued = |at: usize| tokens.get(at).is_some_and(|t| !t.spaced);
    let text = article.document.text;
    glued(i) && eyes.is_some_and(|t| listed(": ; -", t.span.of(text))) && !(paragraph.holds(i + 1) && glued(i + 1))
}
