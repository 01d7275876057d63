//! Corpora with names marked, as lines of JSON: `{"id","text","source","licence","scheme","entities":[{"start","end","type"}]}` with
//! offsets in UTF-16 units, and what each scheme teaches about the labels of `copydesk::entities::KINDS`.

use copydesk::annotation::EntityType::{self, Event, Fac, Gpe, Law, Loc, Norp, Org, Person, Product, WorkOfArt};
use copydesk::entities::KINDS;
use copydesk::lang::en::names::{Lexeme, place};
use copydesk::text::{Document, Span};
use serde_json::Value;
use std::path::Path;
use std::{fs, io};

pub struct Record {
    pub id: String,
    pub text: String,
    pub source: String,
    pub scheme: String,
    /// Byte spans with the corpus's own type.
    pub entities: Vec<(Span, String)>,
}

/// Reads one file of records.
pub fn read(path: &Path) -> io::Result<Vec<Record>> {
    let text = fs::read_to_string(path)?;
    Ok(text.lines().filter_map(record).collect())
}

fn record(line: &str) -> Option<Record> {
    let value: Value = serde_json::from_str(line).ok()?;
    let field = |name: &str| value[name].as_str().unwrap_or("").to_owned();
    let text = field("text");
    let mut bytes = Vec::new();
    for (at, c) in text.char_indices() {
        (0..c.len_utf16()).for_each(|_| bytes.push(at as u32));
    }
    bytes.push(text.len() as u32);
    let at = |v: &Value| bytes.get(v.as_u64()? as usize).copied();
    let entities = value["entities"].as_array().into_iter().flatten();
    let entities =
        entities.filter_map(|e| Some((Span::new(at(&e["start"])?, at(&e["end"])?), e["type"].as_str()?.to_owned())));
    Some(Record {
        entities: entities.collect(),
        id: field("id"),
        source: field("source"),
        scheme: field("scheme"),
        text,
    })
}

/// Labels as a bit set; of no type those of names that can't be told.
fn mask(kinds: &[EntityType], inside: bool) -> u32 {
    if kinds.is_empty() {
        return 1 << (2 * KINDS.len() - 1 + usize::from(inside));
    }
    let bit = |k: &EntityType| {
        KINDS.iter().position(|x| *x == Some(*k)).map_or(0, |i| 1 << (2 * i + 1 + usize::from(inside)))
    };
    kinds.iter().map(bit).sum()
}

/// The types that the scheme doesn't mark at all: its unmarked words may be such names.
fn unmarked(scheme: &str) -> &'static [EntityType] {
    match scheme {
        "uner3" => &[Norp, Event, WorkOfArt, Product, Law],
        "wnut" => &[Norp, Event, Law, Fac],
        _ => &[],
    }
}

/// The types that a mark of the scheme may stand for, narrowed by the name's own words; none if they can't be told.
fn kinds(record: &Record, label: &str, document: &Document, tokens: std::ops::Range<usize>) -> Vec<EntityType> {
    let worldwide = record.source.starts_with("Worldwide");
    let wide: &[EntityType] = match (label, record.scheme.as_str()) {
        ("PERSON", _) => &[Person],
        ("ORG", _) => &[Org],
        ("GPE", _) => &[Gpe],
        ("NORP", _) => &[Norp],
        ("FAC", _) => &[Fac],
        ("EVENT", _) => &[Event],
        ("WORK_OF_ART", _) => &[WorkOfArt],
        ("PRODUCT", _) => &[Product],
        ("LAW", _) => &[Law],
        ("LOC", _) if worldwide => &[Gpe, Loc],
        ("LOC", _) => &[Gpe, Loc, Fac],
        _ => &[Norp, Event, WorkOfArt, Law, Product],
    };
    if wide.len() == 1 {
        return wide.to_vec();
    }
    let words: Vec<&str> = tokens.clone().map(|i| document.lower(i)).collect();
    let name = document.span(tokens).of(document.text).to_lowercase();
    let known = place(name.trim_start_matches("the ")).map(|p| p.kind);
    let ends = words.last().map(|w| Lexeme::of(w)).unwrap_or_default();
    let begins = words.first().map(|w| Lexeme::of(w)).unwrap_or_default();
    let narrow = |kind| wide.contains(&kind).then(|| vec![kind]);
    let by_word = [
        (Lexeme::FAC, Fac),
        (Lexeme::LOC, Loc),
        (Lexeme::GPE, Gpe),
        (Lexeme::NORP, Norp),
        (Lexeme::LAW, Law),
        (Lexeme::EVENT, Event),
        (Lexeme::WORK, WorkOfArt),
    ];
    let first = [(Lexeme::LOC, Loc), (Lexeme::GPE, Gpe)];
    known
        .and_then(narrow)
        .or_else(|| {
            by_word.iter().find_map(|(c, k)| narrow(*k).filter(|_| ends.is(*c) && (words.len() > 1 || *k == Norp)))
        })
        .or_else(|| first.iter().find_map(|(c, k)| narrow(*k).filter(|_| begins.is(*c) && words.len() > 1)))
        // A place that no word tells more of is a town.
        .or_else(|| if label == "LOC" { narrow(Gpe) } else { None })
        .unwrap_or_default()
}

/// The allowed labels of every token.
pub fn gold(record: &Record, document: &Document) -> Vec<u32> {
    let open = unmarked(&record.scheme);
    let outside =
        if open.is_empty() { 1 } else { 1 | mask(&[], false) | mask(&[], true) | mask(open, false) | mask(open, true) };
    let mut allowed = vec![outside; document.tokens.len()];
    for (span, label) in &record.entities {
        let mut tokens = document.tokens_in(*span);
        while tokens.len() > 1 && matches!(document.str(tokens.start), "the" | "\"" | "“" | "'" | "‘") {
            tokens.start += 1;
        }
        while tokens.len() > 1 && matches!(document.lower(tokens.end - 1), "'s" | "\"" | "”" | "'" | "’" | "." | ",")
        {
            tokens.end -= 1;
        }
        let kinds = kinds(record, label, document, tokens.clone());
        for (n, i) in tokens.enumerate() {
            allowed[i] = mask(&kinds, n > 0);
        }
    }
    allowed
}
