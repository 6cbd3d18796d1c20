//! How far the glyphs of a font reach, asked of the renderer itself.
//!
//! Nothing is painted, only outlines are measured.

use hayro::hayro_interpret::font::Glyph;
use hayro::vello_cpu::kurbo::{Affine, Rect as Bounds};
use lopdf::Dictionary;

use super::super::file::File;
use super::super::verdict::Rect;
use super::shown::show;

/// Measures the glyphs of some codes of two bytes: left, low, right, high of all together, in units
/// of the font size from each glyph's origin. None if they cannot all be drawn.
pub(in super::super) fn reach(file: &File, font: &Dictionary, codes: &[u32]) -> Option<Rect> {
    let text: String = codes.iter().map(|code| format!("{code:04X}")).collect();
    let (mut all, mut glyphs, mut sound) = (None, 0, true);
    show(file, font, &text, |glyph, own| {
        glyphs += usize::from(glyph.is_some());
        let Some(Glyph::Outline(outline)) = glyph else {
            sound = false;
            return;
        };
        let path = outline.outline();
        if path.elements().is_empty() {
            return;
        }
        let [a, b, c, d, ..] = own.as_coeffs();
        let own = Affine::new([a, b, c, d, 0.0, 0.0]);
        let bounds = own.transform_rect_bbox(path.control_box());
        all = Some(all.map_or(bounds, |all: Bounds| all.union(bounds)));
    })?;
    let all = all.unwrap_or(Bounds::ZERO);
    let whole = sound && glyphs == codes.len();
    (whole && all.is_finite()).then_some([all.x0, all.y0, all.x1, all.y1])
}
