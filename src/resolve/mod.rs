//! What only the whole article tells: which mentions are one name, and whose name a speaker has.

mod names;
mod overlaps;
mod speakers;

pub use names::{alike, names};
pub use overlaps::overlaps;
pub use speakers::{Memory, speakers};
