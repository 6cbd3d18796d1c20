//! What must hold for any bytes given as a manuscript, and how bytes become the parts of one. Shared by the fuzzer and
//! by `crates/manuscript/tests/fuzz`.
//!
//! A change of a zipped or compound file hardly ever gets past its sums and lists; so bytes are parts that are put
//! into a sound one, unless they begin as a file does.

#![allow(dead_code, unused_imports, reason = "each fuzzer has its own format")]

#[path = "../crates/manuscript/tests/files/mod.rs"]
mod files;

pub use files::hwp;
use files::zipped::stored;
use files::{docx, hwpx};
use std::sync::LazyLock;

use jikji_diagnostic::Lang;
use jikji_manuscript::target::{Field, Holds, PageKind, Target};
use jikji_manuscript::{Kept, Options, Report, add, import};

/// What stands between parts; XML has no such sign.
pub const BETWEEN: u8 = 0x0c;

/// How a file is made of parts.
pub type Write = fn(&[u8]) -> Vec<u8>;

/// The names of the formats, and how their files are made.
pub const FORMATS: [(&str, Write); 3] = [("hwpx", of_hwpx), ("hwp", of_hwp), ("docx", of_docx)];

/// Takes bytes as parts, or as a whole file, of a format.
pub fn manuscript(bytes: &[u8], file: Write) {
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf") {
        read(bytes);
    } else {
        read(&file(bytes));
    }
}

/// Reads a file as a manuscript and as a number: no panic, an entry is TOML and all that is asked has words, what is
/// refused is refused in words, in both languages.
pub fn read(bytes: &[u8]) {
    let keep = |_: &str, bytes: &[u8]| match bytes.len() % 4 {
        0 => Kept::Set("images/a.png".into()),
        1 => Kept::Turned("images/a.png".into()),
        2 => Kept::Beside("images/a.wmf".into()),
        _ => Kept::Nowhere,
    };
    let covers = |c: char| c < '\u{e000}';
    let options = Options { name: "a", target: &TARGET, covers: &covers, keep: &keep };
    match add(bytes, &options) {
        Ok(added) => {
            let entry = added.entry.parse::<toml::Table>();
            assert!(entry.is_ok_and(|entry| entry.contains_key("title")), "{}", added.entry);
            asked(&added.report);
        }
        Err(fault) => {
            for lang in [Lang::Ko, Lang::En] {
                for said in [fault.text(lang), fault.help(lang)] {
                    assert!(!said.is_empty() && !said.contains('{'), "{said}");
                }
            }
        }
    }
    if let Ok(imported) = import(bytes, &options) {
        assert!(imported.manifest.parse::<toml::Table>().is_ok(), "{}", imported.manifest);
        asked(&imported.report);
    }
}

fn asked(report: &Report) {
    for question in &report.questions {
        for lang in [Lang::Ko, Lang::En] {
            assert!(!question.says.say(lang).to_string().is_empty());
        }
    }
}

/// The section, what its looks are, a second section, a chart, a master page.
pub fn of_hwpx(bytes: &[u8]) -> Vec<u8> {
    let parts = parts(bytes);
    let file = hwpx::File::new()
        .section(&parts[0])
        .header(&parts[1])
        .section(&parts[2])
        .item("chart", "Chart/chart1.xml", hwpx::element("c:chartSpace", &parts[3]))
        .item("master", "Contents/masterpage0.xml", hwpx::element("hp:masterPage", &parts[4]))
        .item("image", "BinData/image1.bmp", "BM");
    stored(file.parts())
}

/// The text, styles, numberings, footnotes, comments, a header, a chart, a diagram.
pub fn of_docx(bytes: &[u8]) -> Vec<u8> {
    let parts = parts(bytes);
    let file = docx::File::new(&parts[0])
        .styles(&parts[1])
        .numbering(&parts[2])
        .part("footnotes", "w:footnotes", &parts[3])
        .part("comments", "w:comments", &parts[4])
        .part("header", "w:hdr", &parts[5])
        .part("chart", "c:chartSpace", &parts[6])
        .part("diagramData", "dgm:dataModel", &parts[7])
        .with("word/a.png", "PNG")
        .names("image", "image", "a.png")
        .names("link", "hyperlink", "https://example.org/");
    stored(file.parts())
}

fn parts(bytes: &[u8]) -> Vec<String> {
    let parts = bytes.split(|byte| *byte == BETWEEN);
    let mut parts: Vec<String> = parts.map(|part| String::from_utf8_lossy(part).into()).collect();
    parts.resize(8, String::new());
    parts
}

/// The length of what paragraphs refer to, that, and the section. A file that paragraphs show is kept in it.
pub fn of_hwp(bytes: &[u8]) -> Vec<u8> {
    let (length, rest) = bytes.split_at(bytes.len().min(2));
    let length = length.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
    let (info, section) = rest.split_at(length.min(rest.len()));
    let files = vec![("BIN0001.bmp".to_string(), b"BM".to_vec())];
    let (info, body) = (info.to_vec(), vec![section.to_vec()]);
    hwp::File { flags: 0, info, body, files, ..hwp::File::of(&[]) }.bytes()
}

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let field = |name: &str, holds, list| {
        let (name, required, most, fields) = (name.to_string(), name == "title", None, vec![]);
        Field { name, holds, required, list, most, fields }
    };
    let fields = vec![
        field("title", Holds::Text, false),
        field("key", Holds::Prose, true),
        field("body", Holds::Blocks, false),
        field("chart", Holds::Chart, false),
        field("image", Holds::Image, false),
        field("sources", Holds::Source, true),
    ];
    let kinds = vec![PageKind { name: "brief".into(), fields, room: None }];
    Target { layout: "plain".into(), kinds, colophon: vec![], largest: 1 << 20 }
});
