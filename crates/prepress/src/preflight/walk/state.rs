//! The graphics state of a walk, and the arithmetic of its matrices.

use crate::pdf::geometry::{IDENTITY, Matrix, bounds, intersect};
use std::rc::Rc;
use std::sync::Arc;

use super::super::estimate::{Blend, Coat};
use super::super::font::Font;
use super::super::space::Space;
use super::super::verdict::Rect;
use super::raised::Line;
use super::repeats::{Repeats, Tiling};

/// How many graphics states and marked contents are open.
pub(super) type Open = (usize, usize);

/// What painting with a shading takes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shade {
    /// Steps to paint a whole sheet with it; less of the sheet is less.
    pub sheet: f64,
    /// Steps each time, whatever is painted.
    pub each: usize,
    /// Pixels of the cell it is laid out in, if it is.
    pub cell: f64,
}

/// A current colour.
#[derive(Debug, Clone)]
pub(super) struct Color {
    pub space: Rc<Space>,
    pub components: Vec<f64>,
    pub pattern: Option<Vec<u8>>,
    /// What painting with it takes, if it is a shading.
    pub shade: Option<Shade>,
    /// The plates it may paint, if it is a shading.
    pub plates: Rc<[usize]>,
    /// What it paints, if it is a tiling.
    pub tiling: Option<Rc<Tiling>>,
    /// Its ink at most, if that is asked.
    pub coat: Coat,
}

impl Color {
    pub fn new(space: Rc<Space>, components: Vec<f64>) -> Self {
        let (pattern, shade, plates, tiling) = (None, None, Rc::from([]), None);
        Self { space, components, pattern, shade, plates, tiling, coat: Coat::default() }
    }

    /// Black of DeviceGray, as a page begins.
    pub fn black() -> Rc<Self> {
        let mut tints = Coat::default().tints;
        tints[3] = 255;
        let color = Self::new(Rc::new(Space::Gray), vec![0.0]);
        Rc::new(Self { coat: Coat::even(tints), ..color })
    }
}

/// How the groups around something meet what is below them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Layer {
    pub blend: Blend,
    /// Whether a blend mode other than Normal is among theirs.
    pub blended: bool,
    /// Whether one lets what is below show through.
    pub sheer: bool,
    /// Whether one knows nothing of what is below.
    pub isolated: bool,
}

/// A run of text that is a part of the clip.
#[derive(Debug, Clone)]
pub(super) struct Letters {
    pub font: Arc<Font>,
    /// Its size in pt.
    pub pt: f64,
    pub place: Rect,
    pub line: Line,
    /// Whether a character has no glyph.
    pub missing: bool,
}

/// The graphics state.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub ctm: Matrix,
    pub fill: Rc<Color>,
    pub stroke: Rc<Color>,
    /// Whether the colours are given with the pattern whose cell this is, and none is set inside.
    pub given: bool,
    /// How what is painted is repeated, in the cell of a pattern.
    pub repeats: Option<Repeats>,
    pub line_width: f64,
    pub miter_limit: f64,
    pub overprint_fill: bool,
    pub overprint_stroke: bool,
    pub overprint_mode: bool,
    pub fill_alpha: f64,
    pub stroke_alpha: f64,
    /// Whether a blend mode other than Normal is set.
    pub blended: bool,
    /// What the blend mode does to ink at most.
    pub blend: Blend,
    /// Whether a soft mask is set.
    pub masked: bool,
    pub layer: Layer,
    /// What the clip path covers at most, in page space.
    pub clip: Rect,
    /// Whether it covers all of that.
    pub clip_exact: bool,
    pub font: Option<Arc<Font>>,
    pub font_size: f64,
    pub char_space: f64,
    pub word_space: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    pub render_mode: i64,
    /// Text that is clipped to and that nothing is painted through yet.
    pub letters: Rc<Vec<Letters>>,
    pub text: Matrix,
    pub line: Matrix,
    /// Whether the next glyph may stand elsewhere than it seems.
    pub adrift: bool,
}

impl State {
    /// The state a page starts with.
    pub fn new(media: Rect) -> Self {
        Self {
            ctm: IDENTITY,
            fill: Color::black(),
            stroke: Color::black(),
            given: false,
            repeats: None,
            line_width: 1.0,
            miter_limit: 10.0,
            overprint_fill: false,
            overprint_stroke: false,
            overprint_mode: false,
            fill_alpha: 1.0,
            stroke_alpha: 1.0,
            blended: false,
            blend: Blend::Replaces,
            masked: false,
            layer: Layer::default(),
            clip: media,
            clip_exact: true,
            font: None,
            font_size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            render_mode: 0,
            letters: Rc::default(),
            text: IDENTITY,
            line: IDENTITY,
            adrift: false,
        }
    }

    /// Narrows the clip to a rectangle of user space.
    pub fn clip_to(&mut self, rect: Rect) {
        let [a, b, c, d, ..] = self.ctm;
        self.clip_exact &= b == 0.0 && c == 0.0 || a == 0.0 && d == 0.0;
        self.clip = intersect(self.clip, bounds(rect, self.ctm));
    }

    /// Starts a text object.
    pub fn begin_text(&mut self) {
        self.text = IDENTITY;
        self.line = IDENTITY;
        self.adrift = false;
    }
}

/// The smallest and the largest factor a transformation stretches a length by.
pub(in super::super) fn scales(m: Matrix) -> (f64, f64) {
    let [a, b, c, d, ..] = m;
    let sum = a * a + b * b + c * c + d * d;
    let det = a * d - b * c;
    let root = (sum * sum - 4.0 * det * det).max(0.0).sqrt();
    (((sum - root) / 2.0).max(0.0).sqrt(), ((sum + root) / 2.0).sqrt())
}
