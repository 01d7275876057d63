//! Cues and their sources by place: the rules of the build without models, and the last word where a model is silent.

use super::phrase::{self, verbal};
use super::view::{NONE, View};
use crate::lang::listed;
use crate::lang::speech::{
    ADVERB, AUXILIARY, CALL, CONJUNCTION, DETERMINER, KNOW, PREPOSITION, PRONOUN, RELATIVE, SAY, THINK, TIME, TOLD,
    URGE,
};
use crate::text::{Case, Range, TokenKind};

/// A reporting word and who reports, as ranges of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The reporting words, if there are any.
    pub cue: Option<Range>,
    /// The source, if one is written.
    pub source: Option<Range>,
    /// How sure, in per cent.
    pub confidence: u8,
    /// Why, in a word a reader understands.
    pub rule: &'static str,
}

/// The rules of *X quoted Y as saying*, *X was told by Y*, *“…” That was the verdict of Y* and *“…,” one said*, which are surer than
/// any model.
pub const SURE: [&str; 4] = ["quoted as saying", "told by", SUMMED_UP, "said right behind"];
/// *“…” That was the verdict of Y*: the marks hold speech, too.
pub const SUMMED_UP: &str = "summed up behind";

/// A subject is looked for past so many verbs that share it (*said …, and added …, but told …*) and insertions.
const DEEPEST: u8 = 3;

impl Attribution {
    /// The same, so many items further on, modulo 2^32.
    #[must_use]
    pub(super) fn moved(self, by: u32) -> Self {
        Self { cue: self.cue.map(|r| r.moved(by)), source: self.source.map(|r| r.moved(by)), ..self }
    }
}

/// Whether item `i` opens *according to*.
pub fn according(view: &View, i: usize) -> bool {
    view.lower(i) == "according" && view.lower(i + 1) == "to"
}

/// Whether item `i` is a word that reports.
pub fn is_cue(view: &View, i: usize) -> bool {
    (view.is(i, SAY | THINK | CALL | URGE) && !view.is(i, KNOW) && verb_form(view, i)) || according(view, i)
}

/// A verb by its surroundings: not behind an article, not a capitalised word inside a sentence.
fn verb_form(view: &View, i: usize) -> bool {
    let first = i == 0 || view.sentence(i - 1) != view.sentence(i);
    let capital_verb = view.case(i) == Case::Capital && first && view.lower(i).ends_with("ing");
    (verbal(view, i) || (view.is(i, URGE) && view.case(i) == Case::Lower) || capital_verb) && !view.is(i, PREPOSITION)
}

/// The reporting words at item `i`: a verb with its particle, *according to*.
pub fn cue_range(view: &View, i: usize) -> Range {
    let particle = view.is(i, CALL | URGE) && matches!(view.lower(i + 1), "on" | "for" | "upon")
        || according(view, i)
        || (view.lower(i).starts_with("point") && view.lower(i + 1) == "out");
    Range { start: i as u32, end: i as u32 + 1 + u32::from(particle) }
}

/// The source of the cue at item `i`; `behind` tells that a quote or reported clause ends right before it, so that the
/// source may follow the verb.
pub fn source_of(view: &View, i: usize, behind: bool) -> Option<Range> {
    source_within(view, i, behind, 0)
}

/// The same after so many steps from verb to verb or past insertions.
fn source_within(view: &View, i: usize, behind: bool, depth: u8) -> Option<Range> {
    let (start, end) = (view.sentence_start(i), view.sentence_end(i));
    if according(view, i) {
        return phrase::object(view, i + 2).or_else(|| phrase::after(view, i + 2, end));
    }
    if let Some(found) = quoted_as(view, i, (start, end)).or_else(|| agent(view, i, (start, end))) {
        return Some(found);
    }
    // Told whom, not who told: *told* is never turned round.
    if behind && view.is(i, SAY) && view.lower(i) != "told" {
        let next = (i + 1..end).find(|&k| !(view.is(k, ADVERB) && view.case(k) == Case::Lower))?;
        if let Some(found) = phrase::after(view, next, end) {
            let told = view.is(i, TOLD) && view.is(found.start as usize, PRONOUN);
            let day = view.is(next, TIME) && view.capital(next);
            if !(told || day) {
                return Some(found);
            }
        }
    }
    subject(view, i, start, depth)
}

/// *He was told by Y*: Y speaks.
fn agent(view: &View, i: usize, (start, end): (usize, usize)) -> Option<Range> {
    (suffers(view, i, start) && view.lower(i + 1) == "by").then(|| phrase::after(view, i + 2, end)).flatten()
}

