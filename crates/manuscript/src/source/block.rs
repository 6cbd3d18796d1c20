//! The blocks of a manuscript, in order.

use super::eojeol::Eojeols;
use super::ledger::{Change, Ledger, Question};
use super::runs::Runs;
use crate::messages::Why;

/// What a block is by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Nothing: it parts what stands around it.
    Blank,
    /// Something that is no part of the text and has been entered as left out.
    Noise,
    /// A heading, by its level from 1 to 6.
    Heading(u8),
    /// A list item, by the sign it begins with; all signs of one kind are one. A number (`1`, `①`, `가`)
    /// stays in the text, other signs do not.
    Item(char),
    /// A row of a table that the file sets as one.
    Row,
    /// A row of what reads as a table: its cells are parted by tabs.
    Tabbed,
    /// The line under the head of a table.
    TableRule,
    /// The caption of the table right below it.
    Caption,
    /// Something that is no text, by its number in [`Blocks::art`]; its words are its caption.
    Art(usize),
    /// Anything else.
    Text,
}

/// Words of the file: how they read, how they are written, and what was taken off them.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// How they read.
    pub runs: Runs,
    /// The same as plain text, blanks as they are.
    pub text: String,
    /// How the file writes them.
    pub written: String,
    /// What was taken off them.
    pub taken: Vec<Change>,
    /// What the editor is asked about them.
    pub asked: Vec<Question>,
}

impl Said {
    /// Words of which nothing was taken off.
    pub fn new(runs: Runs, written: impl Into<String>) -> Self {
        let text = runs.text();
        Self { runs, text, written: written.into(), ..Self::default() }
    }

    /// The words; what was taken off them is entered.
    pub fn take(&self, ledger: &mut Ledger) -> &Runs {
        // What a block was joined to has been entered under its own line.
        if let Some(line) = self.runs.line() {
            self.taken.iter().for_each(|change| ledger.change(line, change));
        }
        self.asked.iter().for_each(|question| ledger.push(question.clone()));
        &self.runs
    }
}

/// A line or a paragraph of the file. Its place is its number among all blocks.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// How far in it stands, in columns or levels.
    pub indent: usize,
    /// Its words, without what makes it a heading or an item; of a row, all of them.
    pub said: Said,
    /// The cells of a row.
    pub cells: Vec<Said>,
    /// Whether the line ends here where the next one goes on with it.
    pub breaks: bool,
}

impl Block {
    /// Its words as plain text.
    pub fn words(&self) -> &str {
        &self.said.text
    }

    /// The whole of it, as the file writes it.
    pub fn whole(&self) -> &str {
        &self.said.written
    }

    /// Its length as written, in characters.
    pub fn length(&self) -> usize {
        self.said.written.chars().count()
    }

    /// Whether it has words.
    pub fn is_text(&self) -> bool {
        !matches!(self.kind, BlockKind::Blank | BlockKind::Noise)
    }

    /// The level of a heading.
    pub fn level(&self) -> Option<u8> {
        if let BlockKind::Heading(level) = self.kind { Some(level) } else { None }
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.level().is_some()
    }

    /// Whether it is a row of a table.
    pub fn is_row(&self) -> bool {
        matches!(self.kind, BlockKind::Row | BlockKind::Tabbed | BlockKind::TableRule)
    }
}

/// What stands in a text and is no text.
#[derive(Debug, Clone, PartialEq)]
pub enum Art {
    /// A picture.
    Picture {
        /// Its description.
        alt: String,
    },
    /// A chart.
    Chart(Chart),
}

/// A chart of which the numbers are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it counts by.
    pub categories: Vec<String>,
    /// Its series: a name, and a value for each category.
    pub series: Vec<(String, Vec<f64>)>,
}

/// All blocks of a file.
#[derive(Debug, Default)]
pub struct Blocks {
    /// The blocks, in order.
    pub lines: Vec<Block>,
    /// What stands among them and is no text.
    pub art: Vec<Art>,
    /// The words of a number, whose lines may be those of pages; of others none.
    pub eojeols: Eojeols,
}

impl Blocks {
    /// The words of a block; what was taken off them is entered.
    pub fn take(&self, index: usize, ledger: &mut Ledger) -> &Runs {
        self.lines[index].said.take(ledger)
    }

    /// Learns its words, by which lines that break inside one are told.
    pub fn learn(&mut self) {
        let texts = self.lines.iter().filter(|line| line.is_text()).map(Block::words);
        self.eojeols = Eojeols::of(texts);
    }

    /// Leaves a block out.
    pub fn drop(&mut self, index: usize, why: Why, ledger: &mut Ledger) {
        self.leave_out(index, why, ledger);
        self.lines[index].kind = BlockKind::Noise;
    }

    /// Puts the words of the blocks after `first`, up to `last`, to its own; each keeps how the file writes it.
    pub fn join(&mut self, first: usize, last: usize, ledger: &mut Ledger) {
        for index in first + 1..=last {
            if !self.lines[index].is_text() {
                continue;
            }
            let more = std::mem::take(&mut self.lines[index].said);
            let line = more.runs.line().unwrap_or(index);
            more.taken.iter().for_each(|change| ledger.change(line, change));
            ledger.remarked(line, Why::Joined);
            self.lines[index].kind = BlockKind::Noise;
            self.lines[index].said.written = more.written;
            let said = &mut self.lines[first].said;
            let between = self.eojeols.between(&said.text, &more.text);
            said.runs.join(more.runs, between);
            said.asked.extend(more.asked);
            said.text = said.runs.text();
        }
    }

    /// Enters a block as left out, with those that were put to it.
    pub fn leave_out(&self, index: usize, why: Why, ledger: &mut Ledger) {
        let more = self.lines[index].said.runs.lines.iter().filter(|line| **line != index);
        for line in std::iter::once(&index).chain(more) {
            ledger.left_out(*line, why, self.lines[*line].whole());
        }
    }

    /// Enters a block as left out because another (`twin`), if there is one, says the same.
    pub fn leave_out_for(&self, index: usize, why: Why, twin: Option<usize>, ledger: &mut Ledger) {
        self.leave_out(index, why, ledger);
        ledger.twin(index, twin);
    }

    /// Takes blocks out of the text; what became of them has been entered.
    pub fn settle(&mut self, lines: impl IntoIterator<Item = usize>) {
        for index in lines {
            if self.lines[index].kind != BlockKind::Blank {
                self.lines[index].kind = BlockKind::Noise;
            }
        }
    }

    /// The next block with words from `index` on, before `end`.
    pub fn full(&self, index: usize, end: usize) -> Option<usize> {
        (index..end.min(self.lines.len())).find(|i| self.lines[*i].is_text())
    }

    /// Whether nothing stands right before a block.
    pub fn is_parted(&self, index: usize) -> bool {
        index == 0 || !self.lines[index - 1].is_text()
    }
}
