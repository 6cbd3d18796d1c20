//! The Markdown of one paragraph, put together from its lines so that it is read as a whole, and taken
//! apart again.

use std::ops::Range;

use crate::source::Run;

/// The Markdown of some lines that go on with each other.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// The Markdown; a blank or a line end stands between lines.
    pub text: String,
    /// Where in it each line begins.
    parts: Vec<(usize, usize)>,
}

impl Paragraph {
    /// One line's words.
    pub fn of(text: &str, line: usize) -> Self {
        let mut paragraph = Self::default();
        paragraph.push(text, line, false);
        paragraph
    }

    /// Adds a line's words. They go on in the same line, unless the one before `ended` or has a
    /// backslash at its end.
    pub fn push(&mut self, text: &str, line: usize, ended: bool) {
        if !self.parts.is_empty() {
            let slashes = self.text.bytes().rev().take_while(|b| *b == b'\\').count();
            self.text.push(if slashes % 2 == 1 || ended { '\n' } else { ' ' });
        }
        self.parts.push((self.text.len(), line));
        self.text.push_str(text.trim());
    }

    /// A part of it.
    pub fn part(&self, range: Range<usize>) -> Self {
        let text = self.text[range.clone()].to_string();
        let inner = self.parts.iter().filter(|(at, _)| range.contains(at) && *at > range.start);
        let first = (0, self.line_at(range.start));
        let parts = inner.map(|(at, line)| (at - range.start, *line));
        Self { text, parts: std::iter::once(first).chain(parts).collect() }
    }

    /// The line that byte `at` came from.
    pub fn line_at(&self, at: usize) -> usize {
        self.parts[self.parts_before(at).saturating_sub(1)].1
    }

    /// How many lines begin at byte `at` or before it.
    pub fn parts_before(&self, at: usize) -> usize {
        self.parts.partition_point(|(start, _)| *start <= at)
    }

    /// Whether a line ends at byte `at`.
    pub fn ends_line(&self, at: usize) -> bool {
        self.parts.binary_search_by_key(&(at + 1), |(start, _)| *start).is_ok_and(|nth| nth > 0)
    }
}

/// A line of a paragraph that was read.
#[derive(Debug, Default)]
pub struct LineRuns {
    /// Its runs.
    pub runs: Vec<Run>,
    /// Whether a line break ends it.
    pub breaks: bool,
}

/// The runs of each of `count` lines; line ends stand in them as `\n`.
pub fn apart(runs: Vec<Run>, count: usize) -> Vec<LineRuns> {
    let (mut parts, mut part) = (vec![], LineRuns::default());
    for run in runs {
        let Run::Text(text) = run else {
            part.runs.push(run);
            continue;
        };
        for (nth, piece) in text.split('\n').enumerate() {
            if nth > 0 {
                part.breaks = part.runs.pop_if(|last| *last == Run::Break).is_some();
                parts.push(std::mem::take(&mut part));
            }
            part.runs.extend((!piece.is_empty()).then(|| Run::Text(piece.to_string())));
        }
    }
    parts.push(part);
    parts.resize_with(count.max(parts.len()), LineRuns::default);
    parts
}

#[cfg(test)]
mod tests {
    use super::{Run, apart};

    #[test]
    fn there_are_as_many_lines_as_there_were() {
        assert_eq!(apart(vec![Run::Text("가".into())], 3).len(), 3);
    }
}
