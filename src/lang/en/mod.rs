//! English.

pub mod calendar;
pub mod currencies;
pub mod figures;
mod given;
mod lexemes;
pub mod names;
pub mod numerals;
mod orthography;
mod places;
mod speech;
pub mod units;

pub use given::GIVEN;
pub use orthography::ORTHOGRAPHY;
pub use speech::SPEECH;
