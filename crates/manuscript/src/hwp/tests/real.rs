//! Files of a folder, read as they are: what they hold is written beside them for others to compare.

use std::collections::BTreeMap;
use std::{env, fs};

use serde_json::{Value, json};

use crate::messages::Why;
use crate::office::{Form, Manuscript, Paragraph, Piece, Span};

/// What a manuscript holds, counted.
#[derive(Default)]
struct Found {
    text: String,
    out: BTreeMap<String, String>,
    changed: BTreeMap<String, usize>,
    cells: Vec<[u32; 4]>,
    rows: Vec<usize>,
    pictures: Vec<(String, usize)>,
    forms: Vec<String>,
    marks: Vec<usize>,
    links: Vec<String>,
}

impl Found {
    fn left_out(&mut self, why: Why, text: &str) {
        let of = self.out.entry(format!("{why:?}")).or_default();
        *of += text;
        of.push('\n');
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Paragraph(paragraph) => self.paragraph(paragraph),
                Piece::Table(table) => {
                    self.rows.push(table.rows.len());
                    table.caption.iter().for_each(|line| self.paragraph(line));
                    for (row, cell) in
                        table.rows.iter().enumerate().flat_map(|(row, cells)| {
                            cells.iter().map(move |cell| (row as u32, cell))
                        })
                    {
                        self.cells.push([row, cell.column, cell.down, cell.across]);
                        self.pieces(&cell.pieces);
                    }
                }
                Piece::Picture(picture) => {
                    self.pictures.push((picture.name.clone(), picture.bytes.len()));
                    picture.caption.iter().for_each(|line| self.paragraph(line));
                }
                Piece::Chart(_) => {}
                Piece::Out(out) => self.left_out(out.why, &out.text),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let start = self.text.len();
        for span in &paragraph.spans {
            match span {
                Span::Text { text, .. } => self.text += text,
                Span::Link(address) => self.links.push(address.clone()),
                Span::LinkEnd => {}
                Span::Break => self.text.push('\n'),
                Span::Tab => self.text.push('\t'),
                Span::Note(number) => self.marks.push(*number),
                Span::Out(out) => self.left_out(out.why, &out.text),
                Span::Changed(why) => *self.changed.entry(format!("{why:?}")).or_default() += 1,
            }
        }
        if paragraph.form != Form::Text {
            let form = format!("{:?} {}", paragraph.form, &self.text[start..]);
            self.forms.push(form);
        }
        self.text.push('\n');
    }
}

fn described(manuscript: &Manuscript) -> Value {
    let mut found = Found::default();
    found.pieces(&manuscript.pieces);
    manuscript.notes.iter().for_each(|note| found.pieces(note));
    json!({
        "text": found.text, "out": found.out, "changed": found.changed, "cells": found.cells,
        "rows": found.rows, "pictures": found.pictures, "forms": found.forms,
        "notes": manuscript.notes.len(), "marks": found.marks, "links": found.links,
    })
}

#[test]
#[ignore = "it reads the files of the folder that JIKJI_HWP_FILES names"]
fn files_of_a_folder_are_read() {
    let folder = env::var("JIKJI_HWP_FILES").expect("JIKJI_HWP_FILES names a folder");
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "hwp"))
        .collect();
    names.sort();
    for path in names {
        let value = match crate::hwp::read(&fs::read(&path).expect("a file")) {
            Ok(manuscript) => described(&manuscript),
            Err(fault) => json!({ "refused": fault.message.code.to_string() }),
        };
        fs::write(path.with_extension("json"), value.to_string()).expect("room");
    }
}
