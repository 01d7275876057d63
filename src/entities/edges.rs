//! Where a name begins and ends, beyond what the chain sees.

use super::tagger::Tagged;
use super::words::{Words, capitalised, place_at};
use crate::annotation::EntityType::{Fac, Gpe, Law, Loc, Norp, Org, Person, WorkOfArt};
use crate::lang::en::names::{Lexeme, place};
use crate::lang::en::numerals::ORDINAL_ENDINGS;
use crate::lang::listed;
use crate::learned::ONE;
use crate::text::{Case, Document, Range, TokenKind, lower_case, sort_by_key};
use std::collections::BTreeSet;

/// A Korean or Chinese given name has so many letters behind its hyphen, and so many in each part before.
const SYLLABLE: u32 = 6;

/// Given names with a small second syllable get it: "Kim Jong-un", "Tsai Ing-wen". The stretch of capitals ends before it.
pub(super) fn syllables(document: &Document, found: &mut [Tagged]) {
    for tagged in found.iter_mut().filter(|t| t.kind == Some(Person)) {
        let short =
            |i: usize| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.span.len() <= SYLLABLE);
        // A Thai one may have two: "Prayut Chan-o-cha".
        for words in [2..=3, 4..=4] {
            let end = tagged.tokens.end as usize;
            let tail = document.tokens.get(end + 1);
            let small = tail.is_some_and(|t| t.case == Case::Lower && !t.spaced);
            let tied = document.str(end) == "-" && document.tokens.get(end).is_some_and(|t| !t.spaced);
            if words.contains(&tagged.tokens.iter().len())
                && tied
                && small
                && short(end + 1)
                && short(end - 1)
                && short(tagged.tokens.start as usize)
                && COMPOUND.binary_search(&document.lower(end + 1)).is_err()
            {
                tagged.tokens.end = end as u32 + 2;
            }
        }
    }
}

/// A title is none of a name, before it or behind it: "Dame Judi Dench", "King Charles", "Mrs Justice Hill", "Jolyon Marsh KC"; a number
/// that tells bearers apart is: "John D. Rockefeller III". Who is a Mr or a Jr. is a person.
pub(super) fn titles(document: &Document, facts: &Words, found: &mut [Tagged]) {
    let class = |i: usize| document.tokens.get(i).map(|t| facts.of(t).lexeme).unwrap_or_default();
    let junior = |i: usize| matches!(document.str(i).trim_end_matches('.'), "Jr" | "Sr");
    let full = |t: &Tagged| t.kind == Some(Person) && !class(t.tokens.start as usize).is(Lexeme::TITLE);
    let last = |t: &Tagged| document.tokens.get(t.tokens.end as usize - 1).map(|t| t.word);
    let mut surnames = BTreeSet::new();
    surnames.extend(found.iter().filter(|t| full(t) && t.tokens.iter().len() > 1).filter_map(last));
    for tagged in found.iter_mut() {
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        let title = |i: usize| class(i).is(Lexeme::TITLE) && !class(i).is(Lexeme::GIVEN);
        let sir = |i: usize| TITLES.binary_search(&document.lower(i).trim_end_matches('.')).is_ok();
        let addressed =
            class(start).is(Lexeme::HONORIFIC) && sir(start) && matches!(tagged.kind, None | Some(WorkOfArt));
        if end - start > 1 && (junior(end - 1) || junior(end) || addressed) {
            tagged.kind = Some(Person);
        }
        // "the Republican Assemblywoman"
        while tagged.kind == Some(Norp) && tagged.tokens.iter().len() > 1 && title(tagged.tokens.end as usize - 1) {
            tagged.tokens.end -= 1;
        }
        if tagged.kind != Some(Person) {
            continue;
        }
        let mut first = start;
        while end - first > 1
            && (sir(first)
                // "Congressman Amash" opens a sentence, and the article has Justin Amash.
                || title(first) && end - first == 2 && last(tagged).is_some_and(|w| surnames.contains(&w))
                || title(first) && end - first > 2 && class(first + 1).is(Lexeme::GIVEN)
                || title(first)
                    && (first > start
                        || class(first.wrapping_sub(1)).is(Lexeme::HONORIFIC) && sir(first.wrapping_sub(1))))
            && !class(first + 1).is(Lexeme::SUFFIX)
        {
            first += 1;
        }
        tagged.tokens.start = first as u32;
        let honour = |t: &Tagged| HONOURS.contains(&document.str(t.tokens.end as usize - 1).trim_end_matches('.'));
        while tagged.tokens.iter().len() > 2 && honour(tagged) {
            tagged.tokens.end -= 1;
        }
        let next = tagged.tokens.end as usize;
        if NUMBERS.contains(&document.str(next).trim_end_matches('.'))
            && document.tokens.get(next).is_some_and(|t| t.spaced)
        {
            tagged.tokens.end += 1;
        }
    }
}

