//! Imposes a finished print file: a saddle-stitched booklet, or several pages a sheet for a proof.
//!
//! Pages become form XObjects on new sheets, so everything stays vector and a page's content is not
//! touched; what says PDF/X-4 in the source says so in the result. It never judges whether the
//! source is fit for print: that is preflight's to do.

pub mod booklet;
pub mod compact;
mod fault;
pub mod form;
pub mod geometry;
pub mod identity;
pub mod leaf;
mod letters;
pub mod marks;
pub mod nup;
pub mod sheets;
#[cfg(test)]
pub mod testing;
#[cfg(test)]
mod tests;

use std::ops::Range;

use lopdf::Document;

use super::binding::{Binding, Part, shift_mm};
use crate::pdf::description::digest;
use crate::pdf::draw::Draw;
use crate::pdf::geometry::{MM, Rect, grown, sized};
use booklet::SheetSide;
pub use fault::ImposeFault;
use form::Forms;
use geometry::meet;
use identity::Change;
use jikji_diagnostic::Words;
use leaf::Leaf;
use marks::Marks;
use sheets::Sheet;

/// How pages are laid on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Two pages a side, to be nested, folded and stitched.
    Booklet,
    /// Reading order in rows, scaled to fit, for an office proof.
    NUp {
        /// Pages in a row, 1 to 16.
        columns: u8,
        /// Rows, 1 to 16.
        rows: u8,
    },
}

/// What to make of a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How pages are laid on sheets.
    pub scheme: Scheme,
    /// The sheet, width × height in mm. The trimmed pages must fit on it. In a booklet the paper
    /// grows beyond it where bleed and marks need more room: two A4 pages fill an A3 sheet to its
    /// edges.
    pub sheet_mm: (f64, f64),
    /// How much further each sheet of a booklet stands out than the one around it, mm.
    pub creep_mm_per_sheet: f64,
    /// Whether to draw marks; for a proof, a hairline around each page.
    pub marks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            scheme: Scheme::Booklet,
            sheet_mm: (420.0, 297.0),
            creep_mm_per_sheet: 0.0,
            marks: true,
        }
    }
}

/// Sides of a sheet, mm.
const SHEET_MM: std::ops::RangeInclusive<f64> = 20.0..=5000.0;
/// Creep of a sheet, mm: board of 1000 g is some 1.3 mm thick.
pub const CREEP_MM: std::ops::RangeInclusive<f64> = 0.0..=2.0;
/// How much larger than the sheet pages may be, mm: the rounding of sizes in the file.
const TOLERANCE_MM: f64 = 0.1;

/// What came of a file, and what stands in it that its source has not.
#[derive(Debug, Clone, PartialEq)]
pub struct Imposed {
    /// The sheets.
    pub pdf: Vec<u8>,
    /// How the source says that its pages are to be bound.
    pub binding: Option<Binding>,
    /// Pages of the source.
    pub pages: usize,
    /// Printed sides.
    pub sides: usize,
    /// Which pages of a booklet are blank, counted from 1 with them.
    pub blanks: Range<usize>,
}

/// Imposes `pdf`. All pages must have a trim box of one size. A booklet of a page count that is no
/// multiple of 4 gets blanks: in front of the last page, or after it where the source is an inside.
pub fn impose(pdf: &[u8], options: Options) -> Result<Imposed, ImposeFault> {
    let (width, height) = options.sheet_mm;
    if !(SHEET_MM.contains(&width) && SHEET_MM.contains(&height)) {
        return Err(ImposeFault::Options(Words {
            ko: "전지의 변은 20에서 5000mm까지입니다",
            en: "sides of a sheet are 20 to 5000 mm",
        }));
    }
    if !CREEP_MM.contains(&options.creep_mm_per_sheet) {
        return Err(ImposeFault::Options(Words {
            ko: "한 장의 밀림은 0에서 2mm까지입니다",
            en: "creep of a sheet is 0 to 2 mm",
        }));
    }
    let (mut doc, leaves) = leaf::load(pdf)?;
    let (pages, binding, part) = (leaves.len(), identity::binding(&doc), identity::part(&doc));
    let sheets = match options.scheme {
        Scheme::Booklet => booklet_sheets(&mut doc, &leaves, (options, part))?,
        Scheme::NUp { columns, rows } => proof_sheets(&mut doc, &leaves, options, columns, rows)?,
    };
    let sides = sheets.len();
    let blanks = match options.scheme {
        Scheme::Booklet => booklet::blanks(pages, part),
        Scheme::NUp { .. } => 0..0,
    };
    let sheets = sheets::pages(&mut doc, sheets)?;
    let asked = format!("impose {options:?}");
    let digest = digest(&[pdf, asked.as_bytes()]);
    let pdf = sheets::publish(doc, sheets, Change { part: None, own_document: false, digest })?;
    Ok(Imposed { pdf, binding, pages, sides, blanks })
}

