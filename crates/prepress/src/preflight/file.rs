//! Guarded access to the objects of any PDF.
//!
//! Every reader of a file goes through here: references are followed a limited way, streams are
//! decoded up to a cap, the page tree is walked once a node. It judges nothing.

mod annotations;
mod lengths;
mod pages;
mod renewed;
mod stored;
mod structure;

use std::borrow::Cow;
use std::sync::Arc;

use jikji_diagnostic::Arg;
use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Object, Stream};

use super::layers::Layers;
use super::type3::{Type3, Type3Fonts};
use crate::pdf::inflate::{inflate, is_zlib};
use crate::pdf::object::Objects;
use crate::pdf::open::{self, OpenFault};
use crate::pdf::token::find;
use lengths::read_to_end;
pub(super) use pages::Page;
pub use renewed::renewed;
pub use stored::Stored;
use structure::{LEFT_AT, LEFT_LENGTH, damage, leave_image_data};

/// Most bytes a content stream, font or profile may inflate to.
pub(super) const MOST_STREAM: usize = 64 << 20;

/// An opened PDF.
pub(super) struct File<'b> {
    stored: &'b Stored<'b>,
    /// Its objects.
    pub doc: Document,
    /// The version of the header, such as `1.6`.
    pub version: String,
    /// Whether the file carried an encryption dictionary.
    pub encrypted: bool,
    /// Its layers.
    pub layers: Layers,
    /// Its Type 3 fonts.
    type3: Type3Fonts,
}

impl Objects for File<'_> {
    fn document(&self) -> &Document {
        &self.doc
    }
}

impl<'b> File<'b> {
    /// Opens a PDF, repairing what can be repaired.
    pub fn open(stored: &'b Stored<'b>) -> Result<(Self, Vec<Arg>), OpenFault> {
        let bytes = stored.bytes();
        let start = open::header(bytes)? + b"%PDF-".len();
        let version = bytes[start..].iter().take_while(|b| b.is_ascii_digit() || **b == b'.');
        let version = version.map(|&b| b as char).collect();
        // What is encrypted is of no use as it stands in the file.
        let leave = find(bytes, b"/Encrypt").is_none();
        let mut doc = match leave {
            true => open::open(bytes, Some(leave_image_data))?,
            false => whole(stored, |bytes| open::open(bytes, None))?,
        };
        // With a filter nothing is rebuilt, so a file without a page tree is read once more.
        if doc.catalog().and_then(|c| c.get_deref(b"Pages", &doc)).is_err() {
            doc = whole(stored, |bytes| open::load(bytes, None))?;
            if doc.catalog().is_err() && find(bytes, b"/Encrypt").is_some() {
                return Err(OpenFault::Encrypted);
            }
        }
        // Nor are a page's contents looked for that are not where the file says they are.
        if leave && lost_pages(&doc) {
            let found = whole(stored, open::rebuilt);
            doc = found.ok().filter(|found| !lost_pages(found)).unwrap_or(doc);
        }
        if doc.trailer.has(b"Encrypt") {
            return Err(OpenFault::Encrypted);
        }
        let mut damage = Vec::from_iter(damage(bytes, &doc));
        let header = start - b"%PDF-".len();
        let encrypted = doc.was_encrypted();
        damage.extend(read_to_end(stored, (header, encrypted), &mut doc));
        let layers = Layers::read(&doc);
        let type3 = Type3Fonts::default();
        Ok((Self { stored, doc, version, encrypted, layers, type3 }, damage))
    }

    /// The pages in order, and what is wrong with the tree that holds them.
    pub fn pages(&self) -> (Vec<Page>, Vec<Arg>) {
        pages::pages(self, &self.layers)
    }

    /// What a font's dictionary is as a Type 3 font, if it is one.
    pub fn type3(&self, dict: &Dictionary) -> Option<Arc<Type3>> {
        self.type3.get(self, dict, &|stream, most| self.data(stream, most))
    }

    /// How large the file is, in bytes.
    pub fn size(&self) -> usize {
        self.stored.bytes().len()
    }

