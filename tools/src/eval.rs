//! `npm run eval`: the scorers of `../shared/eval` over the built command line, held against committed thresholds.

use crate::root::root;
use serde_json::Value;
use std::fmt::Write;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A figure: its name in the table, how to find it in a scorer's JSON, and the least it may be.
struct Floor {
    suite: String,
    measure: String,
    least: f64,
}

const RESULTS: &str = "eval/results.csv";
const FLOORS: &str = "eval/floors.csv";

/// A gold file, its scorer, and the figures wanted of it, by their place in the scorer's JSON.
struct Suite {
    name: &'static str,
    gold: &'static str,
    scorer: &'static str,
    /// What the scorer writes for 100 per cent.
    whole: f64,
    figures: &'static [(&'static str, &'static str)],
}

const NEWSROOM: &[(&str, &str)] = &[
    ("newsroom score", "/newsroom"),
    ("quotes span", "/quotes span"),
    ("quotes + speaker", "/quotes +speaker"),
    ("indirect soft", "/indirect soft"),
    ("numbers span", "/numbers span"),
    ("numbers + value", "/numbers +value"),
    ("entities span", "/entities span"),
    ("entities + type", "/entities +type"),
    ("entities + type + name", "/entities +type+name"),
];

const NUMBERS: &[(&str, &str)] = &[
    ("span", "/overall/span"),
    ("kind", "/overall/kind"),
    ("value", "/overall/value"),
    ("mean value of suites", "/macro/value"),
    ("mod", "/mod"),
];

/// Numbers from the tests of other libraries: many suites in one file.
const BORROWED: &str = "numbers/dev.jsonl";

/// What the names of suites of a family begin with, and whether they are about numbers (else about dates).
const FAMILIES: &[(&str, &str, bool)] = &[
    ("Recognizers numbers", "recog-", true),
    ("Recognizers dates", "recog-", false),
    ("Duckling numbers", "duckling-", true),
    ("Duckling dates", "duckling-", false),
    ("quantulum3", "quantulum", true),
];

const ABOUT_DATES: &[&str] = &["date", "time", "dt", "datetime", "dateperiod", "duration", "holiday"];

const SUITES: &[Suite] = &[
    Suite { name: "newsroom", gold: "gold/dev.jsonl", scorer: "score_gold.py", whole: 100.0, figures: NEWSROOM },
    Suite {
        name: "polnear",
        gold: "quotes/dev.jsonl",
        scorer: "score_quotes.py",
        whole: 1.0,
        figures: &[
            ("e2e exact", "/e2e.exact"),
            ("quotes exact", "/quotes.exact"),
            ("speaker accuracy", "/speaker.acc"),
            ("speaker accuracy nominal", "/speaker.nominal"),
            ("indirect soft", "/indirect.soft"),
            ("cue overlap", "/cue.overlap"),
        ],
    },
    Suite {
        name: "numbers in news",
        gold: "numbers/news_dev.jsonl",
        scorer: "score_numbers.py",
        whole: 1.0,
        figures: NUMBERS,
    },
    Suite { name: "numbers borrowed", gold: BORROWED, scorer: "score_numbers.py", whole: 1.0, figures: NUMBERS },
    Suite {
        name: "entities",
        gold: "entities/dev.jsonl",
        scorer: "score_entities.py",
        whole: 1.0,
        figures: &[
            ("news core3", "/news/core3"),
            ("conllpp core3", "/conllpp/core3"),
            ("worldwide core3", "/worldwide/core3"),
            ("gum-news core3", "/gum-news/core3"),
            ("uner-ewt core3", "/uner-ewt/core3"),
        ],
    },
];

/// Scores every suite, writes the table, and fails if a figure is below its floor. Without the gold data it only says so.
pub fn run() -> Result<(), String> {
    let gold = root("../shared/eval");
    if !gold.is_dir() {
        println!("There is no gold data at {}: nothing is scored, {RESULTS} stays as committed.", gold.display());
        return Ok(());
    }
    let mut figures = Vec::new();
    for suite in SUITES {
        let gold_file = gold.join(suite.gold);
        let predictions = predict(&gold_file, suite.name)?;
        let scores = score(&gold.join(suite.scorer), &gold_file, &predictions)?;
        add(&mut figures, suite, suite.name, &scores)?;
        if suite.gold == BORROWED {
            families(&mut figures, suite.name, &scores)?;
        }
    }
    let (seed, predictions) = seed_alone(&gold)?;
    let newsroom = &SUITES[0];
    add(&mut figures, newsroom, "seed article", &score(&gold.join(newsroom.scorer), &seed, &predictions)?)?;
    let mut table = String::from("suite,measure,F1\n");
    for (name, value) in &figures {
        let _ = writeln!(table, "{name},{value:.1}");
    }
    print!("{table}");
    fs::write(root(RESULTS), &table).map_err(|e| format!("{RESULTS}: {e}"))?;
    let below: Vec<_> = floors()?
        .into_iter()
        .filter_map(|f| {
            let name = format!("{},{}", f.suite, f.measure);
            match figures.iter().find(|(n, _)| *n == name) {
                Some((_, value)) if *value + 0.05 >= f.least => None,
                Some((_, value)) => Some(format!("{name}: {value:.1} is below its floor {:.1}", f.least)),
                None => Some(format!("{name}: has a floor but no figure")),
            }
        })
        .collect();
    if below.is_empty() { Ok(()) } else { Err(below.join("\n")) }
}

