//! The transform that sets a page upright with its trimmed corner at the origin, and its way back.

use lopdf::Object;

use crate::pdf::geometry::{Matrix, Rect};

/// Sets `trim`, in user space of `unit` pt and shown turned by `turn` quarters clockwise,
/// upright with its lower left corner at the origin.
pub fn upright(trim: Rect, turn: u8, unit: f64) -> Matrix {
    let [x0, y0, x1, y1] = trim.map(|side| side * unit);
    match turn % 4 {
        0 => [unit, 0.0, 0.0, unit, -x0, -y0],
        1 => [0.0, -unit, unit, 0.0, -y0, x1],
        2 => [-unit, 0.0, 0.0, -unit, x1, y1],
        _ => [0.0, unit, -unit, 0.0, y1, -x0],
    }
}

/// The rectangle that lands on another; for quarter turns with a scale.
pub fn unplaced([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Rect) -> Rect {
    let det = a * d - b * c;
    let back = |x: f64, y: f64| {
        let (x, y) = (x - e, y - f);
        ((d * x - c * y) / det, (a * y - b * x) / det)
    };
    between(back(x0, y0), back(x1, y1))
}

/// The rectangle between two opposite corners.
fn between((ax, ay): (f64, f64), (bx, by): (f64, f64)) -> Rect {
    [ax.min(bx), ay.min(by), ax.max(bx), ay.max(by)]
}

/// What both cover; empty rectangles collapse to a point of `own`.
pub fn meet(own: Rect, other: Rect) -> Rect {
    let x0 = own[0].max(other[0]).min(own[2]);
    let y0 = own[1].max(other[1]).min(own[3]);
    [x0, y0, own[2].min(other[2]).max(x0), own[3].min(other[3]).max(y0)]
}

/// A PDF array of numbers, with all their decimals.
pub fn array(numbers: impl IntoIterator<Item = f64>) -> Object {
    Object::Array(numbers.into_iter().map(|number| Object::Real(number as f32)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::geometry::{apply, bounds, size, sized};

    #[test]
    fn every_turn_sets_the_trim_upright_at_the_origin() {
        let trim = [10.0, 20.0, 110.0, 220.0];
        for turn in 0..4 {
            for unit in [1.0, 2.5] {
                let upright = upright(trim, turn, unit);
                let (w, h) = if turn % 2 == 0 { (100.0, 200.0) } else { (200.0, 100.0) };
                assert_eq!(bounds(trim, upright), sized((w * unit, h * unit)), "{turn}");
                assert_eq!(unplaced(upright, bounds(trim, upright)), trim);
            }
        }
        // A quarter turn clockwise brings the upper left corner to the upper right.
        let upright = upright(trim, 1, 1.0);
        assert_eq!(apply(upright, 10.0, 220.0), (200.0, 100.0));
    }

    #[test]
    fn rectangles_meet_without_turning_inside_out() {
        let a = sized((10.0, 10.0));
        assert_eq!(meet(a, [5.0, -5.0, 20.0, 5.0]), [5.0, 0.0, 10.0, 5.0]);
        let apart = meet(a, [20.0, 20.0, 30.0, 30.0]);
        assert_eq!(size(apart), (0.0, 0.0));
    }
}
