//! The tagger of names: corpora to `assets/en/names.model`.

use crate::card;
use crate::corpus::{self, Record};
use crate::crf::{Model, Sequence, Settings, bio, train_mean};
use crate::pack::{Grain, Table};
use copydesk::entities::lexicon::Lexicon;
use copydesk::entities::{self, Chain, KINDS, PLACES, REACH, View, Words, segments};
use copydesk::lang::Language;
use copydesk::options::Options;
use copydesk::text::{Case, Document, Span, Utf16};
use copydesk::{numbers, resolve};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The corpora, and whether each has a stated licence.
const CORPORA: [(&str, bool); 6] =
    [("worldwide", false), ("wikigold", true), ("gum", true), ("crossner", true), ("btc", true), ("wnut17", true)];

/// What is chosen by measuring (the table in the card).
#[derive(Clone, Copy)]
pub struct Choice {
    /// How many weights are kept.
    pub weights: usize,
    pub bits: u32,
    pub steps: i32,
    pub max: f32,
    pub epochs: usize,
    pub rate: f32,
    pub l1: f32,
    pub l2: f32,
    pub dropout: f32,
    pub min_count: u8,
    pub seed: u64,
    /// How many models tell which weights matter, from seeds in a row: what one of them happens to find doesn't decide.
    pub scouts: usize,
    /// How many models are trained at last, from seeds in a row; their mean is the model.
    pub runs: usize,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            weights: 100_000,
            bits: 20,
            steps: 15,
            max: 3.0,
            epochs: 6,
            rate: 0.15,
            l1: 0.0,
            l2: 1e-4,
            dropout: 0.3,
            min_count: 2,
            seed: 7,
            scouts: 2,
            runs: 8,
        }
    }
}

/// The sequences of a corpus: the stretches of candidates of each record, and some of its sentences again in headline capitals.
fn sequences(records: &[Record], lexicon: &Lexicon, without: &[u32], lost: &mut (usize, usize)) -> Vec<Sequence> {
    let mut out = Vec::new();
    for (n, record) in records.iter().enumerate() {
        add(record, lexicon, None, without, lost, &mut out);
        for (k, all) in [true, false].into_iter().enumerate() {
            let (loud, changed) = capitals(record, n + 7 * k, all);
            add(&loud, lexicon, Some(&changed), without, &mut (0, 0), &mut out);
        }
    }
    out
}

/// A record with one sentence in fourteen in capitals, or in title case, and where those stand.
fn capitals(record: &Record, turn: usize, all: bool) -> (Record, Vec<Span>) {
    let document = Document::new(&record.text, Language::English.orthography());
    let (mut text, mut changed) = (String::new(), Vec::new());
    let mut at = 0;
    for (n, sentence) in document.sentences.iter().enumerate().filter(|(n, _)| (n + turn).is_multiple_of(14)) {
        let span = document.span(sentence.iter());
        let mut loud = String::new();
        for i in sentence.iter() {
            let token = document.tokens[i];
            let gap = if i == sentence.start as usize { token.span.start() } else { document.tokens[i - 1].span.end() };
            loud += &record.text[gap as usize..token.span.start() as usize];
            let word = document.str(i);
            let small = word.len() < 4 && token.case == Case::Lower && (n + i) % 4 > 0;
            let mut letters = word.chars();
            let other = if all {
                word.to_uppercase()
            } else if small {
                word.to_owned()
            } else {
                letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
            };
            // Offsets of the marks stay right only if no word changes its length.
            loud += if other.len() == word.len() { &other } else { word };
        }
        text += &record.text[at..span.start() as usize];
        text += &loud;
        at = span.end() as usize;
        changed.push(span);
    }
    text += &record.text[at..];
    let record = Record {
        text,
        id: record.id.clone(),
        source: record.source.clone(),
        scheme: record.scheme.clone(),
        entities: record.entities.clone(),
    };
    (record, changed)
}

