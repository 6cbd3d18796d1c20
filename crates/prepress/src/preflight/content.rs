//! Reads the operators of a content stream, one at a time, from any bytes.
//!
//! It knows the syntax only; what an operator means is for those who read from it.

mod token;

use std::ops::Range;

use lopdf::{Dictionary, Object, StringFormat};

use token::{is_regular, parse_number, unescape};

/// Deepest nesting of arrays and dictionaries in operands.
const DEEPEST: usize = 24;
/// Most operands of one operator; more than that are garbage and dropped.
const MOST_OPERANDS: usize = 1024;

/// One operator with its operands, until the next is read.
#[derive(Debug)]
pub(super) struct Instruction<'a, 'l> {
    /// The operator, such as `re`.
    pub operator: &'a [u8],
    /// Its operands.
    pub operands: &'l [Object],
    /// An inline image's data, for `EI`; the operands then hold its dictionary.
    pub image: Option<&'a [u8]>,
    /// Where it stands, operands included.
    pub range: Range<usize>,
}

impl Instruction<'_, '_> {
    /// The operand at `i` as a number, 0 if it is none.
    pub fn number(&self, i: usize) -> f64 {
        self.operands.get(i).and_then(super::file::number).unwrap_or(0.0)
    }

    /// The numbers among the operands.
    pub fn numbers(&self) -> Vec<f64> {
        self.operands.iter().filter_map(super::file::number).collect()
    }

    /// The last operand as a name.
    pub fn name(&self) -> Option<&[u8]> {
        self.operands.last()?.as_name().ok()
    }

    /// Whether an operator of paths, matrices or text has just the operands it should, so that every
    /// reader understands it the same way.
    pub fn is_plain(&self) -> bool {
        let numbers = match self.operator {
            b"w" | b"M" | b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" | b"Tr" => 1,
            b"m" | b"l" | b"Td" | b"TD" => 2,
            b"v" | b"y" | b"re" => 4,
            b"c" | b"cm" | b"Tm" => 6,
            b"Tj" | b"TJ" | b"'" => return self.operands.len() == 1,
            b"\"" => return self.operands.len() == 3,
            b"h" | b"W" | b"W*" | b"n" | b"f" | b"F" | b"f*" | b"S" | b"s" | b"B" | b"B*"
            | b"b" | b"b*" | b"q" | b"Q" | b"BT" | b"ET" | b"T*" => 0,
            _ => return true,
        };
        let number = |o: &Object| super::file::number(o).is_some();
        self.operands.len() == numbers && self.operands.iter().all(number)
    }

    /// Whether the standard has the operator (ISO 32000-1, annex A).
    pub fn is_known(&self) -> bool {
        OPERATORS.contains(&self.operator)
    }
}

/// Every operator, those that are most frequent first.
const OPERATORS: &[&[u8]] = &[
    b"l", b"c", b"m", b"re", b"f", b"h", b"q", b"Q", b"cm", b"Tj", b"TJ", b"Tf", b"Tm", b"Td",
    b"BT", b"ET", b"gs", b"scn", b"cs", b"k", b"g", b"S", b"w", b"n", b"W", b"Do", b"BDC", b"BMC",
    b"EMC", b"f*", b"F", b"W*", b"v", b"y", b"s", b"b", b"B", b"b*", b"B*", b"K", b"G", b"rg",
    b"RG", b"CS", b"sc", b"SC", b"SCN", b"d", b"i", b"j", b"J", b"M", b"ri", b"sh", b"EI", b"Tc",
    b"Tw", b"Tz", b"TL", b"Ts", b"Tr", b"T*", b"TD", b"'", b"\"", b"MP", b"DP", b"BX", b"EX",
    b"d0", b"d1",
];

/// Reads the operators of a content stream.
pub(super) struct Lexer<'a> {
    data: &'a [u8],
    at: usize,
    operands: Vec<Object>,
    odd: bool,
}

