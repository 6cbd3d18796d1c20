//! Which codes of a simple font show no glyph of its program, asked of the renderer itself.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect as Bounds};
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::file::File;
use super::copy::Copier;
use super::map::finish;

/// The codes of one byte that show `.notdef`, and whether that is seen; none if the font is not drawn.
pub(in super::super) fn undefined(file: &File, font: &Dictionary) -> Option<(Vec<u32>, bool)> {
    let mut copier = Copier::new(file);
    let font = copier.copy(&Object::Dictionary(font.clone()));
    let text: String = (0..=255).map(|code| format!("{code:02X}")).collect();
    let content = format!("BT /F 1 Tf <{text}> Tj ET").into_bytes();
    let content = copier.add(Stream::new(Dictionary::new(), content));
    let page = copier.add(dictionary! {
        "Type" => "Page",
        "MediaBox" => [0, 0, 10, 10].map(Object::Integer).to_vec(),
        "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
    });
    let pdf = Pdf::new(finish(copier, &[page])?).ok()?;
    let page = pdf.pages().first()?;
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    let area = Bounds::new(0.0, 0.0, 10.0, 10.0);
    let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
    let mut shown = Shown { code: 0, undefined: vec![], seen: false, sound: true };
    interpret_page(page, &mut context, &mut shown);
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
