//! Trains the models under `assets/` from corpora: fixed seed, integer weights, a card for each. Never shipped.
//!
//! `cargo run --release -p training -- names SHARED [--check | --clean | --ablate | --sizes]`, `… -- calibrate SHARED`, `… -- lexicon FOLDER` (word classes and lists from unpacked packages),
//! `… -- quotes TRAIN.jsonl OUT_FOLDER [MODEL…]`, `… -- folds TRAIN.jsonl FOLDER [MODEL…]`, `… -- read MODELS ARTICLES.jsonl`, `… -- tables` (src/lang/en from data/en)

#![allow(clippy::disallowed_methods, reason = "what is never shipped may use the whole standard library")]

// What every trainer may use; a trainer that doesn't isn't wrong.
mod card;
mod corpus;
#[allow(dead_code)]
mod crf;
mod lexicon;
#[allow(dead_code)]
mod logistic;
mod names;
#[allow(dead_code)]
mod pack;
mod quotes;
mod reading;
mod tables;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/en");
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tables"] => tables::write(),
        ["lexicon", folder] => lexicon::build(folder.as_ref(), lexicon::WORDS, &assets.join("names.lexicon")),
        ["lexicon", folder, words, out] if words.parse::<usize>().is_ok() => {
            lexicon::build(folder.as_ref(), words.parse().unwrap_or(0), out.as_ref())
        }
        ["names", shared, rest @ ..] => names::run(rest, shared.as_ref(), &assets),
        ["calibrate", shared] => card::calibrate(shared.as_ref(), &assets),
        ["quotes", corpus, out, only @ ..] => quotes::run(corpus.as_ref(), out.as_ref(), only),
        ["folds", corpus, folder, only @ ..] => quotes::folds(corpus.as_ref(), folder.as_ref(), only),
        ["read", models, corpus] => quotes::articles(corpus.as_ref())
            .and_then(|articles| reading::read(models.as_ref(), articles.iter(), |_, _| ())),
        _ => {
            eprintln!(
                "training names SHARED [--check | --clean | --ablate | --sizes] | calibrate SHARED | lexicon FOLDER [WORDS OUT] | quotes TRAIN.jsonl OUT_FOLDER [MODEL…] | folds TRAIN.jsonl FOLDER [MODEL…] | read MODELS ARTICLES.jsonl | tables"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("training: {e}");
            ExitCode::FAILURE
        }
    }
}
