//! Who said what: marks, then cue, then source.

pub mod cue;
pub mod features;
mod indirect;
mod judge;
mod kept;
pub mod marks;
pub mod model;
mod phrase;
pub mod view;

use crate::annotation::EntityType::{self, Fac, Gpe, Norp, Org, Person};
use crate::annotation::{Confidence, LONGEST_NAME, Mark, MarkReason, Mention, Quote, QuoteKind};
use crate::lang::speech::{DETERMINER, Lexicon, PERSON, PREPOSITION, RELATIVE, SAY, SPOKESPERSON, TITLE};
use crate::lang::{en, listed};
use crate::learned::ONE;
use crate::text::{Case, Document, Range, Span, sort_by_key};
use cue::Attribution;
pub use kept::Memory;
use kept::{Again, Answer, Verdict};
use model::{Items, Models, Sources, Trained};
use view::{NONE, View};

/// Whether this build has models: one without them leaves their code out too.
const TRAINED: bool = cfg!(feature = "models");

/// All reported speech and all marks that hold none, each by place. `cues` are the newsroom's own reporting words, sorted, lower case.
/// `classes` are those of its words, as the names layer knows them.
pub fn extract(document: &Document, mentions: &[Mention], classes: &[u16], cues: &[String]) -> (Vec<Quote>, Vec<Mark>) {
    extract_again(document, mentions, classes, cues, &mut Memory::default())
}

/// As [`extract`], given what the text's version before has left.
pub fn extract_again(
    document: &Document,
    mentions: &[Mention],
    classes: &[u16],
    cues: &[String],
    memory: &mut Memory,
) -> (Vec<Quote>, Vec<Mark>) {
    extract_with(document, mentions, classes, cues, Models::embedded(), memory)
}

/// As [`extract_again`], by other models, or by the rules alone.
pub fn extract_with(
    document: &Document,
    mentions: &[Mention],
    classes: &[u16],
    cues: &[String],
    models: Option<&Models>,
    memory: &mut Memory,
) -> (Vec<Quote>, Vec<Mark>) {
    let mut lexicon = Lexicon::again(document, &en::SPEECH, std::mem::take(&mut memory.lexicon));
    for cue in cues {
        lexicon.add(document, cue, SAY);
    }
    let paired = marks::pair(document, &lexicon);
    let view = View::new(document, &paired.segments, &lexicon, classes);
    let mut again = Again::new(&view, std::mem::take(memory));
    let trained = models.filter(|_| TRAINED).map(|models| (models, Items::new(&view)));
    let trained = trained.as_ref().map(|(models, items)| Trained { models, items });
    let desk = Desk { view: &view, mentions, trained };
    let mut marks: Vec<Mark> =
        paired.unclosed.iter().map(|&span| Mark { span, reason: MarkReason::Unclosed }).collect();
    let mut quotes = desk.quoted(&mut marks, &mut again);
    let mut learned = trained.map(|trained| model::Reports::new(&view, trained));
    for paragraph in &view.paragraphs {
        again.reports(*paragraph, || reports(&view, *paragraph, learned.as_mut(), cues));
    }
    // What reports quoted words reports nothing else (*“…,” she said of the plan*), unless a colon leads to them.
    let led = |q: &&Quote| document.str(document.token_at(q.span.start()).saturating_sub(2)) == ":";
    let mut quoting: Vec<Span> = quotes.iter().filter(|q| !led(q)).filter_map(|q| q.cue).collect();
    sort_by_key(&mut quoting, |cue| *cue);
    let quotes_too = |cue: Span| {
        let place = quoting.partition_point(|q| q.end() <= cue.start());
        quoting.get(place).is_some_and(|q| q.overlaps(cue))
    };
    let indirect = again.found().iter().map(|r| desk.quote(document_span(&view, r.content), QuoteKind::Indirect, r.by));
    quotes.extend(indirect.filter(|r| !r.cue.is_some_and(quotes_too)));
    sort(&mut quotes);
    share_cues(&mut quotes);
    sort_by_key(&mut marks, |m| m.span);
    *memory = again.leave(view, lexicon);
    (quotes, marks)
}

/// A clause is reported if the models are this sure of cue and content together.
const CLAUSE: u32 = ONE * 20 / 100;
/// A summary in a noun phrase (*criticised the plan*) only if they are this sure, and its cue is as likely as not.
const SUMMARY: u32 = ONE * 32 / 100;
/// What the rules take for a cue (*her home state* for *to state*) is none if the model thinks it less likely than this, unless it is
/// the newsroom's own.
const RULED: u32 = ONE / 20;

