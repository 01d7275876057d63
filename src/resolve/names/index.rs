//! Forms by what they are looked up by.

use crate::text::{Interner, sort_by_key};

/// Forms by a text, of which only the first counts.
#[derive(Default)]
pub(super) struct First {
    texts: Interner,
    forms: Vec<usize>,
}

impl First {
    /// The first form of a text: this one if there was none.
    pub(super) fn or(&mut self, text: &str, form: usize) -> usize {
        let number = self.texts.intern(text).0 as usize;
        if number == self.forms.len() {
            self.forms.push(form);
        }
        self.forms.get(number).copied().unwrap_or(form)
    }

    /// The first form of a text.
    pub(super) fn get(&self, text: &str) -> Option<usize> {
        self.forms.get(self.texts.find(text)?.0 as usize).copied()
    }
}

/// Forms by a word's number or a letter.
pub(super) struct Index(Vec<(u32, usize)>);

impl Index {
    /// An index of these forms.
    pub(super) fn new(mut forms: Vec<(u32, usize)>) -> Self {
        sort_by_key(&mut forms, |f| f.0);
        Self(forms)
    }

    /// The first `most` forms of a word or letter, in the order given.
    pub(super) fn get(&self, key: u32, most: usize) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|f| f.0 < key);
        self.0.iter().skip(from).take(most).take_while(move |f| f.0 == key).map(|f| f.1)
    }
}
