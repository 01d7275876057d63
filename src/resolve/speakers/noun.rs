//! Noun phrases: *the minister*, *the ministry*, *the statement*, *a company spokesman*.

use super::gender::Gender;
use super::{Found, Scene};
use crate::annotation::EntityType;
use crate::lang::listed;
use crate::lang::speech::{BODY, FEMALE, MALE, PAPER, PERSON, PLURAL, SPOKESPERSON, TITLE};
use crate::text::{Case, Span, lower_case};

/// Papers that no body issues.
const AUTHORED: [&str; 8] = ["analysis", "article", "book", "editorial", "poll", "review", "study", "survey"];
/// What makes a role another one.
const RANKS: &str = "acting assistant associate deputy ex former then vice";

impl Scene<'_> {
    /// The name behind a noun phrase.
    pub(super) fn noun(&self, speaker: Span) -> Found {
        self.meant(speaker).or_else(|| self.apposed(speaker))
    }

    /// *The publisher, Harbour House, …*: the body set between commas behind its noun.
    fn apposed(&self, speaker: Span) -> Found {
        let comma = self.document.token_at(speaker.end());
        let place = self.mentions.partition_point(|m| m.span.start() < speaker.end());
        let mention = self.mentions.get(place).filter(|m| matches!(m.kind, EntityType::Org | EntityType::Fac))?;
        let between = self.document.str(comma) == ","
            && self.document.token_at(mention.span.start()) == comma + 1
            && self.document.str(self.document.token_at(mention.span.end())) == ",";
        mention
            .name
            .filter(|_| between && self.document.lower(self.document.token_at(speaker.start())) == "the")
            .map(|n| (n, 75))
    }

    fn meant(&self, speaker: Span) -> Found {
        let tokens = self.document.tokens_in(speaker);
        let head = tokens.end.checked_sub(1)?;
        let kinds = self.lexicon.at(self.document, head);
        let first = self.document.lower(tokens.start);
        let indefinite = listed("a an one another some several many few most", first);
        if kinds & SPOKESPERSON != 0 {
            return self.behind(speaker);
        }
        if kinds & PLURAL != 0 || self.lexicon.at(self.document, tokens.start) & PLURAL != 0 {
            return None;
        }
        if kinds & PERSON != 0 {
            return if indefinite { None } else { self.role_bearer(speaker, head) };
        }
        // *The AFI jury*, *Turkey's parliament*: the body named in the phrase.
        if let Some(mention) = self.mentions_in(speaker).rev().find(|m| m.name.is_some_and(|n| self.is_body(n))) {
            return mention.name.map(|n| (n, 75));
        }
        // *The Met office* is a body of its own.
        let capital =
            |i: usize| self.document.tokens.get(i).is_some_and(|t| !matches!(t.case, Case::Lower | Case::None));
        if kinds & BODY != 0 && (tokens.start + 1..head).any(capital) {
            return None;
        }
        // *His office* need be no body spoken of so far.
        let owned = listed("my our your his her their", first);
        if kinds & BODY != 0 && !indefinite && !owned {
            return self
                .called(head, speaker.start())
                .or_else(|| self.spoken_of(speaker, self.document.lower(head), 70));
        }
        if kinds & PAPER != 0 {
            // A paper speaks for whoever issued it: *a statement by the ministry*, or the body spoken of last, unless it is its authors'.
            let authored = AUTHORED.contains(&self.document.lower(head));
            let issuer = || self.body(speaker.start()).map(|(n, c)| (n, c.min(65)));
            return self.behind(speaker).or_else(|| if indefinite || authored { None } else { issuer() });
        }
        None
    }

    /// The organization spoken of last, for a noun that its name need not hold: *the company*, *the group*. A council, a court or
    /// the police would be named by their noun, so another body is not them.
    fn spoken_of(&self, speaker: Span, noun: &str, most: u8) -> Found {
        const NAMED: &str =
            "army congress council court embassy military ministry navy parliament police senate university";
        if listed(NAMED, noun) {
            return None;
        }
        let found = self.body(speaker.start()).map(|(n, c)| (n, c.min(most)));
        found.filter(|&(n, _)| self.kind(n) == Some(EntityType::Org) || noun == "government")
    }

    /// Whom a spokesperson or paper speaks for: named in the phrase, or right behind it after *for*, *of*, *from*.
    fn behind(&self, speaker: Span) -> Found {
        let paper = self.lexicon.at(self.document, self.document.tokens_in(speaker).end.saturating_sub(1)) & PAPER != 0;
        // A paper may be a person's: *Lee's statement*, *a letter from Ann Lee*.
        let body = |m: &&crate::annotation::Mention| {
            m.name.is_some_and(|n| self.is_body(n)) || paper && m.kind == EntityType::Person
        };
        if let Some(mention) = self.mentions_in(speaker).rev().find(body) {
            return mention.name.map(|n| (n, 80));
        }
        let next = self.document.token_at(speaker.end());
        if listed("for of from by at", self.document.lower(next)) {
            let reach = self.document.span(next..(next + 6).min(self.document.tokens.len()));
            if let Some(mention) = self.mentions_in(reach).find(body) {
                return mention.name.map(|n| (n, 80));
            }
            let noun = (next + 1..next + 4).find(|&i| self.lexicon.at(self.document, i) & BODY != 0)?;
            return self.called(noun, speaker.start());
        }
        let tokens = self.document.tokens_in(speaker);
        let inside = tokens.clone().find(|&i| self.lexicon.at(self.document, i) & BODY != 0);
        let determined = self.document.lower(tokens.start) == "the";
        match inside {
            Some(noun) => self.called(noun, speaker.start()),
            None if determined => self.body(speaker.start()).map(|(n, c)| (n, c.min(60))),
            None => None,
        }
    }

    /// The last body before `offset` whose name holds the noun at `token`: *the ministry* is the Foreign Ministry.
    fn called(&self, token: usize, offset: u32) -> Found {
        let noun = self.document.lower(token);
        let holds = |name: u32| {
            self.is_body(name)
                && self
                    .names
                    .get(name as usize)
                    .is_some_and(|n| n.name.split(' ').any(|w| w.len() == noun.len() && lower_case(w) == noun))
        };
        let place = self.mentions.partition_point(|m| m.span.end() <= offset);
        let earlier = self.mentions.get(..place).unwrap_or_default();
        let last = earlier.iter().rev().take(60).filter_map(|m| m.name).find(|&n| holds(n));
        last.map(|n| (n, 85))
    }

    /// The person whose role the phrase names: by the article's own words beside a name, else who spoke last.
    fn role_bearer(&self, speaker: Span, head: usize) -> Found {
        // *The party's leader, Ann Lee*: the name set behind by a comma.
        // *The MP for Marsham, Ann Lee*, too.
        let behind = self.document.token_at(speaker.end());
        let hangs = matches!(self.document.lower(behind), "for" | "of" | "at");
        let next = (behind..behind + 5).find(|&i| hangs && self.document.str(i) == ",").unwrap_or(behind);
        let reach = self.document.span(next..(next + 5).min(self.document.tokens.len()));
        if self.document.str(next) == "," {
            // Titles may stand between: *the judge, Mrs Justice Vale, …*.
            let titles = |to: usize| (next + 1..to).all(|i| self.lexicon.at(self.document, i) & TITLE != 0);
            let beside = self
                .mentions_in(reach)
                .find(|m| m.kind == EntityType::Person && titles(self.document.token_at(m.span.start())));
            if let Some(mention) = beside {
                return mention.name.map(|n| (n, 85));
            }
        }
        let noun = self.document.lower(head);
        let has_role = |role: &str| role.split([' ', '-']).any(|w| w.len() == noun.len() && lower_case(w) == noun);
        // *The governor* is not the deputy governor, *the minister* no former one.
        let lesser = |text: &str| text.split([' ', '-']).any(|w| listed(RANKS, &lower_case(w)));
        let said_lesser = lesser(speaker.of(self.document.text));
        let by_role = |n: &crate::annotation::Name| {
            n.role.as_deref().is_some_and(|role| has_role(role) && lesser(role) == said_lesser)
        };
        let mut bearers = (0..).zip(self.names).filter(|(_, n)| n.kind == EntityType::Person && by_role(n));
        if let (Some((only, _)), None) = (bearers.next(), bearers.next()) {
            return Some((only, 80));
        }
        if let Some(name) = self.described(head, noun) {
            return Some((name, 75));
        }
        let gender = match self.lexicon.at(self.document, head) & (MALE | FEMALE) {
            MALE => Some(Gender::Male),
            FEMALE => Some(Gender::Female),
            _ => None,
        };
        // *His lawyer* is nobody spoken of so far, *the head of the union* need not be.
        let first = self.document.lower(self.document.tokens_in(speaker).start);
        if !listed("the this that", first) || self.document.lower(behind) == "of" {
            return None;
        }
        self.person(speaker.start(), gender).map(|(n, c)| (n, c.min(60)))
    }

    /// A person beside whom the same noun stands: *Ann Lee, the minister, …*, *minister Ann Lee*.
    fn described(&self, head: usize, noun: &str) -> Option<u32> {
        let place = self.mentions.partition_point(|m| self.document.token_at(m.span.start()) < head);
        let earlier = self.mentions.get(..place).unwrap_or_default();
        let people = earlier.iter().rev().take(60).filter(|m| m.kind == EntityType::Person);
        for mention in people {
            let tokens = self.document.tokens_in(mention.span);
            let before = (tokens.start.saturating_sub(4)..tokens.start).any(|i| {
                self.document.lower(i) == noun && self.document.tokens.get(i).is_some_and(|t| t.case != Case::None)
            });
            let behind = self.document.str(tokens.end) == ","
                && (tokens.end + 1..tokens.end + 9)
                    .take_while(|&i| self.document.str(i) != "," && self.document.str(i) != ".")
                    .any(|i| self.document.lower(i) == noun);
            if before || behind {
                return mention.name;
            }
        }
        None
    }
}
