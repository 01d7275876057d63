//! What the whole article says of a name that one place leaves open: a surname is the person's, an acronym the body's, and one name
//! is of one type throughout.

use super::rules::{head_of, is_held};
use super::tagger::Tagged;
use super::words::{Words, capitalised, place_at};
use crate::annotation::EntityType::{self, Event, Fac, Gpe, Law, Loc, Norp, Org, Person, Product, WorkOfArt};
use crate::lang::en::ORTHOGRAPHY;
use crate::lang::en::names::{self, Lexeme, place};
use crate::learned::ONE;
use crate::text::{Case, Document, Range, TokenKind, WordId, lower_case, sort_by_key};
use std::collections::{BTreeMap, BTreeSet};

/// Names of so many tokens and fewer are looked for again.
const LONGEST: usize = 4;
/// A mention this sure keeps its type whatever the others have (95 in 100).
const SURE: u32 = ONE / 100 * 95;

/// For each type the summed probability of the mentions that have it.
type Votes = BTreeMap<EntityType, u32>;

/// Everything the mentions tell together.
#[derive(Default)]
struct Evidence {
    /// By the words of the name.
    votes: BTreeMap<Vec<WordId>, Votes>,
    /// The words that those begin with, in order.
    begin: Vec<WordId>,
    /// By first and last words of persons with more than one.
    persons: BTreeMap<WordId, u32>,
    /// Initials of bodies with more than one word, in lower case.
    acronyms: BTreeMap<String, u32>,
    /// First words of such bodies.
    bodies: BTreeMap<WordId, u32>,
    /// Last words of persons with more than one.
    surnames: BTreeSet<WordId>,
    /// Names of one word that somewhere stand behind a preposition of place.
    located: BTreeSet<WordId>,
}

impl Evidence {
    fn new(document: &Document, found: &[Tagged]) -> Self {
        let mut evidence = Self::default();
        for tagged in found {
            let Some(kind) = tagged.kind else { continue };
            let words = words(document, tagged.tokens);
            let add = |sum: &mut u32| *sum = sum.saturating_add(tagged.probability);
            if kind == Person && words.len() > 1 {
                evidence.surnames.extend(words.last());
                for end in [words.first(), words.last()].into_iter().flatten() {
                    add(evidence.persons.entry(*end).or_default());
                }
            }
            if kind == Org && (2..8).contains(&words.len()) {
                let capitals = tagged.tokens.iter().filter(|i| document.tokens.get(*i).is_some_and(capitalised));
                let letters: String = capitals.filter_map(|i| document.lower(i).chars().next()).collect();
                add(evidence.acronyms.entry(letters).or_default());
                words.first().into_iter().for_each(|first| add(evidence.bodies.entry(*first).or_default()));
            }
            let before = document.lower((tagged.tokens.start as usize).wrapping_sub(1));
            if words.len() == 1 && matches!(before, "in" | "at" | "from" | "to" | "near" | "outside" | "of" | ",") {
                evidence.located.extend(words.first());
            }
            add(evidence.votes.entry(words).or_default().entry(kind).or_default());
        }
        evidence.begin = evidence.votes.keys().filter_map(|words| words.first().copied()).collect();
        evidence
    }

    /// The type that most of the mentions of these words have, and the weight behind it.
    fn majority(&self, words: &[WordId]) -> Option<(EntityType, u32)> {
        let votes = self.votes.get(words)?;
        votes.iter().max_by_key(|&(kind, sum)| (sum, std::cmp::Reverse(kind))).map(|(kind, sum)| (*kind, *sum))
    }

