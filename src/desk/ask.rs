//! What may be asked of the thread that sets pages.

use std::path::PathBuf;

/// A question, or news.
#[derive(Debug)]
pub enum Ask {
    /// Files may have changed, these among them.
    Changed(Vec<PathBuf>),
    /// All is over.
    End,
}
