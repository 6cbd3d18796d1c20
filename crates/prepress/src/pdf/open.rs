//! Opens a document that nobody vouches for.
//!
//! What would unpack or be read to more than its size is worth is refused first, see [`guard`].

use std::panic::{AssertUnwindSafe, catch_unwind};

use jikji_diagnostic::{Arg, Words};
use lopdf::{Document, FilterFunc, LoadOptions};

use super::guard;
use super::token::find;
use crate::words;

/// Most bytes an object or cross-reference stream may inflate to.
const MOST_OBJECT_STREAM: usize = 16 << 20;
/// How far from its beginning a file's header may stand.
const HEAD: usize = 1024;
/// How far before its end a file says that this is its end.
const TAIL: usize = 2048;

/// Why a file was not opened.
#[derive(Debug)]
pub enum OpenFault {
    /// It has no header; what it is instead.
    NotPdf(Arg),
    /// It is encrypted, and not to be read without a password.
    Encrypted,
    /// It is more than may be held; what of it.
    TooLarge(Words),
    /// It cannot be read; the reader's words.
    Unreadable(Arg),
}

/// Where the header stands.
///
/// # Errors
///
/// [`OpenFault::NotPdf`] if there is none.
pub fn header(bytes: &[u8]) -> Result<usize, OpenFault> {
    find(&bytes[..bytes.len().min(HEAD)], b"%PDF-")
        .ok_or_else(|| OpenFault::NotPdf(what_else(bytes)))
}

/// Opens a file, mending what can be mended.
///
/// # Errors
///
/// An [`OpenFault`] for what is no PDF, encrypted, too large or broken.
pub fn open(bytes: &[u8], filter: Option<FilterFunc>) -> Result<Document, OpenFault> {
    let start = header(bytes)?;
    if guard::object_streams_exceed(bytes) {
        return Err(OpenFault::TooLarge(words::OBJECT_STREAMS));
    }
    if guard::reads_again(&bytes[start..]) {
        return Err(OpenFault::TooLarge(words::OBJECTS));
    }
    load(bytes, filter)
}

/// The same for a file that anybody may change: one that was never encrypted.
///
/// # Errors
///
/// As [`open`].
pub fn open_plain(bytes: &[u8]) -> Result<Document, OpenFault> {
    let doc = open(bytes, None)?;
    match doc.trailer.has(b"Encrypt") || doc.was_encrypted() {
        true => Err(OpenFault::Encrypted),
        false => Ok(doc),
    }
}

/// Loads what [`open`] took before; nothing in it inflates past the caps.
///
/// # Errors
///
/// An [`OpenFault`] for what is encrypted or broken.
pub fn load(bytes: &[u8], filter: Option<FilterFunc>) -> Result<Document, OpenFault> {
    load_with(bytes, LoadOptions { filter, ..LoadOptions::default() })
}

/// The same, whose objects are looked for in it: its cross-reference table can be read and is wrong.
///
/// # Errors
///
/// As [`load`].
pub fn rebuilt(bytes: &[u8]) -> Result<Document, OpenFault> {
    load_with(bytes, LoadOptions { force_reconstruct: true, ..LoadOptions::default() })
}

fn load_with(bytes: &[u8], options: LoadOptions) -> Result<Document, OpenFault> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_OBJECT_STREAM), ..options };
    let open = || Document::load_mem_with_options(bytes, options);
    match catch_unwind(AssertUnwindSafe(open)) {
        Ok(Ok(doc)) => Ok(doc),
        Ok(Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_))) => {
            Err(OpenFault::Encrypted)
        }
        Ok(Err(_)) if find(bytes, b"/Encrypt").is_some() => Err(OpenFault::Encrypted),
        Ok(Err(error)) => Err(OpenFault::Unreadable(why(&error, bytes).into())),
        Err(_) => Err(OpenFault::Unreadable(words::BROKEN_STRUCTURE.into())),
    }
}

/// Why a file was not read, by what its reader says.
fn why(error: &lopdf::Error, bytes: &[u8]) -> Words {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    match error {
        _ if find(tail, b"%%EOF").is_none() => words::CUT_OFF,
        lopdf::Error::Xref(_) | lopdf::Error::MissingXrefEntry => words::NO_CROSS_REFERENCES,
        lopdf::Error::Decompress(_) | lopdf::Error::InvalidStream(_) => words::NOT_DECODED,
        _ => words::BROKEN_STRUCTURE,
    }
}

/// What bytes without a PDF header are.
fn what_else(bytes: &[u8]) -> Arg {
    let head: Vec<u8> =
        bytes.iter().take(512).skip_while(|b| b.is_ascii_whitespace()).copied().collect();
    let lower = head.to_ascii_lowercase();
    match () {
        () if bytes.is_empty() => words::EMPTY.into(),
        () if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") => "HTML".into(),
        () if lower.starts_with(b"<?xml") => "XML".into(),
        () if head.starts_with(b"PK\x03\x04") => "ZIP".into(),
        () if head.starts_with(b"\xFF\xD8\xFF") => "JPEG".into(),
        () if head.starts_with(b"\x89PNG") => "PNG".into(),
        () if head.starts_with(b"%!PS") => "PostScript".into(),
        () => words::NO_HEADER.into(),
    }
}
