//! Money in a currency that several countries call so: one check a sign, at the first amount.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, EntityType, Name, Number, NumberKind, Severity};
use crate::lang::en::currencies::HOME_DOLLARS;
use crate::lang::en::names::is_state;
use crate::text::{Interner, holds, lower_case};

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::UnclearCurrency,
    run,
    #[cfg(test)]
    examples: &[
        ("The clinic cost $4 million. Its roof cost another $90,000.", "$4 million"),
        ("He was fined 500 pesos by the court.", "500 pesos"),
        ("The clinic cost US$4 million. Its roof cost C$90,000, its door $200.", "$200"),
        ("American donors gave $4 million to a clinic in Canada.", "$4 million"),
        ("The clinic in Canada cost $4 million.", "$4 million"),
    ],
    #[cfg(test)]
    counter: &[
        "The clinic cost US$4 million.",
        "The clinic cost £4 million and €90,000.",
        "The clinic cost 4 million.",
        "The clinic cost US$4 million. Its roof cost another $90,000.",
        "The clinic in Ohio cost $4 million.",
        "American donors gave $4 million to a clinic in Kenya.",
    ],
};

fn run(article: &Article, found: &mut Found) {
    let is_money = |n: &Number| !n.nested && (n.kind == NumberKind::Money || n.of == Some(NumberKind::Money));
    // By how the currency is written, the first amount and their number.
    let mut known = Interner::default();
    let mut signs: Vec<(&str, &Number, u32)> = Vec::new();
    for number in article.numbers {
        if is_money(number) && number.ambiguous {
            let words = article.words(number.span);
            // The sign, or the last word: "a billion-dollar", "500 pesos".
            let sign = if holds(words, "$") { "$" } else { words.rsplit([' ', '-']).next().unwrap_or(words) };
            let sign = sign.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            match signs.get_mut(known.intern(sign).0 as usize) {
                Some((_, _, count)) => *count += 1,
                None => signs.push((sign, number, 1)),
            }
        }
    }
    let is_american = !signs.is_empty() && is_american(article);
    for (sign, number, count) in signs {
        if is_american && number.unit.is_some_and(|unit| unit.id == "USD") {
            continue;
        }
        // "US$4 million" says what "$90,000" is in, if no other dollars are near.
        let mut said =
            article.numbers.iter().filter(|n| is_money(n) && !n.ambiguous && holds(article.words(n.span), sign));
        if said.next().is_some_and(|n| n.unit == number.unit) && said.all(|n| n.unit == number.unit) {
            continue;
        }
        let taken = number.unit.map_or("no currency", |unit| unit.id);
        let amounts = if count == 1 { "This amount".to_owned() } else { format!("{count} amounts") };
        let read = if count == 1 { "is" } else { "are" };
        let message = format!("“{sign}” may be of several currencies. {amounts} {read} read as {taken}.");
        found.add(Severity::Note, number.span, None, message);
    }
}

/// Whether the countries of the article leave no doubt whose dollars it means: of those that have one, it names the United States alone.
fn is_american(article: &Article) -> bool {
    let own =
        |name: &Name| name.code == Some("US") || name.kind == EntityType::Gpe && is_state(&lower_case(&name.name));
    let others = |name: &Name| {
        name.code
            .filter(|code| *code != "US")
            .and_then(|code| HOME_DOLLARS.get(code))
            // Where a peso has the sign too, its amounts are told in words.
            .is_some_and(|currency| currency.ends_with('D'))
    };
    article.names.iter().any(own) && !article.names.iter().any(others)
}
