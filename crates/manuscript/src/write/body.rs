//! Writes the blocks of an article and its notes as jikji's Markdown, and enters where the lines of
//! the file stand in it.

use std::rc::Rc;

use super::prose::{self, Place};
use crate::draft::{Brief, Image, Passage};
use crate::source::{Ledger, Runs};

/// The text of an article's body; its first line is line `first` of the manifest.
pub fn write(brief: &Brief, field: &Rc<str>, first: usize, ledger: &mut Ledger) -> String {
    let mut body = Body { text: String::new(), line: first, field, ledger };
    let mut before: Option<&Passage> = None;
    for passage in &brief.body {
        if before.is_some_and(|before| is_parted(before, passage)) {
            body.blank();
        }
        body.passage(passage);
        before = Some(passage);
    }
    for (number, note) in brief.notes.iter().enumerate() {
        body.blank();
        let text = prose::write(note, Place::Line { indent: 4 });
        body.add(&format!("[^{}]: {text}", number + 1), &note.lines);
    }
    body.text.truncate(body.text.trim_end_matches('\n').len());
    body.text
}

/// Whether a blank line stands between two blocks.
fn is_parted(before: &Passage, passage: &Passage) -> bool {
    let one_list = matches!((before, passage), (Passage::Item(..), Passage::Item(..)));
    !one_list && !matches!(before, Passage::Subhead(_))
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

    fn passage(&mut self, passage: &Passage) {
        match passage {
            Passage::Subhead(words) => {
                let text = prose::write_subhead(&words.clone().without_breaks());
                self.add(&format!("## {text}"), &words.lines);
            }
            Passage::Paragraph(words) => {
                self.add(&prose::write(words, Place::Line { indent: 0 }), &words.lines);
            }
            Passage::Item(level, words) => {
                let indent = level * 2;
                let text = prose::write(words, Place::Line { indent });
                self.add(&format!("{}- {text}", " ".repeat(indent - 2)), &words.lines);
            }
            Passage::Table(rows) => self.table(rows),
            Passage::Caption(words) => {
                let text = prose::write(&words.clone().without_breaks(), Place::Line { indent: 2 });
                self.add(&format!(": {text}"), &words.lines);
            }
            Passage::Picture(image) => self.picture(image),
        }
    }

    /// A picture in a paragraph of its own. Its description and its caption are plain text.
    fn picture(&mut self, image: &Image) {
        let escaped = |text: &str, signs: &str| {
            text.chars().fold(String::new(), |mut out, c| {
                out.extend(signs.contains(c).then_some('\\'));
                out.push(c);
                out
            })
        };
        let caption = match image.caption.plain() {
            caption if caption.is_empty() => caption,
            caption => format!(" \"{}\"", escaped(&caption, "\\\"&")),
        };
        let alt = escaped(&image.alt, "\\[]*_`<&");
        self.add(&format!("![{alt}]({}{caption})", image.file), &image.caption.lines);
    }

    fn table(&mut self, rows: &[Vec<Runs>]) {
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<String> =
                row.iter().map(|cell| prose::write(cell, Place::Cell)).collect();
            let from: Vec<usize> = row.iter().flat_map(|cell| cell.lines.iter().copied()).collect();
            self.add(&format!("| {} |", cells.join(" | ")), &from);
            if number == 0 {
                self.add(&format!("|{}", "---|".repeat(row.len())), &[]);
            }
        }
    }
}