fn floors() -> Result<Vec<Floor>, String> {
    let text = fs::read_to_string(root(FLOORS)).map_err(|e| format!("{FLOORS}: {e}"))?;
    text.lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split(',').map(str::to_owned);
            match (cells.next(), cells.next(), cells.next().and_then(|c| c.parse().ok())) {
                (Some(suite), Some(measure), Some(least)) => Ok(Floor { suite, measure, least }),
                _ => Err(format!("{FLOORS}: no suite, measure and figure in {line:?}")),
            }
        })
        .collect()
}

fn add(out: &mut Vec<(String, f64)>, suite: &Suite, name: &str, scores: &Value) -> Result<(), String> {
    for (measure, place) in suite.figures {
        let value =
            scores.pointer(place).and_then(share).ok_or_else(|| format!("the scorer of {name} gives no {place}"))?;
        out.push((format!("{name},{measure}"), value / suite.whole * 100.0));
    }
    Ok(())
}

/// The values of each family of borrowed suites: the mean of its suites, and with each weighted by its items.
fn families(out: &mut Vec<(String, f64)>, name: &str, scores: &Value) -> Result<(), String> {
    let suites = scores["suites"].as_object().ok_or_else(|| format!("the scorer of {name} gives no suites"))?;
    for &(family, prefix, numbers) in FAMILIES {
        let own = suites.iter().filter_map(|(suite, s)| {
            let about = suite.strip_prefix(prefix)?;
            let value = (ABOUT_DATES.contains(&about) != numbers).then(|| &s["value"])?;
            Some((share(value)?, s["span"][3].as_f64()?))
        });
        let (mut sum, mut count, mut weighted, mut items) = (0.0, 0.0, 0.0, 0.0);
        for (value, n) in own {
            (sum, count, weighted, items) = (sum + value, count + 1.0, weighted + value * n, items + n);
        }
        out.push((format!("{name},{family}"), sum / count * 100.0));
        out.push((format!("{name},{family} by items"), weighted / items * 100.0));
    }
    Ok(())
}

/// Gold and predictions of the seed article alone.
fn seed_alone(gold: &Path) -> Result<(PathBuf, PathBuf), String> {
    let only = |from: PathBuf, to: &str| {
        let all = fs::read_to_string(&from).map_err(|e| format!("{}: {e}", from.display()))?;
        let is_seed = |l: &&str| serde_json::from_str::<Value>(l).is_ok_and(|v| v["id"] == "seed");
        let line =
            all.lines().find(is_seed).ok_or_else(|| format!("{} holds no article named seed", from.display()))?;
        let to = root("target/eval").join(to);
        fs::write(&to, format!("{line}\n")).map_err(|e| format!("{}: {e}", to.display()))?;
        Ok::<_, String>(to)
    };
    Ok((only(gold.join("gold/dev.jsonl"), "seed-gold.jsonl")?, only(root("target/eval/newsroom.jsonl"), "seed.jsonl")?))
}

/// Runs the release build of the command line over a gold file.
fn predict(gold: &Path, suite: &str) -> Result<PathBuf, String> {
    let folder = root("target/eval");
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let out = folder.join(format!("{suite}.jsonl"));
    let (input, output) =
        (File::open(gold).map_err(|e| e.to_string())?, File::create(&out).map_err(|e| e.to_string())?);
    let done = Command::new(env!("CARGO"))
        .current_dir(root(""))
        .args(["run", "--quiet", "--release", "--bin", "copydesk", "--", "--jsonl"])
        .stdin(Stdio::from(input))
        .stdout(Stdio::from(output))
        .status()
        .map_err(|e| format!("cargo: {e}"))?;
    if done.success() { Ok(out) } else { Err(format!("copydesk --jsonl failed on {suite}")) }
}

/// The scorer's JSON over one pair of files.
fn score(scorer: &Path, gold: &Path, predictions: &Path) -> Result<Value, String> {
    let done = Command::new("python3")
        .arg(scorer)
        .args([gold, predictions])
        .arg("--json")
        .output()
        .map_err(|_| "python3 is missing: install Python 3.9 or later, the scorers are written in it")?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned());
    }
    serde_json::from_slice(&done.stdout).map_err(|e| format!("{}: {e}", scorer.display()))
}

/// A figure as the scorer writes it: plain, `[precision, recall, F1, gold]`, `[right, all]` or `{"f1": …}`.
fn share(value: &Value) -> Option<f64> {
    let share = match value {
        Value::Number(share) => share.as_f64()?,
        Value::Array(four) if four.len() == 4 => four[2].as_f64()?,
        Value::Array(pair) if pair.len() == 2 => match pair[1].as_f64()? {
            0.0 => 0.0,
            all => pair[0].as_f64()? / all,
        },
        Value::Object(fields) => ["f1", "F1", "acc"].iter().find_map(|k| fields.get(*k)?.as_f64())?,
        _ => return None,
    };
    Some(share)
}
