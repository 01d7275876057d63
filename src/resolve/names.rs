//! Mentions joined into names.
//!
//! First every distinct form becomes an entry; then shorter forms join fuller ones: a surname the person, an acronym the body, one
//! name of a country the other. Every look-up goes through an index or a bounded list, so the whole is linear but for sorting.

mod index;
mod role;
mod variant;

use crate::annotation::{EntityType, Mention, Name};
use crate::house::House;
use crate::lang::en::names::{self as lexicon, Lexeme};
use crate::lang::listed;
use crate::text::{Document, Interner, Span, TokenKind, WordId, sort_by_key};
use index::{First, Index};

/// How many bearers of one surname are compared; an article with more is a list of results.
const BEARERS: usize = 64;

/// A distinct written form of a name.
struct Form {
    /// Its words in lower case, marks left out.
    words: Vec<WordId>,
    kind: EntityType,
    code: Option<&'static str>,
    house: Option<u32>,
    /// The mentions written so, in order.
    mentions: Vec<u32>,
    /// The fuller form that it belongs to; itself if there is none.
    parent: usize,
}

/// Whether two lower-case words are one name in two spellings: a letter changed, left out or swapped, or an accent; no plural.
pub fn alike(a: &str, b: &str) -> bool {
    a != b && !variant::is_plural(a, b) && variant::alike(a, b, 5)
}

/// Joins mentions of one bearer, by first mention; sets `name` of every mention.
pub fn names(document: &Document, mentions: &mut [Mention], house: &House) -> Vec<Name> {
    let mut joiner = Joiner { document, mentions, house, forms: Vec::new(), form_of: Vec::new() };
    joiner.forms();
    joiner.countries();
    joiner.persons();
    joiner.places();
    joiner.bodies();
    joiner.plurals();
    let names = joiner.names();
    for (id, name) in (0..).zip(&names) {
        for &mention in &name.mentions {
            if let Some(mention) = mentions.get_mut(mention as usize) {
                mention.name = Some(id);
            }
        }
    }
    names
}

struct Joiner<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    house: &'a House,
    forms: Vec<Form>,
    /// The form of each mention.
    form_of: Vec<usize>,
}

