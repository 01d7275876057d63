//! Names by rule: runs of capitals, cut at known names and titles, typed by their words, their place and the rest of the article.

use super::words::{Style, Words, capitalised, place_at};
use crate::annotation::{Confidence, EntityType, Mention, Number};
use crate::lang::en::ORTHOGRAPHY;
use crate::lang::en::names::{Lexeme, Place};
use crate::text::{Case, Document, Range, TokenKind};

/// The longest run of capitals that is taken for one name, in tokens.
const LONGEST: usize = 16;

/// A stretch of tokens taken for a name.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    /// None until the rest of the article has been read.
    kind: Option<EntityType>,
    rule: &'static str,
    sure: u8,
}

/// All names, by place, without overlaps.
pub fn mentions(document: &Document, words: &Words, numbers: &[Number]) -> Vec<Mention> {
    let mut finder = Finder { document, words, pieces: Vec::new() };
    for (&sentence, &style) in document.sentences.iter().zip(&words.styles) {
        finder.sentence(sentence, style);
    }
    let mut pieces = finder.pieces;
    settle(document, words, &mut pieces);
    let mut at = 0;
    pieces.retain(|p| {
        let span = document.span(p.start..p.end);
        while numbers.get(at).is_some_and(|n| n.span.end() <= span.start()) {
            at += 1;
        }
        !numbers.get(at).is_some_and(|n| n.span.contains(span))
    });
    pieces
        .into_iter()
        .filter_map(|p| {
            Some(Mention {
                span: document.span(p.start..p.end),
                kind: p.kind?,
                name: None,
                confidence: Confidence(p.sure),
                rule: p.rule,
                house: None,
            })
        })
        .collect()
}

struct Finder<'a> {
    document: &'a Document<'a>,
    words: &'a Words,
    pieces: Vec<Piece>,
}

/// The word that says what a name is: its last, or the one before "of", "for", "No. 12" or a year.
pub(super) fn head_of(document: &Document, start: usize, end: usize) -> usize {
    let tail = (start + 1..end).find(|&i| matches!(document.lower(i), "of" | "for" | "no" | "no."));
    let dated = end > start + 2 && document.tokens.get(end - 1).is_some_and(|t| t.kind == TokenKind::Number);
    tail.unwrap_or(end - usize::from(dated)) - 1
}

/// Whether a name is that of a party's convention, which is held; a people's is signed.
pub(super) fn is_held(document: &Document, end: usize) -> bool {
    end > 1 && document.lower(end - 1) == "convention" && document.lower(end - 2) == "national"
}