/// Adds the sequences of a record, or only those within some stretches of it.
fn add(
    record: &Record,
    lexicon: &Lexicon,
    only: Option<&[Span]>,
    without: &[u32],
    lost: &mut (usize, usize),
    out: &mut Vec<Sequence>,
) {
    let mut features = Vec::new();
    {
        let document = Document::new(&record.text, Language::English.orthography());
        let words = Words::new(&document);
        let view = View::new(&document, &words, Some(lexicon));
        let allowed = corpus::gold(record, &document);
        let mut covered = vec![false; document.tokens.len()];
        for segment in segments(&document, &words) {
            let span = document.span(segment.iter());
            if only.is_some_and(|only| !only.iter().any(|o| o.contains(span))) {
                continue;
            }
            let mut sequence = Sequence::default();
            for i in segment.iter() {
                covered[i] = true;
                features.clear();
                let mut keep = |template: u32, f| {
                    if !without.contains(&template) {
                        features.push(f);
                    }
                };
                for place in 0..PLACES {
                    if let Some(t) = (i + place).checked_sub(REACH).and_then(|at| view.type_of(at)) {
                        view.type_features(t, place, &mut keep);
                    }
                }
                view.token_features(segment, i, &mut keep);
                sequence.push(&features, repaired(&allowed, segment.start as usize, i));
            }
            out.push(sequence);
        }
        for (span, _) in &record.entities {
            lost.1 += 1;
            lost.0 += usize::from(!document.tokens_in(*span).any(|i| covered[i]));
        }
    }
}

/// A name that begins before the stretch can't go on in it: its first word there counts as a beginning.
fn repaired(allowed: &[u32], start: usize, i: usize) -> u32 {
    let insides = 0b101_0101_0101_0101_0101_0100u32;
    if i == start { allowed[i] & !insides | (allowed[i] & insides) >> 1 } else { allowed[i] }
}

/// What a model is trained on, and the first model of it.
pub struct Lessons {
    sequences: Vec<Sequence>,
    /// All weights, in a large space: it tells which of them matter.
    first: Model,
}

const LABELS: usize = 2 * KINDS.len() + 1;
/// Buckets of the first model: 2^22.
const LARGE: u32 = 22;

impl Choice {
    fn settings(&self, bits: u32) -> Settings {
        Settings {
            labels: LABELS,
            bits,
            epochs: self.epochs,
            rate: self.rate,
            l1: self.l1,
            l2: self.l2,
            dropout: self.dropout,
            min_count: self.min_count,
            seed: self.seed,
        }
    }
}

impl Lessons {
    /// Reads the corpora of `data`, blind to some templates of features.
    pub fn read(data: &Path, lexicon: &Lexicon, clean: bool, without: &[u32], choice: &Choice) -> io::Result<Self> {
        let mut all = Vec::new();
        for (name, licensed) in CORPORA {
            if clean && !licensed {
                continue;
            }
            let records = corpus::read(&data.join(format!("ner/{name}.jsonl")))?;
            let mut lost = (0, 0);
            let sequences = sequences(&records, lexicon, without, &mut lost);
            let tokens: usize = sequences.iter().map(Sequence::len).sum();
            eprintln!(
                "{name}: {} stretches, {tokens} tokens, {} of {} names outside them",
                sequences.len(),
                lost.0,
                lost.1
            );
            all.extend(sequences);
        }
        let first = train_mean(&all, &bio(KINDS.len()), &choice.settings(LARGE), None, choice.scouts);
        Ok(Self { sequences: all, first })
    }

    /// The first model, packed as finely as it can be.
    pub fn whole(&self, choice: &Choice) -> Vec<u8> {
        self.first.pack(Grain { max: choice.max, steps: 127 })
    }

    /// The packed model of the weights that matter, trained anew twice, the second time in several runs.
    pub fn model(&self, choice: &Choice) -> Vec<u8> {
        let (settings, forbidden) = (choice.settings(choice.bits), bio(KINDS.len()));
        let mut small = Table::new(choice.bits, LABELS);
        let mut squares = vec![0f32; small.weights.len()];
        for (bucket, row) in self.first.table.weights.chunks_exact(LABELS).enumerate() {
            for (label, &weight) in row.iter().enumerate() {
                let at = (bucket >> (LARGE - choice.bits)) * LABELS + label;
                small.weights[at] += weight;
                squares[at] += self.first.squares[bucket * LABELS + label];
            }
        }
        let keep = small.worthwhile(&squares, choice.weights * 2);
        let second = train_mean(&self.sequences, &forbidden, &settings, Some(&keep), choice.scouts);
        let keep = second.table.worthwhile(&second.squares, choice.weights);
        let model = train_mean(&self.sequences, &forbidden, &settings, Some(&keep), choice.runs);
        model.pack(Grain { max: choice.max, steps: choice.steps })
    }
}

