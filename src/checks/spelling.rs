//! One name written in two ways: the rarer spelling is shown with a place of the other.

use super::{Article, Found, Rule};
use crate::annotation::{CheckKind, EntityType, Mention, Severity};
use crate::lang::listed;
use crate::resolve::alike;
use crate::text::{Span, TokenKind, WordId};

pub(super) const RULE: Rule = Rule {
    kind: CheckKind::SpeltTwoWays,
    run,
    #[cfg(test)]
    examples: &[
        (
            "Fighting went on in Karabakh. Both sides want Karabakh. A truce in Karabagh was signed.",
            "Karabagh | Karabakh",
        ),
        ("Murat Akargil arrived. Later Murat Akargill spoke. Akargil left.", "Akargill | Akargil"),
        ("Recep Erdoğan spoke in Ankara. Erdogan left. Erdoğan will return.", "Erdogan | Erdoğan"),
    ],
    #[cfg(test)]
    counter: &[
        "Ministers from Austria and Australia met. Australia will pay, said Austria.",
        "Murat Akargil arrived. Akargil’s brother stayed. Akargil left.",
        "Seyed Mohammad Mohammadi spoke. Mohammadi left.",
        "The capital of Victoria is Melbourne. Victoria is rich, said the Victorian minister.",
        "The Americans left and American troops stayed.",
        "The Lindens sold the farm. Oscar Linden moved. The Lindens are rich.",
        "POLICE ARREST OSCAR LINDEN\n\nOscar Linden was arrested.",
        "She flew to Pittsburgh. “I have a flight to Pittsburg[h],” she said. She likes Pittsburgh.",
    ],
};

/// How many spellings are compared with each new one of the same bearer.
const SPELLINGS: usize = 16;

/// A spelling: how often it stands and where first.
struct Spelling {
    word: WordId,
    count: u32,
    first: usize,
    mention: u32,
}

fn run(article: &Article, found: &mut Found) {
    let mut places = vec![0; article.document.word_count()];
    for name in article.names.iter().filter(|n| n.mentions.len() > 1 && n.kind != EntityType::Norp) {
        let mut spellings: Vec<Spelling> = Vec::new();
        for mention in name.mentions.iter().filter_map(|m| article.mentions.get(*m as usize)) {
            count(article, mention, &mut spellings, &mut places);
        }
        report(article, &spellings, found);
    }
}

/// Counts the words of a mention. A word's place among the spellings, if it has one there, is in `places`, which need not be cleared.
fn count(article: &Article, mention: &Mention, spellings: &mut Vec<Spelling>, places: &mut [usize]) {
    for i in article.document.tokens_in(mention.span) {
        let Some(token) = article.document.tokens.get(i).filter(|t| t.kind == TokenKind::Word) else { continue };
        if is_mended(article, token.span) {
            continue;
        }
        let Some(place) = places.get_mut(token.word.0 as usize) else { continue };
        if let Some(spelling) = spellings.get_mut(*place).filter(|s| s.word == token.word) {
            spelling.count += 1;
            continue;
        }
        *place = spellings.len();
        spellings.push(Spelling { word: token.word, count: 1, first: i, mention: mention.span.start() });
    }
}

/// Whether an editor has completed the word in brackets: "Pittsburg[h]", "[P]ittsburgh".
fn is_mended(article: &Article, word: Span) -> bool {
    let text = article.document.text;
    let after = text.get(word.end() as usize..).unwrap_or_default();
    let before = text.get(..word.start() as usize).unwrap_or_default();
    after.starts_with('[') || before.ends_with(']')
}

/// Whether two words are one in two spellings: nearly the same, not side by side in one mention ("Seyed Mohammad Mohammadi"), and
/// neither made of the other ("Victorian").
fn differ(article: &Article, one: &Spelling, other: &Spelling) -> bool {
    let (a, b) = (article.document.word(one.word), article.document.word(other.word));
    let made = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| listed("n an i", rest));
    alike(a, b) && one.mention != other.mention && !made(a, b) && !made(b, a)
}

/// Of words that are nearly the same, the rarer; of equally frequent ones the later.
fn report(article: &Article, spellings: &[Spelling], found: &mut Found) {
    let document = article.document;
    for (n, one) in spellings.iter().enumerate() {
        let before = spellings.get(n.saturating_sub(SPELLINGS)..n).unwrap_or_default();
        let Some(other) = before.iter().find(|s| differ(article, s, one)) else {
            continue;
        };
        let (rare, usual) = if one.count > other.count { (other, one) } else { (one, other) };
        let (Some(a), Some(b)) = (document.tokens.get(rare.first), document.tokens.get(usual.first)) else {
            continue;
        };
        let (written, usually) = (article.words(a.span), article.words(b.span));
        let times = |n: u32| if n == 1 { "once".to_owned() } else { format!("{n} times") };
        let message = format!("“{written}” stands here {}, “{usually}” {}.", times(rare.count), times(usual.count));
        found.add(Severity::Warning, a.span, Some(b.span), message);
    }
}
