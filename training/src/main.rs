//! Trains the models under `assets/` from corpora: fixed seed, integer weights, a card for each. Never shipped.
//!
//! `cargo run --release -p training -- names [--clean]`, `… -- quotes`, `… -- tables` (src/lang/en from data/en)

// What every trainer may use; a trainer that doesn't isn't wrong.
#[allow(dead_code)]
mod crf;
#[allow(dead_code)]
mod logistic;
#[allow(dead_code)]
mod pack;
mod quotes;
mod tables;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tables"] => tables::write(),
        ["quotes", corpus, out, ..] => quotes::run(corpus.as_ref(), out.as_ref()),
        _ => {
            eprintln!("training names [--clean] | quotes TRAIN.jsonl OUT_FOLDER | tables");
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
