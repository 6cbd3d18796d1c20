//! Tells which pages of two PDFs look different, and shows where.
//!
//! Pages are compared by number and one at a time, so that a file of a thousand takes no more memory
//! than one of ten. Both are drawn by the same program: what is the same in both files is the same to
//! the pixel. It never writes a file.

mod difference;
mod outcome;
mod picture;
mod side;
#[cfg(test)]
mod tests;

use std::fmt;

use anyhow::Context;

pub use self::outcome::{ChangedArea, ComparedPage, Comparison, Likeness, Pictures};
pub use self::side::{MOST_PAGES, PPI_RANGE};

use self::difference::PixelDifference;
use self::side::DrawnFile;
use crate::archive::messages as say;
use jikji_diagnostic::Words;
use jikji_diagnostic::{Diagnostic, Lang};

/// Stack of the thread that draws, in bytes: forms nest up to fifty deep.
const STACK: usize = 32 << 20;

/// How pages are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Pixels per inch, within [`PPI_RANGE`]; large pages are drawn coarser.
    pub ppi: f64,
    /// How much red, green or blue of a pixel may differ, of 255.
    pub tolerance: u8,
    /// Whether to make pictures of pages that are not the same.
    pub pictures: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { ppi: 72.0, tolerance: 2, pictures: true }
    }
}

/// Which of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The older.
    Before,
    /// The newer.
    After,
}

/// Why two files cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompareFault {
    /// The file that is at fault.
    pub which: Which,
    /// What is wrong with it.
    pub what: Words,
}

impl CompareFault {
    /// The same for the one who asked, in both languages.
    pub fn diagnostic(&self) -> Diagnostic {
        let which = match self.which {
            Which::Before => Words { ko: "먼저 만든", en: "from before" },
            Which::After => Words { ko: "다시 만든", en: "built anew" },
        };
        Diagnostic::general(say::NOT_COMPARED).arg("which", which).arg("what", self.what)
    }
}

impl fmt::Display for CompareFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic().text(Lang::En))
    }
}

impl std::error::Error for CompareFault {}

/// What is done with each page as it comes: its pictures are there if it is not the same.
pub type EachPage<'a> =
    dyn FnMut(&ComparedPage, Option<Pictures>) -> anyhow::Result<()> + Send + 'a;

/// Compares two files page by page and hands each page to `each`, in order.
///
/// # Errors
/// Outside, what `each` says; inside, a file that cannot be drawn, which ends the comparison.
pub fn compare(
    before: &[u8],
    after: &[u8],
    options: &Options,
    each: &mut EachPage,
) -> anyhow::Result<Result<Comparison, CompareFault>> {
    std::thread::scope(|scope| {
        let work = || pages(before, after, options, each);
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let thread = thread.context("failed to start a thread")?;
        thread.join().map_err(|_| anyhow::anyhow!("failed to compare two files"))?
    })
}

fn pages(
    before: &[u8],
    after: &[u8],
    options: &Options,
    each: &mut EachPage,
) -> anyhow::Result<Result<Comparison, CompareFault>> {
    let open = |bytes, which| side::open(bytes).map_err(|what| CompareFault { which, what });
    let (old, new) = match (open(before, Which::Before), open(after, Which::After)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(fault), _) | (_, Err(fault)) => return Ok(Err(fault)),
    };
    let (mut old, mut new) = (DrawnFile::new(&old), DrawnFile::new(&new));
    let same = before == after;
    let mut comparison = Comparison { before: old.pages(), after: new.pages(), pages: vec![] };
    for number in 1..=old.pages().max(new.pages()) {
        let (verdict, pictures) = match same {
            true => (Likeness::Same, None),
            false => match page(&mut old, &mut new, number, options) {
                Ok(compared) => compared,
                Err(fault) => return Ok(Err(fault)),
            },
        };
        let page = ComparedPage { number, verdict };
        each(&page, pictures)?;
        comparison.pages.push(page);
    }
    Ok(Ok(comparison))
}

/// Compares one page, and makes its pictures.
fn page(
    old: &mut DrawnFile,
    new: &mut DrawnFile,
    number: usize,
    options: &Options,
) -> Result<(Likeness, Option<Pictures>), CompareFault> {
    let fault = |which| move |what| CompareFault { which, what };
    let sizes = (
        old.size(number).map_err(fault(Which::Before))?,
        new.size(number).map_err(fault(Which::After))?,
    );
    let scale = side::scale([sizes.0, sizes.1].into_iter().flatten(), options.ppi);
    let before = old.draw(number, scale).map_err(fault(Which::Before))?;
    let after = new.draw(number, scale).map_err(fault(Which::After))?;
    let (verdict, difference) = match (before, after) {
        (Some(before), Some(after)) => {
            match PixelDifference::between(before, after, options.tolerance) {
                Some(found) => {
                    let picture = options.pictures.then(|| found.picture(before, after));
                    (found.verdict(scale), picture)
                }
                None => return Ok((Likeness::Same, None)),
            }
        }
        (_, None) => (Likeness::OnlyBefore, None),
        (None, _) => (Likeness::OnlyAfter, None),
    };
    let pictures = options.pictures.then(|| Pictures {
        before: before.and_then(picture::of_page),
        after: after.and_then(picture::of_page),
        difference: difference.flatten(),
    });
    Ok((verdict, pictures))
}
