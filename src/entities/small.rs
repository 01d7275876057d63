//! Places that a hasty writer leaves without a capital: "i live in san francisco", "a trip to kerala".

use super::lexicon::{CITY, Entry, Lexicon, phrase};
use super::tagger::Tagged;
use super::words::Words;
use crate::annotation::EntityType::{self, Gpe, Loc};
use crate::lang::en::names::{Place, place};
use crate::learned::ONE;
use crate::text::{Case, Document, Range, WordId, sort_by_key};

/// The most words of such a name.
const LONGEST: usize = 3;

/// Adds known countries, states and cities in small letters where nothing was found. A word that is known only as a city's, or also
/// means something else, has to stand where places do.
pub(super) fn places(document: &Document, facts: &Words, lexicon: &Lexicon, found: &mut Vec<Tagged>) {
    let (mut at, mut i) = (0, 0);
    let mut missed = Vec::new();
    let placed: Vec<WordId> = PLACED.iter().filter_map(|word| document.find(word)).collect();
    while i < document.tokens.len() {
        let Some((length, kind)) = small(document, facts, lexicon, &placed, i) else {
            i += 1;
            continue;
        };
        let tokens = Range { start: i as u32, end: (i + length) as u32 };
        while found.get(at).is_some_and(|t| t.tokens.end <= tokens.start) {
            at += 1;
        }
        if found.get(at).is_none_or(|t| t.tokens.start >= tokens.end) {
            missed.push(Tagged { tokens, kind: Some(kind), probability: ONE / 10 * 7 });
        }
        i += length;
    }
    if !missed.is_empty() {
        found.extend(missed);
        sort_by_key(found, |t| t.tokens.start);
    }
}

/// The place in small letters that begins with token `i`, and how many words it has. It stands where places do behind a word of `placed`.
fn small(
    document: &Document,
    facts: &Words,
    lexicon: &Lexicon,
    placed: &[WordId],
    i: usize,
) -> Option<(usize, EntityType)> {
    let token = document.tokens.get(i).filter(|t| t.case == Case::Lower)?;
    let fact = facts.of(token);
    let placed = document.tokens.get(i.wrapping_sub(1)).is_some_and(|t| placed.contains(&t.word));
    if !fact.begins_place && !placed {
        return None;
    }
    let prior = document.lower(i.wrapping_sub(1));
    // Part of a compound, of an address or of a tag.
    let tied = |i: usize| document.tokens.get(i).is_some_and(|t| !t.spaced) && GLUE.contains(&document.str(i));
    let free = |end: usize| !tied(end) && !GLUE.contains(&prior);
    let plain = |k: usize| document.tokens.get(k).is_some_and(|t| t.case == Case::Lower && t.spaced);
    let named = |p: Option<Place>| p.map(|p| p.kind).filter(|k| matches!(k, Gpe | Loc));
    if fact.begins_place && document.lower(i) != "the" {
        for length in (2..=LONGEST).filter(|n| (i + 1..i + n).all(plain) && free(i + n)) {
            let words: Vec<&str> = (i..i + length).map(|k| document.lower(k)).collect();
            if let Some(kind) = named(place(&words.join(" "))) {
                return Some((length, kind));
            }
        }
    }
    let known = named(fact.place);
    if !placed && known.is_none() {
        return None;
    }
    let hash = |k: usize| document.tokens.get(k).map_or(0, |t| document.word_hash(t.word));
    let entry = lexicon.get(hash(i));
    // A word without a class is a rare one: it means nothing else.
    let telling = |entry: Entry| lexicon.is_place_like(entry) || entry.class == 0;
    let pair = || lexicon.get(phrase(&[hash(i), hash(i + 1)])).flags & CITY != 0;
    if placed && plain(i + 1) && free(i + 2) && pair() && telling(lexicon.get(hash(i + 1))) {
        return Some((2, Gpe));
    }
    let known = known.filter(|_| lexicon.is_place_like(entry));
    let city = || entry.flags & CITY != 0 && telling(entry) && (entry.flags == CITY || entry.class != 0);
    let sure = known.filter(|_| placed || AMBIGUOUS.binary_search(&document.lower(i)).is_err());
    let kind = sure.or_else(|| (placed && city()).then_some(Gpe))?;
    free(i + 1).then_some((1, kind))
}

/// What ties a word to another.
const GLUE: &[&str] = &["-", "–", ".", "/", "@", "#", "_", "'"];

/// Words behind which a place is named.
const PLACED: &[&str] = &["around", "from", "in", "near", "to", "visit", "visiting"];

/// Places whose names in small letters mean other things, sorted.
const AMBIGUOUS: &[&str] = &[
    "bath", "buffalo", "chad", "china", "cologne", "georgia", "guinea", "jersey", "jordan", "mobile", "nice", "panama",
    "reading", "turkey", "victoria",
];

#[cfg(test)]
mod tests {
    use super::AMBIGUOUS;

    #[test]
    fn sorted() {
        assert!(AMBIGUOUS.is_sorted());
    }
}
