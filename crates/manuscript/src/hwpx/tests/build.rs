//! A writer of small files, and what is read of them as lines that a test can compare.

use std::io::{Cursor, Write};

use jikji_diagnostic::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::hwpx::read;
use crate::office::{Form, Manuscript, Paragraph, Piece, Span};

const NAMES: &str = "xmlns:hp='http://www.hancom.co.kr/hwpml/2011/paragraph' \
    xmlns:hs='http://www.hancom.co.kr/hwpml/2011/section' \
    xmlns:hh='http://www.hancom.co.kr/hwpml/2011/head' \
    xmlns:hc='http://www.hancom.co.kr/hwpml/2011/core' \
    xmlns:opf='http://www.idpf.org/2007/opf/' \
    xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'";

/// A file in the making.
pub struct File {
    parts: Vec<(String, Vec<u8>)>,
    items: String,
    spine: String,
}

impl File {
    /// A file without a section.
    pub fn new() -> Self {
        let mimetype = ("mimetype".to_string(), b"application/hwp+zip".to_vec());
        Self { parts: vec![mimetype], items: String::new(), spine: String::new() }
    }

    /// With a part that no manifest names.
    pub fn with(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.parts.push((name.to_string(), bytes.into()));
        self
    }

    /// With a part that the manifest names.
    pub fn item(mut self, id: &str, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.items += &format!("<opf:item id='{id}' href='{path}'/>");
        self.with(path, bytes)
    }

    /// With the part that says how all looks: what stands in its `refList`.
    pub fn header(self, lists: &str) -> Self {
        let head = format!("<hh:head {NAMES}><hh:refList>{lists}</hh:refList></hh:head>");
        self.item("header", "Contents/header.xml", head)
    }

    /// With a section, the next of the spine.
    pub fn section(mut self, body: &str) -> Self {
        let number = self.spine.matches("itemref").count();
        self.spine += &format!("<opf:itemref idref='section{number}'/>");
        let path = format!("Contents/section{number}.xml");
        self.item(&format!("section{number}"), &path, element("hs:sec", body))
    }

    /// Its bytes, with its manifest.
    pub fn bytes(self) -> Vec<u8> {
        let (items, spine) = (&self.items, &self.spine);
        let manifest = element(
            "opf:package",
            &format!("<opf:manifest>{items}</opf:manifest><opf:spine>{spine}</opf:spine>"),
        );
        zipped(self.with("Contents/content.hpf", manifest).parts)
    }

    /// What is read of it.
    pub fn read(self) -> Manuscript {
        read(&self.bytes()).expect("it is read")
    }

    /// The code of what is said where it is refused.
    pub fn refused(self) -> String {
        refused(&self.bytes())
    }
}

/// The code of what is said where bytes are refused; it is said whole, in both languages, with a way out.
pub fn refused(bytes: &[u8]) -> String {
    let fault = read(bytes).expect_err("it is refused");
    for lang in [Lang::Ko, Lang::En] {
        for said in [fault.text(lang), fault.help(lang)] {
            assert!(!said.is_empty() && !said.contains('{'), "{said}");
        }
    }
    fault.message.code.to_string()
}

/// A root element with all namespaces.
pub fn element(name: &str, within: &str) -> String {
    format!("<{name} {NAMES}>{within}</{name}>")
}

/// A zip file of parts.
pub fn zipped(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(name, options).expect("a part begins");
        writer.write_all(&bytes).expect("a part is written");
    }
    writer.finish().expect("a file is written").into_inner()
}

/// The lines of a section without a part for looks.
pub fn body(section: &str) -> Vec<String> {
    lines(&File::new().section(section).read())
}

/// A paragraph of one run, with what stands in it.
pub fn p(within: &str) -> String {
    format!("<hp:p><hp:run>{within}</hp:run></hp:p>")
}

/// A paragraph of words.
pub fn t(words: &str) -> String {
    p(&format!("<hp:t>{words}</hp:t>"))
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
            let cells = |row: &Vec<crate::office::Cell>| {
                let cell = |cell: &crate::office::Cell| {
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
