//! Kinds of words that reported speech is told by, as bits: a word may be of several kinds. Each language lists its words.

use crate::text::{Document, WordId, fnv, sort_by};
use std::sync::OnceLock;

/// A set of the kinds below.
pub type Kinds = u32;

/// A verb that introduces words said or written ("said").
pub const SAY: Kinds = 1;
/// A verb that introduces what somebody thinks or intends ("believes").
pub const THINK: Kinds = 1 << 1;
/// A verb that frames a quoted fragment, but no clause ("criticised").
pub const CALL: Kinds = 1 << 2;
/// A verb with a person and an infinitive ("urged him to").
pub const URGE: Kinds = 1 << 3;
/// A verb whose object is the person told ("told MPs").
pub const TOLD: Kinds = 1 << 4;
/// A verb of knowledge or evidence: its clause is a fact, not speech ("found").
pub const KNOW: Kinds = 1 << 5;
/// A personal pronoun that can speak.
pub const PRONOUN: Kinds = 1 << 6;
/// A pronoun for a man.
pub const HE: Kinds = 1 << 7;
/// A pronoun for a woman.
pub const SHE: Kinds = 1 << 8;
/// A pronoun for several.
pub const THEY: Kinds = 1 << 9;
/// A relative pronoun.
pub const RELATIVE: Kinds = 1 << 11;
/// An article, demonstrative, possessive or quantifier.
pub const DETERMINER: Kinds = 1 << 12;
/// A preposition.
pub const PREPOSITION: Kinds = 1 << 13;
/// An adverb that may stand between a source and its verb.
pub const ADVERB: Kinds = 1 << 14;
/// An auxiliary.
pub const AUXILIARY: Kinds = 1 << 15;
/// A conjunction that joins.
pub const CONJUNCTION: Kinds = 1 << 16;
/// A conjunction that opens a clause of its own.
pub const SUBORDINATOR: Kinds = 1 << 17;
/// A noun for a person ("spokesman").
pub const PERSON: Kinds = 1 << 18;
/// A noun for a body that can speak ("ministry").
pub const BODY: Kinds = 1 << 19;
/// A noun for a thing that speaks for its author ("statement").
pub const PAPER: Kinds = 1 << 20;
/// A title before a name ("Mr", "President").
pub const TITLE: Kinds = 1 << 21;
/// A first name, title or noun of a man.
pub const MALE: Kinds = 1 << 22;
/// A first name, title or noun of a woman.
pub const FEMALE: Kinds = 1 << 23;
/// A word for a work that has a title ("film").
pub const WORK: Kinds = 1 << 24;
/// A word before a term that is talked about ("so-called").
pub const TERM: Kinds = 1 << 25;
/// A word before a slogan or the words on a sign ("motto").
pub const SLOGAN: Kinds = 1 << 26;
/// A word before a nickname.
pub const NICK: Kinds = 1 << 27;
/// A day, month or other word of time that may follow a verb of speech.
pub const TIME: Kinds = 1 << 28;
/// What follows an apostrophe that stands for lost letters (*'em*).
pub const ELISION: Kinds = 1 << 29;
/// A noun for a spokesperson: who speaks is the body behind.
pub const SPOKESPERSON: Kinds = 1 << 30;
/// A noun for several persons ("officials"): such a source has no name.
pub const PLURAL: Kinds = 1 << 31;

/// The words of a language by their kinds.
#[derive(Debug)]
pub struct Vocabulary {
    lists: &'static [(Kinds, &'static str)],
    /// Each word once, with its hash and kinds, by hash: made at the first look-up.
    words: OnceLock<Vec<(u32, &'static str, Kinds)>>,
}

impl Vocabulary {
    /// Lists of words in lower case, separated by blanks. A word may be on several.
    pub const fn new(lists: &'static [(Kinds, &'static str)]) -> Self {
        Self { lists, words: OnceLock::new() }
    }

    /// The kinds of a word with that hash (by [`fnv`]).
    fn kinds(&self, hash: u32, word: &str) -> Kinds {
        let words = self.words.get_or_init(|| {
            let listed = |(kinds, list): &(Kinds, &'static str)| {
                let kinds = *kinds;
                list.split(' ').map(move |word| (fnv(word.as_bytes()), word, kinds))
            };
            let mut words: Vec<(u32, &str, Kinds)> = self.lists.iter().flat_map(listed).collect();
            sort_by(&mut words, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
            words.dedup_by(|later, first| {
                let same = later.1 == first.1;
                first.2 |= if same { later.2 } else { 0 };
                same
            });
            words
        });
        let from = words.partition_point(|w| w.0 < hash);
        let mut alike = words.iter().skip(from).take_while(|w| w.0 == hash);
        alike.find(|w| w.1 == word).map_or(0, |w| w.2)
    }
}

/// The kinds of every distinct word of one document.
#[derive(Debug, Default)]
pub struct Lexicon {
    kinds: Vec<Kinds>,
}

impl Lexicon {
    /// Looks up every distinct word of the document.
    pub fn new(document: &Document, vocabulary: &Vocabulary) -> Self {
        Self::again(document, vocabulary, Self::default())
    }

    /// As [`Lexicon::new`], with what was looked up for the version of the text before.
    pub fn again(document: &Document, vocabulary: &Vocabulary, before: Self) -> Self {
        let mut kinds = before.kinds;
        let new = (kinds.len()..document.word_count()).map(|id| WordId(id as u32));
        let new: Vec<Kinds> = new.map(|id| vocabulary.kinds(document.word_hash(id), document.word(id))).collect();
        kinds.truncate(document.word_count());
        kinds.extend(new);
        Self { kinds }
    }

    /// Adds kinds to one word; nothing if the document does not hold it.
    pub fn add(&mut self, document: &Document, word: &str, kind: Kinds) {
        if let Some(place) = document.find(word).and_then(|id| self.kinds.get_mut(id.0 as usize)) {
            *place |= kind;
        }
    }

    /// The kinds of a word.
    pub fn of(&self, word: WordId) -> Kinds {
        self.kinds.get(word.0 as usize).copied().unwrap_or(0)
    }

    /// The kinds of the word at a token; none beyond the last.
    pub fn at(&self, document: &Document, token: usize) -> Kinds {
        document.tokens.get(token).map_or(0, |t| self.of(t.word))
    }
}
