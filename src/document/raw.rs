//! Writes edits into a file's own bytes: mark, line ends and decomposed letters elsewhere stay as they are.
//!
//! Edits count the bytes of the text in the one form all rooms read (`jikji_prose::normal`); here they are
//! brought back to the bytes they stand for.

use unicode_segmentation::UnicodeSegmentation;

use jikji_diagnostic::source::Edit;
use jikji_prose::normal;

/// `bytes` with edits of its text, which are in order and apart; none where an edit cannot be brought to a
/// place of the bytes for sure.
pub fn spliced(bytes: &[u8], edits: &[Edit]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = String::with_capacity(text.len() + 256);
    let mut walk = Walk::new(text);
    let mut written = 0;
    for Edit { span, text: piece } in edits {
        let start = walk.reach(span.start)?;
        let end = walk.reach(span.end)?;
        out.push_str(text.get(written..start)?);
        out.push_str(&piece.replace('\n', newline));
        written = end;
    }
    out.push_str(text.get(written..)?);
    Some(out.into_bytes())
}

/// A walk over a file's text, grapheme by grapheme, in step with its one form.
struct Walk<'t> {
    graphemes: std::iter::Peekable<unicode_segmentation::GraphemeIndices<'t>>,
    length: usize,
    /// Bytes of the one form so far.
    read: usize,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        let mut graphemes = text.grapheme_indices(true).peekable();
        // A byte order mark is no part of the one form.
        if text.starts_with('\u{FEFF}') {
            graphemes.next();
        }
        Self { graphemes, length: text.len(), read: 0 }
    }

    /// The byte of the file that byte `at` of the one form stands for; none inside a grapheme.
    fn reach(&mut self, at: usize) -> Option<usize> {
        while self.read < at {
            let (_, grapheme) = self.graphemes.next()?;
            self.read += match grapheme {
                "\r\n" | "\r" => 1,
                grapheme => normal::nfc(grapheme).len(),
            };
        }
        let here = self.graphemes.peek().map_or(self.length, |(start, _)| *start);
        (self.read == at).then_some(here)
    }
}

#[cfg(test)]
mod tests {
    use super::spliced;
    use jikji_diagnostic::source::{Edit, Sources, Span};
    use jikji_prose::normal::file_text;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        let file = Sources::default().add("a", "");
        Edit { span: Span::new(file, start..end), text: text.into() }
    }

    #[test]
    fn what_is_not_edited_keeps_its_bytes() {
        let raw = format!("\u{feff}{}\r\n□ 나\r\n", "가".nfd().collect::<String>());
        let written = spliced(raw.as_bytes(), &[edit(4, 8, "\n- ")]).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), raw.replace("□ ", "\r\n- "));
        assert_eq!(spliced("가".as_bytes(), &[edit(1, 2, "")]), None);
        assert_eq!(spliced(b"a", &[edit(0, 9, "")]), None);
        assert_eq!(spliced(b"\xff", &[]), None);
    }

    proptest! {
        #[test]
        fn the_form_of_the_bytes_is_the_spliced_form(
            text in "(가|각|e\u{301}|\u{1112}\u{1161}|a|\r\n|\n|\r| |□){0,30}", from in 0usize..20, length in 0usize..4
        ) {
            let form = file_text(&text);
            let cut = |at: usize| form.char_indices().map(|(i, _)| i).chain([form.len()]).nth(at);
            if let (Some(start), Some(end)) = (cut(from), cut(from + length))
                && let Some(bytes) = spliced(text.as_bytes(), &[edit(start, end, "x")])
            {
                let written = String::from_utf8(bytes).unwrap();
                prop_assert_eq!(file_text(&written), format!("{}x{}", &form[..start], &form[end..]));
            }
        }
    }
}
