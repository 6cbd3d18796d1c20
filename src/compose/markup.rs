//! Typst markup under construction, and the way back from it to the author's text.
//!
//! Text from the issue enters only through [`Writer::run`] and [`Writer::string`], which escape it:
//! nothing an author writes is ever Typst code. Each run remembers where it went, so a glyph on a
//! page can be traced to the manifest. This module knows nothing of layouts or fields.

use std::ops::Range;

use crate::prose::eojeol::Joiner;
use crate::source::Span;

/// U+2060: forbids a line break without a glyph of its own (UAX #14, class WJ).
pub const WORD_JOINER: char = '\u{2060}';

/// U+200B: allows a line break where UAX #14 has none, before an opening bracket (LB30).
pub const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// Finished markup with its places.
#[derive(Debug, Clone)]
pub struct Markup {
    /// The text of `main.typ`.
    pub text: String,
    /// The runs of author's text in it, in ascending order.
    pub runs: Vec<Run>,
    /// The module calls in it: the range of each, in document order.
    pub calls: Vec<Range<usize>>,
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
}

impl Markup {
    /// The run at a byte of the markup, with the byte of the run's own text.
    pub fn run_at(&self, byte: usize) -> Option<(usize, usize)> {
        let index = self.runs.partition_point(|run| run.range.end <= byte);
        let run = self.runs.get(index).filter(|run| run.range.contains(&byte))?;
        let written = self.text.get(run.range.start..byte)?;
        let mut plain = 0;
        let mut escaped = false;
        for c in written.chars() {
            match c {
                '\\' if !escaped => escaped = true,
                WORD_JOINER | ZERO_WIDTH_SPACE => {}
                c => {
                    plain += c.len_utf8();
                    escaped = false;
                }
            }
        }
        Some((index, plain))
    }

    /// The call, by position, that a byte of the markup belongs to.
    pub fn call_at(&self, byte: usize) -> Option<usize> {
        self.calls.iter().position(|range| range.contains(&byte))
    }
}

/// Decisions about single lines that a layout pass made, by run and byte in the run's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineAdjustments {
    /// Places inside an eojeol where a line may break after all.
    pub opened: std::collections::BTreeSet<(usize, usize)>,
    /// Places after a space where a line may not break.
    pub glued: std::collections::BTreeSet<(usize, usize)>,
}

/// Builds [`Markup`].
pub struct Writer<'a> {
    out: String,
    runs: Vec<Run>,
    calls: Vec<Range<usize>>,
    joiner: Joiner,
    adjustments: &'a LineAdjustments,
    paragraph: u32,
    entry: Option<usize>,
    after_code: bool,
    fresh: bool,
}

impl<'a> Writer<'a> {
    /// An empty writer that heeds `adjustments`.
    pub fn new(adjustments: &'a LineAdjustments) -> Self {
        Self {
            out: String::with_capacity(1 << 17),
            runs: Vec::with_capacity(1024),
            calls: vec![],
            joiner: Joiner::new(EOJEOL_LIMIT),
            adjustments,
            paragraph: 0,
            entry: None,
            after_code: false,
            fresh: false,
        }
    }

    /// Writes Typst code or markup of our own.
    pub fn code(&mut self, code: &str) {
        self.out.push_str(code);
        self.after_code = false;
    }

