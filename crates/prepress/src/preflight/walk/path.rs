//! A path as far as it is judged: what it covers at most, as a whole and piece by piece, and whether it is a plain
//! rectangle.

use super::super::verdict::Rect;
use crate::pdf::geometry::around;

/// Corners of a rectangle that are nearer to upright than this, in pt, are upright.
const UPRIGHT_PT: f64 = 1e-3;
/// Most pieces that are told apart; what is beyond them is taken to be one.
const MOST_PIECES: usize = 4_096;

/// The current path in page space.
#[derive(Debug, Clone, Default)]
pub(super) struct Path {
    bounds: Option<Rect>,
    corners: [(f64, f64); 5],
    count: usize,
    /// Whether it has curves or more than one part.
    complex: bool,
    /// Whether segments meet, so that a stroke has joins.
    pub joined: bool,
    /// Whether a point was no number.
    pub broken: bool,
    /// The boxes of its lines and curves, and whether each begins a part.
    pieces: Vec<(Rect, bool)>,
    /// Where the part begins, where it has come to, and whether anything of it is drawn.
    start: Option<(f64, f64)>,
    at: Option<(f64, f64)>,
    drawn: bool,
}

impl Path {
    /// What it covers at most; none if it is empty.
    pub fn bounds(&self) -> Option<Rect> {
        self.bounds
    }

    /// Begins a part.
    pub fn move_to(&mut self, point: (f64, f64)) {
        self.complex |= self.count > 1;
        self.count = 0;
        self.corner(point);
        (self.start, self.at, self.drawn) = (Some(point), Some(point), false);
    }

    /// Adds a straight line.
    pub fn line_to(&mut self, point: (f64, f64)) {
        self.joined |= self.count > 1;
        self.corner(point);
        self.piece(&[point]);
    }

    /// Adds a curve by its control points and its end.
    pub fn curve_to(&mut self, points: &[(f64, f64)]) {
        self.complex = true;
        self.joined = true;
        points.iter().for_each(|point| self.corner(*point));
        self.piece(points);
    }

    /// Ends a part where it begins.
    pub fn close(&mut self) {
        if let Some(start) = self.start {
            self.piece(&[start]);
        }
    }

    /// Adds a rectangle by its corners in order.
    pub fn rectangle(&mut self, corners: [(f64, f64); 4]) {
        self.move_to(corners[0]);
        corners[1..].iter().for_each(|point| self.line_to(*point));
        self.joined = true;
        self.close();
    }

    /// Takes note of a line or curve that goes on to the last of some points.
    fn piece(&mut self, points: &[(f64, f64)]) {
        let before = std::mem::replace(&mut self.at, points.last().copied());
        let boxes = before.iter().chain(points).map(|(x, y)| [*x, *y, *x, *y]);
        let hull = boxes.reduce(around).filter(|hull| hull.iter().all(|side| side.is_finite()));
        // Nothing is drawn from nowhere.
        let Some(hull) = hull.filter(|_| before.is_some()) else { return };
        let full = self.pieces.len() == MOST_PIECES;
        match self.pieces.last_mut().filter(|_| full) {
            Some((last, _)) => *last = around(*last, hull),
            None => self.pieces.push((hull, !self.drawn)),
        }
        self.drawn = true;
    }

    /// The boxes of its lines and curves, as a stroke follows them.
    pub fn lines(&self) -> Vec<Rect> {
        self.pieces.iter().map(|(piece, _)| *piece).collect()
    }

    /// The boxes of its parts, as they are filled.
    pub fn parts(&self) -> Vec<Rect> {
        let parts = self.pieces.chunk_by(|_, (_, begins)| !begins);
        parts
            .map(|part| {
                part.iter().map(|(piece, _)| *piece).reduce(around).expect("no part is empty")
            })
            .collect()
    }

    fn corner(&mut self, (x, y): (f64, f64)) {
        if !x.is_finite() || !y.is_finite() {
            self.broken = true;
            return;
        }
        let b = self.bounds.get_or_insert([x, y, x, y]);
        *b = [b[0].min(x), b[1].min(y), b[2].max(x), b[3].max(y)];
        if let Some(corner) = self.corners.get_mut(self.count) {
            *corner = (x, y);
        }
        self.count += 1;
    }

