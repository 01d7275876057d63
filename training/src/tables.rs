//! `data/en/*.txt` to the tables in `src/lang/en/`: one sorted line a word, so that a look-up is one binary search.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The classes of `lexemes.txt`, in the order of their bits.
const CLASSES: [&str; 15] = [
    "title",
    "honorific",
    "org",
    "suffix",
    "fac",
    "loc",
    "gpe",
    "event",
    "law",
    "work",
    "particle",
    "calendar",
    "language",
    "norp",
    "body",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn lines(file: &str) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(root().join("data/en").join(file))?;
    Ok(text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(str::to_owned).collect())
}

/// Lines of a key and its meaning, as `copydesk::lang::Lines` reads them.
fn table(rows: impl Iterator<Item = (String, String)>) -> String {
    rows.map(|(key, meaning)| format!("{key}\t{meaning}")).collect::<Vec<_>>().join("\n")
}

fn lexemes() -> io::Result<String> {
    let mut words: BTreeMap<String, u32> = BTreeMap::new();
    for line in lines("lexemes.txt")? {
        let (class, list) = line.split_once(':').unwrap_or_default();
        let bit = CLASSES.iter().position(|c| *c == class).map_or(CLASSES.len(), |b| b);
        for word in list.split_whitespace() {
            *words.entry(word.to_owned()).or_default() |= 1 << bit;
        }
    }
    Ok(table(words.into_iter().map(|(word, classes)| (word, format!("{classes:x}")))))
}

fn places() -> io::Result<String> {
    let mut rows: BTreeMap<String, (&str, String)> = BTreeMap::new();
    let lower = |n: &str| n.trim().to_lowercase().replace('’', "'");
    for line in lines("countries.txt")? {
        let parts: Vec<&str> = line.split('|').collect();
        for (names, kind) in [(parts[1], "G"), (parts[2], "N")] {
            for name in names.split(',').filter(|n| !n.trim().is_empty()) {
                rows.insert(lower(name), (kind, parts[0].to_owned()));
            }
        }
    }
    for line in lines("places.txt")? {
        let (kind, names) = line.split_once('|').unwrap_or_default();
        let kind = match kind {
            "GPE" => "G",
            "LOC" => "L",
            "FAC" => "F",
            "ORG" => "O",
            "EVENT" => "E",
            "LAW" => "A",
            "NORP" => "N",
            _ => "W",
        };
        for name in names.split(',') {
            rows.entry(lower(name)).or_insert((kind, String::new()));
        }
    }
    Ok(table(rows.into_iter().map(|(name, (kind, code))| (name, format!("{kind}{code}")))))
}

fn generated() -> io::Result<Vec<(PathBuf, String)>> {
    let folder = root().join("src/lang/en");
    Ok(vec![(folder.join("lexemes.tsv"), lexemes()?), (folder.join("places.tsv"), places()?)])
}

/// Writes the tables.
pub fn write() -> io::Result<()> {
    generated()?.into_iter().try_for_each(|(path, text)| fs::write(path, text))
}

#[test]
fn tables_are_fresh() {
    for (path, text) in generated().unwrap() {
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            text,
            "run: cargo run -p training -- tables ({})",
            path.display()
        );
    }
}
