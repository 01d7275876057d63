//! A text that is being written: each version is read with what the one before has left.

use crate::analyze::{Analysis, Memory, read};
use crate::options::{Error, Options};

/// Words that may pile up beside those of the text before the memory is emptied.
const SPARE: usize = 4096;

/// Reads one version of a text after another. What it gives is what a desk gives; what has not changed since the
/// version before is not read again.
#[derive(Debug)]
pub struct Session {
    options: Options,
    memory: Memory,
    /// How many distinct words the memory held when it was last filled from nothing.
    words: usize,
}

impl Session {
    /// A session that reads by these options.
    pub fn new(options: Options) -> Self {
        Self { options, memory: Memory::default(), words: 0 }
    }

    /// Reads the text as it is now. Fails only if it is longer than `maxLength`, which leaves the session as it was.
    pub fn read(&mut self, text: &str) -> Result<Analysis, Error> {
        // Every word ever written is remembered: a memory of other words than the text's is dearer than none.
        if self.memory.document.word_count() > self.words * 2 + SPARE {
            self.memory = Memory::default();
        }
        let is_first = self.memory.document.word_count() == 0;
        let analysis = read(text, &self.options, &mut self.memory)?;
        if is_first {
            self.words = self.memory.document.word_count();
        }
        Ok(analysis)
    }
}
