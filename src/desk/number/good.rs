//! The number as it was set last without an error, for all who look at it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edition::number::SetNumber;
use jikji_diagnostic::source::{FileId, Sources};

/// A number that was set.
pub struct Good {
    /// Counts the settings.
    pub setting: u64,
    /// Where its manifest is.
    pub path: PathBuf,
    /// The number.
    pub number: SetNumber,
    /// What it was read from.
    pub sources: Sources,
}

/// The number as somebody finds it who looks.
pub struct Looked {
    /// As it was set last without an error.
    pub good: Arc<Good>,
    /// Whether it has errors by now.
    pub old: bool,
}

impl Good {
    /// Its manifest.
    pub fn manifest(&self) -> FileId {
        self.number.issue.layout.span.file
    }
}
