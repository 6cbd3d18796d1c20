//! From the bytes of a back issue to its text, whatever encoding it was saved in.
//!
//! Unlike a manifest, which an author can save again, an old export is taken as it is: UTF-8,
//! UTF-16 or CP949 (which holds EUC-KR). It never guesses at a file that is no text.

use encoding_rs::{EUC_KR, Encoding, UTF_16BE, UTF_16LE};
use jikji_diagnostic::Diagnostic;
use jikji_prose::normal;

use crate::messages as msg;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// How many bytes are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;
/// Of so many characters one may be broken in a UTF-8 file that is still taken for one.
const BROKEN_OF: usize = 500;

/// A text and how it was written.
#[derive(Debug)]
pub struct Decoded {
    /// The text in NFC with LF line ends; a broken character stands as U+FFFD.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
}

/// Decodes a file.
///
/// # Errors
/// If it is no text, or too large.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Diagnostic> {
    if bytes.len() > LARGEST {
        return Err(msg::too_large(bytes.len(), LARGEST));
    }
    if let Some(kind) = known_kind(bytes) {
        return Err(Diagnostic::general(msg::OTHER_KIND).arg("kind", kind));
    }
    let Decoded { text, encoding } = match utf16(bytes) {
        Some(order) => {
            let name = if order == UTF_16LE { "UTF-16LE" } else { "UTF-16BE" };
            let (text, _) = order.decode_with_bom_removal(bytes);
            Decoded { text: text.into_owned(), encoding: name }
        }
        None => utf8_or_korean(bytes)?,
    };
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty() {
        return Err(Diagnostic::general(msg::EMPTY));
    }
    if is_binary(&text) {
        return Err(Diagnostic::general(msg::BINARY));
    }
    Ok(Decoded { text: normal::file_text(&text), encoding })
}

fn utf8_or_korean(bytes: &[u8]) -> Result<Decoded, Diagnostic> {
    let broken_at = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: text.to_string(), encoding: "UTF-8" }),
        Err(error) => error.valid_up_to(),
    };
    let korean = EUC_KR.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(text) = korean.filter(|text| text.chars().any(|c| ('가'..='힣').contains(&c))) {
        return Ok(Decoded { text: text.into_owned(), encoding: "CP949" });
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    let (broken, all) = text.chars().fold((0, 0), |(broken, all), c| {
        (broken + usize::from(c == char::REPLACEMENT_CHARACTER), all + 1)
    });
    if broken * BROKEN_OF <= all {
        return Ok(Decoded { text, encoding: "UTF-8" });
    }
    let line = 1 + bytes[..broken_at].iter().filter(|b| **b == b'\n').count();
    match is_binary(&text) {
        true => Err(Diagnostic::general(msg::BINARY)),
        false => Err(Diagnostic::general(msg::ENCODING).arg("line", line)),
    }
}

/// What the first bytes say of a file that is no text.
fn known_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 12] = [
        (b"%PDF-", "PDF"),
        (b"PK\x03\x04", "ZIP (DOCX, HWPX)"),
        (b"\xd0\xcf\x11\xe0", "HWP/DOC"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"RIFF", "WebP"),
        (b"BM", "BMP"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "GZIP"),
    ];
    // Some programs put blanks or a mark before what a PDF begins with.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |magic: &[u8], kind| match kind {
        "PDF" => text.starts_with(magic),
        "WebP" => bytes.starts_with(magic) && bytes.get(8..12) == Some(b"WEBP"),
        // A text may begin with these letters; a picture has zeros after its size.
        "BMP" => bytes.starts_with(magic) && bytes.get(6..10) == Some(&[0; 4]),
        _ => bytes.starts_with(magic),
    };
    KINDS.iter().find(|(magic, kind)| begins(magic, kind)).map(|(_, kind)| *kind)
}

/// The byte order, by the mark or by zero bytes on one side of the pairs.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = |count: usize| count > 1 && count * 20 >= sample.len();
    match (many(even), many(odd)) {
        (false, true) if even * 20 <= odd => Some(UTF_16LE),
        (true, false) if odd * 20 <= even => Some(UTF_16BE),
        _ => None,
    }
}

/// Zero bytes, or more than a few control characters.
fn is_binary(text: &str) -> bool {
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    let mut controls = 0;
    let mut all = 0;
    for c in text.chars() {
        if c == '\0' {
            return true;
        }
        controls += usize::from(odd(c));
        all += 1;
    }
    controls * 50 > all
}
