//! Shows codes of a font to whoever asks the renderer itself about their glyphs: a tiny document of its own.
//!
//! Nothing is painted, and nothing is known here of what is asked.

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

/// Shows the codes of a font, in hexadecimal digits: `see` gets each glyph in its turn and what takes it to its place, or
/// nothing for what is painted but is no glyph. None if there is no such document.
pub(super) fn show(
    file: &File,
    font: &Dictionary,
    codes: &str,
    see: impl FnMut(Option<&Glyph<'_>>, Affine),
) -> Option<()> {
    let mut copier = Copier::new(file);
    let font = copier.copy(&Object::Dictionary(font.clone()));
    let content = format!("BT /F 1 Tf <{codes}> Tj ET").into_bytes();
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
    interpret_page(page, &mut context, &mut Seer(see));
    Some(())
}

/// A device that paints nothing.
struct Seer<F>(F);

impl<'a, F: FnMut(Option<&Glyph<'_>>, Affine)> Device<'a> for Seer<F> {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        _: Affine,
        own: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        (self.0)(Some(glyph), own);
    }

    fn draw_image(&mut self, _: Image<'a, '_>, own: Affine) {
        (self.0)(None, own);
    }

    fn draw_path(&mut self, _: &BezPath, own: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        (self.0)(None, own);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