/// All indirect speech of a paragraph: what the rules see, and where they see nothing what the models find that is a clause.
fn reports(
    view: &View,
    paragraph: Range,
    models: Option<&mut model::Reports>,
    own: &[String],
) -> Vec<indirect::Report> {
    let mut found = indirect::find(view, paragraph);
    let Some(models) = models.filter(|_| TRAINED) else { return found };
    let cues = models.cues(paragraph);
    let likely = |k: usize| {
        let sure = cues.get(k.wrapping_sub(paragraph.start as usize)).map_or(0, |(_, inside)| *inside);
        sure >= RULED || own.iter().any(|word| word == view.lower(k))
    };
    found.retain(|report| report.by.cue.is_none_or(|cue| cue.iter().any(likely)));
    let opens =
        |k: usize| cues.get(k.wrapping_sub(paragraph.start as usize)).is_some_and(|(opens, _)| *opens >= ONE / 2);
    for report in &mut found {
        report.content =
            indirect::until(view, report.content, |k| opens(k) && !report.by.cue.is_some_and(|c| c.holds(k)));
    }
    let mut learned = Vec::new();
    let mut taken = 0;
    for (k, &(reporting, _)) in paragraph.iter().zip(&cues).filter(|(_, (opens, _))| *opens >= CLAUSE) {
        let Some((content, by)) = models.report(k).filter(|_| !indirect::names(view, k)) else { continue };
        let content = indirect::until(view, content, |c| c != k && opens(c));
        if by.source.is_some_and(|source| source.start < content.end && content.start < source.end) {
            continue;
        }
        let sure = u32::from(by.confidence) * reporting / 100;
        // Of the reports whose cue is that likely, as many are some.
        let by = Attribution { confidence: (reporting * 100 / ONE).min(99) as u8, ..by };
        let (content, by) = match indirect::whole_clause(view, k, content) {
            Some(clause) if sure >= CLAUSE => (clause, by),
            None if reporting >= ONE / 2 && sure >= SUMMARY && indirect::summary(view, k, content) => {
                (content, Attribution { rule: "summary", ..by })
            }
            _ => continue,
        };
        let from = found.partition_point(|r| r.content.end <= content.start);
        let known = found.get(from).is_some_and(|r| r.content.start < content.end);
        if content.start >= taken && !known {
            taken = content.end;
            learned.push(indirect::Report { content, by });
        }
    }
    found.append(&mut learned);
    found
}

/// The pieces of one utterance are told by the same words: cues that overlap become the first of them.
fn share_cues(quotes: &mut [Quote]) {
    let mut last: Option<Span> = None;
    for cue in quotes.iter_mut().filter_map(|q| q.cue.as_mut()) {
        match last.filter(|l| l.start() < cue.end() && cue.start() < l.end()) {
            Some(shared) => *cue = shared,
            None => last = Some(*cue),
        }
    }
}

/// Sorts quotes by place and keeps `continues` pointing at the same ones.
fn sort(quotes: &mut [Quote]) {
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    sort_by_key(&mut order, |&i| quotes.get(i).map(|q| q.span));
    let mut places = vec![0; quotes.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(place) = places.get_mut(old) {
            *place = new as u32;
        }
    }
    for quote in quotes.iter_mut() {
        quote.continues = quote.continues.and_then(|i| places.get(i as usize).copied());
    }
    sort_by_key(quotes, |q| q.span);
}

/// The text of a range of items.
fn document_span(view: &View, items: Range) -> Span {
    let first = view.item(items.start as usize).map_or(0, |i| i.token as usize);
    let last = view.item((items.end as usize).saturating_sub(1)).map_or(0, |i| i.end as usize);
    view.document.span(first..last)
}

/// Marks hold a quote if the model is surer of it than this. A false quote puts words in somebody's mouth, so it is above half.
const QUOTED: u32 = ONE / 100 * 64;

struct Desk<'v, 'd> {
    view: &'v View<'d>,
    mentions: &'v [Mention],
    trained: Option<Trained<'v, 'd>>,
}

