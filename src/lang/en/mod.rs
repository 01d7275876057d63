//! English.

mod given;
mod lexemes;
pub mod names;
mod orthography;
mod places;
mod speech;

pub use given::GIVEN;
pub use orthography::ORTHOGRAPHY;
pub use speech::SPEECH;
