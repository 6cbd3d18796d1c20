//! The parts of a file, and how they name each other (OPC, ISO/IEC 29500-2).
//!
//! It reads a part where it is asked for, and follows no name out of the file.

use std::collections::BTreeMap;

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::elements::{attribute, name};
use crate::messages as msg;
use crate::office::{Package, parse};

/// A relationship.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relation {
    /// The last word of its kind: `image`, `hyperlink`.
    pub kind: String,
    /// The part's name, or the address outside the file.
    pub target: String,
    /// Whether it leads out of the file.
    pub is_outside: bool,
}

/// The relationships of a part, by their ids.
pub type Relations = BTreeMap<String, Relation>;

/// The parts of a file.
pub struct Parts<'a> {
    package: Package<'a>,
    /// The names, by what they are without the case of letters.
    names: BTreeMap<String, String>,
    /// Whether pictures hold more than a manuscript does: no further ones are read.
    are_full: bool,
}

impl<'a> Parts<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is no sound zip file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        let package = Package::open(bytes)?;
        let named =
            |name: &String| (name.trim_start_matches('/').to_ascii_lowercase(), name.clone());
        let names = package.names().map(named).collect();
        Ok(Self { package, names, are_full: false })
    }

    /// The name of the part that holds the text.
    ///
    /// # Errors
    /// If there is none, or what names it is damaged.
    pub fn main(&mut self) -> Result<String, Diagnostic> {
        let relations = self.relations("")?;
        let main = relations.into_values().find(|found| found.kind == "officeDocument");
        let main = main.map_or_else(|| "word/document.xml".to_string(), |found| found.target);
        if !self.has(&main) {
            return Err(Diagnostic::general(msg::NOT_DOCX));
        }
        Ok(main)
    }

    /// Whether there is such a part.
    pub fn has(&self, part: &str) -> bool {
        self.names.contains_key(&part.to_ascii_lowercase())
    }

    /// The relationships of a part; those of the file for a part without a name.
    ///
    /// # Errors
    /// If they are damaged, or hold too much.
    pub fn relations(&mut self, part: &str) -> Result<Relations, Diagnostic> {
        let (folder, own) = part.rsplit_once('/').unwrap_or(("", part));
        let path = path(folder, &format!("_rels/{own}.rels"));
        if !self.has(&path) {
            return Ok(Relations::new());
        }
        self.xml(&path, |root| {
            let all = root.children().filter(|node| name(*node) == "Relationship");
            Ok(all.map(|node| (attribute(node, "Id").to_string(), listed(node, folder))).collect())
        })
    }

    /// Calls `with` for the tree of a part.
    ///
    /// # Errors
    /// If the part is missing, damaged, or holds too much.
    pub fn xml<T>(
        &mut self,
        name: &str,
        with: impl FnOnce(Node<'_, '_>) -> Result<T, Diagnostic>,
    ) -> Result<T, Diagnostic> {
        parse(&self.whole(name)?, name, with)
    }

    /// The bytes of a part.
    ///
    /// # Errors
    /// If the part is missing, damaged, or holds too much.
    pub fn whole(&mut self, name: &str) -> Result<Vec<u8>, Diagnostic> {
        let missing = || Diagnostic::general(msg::MISSING_PART).arg("part", name);
        self.bytes(name)?.ok_or_else(missing)
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        match self.names.get(&name.to_ascii_lowercase()) {
            Some(name) => self.package.part(name),
            None => Ok(None),
        }
    }

    /// The bytes of a picture. There are none where it is missing, or cannot be unpacked.
    pub fn picture(&mut self, name: &str) -> Vec<u8> {
        if self.are_full {
            return vec![];
        }
        let bytes = self.bytes(name);
        self.are_full = bytes.is_err();
        bytes.ok().flatten().unwrap_or_default()
    }
}

fn listed(node: Node<'_, '_>, folder: &str) -> Relation {
    let target = attribute(node, "Target");
    let is_outside = attribute(node, "TargetMode") == "External";
    let kind = attribute(node, "Type").rsplit('/').next().unwrap_or_default().to_string();
    let target = if is_outside { target.to_string() } else { path(folder, target) };
    Relation { kind, target, is_outside }
}

/// The name of a part, from the folder of that which names it.
fn path(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = if target.starts_with('/') { vec![] } else { vec![folder] };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.len() > 1 => drop(parts.pop()),
            ".." => {
                let above = parts.pop().and_then(|folder| folder.rsplit_once('/'));
                parts.extend(above.map(|(above, _)| above));
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}
