//! Sides of a contest: a place that plays is its club, "Surrey beat Kent", "Boston 5 Chicago 3". A country stays a country.

use super::tagger::Tagged;
use super::words::{Words, capitalised, place_at};
use crate::annotation::EntityType::{self, Fac, Gpe, Loc, Org, Person};
use crate::lang::en::names::Lexeme;
use crate::learned::ONE;
use crate::text::{Document, Range, TokenKind, WordId, sort_by_key};
use std::collections::BTreeSet;

/// The most tokens of a line of results.
const LINE: usize = 16;
/// The most tokens of a side's name.
const NAME: usize = 4;
/// So many different sides make an article one of sport.
const SIDES: usize = 2;

/// Makes bodies of the places that play, wherever the article doesn't mean the place, and adds the sides of result lines.
pub(super) fn settle(document: &Document, facts: &Words, found: &mut Vec<Tagged>) {
    let view = View { document, facts };
    let mut rows: Vec<Range> = Vec::new();
    for &line in &document.paragraphs {
        view.row(line, &mut rows);
    }
    let mut sides: BTreeSet<Vec<WordId>> = BTreeSet::new();
    sides.extend(rows.iter().map(|r| view.words(*r)));
    for pair in found.windows(2) {
        if let [one, other] = pair
            && view.meet(one, other)
        {
            sides.extend([view.words(one.tokens), view.words(other.tokens)]);
        }
    }
    if sides.len() < SIDES {
        return;
    }
    for tagged in found.iter_mut() {
        view.part_from_figure(tagged);
        if view.plays(tagged.tokens) {
            sides.insert(view.words(tagged.tokens));
        }
    }
    // "Essex, Derbyshire and Surrey": whoever stands in a row with a side is one.
    for i in 1..found.len() {
        if let Some([one, other]) = found.get(i - 1..=i)
            && view.in_a_row(one, other)
        {
            let (one, other) = (view.words(one.tokens), view.words(other.tokens));
            if sides.contains(&one) {
                sides.insert(other);
            } else if sides.contains(&other) {
                sides.insert(one);
            }
        }
    }
    for tagged in found.iter_mut() {
        let is_side = is_place(tagged) && sides.contains(&view.words(tagged.tokens));
        if is_side && !view.is_country(tagged.tokens) && !view.is_where(tagged.tokens) {
            tagged.kind = Some(Org);
        }
    }
    view.add_rows(found, &rows);
}

fn is_place(tagged: &Tagged) -> bool {
    matches!(tagged.kind, Some(Gpe | Loc | Fac))
}

struct View<'a> {
    document: &'a Document<'a>,
    facts: &'a Words,
}

