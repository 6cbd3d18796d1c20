//! Finds what a PDF attaches: the name tree of embedded files and the files associated with the
//! document (PDF 32000-1, 7.9.6 and 7.11.4; PDF 2.0, 14.13).
//!
//! It unpacks nothing and judges no name.

use std::collections::BTreeSet;

use super::MOST_FILES;
use super::fault::RestoreFault;
use super::pdf::object::{Dict, Value};
use super::pdf::{BROKEN, File};
use jikji_diagnostic::Words;

/// How deep the name tree may be.
const DEEPEST: usize = 16;
/// The longest relationship that is kept, in bytes; those of the standard are shorter.
const LONGEST_RELATIONSHIP: usize = 32;

/// An attachment that is not unpacked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its name, decoded.
    pub name: String,
    /// The object with its data.
    pub stream: u32,
    /// What it is to the document, such as `Source`.
    pub relationship: Option<String>,
}

/// All attachments of the document, each once, in the order of the name tree.
pub fn all(file: &File) -> Result<Vec<Found>, RestoreFault> {
    let catalog = file.catalog()?;
    let mut walk = Walk { file, found: vec![], specifications: BTreeSet::new() };
    if let Some(names) = file.entry_dict(&catalog, "Names")?
        && let Some(root) = names.get(b"EmbeddedFiles".as_slice())
    {
        walk.tree(root)?;
    }
    for value in file.entry_array(&catalog, "AF")? {
        walk.specification(&value)?;
    }
    Ok(walk.found)
}

struct Walk<'f, 'b> {
    file: &'f File<'b>,
    found: Vec<Found>,
    /// Objects of file specifications that were seen.
    specifications: BTreeSet<u32>,
}

impl Walk<'_, '_> {
    fn tree(&mut self, root: &Value) -> Result<(), RestoreFault> {
        let mut seen = BTreeSet::new();
        let mut ahead = vec![(root.clone(), 0)];
        while let Some((node, depth)) = ahead.pop() {
            if let Value::Reference(number) = node
                && !seen.insert(number)
            {
                return Err(RestoreFault::Tree);
            }
            if depth > DEEPEST {
                return Err(RestoreFault::Tree);
            }
            let Value::Dict(node) = self.file.resolved(&node)? else { return Err(BROKEN) };
            for pair in self.file.entry_array(&node, "Names")?.chunks_exact(2) {
                self.specification(&pair[1])?;
            }
            let kids = self.file.entry_array(&node, "Kids")?;
            // A node without files costs nothing in a file, so that the nodes are counted too.
            if seen.len() + ahead.len() + kids.len() > 2 * MOST_FILES {
                return Err(RestoreFault::TooMany);
            }
            ahead.extend(kids.into_iter().rev().map(|kid| (kid, depth + 1)));
        }
        Ok(())
    }

    fn specification(&mut self, value: &Value) -> Result<(), RestoreFault> {
        if let Value::Reference(number) = value
            && !self.specifications.insert(*number)
        {
            return Ok(());
        }
        let Value::Dict(dict) = self.file.resolved(value)? else { return Err(BROKEN) };
        let Some(found) = self.found(&dict)? else { return Ok(()) };
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
    fn found(&self, dict: &Dict) -> Result<Option<Found>, RestoreFault> {
        let Some(embedded) = self.file.entry_dict(dict, "EF")? else { return Ok(None) };
        let keys = [b"UF".as_slice(), b"F"];
        let mut streams = keys.iter().filter_map(|key| embedded.get(*key));
        let Some(Value::Reference(stream)) = streams.next() else { return Err(BROKEN) };
        let mut name = self.file.entry(dict, "UF")?;
        if name == Value::Null {
            name = self.file.entry(dict, "F")?;
        }
        let Value::Text(name) = name else { return Err(BROKEN) };
        let name = text(&name).ok_or_else(|| RestoreFault::Name {
            name: String::from_utf8_lossy(&name).into_owned(),
            why: Words { ko: "글자 부호가 깨졌습니다", en: "its encoding is broken" },
        })?;
        let relationship = match self.file.entry(dict, "AFRelationship")? {
            Value::Name(name) if name.len() <= LONGEST_RELATIONSHIP => String::from_utf8(name).ok(),
            _ => None,
        };
        Ok(Some(Found { name, stream: *stream, relationship }))
    }
}

/// A text string: UTF-16 or UTF-8 by its mark; without one UTF-8 as typst writes it, else Latin 1.
fn text(bytes: &[u8]) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let pairs = rest.chunks_exact(2);
        let whole = pairs.remainder().is_empty();
        let units: Vec<u16> = pairs.map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return whole.then(|| String::from_utf16(&units).ok()).flatten();
    }
    let marked = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]);
    match String::from_utf8(marked.unwrap_or(bytes).to_vec()) {
        Ok(text) => Some(text),
        Err(_) if marked.is_some() => None,
        Err(_) => Some(bytes.iter().map(|&byte| char::from(byte)).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn names_are_decoded_by_their_mark() {
        assert_eq!(text(b"issue.toml").unwrap(), "issue.toml");
        assert_eq!(text(b"\xFE\xFF\xAD\xF8\x00.").unwrap(), "그.");
        assert_eq!(text("\u{FEFF}그림".as_bytes()).unwrap(), "그림");
        assert_eq!(text("그림".as_bytes()).unwrap(), "그림");
        assert_eq!(text(b"caf\xE9").unwrap(), "café");
        assert_eq!(text(b"\xFE\xFF\xD8\x00"), None, "half a pair of surrogates");
        assert_eq!(text(b"\xFE\xFF\x00"), None, "half a unit");
        assert_eq!(text(b"\xEF\xBB\xBF\xFF"), None);
    }
}
