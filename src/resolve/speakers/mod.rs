//! Speakers resolved to names: a name by its mention, a pronoun or noun phrase by who was spoken of before.

mod gender;
mod noun;
mod salience;

use crate::annotation::{Confidence, EntityType, Mention, Name, Quote, QuoteKind};
use crate::house::House;
use crate::lang::en;
use crate::lang::listed;
use crate::lang::speech::{DETERMINER, FEMALE, HE, Lexicon, MALE, PERSON, PLURAL, PRONOUN, RELATIVE, SHE, THEY, TITLE};
use crate::text::{Case, Document, Span, lower_case, sort_by_key};
use gender::Gender;

/// A quote less sure than this, in per cent, is given no name: of such sources more are wrong than right.
const NAMED: u8 = 40;

/// Newspapers called after a people.
const PAPERS: &str = "Australian Hindu Namibian Scotsman";

/// Who spoke, and how sure that is in per cent.
type Found = Option<(u32, u8)>;

/// What the resolvers look things up in.
struct Scene<'a> {
    document: &'a Document<'a>,
    lexicon: &'a Lexicon,
    mentions: &'a [Mention],
    names: &'a [Name],
    genders: Vec<Option<Gender>>,
    /// The spans of reported words, in order.
    marked: Vec<Span>,
    /// Who spoke so far: the name, and where its mention as a speaker stands.
    spoken: Vec<(u32, u32)>,
}

/// What a reading leaves for that of the text's next version.
#[derive(Debug, Default)]
pub struct Memory {
    given: Lexicon,
}

/// Sets `speaker_name` and `speaker_id` of every quote whose source has a name, given the kinds of the document's words.
pub fn speakers(
    document: &Document,
    lexicon: &Lexicon,
    quotes: &mut [Quote],
    mentions: &[Mention],
    names: &mut Vec<Name>,
    house: &House,
    memory: &mut Memory,
) {
    if quotes.is_empty() {
        return;
    }
    memory.given = Lexicon::again(document, &en::GIVEN, std::mem::take(&mut memory.given));
    let spoken: Vec<Span> = quotes.iter().filter(|q| q.kind != QuoteKind::Indirect).map(|q| q.span).collect();
    let genders = gender::of_names(document, lexicon, &memory.given, mentions, names, &spoken);
    let marked = quotes.iter().map(|q| q.span).collect();
    let mut scene = Scene { document, lexicon, mentions, names, genders, marked, spoken: Vec::new() };

    // In the order of the sources as they stand, so that a pronoun knows who spoke before it.
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    sort_by_key(&mut order, |&i| quotes.get(i).map(|q| (q.speaker.unwrap_or(q.span), q.span)));
    let mut known: Option<(Span, Found, Option<String>)> = None;
    // What *the statement* and the like were resolved to, by their words.
    let mut phrases: Vec<(String, (u32, u8))> = Vec::new();
    // The one without a name who spoke last, and for whom: *a spokesman for the council said … he added*.
    let mut stranger: Option<(Span, Found)> = None;
    for index in order {
        let Some(quote) = quotes.get_mut(index) else { continue };
        let Some(speaker) = quote.speaker else { continue };
        let carried = stranger.filter(|(span, _)| scene.goes_on(*span, speaker)).map(|(_, found)| found);
        let (found, spelled) = match &known {
            Some((span, found, spelled)) if *span == speaker => (*found, spelled.clone()),
            _ if carried.is_some() => (carried.flatten(), None),
            _ => scene.again(speaker, &phrases).unwrap_or_else(|| resolve(&scene, speaker, house)),
        };
        if let Some((name, confidence)) = found.filter(|f| quote.confidence.0.min(f.1) >= NAMED) {
            quote.speaker_id = Some(name);
            quote.speaker_name = scene.names.get(name as usize).map(|n| n.name.clone());
            quote.confidence = quote.confidence.min(Confidence(confidence));
            scene.spoken.push((name, speaker.start()));
            if let Some(phrase) = scene.definite(speaker)
                && phrases.len() < 64
            {
                phrases.push((phrase, (name, confidence)));
            }
        }
        if spelled.is_some() {
            quote.speaker_name.clone_from(&spelled);
        }
        stranger = (carried.is_some() || scene.is_stranger(speaker)).then_some((speaker, found));
        known = Some((speaker, found, spelled));
    }
}

