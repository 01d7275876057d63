//! The whole pipeline, top to bottom as the data flows.

use crate::annotation::{Check, Mark, Mention, Name, Number, Quote, QuoteKind};
use crate::options::{Error, Options};
use crate::text::Document;
use crate::{checks, entities, numbers, quotes, resolve};
use jiff::civil::DateTime;

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
        let options = &self.options;
        check_length(text, options.max_length)?;
        let layers = options.layers;

        let document = Document::new(text, options.language.orthography());
        let mut numbers = numbers::extract(&document, &numbers::Context::from(options));
        let mut mentions = entities::extract(&document, &numbers, &options.house);
        resolve::overlaps(&document, &mut numbers, &mut mentions);
        let mut names = resolve::names(&document, &mut mentions, &options.house);
        let (mut quotes, marks) = if layers.quotes || layers.indirect || layers.checks {
            quotes::extract(&document, &mentions, &options.house.cues)
        } else {
            Default::default()
        };
        resolve::speakers(&document, &mut quotes, &mentions, &mut names, &options.house);

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
                reference: options.reference.map(DateTime::date),
            });
        }
        Ok(analysis.only(options))
    }
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
