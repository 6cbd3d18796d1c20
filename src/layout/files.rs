//! The files of a layout, from a folder or from the program itself.
//!
//! It never looks into them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::document::file;
use crate::document::quoted;
use crate::layout::messages as msg;
use crate::refused::reason;
use jikji_diagnostic::Diagnostic;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/layouts");

/// A layout's files by path inside its folder, with `/`.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// Bounds of a layout folder: files, folder levels, bytes a file and in all.
const MOST_FILES: usize = 256;
const MOST_LEVELS: usize = 4;
const LARGEST_FILE: u64 = 8 << 20;
const LARGEST_LAYOUT: usize = 32 << 20;

/// The files of `layouts/NAME` inside `folder`; `None` if there is no such folder.
pub fn on_disk(folder: &Path, name: &str) -> Result<Option<Files>, Diagnostic> {
    let root = folder.join("layouts").join(name);
    if !root.join("layout.toml").is_file() {
        // A built-in layout in the place of one that somebody meant to make would puzzle them.
        let shown = quoted(format!("layouts/{name}"));
        return match root.is_dir() {
            true => Err(Diagnostic::general(msg::LAYOUT_BARE).arg("folder", shown)),
            false => Ok(None),
        };
    }
    let unreadable = |error: std::io::Error| {
        Diagnostic::general(msg::LAYOUT_UNREADABLE)
            .arg("name", quoted(name))
            .arg("reason", reason(&error))
    };
    let base = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let inside = base.canonicalize().map_err(unreadable)?;
    if !root.canonicalize().map_err(unreadable)?.starts_with(inside) {
        return Err(Diagnostic::general(msg::LAYOUT_OUTSIDE).arg("file", quoted(name)));
    }
    let mut gathered = Gathered { name, files: Files::new(), bytes: 0 };
    gathered.folder(&root, "", 0)?;
    Ok(Some(gathered.files))
}

struct Gathered<'n> {
    name: &'n str,
    files: Files,
    bytes: usize,
}

impl Gathered<'_> {
    fn folder(&mut self, folder: &Path, prefix: &str, level: usize) -> Result<(), Diagnostic> {
        if level > MOST_LEVELS {
            return Err(self.large());
        }
        let entries = folder.read_dir().map_err(|error| self.unreadable(error))?;
        for entry in entries.take(MOST_FILES * 2) {
            let entry = entry.map_err(|error| self.unreadable(error))?;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
            let inside = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(|error| self.unreadable(error))?;
            if kind.is_symlink() {
                return Err(Diagnostic::general(msg::LAYOUT_OUTSIDE).arg("file", quoted(inside)));
            } else if kind.is_dir() {
                self.folder(&entry.path(), &format!("{inside}/"), level + 1)?;
            } else {
                self.file(&entry.path(), inside)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, inside: String) -> Result<(), Diagnostic> {
        let bytes = file::bytes(path, LARGEST_FILE).map_err(|failure| match failure {
            file::Failure::Large { .. } => self.large(),
            file::Failure::Io(error) => self.unreadable(error),
        })?;
        self.bytes += bytes.len();
        self.files.insert(inside, Cow::Owned(bytes));
        match self.files.len() > MOST_FILES || self.bytes > LARGEST_LAYOUT {
            true => Err(self.large()),
            false => Ok(()),
        }
    }

    fn large(&self) -> Diagnostic {
        Diagnostic::general(msg::LAYOUT_LARGE)
            .arg("name", quoted(self.name))
            .arg("files", MOST_FILES)
            .arg("most", file::mebibytes(LARGEST_LAYOUT as u64))
    }

    fn unreadable(&self, error: std::io::Error) -> Diagnostic {
        Diagnostic::general(msg::LAYOUT_UNREADABLE)
            .arg("name", quoted(self.name))
            .arg("reason", reason(&error))
    }
}

/// The files of a built-in layout.
pub fn embedded(name: &str) -> Option<Files> {
    let root = EMBEDDED.get_dir(name)?;
    let mut files = Files::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().strip_prefix(root.path()).ok()?.to_str()?.replace('\\', "/");
            if !path.split('/').any(|part| part.starts_with('.')) {
                files.insert(path, Cow::Borrowed(file.contents()));
            }
        }
    }
    files.contains_key("layout.toml").then_some(files)
}

/// The names of the built-in layouts, sorted.
pub fn embedded_names() -> impl Iterator<Item = String> {
    let mut names: Vec<String> = EMBEDDED
        .dirs()
        .filter_map(|folder| Some(folder.path().file_name()?.to_str()?.to_string()))
        .filter(|name| embedded(name).is_some())
        .collect();
    names.sort();
    names.into_iter()
}

/// The names of the layouts next to a manifest.
pub fn names_on_disk(folder: &Path) -> Vec<String> {
    let entries = folder.join("layouts").read_dir().into_iter().flatten().flatten();
    entries
        .take(MOST_FILES)
        .filter(|entry| entry.path().join("layout.toml").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}
