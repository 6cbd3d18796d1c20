//! Matrices of PDF user space (ISO 32000-1, 8.3.3).

/// `[a b c d e f]`.
pub type Matrix = [f64; 6];

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
