//! Takes the joiners out of the texts of laid-out pages.
//!
//! U+2060 keeps eojeol whole while lines are broken, U+200B lets a layout break a long address. Neither
//! has a glyph, both only ride in the text of the glyph before them; once lines stand they must not
//! reach an exported file, where they would spoil search and copying. Positions and glyphs are never
//! changed. An author's text has neither: the prose room takes them out.

use typst::text::TextItem;

use crate::compose::markup::{WORD_JOINER, ZERO_WIDTH_SPACE};

/// What only serves line breaking: WORD JOINER and ZERO WIDTH SPACE, three bytes each in UTF-8.
pub const HELPERS: [char; 2] = [WORD_JOINER, ZERO_WIDTH_SPACE];

/// Their length in UTF-8.
const HELPER_LEN: usize = 3;

/// Takes the joiners out of a text.
pub fn strip(item: &mut TextItem) {
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
