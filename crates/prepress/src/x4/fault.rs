//! Why a PDF cannot be made into a PDF/X-4.

use std::fmt;

use jikji_diagnostic::{Arg, Lang, Words};

/// A reason to refuse a file. Pages count from 1; page 0 means the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum X4Fault {
    /// Not a readable PDF; the reader's words.
    Unreadable(Arg),
    /// The file is encrypted (ISO 15930-7, 6.1).
    Encrypted,
    /// No page in it.
    NoPages,
    /// A page is not trim plus bleed; sizes in mm.
    PageSize {
        /// The page.
        page: usize,
        /// Width and height found.
        found: (i64, i64),
        /// Width and height wanted.
        wanted: (i64, i64),
    },
    /// A font is not embedded (ISO 15930-7, 6.3).
    FontNotEmbedded {
        /// The page.
        page: usize,
        /// The font's name.
        font: String,
    },
    /// A Type 3 font, which this pass does not convert.
    Type3Font {
        /// The page.
        page: usize,
    },
    /// A construction this pass cannot bring into CMYK.
    Unsupported {
        /// The page.
        page: usize,
        /// The construction.
        what: Words,
    },
    /// Art for the finishing that is no plate.
    Plate {
        /// Its place among the job's plates.
        place: usize,
        /// What is in the way.
        what: Words,
    },
    /// A structure that is damaged, nested too deeply or in a circle.
    Damaged {
        /// The page.
        page: usize,
        /// The structure.
        what: Words,
    },
}

impl fmt::Display for X4Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "the PDF cannot be read: {}", why.say(Lang::En)),
            Self::Encrypted => f.write_str("the PDF is encrypted"),
            Self::NoPages => f.write_str("the PDF has no pages"),
            Self::PageSize { page, found, wanted } => write!(
                f,
                "page {page} is {} × {} mm, not {} × {} mm (trim and bleed)",
                found.0, found.1, wanted.0, wanted.1
            ),
            Self::FontNotEmbedded { page, font } => {
                write!(f, "page {page}: the font {font} is not embedded")
            }
            Self::Type3Font { page } => {
                write!(f, "page {page}: a Type 3 font (bitmap or colour glyphs) cannot be printed")
            }
            Self::Unsupported { page: 0, what } => write!(f, "{} cannot be printed", what.en),
            Self::Damaged { page: 0, what } => write!(f, "damaged {}", what.en),
            Self::Plate { place, what } => {
                write!(f, "finishing plate {}: {} cannot be taken over", place + 1, what.en)
            }
            Self::Unsupported { page, what } => {
                write!(f, "page {page}: {} cannot be printed", what.en)
            }
            Self::Damaged { page, what } => write!(f, "page {page}: damaged {}", what.en),
        }
    }
}

impl std::error::Error for X4Fault {}
