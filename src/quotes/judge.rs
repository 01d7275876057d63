//! Quote or not: what marks hold that nobody said, and why.

use super::marks::Segment;
use super::view::View;
use crate::annotation::MarkReason;
use crate::lang::listed;
use crate::lang::speech::{
    AUXILIARY, CALL, CONJUNCTION, DETERMINER, NICK, PERSON, PREPOSITION, PRONOUN, SAY, SLOGAN, TERM, WORK,
};
use crate::text::{Case, Document, TokenKind};

/// How many words a segment holds.
pub fn words(document: &Document, segment: &Segment) -> usize {
    let wordy = |i: usize| {
        document.tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number | TokenKind::Link))
    };
    segment.tokens.iter().filter(|&i| wordy(i)).count()
}

/// Whether every word but the small ones begins with a capital.
pub fn title_case(document: &Document, segment: &Segment) -> bool {
    let mut capitals = 0;
    for i in segment.tokens.iter().take(12) {
        let Some(token) = document.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else { continue };
        let small = listed("a an the of in on to for and or with at by from vs is de", document.lower(i));
        match token.case {
            Case::Lower if !small => return false,
            Case::Lower => {}
            _ => capitals += 1,
        }
    }
    capitals > 0 && segment.tokens.end - segment.tokens.start <= 12
}

/// The last character between the marks.
pub fn last_mark<'d>(document: &'d Document, segment: &Segment) -> &'d str {
    document.str((segment.tokens.end as usize).saturating_sub(1))
}

/// Whether one of the three items before `k` is of a kind, with nothing but small words between.
fn led_by(view: &View, k: usize, kinds: u32) -> bool {
    for b in (k.saturating_sub(3)..k).rev() {
        if view.is(b, kinds) {
            return true;
        }
        if !(view.is(b, DETERMINER | PREPOSITION | AUXILIARY) || listed(", : 's ’s", view.str(b))) {
            return false;
        }
    }
    false
}

/// Why the segment at item `k` would be no quote, from the words around it.
pub fn reason(view: &View, k: usize, segment: &Segment) -> MarkReason {
    let document = view.document;
    let titled = title_case(document, segment);
    let count = words(document, segment);
    match () {
        () if k > 0 && view.capital(k - 1) && view.capital(k + 1) && count <= 2 => MarkReason::Nickname,
        () if led_by(view, k, SLOGAN) => MarkReason::Motto,
        // *best known for “The Crown”*
        () if led_by(view, k, WORK) || titled && k > 0 && view.lower(k - 1) == "for" => MarkReason::Title,
        () if led_by(view, k, NICK) && titled => MarkReason::Nickname,
        () if led_by(view, k, TERM) || so_called(view, k) => MarkReason::Term,
        () if titled && k > 0 && view.is(k - 1, DETERMINER) && document.tokens_in(segment.span).len() > 1 => {
            MarkReason::Name
        }
        () if titled && (count > 1 || (k > 0 && view.is(k - 1, PREPOSITION))) => MarkReason::Title,
        () => MarkReason::Scare,
    }
}

/// Whether marks surely hold no speech, whatever a model says: a value in markup, a motto called one, a stage direction.
pub fn never(view: &View, k: usize, segment: &Segment) -> bool {
    if aside(view.document, segment) {
        return true;
    }
    let Some(before) = k.checked_sub(1) else { return false };
    let motto = (before.saturating_sub(1)..k).any(|b| listed("motto slogan tagline", view.lower(b)));
    motto || view.str(before) == "=" || so_called(view, k) || introduced(view, before) || listed_title(view, k, segment)
}

/// Whether a title stands right before an *and* or comma: *the book “Fleet” and “Marsh”*.
fn listed_title(view: &View, k: usize, segment: &Segment) -> bool {
    let joined = k > 1 && listed("and or & ,", view.lower(k - 1)) && title_case(view.document, segment);
    let first = view.segment(k.wrapping_sub(2)).and_then(|s| view.segments.get(s)).filter(|_| joined);
    first.is_some_and(|first| reason(view, k - 2, first) == MarkReason::Title)
}

/// Whether round brackets hold all that stands between the marks: *(Applause.)*
fn aside(document: &Document, segment: &Segment) -> bool {
    let (first, last) = (segment.tokens.start as usize, (segment.tokens.end as usize).saturating_sub(1));
    let end = if document.str(last) == "." { last.saturating_sub(1) } else { last };
    document.str(first) == "(" && (first + 1..first + 6).contains(&end) && document.str(end) == ")"
}

