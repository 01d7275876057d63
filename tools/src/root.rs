//! Paths of the checkout.

use std::path::PathBuf;

/// A path from the repository's root.
pub fn root(path: &str) -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root.join(path)
}
