//! What is read of small files, as lines that a test can compare.

pub use crate::files::hwpx::{File, element, p, t};
pub use crate::files::zipped::zipped;
use crate::hwpx::read;
pub use crate::office::trial::lines;
use crate::office::{Manuscript, trial};

impl File {
    /// What is read of it.
    pub fn read(self) -> Manuscript {
        read(&self.bytes()).expect("it is read")
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

/// The lines of a section without a part for looks.
pub fn body(section: &str) -> Vec<String> {
    lines(&File::new().section(section).read())
}
