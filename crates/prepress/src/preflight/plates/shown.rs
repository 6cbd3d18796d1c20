//! Shows codes of a font to whoever asks the renderer itself about their glyphs: a tiny document of its own.
//!
//! Nothing is painted, and nothing is known here of what is asked.

use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{
    Context, Device, InterpreterCache, InterpreterSettings, interpret_page,
};
use hayro::vello_cpu::kurbo::{Affine, Rect as Bounds};
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::file::File;
use super::copy::Copier;
use super::map::finish;

/// Shows the codes of a font, in hexadecimal digits, to a device; none if there is no such document.
pub(super) fn show(
    file: &File,
    font: &Dictionary,
    codes: &str,
    device: &mut impl for<'a> Device<'a>,
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
    interpret_page(page, &mut context, device);
    Some(())
}
