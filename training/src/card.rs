//! What the card of the names' model says of it, measured and written into it: tables between `<!-- NAME -->` and `<!-- end -->`.

use crate::corpus;
use crate::names::{Choice, Lessons, inputs, predict};
use copydesk::entities::{self, Chain, lexicon::Lexicon};
use copydesk::lang::Language;
use copydesk::text::{Document, fnv};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

/// Groups of features by the templates of `copydesk::entities::View`; a template may be in two.
const GROUPS: [(&str, &[u32]); 8] = [
    ("words themselves", &[1, 20, 101, 102, 110, 113, 117, 118]),
    ("word classes", &[2, 3, 24, 104, 105, 108, 112, 119, 120, 121]),
    ("shapes", &[4, 103, 106, 107, 108, 124]),
    ("affixes", &[8, 9, 11, 14, 17, 18, 19]),
    ("classes and known names of data/en", &[5, 21, 27, 106, 107, 111, 114, 116, 125, 126]),
    ("lists of given names, surnames, cities", &[6, 22, 115, 127]),
    ("the rest of the article", &[23, 24, 25, 26, 123]),
    (
        "the run of capitals and what stands beside it",
        &[109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121],
    ),
];

/// The suites whose scores stand in the card.
const SUITES: [&str; 5] = ["news", "conllpp", "worldwide", "gum-news", "uner-ewt"];

/// The bytes and hashes of the assets and of what the model was trained on.
pub fn files(data: &Path, assets: &Path) -> io::Result<()> {
    let mut table = String::from("| file | bytes | fnv of the bytes |\n|---|---:|---|\n");
    let assets_of = ["names.model", "names.lexicon"].map(|name| (name.to_owned(), assets.join(name)));
    let read_from = inputs().map(|name| (format!("data/{name}"), data.join(name)));
    for (name, path) in assets_of.into_iter().chain(read_from) {
        let bytes = fs::read(path)?;
        let _ = writeln!(table, "| {name} | {} | {:08x} |", bytes.len(), fnv(&bytes));
    }
    write(assets, "files", &table)
}

/// Scores of the shipped model and of one that was trained without the corpus that has no licence.
pub fn clean(shared: &Path, assets: &Path, lexicon: &Lexicon, model: &[u8]) -> io::Result<()> {
    let shipped = fs::read(assets.join("names.model"))?;
    let mut table = String::from("| suite, core3 | shipped | `--clean` |\n|---|---:|---:|\n");
    let [one, other] = [&shipped[..], model].map(|model| scores(shared, model, lexicon, &[]));
    for ((suite, one), other) in SUITES.iter().zip(one?).zip(other?) {
        let _ = writeln!(table, "| {suite} | {one:.1} | {other:.1} |");
    }
    let [one, other] = [&shipped[..], model].map(|model| newsroom(shared, model, lexicon));
    for ((name, one), other) in ["span", "span + type"].iter().zip(one?).zip(other?) {
        let _ = writeln!(table, "| gold, {name} | {one:.1} | {other:.1} |");
    }
    write(assets, "clean", &table)
}

/// Trains models of several sizes and writes what each weighs and scores.
pub fn sizes(shared: &Path, assets: &Path, lexicon: &Lexicon, choice: &Choice) -> io::Result<()> {
    let mut table = String::from(
        "| weights, levels, runs | brotli KB | news core3 | uner-ewt core3 | gold + type |\n|---|---:|---:|---:|---:|\n",
    );
    let data = shared.join("data");
    let mut row = |name: &str, model: &[u8]| {
        let (suites, gold) = (scores(shared, model, lexicon, &[])?, newsroom(shared, model, lexicon)?);
        let kb = brotli(model)? as f64 / 1024.0;
        let line = format!("| {name} | {kb:.0} | {:.1} | {:.1} | {:.1} |", suites[0], suites[4], gold[1]);
        eprintln!("{line}");
        table += &line;
        table.push('\n');
        io::Result::Ok(())
    };
    let all = Lessons::read(&data, lexicon, false, &[], choice)?;
    row(&format!("all weights, 255, {}", choice.scouts), &all.whole(choice))?;
    for (weights, steps, max, runs) in SIZES {
        let name = format!("{weights}, {}, {runs}", 2 * steps + 1);
        row(&name, &all.model(&Choice { weights, steps, max, runs, ..*choice }))?;
    }
    write(assets, "sizes", &table)
}

/// What is tried: weights, steps on either side of zero, the largest weight in nats, runs.
const SIZES: [(usize, i32, f32, usize); 4] =
    [(100_000, 31, 4.0, 8), (130_000, 31, 4.0, 8), (100_000, 15, 3.0, 8), (124_000, 15, 3.0, 8)];