fn booklet_sheets(
    doc: &mut Document,
    leaves: &[Leaf],
    (options, part): (Options, Option<Part>),
) -> Result<Vec<Sheet>, ImposeFault> {
    let Some(page) = leaves.first().map(|leaf| leaf.size) else { return Ok(vec![]) };
    let needed = (2.0 * page.0, page.1);
    let needed_mm = (needed.0 / MM, needed.1 / MM);
    if needed_mm.0 > options.sheet_mm.0 + TOLERANCE_MM
        || needed_mm.1 > options.sheet_mm.1 + TOLERANCE_MM
    {
        return Err(ImposeFault::SheetTooSmall { needed_mm, sheet_mm: options.sheet_mm });
    }
    let spreads = booklet::spreads(leaves.len(), part);
    let count = spreads.len() / 2;
    let creep = options.creep_mm_per_sheet;
    if shift_mm(count.saturating_sub(1), creep) * MM > page.0 / 4.0 {
        return Err(ImposeFault::Options(Words {
            ko: "밀림이 쪽을 너비의 4분의 1 넘게 옮기게 됩니다",
            en: "creep would move pages by more than a quarter",
        }));
    }
    let bleed = leaf::common_bleed(leaves);
    let paper = SheetBoxes::around(needed, bleed, options.sheet_mm, options.marks);
    let [left, _, right, _] = paper.trim;
    let mut forms = Forms::default();
    let side = |spread: &SheetSide| {
        let shift = shift_mm(spread.sheet, creep) * MM;
        let mut draw = Draw::default();
        let mut used = vec![];
        for (page, is_left) in [(spread.left, true), (spread.right, false)] {
            let Some(leaf) = page.and_then(|page| leaves.get(page - 1)) else { continue };
            let (x, clip) = half(leaf, paper.bleed, shift, is_left);
            let name = format!("P{}", leaf.page);
            draw.form(&name, left + x, paper.trim[1], 1.0);
            used.push((name, forms.add(doc, leaf, clip)?));
        }
        if options.marks {
            marks::draw(
                &mut draw,
                &Marks {
                    trim: paper.trim,
                    bleed: paper.bleed,
                    cuts: (left + shift, right - shift),
                    folds: &[(left + right) / 2.0],
                    step: spread.front.then_some(spread.sheet),
                    label: &label(spread, count),
                },
            );
        }
        Ok(paper.sheet(draw, used))
    };
    spreads.iter().map(side).collect()
}

/// Where a page of a pair stands, from the pair's left edge, and what of it is shown: up to its
/// bleed outside, up to the fold inside, so that nothing of it reaches its neighbour.
pub(super) fn half(leaf: &Leaf, bleed: f64, shift: f64, is_left: bool) -> (f64, Rect) {
    let (width, _) = leaf.size;
    let mut clip = meet(grown(sized(leaf.size), bleed), leaf.bleed);
    if is_left {
        clip[2] = width - shift;
        (shift, clip)
    } else {
        clip[0] = shift;
        (width - shift, clip)
    }
}

/// `2/6대 앞면 22-3쪽`; a plus stands for a blank.
fn label(spread: &SheetSide, count: usize) -> String {
    let side = if spread.front { "앞면" } else { "뒷면" };
    let page = |page: Option<usize>| page.map_or("+".into(), |page| page.to_string());
    let (left, right) = (page(spread.left), page(spread.right));
    format!("{}/{count}대 {side}  {left}-{right}쪽", spread.sheet + 1)
}

/// The boxes of a printed sheet, pt.
#[derive(Debug, Clone, Copy)]
pub(super) struct SheetBoxes {
    pub(super) media: Rect,
    pub(super) trim: Rect,
    pub(super) bleed: f64,
}

impl SheetBoxes {
    /// A trim of this size in the middle of the asked sheet, which grows for bleed and marks.
    pub(super) fn around(
        (wide, high): (f64, f64),
        bleed: f64,
        sheet_mm: (f64, f64),
        marks: bool,
    ) -> Self {
        let room = if marks { marks::room(bleed) } else { bleed };
        let width = (sheet_mm.0 * MM).max(wide + 2.0 * room);
        let height = (sheet_mm.1 * MM).max(high + 2.0 * room);
        let (x, y) = ((width - wide) / 2.0, (height - high) / 2.0);
        Self { media: sized((width, height)), trim: [x, y, x + wide, y + high], bleed }
    }

    pub(super) fn sheet(&self, draw: Draw, forms: Vec<(String, lopdf::ObjectId)>) -> Sheet {
        Sheet {
            media: self.media,
            bleed: grown(self.trim, self.bleed),
            trim: self.trim,
            content: draw.finish(),
            forms,
            spaces: vec![],
        }
    }
}

fn proof_sheets(
    doc: &mut Document,
    leaves: &[Leaf],
    options: Options,
    columns: u8,
    rows: u8,
) -> Result<Vec<Sheet>, ImposeFault> {
    let Some(page) = leaves.first().map(|leaf| leaf.size) else { return Ok(vec![]) };
    let sheet = (options.sheet_mm.0 * MM, options.sheet_mm.1 * MM);
    let grid = nup::grid(page, columns, rows, sheet)?;
    let media = sized(grid.sheet);
    let mut forms = Forms::default();
    let side = |leaves: &[Leaf]| {
        let mut draw = Draw::default();
        let mut used = vec![];
        for (leaf, cell) in leaves.iter().zip(&grid.cells) {
            let name = format!("P{}", leaf.page);
            draw.form(&name, cell[0], cell[1], grid.scale);
            used.push((name, forms.add(doc, leaf, sized(leaf.size))?));
            if options.marks {
                draw.op(&[], "q").op(&[0.0, 0.0, 0.0, 1.0], "K").op(&[0.25], "w");
                draw.rect(*cell).op(&[], "S").op(&[], "Q");
            }
        }
        let content = draw.finish();
        Ok(Sheet { media, bleed: media, trim: media, content, forms: used, spaces: vec![] })
    };
    leaves.chunks(grid.cells.len().max(1)).map(side).collect()
}
