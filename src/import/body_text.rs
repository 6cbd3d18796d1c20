//! Writes the blocks of an article and its notes as jikji's Markdown, and enters where the lines of
//! the file stand in it.

use std::rc::Rc;

use super::draft::{Block, Brief};
use super::ledger::Ledger;
use super::markup::{self, Place};
use super::words::{Token, Words};

/// The text of an article's body; its first line is line `first` of the manifest.
pub fn write(brief: &Brief, field: &Rc<str>, first: usize, ledger: &mut Ledger) -> String {
    let mut body = Body { text: String::new(), line: first, field, ledger };
    let mut before: Option<&Block> = None;
    for block in &brief.body {
        if before.is_some_and(|before| is_parted(before, block)) {
            body.blank();
        }
        body.block(block);
        before = Some(block);
    }
    for (number, note) in brief.notes.iter().enumerate() {
        body.blank();
        let text = markup::write(note, Place::Line { indent: 4 });
        body.add(&format!("[^{}]: {text}", number + 1), &note.lines);
    }
    body.text.truncate(body.text.trim_end_matches('\n').len());
    body.text
}

/// Whether a blank line stands between two blocks.
fn is_parted(before: &Block, block: &Block) -> bool {
    let one_list = matches!((before, block), (Block::Item(..), Block::Item(..)));
    !one_list && !matches!(before, Block::Subhead(_))
}

struct Body<'f, 'l> {
    text: String,
    /// The line of the manifest under way.
    line: usize,
    field: &'f Rc<str>,
    ledger: &'l mut Ledger,
}

impl Body<'_, '_> {
    fn blank(&mut self) {
        self.add("", &[]);
    }

    /// Adds a piece that came from some lines of the file.
    fn add(&mut self, piece: &str, from: &[usize]) {
        self.ledger.placed(from, self.field, self.line);
        self.text.push_str(piece);
        self.text.push('\n');
        self.line += 1 + piece.matches('\n').count();
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Subhead(words) => {
                let text = markup::write_subhead(&without_breaks(words));
                self.add(&format!("## {text}"), &words.lines);
            }
            Block::Paragraph(words) => {
                self.add(&markup::write(words, Place::Line { indent: 0 }), &words.lines);
            }
            Block::Item(level, words) => {
                let indent = level * 2;
                let text = markup::write(words, Place::Line { indent });
                self.add(&format!("{}- {text}", " ".repeat(indent - 2)), &words.lines);
            }
            Block::Table(rows) => self.table(rows),
        }
    }

    fn table(&mut self, rows: &[Vec<Words>]) {
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<String> =
                row.iter().map(|cell| markup::write(cell, Place::Cell)).collect();
            let from: Vec<usize> = row.iter().flat_map(|cell| cell.lines.iter().copied()).collect();
            self.add(&format!("| {} |", cells.join(" | ")), &from);
            if number == 0 {
                self.add(&format!("|{}", "---|".repeat(row.len())), &[]);
            }
        }
    }
}

/// A heading is one line.
fn without_breaks(words: &Words) -> Words {
    let tokens = words.tokens.iter().map(|token| match token {
        Token::Break => Token::Text(" ".into()),
        token => token.clone(),
    });
    Words { tokens: tokens.collect(), lines: words.lines.clone() }
}
