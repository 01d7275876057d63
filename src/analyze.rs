//! The whole pipeline, top to bottom as the data flows.

use crate::annotation::{Check, Mark, Mention, Name, Number, Quote, QuoteKind};
use crate::options::{Error, Options};
use crate::text::Document;
use crate::{checks, entities, numbers, quotes, resolve, text};

/// Everything found in one text, in byte offsets; see `annotation` for each list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Analysis {
    /// BCP 47 tag of the language it was read in.
    pub language: &'static str,
    /// Reported speech, by place.
    pub quotes: Vec<Quote>,
    /// Quotation marks that hold no quote, by place.
    pub marks: Vec<Mark>,
    /// Numeric expressions, by place.
    pub numbers: Vec<Number>,
    /// Mentions of names, by place.
    pub entities: Vec<Mention>,
    /// The persons, bodies and places mentioned, by first mention.
    pub names: Vec<Name>,
    /// What an editor would want to look at again, by place.
    pub checks: Vec<Check>,
}

/// A reader with its settings: build once, use for many texts.
#[derive(Debug)]
pub struct Desk {
    options: Options,
}

impl Desk {
    /// A desk that reads by these options.
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Reads one text. Fails only if it is longer than `maxLength`.
    pub fn analyze(&self, text: &str) -> Result<Analysis, Error> {
        read(text, &self.options, &mut Memory::default())
    }
}

/// What the reading of a text leaves for that of its next version, by layers. It changes what is computed again, never what is
/// found; it is of one set of options.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) document: text::Memory,
    numbers: numbers::Memory,
    entities: entities::Memory,
    classes: Vec<u16>,
    quotes: quotes::Memory,
    speakers: resolve::Memory,
}

/// The pipeline: reads a text, given what the version before has left.
pub(crate) fn read(text: &str, options: &Options, memory: &mut Memory) -> Result<Analysis, Error> {
    check_length(text, options.max_length)?;
    let layers = options.layers;

    let document = Document::again(text, options.language.orthography(), std::mem::take(&mut memory.document));
    let mut numbers = numbers::extract_again(&document, &numbers::Context::from(options), &mut memory.numbers);
    let mut mentions = entities::extract_again(&document, &numbers, &options.house, &mut memory.entities);
    resolve::overlaps(&document, &mut numbers, &mut mentions);
    let mut names = resolve::names(&document, &mut mentions, &options.house);
    let (mut quotes, marks) = if layers.quotes || layers.indirect || layers.checks {
        memory.classes = entities::word_classes(&document, std::mem::take(&mut memory.classes));
        quotes::extract_again(&document, &mentions, &memory.classes, &options.house.cues, &mut memory.quotes)
    } else {
        Default::default()
    };
    let words = memory.quotes.words();
    resolve::speakers(&document, words, &mut quotes, &mentions, &mut names, &options.house, &mut memory.speakers);

    let mut analysis = Analysis {
        language: options.language.tag(),
        quotes,
        marks,
        numbers,
        entities: mentions,
        names,
        checks: Vec::new(),
    };
    if layers.checks {
        analysis.checks = checks::run(&checks::Article {
            document: &document,
            quotes: &analysis.quotes,
            marks: &analysis.marks,
            numbers: &analysis.numbers,
            mentions: &analysis.entities,
            names: &analysis.names,
            reference: options.reference.map(|moment| moment.day),
        });
    }
    memory.document = document.leave();
    Ok(analysis.only(options))
}

impl Analysis {
    /// Leaves out what wasn't asked for. Names stay while anything points at them.
    fn only(mut self, options: &Options) -> Self {
        let layers = options.layers;
        if !options.nested {
            self.numbers.retain(|n| !n.nested);
        }
        if !layers.numbers {
            self.numbers.clear();
        }
        if !(layers.quotes && layers.indirect) {
            self.keep_quotes(|kind| if kind == QuoteKind::Indirect { layers.indirect } else { layers.quotes });
        }
        if !layers.quotes {
            self.marks.clear();
        }
        if !layers.entities {
            self.entities.clear();
            for name in &mut self.names {
                name.mentions.clear();
            }
            if !(layers.quotes || layers.indirect) {
                self.names.clear();
            }
        }
        self
    }

    /// Keeps the quotes of some kinds; `continues` goes on pointing at the same quotes.
    fn keep_quotes(&mut self, keep: impl Fn(QuoteKind) -> bool) {
        let mut kept = 0;
        let places: Vec<Option<u32>> = self
            .quotes
            .iter()
            .map(|q| {
                keep(q.kind).then(|| {
                    kept += 1;
                    kept - 1
                })
            })
            .collect();
        self.quotes.retain(|q| keep(q.kind));
        for quote in &mut self.quotes {
            quote.continues = quote.continues.and_then(|i| places.get(i as usize).copied().flatten());
        }
    }
}

/// A text under the limit in bytes is under it in UTF-16 units too, so a short text is never counted.
fn check_length(text: &str, limit: u32) -> Result<(), Error> {
    if text.len() <= limit as usize {
        return Ok(());
    }
    let length = text.chars().map(char::len_utf16).sum::<usize>();
    if length <= limit as usize { Ok(()) } else { Err(Error::InputTooLarge { length: length as u32, limit }) }
}
