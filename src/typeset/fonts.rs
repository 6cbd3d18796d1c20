//! The fonts a number is set in: bundled ones first, then the project's, then, only where the manifest
//! asks for them, the machine's.
//!
//! Faces are indexed by `fontdb`; glyph outlines are parsed when a page first needs them. This module
//! never picks a font: layouts name families, Typst chooses.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use anyhow::anyhow;
use fontdb::{Database, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst_kit::fonts::{FontSource, FontStore};

use jikji_prepress::threads;

/// A font file in the binary.
pub struct BundledFont {
    /// Its file name under `fonts/`.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
    /// Their SHA-256, for lock files; kept here because they are large and never change.
    pub sha256: &'static str,
}

macro_rules! bundled {
    ($($name:literal $sha256:literal),* $(,)?) => {
        &[$(BundledFont {
            name: $name,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name)),
            sha256: $sha256,
        }),*]
    };
}

/// The bundled fonts, in the order they are found.
pub static BUNDLED: &[BundledFont] = bundled![
    "PretendardGOV-Regular.otf" "3a3f8ee05092d07b25c4c0b4801f78dbac8d1f9362e4610b97033d4128e48310",
    "PretendardGOV-SemiBold.otf" "43dca6392644a8dd2b29251d04f23ff68af6dbe73b6820f3edb78a2cf8e19234",
    "PretendardGOV-Bold.otf" "deeff873beb2e32ccb3378d08f5d37687e0367df092e0be748f586634cfa4495",
    "PretendardGOV-ExtraBold.otf" "7744029c85962d9a17a6d69a8ceb9e42c4e2026a00af83d6b50eb164de4cfc74",
    "NotoSansKR-Regular.ttf" "8cbc9b353bb9ce848fd69bb6a507319dfacc659cf5fd643db5d88f3c4970e1dd",
    "NotoSansKR-Bold.ttf" "4ffa20c272ae6d689f7c8d34ff9c8039a326e9c334d9fc8852b2a7396227d077",
];

/// Where a face comes from, for `jikji fonts`.
#[derive(Debug, Clone)]
pub enum FaceOrigin {
    /// In the binary.
    Bundled(&'static str),
    /// In the project's `fonts/`, or on the machine.
    File(Arc<FontFile>),
}

/// A font file on disk, read once, when a page needs a face of it or the number is locked.
#[derive(Debug)]
pub struct FontFile {
    /// Where it is.
    pub path: PathBuf,
    bytes: OnceLock<Result<Bytes, String>>,
}

impl FontFile {
    fn read(&self) -> &Result<Bytes, String> {
        self.bytes.get_or_init(|| {
            let read = std::fs::read(&self.path);
            read.map(Bytes::new).map_err(|error| error.to_string())
        })
    }

    /// Its bytes, as they were when they were read first.
    ///
    /// # Errors
    /// What the file system said then, with the path.
    pub fn bytes(&self) -> anyhow::Result<&Bytes> {
        let failed = |error| anyhow!("failed to read the font {}: {error}", self.path.display());
        self.read().as_ref().map_err(failed)
    }
}

/// The faces of one build.
pub struct Fonts {
    store: FontStore,
    origins: Vec<FaceOrigin>,
    unreadable: Vec<PathBuf>,
}

impl Fonts {
    /// Collects the faces for an issue in `folder`.
    pub fn collect(folder: &Path, system: bool) -> Self {
        let mut fonts = Self { store: FontStore::new(), origins: vec![], unreadable: vec![] };
        for (bundled, faces) in BUNDLED.iter().zip(bundled()) {
            for font in faces {
                fonts.store.push((font.clone(), font.info().clone()));
                fonts.origins.push(FaceOrigin::Bundled(bundled.name));
            }
        }
        let mut database = Database::new();
        database.load_fonts_dir(folder.join("fonts"));
        fonts.add_files(&database);
        fonts.unreadable = fonts.without_face(&folder.join("fonts"));
        if system {
            let mut database = Database::new();
            database.load_system_fonts();
            fonts.add_files(&database);
        }
        fonts
    }

    /// Adds a database's faces in the order of their paths, so that it does not depend on the disk.
    fn add_files(&mut self, database: &Database) {
        let mut faces: Vec<_> = database
            .faces()
            .filter_map(|face| match &face.source {
                Source::File(path) | Source::SharedFile(path, _) => {
                    Some((path.clone(), face.index, face.id))
                }
                Source::Binary(_) => None,
            })
            .filter(|(path, ..)| !is_bundled(path))
            .collect();
        faces.sort();
        for (path, index, id) in faces {
            let Some(Some(info)) = database.with_face_data(id, FontInfo::new) else { continue };
            let file = match self.origins.last() {
                Some(FaceOrigin::File(last)) if last.path == path => Arc::clone(last),
                _ => Arc::new(FontFile { path, bytes: OnceLock::new() }),
            };
            self.store.push((Face { file: Arc::clone(&file), index }, info));
            self.origins.push(FaceOrigin::File(file));
        }
    }

