//! A vocabulary kept as lines of text, which compress as text does.

use crate::text::fnv;
use std::sync::OnceLock;

/// Lines of `MEANING SPELLING SPELLING …`, the spellings in lower case. A spelling marked with `=` is a symbol or abbreviation rather
/// than a word; `cat*` are *cat* and *cats*. Every spelling stands once. A meaning is read where its word is looked up.
#[derive(Debug)]
pub struct Packed<T: 'static> {
    lines: Words,
    meaning: fn(Row) -> T,
}

/// What stands in a line.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Its meaning, as it is written.
    pub meaning: &'static str,
    /// The first spelling.
    pub first: &'static str,
}

impl<T> Packed<T> {
    /// A vocabulary of these lines.
    pub const fn new(text: &'static str, meaning: fn(Row) -> T) -> Self {
        Self { lines: Words::new(text), meaning }
    }

    /// A vocabulary of the lines that `spell` makes of these.
    pub const fn spelt(text: &'static str, spell: fn(&str) -> String, meaning: fn(Row) -> T) -> Self {
        Self { lines: Words::spelt(text, spell), meaning }
    }

    /// The meaning of a word with that hash (by [`fnv`]), and whether this spelling is a symbol.
    pub fn find(&'static self, hash: u32, word: &str) -> Option<(T, bool)> {
        let (row, is_symbol) = self.lines.find(hash, word)?;
        Some((self.read(row), is_symbol))
    }

    /// Its lines.
    pub fn words(&'static self) -> &'static Words {
        &self.lines
    }

    /// What a line means.
    pub fn read(&self, row: Row) -> T {
        (self.meaning)(row)
    }

    /// The meaning of a word.
    pub fn get(&'static self, word: &str) -> Option<T> {
        Some(self.read(self.lines.find(fnv(word.as_bytes()), word)?.0))
    }
}

/// Meanings and phrases of such lines, to be looked through in order.
pub fn phrases(text: &'static str) -> Phrases {
    Phrases(text)
}

/// What is left of [`phrases`].
#[derive(Debug, Clone)]
pub struct Phrases(&'static str);

impl Iterator for Phrases {
    type Item = (&'static str, &'static str);

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        let (line, rest) = self.0.split_once('\n').unwrap_or((self.0, ""));
        self.0 = rest;
        line.split_once(' ')
    }
}

/// Whether a word, which holds no blank, is one of a few that blanks separate.
#[inline(never)]
pub fn listed(list: &str, word: &str) -> bool {
    let (mut rest, word) = (list.as_bytes(), word.as_bytes());
    while rest.len() >= word.len() && !word.is_empty() {
        if rest.starts_with(word) && matches!(rest.get(word.len()), None | Some(b' ')) {
            return true;
        }
        match rest.iter().position(|&b| b == b' ') {
            Some(blank) => rest = &rest[blank + 1..],
            None => return false,
        }
    }
    false
}

/// Lines of meanings and spellings, and where each spelling stands.
#[derive(Debug)]
pub struct Words {
    text: &'static str,
    spell: fn(&str) -> String,
    /// Made at the first look-up, as neither plurals nor hashes compress.
    made: OnceLock<Index>,
}

/// The lines with every spelling in full, and where each stands.
#[derive(Debug)]
struct Index {
    text: String,
    /// By its hash, at most half full. Start and length (25 and 7 bits); 0 is a free place.
    slots: Vec<u32>,
}

impl Words {
    /// Lines of a meaning and its spellings. Where only the spellings count, the meaning is a dash.
    pub const fn new(text: &'static str) -> Self {
        Self::spelt(text, str::to_owned)
    }

    /// The lines that `spell` makes of these.
    pub const fn spelt(text: &'static str, spell: fn(&str) -> String) -> Self {
        Self { text, spell, made: OnceLock::new() }
    }

