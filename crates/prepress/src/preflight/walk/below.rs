//! What of a page is painted on so far, in squares: whether something may lie below what comes next.
//!
//! It errs on the side of what is painted.

use super::super::rules;
use super::super::verdict::Rect;
use super::Walker;

/// Squares along each side of a page.
const SIDE: usize = 128;
/// Most places of a page that are looked at on the plates.
const MOST: usize = 400;

/// The squares that are painted on, a row from the bottom up each.
#[derive(Debug, Default)]
pub(in super::super) struct Below {
    rows: Vec<u128>,
}

impl Below {
    /// Something is painted in an area of a page.
    pub fn paint(&mut self, area: Rect, page: Rect) {
        self.rows.resize(SIDE, 0);
        let (rows, squares) = touched(area, page);
        self.rows[rows].iter_mut().for_each(|row| *row |= squares);
    }

    /// Whether something may be painted in an area.
    fn is_painted(&self, area: Rect, page: Rect) -> bool {
        let (rows, squares) = touched(area, page);
        self.rows.get(rows).is_some_and(|rows| rows.iter().any(|row| row & squares != 0))
    }
}

/// The rows that an area of a page touches, and the squares of each.
fn touched(area: Rect, page: Rect) -> (std::ops::Range<usize>, u128) {
    let at = |value: f64, low: usize| {
        let part = (value - page[low]) / (page[low + 2] - page[low]).max(1e-6);
        ((part * SIDE as f64).max(0.0) as usize).min(SIDE - 1)
    };
    let (left, right) = (at(area[0], 0), at(area[2], 0));
    let ones = u128::MAX >> (SIDE - 1 - (right - left.min(right)));
    (at(area[1], 1)..at(area[3], 1) + 1, ones << left)
}

impl Walker<'_> {
    /// White overprints at a place. Over bare paper it is as white as it was meant; whether there is ink, plates tell.
    pub(super) fn vanishes(&mut self, place: Rect) {
        let told = self.facts.vanishing.len() >= MOST;
        match self.facts.below.is_painted(place, self.page.media) {
            true if told => self.add(rules::WHITE_OVERPRINT, Some(place), &[]),
            true => self.facts.vanishing.push(place),
            false => {}
        }
    }
}
