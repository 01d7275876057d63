//! Trains the models under `assets/` from corpora: fixed seed, integer weights, a card for each. Never shipped.
//!
//! `cargo run --release -p training -- names [--clean]`, `… -- quotes`

// What every trainer may use; a trainer that doesn't isn't wrong.
#[allow(dead_code)]
mod crf;
#[allow(dead_code)]
mod logistic;
#[allow(dead_code)]
mod pack;

fn main() -> std::process::ExitCode {
    eprintln!("training names [--clean] | quotes");
    std::process::ExitCode::from(2)
}
