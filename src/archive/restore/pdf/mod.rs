//! Reads single objects of a PDF that nobody vouches for, on demand.
//!
//! A whole-document load lets a file of a few kilobytes name one object a million times, or pack
//! gigabytes of them. Here only the objects on the way to the attachments are read, and all of that
//! reading together is bounded. It never decrypts and never mends.

pub mod object;
pub mod stream;
mod table;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use self::object::{Dict, Parser, Value};
use self::table::{Place, Table};
use super::fault::RestoreFault;
use jikji_diagnostic::Words;

/// How many references may follow each other.
const MOST_HOPS: usize = 8;
/// The most bytes of objects that are read in all, the same ones again included.
const MOST_READ: usize = 64 << 20;
/// The largest object stream, unpacked bytes, and all of them together.
const LARGEST_CONTAINER: usize = 8 << 20;
const MOST_CONTAINERS: usize = 64 << 20;
/// The most objects of an object stream; writers put one or two hundred into each.
const MOST_CONTAINED: i64 = 1 << 16;

/// A file whose structure cannot be followed.
pub const BROKEN: RestoreFault = RestoreFault::Damaged(Words {
    ko: "파일의 구조를 읽을 수 없습니다",
    en: "its structure cannot be read",
});
/// A stream that does not unpack.
pub const BROKEN_STREAM: RestoreFault = RestoreFault::Damaged(Words {
    ko: "첨부 파일의 데이터가 깨졌습니다",
    en: "the data of an attachment is broken",
});

/// What cannot be is a broken file.
pub trait Broken<T> {
    /// The value, or [`BROKEN`].
    fn broken(self) -> Result<T, RestoreFault>;
}

impl<T, E> Broken<T> for Result<T, E> {
    fn broken(self) -> Result<T, RestoreFault> {
        self.map_err(|_| BROKEN)
    }
}

/// An opened PDF.
pub struct File<'b> {
    bytes: &'b [u8],
    table: Table,
    read: Cell<usize>,
    containers: RefCell<BTreeMap<u32, Rc<Container>>>,
    unpacked: Cell<usize>,
}

/// An unpacked object stream.
struct Container {
    bytes: Vec<u8>,
    places: BTreeMap<u32, usize>,
}

impl<'b> File<'b> {
    /// Opens a file: its header and its cross-reference sections.
    pub fn open(bytes: &'b [u8]) -> Result<Self, RestoreFault> {
        // Readers allow some bytes before the header and count from it.
        let head = bytes.windows(5).take(1024).position(|window| window == b"%PDF-");
        let bytes = &bytes[head.ok_or(RestoreFault::NotPdf)?..];
        let table = table::read(bytes)?;
        if table.trailer.contains_key(b"Encrypt".as_slice()) {
            return Err(RestoreFault::Encrypted);
        }
        let (read, unpacked) = (Cell::new(0), Cell::new(0));
        Ok(Self { bytes, table, read, containers: RefCell::default(), unpacked })
    }

    /// The document's catalog.
    pub fn catalog(&self) -> Result<Dict, RestoreFault> {
        self.entry_dict(&self.table.trailer, "Root")?.ok_or(BROKEN)
    }

    /// An entry of a dictionary, its references followed; null where there is none.
    pub fn entry(&self, dict: &Dict, key: &str) -> Result<Value, RestoreFault> {
        dict.get(key.as_bytes()).map_or(Ok(Value::Null), |value| self.resolved(value))
    }

    /// An entry that is a dictionary; none if it is absent or something else.
    pub fn entry_dict(&self, dict: &Dict, key: &str) -> Result<Option<Dict>, RestoreFault> {
        Ok(match self.entry(dict, key)? {
            Value::Dict(dict) => Some(dict),
            _ => None,
        })
    }

    /// An entry that is an array; empty if it is absent or something else.
    pub fn entry_array(&self, dict: &Dict, key: &str) -> Result<Vec<Value>, RestoreFault> {
        Ok(match self.entry(dict, key)? {
            Value::Array(list) => list,
            _ => vec![],
        })
    }

    /// The value itself behind references.
    pub fn resolved(&self, value: &Value) -> Result<Value, RestoreFault> {
        let mut value = value.clone();
        for _ in 0..MOST_HOPS {
            match value {
                Value::Reference(number) => value = self.object(number)?,
                value => return Ok(value),
            }
        }
        Err(BROKEN)
    }

