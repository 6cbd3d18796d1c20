//! Reads one object from its notation (PDF 32000-1, 7.3).
//!
//! Depth and number of values are bounded. It follows no reference.

use std::collections::BTreeMap;

/// How deep arrays and dictionaries may stand in each other.
const DEEPEST: usize = 32;
/// The most values of one object.
const MOST_VALUES: usize = 1 << 17;

/// A dictionary by its keys.
pub type Dict = BTreeMap<Vec<u8>, Value>;

/// A value. Generations are not kept: a number names one object in the newest version of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Boolean,
    Integer(i64),
    Real,
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    Reference(u32),
}

/// Reads objects from bytes, one after the other.
pub struct Parser<'b> {
    bytes: &'b [u8],
    /// The byte that is read next.
    pub at: usize,
    values_left: usize,
}

impl<'b> Parser<'b> {
    pub fn new(bytes: &'b [u8], at: usize) -> Self {
        Self { bytes, at, values_left: MOST_VALUES }
    }

    /// The next value; none if there is none, or it is malformed, too deep or too large.
    pub fn value(&mut self) -> Option<Value> {
        self.value_at(0)
    }

    /// Whether `word` stands next, as a whole word; it is passed over.
    pub fn keyword(&mut self, word: &[u8]) -> bool {
        self.space();
        let rest = &self.bytes[self.at..];
        let whole = rest.get(word.len()).is_none_or(|&b| !is_regular(b));
        let found = rest.starts_with(word) && whole;
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// The next unsigned number.
    pub fn unsigned(&mut self) -> Option<u64> {
        self.space();
        let rest = &self.bytes[self.at..];
        let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let text = std::str::from_utf8(&rest[..digits]).ok()?;
        let number = text.parse().ok()?;
        self.at += digits;
        Some(number)
    }

    /// `N G obj`: the number of the object that starts here.
    pub fn object_number(&mut self) -> Option<u32> {
        let number = u32::try_from(self.unsigned()?).ok()?;
        self.unsigned()?;
        self.keyword(b"obj").then_some(number)
    }

    /// Passes over the end of the line that the word `stream` stands in (PDF 32000-1, 7.3.8.1).
    pub fn line_end(&mut self) {
        self.at += usize::from(self.peek() == Some(b'\r'));
        self.at += usize::from(self.peek() == Some(b'\n'));
    }

    fn value_at(&mut self, depth: usize) -> Option<Value> {
        self.values_left = self.values_left.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match self.peek()? {
            b'/' => self.name().map(Value::Name),
            b'(' => self.literal().map(Value::Text),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.dict(depth),
            b'<' => self.hexadecimal().map(Value::Text),
            b'[' => self.array(depth),
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            _ if self.keyword(b"null") => Some(Value::Null),
            _ if self.keyword(b"true") || self.keyword(b"false") => Some(Value::Boolean),
            _ => None,
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Value> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            self.space();
            if self.bytes[self.at..].starts_with(b">>") {
                self.at += 2;
                return Some(Value::Dict(dict));
            }
            let key = (self.peek()? == b'/').then(|| self.name())??;
            let value = self.value_at(depth + 1)?;
            dict.entry(key).or_insert(value);
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut values = vec![];
        loop {
            self.space();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(Value::Array(values));
            }
            values.push(self.value_at(depth + 1)?);
        }
    }

    /// An integer, a real number or a reference.
    fn number(&mut self) -> Option<Value> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|&&b| is_regular(b)).count();
        let text = std::str::from_utf8(&rest[..length]).ok()?;
        self.at += length;
        let Ok(integer) = text.strip_prefix('+').unwrap_or(text).parse::<i64>() else {
            return text.parse::<f64>().ok().map(|_| Value::Real);
        };
        let mut ahead = Parser { bytes: self.bytes, at: self.at, values_left: 0 };
        if ahead.unsigned().is_some_and(|g| g <= 65_535)
            && ahead.keyword(b"R")
            && let Ok(number) = u32::try_from(integer)
        {
            self.at = ahead.at;
            return Some(Value::Reference(number));
        }
        Some(Value::Integer(integer))
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut name = vec![];
        while let Some(b) = self.peek().filter(|&b| is_regular(b)) {
            let escaped = (b == b'#').then(|| self.bytes.get(self.at + 1..self.at + 3)).flatten();
            match escaped.and_then(|digits| Some(hex(digits[0])? << 4 | hex(digits[1])?)) {
                Some(byte) => {
                    name.push(byte);
                    self.at += 3;
                }
                None => {
                    name.push(b);
                    self.at += 1;
                }
            }
        }
        Some(name)
    }

    fn hexadecimal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut digits = vec![];
        loop {
            let b = self.peek()?;
            self.at += 1;
            match b {
                b'>' => break,
                _ if is_space(b) => {}
                _ => digits.push(hex(b)?),
            }
        }
        let pairs = digits.chunks(2);
        Some(pairs.map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect())
    }

    fn literal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut text = vec![];
        let mut open = 0_usize;
        loop {
            let b = self.peek()?;
            self.at += 1;
            match b {
                b'(' => open += 1,
                b')' if open == 0 => return Some(text),
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escape()?);
                    continue;
                }
                _ => {}
            }
            text.push(b);
        }
    }

    /// What follows a backslash in a literal string; nothing for a line that goes on.
    fn escape(&mut self) -> Option<Option<u8>> {
        let b = self.peek()?;
        self.at += 1;
        Some(Some(match b {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'0'..=b'7' => {
                let mut code = u32::from(b - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                // High-order overflow is ignored (PDF 32000-1, 7.3.4.2).
                (code & 0xFF) as u8
            }
            b'\r' | b'\n' => {
                self.at += usize::from(b == b'\r' && self.peek() == Some(b'\n'));
                return Some(None);
            }
            other => other,
        }))
    }

    /// Passes over white space and comments.
    fn space(&mut self) {
        while let Some(b) = self.peek() {
            if b == b'%' {
                let rest = &self.bytes[self.at..];
                self.at += rest.iter().take_while(|b| !matches!(b, b'\r' | b'\n')).count();
            } else if is_space(b) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

fn is_space(b: u8) -> bool {
    matches!(b, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(b: u8) -> bool {
    !is_space(b) && !b"()<>[]{}/%".contains(&b)
}

fn hex(b: u8) -> Option<u8> {
    (b as char).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, MOST_VALUES, Parser, Value};

    fn read(text: &str) -> Option<Value> {
        Parser::new(text.as_bytes(), 0).value()
    }

    #[test]
    fn every_kind_of_value_is_read() {
        assert_eq!(read(" % note\n 12"), Some(Value::Integer(12)));
        assert_eq!(read("-1.5"), Some(Value::Real));
        assert_eq!(read("7 0 R"), Some(Value::Reference(7)));
        assert_eq!(read("/A#20b"), Some(Value::Name(b"A b".to_vec())));
        assert_eq!(read("(a(b)\\)\\101\\\nc)"), Some(Value::Text(b"a(b))Ac".to_vec())));
        assert_eq!(read("<4 15>"), Some(Value::Text(b"AP".to_vec())));
        let Some(Value::Dict(dict)) = read("<</A[1 2 0 R true]/B null/A 3>>") else { panic!() };
        let inside = vec![Value::Integer(1), Value::Reference(2), Value::Boolean];
        assert_eq!(dict[b"A".as_slice()], Value::Array(inside), "the first of two counts");
    }

    #[test]
    fn malformed_deep_and_large_objects_are_none() {
        for text in ["", "<<", "[1 2", "(a", "<zz>", "<</A>>", "foo", "--", "<</A 1"] {
            assert_eq!(read(text), None, "{text}");
        }
        let nested = |n: usize| "[".repeat(n) + &"]".repeat(n);
        assert!(read(&nested(DEEPEST + 1)).is_some());
        assert!(read(&nested(DEEPEST + 2)).is_none());
        let long = |n: usize| format!("[{}]", "0 ".repeat(n));
        assert!(read(&long(MOST_VALUES - 1)).is_some());
        assert!(read(&long(MOST_VALUES)).is_none());
    }
}