/// The name of one source; the second is a name that the list of names does not hold.
fn resolve(scene: &Scene, speaker: Span, house: &House) -> (Found, Option<String>) {
    let text = speaker.of(scene.document.text);
    if let Some(own) = house.speakers.iter().find(|s| s.mention == lower_case(text).replace('’', "'")) {
        let id = scene.names.iter().position(|n| n.name == own.name);
        return (id.map(|id| (id as u32, 95)), Some(own.name.clone()));
    }
    let tokens = scene.document.tokens_in(speaker);
    let kinds = scene.lexicon.at(scene.document, tokens.start);
    // A pronoun may be a part of its word: *she'd*.
    let word = scene.document.lower(tokens.start);
    let word = word.get(..text.len()).unwrap_or(word);
    let male = matches!(word, "he" | "his" | "him");
    if tokens.len() == 1 && (male || matches!(word, "she" | "her")) {
        let gender = if male { Gender::Male } else { Gender::Female };
        return (scene.person(speaker.start(), Some(gender)), None);
    }
    if tokens.len() == 1 && matches!(word, "it" | "its") {
        return (scene.body(speaker.start()), None);
    }
    if tokens.len() == 1 && kinds & (THEY | PRONOUN) != 0 {
        return (None, None);
    }
    if tokens.len() == 1 && kinds & RELATIVE != 0 {
        return (scene.mention_before(speaker.start()), None);
    }
    if let Some(mention) = scene.mention_of(speaker) {
        let one = mention.kind == EntityType::Norp && scene.is_one(speaker);
        return (if one { scene.one_of(speaker) } else { mention.name.map(|n| (n, 95)) }, None);
    }
    let last = tokens.end.saturating_sub(1);
    let capital = scene.document.tokens.get(last).is_some_and(|t| !matches!(t.case, Case::Lower | Case::None));
    if capital {
        // *The Chief Minister*, with capitals or without.
        let role = tokens.len() > 1 && word == "the" && scene.lexicon.at(scene.document, last) & PERSON != 0;
        let bearer = role.then(|| scene.noun(speaker)).flatten();
        return if bearer.is_some() { (bearer, None) } else { scene.unlisted(tokens, text) };
    }
    (scene.noun(speaker), None)
}

