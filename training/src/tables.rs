//! `data/en/*.txt` to the tables in `src/lang/en/`: one sorted row a word, so that a look-up is one binary search.

use std::collections::BTreeMap;
use std::fmt::Write as _;
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

fn table(head: &str, rows: impl Iterator<Item = String>) -> String {
    let mut out = format!("{head} = &[\n");
    let mut line = String::from("   ");
    for row in rows {
        if line.len() + row.len() > 118 {
            out += &line;
            out.push('\n');
            line = String::from("   ");
        }
        let _ = write!(line, " {row},");
    }
    out + &line + "\n];\n"
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
    let head = "//! What a word says about the name it stands in. Generated from `data/en/lexemes.txt` by `training tables`.\n\n\
        /// Sorted words in lower case with their classes, as bits of `super::Lexeme`.\n#[rustfmt::skip]\n\
        pub(super) const LEXEMES: &[(&str, u16)]";
    Ok(table(head, words.iter().map(|(w, c)| format!("({w:?}, {c})"))))
}

fn places() -> io::Result<String> {
    let mut rows: BTreeMap<String, (&str, String)> = BTreeMap::new();
    let lower = |n: &str| n.trim().to_lowercase().replace('’', "'");
    for line in lines("countries.txt")? {
        let parts: Vec<&str> = line.split('|').collect();
        for (names, kind) in [(parts[1], "Gpe"), (parts[2], "Norp")] {
            for name in names.split(',').filter(|n| !n.trim().is_empty()) {
                rows.insert(lower(name), (kind, parts[0].to_owned()));
            }
        }
    }
    for line in lines("places.txt")? {
        let (kind, names) = line.split_once('|').unwrap_or_default();
        let kind = match kind {
            "GPE" => "Gpe",
            "LOC" => "Loc",
            "FAC" => "Fac",
            "ORG" => "Org",
            "EVENT" => "Event",
            "LAW" => "Law",
            "NORP" => "Norp",
            _ => "WorkOfArt",
        };
        for name in names.split(',') {
            rows.entry(lower(name)).or_insert((kind, String::new()));
        }
    }
    let head = "//! Names that are known whole. Generated from `data/en/countries.txt` and `data/en/places.txt` by `training tables`.\n\n\
        use crate::annotation::EntityType::{self, Event, Fac, Gpe, Law, Loc, Norp, Org, WorkOfArt};\n\n\
        /// Sorted names in lower case with their type, and the ISO 3166-1 alpha-2 code of a country and of its people.\n\
        #[rustfmt::skip]\npub(super) const PLACES: &[(&str, EntityType, &str)]";
    Ok(table(head, rows.iter().map(|(n, (k, c))| format!("({n:?}, {k}, {c:?})"))))
}

fn generated() -> io::Result<Vec<(PathBuf, String)>> {
    let folder = root().join("src/lang/en");
    Ok(vec![(folder.join("lexemes.rs"), lexemes()?), (folder.join("places.rs"), places()?)])
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
