//! What is read of small files, as lines that a test can compare.

use crate::docx::read;
pub use crate::files::docx::{File, element, p, r, styled, t};
pub use crate::files::zipped::zipped;
pub use crate::office::trial::lines;
use crate::office::{Manuscript, trial};

impl File {
    /// What is read of it.
    pub fn read(self) -> Manuscript {
        read(&self.bytes()).expect("it is read")
    }

    /// What is read of it, as lines.
    pub fn lines(self) -> Vec<String> {
        lines(&self.read())
    }

    /// The code of what is said where it is refused.
    pub fn refused(self) -> String {
        refused(&self.bytes())
    }
}

/// The code of what is said where bytes are refused; it is said whole, in both languages, with a way out.
pub fn refused(bytes: &[u8]) -> String {
    trial::refused(read, bytes)
}

/// The lines of a file with this text alone.
pub fn body(body: &str) -> Vec<String> {
    File::new(body).lines()
}