impl Scene<'_> {
    /// The mentions that touch a span.
    fn mentions_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &Mention> {
        let from = self.mentions.partition_point(|m| m.span.end() <= span.start());
        let to = self.mentions.partition_point(|m| m.span.start() < span.end());
        self.mentions.get(from..to.max(from)).unwrap_or_default().iter()
    }

    /// A phrase with *the* in lower case, as it may be said again.
    fn definite(&self, speaker: Span) -> Option<String> {
        let tokens = self.document.tokens_in(speaker);
        let definite = tokens.len() > 1 && self.document.lower(tokens.start) == "the";
        let plain = tokens
            .clone()
            .all(|i| self.document.tokens.get(i).is_some_and(|t| t.case == Case::Lower || i == tokens.start));
        (definite && plain).then(|| lower_case(speaker.of(self.document.text)))
    }

    /// Whether a source is one person by a noun alone: *a spokesman*, *the contractor*.
    fn is_stranger(&self, speaker: Span) -> bool {
        let tokens = self.document.tokens_in(speaker);
        let head = tokens.end.saturating_sub(1);
        let kinds = self.lexicon.at(self.document, head);
        let common = self.document.tokens.get(head).is_some_and(|t| t.case == Case::Lower);
        tokens.len() > 1 && common && kinds & PERSON != 0 && kinds & PLURAL == 0
    }

    /// Whether *he* or *she* is who spoke last: soon behind, nobody else named between, and of that gender if the noun has one.
    fn goes_on(&self, before: Span, speaker: Span) -> bool {
        let kinds = |span: Span| self.lexicon.at(self.document, self.document.tokens_in(span).end.saturating_sub(1));
        let sentence = |span: Span| self.document.sentence_of(self.document.token_at(span.start()));
        let between = speaker.start() > before.end() && {
            let stretch = Span::new(before.end(), speaker.start());
            self.mentions_in(stretch).all(|m| m.kind != EntityType::Person || self.in_quote(m.span.start()))
        };
        let other = match kinds(speaker) & (HE | SHE) {
            HE => FEMALE,
            SHE => MALE,
            _ => return false,
        };
        between && kinds(before) & other == 0 && sentence(speaker).saturating_sub(sentence(before)) <= 2
    }

    /// Whom the same phrase meant the last time.
    fn again(&self, speaker: Span, phrases: &[(String, (u32, u8))]) -> Option<(Found, Option<String>)> {
        let phrase = self.definite(speaker)?;
        phrases.iter().rev().find(|(known, _)| *known == phrase).map(|(_, found)| (Some(*found), None))
    }

    fn kind(&self, name: u32) -> Option<EntityType> {
        self.names.get(name as usize).map(|n| n.kind)
    }

    /// Whether a name is of a body, or of a place that speaks as one.
    fn is_body(&self, name: u32) -> bool {
        matches!(self.kind(name), Some(EntityType::Org | EntityType::Gpe | EntityType::Fac))
    }

    /// The mention that a source is: the whole of it, or what its last word belongs to.
    fn mention_of(&self, speaker: Span) -> Option<&Mention> {
        let owns = |m: &Mention| listed("'s ’s ' ’", self.document.str(self.document.token_at(m.span.end())));
        self.mentions_in(speaker)
            .rev()
            .find(|m| m.span.end() >= speaker.end() || (m.kind == EntityType::Person && !owns(m)))
    }

    /// Whether a source is one of a people or party (*the Spaniard*): not *the Spaniards*, *the French*, nor *The Hindu*, a newspaper.
    fn is_one(&self, speaker: Span) -> bool {
        let text = speaker.of(self.document.text);
        let first = self.document.sentences.get(self.document.sentence_of(self.document.token_at(speaker.start())));
        let opens = first.is_some_and(|s| s.start as usize == self.document.token_at(speaker.start()));
        let word = text.strip_prefix("the ").or(text.strip_prefix("The ").filter(|w| opens && !listed(PAPERS, w)));
        word.is_some_and(|w| !["s", "ese", "sh", "ch"].iter().any(|end| w.ends_with(end)))
    }

    /// Whom *the Spaniard* or *the Republican* means.
    fn one_of(&self, speaker: Span) -> Found {
        let text = speaker.of(self.document.text);
        let gender = match () {
            () if text.ends_with("woman") => Some(Gender::Female),
            () if text.ends_with("man") && !text.ends_with("erman") => Some(Gender::Male),
            () => None,
        };
        self.person(speaker.start(), gender).map(|(n, c)| (n, c.min(60)))
    }

    /// The last mention of a person or body right before a relative pronoun.
    fn mention_before(&self, offset: u32) -> Found {
        let place = self.mentions.partition_point(|m| m.span.end() <= offset);
        let mention = self.mentions.get(place.checked_sub(1)?)?;
        let near =
            offset - mention.span.end() < 40 && (mention.kind == EntityType::Person || self.is_body(mention.name?));
        near.then_some((mention.name?, 75))
    }

    /// A name in capitals that no mention covers: found in the list by its last word, or reported as it is written.
    fn unlisted(&self, tokens: std::ops::Range<usize>, text: &str) -> (Found, Option<String>) {
        let last = self.document.str(tokens.end.saturating_sub(1));
        let same = |n: &Name| n.kind == EntityType::Person && n.name.split(' ').next_back() == Some(last);
        let bare = text.strip_prefix("The ").unwrap_or(text);
        if let Some(id) = self.names.iter().position(|n| n.name == text || n.name == bare || same(n)) {
            return (Some((id as u32, 80)), None);
        }
        // The capital of a word that opens its sentence says nothing: *Reports vary*.
        let sentence = self.document.sentences.get(self.document.sentence_of(tokens.start));
        let opens = tokens.len() == 1
            && self.document.str(tokens.end) != ":"
            && sentence.is_some_and(|s| s.start as usize == tokens.start);
        let kinds = self.lexicon.at(self.document, tokens.end.saturating_sub(1));
        let generic = opens || kinds & (PLURAL | TITLE | DETERMINER) != 0;
        (None, (!generic).then(|| text.to_owned()))
    }
}
