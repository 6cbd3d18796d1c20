//! Everything a number is made of, read once more: names, bytes and digests.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use unicode_normalization::UnicodeNormalization;

use crate::digest::{of_files, sha256};
use crate::layout::spec::Layout;
use crate::manifest::file;
use crate::typeset::fonts::{BUNDLED, Fonts};

/// The largest file of an issue that is taken along, in bytes.
const LARGEST: u64 = 256 << 20;

/// A file of the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its path inside the folder, with `/` and in NFC.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a number is made of.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The manifest.
    pub manifest: Input,
    /// Texts, images and profiles, by name.
    pub files: Vec<Input>,
    /// The layout's name, version and files.
    pub layout: (String, String, BTreeMap<String, Cow<'static, [u8]>>),
    /// Font files by name with their digests: those of the program and those of the issue.
    pub fonts: Vec<(String, String)>,
    /// The issue's own font files.
    pub own_fonts: Vec<Input>,
}

impl Inputs {
    /// Reads them. `read` are the files that loading the manifest took, the manifest first.
    ///
    /// # Errors
    /// What the file system says of a file that was there a moment ago.
    pub fn gather(read: &[PathBuf], folder: &Path, layout: &Layout, fonts: &Fonts) -> Result<Self> {
        let (manifest, others) = read.split_first().context("no manifest was read")?;
        let layouts = folder.join("layouts").join(&layout.name);
        let others: BTreeSet<&PathBuf> =
            others.iter().filter(|path| !path.starts_with(&layouts)).collect();
        let files: Result<Vec<Input>> =
            others.into_iter().map(|path| input(path, folder)).collect();
        let mut files = files?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        files.dedup();
        let own: BTreeSet<&PathBuf> =
            fonts.faces().filter_map(|(_, origin)| origin.file()).collect();
        let own = own.into_iter().filter(|path| path.starts_with(folder));
        let own_fonts: Vec<Input> = own.map(|path| input(path, folder)).collect::<Result<_>>()?;
        let mut digests: Vec<(String, String)> =
            BUNDLED.iter().map(|font| (font.name.into(), font.sha256.into())).collect();
        digests.extend(own_fonts.iter().map(|font| (font.name.clone(), sha256(&font.bytes))));
        Ok(Self {
            manifest: input(manifest, folder)?,
            files,
            layout: (layout.name.clone(), layout.version.clone(), layout.files.clone()),
            fonts: digests,
            own_fonts,
        })
    }

    /// The layout's digest.
    pub fn layout_digest(&self) -> String {
        of_files(&self.layout.2)
    }
}

fn input(path: &Path, folder: &Path) -> Result<Input> {
    let bytes = file::bytes(path, LARGEST).map_err(|failure| failure.error(path))?;
    let inside = path.strip_prefix(folder).or_else(|_| path.strip_prefix("./")).unwrap_or(path);
    let parts: Vec<String> = inside
        .components()
        .filter(|part| matches!(part, std::path::Component::Normal(_)))
        .map(|part| part.as_os_str().to_string_lossy().nfc().collect())
        .collect();
    Ok(Input { name: parts.join("/"), bytes })
}
