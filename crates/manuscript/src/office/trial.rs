//! What tests of all formats use: what was read as lines that a test can compare, and files of a folder, of which what
//! they hold is written beside them for others to compare.

use std::collections::BTreeMap;
use std::{env, fs};

use jikji_diagnostic::{Diagnostic, Lang};
use proptest::sample::Index;
use serde_json::{Value, json};

use super::{Cell, Form, Manuscript, Out, Paragraph, Piece, Span};

/// The code of what is said where bytes are refused; it is said whole, in both languages, with a way out.
pub fn refused(read: impl Fn(&[u8]) -> Result<Manuscript, Diagnostic>, bytes: &[u8]) -> String {
    let fault = read(bytes).expect_err("it is refused");
    for lang in [Lang::Ko, Lang::En] {
        for said in [fault.text(lang), fault.help(lang)] {
            assert!(!said.is_empty() && !said.contains('{'), "{said}");
        }
    }
    fault.message.code.to_string()
}

/// A file of which single bytes are others.
pub fn damaged(mut bytes: Vec<u8>, changes: Vec<(Index, u8)>) -> Vec<u8> {
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = byte;
    }
    bytes
}

/// What was read, a line for each piece.
pub fn lines(manuscript: &Manuscript) -> Vec<String> {
    let mut lines: Vec<String> = manuscript.pieces.iter().map(piece).collect();
    for (at, note) in manuscript.notes.iter().enumerate() {
        lines.push(format!("[^{at}]: {}", all(note)));
    }
    lines
}

fn all(pieces: &[Piece]) -> String {
    pieces.iter().map(piece).collect::<Vec<_>>().join(" / ")
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Paragraph(of) => paragraph(of),
        Piece::Table(table) => {
            let cells = |row: &Vec<Cell>| {
                let cell = |cell: &Cell| {
                    let (column, across, down) = (cell.column, cell.across, cell.down);
                    let span = if (across, down) == (1, 1) {
                        String::new()
                    } else {
                        format!("{across}x{down} ")
                    };
                    format!("{column}:{span}{}", all(&cell.pieces))
                };
                row.iter().map(cell).collect::<Vec<_>>().join(" | ")
            };
            let rows: Vec<String> = table.rows.iter().map(cells).collect();
            format!("table({}) {}", captions(&table.caption), rows.join(" ;; "))
        }
        Piece::Picture(of) => {
            let (name, many, alt) = (&of.name, of.bytes.len(), &of.alt);
            format!("picture {name} {many} ({alt}) ({})", captions(&of.caption))
        }
        Piece::Chart(of) => format!("chart {} {:?} {:?}", of.title, of.categories, of.series),
        Piece::Out(out) => format!("{{{:?}: {}}}", out.why, out.text),
    }
}

fn captions(caption: &[Paragraph]) -> String {
    caption.iter().map(paragraph).collect::<Vec<_>>().join(" / ")
}

fn paragraph(of: &Paragraph) -> String {
    let form = match &of.form {
        Form::Text => String::new(),
        Form::Title => "title ".into(),
        Form::Heading { level, number } => format!("h{level} {number} "),
        Form::Item { level, sign } => format!("item{level} {sign} "),
    };
    let spans = of.spans.iter().map(|span| match span {
        Span::Text { text, strong, slanted } => {
            let (strong, slanted) =
                (if *strong { "**" } else { "" }, if *slanted { "_" } else { "" });
            format!("{strong}{slanted}{text}{slanted}{strong}")
        }
        Span::Link(address) => format!("<{address}>["),
        Span::LinkEnd => "]".into(),
        Span::Break => "⏎".into(),
        Span::Tab => "→".into(),
        Span::Note(number) => format!("[^{number}]"),
        Span::Out(out) => format!("{{{:?}: {}}}", out.why, out.text),
        Span::Changed(why) => format!("{{{why:?}}}"),
    });
    form + &spans.collect::<String>()
}

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

/// Reads the files of a folder that a variable names, and writes beside each what it holds.
pub fn read_folder(
    variable: &str,
    ending: &str,
    read: impl Fn(&[u8]) -> Result<Manuscript, Diagnostic>,
) {
    let folder = env::var(variable).expect("the variable names a folder");
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    names.sort();
    for path in names {
        let value = match read(&fs::read(&path).expect("a file")) {
            Ok(manuscript) => described(&manuscript),
            Err(fault) => json!({ "refused": format!("{} {:?}", fault.message.code, fault) }),
        };
        fs::write(path.with_extension("json"), value.to_string()).expect("room");
    }
}