/// What follows the name of whoever was given it.
const HONOURS: &[&str] = &["CBE", "KC", "MBE", "MEP", "MP", "OBE", "PhD", "QC"];

/// What tells bearers of one name apart.
const NUMBERS: &[&str] = &["II", "III", "IV", "VI", "VII", "VIII", "Jr", "Sr"];

/// Titles that are hardly anybody's given name, sorted.
const TITLES: &[&str] = &[
    "alhaji",
    "archbishop",
    "ayatollah",
    "baroness",
    "cardinal",
    "cllr",
    "cm",
    "collector",
    "dame",
    "dci",
    "dr",
    "duchess",
    "emperor",
    "empress",
    "garda",
    "haji",
    "hajji",
    "imam",
    "king",
    "lady",
    "lord",
    "madame",
    "maulana",
    "monsignor",
    "mr",
    "mrs",
    "ms",
    "mullah",
    "oba",
    "pastor",
    "patriarch",
    "pc",
    "pope",
    "prince",
    "princess",
    "prof",
    "queen",
    "rabbi",
    "rev",
    "reverend",
    "sen",
    "sheikh",
    "sheikha",
    "shri",
    "sir",
    "skipper",
    "smt",
    "sri",
    "swami",
    "taoiseach",
    "tánaiste",
];

/// "Mary Brown of York" are a person and a place, and so are who stands behind "the mayor of York Mary Brown"; "the Duke of York" is one.
pub(super) fn homes(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let mut homes = Vec::new();
    for tagged in found.iter_mut() {
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        let class = |i: usize| document.tokens.get(i).map(|t| facts.of(t).lexeme).unwrap_or_default();
        // "the Governor of New Mexico"
        if tagged.kind == Some(WorkOfArt) && class(start).is(Lexeme::TITLE) && document.lower(start + 1) == "of" {
            let known = place_at(document, facts, start + 2, end).filter(|(length, _)| start + 2 + length == end);
            if let Some((_, place)) = known {
                tagged.tokens.start += 2;
                tagged.kind = Some(place.kind);
            }
        }
        if tagged.kind != Some(Person) {
            continue;
        }
        if end - start > 2
            && document.lower(start.wrapping_sub(1)) == "of"
            && OFFICES.contains(&document.lower(start.wrapping_sub(2)))
            && !class(start).is(Lexeme::GIVEN)
        {
            let tokens = Range { start: start as u32, end: start as u32 + 1 };
            tagged.tokens.start += 1;
            homes.push(Tagged { tokens, kind: Some(Gpe), probability: tagged.probability });
            continue;
        }
        let Some(of) = (start + 2..end.min(start + 4)).find(|i| document.lower(*i) == "of") else { continue };
        let known = place_at(document, facts, of + 1, end).filter(|(length, _)| of + 1 + length == end);
        let place = known.map(|(_, place)| place.kind).or_else(|| (of + 2 == end).then_some(Gpe));
        let titled = (start..of).any(|i| Lexeme::of(document.lower(i)).is(Lexeme::TITLE));
        if let Some(kind) = place.filter(|_| !titled) {
            tagged.tokens.end = of as u32;
            let tokens = Range { start: of as u32 + 1, end: end as u32 };
            homes.push(Tagged { tokens, kind: Some(kind), probability: tagged.probability });
        }
    }
    found.extend(homes);
    sort_by_key(found, |t| t.tokens.start);
}

