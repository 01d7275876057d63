//! The contract as flat words.
//!
//! An analysis crosses to JavaScript as one `Uint32Array`: a header, five tables of fixed-width rows, one list of ids and one
//! pool of strings. [`SCHEMA`] says what every word means; the decoder and the types on the JavaScript side are generated from it
//! (`npm run gen`), and the command line's JSON is written from it, so the three can't drift apart.
//!
//! | words | hold |
//! |---|---|
//! | 0 | `schemaVersion` |
//! | 1, 2 | language, as a string of the pool |
//! | 3 … 12 | for each table of [`SCHEMA`] the index of its first word and its number of rows |
//! | 13 | index of the first word of the id list |
//! | 14, 15 | index of the first word of the string pool, and its length in bytes (UTF-8, little-endian words) |
//!
//! A string is its UTF-16 start and end within the pool; a span is its UTF-16 start and end within the source. [`NULL`] stands
//! for null in the first word of either, and for a missing id.

mod encode;
#[cfg(feature = "cli")]
mod json;
mod schema;

pub use encode::{Unit, encode};
#[cfg(feature = "cli")]
pub use json::{json, json_string};
pub use schema::{Column, Kind, SCHEMA, Table};

/// Version of the contract's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// The word for null: no offset or id reaches it, as texts are limited.
pub const NULL: u32 = u32::MAX;

/// Words before the first table.
pub const HEADER: usize = 16;
