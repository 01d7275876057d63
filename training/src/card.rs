//! What the card of the names' model says of it, measured and written into it: tables between `<!-- NAME -->` and `<!-- end -->`.

use crate::corpus;
use crate::names::{Choice, model, predict};
use copydesk::entities::{self, Chain, lexicon::Lexicon};
use copydesk::lang::Language;
use copydesk::text::Document;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
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

/// Trains with every group and without each, all weights kept, and writes core3 of every suite into the card. Half a minute of one core
/// a row.
pub fn ablate(shared: &Path, assets: &Path, lexicon: &Lexicon, choice: Choice) -> io::Result<()> {
    let mut table = format!("| without | {} |\n|---|{}\n", SUITES.join(" | "), "---:|".repeat(SUITES.len()));
    let choice = Choice { weights: 0, ..choice };
    for (name, without) in [("nothing: all features", &[][..])].into_iter().chain(GROUPS) {
        let bytes = model(&shared.join("data/ner"), Some(lexicon), false, without, choice)?;
        let scores = scores(shared, &bytes, lexicon, without)?;
        let row: Vec<String> = scores.iter().map(|s| format!("{s:.1}")).collect();
        eprintln!("{name}: {}", row.join(" "));
        let _ = writeln!(table, "| {name} | {} |", row.join(" | "));
    }
    write(assets, "ablation", &table)
}

/// Core3 of every suite, in per cent, by the scorer of the shared evaluation.
fn scores(shared: &Path, model: &[u8], lexicon: &Lexicon, without: &[u32]) -> io::Result<Vec<f64>> {
    let gold = shared.join("eval/entities/dev.jsonl");
    let found = std::env::temp_dir().join(format!("copydesk-names-{}.jsonl", std::process::id()));
    predict(model, lexicon, without, &gold, &found)?;
    let done = Command::new("python3")
        .arg(shared.join("eval/score_entities.py"))
        .args([&gold, &found])
        .arg("--json")
        .output()?;
    fs::remove_file(&found)?;
    let json: Value = serde_json::from_slice(&done.stdout)?;
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
