//! Reads the objects on the way to the attachments of a PDF that nobody vouches for.
//!
//! It never decrypts and never mends: what cannot be followed, or does not unpack to its end, is a
//! broken file, since half a file must not pass for a whole one.

use jikji_prepress::pdf::inflate::{InflateFault, inflate};
use jikji_prepress::pdf::object::Objects;
use jikji_prepress::pdf::open::{OpenFault, open_plain};
use lopdf::xref::XrefEntry;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, ObjectId, Stream};

use super::fault::RestoreFault;
use jikji_diagnostic::Words;

/// A file whose structure cannot be followed.
pub const BROKEN: RestoreFault = RestoreFault::Damaged(Words {
    ko: "파일의 구조를 읽을 수 없습니다",
    en: "its structure cannot be read",
});
/// A stream that does not unpack.
const BROKEN_STREAM: RestoreFault = RestoreFault::Damaged(Words {
    ko: "첨부 파일의 데이터가 깨졌습니다",
    en: "the data of an attachment is broken",
});

static NULL: Object = Object::Null;

/// An opened PDF.
pub struct SourcePdf(Document);

impl SourcePdf {
    /// Opens a file that is whole.
    pub fn open(bytes: &[u8]) -> Result<Self, RestoreFault> {
        let doc = open_plain(bytes).map_err(|fault| match fault {
            OpenFault::NotPdf(_) => RestoreFault::NotPdf,
            OpenFault::Encrypted => RestoreFault::Encrypted,
            OpenFault::TooLarge(_) => RestoreFault::TooLarge,
            OpenFault::Unreadable(_) => BROKEN,
        })?;
        // In a file whose table is broken, no attachment can be told from what is left of an older
        // version.
        match doc.xref_recovery {
            Some(_) => Err(BROKEN),
            None => Ok(Self(doc)),
        }
    }

    /// The document's catalog.
    pub fn catalog(&self) -> Result<&Dictionary, RestoreFault> {
        self.0.catalog().map_err(|_| BROKEN)
    }

    /// An entry of a dictionary, its references followed; null where there is none.
    pub fn entry<'a>(
        &'a self,
        dict: &'a Dictionary,
        key: &str,
    ) -> Result<&'a Object, RestoreFault> {
        dict.get(key.as_bytes()).map_or(Ok(&NULL), |value| self.resolved(value))
    }

    /// An entry that is an array; empty if it is absent or something else.
    pub fn list<'a>(
        &'a self,
        dict: &'a Dictionary,
        key: &str,
    ) -> Result<&'a [Object], RestoreFault> {
        Ok(self.entry(dict, key)?.as_array().map_or(&[], Vec::as_slice))
    }

    /// The object itself behind references.
    pub fn resolved<'a>(&'a self, object: &'a Object) -> Result<&'a Object, RestoreFault> {
        match self.0.dereference(object) {
            Ok((_, object)) => Ok(object),
            // One that the file never had is null (PDF 32000-1, 7.3.10).
            Err(Error::ObjectNotFound(id)) => match self.0.reference_table.get(id.0) {
                Some(XrefEntry::Normal { .. } | XrefEntry::Compressed { .. }) => Err(BROKEN),
                _ => Ok(&NULL),
            },
            Err(_) => Err(BROKEN),
        }
    }

    /// The data of an embedded file (PDF 32000-1, 7.11.4.2), at most `most` bytes.
    pub fn data(&self, id: ObjectId, most: usize) -> Result<Vec<u8>, RestoreFault> {
        let stream = self.0.get_object(id).and_then(Object::as_stream).map_err(|_| BROKEN)?;
        let bytes = self.unpacked(stream, most)?;
        let told = match self.entry(&stream.dict, "Params")? {
            Object::Dictionary(params) => self.entry(params, "Size")?,
            _ => &NULL,
        };
        match told {
            Object::Integer(size) if usize::try_from(*size) != Ok(bytes.len()) => {
                Err(RestoreFault::Damaged(Words {
                    ko: "첨부 파일의 크기가 적힌 것과 다릅니다",
                    en: "an attachment is not of the size it is told to be",
                }))
            }
            _ => Ok(bytes),
        }
    }

    fn unpacked(&self, stream: &Stream, most: usize) -> Result<Vec<u8>, RestoreFault> {
        let mut parts = Dictionary::new();
        for key in ["Filter", "DecodeParms"] {
            if let value @ (Object::Name(_) | Object::Array(_) | Object::Dictionary(_)) =
                self.entry(&stream.dict, key)?
            {
                parts.set(key, value.clone());
            }
        }
        let plain = !parts.has(b"DecodeParms");
        match self.0.filters(&parts).as_slice() {
            [] if stream.content.len() > most => Err(RestoreFault::TooLarge),
            [] => Ok(stream.content.clone()),
            [one] if one == b"FlateDecode" && plain => inflate(&stream.content, most, true)
                .map_err(|fault| match fault {
                    InflateFault::TooLarge => RestoreFault::TooLarge,
                    InflateFault::Broken => BROKEN_STREAM,
                }),
            _ => Stream::new(parts, stream.content.clone())
                .decompressed_content_with_limit(most)
                .map_err(|error| match error {
                    Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => {
                        RestoreFault::TooLarge
                    }
                    _ => BROKEN_STREAM,
                }),
        }
    }
}
