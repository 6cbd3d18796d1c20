//! Finds texts, lists and tables that the author forgot to close, with a small scan of its own.
//!
//! The TOML parser names the place where it noticed; the author needs the place where it began.

use std::ops::Range;

/// Nesting of `[` and `{` that is still read; no layout needs more than a handful. The TOML crate
/// stops at 80 by itself, but lets each level hold a key of 79 dotted parts, and a tree that deep
/// overflows the stack when it is dropped.
const DEEPEST: usize = 16;

/// A string of the file.
pub struct Quoted {
    /// Its opening quote or quotes.
    opening: Range<usize>,
    /// Past its closing quote, or where it was cut off.
    pub end: usize,
    /// Whether it may run over lines.
    block: bool,
    /// Whether its closing quotes are there.
    pub closed: bool,
}

/// The first byte of the line that `at` is in.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

/// The opening of the `'''` or `"""` that is still open at the end of the file.
pub fn last_opening(text: &str) -> Option<Range<usize>> {
    let mut last = None;
    scan(text, |quoted| last = (quoted.block && !quoted.closed).then_some(quoted.opening), |_| ());
    last
}

/// The text of one line that is cut off by the line end at `end`, with its opening quote.
pub fn cut_text(text: &str, end: usize) -> Option<Range<usize>> {
    let start = line_start(text, end);
    let mut cut = None;
    scan(
        &text[start..end],
        |quoted| {
            if !quoted.block && !quoted.closed {
                cut = Some(start + quoted.opening.start..end);
            }
        },
        |_| (),
    );
    cut
}

/// The innermost `[` or `{` of a value that is still open where the next table begins, or at the
/// end of the file.
pub fn open_bracket(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut open: Vec<usize> = vec![];
    let mut found = None;
    let mut header = false;
    let mut before = b'\n';
    let mut step = |at: usize| {
        let begins = at == 0 || bytes[at - 1] == b'\n';
        header = !begins && header || begins && bytes[at] == b'[' && open.is_empty();
        if header || found.is_some() {
            return;
        }
        let line = || text[at..].lines().next().unwrap_or_default();
        let top = open.last().map(|open| bytes[*open]);
        let next_table = begins && bytes[at] == b'[' && {
            is_header(line().split('#').next().unwrap_or_default().trim_end())
        };
        // In braces a value stands after `=`: where another pair opens, or the list around them closes,
        // they were to be closed before.
        let next_row = bytes[at] == b'{' && top == Some(b'{') && before != b'=';
        let crossed = matches!((top, bytes[at]), (Some(b'{'), b']') | (Some(b'['), b'}'));
        let next_key =
            begins && top.is_some() && bytes[at].is_ascii_alphabetic() && is_assignment(line());
        if (next_table && top.is_some()) || next_row || crossed || next_key && top == Some(b'[') {
            found = open.last().copied();
            open.clear();
        }
        match bytes[at] {
            b'[' | b'{' => open.push(at),
            b']' | b'}' => drop(open.pop()),
            _ => {}
        }
        if !bytes[at].is_ascii_whitespace() {
            before = bytes[at];
        }
    };
    scan(text, |_| (), &mut step);
    found.or(open.last().copied()).map(|at| at..at + 1)
}

/// A `'''` text before byte `problem` that has a table header or a key inside: most likely its
/// closing quotes are missing. Returns its opening and the first such line.
pub fn swallowing_text(text: &str, problem: usize) -> Option<(Range<usize>, Range<usize>)> {
    let mut found = None;
    let mut consider = |quoted: Quoted| {
        let inside = quoted.opening.end..quoted.end;
        if found.is_none() && quoted.block && (quoted.end <= problem || !quoted.closed) {
            found = header_line(text, inside).map(|line| (quoted.opening, line));
        }
    };
    scan(text, &mut consider, |_| ());
    found
}

/// The place where brackets are nested deeper than any manifest needs.
pub fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut depth = 0usize;
    let mut found = None;
    let mut step = |at: usize| {
        match text.as_bytes()[at] {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if found.is_none() && depth > DEEPEST {
            found = Some(at..at + 1);
        }
    };
    scan(text, |_| (), &mut step);
    found
}

/// Past the end of the block whose three quotes stand at `at`; none if they are not closed.
pub fn block_end(text: &str, at: usize) -> Option<usize> {
    let block = string_at(text, at);
    block.closed.then_some(block.end)
}

/// Whether a line reads like a header or a key of a manifest.
pub fn is_key_or_header(line: &str) -> bool {
    let line = line.trim_end();
    is_header(line) || is_assignment(line)
}

/// The first line inside `range` that reads like a header or a key of a manifest.
fn header_line(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    for line in text[range].split_inclusive('\n') {
        if is_key_or_header(line) {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

fn is_header(line: &str) -> bool {
    let inner = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')).unwrap_or("");
    let inner = inner.strip_prefix('[').and_then(|l| l.strip_suffix(']')).unwrap_or(inner);
    !inner.is_empty() && inner.split('.').all(is_bare_key)
}

fn is_assignment(line: &str) -> bool {
    let Some((key, value)) = line.split_once('=') else { return false };
    key.trim_end().split('.').all(is_bare_key)
        && value.trim_start().starts_with(['"', '\'', '[', '{'])
}

fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Walks the file: `quoted` gets each string, `other` each byte outside strings and comments.
pub fn scan(text: &str, mut quoted: impl FnMut(Quoted), mut other: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'#' => at = text[at..].find('\n').map_or(bytes.len(), |i| at + i),
            b'"' | b'\'' => {
                let string = string_at(text, at);
                at = string.end;
                quoted(string);
            }
            _ => {
                other(at);
                at += 1;
            }
        }
    }
}

/// The string whose opening quote is at `at`.
fn string_at(text: &str, at: usize) -> Quoted {
    let bytes = text.as_bytes();
    let quote = bytes[at];
    let block = bytes[at..].starts_with(&[quote; 3]);
    let opening = at..at + if block { 3 } else { 1 };
    let mut end = opening.end;
    while let Some(&byte) = bytes.get(end) {
        if byte == b'\\' && quote == b'"' {
            end += 2;
        } else if byte == b'\n' && !block {
            return Quoted { opening, end, block, closed: false };
        } else if byte == quote && (!block || bytes[end..].starts_with(&[quote; 3])) {
            end += opening.len();
            // Up to two more quotes belong to the text: '''a'''''.
            let extra = if block { 2 } else { 0 };
            end += bytes[end..].iter().take(extra).take_while(|&&b| b == quote).count();
            return Quoted { opening, end, block, closed: true };
        } else {
            end += 1;
        }
    }
    let end = text.ceil_char_boundary(end.min(text.len()));
    Quoted { opening, end, block, closed: false }
}
