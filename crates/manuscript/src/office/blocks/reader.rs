//! The state of the walk through a manuscript, and how a block is put down.

use std::collections::HashSet;

use super::pen::Ink;
use super::scale::Scale;
use super::words::{Words, change, said};
use crate::messages::Why;
use crate::office::{Manuscript, Picture, Piece};
use crate::source::{Block, BlockKind, Blocks};

/// A manuscript under way.
pub struct Reader<'m, 'r> {
    /// The manuscript.
    pub manuscript: &'m Manuscript,
    /// What only all of it tells.
    pub scale: Scale<'m>,
    /// What its words are written with.
    pub ink: Ink<'r>,
    /// The blocks so far.
    pub blocks: Blocks,
    /// The pictures so far, by the numbers of their blocks' art.
    pub pictures: Vec<Option<&'m Picture>>,
    /// Notes that stand below their marks.
    pub noted: HashSet<usize>,
    /// What stands in a cell or a note and can only stand below.
    pub aside: Vec<&'m Piece>,
}

impl Reader<'_, '_> {
    /// Parts what follows from what stands before it.
    pub fn blank(&mut self) {
        if self.blocks.lines.last().is_some_and(Block::is_text) {
            self.ink.ledger.line();
            self.push(BlockKind::Blank, 0, Words::default(), String::new());
        }
    }

    /// Puts down the block of the line that was counted last.
    pub fn push(&mut self, kind: BlockKind, indent: usize, words: Words, written: String) {
        let index = self.blocks.lines.len();
        let said = said(words, written, index);
        self.blocks.lines.push(Block { kind, indent, said, cells: vec![], breaks: false });
    }

    /// Tells of a block what is not to be seen in its words.
    pub fn remark(&mut self, index: usize, why: Why) {
        self.blocks.lines[index].said.taken.push(change(why, "", ""));
    }
}
