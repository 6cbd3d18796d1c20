//! Makes a page into a form XObject: vector, with its own resources and transparency group.
//!
//! A page of one content stream is carried over byte for byte. Several streams are one program cut
//! anywhere between its tokens (PDF 7.8.2), so those are unpacked, joined and packed without loss.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::fault::ImposeFault;
use super::geometry::{array, unplaced};
use super::leaf::Leaf;
use crate::pdf::geometry::Rect;
use crate::words;

/// The most content that one run carries over, bytes.
const MOST_CONTENT: usize = 512 << 20;

/// Turns pages into forms, within one allowance of bytes.
#[derive(Debug)]
pub struct Forms {
    left: usize,
}

impl Default for Forms {
    fn default() -> Self {
        Self { left: MOST_CONTENT }
    }
}

impl Forms {
    /// Adds the form of `leaf` to `doc`: drawn at the origin it shows the page upright, its trimmed
    /// corner there, clipped to `clip` in that space.
    pub fn add(
        &mut self,
        doc: &mut Document,
        leaf: &Leaf,
        clip: Rect,
    ) -> Result<ObjectId, ImposeFault> {
        let mut stream = self.content(doc, leaf)?;
        let dict = &mut stream.dict;
        dict.set("Type", "XObject");
        dict.set("Subtype", "Form");
        dict.set("BBox", array(unplaced(leaf.upright, clip)));
        dict.set("Matrix", array(leaf.upright));
        let resources = leaf.dict.get(b"Resources").ok().cloned();
        dict.set("Resources", resources.unwrap_or_else(|| Dictionary::new().into()));
        if let Ok(group) = leaf.dict.get(b"Group") {
            dict.set("Group", group.clone());
        }
        Ok(doc.add_object(stream))
    }

    fn content(&mut self, doc: &Document, leaf: &Leaf) -> Result<Stream, ImposeFault> {
        let damaged = || {
            let page = [("page", leaf.page.into())];
            ImposeFault::Damaged(words::CONTENTS_OF.phrase(&page).into())
        };
        let empty = || Stream::new(Dictionary::new(), vec![]);
        let Ok(contents) = leaf.dict.get(b"Contents") else { return Ok(empty()) };
        let (_, contents) = doc.dereference(contents).map_err(|_| damaged())?;
        let parts: Vec<&Stream> = match contents {
            Object::Stream(stream) => vec![stream],
            Object::Array(parts) => {
                let stream = |part| doc.dereference(part).ok()?.1.as_stream().ok();
                parts.iter().map(stream).collect::<Option<_>>().ok_or_else(damaged)?
            }
            Object::Null => vec![],
            _ => return Err(damaged()),
        };
        // A stream whose data stands in another file is none of a print file (ISO 15930-7, 6.2).
        if parts.iter().any(|part| part.dict.has(b"F")) {
            return Err(damaged());
        }
        match parts.as_slice() {
            [] => Ok(empty()),
            [only] => {
                self.spend(only.content.len())?;
                let mut dict = dictionary! {};
                for key in ["Filter", "DecodeParms"] {
                    if let Ok(value) = only.dict.get(key.as_bytes()) {
                        dict.set(key, value.clone());
                    }
                }
                Ok(Stream::new(dict, only.content.clone()))
            }
            parts => self.joined(parts, &damaged),
        }
    }

    fn joined(
        &mut self,
        parts: &[&Stream],
        damaged: &dyn Fn() -> ImposeFault,
    ) -> Result<Stream, ImposeFault> {
        let mut content = vec![];
        for part in parts {
            let plain =
                part.get_plain_content_with_limit(self.left).map_err(|error| match error {
                    lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                        ..
                    }) => ImposeFault::TooLarge,
                    _ => damaged(),
                })?;
            self.spend(plain.len())?;
            content.extend(plain);
            content.push(b'\n');
        }
        let mut stream = Stream::new(Dictionary::new(), content);
        stream.compress().map_err(|_| damaged())?;
        Ok(stream)
    }

    fn spend(&mut self, bytes: usize) -> Result<(), ImposeFault> {
        self.left = self.left.checked_sub(bytes).ok_or(ImposeFault::TooLarge)?;
        Ok(())
    }
}
