//! Copydesk reads a news article and finds who said what, every figure and every name.
//!
//! ```
//! let desk = copydesk::Desk::new(copydesk::Options::default());
//! let report = desk.analyze("“We are out of time,” Ada Brown told MPs on Monday. It cost $1.2bn.")?;
//! assert_eq!(report.numbers.last().map(|n| n.value.map(|v| v.to_string())), Some(Some("1200000000".into())));
//! # Ok::<(), copydesk::Error>(())
//! ```
//!
//! The pipeline reads top to bottom in [`analyze`]; `ARCHITECTURE.md` is the map. Results are plain data in byte offsets
//! ([`annotation`]); [`wire`] turns them into the contract's UTF-16 offsets.

pub mod analyze;
pub mod annotation;
pub mod checks;
pub mod entities;
pub mod house;
pub mod lang;
pub mod learned;
pub mod numbers;
pub mod options;
pub mod quotes;
pub mod resolve;
pub mod session;
pub mod text;
pub mod wire;

#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analyze::{Analysis, Desk};
pub use options::{Error, Options};
pub use session::Session;
