//! What of a page is painted on so far, in squares: whether something may lie below what comes next.
//!
//! It errs on the side of what is painted.

use super::super::verdict::Rect;

/// Squares along each side of a page.
const SIDE: usize = 128;

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
    pub fn is_painted(&self, area: Rect, page: Rect) -> bool {
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
    let low = at(area[1], 1);
    (low..at(area[3], 1).max(low) + 1, ones << left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_far_from_all_that_is_painted_is_bare() {
        const PAGE: Rect = [0.0, 0.0, 256.0, 256.0];
        let mut below = Below::default();
        assert!(!below.is_painted(PAGE, PAGE));
        below.paint([100.0, 100.0, 120.0, 104.0], PAGE);
        for (area, painted) in [
            ([90.0, 90.0, 101.0, 101.0], true),
            ([120.0, 104.0, 130.0, 130.0], true),
            ([90.0, 90.0, 97.0, 130.0], false),
            ([100.0, 107.0, 120.0, 110.0], false),
            // What makes no sense touches what it can.
            ([120.0, 104.0, 90.0, 90.0], true),
            ([f64::NAN, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY], true),
        ] {
            assert_eq!(below.is_painted(area, PAGE), painted, "{area:?}");
        }
    }
}
