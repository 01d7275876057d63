//! Whole articles against snapshots that a person can read (`UPDATE_SNAPSHOTS=1 cargo test --test articles` rewrites them), and
//! against who said what as a person annotated it, beside each as `NAME.expected.toml`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, missing_docs)]

use copydesk::annotation::{Decimal, Modifier, Unit};
use copydesk::{Analysis, Desk, Options, text::Span};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    found.sort();
    found
}

/// The article, each paragraph followed by what was found in it.
fn render(text: &str, a: &Analysis) -> String {
    let mut out = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let here = Span::new(start, start + line.len() as u32);
        start = here.end();
        if line.trim().is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}", line.trim_end());
        for q in a.quotes.iter().filter(|q| here.contains(Span::new(q.span.start(), q.span.start()))) {
            let or_none = |s: Option<Span>| s.map_or("-", |s| s.of(text));
            let name = q.speaker_name.as_deref().unwrap_or("-");
            let follows = q.continues.map(|c| format!(" continues {c}")).unwrap_or_default();
            let (cue, source) = (or_none(q.cue), or_none(q.speaker));
            let _ = writeln!(
                out,
                "    quote  [{}] {} · cue {cue} · speaker {source} = {name} · {}{follows}",
                q.span.of(text),
                q.kind.label(),
                q.rule
            );
        }
        for m in a.marks.iter().filter(|m| here.contains(m.span)) {
            let _ = writeln!(out, "    mark   [{}] {}", m.span.of(text), m.reason.label());
        }
        for n in a.numbers.iter().filter(|n| here.contains(n.span)) {
            let mut value = n.value.map(|v| format!(" {v}")).unwrap_or_default();
            let unit = n.unit.map(Unit::name);
            for part in [unit.as_deref(), n.iso.as_deref(), n.modifier.map(Modifier::label)].into_iter().flatten() {
                let _ = write!(value, " {part}");
            }
            if n.lo.is_some() || n.hi.is_some() {
                let end = |v: Option<Decimal>| v.map(|v| v.to_string()).unwrap_or_default();
                let _ = write!(value, " {}..{}", end(n.lo), end(n.hi));
            }
            let counted = n.counted.map(|c| format!(" · of {}", c.of(text))).unwrap_or_default();
            let _ = writeln!(out, "    number [{}] {}{value}{counted}", n.span.of(text), n.kind.label());
        }
        for m in a.entities.iter().filter(|m| here.contains(m.span)) {
            let name = m.name.and_then(|n| a.names.get(n as usize)).map_or("-", |n| n.name.as_str());
            let _ = writeln!(out, "    name   [{}] {} = {name}", m.span.of(text), m.kind.label());
        }
        out.push('\n');
    }
    out.push_str("names\n");
    for n in &a.names {
        let detail: Vec<_> = [n.role.as_deref(), n.code].into_iter().flatten().collect();
        let _ = writeln!(out, "    {} {} × {} {}", n.kind.label(), n.name, n.mentions.len(), detail.join(" · "));
    }
    out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn articles_match_their_snapshots() {
    let update = std::env::var("UPDATE_SNAPSHOTS").is_ok();
    let desk = Desk::new(Options::default());
    let mut changed = Vec::new();
    let articles = articles();
    assert!(!articles.is_empty(), "there is no article");
    for path in articles {
        let text = fs::read_to_string(&path).unwrap();
        let got = render(&text, &desk.analyze(&text).unwrap());
        let snapshot = path.with_extension("snap");
        if update {
            fs::write(&snapshot, got).unwrap();
            continue;
        }
        let wanted = fs::read_to_string(&snapshot).unwrap_or_default();
        if let Some((line, (got, wanted))) =
            got.lines().zip(wanted.lines().chain(std::iter::repeat(""))).enumerate().find(|(_, (g, w))| g != w)
        {
            changed.push(format!("{}:{}\n  was {wanted}\n  is  {got}", snapshot.display(), line + 1));
        } else if got.lines().count() != wanted.lines().count() {
            changed.push(format!("{}: has lines that are no longer found", snapshot.display()));
        }
    }
    assert!(
        changed.is_empty(),
        "read the changes, then UPDATE_SNAPSHOTS=1 cargo test --test articles:\n{}",
        changed.join("\n")
    );
}

/// A quote as annotated: its words, the speaker's name or none, `direct`, `mixed` or `indirect`; `known_miss` says what the
/// analysis still gets wrong of it.
struct Said {
    text: String,
    speaker: Option<String>,
    kind: String,
    known_miss: Option<String>,
}

fn annotated(path: &Path) -> Vec<Said> {
    let file: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let entries = file["quote"].as_array().unwrap().iter().map(|q| q.as_table().unwrap());
    entries
        .map(|q| {
            let field = |name: &str| q.get(name).map(|v| v.as_str().unwrap().to_owned());
            let known = ["text", "speaker", "kind", "known_miss"];
            assert!(q.keys().all(|k| known.contains(&k.as_str())), "{}: {q}", path.display());
            Said {
                text: field("text").unwrap(),
                speaker: field("speaker"),
                kind: field("kind").unwrap(),
                known_miss: field("known_miss"),
            }
        })
        .collect()
}

/// Whether two spans share at least half of what they cover together: where reported content without marks begins and ends
/// is a matter of taste.
fn alike(a: Span, b: Span) -> bool {
    let shared = a.end().min(b.end()).saturating_sub(a.start().max(b.start()));
    shared > 0 && shared * 2 >= a.cover(b).len()
}

#[test]
fn articles_are_read_as_annotated() {
    let desk = Desk::new(Options::default());
    let (mut wrong, mut count, mut misses, mut extra) = (Vec::new(), [0, 0], [0, 0], 0);
    for path in articles() {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let mut left = desk.analyze(&text).unwrap().quotes;
        let mut from = 0;
        for said in annotated(&path.with_extension("expected.toml")) {
            let start = from + text[from..].find(&said.text).unwrap_or_else(|| panic!("{name}: no {:?}", said.text));
            from = start;
            let span = Span::new(start as u32, (start + said.text.len()) as u32);
            let unmarked = said.kind == "indirect";
            count[usize::from(unmarked)] += 1;
            let place = left.iter().position(|q| {
                if unmarked { q.kind.label() == "indirect" && alike(q.span, span) } else { q.span == span }
            });
            let found = place.map(|i| left.remove(i));
            let right = found.as_ref().is_some_and(|q| q.kind.label() == said.kind && q.speaker_name == said.speaker);
            misses[usize::from(unmarked)] += usize::from(!right);
            if right == said.known_miss.is_some() {
                let got = found.map(|q| (q.kind.label(), q.speaker_name));
                wrong.push(format!("{name}: {} {:?} by {:?}: got {got:?}", said.kind, said.text, said.speaker));
            }
        }
        for q in left {
            if q.kind.label() == "indirect" {
                extra += 1;
            } else {
                wrong.push(format!("{name}: {} {:?} is no quote", q.kind.label(), q.span.of(&text)));
            }
        }
    }
    let told = format!(
        "{} of {} quotes in marks and {} of {} without are missed or misattributed, {extra} without marks are none",
        misses[0], count[0], misses[1], count[1]
    );
    println!("{told}");
    assert!(wrong.is_empty(), "{told}:\n{}", wrong.join("\n"));
    assert!(misses[0] * 8 <= count[0] && misses[1] * 2 <= count[1] && extra * 2 <= count[1], "{told}");
}
