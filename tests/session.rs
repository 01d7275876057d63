//! A text that is edited gives exactly what the same text gives when it is read afresh, after every edit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use copydesk::{Desk, Options, Session, wire};
use std::path::Path;

/// What is pasted: all that makes words, paragraphs, quotes, names and figures begin and end, and evidence turn.
const PIECES: &[&str] = &[
    "a",
    "e",
    "s",
    "x",
    "A",
    "T",
    "é",
    "😀",
    "’",
    "'",
    "\"",
    "“",
    "”",
    "‘",
    ".",
    ",",
    ":",
    ";",
    "-",
    "—",
    "(",
    ")",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{ad}",
    "\u{301}",
    "1",
    "9",
    "$",
    "%",
    "”\n\n“",
    "“\n\n",
    ",” she said. ",
    ",” said Ada Brown, the minister. ",
    " according to Brown",
    "Ada Brown",
    "Brown",
    "brown",
    "BROWN",
    "Mr Brown",
    "Brown plc",
    "Ada",
    "The Brown Bank (BB)",
    "BB",
    "in Brown, Ohio, ",
    "Dr. ",
    "U.S. ",
    " said that he would not go. ",
    "He said: “",
    "WALLACE: ",
    "— Ada Brown",
    "$5 million",
    "5 to 7 per cent",
    "on Monday",
    "www.example.org/a",
    "President Xi Jinping of China told reporters in Paris on Friday, “We will not go.”\n",
    "A LINE IN CAPITALS OF BROWN BANK\n",
    "this line was wrapped by a mail program somewhere after the\nsixth word of it and goes on ",
];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    /// A place in a text between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

/// The text after one more edit; `past` are the texts before it, `at` is where the writer writes.
fn edited(text: &str, past: &mut Vec<String>, at: &mut usize, dice: &mut Dice) -> String {
    let action = dice.below(10);
    if action == 0 && !past.is_empty() {
        return past.pop().unwrap();
    }
    // Mostly a writer goes on where the last edit was.
    if dice.below(4) == 0 || *at > text.len() || !text.is_char_boundary(*at) {
        *at = dice.place(text);
    }
    let mut new = text.to_owned();
    match action {
        1 | 2 => {
            let length = if dice.below(8) == 0 { 400 } else { 12 };
            let end = (*at + dice.below(length)).min(text.len());
            let end = (end..=text.len()).find(|&e| text.is_char_boundary(e)).unwrap();
            new.replace_range(*at..end, "");
        }
        3 => {
            let (a, b) = (dice.place(text), dice.place(text));
            let end =
                (a.min(b) + dice.below(300)..=text.len()).find(|&e| text.is_char_boundary(e)).unwrap_or(text.len());
            new.insert_str(*at, &text[a.min(b).min(end)..end]);
        }
        _ => {
            let piece = PIECES[dice.below(PIECES.len())];
            new.insert_str(*at, piece);
            *at += piece.len();
        }
    }
    past.push(text.to_owned());
    new
}

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|f| std::fs::read_to_string(f).unwrap()).collect()
}

/// How many edits each article gets: the packaged module takes ten thousand in `tests/js/session.test.mjs`.
const EDITS: usize = 30;

#[test]
fn a_session_gives_what_a_fresh_reading_gives() {
    let mut dice = Dice(1);
    for options in [Options::default, || Options { nested: true, ..Options::default() }] {
        let desk = Desk::new(options());
        for article in articles().iter().chain([&String::new()]) {
            let mut session = Session::new(options());
            let (mut text, mut past, mut at) = (article.clone(), Vec::new(), 0);
            for edit in 0..EDITS {
                let (again, fresh) = (session.read(&text).unwrap(), desk.analyze(&text).unwrap());
                assert!(
                    again == fresh,
                    "edit {edit} of {:?}:\n{}\n\n{}\n\nof {:?}\n\nafter {:?}",
                    article.lines().next(),
                    wire::json(&again, &text),
                    wire::json(&fresh, &text),
                    text,
                    past.last(),
                );
                text = edited(&text, &mut past, &mut at, &mut dice);
            }
        }
    }
}