/// Whether the subject of the verb at item `i` is what it happens to: *was told*, *has since been told*.
fn suffers(view: &View, i: usize, start: usize) -> bool {
    let before = (start..i).rev().take(3).find(|&k| !view.is(k, ADVERB) || view.is(k, AUXILIARY));
    matches!(before.map_or("", |k| view.lower(k)), "was" | "were" | "been" | "being" | "is" | "are" | "be" | "got")
}

/// Whether a cue is a passive: *was said to*, *is widely expected*. Who *is worried*, *agreed* or *determined* is so by themselves, and
/// who *is quoted* or *said to have called* speaks.
pub fn passive(view: &View, cue: Range) -> bool {
    let verb = cue.iter().find(|&k| view.is(k, SAY | CALL | URGE | THINK) && !view.is(k, KNOW | AUXILIARY));
    verb.is_some_and(|k| {
        let word = view.lower(k);
        let participle = word.ends_with("ed") || matches!(word, "said" | "told" | "thought" | "understood" | "felt");
        let led = (0..k).rev().find(|&b| !phrase::manner(view, b)).map_or(0, |b| b + 1);
        let speaks = matches!(word, "worried" | "agreed" | "quoted" | "cited")
            || view.lower(k + 1) == "to" && view.lower(k + 2) == "have";
        participle && !speaks && suffers(view, led, view.sentence_start(k))
    })
}

/// *X quoted Y as saying*: Y speaks, whichever of the two verbs is the cue.
fn quoted_as(view: &View, i: usize, (start, end): (usize, usize)) -> Option<Range> {
    let quoting = |k: &usize| matches!(view.lower(*k), "quoted" | "cited" | "quoting" | "citing" | "quotes" | "cites");
    let saying = |k: &usize| view.lower(*k) == "as" && view.is(k + 1, SAY);
    let (quoted, behind) = if quoting(&i) {
        (i, (i + 1..end).take(12).find(saying)?)
    } else if i > start && saying(&(i - 1)) {
        ((start..i - 1).rev().take(12).find(quoting)?, i - 1)
    } else {
        return None;
    };
    phrase::after(view, quoted + 1, behind)
}

/// The subject of the verb at item `i`, looked for on its left down to `start`.
fn subject(view: &View, i: usize, start: usize, depth: u8) -> Option<Range> {
    if depth > DEEPEST {
        return None;
    }
    let participle = view.lower(i).ends_with("ing");
    let first = i == start || (participle && i > start && view.is(i - 1, CONJUNCTION) && i - 1 == start);
    if first && participle {
        return main_subject(view, i);
    }
    let mut at = i;
    while at > start
        && (view.is(at - 1, ADVERB | AUXILIARY) || phrase::manner(view, at - 1) || phrase::weekday(view, at - 1))
        && (!view.capital(at - 1) || phrase::weekday(view, at - 1))
    {
        at -= 1;
        at -= usize::from(at > start && phrase::weekday(view, at) && view.lower(at - 1) == "on");
        if view.is(at, AUXILIARY) && at > start && view.is(at - 1, PRONOUN) {
            break;
        }
    }
    if at == start {
        return None;
    }
    let last = at - 1;
    if view.is(last, RELATIVE) && last > start {
        let antecedent = if view.str(last - 1) == "," { last - 1 } else { last };
        return phrase::before(view, antecedent, start).map(|p| phrase::head(view, p, start));
    }
    // And added, but said, …, adding: the subject of the verb before.
    if view.is(last, CONJUNCTION)
        || (participle && matches!(view.str(last), "," | "–" | "—"))
        || view.segment(last).is_some()
    {
        let earlier = (start..last).rev().find(|&k| view.cue(k) && !view.lower(k).ends_with("ing"));
        return match earlier {
            Some(k) => source_within(view, k, k > start && view.segment(k - 1).is_some(), depth + 1),
            None => first_phrase(view, start, last),
        };
    }
    match view.str(last) {
        "," | ")" | "–" | "—" | "--" => {
            // An insertion between the source and its verb: back to the mark that opens it.
            let mark = view.str(last);
            let opener = if mark == ")" { "(" } else { mark };
            let from = last.saturating_sub(30).max(start);
            let open = (from..last).rev().find(|&k| view.str(k) == opener)?;
            let found = phrase::before(view, open, start);
            found.map(|p| phrase::head(view, p, start)).or_else(|| subject(view, open, start, depth + 1))
        }
        _ => phrase::before(view, at, start).map(|p| phrase::head(view, p, start)),
    }
}

/// The first phrase of a sentence, its likely subject.
fn first_phrase(view: &View, start: usize, end: usize) -> Option<Range> {
    (start..end.min(start + 12)).find_map(|k| {
        let leads = view.is(k, PREPOSITION) || view.kind(k) == TokenKind::Punct;
        if leads { None } else { phrase::after(view, k, end) }
    })
}

