//! The house keeps itself in order: arrows between modules, file sizes, generated files. Every failure names the culprit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder with one of the endings, as (path from the root, text), sorted.
fn files(folder: &str, endings: &[&str]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(root("")).unwrap().to_str().unwrap().to_owned();
            // What the build makes is not tidied: git-ignored folders.
            let built = ["target", "node_modules", "dist", "js/wasm", "www/lib", ".git", ".cache"]
                .iter()
                .any(|b| name == *b || name.ends_with(&format!("/{b}")));
            if path.is_dir() && !built {
                folders.push(path);
            } else if endings.iter().any(|e| name.ends_with(e)) {
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// The part of a Rust file that ships: what stands before its first test module.
fn shipped(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// What each module of `src` may name: the arrows of ARCHITECTURE.md.
const ARROWS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("annotation", &["text"]),
    ("lang", &["text", "annotation"]),
    ("learned", &["text", "annotation"]),
    ("options", &["lang", "house", "annotation", "text"]),
    ("house", &["text", "annotation", "options"]),
    ("numbers", &["text", "annotation", "lang", "options"]),
    ("entities", &["text", "annotation", "lang", "learned", "house"]),
    ("quotes", &["text", "annotation", "lang", "learned"]),
    ("resolve", &["text", "annotation", "lang", "learned", "house"]),
    ("checks", &["text", "annotation", "lang", "resolve"]),
    ("analyze", &["text", "annotation", "lang", "options", "numbers", "entities", "quotes", "resolve", "checks"]),
    ("wire", &["text", "annotation", "analyze", "Analysis"]),
    ("session", &["analyze", "options"]),
    ("wasm", &["wire", "options", "session", "analyze", "Desk", "Error", "Options"]),
];

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (file, text) in files("src", &[".rs"]) {
        let module = file.trim_start_matches("src/").split(['/', '.']).next().unwrap();
        let Some((_, allowed)) = ARROWS.iter().find(|(m, _)| *m == module) else {
            if !["lib", "bin"].contains(&module) {
                wrong.push(format!("{file}: the module {module} has no line in ARROWS"));
            }
            continue;
        };
        for (number, line) in shipped(&text).lines().enumerate() {
            for piece in line.split("crate::").skip(1) {
                let names: Vec<&str> = match piece.strip_prefix('{') {
                    Some(group) => group.split(['{', '}', ',']).map(|n| n.split("::").next().unwrap_or(n)).collect(),
                    None => vec![piece.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")],
                };
                for name in names.iter().map(|n| n.trim().trim_end_matches(';')).filter(|n| !n.is_empty()) {
                    let known = ARROWS.iter().any(|(m, _)| *m == name)
                        || ["Analysis", "Desk", "Error", "Options"].contains(&name);
                    if known && name != module && !allowed.contains(&name) {
                        wrong.push(format!("{file}:{}: {module} may not use {name}", number + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_boundary_names_the_browser() {
    for (file, text) in files("src", &[".rs"]) {
        let names = ["wasm_bindgen", "js_sys", "serde_wasm_bindgen"].iter().find(|n| text.contains(**n));
        assert!(file == "src/wasm.rs" || names.is_none(), "{file} names {}: only src/wasm.rs may", names.unwrap());
    }
}

#[test]
fn the_core_touches_nothing_outside() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::thread",
        "std::time",
        "std::process",
        "static mut",
        "HashMap",
        "HashSet",
        "unsafe ",
    ];
    for (file, text) in files("src", &[".rs"]) {
        if file == "src/wasm.rs" || file.starts_with("src/bin/") {
            continue;
        }
        for word in forbidden {
            let line = shipped(&text).lines().position(|l| !l.trim_start().starts_with("//") && l.contains(word));
            assert!(line.is_none(), "{file}:{}: the core does without {word}", line.unwrap() + 1);
        }
    }
}

#[test]
fn files_have_one_subject() {
    let limits = [("src/lib.rs", 150), ("src/wasm.rs", 250)];
    for folder in ["src", "js", "www", "plugins", "tools", "training", "scripts", "tests", "benches"] {
        for (file, text) in files(folder, &[".rs", ".ts", ".js", ".mjs", ".css"]) {
            let lines = text.lines().count();
            let limit = limits
                .iter()
                .find(|(f, _)| *f == file)
                .map_or(if file.starts_with("src/numbers/kinds/") { 400 } else { 600 }, |(_, n)| *n);
            let generated = text.lines().take(3).any(|l| l.contains("Generated by"));
            assert!(generated || lines <= limit, "{file} has {lines} lines, more than {limit}: split it by subject");
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for folder in ["src", "tools/src", "training/src"] {
        for (file, text) in files(folder, &[".rs"]) {
            assert!(text.starts_with("//!"), "{file} does not begin with a line of doc");
        }
    }
}

/// What a module imports, as statements, at run time and in types.
fn imports(text: &str) -> Vec<&str> {
    fn quoted(text: &str) -> Option<&str> {
        text.split(['"', '\'']).nth(1)
    }
    let statements = text.lines().filter(|l| l.starts_with("import ") || l.starts_with("} from "));
    statements.chain(text.split("import(").skip(1)).filter_map(quoted).collect()
}

#[test]
fn the_page_uses_the_package_only() {
    for (file, text) in files("www", &[".js"]) {
        for from in imports(&text) {
            // Relative, and no further up than the page's folder.
            let (up, depth) = (from.matches("../").count(), file.matches('/').count() - 1);
            assert!(
                from.starts_with('.') && up <= depth,
                "{file}: imports {from}: the page uses its own modules and www/lib only"
            );
        }
    }
    for (file, text) in files("js", &[".ts"]) {
        assert!(
            !text.contains("../www") && !text.contains("../plugins"),
            "{file}: the package knows nothing of its hosts"
        );
    }
}

#[test]
fn nothing_names_one_machine() {
    for folder in
        ["src", "js", "www", "plugins", "tools", "training", "scripts", "tests", "benches", "fuzz", "docs", "data"]
    {
        for (file, text) in files(folder, &[".rs", ".ts", ".js", ".mjs", ".md", ".toml", ".html", ".json"]) {
            for place in ["work", "root", "home"].map(|folder| format!("/{folder}/")) {
                assert!(!text.contains(&place), "{file} names a path of one machine: {place}");
            }
        }
    }
}

/// Generated files are committed and must be what their generator gives: the one that builds the wasm, so that it isn't built twice.
#[test]
fn generated_files_are_fresh() {
    let done = Command::new(env!("CARGO"))
        .current_dir(root(""))
        .args(["run", "--quiet", "--release", "--package", "tools", "--", "gen", "--check"])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The list of public folders in ARCHITECTURE.md is complete.
#[test]
fn the_map_names_every_module() {
    let map = fs::read_to_string(root("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    let modules: BTreeSet<String> = files("src", &[".rs"])
        .keys()
        .map(|f| f.trim_start_matches("src/").split(['/', '.']).next().unwrap().to_owned())
        .collect();
    for module in modules {
        assert!(
            map.contains(&format!("`{module}"))
                || map.contains(&format!("src/{module}"))
                || map.contains(&format!("  {module}")),
            "ARCHITECTURE.md does not name src/{module}"
        );
    }
}
