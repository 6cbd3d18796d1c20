//! Where the pieces of a TOML file stand in its own bytes: headers, keys, values, down to the last cell of a list.
//!
//! It goes by the form alone, of files that are known to be TOML: what is not it gives up.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A header, or a key with its value.
#[derive(Debug)]
pub struct Item {
    /// The keys of its name.
    pub keys: Vec<String>,
    /// From its first byte to its last.
    pub range: Range<usize>,
    /// Where its line begins, and where the next one does.
    pub line: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What stands on a line.
#[derive(Debug)]
pub enum Kind {
    /// `[…]`, or `[[…]]` for one of many.
    Head {
        /// Whether it is one of many.
        many: bool,
    },
    /// `key = …`.
    Pair(Value),
}

/// A value.
#[derive(Debug)]
pub struct Value {
    /// Its bytes.
    pub range: Range<usize>,
    /// What is in it.
    pub inner: Inner,
}

/// What is in a value.
#[derive(Debug)]
pub enum Inner {
    /// Nothing that has a path of its own.
    Plain,
    /// `[…]`.
    List(Vec<Value>),
    /// `{…}`.
    Table(Vec<Pair>),
}

/// A key of an inline table with its value.
#[derive(Debug)]
pub struct Pair {
    /// The keys of its name.
    pub keys: Vec<String>,
    /// Where it begins.
    pub start: usize,
    /// Its value.
    pub value: Value,
}

impl Value {
    /// Where the cells of a list or inline table stand.
    pub fn cells(&self) -> Vec<Range<usize>> {
        match &self.inner {
            Inner::Plain => vec![],
            Inner::List(values) => values.iter().map(|value| value.range.clone()).collect(),
            Inner::Table(pairs) => {
                pairs.iter().map(|pair| pair.start..pair.value.range.end).collect()
            }
        }
    }
}

/// The headers and keys of a file, in order; none where it is not TOML.
pub fn items(text: &str) -> Option<Vec<Item>> {
    let mut scan = Scan { text, at: text.len() - text.trim_start_matches('\u{feff}').len() };
    let mut items = vec![];
    loop {
        scan.trivia();
        let start = scan.at;
        let Some(first) = scan.peek() else { return Some(items) };
        let (keys, kind) = if first == b'[' {
            let many = text[start..].starts_with("[[");
            scan.at += if many { 2 } else { 1 };
            let keys = scan.keys()?;
            scan.take(if many { "]]" } else { "]" })?;
            (keys, Kind::Head { many })
        } else {
            let keys = scan.keys()?;
            scan.take("=")?;
            scan.blanks();
            (keys, Kind::Pair(scan.value()?))
        };
        let range = start..scan.at;
        let line = line_start(text, start)..rest_of_line(text, scan.at)?;
        scan.at = line.end;
        items.push(Item { keys, range, line, kind });
    }
}

/// Where the last of the keys that begin at a byte is written.
pub fn last_key(text: &str, start: usize) -> Option<Range<usize>> {
    let mut scan = Scan { text, at: start };
    loop {
        scan.blanks();
        let start = scan.at;
        scan.key()?;
        let range = start..scan.at;
        if scan.take(".").is_none() {
            return Some(range);
        }
    }
}

/// Where the line of a byte begins.
pub fn line_start(text: &str, at: usize) -> usize {
    let before = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    before.max(text.len() - text.trim_start_matches('\u{feff}').len())
}

/// Where the next line begins, if nothing but blanks and a comment stand before it.
pub fn rest_of_line(text: &str, at: usize) -> Option<usize> {
    let mut scan = Scan { text, at };
    scan.blanks();
    if scan.peek() == Some(b'#') {
        scan.at += text[scan.at..].find(['\n', '\r']).unwrap_or(text.len() - scan.at);
    }
    match scan.peek() {
        None => Some(scan.at),
        Some(b'\r') if text[scan.at..].starts_with("\r\n") => Some(scan.at + 2),
        Some(b'\n' | b'\r') => Some(scan.at + 1),
        Some(_) => None,
    }
}

/// Where blanks, line ends and comments end.
pub fn past_trivia(text: &str, at: usize) -> usize {
    let mut scan = Scan { text, at };
    scan.trivia();
    scan.at
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, sign: &str) -> Option<()> {
        self.blanks();
        self.text[self.at..].starts_with(sign).then(|| self.at += sign.len())
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
    }