/// The subject of the main clause behind an opening participle: *Noting that …, the ministry said*.
fn main_subject(view: &View, i: usize) -> Option<Range> {
    let end = view.sentence_end(i);
    let comma = (i + 1..end).find(|&k| {
        view.str(k) == ","
            || view.segment(k).is_some_and(|s| {
                let tokens = view.segments.get(s).map_or(0, |s| s.tokens.end);
                view.document.str((tokens as usize).saturating_sub(1)) == ","
            })
    })?;
    phrase::after(view, comma + 1, end)
}

/// How well a cue at item `c` fits the segment at item `k`: greater is better.
fn fit(view: &View, c: usize, k: usize) -> i32 {
    let strength = match () {
        () if view.is(c, SAY) || according(view, c) => 60,
        () if view.is(c, CALL) => 45,
        () => 40,
    };
    let (low, high) = if c < k { (c + 1, k) } else { (k + 1, c) };
    let mut cost = 0;
    for b in low..high {
        cost += match () {
            () if view.segment(b).is_some() => 20,
            () if view.cue(b) => 12,
            () if matches!(view.str(b), "," | ";" | ":") => 4,
            () if view.sentence(b) != view.sentence(b + 1) => 15,
            () => 2,
        };
    }
    let side = if c > k { 5 } else { 0 };
    strength - cost - side
}

/// What words that stand alone are called in the sentence behind them.
const SUMMARIES: &str = "words verdict view message warning response reaction reply answer conclusion assessment opinion advice \
    question plea cry claim description";

/// *“…” That was the blunt verdict of Y*, *“…” was the message from Y*, *“…” That's how Y describes it*: the word for what was said, and Y.
fn summed_up(view: &View, k: usize) -> Option<(usize, Range)> {
    let be = k + 1 + usize::from(listed("that those these this such", view.lower(k + 1)));
    let end = view.sentence_end(be);
    if !listed("is was are were 's ’s", view.lower(be)) || !in_paragraph(view, k, be) {
        return None;
    }
    if view.lower(be + 1) == "how" {
        let source = phrase::after(view, be + 2, end)?;
        let verb = source.end as usize;
        return (view.cue(verb) || listed("puts put sums summed sees saw", view.lower(verb))).then_some((verb, source));
    }
    let called = (be + 2..end.min(be + 5)).find(|&i| listed(SUMMARIES, view.lower(i)))?;
    let source = phrase::after(view, called + 2, end).filter(|_| view.is(be + 1, DETERMINER))?;
    listed("of from by", view.lower(called + 1)).then_some((called, source))
}

/// Whether the rules' source is the subject of a clause that the quote at item `k` belongs to, and `far` is only that of another: *Lee
/// walked out while Ito called it “a farce”*, *It comes after Ito told Lee to “go”*, *Lee said no and Ito said “never”*.
pub fn own_clause(view: &View, k: usize, far: Range, rules: &Attribution) -> bool {
    let (Some(cue), Some(near)) = (rules.cue, rules.source) else { return false };
    let (verb, start) = (cue.start as usize, near.start as usize);
    // What the rules take for the source may stop short of its role: *while Labour MP Ian Lee*.
    let Some(link) = (start.saturating_sub(6)..start).rev().find(|&i| !phrase::nominal(view, i)) else { return false };
    let joins = match view.lower(link) {
        "while" | "as" | "whereas" | "though" | "although" => true,
        "after" | "because" | "when" => phrase::is_past(view.lower(verb)),
        "and" | "but" => {
            let earlier = (far.end as usize..link).any(|c| view.cue(c));
            earlier && !view.is(link + 1, PRONOUN) && phrase::is_past(view.lower(verb))
        }
        _ => false,
    };
    let finite = !view.lower(verb).ends_with("ing") && near.end as usize <= verb;
    let between = near.end as usize..verb;
    let inserted = view.str(between.start) == "," && view.str(verb.wrapping_sub(1)) == ",";
    let clause = finite && (inserted || between.into_iter().all(|i| view.is(i, ADVERB | AUXILIARY)));
    let goes_on = |i: usize| !(view.is(i, CONJUNCTION) || matches!(view.str(i), "—" | "–" | "-"));
    joins
        && far.end as usize <= link
        && view.sentence(link) == view.sentence(k)
        && view.is(verb, SAY | CALL)
        && clause
        && verb < k
        && (verb..k).all(goes_on)
}

