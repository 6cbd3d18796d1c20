//! Settles the blocks of a text once all of them are known: levels no list has, paragraphs in the
//! middle of a list, blocks with nothing to show.

use crate::draft::Passage;
use crate::messages::Why;
use crate::source::{Ledger, Runs};
use jikji_prose::levels::DEEPEST;

/// Brackets and quotes, which are no signs.
const OPENING: &str = "<〈《「『｢【〔[(“‘\"'";

/// The blocks in an order and at levels that jikji's Markdown can write.
pub fn settle(blocks: Vec<Passage>, ledger: &mut Ledger) -> Vec<Passage> {
    let mut kept: Vec<Passage> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block.words() {
            Some(words) if words.is_empty() => leave_out(words, ledger),
            _ => kept.push(block),
        }
    }
    captions(&mut kept);
    in_list(&mut kept, ledger);
    level(&mut kept, ledger);
    kept
}

/// The caption of what became no table is a paragraph.
fn captions(blocks: &mut [Passage]) {
    for index in 0..blocks.len() {
        let heads = matches!(blocks.get(index + 1), Some(Passage::Table(_)));
        if let (Passage::Caption(words), false) = (&mut blocks[index], heads) {
            blocks[index] = Passage::Paragraph(std::mem::take(words));
        }
    }
}

/// A paragraph between an item and one below it would end the list; it becomes an item. Several end it, as the date and
/// the sender of a letter do, unless they are remarks.
fn in_list(blocks: &mut [Passage], ledger: &mut Ledger) {
    for index in (1..blocks.len().saturating_sub(1)).rev() {
        let deeper = match &blocks[index + 1] {
            Passage::Item(level, _) if *level > 1 => *level,
            _ => continue,
        };
        let belongs = match (&blocks[index - 1], &blocks[index]) {
            (Passage::Item(..), _) => true,
            (Passage::Paragraph(_), Passage::Paragraph(words)) => is_remark(words),
            _ => false,
        };
        if !belongs {
            continue;
        }
        if let Passage::Paragraph(words) = &mut blocks[index] {
            let words = std::mem::take(words);
            if let Some(line) = words.line() {
                ledger.remarked(line, Why::ListMark);
            }
            blocks[index] = Passage::Item(deeper, words);
        }
    }
}

/// Whether a paragraph begins with a sign (`※`, `⇨`), and so says something about what is above it.
fn is_remark(words: &Runs) -> bool {
    let words = words.plain();
    let first = words.trim_start().chars().next();
    first.is_some_and(|first| !first.is_alphanumeric() && !OPENING.contains(first))
}

/// Each item at most one level below the one that it stands in, and none too deep; equals stay equals.
fn level(blocks: &mut [Passage], ledger: &mut Ledger) {
    // The items that the next may stand in: the level of each, and the one that it got.
    let mut open: Vec<(usize, usize)> = vec![];
    for block in blocks {
        let Passage::Item(level, words) = block else {
            open.clear();
            continue;
        };
        while open.last().is_some_and(|(own, _)| *own > *level) {
            open.pop();
        }
        let fitting = match open.last() {
            Some((own, got)) if *own == *level => *got,
            Some((_, got)) => (*level).min(got + 1).min(DEEPEST),
            None => (*level).min(1),
        };
        open.push((*level, fitting));
        if fitting != *level
            && let Some(line) = words.line()
        {
            ledger.remarked(line, Why::Level);
        }
        *level = fitting;
    }
}

/// Enters words that show nothing as left out.
pub fn leave_out(words: &Runs, ledger: &mut Ledger) {
    for line in &words.lines {
        ledger.left_out_as_read(*line, Why::Empty);
    }
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::draft::Passage;
    use crate::source::{Ledger, Runs};

    #[test]
    fn equals_stay_equals_where_they_stand_too_deep() {
        let items = |levels: &[usize]| {
            let item = |level: &usize| Passage::Item(*level, Runs::plain_text("가", &[0]));
            let settled = settle(levels.iter().map(item).collect(), &mut Ledger::new(1));
            let level = |passage: &Passage| match passage {
                Passage::Item(level, _) => *level,
                other => panic!("{other:?}"),
            };
            settled.iter().map(level).collect::<Vec<usize>>()
        };
        assert_eq!(items(&[1, 2, 3, 2, 1]), [1, 2, 3, 2, 1]);
        assert_eq!(items(&[3, 3, 3]), [1, 1, 1]);
        assert_eq!(items(&[1, 3, 3, 2, 3]), [1, 2, 2, 2, 3]);
        assert_eq!(items(&[2, 1, 2]), [1, 1, 2]);
    }
}
