//! Figures and names that claim the same words.

use crate::annotation::{EntityType, Mention, Number, NumberKind};
use crate::text::{Document, Span};

/// Settles claims on the same words: a result or an amount at the end of a name is cut off it, a measure inside a product's with all behind it ("Heat 112-104"), a name that is
/// all figure goes, a figure inside a longer name goes.
///
/// Both lists are in order of place; mentions don't overlap, numbers only if nested. One walk over each.
pub fn overlaps(document: &Document, numbers: &mut Vec<Number>, mentions: &mut Vec<Mention>) {
    let mut at = 0;
    for mention in mentions.iter_mut().filter(|m| m.house.is_none()) {
        let mut cut = None;
        while let Some(n) = numbers.get(at).filter(|n| n.span.end() < mention.span.end()) {
            // What a product measures is told behind its name: "Intel Core 2.80 GHz CPU".
            let measure = mention.kind == EntityType::Product && n.kind == NumberKind::Quantity;
            cut = cut.or((measure && mention.span.contains(n.span)).then_some(n.span.start()));
            at += 1;
        }
        let last = numbers.get(at).filter(|n| n.span.end() == mention.span.end() && is_measured(n.kind));
        if let Some(cut) = cut.or(last.map(|n| n.span.start())) {
            mention.span = Span::new(mention.span.start(), cut).trim(document.text);
        }
    }
    mentions.retain(|m| !m.span.is_empty());
    // With equal starts the longest figure comes first, so the furthest end so far tells of every figure that began before.
    let mut at = 0;
    let mut reach = Span::default();
    mentions.retain(|m| {
        while let Some(n) = numbers.get(at).filter(|n| n.span.start() <= m.span.start()) {
            if n.span.end() > reach.end() {
                reach = n.span;
            }
            at += 1;
        }
        m.house.is_some() || reach.end() < m.span.end()
    });
    let mut at = 0;
    numbers.retain(|n| {
        while mentions.get(at).is_some_and(|m| m.span.end() < n.span.end()) {
            at += 1;
        }
        !mentions.get(at).is_some_and(|m| m.span.contains(n.span))
    });
}

/// Figures that no name ends in, unlike counts, ranks and years.
fn is_measured(kind: NumberKind) -> bool {
    use NumberKind::{Duration, Fraction, Money, Percent, Quantity, Score, Time};
    matches!(kind, Duration | Fraction | Money | Percent | Quantity | Score | Time)
}

#[cfg(test)]
mod tests {
    use super::overlaps;
    use crate::annotation::{Confidence, EntityType, Mention, Number, NumberKind};
    use crate::lang::Language;
    use crate::text::{Document, Span};

    fn number(start: u32, end: u32) -> Number {
        Number {
            span: Span::new(start, end),
            kind: NumberKind::Cardinal,
            value: None,
            unit: None,
            iso: None,
            lo: None,
            hi: None,
            of: None,
            modifier: None,
            part: None,
            counted: None,
            per: None,
            si: None,
            ambiguous: false,
            nested: false,
            confidence: Confidence(90),
            rule: "",
        }
    }

    fn mention(start: u32, end: u32) -> Mention {
        Mention {
            span: Span::new(start, end),
            kind: EntityType::Org,
            name: None,
            confidence: Confidence(90),
            rule: "",
            house: None,
        }
    }

    #[test]
    fn the_longer_claim_wins() {
        let document = Document::new("", Language::English.orthography());
        let mut numbers = vec![number(0, 5), number(10, 12), number(20, 30), number(21, 22), number(40, 44)];
        let mut mentions = vec![mention(1, 3), mention(8, 12), mention(20, 30), mention(35, 39)];
        overlaps(&document, &mut numbers, &mut mentions);
        let spans: Vec<_> = mentions.iter().map(|m| m.span.start()).collect();
        assert_eq!(spans, [8, 35]);
        let spans: Vec<_> = numbers.iter().map(|n| n.span.start()).collect();
        assert_eq!(spans, [0, 20, 21, 40]);
    }
}