/// Who said the segment at item `k`, by the rules.
pub fn attribute(view: &View, k: usize) -> Option<Attribution> {
    if let Some((called, source)) = summed_up(view, k) {
        let cue = Some(cue_range(view, called));
        return Some(Attribution { cue, source: Some(source), confidence: 80, rule: SUMMED_UP });
    }
    let (mut start, mut end) = (view.sentence_start(k), view.sentence_end(k));
    // A colon hands a sentence on to the quote behind it.
    if k == start && k > 0 && view.str(k - 1) == ":" {
        start = view.sentence_start(k - 1);
    }
    // A source may open the sentence after the quote: “…” Smith said.
    if end == k + 1
        && view.item(end).is_some_and(|i| i.sentence == view.sentence(k).wrapping_add(1))
        && in_paragraph(view, k, end)
    {
        end = view.sentence_end(end);
        if !view.capital(k + 1) && !view.is(k + 1, PRONOUN | SAY) {
            end = k + 1;
        }
    }
    let best = (start..end)
        .filter(|&c| c != k && view.cue(c))
        .map(|c| (fit(view, c, k), c))
        .filter(|(fit, _)| *fit > 0)
        .max_by_key(|(fit, c)| (*fit, std::cmp::Reverse(*c)))?;
    let cue = best.1;
    let behind = cue > k && (k + 1..cue).all(|b| view.kind(b) == TokenKind::Punct || view.is(b, ADVERB));
    let source = source_of(view, cue, behind)?;
    if source.holds(k) {
        return None;
    }
    let sentence = (view.sentence_start(cue), view.sentence_end(cue));
    Some(Attribution {
        cue: Some(cue_range(view, cue)),
        source: Some(source),
        confidence: (50 + best.0 / 2).clamp(40, 80).unsigned_abs() as u8,
        rule: match () {
            () if according(view, cue) => "according to",
            () if quoted_as(view, cue, sentence).is_some() => SURE[0],
            () if agent(view, cue, sentence).is_some() => SURE[1],
            () if cue == k + 2 && view.is(cue, SAY) && view.lower(k + 1) == "one" => SURE[3],
            () => "reporting verb",
        },
    })
}

/// Whether items `a` and `b` stand in one paragraph.
pub fn in_paragraph(view: &View, a: usize, b: usize) -> bool {
    let place = view.paragraphs.partition_point(|p| p.end as usize <= a);
    view.paragraphs.get(place).is_some_and(|p| p.holds(a) && p.holds(b))
}

/// The name signed under a quote that stands alone: `— Ann Lee` behind it or in the next paragraph.
pub fn signature(view: &View, k: usize) -> Option<Range> {
    let dash = k + 1;
    let alone = view.sentence_start(k) == k && (k == 0 || !in_paragraph(view, k - 1, k));
    if !alone || !matches!(view.str(dash), "—" | "–" | "-" | "--" | "―") || view.sentence_end(dash) > dash + 8 {
        return None;
    }
    let last = view.paragraphs.get(view.paragraphs.partition_point(|p| p.end as usize <= dash))?.end as usize;
    let found = phrase::after(view, dash + 1, last)?;
    let rest = (found.end as usize..last).all(|i| view.kind(i) == TokenKind::Punct || last > dash + 4);
    (rest && view.capital(found.end as usize - 1) && last <= dash + 14).then_some(found)
}

/// Who a paragraph is about: the phrase that opens its last sentence, or its first, if that is a name or a person.
pub fn topic(view: &View, paragraph: Range) -> Option<Range> {
    let (start, end) = (paragraph.start as usize, paragraph.end as usize);
    let last = view.sentence_start(end.checked_sub(1)?).max(start);
    [last, start].into_iter().find_map(|from| {
        let found = phrase::after(view, from, end)?;
        let head = found.end as usize - 1;
        (view.capital(head) && !view.is(head, DETERMINER) || view.is(from, PRONOUN) && found.end == found.start + 1)
            .then_some(found)
    })
}

/// The label that opens a turn of an interview or transcript, as a range of items ending before the colon: `WALLACE:`,
/// `Q:`, `Ann Lee:`. Only at the beginning of a paragraph, perhaps behind the mark that opens its turn.
pub fn label(view: &View, paragraph: Range) -> Option<Range> {
    let first = paragraph.start as usize;
    let start = first + usize::from(view.kind(first) == TokenKind::Punct);
    let colon = (start + 1..(start + 5).min(paragraph.end as usize)).find(|&k| view.str(k) == ":")?;
    let named = (start..colon).all(|k| view.capital(k) || view.str(k) == "." || view.str(k) == "-");
    (named && view.item(colon).is_some_and(|i| i.segment == NONE))
        .then_some(Range { start: start as u32, end: colon as u32 })
}