/// Those whose office is named with its place.
const OFFICES: &[&str] = &["archbishop", "bishop", "governor", "mayor", "prefect", "sheriff"];

/// "House Ethics Committee Representative Ann Lee" and "the Senate Minority Leader, Ann Lee" are a body and a person: a title inside a
/// body's name that a given name or a person follows ends it.
pub(super) fn officials(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let class = |i: usize| document.tokens.get(i).map(|t| facts.of(t).lexeme).unwrap_or_default();
    let word = |i: usize| document.tokens.get(i).is_some_and(|t| capitalised(t) && t.case != Case::Upper);
    let named: Vec<u32> = found.iter().filter(|t| t.kind == Some(Person)).map(|t| t.tokens.start).collect();
    let mut persons = Vec::new();
    for tagged in found.iter_mut().filter(|t| t.kind == Some(Org)) {
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        let next = tagged.tokens.end + u32::from(document.str(end) == ",");
        if named.binary_search(&next).is_ok() && class(end - 1).is(Lexeme::TITLE) {
            let rank = |i: &usize| class(*i).is(Lexeme::TITLE) || RANKS.contains(&document.lower(*i));
            let body = (start..end).rev().take_while(rank).count();
            tagged.tokens.end -= if body < end - start { body as u32 } else { 0 };
            continue;
        }
        let Some(title) = (start + 1..end.saturating_sub(2)).rfind(|i| class(*i).is(Lexeme::TITLE)) else { continue };
        let body = Lexeme::ORG.or(Lexeme::SUFFIX).or(Lexeme::FAC).or(Lexeme::LOC);
        let named = (title + 1..end).all(|i| word(i) && !class(i).is(body));
        if named && end - title <= 4 && class(title + 1).is(Lexeme::GIVEN) {
            let tokens = Range { start: title as u32 + 1, end: end as u32 };
            tagged.tokens.end = title as u32;
            persons.push(Tagged { tokens, kind: Some(Person), probability: tagged.probability });
        }
    }
    found.extend(persons);
    sort_by_key(found, |t| t.tokens.start);
}

/// What stands between a body and a title.
const RANKS: &[&str] = &["majority", "minority", "deputy", "vice", "acting"];

/// "Nairobi | County Assembly" is one body: what its name begins with goes on with the place's.
pub(super) fn assemblies(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let class =
        |i: u32| document.tokens.get(i as usize).filter(|t| t.spaced).map(|t| facts.of(t).lexeme).unwrap_or_default();
    let mut places: Vec<u32> = Vec::new();
    let mut last: Option<Tagged> = None;
    for tagged in found.iter_mut() {
        let place = last.filter(|l| l.kind == Some(Gpe) && l.tokens.end == tagged.tokens.start).map(|l| l.tokens.start);
        if let Some(start) = place.filter(|_| tagged.kind == Some(Org) && class(tagged.tokens.start).is(Lexeme::GPE)) {
            tagged.tokens.start = start;
            places.push(start);
        }
        last = Some(*tagged);
    }
    found.retain(|t| t.kind != Some(Gpe) || places.binary_search(&t.tokens.start).is_err());
}

