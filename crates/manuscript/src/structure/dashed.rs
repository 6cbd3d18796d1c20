//! Takes off the dashes that stand before and behind a line, as press releases set their subtitles (`- 다섯 곳에서 -`).
//!
//! The first one has the form of a bullet, so that the line would be an item that ends in a dash; and large as they are,
//! they head no text. A number between them is that of a page and is left to `noise`.

use std::ops::Range;

use crate::messages::Why;
use crate::source::{Block, BlockKind, Blocks, Change};

/// Signs that are such dashes; both of a line are one.
const DASHES: &str = "-–—―−ㅡ";

/// Makes running text of such lines that are items, or headings by their size alone, and takes the dashes off all.
pub fn take_off(blocks: &mut Blocks) {
    for block in &mut blocks.lines {
        let Some(range) = within(block) else { continue };
        let dash = |part: &str| part.trim().to_string();
        let text = block.words();
        let removed = [dash(&text[..range.start]), dash(&text[range.end..])];
        let removed = removed.join(" ").trim().to_string();
        let said = &mut block.said;
        let sized = said.taken.iter().any(|change| change.why == Why::HeadingSize);
        if sized || matches!(block.kind, BlockKind::Item(_)) {
            (block.kind, block.indent) = (BlockKind::Text, 0);
            said.taken.retain(|change| change.why != Why::HeadingSize);
        }
        said.runs = said.runs.cut(range);
        said.text = said.runs.text();
        said.taken.push(Change { why: Why::Dashes, removed, added: String::new() });
    }
}

/// Whether a line had them.
pub fn was_dashed(block: &Block) -> bool {
    block.said.taken.iter().any(|change| change.why == Why::Dashes)
}

/// Where the words between the dashes of a line stand in its words. An item has lost the first one already.
fn within(block: &Block) -> Option<Range<usize>> {
    let text = block.words();
    let item = matches!(block.kind, BlockKind::Item('-' | '–'));
    if !item && !matches!(block.kind, BlockKind::Text | BlockKind::Heading(_)) {
        return None;
    }
    let whole = if item { block.whole().trim_start() } else { text.trim_start() };
    let dash = whole.chars().next().filter(|sign| DASHES.contains(*sign))?;
    let start = if item { 0 } else { text.len() - whole.len() + dash.len_utf8() };
    let inner = text.get(start..)?.trim_end().strip_suffix(dash)?;
    let words = inner.trim();
    let spaced = inner.ends_with(char::is_whitespace);
    let even = spaced == whole[dash.len_utf8()..].starts_with(char::is_whitespace);
    // Without blanks around them they may be those of a word: `-씨-`.
    let says = words.contains(char::is_alphabetic) && (spaced || words.contains(' '));
    let more = words.starts_with(|c| DASHES.contains(c)) || words.ends_with(|c| DASHES.contains(c));
    let first = start + inner.len() - inner.trim_start().len();
    (even && says && !more).then_some(first..first + words.len())
}

#[cfg(test)]
mod tests {
    use super::{take_off, was_dashed};
    use crate::source::{Block, BlockKind, Blocks, Run, Runs, Said};

    fn read(kind: BlockKind, words: &str, whole: &str) -> (BlockKind, String, bool) {
        let runs = Runs { list: vec![Run::Text(words.into())], lines: vec![0] };
        let said = Said::new(runs, whole);
        let line = Block { kind, indent: 2, said, cells: vec![], breaks: false };
        let mut blocks = Blocks { lines: vec![line], ..Blocks::default() };
        take_off(&mut blocks);
        let line = &blocks.lines[0];
        (line.kind, line.words().to_string(), was_dashed(line))
    }

    #[test]
    fn a_pair_of_dashes_is_taken_off() {
        use BlockKind::{Heading, Item, Text};
        for (kind, words, whole, wanted, becomes) in [
            (Item('-'), "다섯 곳에서 -", "- 다섯 곳에서 -", "다섯 곳에서", Text),
            (Item('–'), "다섯 곳에서 ―", "― 다섯 곳에서 ―", "다섯 곳에서", Text),
            (Heading(2), "- 다섯 곳에서 -", "## - 다섯 곳에서 -", "다섯 곳에서", Heading(2)),
            (Text, "-다섯 곳에서-", "-다섯 곳에서-", "다섯 곳에서", Text),
        ] {
            assert_eq!(read(kind, words, whole), (becomes, wanted.into(), true), "{whole}");
        }
    }

    #[test]
    fn others_stay() {
        use BlockKind::{Item, Text};
        for (kind, words, whole) in [
            (Item('-'), "12 -", "- 12 -"),
            (Item('-'), "하나 -", "○ 하나 -"),
            (Item('-'), "하나-", "- 하나-"),
            (Item('-'), "-", "- -"),
            (Text, "-씨-", "-씨-"),
            (Text, "--", "--"),
            (Text, "-", "-"),
            (Text, "- 하나 –", "- 하나 –"),
            (Text, "--가 나--", "--가 나--"),
        ] {
            assert_eq!(read(kind, words, whole), (kind, words.into(), false), "{whole}");
        }
    }
}
