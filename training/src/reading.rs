//! Reads articles by models that aren't embedded, so that a model can be scored on articles it wasn't trained on.

use copydesk::annotation::Quote;
use copydesk::quotes::model::Models;
use copydesk::text::Document;
use copydesk::{Analysis, Options, entities, numbers, quotes, resolve, wire};
use serde_json::Value;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Prints an analysis of every article (`{"id","text"}`) by the quotes models in `folder`, a line each, and shows its quotes.
pub fn read<'a>(
    folder: &Path,
    articles: impl Iterator<Item = &'a Value>,
    mut show: impl FnMut(&Value, &[Quote]),
) -> io::Result<()> {
    let file = |name: &str| fs::read(folder.join(format!("quotes-{name}.bin")));
    let bytes = (file("segment")?, file("source")?, file("cue")?, file("content")?);
    let invalid = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let models = Models::read(&bytes.0, &bytes.1, &bytes.2, &bytes.3).ok_or_else(|| invalid("no models"))?;
    let options = Options::default();
    let mut out = io::stdout().lock();
    for article in articles {
        let text = article["text"].as_str().unwrap_or_default();
        let document = Document::new(text, options.language.orthography());
        let mut figures = numbers::extract(&document, &numbers::Context::from(&options));
        let mut mentions = entities::extract(&document, &figures, &options.house);
        resolve::overlaps(&document, &mut figures, &mut mentions);
        let mut names = resolve::names(&document, &mut mentions, &options.house);
        let mut memory = quotes::Memory::default();
        let classes = entities::word_classes(&document, Vec::new());
        let (mut quotes, marks) = quotes::extract_with(&document, &mentions, &classes, &[], Some(&models), &mut memory);
        resolve::speakers(
            &document,
            memory.words(),
            &mut quotes,
            &mentions,
            &mut names,
            &options.house,
            &mut resolve::Memory::default(),
        );
        show(article, &quotes);
        let language = options.language.tag();
        let found =
            Analysis { language, quotes, marks, numbers: figures, entities: mentions, names, ..Default::default() };
        writeln!(out, "{{\"id\":{},{}", article["id"], &wire::json(&found, text)[1..])?;
    }
    Ok(())
}
