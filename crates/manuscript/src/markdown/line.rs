//! One line of the file: what it is by its form, and where its words begin and end.
//!
//! Looks at one line alone; what depends on the lines around it is `context`'s.

use crate::source::BlockKind;
use crate::text::marker;
use std::ops::Range;

/// A line with its parts.
#[derive(Debug, Clone)]
pub struct Line {
    /// The line, its characters in order, without blanks at its end.
    pub text: String,
    /// What it is.
    pub kind: BlockKind,
    /// Whether it is a rule, or the underline of a heading: `---`, `===`.
    pub rule: bool,
    /// Columns of blanks before it; a tab counts four.
    pub indent: usize,
    /// Where its words begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// Whether two blanks at its end break it from the line that goes on with it (CommonMark 6.7).
    pub breaks: bool,
}

/// Quote marks that one line may begin with.
const QUOTES: usize = 8;

impl Line {
    /// Reads a line.
    pub fn new(text: String) -> Self {
        let blank = text.len() - text.trim_start().len();
        let columns = |at: usize| text[..at].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let indent = columns(blank);
        let mut start = blank;
        for _ in 0..QUOTES {
            match text[start..].strip_prefix('>') {
                Some(rest) if !rest.trim().is_empty() => {
                    start = text.len() - rest.trim_start().len();
                }
                _ => break,
            }
        }
        let (kind, words) = kind(&text[start..]);
        let (from, end) = (start + words.start, start + words.end);
        let rule = is_rule(&text[start..]);
        Self { text, kind, rule, indent, start: from, end, breaks: false }
    }

    /// Its words, without what makes it a heading or an item.
    pub fn words(&self) -> &str {
        &self.text[self.start..self.end]
    }

    /// The whole line without blanks around it.
    pub fn whole(&self) -> &str {
        self.text.trim()
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// Whether it has words.
    pub fn is_text(&self) -> bool {
        !matches!(self.kind, BlockKind::Blank | BlockKind::Noise)
    }
}

/// What a line without blanks before it is, and the byte range of its words.
fn kind(text: &str) -> (BlockKind, Range<usize>) {
    let all = text.len();
    if text.is_empty() {
        return (BlockKind::Blank, 0..0);
    }
    if is_rule(text) {
        return (BlockKind::Text, 0..all);
    }
    if let Some((level, words)) = heading(text) {
        return (BlockKind::Heading(level), words);
    }
    if text.starts_with('|') && text[1..].contains('|') {
        return (BlockKind::Row, 0..all);
    }
    match marker::bullet(text).map(|bullet| (bullet.class, bullet.length..all)) {
        Some((class, words)) => (BlockKind::Item(class), words),
        None => bare(text).map_or((BlockKind::Text, 0..all), |kind| (kind, all..all)),
    }
}

/// A bullet alone: what tools leave whose words stand in the next line.
fn bare(text: &str) -> Option<BlockKind> {
    let mut signs = text.chars();
    let alone = signs.next().is_some_and(|sign| !sign.is_alphanumeric()) && signs.next().is_none();
    let bullet = alone.then(|| marker::bullet(&format!("{text} 가"))).flatten();
    bullet.filter(|bullet| bullet.length > 0).map(|bullet| BlockKind::Item(bullet.class))
}

/// `## words ##`; the blank after the signs may be missing from the second level on.
fn heading(text: &str) -> Option<(u8, Range<usize>)> {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let rest = &text[level..];
    let spaced = rest.is_empty() || rest.starts_with([' ', '\t']);
    if !(1..=6).contains(&level) || !(spaced || level > 1) {
        return None;
    }
    let from = text.len() - rest.trim_start().len();
    let bare = rest.trim_end_matches('#');
    let closed = bare.is_empty() || (bare.len() < rest.len() && bare.ends_with([' ', '\t']));
    let to = if closed { level + bare.trim_end().len() } else { text.len() };
    let (from, to) = (from.min(to.max(level)), to.max(from.min(to)));
    Some((level as u8, without_emphasis(text, from..to)))
}

/// Tools write headings of a bold style as `## **words**`.
fn without_emphasis(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    for sign in ["**", "__"] {
        let inner = words.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign));
        if let Some(inner) = inner.filter(|inner| !inner.contains(sign) && !inner.trim().is_empty())
        {
            let start = range.start + sign.len() + inner.len() - inner.trim_start().len();
            return start..start + inner.trim().len();
        }
    }
    range
}