    /// Files in the fonts folder that are called fonts and of which no face came, sorted.
    fn without_face(&self, folder: &Path) -> Vec<PathBuf> {
        let read: BTreeSet<&Path> = self.files().map(|file| file.path.as_path()).collect();
        let mut found = vec![];
        let mut folders = vec![folder.to_path_buf()];
        while let Some(folder) = folders.pop().filter(|_| found.len() < MOST_UNREADABLE) {
            for entry in folder.read_dir().into_iter().flatten().flatten() {
                let path = entry.path();
                let Ok(kind) = entry.file_type() else { continue };
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_file()
                    && is_called_font(&path)
                    && !is_bundled(&path)
                    && !read.contains(&*path)
                {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }

    /// Files in the fonts folder that are called fonts and cannot be used.
    pub fn unreadable(&self) -> &[PathBuf] {
        &self.unreadable
    }

    /// Typst's view of the faces.
    pub fn store(&self) -> &FontStore {
        &self.store
    }

    /// The faces with their origins.
    pub fn faces(&self) -> impl Iterator<Item = (&FontInfo, &FaceOrigin)> {
        let book: &FontBook = self.store.book();
        self.origins
            .iter()
            .enumerate()
            .filter_map(|(index, origin)| book.info(index).map(|info| (info, origin)))
    }

    /// The font files on disk, each once.
    pub fn files(&self) -> impl Iterator<Item = &Arc<FontFile>> {
        let files = self.origins.iter().filter_map(|origin| match origin {
            FaceOrigin::Bundled(_) => None,
            FaceOrigin::File(file) => Some(file),
        });
        let mut last: Option<&Arc<FontFile>> = None;
        files.filter(move |file| !last.replace(file).is_some_and(|last| Arc::ptr_eq(last, file)))
    }

    /// Those of `characters` that no face has.
    pub fn missing(&self, characters: &BTreeSet<char>) -> BTreeSet<char> {
        let mut missing = characters.clone();
        for (info, _) in self.faces() {
            if missing.is_empty() {
                break;
            }
            // A coverage is a list of runs: walking it once is cheaper than asking for each character.
            for c in info.coverage.iter().filter_map(char::from_u32) {
                missing.remove(&c);
            }
        }
        missing
    }
}

/// The bundled faces, a list a file; read once.
fn bundled() -> &'static [Vec<Font>] {
    static FACES: OnceLock<Vec<Vec<Font>>> = OnceLock::new();
    FACES.get_or_init(read_bundled)
}

/// Reads the bundled fonts' tables. The pool has no part in it: a thread that waits for others there may
/// take up work that asks for these very fonts.
fn read_bundled() -> Vec<Vec<Font>> {
    let mut files = vec![vec![]; BUNDLED.len()];
    let read = |(): &mut (), at: usize| {
        (at, Font::iter(Bytes::new(BUNDLED[at].bytes)).collect::<Vec<_>>())
    };
    threads::each(BUNDLED.len(), threads::count(), || (), read, |(at, faces)| files[at] = faces);
    files
}

/// What tells whether a folder's fonts are those of a moment ago: names, sizes and times of its files, and
/// whether the machine's are let in.
#[derive(Debug, PartialEq, Eq)]
pub struct Shelf {
    files: Vec<(PathBuf, u64, Option<SystemTime>)>,
    system: bool,
}

impl Shelf {
    /// The shelf of an issue in `folder`.
    pub fn of(folder: &Path, system: bool) -> Self {
        let mut files = vec![];
        let mut folders = vec![(folder.join("fonts"), 0)];
        while let Some((folder, depth)) = folders.pop() {
            for path in folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path())
            {
                // Where a link leads counts, as it does for the faces.
                match std::fs::metadata(&path) {
                    Ok(data) if data.is_dir() && depth < DEEPEST => folders.push((path, depth + 1)),
                    Ok(data) => files.push((path, data.len(), data.modified().ok())),
                    Err(_) => {}
                }
            }
        }
        files.sort();
        Self { files, system }
    }
}

/// How deep folders of fonts are looked through; links can lead in a circle.
const DEEPEST: usize = 8;

/// The most files that are told of one by one.
const MOST_UNREADABLE: usize = 50;

/// Whether a file's name says that it is a font, of a kind that can be used or of the web's.
fn is_called_font(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let fonts = ["ttf", "otf", "ttc", "otc", "woff", "woff2", "pfb", "dfont"];
    fonts.iter().any(|font| font.eq_ignore_ascii_case(extension))
}

/// A project that ships copies of the bundled fonts, as an emitted one does, gets each face once.
fn is_bundled(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let Some(bundled) = BUNDLED.iter().find(|font| font.name == name) else { return false };
    std::fs::metadata(path).is_ok_and(|data| data.len() == bundled.bytes.len() as u64)
}

/// A face of a font file on disk.
struct Face {
    file: Arc<FontFile>,
    index: u32,
}

impl FontSource for Face {
    fn load(&self) -> Option<Font> {
        Font::new(self.file.read().as_ref().ok()?.clone(), self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_fonts() {
        for font in super::BUNDLED {
            assert_eq!(crate::digest::sha256(font.bytes), font.sha256, "{}", font.name);
        }
    }

    #[cfg(unix)]
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
        std::fs::write(&font, "other").unwrap();
        assert_ne!(before, Shelf::of(folder.path(), false));
    }

    #[test]
    fn bundled_faces_cover_what_a_bulletin_needs() {
        let fonts = Fonts::collect(Path::new("/nonexistent"), false);
        let families: BTreeSet<_> = fonts.faces().map(|(info, _)| info.family.as_str()).collect();
        assert_eq!(families, BTreeSet::from(["Noto Sans KR", "Pretendard GOV"]));
        let needed: BTreeSet<char> = "가힣각☞①⑳△※·–‘’“”「」『』㈜漢字Aa09%".chars().collect();
        assert_eq!(fonts.missing(&needed), BTreeSet::new());
        assert_eq!(fonts.missing(&BTreeSet::from(['蹁'])), BTreeSet::from(['蹁']));
    }
}
