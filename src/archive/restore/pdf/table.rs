//! Where the objects of a file stand: cross-reference tables and streams (PDF 32000-1, 7.5.4 and
//! 7.5.8).
//!
//! Newer sections win over the older ones they lead to. Nothing is rebuilt: in a file whose table is
//! broken, no attachment can be told from what is left of an older version.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use super::object::{Dict, Parser, Value};
use super::stream;
use super::{BROKEN, Broken};
use crate::archive::restore::fault::RestoreFault;

/// The most sections, newest first, that a file may have.
const MOST_SECTIONS: usize = 256;
/// The most objects.
const MOST_OBJECTS: usize = 1 << 20;
/// How far from the file's end its last section is named.
const TAIL: usize = 2048;
/// The most bytes that all cross-reference streams unpack to.
const MOST_UNPACKED: usize = 8 << 20;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nowhere: it was deleted.
    Free,
    /// At a byte of the file.
    At(usize),
    /// In an object stream.
    In(u32),
}

/// The places of all objects, and the trailer of the newest section.
#[derive(Debug, Default)]
pub struct Table {
    pub places: BTreeMap<u32, Place>,
    pub trailer: Dict,
    unpacked: usize,
}

/// Reads the sections of a file, newest first.
pub fn read(bytes: &[u8]) -> Result<Table, RestoreFault> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let word = b"startxref";
    let found = tail.windows(word.len()).rposition(|window| window == word);
    let start = found.map(|at| bytes.len() - tail.len() + at + word.len()).ok_or(BROKEN)?;
    let offset = Parser::new(bytes, start).unsigned().ok_or(BROKEN)?;
    let mut table = Table::default();
    let mut seen = vec![];
    let mut next = Some(offset);
    while let Some(offset) = next {
        if seen.contains(&offset) || seen.len() == MOST_SECTIONS {
            return Err(BROKEN);
        }
        seen.push(offset);
        let trailer = section(bytes, offset, &mut table)?;
        next = offset_of(&trailer, b"Prev");
        match seen.len() {
            1 => table.trailer = trailer,
            // Encryption is told in every trailer, and one is enough to know.
            _ => {
                let encrypted = trailer.get(b"Encrypt".as_slice()).cloned();
                table.trailer.extend(encrypted.map(|entry| (b"Encrypt".to_vec(), entry)));
            }
        }
    }
    Ok(table)
}

fn offset_of(trailer: &Dict, key: &[u8]) -> Option<u64> {
    match trailer.get(key) {
        Some(Value::Integer(offset)) => u64::try_from(*offset).ok(),
        _ => None,
    }
}

/// Reads one section and, with a table, the stream that completes it; gives its trailer.
fn section(bytes: &[u8], offset: u64, table: &mut Table) -> Result<Dict, RestoreFault> {
    let at = usize::try_from(offset).ok().filter(|&at| at < bytes.len()).ok_or(BROKEN)?;
    let mut parser = Parser::new(bytes, at);
    if !parser.keyword(b"xref") {
        return from_stream(bytes, parser, table);
    }
    let mut free = vec![];
    while !parser.keyword(b"trailer") {
        let first = parser.unsigned().ok_or(BROKEN)?;
        let count = parser.unsigned().ok_or(BROKEN)?;
        for number in first..first.saturating_add(count) {
            let offset = parser.unsigned().ok_or(BROKEN)?;
            parser.unsigned().ok_or(BROKEN)?;
            let number = u32::try_from(number).broken()?;
            if parser.keyword(b"n") {
                table.put(number, Place::At(usize::try_from(offset).broken()?))?;
            } else if parser.keyword(b"f") {
                free.push(number);
            } else {
                return Err(BROKEN);
            }
        }
    }
    let Some(Value::Dict(trailer)) = parser.value() else { return Err(BROKEN) };
    if let Some(offset) = offset_of(&trailer, b"XRefStm") {
        // What the table calls free may stand in this stream (PDF 32000-1, 7.5.8.4).
        let at = usize::try_from(offset).ok().filter(|&at| at < bytes.len()).ok_or(BROKEN)?;
        from_stream(bytes, Parser::new(bytes, at), table)?;
    }
    for number in free {
        table.put(number, Place::Free)?;
    }
    Ok(trailer)
}

/// Reads a cross-reference stream; its dictionary is the trailer.
fn from_stream(bytes: &[u8], mut parser: Parser, table: &mut Table) -> Result<Dict, RestoreFault> {
    parser.object_number().ok_or(BROKEN)?;
    let Some(Value::Dict(dict)) = parser.value() else { return Err(BROKEN) };
    let is_table = dict.get(b"Type".as_slice()) == Some(&Value::Name(b"XRef".to_vec()));
    if !is_table || !parser.keyword(b"stream") {
        return Err(BROKEN);
    }
    parser.line_end();
    let length = offset_of(&dict, b"Length").ok_or(BROKEN)?;
    let end = usize::try_from(length).ok().and_then(|length| parser.at.checked_add(length));
    let data = end.and_then(|end| bytes.get(parser.at..end)).ok_or(BROKEN)?;
    let data = stream::decoded(&dict, data, MOST_UNPACKED - table.unpacked)?;
    table.unpacked += data.len();
    let integers = |key: &[u8]| match dict.get(key) {
        Some(Value::Array(list)) => Some(list.iter().map(whole).collect::<Option<Vec<_>>>()),
        _ => None,
    };
    let widths = integers(b"W").flatten().ok_or(BROKEN)?;
    let &[kind, second, third] = widths.as_slice() else { return Err(BROKEN) };
    let wide = kind + second + third;
    if [kind, second, third].iter().any(|&width| width > 8) || wide == 0 {
        return Err(BROKEN);
    }
    let size = dict.get(b"Size".as_slice()).and_then(whole).ok_or(BROKEN)?;
    let index = integers(b"Index").unwrap_or(Some(vec![0, size])).ok_or(BROKEN)?;
    let mut entries = data.chunks_exact(wide);
    for pair in index.chunks_exact(2) {
        for number in pair[0]..pair[0].saturating_add(pair[1]) {
            let Some(entry) = entries.next() else { return Ok(dict) };
            let (kind, rest) = entry.split_at(kind);
            let second = big_endian(&rest[..second]);
            let place = match if kind.is_empty() { 1 } else { big_endian(kind) } {
                0 => Place::Free,
                1 => Place::At(usize::try_from(second).broken()?),
                2 => Place::In(u32::try_from(second).broken()?),
                _ => continue,
            };
            table.put(u32::try_from(number).broken()?, place)?;
        }
    }
    Ok(dict)
}

impl Table {
    /// Takes the place of an object unless a newer section told it.
    fn put(&mut self, number: u32, place: Place) -> Result<(), RestoreFault> {
        let full = self.places.len() >= MOST_OBJECTS;
        match self.places.entry(number) {
            Slot::Vacant(_) if full => return Err(RestoreFault::TooLarge),
            Slot::Vacant(slot) => {
                slot.insert(place);
            }
            Slot::Occupied(_) => {}
        }
        Ok(())
    }
}

fn whole(value: &Value) -> Option<usize> {
    match value {
        Value::Integer(number) => usize::try_from(*number).ok(),
        _ => None,
    }
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))
}
