//! Takes the joiners out of laid-out pages, and lets each glyph show its own characters.
//!
//! U+2060 keeps eojeol whole while lines are broken, U+200B lets a layout break a long address. Neither
//! has a glyph, both only ride in the text of the glyph before them; once lines stand they must not
//! reach an exported file, where they would spoil search and copying. Positions and glyphs are never
//! changed. An author's text has neither: the prose room takes them out.

use ecow::EcoVec;
use typst::layout::{Frame, FrameItem};
use typst::model::Document;
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};

use super::marks;
use crate::compose::markup::{WORD_JOINER, ZERO_WIDTH_SPACE};

/// What only serves line breaking: WORD JOINER and ZERO WIDTH SPACE, three bytes each in UTF-8.
pub const HELPERS: [char; 2] = [WORD_JOINER, ZERO_WIDTH_SPACE];

/// Their length in UTF-8.
const HELPER_LEN: usize = 3;

/// The same document without joiners in its texts.
pub fn without_joiners(document: PagedDocument) -> PagedDocument {
    let info = Document::info(&document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    // Frames that nothing else holds any more are changed in place.
    drop(document);
    for page in pages.make_mut() {
        strip_frame(&mut page.frame);
    }
    PagedDocument::new(pages, info)
}

fn strip_frame(frame: &mut Frame) {
    if !is_touched(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => strip_frame(&mut group.frame),
            FrameItem::Text(text) => {
                strip_text(text);
                if marks::any(text) {
                    marks::part(text);
                }
            }
            _ => {}
        }
        true
    });
}

fn is_touched(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => is_touched(&group.frame),
        FrameItem::Text(text) => text.text.contains(HELPERS) || marks::any(text),
        _ => false,
    })
}

fn strip_text(item: &mut TextItem) {
    if !item.text.contains(HELPERS) {
        return;
    }
    // Bytes to take off an offset: the joiners that end at or before it.
    let joiners: Vec<usize> = item.text.match_indices(HELPERS).map(|(at, _)| at).collect();
    let moved = |offset: u16| {
        let before = joiners.partition_point(|&at| at < usize::from(offset));
        offset - u16::try_from(before * HELPER_LEN).unwrap_or(offset)
    };
    for glyph in &mut item.glyphs {
        glyph.range = moved(glyph.range.start)..moved(glyph.range.end);
    }
    item.text = item.text.chars().filter(|c| !HELPERS.contains(c)).collect();
}
