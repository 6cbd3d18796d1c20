//! Text as outlines, for print shops that take no fonts (서체 아웃라인).
//!
//! A glyph is drawn in the units of its font, so that it reads alike wherever it stands and packs well. What has no
//! outline of its own (pictures as glyphs) or is filled with more than one colour stays text. Drawings are taken over
//! with their texts as paths; black among them knocks out, as all that is drawn does. Placed PDFs keep their fonts.

use std::sync::Arc;

use ecow::EcoVec;
use ttf_parser::{GlyphId, OutlineBuilder};
use typst::foundations::Bytes;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Size, Transform};
use typst::model::Document;
use typst::syntax::Span;
use typst::text::TextItem;
use typst::visualize::{
    Cmyk, Color, Curve, FillRule, FixedStroke, Geometry, Image, ImageKind, Paint, ProcessColor,
    Shape, SpotColor, SpotColorant, SpotColorantName, SvgImage,
};
use typst_layout::{Page, PagedDocument};

/// The pages with their texts as outlines. Black text is painted in the ink called `black`, which tells the press that
/// it overprints.
pub fn outlined(document: PagedDocument, black: &str) -> PagedDocument {
    let info = Document::info(&document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    drop(document);
    let solid = Cmyk { c: 0.0, m: 0.0, y: 0.0, k: 1.0 };
    let colorant = SpotColorant {
        name: Some(SpotColorantName::Custom(black.into())),
        fallback: ProcessColor::Cmyk(solid),
    };
    let colorant = Arc::new(colorant);
    for page in pages.make_mut() {
        outline(&mut page.frame, &colorant);
    }
    PagedDocument::new(pages, info)
}

fn outline(frame: &mut Frame, black: &Arc<SpotColorant>) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => outline(&mut group.frame, black),
            FrameItem::Text(text) => {
                if let Some(group) = drawing(text, black) {
                    *item = FrameItem::Group(group);
                }
            }
            FrameItem::Image(image, ..) => {
                if let Some(drawn) = without_text(image) {
                    *image = drawn;
                }
            }
            _ => {}
        }
        true
    });
}

/// A drawing with its texts as paths; `None` of what has none.
fn without_text(image: &Image) -> Option<Image> {
    let ImageKind::Svg(svg) = image.kind() else { return None };
    let marked = || svg.data().windows(b"<text".len()).any(|part| part == b"<text");
    if !svg.tree().has_text_nodes() && !marked() {
        return None;
    }
    let drawn = svg.tree().to_string(&Default::default());
    let drawn = SvgImage::new(Bytes::from_string(drawn)).ok()?;
    Some(Image::new(drawn, image.alt().map(Into::into), image.scaling()))
}

/// A text as outlines from its baseline; `None` where a glyph has none.
fn drawing(text: &TextItem, black: &Arc<SpotColorant>) -> Option<GroupItem> {
    let Paint::Solid(fill) = &text.fill else { return None };
    let face = text.font.ttf();
    let units = f64::from(face.units_per_em().max(1));
    let scale = text.size.to_pt() / units;
    let fill = Paint::Solid(inked(fill.clone(), black));
    let mut frame = Frame::soft(Size::zero());
    let (mut x, mut y) = (0.0, 0.0);
    for glyph in &text.glyphs {
        let id = GlyphId(glyph.id);
        let mut outline = Outline::default();
        if face.outline_glyph(id, &mut outline).is_none() && has_picture(face, id) {
            return None;
        }
        let at = Point::new(
            Abs::pt((x + glyph.x_offset.get()) * units),
            // Up is up in a font.
            Abs::pt((y + glyph.y_offset.get()) * units),
        );
        if !outline.curve.0.is_empty() {
            let stroke = text.stroke.as_ref().map(|stroke| FixedStroke {
                thickness: Abs::pt(stroke.thickness.to_pt() / scale),
                ..stroke.clone()
            });
            let shape = Shape {
                geometry: Geometry::Curve(outline.curve),
                fill: Some(fill.clone()),
                fill_rule: FillRule::NonZero,
                stroke,
            };
            frame.push(at, FrameItem::Shape(shape, Span::detached()));
        }
        x += glyph.x_advance.get();
        y += glyph.y_advance.get();
    }
    let ratio = Ratio::new(scale);
    let mut group = GroupItem::new(frame);
    group.transform = Transform::scale(ratio, -ratio);
    Some(group)
}

/// Black alone as the ink that tells so.
fn inked(color: Color, black: &Arc<SpotColorant>) -> Color {
    let is_black = match &color {
        Color::Process(ProcessColor::Cmyk(cmyk)) => {
            cmyk.c == 0.0 && cmyk.m == 0.0 && cmyk.y == 0.0 && cmyk.k == 1.0
        }
        _ => false,
    };
    match is_black {
        true => Color::Spot(SpotColor::new(Arc::clone(black), Ratio::one())),
        false => color,
    }
}

/// Whether a glyph without an outline shows something.
fn has_picture(face: &ttf_parser::Face<'_>, id: GlyphId) -> bool {
    face.is_color_glyph(id)
        || face.glyph_raster_image(id, u16::MAX).is_some()
        || face.glyph_svg_image(id).is_some()
}

/// The outline of a glyph in its font's units.
#[derive(Default)]
struct Outline {
    curve: Curve,
    last: (f32, f32),
}

fn point(x: f32, y: f32) -> Point {
    Point::new(Abs::pt(f64::from(x)), Abs::pt(f64::from(y)))
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.curve.move_(point(x, y));
        self.last = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.curve.line(point(x, y));
        self.last = (x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        let (x0, y0) = self.last;
        let first = point(third(x0, x1), third(y0, y1));
        self.curve.cubic(first, point(third(x, x1), third(y, y1)), point(x, y));
        self.last = (x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.curve.cubic(point(x1, y1), point(x2, y2), point(x, y));
        self.last = (x, y);
    }

    fn close(&mut self) {
        self.curve.close();
    }
}
