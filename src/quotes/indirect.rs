//! Reported content without marks, by the rules: a cue with its source and a clause.

use super::cue::{Attribution, according, cue_range, passive, source_of};
use super::phrase::nominal;
use super::view::View;
use crate::lang::speech::{
    ADVERB, AUXILIARY, BODY, CALL, CONJUNCTION, DETERMINER, KNOW, PAPER, PERSON, PREPOSITION, PRONOUN, RELATIVE, SAY,
    SUBORDINATOR, THINK, TIME, TOLD, URGE,
};
use crate::text::{Case, Range, TokenKind};

/// Reported content, as a range of items, and who reports it.
#[derive(Debug, Clone, Copy)]
pub struct Report {
    /// The clause.
    pub content: Range,
    /// Cue and source.
    pub by: Attribution,
}

impl Report {
    /// The same, so many items further on, modulo 2^32.
    pub(super) fn moved(&self, by: u32) -> Self {
        Self { content: self.content.moved(by), by: self.by.moved(by) }
    }
}

/// All indirect speech of a paragraph, sentence by sentence.
pub fn find(view: &View, paragraph: Range) -> Vec<Report> {
    let mut found = Vec::new();
    let mut i = paragraph.start as usize;
    while i < paragraph.end as usize {
        let end = view.sentence_end(i).min(paragraph.end as usize).max(i + 1);
        sentence(view, i, end, &mut found);
        i = end;
    }
    found
}

fn sentence(view: &View, start: usize, end: usize, found: &mut Vec<Report>) {
    let mut taken = start;
    let mut c = start;
    while c < end {
        if let Some(report) = view.cue(c).then(|| report(view, c, (start, end), taken)).flatten() {
            taken = (report.content.end as usize).max(c + 1);
            found.push(report);
            c = taken;
        } else {
            c += 1;
        }
    }
}

fn clause(view: &View, start: usize, end: usize) -> Option<Range> {
    let mut end = end;
    while end > start && matches!(view.str(end - 1), "," | "." | ";" | "!" | "?" | ":" | "…" | "..." | "—" | "–")
    {
        end -= 1;
    }
    let quoted = (start..end).any(|k| view.segment(k).is_some());
    let verb = (start..end).any(|k| {
        view.is(k, AUXILIARY | SAY | THINK | CALL | KNOW)
            || view.lower(k).ends_with("ed")
            || view.lower(k).ends_with('s')
    });
    (end >= start + 3 && !quoted && verb).then_some(Range { start: start as u32, end: end as u32 })
}

/// What a model takes for reported content, without its *that*, if it is a clause that somebody may have said: a summary
/// in a noun phrase (*criticised the plan*) is none, and what somebody found or showed is a fact.
pub fn whole_clause(view: &View, cue: usize, content: Range) -> Option<Range> {
    let (mut start, end) = (content.start as usize, content.end as usize);
    if view.lower(start) == "that" {
        start += 1;
    }
    if view.is(cue, KNOW) {
        return None;
    }
    let content = clause(view, start, end)?;
    let infinitive = view.lower(start) == "to" && view.is(cue, URGE);
    let finite = content.iter().skip(1).any(|k| {
        view.is(k, AUXILIARY) && view.lower(k) != "to"
            || view.cue(k) && !view.lower(k).ends_with("ing")
            || verb_like(view, k)
    });
    let phrase = view.is(start, PREPOSITION | SUBORDINATOR) && !view.capital(start);
    if !unmarked(view, content) {
        return None;
    }
    (infinitive || (finite && !phrase && view.lower(start) != "to")).then_some(content)
}

/// Whether content that is no clause may sum up what was said: no infinitive (*declined to comment*), not whom somebody quoted, and
/// not where or when it was said (*was reported on the ground*), not whom a quote was told (*“…?” Lee asked the lawyer*), not on what
/// occasion (*Reacting to the charge, Lee said*), and not who said the quote before the cue (*“…,” said one, a baker*).
pub fn summary(view: &View, cue: usize, content: Range) -> bool {
    let quoting = matches!(view.lower(cue), "quoted" | "quotes" | "quoting");
    let phrase = content.end > content.start + 1 && view.lower(content.start as usize) != "to";
    let passive = matches!(view.lower(cue), "is" | "are" | "was" | "were" | "been" | "being")
        && (cue + 1..cue + 3).any(|k| view.lower(k).ends_with("ed") && view.is(k + 1, PREPOSITION));
    let turned = cue > 0 && view.segment(cue - 1).is_some() && view.is(cue, SAY);
    let asked = view.is(cue, TOLD) && content.start as usize == cue + 1;
    let addressed = asked && (view.sentence_start(cue).saturating_sub(1)..cue).any(|k| view.segment(k).is_some());
    let first = content.start as usize;
    let led = view.is(first, PREPOSITION) || view.lower(first).ends_with("ing") && view.is(first + 1, PREPOSITION);
    let occasion = led && first < cue && first == view.sentence_start(first);
    let reports = view.cue(first) && view.lower(first).ends_with("ing");
    phrase && !quoting && !passive && !turned && !addressed && !occasion && !reports && unmarked(view, content)
}

