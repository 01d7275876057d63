//! `npm run size`: what each part costs to download, held against committed budgets.

use crate::root::root;
use std::fs;
use std::io::Write;

const BUDGETS: &str = "eval/budgets.csv";

/// Prints raw and brotli size of every file that `eval/budgets.csv` names, and fails if one is over its budget.
pub fn run() -> Result<(), String> {
    let table = fs::read_to_string(root(BUDGETS)).map_err(|e| format!("{BUDGETS}: {e}"))?;
    let mut over = Vec::new();
    println!("{:<34}{:>10}{:>12}{:>14}", "part", "raw KB", "brotli KB", "budget KB");
    for line in table.lines().skip(1) {
        let mut cells = line.splitn(3, ',');
        let (Some(part), Some(budget), Some(files)) =
            (cells.next(), cells.next().and_then(|b| b.parse::<f64>().ok()), cells.next())
        else {
            return Err(format!("{BUDGETS}: no part, budget and files in {line:?}"));
        };
        let (mut raw, mut small) = (0, 0);
        for file in files.split_whitespace() {
            let bytes = fs::read(root(file)).map_err(|_| format!("{file} is missing: npm run build makes it"))?;
            raw += bytes.len();
            small += brotli(&bytes)?;
        }
        println!("{part:<34}{:>10.1}{:>12.1}{budget:>14.1}", kb(raw), kb(small));
        if kb(small) > budget {
            over.push(format!("{part}: {:.1} KB brotli is over its budget of {budget:.1}", kb(small)));
        }
    }
    if over.is_empty() { Ok(()) } else { Err(over.join("\n")) }
}

/// What a layer may add to the slim module, in KB by brotli; the core leaves it out by `--cfg without_LAYER`.
const LAYERS: &[(&str, f64)] = &[("numbers", 60.0)];

/// Prints what each layer adds to the slim module, and fails if one is over its budget.
pub fn layers() -> Result<(), String> {
    let all = brotli(&crate::wasm::slim("")?)?;
    for (layer, budget) in LAYERS {
        let added = kb(all - brotli(&crate::wasm::slim(&format!("--cfg without_{layer}"))?)?);
        println!("{layer}: {added:.1} KB brotli, budget {budget:.1} KB");
        if added > *budget {
            return Err(format!("{layer} is over its budget"));
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "file sizes are far below 2^52")]
fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}

/// Size by brotli at its best, as a host would serve it.
fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    writer.write_all(bytes).map_err(|e| e.to_string())?;
    drop(writer);
    Ok(out.len())
}
