//! What the models see. Training and reading both compute features here, so a weight means the same in both.

use super::cue::Attribution;
use super::judge;
use super::view::{NONE, View};
use crate::lang::speech::{
    ADVERB, AUXILIARY, BODY, CALL, CONJUNCTION, DETERMINER, KNOW, Kinds, PAPER, PERSON, PREPOSITION, PRONOUN, RELATIVE,
    SAY, SUBORDINATOR, THINK, TIME, TITLE, TOLD, URGE,
};
use crate::learned::{feature, pair};
use crate::text::{Case, Range, TokenKind, fnv};

/// The farthest a source is looked for, in items on either side of its quote.
pub const REACH: usize = 70;

/// Kinds that say how a word works in its sentence.
const GRAMMAR: Kinds = SAY
    | THINK
    | CALL
    | URGE
    | TOLD
    | KNOW
    | PRONOUN
    | RELATIVE
    | DETERMINER
    | PREPOSITION
    | ADVERB
    | AUXILIARY
    | CONJUNCTION
    | SUBORDINATOR
    | PERSON
    | BODY
    | PAPER
    | TITLE
    | TIME;

/// The word of an item as a number; a segment and what lies beyond the text have their own.
fn word(view: &View, i: usize) -> u32 {
    match view.item(i) {
        None => 1,
        Some(item) if item.segment != NONE => 2,
        Some(item) => view.document.tokens.get(item.token as usize).map_or(1, |t| view.document.word_hash(t.word)),
    }
}

fn shape(view: &View, i: usize) -> u32 {
    let case = match view.case(i) {
        Case::None => 0,
        Case::Lower => 1,
        Case::Capital => 2,
        Case::Upper => 3,
        Case::Mixed => 4,
    };
    let kind = match view.kind(i) {
        TokenKind::Word => 0,
        TokenKind::Clitic => 1,
        TokenKind::Number => 2,
        TokenKind::Punct => 3,
        TokenKind::Symbol => 4,
        TokenKind::Link => 5,
    };
    case * 8 + kind
}

/// How an item works in its sentence, coarsely.
fn class(view: &View, i: usize) -> u32 {
    view.item(i).map_or(0, |item| u32::from(item.class))
}

/// Computes [`super::view::Item::class`].
pub(super) fn class_of(view: &View, i: usize) -> u8 {
    let kinds = view.kinds(i);
    match () {
        () if view.item(i).is_none() => 0,
        () if view.segment(i).is_some() => 1,
        () if kinds & PRONOUN != 0 => 2,
        () if kinds & RELATIVE != 0 => 3,
        () if view.cue(i) => 4 + u8::from(kinds & SAY != 0),
        () if view.capital(i) && kinds & TITLE != 0 => 6,
        () if view.capital(i) && kinds & (DETERMINER | PREPOSITION) == 0 => 7,
        () if kinds & (PERSON | BODY | PAPER) != 0 => 8,
        () if kinds & DETERMINER != 0 => 9,
        () if kinds & PREPOSITION != 0 => 10,
        () if kinds & (AUXILIARY | ADVERB) != 0 => 11,
        () if view.kind(i) == TokenKind::Punct => 12,
        () if kinds & (CONJUNCTION | SUBORDINATOR) != 0 => 13,
        () if view.kind(i) == TokenKind::Word => 14,
        () => 15,
    }
}

/// The last letters of a word.
fn suffix(view: &View, i: usize, length: usize) -> u32 {
    let lower = view.lower(i).as_bytes();
    fnv(lower.get(lower.len().saturating_sub(length)..).unwrap_or_default())
}

