//! The regions of a TOML file: what belongs to which header or key, by its form alone.
//!
//! It tells strings, brackets and comments apart, and knows no keys.

use std::ops::Range;

/// A stretch of the file that begins with a header or with a key of the top level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The first part of its name: `parts` for `[[parts.sections]]` and `parts = […]`.
    pub name: String,
    /// Its bytes, whole lines.
    pub range: Range<usize>,
}

/// The regions of a file that is TOML, in order. Comments and blank lines before a header belong to it.
pub fn regions(text: &str) -> Vec<Region> {
    let mut regions: Vec<Region> = vec![];
    let mut scan = Scan::default();
    let mut in_table = false;
    // Where the comments and blanks before the next header begin.
    let mut waiting = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begun = scan.is_outside();
        let words = line.trim_start();
        let header = begun && words.starts_with('[');
        let bare = begun && (words.is_empty() || words.starts_with('#'));
        let key = begun && !header && !bare && !in_table;
        if bare {
            waiting = waiting.or(Some(at));
        } else if header || key {
            in_table |= header;
            let start = waiting.take().unwrap_or(at);
            if let Some(last) = regions.last_mut() {
                last.range.end = start;
            }
            regions.push(Region { name: first_name(words), range: start..text.len() });
        } else {
            waiting = None;
        }
        if !header {
            scan.line(line);
        }
        at += line.len();
    }
    regions
}

/// `parts` of `[[parts.sections]]`, `"parts".x` or `parts = 1`.
fn first_name(words: &str) -> String {
    let words = words.trim_start_matches('[').trim_start();
    let quoted = words.strip_prefix(['"', '\'']);
    let end = |c: char| matches!(c, '.' | ']' | '=' | '"' | '\'') || c.is_whitespace();
    quoted.unwrap_or(words).split(end).next().unwrap_or_default().to_string()
}

/// What is open at a place of the file.
#[derive(Debug, Default)]
struct Scan {
    depth: usize,
    /// The quotes that close a string over lines.
    quotes: Option<&'static str>,
}

impl Scan {
    fn is_outside(&self) -> bool {
        self.depth == 0 && self.quotes.is_none()
    }

    /// Goes on over a line.
    fn line(&mut self, line: &str) {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            if let Some(quotes) = self.quotes {
                rest = match rest {
                    _ if rest.starts_with(quotes) => {
                        self.quotes = None;
                        &rest[quotes.len()..]
                    }
                    _ => after(rest, c, quotes.starts_with('"')),
                };
                continue;
            }
            match c {
                '#' => return,
                '"' if rest.starts_with("\"\"\"") => self.quotes = Some("\"\"\""),
                '\'' if rest.starts_with("'''") => self.quotes = Some("'''"),
                '"' | '\'' => {
                    rest = string(rest, c);
                    continue;
                }
                '[' | '{' => self.depth += 1,
                ']' | '}' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            rest = &rest[self.quotes.map_or(c.len_utf8(), str::len)..];
        }
    }
}

/// What comes after a character, or after a backslash and the one it escapes.
fn after(rest: &str, c: char, escapes: bool) -> &str {
    let rest = &rest[c.len_utf8()..];
    match rest.chars().next().filter(|_| escapes && c == '\\') {
        Some(next) => &rest[next.len_utf8()..],
        None => rest,
    }
}

/// What comes after a string of one line.
fn string(rest: &str, quote: char) -> &str {
    let mut rest = &rest[1..];
    while let Some(c) = rest.chars().next() {
        if c == quote {
            return &rest[1..];
        }
        rest = after(rest, c, quote == '"');
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::regions;

    #[test]
    fn headers_keys_and_their_comments_are_told() {
        let text = "# 앞\na = 1\n\"b\" = [\n  [1],\n  '''\n[x]\n''', # ]\n]\n\n# 표\n[issue]\nc = \"[[parts]]\"\n\
                    [[parts.sections]]\nd = \"\"\"\n[y]\n\\\"\"\"\"\n# 뒤\n[[parts]]\n";
        let found = regions(text);
        let named: Vec<_> =
            found.iter().map(|r| (r.name.as_str(), &text[r.range.clone()])).collect();
        assert_eq!(
            named,
            [
                ("a", "# 앞\na = 1\n"),
                ("b", "\"b\" = [\n  [1],\n  '''\n[x]\n''', # ]\n]\n"),
                ("issue", "\n# 표\n[issue]\nc = \"[[parts]]\"\n"),
                ("parts", "[[parts.sections]]\nd = \"\"\"\n[y]\n\\\"\"\"\"\n"),
                ("parts", "# 뒤\n[[parts]]\n"),
            ]
        );
    }

    proptest::proptest! {
        /// Whatever the file, its regions are in order and end where it ends.
        #[test]
        fn any_file_has_regions_in_order(text in "[a\\[\\]{}\"'#=\\\\\n가.]{0,60}") {
            let found = regions(&text);
            for pair in found.windows(2) {
                assert_eq!(pair[0].range.end, pair[1].range.start);
            }
            assert!(found.last().is_none_or(|last| last.range.end == text.len()));
        }
    }
}