impl Finder<'_> {
    fn class(&self, i: usize) -> Lexeme {
        self.document.tokens.get(i).map(|t| self.words.of(t).lexeme).unwrap_or_default()
    }

    fn named(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(capitalised)
    }

    fn sentence(&mut self, sentence: Range, style: Style) {
        let mut i = sentence.start as usize;
        let end = sentence.end as usize;
        while i < end {
            if !self.named(i) {
                i += 1;
                continue;
            }
            if style != Style::Plain {
                i = self.loud(i, end);
                continue;
            }
            let stop = self.run(i, end);
            self.cut(i, stop);
            i = stop.max(i + 1);
        }
    }

    /// The end of the run of capitals from `i` on, with the small words that stand inside names.
    fn run(&self, i: usize, end: usize) -> usize {
        let d = self.document;
        let end = end.min(i + LONGEST);
        let mut stop = i + 1;
        let mut j = i + 1;
        while j < end {
            let Some(token) = d.tokens.get(j) else { break };
            let glued = !token.spaced;
            let joins = match d.str(j) {
                "-" | "–" => glued && d.tokens.get(j + 1).is_some_and(|t| !t.spaced),
                "&" => true,
                "of" | "for" => self.named(stop - 1) && self.class(stop - 1).is(OF),
                "the" => matches!(d.str(j - 1), "of" | "for"),
                "and" => j == stop,
                _ => self.class(j).is(Lexeme::PARTICLE) && token.case == Case::Lower || (glued && d.str(j - 1) == "-"),
            };
            if self.named(j) || (token.kind == TokenKind::Number && !glued && j + 1 == end) {
                j += 1;
                stop = j;
            } else if joins && j - stop < if glued { 4 } else { 2 } {
                j += 1;
            } else {
                break;
            }
        }
        stop
    }

    /// Cuts a run into names.
    fn cut(&mut self, mut start: usize, end: usize) {
        let marked = matches!(self.document.str(start.wrapping_sub(1)), "“" | "\"" | "‘")
            && matches!(self.document.str(end), "”" | "\"" | "’")
            && end - start > 1
            && self.head(start, end).is_some();
        // The first word of a sentence is a name only if something else says so, as where a whole name stands in marks.
        if !marked && self.words.opens.get(start) == Some(&true) && !self.known_opener(start) {
            start += 1;
            while start < end && !self.named(start) {
                start += 1;
            }
        }
        while start < end && self.class(start).is(Lexeme::CALENDAR) {
            start += 1;
        }
        if start >= end {
            return;
        }
        // "and" joins two names unless it stands inside the name of one body.
        let joint = (start..end).find(|&j| self.document.lower(j) == "and" && self.named(j + 1));
        if let Some(joint) = joint
            && !(self.class(end - 1).is(Lexeme::ORG) && self.head(start, joint).is_none())
            && !(start..joint)
                .any(|j| self.document.lower(j) == "of" && self.class(j.saturating_sub(1)).is(Lexeme::ORG))
        {
            self.cut(start, joint);
            self.cut(joint + 1, end);
            return;
        }
        if let Some(kind) = self.head(start, end) {
            self.push(start, end, Some(kind), "head", 80);
            return;
        }
        if let Some(name) = self.after_titles(start, end) {
            self.places(start, name, false);
            if name < end {
                self.push(name, end, Some(EntityType::Person), "title", 90);
            }
            return;
        }
        self.places(start, end, true);
    }

    /// Whether the first word of a sentence may begin a name.
    fn known_opener(&self, i: usize) -> bool {
        let Some(token) = self.document.tokens.get(i) else { return false };
        let word = self.words.of(token);
        let names = Lexeme::GIVEN.or(Lexeme::NORP).or(Lexeme::BODY).or(Lexeme::TITLE).or(Lexeme::HONORIFIC);
        word.lexeme.is(names)
            || word.inner > word.lower
            || self.place_at(i, i + 4).is_some()
            || (token.case != Case::Capital && token.span.len() > 1)
            || (word.lower == 0 && self.named(i + 1) && !(ORTHOGRAPHY.opens)(self.document.lower(i)))
    }

    /// The longest known name that begins with token `i`.
    fn place_at(&self, i: usize, end: usize) -> Option<(usize, Place)> {
        place_at(self.document, self.words, i, end).filter(|(length, _)| *length > 1 || !self.is_pronoun(i))
    }

    /// "Who" and "Us", which only in capitals are abbreviations.
    fn is_pronoun(&self, i: usize) -> bool {
        let capital = self.document.tokens.get(i).is_some_and(|t| t.case == Case::Capital);
        capital && matches!(self.document.lower(i), "us" | "who")
    }

    /// The type that the last word of a longer name, or the word before "of", gives it.
    fn head(&self, start: usize, end: usize) -> Option<EntityType> {
        let last = head_of(self.document, start, end);
        let class = self.class(last);
        if end - start < 2 {
            return (self.class(start).is(Lexeme::BODY) && !self.is_pronoun(start)).then_some(EntityType::Org);
        }
        if last + 1 < end && class.is(Lexeme::TITLE) {
            return None;
        }
        if self.place_at(start, end).is_some_and(|(length, _)| length == end - start) {
            return None;
        }
        if is_held(self.document, last + 1) {
            return Some(EntityType::Event);
        }
        let kinds = [
            (Lexeme::SUFFIX, EntityType::Org),
            (Lexeme::LAW, EntityType::Law),
            (Lexeme::ORG, EntityType::Org),
            (Lexeme::FAC, EntityType::Fac),
            (Lexeme::EVENT, EntityType::Event),
            (Lexeme::WORK, EntityType::WorkOfArt),
            (Lexeme::LOC, EntityType::Loc),
            (Lexeme::GPE, EntityType::Gpe),
        ];
        let given = self.class(start).is(Lexeme::GIVEN) && !class.is(Lexeme::ORG.or(Lexeme::FAC));
        kinds.into_iter().find(|(c, _)| class.is(*c)).map(|(_, kind)| kind).filter(|_| !given)
    }

    /// Where the name begins after the titles at the beginning of a run: "Defense Minister | Hulusi Akar".
    fn after_titles(&self, start: usize, end: usize) -> Option<usize> {
        let title = Lexeme::TITLE.or(Lexeme::HONORIFIC);
        let last = (start..end).rev().find(|&j| self.class(j).is(title) && !self.class(j).is(Lexeme::GIVEN))?;
        let plain =
            (last + 1..end).all(|j| self.named(j) || self.class(j).is(Lexeme::PARTICLE) || self.document.str(j) == "-");
        plain.then_some(last + 1)
    }

    /// Known names inside a stretch, and, with `rest`, what stands between them.
    fn places(&mut self, start: usize, end: usize, rest: bool) {
        let (mut i, mut open) = (start, start);
        while i < end {
            let Some((length, place)) = self.place_at(i, end) else {
                i += 1;
                continue;
            };
            // "Paris Hilton", "Jordan Henderson": a place at the beginning of a name is often a given name.
            let person = self.class(i).is(Lexeme::GIVEN) && self.named(i + 1) && i + 1 < end;
            // "Europe-Ecology", "Alpes-Maritimes": half of a compound is no place.
            let compound = self.glued(i) || (i + length < end && self.glued(i + length));
            if person || compound {
                i += 1;
                continue;
            }
            if rest {
                self.rest(open, i);
            }
            self.push(i, i + length, Some(place.kind), "gazetteer", 90);
            i += length;
            open = i;
        }
        if rest {
            self.rest(open, end);
        }
    }

    /// Whether a hyphen ties token `i` to the one before.
    fn glued(&self, i: usize) -> bool {
        let dash = |i: usize| matches!(self.document.str(i), "-" | "–");
        dash(i) || (i > 0 && dash(i - 1))
    }

    fn rest(&mut self, mut start: usize, mut end: usize) {
        while start < end && (!self.named(start) || self.class(start).is(Lexeme::CALENDAR)) {
            start += 1;
        }
        while start < end && (!self.named(end - 1) || self.class(end - 1).is(Lexeme::CALENDAR)) {
            end -= 1;
        }
        if start >= end {
            return;
        }
        let class = self.class(start);
        let acronym = self.document.tokens.get(start).is_some_and(|t| t.case == Case::Upper && t.span.len() <= 7);
        let compound = (start + 1..end).all(|j| self.glued(j));
        if end - start == 1 || compound {
            // "I", "I've", "We'll": no word that stands before an apostrophe is a name if it is a small one.
            let stem = self.document.lower(start).split('\'').next().unwrap_or("");
            if (ORTHOGRAPHY.opens)(stem) || class.is(Lexeme::TITLE) {
                return;
            }
            let (kind, rule, sure) = match () {
                () if class.is(Lexeme::NORP) => (Some(EntityType::Norp), "gazetteer", 85),
                () if class.is(Lexeme::LANGUAGE) => (Some(EntityType::Language), "gazetteer", 70),
                () if class.is(Lexeme::BODY) => (Some(EntityType::Org), "gazetteer", 85),
                () if acronym => (Some(EntityType::Org), "acronym", 70),
                () if class.is(Lexeme::GIVEN) => (Some(EntityType::Person), "given name", 60),
                () => (None, "context", 50),
            };
            self.push(start, end, kind, rule, sure);
        } else {
            let (rule, sure) = if class.is(Lexeme::GIVEN) { ("given name", 85) } else { ("context", 60) };
            let kind = if acronym { EntityType::Org } else { EntityType::Person };
            self.push(start, end, Some(kind), rule, sure);
        }
    }

    /// A sentence in which capitals say nothing: only what is known is a name.
    fn loud(&mut self, i: usize, end: usize) -> usize {
        if let Some((length, place)) = self.place_at(i, end) {
            self.push(i, i + length, Some(place.kind), "gazetteer", 75);
            return i + length;
        }
        let seen = |j: usize| {
            self.document.tokens.get(j).map(|t| self.words.of(t)).is_some_and(|w| w.inner > 0 && w.lower == 0)
        };
        let stop = (i..end.min(i + LONGEST)).find(|&j| !seen(j)).unwrap_or(end.min(i + LONGEST));
        if stop > i {
            self.cut(i, stop);
        }
        stop.max(i + 1)
    }

    fn push(&mut self, start: usize, end: usize, kind: Option<EntityType>, rule: &'static str, sure: u8) {
        self.pieces.push(Piece { start, end, kind, rule, sure });
    }
}

