//! The files below a folder, within bounds.
//!
//! Links are not followed, so a loop of them leads nowhere; what the system keeps beside files (names that begin
//! with a full stop) is left out. It never opens a file.

use std::path::{Path, PathBuf};

use anyhow::Result;
use unicode_normalization::UnicodeNormalization;

use crate::refused as machine;

/// Bounds: levels of folders and entries in all.
const MOST_LEVELS: usize = 32;
const MOST_ENTRIES: usize = 1_000_000;

/// A file below a folder.
pub struct Below {
    /// Its name in NFC: the same on every machine.
    pub name: String,
    /// Its path from the folder, with `/` and in NFC.
    pub inside: String,
    /// Where it is on this machine.
    pub path: PathBuf,
}

/// The files at and below `root` that `take` wants, in no order; folders whose names are in `skipped` are left out.
///
/// # Errors
/// What the file system says, with the path.
pub fn files<T>(
    root: &Path,
    skipped: &[&str],
    take: impl Fn(Below) -> Option<T>,
) -> Result<Vec<T>> {
    let mut found = vec![];
    let mut entries = 0;
    let mut folders = vec![(root.to_path_buf(), String::new(), 0)];
    while let Some((folder, prefix, level)) = folders.pop() {
        let failed = machine::refused(machine::READING_FOLDER, &folder);
        for entry in folder.read_dir().map_err(&failed)? {
            let entry = entry.map_err(&failed)?;
            entries += 1;
            anyhow::ensure!(
                entries <= MOST_ENTRIES,
                machine::failed(machine::TOO_MUCH, &[("file", root.into())])
            );
            let name: String = entry.file_name().to_string_lossy().nfc().collect();
            if name.starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(&failed)?;
            let inside = format!("{prefix}{name}");
            if kind.is_dir() && level < MOST_LEVELS && !skipped.contains(&name.as_str()) {
                folders.push((entry.path(), format!("{inside}/"), level + 1));
            } else if kind.is_file() {
                found.extend(take(Below { name, inside, path: entry.path() }));
            }
        }
    }
    Ok(found)
}