    /// The type of a mention that has `kind` with that probability.
    fn settle(&self, document: &Document, words: &[WordId], tagged: &Tagged, kind: EntityType) -> EntityType {
        // "Amman" is whom the article has as Sudesh Amman, if nothing is in it or comes from there.
        if let &[word] = words
            && kind == Gpe
            && self.surnames.contains(&word)
            && !self.located.contains(&word)
        {
            return Person;
        }
        if tagged.probability >= SURE {
            return kind;
        }
        let own = self.votes.get(words).and_then(|v| v.get(&kind)).copied().unwrap_or(0);
        if let &[word] = words {
            let token = document.tokens.get(tagged.tokens.start as usize);
            let upper = token.is_some_and(|t| t.case == Case::Upper);
            let spelt = upper && self.acronyms.get(document.word(word)).is_some_and(|sum| *sum > ONE / 2);
            if spelt && kind != Gpe {
                return Org;
            }
            if kind != Person && self.persons.get(&word).is_some_and(|sum| *sum > own) {
                return Person;
            }
            // "Saha" is the airline where the article has "Saha Airlines".
            let body = matches!(kind, Person | WorkOfArt | Product) && !self.persons.contains_key(&word);
            if body && self.bodies.contains_key(&word) {
                return Org;
            }
        }
        match self.majority(words) {
            Some((other, sum)) if sum / 2 > own => other,
            _ => kind,
        }
    }
}

/// Settles the type of unsure mentions by the others, and adds mentions of names that were missed where they stand alone.
pub(super) fn agree(document: &Document, facts: &Words, segments: &[Range], found: &mut Vec<Tagged>) {
    let evidence = Evidence::new(document, found);
    for tagged in found.iter_mut() {
        let words = words(document, tagged.tokens);
        tagged.kind = if let Some(kind) = tagged.kind {
            Some(by_head(document, tagged, evidence.settle(document, &words, tagged, kind)))
        } else {
            let majority = evidence.majority(&words).map(|(kind, _)| kind);
            majority.or_else(|| by_words(document, tagged).map(|kind| by_head(document, tagged, kind)))
        };
        let bearer = words.first().is_some_and(|w| evidence.persons.contains_key(w));
        tagged.kind = by_list(document, facts, tagged, bearer).or(tagged.kind);
    }
    whole(document, facts, segments, found);
    let mut missed = Vec::new();
    let mut next = 0;
    for segment in segments {
        let mut i = segment.start;
        while i < segment.end {
            while found.get(next).is_some_and(|t| t.tokens.end <= i) {
                next += 1;
            }
            if let Some(known) = found.get(next).filter(|t| t.tokens.start <= i) {
                i = known.tokens.end;
                continue;
            }
            let free = found.get(next).map_or(segment.end, |t| t.tokens.start.min(segment.end));
            match known_at(document, facts, &evidence, i, free) {
                Some(tagged) => {
                    i = tagged.tokens.end;
                    missed.push(tagged);
                }
                None => i += 1,
            }
        }
    }
    found.extend(missed);
    sort_by_key(found, |t| t.tokens.start);
}

/// Known names of more than one word ("Jammu and Kashmir", "White House") take the place of what was found inside them, unless a
/// longer name reaches beyond.
fn whole(document: &Document, facts: &Words, segments: &[Range], found: &mut Vec<Tagged>) {
    let mut known = Vec::new();
    let mut next = 0;
    for segment in segments {
        let mut i = segment.start as usize;
        while i < segment.end as usize {
            let Some((length, place)) = place_at(document, facts, i, segment.end as usize).filter(|p| p.0 > 1) else {
                i += 1;
                continue;
            };
            let tokens = Range { start: i as u32, end: (i + length) as u32 };
            while found.get(next).is_some_and(|t| t.tokens.end <= tokens.start) {
                next += 1;
            }
            let inside = found.get(next..).unwrap_or_default().iter().take_while(|t| t.tokens.start < tokens.end);
            let from = i - usize::from(i > 0 && document.lower(i - 1) == "the");
            if inside.clone().all(|t| t.tokens.start as usize >= from && t.tokens.end <= tokens.end) {
                let probability = inside.map(|t| t.probability).max().unwrap_or(ONE / 2);
                known.push(Tagged { tokens, kind: Some(place.kind), probability });
            }
            i += length;
        }
    }
    let mut at = 0;
    found.retain(|t| {
        while known.get(at).is_some_and(|k| k.tokens.end <= t.tokens.start) {
            at += 1;
        }
        known.get(at).is_none_or(|k| k.tokens.start >= t.tokens.end)
    });
    found.extend(known);
    sort_by_key(found, |t| t.tokens.start);
}