impl<'a> Lexer<'a> {
    /// Starts at the beginning of `data`.
    pub fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, operands: vec![], odd: false }
    }

    /// Whether something was read so far that readers understand in different ways.
    pub fn is_odd(&self) -> bool {
        self.odd
    }

    fn peek(&self) -> Option<u8> {
        self.data.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                0 | 9 | 10 | 12 | 13 | 32 => self.at += 1,
                b'%' => {
                    while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                        self.at += 1;
                    }
                }
                _ => break,
            }
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let rest = &self.data[self.at..];
        let length = rest.iter().position(|b| !is_regular(*b)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// An operand, if one stands here; nothing for an operator.
    fn operand(&mut self, depth: usize) -> Option<Object> {
        self.skip_space();
        match self.peek()? {
            b'/' => {
                self.at += 1;
                let raw = self.word();
                Some(Object::Name(unescape(raw)))
            }
            b'(' => Some(Object::String(self.literal(), StringFormat::Literal)),
            b'<' if self.data.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Some(Object::Dictionary(self.dictionary(depth, b">>")))
            }
            b'<' => Some(Object::String(self.hex(), StringFormat::Hexadecimal)),
            b'[' => {
                self.at += 1;
                Some(Object::Array(self.array(depth)))
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => {
                let start = self.at;
                let word = self.word();
                let Some((number, agreed)) = parse_number(word) else {
                    self.at = start;
                    return None;
                };
                self.odd |= !agreed;
                Some(number)
            }
            _ => None,
        }
    }

    fn array(&mut self, depth: usize) -> Vec<Object> {
        let mut list = vec![];
        while let Some(byte) = {
            self.skip_space();
            self.peek()
        } {
            if byte == b']' {
                self.at += 1;
                break;
            }
            match (depth < DEEPEST).then(|| self.operand(depth + 1)).flatten() {
                Some(object) => list.push(object),
                None => self.skip_one(),
            }
        }
        list
    }

    fn dictionary(&mut self, depth: usize, end: &[u8]) -> Dictionary {
        let mut dict = Dictionary::new();
        loop {
            self.skip_space();
            if self.at >= self.data.len() {
                break;
            }
            if self.data[self.at..].starts_with(end) {
                self.at += end.len();
                break;
            }
            if self.peek() != Some(b'/') || depth >= DEEPEST {
                self.skip_one();
                continue;
            }
            self.at += 1;
            let key = unescape(self.word());
            match self.operand(depth + 1) {
                Some(value) => dict.set(key, value),
                None => {
                    let start = self.at;
                    match self.word() {
                        b"true" => dict.set(key, true),
                        b"false" => dict.set(key, false),
                        b"null" => {}
                        _ => self.at = start,
                    }
                }
            }
        }
        dict
    }

    /// Goes on by a word or, failing that, by a byte.
    fn skip_one(&mut self) {
        self.odd = true;
        if self.word().is_empty() {
            self.at += 1;
        }
    }

    /// The data of an inline image, up to its `EI`.
    fn inline_data(&mut self) -> &'a [u8] {
        if self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
        let start = self.at;
        let space = |at: usize| self.data.get(at).is_none_or(|b| !is_regular(*b));
        let mut at = start;
        while let Some(found) = super::file::find(&self.data[at..], b"EI") {
            at += found;
            if at > start && space(at - 1) && space(at + 2) {
                self.at = at + 2;
                return &self.data[start..at];
            }
            at += 2;
        }
        self.at = self.data.len();
        &self.data[start..]
    }

    /// The next operator; none at the end. Operands live until the one after it is asked for.
    pub fn next_operator(&mut self) -> Option<Instruction<'a, '_>> {
        self.operands.clear();
        self.skip_space();
        let start = self.at;
        loop {
            if let Some(operand) = self.operand(0) {
                if self.operands.len() >= MOST_OPERANDS {
                    self.operands.clear();
                }
                self.operands.push(operand);
                continue;
            }
            let operator = match self.word() {
                [] if self.at >= self.data.len() => return None,
                [] => {
                    self.odd = true;
                    self.at += 1;
                    continue;
                }
                b"true" | b"false" | b"null" => continue,
                b"BI" => break,
                word => word,
            };
            let range = start..self.at;
            return Some(Instruction { operator, operands: &self.operands, image: None, range });
        }
        let dict = self.dictionary(0, b"ID");
        let image = Some(self.inline_data());
        self.operands = vec![Object::Dictionary(dict)];
        let range = start..self.at;
        Some(Instruction { operator: b"EI", operands: &self.operands, image, range })
    }
}

#[cfg(test)]
mod tests {
    use super::Lexer;

    fn operators(text: &str) -> Vec<String> {
        let mut lexer = Lexer::new(text.as_bytes());
        let mut found = vec![];
        while let Some(op) = lexer.next_operator() {
            found.push(String::from_utf8_lossy(op.operator).into_owned());
        }
        found
    }

    #[test]
    fn operators_strings_and_inline_images() {
        assert_eq!(
            operators("q 1 0 0 1 5 5 cm (a\\)b) Tj <</A[1 /B]>> gs Q"),
            ["q", "cm", "Tj", "gs", "Q"]
        );
        assert_eq!(operators("BI /W 1 /H 1 ID \x01EIx EI Q"), ["EI", "Q"]);
    }

    #[test]
    fn garbage_ends() {
        assert_eq!(operators("[[[[ << ) > } q"), Vec::<String>::new());
        assert_eq!(operators(") > } q"), ["q"]);
        assert_eq!(operators(&"[".repeat(100_000)), Vec::<String>::new());
    }
}
