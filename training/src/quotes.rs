//! Trains the four models of the quotes layer on the attributions of `PolNeAR`; see `assets/en/quotes.card.md`.
//!
//! `cargo run --release -p training -- quotes TRAIN.jsonl OUT_FOLDER [MODEL…]`, `… -- folds TRAIN.jsonl FOLDER [MODEL…]`

use crate::crf::{self, Sequence, Settings, bio};
use crate::logistic::{self, Example};
use crate::pack::Grain;
use crate::reading;
use copydesk::annotation::{Quote, QuoteKind};
use copydesk::entities;
use copydesk::lang::en;
use copydesk::lang::speech::Lexicon;
use copydesk::quotes::{cue, features, marks, view::View};
use copydesk::text::{Document, Range, Span};
use serde_json::Value;
use std::path::Path;
use std::{fs, io, thread};

/// Gold of one attribution, in bytes.
struct Attribution {
    quoted: Vec<Span>,
    titles: Vec<Span>,
    content: Vec<Span>,
    cue: Vec<Span>,
    source: Vec<Span>,
}

/// Everything the four models learn from.
#[derive(Default)]
struct Lessons {
    segments: Vec<Example>,
    sources: Vec<Sequence>,
    cues: Vec<Sequence>,
    contents: Vec<Sequence>,
}

fn spans(value: &Value, bytes: &[u32]) -> Vec<Span> {
    let at = |v: &Value| bytes[v.as_u64().unwrap_or(0) as usize];
    value.as_array().map_or_else(Vec::new, |list| list.iter().map(|s| Span::new(at(&s[0]), at(&s[1]))).collect())
}

/// The byte of every UTF-16 offset.
fn byte_offsets(text: &str) -> Vec<u32> {
    let mut bytes = Vec::new();
    for (byte, c) in text.char_indices() {
        bytes.extend(std::iter::repeat_n(byte as u32, c.len_utf16()));
    }
    bytes.push(text.len() as u32);
    bytes
}

fn overlap(a: Span, b: Span) -> u32 {
    a.end().min(b.end()).saturating_sub(a.start().max(b.start()))
}

/// Whether two spans are one segment, give or take marks and blanks.
fn same(a: Span, b: Span) -> bool {
    overlap(a, b) * 10 >= a.len().max(b.len()) * 8
}

fn holds(spans: &[Span], view: &View, i: usize) -> bool {
    view.item(i).is_some_and(|item| {
        let span = view.document.span(item.token as usize..item.end as usize);
        spans.iter().any(|s| overlap(*s, span) * 2 > span.len())
    })
}

/// BIO labels of several kinds over `window`: kind k has labels 2k+1 and 2k+2, the first that holds an item wins.
fn labels(view: &View, window: Range, kinds: &[&[Span]]) -> Vec<u32> {
    let mut before = None;
    window
        .iter()
        .map(|i| {
            let kind = kinds.iter().position(|spans| holds(spans, view, i));
            let label = kind.map_or(0, |k| 2 * k + 1 + usize::from(before == Some(k)));
            before = kind;
            1 << label
        })
        .collect()
}

fn attributions(article: &Value, text: &str) -> Vec<Attribution> {
    let bytes = byte_offsets(text);
    article["attributions"].as_array().map_or_else(Vec::new, |list| {
        list.iter()
            .map(|a| Attribution {
                quoted: spans(&a["quoted"], &bytes),
                titles: spans(&a["titles"], &bytes),
                content: spans(&a["content"], &bytes),
                cue: spans(&a["cue"], &bytes),
                source: spans(&a["source"], &bytes),
            })
            .collect()
    })
}

