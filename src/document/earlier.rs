//! Where a repeated key or header stood before.
//!
//! A file can repeat every one of its keys, so its lines are walked once for all of them. Only the lines
//! are looked at: what a text over several lines holds counts like the rest.

use std::collections::HashMap;
use std::ops::Range;

/// The lines of a text up to a place that only moves on.
pub struct Earlier<'t> {
    text: &'t str,
    /// The line that was reached; it is not in the maps.
    line: Range<usize>,
    /// Headers, by all that is written of them.
    headers: HashMap<&'t str, Range<usize>>,
    /// Keys since the last header.
    keys: HashMap<&'t str, Range<usize>>,
}

impl<'t> Earlier<'t> {
    /// At the first line of `text`.
    pub fn of(text: &'t str) -> Self {
        let (headers, keys) = (HashMap::new(), HashMap::new());
        Self { text, line: line_at(text, 0), headers, keys }
    }

    /// Whether the key at `place` stands in a header, and where the same header, or the same key since the
    /// last header, stood before. The places asked for must not go backwards.
    pub fn find(&mut self, place: &Range<usize>) -> (bool, Option<Range<usize>>) {
        while self.line.end < place.start && self.line.end < self.text.len() {
            self.pass();
        }
        let (line, _) = self.trimmed();
        match line.starts_with('[') {
            true => (true, self.headers.get(line).cloned()),
            false => {
                (false, self.text.get(place.clone()).and_then(|key| self.keys.get(key)).cloned())
            }
        }
    }

    /// Takes the line in and goes on to the next.
    fn pass(&mut self) {
        let (line, start) = self.trimmed();
        if line.starts_with('[') {
            self.headers.insert(line, start..start + line.len());
            self.keys.clear();
        } else if let Some(key) = key(line) {
            self.keys.insert(key, start..start + key.len());
        }
        self.line = line_at(self.text, self.line.end + 1);
    }

    /// The line without white space around it, and where that starts.
    fn trimmed(&self) -> (&'t str, usize) {
        let line = &self.text[self.line.clone()];
        (line.trim(), self.line.start + line.len() - line.trim_start().len())
    }
}

/// The line that starts at `start`, without its end.
fn line_at(text: &str, start: usize) -> Range<usize> {
    start..text[start..].find('\n').map_or(text.len(), |length| start + length)
}

/// The first part of the key that a line gives a value.
fn key(line: &str) -> Option<&str> {
    let quote = line.chars().next().filter(|first| ['"', '\''].contains(first));
    let end = match quote {
        Some(quote) => line[1..].find(quote)? + 2,
        None => line.find(|c: char| c.is_whitespace() || ['=', '.'].contains(&c))?,
    };
    line[end..].trim_start().starts_with(['=', '.']).then_some(&line[..end])
}

#[cfg(test)]
mod tests {
    use super::Earlier;

    #[test]
    fn what_stood_before_is_found_in_one_walk() {
        let text = "a = 1\n[t]\nb = 1\n  \"c.d\" = 2\nb.x = 3\n[t]\nb = 4\n\"c.d\" = 5\na = 6\n\"c.d\".e = 7";
        let mut earlier = Earlier::of(text);
        let mut found = |key: &str, nth: usize| {
            let (at, _) = text.match_indices(key).nth(nth).unwrap();
            let (header, before) = earlier.find(&(at..at + key.len()));
            (header, before.map(|before| before.start))
        };
        assert_eq!(found("a", 0), (false, None));
        assert_eq!(found("t", 0), (true, None));
        assert_eq!(found("b", 0), (false, None));
        assert_eq!(found("b", 1), (false, Some(10)));
        assert_eq!(found("t", 1), (true, Some(6)));
        assert_eq!(found("b", 2), (false, None));
        assert_eq!(found("a", 1), (false, None), "another table's");
        assert_eq!(
            found("\"c.d\"", 2),
            (false, Some(text.match_indices("\"c.d\"").nth(1).unwrap().0))
        );
    }
}
