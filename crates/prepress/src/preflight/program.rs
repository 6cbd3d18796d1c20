//! Font programs as far as it shows whether they can be read at all.

use lopdf::{Dictionary, Stream};

use super::file::{File, MOST_STREAM};
use crate::caught::caught;
use crate::pdf::object::Objects;
use crate::pdf::token::find;

/// Whether the program of a font is there, by its descriptor.
pub(super) fn is_there(file: &File, font: &Dictionary) -> bool {
    program(file, font).is_some()
}

/// Whether it is there and cannot be read, and its size in bytes.
pub(super) fn state(file: &File, font: &Dictionary) -> (bool, usize) {
    let Some((key, stream)) = program(file, font) else { return (false, 0) };
    let Some(data) = file.data(stream, MOST_STREAM) else { return (true, 0) };
    let opens = || match (key, file.name(&stream.dict, "Subtype")) {
        ("FontFile", _) => {
            let starts = data.starts_with(b"%!") || data.starts_with(&[0x80, 1]);
            starts && find(&data, b"eexec").is_some()
        }
        ("FontFile3", Some(b"Type1C" | b"CIDFontType0C")) if !is_open_type(&data) => {
            ttf_parser::cff::Table::parse(&data).is_some()
        }
        _ => ttf_parser::Face::parse(&data, 0).is_ok(),
    };
    (!caught(|| Some(opens())).unwrap_or(false), data.len())
}

/// What stands where only a table of it should.
fn is_open_type(data: &[u8]) -> bool {
    [&b"OTTO"[..], b"true", b"ttcf", &[0, 1, 0, 0]].iter().any(|start| data.starts_with(start))
}

fn program<'f>(file: &'f File, font: &'f Dictionary) -> Option<(&'static str, &'f Stream)> {
    let descriptor = file.dict(font, "FontDescriptor")?;
    let keys = ["FontFile", "FontFile2", "FontFile3"];
    keys.into_iter().find_map(|key| Some((key, file.stream(descriptor, key)?)))
}
