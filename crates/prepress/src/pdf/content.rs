//! Reads the operators of a content stream, one at a time, from any bytes.
//!
//! It knows the syntax only; what an operator means is for those who read from it.

use std::ops::Range;

use lopdf::{Dictionary, Object, StringFormat};

use super::object::{as_number, filter_name};
use super::token::{Cursor, find, is_space, parse_number};

/// Deepest nesting of arrays and dictionaries in operands.
const DEEPEST: usize = 24;
/// Most operands of one operator; more than that are garbage and dropped.
const MOST_OPERANDS: usize = 1024;

/// One operator with its operands, until the next is read.
#[derive(Debug)]
pub struct Instruction<'a, 'l> {
    /// The operator, such as `re`.
    pub operator: &'a [u8],
    /// Its operands.
    pub operands: &'l [Object],
    /// An inline image's data, for an `EI` that stands where it should; the operands then hold its
    /// dictionary.
    pub image: Option<&'a [u8]>,
    /// Where it stands, operands included.
    pub range: Range<usize>,
}

impl Instruction<'_, '_> {
    /// The operand at `i` as a number, 0 if it is none.
    pub fn number(&self, i: usize) -> f64 {
        self.operands.get(i).and_then(as_number).unwrap_or(0.0)
    }

    /// The numbers among the operands.
    pub fn numbers(&self) -> Vec<f64> {
        self.operands.iter().filter_map(as_number).collect()
    }

    /// The first `N` operands, if they are numbers.
    pub fn first<const N: usize>(&self) -> Option<[f64; N]> {
        let mut values = [0.0; N];
        for (i, value) in values.iter_mut().enumerate() {
            *value = self.operands.get(i).and_then(as_number)?;
        }
        Some(values)
    }

    /// The last operand as a name.
    pub fn name(&self) -> Option<&[u8]> {
        self.operands.last()?.as_name().ok()
    }
}

/// Reads the operators of a content stream.
pub struct Lexer<'a> {
    cursor: Cursor<'a>,
    operands: Vec<Object>,
    odd: bool,
    torn: Option<Torn>,
}

/// What has no end, or takes in what does not belong to it, so that contents after it are lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Torn {
    /// A string.
    String,
    /// An array.
    Array,
    /// A dictionary.
    Dictionary,
    /// An inline image.
    Image,
    /// The contents themselves: their last operands have no operator.
    Contents,
}

impl<'a> Lexer<'a> {
    /// Starts at the beginning of `data`.
    pub fn new(data: &'a [u8]) -> Self {
        Self::at(Cursor { data, at: 0 })
    }

    /// Starts at a place.
    pub fn at(cursor: Cursor<'a>) -> Self {
        Self { cursor, operands: vec![], odd: false, torn: None }
    }