impl Joiner<'_> {
    fn forms(&mut self) {
        let mut known = Interner::default();
        for (id, mention) in (0..).zip(self.mentions) {
            let words = self.words(mention.span);
            // Forms are one by the house's entry, or else by type and words.
            let key =
                mention.house.map_or_else(|| self.joined(mention.kind.label(), &words), |entry| entry.to_string());
            let form = known.intern(&key).0 as usize;
            if form == self.forms.len() {
                let place = lexicon::place(&lower(self.document, mention.span));
                self.forms.push(Form {
                    words,
                    kind: mention.kind,
                    code: place.filter(|p| p.kind == mention.kind).and_then(|p| p.code),
                    house: mention.house,
                    mentions: Vec::new(),
                    parent: form,
                });
            }
            self.form_of.push(form);
            if let Some(form) = self.forms.get_mut(form) {
                form.mentions.push(id);
            }
        }
    }

    /// Words behind another, parted by blanks.
    fn joined(&self, first: &str, words: &[WordId]) -> String {
        words.iter().fold(first.to_owned(), |all, word| all + " " + self.word(*word))
    }

    fn words(&self, span: Span) -> Vec<WordId> {
        let tokens = self.document.tokens_in(span).filter_map(|i| self.document.tokens.get(i));
        tokens.filter(|t| !matches!(t.kind, TokenKind::Punct | TokenKind::Clitic)).map(|t| t.word).collect()
    }

    fn word(&self, id: WordId) -> &str {
        self.document.word(id)
    }

    fn root(&self, mut form: usize) -> usize {
        // A parent is always a fuller form or comes earlier; the bound only guards the loop.
        for _ in 0..8 {
            match self.forms.get(form) {
                Some(f) if f.parent != form => form = f.parent,
                _ => break,
            }
        }
        form
    }

    fn join(&mut self, form: usize, parent: usize) {
        let root = self.root(parent);
        if self.root(form) != root
            && let Some(form) = self.forms.get_mut(form)
        {
            form.parent = root;
        }
    }

    fn join_all(&mut self, joins: Vec<(usize, usize)>) {
        for (form, parent) in joins {
            self.join(form, parent);
        }
    }

    fn of_kind(&self, kind: EntityType) -> impl Iterator<Item = (usize, &Form)> {
        self.forms.iter().enumerate().filter(move |(_, f)| f.kind == kind)
    }

    /// One country by several names: the US, America, the United States.
    fn countries(&mut self) {
        let mut first = First::default();
        let mut joins = Vec::new();
        for (i, form) in self.of_kind(EntityType::Gpe) {
            let apart = |w: &WordId| listed("england scotland wales ireland west east", self.word(*w));
            let Some(code) = form.code.filter(|_| !form.words.iter().any(apart)) else { continue };
            joins.push((i, first.or(code, i)));
        }
        self.join_all(joins);
    }

    /// One place in two spellings, "Karabakh" and "Karabagh": the form that comes later joins, unless both are known places.
    fn places(&mut self) {
        let mut letters = Interner::default();
        let mut known_by: Vec<Vec<usize>> = Vec::new();
        let mut joins = Vec::new();
        let place =
            |f: &Form| matches!(f.kind, EntityType::Gpe | EntityType::Loc) && f.words.len() == 1 && f.house.is_none();
        for (i, form) in self.forms.iter().enumerate().filter(|(_, f)| place(f)) {
            let Some(word) = form.words.first().map(|w| self.word(*w)) else { continue };
            let letter = word.get(..word.chars().next().map_or(0, char::len_utf8)).unwrap_or_default();
            let letter = letters.intern(letter).0 as usize;
            known_by.resize_with(known_by.len().max(letter + 1), Vec::new);
            let Some(near) = known_by.get_mut(letter) else { continue };
            let known =
                |f: &Form| f.code.is_some() || f.words.first().is_some_and(|w| lexicon::place(self.word(*w)).is_some());
            let variant = near.iter().copied().take(BEARERS).find(|&b| {
                let Some(other) = self.forms.get(b) else { return false };
                let Some(b) = other.words.first().map(|w| self.word(*w)) else { return false };
                let apart = variant::is_plural(word, b) || (known(form) && known(other));
                !apart && word != b && variant::alike(word, b, 5)
            });
            match variant {
                Some(earlier) => joins.push((i, earlier)),
                None => near.push(i),
            }
        }
        self.join_all(joins);
    }

    /// A surname, a given name, a form without middle names, a slip of spelling: joined to the full name.
    fn persons(&mut self) {
        let (mut last, mut given, mut inner, mut initial) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (i, form) in self.of_kind(EntityType::Person).filter(|(_, f)| f.words.len() > 1) {
            if let (Some(first), Some(surname)) = (form.words.first(), self.surname(&form.words)) {
                last.push((surname.0, i));
                given.push((first.0, i));
                inner.extend(form.words.iter().skip(1).filter(|w| **w != surname).map(|w| (w.0, i)));
                initial.push((self.letter(surname), i));
            }
        }
        let [last, given, inner, initial] = [last, given, inner, initial].map(Index::new);
        let mut joins = Vec::new();
        for (i, form) in self.of_kind(EntityType::Person) {
            let Some(surname) = self.surname(&form.words) else { continue };
            let bearers = |index: &Index| index.get(surname.0, BEARERS).collect::<Vec<usize>>();
            let fuller: Vec<usize> = bearers(&last).into_iter().filter(|&b| b != i && self.fits_in(form, b)).collect();
            let parent = self.nearest(form, &fuller).or_else(|| {
                let single = form.words.len() == 1;
                // The first of two surnames: "Rosselló", "Ricardo Rosselló" of Ricardo Rosselló Nevares.
                let mut named = bearers(&inner);
                named.retain(|&b| b != i && self.fits_in(form, b));
                if named.is_empty() && single {
                    named = bearers(&given);
                }
                // A given name alone is somebody only if one person has it.
                self.nearest(form, &named).filter(|_| named.len() == 1).or_else(|| {
                    let mut near = initial.get(self.letter(surname), BEARERS);
                    near.find(|&b| b != i && self.is_variant(form, i, b))
                })
            });
            joins.extend(parent.map(|p| (i, p)));
        }
        self.join_all(joins);
    }

    /// The first letter of a word.
    fn letter(&self, word: WordId) -> u32 {
        self.word(word).chars().next().map_or(0, u32::from)
    }

    /// The last word that is no Jr. or III.
    fn surname(&self, words: &[WordId]) -> Option<WordId> {
        words.iter().rev().copied().find(|w| !Lexeme::of(self.word(*w)).is(Lexeme::SUFFIX)).or(words.first().copied())
    }

    /// Whether the words of `form` are words of the fuller form `other`, in order; an initial stands for its word.
    fn fits_in(&self, form: &Form, other: usize) -> bool {
        let Some(other) = self.forms.get(other).filter(|o| o.words.len() > form.words.len()) else { return false };
        let mut rest = other.words.iter();
        form.words.iter().all(|&w| rest.any(|&o| o == w || variant::is_initial(self.word(w), self.word(o))))
    }

    /// Whether `form` is `other` misspelt: one letter in five, and for a full name the same given name.
    fn is_variant(&self, form: &Form, i: usize, other: usize) -> bool {
        let Some(o) = self.forms.get(other) else { return false };
        let (Some(a), Some(b)) = (self.surname(&form.words), self.surname(&o.words)) else { return false };
        let first = form.words.len() == 1
            || (form.words.first() == o.words.first() && (other < i || form.words.len() < o.words.len()));
        let (a, b) = (self.word(a), self.word(b));
        // "the Clintons" are a family, no slip for one of them.
        let least = if form.words.len() == 1 { 5 } else { 4 };
        first && a != b && !variant::is_plural(a, b) && variant::alike(a, b, least)
    }

    /// Of several bearers, the one mentioned last before `form` is first mentioned; else the first.
    fn nearest(&self, form: &Form, bearers: &[usize]) -> Option<usize> {
        let start = form.mentions.first()?;
        let before = |b: usize| {
            let mentions = &self.forms.get(b)?.mentions;
            mentions.get(mentions.partition_point(|m| m < start).checked_sub(1)?)
        };
        bearers.iter().copied().max_by_key(|&b| (before(b), std::cmp::Reverse(b)))
    }

    /// An acronym to the body it stands for; a short form to the full one.
    fn bodies(&mut self) {
        let mut acronyms = First::default();
        let mut heads = Vec::new();
        let is_body = |f: &Form| !matches!(f.kind, EntityType::Person | EntityType::Norp);
        for (i, form) in self.forms.iter().enumerate().filter(|(_, f)| is_body(f) && f.words.len() > 1) {
            let words: Vec<&str> = form.words.iter().map(|w| self.word(*w)).collect();
            for acronym in variant::acronyms(&words) {
                acronyms.or(&acronym, i);
            }
            if let Some(first) = form.words.first().filter(|_| form.kind == EntityType::Org) {
                heads.push((first.0, i));
            }
        }
        let heads = Index::new(heads);
        let mut joins = Vec::new();
        for (i, form) in self.forms.iter().enumerate().filter(|(_, f)| is_body(f)) {
            let short = form.words.len() == 1;
            let letters = form.words.first().map(|w| self.word(*w).replace('.', "")).filter(|_| short);
            let spelt = letters
                .and_then(|l| acronyms.get(&l))
                .filter(|&f| self.is_upper(form) && self.forms.get(f).is_some_and(|f| f.kind == form.kind));
            let beside = self.in_brackets(form).filter(|_| short && self.is_upper(form));
            let longer = form.words.first().and_then(|w| {
                let fuller = |b: usize| {
                    b != i
                        && form.kind == EntityType::Org
                        && self.forms.get(b).is_some_and(|b| self.is_short_for(form, b))
                };
                heads.get(w.0, BEARERS).find(|&b| fuller(b))
            });
            joins.extend(spelt.or(beside).or(longer).map(|parent| (i, parent)));
        }
        self.join_all(joins);
    }

    /// Whether a body's full name is the short one and only what bodies are called by: "Aviva" of "Aviva plc".
    fn is_short_for(&self, short: &Form, full: &Form) -> bool {
        let body = Lexeme::ORG.or(Lexeme::SUFFIX).or(Lexeme::FAC);
        let rest = full.words.strip_prefix(short.words.as_slice()).unwrap_or_default();
        (1..=3).contains(&rest.len()) && rest.last().is_some_and(|w| Lexeme::of(self.word(*w)).is(body))
    }

    fn is_upper(&self, form: &Form) -> bool {
        let first = form.mentions.first().and_then(|m| self.mentions.get(*m as usize));
        first.is_some_and(|m| m.span.of(self.document.text).chars().filter(|c| c.is_uppercase()).count() > 1)
    }

    /// The body named right before an acronym that is first mentioned in brackets, if its name begins alike.
    fn in_brackets(&self, form: &Form) -> Option<usize> {
        let id = *form.mentions.first()? as usize;
        let (mention, before) = (self.mentions.get(id)?, self.mentions.get(id.checked_sub(1)?)?);
        let between = self.document.text.get(before.span.end() as usize..mention.span.start() as usize)?;
        let letter = |m: &Mention| m.span.of(self.document.text).chars().next();
        let alike = before.kind == mention.kind && letter(before) == letter(mention);
        (alike && between.trim() == "(").then(|| self.form_of.get(id - 1).copied()).flatten()
    }

    /// "Americans" and "American" are one people.
    fn plurals(&mut self) {
        let mut single = First::default();
        let mut joins = Vec::new();
        for (i, form) in self.of_kind(EntityType::Norp) {
            let word = self.joined("", &form.words);
            let stem = word.strip_suffix('s').filter(|s| s.len() > 4).unwrap_or(&word);
            joins.push((i, single.or(stem, i)));
        }
        self.join_all(joins);
    }

    /// The entries, by first mention.
    fn names(&self) -> Vec<Name> {
        let mut groups = vec![Vec::new(); self.forms.len()];
        for i in 0..self.forms.len() {
            if let Some(group) = groups.get_mut(self.root(i)) {
                group.push(i);
            }
        }
        let mut names: Vec<Name> = groups.iter().filter_map(|forms| self.name(forms)).collect();
        sort_by_key(&mut names, |n| n.mentions.first().copied());
        names
    }

    fn name(&self, forms: &[usize]) -> Option<Name> {
        let forms: Vec<&Form> = forms.iter().filter_map(|i| self.forms.get(*i)).collect();
        let mut mentions: Vec<u32> = forms.iter().flat_map(|f| &f.mentions).copied().collect();
        sort_by_key(&mut mentions, |m| *m);
        let house = forms.iter().find_map(|f| f.house).and_then(|h| self.house.names.get(h as usize));
        let fullest = forms.iter().copied().max_by_key(|f| (f.words.len(), std::cmp::Reverse(f.mentions.first())))?;
        let role = if fullest.kind == EntityType::Person {
            mentions
                .iter()
                .take(BEARERS)
                .filter_map(|m| self.mentions.get(*m as usize))
                .find_map(|m| role::of(self.document, m.span))
        } else {
            None
        };
        Some(Name {
            name: house.map_or_else(|| self.spelling(fullest), |h| h.name.clone()),
            kind: house.and_then(|h| h.kind).unwrap_or(fullest.kind),
            role,
            code: forms.iter().find_map(|f| f.code),
            house_id: house.and_then(|h| h.id.clone()),
            mentions,
        })
    }

    /// As first written outside a line of capitals, with single blanks.
    fn spelling(&self, form: &Form) -> String {
        let texts = || {
            form.mentions
                .iter()
                .take(BEARERS)
                .filter_map(|m| self.mentions.get(*m as usize))
                .map(|m| m.span.of(self.document.text))
        };
        let mixed = texts().find(|t| t.chars().any(char::is_lowercase)).or_else(|| texts().next()).unwrap_or("");
        mixed.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The words of a span in lower case, parted as the known names are.
fn lower(document: &Document, span: Span) -> String {
    let mut out = String::new();
    for i in document.tokens_in(span) {
        if !out.is_empty() && document.tokens.get(i).is_some_and(|t| t.spaced) {
            out.push(' ');
        }
        out.push_str(document.lower(i));
    }
    out
}
