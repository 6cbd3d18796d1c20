//! The bytes of a PDF; the data of large pictures may have stayed where the file is.
//!
//! A file of hundreds of pictures is tested page by page, so only those of the pages at hand are ever
//! needed at once. What stayed behind is zero here: that memory is never touched, and so never taken.

use std::borrow::Cow;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::pdf::token::{find, find_all};

/// Data of pictures larger than this stays behind, bytes.
const LARGE: usize = 64 << 10;
/// How much is read at a time, bytes.
const BLOCK: usize = 32 << 10;
/// The most bytes of a picture's dictionary.
const LONGEST_DICTIONARY: usize = 4 << 10;
/// What looking ahead once costs, in bytes, whatever is read.
const LOOK: usize = 4 << 10;
/// How often its own size a file may have looked ahead in it: one that is made to be slow is read whole.
const MOST_LOOKS: usize = 3;

/// Where a file's bytes can be read again.
pub trait Source: Read + Seek + Send {}

impl<S: Read + Seek + Send> Source for S {}

/// A PDF's bytes.
pub struct Stored<'b> {
    bytes: Cow<'b, [u8]>,
    left: Option<Left>,
}

/// What stayed behind.
struct Left {
    source: Mutex<Box<dyn Source>>,
    /// Where it belongs, in ascending order.
    holes: Vec<Range<usize>>,
}

impl<'b> From<&'b [u8]> for Stored<'b> {
    fn from(bytes: &'b [u8]) -> Self {
        Self { bytes: Cow::Borrowed(bytes), left: None }
    }
}

impl From<Vec<u8>> for Stored<'static> {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes: Cow::Owned(bytes), left: None }
    }
}

impl Stored<'static> {
    /// Reads a file of `size` bytes but for the data of its large pictures.
    ///
    /// # Errors
    /// What reading it says.
    pub fn sparse(source: impl Source + 'static, size: usize) -> io::Result<Self> {
        let mut reading = Reading {
            source: Box::new(source),
            bytes: vec![0; size],
            at: 0,
            looked: 0,
            told: 0,
            ahead: 0,
        };
        let mut holes = vec![];
        while reading.at < size {
            reading.block()?;
            while let Some(data) = reading.next_stream() {
                let Some(end) = reading.end_of_picture(data)? else { continue };
                reading.skip_to(end)?;
                holes.push(data..end);
            }
        }
        let left = Left { source: Mutex::new(reading.source), holes };
        Ok(Self { bytes: Cow::Owned(reading.bytes), left: Some(left) })
    }
}

impl Stored<'_> {
    /// All bytes; zeros stand for what stayed behind.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Some of the bytes, read again where they stayed behind; `None` where there are none, or no more.
    pub(super) fn range(&self, range: Range<usize>) -> Option<Cow<'_, [u8]>> {
        let here = self.bytes.get(range.clone())?;
        let touches = |hole: &Range<usize>| hole.start < range.end && range.start < hole.end;
        match self.left.as_ref().filter(|left| left.holes.iter().any(touches)) {
            Some(left) => left.read(range).ok().map(Cow::Owned),
            None => Some(Cow::Borrowed(here)),
        }
    }

    /// The same with nothing left behind; `None` if nothing is.
    pub(super) fn whole(&self) -> Option<Stored<'static>> {
        let left = self.left.as_ref().filter(|left| !left.holes.is_empty())?;
        let bytes = left.read(0..self.bytes.len()).ok()?;
        Some(Stored { bytes: Cow::Owned(bytes), left: None })
    }
}

