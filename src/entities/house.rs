//! The newsroom's own names, which win over everything found otherwise.

use crate::annotation::{Confidence, EntityType, Mention};
use crate::house::House;
use crate::text::{Case, Document, Span, sort_by_key};

/// The longest house name that is looked for, in tokens.
const LONGEST: usize = 12;

/// A stretch claimed by the newsroom: a name, or words never to be tagged (no kind).
struct Claim {
    span: Span,
    kind: Option<EntityType>,
    entry: Option<u32>,
}

/// Replaces what overlaps a house name by it, and drops what lies in words that are never to be tagged.
pub fn overrule(document: &Document, house: &House, found: &mut Vec<Mention>) {
    let claims = claims(document, house);
    if claims.is_empty() {
        return;
    }
    let mut at = 0;
    found.retain(|m| {
        while claims.get(at).is_some_and(|c| c.span.end() <= m.span.start()) {
            at += 1;
        }
        // A name longer than the words never to be tagged is another name.
        !claims
            .iter()
            .skip(at)
            .take_while(|c| c.span.start() < m.span.end())
            .any(|c| if c.kind.is_some() { c.span.overlaps(m.span) } else { c.span.contains(m.span) })
    });
    found.extend(claims.into_iter().filter_map(|c| {
        Some(Mention {
            span: c.span,
            kind: c.kind?,
            name: None,
            confidence: Confidence(100),
            rule: "house",
            house: c.entry,
        })
    }));
    sort_by_key(found, |m| m.span);
}

/// All claims, by place, without overlaps; listed names before patterns, the longer before the shorter.
fn claims(document: &Document, house: &House) -> Vec<Claim> {
    let claims = listed(document, house);
    #[cfg(feature = "house")]
    let claims = with_patterns(document, house, claims);
    claims
}

#[cfg(feature = "house")]
fn with_patterns(document: &Document, house: &House, mut claims: Vec<Claim>) -> Vec<Claim> {
    for pattern in &house.patterns {
        claims.extend(pattern.pattern.find_iter(document.text).filter_map(|m| {
            let span = Span::new(m.start() as u32, m.end() as u32).trim(document.text);
            (!span.is_empty()).then_some(Claim { span, kind: pattern.kind, entry: None })
        }));
    }
    sort_by_key(&mut claims, |c| (c.span.start(), c.entry.is_none(), std::cmp::Reverse(c.span.end())));
    let mut end = 0;
    claims.retain(|c| {
        let free = c.span.start() >= end;
        end = end.max(if free { c.span.end() } else { 0 });
        free
    });
    claims
}

fn listed(document: &Document, house: &House) -> Vec<Claim> {
    let mut claims = Vec::new();
    if house.forms.is_empty() {
        return claims;
    }
    let (mut i, mut form) = (0, String::new());
    while i < document.tokens.len() {
        let first = house.forms.partition_point(|(f, _)| f.as_str() < document.lower(i));
        let mut best = None;
        if house.forms.get(first).is_some_and(|(f, _)| f.starts_with(document.lower(i))) {
            form.clear();
            for j in i..document.tokens.len().min(i + LONGEST) {
                if j > i && document.tokens.get(j).is_some_and(|t| t.spaced) {
                    form.push(' ');
                }
                form.push_str(document.lower(j));
                let Ok(place) = house.forms.binary_search_by(|(f, _)| f.as_str().cmp(&form)) else { continue };
                let entry = house.forms.get(place).and_then(|(_, e)| Some((*e, house.names.get(*e as usize)?)));
                best = entry.filter(|(_, name)| fits(document, i, &name.name, name.kind)).map(|e| (j + 1, e)).or(best);
            }
        }
        let Some((end, (entry, name))) = best else {
            i += 1;
            continue;
        };
        claims.push(Claim { span: document.span(i..end), kind: name.kind, entry: Some(entry) });
        i = end;
    }
    claims
}

/// A name listed with a capital is meant with one: "Apple" is no "apple".
fn fits(document: &Document, i: usize, name: &str, kind: Option<EntityType>) -> bool {
    let lower = document.tokens.get(i).is_some_and(|t| t.case == Case::Lower);
    !lower || kind.is_none() || !name.starts_with(char::is_uppercase)
}
