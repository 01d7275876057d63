//! Cutting a text into tokens.

use super::case::{lower, lower_case};
use super::{Span, WordId, holds, intern::Interner};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes (`O'Brien`, `don't`), abbreviation full stops (`U.S.`, `Nov.`, `J.`), later digits (`G20`) and `&` (`AT&T`).
    Word,
    /// `'s` after a word: a possessive or a clitic.
    Clitic,
    /// ASCII digits with inner separators (`1,000.5`, `10.11.2020`), or one vulgar fraction (`½`).
    Number,
    /// One punctuation character, or one of `...`, `--`, two single quotes, two backticks.
    Punct,
    /// Anything else: a currency sign, an emoji with its modifiers.
    Symbol,
    /// A URL, an e-mail address, an `@handle` or a `#hashtag`.
    Link,
}

/// How the letters of a word are capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Case {
    /// No letters with case.
    #[default]
    None,
    /// `word`
    Lower,
    /// `Word`, `A`
    Capital,
    /// `WORD`, two letters or more
    Upper,
    /// `McDonald`, `iPhone`
    Mixed,
}

/// A token. Blanks and invisible characters are none: [`Token::spaced`] tells of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether a blank or a line break stands before it (true for the first).
    pub spaced: bool,
    /// Its lower-case form with straight apostrophes.
    pub word: WordId,
}

/// What a language tells the tokenizer and the sentence splitter.
#[derive(Debug, Clone, Copy)]
pub struct Orthography {
    /// What a word in lower case abbreviates, its last full stop left out.
    pub abbreviation: fn(&str) -> Option<Abbreviation>,
    /// Whether a word in lower case often opens a sentence: such words tell an abbreviation's full stop from a sentence's.
    pub opens: fn(&str) -> bool,
}

/// How an abbreviation's full stop is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or figure must follow (`Mr.`, `Nov.`): it never ends a sentence before a capital.
    Leads,
    /// May end a sentence (`Inc.`, `p.m.`): the next word decides.
    MayEnd,
    /// An abbreviation only before a figure (`No. 5`).
    BeforeFigure,
}

/// Whether `c` is a quotation mark of any kind, single marks and apostrophes included.
pub fn is_quote_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

/// Zero-width and control characters between words; inside a word they belong to it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// Characters that belong to the one before: combining marks, joiners, variation selectors, skin tones.
fn extends(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{200d}' | '\u{94d}' | '\u{9cd}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0100}'..='\u{e01ef}')
}

struct Cutter<'t> {
    text: &'t str,
    orthography: &'t Orthography,
    at: usize,
}

