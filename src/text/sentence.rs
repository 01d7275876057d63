//! Paragraphs and sentences, as ranges of tokens.

use super::{Abbreviation, Case, Orthography, Range, Span, Token, TokenKind, holds, is_quote_mark, lower_case};

/// A line this long that ends in the middle of a sentence was wrapped by a machine, not by a writer.
const WRAPPED: usize = 55;

/// Whether the blank between two tokens ends a paragraph: any line break, unless the line looks hard-wrapped.
fn breaks_paragraph(text: &str, last: &Token, next: &Token, line_start: u32) -> bool {
    let gap = Span::new(last.span.end(), next.span.start()).of(text);
    let mut before = ' ';
    let breaks = |c: &char| {
        let goes_on = *c == '\n' && before == '\r';
        before = *c;
        matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}') && !goes_on
    };
    let breaks = gap.chars().filter(breaks).count();
    if breaks > 1 || holds(gap, "\u{2029}") {
        return true;
    }
    let long = (last.span.end() - line_start) as usize >= WRAPPED;
    let open =
        matches!(last.kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic) || last.span.of(text) == ",";
    breaks == 1 && !(long && open && next.case == Case::Lower)
}

/// Paragraphs as token ranges: together they hold every token.
pub(super) fn paragraphs(text: &str, tokens: &[Token]) -> Vec<Range> {
    let mut found = Vec::new();
    let (mut start, mut line_start) = (0, 0);
    for i in 1..tokens.len() {
        if !tokens[i].spaced {
            continue;
        }
        let (last, next) = (&tokens[i - 1], &tokens[i]);
        let gap = &text.as_bytes()[last.span.end() as usize..next.span.start() as usize];
        if !gap.iter().any(|&b| matches!(b, b'\n' | b'\r' | 0xb | 0xc) || b >= 0x80) {
            continue;
        }
        if breaks_paragraph(text, last, next, line_start) {
            found.push(Range { start: start as u32, end: i as u32 });
            start = i;
        }
        if gap.iter().any(|&b| matches!(b, b'\n' | b'\r')) {
            line_start = next.span.start();
        }
    }
    if start < tokens.len() {
        found.push(Range { start: start as u32, end: tokens.len() as u32 });
    }
    found
}

/// Sentences of one paragraph. A closing quotation mark belongs to the sentence that it ends; a full stop inside closing
/// marks ends nothing if a lower-case word follows (`“Who?” he asked`).
pub(super) fn sentences(
    text: &str,
    tokens: &[Token],
    lower: impl Fn(&Token) -> bool,
    o: &Orthography,
    paragraph: Range,
    out: &mut Vec<Range>,
) {
    let (mut start, end) = (paragraph.start as usize, paragraph.end as usize);
    let mut i = start;
    while i < end {
        let token = &tokens[i];
        i += 1;
        let ends = match token.kind {
            TokenKind::Punct => {
                matches!(token.span.of(text).as_bytes(), [b'.' | b'!' | b'?', ..]) || token.span.of(text) == "…"
            }
            TokenKind::Word => token.span.of(text).ends_with('.'),
            _ => false,
        };
        if !ends {
            continue;
        }
        let abbreviated = token.kind == TokenKind::Word;
        let mut closed = false;
        while i < end && !tokens[i].spaced && is_closer(tokens[i].span.of(text)) {
            closed = true;
            i += 1;
        }
        let Some(next) = tokens.get(i).filter(|_| i < end) else { break };
        let opener = tokens[i..end].iter().find(|t| !t.span.of(text).starts_with(is_quote_mark)).unwrap_or(next);
        let starts = match opener.kind {
            TokenKind::Word => opener.case != Case::Lower,
            TokenKind::Number | TokenKind::Link | TokenKind::Symbol => true,
            TokenKind::Punct => !matches!(opener.span.of(text), "," | ";" | ":" | ")" | "—" | "–" | "--"),
            TokenKind::Clitic => false,
        };
        if next.spaced && starts && (closed || !abbreviated || may_end(text, token, opener, &lower, o)) {
            out.push(Range { start: start as u32, end: i as u32 });
            start = i;
        }
    }
    if start < end {
        out.push(Range { start: start as u32, end: end as u32 });
    }
}

fn is_closer(mark: &str) -> bool {
    matches!(mark, ")" | "]" | "''") || mark.starts_with(is_quote_mark)
}

fn may_end(text: &str, token: &Token, next: &Token, lower: &impl Fn(&Token) -> bool, o: &Orthography) -> bool {
    let word = token.span.of(text);
    let name = lower_case(word.trim_end_matches('.'));
    // A single initial leads a surname; an acronym (U.S.) may end a sentence.
    let leads = (o.abbreviation)(&name).map_or(name.chars().count() == 1, |kind| kind != Abbreviation::MayEnd);
    !leads && lower(next)
}
