//! Reads a content stream operator by operator without copying it (ISO 32000-1, 7.8.2).
//!
//! Operands stay byte ranges of the stream, so that what is not rewritten can be copied through as
//! it stands. Damaged operands are skipped over, never reported: the pass rewrites colours and
//! judges nothing else.

use std::ops::Range;

/// One operand.
#[derive(Debug, Clone)]
pub(super) enum Operand {
    Number(f64),
    /// A name's raw bytes, without the slash and with its `#` escapes.
    Name(Range<usize>),
    /// A string, an array, a dictionary or anything else.
    Other,
}

/// One operator with what stands before it.
#[derive(Debug)]
pub(super) struct Operation<'a> {
    /// The operator's name.
    pub(super) name: &'a [u8],
    /// From the first operand's first byte to the operator's last.
    pub(super) range: Range<usize>,
}

/// A cursor over a content stream.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands of the operation read last.
    pub(super) operands: Vec<Operand>,
}

/// Operands kept for one operator; more are dropped (the largest legal number is 33, of `scn`).
const MOST_OPERANDS: usize = 64;

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, operands: Vec::new() }
    }

    /// The number at a place among the operands.
    pub(super) fn number(&self, index: usize) -> Option<f64> {
        match self.operands.get(index) {
            Some(Operand::Number(value)) => Some(*value),
            _ => None,
        }
    }

    /// The first `N` operands as numbers.
    pub(super) fn numbers<const N: usize>(&self) -> Option<[f64; N]> {
        let mut values = [0.0; N];
        for (i, value) in values.iter_mut().enumerate() {
            *value = self.number(i)?;
        }
        Some(values)
    }

    /// The last operand as a name, its escapes resolved.
    pub(super) fn name(&self) -> Option<Vec<u8>> {
        match self.operands.last() {
            Some(Operand::Name(range)) => Some(unescape(&self.bytes[range.clone()])),
            _ => None,
        }
    }

    /// The next operator, with its operands in [`Self::operands`].
    pub(super) fn next(&mut self) -> Option<Operation<'a>> {
        self.operands.clear();
        let mut start = None;
        loop {
            self.skip_space();
            let at = self.at;
            let operand = match *self.bytes.get(at)? {
                b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_token(),
                b'/' => {
                    self.at += 1;
                    let from = self.at;
                    self.regular();
                    Operand::Name(from..self.at)
                }
                b'(' => {
                    self.string();
                    Operand::Other
                }
                b'<' | b'[' => {
                    self.balanced();
                    Operand::Other
                }
                b')' | b'>' | b']' | b'{' | b'}' => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    self.regular();
                    let name = &self.bytes[at..self.at];
                    if matches!(name, b"true" | b"false" | b"null") {
                        Operand::Other
                    } else {
                        return Some(Operation { name, range: start.unwrap_or(at)..self.at });
                    }
                }
            };
            start.get_or_insert(at);
            if self.operands.len() < MOST_OPERANDS {
                self.operands.push(operand);
            }
        }
    }

    /// How far the stream is read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// After `BI`: the range of the image's dictionary entries and that of its data. The data ends
    /// at the first `EI` between white space that legal content may follow.
    pub(super) fn inline_image(&mut self) -> Option<(Range<usize>, Range<usize>)> {
        let from = self.at;
        let id = loop {
            self.skip_space();
            let at = self.at;
            match *self.bytes.get(at)? {
                b'(' => self.string(),
                b'<' | b'[' => self.balanced(),
                b'/' => {
                    self.at += 1;
                    self.regular();
                }
                b')' | b'>' | b']' | b'{' | b'}' => self.at += 1,
                _ => {
                    self.regular();
                    if &self.bytes[at..self.at] == b"ID" {
                        break at;
                    }
                }
            }
        };
        let data = self.at + 1;
        let mut at = data;
        loop {
            let found = self.bytes.get(at..)?.windows(2).position(|w| w == b"EI")? + at;
            let before = found == data || is_space(self.bytes[found - 1]);
            let after = &self.bytes[found + 2..];
            let text = after.iter().take(12).all(|b| is_space(*b) || (0x20..0x7f).contains(b));
            if before && after.first().is_none_or(|b| is_space(*b)) && text {
                self.at = found + 2;
                return Some((from..id, data..found.saturating_sub(1).max(data)));
            }
            at = found + 2;
        }
    }

    fn skip_space(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            if byte == b'%' {
                while self.bytes.get(self.at).is_some_and(|b| !matches!(b, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Moves over regular characters, one at least.
    fn regular(&mut self) {
        let from = self.at;
        while self.bytes.get(self.at).is_some_and(|&b| !is_space(b) && !is_delimiter(b)) {
            self.at += 1;
        }
        if self.at == from
            && self.bytes.get(from).is_some_and(|&b| !is_space(b) && !is_delimiter(b))
        {
            self.at += 1;
        }
    }

    fn number_token(&mut self) -> Operand {
        let from = self.at;
        self.at += 1;
        while self.bytes.get(self.at).is_some_and(|b| matches!(b, b'.' | b'-' | b'0'..=b'9')) {
            self.at += 1;
        }
        parse_number(&self.bytes[from..self.at]).map_or(Operand::Other, Operand::Number)
    }

    fn string(&mut self) {
        let mut depth = 0usize;
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at = (self.at + 1).min(self.bytes.len()),
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {}
            }
        }
    }

    /// Moves over an array, a dictionary or a hexadecimal string.
    fn balanced(&mut self) {
        let mut depth = 0usize;
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'(' => {
                    self.string();
                    continue;
                }
                b'%' => {
                    self.skip_space();
                    continue;
                }
                b'[' | b'<' => depth += 1,
                b']' | b'>' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}

/// A PDF number: sign, digits, one point.
fn parse_number(text: &[u8]) -> Option<f64> {
    let (mut value, mut scale, mut negative) = (0.0f64, 0.0f64, false);
    for (i, &byte) in text.iter().enumerate() {
        match byte {
            b'-' if i == 0 => negative = true,
            b'+' if i == 0 => {}
            b'.' if scale == 0.0 => scale = 1.0,
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                scale *= 10.0;
            }
            _ => return None,
        }
    }
    let value = if scale > 1.0 { value / scale } else { value };
    value.is_finite().then_some(if negative { -value } else { value })
}

/// Resolves `#xx` in a name.
pub(super) fn unescape(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    let mut at = 0;
    while let Some(&byte) = name.get(at) {
        let hex = |i: usize| name.get(i).and_then(|&b| (b as char).to_digit(16));
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'#', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}