impl Cutter<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte < 0x80 { Some(byte as char) } else { self.text.get(at..)?.chars().next() }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The end of the letters, digits and joined marks from `at` on.
    fn run(&self, mut at: usize, keep: impl Fn(char) -> bool) -> usize {
        while let Some(c) = self.char_at(at) {
            if !(keep(c) || extends(c) || (c == '\u{ad}' && self.char_at(at + 2).is_some_and(&keep))) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    fn link(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let starts = |p: &str| rest.len() > p.len() && rest[..p.len()].eq_ignore_ascii_case(p.as_bytes());
        let boundary = self.char_before(self.at).is_none_or(|c| !c.is_alphanumeric());
        if boundary && (starts("http://") || starts("https://") || starts("www.")) {
            let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | ')');
            let link = self.text.get(self.at..)?.split(ends).next()?;
            let link = link.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
            return Some(self.at + link.len().max(1));
        }
        if boundary && matches!(rest[0], b'@' | b'#') {
            let end = self.run(self.at + 1, |c| c.is_alphanumeric() || c == '_');
            let letters = self.char_at(self.at + 1).is_some_and(|c| c.is_alphabetic() || c == '_');
            return (end > self.at + 1 && letters).then_some(end);
        }
        None
    }

    /// The end of an e-mail address or bare domain path that begins with the word ending at `end`, if it is one.
    fn address(&self, end: usize) -> Option<usize> {
        let atom = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        // Bounded, so that a long run of dotted words stays linear.
        let stop = self.text.as_bytes()[end..].iter().take(64).position(|&b| !atom(b as char))? + end;
        if self.text.as_bytes().get(stop) != Some(&b'@') {
            return None;
        }
        let host = self.text.as_bytes()[stop + 1..].iter().take(128).take_while(|&&b| atom(b as char)).count();
        let whole = self.text.get(stop + 1..stop + 1 + host)?.trim_end_matches(['.', '-']);
        holds(whole, ".").then_some(stop + 1 + whole.len())
    }

    fn word(&self) -> usize {
        let mut end = self.run(self.at, char::is_alphanumeric);
        loop {
            let next = self.char_at(end);
            let after = next.and_then(|c| self.char_at(end + c.len_utf8()));
            match (next, after) {
                (Some(mark @ ('\'' | '’')), Some(letter)) if letter.is_alphabetic() => {
                    let tail = self.run(end + mark.len_utf8(), char::is_alphanumeric);
                    let piece = self.text.get(end + mark.len_utf8()..tail);
                    if piece.is_some_and(|piece| piece.eq_ignore_ascii_case("s")) {
                        return end;
                    }
                    // 'cup of tea' ends in no letter run of one word: O'Brien, don't, l'Oréal do.
                    end = tail;
                }
                (Some('&'), Some(letter))
                    if letter.is_ascii_uppercase() && self.char_before(end).is_some_and(|c| c.is_ascii_uppercase()) =>
                {
                    end = self.run(end + 1, char::is_alphanumeric);
                }
                _ => return end,
            }
        }
    }

    /// Adds the full stop of an abbreviation, an initial or an acronym such as `U.S.`
    fn full_stop(&self, start: usize, end: usize) -> usize {
        if self.text.as_bytes().get(end) != Some(&b'.') {
            return end;
        }
        let word = self.text.get(start..end).unwrap_or_default();
        let mut letters = word.chars();
        if let (Some(c), None) = (letters.next(), letters.next())
            && c.is_alphabetic()
            && self.char_before(start).is_none_or(|b| !matches!(b, '\'' | '’'))
        {
            let mut end = end + 1;
            while let Some(c) = self.char_at(end).filter(|c| c.is_alphabetic()) {
                let after = end + c.len_utf8();
                if self.text.as_bytes().get(after) != Some(&b'.') {
                    break;
                }
                end = after + 1;
            }
            // A lone lower-case letter, or "I" at the end of a sentence, takes no full stop.
            let dots = self.text.as_bytes().iter().take(end).skip(start).filter(|b| **b == b'.').count();
            // But for "c. 1215" and "p. 12", not "5p. 12 left".
            let figure = c.is_ascii_lowercase()
                && self.char_before(start).is_none_or(|b| !b.is_alphanumeric())
                && (self.orthography.abbreviation)(word) == Some(Abbreviation::BeforeFigure)
                && self.figure_at(end);
            return if dots > 1 || figure || (c.is_uppercase() && c != 'I') { end } else { start + c.len_utf8() };
        }
        if word.len() > 12 {
            return end;
        }
        // "The 31st." and "the 3rd." end a sentence; "12st." is a weight.
        let ordinal = matches!((self.char_before(start), word), (Some('1'), "st") | (Some('3'), "rd"));
        if ordinal {
            return end;
        }
        match (self.orthography.abbreviation)(&lower_case(word)) {
            Some(Abbreviation::BeforeFigure) if !self.figure_at(end + 1) => end,
            Some(_) => end + 1,
            None => end,
        }
    }

    /// Whether digits follow, perhaps after a blank.
    fn figure_at(&self, at: usize) -> bool {
        self.text
            .get(at..)
            .is_some_and(|rest| rest.trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_ascii_digit()))
    }

    fn number(&self) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        loop {
            while bytes.get(end).is_some_and(u8::is_ascii_digit) {
                end += 1;
            }
            match (bytes.get(end), bytes.get(end + 1)) {
                (Some(b'.' | b','), Some(d)) if d.is_ascii_digit() => end += 1,
                _ => return end,
            }
        }
    }
}

/// How many bytes two texts have in common at the beginning, and how many of the rest at the end.
pub(super) fn same_ends(old: &str, new: &str) -> (usize, usize) {
    let head = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let tail = old.bytes().rev().zip(new.bytes().rev()).take(old.len().min(new.len()) - head);
    (head, tail.take_while(|(a, b)| a == b).count())
}

/// The tokens of the lines at either end of a text that are those of an older version: no token reaches over a line feed, and none
/// depends on what stands beyond one.
pub(super) struct Lines<'a> {
    head: &'a [Token],
    tail: &'a [Token],
    /// The bytes between, in the new text.
    between: std::ops::Range<usize>,
    /// How much further on the tail stands in the new text, modulo 2^32.
    grown: u32,
}

impl<'a> Lines<'a> {
    /// The lines that lie in the `same` bytes at the ends of the old text and of one so long.
    pub(super) fn kept(old: &str, tokens: &'a [Token], length: usize, same: (usize, usize)) -> Self {
        let bytes = old.as_bytes();
        let after = |feed: usize| feed + 1;
        let start = bytes[..same.0].iter().rposition(|&b| b == b'\n').map_or(0, after);
        let rest = old.len() - same.1;
        let end = bytes[rest..].iter().position(|&b| b == b'\n').map_or(old.len(), |feed| after(rest + feed));
        Self {
            head: &tokens[..tokens.partition_point(|t| (t.span.start() as usize) < start)],
            tail: &tokens[tokens.partition_point(|t| (t.span.start() as usize) < end)..],
            between: start..length - (old.len() - end),
            grown: (length as u32).wrapping_sub(old.len() as u32),
        }
    }
}

