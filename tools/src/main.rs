//! The developer's commands: `cargo run --release -p tools -- COMMAND`.

mod debug;
mod eval;
mod fuzz;
mod generate;
mod panics;
mod root;
mod schema;
mod size;
mod wasm;

use std::process::ExitCode;

const HELP: &str = "\
tools COMMAND
  wasm          build the wasm with its glue into js/wasm
  gen [--check] write js/contract.ts and js/contract.schema.json from the wire schema, or tell whether they are fresh
  eval          score against ../shared/eval, write eval/results.csv, fail below eval/floors.csv
  size          raw and brotli size of each part of the package, fail over eval/budgets.csv
  size --layers what each layer adds to the slim module, fail over its budget
  fuzz [SECONDS] run each fuzz target for so long (60)
  debug [FILE]  print every stage of the analysis of a text
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["wasm"] => wasm::build(),
        ["gen"] => generate::write(),
        ["gen", "--check"] => generate::check(),
        ["eval"] => eval::run(),
        ["fuzz"] => fuzz::run("60"),
        ["fuzz", seconds] => fuzz::run(seconds),
        ["size"] => size::run(),
        ["size", "--layers"] => size::layers(),
        ["debug"] => debug::print(None),
        ["debug", file] => debug::print(Some(file)),
        _ => Err(HELP.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}
