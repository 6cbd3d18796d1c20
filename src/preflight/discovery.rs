//! The PDF files that are meant by paths: files themselves, and all below folders.
//!
//! It never opens one.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::document::below::{self, Below};

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
                files.extend(in_folder(path)?);
            }
            false => files.push(path.clone()),
        }
    }
    Ok((files, folders))
}

fn in_folder(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = below::files(root, &[], |Below { path, .. }| {
        let is_pdf = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"));
        is_pdf.then_some(path)
    })?;
    found.sort();
    Ok(found)
}
