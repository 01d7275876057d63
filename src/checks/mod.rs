//! What an editor would want to look at again. Each check is a file: what it notices in what the extractors found, with texts in
//! which it does and texts in which it doesn't.
//!
//! A check earns its place by being right: it says nothing where the text leaves room for it to be as it should. Every check is
//! linear in the article but for sorting.

mod ahead;
mod currency;
mod disagree;
mod full_name;
mod hundred;
mod parts;
mod spelling;
mod unattributed;
mod unpaired;
mod weekday;

use crate::annotation::civil::Day;
use crate::annotation::{Check, CheckKind, Mark, Mention, Name, Number, Quote, Severity};
use crate::text::{Document, Span, sort_by_key};

/// An article and all that was found in it.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// The text, cut up.
    pub document: &'a Document<'a>,
    /// Who said what.
    pub quotes: &'a [Quote],
    /// Quotation marks that hold no quote.
    pub marks: &'a [Mark],
    /// The figures.
    pub numbers: &'a [Number],
    /// The mentions of names.
    pub mentions: &'a [Mention],
    /// The names they are joined into.
    pub names: &'a [Name],
    /// The day of publication.
    pub reference: Option<Day>,
}

impl<'a> Article<'a> {
    /// The words of a span.
    fn words(&self, span: Span) -> &'a str {
        span.of(self.document.text)
    }
}

/// A check: what it is called and how it is made.
struct Rule {
    kind: CheckKind,
    run: fn(&Article, &mut Found),
    /// Texts with the places that are noticed in them: `first` or `first | other`.
    #[cfg(test)]
    examples: &'static [(&'static str, &'static str)],
    /// Texts in which it notices nothing.
    #[cfg(test)]
    counter: &'static [&'static str],
}

const RULES: &[Rule] = &[
    unattributed::RULE,
    unpaired::RULE,
    spelling::RULE,
    full_name::RULE,
    disagree::RULE,
    parts::RULE,
    hundred::RULE,
    weekday::RULE,
    ahead::RULE,
    currency::RULE,
];

/// The checks of one rule.
struct Found<'a> {
    kind: CheckKind,
    all: &'a mut Vec<Check>,
}

impl Found<'_> {
    fn add(&mut self, severity: Severity, span: Span, other: Option<Span>, message: impl Into<String>) {
        self.all.push(Check { kind: self.kind, severity, span, other, message: message.into() });
    }
}

/// The day of an ISO form that names one: `2016-11-08`, with or without a time of day.
fn day(iso: &str) -> Option<Day> {
    Day::parse(iso.split('T').next()?)
}

/// All checks of an article, by place.
pub fn run(article: &Article) -> Vec<Check> {
    let mut all = Vec::new();
    for rule in RULES {
        (rule.run)(article, &mut Found { kind: rule.kind, all: &mut all });
    }
    sort_by_key(&mut all, |c| (c.span, c.kind));
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{Check, RULES};
    use crate::annotation::CheckKind;
    use crate::{Desk, Options};

    /// The checks of a kind in a text published on 10 November 2016.
    fn checks(text: &str, kind: CheckKind) -> Vec<Check> {
        let options = serde_json::json!({ "reference": "2016-11-10" });
        let options: Options = Options::read(options).unwrap();
        Desk::new(options).analyze(text).unwrap().checks.into_iter().filter(|c| c.kind == kind).collect()
    }

    #[test]
    fn examples_and_counter_examples() {
        let mut wrong = Vec::new();
        for rule in RULES {
            let id = rule.kind.label();
            for (text, expected) in rule.examples {
                let place = |c: &Check| match c.other {
                    Some(other) => format!("{} | {}", c.span.of(text), other.of(text)),
                    None => c.span.of(text).to_owned(),
                };
                let found: Vec<String> = checks(text, rule.kind).iter().map(place).collect();
                if found != [*expected] {
                    wrong.push(format!("{id}: {text:?} should have {expected:?}, has {found:?}"));
                }
            }
            for text in rule.counter {
                wrong.extend(
                    checks(text, rule.kind).iter().map(|c| format!("{id}: {text:?} should have none, has {c:?}")),
                );
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_kind_has_its_rule() {
        for kind in CheckKind::ALL {
            assert_eq!(RULES.iter().filter(|r| r.kind == *kind).count(), 1, "{}", kind.label());
        }
    }
}
