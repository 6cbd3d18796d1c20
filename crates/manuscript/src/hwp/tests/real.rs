//! Files of a folder, read as they are: what they hold is written beside them for others to compare.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use serde_json::{Value, json};

use crate::hwp::body::Body;
use crate::hwp::container::Container;
use crate::hwp::info::Info;
use crate::hwp::record::Records;
use crate::messages::Why;
use crate::office::{Form, Manuscript, Paragraph, Piece, Span, plain};

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
    /// The number of each note, and what stands before its mark.
    marks: Vec<(usize, String)>,
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
                Span::Note(number) => {
                    let before: String = self.text[start..].chars().rev().take(12).collect();
                    self.marks.push((*number, before.chars().rev().collect()));
                }
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
        "notes": manuscript.notes.iter().map(|note| plain::text(note)).collect::<Vec<_>>(), "marks": found.marks, "links": found.links,
    })
}

/// The files of the folder that an environment variable names.
fn files() -> Vec<PathBuf> {
    let folder = env::var("JIKJI_HWP_FILES").expect("JIKJI_HWP_FILES names a folder");
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "hwp"))
        .collect();
    files.sort();
    files
}

#[test]
#[ignore = "it reads the files of the folder that JIKJI_HWP_FILES names"]
fn files_of_a_folder_are_read() {
    for path in files() {
        let value = match crate::hwp::read(&fs::read(&path).expect("a file")) {
            Ok(manuscript) => described(&manuscript),
            Err(fault) => json!({ "refused": fault.message.code.to_string() }),
        };
        fs::write(path.with_extension("json"), value.to_string()).expect("room");
    }
}

/// A number that looks like chance, and is the same in each run.
fn chance(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state as usize
}

#[test]
#[ignore = "it damages the files of the folder that JIKJI_HWP_FILES names, JIKJI_HWP_RUNS times each"]
fn damaged_files_of_a_folder_do_no_harm() {
    let runs = env::var("JIKJI_HWP_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(100);
    let mut state = 0x9e37_79b9_7f4a_7c15;
    for path in files() {
        let bytes = fs::read(&path).expect("a file");
        let Ok(mut streams) = Container::open(&bytes) else { continue };
        let mut part = |path| streams.stream(path, true, 1 << 20).ok().flatten();
        let (Some(info), Some(body)) = (part("/DocInfo"), part("/BodyText/Section0")) else {
            continue;
        };
        for _ in 0..runs {
            let (mut info, mut body) = (info.clone(), body.clone());
            for _ in 0..1 + chance(&mut state) % 8 {
                for bytes in [&mut info, &mut body] {
                    let at = chance(&mut state) % bytes.len().max(1);
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = chance(&mut state) as u8;
                    }
                }
            }
            let records = Records::read(&info, "DocInfo");
            let info = records.map(|records| Info::read(&records)).unwrap_or_default();
            let mut streams = Container::open(&bytes).expect("it was opened");
            let _ = Body::new(&info, &mut streams, true).section("Section0", &body);
        }
    }
}