/// Whether a cue gives a thing its name: *a site called Abri Peyrony*. What *critics called* the plan is said of it.
pub fn names(view: &View, cue: usize) -> bool {
    let speaks = PERSON | BODY | PAPER | PRONOUN | RELATIVE | AUXILIARY | ADVERB | CONJUNCTION | DETERMINER;
    let thing = |k: usize| view.case(k) == Case::Lower && !view.is(k, speaks) && !view.lower(k).ends_with("ly");
    matches!(view.lower(cue), "called" | "named" | "dubbed" | "nicknamed" | "titled") && cue > 0 && thing(cue - 1)
}

/// Whether no quoted words stand in some content or, in its sentence, right behind it.
fn unmarked(view: &View, content: Range) -> bool {
    let last = (content.end as usize).saturating_sub(1);
    let goes_on = |k: usize| k <= last || view.sentence(k) == view.sentence(last);
    !(content.start as usize..last + 4).any(|k| view.segment(k).is_some() && goes_on(k))
}

/// Reported content up to the clause that reports anew (*… has a plan, and he insisted that …*): `reports` tells which words do.
pub fn until(view: &View, content: Range, reports: impl Fn(usize) -> bool) -> Range {
    let start = content.start as usize;
    // *… and is expected to*, *…, reported by*: more of the same.
    let anew = |k: usize| {
        reports(k) && view.lower(k + 1) != "by" && !passive(view, Range { start: k as u32, end: k as u32 + 4 })
    };
    // Back over the subject and what leads to the verb.
    let subject = |k: usize| nominal(view, k) || view.is(k, PRONOUN | ADVERB | AUXILIARY);
    let joint = |cue: usize| (start + 3..cue).rev().take(6).find(|&k| !subject(k));
    let ends = |k: usize| view.is(k, CONJUNCTION) || matches!(view.lower(k), "," | ";" | "while");
    let before = |cue: usize| joint(cue).filter(|&k| ends(k)).and_then(|k| clause(view, start, k));
    content.iter().filter(|&k| anew(k)).find_map(before).unwrap_or(content)
}

/// Where the clause that begins at `start` ends: at a cut that returns to the reporter, or with the sentence.
fn clause_end(view: &View, start: usize, end: usize) -> usize {
    (start + 2..end)
        .find(|&k| {
            let comma = view.str(k) == ",";
            let cue = view.cue(k + 1) && view.lower(k + 1).ends_with("ing");
            comma && (cue || according(view, k + 1))
                || view.str(k) == ";"
                || (view.str(k) == ":" && view.segment(k + 1).is_some())
                || (comma && view.is(k + 1, PRONOUN) && view.cue(k + 2) && k + 4 >= end)
        })
        .unwrap_or(end)
}

