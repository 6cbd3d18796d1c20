//! Finds every manifest below a folder.
//!
//! Nothing is built and nothing is judged but whether a file means to be a manifest.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::document::below::{self, Below};
use crate::document::file;
use crate::manifest;

/// Folders that hold no manifests of numbers.
const SKIPPED: [&str; 4] = ["layouts", "fonts", "target", "node_modules"];

/// A manifest below the root.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Manifest {
    /// Its path from the root, with `/` and in NFC: the same on every machine.
    pub name: String,
    /// Where it is on this machine.
    pub path: PathBuf,
}

/// All manifests below `root`, by name.
///
/// # Errors
/// What the file system says, with the path.
pub fn manifests(root: &Path) -> Result<Vec<Manifest>> {
    let mut found = below::files(root, &SKIPPED, |Below { name, inside, path }| {
        let meant = name.ends_with(".toml") && is_manifest(&name, &path);
        meant.then_some(Manifest { name: inside, path })
    })?;
    found.sort();
    Ok(found)
}

/// Whether a file means to be a manifest: by its usual name, or by the tables every manifest has. One
/// that is broken counts, so that it is reported and not passed over.
fn is_manifest(name: &str, path: &Path) -> bool {
    if name == "issue.toml" {
        return true;
    }
    let Ok(bytes) = file::bytes(path, manifest::LARGEST) else { return false };
    let text = String::from_utf8_lossy(&bytes);
    let opens = |table: &str| {
        let mut lines = text.lines().map(str::trim_start);
        lines.any(|line| {
            let rest = line.strip_prefix('[').unwrap_or(line).trim_start();
            rest.strip_prefix(table)
                .is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
        })
    };
    opens("publication") && opens("issue")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(root: &Path) -> Vec<String> {
        manifests(root).unwrap().into_iter().map(|manifest| manifest.name).collect()
    }

    #[test]
    fn manifests_are_found_by_name_or_by_their_tables() {
        let root = tempfile::tempdir().unwrap();
        let file = |path: &str, text: &str| {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        file("2024/05/issue.toml", "broken = [");
        file("2024/06.toml", "[publication]\nname = \"가\"\n[issue]\n");
        file("2024/07.toml", "publication = {}\nissue = {}\n");
        file("2024/Cargo.toml", "[package]\nname = \"issue\"\n");
        file("2024/layouts/x/issue.toml", "");
        file("2024/.hidden/issue.toml", "");
        file("b.txt", "[publication]\n[issue]\n");
        assert_eq!(names(root.path()), ["2024/05/issue.toml", "2024/06.toml", "2024/07.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_of_links_ends() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("a")).unwrap();
        std::fs::write(root.path().join("a/issue.toml"), "").unwrap();
        std::os::unix::fs::symlink(root.path(), root.path().join("a/loop")).unwrap();
        assert_eq!(names(root.path()), ["a/issue.toml"]);
    }
}
