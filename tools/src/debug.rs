//! Every stage of an analysis, printed for a developer.

use copydesk::lang::Language;
use copydesk::text::Document;
use copydesk::{Desk, Options, wire};
use std::io::Read;

/// Prints tokens by sentence and paragraph, then the analysis.
pub fn print(file: Option<&str>) -> Result<(), String> {
    let mut text = String::new();
    match file {
        Some(file) => text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?,
        None => drop(std::io::stdin().read_to_string(&mut text).map_err(|e| format!("stdin: {e}"))?),
    }
    let document = Document::new(&text, Language::English.orthography());
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        println!("paragraph {number}");
        for sentence in document.sentences.iter().filter(|s| paragraph.holds(s.start as usize)) {
            let tokens: Vec<_> =
                sentence.iter().map(|i| format!("{}/{:?}", document.str(i), document.tokens[i].kind)).collect();
            println!("  sentence {}", tokens.join(" "));
        }
    }
    let analysis = Desk::new(Options::default()).analyze(&text).map_err(|e| e.to_string())?;
    println!("{analysis:#?}");
    println!("{}", wire::json(&analysis, &text));
    Ok(())
}