    fn trivia(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'#') => {
                    let rest = &self.text[self.at..];
                    self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
                }
                _ => return,
            }
        }
    }

    fn keys(&mut self) -> Option<Vec<String>> {
        let mut keys = vec![];
        loop {
            self.blanks();
            let start = self.at;
            keys.push(self.key()?);
            if self.take(".").is_none() {
                return (self.at > start).then_some(keys);
            }
        }
    }

    fn key(&mut self) -> Option<String> {
        let start = self.at;
        let key = match self.peek()? {
            b'"' | b'\'' => {
                self.string()?;
                unquoted(&self.text[start..self.at])?
            }
            _ => {
                let bare = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
                let rest = &self.text[start..];
                self.at += rest.find(|c| !bare(c)).unwrap_or(rest.len());
                self.text[start..self.at].to_string()
            }
        };
        Some(key.nfc().collect())
    }

    fn value(&mut self) -> Option<Value> {
        let start = self.at;
        let inner = match self.peek()? {
            b'"' | b'\'' => {
                self.string()?;
                Inner::Plain
            }
            b'[' => Inner::List(self.cells(b']', Self::value)?),
            b'{' => Inner::Table(self.cells(b'}', |scan| {
                let start = scan.at;
                let keys = scan.keys()?;
                scan.take("=")?;
                scan.blanks();
                Some(Pair { keys, start, value: scan.value()? })
            })?),
            _ => {
                let rest = &self.text[start..];
                let length = rest.find([',', ']', '}', '#', '\n', '\r']).unwrap_or(rest.len());
                self.at += rest[..length].trim_end_matches([' ', '\t']).len();
                (self.at > start).then_some(Inner::Plain)?
            }
        };
        Some(Value { range: start..self.at, inner })
    }

    fn cells<T>(
        &mut self,
        close: u8,
        mut cell: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.at += 1;
        let mut cells = vec![];
        loop {
            self.trivia();
            if self.peek()? == close {
                self.at += 1;
                return Some(cells);
            }
            cells.push(cell(self)?);
            self.trivia();
            match self.peek()? {
                b',' => self.at += 1,
                end if end == close => {}
                _ => return None,
            }
        }
    }

    fn string(&mut self) -> Option<()> {
        let rest = &self.text[self.at..];
        let quote = &rest[..1];
        let many = quote.repeat(3);
        let quotes = if rest.starts_with(&many) { many.as_str() } else { quote };
        let mut at = quotes.len();
        loop {
            let next = at + rest[at..].find(['\\', '"', '\''])?;
            if rest[next..].starts_with('\\') {
                let escaped = rest[next + 1..].chars().next()?.len_utf8();
                at = next + 1 + if quote == "\"" { escaped } else { 0 };
            } else if rest[next..].starts_with(quotes) {
                // Two quotes more may stand before those that close lines.
                let more =
                    rest[next + quotes.len()..].bytes().take_while(|b| *b == quote.as_bytes()[0]);
                let more = if quotes.len() == 3 { more.take(2).count() } else { 0 };
                self.at += next + quotes.len() + more;
                return Some(());
            } else {
                at = next + 1;
            }
        }
    }
}

/// What a string says that is written on one line.
fn unquoted(written: &str) -> Option<String> {
    let table = toml::from_str::<toml::Table>(&format!("key = {written}")).ok()?;
    table.get("key")?.as_str().map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::{Kind, items};

    #[test]
    fn headers_keys_and_values_have_their_places() {
        let text = "\u{feff}# 앞\r\na.'b c' = 1 # x\r\n[ \"t\\u0061\" ]\r\nd = [ 'x', # ]\r\n {e.f = '''\r\n]''''} , ]\r\n[[u.v]]";
        let found = items(text).unwrap();
        let said: Vec<_> =
            found.iter().map(|item| (item.keys.join("|"), &text[item.range.clone()])).collect();
        assert_eq!(said[0], ("a|b c".into(), "a.'b c' = 1"));
        assert_eq!(said[1], ("ta".into(), "[ \"t\\u0061\" ]"));
        assert_eq!(said[3], ("u|v".into(), "[[u.v]]"));
        let Kind::Pair(list) = &found[2].kind else { panic!() };
        let cells: Vec<_> = list.cells().into_iter().map(|cell| &text[cell]).collect();
        assert_eq!(cells, ["'x'", "{e.f = '''\r\n]''''}"]);
        assert_eq!(&text[found[0].line.clone()], "a.'b c' = 1 # x\r\n");
        assert!(items("a = [").is_none() && items("= 1").is_none());
    }
}
