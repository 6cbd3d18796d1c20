//! The parts of a file: which of them the manifest names, and in which order sections stand (OCF, OPF 2.0).
//!
//! It reads a part where it is asked for, and follows no name out of the file.

use std::collections::{BTreeMap, BTreeSet};

use jikji_diagnostic::Diagnostic;
use roxmltree::Node;

use super::elements::{attribute, elements, name};
use crate::messages as msg;
use crate::office::{Package, parse};

/// The parts of a file.
pub struct Parts<'a> {
    package: Package<'a>,
    names: BTreeSet<String>,
    /// The folder of the manifest.
    folder: String,
    /// The paths of the manifest, by their ids, in its order.
    items: Vec<(String, String)>,
    paths: BTreeMap<String, usize>,
    spine: Vec<String>,
    /// Whether pictures hold more than a manuscript does: no further ones are read.
    are_full: bool,
}

impl<'a> Parts<'a> {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is no HWPX file, is locked or damaged, or has no manifest.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        let package = Package::open(bytes)?;
        let names = package.names().cloned().collect();
        let mut parts = Self {
            package,
            names,
            folder: String::new(),
            items: vec![],
            paths: BTreeMap::new(),
            spine: vec![],
            are_full: false,
        };
        let kind = parts.package.part("mimetype")?;
        let is_kind = |kind: &[u8]| {
            let kind = String::from_utf8_lossy(kind);
            kind.trim_start_matches('\u{feff}').starts_with("application/hwp")
                || kind.contains("hwpx")
        };
        if kind.as_deref().is_some_and(|kind| !is_kind(kind)) {
            return Err(Diagnostic::general(msg::NOT_HWPX));
        }
        parts.refuse_locked()?;
        let manifest = parts.manifest()?;
        if kind.is_none() && !parts.names.contains(&manifest) {
            return Err(Diagnostic::general(msg::NOT_HWPX));
        }
        parts.folder = manifest.rsplit_once('/').map_or("", |(folder, _)| folder).to_string();
        let (items, spine) = parts.xml(&manifest, |root| Ok(listed(root)))?;
        parts.paths = items.iter().enumerate().map(|(at, item)| (item.0.clone(), at)).collect();
        (parts.items, parts.spine) = (items, spine);
        Ok(parts)
    }

    /// Parts that are locked are named in a manifest of their own (ODF 1.2, part 3).
    fn refuse_locked(&mut self) -> Result<(), Diagnostic> {
        let path = "META-INF/manifest.xml";
        if !self.names.contains(path) {
            return Ok(());
        }
        let is_locked =
            |root: Node<'_, '_>| Ok(root.descendants().any(|node| name(node) == "encryption-data"));
        match self.xml(path, is_locked)? {
            true => Err(Diagnostic::general(msg::LOCKED)),
            false => Ok(()),
        }
    }

    /// The path of the manifest.
    fn manifest(&mut self) -> Result<String, Diagnostic> {
        let usual = "Contents/content.hpf".to_string();
        let container = "META-INF/container.xml";
        if !self.names.contains(container) {
            return Ok(usual);
        }
        let path = self.xml(container, |root| {
            let mut files = root.descendants().filter(|node| name(*node) == "rootfile");
            let package = |node: &Node<'_, '_>| attribute(*node, "media-type").contains("package");
            Ok(files.find(package).map(|node| attribute(node, "full-path").to_string()))
        })?;
        Ok(path.filter(|path| !path.is_empty()).unwrap_or(usual))
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
        parse(&self.bytes(name)?, name, with)
    }

    /// The bytes of a part.
    ///
    /// # Errors
    /// If the part is missing, damaged, or holds too much.
    pub fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Diagnostic> {
        let missing = || Diagnostic::general(msg::MISSING_PART).arg("part", name);
        self.package.part(name)?.ok_or_else(missing)
    }

    /// The part that says how paragraphs look; none if the manifest names none.
    pub fn header(&self) -> Option<String> {
        let is_header =
            |(id, path): &&(String, String)| id == "header" || path.ends_with("header.xml");
        self.items.iter().find(is_header).map(|(_, path)| self.path(path))
    }

    /// The parts of the body, in reading order: that of the spine, and where it names none that of the manifest.
    pub fn sections(&self) -> Vec<String> {
        let header = self.header();
        let listed = |path: &String| path.ends_with(".xml") && Some(path) != header.as_ref();
        let spine = self.spine.iter().filter_map(|id| self.file(id)).filter(listed);
        let spine: Vec<String> = spine.filter(|path| is_section(path)).collect();
        if !spine.is_empty() {
            return spine;
        }
        let items = self.items.iter().map(|(_, path)| self.path(path)).filter(listed);
        items.filter(|path| is_section(path)).collect()
    }

    /// Sections that the spine does not name.
    pub fn aside(&self) -> Vec<String> {
        let body = self.sections();
        let listed: BTreeSet<&String> = body.iter().collect();
        let is_aside = |path: &&String| {
            path.ends_with(".xml") && path.contains("section") && !listed.contains(path)
        };
        self.names.iter().filter(is_aside).cloned().collect()
    }

    /// The path of a part, by its id.
    pub fn file(&self, id: &str) -> Option<String> {
        self.paths.get(id).map(|&at| self.path(&self.items[at].1))
    }

    /// Paths are those of the package; some writers count from the manifest's folder.
    fn path(&self, path: &str) -> String {
        let beside = format!("{}/{path}", self.folder);
        if !self.names.contains(path) && self.names.contains(&beside) {
            return beside;
        }
        path.to_string()
    }

    /// The name of a picture, without folders, and its bytes. There are none where it stands beside the file, or
    /// cannot be unpacked.
    pub fn picture(&mut self, id: &str) -> (String, Vec<u8>) {
        let path = self.file(id).unwrap_or_else(|| id.to_string());
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_string();
        if self.are_full {
            return (name, vec![]);
        }
        let bytes = self.package.part(&path);
        self.are_full = bytes.is_err();
        (name, bytes.ok().flatten().unwrap_or_default())
    }
}

/// Whether a part of the spine is one of the body: master pages, scripts and lists of books stand there too.
fn is_section(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("Contents/") && !name.starts_with("masterpage") || name.starts_with("section")
}

/// The items of a manifest and the ids of its spine.
fn listed(root: Node<'_, '_>) -> (Vec<(String, String)>, Vec<String>) {
    let (mut items, mut spine) = (vec![], vec![]);
    for node in elements(root).flat_map(elements) {
        match name(node) {
            "item" => items.push((attribute(node, "id").into(), attribute(node, "href").into())),
            "itemref" => spine.push(attribute(node, "idref").to_string()),
            _ => {}
        }
    }
    (items, spine)
}
