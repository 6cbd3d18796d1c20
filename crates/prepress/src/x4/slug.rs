//! The slug line as glyph outlines, each glyph a small form that all pages share.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Document, ObjectId, dictionary};
use ttf_parser::{Face, GlyphId};

use crate::pdf::draw::Draw;
use crate::pdf::geometry::IDENTITY;
use crate::pdf::outlines;
use crate::pdf::write::{flate_stream, reals};

/// Longest line, in characters.
const LONGEST: usize = 400;

/// A font that slug lines are drawn from.
pub(super) struct Slug<'a> {
    face: Face<'a>,
    glyphs: BTreeMap<u16, Option<ObjectId>>,
}

/// A drawn line.
pub(super) struct SlugLine {
    /// Content that draws the line from the origin in the current colour.
    pub(super) content: String,
    /// The forms it names.
    pub(super) glyphs: Vec<(Vec<u8>, ObjectId)>,
}

impl<'a> Slug<'a> {
    /// `None` where the bytes are no font.
    pub(super) fn new(font: &'a [u8]) -> Option<Self> {
        Some(Self { face: Face::parse(font, 0).ok()?, glyphs: BTreeMap::new() })
    }

    /// Draws a text at a size in pt, smaller where it would be wider than `room`.
    pub(super) fn line(
        &mut self,
        doc: &mut Document,
        text: &str,
        size: f64,
        room: f64,
    ) -> SlugLine {
        let em = f64::from(self.face.units_per_em().max(1));
        let mut line = SlugLine { content: String::new(), glyphs: Vec::new() };
        let mut at = 0.0;
        let mut drawn = 0.0;
        let mut moves = String::new();
        for character in text.chars().filter(|c| !c.is_control()).take(LONGEST) {
            let Some(glyph) = self.face.glyph_index(character) else {
                at += em / 2.0;
                continue;
            };
            let advance = f64::from(self.face.glyph_hor_advance(glyph).unwrap_or(0));
            if let Some(form) = self.glyph(doc, glyph) {
                let name = format!("JkG{}", glyph.0);
                if at > drawn {
                    // Writing into a string does not fail.
                    let _ = write!(moves, "1 0 0 1 {} 0 cm ", at - drawn);
                    drawn = at;
                }
                let _ = writeln!(moves, "/{name} Do");
                if !line.glyphs.iter().any(|(known, _)| known == name.as_bytes()) {
                    line.glyphs.push((name.into_bytes(), form));
                }
            }
            at += advance;
        }
        let scale = (size / em).min(if at > 0.0 { room / at } else { size / em });
        let _ = writeln!(line.content, "{scale:.6} 0 0 {scale:.6} 0 0 cm");
        line.content.push_str(&moves);
        line
    }

    /// A glyph's form; `None` for one without an outline.
    fn glyph(&mut self, doc: &mut Document, glyph: GlyphId) -> Option<ObjectId> {
        if let Some(known) = self.glyphs.get(&glyph.0) {
            return *known;
        }
        let mut draw = Draw::default();
        let form = outlines::glyph(&mut draw, &self.face, glyph, IDENTITY).map(|corners| {
            let dict = dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "BBox" => reals(corners),
            };
            doc.add_object(flate_stream(dict, draw.finish().as_bytes()))
        });
        self.glyphs.insert(glyph.0, form);
        form
    }
}