/// The longest name found elsewhere whose words begin at token `i`.
fn known_at(document: &Document, facts: &Words, evidence: &Evidence, i: u32, end: u32) -> Option<Tagged> {
    let token = document.tokens.get(i as usize).filter(|t| capitalised(t))?;
    let begins = evidence.begin.binary_search(&token.word).is_ok() || evidence.persons.contains_key(&token.word);
    // A word that is also written small may be no name here.
    if !begins || facts.of(token).lower > 0 {
        return None;
    }
    (1..=LONGEST as u32).rev().find_map(|length| {
        let tokens = Range { start: i, end: i + length };
        let words = words(document, tokens);
        let votes = evidence.majority(&words).filter(|_| i + length <= end);
        let person =
            words.len() == 1 && words.first().and_then(|w| evidence.persons.get(w)).is_some_and(|s| *s > ONE / 3);
        let (kind, sum) = votes.or_else(|| person.then_some((Person, ONE)))?;
        (sum >= ONE / 4 * 3).then_some(Tagged { tokens, kind: Some(kind), probability: ONE / 2 })
    })
}

/// The type that a single word is known by, whatever else an unsure chain takes it for: a country is no people and a people no country, a
/// river no town, what stands before a noun ("the Republican senator") is no body, and a state is nobody, if it is no given name and the
/// article has no `bearer` of it.
fn by_list(document: &Document, facts: &Words, tagged: &Tagged, bearer: bool) -> Option<EntityType> {
    let i = tagged.tokens.start as usize;
    let fact = document.tokens.get(i).filter(|_| tagged.tokens.iter().len() == 1).map(|t| facts.of(t))?;
    let unsure = tagged.probability < SURE;
    let noun = |i: usize| {
        document.tokens.get(i).is_some_and(|t| t.case == Case::Lower) && !(ORTHOGRAPHY.opens)(document.lower(i))
    };
    match (fact.place, tagged.kind) {
        (Some(place), None | Some(Gpe | Norp | Loc | Fac | Event | WorkOfArt)) if place.code.is_some() => {
            Some(place.kind)
        }
        (Some(place), None | Some(Gpe | Fac)) if place.kind == Loc && unsure => Some(Loc),
        (Some(place), Some(Person)) if place.kind == Gpe && unsure && !bearer && !fact.lexeme.is(Lexeme::GIVEN) => {
            Some(Gpe)
        }
        (Some(known), _) if matches!(known.kind, Event | Law) && unsure => Some(known.kind),
        (None, None | Some(Org)) if fact.lexeme == Lexeme::NORP && unsure => {
            (matches!(document.lower(i.wrapping_sub(1)), "a" | "the") && noun(i + 1)).then_some(Norp)
        }
        (None, None | Some(Person | WorkOfArt | Product)) if fact.lexeme == Lexeme::EVENT && unsure => Some(Event),
        _ => None,
    }
}

