//! Crop, fold, register and collation marks in the registration colour, all outside the bleed.
//!
//! Measures are the Korean trade's: lines of 0.25 pt, 3 mm or more off the trim, 5 mm long.

use super::letters;
use crate::marks::{LINE, crop, register, upright};
use crate::pdf::draw::Draw;
use crate::pdf::geometry::{MM, Rect};

/// Least distance of a mark to the trim, mm.
const OFFSET_MM: f64 = 3.0;
/// Length of crop and fold marks, mm.
const LENGTH_MM: f64 = 5.0;
/// Paper beyond the marks, mm.
const SPARE_MM: f64 = 2.0;
/// Radius of a register mark's ring, mm.
const RING_MM: f64 = 1.5;
/// Collation bars: width, height, and step from sheet to sheet, mm.
const BAR_MM: (f64, f64, f64) = (3.0, 2.5, 4.0);
/// Height of the label's letters, mm.
const LETTER_MM: f64 = 2.2;

/// What to mark on one side of a sheet, pt.
#[derive(Debug, Clone)]
pub struct Marks<'a> {
    /// The trimmed area.
    pub trim: Rect,
    /// Its bleed.
    pub bleed: f64,
    /// Where it is cut left and right, which creep moves.
    pub cuts: (f64, f64),
    /// Where it is folded.
    pub folds: &'a [f64],
    /// The sheet's place in its stack, if a collation bar is wanted.
    pub step: Option<usize>,
    /// What the slug says, in the signs that can be drawn as strokes: digits, `/ - . +`, 대, 앞, 뒷,
    /// 면, 쪽.
    pub label: &'a str,
}

/// Room that marks take around the trim, pt.
pub fn room(bleed: f64) -> f64 {
    gap(bleed) + (LENGTH_MM + SPARE_MM) * MM
}

fn gap(bleed: f64) -> f64 {
    bleed.max(OFFSET_MM * MM)
}

/// Draws them; the resources must have the Separation `All` under the name `All`.
pub fn draw(draw: &mut Draw, marks: &Marks<'_>) {
    draw.op(&[], "q").named("All", "CS").op(&[1.0], "SCN");
    draw.named("All", "cs").op(&[1.0], "scn").op(&[LINE], "w");
    let cuts = [marks.cuts.0, marks.cuts.1];
    crop(draw, marks.trim, cuts, gap(marks.bleed), LENGTH_MM * MM);
    folds(draw, marks);
    registers(draw, marks);
    collation(draw, marks);
    let (x, y) = label_place(marks).start;
    draw.op(&[0.5], "w").op(&[1.0], "J").op(&[1.0], "j");
    letters::write(draw, marks.label, x, y, LETTER_MM * MM);
    draw.op(&[], "Q");
}

/// The place of the label under the sheet, pt.
pub struct LabelPlace {
    /// Where it starts.
    pub start: (f64, f64),
    /// How wide it may be.
    pub room: f64,
}

/// Where the label stands: it ends before the fold and before the register mark.
pub fn label_place(marks: &Marks<'_>) -> LabelPlace {
    let x = marks.trim[0] + 4.0 * MM;
    let y = marks.trim[1] - gap(marks.bleed) - (LENGTH_MM - 1.0) * MM;
    let end = marks.folds.iter().copied().fold(middles(marks).1, f64::min);
    LabelPlace { start: (x, y), room: end - x - LENGTH_MM * MM }
}

fn folds(draw: &mut Draw, marks: &Marks<'_>) {
    draw.dash(Some(MM));
    upright(draw, marks.trim, marks.folds, gap(marks.bleed), LENGTH_MM * MM);
    draw.dash(None);
}

/// Where the register marks above and below the sheet stand: in its middle, or where that is folded in
/// the middle of the left page above (collation bars are at the right) and of the right page below (the
/// label is at the left).
fn middles(marks: &Marks<'_>) -> (f64, f64) {
    let (trim, clear) = (marks.trim, LENGTH_MM * MM);
    let middle = (trim[0] + trim[2]) / 2.0;
    if marks.folds.iter().all(|fold| (fold - middle).abs() > clear) {
        return (middle, middle);
    }
    let first = marks.folds.iter().copied().fold(middle, f64::min);
    let last = marks.folds.iter().copied().fold(middle, f64::max);
    ((trim[0] + first) / 2.0, (last + trim[2]) / 2.0)
}

/// One on each side.
fn registers(draw: &mut Draw, marks: &Marks<'_>) {
    let (trim, radius) = (marks.trim, RING_MM * MM);
    let off = gap(marks.bleed) + LENGTH_MM * MM / 2.0;
    let y = (trim[1] + trim[3]) / 2.0;
    let (above, below) = middles(marks);
    let sides = [(trim[0] - off, y), (trim[2] + off, y)];
    let ends = [(above, trim[3] + off), (below, trim[1] - off)];
    for place in sides.into_iter().chain(ends) {
        register(draw, place, radius, LENGTH_MM * MM / 2.0);
    }
}

/// A bar above the right page that steps outwards from sheet to sheet: a stack in order shows
/// stairs.
fn collation(draw: &mut Draw, marks: &Marks<'_>) {
    let (Some(step), Some(&fold)) = (marks.step, marks.folds.first()) else { return };
    let (width, height, pitch) = (BAR_MM.0 * MM, BAR_MM.1 * MM, BAR_MM.2 * MM);
    let span = marks.trim[2] - fold - 2.0 * pitch;
    let places = ((span / pitch).floor() as usize).max(1);
    let x = fold + pitch + (step % places) as f64 * pitch;
    let y = marks.trim[3] + gap(marks.bleed) + MM;
    draw.rect([x, y, x + width, y + height]).op(&[], "f");
}
