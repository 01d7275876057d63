//! English.

mod given;
mod orthography;
mod speech;

pub use given::GIVEN;
pub use orthography::ORTHOGRAPHY;
pub use speech::SPEECH;
