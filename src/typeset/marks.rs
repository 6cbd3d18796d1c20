//! Gives each glyph of a letter with marks the character it shows.
//!
//! Typst says of all glyphs of such a cluster that they show all of it. Readers of a PDF that know nothing of
//! replacement texts would find the letter and its mark once for each glyph, and the mark at every such letter of
//! the number. Positions and glyphs are never changed.

use std::ops::Range;

use typst::text::TextItem;

use jikji_prose::clusters::{is_conjoining, is_tone, marked};

/// Whether a text has letters with marks.
pub fn any(item: &TextItem) -> bool {
    marked(&item.text).next().is_some()
}

/// Lets the glyphs of clusters say what they show, where each is its font's glyph for one character, or where
/// jamo follow each other. A tone, which stands before its syllable but is read after it, stays as it is.
pub fn part(item: &mut TextItem) {
    let mut parted: Vec<Range<usize>> = vec![];
    let TextItem { text, glyphs, font, .. } = &mut *item;
    for cluster in glyphs.chunk_by_mut(|a, b| a.range == b.range) {
        let range = cluster[0].range();
        let Some(shown) = text.get(range.clone()) else { continue };
        let chars: Vec<(usize, char)> = shown.char_indices().collect();
        if chars.len() < 2 || chars.iter().any(|&(_, c)| is_tone(c)) {
            continue;
        }
        let own = |c: char| font.ttf().glyph_index(c).map(|glyph| glyph.0);
        let jamo = chars.len() == cluster.len() && chars.iter().all(|&(_, c)| is_conjoining(c));
        // A mark that stands twice is shown by two glyphs, the first by the first.
        let mut left: Vec<(usize, char)> = chars.clone();
        let mut shows = |(place, glyph): (usize, u16)| match jamo {
            true => chars.get(place).copied(),
            false => {
                let of_glyph = |&(_, c): &(usize, char)| own(c) == Some(glyph);
                match left.iter().position(of_glyph) {
                    Some(next) => Some(left.remove(next)),
                    None => chars.iter().copied().find(of_glyph),
                }
            }
        };
        let glyphs = cluster.iter().map(|glyph| glyph.id).enumerate();
        let Some(shown) = glyphs.map(&mut shows).collect::<Option<Vec<_>>>() else { continue };
        for (glyph, (at, c)) in cluster.iter_mut().zip(shown) {
            // No longer than the range it is a part of.
            let start = glyph.range.start + at as u16;
            glyph.range = start..start + c.len_utf8() as u16;
        }
        parted.push(range);
    }
    leave_out(item, &parted);
}

/// Takes out of a text what stands in these ranges and is shown by no glyph of it: another text shows it.
fn leave_out(item: &mut TextItem, parted: &[Range<usize>]) {
    let shown = |at: usize| item.glyphs.iter().any(|glyph| glyph.range().contains(&at));
    let lost: Vec<(usize, char)> = (parted.iter())
        .flat_map(|range| {
            item.text[range.clone()].char_indices().map(|(at, c)| (range.start + at, c))
        })
        .filter(|&(at, _)| !shown(at))
        .collect();
    if lost.is_empty() {
        return;
    }
    let moved = |offset: u16| {
        let before = lost.iter().take_while(|(at, _)| *at < usize::from(offset));
        offset - before.map(|(_, c)| c.len_utf8() as u16).sum::<u16>()
    };
    let ranges = item.glyphs.iter().map(|glyph| moved(glyph.range.start)..moved(glyph.range.end));
    let ranges: Vec<_> = ranges.collect();
    let kept = item.text.char_indices().filter(|(at, _)| lost.iter().all(|(lost, _)| lost != at));
    item.text = kept.map(|(_, c)| c).collect();
    item.glyphs.iter_mut().zip(ranges).for_each(|(glyph, range)| glyph.range = range);
}
