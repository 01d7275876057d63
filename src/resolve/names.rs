//! Mentions joined into names.
//!
//! First every distinct form becomes an entry; then shorter forms join fuller ones: a surname the person, an acronym the body, one
//! name of a country the other. Every look-up goes through an index or a bounded list, so the whole is linear but for sorting.

mod role;
mod variant;

use crate::annotation::{EntityType, Mention, Name};
use crate::house::House;
use crate::lang::en::names::{self as lexicon, Lexeme};
use crate::text::{Document, Span, TokenKind, WordId, sort_by_key};
use std::collections::BTreeMap;

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

/// The key under which forms are one: house entries by their number, others by type and words.
type Key = (Option<u32>, EntityType, Vec<WordId>);

impl Joiner<'_> {
    fn forms(&mut self) {
        let mut known: BTreeMap<Key, usize> = BTreeMap::new();
        for (id, mention) in (0..).zip(self.mentions) {
            let words = self.words(mention.span);
            let key = (mention.house, mention.kind, if mention.house.is_some() { Vec::new() } else { words.clone() });
            let form = *known.entry(key).or_insert_with(|| {
                let place = lexicon::place(&lower(self.document, mention.span));
                self.forms.push(Form {
                    words,
                    kind: mention.kind,
                    code: place.filter(|p| p.kind == mention.kind).and_then(|p| p.code),
                    house: mention.house,
                    mentions: Vec::new(),
                    parent: self.forms.len(),
                });
                self.forms.len() - 1
            });
            self.form_of.push(form);
            if let Some(form) = self.forms.get_mut(form) {
                form.mentions.push(id);
            }
        }
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
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut joins = Vec::new();
        for (i, form) in self.of_kind(EntityType::Gpe) {
            let apart =
                |w: &WordId| matches!(self.word(*w), "england" | "scotland" | "wales" | "ireland" | "west" | "east");
            let Some(code) = form.code.filter(|_| !form.words.iter().any(apart)) else { continue };
            match first.get(code) {
                Some(&earlier) => joins.push((i, earlier)),
                None => drop(first.insert(code, i)),
            }
        }
        self.join_all(joins);
    }

    /// One place in two spellings, "Karabakh" and "Karabagh": the form that comes later joins, unless both are known places.
    fn places(&mut self) {
        let mut first: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        let mut joins = Vec::new();
        let place =
            |f: &Form| matches!(f.kind, EntityType::Gpe | EntityType::Loc) && f.words.len() == 1 && f.house.is_none();
        for (i, form) in self.forms.iter().enumerate().filter(|(_, f)| place(f)) {
            let Some(word) = form.words.first().map(|w| self.word(*w)) else { continue };
            let near = first.entry(word.chars().next().unwrap_or(' ')).or_default();
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
        let mut last: BTreeMap<WordId, Vec<usize>> = BTreeMap::new();
        let mut given: BTreeMap<WordId, Vec<usize>> = BTreeMap::new();
        let mut inner: BTreeMap<WordId, Vec<usize>> = BTreeMap::new();
        let mut initial: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (i, form) in self.of_kind(EntityType::Person).filter(|(_, f)| f.words.len() > 1) {
            if let (Some(first), Some(surname)) = (form.words.first(), self.surname(&form.words)) {
                last.entry(surname).or_default().push(i);
                given.entry(*first).or_default().push(i);
                for word in form.words.iter().skip(1).filter(|w| **w != surname) {
                    inner.entry(*word).or_default().push(i);
                }
                initial.entry(self.word(surname).chars().next().unwrap_or(' ')).or_default().push(i);
            }
        }
        let mut joins = Vec::new();
        for (i, form) in self.of_kind(EntityType::Person) {
            let Some(surname) = self.surname(&form.words) else { continue };
            let bearers = |index: &BTreeMap<WordId, Vec<usize>>| {
                index.get(&surname).map(|b| b.iter().copied().take(BEARERS).collect::<Vec<_>>()).unwrap_or_default()
            };
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
                    let letter = self.word(surname).chars().next().unwrap_or(' ');
                    let near = initial.get(&letter).map(Vec::as_slice).unwrap_or_default();
                    near.iter().copied().take(BEARERS).find(|&b| b != i && self.is_variant(form, i, b))
                })
            });
            joins.extend(parent.map(|p| (i, p)));
        }
        self.join_all(joins);
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
        let mut acronyms: BTreeMap<String, usize> = BTreeMap::new();
        let mut heads: BTreeMap<WordId, Vec<usize>> = BTreeMap::new();
        let is_body = |f: &Form| !matches!(f.kind, EntityType::Person | EntityType::Norp);
        for (i, form) in self.forms.iter().enumerate().filter(|(_, f)| is_body(f) && f.words.len() > 1) {
            let words: Vec<&str> = form.words.iter().map(|w| self.word(*w)).collect();
            for acronym in variant::acronyms(&words) {
                acronyms.entry(acronym).or_insert(i);
            }
            if let Some(first) = form.words.first().filter(|_| form.kind == EntityType::Org) {
                heads.entry(*first).or_default().push(i);
            }
        }
        let mut joins = Vec::new();
        for (i, form) in self.forms.iter().enumerate().filter(|(_, f)| is_body(f)) {
            let short = form.words.len() == 1;
            let letters = form.words.first().map(|w| self.word(*w).replace('.', "")).filter(|_| short);
            let spelt = letters
                .and_then(|l| acronyms.get(&l).copied())
                .filter(|&f| self.is_upper(form) && self.forms.get(f).is_some_and(|f| f.kind == form.kind));
            let beside = self.in_brackets(form).filter(|_| short && self.is_upper(form));
            let longer = form.words.first().and_then(|w| heads.get(w)).and_then(|bodies| {
                let fuller = |b: usize| {
                    b != i
                        && form.kind == EntityType::Org
                        && self.forms.get(b).is_some_and(|b| self.is_short_for(form, b))
                };
                bodies.iter().copied().take(BEARERS).find(|&b| fuller(b))
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
        let mut single: BTreeMap<String, usize> = BTreeMap::new();
        let mut joins = Vec::new();
        for (i, form) in self.of_kind(EntityType::Norp) {
            let word = form.words.iter().map(|w| self.word(*w)).collect::<Vec<_>>().join(" ");
            let stem = word.strip_suffix('s').filter(|s| s.len() > 3).unwrap_or(&word).to_owned();
            match single.get(&stem) {
                Some(&earlier) => joins.push((i, earlier)),
                None => drop(single.insert(stem, i)),
            }
        }
        self.join_all(joins);
    }

    /// The entries, by first mention.
    fn names(&self) -> Vec<Name> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in 0..self.forms.len() {
            groups.entry(self.root(i)).or_default().push(i);
        }
        let mut names: Vec<Name> = groups.values().filter_map(|forms| self.name(forms)).collect();
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
