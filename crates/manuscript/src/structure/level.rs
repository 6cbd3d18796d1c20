//! Finds the level of the articles' headings.
//!
//! It is the one that parts the text so that most pieces hold one anchor: one block of key points,
//! or one of sources. A text without either is judged by the contents list, or by which headings
//! have words of their own.

use super::heads::Heading;
use crate::source::Blocks;
use crate::text::vocabulary;

/// The level most articles' headings have.
pub fn of_articles(blocks: &Blocks, heads: &[Heading]) -> u8 {
    let keys: Vec<usize> = heads.iter().filter(|head| head.is_key).map(|head| head.line).collect();
    let anchors = match keys.is_empty() {
        false => keys,
        true => source_lines(blocks, heads.first().map_or(0, |head| head.line)),
    };
    let plain: Vec<&Heading> =
        heads.iter().filter(|head| !head.is_key && !head.glyph && head.level > 0).collect();
    let scores: Vec<(u8, usize)> =
        (1..=6).map(|level| (level, pieces_with_one(&plain, level, &anchors))).collect();
    let most = scores.iter().map(|(_, score)| *score).max().unwrap_or(0);
    if most == 0 {
        return by_list(&plain).unwrap_or_else(|| by_words(&plain));
    }
    // Of levels that part the text alike, the one whose titles are listed; then not that of
    // sections, which have no words of their own; then the uppermost.
    let listed = |level: u8| plain.iter().filter(|h| h.entry && h.level == level).count();
    let alike = scores.into_iter().filter(|(_, score)| *score == most).map(|(level, _)| level);
    alike
        .min_by_key(|level| (usize::MAX - listed(*level), is_hollow(&plain, *level), *level))
        .unwrap_or(2)
}

/// Whether most headings of a level have no words of their own.
fn is_hollow(plain: &[&Heading], level: u8) -> bool {
    let of_level = || plain.iter().filter(|head| head.level == level);
    let hollow = of_level().filter(|head| !head.direct && !head.next_key).count();
    hollow * 2 > of_level().count()
}

/// How many pieces that a heading of `level` opens hold exactly one anchor, if all headings of that
/// level and above part the text.
fn pieces_with_one(plain: &[&Heading], level: u8, anchors: &[usize]) -> usize {
    let cuts: Vec<&&Heading> = plain.iter().filter(|head| head.level <= level).collect();
    let mut count = 0;
    for (index, cut) in cuts.iter().enumerate().filter(|(_, cut)| cut.level == level) {
        let end = cuts.get(index + 1).map_or(usize::MAX, |next| next.line);
        let first = anchors.partition_point(|anchor| *anchor < cut.line);
        let last = anchors.partition_point(|anchor| *anchor < end);
        count += usize::from(last - first == 1);
    }
    count
}

/// The lines that open sources.
pub fn source_lines(blocks: &Blocks, from: usize) -> Vec<usize> {
    let is_source = |index: &usize| {
        let line = &blocks.lines[*index];
        line.is_text() && vocabulary::source(line.words()).is_some()
    };
    (from..blocks.lines.len()).filter(is_source).collect()
}

/// The level of most headings that the contents list has.
fn by_list(plain: &[&Heading]) -> Option<u8> {
    let count = |level: u8| plain.iter().filter(|head| head.entry && head.level == level).count();
    (1..=6).rev().max_by_key(|level| count(*level)).filter(|level| count(*level) > 0)
}

/// The uppermost level whose headings mostly have words of their own.
fn by_words(plain: &[&Heading]) -> u8 {
    let full = |level: u8| {
        let of_level: Vec<_> = plain.iter().filter(|head| head.level == level).collect();
        let direct = of_level.iter().filter(|head| head.direct).count();
        !of_level.is_empty() && direct * 2 >= of_level.len()
    };
    (1..=6).find(|level| full(*level)).unwrap_or(2)
}