impl Desk<'_, '_> {
    fn quote(&self, span: Span, kind: QuoteKind, by: Attribution) -> Quote {
        // *He was said to be …*: the subject is spoken of, and who speaks isn't told.
        let passive = |cue: Range, source: Range| source.start < cue.start && cue::passive(self.view, cue);
        let told = by.source.filter(|source| {
            !by.cue.is_some_and(|cue| passive(cue, *source)) && document_span(self.view, *source).len() <= LONGEST_NAME
        });
        Quote {
            span,
            kind,
            continues: None,
            cue: by.cue.map(|c| document_span(self.view, c)),
            speaker: told.and_then(|s| self.mention(s)),
            speaker_name: None,
            speaker_id: None,
            confidence: Confidence(by.confidence),
            rule: by.rule,
        }
    }

    /// The source as it is reported: the name that its head is, else the head's phrase without what only leads a name.
    fn mention(&self, source: Range) -> Option<Span> {
        let view = self.view;
        let (start, end) = (source.start as usize, source.end as usize);
        let piece = |from: usize| {
            let cut = |&k: &usize| {
                view.is(k, PREPOSITION | RELATIVE)
                    || matches!(view.str(k), "," | ";" | ":" | "(" | ")" | "—" | "–" | "--")
                    || view.segment(k).is_some()
                    || phrase::is_finite(view, k, end)
            };
            let lead = from + usize::from(view.is(from, DETERMINER | PREPOSITION));
            let to = (lead + 1..end).find(cut).unwrap_or(end);
            Range { start: from as u32, end: to as u32 }
        };
        let first = piece(start);
        if let Some(name) = self.name(first) {
            return Some(self.member(name, source).unwrap_or(name));
        }
        // *Superintendent of Police Ann Lee*: a title that goes on behind its *of*; a *spokesman for Ann Lee* is somebody else.
        let head = (first.end as usize).saturating_sub(1);
        if (view.is(head, TITLE) || view.is(head, PERSON) && view.capital(head))
            && !view.is(head, SPOKESPERSON)
            && let Some(name) = self.name(source).filter(|n| self.is_person(*n))
        {
            return Some(name);
        }
        // *The group's leader, Ann Lee, …*, *the MP for Marsham, Ann Lee, …*: the name behind its role.
        let comma = (first.end as usize..end).find(|&k| view.str(k) == ",");
        if let Some(comma) = comma.filter(|&k| k + 1 < end && (k == first.end as usize || view.is(head, PERSON)))
            && let Some(name) = self.name(piece(comma + 1)).filter(|n| self.is_person(*n))
        {
            return Some(name);
        }
        let mut from = start;
        let to = first.end as usize;
        // *The Chief Minister* and *the MP* are roles to their end, and *the Spaniard* is nobody's name.
        let last = document_span(view, Range { start: first.end - 1, end: first.end });
        let people = self.is_a(Norp, last);
        let article =
            from > 0 && view.str(from - 1) == "the" || view.str(from) == "the" || view.sentence_start(from) == from;
        let one = people && article && !view.lower(to - 1).ends_with('s');
        let capital = view.capital(to.saturating_sub(1)) && !view.is(to - 1, PERSON) && !one;
        while capital && from + 1 < to && (view.is(from, TITLE | DETERMINER) || view.case(from) == Case::Lower) {
            from += 1;
        }
        if !capital && view.capital(to.saturating_sub(1)) && from > 0 && view.is(from - 1, DETERMINER) {
            from -= 1;
        }
        let span = document_span(view, Range { start: from as u32, end: first.end });
        (!span.is_empty()).then(|| self.uncontracted(span))
    }

    /// A pronoun without the verb that it is written with: *she* of *she'd*.
    fn uncontracted(&self, span: Span) -> Span {
        let text = span.of(self.view.document.text);
        let pronoun =
            text.split(['\'', '’']).next().filter(|p| listed("i you he she it we they", &p.to_ascii_lowercase()));
        pronoun.map_or(span, |p| Span::new(span.start(), span.start() + p.len() as u32))
    }

    /// A source without the place that opens its paragraph in capitals: `NEW DELHI: …`, `PARIS (Reuters) — …`; none if that is all of it.
    fn undated(&self, source: Range) -> Option<Range> {
        let view = self.view;
        let place = view.paragraphs.partition_point(|p| p.end <= source.start);
        let opens = view.paragraphs.get(place).is_some_and(|p| p.start == source.start);
        let end = (source.start..source.end).find(|&k| view.case(k as usize) != Case::Upper).unwrap_or(source.end);
        let city = Range { start: source.start, end };
        let marked = matches!(view.str(end as usize), ":" | "," | "(" | "—" | "–" | "-" | "--");
        if !opens || !marked || end == source.start || self.is_person(document_span(view, city)) {
            return Some(source);
        }
        (end + 1 < source.end).then_some(Range { start: end + 1, end: source.end })
    }

