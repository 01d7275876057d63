//! What holds for every text: spans slice to themselves, lists are in order, nothing panics, time grows with the text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use copydesk::text::Span;
use copydesk::{Analysis, Desk, Error, Options, wire};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

fn desk() -> Desk {
    Desk::new(Options { nested: true, ..Options::default() })
}

/// Every span of an analysis that is sliced for the caller.
fn spans(a: &Analysis) -> Vec<Span> {
    let quotes = a.quotes.iter().flat_map(|q| [Some(q.span), q.cue, q.speaker]).flatten();
    let numbers = a.numbers.iter().flat_map(|n| [Some(n.span), n.counted]).flatten();
    let checks = a.checks.iter().flat_map(|c| [Some(c.span), c.other]).flatten();
    let marks = a.marks.iter().map(|m| m.span);
    quotes.chain(marks).chain(numbers).chain(a.entities.iter().map(|m| m.span)).chain(checks).collect()
}

/// The invariants of one analysis; `Err` says which one is broken.
fn check(text: &str, a: &Analysis) -> Result<(), String> {
    for span in spans(a) {
        let (start, end) = (span.start() as usize, span.end() as usize);
        if start >= end || text.get(start..end).is_none() {
            return Err(format!("{span:?} is no stretch of the text"));
        }
        let words = span.of(text);
        if words.trim() != words {
            return Err(format!("{words:?} has blanks at its edges"));
        }
    }
    let ordered = |places: Vec<Span>, what: &str| {
        if places.windows(2).all(|p| p[0] <= p[1]) {
            Ok(())
        } else {
            Err(format!("{what} are out of order: {places:?}"))
        }
    };
    ordered(a.quotes.iter().map(|q| q.span).collect(), "quotes")?;
    ordered(a.marks.iter().map(|m| m.span).collect(), "marks")?;
    ordered(a.numbers.iter().map(|n| Span::new(n.span.start(), n.span.start())).collect(), "numbers")?;
    ordered(a.entities.iter().map(|m| m.span).collect(), "entities")?;
    ordered(a.checks.iter().map(|c| c.span).collect(), "checks")?;
    let apart = |places: Vec<Span>, what: &str| {
        if places.windows(2).all(|p| p[0].end() <= p[1].start()) {
            Ok(())
        } else {
            Err(format!("{what} overlap: {places:?}"))
        }
    };
    apart(a.entities.iter().map(|m| m.span).collect(), "entities")?;
    apart(a.numbers.iter().filter(|n| !n.nested).map(|n| n.span).collect(), "numbers")?;
    for (i, m) in a.entities.iter().enumerate() {
        let name = m.name.ok_or_else(|| format!("mention {i} belongs to no name"))?;
        let name =
            a.names.get(name as usize).ok_or_else(|| format!("mention {i} belongs to a name that isn't there"))?;
        if !name.mentions.contains(&(i as u32)) {
            return Err(format!("mention {i} isn't among those of {:?}", name.name));
        }
    }
    for name in &a.names {
        if name.mentions.iter().any(|&m| m as usize >= a.entities.len()) || name.name.trim().is_empty() {
            return Err(format!("{name:?} is broken"));
        }
    }
    for (i, q) in a.quotes.iter().enumerate() {
        if q.continues.is_some_and(|c| c as usize >= i) || q.speaker_id.is_some_and(|s| s as usize >= a.names.len()) {
            return Err(format!("quote {i} points at what isn't there"));
        }
    }
    Ok(())
}

/// The contract's own invariant, from the outside: `source.slice(start, end) === text` in UTF-16 units, for every object with the three.
fn check_json(text: &str, a: &Analysis) -> Result<(), String> {
    fn walk(units: &[u16], value: &Value) -> Result<(), String> {
        if let (Some(s), Some(e), Some(t)) = (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str()) {
            let slice = units.get(s as usize..e as usize).map(String::from_utf16_lossy);
            if slice.as_deref() != Some(t) {
                return Err(format!("{s}..{e} is {slice:?}, not {t:?}"));
            }
        }
        match value {
            Value::Array(items) => items.iter().try_for_each(|v| walk(units, v)),
            Value::Object(fields) => fields.values().try_for_each(|v| walk(units, v)),
            _ => Ok(()),
        }
    }
    let json: Value = serde_json::from_str(&wire::json(a, text)).map_err(|e| e.to_string())?;
    walk(&text.encode_utf16().collect::<Vec<_>>(), &json)
}

fn holds(text: &str) -> Result<(), String> {
    let analysis = desk().analyze(text).map_err(|e| e.to_string())?;
    check(text, &analysis)?;
    check_json(text, &analysis)
}

