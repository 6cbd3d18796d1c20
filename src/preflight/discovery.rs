//! The PDF files that are meant by paths: files themselves, and all below folders.
//!
//! Links are not followed, so a loop of them leads nowhere.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::refused as machine;

/// Bounds: levels of folders and entries in all.
const MOST_LEVELS: usize = 32;
const MOST_ENTRIES: usize = 1_000_000;

/// The files of some paths, those of a folder by name, and whether a folder is among the paths.
///
/// # Errors
/// What the file system says, with the path.
pub fn pdfs(paths: &[PathBuf]) -> Result<(Vec<PathBuf>, bool)> {
    let (mut files, mut folders) = (vec![], false);
    for path in paths {
        match path.is_dir() {
            true => {
                folders = true;
                files.extend(below(path)?);
            }
            false => files.push(path.clone()),
        }
    }
    Ok((files, folders))
}

fn below(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    let mut entries = 0;
    let mut folders = vec![(root.to_path_buf(), 0)];
    while let Some((folder, level)) = folders.pop() {
        let failed = machine::refused(machine::READING_FOLDER, &folder);
        for entry in folder.read_dir().map_err(&failed)? {
            let entry = entry.map_err(&failed)?;
            entries += 1;
            anyhow::ensure!(
                entries <= MOST_ENTRIES,
                machine::failed(machine::TOO_MUCH, &[("file", root.into())])
            );
            // What the system keeps beside files is nobody's to print.
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let path = entry.path();
            let kind = entry.file_type().map_err(&failed)?;
            let is_pdf = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
            if kind.is_dir() && level < MOST_LEVELS {
                folders.push((path, level + 1));
            } else if kind.is_file() && is_pdf {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