/// Classes of the words that "of" may follow inside a name.
const OF: Lexeme =
    Lexeme::ORG.or(Lexeme::FAC).or(Lexeme::GPE).or(Lexeme::LOC).or(Lexeme::LAW).or(Lexeme::EVENT).or(Lexeme::WORK);

/// Types the single words by the rest of the article: a surname by the full name, a repeated word by its surest mention.
fn settle(document: &Document, words: &Words, pieces: &mut Vec<Piece>) {
    let mut person = vec![false; document.word_count()];
    let mut kinds: Vec<Option<EntityType>> = vec![None; document.word_count()];
    for piece in pieces.iter() {
        let ids = (piece.start..piece.end).filter_map(|i| document.tokens.get(i)).map(|t| t.word.0 as usize);
        match piece.kind {
            Some(EntityType::Person) if piece.sure >= 60 && piece.end - piece.start > 1 => {
                ids.for_each(|id| person.get_mut(id).into_iter().for_each(|p| *p = true));
            }
            Some(kind) if piece.end - piece.start == 1 => {
                ids.for_each(|id| kinds.get_mut(id).into_iter().for_each(|k| *k = k.or(Some(kind))));
            }
            _ => {}
        }
    }
    for piece in pieces.iter_mut().filter(|p| p.kind.is_none()) {
        let Some(token) = document.tokens.get(piece.start) else { continue };
        let id = token.word.0 as usize;
        let word = words.of(token);
        let before = document.lower(piece.start.wrapping_sub(1));
        let (kind, rule, sure) = match () {
            () if person.get(id) == Some(&true) => (EntityType::Person, "surname", 85),
            () if kinds.get(id).copied().flatten().is_some() => {
                (kinds.get(id).copied().flatten().unwrap_or(EntityType::Org), "repeat", 70)
            }
            () if word.lexeme.is(STANDALONE) && word.lower == 0 => (EntityType::Org, "head", 65),
            () if word.lexeme != Lexeme::default() || word.lower > 0 => continue,
            () if matches!(before, "in" | "at" | "near" | "from" | "to") => (EntityType::Gpe, "context", 50),
            () => (EntityType::Org, "context", 40),
        };
        (piece.kind, piece.rule, piece.sure) = (Some(kind), rule, sure);
    }
    pieces.retain(|p| p.kind.is_some());
}

/// Bodies that go by the bare word: Parliament, Congress.
const STANDALONE: Lexeme = Lexeme::ORG;