impl Token {
    /// The same token so many bytes further on, modulo 2^32.
    pub(super) fn moved(&self, bytes: u32) -> Self {
        Self { span: self.span.moved(bytes), ..*self }
    }
}

/// All tokens of `text`, in order, each on character boundaries and never between a letter and its combining marks.
pub(super) fn tokenize(text: &str, orthography: &Orthography, words: &mut Interner, lines: &Lines) -> Vec<Token> {
    let mut cutter = Cutter { text, orthography, at: lines.between.start };
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5 + 8);
    tokens.extend_from_slice(lines.head);
    let mut spaced = true;
    let mut lower = String::new();
    while let Some(c) = cutter.peek().filter(|_| cutter.at < lines.between.end) {
        let start = cutter.at;
        if c.is_whitespace() {
            cutter.at += c.len_utf8();
            spaced = true;
            continue;
        }
        if is_invisible(c) {
            cutter.at += c.len_utf8();
            continue;
        }
        let glued_to_word = !spaced && tokens.last().is_some_and(|t| t.kind == TokenKind::Word);
        let (kind, end) = if let Some(end) = (!c.is_ascii_digit()).then(|| cutter.link()).flatten() {
            (TokenKind::Link, end)
        } else if c.is_alphabetic() {
            let end = cutter.word();
            match cutter.address(end) {
                Some(end) => (TokenKind::Link, end),
                None => (TokenKind::Word, cutter.full_stop(start, end)),
            }
        } else if c.is_ascii_digit() {
            (TokenKind::Number, cutter.number())
        } else if matches!(c, '½' | '⅓' | '⅔' | '¼' | '¾' | '⅕' | '⅖' | '⅗' | '⅘' | '⅙' | '⅚' | '⅛' | '⅜' | '⅝' | '⅞')
        {
            (TokenKind::Number, start + c.len_utf8())
        } else if matches!(c, '\'' | '’') && glued_to_word && is_clitic(&cutter, start + c.len_utf8()) {
            (TokenKind::Clitic, start + c.len_utf8() + 1)
        } else {
            punctuation(&cutter, c)
        };
        let end = cutter.run(end, |_| false);
        let span = Span::new(start as u32, end as u32);
        let case = if kind == TokenKind::Word { case_of(span.of(text)) } else { Case::None };
        let word = lower_of(span.of(text), &mut lower, words);
        tokens.push(Token { span, kind, case, spaced, word });
        cutter.at = end;
        spaced = false;
    }
    tokens.extend(lines.tail.iter().map(|t| t.moved(lines.grown)));
    tokens
}

fn is_clitic(cutter: &Cutter, at: usize) -> bool {
    matches!(cutter.char_at(at), Some('s' | 'S')) && cutter.char_at(at + 1).is_none_or(|c| !c.is_alphanumeric())
}

fn punctuation(cutter: &Cutter, c: char) -> (TokenKind, usize) {
    let rest = cutter.text.get(cutter.at..).unwrap_or_default();
    for pair in ["''", "``"] {
        if rest.starts_with(pair) {
            return (TokenKind::Punct, cutter.at + 2);
        }
    }
    for run in ['.', '-'] {
        if c == run {
            let length = rest.bytes().take_while(|&b| b == run as u8).count();
            return (TokenKind::Punct, cutter.at + length);
        }
    }
    let punct = c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~')
        || is_quote_mark(c)
        || matches!(
            c,
            '–' | '—'
                | '―'
                | '−'
                | '‐'
                | '‑'
                | '…'
                | '•'
                | '·'
                | '¡'
                | '¿'
                | '、'
                | '。'
                | '،'
                | '؟'
                | '؛'
        );
    (if punct { TokenKind::Punct } else { TokenKind::Symbol }, cutter.at + c.len_utf8())
}

fn case_of(word: &str) -> Case {
    let (mut upper, mut lower, mut first_upper, mut letters) = (0, 0, false, 0);
    for c in word.chars() {
        if c.is_uppercase() {
            first_upper |= letters == 0;
            upper += 1;
        } else if c.is_lowercase() {
            lower += 1;
        } else if !c.is_alphabetic() {
            continue;
        }
        letters += 1;
    }
    match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, 0) => Case::Capital,
        (_, 0) => Case::Upper,
        (1, _) if first_upper => Case::Capital,
        _ => Case::Mixed,
    }
}

fn lower_of(word: &str, buffer: &mut String, words: &mut Interner) -> WordId {
    buffer.clear();
    for c in word.chars() {
        match c {
            '’' => buffer.push('\''),
            '\u{ad}' => {}
            _ => buffer.push(lower(c)),
        }
    }
    words.intern(buffer)
}
