//! The parts of a zipped file, each read once and bounded.
//!
//! It never writes, and takes parts by name alone: what a name says of folders leads nowhere.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use jikji_diagnostic::Diagnostic;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::messages as msg;

/// The most that one part may hold, in bytes.
const MOST_PART: u64 = 32 << 20;
/// The most parts; a file has one for each picture and some ten more.
const MOST_PARTS: usize = 20_000;
/// The most that all parts which are read may hold, in bytes.
const MOST: u64 = 48 << 20;

/// A zipped file.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The places of the parts, by their names.
    places: BTreeMap<String, usize>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is no sound zip file, or has too many parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        // What its end says of their number is not believed: each begins with this sign (APPNOTE 4.3.12).
        let mut parts = bytes.split(|&byte| byte == b'P').filter(|at| at.starts_with(b"K\x01\x02"));
        if parts.nth(MOST_PARTS).is_some() {
            return Err(Diagnostic::general(msg::UNPACKED).arg("part", "PK"));
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|_| Diagnostic::general(msg::DAMAGED))?;
        // Some programs of Windows part folders as Windows does (APPNOTE 4.4.17.1 has it otherwise).
        let names = archive.file_names().enumerate();
        let places = names.filter_map(|(at, name)| Some((name.ok()?.replace('\\', "/"), at)));
        let places = places.collect();
        Ok(Self { archive, places, left: MOST })
    }

    /// The names of all parts.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.places.keys()
    }

    /// A part; none if there is none of that name.
    ///
    /// # Errors
    /// If it is locked, damaged, or holds too much.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        let Some(place) = self.places.get(name) else { return Ok(None) };
        let part = match self.archive.by_index(*place) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Diagnostic::general(msg::LOCKED));
            }
            Err(_) => return Err(Diagnostic::general(msg::DAMAGED)),
        };
        let most = MOST_PART.min(self.left);
        let much = || Diagnostic::general(msg::UNPACKED).arg("part", name);
        if part.size() > most {
            return Err(much());
        }
        let mut bytes = vec![];
        // One that says less of its size is not believed.
        let read = part.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(much());
        }
        read.map_err(|_| Diagnostic::general(msg::DAMAGED))?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}
