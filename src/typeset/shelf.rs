//! The font files of an issue's own folder, found in one walk: what they are is read elsewhere.

use std::collections::BTreeSet;
use std::fs::metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::bundled::is_copy;

/// How the names of fonts end, those that can be used first, then the web's and old kinds.
const ENDS: [&str; 8] = ["ttf", "otf", "ttc", "otc", "woff", "woff2", "pfb", "dfont"];
/// How many of them can be used.
const USED: usize = 4;

/// What tells whether a folder's fonts are those of a moment ago: names, sizes and times of its files, and
/// whether the machine's are let in.
#[derive(Debug, PartialEq, Eq)]
pub struct Shelf {
    files: Vec<ShelvedFile>,
    /// Whether the machine's fonts are let in.
    pub system: bool,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ShelvedFile {
    path: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
}

impl Shelf {
    /// The shelf of an issue in `folder`. Where a link leads counts, once.
    pub fn of(folder: &Path, system: bool) -> Self {
        let (mut files, mut seen) = (vec![], BTreeSet::new());
        let mut folders = vec![folder.join("fonts")];
        while let Some(folder) = folders.pop() {
            if !folder.canonicalize().is_ok_and(|real| seen.insert(real)) {
                continue;
            }
            for entry in folder.read_dir().into_iter().flatten().flatten() {
                let linked = entry.file_type().is_ok_and(|kind| kind.is_symlink());
                let path = if linked { entry.path().canonicalize() } else { Ok(entry.path()) };
                match path.and_then(|path| Ok((metadata(&path)?, path))) {
                    Ok((data, path)) if data.is_dir() => folders.push(path),
                    Ok((data, path)) if data.is_file() => {
                        let (size, modified) = (data.len(), data.modified().ok());
                        files.push(ShelvedFile { path, size, modified });
                    }
                    _ => {}
                }
            }
        }
        files.sort();
        files.dedup();
        Self { files, system }
    }

    /// The files of fonts that can be used, sorted, the program's own apart.
    pub fn fonts(&self) -> impl Iterator<Item = &Path> {
        self.called(&ENDS[..USED])
    }

    /// All files that are called fonts, sorted, the program's own apart.
    pub fn called_fonts(&self) -> impl Iterator<Item = &Path> {
        self.called(&ENDS)
    }

    fn called(&self, ends: &'static [&'static str]) -> impl Iterator<Item = &Path> {
        let files = self.files.iter().filter(move |file| {
            let end = file.path.extension().and_then(|end| end.to_str()).unwrap_or_default();
            ends.iter().any(|font| font.eq_ignore_ascii_case(end)) && !is_copy(&file.path)
        });
        files.map(|file| file.path.as_path())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::Shelf;

    #[test]
    fn a_shelf_is_another_when_what_a_link_leads_to_changes() {
        let folder = tempfile::tempdir().unwrap();
        let (font, fonts) = (folder.path().join("House.ttf"), folder.path().join("fonts"));
        std::fs::create_dir(&fonts).unwrap();
        std::fs::write(&font, "one").unwrap();
        std::os::unix::fs::symlink(&font, fonts.join("Linked.ttf")).unwrap();
        std::os::unix::fs::symlink(&fonts, fonts.join("circle")).unwrap();
        let before = Shelf::of(folder.path(), false);
        assert_eq!(before, Shelf::of(folder.path(), false));
        assert_eq!(before.fonts().count(), 1);
        std::fs::write(&font, "other").unwrap();
        assert_ne!(before, Shelf::of(folder.path(), false));
    }
}
