//! The contract as flat words.
//!
//! An analysis crosses to JavaScript as one `Uint32Array`: a header, six tables of fixed-width rows, one list of ids and one
//! pool of strings. [`SCHEMA`] says what every word means; the decoder and the types on the JavaScript side are generated from it
//! (`npm run gen`), and the command line's JSON is written from it, so the three can't drift apart.
//!
//! | words | hold |
//! |---|---|
//! | 0 | `schemaVersion` |
//! | 1, 2 | language, as a string of the pool |
//! | 3 … 14 | for each table of [`SCHEMA`] the index of its first word and its number of rows |
//! | 15 | index of the first word of the id list |
//! | 16, 17 | index of the first word of the string pool, and its length in bytes (UTF-8, little-endian words) |
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

/// Words before the first table: the version, the language, two for each table, the ids, the pool.
pub const HEADER: usize = 3 + 2 * SCHEMA.len() + 3;

/// The header's word for the id list; the next two are those of the string pool.
pub const IDS: usize = HEADER - 3;