    /// The line of a word with that hash (by [`fnv`]), and whether this spelling is a symbol.
    #[inline(never)]
    pub fn find(&'static self, hash: u32, word: &str) -> Option<(Row, bool)> {
        let text = &self.index().text;
        let before = text.get(..self.start(hash, word)?)?;
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let mut words = text.get(line..)?.split([' ', '\n']);
        Some((Row { meaning: words.next()?, first: words.next()? }, before.ends_with('=')))
    }

    /// Where a word with that hash stands.
    #[inline(never)]
    pub fn start(&self, hash: u32, word: &str) -> Option<usize> {
        let index = self.index();
        let slot = index.slots.get(index.seek(hash, word)).copied().filter(|slot| *slot != 0)?;
        Some((slot >> 7) as usize)
    }

    fn index(&self) -> &Index {
        self.made.get_or_init(|| Index::of(&(self.spell)(self.text)))
    }
}

impl Index {
    /// The place of a word: where it stands, or a free one.
    fn seek(&self, hash: u32, word: &str) -> usize {
        let mut place = hash as usize;
        loop {
            place &= self.slots.len() - 1;
            let slot = self.slots.get(place).copied().unwrap_or(0);
            let (start, length) = ((slot >> 7) as usize, (slot & 0x7f) as usize);
            if slot == 0
                || length == word.len() && self.text.as_bytes().get(start..start + length) == Some(word.as_bytes())
            {
                return place;
            }
            place += 1;
        }
    }

    fn of(lines: &str) -> Self {
        let count = lines.bytes().map(|b| usize::from(b == b' ') + usize::from(b == b'*')).sum::<usize>();
        let mut index = Self { text: String::new(), slots: vec![0; (count * 2 + 1).next_power_of_two()] };
        for line in lines.split('\n') {
            for (place, word) in line.split(' ').enumerate() {
                let singular = word.trim_end_matches('*');
                index.add(singular, "", place > 0);
                if singular != word {
                    index.add(singular, "s", true);
                }
            }
            index.text.push('\n');
        }
        index
    }

    fn add(&mut self, word: &str, ending: &str, spelling: bool) {
        if spelling {
            self.text.push(' ');
        }
        let symbol = word.len() > 1 && word.starts_with('=');
        let start = self.text.len() + usize::from(symbol);
        self.text.push_str(word);
        self.text.push_str(ending);
        let Some(word) = self.text.get(start..).filter(|_| spelling) else { return };
        let (place, length) = (self.seek(fnv(word.as_bytes()), word), word.len());
        debug_assert!(self.slots[place] == 0 && (1..1 << 7).contains(&length), "{word:?} stands once");
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = (start as u32) << 7 | length as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, listed, phrases};

    static ANIMALS: Packed<(&str, &str)> = Packed::new("1 cat* =c\n2 dog\n", |row| (row.meaning, row.first));

    #[test]
    fn a_list_holds_whole_words() {
        for word in ["a", "an", "the"] {
            assert!(listed("a an the", word));
        }
        for word in ["", "n", "he", "th", "then"] {
            assert!(!listed("a an the", word), "{word:?}");
        }
    }

    #[test]
    fn finds_every_spelling() {
        for (word, meaning) in [("cat", "1"), ("cats", "1"), ("c", "1"), ("dog", "2")] {
            assert_eq!(ANIMALS.get(word).map(|m| m.0), Some(meaning), "{word}");
        }
        for word in ["", "=c", "do", "dogs", "1", "cat cats"] {
            assert_eq!(ANIMALS.get(word), None, "{word}");
        }
        assert_eq!(ANIMALS.find(crate::text::fnv(b"c"), "c"), Some((("1", "cat"), true)));
        assert_eq!(ANIMALS.find(crate::text::fnv(b"dog"), "dog"), Some((("2", "dog"), false)));
        assert!(phrases("> more than\n~ about").eq([(">", "more than"), ("~", "about")]));
    }

    #[test]
    #[should_panic(expected = "stands once")]
    fn refuses_a_second_row_for_a_spelling() {
        static TWICE: Packed<()> = Packed::new("1 cat\n2 dog cat", |_| ());
        TWICE.get("cow");
    }
}
