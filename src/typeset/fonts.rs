//! The fonts a number is set in: bundled ones first, then the project's, then, only where the manifest
//! asks for them, the machine's.
//!
//! Faces are indexed by `fontdb`; glyph outlines are parsed when a page first needs them. This module
//! never picks a font: layouts name families, Typst chooses.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fontdb::{Database, Source};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst_kit::fonts::{FontSource, FontStore};

use super::bundled::{self, BUNDLED, is_copy};
use super::shelf::Shelf;
use crate::refused::{READING, refused};

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
    bytes: OnceLock<Result<Bytes, io::ErrorKind>>,
}

impl FontFile {
    fn read(&self) -> &Result<Bytes, io::ErrorKind> {
        self.bytes.get_or_init(|| {
            let read = std::fs::read(&self.path);
            read.map(Bytes::new).map_err(|error| error.kind())
        })
    }

    /// Its bytes, as they were when they were read first.
    ///
    /// # Errors
    /// What the file system said then, with the path.
    pub fn bytes(&self) -> anyhow::Result<&Bytes> {
        let unread = |kind: &io::ErrorKind| refused(READING, &self.path)((*kind).into()).into();
        self.read().as_ref().map_err(unread)
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
        Self::of(&Shelf::of(folder, system))
    }

    /// Collects the faces of a shelf.
    pub fn of(shelf: &Shelf) -> Self {
        let mut fonts = Self { store: FontStore::new(), origins: vec![], unreadable: vec![] };
        for (bundled, info) in BUNDLED.iter().zip(bundled::infos()) {
            fonts.store.push((bundled, info.clone()));
            fonts.origins.push(FaceOrigin::Bundled(bundled.name));
        }
        let mut database = Database::new();
        // A file that does not load gives no face, which is told.
        shelf.fonts().for_each(|path| drop(database.load_font_file(path)));
        fonts.add_files(&database);
        let read: BTreeSet<&Path> = fonts.files().map(|file| file.path.as_path()).collect();
        let others = shelf.called_fonts().filter(|path| !read.contains(path));
        fonts.unreadable = others.take(MOST_UNREADABLE).map(Path::to_path_buf).collect();
        if shelf.system {
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
            .filter(|(path, ..)| !is_copy(path))
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

    /// Whether they have a character; each is looked for once.
    pub fn covers(&self) -> impl Fn(char) -> bool + '_ {
        let known = RefCell::new(HashMap::new());
        move |c| {
            let is_there = || self.faces().any(|(info, _)| info.coverage.contains(c.into()));
            *known.borrow_mut().entry(c).or_insert_with(is_there)
        }
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

/// The most files that are told of one by one.
const MOST_UNREADABLE: usize = 50;

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
    fn bundled_faces_cover_what_a_bulletin_needs() {
        let fonts = Fonts::collect(Path::new("/nonexistent"), false);
        let families: BTreeSet<_> = fonts.faces().map(|(info, _)| info.family.as_str()).collect();
        let bundled = ["Jikji Supplementary Signs", "Noto Sans KR", "Pretendard GOV"];
        assert_eq!(families, BTreeSet::from(bundled));
        let needed: BTreeSet<char> = "가힣각☞①⑳△※·–‘’“”「」『』㈜漢字Aa09%".chars().collect();
        assert_eq!(fonts.missing(&needed), BTreeSet::new());
        assert_eq!(fonts.missing(&BTreeSet::from(['蹁'])), BTreeSet::from(['蹁']));
    }

    #[test]
    fn bundled_faces_cover_ks_x_1001_and_the_signs_of_word_processors() {
        let fonts = Fonts::collect(Path::new("/nonexistent"), false);
        let rows = (0xA1..=0xFEu8).flat_map(|row| (0xA1..=0xFEu8).map(move |cell| [row, cell]));
        // Rows 41 and 94 are the user's own.
        let rows = rows.filter(|[row, _]| ![0xC9, 0xFE].contains(row));
        let read = |code: [u8; 2]| {
            let (text, faulty) = encoding_rs::EUC_KR.decode_without_bom_handling(&code);
            (!faulty).then(|| text.chars().next()).flatten()
        };
        let standard: BTreeSet<char> = rows.filter_map(read).collect();
        assert!(standard.len() > 8200, "{}", standard.len());
        assert_eq!(fonts.missing(&standard), BTreeSet::new());
        let signs = "∙☑☐☒✔✘✕➢➔➜➤▸▹▻◂❍❏❑❒⌂☘☺☻⚡⚠✉✎✏✱❁❤❝❞⭐⬛⬜↻⟶⇨⋯⨯⅔ŉ∼≒◈";
        assert_eq!(fonts.missing(&signs.chars().collect()), BTreeSet::new());
    }
}