/// Whether a thing with *a* is called by what stands in the marks: *a process called “curing”*.
fn introduced(view: &View, called: usize) -> bool {
    let noun =
        called.checked_sub(1).filter(|&n| view.case(n) == Case::Lower && !view.is(n, PRONOUN | AUXILIARY | PERSON));
    listed("called dubbed termed nicknamed", view.lower(called))
        && noun.is_some_and(|n| (n.saturating_sub(2)..n).any(|i| matches!(view.lower(i), "a" | "an")))
}

/// Whether *so-called* stands right before.
fn so_called(view: &View, k: usize) -> bool {
    k >= 3 && view.lower(k - 1) == "called" && view.str(k - 2) == "-" && view.lower(k - 3) == "so"
}

/// What has so many words is no title or term.
const CLAUSE: usize = 5;

/// Whether marks surely hold speech, however short: an end or pause, and a verb of speech right behind or behind a name
/// (*“No,” said Ivy*, *“Run!” Mayor Ivy Lee shouted*) or before a colon; a sentence by itself; a clause that opens a paragraph and pauses,
/// whatever the verb behind it; or a headline that goes on behind a colon.
pub fn surely(view: &View, k: usize, segment: &Segment) -> bool {
    let said = |i: usize| view.is(i, SAY) && view.cue(i);
    let first = (k + 1..k + 5).find(|&i| !view.capital(i) && !view.is(i, PRONOUN)).unwrap_or(k + 1);
    let pauses = listed(", ? ! … ... — –", last_mark(view.document, segment));
    let outside = view.str(k + 1) == "," && said(k + 2);
    let opens = view.paragraphs.get(segment.paragraph as usize).is_some_and(|p| p.start as usize == k);
    let led = k > 1 && view.str(k - 1) == ":" && said(k - 2);
    // *“We are done.”* is a sentence by itself, or, as a paragraph, a crosshead.
    let crosshead = opens && view.paragraphs.get(segment.paragraph as usize).is_some_and(|p| p.end as usize == k + 1);
    let alone = view.sentence_start(k) == k && view.sentence_end(k) == k + 1 && !crosshead;
    let sentence = alone && listed(". ! ?", last_mark(view.document, segment)) && !title_case(view.document, segment);
    let clause = opens && pauses && words(view.document, segment) >= CLAUSE;
    // *“The evidence,” the coroner, Ann Lee, told the court, “is thin.”*
    let split = || {
        let next = (k + 1..view.sentence_end(k)).find(|&i| view.segment(i).is_some());
        next.is_some_and(|next| (k + 1..next).any(said))
    };
    let parted = view.sentence_start(k) == k && pauses && !title_case(view.document, segment) && split();
    let headline = opens && view.str(k + 1) == ":" && words(view.document, segment) > 2;
    outside || led || sentence || headline || clause || parted || (pauses && said(first))
}

/// Whether the segment at item `k` is a quote, by the rules; `sourced` tells that a cue with a source was found for it.
pub fn is_quote(view: &View, k: usize, segment: &Segment, sourced: bool) -> bool {
    let document = view.document;
    let count = words(document, segment);
    let last = last_mark(document, segment);
    let ends = listed(". , ! ? … ... — – --", last);
    let cue_beside = (k > 0 && view.is(k - 1, SAY))
        || (k > 1 && matches!(view.str(k - 1), "," | ":") && view.is(k - 2, SAY))
        || view.cue(k + 1);
    if never(view, k, segment) {
        return false;
    }
    if segment.continues || !segment.closed || surely(view, k, segment) {
        return true;
    }
    if reason(view, k, segment) == MarkReason::Motto && count < 8 {
        return false;
    }
    if title_case(document, segment) && count <= 8 {
        let led = led_by(view, k, WORK | TERM | NICK) || (k > 0 && view.is(k - 1, DETERMINER | PREPOSITION));
        return !led && (cue_beside || (sourced && count == 1 && ends));
    }
    if count >= 5 {
        return true;
    }
    if led_by(view, k, TERM | NICK) && !ends {
        return false;
    }
    let led_by_call = (k.saturating_sub(4)..k).any(|b| view.is(b, CALL | SAY));
    sourced
        || cue_beside
        || (ends && last != "," && count > 1)
        || (led_by_call && count > 1)
        || (count >= 3 && k > 0 && !view.is(k - 1, DETERMINER | CONJUNCTION))
}
