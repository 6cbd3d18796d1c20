//! What a tiling pattern is as a colour, and how its cell is repeated over an area. It walks nothing: that is `tiling`.

use lopdf::{Dictionary, ObjectId};

use super::super::verdict::Rect;
use crate::pdf::geometry::{Matrix, meeting};

/// A tiling pattern that is set as a colour.
#[derive(Debug)]
pub(super) struct Tiling {
    /// Its cell.
    pub id: ObjectId,
    /// What the cell names, if it has no resources of its own.
    pub resources: Option<Dictionary>,
    /// What takes the space of the contents that set it to that of the page.
    pub base: Matrix,
    /// Whether the cell has the colour that is given with the pattern (PaintType 2).
    pub uncoloured: bool,
}

/// How a cell is repeated over what it paints, in page space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Repeats {
    /// From one to the next.
    pub across: (f64, f64),
    /// From one row to the next.
    pub up: (f64, f64),
    /// What is painted.
    pub area: Rect,
    /// The middle of what of it stays on the finished page.
    pub middle: (f64, f64),
    /// Whether all of the cell is taken to be seen in it.
    pub whole: bool,
}

impl Repeats {
    /// Where something in the cell is seen, if it is.
    pub fn visible(&self, rect: Rect) -> Option<Rect> {
        let ((a, b), (c, d)) = (self.across, self.up);
        let det = a * d - b * c;
        let x = self.middle.0 - (rect[0] + rect[2]) / 2.0;
        let y = self.middle.1 - (rect[1] + rect[3]) / 2.0;
        let (i, j) = match det.abs() > f64::EPSILON {
            true => (((x * d - y * c) / det).round(), ((y * a - x * b) / det).round()),
            false => (0.0, 0.0),
        };
        let (right, up) = (i * a + j * c, i * b + j * d);
        let there = [rect[0] + right, rect[1] + up, rect[2] + right, rect[3] + up];
        meeting(there, self.area).or(self.whole.then_some(self.area))
    }
}