impl View<'_> {
    fn words(&self, tokens: Range) -> Vec<WordId> {
        tokens.iter().filter_map(|i| self.document.tokens.get(i)).map(|t| t.word).collect()
    }

    fn number(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 3)
    }

    /// The run of capitalised words that begins at a token, with what ties two of them ("Queen's Park", "Heart of Midlothian"); none is a
    /// month or weekday, or a title.
    fn run(&self, start: usize, end: usize) -> usize {
        let token = |i: usize| self.document.tokens.get(i);
        let ties = |i: usize| {
            let clitic = token(i).is_some_and(|t| t.kind == TokenKind::Clitic);
            clitic || matches!(self.document.lower(i), "of" | "and" | "&" | "-")
        };
        let named = |i: usize| {
            let class = token(i).filter(|t| capitalised(t)).map(|t| self.facts.of(t).lexeme);
            class.is_some_and(|c| !c.is(Lexeme::CALENDAR) && (!c.is(Lexeme::TITLE) || ties(i + 1)))
        };
        let inside = |i: &usize| named(*i) || (ties(*i) && *i > start && named(i + 1));
        (start..end.min(start + LINE)).take_while(inside).count()
    }

    /// A line of results: "Boston 5 Chicago 3", or a name with a row of at least three figures, "Boston 69 65 4".
    fn row(&self, line: Range, rows: &mut Vec<Range>) {
        let (start, mut end) = (line.start as usize, line.end as usize);
        if end - start > LINE {
            return;
        }
        while end > start && matches!(self.document.str(end - 1), "." | "-" | ";") {
            end -= 1;
        }
        let first = self.run(start, end);
        let after = start + first;
        if !(1..=NAME).contains(&first) || !self.number(after) {
            return;
        }
        let other = after + 1 + usize::from(self.document.str(after + 1) == ",");
        let second = self.run(other, end);
        if (1..=NAME).contains(&second) && self.number(other + second) && other + second + 1 == end {
            rows.push(Range { start: start as u32, end: after as u32 });
            rows.push(Range { start: other as u32, end: (other + second) as u32 });
        } else if (after..end).all(|i| self.number(i) || matches!(self.document.str(i), "." | "-" | "/" | "+"))
            && (after..end).filter(|i| self.number(*i)).count() > 2
        {
            rows.push(Range { start: start as u32, end: after as u32 });
        }
    }

    /// Whether two names that follow each other are those of a contest: "Surrey beat Kent", "Everton v Fulham", "Kent drew with Essex".
    fn meet(&self, one: &Tagged, other: &Tagged) -> bool {
        let between = one.tokens.end as usize..other.tokens.start as usize;
        let verb = self.document.lower(between.start);
        let contest = match between.len() {
            1 => VERBS.binary_search(&verb).is_ok(),
            2 => verb == "drew" && self.document.lower(between.start + 1) == "with",
            _ => false,
        };
        contest && [one, other].iter().all(|t| is_place(t) || t.kind == Some(Org))
    }

    /// Whether a name is a side's by what stands beside it, in an article of sport: "against Surrey", "Surrey captain", "Surrey 259 and".
    fn plays(&self, tokens: Range) -> bool {
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let before = start.checked_sub(1).map_or("", |i| self.document.lower(i));
        let behind = self.document.lower(end);
        let after = self.document.str(end + 1);
        matches!(before, "against" | "v" | "v." | "vs" | "vs.")
            || PLAYERS.binary_search(&behind).is_ok()
            || (self.number(end) && matches!(after, "and" | "," | "." | "(" | "-" | "–" | ";"))
    }

    /// Whether two places stand in one list.
    fn in_a_row(&self, one: &Tagged, other: &Tagged) -> bool {
        let between = one.tokens.end as usize..other.tokens.start as usize;
        let joined = between.len() == 1 && matches!(self.document.lower(between.start), "," | "and" | "or");
        joined && is_place(one) && is_place(other) && !self.is_where(one.tokens)
    }

    /// "Durham 114" and "H. Morris 69" hold a figure of the scores, which is none of the name.
    fn part_from_figure(&self, tagged: &mut Tagged) {
        let last = tagged.tokens.end as usize - 1;
        if tagged.tokens.iter().len() > 1
            && self.number(last)
            && self.document.tokens.get(last).is_some_and(|t| t.spaced)
        {
            let name = Range { start: tagged.tokens.start, end: tagged.tokens.end - 1 };
            let place = place_at(self.document, self.facts, name.start as usize, name.end as usize);
            let known = place.is_some_and(|(length, _)| length == name.iter().len());
            if known || tagged.kind == Some(Person) {
                tagged.tokens = name;
                tagged.kind = if known { Some(Gpe) } else { tagged.kind };
            }
        }
    }

    fn is_country(&self, tokens: Range) -> bool {
        place_at(self.document, self.facts, tokens.start as usize, tokens.end as usize)
            .is_some_and(|(_, place)| place.code.is_some())
    }

    /// Whether a mention is the place where something is: "in Boston", "LONDON 30 August", "Hove: Sussex 363".
    fn is_where(&self, tokens: Range) -> bool {
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let before = start.checked_sub(1).map_or("", |i| self.document.lower(i));
        let placed =
            matches!(before, "in" | "at" | "near" | "from" | "of" | "to" | "through" | "around" | "outside" | "across");
        let dateline = self.document.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4);
        placed || dateline || matches!(self.document.str(end), ":" | "(")
    }

    /// Puts the sides of result lines in the place of whatever was found there ("Boston 69 65", "Boston 5 Chicago"). A country stays one,
    /// and so does a person of more than one word, who plays alone.
    fn add_rows(&self, found: &mut Vec<Tagged>, rows: &[Range]) {
        let mut at = 0;
        let mut sides = Vec::new();
        for &row in rows {
            while found.get(at).is_some_and(|t| t.tokens.end <= row.start) {
                at += 1;
            }
            let known = found.get(at).filter(|t| t.tokens == row);
            let alone = known.is_some_and(|t| t.kind == Some(Person) && row.iter().len() > 1);
            let kind = match self.is_country(row) {
                true => EntityType::Gpe,
                false if alone => Person,
                false => Org,
            };
            let probability = known.map_or(ONE / 10 * 7, |t| t.probability);
            sides.push(Tagged { tokens: row, kind: Some(kind), probability });
        }
        let mut at = 0;
        found.retain(|t| {
            while sides.get(at).is_some_and(|s: &Tagged| s.tokens.end <= t.tokens.start) {
                at += 1;
            }
            sides.get(at).is_none_or(|s| s.tokens.start >= t.tokens.end)
        });
        found.extend(sides);
        sort_by_key(found, |t| t.tokens.start);
    }
}

/// What one side does to the other, sorted.
const VERBS: &[&str] = &[
    "beat",
    "beats",
    "crushed",
    "defeated",
    "defeats",
    "downed",
    "edge",
    "edged",
    "host",
    "hosted",
    "hosts",
    "outplayed",
    "thrash",
    "thrashed",
    "trounced",
    "v",
    "v.",
    "versus",
    "visit",
    "visited",
    "vs",
    "vs.",
];

/// Who belongs to a side, sorted.
const PLAYERS: &[&str] = &[
    "batsman",
    "bowler",
    "captain",
    "centre-half",
    "coach",
    "defender",
    "fans",
    "fielder",
    "forward",
    "full-back",
    "goalkeeper",
    "keeper",
    "midfielder",
    "pitcher",
    "players",
    "quarterback",
    "shortstop",
    "skipper",
    "striker",
    "supporters",
    "winger",
];
