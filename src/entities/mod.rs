//! Every mention of a name.

mod article;
mod beside;
mod candidates;
mod edges;
mod features;
mod house;
pub mod lexicon;
mod missed;
mod nothing;
mod rules;
mod sides;
mod small;
mod tagger;
mod words;

pub use candidates::segments;
pub use features::{PLACES, REACH, View};
pub use tagger::{Chain, KINDS, Tagged};
pub use words::Words;

use crate::annotation::{Confidence, EntityType, LONGEST_NAME, Mention, Number};
use crate::house::House;
use crate::lang::en::names::{Lexeme, place};
use crate::lang::listed;
use crate::learned::ONE;
use crate::text::{Case, Document, WordId, lower_case, sort_by_key};
use lexicon::Lexicon;
#[cfg(feature = "models")]
use std::sync::OnceLock;
use tagger::tag;

/// The trained models, read in place; None in the `slim` build, where names are found by rule.
fn models() -> Option<&'static (Chain, Lexicon)> {
    #[cfg(feature = "models")]
    {
        static MODELS: OnceLock<Option<(Chain, Lexicon)>> = OnceLock::new();
        let read = || {
            let chain = Chain::read(include_bytes!("../../assets/en/names.model"))?;
            Some((chain, Lexicon::read(include_bytes!("../../assets/en/names.lexicon"))?))
        };
        MODELS.get_or_init(read).as_ref()
    }
    #[cfg(not(feature = "models"))]
    None
}

/// The class of each distinct word of a document, of which the first are `known`: words used alike are of one, 0 is none. Nothing in a
/// build without models.
pub fn word_classes(document: &Document, known: Vec<u16>) -> Vec<u16> {
    let Some((_, lexicon)) = models() else { return known };
    let mut classes = known;
    let new = (classes.len()..document.word_count()).map(|id| WordId(id as u32));
    classes.extend(new.map(|id| lexicon.get(document.word_hash(id)).class));
    classes
}

/// What a reading leaves for that of the text's next version.
#[derive(Debug, Default)]
pub struct Memory {
    words: words::Memory,
    names: tagger::Memory,
}

/// All mentions of names, by place, without overlaps. Figures are no names, unless the name holds more than the figure.
pub fn extract(document: &Document, numbers: &[Number], house: &House) -> Vec<Mention> {
    extract_again(document, numbers, house, &mut Memory::default())
}

/// As [`extract`], given what the version before has left.
pub fn extract_again(document: &Document, numbers: &[Number], house: &House, memory: &mut Memory) -> Vec<Mention> {
    let words = Words::again(document, std::mem::take(&mut memory.words));
    let mut found = match models() {
        Some((chain, lexicon)) => by_chain(document, &words, chain, lexicon, |_| true, &mut memory.names),
        None => rules::mentions(document, &words, numbers),
    };
    found.retain(|m| m.span.len() <= LONGEST_NAME);
    memory.words = words.leave();
    house::overrule(document, house, &mut found);
    found
}

/// Names by a trained chain.
pub fn learned(document: &Document, chain: &Chain, lexicon: &Lexicon) -> Vec<Mention> {
    learned_by(document, chain, lexicon, |_| true)
}

/// Names by a chain that was trained on some templates of features only.
pub fn learned_by(document: &Document, chain: &Chain, lexicon: &Lexicon, sees: impl Fn(u32) -> bool) -> Vec<Mention> {
    by_chain(document, &Words::new(document), chain, lexicon, sees, &mut tagger::Memory::default())
}

fn by_chain(
    document: &Document,
    words: &Words,
    chain: &Chain,
    lexicon: &Lexicon,
    sees: impl Fn(u32) -> bool,
    memory: &mut tagger::Memory,
) -> Vec<Mention> {
    let stretches = segments(document, words);
    let mut tagged = tag(document, words, &stretches, chain, Some(lexicon), sees, memory);
    beside::tell(document, words, &mut tagged);
    beside::given(document, words, lexicon, &mut tagged);
    beside::list(document, &mut tagged);
    article::agree(document, words, &stretches, &mut tagged);
    missed::initials(document, &stretches, &mut tagged);
    edges::titles(document, words, &mut tagged);
    edges::homes(document, words, &mut tagged);
    edges::officials(document, words, &mut tagged);
    edges::assemblies(document, words, &mut tagged);
    edges::pairs(document, &mut tagged);
    edges::days(document, words, &mut tagged);
    edges::ordinals(document, words, &mut tagged);
    edges::peoples(document, words, &mut tagged);
    edges::syllables(document, &mut tagged);
    missed::syllables(document, &mut tagged);
    missed::families(document, &mut tagged);
    missed::nicknames(document, &mut tagged);
    missed::surnames(document, words, &mut tagged);
    missed::cooperatives(document, &mut tagged);
    missed::bracketed(document, &mut tagged);
    edges::datelines(document, words, &mut tagged);
    nothing::initials(document, words, &mut tagged);
    sides::settle(document, words, &mut tagged);
    nothing::drop(document, words, &mut tagged);
    small::places(document, words, lexicon, &mut tagged);
    let mut found: Vec<Mention> = tagged.into_iter().filter_map(|t| mention(document, words, t)).collect();
    let mut missed = rules::mentions(document, words, &[]);
    missed.retain(|m| m.confidence.0 >= 80 && (m.kind != EntityType::Person || is_addressed(document, m)));
    add_missed(&mut found, missed);
    // "Aviva plc": what only follows a firm's name is part of it, small letters or not.
    for m in found.iter_mut().filter(|m| m.kind == EntityType::Org) {
        let next = document.token_at(m.span.end());
        let class = Lexeme::of(document.lower(next));
        // "a Facebook co-founder"
        let tied = document.str(next + 1) == "-" && document.tokens.get(next + 1).is_some_and(|t| !t.spaced);
        if class.is(Lexeme::SUFFIX) && class.is(Lexeme::ORG) && !tied {
            m.span = m.span.cover(document.span(next..next + 1));
        }
    }
    found
}