/// Item `i` by itself and its neighbours, whatever it is asked for.
pub fn item(view: &View, i: usize, mut emit: impl FnMut(u32)) {
    let at = |d: isize| i.wrapping_add_signed(d);
    let words = [-2, -1, 0, 1, 2].map(|d| word(view, at(d)));
    let shapes = [-2, -1, 0, 1, 2].map(|d| shape(view, at(d)));
    let classes = [-3, -2, -1, 0, 1, 2, 3].map(|d| class(view, at(d)));
    let mut template = 0;
    let mut push = |value: u32| {
        template += 1;
        emit(feature(template, value));
    };
    for w in words {
        push(w);
    }
    push(pair(words[1], words[2]));
    push(pair(words[2], words[3]));
    push(shapes[1] << 12 | shapes[2] << 6 | shapes[3]);
    push(shapes[2] << 12 | shapes[3] << 6 | shapes[4]);
    push(shapes[0] << 12 | shapes[1] << 6 | shapes[2]);
    push(classes[2] << 8 | classes[3] << 4 | classes[4]);
    push(classes[3] << 8 | classes[4] << 4 | classes[5]);
    push(classes[1] << 8 | classes[2] << 4 | classes[3]);
    push(classes[0] << 12 | classes[1] << 8 | classes[2] << 4 | classes[3]);
    push(classes[3] << 12 | classes[4] << 8 | classes[5] << 4 | classes[6]);
    push(view.kinds(i) & GRAMMAR);
    push(view.kinds(at(-1)) & GRAMMAR);
    push(view.kinds(at(1)) & GRAMMAR);
    push(suffix(view, i, 3));
    push(suffix(view, at(-1), 2) ^ classes[3]);
    push(suffix(view, at(1), 2) ^ classes[3]);
    let first = i == 0 || view.sentence(at(-1)) != view.sentence(i);
    push(u32::from(first) << 4 | classes[3]);
    push(pair(words[2], u32::from(first)));
}

/// How many features [`item`] emits.
pub const ITEM: usize = 23;

/// The rest of what tells whether item `i` reports or is reported: what its word has in common with rarer ones.
pub fn alike(view: &View, i: usize, mut emit: impl FnMut(u32)) {
    emit(feature(30, stem(view.lower(i))));
    emit(feature(31, view.item(i).map_or(0, |item| u32::from(item.alike))));
}

/// A word without its ending, as a number: *decries*, *decried* and *decrying* are one.
fn stem(word: &str) -> u32 {
    let word = word.as_bytes();
    let cut = ["ing", "ed", "es", "s", "e"].iter().find_map(|ending| word.strip_suffix(ending.as_bytes()));
    match cut.filter(|rest| rest.len() > 2).unwrap_or(word) {
        // *Admit*, *admitted*, but *tell*, *pass*.
        [rest @ .., a, b] if a == b && !matches!(b, b'l' | b's') => pair(fnv(rest), u32::from(*a)),
        [rest @ .., b'i' | b'y'] => pair(fnv(rest), u32::from(b'y')),
        [rest @ .., a] => pair(fnv(rest), u32::from(*a)),
        [] => 0,
    }
}

/// What lies between an item and the target.
#[derive(Debug, Clone, Copy, Default)]
struct Between {
    items: u32,
    commas: u32,
    cues: u32,
    segments: u32,
    sentences: u32,
    names: u32,
}

fn walk(view: &View, places: impl Iterator<Item = usize>, target: usize) -> Vec<Between> {
    let mut between = Between::default();
    let mut found = Vec::new();
    let home = view.sentence(target);
    for i in places {
        between.sentences = view.sentence(i).abs_diff(home).min(3);
        found.push(between);
        between.items += 1;
        between.commas += u32::from(matches!(view.str(i), "," | ";" | ":" | "—" | "–" | "("));
        between.cues += u32::from(view.cue(i));
        between.segments += u32::from(view.segment(i).is_some());
        between.names += u32::from(view.capital(i));
    }
    found
}

fn bucket(n: u32) -> u32 {
    match n {
        0..=5 => n,
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        16..=24 => 9,
        25..=40 => 10,
        _ => 11,
    }
}

/// The items around target `k` that may hold its source: its paragraph, and the sentence before if that hands on by a colon.
pub fn window(view: &View, k: usize) -> Range {
    let place = view.paragraphs.partition_point(|p| p.end as usize <= k);
    let paragraph = view.paragraphs.get(place).copied().unwrap_or_default();
    let mut start = paragraph.start as usize;
    if k == start && start > 0 && matches!(view.str(start - 1), ":" | "," | "—") {
        start = view.sentence_start(start - 1);
    }
    Range { start: start.max(k.saturating_sub(REACH)) as u32, end: (paragraph.end as usize).min(k + REACH) as u32 }
}