/// What news is made of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("„".to_owned()),
        Just(":".to_owned()),
        Just(" told ".to_owned()),
        Just("\"".to_owned()),
        Just("'".to_owned()),
        Just("’s ".to_owned()),
        Just("\n\n".to_owned()),
        Just(" said ".to_owned()),
        Just(" Ann Lee ".to_owned()),
        Just(" Mr. ".to_owned()),
        Just(" the minister ".to_owned()),
        Just(" he ".to_owned()),
        Just(" according to ".to_owned()),
        Just(" told Reuters ".to_owned()),
        Just("$".to_owned()),
        Just(" million ".to_owned()),
        Just(" per cent ".to_owned()),
        Just("-".to_owned()),
        Just(" to ".to_owned()),
        Just(" between ".to_owned()),
        Just(" and ".to_owned()),
        Just(" Nov. ".to_owned()),
        Just(" 2016 ".to_owned()),
        Just(" half a ".to_owned()),
        Just("-year-old ".to_owned()),
        Just(" twenty ".to_owned()),
        Just(" Tuesday ".to_owned()),
        Just(". ".to_owned()),
        Just(", ".to_owned()),
        Just("5pm".to_owned()),
        Just(" U.S. ".to_owned()),
        Just(" Foreign Ministry ".to_owned()),
        Just("😀".to_owned()),
        Just("\u{301}".to_owned()),
        "[0-9]{1,12}([.,][0-9]{1,3})?",
        "[A-Z][a-z]{1,8}",
        " [a-z]{1,6} ",
        "\\PC{0,4}",
    ]
}

/// Texts made of what news is made of, in any order.
fn newsy() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn phrase() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..5).prop_map(|pieces| format!("{} ", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,200}|(?s).{0,80}") {
        prop_assert_eq!(holds(&text), Ok(()));
    }

    #[test]
    fn any_news(text in newsy()) {
        prop_assert_eq!(holds(&text), Ok(()));
    }

    /// A paragraph added at the end leaves the offsets of what stands before it on the source.
    #[test]
    fn two_runs_agree(text in newsy()) {
        let (a, b) = (desk().analyze(&text).unwrap(), desk().analyze(&text).unwrap());
        prop_assert_eq!(a, b);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// What looks along a text for what it never finds would go too deep, or count too far.
    #[test]
    fn the_same_again_and_again(phrases in prop::collection::vec(phrase(), 1..4)) {
        let text: String = phrases.iter().map(|phrase| phrase.repeat(1 + 20_000 / phrases.len() / phrase.len())).collect();
        prop_assert_eq!(holds(&text), Ok(()));
    }
}

/// The table of nasty texts, which the JavaScript tests read too.
fn nasty() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nasty.json");
    let table: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let read = |row: &Value| {
        let text = match row["units"].as_array() {
            Some(units) => {
                String::from_utf16_lossy(&units.iter().map(|u| u.as_u64().unwrap() as u16).collect::<Vec<_>>())
            }
            None => row["text"].as_str().unwrap().repeat(row["repeat"].as_u64().unwrap_or(1) as usize),
        };
        (row["name"].as_str().unwrap().to_owned(), text)
    };
    table.iter().map(read).collect()
}

#[test]
fn nasty_texts() {
    let broken: Vec<_> =
        nasty().into_iter().filter_map(|(name, text)| holds(&text).err().map(|e| format!("{name}: {e}"))).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// A stray mark spoils at most its own paragraph: the paragraphs beside it keep their quotes.
#[test]
fn one_stray_mark_stays_local() {
    let around =
        |middle: &str| format!("“We will rebuild,” said Ann Lee.\n\n{middle}\n\n“It rained for days,” said Bo Ek.");
    for middle in ["He called it “a shame and left.", "A 6\" pipe burst.", "It's ”over.", "‘Never again, they wrote."]
    {
        let text = around(middle);
        let analysis = desk().analyze(&text).unwrap();
        for wanted in ["We will rebuild,", "It rained for days,"] {
            assert!(
                analysis.quotes.iter().any(|q| q.span.of(&text) == wanted),
                "{middle:?} costs {wanted:?}: {:?}",
                analysis.quotes
            );
        }
    }
}

#[test]
fn too_long_a_text_is_told() {
    let short = Desk::new(Options { max_length: 10, ..Options::default() });
    assert_eq!(short.analyze("01234567890"), Err(Error::InputTooLarge { length: 11, limit: 10 }));
    // Ten UTF-16 units in more than ten bytes are fine.
    assert!(short.analyze("éééééééééé").is_ok());
    assert_eq!(short.analyze("😀😀😀😀😀😀").unwrap_err().code(), "INPUT_TOO_LARGE");
}