/// Writes what a model that is blind to some templates finds in a gold file, as `copydesk --jsonl` would.
pub fn predict(model: &[u8], lexicon: &Lexicon, without: &[u32], gold: &Path, out: &Path) -> io::Result<()> {
    let chain = Chain::read(model).ok_or(io::ErrorKind::InvalidData)?;
    let mut lines = String::new();
    for record in corpus::read(gold)? {
        let document = Document::new(&record.text, Language::English.orthography());
        let places = Utf16::new(&record.text);
        let mut found = Vec::new();
        let mut numbers = numbers::extract(&document, &numbers::Context::from(&Options::default()));
        let mut mentions = entities::learned_by(&document, &chain, lexicon, |template| !without.contains(&template));
        resolve::overlaps(&document, &mut numbers, &mut mentions);
        for m in mentions {
            let (start, end) = (places.of(m.span.start()), places.of(m.span.end()));
            found.push(format!("{{\"start\":{start},\"end\":{end},\"type\":\"{}\"}}", m.kind.label()));
        }
        let _ = writeln!(
            lines,
            "{{\"id\":{},\"entities\":[{}]}}",
            serde_json::Value::from(record.id.as_str()),
            found.join(",")
        );
    }
    fs::write(out, lines)
}

/// `names SHARED`: trains, writes the asset and what the card says of its bytes. `--check` only tells whether the asset is what training
/// gives; `--clean`, `--ablate`, `--sizes` write a table of the card. `--try KEY=VALUE,… --out FILE [--predict FOLDER]` trains otherwise,
/// for a look at the scores; `--with FILE` takes a model that is trained.
pub fn run(args: &[&str], shared: &Path, assets: &Path) -> io::Result<()> {
    let mut choice = Choice::default();
    let option = |name: &str| args.iter().position(|a| *a == name).and_then(|i| args.get(i + 1)).copied();
    for setting in option("--try").map(|s| s.split(',')).into_iter().flatten() {
        let (key, value) = setting.split_once('=').unwrap_or_default();
        let number: f32 = value.parse().unwrap_or(0.0);
        match key {
            "weights" => choice.weights = number as usize,
            "bits" => choice.bits = number as u32,
            "steps" => choice.steps = number as i32,
            "max" => choice.max = number,
            "epochs" => choice.epochs = number as usize,
            "rate" => choice.rate = number,
            "l1" => choice.l1 = number,
            "l2" => choice.l2 = number,
            "dropout" => choice.dropout = number,
            "seed" => choice.seed = number as u64,
            "count" => choice.min_count = number as u8,
            "runs" => choice.runs = number as usize,
            "scouts" => choice.scouts = number as usize,
            _ => eprintln!("no setting {key}"),
        }
    }
    let table = fs::read(option("--lexicon").map_or_else(|| assets.join("names.lexicon"), PathBuf::from))?;
    let lexicon = Lexicon::read(&table).ok_or(io::ErrorKind::InvalidData)?;
    let given = |name: &str| args.contains(&name);
    let asset = assets.join("names.model");
    match () {
        () if given("--ablate") => return card::ablate(shared, assets, &lexicon, &choice),
        () if given("--sizes") => return card::sizes(shared, assets, &lexicon, &choice),
        () => {}
    }
    let clean = given("--clean");
    let bytes = match option("--with") {
        Some(model) => fs::read(model)?,
        None => Lessons::read(&shared.join("data"), &lexicon, clean, &[], &choice)?.model(&choice),
    };
    eprintln!("{} bytes", bytes.len());
    if given("--check") {
        let same = fs::read(asset)? == bytes;
        return if same { Ok(()) } else { Err(io::Error::other("training gives another names.model than the asset")) };
    }
    if let Some(folder) = option("--predict") {
        for (gold, name) in [("eval/entities/dev.jsonl", "ent.jsonl"), ("eval/gold/dev.jsonl", "gold.jsonl")] {
            predict(&bytes, &lexicon, &[], &shared.join(gold), &Path::new(folder).join(name))?;
        }
    }
    match option("--out") {
        Some(out) => fs::write(out, &bytes),
        None if clean => card::clean(shared, assets, &lexicon, &bytes),
        None => {
            fs::write(asset, &bytes)?;
            card::files(&shared.join("data"), assets)
        }
    }
}

/// The files of `data` that the model comes of.
pub fn inputs() -> impl Iterator<Item = String> {
    CORPORA.iter().map(|(name, _)| format!("ner/{name}.jsonl"))
}