    /// Starts a new line at the given depth (two spaces each).
    pub fn line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
        self.after_code = false;
    }

    /// Writes a code expression inside markup, such as `#mark(1)`.
    pub fn expression(&mut self, code: &str) {
        self.out.push_str(code);
        self.after_code = true;
    }

    /// Starts a unit of its own for line breaking.
    pub fn begin_paragraph(&mut self, limit: usize) {
        self.paragraph += 1;
        self.joiner = Joiner::new(limit);
        self.after_code = false;
        self.fresh = true;
    }

    /// Makes what comes next stick to the text before it.
    pub fn glue(&mut self) {
        self.out.push_str(self.joiner.glue());
    }

    /// Says that a line ends here.
    pub fn end_of_line(&mut self) {
        self.joiner.reset();
    }

    /// Writes a run of author's text as markup.
    pub fn run(&mut self, text: &str, span: Span) {
        let index = self.runs.len();
        let opened = &self.adjustments.opened;
        let joined = self.joiner.run(text, &|byte| opened.contains(&(index, byte)));
        if self.after_code && joined.starts_with(['(', '.', ';', WORD_JOINER]) {
            self.out.push(';');
        }
        self.after_code = false;
        let start = self.out.len();
        self.escape(&joined, index);
        let range = start..self.out.len();
        let (paragraph, entry) = (self.paragraph, self.entry);
        self.runs.push(Run { range, paragraph, entry, text: text.to_string(), span });
    }

    fn escape(&mut self, joined: &str, index: usize) {
        let glued = self.adjustments.glued.range((index, 0)..(index + 1, 0)).next().is_some();
        let mut plain = 0;
        let mut fresh = std::mem::take(&mut self.fresh);
        let mut previous = self.out.chars().next_back().unwrap_or('\n');
        let mut chars = joined.chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            if c == '(' && self.adjustments.opened.contains(&(index, plain)) {
                self.out.push(ZERO_WIDTH_SPACE);
            }
            if needs_escape(fresh, previous, c, next) {
                self.out.push('\\');
            }
            fresh &= c.is_ascii_digit();
            self.out.push(c);
            if c != WORD_JOINER {
                plain += c.len_utf8();
                let glue = glued && c == ' ' && next != Some(WORD_JOINER);
                if glue && self.adjustments.glued.contains(&(index, plain)) {
                    self.out.push(WORD_JOINER);
                }
            }
            previous = c;
        }
    }

    /// Writes a Typst string literal.
    pub fn string(&mut self, text: &str) {
        push_string(&mut self.out, text);
        self.after_code = false;
    }

    /// Starts the call of a module; `entry` is its position among the issue's entries, if it is one.
    pub fn begin_call(&mut self, entry: Option<usize>) {
        self.entry = entry;
        self.calls.push(self.out.len()..self.out.len());
    }

    /// Ends the call.
    pub fn end_call(&mut self) {
        self.entry = None;
        if let Some(call) = self.calls.last_mut() {
            call.end = self.out.len();
        }
    }

    /// The finished markup.
    pub fn finish(self) -> Markup {
        Markup { text: self.out, runs: self.runs, calls: self.calls }
    }
}

/// An eojeol longer than this many characters may break anywhere: no column of text is so narrow
/// that a shorter one would not fit, and a longer one could stand out of it.
pub const EOJEOL_LIMIT: usize = 24;

/// The same in a table's cells.
pub const CELL_EOJEOL_LIMIT: usize = 8;

/// Whether `c` would be syntax in Typst markup between these neighbours. `fresh` says that only
/// digits, or nothing, stand before it in its paragraph.
fn needs_escape(fresh: bool, previous: char, c: char, next: Option<char>) -> bool {
    match c {
        '\\' | '#' | '$' | '*' | '_' | '`' | '<' | '>' | '@' | '~' | '\'' | '"' | '[' | ']' => true,
        '/' => fresh || matches!(next, Some('/' | '*')) || matches!(previous, '/' | '*'),
        '-' => {
            let number = next.is_some_and(char::is_numeric) && !previous.is_alphanumeric();
            fresh || number || previous == '-' || matches!(next, Some('-' | '?'))
        }
        '.' => fresh || next == Some('.') || previous == '.',
        '=' | '+' => fresh,
        _ => false,
    }
}

/// Appends a Typst string literal.
pub fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn a_byte_of_markup_leads_back_to_the_text() {
        let mut sources = Sources::default();
        let file = sources.add("issue.toml", "가나 #1");
        let adjustments = LineAdjustments::default();
        let mut writer = Writer::new(&adjustments);
        writer.code("[");
        writer.run("가나 #1", Span::new(file, 0..9));
        let markup = writer.finish();
        assert_eq!(markup.text, "[가\u{2060}나 \\#1");
        let hash = markup.text.find('#').unwrap();
        assert_eq!(markup.run_at(hash), Some((0, 7)));
        assert_eq!(markup.run_at(1), Some((0, 0)));
        assert_eq!(markup.run_at(0), None);
    }

    #[test]
    fn strings_cannot_end_early() {
        let mut out = String::new();
        push_string(&mut out, "\" + read(\"x\") \\\n\u{7f}");
        assert_eq!(out, r#""\" + read(\"x\") \\\n\u{7f}""#);
    }
}