fn learn(article: &Value, lessons: &mut Lessons) {
    let text = article["text"].as_str().unwrap_or("");
    let gold = attributions(article, text);
    let document = Document::new(text, &en::ORTHOGRAPHY);
    let lexicon = Lexicon::new(&document, &en::SPEECH);
    let marks = marks::pair(&document, &lexicon);
    let view = View::new(&document, &marks.segments, &lexicon, &entities::word_classes(&document, Vec::new()));
    for k in 0..view.items.len() {
        if let Some(segment) = view.segment(k).map(|s| view.segments[s]) {
            learn_segment(&view, k, segment.span, &gold, lessons);
        }
    }
    for paragraph in &view.paragraphs {
        let cues: Vec<Span> = gold.iter().flat_map(|a| a.cue.iter().copied()).collect();
        let mut sequence = Sequence::default();
        for (i, allowed) in paragraph.iter().zip(labels(&view, *paragraph, &[&cues])) {
            sequence.push(&row(&view, i, usize::MAX), allowed);
        }
        lessons.cues.push(sequence);
    }
    for a in gold.iter().filter(|a| a.quoted.is_empty()) {
        let Some(k) = (0..view.items.len()).find(|&i| holds(&a.cue, &view, i)) else { continue };
        let window = features::sentence_window(&view, k);
        let allowed = labels(&view, window, &[&a.source, &a.content]);
        lessons.contents.push(sequence(&view, window, k, None, &allowed));
    }
}

/// The features of an item by itself, as many as a model knows.
fn row(view: &View, i: usize, known: usize) -> Vec<u32> {
    let mut found = Vec::new();
    features::item(view, i, |f| found.push(f));
    features::alike(view, i, |f| found.push(f));
    found.truncate(known);
    found
}

/// A window as target `k` sees it: `rules` tells who said a quote, where the target is one.
fn sequence(
    view: &View,
    window: Range,
    k: usize,
    rules: Option<Option<&cue::Attribution>>,
    allowed: &[u32],
) -> Sequence {
    let known = if rules.is_some() { features::ITEM } else { usize::MAX };
    let mut rows: Vec<Vec<u32>> = window.iter().map(|i| row(view, i, known)).collect();
    features::targeted(view, window, k, rules.flatten(), |place, f| rows[place].push(f));
    let mut sequence = Sequence::default();
    rows.iter().zip(allowed).for_each(|(row, allowed)| sequence.push(row, *allowed));
    sequence
}

fn learn_segment(view: &View, k: usize, span: Span, gold: &[Attribution], lessons: &mut Lessons) {
    if gold.iter().any(|a| a.titles.iter().any(|t| same(*t, span))) {
        return;
    }
    let owner = gold.iter().find(|a| a.quoted.iter().any(|q| same(*q, span)));
    let rules = cue::attribute(view, k);
    let mut found = Vec::new();
    features::segment(view, k, rules.as_ref(), |f| found.push(f));
    lessons.segments.push(Example { features: found, answer: usize::from(owner.is_some()) });
    if let Some(a) = owner {
        let window = features::window(view, k);
        let allowed = labels(view, window, &[&a.source, &a.cue]);
        lessons.sources.push(sequence(view, window, k, Some(rules.as_ref()), &allowed));
    }
}

const GRAIN: Grain = Grain { max: 6.0, steps: 63 };

/// Buckets, epochs and penalties of one model.
fn settings(labels: usize, bits: u32, epochs: usize) -> Settings {
    Settings { labels, bits, epochs, rate: 0.03, l1: 1e-3, l2: 0.0, dropout: 0.1, min_count: 2, seed: 7 }
}

/// Trains a chain on many buckets, then anew on the weights that matter most, twice, so that `weights` are left: the mean of `runs`.
fn chain(lessons: &[Sequence], kinds: usize, epochs: usize, weights: usize, runs: usize) -> Vec<u8> {
    let (forbidden, settings) = (bio(kinds), settings(2 * kinds + 1, 18, epochs));
    let mut model = crf::train(lessons, &forbidden, &settings, None);
    for (count, runs) in [(weights * 2, 1), (weights, runs)] {
        let keep = model.table.strongest(&model.squares, count);
        model = crf::train_mean(lessons, &forbidden, &settings, Some(&keep), runs);
    }
    model.pack(GRAIN)
}

/// The models, by the name of their files.
pub const MODELS: [&str; 4] = ["segment", "source", "cue", "content"];

