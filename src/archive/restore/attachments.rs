//! Finds what a PDF attaches: the name tree of embedded files and the files associated with the
//! document (PDF 32000-1, 7.9.6 and 7.11.4; PDF 2.0, 14.13).
//!
//! It unpacks nothing and judges no name.

use std::collections::BTreeSet;

use jikji_prepress::pdf::text::exact;
use lopdf::{Dictionary, Object, ObjectId};

use super::fault::RestoreFault;
use super::file::{BROKEN, SourcePdf};
use crate::edition::archive::MOST_FILES;
use jikji_diagnostic::Words;

/// How deep the name tree may be.
const DEEPEST: usize = 16;
/// The longest relationship that is kept, in bytes; those of the standard are shorter.
const LONGEST_RELATIONSHIP: usize = 32;

/// An attachment that is not unpacked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    /// Its name, decoded.
    pub name: String,
    /// The object with its data.
    pub stream: ObjectId,
    /// What it is to the document, such as `Source`.
    pub relationship: Option<String>,
}

/// All attachments of the document, each once, in the order of the name tree.
pub fn all(file: &SourcePdf) -> Result<Vec<PackedFile>, RestoreFault> {
    let catalog = file.catalog()?;
    let mut walk = AttachmentWalk { file, found: vec![], specifications: BTreeSet::new() };
    if let Object::Dictionary(names) = file.entry(catalog, "Names")?
        && let Ok(root) = names.get(b"EmbeddedFiles")
    {
        walk.tree(root)?;
    }
    for value in file.list(catalog, "AF")? {
        walk.specification(value)?;
    }
    Ok(walk.found)
}

struct AttachmentWalk<'f> {
    file: &'f SourcePdf,
    found: Vec<PackedFile>,
    /// Objects of file specifications that were seen.
    specifications: BTreeSet<ObjectId>,
}

impl<'f> AttachmentWalk<'f> {
    fn tree(&mut self, root: &'f Object) -> Result<(), RestoreFault> {
        let mut seen = BTreeSet::new();
        let mut ahead = vec![(root, 0)];
        while let Some((node, depth)) = ahead.pop() {
            if let Object::Reference(id) = node
                && !seen.insert(*id)
            {
                return Err(RestoreFault::Tree);
            }
            if depth > DEEPEST {
                return Err(RestoreFault::Tree);
            }
            let Object::Dictionary(node) = self.file.resolved(node)? else { return Err(BROKEN) };
            for pair in self.file.list(node, "Names")?.chunks_exact(2) {
                self.specification(&pair[1])?;
            }
            let kids = self.file.list(node, "Kids")?;
            // A node without files costs nothing in a file, so that the nodes are counted too.
            if seen.len() + ahead.len() + kids.len() > 2 * MOST_FILES {
                return Err(RestoreFault::TooMany);
            }
            ahead.extend(kids.iter().rev().map(|kid| (kid, depth + 1)));
        }
        Ok(())
    }

    fn specification(&mut self, value: &Object) -> Result<(), RestoreFault> {
        if let Object::Reference(id) = value
            && !self.specifications.insert(*id)
        {
            return Ok(());
        }
        let Object::Dictionary(dict) = self.file.resolved(value)? else { return Err(BROKEN) };
        let Some(found) = self.found(dict)? else { return Ok(()) };
        // A specification that stands in the tree and in the array directly is written twice.
        if !self.found.contains(&found) {
            if self.found.len() == MOST_FILES {
                return Err(RestoreFault::TooMany);
            }
            self.found.push(found);
        }
        Ok(())
    }

    /// What a file specification says; none if it only names a file outside.
    fn found(&self, dict: &Dictionary) -> Result<Option<PackedFile>, RestoreFault> {
        let Object::Dictionary(embedded) = self.file.entry(dict, "EF")? else { return Ok(None) };
        let mut streams = ["UF", "F"].iter().filter_map(|key| embedded.get(key.as_bytes()).ok());
        let Some(Object::Reference(stream)) = streams.next() else { return Err(BROKEN) };
        let name = match self.file.entry(dict, "UF")? {
            Object::Null => self.file.entry(dict, "F")?,
            name => name,
        };
        let Object::String(name, _) = name else { return Err(BROKEN) };
        let name = exact(name).ok_or_else(|| RestoreFault::Name {
            name: String::from_utf8_lossy(name).into_owned(),
            why: Words { ko: "글자 부호가 깨졌습니다", en: "its encoding is broken" },
        })?;
        let relationship = match self.file.entry(dict, "AFRelationship")? {
            Object::Name(name) if name.len() <= LONGEST_RELATIONSHIP => {
                String::from_utf8(name.clone()).ok()
            }
            _ => None,
        };
        Ok(Some(PackedFile { name, stream: *stream, relationship }))
    }
}
