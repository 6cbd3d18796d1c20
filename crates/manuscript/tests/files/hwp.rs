//! HWP 5 files (HWP 5.0, revision 1.3).

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// What records are (tables 13, 57).
pub mod tag {
    pub const BIN_DATA: u16 = 18;
    pub const STYLE: u16 = 26;
    pub const PARAGRAPH: u16 = 66;
    pub const TEXT: u16 = 67;
    pub const CONTROL: u16 = 71;
    pub const LIST: u16 = 72;
    pub const SHAPE: u16 = 76;
    pub const TABLE: u16 = 77;
    pub const PICTURE: u16 = 85;
}

/// A file in the making.
pub struct File {
    /// What its first stream says of it: 1 that it is packed.
    pub flags: u32,
    /// What paragraphs refer to.
    pub info: Vec<u8>,
    /// Its sections.
    pub body: Vec<Vec<u8>>,
    /// The body with its changes.
    pub view: Vec<Vec<u8>>,
    /// What is kept in it, by name.
    pub files: Vec<(String, Vec<u8>)>,
}

impl File {
    /// A packed file of one section.
    pub fn of(section: &[Vec<u8>]) -> Self {
        Self { flags: 1, info: vec![], body: vec![section.concat()], view: vec![], files: vec![] }
    }

    /// With what paragraphs refer to.
    pub fn info(mut self, records: &[Vec<u8>]) -> Self {
        self.info = records.concat();
        self
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut header = [0; 256];
        header[..17].copy_from_slice(b"HWP Document File");
        header[32..36].copy_from_slice(&[0, 1, 1, 5]);
        header[36..40].copy_from_slice(&self.flags.to_le_bytes());
        let mut file =
            cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(vec![]))
                .expect("a file");
        for folder in ["/BodyText", "/ViewText", "/BinData"] {
            file.create_storage(folder).expect("a folder");
        }
        let mut add = |path: &str, bytes: &[u8]| {
            let mut stream = file.create_stream(path).expect("a stream");
            stream.write_all(bytes).expect("room");
        };
        let packed = |bytes: &[u8]| if self.flags & 1 == 0 { bytes.to_vec() } else { pack(bytes) };
        add("/FileHeader", &header);
        add("/DocInfo", &packed(&self.info));
        for (folder, sections) in [("BodyText", &self.body), ("ViewText", &self.view)] {
            for (number, bytes) in sections.iter().enumerate() {
                add(&format!("/{folder}/Section{number}"), &packed(bytes));
            }
        }
        for (name, bytes) in &self.files {
            add(&format!("/BinData/{name}"), bytes);
        }
        file.flush().expect("room");
        file.into_inner().into_inner()
    }
}

/// Bytes as a file packs them.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(vec![], Compression::fast());
    packer.write_all(bytes).expect("room");
    packer.finish().expect("room")
}

/// A record.
pub fn record(tag: u16, level: u16, data: &[u8]) -> Vec<u8> {
    let head = u32::from(tag) | u32::from(level) << 10;
    let mut bytes = if data.len() < 0xfff {
        (head | (data.len() as u32) << 20).to_le_bytes().to_vec()
    } else {
        [(head | 0xfff << 20).to_le_bytes(), (data.len() as u32).to_le_bytes()].concat()
    };
    bytes.extend(data);
    bytes
}

/// A text in UTF-16, with controls in braces: `{10}` is one unit, `{9}` are eight, `{17 fn  }` eight with a name.
pub fn units(text: &str) -> Vec<u8> {
    let mut units = vec![];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        units.extend(before.encode_utf16());
        let (mark, after) = after.split_once('}').expect("a brace");
        let code: u16 = mark.split(' ').next().and_then(|c| c.parse().ok()).expect("a code");
        let wide = matches!(code, 1..=9 | 11 | 12 | 14..=23);
        units.extend(std::iter::repeat_n(code, if wide { 8 } else { 1 }));
        rest = after;
    }
    units.extend(rest.encode_utf16());
    units.iter().flat_map(|unit| unit.to_le_bytes()).collect()
}

/// A text with its length before it.
pub fn counted(text: &str) -> Vec<u8> {
    let units = units(text);
    [&(units.len() as u16 / 2).to_le_bytes()[..], &units].concat()
}

/// A paragraph of a shape and a style, and the records in it.
pub fn shaped(level: u16, shape: u16, style: u8, text: &str, within: &[Vec<u8>]) -> Vec<u8> {
    let mut head = [0; 22];
    head[8..10].copy_from_slice(&shape.to_le_bytes());
    head[10] = style;
    let text = record(tag::TEXT, level + 1, &units(&format!("{text}{{13}}")));
    [record(tag::PARAGRAPH, level, &head), text, within.concat()].concat()
}

/// A paragraph at the top.
pub fn paragraph(text: &str) -> Vec<u8> {
    shaped(0, 0, 0, text, &[])
}

/// A paragraph with records in it.
pub fn holding(text: &str, within: &[Vec<u8>]) -> Vec<u8> {
    shaped(0, 0, 0, text, within)
}

/// A control of a paragraph at the top, and the records in it.
pub fn control(id: &str, data: &[u8], within: &[Vec<u8>]) -> Vec<u8> {
    let id: Vec<u8> = id.bytes().rev().collect();
    [record(tag::CONTROL, 1, &[&id[..], data].concat()), within.concat()].concat()
}

/// A list of paragraphs in such a control.
pub fn list(data: &[u8], texts: &[&str]) -> Vec<u8> {
    let paragraphs = texts.iter().map(|text| shaped(2, 0, 0, text, &[]));
    [record(tag::LIST, 2, &[&[0; 8][..], data].concat()), paragraphs.collect::<Vec<_>>().concat()]
        .concat()
}
