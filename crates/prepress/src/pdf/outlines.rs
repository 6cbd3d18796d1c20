//! Lines of text as the outlines of their glyphs: no font has to be in the file.

use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::draw::Draw;
use super::geometry::{Matrix, apply};

/// Longest line, in signs.
const LONGEST: usize = 400;

/// Fills a glyph's outline, brought to its place by `matrix`; gives the box it has in the font, none
/// without an outline.
pub fn glyph(draw: &mut Draw, face: &Face<'_>, glyph: GlyphId, matrix: Matrix) -> Option<[f64; 4]> {
    let mut outline = Outline { draw, matrix, at: (0.0, 0.0) };
    let drawn = face.outline_glyph(glyph, &mut outline)?;
    draw.op(&[], "f");
    Some([drawn.x_min, drawn.y_min, drawn.x_max, drawn.y_max].map(f64::from))
}

/// Fills a line from its base line's start; it is set smaller than `size` where it would be wider than
/// `room`. All in pt. Signs that the font lacks are left as a gap.
pub fn line(
    draw: &mut Draw,
    face: &Face<'_>,
    text: &str,
    (x, y): (f64, f64),
    size: f64,
    room: f64,
) {
    let em = f64::from(face.units_per_em());
    let signs: Vec<(Option<GlyphId>, f64)> = (text.chars().take(LONGEST))
        .map(|sign| match face.glyph_index(sign) {
            Some(glyph) => (Some(glyph), f64::from(face.glyph_hor_advance(glyph).unwrap_or(0))),
            None => (None, em / 2.0),
        })
        .collect();
    let width: f64 = signs.iter().map(|(_, advance)| advance).sum();
    let unit = (size / em).min(room / width.max(1.0));
    let mut left = x;
    for (sign, advance) in signs {
        if let Some(sign) = sign {
            glyph(draw, face, sign, [unit, 0.0, 0.0, unit, left, y]);
        }
        left += advance * unit;
    }
}

/// Sends a glyph's outline to a content stream.
struct Outline<'a> {
    draw: &'a mut Draw,
    matrix: Matrix,
    at: (f64, f64),
}

impl Outline<'_> {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        apply(self.matrix, f64::from(x), f64::from(y))
    }
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.draw.op(&[self.at.0, self.at.1], "m");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.draw.op(&[self.at.0, self.at.1], "l");
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, bend, to) = (self.at, self.point(x1, y1), self.point(x, y));
        let lean = |end: (f64, f64)| {
            (end.0 + (bend.0 - end.0) * 2.0 / 3.0, end.1 + (bend.1 - end.1) * 2.0 / 3.0)
        };
        let (one, two) = (lean(from), lean(to));
        self.at = to;
        self.draw.op(&[one.0, one.1, two.0, two.1, to.0, to.1], "c");
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (one, two, to) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.at = to;
        self.draw.op(&[one.0, one.1, two.0, two.1, to.0, to.1], "c");
    }

    fn close(&mut self) {
        self.draw.op(&[], "h");
    }
}
