//! Maps a decoded TOML string back to the bytes it was written with.
//!
//! The TOML crate decodes; this walks the notation once more only for the places.

use jikji_diagnostic::Notation;
use jikji_diagnostic::source::{FileId, Span, Text};

/// Builds the text of a string whose notation `raw` (quotes included) starts at byte `start`; `origin` says where
/// a byte stands in the file.
pub fn text(
    file: FileId,
    raw: &str,
    start: usize,
    value: &str,
    origin: impl Fn(usize) -> usize,
) -> Text {
    let span = Span::new(file, origin(start)..origin(start + raw.len()));
    let (quote, notation) = opening(raw);
    let mut walk = Walk { raw, at: quote, out: 0, anchors: vec![] };
    walk.anchor();
    if matches!(notation, Notation::Basic | Notation::BasicLines) {
        walk.escaped(raw.len().saturating_sub(walk.closing(quote)));
    }
    let anchors = walk.anchors.into_iter().map(|(value, at)| (value, origin(start + at))).collect();
    Text::new(value.to_string(), span, anchors).written_in(notation)
}

/// The length of what stands before the first byte of the value, and the notation.
fn opening(raw: &str) -> (usize, Notation) {
    let tripled = [("\"\"\"", Notation::BasicLines), ("'''", Notation::LiteralLines)];
    for (delimiter, notation) in tripled {
        if let Some(body) = raw.strip_prefix(delimiter) {
            return (3 + usize::from(body.starts_with('\n')), notation);
        }
    }
    match raw.as_bytes().first() {
        Some(b'"') => (1, Notation::Basic),
        Some(b'\'') => (1, Notation::Literal),
        _ => (0, Notation::Plain),
    }
}

struct Walk<'a> {
    raw: &'a str,
    /// Byte in the notation.
    at: usize,
    /// Byte in the value.
    out: usize,
    anchors: Vec<(usize, usize)>,
}

impl Walk<'_> {
    fn closing(&self, opening: usize) -> usize {
        if opening >= 3 { 3 } else { opening }
    }

    /// Notes that value and notation run in step from here.
    fn anchor(&mut self) {
        match self.anchors.last_mut() {
            Some(last) if last.0 == self.out => last.1 = self.at,
            _ => self.anchors.push((self.out, self.at)),
        }
    }

    /// Walks a basic string up to byte `end` of the notation.
    fn escaped(&mut self, end: usize) {
        while let Some(step) = self.raw.get(self.at..end).and_then(|rest| rest.find('\\')) {
            self.at += step;
            self.out += step;
            let rest = &self.raw[self.at + 1..end.max(self.at + 1)];
            let after_line_end = rest.trim_start_matches([' ', '\t']);
            if after_line_end.starts_with('\n') {
                let skipped = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
                self.at += 1 + skipped;
            } else {
                self.escape(rest);
            }
            self.anchor();
        }
    }

    /// Steps over one escape; `rest` follows its backslash.
    fn escape(&mut self, rest: &str) {
        // The escape's own bytes all map to its backslash.
        self.anchor();
        let digits = match rest.as_bytes().first() {
            Some(b'x') => 2,
            Some(b'u') => 4,
            Some(b'U') => 8,
            _ => 0,
        };
        let written = rest.chars().next().map_or(0, char::len_utf8) + digits;
        let code = rest.get(1..1 + digits).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let decoded =
            if digits == 0 { 1 } else { code.and_then(char::from_u32).map_or(3, char::len_utf8) };
        self.at += 1 + written.min(rest.len());
        self.out += decoded;
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use jikji_diagnostic::source::{Sources, Span};

    /// The notation that each character of the value was written with.
    fn pieces(raw: &str, value: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", format!("ab{raw}"));
        let text = text(id, raw, 2, value, |at| at);
        value
            .char_indices()
            .map(|(i, c)| text.place(i..i + c.len_utf8()))
            .map(|Span { start, .. }| {
                format!("ab{raw}")[start..].chars().next().unwrap().to_string()
            })
            .collect()
    }

    #[test]
    fn literal_strings_stand_as_they_read() {
        assert_eq!(pieces("'가나'", "가나"), ["가", "나"]);
        assert_eq!(pieces("'''\n가\n'''", "가\n"), ["가", "\n"]);
        assert_eq!(pieces("'''a'b'''", "a'b"), ["a", "'", "b"]);
    }

    #[test]
    fn escapes_map_to_their_backslash() {
        assert_eq!(pieces(r#""a\n나""#, "a\n나"), ["a", "\\", "나"]);
        assert_eq!(pieces(r#""\u00e9\U0001F600\x41b""#, "é😀Ab"), ["\\", "\\", "\\", "b"]);
        assert_eq!(pieces(r#""\\\"c""#, "\\\"c"), ["\\", "\\", "c"]);
    }

    #[test]
    fn a_backslash_at_a_line_end_joins_lines() {
        assert_eq!(pieces("\"\"\"\na \\\n   나\"\"\"", "a 나"), ["a", " ", "나"]);
        assert_eq!(pieces("\"\"\"\\\n  x\"\"\"", "x"), ["x"]);
    }

    #[test]
    fn damaged_notation_does_not_panic() {
        for raw in
            ["\"", "'", "\"\"\"", "\"\\", "\"\\\"", "\"\\u00", "\"\\가", "", "'''\n", "\"\\u가나\""]
        {
            let mut sources = Sources::default();
            let id = sources.add("a.toml", raw);
            let text = text(id, raw, 0, "가나다라", |at| at);
            text.place(0..12);
            text.place(3..6);
        }
    }
}
