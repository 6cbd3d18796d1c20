//! The line in the head of a manifest or a report by which an import is known again: it holds the
//! digest of all that follows it, so that a file nobody has touched can be told from an edited one.

use sha2::{Digest, Sha256};

/// What the line holds before the digest.
const LEAD: &str = "jikji-import sha256:";
/// What stands around it: a comment of TOML and one of Markdown.
const COMMENTS: [(&str, &str); 2] = [("# ", ""), ("<!-- ", " -->")];
/// Lines of a file in which the seal is looked for.
const NEAR: usize = 20;

/// What a file on disk is to an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// An import wrote it and nobody has changed it since: it may be overwritten.
    Untouched,
    /// An import wrote it and it has been edited.
    Edited,
    /// No import wrote it.
    Foreign,
}

/// The line of a manifest that seals `rest`, all that follows it.
pub fn line(rest: &str) -> String {
    comment(COMMENTS[0], rest)
}

/// The line of a report that does.
pub fn markdown_line(rest: &str) -> String {
    comment(COMMENTS[1], rest)
}

fn comment((open, close): (&str, &str), rest: &str) -> String {
    format!("{open}{LEAD}{}{close}\n", sha256(rest.as_bytes()))
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the seal of a manifest or a report.
pub fn read(file: &[u8]) -> Seal {
    let mut rest = file;
    for _ in 0..NEAR {
        let Some(end) = rest.iter().position(|b| *b == b'\n') else { break };
        let (line, after) = (&rest[..end], &rest[end + 1..]);
        if let Some(written) = COMMENTS.iter().find_map(|comment| digest(line, comment)) {
            return match written == sha256(after).as_bytes() {
                true => Seal::Untouched,
                false => Seal::Edited,
            };
        }
        rest = after;
    }
    Seal::Foreign
}

/// The digest a line holds, if it is a seal.
fn digest<'l>(line: &'l [u8], (open, close): &(&str, &str)) -> Option<&'l [u8]> {
    let inner = line.strip_prefix(open.as_bytes())?.strip_prefix(LEAD.as_bytes())?;
    Some(inner.strip_suffix(close.as_bytes()).unwrap_or(inner))
}

#[cfg(test)]
mod tests {
    use super::{Seal, line, markdown_line, read};

    #[test]
    fn a_report_is_sealed_as_a_manifest_is() {
        let rest = "# 보고서\n\n- [ ] 물음\n";
        let sealed = format!("{}{rest}", markdown_line(rest));
        assert_eq!(read(sealed.as_bytes()), Seal::Untouched);
        assert_eq!(read(sealed.replace("[ ]", "[x]").as_bytes()), Seal::Edited);
        assert_eq!(read(rest.as_bytes()), Seal::Foreign);
    }

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