    /// The person named behind a body and their role in it: *Harbour Centre for Health anthropologist Ann Lee*.
    fn member(&self, body: Span, source: Range) -> Option<Span> {
        let view = self.view;
        let text = |k: usize| document_span(view, Range { start: k as u32, end: k as u32 + 1 });
        // The source may stop short of the name.
        let end = source.end as usize + 4;
        let behind = (source.start as usize..end).find(|&k| text(k).start() >= body.end())?;
        let name = (behind..end).find(|&k| view.capital(k))?;
        let place = self.mentions.partition_point(|m| m.span.start() < text(name).start());
        let person = self.mentions.get(place).filter(|m| m.kind == Person && m.span.start() == text(name).start())?;
        let trade = |k: usize| ["ist", "er", "or", "ian"].iter().any(|ending| view.lower(k).ends_with(ending));
        let role = (behind..name).any(|k| view.is(k, PERSON) || trade(k))
            && (behind..name).all(|k| view.str(k) == "," || phrase::nominal(view, k) && !view.cue(k));
        (role && !self.is_person(body)).then_some(person.span)
    }

    fn is_person(&self, span: Span) -> bool {
        self.is_a(Person, span)
    }

    fn is_a(&self, kind: EntityType, span: Span) -> bool {
        let place = self.mentions.partition_point(|m| m.span.start() < span.start());
        self.mentions.get(place).is_some_and(|m| m.span == span && m.kind == kind)
    }

    /// The name that ends a phrase, perhaps beyond it (*Bank* of *Bank of England*).
    fn name(&self, phrase: Range) -> Option<Span> {
        let span = document_span(self.view, phrase);
        let place = self.mentions.partition_point(|m| m.span.end() < span.end());
        let mention =
            self.mentions.get(place).filter(|m| m.span.start() < span.end() && m.span.start() >= span.start())?;
        matches!(mention.kind, Person | Org | Gpe | Fac).then_some(mention.span)
    }

    /// Every segment as a quote or, pushed to `marks`, as none.
    fn quoted(&self, marks: &mut Vec<Mark>, again: &mut Again) -> Vec<Quote> {
        let view = self.view;
        let mut quotes: Vec<Quote> = Vec::new();
        let trained = self.trained.filter(|_| TRAINED);
        let mut sources = trained.map(|trained| Sources::new(view, trained));
        // The last attribution, with the paragraph and the item it was found for.
        let mut last: Option<(Attribution, usize, u32)> = None;
        let mut before: Option<u32> = None;
        for (index, segment) in view.segments.iter().enumerate() {
            let Some(k) = view.places.get(index).copied().filter(|&k| k != NONE).map(|k| k as usize) else { continue };
            if segment.nested {
                if judge::title_case(view.document, segment) {
                    marks.push(Mark { span: segment.span, reason: judge::reason(view, usize::MAX - 8, segment) });
                }
                continue;
            }
            let mut verdict = again.verdict(view, k).unwrap_or_else(|| {
                let rules = cue::attribute(view, k);
                Verdict { rules, sure: trained.map_or(0, |t| t.models.quote(view, k, rules.as_ref())), learned: None }
            });
            let rules = verdict.rules;
            let signed = self.label(segment.paragraph as usize, k, index);
            let signed_here = signed.is_some();
            let (quote, mut found) = match &mut sources {
                Some(sources) if TRAINED => {
                    let quote = !judge::never(view, k, segment)
                        && (verdict.sure > QUOTED
                            || !segment.closed
                            || segment.continues
                            || signed_here
                            || rules.is_some_and(|r| r.rule == cue::SUMMED_UP)
                            || judge::surely(view, k, segment));
                    if quote && verdict.learned.is_none() {
                        let by_rule = rules.filter(|r| cue::SURE.contains(&r.rule));
                        let by_model = || {
                            let found = sources.attribute(k, rules.as_ref());
                            let far = found.and_then(|f| f.source);
                            rules.filter(|r| far.is_some_and(|far| cue::own_clause(view, k, far, r))).or(found)
                        };
                        verdict.learned = Some(Answer(by_rule.or_else(by_model)));
                    }
                    (quote, verdict.learned.filter(|_| quote).and_then(|answer| answer.0).or(rules))
                }
                _ => (signed_here || judge::is_quote(view, k, segment, rules.is_some()), rules),
            };
            again.keep(k, verdict);
            let undated = |a: Attribution| match a.source {
                Some(source) => self.undated(source).map(|source| Attribution { source: Some(source), ..a }),
                None => Some(a),
            };
            found = signed.or(found.and_then(undated)).or(rules.and_then(undated));
            if !quote {
                marks.push(Mark { span: segment.span, reason: judge::reason(view, k, segment) });
                continue;
            }
            let inherited = found.is_none().then(|| self.inherit(k, segment.continues, last)).flatten();
            let by = found.or(inherited);
            let attribution =
                by.unwrap_or(Attribution { cue: None, source: None, confidence: 30, rule: "quotation marks" });
            let mut quote = self.quote(segment.span, self.kind(k, index), attribution);
            if segment.continues {
                quote.continues = before;
            }
            before = Some(quotes.len() as u32);
            quotes.push(quote);
            last = by.map(|a| (a, k, segment.paragraph));
        }
        quotes
    }

