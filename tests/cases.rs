//! The shared cases of `tests/cases`, against the Rust core.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use copydesk::{Desk, Options, wire};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "toml") {
            found.push(path);
        }
    }
    found.sort();
}

fn analyze(case: &Map<String, Value>) -> Value {
    let mut options: Map<String, Value> = Map::new();
    for key in ["reference", "outletCountry", "house"] {
        options.extend(case.get(key).map(|v| (key.to_owned(), v.clone())));
    }
    let desk = Desk::new(Options::read(Value::Object(options)).unwrap());
    let text = case["text"].as_str().expect("a case has a text");
    serde_json::from_str(&wire::json(&desk.analyze(text).unwrap(), text)).unwrap()
}

fn same(expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::Bool(false), Value::Null) => true,
        (Value::String(text), Value::Object(span)) => span.get("text").and_then(Value::as_str) == Some(text),
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        _ => expected == got,
    }
}

/// What is wrong with one case; empty if nothing is.
fn problems(list: &str, case: &Map<String, Value>) -> Vec<String> {
    let analysis = analyze(case);
    let items = analysis[list].as_array().expect("the folder is named for a list of the contract");
    let none = Vec::new();
    let expected = case.get("expect").and_then(Value::as_array).unwrap_or(&none);
    let partial = case.get("partial") == Some(&Value::Bool(true));
    let wants_indirect = expected.iter().any(|e| e.get("kind") == Some(&"indirect".into()));
    let mut problems = Vec::new();
    let mut left: Vec<&Value> =
        items.iter().filter(|i| wants_indirect || i.get("kind") != Some(&"indirect".into())).collect();
    for wanted in expected.iter().map(|e| e.as_object().expect("expect holds tables")) {
        // Names have no text of their own: they are known by their name.
        let key = if wanted.contains_key("text") { "text" } else { "name" };
        let Some(place) = left.iter().position(|i| i.get(key) == wanted.get(key)) else {
            problems.push(format!("missing {}", wanted[key]));
            continue;
        };
        let item = left.remove(place);
        for (field, value) in wanted {
            let got = item.get(field).unwrap_or(&Value::Null);
            if !same(value, got) {
                problems.push(format!("{}: {field} should be {value}, is {got}", wanted[key]));
            }
        }
    }
    if !partial {
        problems.extend(left.iter().map(|i| format!("extra {i}")));
    }
    let text = case["text"].as_str().unwrap();
    for word in case.get("reject").and_then(Value::as_array).unwrap_or(&none).iter().map(|w| w.as_str().unwrap()) {
        let start = text.find(word).unwrap_or_else(|| panic!("{word:?} is not in {text:?}"));
        let utf16 = |byte: usize| text[..byte].encode_utf16().count() as u64;
        let (start, end) = (utf16(start), utf16(start + word.len()));
        let touches = |i: &&Value| i["start"].as_u64() < Some(end) && i["end"].as_u64() > Some(start);
        problems.extend(items.iter().filter(touches).map(|i| format!("{word:?} should not be {i}")));
    }
    problems
}

#[test]
fn cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    let (mut count, mut failed) = (0, Vec::new());
    for path in paths {
        let list = path.parent().unwrap().file_name().unwrap().to_str().unwrap().to_owned();
        let file: Map<String, Value> =
            toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for case in file["case"].as_array().expect("a file holds [[case]] tables") {
            let case = case.as_object().unwrap();
            count += 1;
            let name = path.strip_prefix(&root).unwrap().display();
            failed.extend(problems(&list, case).into_iter().map(|p| format!("{name}: {}\n    {p}", case["text"])));
        }
    }
    assert!(failed.is_empty(), "{} problems in {count} cases:\n{}", failed.len(), failed.join("\n"));
    assert!(count > 0, "no case was found");
}