    /// A stream's bytes as they stand in the file.
    pub fn raw<'a>(&'a self, stream: &'a Stream) -> Cow<'a, [u8]> {
        let entry = |key: &str| stream.dict.get(key.as_bytes()).ok()?.as_i64().ok();
        let (Some(id), Some(length)) = (entry(LEFT_AT), entry(LEFT_LENGTH)) else {
            return Cow::Borrowed(&stream.content);
        };
        let left = || {
            let XrefEntry::Normal { offset, .. } = self.doc.reference_table.get(id as u32)? else {
                return None;
            };
            let object = self.stored.bytes().get(*offset as usize..)?;
            let mut start = find(object, b"stream")? + 6;
            start += usize::from(object.get(start) == Some(&b'\r'));
            start += usize::from(object.get(start) == Some(&b'\n'));
            let start = *offset as usize + start;
            self.stored.range(start..start.checked_add(length as usize)?)
        };
        left().unwrap_or(Cow::Borrowed(&stream.content))
    }

    /// A stream's bytes behind all its filters, at most `most` of them.
    pub fn data(&self, stream: &Stream, most: usize) -> Option<Vec<u8>> {
        // By far the most frequent; other chains are decoded as far as they go.
        let plain = self.get(&stream.dict, "DecodeParms").is_none();
        if plain && self.filters(&stream.dict) == [b"FlateDecode"] {
            let raw = self.raw(stream);
            if is_zlib(&raw) {
                return inflate(&raw, most, false).ok();
            }
        }
        let indirect = |key: &[u8]| match stream.dict.get(key) {
            Ok(Object::Reference(_)) => true,
            Ok(Object::Array(list)) => list.iter().any(|o| matches!(o, Object::Reference(_))),
            _ => false,
        };
        let left = stream.dict.has(LEFT_AT.as_bytes());
        if !indirect(b"Filter") && !indirect(b"DecodeParms") && !left {
            return stream.decompressed_content_with_limit(most).ok();
        }
        let mut dict = Dictionary::new();
        for key in ["Filter", "DecodeParms"] {
            match self.get(&stream.dict, key) {
                Some(Object::Array(list)) => {
                    let list = list.iter().map(|o| self.resolve(o).clone()).collect::<Vec<_>>();
                    dict.set(key, list);
                }
                Some(object) => dict.set(key, object.clone()),
                None => {}
            }
        }
        let copy = Stream::new(dict, self.raw(stream).into_owned());
        copy.decompressed_content_with_limit(most).ok()
    }

    /// A page's content, its streams joined; none if one does not decode.
    pub fn contents(&self, page: &Page) -> Option<Vec<u8>> {
        let streams: Vec<&Stream> = match self.get(&page.dict, "Contents") {
            None => return Some(vec![]),
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(list)) => {
                list.iter().take(10_000).filter_map(|o| self.resolve(o).as_stream().ok()).collect()
            }
            Some(_) => return None,
        };
        let mut joined = vec![];
        for stream in streams {
            joined.extend(self.data(stream, MOST_STREAM - joined.len().min(MOST_STREAM))?);
            joined.push(b'\n');
        }
        Some(joined)
    }

    /// Width and height of a picture as its dictionary says, in pixels, up to a million; 0 where it does not say.
    pub fn pixels(&self, dict: &Dictionary) -> (usize, usize) {
        let side = |key| self.number(dict, key).unwrap_or(0.0).clamp(0.0, 1e6) as usize;
        (side("Width"), side("Height"))
    }

    /// Whether a page names contents that are not in the file.
    pub fn lost_contents(&self, page: &Page) -> bool {
        lost(self, &page.dict)
    }
}

/// Whether a page's dictionary names contents that are not there.
fn lost(file: &impl Objects, page: &Dictionary) -> bool {
    match (page.get(b"Contents"), file.get(page, "Contents")) {
        (Ok(Object::Reference(_)), None) => true,
        (_, Some(Object::Array(list))) => {
            list.iter().take(10_000).any(|o| file.resolve(o).as_stream().is_err())
        }
        _ => false,
    }
}

/// The same of any page.
fn lost_pages(doc: &Document) -> bool {
    let dicts = doc.objects.values().filter_map(|object| object.as_dict().ok());
    dicts.filter(|dict| dict.has_type(b"Page")).any(|page| lost(doc, page))
}

/// Reads a file whose every byte is at hand.
fn whole<T>(stored: &Stored, read: impl FnOnce(&[u8]) -> T) -> T {
    match stored.whole() {
        Some(whole) => read(whole.bytes()),
        None => read(stored.bytes()),
    }
}
