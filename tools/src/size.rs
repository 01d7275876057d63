//! `npm run size`: what each part costs to download, held against committed budgets.

use crate::root::root;
use crate::wasm;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

const BUDGETS: &str = "eval/budgets.csv";

/// Prints raw and brotli size of the files that `eval/budgets.csv` names, and of what modules among them import, and fails if a part is
/// over its budget.
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
        let mut all = Vec::new();
        for file in files.split_whitespace() {
            imported(&root(file), &mut all).map_err(|_| format!("{file} is missing: npm run build makes it"))?;
        }
        for bytes in all.into_iter().map(|(_, bytes)| bytes) {
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

/// Reads a file and, if it is a module, all that it imports.
fn imported(file: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) -> io::Result<()> {
    let file = fs::canonicalize(file)?;
    if found.iter().any(|(other, _)| *other == file) {
        return Ok(());
    }
    let bytes = fs::read(&file)?;
    let code = if file.extension().is_some_and(|e| e == "js") {
        String::from_utf8_lossy(&bytes).into_owned()
    } else {
        String::new()
    };
    found.push((file.clone(), bytes));
    for line in code.lines().filter(|line| line.starts_with("import ") || line.starts_with("} from ")) {
        if let Some(path) = line.split(['"', '\'']).find(|part| part.starts_with('.')) {
            imported(&file.with_file_name(path), found)?;
        }
    }
    Ok(())
}

/// Prints what the issues ask of parts that no file holds, and fails if one is over its budget: what the numbers add to the slim module
/// (the core leaves them out by `--cfg without_numbers`), and the default module but for the models, which have budgets of their own.
pub fn layers() -> Result<(), String> {
    let numbers =
        brotli(&wasm::other("slim", None, "")?)? - brotli(&wasm::other("slim", None, "--cfg without_numbers")?)?;
    let rules = brotli(&wasm::other("copydesk", Some("house"), "")?)?;
    let parts = [("numbers", numbers, 60.0), ("default without models", rules, 300.0)];
    for (part, size, budget) in parts {
        println!("{part}: {:.1} KB brotli, budget {budget:.1} KB", kb(size));
    }
    let over: Vec<_> = parts.iter().filter(|(_, size, budget)| kb(*size) > *budget).map(|p| p.0).collect();
    if over.is_empty() { Ok(()) } else { Err(format!("over its budget: {}", over.join(", "))) }
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
