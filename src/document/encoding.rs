//! Turns a file's bytes into text, or says which encoding they are in instead.
//!
//! Only UTF-8 is read. Others are named so that the author can save the file again; nothing is
//! converted behind their back.

use super::messages as msg;
use super::quoting::quoted;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{FileId, Sources, Span};
use jikji_prose::normal;

/// How many bytes are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// Adds a file's text to `sources`, or reports that it is not UTF-8.
pub fn read(name: &str, bytes: &[u8], sources: &mut Sources) -> Result<FileId, Diagnostic> {
    if let Some(order) = utf16(bytes) {
        return Err(Diagnostic::general(msg::UTF16)
            .arg("file", quoted(name))
            .arg("order", order)
            .origin(name));
    }
    let broken = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(sources.add(name, normal::file_text(text))),
        Err(error) => error.valid_up_to(),
    };
    let (message, text) = match korean(bytes) {
        Some(text) => (msg::CP949, text),
        None => (msg::NOT_UTF8, String::from_utf8_lossy(bytes).into_owned()),
    };
    // Everything before the first foreign byte is the same in both readings, ASCII for CP949.
    let start = text.floor_char_boundary(broken.min(text.len()));
    let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
    let file = sources.add(name, text);
    let (line, column) = sources.get(file).line_column(start);
    let place = Span::new(file, start..end);
    Err(Diagnostic::at(message, place)
        .arg("file", quoted(name))
        .arg("line", line)
        .arg("column", column))
}

/// The byte order, if the bytes are UTF-16: by the mark, or by zero bytes on one side of the pairs.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => return Some("UTF-16 LE"),
        [0xfe, 0xff, ..] => return Some("UTF-16 BE"),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = sample.len() / 2;
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = |count: usize| count > 1 && count * 10 >= pairs;
    match (many(even), many(odd)) {
        (false, true) if even * 20 <= odd => Some("UTF-16 LE"),
        (true, false) if odd * 20 <= even => Some("UTF-16 BE"),
        _ => None,
    }
}

/// The text, if the bytes are CP949 (which holds EUC-KR) and have Hangul.
fn korean(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::EUC_KR.decode_without_bom_handling_and_without_replacement(bytes)?;
    text.chars().any(|c| ('가'..='힣').contains(&c)).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::read;
    use jikji_diagnostic::Lang;
    use jikji_diagnostic::source::Sources;

    const ISSUE: &str = "layout = \"spri-brief\"\n[publication]\nname = \"인공지능 동향\"\n";

    fn code(bytes: &[u8]) -> Result<String, (&'static str, Vec<String>)> {
        let mut sources = Sources::default();
        match read("issue.toml", bytes, &mut sources) {
            Ok(file) => Ok(sources.get(file).text.clone()),
            Err(d) => Err((
                d.message.code,
                d.args.into_iter().map(|(_, value)| value.say(Lang::En).into_owned()).collect(),
            )),
        }
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(code(ISSUE.as_bytes()).unwrap(), ISSUE);
        assert_eq!(code(format!("\u{feff}{ISSUE}").as_bytes()).unwrap(), ISSUE);
        assert_eq!(code(ISSUE.replace('\n', "\r\n").as_bytes()).unwrap(), ISSUE);
    }

    #[test]
    fn decomposed_hangul_is_composed() {
        use unicode_normalization::UnicodeNormalization;
        let decomposed: String = ISSUE.nfd().collect();
        assert_ne!(decomposed, ISSUE);
        assert_eq!(code(decomposed.as_bytes()).unwrap(), ISSUE);
    }

    #[test]
    fn utf16_is_named_with_and_without_its_mark() {
        for mark in ["", "\u{feff}"] {
            let units: Vec<u16> = format!("{mark}{ISSUE}").encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
            let (one, args) = code(&little).unwrap_err();
            assert_eq!((one, args[1].as_str()), ("E0104", "UTF-16 LE"));
            let (two, args) = code(&big).unwrap_err();
            assert_eq!((two, args[1].as_str()), ("E0104", "UTF-16 BE"));
        }
    }

    #[test]
    fn cp949_is_named_with_its_place() {
        let (bytes, _, failed) = encoding_rs::EUC_KR.encode(ISSUE);
        assert!(!failed);
        let (found, args) = code(&bytes).unwrap_err();
        assert_eq!((found, args[1].as_str(), args[2].as_str()), ("E0105", "3", "9"));
    }

    #[test]
    fn other_bytes_are_not_utf8() {
        let (found, args) = code(b"a = 1\nb = \"\xff\xfe\x80\"").unwrap_err();
        assert_eq!((found, args[1].as_str(), args[2].as_str()), ("E0106", "2", "6"));
    }

    #[test]
    fn a_few_zero_bytes_are_not_utf16() {
        assert!(code(b"a = \"\0\0\0 and a good deal of other text around them\"").is_ok());
        assert!(code(b"").is_ok());
    }
}
