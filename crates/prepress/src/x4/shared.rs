//! Shapes that come again, such as glyphs drawn as outlines: each is a small form that all pages share.
//!
//! A form takes colour, line and overprinting from where it is drawn, so that nothing looks otherwise.

use std::ops::Range;

use lopdf::{ObjectId, dictionary};

use super::content::Rewriter;
use super::space::Mode;
use crate::pdf::content::Lexer;
use crate::pdf::write::{flate_stream, reals};

/// Shapes of fewer bytes stay where they are.
const LEAST: usize = 48;
/// Most shapes that are shared.
const MOST: usize = 100_000;

impl Rewriter<'_, '_, '_> {
    /// Draws the shape at this place of the input, from its first point to its painting, by its form.
    pub(super) fn shared(&mut self, at: Range<usize>) {
        let conversion = &mut *self.conversion;
        let Some(shape) = self.input.get(at.clone()) else { return };
        if conversion.outlines.is_none() || self.mode == Mode::Mask || shape.len() < LEAST {
            return;
        }
        let id: ObjectId = match conversion.shapes.get(shape) {
            Some(known) => *known,
            None if conversion.shapes.len() >= MOST => return,
            None => {
                let Some(corners) = corners(shape) else { return };
                let form = dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "BBox" => reals(corners),
                };
                let id = conversion.doc.add_object(flate_stream(form, shape));
                conversion.shapes.insert(shape.to_vec(), id);
                id
            }
        };
        let name = format!("JkS{}", id.0);
        self.resources.set("XObject", name.as_bytes(), id.into());
        self.replace(at, format!("/{name} Do").as_bytes());
    }
}

/// The box around a shape's points; none where something else is among them than points and a fill.
fn corners(shape: &[u8]) -> Option<[f64; 4]> {
    let mut corners: Option<[f64; 4]> = None;
    let mut lexer = Lexer::new(shape);
    while let Some(op) = lexer.next_operator() {
        match op.operator {
            b"m" | b"l" | b"c" | b"v" | b"y" => {}
            b"h" | b"f" | b"F" | b"f*" => continue,
            _ => return None,
        }
        for pair in op.numbers().chunks_exact(2) {
            let [x, y] = [pair[0], pair[1]];
            let [left, bottom, right, top] = corners.unwrap_or([x, y, x, y]);
            corners = Some([left.min(x), bottom.min(y), right.max(x), top.max(y)]);
        }
    }
    corners
}
