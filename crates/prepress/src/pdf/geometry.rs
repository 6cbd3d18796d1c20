//! Rectangles and matrices of PDF user space (ISO 32000-1, 7.9.5 and 8.3.3).

/// Points of a millimetre.
pub const MM: f64 = 72.0 / 25.4;

/// `[a b c d e f]`.
pub type Matrix = [f64; 6];

/// A rectangle: left, bottom, right, top, in pt or what unit the page has.
pub type Rect = [f64; 4];

/// The matrix that changes nothing.
pub const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The matrix that does `first`, then `second`.
pub fn then(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [p, q, r, s, t, u] = second;
    [
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    ]
}

/// Where a point goes.
pub fn apply(m: Matrix, x: f64, y: f64) -> (f64, f64) {
    (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
}

/// What a matrix multiplies lengths by, in the mean.
pub fn scale_of(m: Matrix) -> f64 {
    (m[0] * m[3] - m[1] * m[2]).abs().sqrt()
}

/// A rectangle of `size` with its lower left corner at the origin.
pub fn sized(size: (f64, f64)) -> Rect {
    [0.0, 0.0, size.0, size.1]
}

/// Width and height.
pub fn size(rect: Rect) -> (f64, f64) {
    (rect[2] - rect[0], rect[3] - rect[1])
}

/// Larger by `by` on all sides.
pub fn grown(rect: Rect, by: f64) -> Rect {
    [rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by]
}

/// The least rectangle that holds two.
pub fn around(a: Rect, b: Rect) -> Rect {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// The upright rectangle that holds a transformed one.
pub fn bounds(rect: Rect, m: Matrix) -> Rect {
    let corners = [(rect[0], rect[1]), (rect[2], rect[1]), (rect[0], rect[3]), (rect[2], rect[3])];
    let mut out = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for (x, y) in corners.map(|(x, y)| apply(m, x, y)) {
        out = [out[0].min(x), out[1].min(y), out[2].max(x), out[3].max(y)];
    }
    out
}

/// What two rectangles share; empty, not inverted, if they share nothing.
pub fn intersect(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a[0].max(b[0]), a[1].max(b[1]));
    [x, y, a[2].min(b[2]).max(x), a[3].min(b[3]).max(y)]
}

/// What of a rectangle, which may be a line, lies in an area; none of an area that is empty.
pub fn meeting(rect: Rect, area: Rect) -> Option<Rect> {
    let meets =
        rect[0] <= area[2] && area[0] <= rect[2] && rect[1] <= area[3] && area[1] <= rect[3];
    let empty = area[2] <= area[0] || area[3] <= area[1];
    (meets && !empty).then(|| intersect(rect, area))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_matrix_acts_first() {
        let (double, right) = ([2.0, 0.0, 0.0, 2.0, 0.0, 0.0], [1.0, 0.0, 0.0, 1.0, 5.0, 0.0]);
        assert_eq!(apply(then(double, right), 1.0, 1.0), (7.0, 2.0));
        assert_eq!(apply(then(right, double), 1.0, 1.0), (12.0, 2.0));
        assert_eq!(then(IDENTITY, right), right);
    }
}