/// "Livorno, Tuscany" and "Livorno in Tuscany" are two places, "Washington, D.C." is one; "the University of York and Leeds University" are
/// two bodies of one sort.
pub(super) fn pairs(document: &Document, found: &mut Vec<Tagged>) {
    let mut seconds = Vec::new();
    for tagged in found.iter_mut() {
        let (start, end) = (tagged.tokens.start as usize, tagged.tokens.end as usize);
        let places = |i: &usize| match document.lower(*i) {
            "," => !matches!(document.lower(i + 1), "d.c." | "dc"),
            joint => joint == "in",
        };
        // The word that says what a body is stands last, or before "of".
        let sort = |from: usize, to: usize| {
            document.lower((from + 1..to).find(|i| document.lower(*i) == "of").unwrap_or(to) - 1)
        };
        let bodies = |i: &usize| {
            let one = sort(start, *i);
            document.lower(*i) == "and" && one == sort(i + 1, end) && Lexeme::of(one).is(Lexeme::ORG)
        };
        let joint = match tagged.kind {
            Some(Gpe | Loc) => (start + 1..end - 1).find(places),
            Some(Org) => (start + 1..end - 1).find(bodies),
            _ => None,
        };
        if let Some(joint) = joint {
            tagged.tokens.end = joint as u32;
            let known = place(&lower_case(document.span(joint + 1..end).of(document.text))).map(|p| p.kind);
            let tokens = Range { start: joint as u32 + 1, end: end as u32 };
            seconds.push(Tagged { tokens, kind: known.or(tagged.kind), probability: tagged.probability });
        }
    }
    found.extend(seconds);
    sort_by_key(found, |t| t.tokens.start);
}

/// "the 25th Amendment", "the 9th Circuit Court of Appeals", "42nd Street": a numeral that counts bodies, laws and streets is of the name.
pub(super) fn ordinals(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let mut at = 0;
    let mut missed = Vec::new();
    for (i, window) in document.tokens.windows(3).enumerate() {
        let [numeral, ending, next] = window else { break };
        let ordinal =
            numeral.kind == TokenKind::Number && !ending.spaced && listed(ORDINAL_ENDINGS, document.str(i + 1));
        if !ordinal || !capitalised(next) || !next.spaced {
            continue;
        }
        let head =
            [(Lexeme::LAW, Law), (Lexeme::FAC, Fac)].into_iter().find(|(class, _)| facts.of(next).lexeme.is(*class));
        // "the 116th Congress", no "49th ODI"
        let body = facts.of(next).lexeme.is(Lexeme::ORG);
        while found.get(at).is_some_and(|t| t.tokens.end as usize <= i) {
            at += 1;
        }
        let tokens = Range { start: i as u32, end: i as u32 + 3 };
        match found.get_mut(at).filter(|t| t.tokens.start < tokens.end) {
            Some(t)
                if t.tokens.start == tokens.start + 2
                    && (head.is_some()
                        || matches!(t.kind, Some(Org | Law | Fac)) && (t.tokens.iter().len() > 1 || body)) =>
            {
                t.tokens.start = tokens.start;
                t.kind = head.map(|(_, kind)| kind).or(t.kind);
            }
            Some(_) => {}
            None => missed.extend(head.map(|(_, kind)| Tagged { tokens, kind: Some(kind), probability: ONE / 10 * 8 })),
        }
    }
    found.extend(missed);
    sort_by_key(found, |t| t.tokens.start);
}

/// "published Wednesday in Nature Physics": the day is none of what follows.
pub(super) fn days(document: &Document, facts: &Words, found: &mut [Tagged]) {
    for tagged in found.iter_mut().filter(|t| t.tokens.iter().len() > 2) {
        let start = tagged.tokens.start as usize;
        let day = document.tokens.get(start).is_some_and(|t| facts.of(t).lexeme.is(Lexeme::CALENDAR));
        if day && document.str(start + 1) == "in" {
            tagged.tokens.start += 2;
        }
    }
}

