//! Why a file cannot be imposed or split.

use std::fmt;

use crate::messages as say;
use jikji_diagnostic::{Arg, Diagnostic, Lang, Words};

/// A reason that names what is wrong with the file or the request. Pages count from 1, sizes are
/// mm.
#[derive(Debug, Clone, PartialEq)]
pub enum ImposeFault {
    /// It is encrypted; PDF/X forbids that (ISO 15930-7, 6.1), and its pages cannot be carried
    /// over.
    Encrypted,
    /// It cannot be read as a PDF, or a part a page needs is missing or broken.
    Damaged(Arg),
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
    Options(Words),
    /// The font for the spine cannot be read or lacks a letter.
    Font(String),
}

impl fmt::Display for ImposeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encrypted => write!(f, "the file is encrypted"),
            Self::Damaged(what) => write!(f, "the file is damaged: {}", what.say(Lang::En)),
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
            Self::Options(what) => f.write_str(what.en),
            Self::Font(what) => write!(f, "the font of the spine: {what}"),
        }
    }
}

impl std::error::Error for ImposeFault {}

impl ImposeFault {
    /// The same for the one who asked, in both languages.
    pub fn diagnostic(&self) -> Diagnostic {
        let size = |(width, height): (f64, f64)| format!("{width:.1} × {height:.1} mm");
        match self {
            Self::Encrypted => Diagnostic::general(say::ENCRYPTED),
            Self::Damaged(what) => Diagnostic::general(say::DAMAGED).arg("what", what.clone()),
            Self::NoPages => Diagnostic::general(say::NO_PAGES),
            Self::TooManyPages { pages, most } => {
                Diagnostic::general(say::TOO_MANY_PAGES).arg("pages", pages).arg("most", most)
            }
            Self::TooLarge => Diagnostic::general(say::TOO_LARGE),
            Self::NoTrimBox { page } => Diagnostic::general(say::NO_TRIM_BOX).arg("page", page),
            Self::PageSizes { page, size_mm, first_mm } => Diagnostic::general(say::PAGE_SIZES)
                .arg("page", page)
                .arg("size", size(*size_mm))
                .arg("first", size(*first_mm)),
            Self::SheetTooSmall { needed_mm, sheet_mm } => Diagnostic::general(say::SHEET_SMALL)
                .arg("needed", size(*needed_mm))
                .arg("sheet", size(*sheet_mm)),
            Self::TooFewPages { pages, needed } => {
                Diagnostic::general(say::TOO_FEW_PAGES).arg("pages", pages).arg("needed", needed)
            }
            Self::Options(what) => Diagnostic::general(say::OPTION).arg("what", *what),
            Self::Font(what) => Diagnostic::general(say::SPINE_FONT).arg("what", what),
        }
    }
}

#[cfg(test)]
mod tests {
    /// Every range that is refused somewhere in this room, read from its source.
    #[test]
    fn every_option_is_said_in_korean() {
        let sources = [
            include_str!("mod.rs"),
            include_str!("nup.rs"),
            include_str!("../split.rs"),
            include_str!("../split/spine.rs"),
        ];
        let mut said = 0;
        for part in sources.iter().flat_map(|source| source.split("Options(Words {").skip(1)) {
            let mut quoted = part.split('"').skip(1).step_by(2);
            let (ko, en) = (quoted.next().unwrap(), quoted.next().unwrap());
            assert!(ko.chars().any(|c| ('가'..='힣').contains(&c)), "no Korean for “{en}”");
            assert!(en.is_ascii(), "{en}");
            said += 1;
        }
        assert!(said >= 8, "{said}");
    }
}
