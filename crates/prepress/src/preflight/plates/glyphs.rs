//! Which codes of a simple font show no glyph of its program, asked of the renderer itself.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath};
use lopdf::Dictionary;

use super::super::file::File;
use super::shown::show;

/// The codes of one byte that show `.notdef`, and whether that is seen; none if the font is not drawn.
pub(in super::super) fn undefined(file: &File, font: &Dictionary) -> Option<(Vec<u32>, bool)> {
    let text: String = (0..=255).map(|code| format!("{code:02X}")).collect();
    let mut shown = Shown { code: 0, undefined: vec![], seen: false, sound: true };
    show(file, font, &text, &mut shown)?;
    let some = shown.undefined.len() < 256;
    (shown.sound && shown.code == 256 && some).then_some((shown.undefined, shown.seen))
}

/// Notes the codes in their order.
struct Shown {
    code: u32,
    undefined: Vec<u32>,
    seen: bool,
    sound: bool,
}

impl<'a> Device<'a> for Shown {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        _: Affine,
        _: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        match glyph {
            Glyph::Outline(outline) if outline.glyph_id().to_u32() == 0 => {
                self.seen |= !outline.outline().elements().is_empty();
                self.undefined.push(self.code);
            }
            Glyph::Outline(_) => {}
            Glyph::Type3(_) => self.sound = false,
        }
        self.code += 1;
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