/// The items around cue `k` that may hold what it reports: its sentence, and the next if the report runs on.
pub fn sentence_window(view: &View, k: usize) -> Range {
    let (start, end) = (view.sentence_start(k), view.sentence_end(k));
    Range { start: start.max(k.saturating_sub(REACH)) as u32, end: end.min(k + REACH) as u32 }
}

/// The target itself, as every item of its window sees it.
fn target(view: &View, k: usize) -> u32 {
    let Some(segment) = view.segment(k).and_then(|s| view.segments.get(s)) else {
        return class(view, k);
    };
    let ends = match judge::last_mark(view.document, segment) {
        "," => 1,
        "." => 2,
        "?" | "!" => 3,
        "…" | "..." | "—" | "–" | "--" | "-" => 4,
        _ => 0,
    };
    let length = match judge::words(view.document, segment) {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    let first = k == 0 || view.sentence(k - 1) != view.sentence(k);
    ends * 6 + length * 2 + u32::from(first)
}

/// Each item of `window` as seen from target `k`, `rules` being what the rules say of it: calls `emit` with the item's
/// place in the window and a feature.
pub fn targeted(view: &View, window: Range, k: usize, rules: Option<&Attribution>, mut emit: impl FnMut(usize, u32)) {
    let (start, end) = (window.start as usize, window.end as usize);
    let left = walk(view, (start..k).rev(), k);
    let right = walk(view, (k..end).skip(1), k);
    let own = target(view, k);
    let (before, behind) = (word(view, k.wrapping_sub(1)), word(view, k + 1));
    let (class_before, class_behind) = (class(view, k.wrapping_sub(1)), class(view, k + 1));
    let next = class_behind << 4 | class(view, k + 2);
    for i in start..end {
        let place = i - start;
        let (side, b) = match i.cmp(&k) {
            std::cmp::Ordering::Less => (0, left.get(k - 1 - i).copied().unwrap_or_default()),
            std::cmp::Ordering::Equal => {
                emit(place, feature(60, own));
                continue;
            }
            std::cmp::Ordering::Greater => (1, right.get(i - k - 1).copied().unwrap_or_default()),
        };
        let c = class(view, i);
        let near = c << 5 | class(view, i + 1) << 1 | side;
        let distance = bucket(b.items);
        let commas = b.commas.min(3);
        let cues = b.cues.min(3);
        let segments = b.segments.min(2);
        let names = b.names.min(4);
        let role = rules.map_or(0, |r| {
            let holds = |range: Option<Range>| range.is_some_and(|range| range.holds(i));
            let first = |range: Option<Range>| range.is_some_and(|range| range.start as usize == i);
            1 + u32::from(holds(r.source))
                + 2 * u32::from(holds(r.cue))
                + 4 * u32::from(first(r.source) || first(r.cue))
        });
        let mut template = 60;
        let mut push = |value: u32| {
            template += 1;
            emit(place, feature(template, value));
        };
        push(near << 4 | distance);
        push((b.sentences << 1 | side) << 10 | c << 6 | commas << 4 | cues << 2 | segments);
        push(((b.sentences << 1 | side) << 6 | own) << 4 | c);
        push((own << 5 | distance) << 10 | near);
        push(pair(word(view, i), distance << 1 | side));
        push(pair(word(view, i), own << 3 | b.sentences << 1 | side));
        push(pair(before, c << 4 | distance) ^ side);
        push(pair(behind, c << 4 | distance) ^ side);
        push((class_before << 8 | next) << 9 | near);
        push((names << 2 | cues) << 9 | near);
        push(((segments << 2 | b.sentences) << 4 | distance.min(8)) << 9 | near);
        push(role << 4 | c);
        push(role << 6 | own);
        // The verb it is the subject of, as seen from the target.
        let link = view.item(i).map_or(NONE, |item| item.subject_of) as usize;
        let verb = match link.cmp(&k) {
            _ if link == NONE as usize => 0,
            std::cmp::Ordering::Less => left.get(k - 1 - link.min(k - 1)).map_or(1, |l| {
                2 + (bucket(l.items) << 4 | l.cues.min(3) << 2 | l.segments.min(1) << 1 | u32::from(l.sentences > 0))
                    * 2
            }),
            _ => right.get(link.saturating_sub(k + 1)).map_or(1, |l| {
                3 + (bucket(l.items) << 4 | l.cues.min(3) << 2 | l.segments.min(1) << 1 | u32::from(l.sentences > 0))
                    * 2
            }),
        };
        push(verb << 4 | c);
        push(pair(verb, near));
        push(pair(if verb == 0 { 0 } else { word(view, link) }, c << 1 | side));
        push(pair(verb, own << 4 | c));
    }
}

/// The segment at item `k` as the model of quotes and other marks sees it.
pub fn segment(view: &View, k: usize, rules: Option<&Attribution>, mut emit: impl FnMut(u32)) {
    let Some(segment) = view.segment(k).and_then(|s| view.segments.get(s)) else { return };
    let document = view.document;
    let count = judge::words(document, segment) as u32;
    let size = count.min(5) + u32::from(count > 8) + u32::from(count > 14);
    let title = u32::from(judge::title_case(document, segment));
    let own = target(view, k);
    let first_case = segment
        .tokens
        .iter()
        .find_map(|i| document.tokens.get(i).filter(|t| t.case != Case::None))
        .map_or(0, |t| if t.case == Case::Lower { 1 } else { 2 });
    let (start, end) = (view.sentence_start(k), view.sentence_end(k));
    let spoken = (start..end).filter(|&i| view.is(i, SAY) && view.cue(i)).count().min(2) as u32;
    let cues = (start..end).filter(|&i| view.cue(i)).count().min(2) as u32;
    let others = (start..end).filter(|&i| i != k && view.segment(i).is_some()).count().min(2) as u32;
    let reason = judge::reason(view, k, segment) as u32;
    let plain = u32::from(judge::is_quote(view, k, segment, rules.is_some()));
    let at = |d: isize| k.wrapping_add_signed(d);
    let mut template = 90;
    let mut push = |value: u32| {
        template += 1;
        emit(feature(template, value));
    };
    push(size << 1 | title);
    push(own);
    push(size << 3 | plain << 2 | first_case);
    push((size << 1 | title) << 6 | reason << 3 | plain << 2 | cues);
    push(size << 4 | spoken << 2 | cues);
    push(own << 6 | u32::from(segment.single) << 4 | others << 2 | cues);
    push(rules.map_or(0, |r| u32::from(r.confidence / 5)) << 4 | size);
    push(u32::from(segment.continues) << 1 | u32::from(segment.closed));
    for d in [-3, -2, -1, 1, 2] {
        push(word(view, at(d)));
        push(class(view, at(d)) << 6 | size.min(3) << 1 | title);
    }
    push(pair(word(view, at(-2)), word(view, at(-1))));
    push(pair(word(view, at(1)), word(view, at(2))));
    push((class(view, at(-1)) << 4 | class(view, at(1))) << 4 | size.min(4) << 1 | title);
    push((class(view, at(-2)) << 4 | class(view, at(-1))) << 4 | size.min(4) << 1 | title);
    push((class(view, at(1)) << 4 | class(view, at(2))) << 4 | size.min(4) << 1 | title);
    if count <= 6 {
        let mut previous = 0;
        // Few words may have hundreds of signs beside them, more than a sum can take.
        for i in segment.tokens.iter().take(60) {
            let Some(token) = document.tokens.get(i) else { continue };
            let hash = document.word_hash(token.word);
            emit(feature(130, hash));
            emit(feature(131, pair(previous, hash)));
            previous = hash;
        }
        emit(feature(132, pair(word(view, at(-1)), size)));
    }
    let opening = segment.tokens.iter().next().and_then(|i| document.tokens.get(i));
    emit(feature(133, opening.map_or(0, |t| document.word_hash(t.word))));
}
