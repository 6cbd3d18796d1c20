//! What the bytes of a word processor's file say before it is opened: how many there are, and of which kind it is.

use jikji_diagnostic::Diagnostic;

use crate::messages as msg;

/// The largest file that is read, in bytes; most of one are its pictures.
pub const LARGEST: usize = 64 << 20;

/// How compound files begin: HWP 5, locked DOCX, and Word's older files.
pub const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// How zipped files begin.
pub const ZIPPED: &[u8] = b"PK";

/// Refuses a file of more than [`LARGEST`].
///
/// # Errors
/// If it is larger.
pub fn bounded(bytes: &[u8]) -> Result<(), Diagnostic> {
    match bytes.len() {
        0..=LARGEST => Ok(()),
        size => Err(msg::too_large(size, LARGEST)),
    }
}

/// Whether some bytes stand in others, which may be all of a large file.
pub fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else { return true };
    let mut left = bytes.iter();
    while left.any(|byte| byte == first) {
        if left.as_slice().starts_with(rest) {
            return true;
        }
    }
    false
}