    /// How far it is.
    pub fn cursor(&self) -> Cursor<'a> {
        self.cursor.clone()
    }

    /// The object that stands next, if one does; of a reference its number.
    pub fn object(&mut self) -> Option<Object> {
        self.operand(0)
    }

    /// Whether something was read so far that readers understand in different ways.
    pub fn is_odd(&self) -> bool {
        self.odd
    }

    /// The first thing so far that is torn.
    pub fn torn(&self) -> Option<Torn> {
        self.torn
    }

    fn tear(&mut self, what: Torn) {
        self.odd = true;
        self.torn = self.torn.or(Some(what));
    }

    fn string(&mut self, (bytes, ends): (Vec<u8>, bool), format: StringFormat) -> Object {
        if !ends {
            self.tear(Torn::String);
        }
        Object::String(bytes, format)
    }

    /// An operand, if one stands here; nothing for an operator.
    fn operand(&mut self, depth: usize) -> Option<Object> {
        let cursor = &mut self.cursor;
        cursor.skip_space();
        match cursor.peek()? {
            b'/' => Some(Object::Name(cursor.name())),
            b'(' => {
                let string = cursor.literal();
                Some(self.string(string, StringFormat::Literal))
            }
            b'<' if cursor.data.get(cursor.at + 1) == Some(&b'<') => {
                cursor.at += 2;
                Some(Object::Dictionary(self.dictionary(depth, b">>")))
            }
            b'<' => {
                let string = cursor.hex();
                Some(self.string(string, StringFormat::Hexadecimal))
            }
            b'[' => {
                cursor.at += 1;
                Some(Object::Array(self.array(depth)))
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => {
                let start = cursor.at;
                let Some((number, agreed)) = parse_number(cursor.word()) else {
                    cursor.at = start;
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
            self.cursor.skip_space();
            self.cursor.peek()
        } {
            if byte == b']' {
                self.cursor.at += 1;
                return list;
            }
            match (depth < DEEPEST).then(|| self.operand(depth + 1)).flatten() {
                Some(object) => list.push(object),
                None => self.skip_one(Torn::Array),
            }
        }
        self.tear(Torn::Array);
        list
    }

    fn dictionary(&mut self, depth: usize, end: &[u8]) -> Dictionary {
        let mut dict = Dictionary::new();
        loop {
            self.cursor.skip_space();
            let rest = &self.cursor.data[self.cursor.at..];
            if rest.is_empty() {
                self.tear(Torn::Dictionary);
                break;
            }
            if rest.starts_with(end) {
                self.cursor.at += end.len();
                break;
            }
            if rest[0] != b'/' || depth >= DEEPEST {
                self.skip_one(Torn::Dictionary);
                continue;
            }
            let key = self.cursor.name();
            match self.operand(depth + 1) {
                Some(value) => dict.set(key, value),
                None => {
                    let start = self.cursor.at;
                    match self.cursor.word() {
                        b"true" => dict.set(key, true),
                        b"false" => dict.set(key, false),
                        b"null" => {}
                        _ => self.cursor.at = start,
                    }
                }
            }
        }
        dict
    }

    /// Goes on by a word or, failing that, by a byte, neither of which belongs into what stands here.
    fn skip_one(&mut self, within: Torn) {
        match self.cursor.word() {
            b"true" | b"false" | b"null" => self.odd = true,
            word => {
                self.cursor.at += usize::from(word.is_empty());
                self.tear(within);
            }
        }
    }

    /// The data of an inline image: up to the first `EI` between white space that text follows, as it
    /// does in content.
    fn inline_data(&mut self) -> Option<&'a [u8]> {
        let Cursor { data, at } = self.cursor;
        let start = at + usize::from(data.get(at).is_some_and(|b| is_space(*b)));
        let mut at = start;
        while let Some(found) = data.get(at..).and_then(|rest| find(rest, b"EI")) {
            at += found;
            let after = &data[at + 2..];
            let text = after.iter().take(12).all(|b| is_space(*b) || (0x20..0x7f).contains(b));
            let before = at == start || is_space(data[at - 1]);
            if before && text && after.first().is_none_or(|b| is_space(*b)) {
                self.cursor.at = at + 2;
                return Some(&data[start..at.saturating_sub(1).max(start)]);
            }
            at += 2;
        }
        self.cursor.at = data.len();
        self.tear(Torn::Image);
        None
    }

    /// The next operator; none at the end. Operands live until the one after it is asked for.
    pub fn next_operator(&mut self) -> Option<Instruction<'a, '_>> {
        self.operands.clear();
        self.cursor.skip_space();
        let start = self.cursor.at;
        loop {
            if let Some(operand) = self.operand(0) {
                if self.operands.len() >= MOST_OPERANDS {
                    self.operands.clear();
                }
                self.operands.push(operand);
                continue;
            }
            let operator = match self.cursor.word() {
                [] if self.cursor.at >= self.cursor.data.len() => {
                    if !self.operands.is_empty() {
                        self.tear(Torn::Contents);
                    }
                    return None;
                }
                [] => {
                    self.odd = true;
                    self.cursor.at += 1;
                    continue;
                }
                b"true" | b"false" | b"null" => continue,
                b"BI" => break,
                word => word,
            };
            let range = start..self.cursor.at;
            return Some(Instruction { operator, operands: &self.operands, image: None, range });
        }
        let dict = spelt_out(self.dictionary(0, b"ID"));
        let image = self.inline_data();
        self.operands = vec![Object::Dictionary(dict)];
        let range = start..self.cursor.at;
        Some(Instruction { operator: b"EI", operands: &self.operands, image, range })
    }
}

/// The dictionary of an inline image, its abbreviations spelt out (ISO 32000-1, 8.9.7).
fn spelt_out(dict: Dictionary) -> Dictionary {
    let long = |(key, value): (Vec<u8>, Object)| {
        let key: &[u8] = match key.as_slice() {
            b"BPC" => b"BitsPerComponent",
            b"CS" => b"ColorSpace",
            b"D" => b"Decode",
            b"DP" => b"DecodeParms",
            b"F" => b"Filter",
            b"H" => b"Height",
            b"IM" => b"ImageMask",
            b"I" => b"Interpolate",
            b"W" => b"Width",
            other => other,
        };
        (key.to_vec(), if key == b"Filter" { spelt_out_filters(value) } else { value })
    };
    dict.into_iter().map(long).collect()
}

fn spelt_out_filters(value: Object) -> Object {
    let Object::Name(name) = value else {
        return match value {
            Object::Array(list) => {
                list.into_iter().map(spelt_out_filters).collect::<Vec<_>>().into()
            }
            other => other,
        };
    };
    Object::Name(filter_name(&name).to_vec())
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