impl Left {
    fn read(&self, range: Range<usize>) -> io::Result<Vec<u8>> {
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        source.seek(SeekFrom::Start(range.start as u64))?;
        let mut bytes = vec![0; range.len()];
        source.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// A file that is being read from its beginning to its end.
struct Reading {
    source: Box<dyn Source>,
    bytes: Vec<u8>,
    /// Read up to here.
    at: usize,
    /// Looked through for streams up to here.
    looked: usize,
    /// The end of the last stream's head or data: the next head comes after it.
    told: usize,
    /// Bytes that were looked at ahead so far.
    ahead: usize,
}

impl Reading {
    fn block(&mut self) -> io::Result<()> {
        let end = self.bytes.len().min(self.at + BLOCK);
        self.source.read_exact(&mut self.bytes[self.at..end])?;
        self.at = end;
        Ok(())
    }

    /// Where the data of the next stream starts, among what was read.
    fn next_stream(&mut self) -> Option<usize> {
        const WORD: &[u8] = b"stream";
        while let Some(found) = find(&self.bytes[self.looked..self.at], WORD) {
            let after = self.looked + found + WORD.len();
            if after + 2 > self.at && self.at < self.bytes.len() {
                // Its line may end in the next block.
                self.looked += found;
                return None;
            }
            self.looked = after;
            match self.bytes.get(after..self.at)? {
                [b'\r', b'\n', ..] => return Some(after + 2),
                [b'\n', ..] => return Some(after + 1),
                _ => {}
            }
        }
        self.looked = self.looked.max(self.at.saturating_sub(WORD.len() - 1));
        None
    }

    /// The end of the stream at `data`, if it is a large picture of which there is more to read.
    fn end_of_picture(&mut self, data: usize) -> io::Result<Option<usize>> {
        let head = self.told.max(data.saturating_sub(LONGEST_DICTIONARY))..data;
        self.told = data;
        let Some(length) = picture_length(&self.bytes[head]) else { return Ok(None) };
        self.ahead += LOOK;
        if self.ahead > self.bytes.len().saturating_mul(MOST_LOOKS) {
            return Ok(None);
        }
        let end = match length {
            Length::Said(length) => data.checked_add(length).filter(|end| *end <= self.bytes.len()),
            Length::Elsewhere => match self.find_end(data)? {
                Some(end) => Some(self.before_line_end(end)?),
                None => None,
            },
        };
        let Some(end) = end.filter(|end| end - data > LARGE && *end > self.at) else {
            return Ok(None);
        };
        let mut after = [0; 16];
        self.source.seek(SeekFrom::Start(end as u64))?;
        let read = read_some(&mut *self.source, &mut after)?;
        self.source.seek(SeekFrom::Start(self.at as u64))?;
        let ends = after[..read].trim_ascii_start().starts_with(b"endstream");
        Ok(ends.then_some(end))
    }

    /// Where `endstream` comes after `data`.
    fn find_end(&mut self, data: usize) -> io::Result<Option<usize>> {
        const WORD: &[u8] = b"endstream";
        let mut block = vec![0; BLOCK];
        let mut from = data;
        let found = loop {
            self.source.seek(SeekFrom::Start(from as u64))?;
            let read = read_some(&mut *self.source, &mut block)?;
            self.ahead += read;
            if let Some(at) = find(&block[..read], WORD) {
                break Some(from + at);
            }
            if read < block.len() || self.ahead > self.bytes.len().saturating_mul(MOST_LOOKS) {
                break None;
            }
            from += read - (WORD.len() - 1);
        };
        self.source.seek(SeekFrom::Start(self.at as u64))?;
        Ok(found)
    }

    /// The line end before `endstream` is read, since it is looked for where the data ends.
    fn before_line_end(&mut self, end: usize) -> io::Result<usize> {
        let mut last = [0; 2];
        self.source.seek(SeekFrom::Start(end.saturating_sub(2) as u64))?;
        self.source.read_exact(&mut last)?;
        self.source.seek(SeekFrom::Start(self.at as u64))?;
        Ok(match last {
            [b'\r', b'\n'] => end - 2,
            [_, b'\r' | b'\n'] => end - 1,
            _ => end,
        })
    }

    fn skip_to(&mut self, end: usize) -> io::Result<()> {
        self.source.seek(SeekFrom::Start(end as u64))?;
        (self.at, self.looked, self.told) = (end, end, end);
        Ok(())
    }
}

/// Fills as much of `bytes` as there is.
fn read_some(source: &mut dyn Source, bytes: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < bytes.len() {
        match source.read(&mut bytes[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

/// How long a stream is.
enum Length {
    /// In its dictionary.
    Said(usize),
    /// In an object of its own.
    Elsewhere,
}

/// The length of the picture whose data comes after `head`; `None` if no picture's does.
fn picture_length(head: &[u8]) -> Option<Length> {
    let start = head.windows(3).rposition(|word| word == b"obj")?;
    let dict = &head[start..];
    let value = |key: &[u8]| {
        let ends =
            |rest: &&[u8]| rest.first().is_some_and(|b| b.is_ascii_whitespace() || *b == b'/');
        let mut rests = find_all(dict, key).map(|at| &dict[at + key.len()..]);
        rests.find(ends).map(<[u8]>::trim_ascii_start)
    };
    value(b"/Subtype").filter(|kind| kind.starts_with(b"/Image"))?;
    let length = value(b"/Length")?;
    let digits = length.iter().take_while(|b| b.is_ascii_digit()).count();
    let number = std::str::from_utf8(&length[..digits]).ok()?.parse().ok()?;
    let rest = length[digits..].trim_ascii_start();
    let generation = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let refers = generation > 0 && rest[generation..].trim_ascii_start().starts_with(b"R");
    Some(if refers { Length::Elsewhere } else { Length::Said(number) })
}

#[cfg(test)]
mod tests;
