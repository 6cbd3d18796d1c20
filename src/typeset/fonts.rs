//! The fonts a number is set in: bundled ones first, then the project's, then, only where the manifest
//! asks for them, the machine's.
//!
//! Faces are indexed by `fontdb`; glyph outlines are parsed when a page first needs them. This module
//! never picks a font: layouts name families, Typst chooses.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fontdb::{Database, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst_kit::fonts::{FontSource, FontStore};

/// A font file in the binary.
pub struct BundledFont {
    /// Its file name under `fonts/`.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$(BundledFont {
            name: $name,
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name)),
        }),*]
    };
}

/// The bundled fonts, in the order they are found.
pub const BUNDLED: &[BundledFont] = bundled![
    "PretendardGOV-Regular.otf",
    "PretendardGOV-SemiBold.otf",
    "PretendardGOV-Bold.otf",
    "PretendardGOV-ExtraBold.otf",
    "NotoSansKR-Regular.ttf",
    "NotoSansKR-Bold.ttf",
];

/// Where a face comes from, for `jikji fonts`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In the binary.
    Bundled(&'static str),
    /// In the project's `fonts/`, or on the machine.
    File(PathBuf),
}

impl Origin {
    /// The file on disk, if it is one.
    pub fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::Bundled(_) => None,
            Self::File(path) => Some(path),
        }
    }
}

/// The faces of one build.
pub struct Fonts {
    store: FontStore,
    origins: Vec<Origin>,
}

impl Fonts {
    /// Collects the faces for an issue in `folder`.
    pub fn collect(folder: &Path, system: bool) -> Self {
        let mut fonts = Self { store: FontStore::new(), origins: vec![] };
        for (bundled, faces) in BUNDLED.iter().zip(read_bundled()) {
            for font in faces {
                let info = font.info().clone();
                fonts.store.push((font, info));
                fonts.origins.push(Origin::Bundled(bundled.name));
            }
        }
        let mut database = Database::new();
        database.load_fonts_dir(folder.join("fonts"));
        fonts.add_files(&database);
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
            self.store.push((FontFile { path: path.clone(), index }, info));
            self.origins.push(Origin::File(path));
        }
    }

    /// Typst's view of the faces.
    pub fn store(&self) -> &FontStore {
        &self.store
    }

    /// The faces with their origins.
    pub fn faces(&self) -> impl Iterator<Item = (&FontInfo, &Origin)> {
        let book: &FontBook = self.store.book();
        self.origins
            .iter()
            .enumerate()
            .filter_map(|(index, origin)| book.info(index).map(|info| (info, origin)))
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

/// Reads the bundled fonts' tables, on as many threads as there are files.
fn read_bundled() -> Vec<Vec<Font>> {
    std::thread::scope(|scope| {
        let read = |font: &'static BundledFont| {
            scope.spawn(|| Font::iter(Bytes::new(font.bytes)).collect::<Vec<_>>())
        };
        let threads: Vec<_> = BUNDLED.iter().map(read).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

/// A project that ships copies of the bundled fonts, as an emitted one does, gets each face once.
fn is_bundled(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let Some(bundled) = BUNDLED.iter().find(|font| font.name == name) else { return false };
    std::fs::metadata(path).is_ok_and(|data| data.len() == bundled.bytes.len() as u64)
}

/// A face on disk that is read when a page needs it.
struct FontFile {
    path: PathBuf,
    index: u32,
}

impl FontSource for FontFile {
    fn load(&self) -> Option<Font> {
        Font::new(Bytes::new(std::fs::read(&self.path).ok()?), self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