    /// The upright rectangle it is, if it is just that.
    pub fn upright(&self) -> Option<Rect> {
        let closed = self.count == 5 && self.corners[4] == self.corners[0];
        if self.complex || self.broken || !(self.count == 4 || closed) {
            return None;
        }
        let c = &self.corners;
        let same = |a: f64, b: f64| (a - b).abs() < UPRIGHT_PT;
        let (up, down) =
            (|i: usize, j: usize| same(c[i].0, c[j].0), |i: usize, j: usize| same(c[i].1, c[j].1));
        let upright = up(0, 1) && down(1, 2) && up(2, 3) && down(3, 0)
            || down(0, 1) && up(1, 2) && down(2, 3) && up(3, 0);
        let [left, bottom, right, top] = self.bounds.filter(|_| upright)?;
        (right > left && top > bottom).then_some([left, bottom, right, top])
    }
}

impl Path {
    /// How thick and how long it is, if it is a plain bar: a line, or four corners however they lie.
    pub fn bar(&self) -> Option<(f64, f64)> {
        let corners = match self.count {
            2..=4 => self.count,
            5 if self.corners[4] == self.corners[0] => 4,
            _ => return None,
        };
        if self.complex || self.broken || corners == 3 {
            return None;
        }
        let c = &self.corners[..corners];
        let next = |i: usize| c[(i + 1) % corners];
        let side = |i: usize| (next(i).0 - c[i].0).hypot(next(i).1 - c[i].1);
        let long = (0..corners).map(side).fold(0.0, f64::max);
        let twice: f64 = (0..corners).map(|i| c[i].0 * next(i).1 - next(i).0 * c[i].1).sum();
        (long > 0.0).then(|| (twice.abs() / 2.0 / long, long))
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    fn of(points: &[(f64, f64)]) -> Path {
        let mut path = Path::default();
        path.move_to(points[0]);
        points[1..].iter().for_each(|point| path.line_to(*point));
        path
    }

    #[test]
    fn only_upright_rectangles_are_told() {
        let square = [(1.0, 1.0), (5.0, 1.0), (5.0, 3.0), (1.0, 3.0)];
        assert_eq!(of(&square).upright(), Some([1.0, 1.0, 5.0, 3.0]));
        assert_eq!(
            of(&[square.as_slice(), &square[..1]].concat()).upright(),
            Some([1.0, 1.0, 5.0, 3.0])
        );
        assert_eq!(of(&[(1.0, 1.0), (5.0, 2.0), (5.0, 3.0), (1.0, 3.0)]).upright(), None);
        assert_eq!(of(&[(1.0, 1.0), (5.0, 1.0), (1.0, 3.0), (5.0, 3.0)]).upright(), None);
        assert_eq!(of(&square[..3]).upright(), None);
        let mut two = of(&square);
        two.move_to((9.0, 9.0));
        square.iter().for_each(|point| two.line_to(*point));
        assert_eq!(two.upright(), None);
        let mut curved = of(&square[..3]);
        curved.curve_to(&[(1.0, 3.0)]);
        assert_eq!(curved.upright(), None);
    }

    #[test]
    fn bars_are_measured_however_they_lie() {
        let near = |bar: Option<(f64, f64)>, thick: f64, long: f64| {
            bar.is_some_and(|(t, l)| (t - thick).abs() < 1e-9 && (l - long).abs() < 1e-9)
        };
        assert!(near(of(&[(1.0, 1.0), (5.0, 1.0), (5.0, 3.0), (1.0, 3.0)]).bar(), 2.0, 4.0));
        // Along 3, 4, a fifth of that across.
        let turned = [(0.0, 0.0), (30.0, 40.0), (29.2, 40.6), (-0.8, 0.6)];
        assert!(near(of(&turned).bar(), 1.0, 50.0));
        assert!(near(of(&[(0.0, 0.0), (9.0, 0.0)]).bar(), 0.0, 9.0));
        assert_eq!(of(&[(0.0, 0.0), (9.0, 0.0), (0.0, 9.0)]).bar(), None);
    }
}