/// Trains those of the models that are `wanted` on some articles, and writes them.
pub fn train<'a>(
    articles: impl Iterator<Item = &'a Value>,
    wanted: impl Fn(&str) -> bool,
    out: &Path,
) -> io::Result<()> {
    let mut lessons = Lessons::default();
    articles.for_each(|article| learn(article, &mut lessons));
    eprintln!(
        "{} segments, {} sources, {} paragraphs, {} reports",
        lessons.segments.len(),
        lessons.sources.len(),
        lessons.cues.len(),
        lessons.contents.len()
    );
    for name in MODELS.into_iter().filter(|name| wanted(name)) {
        let bytes = match name {
            "segment" => logistic::train(&lessons.segments, &settings(1, 16, 12), None).pack(GRAIN),
            "source" => chain(&lessons.sources, 2, 12, 42_000, 1),
            "cue" => chain(&lessons.cues, 1, 8, 32_000, 3),
            _ => chain(&lessons.contents, 2, 8, 48_000, 3),
        };
        eprintln!("{name}: {} bytes", bytes.len());
        fs::write(out.join(format!("quotes-{name}.bin")), bytes)?;
    }
    Ok(())
}

/// The articles of a corpus, a line each.
pub fn articles(corpus: &Path) -> io::Result<Vec<Value>> {
    fs::read_to_string(corpus)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Reads the corpus, trains, writes.
pub fn run(corpus: &Path, out: &Path, only: &[&str]) -> io::Result<()> {
    train(articles(corpus)?.iter(), |name| only.is_empty() || only.contains(&name), out)
}

const FOLDS: usize = 5;

/// How often quotes of a confidence are right, below 40 %, from 40 % on, … from 90 % on: how many, how many are quotes by the gold, and of how
/// many of those the speaker is, or is in, the source.
#[derive(Default)]
struct Reliability([[u32; 3]; 7]);

impl Reliability {
    fn count(&mut self, article: &Value, quotes: &[Quote]) {
        let gold = attributions(article, article["text"].as_str().unwrap_or(""));
        for quote in quotes.iter().filter(|q| q.kind != QuoteKind::Indirect) {
            if gold.iter().any(|a| a.titles.iter().any(|t| same(*t, quote.span))) {
                continue;
            }
            let owner = gold.iter().find(|a| a.quoted.iter().any(|q| same(*q, quote.span)));
            let right = owner.is_some_and(|a| match quote.speaker {
                Some(speaker) => a.source.iter().any(|s| overlap(*s, speaker) > 0),
                None => a.source.is_empty(),
            });
            let row = &mut self.0[usize::from(quote.confidence.0 / 10).clamp(3, 9) - 3];
            [1, u32::from(owner.is_some()), u32::from(right)].iter().zip(row).for_each(|(n, sum)| *sum += n);
        }
    }
}

/// Every article read by models trained on the four fifths of the corpus that it isn't in: an analysis a line, to be scored as any other.
/// The models stay in `folder`, and only those named, or not there yet, are trained.
pub fn folds(corpus: &Path, folder: &Path, only: &[&str]) -> io::Result<()> {
    let articles = articles(corpus)?;
    let fold = |fold: usize| -> io::Result<()> {
        let out = folder.join(fold.to_string());
        fs::create_dir_all(&out)?;
        let others = (0..).zip(&articles).filter(|(i, _)| i % FOLDS != fold).map(|(_, article)| article);
        let missing = |name: &str| !out.join(format!("quotes-{name}.bin")).exists();
        train(others, |name| only.contains(&name) || missing(name), &out)
    };
    // Two at a time: what a fold learns from takes half a gigabyte.
    for pair in (0..FOLDS).step_by(2) {
        thread::scope(|scope| {
            let runs: Vec<_> = (pair..FOLDS).take(2).map(|f| scope.spawn(move || fold(f))).collect();
            runs.into_iter().try_for_each(|run| run.join().unwrap_or_else(|_| Err(io::Error::other("a fold panicked"))))
        })?;
    }
    let mut reliability = Reliability::default();
    for f in 0..FOLDS {
        let held = articles.iter().skip(f).step_by(FOLDS);
        reading::read(&folder.join(f.to_string()), held, |article, quotes| reliability.count(article, quotes))?;
    }
    eprintln!("confidence: found, quotes, with the right source");
    for (from, [found, quotes, right]) in (30..).step_by(10).zip(reliability.0) {
        eprintln!("{from}–: {found}, {quotes}, {right}");
    }
    Ok(())
}
