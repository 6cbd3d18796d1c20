//! The smallest parts of PDF syntax: white space, names, numbers, strings (ISO 32000-1, 7.2 and 7.3).
//!
//! It reads from any bytes and judges nothing.

use lopdf::Object;

/// A place in bytes that are read.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    /// All the bytes.
    pub data: &'a [u8],
    /// The byte that is read next.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// The next byte, which stays the next.
    pub fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'%' => {
                    while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                        self.at += 1;
                    }
                }
                byte if is_space(byte) => self.at += 1,
                _ => break,
            }
        }
    }

    /// The bytes up to the next white space or delimiter.
    pub fn word(&mut self) -> &'a [u8] {
        let rest = &self.data[self.at..];
        let length = rest.iter().position(|b| !is_regular(*b)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Whether `word` stands next, as a whole word; it is passed over.
    pub fn keyword(&mut self, word: &[u8]) -> bool {
        self.skip_space();
        let mut ahead = self.clone();
        let found = ahead.word() == word;
        self.at = if found { ahead.at } else { self.at };
        found
    }

    /// The next number, of digits alone.
    pub fn unsigned(&mut self) -> Option<usize> {
        self.skip_space();
        let mut ahead = self.clone();
        let number = std::str::from_utf8(ahead.word()).ok()?.parse().ok()?;
        self.at = ahead.at;
        Some(number)
    }

    /// A name, its escapes carried out; the slash stands next.
    pub fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        unescape(self.word())
    }

    /// A string in parentheses, and whether it ends.
    pub fn literal(&mut self) -> (Vec<u8>, bool) {
        self.at += 1;
        let mut out = vec![];
        let mut depth = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return (out, true);
                    }
                }
                b'\\' => {
                    self.escape(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        (out, false)
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push(value as u8);
            }
            other => out.push(other),
        }
    }

    /// A string in angle brackets, and whether it ends.
    pub fn hex(&mut self) -> (Vec<u8>, bool) {
        self.at += 1;
        let (mut digits, mut ends) = (vec![], false);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                ends = true;
                break;
            }
            digits.extend((byte as char).to_digit(16).map(|d| d as u8));
        }
        let bytes = digits.chunks(2).map(|p| p[0] << 4 | p.get(1).copied().unwrap_or(0));
        (bytes.collect(), ends)
    }
}

/// Whether each byte can stand in a name or an operator.
static REGULAR: [bool; 256] = {
    let mut table = [true; 256];
    let others = b"\0\t\n\x0C\r ()<>[]{}/%";
    let mut i = 0;
    while i < others.len() {
        table[others[i] as usize] = false;
        i += 1;
    }
    table
};

/// Whether a byte is white space.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

/// Whether a byte can stand in a name or an operator.
pub fn is_regular(byte: u8) -> bool {
    REGULAR[byte as usize]
}

/// Where `needle` first stands.
pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(at) = haystack[from..].iter().position(|&b| b == first) {
        if haystack[from + at..].starts_with(needle) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// Where `needle` stands, each time after the one before.
pub fn find_all<'b>(haystack: &'b [u8], needle: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(haystack.get(from..)?, needle)?;
        from = at + needle.len();
        Some(at)
    })
}

/// A name with its `#` escapes carried out.
fn unescape(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let [byte, tail @ ..] = rest {
        let digit = |i: usize| tail.get(i).and_then(|b| (*b as char).to_digit(16));
        match (byte, digit(0), digit(1)) {
            (b'#', Some(high), Some(low)) => {
                out.push((high << 4 | low) as u8);
                rest = &tail[2..];
            }
            _ => {
                out.push(*byte);
                rest = tail;
            }
        }
    }
    out
}

/// A number, as forgiving as viewers are; and whether viewers agree on it.
pub fn parse_number(word: &[u8]) -> Option<(Object, bool)> {
    if let Some(number) = parse_plain(word) {
        return Some((number, true));
    }
    let text = std::str::from_utf8(word).ok()?;
    if let Ok(integer) = text.parse::<i64>() {
        return Some((Object::Integer(integer), true));
    }
    let plain = text.bytes().all(|b| matches!(b, b'+' | b'-' | b'.' | b'0'..=b'9'));
    let real = plain.then(|| text.parse::<f32>().ok()).flatten().filter(|r| r.is_finite());
    // Numbers such as `--5` or `1.2.3` are read as 0, as viewers do.
    plain.then(|| (Object::Real(real.unwrap_or(0.0)), real.is_some()))
}

/// A number of up to 18 digits with at most one point and one sign, which nearly all are.
fn parse_plain(word: &[u8]) -> Option<Object> {
    let (negative, digits) = match word {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let (mut value, mut point) = (0_i64, None);
    for (i, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => value = value * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && digits.len() > 1 => point = Some(digits.len() - 1 - i),
            _ => return None,
        }
    }
    let value = if negative { -value } else { value };
    Some(match point {
        None => Object::Integer(value),
        Some(places) => Object::Real((value as f64 / POWERS[places]) as f32),
    })
}

/// Powers of ten.
static POWERS: [f64; 18] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17,
];

#[cfg(test)]
mod tests {
    use lopdf::Object;

    use super::parse_number;

    #[test]
    fn numbers() {
        let real = |text: &str| match parse_number(text.as_bytes()) {
            Some((Object::Real(value), agreed)) => (value, agreed),
            other => panic!("{text}: {other:?}"),
        };
        for text in ["0.5", "-.25", "4.", "123456.789", "0.12345678901234567890", "-0.000001"] {
            assert_eq!(real(text), (text.parse().unwrap(), true), "{text}");
        }
        assert_eq!(parse_number(b"-17"), Some((Object::Integer(-17), true)));
        assert_eq!(parse_number(b"+7"), Some((Object::Integer(7), true)));
        for odd in ["--5", "1.2.3", "-", "5-3"] {
            assert_eq!(real(odd), (0.0, false));
        }
        assert!(parse_number(b"5x").is_none());
    }
}
