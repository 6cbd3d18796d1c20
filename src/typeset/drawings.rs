//! Finds, before anything is set, texts of drawings that no font of the build can set as they ask, and drawings that
//! show nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::manifest::image::{Format, Said, Texts};
use crate::manifest::messages::IMAGE_EMPTY;
use crate::manifest::model::Issue;
use crate::typeset::fonts::Fonts;
use crate::typeset::glyphs::{context, needs_glyph};
use crate::typeset::messages as say;
use jikji_diagnostic::source::Span as Place;
use jikji_diagnostic::{Diagnostic, code_point};
use typst::foundations::{Bytes, Content, Smart};
use typst::layout::{Abs, Frame, FrameItem, Point, Sides, Size};
use typst::syntax::Span;
use typst::text::FontStyle;
use typst::visualize::{Image, SvgImage};
use typst_layout::Page;
use typst_render::RenderOptions;

/// Names that ask for no font but for a kind that the layout's own is of.
const KINDS: [&str; 3] = ["sans-serif", "system-ui", "ui-sans-serif"];

/// The longer side of the picture of a drawing in which something is looked for, pt.
const SMALL: f64 = 128.0;

/// The texts of a drawing, and where it is named.
type Lettered<'a> = (&'a Texts, Place);

/// Reports drawings that show nothing, and what their texts ask for and no font has: characters, and whole families.
pub fn check_drawings(issue: &Issue, fonts: &Fonts, diagnostics: &mut Vec<Diagnostic>) {
    let pictures = issue.pictures.values().map(|own| (&own.texts, own.place));
    let plates = issue.print.plates.iter().map(|art| (&art.texts, art.span));
    let drawings: Vec<Lettered<'_>> =
        pictures.chain(plates).filter(|(texts, _)| !texts.said.is_empty()).collect();
    let texts = || drawings.iter().flat_map(|(texts, _)| texts.said.iter());
    let characters = texts().flat_map(|said| said.text.chars());
    let missing =
        fonts.missing(&characters.filter(|c| needs_glyph(*c) && !c.is_control()).collect());
    let known: BTreeSet<String> =
        fonts.faces().map(|(info, _)| info.family.to_lowercase()).collect();
    check_empty(issue, diagnostics);
    for drawing @ (texts, place) in drawings {
        glyphs(drawing, &missing, diagnostics);
        families(drawing, &known, diagnostics);
        let upright = texts.said.iter().find(|said| said.slanted && !leans(said, fonts));
        if let Some(said) = upright {
            let told = Diagnostic::at(say::DRAWN_UPRIGHT, place);
            let told = told.arg("path", format!("`{}`", texts.name));
            diagnostics.push(placed(told, texts, said, 0));
        }
    }
}

/// Drawings of which nothing is seen: whatever paints stands outside of them.
fn check_empty(issue: &Issue, diagnostics: &mut Vec<Diagnostic>) {
    let silent = issue.pictures.values().filter(|picture| picture.texts.said.is_empty());
    let drawings = silent.filter(|picture| Format::of(&picture.bytes) == Some(Format::Svg));
    for picture in drawings {
        // Whatever is told of it already may be why.
        let told = diagnostics.iter().any(|found| found.span == Some(picture.place));
        if told || !shows_nothing(&picture.bytes) {
            continue;
        }
        let told = Diagnostic::at(IMAGE_EMPTY, picture.place);
        diagnostics.push(told.arg("path", format!("`{}`", picture.texts.name)));
    }
}

/// Whether a drawing without texts paints nothing inside its own edges: a small picture of it is blank.
fn shows_nothing(bytes: &Arc<[u8]>) -> bool {
    let Ok(drawing) = SvgImage::new(Bytes::new(Arc::clone(bytes))) else { return false };
    let (width, height) = (drawing.width(), drawing.height());
    let size = Size::new(Abs::pt(width), Abs::pt(height)) * (SMALL / width.max(height));
    let image = Image::plain(drawing);
    let mut frame = Frame::hard(size);
    frame.push(Point::zero(), FrameItem::Image(image, size, Span::detached()));
    let page = Page {
        frame,
        bleed: Sides::default(),
        fill: Smart::Custom(None),
        numbering: None,
        supplement: Content::empty(),
        number: 1,
    };
    let drawn = typst_render::render(&page, &RenderOptions::default());
    drawn.pixels().iter().all(|pixel| pixel.alpha() == 0)
}

/// Whether one of the families a text asks for has a face that leans.
fn leans(said: &Said, fonts: &Fonts) -> bool {
    fonts.faces().any(|(info, _)| {
        let asked = said.families.iter().any(|name| name.eq_ignore_ascii_case(&info.family));
        asked && info.variant.style != FontStyle::Normal
    })
}

/// Each character once a drawing.
fn glyphs(
    (texts, place): Lettered<'_>,
    missing: &BTreeSet<char>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut told = BTreeSet::new();
    for said in texts.said.iter() {
        let found = said.text.char_indices().filter(|(_, c)| missing.contains(c));
        for (at, c) in found.filter(|(_, c)| told.insert(*c)).collect::<Vec<_>>() {
            let diagnostic = Diagnostic::at(say::NO_GLYPH, place)
                .arg("character", c)
                .arg("code", code_point(c))
                .arg("context", context(&said.text, at, c.len_utf8()));
            diagnostics.push(placed(diagnostic, texts, said, at));
        }
    }
}

/// Each list of families once a drawing.
fn families(
    (texts, place): Lettered<'_>,
    known: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut told = BTreeSet::new();
    for said in texts.said.iter() {
        let there = |name: &String| {
            let name = name.to_lowercase();
            KINDS.contains(&name.as_str()) || known.contains(&name)
        };
        let first = said.families.first().filter(|first| {
            !there(first)
                && !said.families.iter().filter(|name| !KINDS.contains(&&***name)).any(there)
        });
        if let Some(first) = first.filter(|_| told.insert(&said.families)) {
            let diagnostic = Diagnostic::at(say::NO_DRAWING_FAMILY, place)
                .arg("path", format!("`{}`", texts.name))
                .arg("family", format!("`{first}`"));
            diagnostics.push(placed(diagnostic, texts, said, 0));
        }
    }
}

fn placed(diagnostic: Diagnostic, texts: &Texts, said: &Said, byte: usize) -> Diagnostic {
    match texts.place(said, byte) {
        Some(place) => diagnostic.origin(place),
        None => diagnostic,
    }
}