    /// The dictionary of a stream and its data as they stand in the file.
    pub fn stream(&self, number: u32) -> Result<(Dict, &'b [u8]), RestoreFault> {
        self.stream_of(number, |dict| self.entry(dict, "Length"))
    }

    fn stream_of(
        &self,
        number: u32,
        length: impl Fn(&Dict) -> Result<Value, RestoreFault>,
    ) -> Result<(Dict, &'b [u8]), RestoreFault> {
        let Some(Place::At(at)) = self.table.places.get(&number) else { return Err(BROKEN) };
        let mut parser = self.parser(number, *at)?;
        let value = parser.value();
        self.spend(parser.at - at)?;
        let Some(Value::Dict(dict)) = value.filter(|_| parser.keyword(b"stream")) else {
            return Err(BROKEN);
        };
        parser.line_end();
        let Value::Integer(length) = length(&dict)? else { return Err(BROKEN) };
        let end = usize::try_from(length).ok().and_then(|length| parser.at.checked_add(length));
        let data = end.and_then(|end| self.bytes.get(parser.at..end)).ok_or(BROKEN)?;
        parser.at += data.len();
        if !parser.keyword(b"endstream") {
            return Err(BROKEN);
        }
        Ok((dict, data))
    }

    fn object(&self, number: u32) -> Result<Value, RestoreFault> {
        match self.table.places.get(&number) {
            None | Some(Place::Free) => Ok(Value::Null),
            Some(Place::At(at)) => {
                let mut parser = self.parser(number, *at)?;
                let value = parser.value();
                self.spend(parser.at - at)?;
                value.ok_or(BROKEN)
            }
            Some(Place::In(container)) => {
                let container = self.container(*container)?;
                let Some(&at) = container.places.get(&number) else { return Ok(Value::Null) };
                let mut parser = Parser::new(&container.bytes, at);
                let value = parser.value();
                self.spend(parser.at - at)?;
                value.ok_or(BROKEN)
            }
        }
    }

    /// A parser behind the `N G obj` of an object that stands in the file itself.
    fn parser(&self, number: u32, at: usize) -> Result<Parser<'b>, RestoreFault> {
        if at >= self.bytes.len() {
            return Err(BROKEN);
        }
        let mut parser = Parser::new(self.bytes, at);
        match parser.object_number() {
            Some(found) if found == number => Ok(parser),
            _ => Err(BROKEN),
        }
    }

    /// An object stream, unpacked once (PDF 32000-1, 7.5.7).
    fn container(&self, number: u32) -> Result<Rc<Container>, RestoreFault> {
        if let Some(container) = self.containers.borrow().get(&number) {
            return Ok(container.clone());
        }
        // Its length must be direct: one that stands in a container would lead back here.
        let length =
            |dict: &Dict| Ok(dict.get(b"Length".as_slice()).cloned().unwrap_or(Value::Null));
        let (dict, data) = self.stream_of(number, length)?;
        let bytes = stream::decoded(&dict, data, LARGEST_CONTAINER)?;
        self.unpacked.set(self.unpacked.get() + bytes.len());
        if self.unpacked.get() > MOST_CONTAINERS {
            return Err(RestoreFault::TooLarge);
        }
        let (Some(Value::Integer(count)), Some(Value::Integer(first))) =
            (dict.get(b"N".as_slice()), dict.get(b"First".as_slice()))
        else {
            return Err(BROKEN);
        };
        if *count > MOST_CONTAINED {
            return Err(RestoreFault::TooLarge);
        }
        let first = usize::try_from(*first).broken()?;
        let mut index = Parser::new(&bytes, 0);
        let mut places = BTreeMap::new();
        for _ in 0..*count {
            let (number, offset) = (index.unsigned(), index.unsigned());
            let (Some(number), Some(offset)) = (number, offset) else { return Err(BROKEN) };
            let at = usize::try_from(offset).ok().and_then(|offset| first.checked_add(offset));
            let at = at.filter(|&at| at < bytes.len()).ok_or(BROKEN)?;
            places.insert(u32::try_from(number).broken()?, at);
        }
        let container = Rc::new(Container { bytes, places });
        self.containers.borrow_mut().insert(number, container.clone());
        Ok(container)
    }

    /// Counts what was read against all that may be read.
    fn spend(&self, bytes: usize) -> Result<(), RestoreFault> {
        self.read.set(self.read.get() + bytes);
        match self.read.get() > MOST_READ {
            true => Err(RestoreFault::TooLarge),
            false => Ok(()),
        }
    }
}