/// Peoples by all their words, "African American", or by the place that they are called after, "Alabamians".
pub(super) fn peoples(document: &Document, facts: &Words, found: &mut [Tagged]) {
    for tagged in found.iter_mut().filter(|t| t.kind != Some(Norp) && t.probability < ONE / 10 * 9) {
        let mut tokens = tagged.tokens.iter();
        let people = |i: usize| {
            let fact = document.tokens.get(i).map(|t| facts.of(t)).unwrap_or_default();
            fact.place.is_some_and(|p| p.kind == Norp) || fact.lexeme.is(Lexeme::NORP)
        };
        let word = document.lower(tokens.start);
        let called_after = || {
            let Some(stem) = word.strip_suffix("ians").or_else(|| word.strip_suffix("ers")) else { return false };
            ["", "a", "ia"].iter().any(|end| place(&(stem.to_owned() + end)).is_some_and(|p| p.kind == Gpe))
        };
        // *the Spaniard won*, but *The Scotsman* is a newspaper.
        let before = document.str(tokens.start.wrapping_sub(1));
        let one_of_them = || {
            let article = listed("the a an", before) || before == "The" && tagged.kind == Some(Person);
            let national =
                document.tokens.get(tokens.start).and_then(|t| facts.of(t).place).is_some_and(|p| p.code.is_some());
            article && national && people(tokens.start) && !document.tokens.get(tokens.end).is_some_and(capitalised)
        };
        let is_people = if tokens.len() > 1 { tokens.all(people) } else { called_after() || one_of_them() };
        if is_people {
            tagged.kind = Some(Norp);
        }
    }
}

/// What a person's name is compounded with, sorted: "a Lee Kuan Yew-era law".
const COMPOUND: &[&str] = &[
    "aged", "ally", "area", "backed", "based", "born", "created", "era", "esque", "free", "held", "inspired", "led",
    "like", "linked", "made", "owned", "run", "size", "sized", "style", "themed", "type", "wide",
];

/// The place of a dateline, "BONN, Aug 30 (Reuters) -", "BRUSSELS 30 August", "LIMA (AP) —": capitals at the head of a paragraph tell
/// the chain little of what they name.
pub(super) fn datelines(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let mut at = 0;
    let mut missed = Vec::new();
    for &paragraph in &document.paragraphs {
        let Some(place) = dateline(document, facts, paragraph) else { continue };
        while found.get(at).is_some_and(|t| t.tokens.end <= place.start) {
            at += 1;
        }
        match found.get_mut(at).filter(|t| t.tokens.start < place.end) {
            Some(known) if known.tokens == place && matches!(known.kind, None | Some(Org | Person)) => {
                known.kind = Some(Gpe);
            }
            Some(_) => {}
            None => missed.push(Tagged { tokens: place, kind: Some(Gpe), probability: ONE / 10 * 8 }),
        }
    }
    found.extend(missed);
    sort_by_key(found, |t| t.tokens.start);
}

/// The one to three words in capitals that a paragraph begins with, if a date or an agency in brackets follows and then the news.
fn dateline(document: &Document, facts: &Words, paragraph: Range) -> Option<Range> {
    let (start, end) = (paragraph.start as usize, paragraph.end as usize);
    let upper = |i: &usize| document.tokens.get(*i).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2);
    let length = (start..end.min(start + 4)).take_while(upper).count();
    if !(1..=3).contains(&length) {
        return None;
    }
    let place = Range { start: start as u32, end: (start + length) as u32 };
    let mut next = start + length;
    let dated = |i: usize| {
        let calendar = document.tokens.get(i).is_some_and(|t| facts.of(t).lexeme.is(Lexeme::CALENDAR));
        calendar || document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4)
    };
    if document.str(next) == "," {
        next += 1;
    }
    let day = usize::from(document.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 2));
    let agency = document.str(next) == "("
        && document.str(next + 2) == ")"
        && matches!(document.str(next + 3), "-" | "–" | "—" | "--");
    (next < end && (dated(next) || (day == 1 && dated(next + 1)) || agency)).then_some(place)
}