/// The type of a longer name whose last word, or whose word before "of", says what it is: always for laws and events, which the
/// corpora mark as one, else only against an unsure chain.
fn by_head(document: &Document, tagged: &Tagged, kind: EntityType) -> EntityType {
    let tokens = tagged.tokens.iter();
    if tokens.len() < 2 || kind == Norp {
        return kind;
    }
    let unsure = tagged.probability < ONE / 10 * 8;
    let last = head_of(document, tokens.start, tokens.end);
    let head = Lexeme::of(document.lower(last));
    let body = Lexeme::ORG;
    let place = Lexeme::FAC.or(Lexeme::LOC).or(Lexeme::GPE).or(Lexeme::EVENT).or(Lexeme::LAW);
    // "the U.S. House of Representatives"
    let tail = |from: usize| names::place(&lower_case(document.span(from..tokens.end).of(document.text)));
    let known = || (tokens.start + 1..tokens.end - 1).take(3).find_map(tail).is_some_and(|p| p.kind == Org);
    // "Boeing 737", "Airbus A320"
    let model = document.str(tokens.end - 1);
    let figures = model.bytes().filter(u8::is_ascii_digit).count();
    let maker = tokens.len() == 2 && Lexeme::of(document.lower(tokens.start)).is(Lexeme::BODY);
    match kind {
        Org | Fac | WorkOfArt if maker && figures > 2 => Product,
        WorkOfArt | Event | Law if known() => Org,
        WorkOfArt | Product | Loc | Gpe | Person if is_storm(document, tokens.start) => Event,
        // "Storm Bella", but the Storm Shadow is a missile.
        Org | Gpe | Person if tokens.len() == 2 && document.lower(tokens.start) == "storm" => Event,
        Law | Org if (unsure || kind == Law) && is_held(document, last + 1) => Event,
        WorkOfArt | Event | Law if head.is(Lexeme::LAW) => Law,
        WorkOfArt | Law if head.is(Lexeme::EVENT) => Event,
        Org if unsure && head.is(Lexeme::LAW) && !head.is(body) => Law,
        WorkOfArt if unsure && head.is(Lexeme::LOC) => Loc,
        Loc if TOWNS.contains(&document.lower(last)) && is_in_state(document, tokens.end) => Gpe,
        // "Western Railway", but the Soviet Union
        Gpe if head.is(body) && !head.is(place) && !UNIONS.contains(&document.lower(last)) => Org,
        _ if unsure && head.is(body) && !head.is(place) => Org,
        Person if unsure && head.is(body) && head.is(Lexeme::FAC) => Fac,
        // "Robert Hall" may be anybody.
        Person if Lexeme::of(document.lower(tokens.start)).is(Lexeme::GIVEN) => kind,
        Gpe | Person | Loc if unsure && head.is(Lexeme::FAC) && !head.is(body) => Fac,
        _ => kind,
    }
}

/// Last words of natural places and of towns.
const TOWNS: &[&str] = &["beach", "creek", "falls", "grove", "heights", "hills", "plains", "rapids", "springs"];

/// Whether a state or country comes next: "Beaver Falls, Pennsylvania".
fn is_in_state(document: &Document, end: usize) -> bool {
    let known = |length: usize| {
        let words = lower_case(document.span(end + 1..end + 1 + length).of(document.text));
        place(&words).is_some_and(|p| p.kind == Gpe)
    };
    document.str(end) == "," && (known(1) || known(2))
}

/// Last words of bodies and of states.
const UNIONS: &[&str] = &["confederation", "federation", "union"];

/// "Hurricane Maria", "Tropical Storm Chantal"
fn is_storm(document: &Document, start: usize) -> bool {
    match document.lower(start) {
        "hurricane" | "typhoon" | "cyclone" | "superstorm" => true,
        "tropical" => matches!(document.lower(start + 1), "storm" | "depression" | "cyclone"),
        _ => false,
    }
}

/// The type that a name's own words give it where the chain can't tell; a single word without any is no name to report.
fn by_words(document: &Document, tagged: &Tagged) -> Option<EntityType> {
    let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
    let last = Lexeme::of(document.lower(end - 1));
    let known = place(&lower_case(document.span(start..end).of(document.text))).map(|p| p.kind);
    let heads = [(Lexeme::NORP, Norp), (Lexeme::LAW, Law), (Lexeme::EVENT, Event), (Lexeme::WORK, WorkOfArt)];
    let head = heads.into_iter().find(|(class, kind)| last.is(*class) && (end - start > 1 || *kind == Norp));
    let marks = (start..end).any(|i| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Punct));
    let work = (end - start > 1 && !marks && tagged.probability > ONE / 2).then_some(WorkOfArt);
    known.or(head.map(|(_, kind)| kind)).or(work)
}

fn words(document: &Document, tokens: Range) -> Vec<WordId> {
    tokens.iter().filter_map(|i| document.tokens.get(i)).map(|t| t.word).collect()
}
