//! How far the glyphs of a font reach, asked of the renderer itself.
//!
//! Nothing is painted, only outlines are measured.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect as Bounds};
use lopdf::Dictionary;

use super::super::file::File;
use super::super::verdict::Rect;
use super::shown::show;

/// Measures the glyphs of some codes of two bytes: left, low, right, high of all together, in units
/// of the font size from each glyph's origin. None if they cannot all be drawn.
pub(in super::super) fn reach(file: &File, font: &Dictionary, codes: &[u32]) -> Option<Rect> {
    let text: String = codes.iter().map(|code| format!("{code:04X}")).collect();
    let mut measure = Measure { all: None, glyphs: 0, sound: true };
    show(file, font, &text, &mut measure)?;
    let all = measure.all.unwrap_or(Bounds::ZERO);
    let whole = measure.sound && measure.glyphs == codes.len();
    (whole && all.is_finite()).then_some([all.x0, all.y0, all.x1, all.y1])
}

/// Joins the outlines of all glyphs that are shown.
struct Measure {
    all: Option<Bounds>,
    glyphs: usize,
    sound: bool,
}

impl<'a> Device<'a> for Measure {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        _: Affine,
        own: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.glyphs += 1;
        let Glyph::Outline(outline) = glyph else {
            self.sound = false;
            return;
        };
        let path = outline.outline();
        if path.elements().is_empty() {
            return;
        }
        let [a, b, c, d, ..] = own.as_coeffs();
        let own = Affine::new([a, b, c, d, 0.0, 0.0]);
        let bounds = own.transform_rect_bbox(path.control_box());
        self.all = Some(self.all.map_or(bounds, |all| all.union(bounds)));
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.sound = false;
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.sound = false;
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
