//! Why a file cannot be imposed or split.

use std::fmt;

/// A reason that names what is wrong with the file or the request. Pages count from 1, sizes are
/// mm.
#[derive(Debug, Clone, PartialEq)]
pub enum ImposeFault {
    /// It is encrypted; PDF/X forbids that (ISO 15930-7, 6.1), and its pages cannot be carried
    /// over.
    Encrypted,
    /// It cannot be read as a PDF, or a part a page needs is missing or broken.
    Damaged(String),
    /// It has no pages.
    NoPages,
    /// More pages than a booklet of paper can have.
    TooManyPages {
        /// Pages in the file.
        pages: usize,
        /// The most.
        most: usize,
    },
    /// What its pages hold unpacks to more than is sane.
    TooLarge,
    /// A page has no `TrimBox`, so nobody knows where it is cut.
    NoTrimBox {
        /// The page.
        page: usize,
    },
    /// A page is of another trimmed size than the first.
    PageSizes {
        /// The page.
        page: usize,
        /// Its width and height.
        size_mm: (f64, f64),
        /// The first page's.
        first_mm: (f64, f64),
    },
    /// Two facing pages do not fit on the sheet.
    SheetTooSmall {
        /// Width and height the trimmed pages take.
        needed_mm: (f64, f64),
        /// The sheet.
        sheet_mm: (f64, f64),
    },
    /// Too few pages for what is asked, such as a cover of four.
    TooFewPages {
        /// Pages in the file.
        pages: usize,
        /// Pages needed.
        needed: usize,
    },
    /// An option is out of its range.
    Options(&'static str),
    /// The font for the spine cannot be read or lacks a letter.
    Font(String),
}

impl fmt::Display for ImposeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encrypted => write!(f, "the file is encrypted"),
            Self::Damaged(what) => write!(f, "the file is damaged: {what}"),
            Self::NoPages => write!(f, "the file has no pages"),
            Self::TooManyPages { pages, most } => write!(f, "{pages} pages, at most {most}"),
            Self::TooLarge => write!(f, "the contents of its pages unpack to too much"),
            Self::NoTrimBox { page } => write!(f, "page {page} has no trim box"),
            Self::PageSizes { page, size_mm: (w, h), first_mm: (fw, fh) } => {
                write!(f, "page {page} is {w:.1} × {h:.1} mm, the first is {fw:.1} × {fh:.1} mm")
            }
            Self::SheetTooSmall { needed_mm: (w, h), sheet_mm: (sw, sh) } => {
                write!(f, "the pages take {w:.1} × {h:.1} mm, the sheet is {sw:.1} × {sh:.1} mm")
            }
            Self::TooFewPages { pages, needed } => write!(f, "{pages} pages, at least {needed}"),
            Self::Options(what) => f.write_str(what),
            Self::Font(what) => write!(f, "the font of the spine: {what}"),
        }
    }
}

impl std::error::Error for ImposeFault {}
