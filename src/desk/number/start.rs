//! Where a number begins: which numbers there are near the folder, and where the next one goes.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::document::file;
use crate::document::portable;
use crate::edition::number::SetNumber;
use crate::manifest::fresh::following;
use crate::session::new::MANIFEST;

/// The most numbers that are listed: thirty years of a monthly.
const MOST: usize = 360;

/// How deep numbers are looked for below the folder.
const DEEPEST: usize = 2;

/// What a tab may begin with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Start {
    /// Whether there is no number yet where one was to be opened.
    pub missing: bool,
    /// The folders below that have a number, the latest by name first.
    pub numbers: Vec<String>,
    /// What the folder of the next number may be called; empty if it is this very folder.
    pub folder: String,
}

/// The folder a manifest stands in, by the way from the root.
pub fn home(manifest: &Path) -> PathBuf {
    let folder = file::folder(manifest);
    folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf())
}

impl Start {
    /// Beside a number that was set.
    pub fn beside(number: &SetNumber, manifest: &Path) -> Self {
        let (now, next) = (number.issue.number, following(number.issue.number));
        let own = home(manifest);
        let own = own.file_name().unwrap_or_default().to_string_lossy();
        let folder = match own.contains(&now.date_code()) {
            true => own.replace(&now.date_code(), &next.date_code()),
            false => next.date_code(),
        };
        Self { folder, ..Self::default() }
    }

    /// Where there is no number yet.
    pub fn without(manifest: &Path) -> Self {
        Self { missing: true, numbers: numbers(manifest, true), folder: String::new() }
    }

    /// The manifest of a number that is listed.
    pub fn listed(&self, name: &str, manifest: &Path) -> Option<PathBuf> {
        let known = numbers(manifest, self.missing).into_iter().find(|known| known == name)?;
        Some(around(manifest, self.missing)?.join(known).join(MANIFEST))
    }
}

/// The numbers that may be gone on with, by their folders, the latest by name first: those below a folder that is
/// `missing` one, or beside the one there is.
pub fn numbers(manifest: &Path, missing: bool) -> Vec<String> {
    let Some(around) = around(manifest, missing) else { return vec![] };
    let mut numbers = below(&around, if missing { DEEPEST } else { 1 });
    let own = home(manifest);
    numbers.retain(|name| around.join(name) != own);
    numbers.sort_by(|a, b| b.cmp(a));
    numbers.truncate(MOST);
    numbers
}

/// The folder that others are in: the one that has no number, or what is around the one that has.
fn around(manifest: &Path, missing: bool) -> Option<PathBuf> {
    let home = home(manifest);
    if missing { Some(home) } else { home.parent().map(Path::to_path_buf) }
}

/// The folder a new number goes to, if a folder can be called that: beside the number there is, or in the folder
/// that has none.
pub fn folder(name: &str, manifest: &Path, missing: bool) -> Option<PathBuf> {
    if name.is_empty() {
        return missing.then(|| home(manifest));
    }
    let around = around(manifest, missing)?;
    let sound = portable::refused(name).is_none() && !name.contains('/');
    sound.then(|| around.join(name))
}

/// Folders below one that have a number, by their way there. What cannot be read has none.
fn below(root: &Path, deepest: usize) -> Vec<String> {
    let mut found = vec![];
    let mut waiting = vec![(root.to_path_buf(), String::new(), 0)];
    while let Some((folder, way, depth)) = waiting.pop() {
        for entry in folder.read_dir().into_iter().flatten().flatten().take(4096) {
            let name = entry.file_name();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let Some(name) = name.to_str().filter(|name| is_folder && !name.starts_with('.'))
            else {
                continue;
            };
            let way = format!("{way}{name}");
            if entry.path().join(MANIFEST).is_file() {
                found.push(way.clone());
            }
            if depth + 1 < deepest {
                waiting.push((entry.path(), way + "/", depth + 1));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_folder_stays_where_numbers_are() {
        let at = |name: &str, missing| folder(name, Path::new("/a/2024-05/issue.toml"), missing);
        assert_eq!(at("2024-06", false), Some("/a/2024-06".into()));
        assert_eq!(at("6월호", true), Some("/a/2024-05/6월호".into()));
        assert_eq!(at("", true), Some("/a/2024-05".into()));
        for name in ["", "..", "a/b", "a\\b", ".git", "nul", " a", "a.", "/etc", "C:"] {
            assert_eq!(at(name, false), None, "{name}");
        }
    }
}
