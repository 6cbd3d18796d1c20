//! Records: what the streams of an HWP 5 file are made of, as a tree by their levels.
//!
//! A record says its kind, its level and its length (HWP 5.0 revision 1.3, 4.1). Nothing of a length is believed, and
//! the tree is a list in which each record knows where its last descendant ends: no depth costs calls.

use jikji_diagnostic::Diagnostic;

use crate::messages as msg;

/// The most records of a stream; a manuscript of a hundred pages has a twentieth of it.
const MOST: usize = 600_000;

/// Kinds of records (4.2, 4.3).
pub mod tag {
    pub const BIN_DATA: u16 = 18;
    pub const CHAR_SHAPE: u16 = 21;
    pub const NUMBERING: u16 = 23;
    pub const BULLET: u16 = 24;
    pub const PARA_SHAPE: u16 = 25;
    pub const STYLE: u16 = 26;
    pub const PARAGRAPH: u16 = 66;
    pub const TEXT: u16 = 67;
    pub const LETTERS: u16 = 68;
    pub const RANGES: u16 = 70;
    pub const CONTROL: u16 = 71;
    pub const LIST: u16 = 72;
    pub const SHAPE: u16 = 76;
    pub const TABLE: u16 = 77;
    pub const OLE: u16 = 84;
    pub const PICTURE: u16 = 85;
    pub const CONTROL_DATA: u16 = 87;
    pub const EQUATION: u16 = 88;
    pub const WORD_ART: u16 = 90;
    pub const FORM: u16 = 91;
    pub const MEMOS: u16 = 93;
    pub const CHART: u16 = 95;
    pub const VIDEO: u16 = 98;
}

/// A record.
struct Record<'a> {
    tag: u16,
    level: u16,
    /// The place after its last descendant.
    next: u32,
    data: &'a [u8],
}

/// The records of a stream.
pub struct Records<'a>(Vec<Record<'a>>);

/// A record in its tree.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    all: &'a [Record<'a>],
    at: usize,
}

impl<'a> Records<'a> {
    /// Reads the records of a stream that is named `part`.
    ///
    /// # Errors
    /// If a record says that it is longer than the stream, or if there are too many.
    pub fn read(mut bytes: &'a [u8], part: &str) -> Result<Self, Diagnostic> {
        let mut records: Vec<Record<'a>> = vec![];
        let mut open: Vec<usize> = vec![];
        while let Some((head, rest)) = bytes.split_first_chunk::<4>() {
            let head = u32::from_le_bytes(*head);
            let level = (head >> 10 & 0x3ff) as u16;
            let (length, rest) = match (head >> 20, rest.split_first_chunk::<4>()) {
                (0xfff, Some((long, rest))) => (u32::from_le_bytes(*long), rest),
                (length, _) => (length, rest),
            };
            let Some((data, rest)) = rest.split_at_checked(length as usize) else {
                return Err(Diagnostic::general(msg::DAMAGED_PART).arg("part", part));
            };
            if records.len() == MOST {
                return Err(Diagnostic::general(msg::UNPACKED).arg("part", part));
            }
            while let Some(&last) = open.last()
                && records[last].level >= level
            {
                records[last].next = records.len() as u32;
                open.pop();
            }
            open.push(records.len());
            records.push(Record { tag: (head & 0x3ff) as u16, level, next: 0, data });
            bytes = rest;
        }
        let end = records.len() as u32;
        for at in open {
            records[at].next = end;
        }
        Ok(Self(records))
    }

    /// The records that stand in no other.
    pub fn top(&'a self) -> impl Iterator<Item = Node<'a>> {
        siblings(&self.0, 0, self.0.len())
    }
}

impl<'a> Node<'a> {
    /// Its kind, see [`tag`].
    pub fn tag(&self) -> u16 {
        self.all[self.at].tag
    }

    /// What it holds.
    pub fn data(&self) -> &'a [u8] {
        self.all[self.at].data
    }

    /// Whether it stands before another of the same stream.
    pub fn is_before(&self, other: &Node<'_>) -> bool {
        self.at < other.at
    }

    /// The records that stand in it, without those that stand in these.
    pub fn children(&self) -> impl Iterator<Item = Node<'a>> + use<'a> {
        siblings(self.all, self.at + 1, self.all[self.at].next as usize)
    }

    /// The first record of a kind that stands in it.
    pub fn child(&self, tag: u16) -> Option<Node<'a>> {
        self.children().find(|child| child.tag() == tag)
    }
}

fn siblings<'a>(
    all: &'a [Record<'a>],
    mut at: usize,
    end: usize,
) -> impl Iterator<Item = Node<'a>> + use<'a> {
    std::iter::from_fn(move || {
        let here = (at < end).then_some(at)?;
        at = all[here].next as usize;
        Some(Node { all, at: here })
    })
}

/// A number of two bytes; 0 where a record of an older version ends before it.
pub fn u16_at(data: &[u8], at: usize) -> u16 {
    let bytes = data.get(at..).and_then(|rest| rest.first_chunk());
    bytes.map_or(0, |bytes| u16::from_le_bytes(*bytes))
}

/// A number of four bytes; 0 where a record of an older version ends before it.
pub fn u32_at(data: &[u8], at: usize) -> u32 {
    let bytes = data.get(at..).and_then(|rest| rest.first_chunk());
    bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// A number of four bytes that may be below 0.
pub fn i32_at(data: &[u8], at: usize) -> i32 {
    u32_at(data, at).cast_signed()
}

/// A text with its length before it, in UTF-16, and the place after it; as much of it as is there.
pub fn text_at(data: &[u8], at: usize) -> (String, usize) {
    let length = usize::from(u16_at(data, at)) * 2;
    let start = data.len().min(at + 2);
    let end = data.len().min(start + length);
    (utf16(&data[start..end]), end)
}

/// A text in UTF-16.
pub fn utf16(bytes: &[u8]) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let chars = char::decode_utf16(units);
    chars.map(|found| found.unwrap_or(char::REPLACEMENT_CHARACTER)).filter(|&c| c != '\0').collect()
}