fn report(view: &View, c: usize, (start, end): (usize, usize), taken: usize) -> Option<Report> {
    let by = |source: Range, confidence, rule| Attribution {
        cue: Some(cue_range(view, c)),
        source: Some(source),
        confidence,
        rule,
    };
    if according(view, c) {
        let source = source_of(view, c, false)?;
        let behind = source.end as usize;
        // According to X, CLAUSE.
        if c == start || (c == start + 1 && !view.capital(c)) {
            let comma = (behind..end.min(behind + 12)).find(|&k| view.str(k) == ",")?;
            let content = clause(view, comma + 1, clause_end(view, comma + 1, end))?;
            return Some(Report { content, by: by(source, 70, "according to") });
        }
        let content = clause(view, taken, c)?;
        return Some(Report { content, by: by(source, 70, "according to") });
    }
    if view.is(c, KNOW) {
        return None;
    }
    // CLAUSE, X said.
    let comma = (taken + 3..c).rev().take(14).find(|&k| view.str(k) == ",");
    let comma = comma.filter(|comma| !view.is(comma + 1, CONJUNCTION));
    let tail = (c + 1..end).all(|k| {
        view.kind(k) == TokenKind::Punct
            || view.is(k, TIME | PREPOSITION | DETERMINER | ADVERB)
            || view.capital(k)
            || view.kind(k) == TokenKind::Number
            || view.is(k, PERSON | BODY | PAPER)
    });
    if let Some(comma) = comma.filter(|_| tail && view.is(c, SAY | THINK)) {
        let source = source_of(view, c, comma + 1 == c)?;
        let beside = source.start as usize > comma;
        if beside && let Some(content) = clause(view, taken, comma) {
            return Some(Report { content, by: by(source, 65, "reporting verb") });
        }
    }
    let source = source_of(view, c, false)?;
    if source.end as usize > c {
        return None;
    }
    // X urged Y to do Z.
    if view.is(c, URGE) {
        let to = (c + 1..end.min(c + 10))
            .take_while(|&k| view.segment(k).is_none() && view.str(k) != ",")
            .find(|&k| view.lower(k) == "to");
        let that = (c + 1..end.min(c + 6)).any(|k| view.lower(k) == "that");
        if let Some(to) =
            to.filter(|&t| !that && view.case(t + 1) == Case::Lower && !view.is(t + 1, DETERMINER | PRONOUN))
        {
            // What is urged ends where a finite verb goes on about who urges (*… to accept it and reiterated*).
            let end = (to + 2..end)
                .find(|&k| view.is(k, CONJUNCTION) && view.cue(k + 1) && view.lower(k + 1).ends_with("ed"))
                .unwrap_or(end);
            let end = clause_end(view, to, end);
            let content = clause(view, to, end).or_else(|| {
                (end > to + 1 && !(to..end).any(|k| view.segment(k).is_some()))
                    .then_some(Range { start: to as u32, end: end as u32 })
            })?;
            return Some(Report { content, by: by(source, 55, "reporting verb") });
        }
    }
    if !view.is(c, SAY | THINK) {
        return None;
    }
    // X said (on Monday) that CLAUSE.
    // Behind a noun a *that* with its verb is relative: *the remarks that were made*; behind another cue it is that one's.
    let relative = |k: usize| k > c + 1 && view.is(k + 1, AUXILIARY);
    let that = (c + 1..end.min(c + 12)).take_while(|&k| view.segment(k).is_none() && !view.cue(k));
    let that = that.filter(|&k| !relative(k)).find(|&k| view.lower(k) == "that");
    let begin = if let Some(that) = that {
        that + 1
    } else {
        let mut k = c + 1;
        while k < end && view.is(k, TIME) && (view.capital(k) || view.is(k, ADVERB)) {
            k += 1;
        }
        let opens = view.capital(k)
            || view.is(k, DETERMINER | PRONOUN | SUBORDINATOR)
            || matches!(view.lower(k), "there" | "what" | "how" | "why" | "if")
            || view.kind(k) == TokenKind::Number
            || view.lower(k).ends_with('s');
        if !opens || view.is(k, PREPOSITION) && !view.capital(k) {
            return None;
        }
        // *Told the press the drugs were new*: behind whom it was told.
        let whole = |to: usize| (k..to).all(|i| view.kind(i) == TokenKind::Word && !view.is(i, PREPOSITION));
        let told = view.is(c, TOLD).then(|| (k + 1..k + 4).find(|&i| view.is(i, DETERMINER | PRONOUN))).flatten();
        told.filter(|&to| whole(to)).unwrap_or(k)
    };
    // *When X said so, Y left*: the report ends with its clause.
    let opens = view.is(start, SUBORDINATOR) && !(start..c).any(|k| view.str(k) == ",");
    let end = (begin + 2..end).find(|&k| opens && view.str(k) == ",").unwrap_or(end);
    let content = clause(view, begin, clause_end(view, begin, end))?;
    let finite = content
        .iter()
        .skip(1)
        .any(|k| view.is(k, AUXILIARY | SAY | THINK) || view.lower(k).ends_with("ed") || verb_like(view, k));
    (finite || that.is_some()).then_some(Report { content, by: by(source, 60, "reporting verb") })
}

/// A word in *-s* or *-ed* between a noun and what an object or adverbial begins with may be the verb of a clause.
fn verb_like(view: &View, k: usize) -> bool {
    let word = view.lower(k);
    let next = view.is(k + 1, DETERMINER | PRONOUN | ADVERB) || view.capital(k + 1) || view.lower(k + 1) == "to";
    let behind_noun =
        k > 0 && !view.is(k - 1, DETERMINER | PREPOSITION | RELATIVE | CONJUNCTION) && view.str(k - 1) != ",";
    view.case(k) == Case::Lower && (word.ends_with('s') || word.ends_with("ed")) && next && behind_noun
}
