//! The line in a manifest's head by which an import is known again: it holds the digest of all that
//! follows it, so that a manifest nobody has touched can be told from one that was edited.

use crate::digest::sha256;

/// What the line begins with.
const LEAD: &str = "# jikji-import sha256:";
/// Lines of a manifest in which the seal is looked for.
const NEAR: usize = 20;

/// What a manifest on disk is to an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// An import wrote it and nobody has changed it since: it may be overwritten.
    Untouched,
    /// An import wrote it and it has been edited.
    Edited,
    /// No import wrote it.
    Foreign,
}

/// The line that seals `rest`, all that follows it.
pub fn line(rest: &str) -> String {
    format!("{LEAD}{}\n", sha256(rest.as_bytes()))
}

/// Reads the seal of a manifest.
pub fn read(manifest: &[u8]) -> Seal {
    let mut rest = manifest;
    for _ in 0..NEAR {
        let Some(end) = rest.iter().position(|b| *b == b'\n') else { break };
        let (line, after) = (&rest[..end], &rest[end + 1..]);
        if let Some(written) = line.strip_prefix(LEAD.as_bytes()) {
            return match written == sha256(after).as_bytes() {
                true => Seal::Untouched,
                false => Seal::Edited,
            };
        }
        rest = after;
    }
    Seal::Foreign
}

#[cfg(test)]
mod tests {
    use super::{Seal, line, read};

    #[test]
    fn an_edit_is_seen() {
        let rest = "\nlayout = \"a\"\n";
        let sealed = format!("# 원고\n{}{rest}", line(rest));
        assert_eq!(read(sealed.as_bytes()), Seal::Untouched);
        assert_eq!(read(sealed.replace("\"a\"", "\"b\"").as_bytes()), Seal::Edited);
        assert_eq!(read(sealed.replace('\n', "\r\n").as_bytes()), Seal::Edited);
        assert_eq!(read(rest.as_bytes()), Seal::Foreign);
        assert_eq!(read(b""), Seal::Foreign);
    }
}
