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
mod tables;

use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("tables") => tables::write(),
        _ => {
            eprintln!("training names [--clean] | quotes | tables");
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