/// Three or more of one sign, blanks between them or not.
fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let Some(first) = signs.next().filter(|c| "-*_=—─━".contains(*c)) else { return false };
    let mut count = 1;
    signs.all(|c| {
        count += 1;
        c == first
    }) && count >= 3
}

/// Whether a line is the rule under a table's head: `|---|:--:|`.
pub fn is_table_rule(text: &str) -> bool {
    let text = text.trim();
    text.contains('-')
        && text.contains('|')
        && text.chars().all(|c| matches!(c, '|' | ':' | '-' | ' ' | '\t'))
}

/// The cells of a row, without blanks around them, and whether a sign ends it.
pub fn cells(text: &str, kind: BlockKind) -> (Vec<&str>, bool) {
    if kind == BlockKind::Tabbed {
        return (text.split('\t').map(str::trim).collect(), false);
    }
    let text = text.trim();
    let text = text.strip_prefix('|').unwrap_or(text);
    let mut cells = vec![];
    let mut start = 0;
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'|' => {
                cells.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let closed = start == text.len();
    if !closed {
        cells.push(text[start..].trim());
    }
    (cells, closed)
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Line, is_rule};

    fn read(text: &str) -> (BlockKind, String) {
        let line = Line::new(text.to_string());
        (line.kind, line.words().to_string())
    }

    #[test]
    fn lines_are_told_apart_by_form() {
        for (text, kind, words) in [
            ("", BlockKind::Blank, ""),
            ("## 제목 ##", BlockKind::Heading(2), "제목"),
            ("##제목", BlockKind::Heading(2), "제목"),
            ("#해시", BlockKind::Text, "#해시"),
            ("##", BlockKind::Heading(2), ""),
            ("### C#", BlockKind::Heading(3), "C#"),
            ("## **제목**", BlockKind::Heading(2), "제목"),
            ("## **제목** 둘 **셋**", BlockKind::Heading(2), "**제목** 둘 **셋**"),
            ("  - 가", BlockKind::Item('-'), "가"),
            ("\t∙ 가", BlockKind::Item('∙'), "가"),
            ("- · 가", BlockKind::Item('·'), "가"),
            ("- \\* 주", BlockKind::Item('-'), "\\* 주"),
            ("①가", BlockKind::Item('①'), "①가"),
            ("1. 가", BlockKind::Item('1'), "1. 가"),
            ("5. 7. 회의", BlockKind::Text, "5. 7. 회의"),
            ("5. 7 회의", BlockKind::Text, "5. 7 회의"),
            ("1. 1차 선정", BlockKind::Item('1'), "1. 1차 선정"),
            ("2. 2024년 예산", BlockKind::Item('1'), "2. 2024년 예산"),
            ("2024. 5. 7.", BlockKind::Text, "2024. 5. 7."),
            ("○○기업은", BlockKind::Text, "○○기업은"),
            ("-5도", BlockKind::Text, "-5도"),
            ("> > 인용", BlockKind::Text, "인용"),
            ("| a | b |", BlockKind::Row, "| a | b |"),
            ("* * *", BlockKind::Text, "* * *"),
            ("─────", BlockKind::Text, "─────"),
        ] {
            assert_eq!(read(text), (kind, words.to_string()), "{text}");
            assert_eq!(is_rule(text), ["* * *", "─────"].contains(&text), "{text}");
        }
    }
}
