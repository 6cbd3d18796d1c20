//! How far the glyphs of a font reach, asked of the renderer itself.
//!
//! Nothing is painted, only outlines are measured.

use hayro::hayro_interpret::font::Glyph;
use hayro::vello_cpu::kurbo::{Affine, Rect as Bounds};
use lopdf::Dictionary;

use super::super::file::File;
use super::super::verdict::Rect;
use super::shown::show;
use crate::pdf::geometry::around;

/// Measures the glyphs of some codes of so many bytes: how far each reaches, left, low, right, high, in units of the font
/// size from its origin; none of a blank. None if they cannot all be drawn.
pub(in super::super) fn extents(
    file: &File,
    font: &Dictionary,
    (codes, bytes): (&[u32], usize),
) -> Option<Vec<Option<Rect>>> {
    let text: String =
        codes.iter().map(|code| format!("{code:0width$X}", width = bytes * 2)).collect();
    let (mut all, mut sound) = (vec![], true);
    show(file, font, &text, |glyph, own| {
        let Some(Glyph::Outline(outline)) = glyph else {
            sound = false;
            return;
        };
        let path = outline.outline();
        let [a, b, c, d, ..] = own.as_coeffs();
        let own = Affine::new([a, b, c, d, 0.0, 0.0]);
        let bounds = || own.transform_rect_bbox(path.control_box());
        all.push((!path.elements().is_empty()).then(bounds));
    })?;
    let finite = all.iter().flatten().all(|bounds| bounds.is_finite());
    let rect = |bounds: Bounds| [bounds.x0, bounds.y0, bounds.x1, bounds.y1];
    (sound && finite && all.len() == codes.len())
        .then(|| all.into_iter().map(|bounds| bounds.map(rect)).collect())
}

/// How far the glyphs of some codes of two bytes reach, all together.
pub(in super::super) fn reach(file: &File, font: &Dictionary, codes: &[u32]) -> Option<Rect> {
    let all = extents(file, font, (codes, 2))?;
    Some(all.into_iter().flatten().reduce(around).unwrap_or_default())
}
