//! English.

pub mod calendar;
pub mod currencies;
pub mod figures;
mod given;
pub mod names;
pub mod numerals;
mod orthography;
mod speech;
pub mod terms;
pub mod units;

pub use given::GIVEN;
pub use orthography::ORTHOGRAPHY;
pub use speech::SPEECH;