/// "Mr Adeyemi", "Mrs Justice Adeyemi"
fn is_addressed(document: &Document, m: &Mention) -> bool {
    let first = document.token_at(m.span.start());
    // "MS: We asked" is a speaker's label.
    !(crate::lang::en::ORTHOGRAPHY.opens)(document.lower(first))
        && (1..=2)
            .any(|n| matches!(document.lower(first.wrapping_sub(n)).trim_end_matches('.'), "mr" | "mrs" | "ms" | "dr"))
}

/// Adds what the rules are sure of where the chain found nothing, or only a part of a law or an event ("Treaty of Lisbon").
fn add_missed(found: &mut Vec<Mention>, by_rule: Vec<Mention>) {
    let mut at = 0;
    let mut missed = Vec::new();
    for m in by_rule {
        while found.get(at).is_some_and(|f| f.span.end() <= m.span.start()) {
            at += 1;
        }
        let mut inside = found.get(at..).unwrap_or_default().iter().take_while(|f| f.span.start() < m.span.end());
        let whole = matches!(m.kind, EntityType::Law | EntityType::Event);
        if inside.all(|f| whole && m.span.contains(f.span) && f.span != m.span) {
            missed.push(m);
        }
    }
    let mut at = 0;
    found.retain(|f| {
        while missed.get(at).is_some_and(|m| m.span.end() <= f.span.start()) {
            at += 1;
        }
        !missed.get(at).is_some_and(|m| m.span.overlaps(f.span))
    });
    found.extend(missed);
    sort_by_key(found, |m| m.span);
}

fn mention(document: &Document, words: &Words, tagged: Tagged) -> Option<Mention> {
    let kind = if is_language(document, words, &tagged) { EntityType::Language } else { tagged.kind? };
    let mut tokens = tagged.tokens.iter();
    // The article of a sentence's first name is none of it, unless the name is known with it (The Hague).
    let known = |from: usize| place(&lower_case(document.span(from..tokens.end).of(document.text))).is_some();
    let opens = words.opens.get(tokens.start) == Some(&true) && document.str(tokens.start) == "The";
    if tokens.len() > 1 && opens && (known(tokens.start + 1) || !known(tokens.start)) {
        tokens.start += 1;
    }
    // "Former Acme chief Ann Lee", "But Perez was defiant": what a sentence opens with tells of the time or joins it, and is none of the name.
    let joins = document.str(tokens.start) == "Former"
        || kind == EntityType::Person && listed("But And Yet", document.str(tokens.start));
    if tokens.len() > 1 && words.opens.get(tokens.start) == Some(&true) && joins {
        tokens.start += 1;
    }
    Some(Mention {
        span: document.span(tokens),
        kind,
        name: None,
        confidence: Confidence((tagged.probability * 99 / ONE) as u8),
        rule: "model",
        house: None,
    })
}

/// Whether what looks like a people is its language: "in Turkish", "speaks French", "the Hindi word".
fn is_language(document: &Document, facts: &Words, tagged: &Tagged) -> bool {
    let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
    let fact = document.tokens.get(start).map(|t| facts.of(t)).unwrap_or_default();
    let country = fact.place.is_some_and(|p| p.kind == EntityType::Gpe);
    if end - start != 1 || !fact.lexeme.is(Lexeme::LANGUAGE) || country {
        return false;
    }
    let before = document.lower(start.wrapping_sub(1));
    let next = document.lower(end);
    let small = (crate::lang::en::ORTHOGRAPHY.opens)(next);
    let noun = document.tokens.get(end).is_some_and(|t| t.case == Case::Lower) && !small;
    let spoken = matches!(
        before,
        "speak"
            | "speaks"
            | "spoke"
            | "speaking"
            | "spoken"
            | "learn"
            | "learned"
            | "learning"
            | "fluent"
            | "translated"
    );
    matches!(next, "language" | "word" | "translation" | "dialect" | "lessons" | "alphabet")
        || (document.str(end) == "-"
            && matches!(document.lower(end + 1), "language" | "speaking" | "speaker" | "speakers"))
        || spoken
        || (matches!(before, "in" | "into") && !noun)
}

#[cfg(all(test, feature = "models"))]
mod tests {
    use crate::text::fnv;

    #[test]
    fn the_card_is_of_these_models() {
        let card = include_str!("../../assets/en/names.card.md");
        for (name, bytes) in [
            ("names.model", include_bytes!("../../assets/en/names.model").as_slice()),
            ("names.lexicon", include_bytes!("../../assets/en/names.lexicon").as_slice()),
        ] {
            let line = format!("| {name} | {} | {:08x} |", bytes.len(), fnv(bytes));
            assert!(card.contains(&line), "assets/en/names.card.md should say: {line}");
        }
        assert!(super::models().is_some());
    }
}
