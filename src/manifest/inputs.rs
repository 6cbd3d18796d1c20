//! The files of an issue, each read once: what was set is what is locked, attached and emitted.
//!
//! While a number is read this is the only door to its folder. It never looks at what a file holds.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::image::{self, ImageFile, Part};
use super::path;
use crate::document::{file, quoted};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Span;

/// What a manifest is called that has no file, such as one that comes through a pipe.
const UNNAMED: &str = "issue.toml";

/// Whether a path names no file of a folder but a way in, such as `/dev/stdin`.
pub fn is_device(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder))
}

/// A file of the issue.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its path inside the folder, with `/` and in NFC, the same on every machine.
    pub name: String,
    /// Where it is on this machine.
    pub path: PathBuf,
    /// Its bytes, as they were when they were read.
    pub bytes: Arc<[u8]>,
}

/// The files of one issue that were read.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// The folder that all of them are in.
    pub folder: PathBuf,
    /// The manifest.
    pub manifest: Input,
    files: BTreeMap<String, Input>,
    /// Pictures by their files and, of PDFs, their parts.
    pictures: BTreeMap<(String, Part), ImageFile>,
    /// Those of the reading before this one: what is the same is not looked into again.
    earlier: Option<Box<Inputs>>,
}

impl Inputs {
    /// The inputs of a manifest that was read from `path`, and whose files are in `folder`.
    pub fn new(path: &Path, bytes: &[u8], folder: &Path) -> Self {
        let name = path.file_name().filter(|_| !is_device(path));
        let name = name.map_or(UNNAMED.into(), |name| name.to_string_lossy().nfc().collect());
        let manifest = Input { name, path: path.to_path_buf(), bytes: bytes.into() };
        let (files, pictures) = (BTreeMap::new(), BTreeMap::new());
        Self { folder: folder.to_path_buf(), manifest, files, pictures, earlier: None }
    }

    /// The same after an earlier reading of the same number.
    pub fn after(self, earlier: Option<Self>) -> Self {
        let earlier = earlier.map(|earlier| Box::new(Self { earlier: None, ..earlier }));
        Self { earlier, ..self }
    }

    /// The file the author wrote as `written` at `place`: of at most `most` bytes, inside the folder.
    ///
    /// # Errors
    /// What the author can mend: a wrong path, a file that is too large or cannot be read.
    pub fn read(&mut self, written: &str, most: u64, place: Span) -> Result<Input, Diagnostic> {
        let found = path::find(&self.folder, written, place)?;
        let refused = |failure: file::Failure| failure.at(place).arg("path", quoted(&found.name));
        let input = match self.files.get(&found.name) {
            Some(input) => input.clone(),
            None => {
                let bytes =
                    self.shared(&found.name, file::bytes(&found.path, most).map_err(refused)?);
                let input = Input { name: found.name.clone(), path: found.path.clone(), bytes };
                self.files.insert(found.name.clone(), input.clone());
                input
            }
        };
        let size = input.bytes.len() as u64;
        match size > most {
            true => Err(refused(file::Failure::Large { size, most })),
            false => Ok(input),
        }
    }

    /// Whether a path leads into the folder.
    pub fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.folder)
    }

    /// A file of the folder that was read by somebody else.
    pub fn inside(&self, path: &Path, bytes: &[u8]) -> Input {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let parts = inside.components().filter(|part| matches!(part, Component::Normal(_)));
        let parts = parts.map(|part| part.as_os_str().to_string_lossy().nfc().collect());
        let name = parts.collect::<Vec<String>>().join("/");
        Input { name, path: path.to_path_buf(), bytes: bytes.into() }
    }

    /// The bytes of a file, in one piece of memory with those of the reading before if they are the same.
    fn shared(&self, name: &str, bytes: Vec<u8>) -> Arc<[u8]> {
        let before = self.earlier.as_ref().and_then(|earlier| earlier.files.get(name));
        match before.filter(|before| *before.bytes == *bytes) {
            Some(before) => Arc::clone(&before.bytes),
            None => bytes.into(),
        }
    }

    /// The picture the author wrote as `written` at `place`, of a PDF the part that is wanted, checked.
    ///
    /// # Errors
    /// As [`Inputs::read`]'s, and what is wrong with the picture.
    pub fn picture(
        &mut self,
        written: &str,
        part: Part,
        place: Span,
    ) -> Result<ImageFile, Diagnostic> {
        let input = self.read(written, image::LARGEST, place)?;
        let key = (input.name.clone(), part);
        let known = self.pictures.get(&key).cloned().or_else(|| {
            let earlier = self.earlier.as_ref()?;
            let same = Arc::ptr_eq(&earlier.files.get(&input.name)?.bytes, &input.bytes);
            earlier.pictures.get(&key).filter(|_| same).cloned()
        });
        let picture = match known {
            Some(known) => known,
            None => image::load(&input.name, &input.bytes, part, place)?,
        };
        self.pictures.insert(key, picture.clone());
        Ok(picture)
    }

    /// Takes in a file as somebody is about to write it.
    pub fn put(&mut self, input: Input) {
        self.files.insert(input.name.clone(), input);
    }

    /// A file of the issue as the author can open it: from where the manifest was named.
    pub fn shown(&self, name: &str) -> String {
        match self.folder == Path::new(".") || self.folder.as_os_str().is_empty() {
            true => name.to_string(),
            false => self.folder.join(name).display().to_string(),
        }
    }

    /// Texts, images and profiles, by name.
    pub fn files(&self) -> impl Iterator<Item = &Input> {
        self.files.values()
    }
}