/// Trains with every group and without each, all weights kept, and writes core3 of every suite into the card. Half a minute of one core
/// a row.
pub fn ablate(shared: &Path, assets: &Path, lexicon: &Lexicon, choice: &Choice) -> io::Result<()> {
    let mut table = format!("| without | {} |\n|---|{}\n", SUITES.join(" | "), "---:|".repeat(SUITES.len()));
    for (name, without) in [("nothing: all features", &[][..])].into_iter().chain(GROUPS) {
        let bytes = Lessons::read(&shared.join("data"), lexicon, false, without, choice)?.whole(choice);
        let scores = scores(shared, &bytes, lexicon, without)?;
        let row: Vec<String> = scores.iter().map(|s| format!("{s:.1}")).collect();
        eprintln!("{name}: {}", row.join(" "));
        let _ = writeln!(table, "| {name} | {} |", row.join(" | "));
    }
    write(assets, "ablation", &table)
}

/// Size by brotli at its best, as a host would serve it.
fn brotli(bytes: &[u8]) -> io::Result<usize> {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24).write_all(bytes)?;
    Ok(out.len())
}

/// What the scorer of the shared evaluation says of a model's finds in a gold file.
fn scored(
    shared: &Path,
    gold: &str,
    scorer: &str,
    model: &[u8],
    lexicon: &Lexicon,
    without: &[u32],
) -> io::Result<Value> {
    let gold = shared.join(gold);
    let found = std::env::temp_dir().join(format!("copydesk-names-{}.jsonl", std::process::id()));
    predict(model, lexicon, without, &gold, &found)?;
    let done = Command::new("python3").arg(shared.join(scorer)).args([&gold, &found]).arg("--json").output()?;
    fs::remove_file(&found)?;
    Ok(serde_json::from_slice(&done.stdout)?)
}

/// F1 of the newsroom articles' names: span, span and type, in per cent.
fn newsroom(shared: &Path, model: &[u8], lexicon: &Lexicon) -> io::Result<Vec<f64>> {
    let json = scored(shared, "eval/gold/dev.jsonl", "eval/score_gold.py", model, lexicon, &[])?;
    let f1 = |name: &str| json[name]["f1"].as_f64().ok_or_else(|| io::ErrorKind::InvalidData.into());
    ["entities span", "entities +type"].into_iter().map(f1).collect()
}

/// Core3 of every suite, in per cent, by the scorer of the shared evaluation.
fn scores(shared: &Path, model: &[u8], lexicon: &Lexicon, without: &[u32]) -> io::Result<Vec<f64>> {
    let json = scored(shared, "eval/entities/dev.jsonl", "eval/score_entities.py", model, lexicon, without)?;
    let core3 = |suite: &&str| {
        let score = &json[*suite]["core3"];
        score.as_f64().or(score["f1"].as_f64()).or(score[2].as_f64()).map(|s| s * 100.0)
    };
    SUITES.iter().map(core3).collect::<Option<_>>().ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// How often a mention of a stated confidence is right, span and type, in the suites the model was never trained on; written into the card.
pub fn calibrate(shared: &Path, assets: &Path) -> io::Result<()> {
    let (chain, table) = (fs::read(assets.join("names.model"))?, fs::read(assets.join("names.lexicon"))?);
    let (Some(chain), Some(lexicon)) = (Chain::read(&chain), Lexicon::read(&table)) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    // Of each tenth: mentions, those that are right, the sum of the confidence.
    let mut bins: BTreeMap<u8, (u32, u32, u32)> = BTreeMap::new();
    for record in corpus::read(&shared.join("eval/entities/dev.jsonl"))? {
        if !["conllpp", "gum-news", "uner-ewt"].iter().any(|s| record.id.starts_with(s)) {
            continue;
        }
        let document = Document::new(&record.text, Language::English.orthography());
        for m in entities::learned(&document, &chain, &lexicon) {
            let Some(coarse) = coarse(m.kind.label()) else { continue };
            let right =
                record.entities.iter().any(|(span, kind)| *span == m.span && Some(coarse) == self::coarse(kind));
            let bin = bins.entry(m.confidence.0 / 10).or_default();
            *bin = (bin.0 + 1, bin.1 + u32::from(right), bin.2 + u32::from(m.confidence.0));
        }
    }
    let mut out = String::from("| confidence | mentions | mean confidence | right |\n|---|---:|---:|---:|\n");
    for (tenth, (all, right, sum)) in bins {
        let share = |n: u32| f64::from(n) / f64::from(all);
        let (mean, right) = (share(sum), share(right) * 100.0);
        let _ = writeln!(out, "| {}–{} | {all} | {mean:.0} | {right:.0} |", tenth * 10, tenth * 10 + 9);
    }
    write(assets, "calibration", &out)
}

/// The types that all suites mark.
fn coarse(label: &str) -> Option<&'static str> {
    match label {
        "PERSON" => Some("PERSON"),
        "ORG" => Some("ORG"),
        "GPE" | "LOC" | "FAC" => Some("LOC"),
        _ => None,
    }
}

fn write(assets: &Path, name: &str, table: &str) -> io::Result<()> {
    let place = assets.join("names.card.md");
    let card = fs::read_to_string(&place)?;
    let (open, close) = (format!("<!-- {name} -->\n"), "<!-- end -->");
    let parts = card.split_once(&open).and_then(|(head, rest)| Some((head, rest.split_once(close)?.1)));
    let Some((head, tail)) = parts else { return Err(io::Error::other(format!("the card has no place for {name}"))) };
    fs::write(place, format!("{head}{open}{table}{close}{tail}"))
}
