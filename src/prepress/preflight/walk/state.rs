//! The graphics state of a walk, and the arithmetic of its matrices.

use std::rc::Rc;

use super::super::file::intersect;
use super::super::font::Font;
use super::super::space::Space;
use super::super::verdict::Rect;

/// A transformation `[a b c d e f]` as PDF writes it.
pub(in super::super) type Matrix = [f64; 6];

/// A current colour.
#[derive(Debug, Clone)]
pub(super) struct Color {
    pub space: Rc<Space>,
    pub components: Vec<f64>,
    pub pattern: Option<Vec<u8>>,
}

impl Color {
    pub fn new(space: Space, components: Vec<f64>) -> Self {
        Self { space: Rc::new(space), components, pattern: None }
    }
}

/// The graphics state.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub ctm: Matrix,
    pub fill: Color,
    pub stroke: Color,
    pub line_width: f64,
    pub overprint_fill: bool,
    pub overprint_stroke: bool,
    pub overprint_mode: bool,
    pub fill_alpha: f64,
    pub stroke_alpha: f64,
    /// Whether a blend mode other than Normal is set.
    pub blended: bool,
    /// What the clip path covers at most, in page space.
    pub clip: Rect,
    pub font: Option<Rc<Font>>,
    pub font_size: f64,
    pub char_space: f64,
    pub word_space: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    pub render_mode: i64,
    pub text: Matrix,
    pub line: Matrix,
}

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

impl State {
    /// The state a page starts with.
    pub fn new(media: Rect) -> Self {
        Self {
            ctm: IDENTITY,
            fill: Color::new(Space::Gray, vec![0.0]),
            stroke: Color::new(Space::Gray, vec![0.0]),
            line_width: 1.0,
            overprint_fill: false,
            overprint_stroke: false,
            overprint_mode: false,
            fill_alpha: 1.0,
            stroke_alpha: 1.0,
            blended: false,
            clip: media,
            font: None,
            font_size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            render_mode: 0,
            text: IDENTITY,
            line: IDENTITY,
        }
    }

    /// Narrows the clip to a rectangle of user space.
    pub fn clip_to(&mut self, rect: Rect) {
        self.clip = intersect(self.clip, bounds(rect, self.ctm));
    }

    /// Starts a text object.
    pub fn begin_text(&mut self) {
        self.text = IDENTITY;
        self.line = IDENTITY;
    }
}

/// The transformation that does `first`, then `second`.
pub(in super::super) fn multiply(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

/// Where a point goes.
pub(in super::super) fn apply(m: Matrix, x: f64, y: f64) -> (f64, f64) {
    (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
}

/// The upright rectangle that holds a transformed one.
pub(super) fn bounds(rect: Rect, m: Matrix) -> Rect {
    let corners = [(rect[0], rect[1]), (rect[2], rect[1]), (rect[0], rect[3]), (rect[2], rect[3])];
    let mut out = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for (x, y) in corners.map(|(x, y)| apply(m, x, y)) {
        out = [out[0].min(x), out[1].min(y), out[2].max(x), out[3].max(y)];
    }
    out
}

/// The smallest and the largest factor a transformation stretches a length by.
pub(in super::super) fn scales(m: Matrix) -> (f64, f64) {
    let [a, b, c, d, ..] = m;
    let sum = a * a + b * b + c * c + d * d;
    let det = a * d - b * c;
    let root = (sum * sum - 4.0 * det * det).max(0.0).sqrt();
    (((sum - root) / 2.0).max(0.0).sqrt(), ((sum + root) / 2.0).sqrt())
}
