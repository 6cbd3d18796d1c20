//! Finished markup, and the way back from it to the author's text.
//!
//! Each run of text remembers where it went, so that a glyph on a page can be traced to the manifest.
//! Writing is [`super::writer`]'s.

use std::collections::BTreeSet;
use std::ops::Range;

use jikji_diagnostic::source::Span;

/// U+2060: forbids a line break without a glyph of its own (UAX #14, class WJ).
pub const WORD_JOINER: char = '\u{2060}';

/// U+200B: allows a line break where UAX #14 has none, before an opening bracket (LB30).
pub const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Finished markup with its places.
#[derive(Debug, Clone, Default)]
pub struct Markup {
    /// The text of `main.typ`.
    pub text: String,
    /// The runs of author's text in it, in ascending order.
    pub runs: Vec<Run>,
    /// The module calls in it: the range of each, in document order.
    pub calls: Vec<Range<usize>>,
    /// The imports at its head.
    pub imports: Vec<Import>,
}

/// An import of the markup.
#[derive(Debug, Clone)]
pub struct Import {
    /// Where it stands in the markup.
    pub range: Range<usize>,
    /// The file, by its path in the layout's folder.
    pub file: String,
    /// What is imported from it.
    pub names: Vec<String>,
}

/// A run of author's text in the markup.
#[derive(Debug, Clone)]
pub struct Run {
    /// Where it stands in the markup.
    pub range: Range<usize>,
    /// The paragraph (or other unit that is broken into lines) it belongs to.
    pub paragraph: u32,
    /// The entry it belongs to, by position in the issue.
    pub entry: Option<usize>,
    /// The text as the author meant it.
    pub text: String,
    /// Where the author wrote it.
    pub span: Span,
}

impl Run {
    /// Where a byte range of the text stands in the author's file; the whole run if the two do not
    /// agree byte by byte.
    pub fn place(&self, range: Range<usize>) -> Span {
        match self.span.end - self.span.start == self.text.len() {
            true => Span {
                file: self.span.file,
                start: self.span.start + range.start,
                end: self.span.start + range.end,
            },
            false => self.span,
        }
    }

    /// Where so many bytes of the text, from one of them on, stand in the author's file; what reaches beyond its end is
    /// not the author's.
    pub fn stretch(&self, at: usize, bytes: usize) -> Span {
        let end = (at + bytes).min(self.text.len());
        self.place(at..self.text.floor_char_boundary(end))
    }
}

impl Markup {
    /// The run at a byte of the markup, with the byte of the run's own text.
    pub fn run_at(&self, byte: usize) -> Option<(usize, usize)> {
        let index = self.runs.partition_point(|run| run.range.end <= byte);
        let run = self.runs.get(index).filter(|run| run.range.contains(&byte))?;
        let written = self.text.get(run.range.start..byte)?;
        let mut plain = 0;
        let mut escaped = false;
        let mut chars = written.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' if !escaped => escaped = true,
                // A call that sets a font, up to its content; what ends it.
                '#' if !escaped => drop(chars.find(|c| *c == '[')),
                ']' if !escaped => drop(chars.next()),
                WORD_JOINER | ZERO_WIDTH_SPACE => {}
                c => {
                    plain += c.len_utf8();
                    escaped = false;
                }
            }
        }
        Some((index, plain))
    }

    /// Puts in text of our own at byte `at`, which is in no run, no call and before no import.
    pub fn insert(&mut self, at: usize, added: &str) {
        self.text.insert_str(at, added);
        let runs = self.runs.iter_mut().map(|run| &mut run.range);
        for range in runs.chain(&mut self.calls).filter(|range| range.start >= at) {
            *range = range.start + added.len()..range.end + added.len();
        }
    }

    /// The call, by position, that a byte of the markup belongs to.
    pub fn call_at(&self, byte: usize) -> Option<usize> {
        self.calls.iter().position(|range| range.contains(&byte))
    }

    /// The import that a byte of the markup belongs to.
    pub fn import_at(&self, byte: usize) -> Option<&Import> {
        self.imports.iter().find(|import| import.range.contains(&byte))
    }
}

/// Decisions about single lines that a layout pass made, by run and byte in the run's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineAdjustments {
    /// Places inside an eojeol where a line may break after all.
    pub opened: BTreeSet<(usize, usize)>,
    /// Places after a space where a line may not break.
    pub glued: BTreeSet<(usize, usize)>,
}