    /// The label of the paragraph, or of the segment itself.
    fn label(&self, paragraph: usize, k: usize, segment: usize) -> Option<Attribution> {
        if let Some(signed) = cue::signature(self.view, k) {
            return Some(Attribution { cue: None, source: Some(signed), confidence: 80, rule: "signature" });
        }
        let range = self.view.paragraphs.get(paragraph).copied()?;
        let label = cue::label(self.view, range)?;
        let first = self.view.segment(label.end as usize + 1) == Some(segment);
        first.then_some(Attribution { cue: None, source: Some(label), confidence: 85, rule: "label" })
    }

    /// A quote without words of its own around it keeps the source of the quote before: in its paragraph, or in the
    /// paragraph before if it stands alone.
    fn inherit(&self, k: usize, continues: bool, last: Option<(Attribution, usize, u32)>) -> Option<Attribution> {
        let view = self.view;
        let here = view.paragraphs.partition_point(|p| p.end as usize <= k);
        let range = view.paragraphs.get(here).copied()?;
        let alone = range.end - range.start <= 2 && range.holds(k);
        let kept = last.filter(|&(_, place, paragraph)| {
            continues || range.holds(place) || (alone && paragraph as usize + 1 == here)
        });
        if let Some((attribution, ..)) = kept {
            return Some(Attribution {
                cue: None,
                source: attribution.source,
                confidence: attribution.confidence.saturating_sub(10),
                rule: if continues { "continues" } else { "same turn" },
            });
        }
        let before = view.paragraphs.get(here.checked_sub(1).filter(|_| alone)?).copied()?;
        let source = cue::topic(view, before)?;
        Some(Attribution { cue: None, source: Some(source), confidence: 45, rule: "paragraph before" })
    }

    /// Direct if the words stand on their own: at the beginning of a sentence or behind a comma or colon, from a capital on.
    fn kind(&self, k: usize, index: usize) -> QuoteKind {
        let view = self.view;
        let Some(segment) = view.segments.get(index) else { return QuoteKind::Mixed };
        let first = segment.tokens.iter().find(|&i| view.document.tokens.get(i).is_some_and(|t| t.case != Case::None));
        let lower = first.and_then(|i| view.document.tokens.get(i)).is_some_and(|t| t.case == Case::Lower);
        let opens =
            k == 0 || view.sentence(k - 1) != view.sentence(k) || matches!(view.str(k - 1), "," | ":" | "—" | "–");
        // British punctuation stands outside the marks.
        let outside = matches!(view.str(k + 1), "." | "!" | "?") || view.item(k + 1).is_none();
        let ends =
            outside || matches!(judge::last_mark(view.document, segment), "," | "." | "!" | "?" | "…" | "..." | "—");
        let words = judge::words(view.document, segment);
        let framed = k > 0 && (view.is(k - 1, DETERMINER | PREPOSITION) || view.lower(k - 1) == "that");
        let whole = words > 2 && ends || words > 5 && !framed;
        if !lower && (opens || whole)
            || segment.continues
            || (opens && whole && k > 0 && matches!(view.str(k - 1), "," | ":"))
        {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        }
    }
}
