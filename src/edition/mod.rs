//! Pages → files: one module an edition, and what can be had beside them.
//!
//! An edition knows how its file is exported; it never reads the manifest's texts.

pub mod archive;
pub mod emit;
pub mod file;
pub mod messages;
pub mod number;
pub mod pdf;
pub mod picture;
pub mod portable;
pub mod print;
pub mod report;
pub mod screen;
pub mod sheet;

/// An edition of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// PDF/UA-1 and PDF/A-2a, for the web.
    Screen,
    /// PDF/X-4 with bleed and marks, for the press, and what goes with it.
    Print,
    /// PDF/A-3a and PDF/UA-1 with everything it was made of attached.
    Archive,
}

impl Edition {
    /// Its name, as it stands in file names and lock files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Print => "print",
            Self::Archive => "archive",
        }
    }
}
