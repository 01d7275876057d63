//! English.

mod orthography;

pub use orthography::ORTHOGRAPHY;
