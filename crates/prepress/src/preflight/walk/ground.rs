//! Where other ink than black is painted on a page so far: what black that knocks out leaves bare.
//!
//! It errs on the side of what is painted.

use super::super::verdict::Rect;
use super::below::Below;

/// Most boxes that are kept as they are; with more, squares of the page tell.
const MOST: usize = 1_024;
/// How far things may lie over each other, in units of the page, that stand side by side.
const SLACK: f64 = 0.1;

/// What is painted, in squares and as it is.
#[derive(Debug, Default)]
pub(in super::super) struct Ground {
    squares: Below,
    boxes: Vec<Rect>,
    many: bool,
}

impl Ground {
    /// Something is painted in an area of a page.
    pub fn paint(&mut self, area: Rect, page: Rect) {
        self.squares.paint(area, page);
        self.many |= self.boxes.len() >= MOST;
        if !self.many {
            self.boxes.push(area);
        }
    }

    /// Whether something may be painted in an area.
    pub fn is_painted(&self, area: Rect, page: Rect) -> bool {
        let over = |own: &Rect| {
            area[0] + SLACK < own[2]
                && own[0] + SLACK < area[2]
                && area[1] + SLACK < own[3]
                && own[1] + SLACK < area[3]
        };
        self.squares.is_painted(area, page) && (self.many || self.boxes.iter().any(over))
    }
}
