//! The number as it was set last without an error, for all who look at it.

use crate::edition::number::SetNumber;
use jikji_diagnostic::source::{FileId, Sources};

/// A number that was set.
pub struct Good {
    /// Counts the settings.
    pub setting: u64,
    /// The number.
    pub number: SetNumber,
    /// What it was read from.
    pub sources: Sources,
}

impl Good {
    /// Its manifest.
    pub fn manifest(&self) -> FileId {
        self.number.issue.layout.span.file
    }
}
