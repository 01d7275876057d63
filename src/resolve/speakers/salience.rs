//! Pronouns: who was spoken of last, and most.

use super::gender::Gender;
use super::{Found, Scene};
use crate::annotation::EntityType;

/// How many mentions back an antecedent is looked for.
const BACK: usize = 40;
/// How many sentences back.
const SENTENCES: usize = 14;

/// A small count as part of a score.
fn points(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 16)
}

impl Scene<'_> {
    /// The person meant by a pronoun at `offset`.
    pub(super) fn person(&self, offset: u32, gender: Option<Gender>) -> Found {
        self.antecedent(offset, |name| {
            let fits = match (gender, self.genders.get(name as usize).copied().flatten()) {
                (None, _) => Some(0),
                (Some(_), None) => Some(0),
                (Some(a), Some(b)) => (a == b).then_some(6),
            };
            fits.filter(|_| self.kind(name) == Some(EntityType::Person))
        })
    }

    /// The body meant by *it* or by a noun for a body at `offset`.
    pub(super) fn body(&self, offset: u32) -> Found {
        self.antecedent(offset, |name| {
            let bonus = i32::from(self.kind(name) == Some(EntityType::Org)) * 3;
            self.is_body(name).then_some(bonus)
        })
    }

    /// Whether a byte lies inside reported words.
    pub(super) fn in_quote(&self, offset: u32) -> bool {
        let place = self.marked.partition_point(|s| s.end() <= offset);
        self.marked.get(place).is_some_and(|s| s.start() <= offset)
    }

    /// The most prominent name before `offset` that `fits` (with its bonus): the last speaker, the subject of the last
    /// sentence, the one mentioned last, in that order.
    fn antecedent(&self, offset: u32, fits: impl Fn(u32) -> Option<i32>) -> Found {
        let sentence = |byte: u32| self.document.sentence_of(self.document.token_at(byte));
        let here = sentence(offset);
        let mut best: Vec<(u32, i32)> = Vec::new();
        let mut add = |name: u32, score: i32| match best.iter_mut().find(|(n, _)| *n == name) {
            Some((_, old)) => *old = (*old).max(score),
            None => best.push((name, score)),
        };
        for (back, &(name, place)) in self.spoken.iter().rev().take(3).enumerate() {
            let distance = here.saturating_sub(sentence(place));
            if place < offset
                && distance <= SENTENCES
                && let Some(bonus) = fits(name)
            {
                // Who spoke in the sentence before goes on, though a name may lead the one before that.
                let goes_on = i32::from(back == 0 && distance <= 1) * 8;
                add(name, bonus + 30 + goes_on - 6 * points(back) - 3 * points(distance));
            }
        }
        let place = self.mentions.partition_point(|m| m.span.end() <= offset);
        let earlier = self.mentions.get(..place).unwrap_or_default();
        for (index, mention) in earlier.iter().enumerate().rev().take(BACK) {
            let Some(name) = mention.name else { continue };
            let Some(bonus) = fits(name) else { continue };
            let at = sentence(mention.span.start());
            let distance = here.saturating_sub(at);
            if distance > SENTENCES {
                break;
            }
            let first = self.document.sentences.get(at).map_or(0, |s| s.start as usize);
            let token = self.document.token_at(mention.span.start());
            let leads = token - first.min(token) <= 6
                && !earlier
                    .get(..index)
                    .and_then(<[_]>::last)
                    .is_some_and(|m| self.document.token_at(m.span.start()) >= first && m.kind == mention.kind);
            let quoted = self.in_quote(mention.span.start());
            let often = self.names.get(name as usize).map_or(0, |n| points(n.mentions.len().min(4)));
            add(name, bonus + 24 - 4 * points(distance) + i32::from(leads) * 9 - i32::from(quoted) * 14 + often);
        }
        let (name, score) = best.iter().copied().max_by_key(|&(name, score)| (score, std::cmp::Reverse(name)))?;
        let second = best.iter().filter(|(n, _)| *n != name).map(|(_, s)| *s).max().unwrap_or(i32::MIN / 2);
        let margin = score.saturating_sub(second).clamp(0, 20).unsigned_abs() as u8;
        Some((name, 65 + margin))
    }
}
