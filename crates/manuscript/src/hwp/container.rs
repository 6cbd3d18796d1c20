//! The streams of the compound file that an HWP 5 file is, each bounded.
//!
//! It never writes. What a stream says of its size is not believed.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use cfb::CompoundFile;
use flate2::read::DeflateDecoder;
use jikji_diagnostic::Diagnostic;

use super::info::Bin;
use super::record::{u16_at, u32_at};
use crate::messages as msg;

/// The most that all streams which are read may hold, in bytes, unpacked.
const MOST: usize = 48 << 20;
/// The most that a stream of records may hold, in bytes, unpacked; a manuscript of a hundred pages has a fourth of it.
pub const MOST_RECORDS: usize = 16 << 20;

/// A compound file.
pub struct Container<'a> {
    file: CompoundFile<Cursor<Cow<'a, [u8]>>>,
    left: usize,
    /// Whether objects hold more than a manuscript does: no further ones are read.
    is_full: bool,
}

impl<'a> Container<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is no sound compound file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        let damaged = || Diagnostic::general(msg::DAMAGED);
        if !is_bounded(bytes) {
            return Err(damaged());
        }
        let bytes = freed(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned);
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
        Ok(Self { file, left: MOST, is_full: false })
    }

    /// The names of what stands in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = self.file.read_storage(folder);
        entries.map_or(vec![], |found| found.map(|entry| entry.name().to_string()).collect())
    }

    /// A stream, as it is in the file or unpacked; none if there is none of that name.
    ///
    /// # Errors
    /// If it is damaged or holds more than `most` bytes.
    pub fn stream(
        &mut self,
        path: &str,
        packed: bool,
        most: usize,
    ) -> Result<Option<Vec<u8>>, Diagnostic> {
        let Ok(stream) = self.file.open_stream(path) else { return Ok(None) };
        let most = most.min(self.left);
        let mut bytes = vec![];
        let read = if packed {
            DeflateDecoder::new(stream).take(most as u64 + 1).read_to_end(&mut bytes)
        } else {
            stream.take(most as u64 + 1).read_to_end(&mut bytes)
        };
        if bytes.len() > most {
            return Err(Diagnostic::general(msg::UNPACKED).arg("part", path));
        }
        self.left -= bytes.len();
        read.map_err(|_| Diagnostic::general(msg::DAMAGED_PART).arg("part", path))?;
        Ok(Some(bytes))
    }

    /// The name and the bytes of a picture: none if it stands beside the file, and as they stand if they were not
    /// packed after all.
    ///
    /// # Errors
    /// If all of them together hold too much.
    pub fn picture(
        &mut self,
        bin: Option<&Bin>,
        packed: bool,
    ) -> Result<(String, Vec<u8>), Diagnostic> {
        let (name, packed) = match bin {
            None => return Ok((String::new(), vec![])),
            Some(Bin::Linked(name)) => return Ok((name.clone(), vec![])),
            Some(Bin::Kept { name, packed: own }) => (name, own.unwrap_or(packed)),
        };
        let path = format!("/BinData/{name}");
        let bytes = match self.stream(&path, packed, MOST) {
            Err(fault) if fault.message.code == msg::DAMAGED_PART.code && packed => {
                self.stream(&path, false, MOST)?
            }
            found => found?,
        };
        Ok((name.clone(), bytes.unwrap_or_default()))
    }

    /// The bytes of an object of another program; none where they are missing, or cannot be unpacked.
    pub fn object(&mut self, bin: Option<&Bin>, packed: bool) -> Vec<u8> {
        if self.is_full {
            return vec![];
        }
        let found = self.picture(bin, packed);
        self.is_full = found.is_err();
        found.map_or(vec![], |(_, bytes)| bytes)
    }
}

/// The file with the entries of unused sectors free, where its writer left them zero (MS-CFB 2.3 has it otherwise): no
/// two sectors lead to the same one, so several that lead to the first lead nowhere. Only tables that the header names
/// are looked at, for the first 6 MB, and that of small sectors.
fn freed(bytes: &[u8]) -> Option<Vec<u8>> {
    let sector = 1usize << u16_at(bytes, 30);
    let number = |at: usize| u32_at(bytes, at) as usize;
    let place = |number: usize| (number + 1).saturating_mul(sector);
    let is_there = |number: &usize| place(*number) < bytes.len();
    let tables: Vec<usize> = (76..512).step_by(4).map(number).filter(is_there).collect();
    let after = |at: &usize| {
        let table = tables.get(at / (sector / 4))?;
        Some(number(place(*table) + at % (sector / 4) * 4))
    };
    let small = std::iter::successors(Some(number(60)), after).take_while(is_there);
    let small: Vec<usize> = small.take(number(64).min(bytes.len() / sector)).collect();
    let mut freed = None;
    for list in [&tables, &small] {
        let entries = || list.iter().flat_map(|at| (place(*at)..place(*at) + sector).step_by(4));
        let zeros = || entries().filter(|at| bytes.get(*at..at + 4) == Some(&[0; 4]));
        if zeros().nth(1).is_some() {
            let freed = freed.get_or_insert_with(|| bytes.to_vec());
            zeros().for_each(|at| freed[at..at + 4].fill(0xff));
        }
    }
    freed
}

/// Whether the lists of the file's table of sectors are no longer than the file needs (MS-CFB 2.5): a list that names
/// the same sectors again and again would be read into memory before it is found out.
fn is_bounded(bytes: &[u8]) -> bool {
    let shift = u32::from(u16_at(bytes, 30));
    if !matches!(shift, 9 | 12) {
        return false;
    }
    let sector = 1usize << shift;
    // Each sector of such a list names sectors of the table, and each of these is for so many sectors of the file.
    let each = (sector / 4 - 1) * (sector / 4);
    let needed = bytes.len() / sector / each + 1;
    let mut next = u32_at(bytes, 68);
    for _ in 0..=needed {
        let at = (next as usize + 1).saturating_mul(sector);
        if at.saturating_add(sector) > bytes.len() {
            return true;
        }
        next = u32_at(bytes, at + sector - 4);
    }
    false
}
