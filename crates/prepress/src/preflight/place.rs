//! Where something is on a page as people see it: in mm from the top left corner, turned as the page is.

use serde::Serialize;

use crate::pdf::geometry::{MM, Rect};

/// A place on a finished page that is looked at, in mm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Place {
    /// From the left edge.
    pub left: f64,
    /// From the top edge.
    pub top: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

impl Place {
    /// Where a rectangle is on `page`, both in the page's own units, of so many pt; the page is turned
    /// clockwise by so many degrees.
    pub fn of(page: Rect, rotate: u16, unit: f64, [left, bottom, right, top]: Rect) -> Self {
        let from = [left - page[0], page[3] - top, page[2] - right, bottom - page[1]];
        let [width, height] = [right - left, top - bottom];
        // Clockwise, so what was at the bottom comes to the left.
        let (from_left, from_top, turned) = match rotate {
            90 => (from[3], from[0], true),
            180 => (from[2], from[3], false),
            270 => (from[1], from[2], true),
            _ => (from[0], from[1], false),
        };
        let (width, height) = if turned { (height, width) } else { (width, height) };
        let mm = |units: f64| (units * unit / MM * 10.0).round() / 10.0 + 0.0;
        Self { left: mm(from_left), top: mm(from_top), width: mm(width), height: mm(height) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_page_is_measured_as_it_is_seen() {
        // 100 × 200 mm with the place 10 mm from the left and 20 mm from the top, 5 × 8 mm large.
        let mm = |v: f64| v * MM;
        let trim = [mm(3.0), mm(3.0), mm(103.0), mm(203.0)];
        let place = [mm(13.0), mm(175.0), mm(18.0), mm(183.0)];
        let seen = |rotate| {
            let at = Place::of(trim, rotate, 1.0, place);
            [at.left, at.top, at.width, at.height]
        };
        assert_eq!(seen(0), [10.0, 20.0, 5.0, 8.0]);
        assert_eq!(seen(90), [172.0, 10.0, 8.0, 5.0]);
        assert_eq!(seen(180), [85.0, 172.0, 5.0, 8.0]);
        assert_eq!(seen(270), [20.0, 85.0, 8.0, 5.0]);
    }
}
