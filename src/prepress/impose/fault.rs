//! Why a file cannot be imposed or split.

use std::fmt;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::messages::impose as say;

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

impl ImposeFault {
    /// The same for the one who asked, in both languages.
    pub fn diagnostic(&self) -> Diagnostic {
        let size = |(width, height): (f64, f64)| format!("{width:.1} × {height:.1} mm");
        match self {
            Self::Encrypted => Diagnostic::general(say::ENCRYPTED),
            Self::Damaged(what) => Diagnostic::general(say::DAMAGED).arg("what", what),
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
            Self::Options(what) => {
                Diagnostic::general(say::OPTION).arg("what_ko", korean(what)).arg("what_en", what)
            }
            Self::Font(what) => Diagnostic::general(say::SPINE_FONT).arg("what", what),
        }
    }
}

/// The Korean words for a range that an option left.
fn korean(what: &str) -> &str {
    match what {
        "sides of a sheet are 20 to 5000 mm" => "전지의 변은 20에서 5000mm까지입니다",
        "creep of a sheet is 0 to 2 mm" => "한 장의 밀림은 0에서 2mm까지입니다",
        "creep would move pages by more than a quarter" => {
            "밀림이 쪽을 너비의 4분의 1 넘게 옮기게 됩니다"
        }
        "columns and rows are 1 to 16" => "칸과 줄은 1에서 16까지입니다",
        "the ground of a spine is four shares of 0 to 1" => {
            "책등 바탕색은 0에서 1까지의 값 네 개입니다"
        }
        "the spine is too short for its title at 6 pt" => {
            "책등이 짧아서 제목이 6pt로도 들어가지 않습니다"
        }
        "the title of a spine has 300 signs at most" => "책등 제목은 300자까지입니다",
        "a spine is 0 to 150 mm wide" => "책등 너비는 0에서 150mm까지입니다",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::korean;

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
        for part in sources.iter().flat_map(|source| source.split("Options(\"").skip(1)) {
            let what = part.split('"').next().unwrap();
            assert_ne!(korean(what), what, "no Korean for it");
            said += 1;
        }
        assert!(said >= 8, "{said}");
    }
}
