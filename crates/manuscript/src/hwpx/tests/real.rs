//! Files of a folder, read as they are: what they hold, by its kind, is written beside them for others to compare.

use std::collections::BTreeMap;
use std::{env, fs};

use serde_json::{Value, json};

use crate::office::{Form, Manuscript, Out, Paragraph, Piece, Span};

/// What a manuscript holds, by where it stands.
#[derive(Default)]
struct Found {
    texts: BTreeMap<&'static str, String>,
    out: BTreeMap<String, String>,
    changed: BTreeMap<String, usize>,
    tables: Vec<Vec<[u32; 4]>>,
    pictures: Vec<(String, usize)>,
    charts: usize,
    forms: Vec<String>,
    /// Where marks of notes stand: the letters of their paragraph before them.
    marks: Vec<(usize, String)>,
    links: Vec<String>,
}

impl Found {
    fn left_out(&mut self, out: &Out) {
        let of = self.out.entry(format!("{:?}", out.why)).or_default();
        *of += &format!("{}\n", out.text);
    }

    fn pieces(&mut self, pieces: &[Piece], kind: &'static str) {
        for piece in pieces {
            match piece {
                Piece::Paragraph(paragraph) => self.paragraph(paragraph, kind),
                Piece::Table(table) => {
                    table.caption.iter().for_each(|line| self.paragraph(line, "caption"));
                    let mut cells = vec![];
                    for (row, cell) in (0..)
                        .zip(&table.rows)
                        .flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)))
                    {
                        cells.push([row, cell.column, cell.down, cell.across]);
                        self.pieces(&cell.pieces, "cell");
                    }
                    self.tables.push(cells);
                }
                Piece::Picture(picture) => {
                    self.pictures.push((picture.name.clone(), picture.bytes.len()));
                    picture.caption.iter().for_each(|line| self.paragraph(line, "caption"));
                }
                Piece::Chart(_) => self.charts += 1,
                Piece::Out(out) => self.left_out(out),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, kind: &'static str) {
        let mut words = String::new();
        for span in &paragraph.spans {
            match span {
                Span::Text { text, .. } => words += text,
                Span::Link(address) => self.links.push(address.clone()),
                Span::LinkEnd => {}
                Span::Break => words.push('\n'),
                Span::Tab => words.push('\t'),
                Span::Note(number) => self.marks.push((*number, words.clone())),
                Span::Out(out) => self.left_out(out),
                Span::Changed(why) => *self.changed.entry(format!("{why:?}")).or_default() += 1,
            }
        }
        if paragraph.form != Form::Text {
            self.forms.push(format!("{:?} {words}", paragraph.form));
        }
        *self.texts.entry(kind).or_default() += &format!("{words}\n");
    }
}

fn described(manuscript: &Manuscript) -> Value {
    let mut found = Found::default();
    found.pieces(&manuscript.pieces, "body");
    manuscript.notes.iter().for_each(|note| found.pieces(note, "note"));
    json!({
        "texts": found.texts, "out": found.out, "changed": found.changed, "tables": found.tables,
        "pictures": found.pictures, "charts": found.charts, "forms": found.forms,
        "notes": manuscript.notes.len(), "marks": found.marks, "links": found.links,
    })
}

#[test]
#[ignore = "it reads the files of the folder that JIKJI_HWPX_FILES names"]
fn files_of_a_folder_are_read() {
    let folder = env::var("JIKJI_HWPX_FILES").expect("JIKJI_HWPX_FILES names a folder");
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "hwpx"))
        .collect();
    names.sort();
    for path in names {
        let value = match crate::hwpx::read(&fs::read(&path).expect("a file")) {
            Ok(manuscript) => described(&manuscript),
            Err(fault) => json!({ "refused": format!("{} {:?}", fault.message.code, fault) }),
        };
        fs::write(path.with_extension("json"), value.to_string()).expect("room");
    }
}
