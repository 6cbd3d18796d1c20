//! The files an issue is written in, and places in them.
//!
//! Every room that reports something to the author points here: a [`Span`] is a byte range in one
//! [`SourceFile`], a [`Text`] is a decoded value that still knows where each of its bytes stands.
//! This module never reads a disk and never judges a text.

use std::ops::Range;

use crate::notation::Notation;

/// A file of the issue, by its position in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A byte range in one file of the issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte, in the file's normalised text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span over `range` of `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end }
    }

    /// Whether another one lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// What could stand at a place of a file instead of what does. Nothing is written by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go; none where something is only added.
    pub span: Span,
    /// What comes, in the notation of the value it stands in, with LF line ends.
    pub text: String,
}

/// A value and the place it was written at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where the author wrote it.
    pub span: Span,
}

/// One file's text as all rooms see it: UTF-8, NFC, LF line ends, no byte order mark.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The path to show to the author, relative to the manifest's folder where possible.
    pub name: String,
    /// The normalised text; all spans count its bytes.
    pub text: String,
    line_starts: Vec<usize>,
}

impl SourceFile {
    fn new(name: String, text: String) -> Self {
        let line_starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { name, text, line_starts }
    }

    /// The line (from 1) and the column (from 1, in characters) of a byte.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = self.floor_boundary(byte);
        let line = self.line_starts.partition_point(|&start| start <= byte);
        let start = self.line_starts[line - 1];
        (line, self.text[start..byte].chars().count() + 1)
    }

    /// The text of a line (from 1) without its line end, and the byte it starts at.
    pub fn line(&self, line: usize) -> (usize, &str) {
        let start = self.line_starts.get(line - 1).copied().unwrap_or(self.text.len());
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        (start, &self.text[start..end.max(start)])
    }

    /// The nearest character boundary at or before `byte`.
    fn floor_boundary(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte.min(self.text.len()))
    }
}

/// All files of one issue that a diagnostic can point into.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file whose text is already normalised.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = u32::try_from(self.files.len()).expect("an issue has fewer than 2^32 files");
        self.files.push(SourceFile::new(name.into(), text.into()));
        FileId(id)
    }

    /// The file behind an id of this set.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }
}

/// A text value, decoded from its notation, that still maps each byte to its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text as the author meant it.
    pub value: String,
    /// The whole value's place, quotes included.
    pub span: Span,
    /// How it is written in the file.
    pub notation: Notation,
    /// Runs of equal offset: (byte in `value`, byte in the file), ascending in both.
    anchors: Vec<(usize, usize)>,
}

impl Text {
    /// A text with its anchors: pairs of (byte in `value`, byte in the file), ascending, one for
    /// each run over which value and file advance in step.
    pub fn new(value: String, span: Span, anchors: Vec<(usize, usize)>) -> Self {
        Self { value, span, notation: Notation::Plain, anchors }
    }

    /// The same, written in this notation.
    pub fn written_in(self, notation: Notation) -> Self {
        Self { notation, ..self }
    }

    /// A text that stands in the file exactly as it reads, from byte `start`.
    pub fn verbatim(value: String, file: FileId, start: usize) -> Self {
        let span = Span::new(file, start..start + value.len());
        Self { value, span, notation: Notation::Plain, anchors: vec![(0, start)] }
    }

    /// The place of a byte range of the value.
    pub fn place(&self, range: Range<usize>) -> Span {
        let start = self.offset(range.start);
        let end = match range.end > range.start {
            true => self.offset(range.end - 1) + 1,
            false => start,
        };
        Span::new(self.span.file, start..end.max(start))
    }

    /// What writes `piece` for a byte range of the value; none if the notation cannot.
    pub fn edit(&self, range: Range<usize>, piece: &str) -> Option<Edit> {
        // Unlike the end of a place, the next byte's start lies behind all of an escape.
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        let span = Span::new(self.span.file, start..end.max(start));
        Some(Edit { span, text: self.notation.write(piece)? })
    }

    fn offset(&self, byte: usize) -> usize {
        let next = self.anchors.partition_point(|&(value, _)| value <= byte);
        match next.checked_sub(1).map(|i| self.anchors[i]) {
            Some((value, file)) => (file + (byte - value)).min(self.span.end),
            None => self.span.start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters() {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", "가나\n다라마\n");
        let file = sources.get(id);
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column(3), (1, 2));
        assert_eq!(file.line_column(7), (2, 1));
        assert_eq!(file.line(2), (7, "다라마"));
        assert_eq!(file.line(3), (17, ""));
    }

    #[test]
    fn a_decoded_text_keeps_its_places() {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", r#"x = "a\tb""#);
        let text = Text::new("a\tb".into(), Span::new(id, 4..10), vec![(0, 5), (1, 6), (2, 8)]);
        assert_eq!(text.place(0..1), Span::new(id, 5..6));
        assert_eq!(text.place(2..3), Span::new(id, 8..9));
    }
}
