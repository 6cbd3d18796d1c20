//! Rectangles in pt, and the transform that sets a page upright with its trimmed corner at the
//! origin.

use lopdf::Object;

use crate::pdf::geometry::apply;

pub use crate::pdf::geometry::MM;

/// A rectangle in pt, corners in order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left.
    pub x0: f64,
    /// Bottom.
    pub y0: f64,
    /// Right.
    pub x1: f64,
    /// Top.
    pub y1: f64,
}

impl Rect {
    /// From two opposite corners, in any order.
    pub fn new(ax: f64, ay: f64, bx: f64, by: f64) -> Self {
        Self { x0: ax.min(bx), y0: ay.min(by), x1: ax.max(bx), y1: ay.max(by) }
    }

    /// A rectangle of `size` with its lower left corner at the origin.
    pub fn sized(size: (f64, f64)) -> Self {
        Self::new(0.0, 0.0, size.0, size.1)
    }

    /// Width, pt.
    pub fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// Height, pt.
    pub fn height(self) -> f64 {
        self.y1 - self.y0
    }

    /// Larger by `pt` on all sides.
    pub fn grown(self, pt: f64) -> Self {
        Self { x0: self.x0 - pt, y0: self.y0 - pt, x1: self.x1 + pt, y1: self.y1 + pt }
    }

    /// Moved.
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self { x0: self.x0 + dx, y0: self.y0 + dy, x1: self.x1 + dx, y1: self.y1 + dy }
    }

    /// What both cover; empty rectangles collapse to a point of `self`.
    pub fn meet(self, other: Self) -> Self {
        let x0 = self.x0.max(other.x0).min(self.x1);
        let y0 = self.y0.max(other.y0).min(self.y1);
        Self { x0, y0, x1: self.x1.min(other.x1).max(x0), y1: self.y1.min(other.y1).max(y0) }
    }

    /// Left, bottom, right and top.
    pub fn corners(self) -> [f64; 4] {
        [self.x0, self.y0, self.x1, self.y1]
    }

    /// A PDF array.
    pub fn object(self) -> Object {
        let side = |pt: f64| Object::Real(pt as f32);
        Object::Array(self.corners().map(side).to_vec())
    }
}

/// A transform `[a b c d e f]` of PDF (8.3.4).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Sets `trim`, in user space of `unit` pt and shown turned by `turn` quarters clockwise,
    /// upright with its lower left corner at the origin.
    pub fn upright(trim: Rect, turn: u8, unit: f64) -> Self {
        let (x0, y0, x1, y1) = (trim.x0 * unit, trim.y0 * unit, trim.x1 * unit, trim.y1 * unit);
        Self(match turn % 4 {
            0 => [unit, 0.0, 0.0, unit, -x0, -y0],
            1 => [0.0, -unit, unit, 0.0, -y0, x1],
            2 => [-unit, 0.0, 0.0, -unit, x1, y1],
            _ => [0.0, unit, -unit, 0.0, y1, -x0],
        })
    }

    /// Where a point lands.
    pub fn apply(self, x: f64, y: f64) -> (f64, f64) {
        apply(self.0, x, y)
    }

    /// The rectangle around a transformed rectangle; exact for quarter turns.
    pub fn rect(self, rect: Rect) -> Rect {
        let (ax, ay) = self.apply(rect.x0, rect.y0);
        let (bx, by) = self.apply(rect.x1, rect.y1);
        Rect::new(ax, ay, bx, by)
    }

    /// The rectangle that lands on `rect`; for quarter turns with a scale.
    pub fn unrect(self, rect: Rect) -> Rect {
        let [a, b, c, d, e, f] = self.0;
        let det = a * d - b * c;
        let back = |x: f64, y: f64| {
            let (x, y) = (x - e, y - f);
            ((d * x - c * y) / det, (a * y - b * x) / det)
        };
        let (ax, ay) = back(rect.x0, rect.y0);
        let (bx, by) = back(rect.x1, rect.y1);
        Rect::new(ax, ay, bx, by)
    }

    /// A PDF array.
    pub fn object(self) -> Object {
        Object::Array(self.0.iter().map(|&n| Object::Real(n as f32)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_sets_the_trim_upright_at_the_origin() {
        let trim = Rect::new(10.0, 20.0, 110.0, 220.0);
        for turn in 0..4 {
            for unit in [1.0, 2.5] {
                let upright = Matrix::upright(trim, turn, unit);
                let (w, h) = if turn % 2 == 0 { (100.0, 200.0) } else { (200.0, 100.0) };
                assert_eq!(upright.rect(trim), Rect::sized((w * unit, h * unit)), "{turn}");
                assert_eq!(upright.unrect(upright.rect(trim)), trim);
            }
        }
        // A quarter turn clockwise brings the upper left corner to the upper right.
        let upright = Matrix::upright(trim, 1, 1.0);
        assert_eq!(upright.apply(10.0, 220.0), (200.0, 100.0));
    }

    #[test]
    fn rectangles_meet_without_turning_inside_out() {
        let a = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(a.meet(Rect::new(5.0, -5.0, 20.0, 5.0)), Rect::new(5.0, 0.0, 10.0, 5.0));
        let apart = a.meet(Rect::new(20.0, 20.0, 30.0, 30.0));
        assert_eq!((apart.width(), apart.height()), (0.0, 0.0));
    }
}
