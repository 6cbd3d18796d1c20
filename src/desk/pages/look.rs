//! What a page looks like, as a name: two pages of one name look the same.
//!
//! Typst's own digests of a page count where in the markup its letters come from, which moves whenever
//! something before them does. Here only what is seen counts.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem, Point};
use typst::text::TextItem;
use typst_layout::Page;

/// The name of what a page looks like.
pub fn name(page: &Page) -> String {
    format!("{:032x}", typst::utils::hash128(&Seen(page)))
}

struct Seen<'p>(&'p Page);

impl Hash for Seen<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fill_or_white().hash(state);
        frame(&self.0.frame, state);
    }
}

/// Frames are as deep as the markup is nested.
fn frame<H: Hasher>(seen: &Frame, state: &mut H) {
    seen.size().hash(state);
    for (at, item) in seen.items() {
        match item {
            FrameItem::Group(group) => {
                begin(0, *at, state);
                group.transform.hash(state);
                group.clip.hash(state);
                frame(&group.frame, state);
            }
            FrameItem::Text(item) => {
                begin(1, *at, state);
                text(item, state);
            }
            FrameItem::Shape(shape, _) => {
                begin(2, *at, state);
                shape.hash(state);
            }
            FrameItem::Image(image, size, _) => {
                begin(3, *at, state);
                (image, size).hash(state);
            }
            // Nothing of them is seen.
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
    u8::MAX.hash(state);
}

fn begin<H: Hasher>(kind: u8, at: Point, state: &mut H) {
    (kind, at).hash(state);
}

fn text<H: Hasher>(item: &TextItem, state: &mut H) {
    (&item.font, item.size, &item.fill, &item.stroke).hash(state);
    item.glyphs.len().hash(state);
    for glyph in &item.glyphs {
        (glyph.id, glyph.x_advance, glyph.x_offset, glyph.y_advance, glyph.y_offset).hash(state);
    }
}
