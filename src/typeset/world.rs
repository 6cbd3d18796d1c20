//! The Typst world: files of one number in memory, its fonts, no clock, no network.
//!
//! All reading has happened before; a layout that asks for anything else gets "not found".

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use comemo::Track;
use typst::diag::{FileError, FileResult, eco_format};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{
    Bytes, Datetime, Dict, Duration, IntoValue, Output, StyleChain, Target, TargetElem,
};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Protected};
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_layout::PagedDocument;

use crate::layout::spec::Layout;
use crate::typeset::bundled;
use crate::typeset::fonts::Fonts;

/// How a refused package is told apart: its name follows.
pub const NO_PACKAGES: &str = "packages are not loaded: ";

/// Everything Typst may ask for while it sets one number. A clone shares all but the markup.
#[derive(Clone)]
pub struct TypstWorld {
    library: Arc<LazyHash<Library>>,
    fonts: Arc<Fonts>,
    files: Arc<FileStore<ProjectFiles>>,
    main: Source,
    /// The markup of each pass, of the setting before this one where this one has not come so far.
    passes: Vec<Source>,
    pass: usize,
}

/// The files of a number by their path from the project's root.
struct ProjectFiles(BTreeMap<String, Bytes>);

impl TypstWorld {
    /// A world for a layout and the images of an issue. `inputs` is what layouts read as
    /// `sys.inputs`; none is given for the screen, so that an emitted project needs none.
    pub fn new<'p>(
        layout: &Layout,
        pictures: impl IntoIterator<Item = (&'p String, &'p Arc<[u8]>)>,
        fonts: Arc<Fonts>,
        inputs: &[(&str, String)],
    ) -> Self {
        let inputs =
            inputs.iter().map(|(name, value)| ((*name).into(), value.clone().into_value()));
        let library = Library::builder().with_inputs(inputs.collect::<Dict>()).build();
        Self::with_files(library, fonts, files(layout, pictures))
    }

    /// A world for a document that asks for no file.
    pub fn bare(fonts: Arc<Fonts>) -> Self {
        Self::with_files(Library::builder().build(), fonts, BTreeMap::new())
    }

    /// A world for a document of the program's own and its pictures, by their names.
    pub fn with_pictures(
        fonts: Arc<Fonts>,
        pictures: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Self {
        let files = pictures.into_iter().map(|(name, bytes)| (name, Bytes::new(bytes))).collect();
        Self::with_files(Library::builder().build(), fonts, files)
    }

    fn with_files(library: Library, fonts: Arc<Fonts>, files: BTreeMap<String, Bytes>) -> Self {
        bundled::open();
        let (library, files) =
            (Arc::new(LazyHash::new(library)), FileStore::new(ProjectFiles(files)));
        let main = Source::new(main_file(), String::new());
        Self { library, fonts, files: Arc::new(files), main, passes: vec![], pass: 0 }
    }

    /// Starts a setting: its passes begin with what the passes of the one before had.
    pub fn start_over(&mut self) {
        self.pass = 0;
    }

    /// Replaces the text of `main.typ` for the next pass, line by line where it can: what stands in lines
    /// that did not change keeps its identity, and with it all that was laid out for it, be it in the
    /// pass before or in the same pass of the setting before.
    pub fn set_main(&mut self, text: &str) {
        if let Some(earlier) = self.passes.get(self.pass) {
            self.main = earlier.clone();
        }
        for (range, line) in changed_lines(self.main.text(), text) {
            self.main.edit(range, &line);
        }
        if self.main.text() != text {
            let (range, with) = difference(self.main.text(), text);
            self.main.edit(range, with);
        }
        match self.passes.get_mut(self.pass) {
            Some(pass) => *pass = self.main.clone(),
            None => self.passes.push(self.main.clone()),
        }
        self.pass = (self.pass + 1).min(MOST_PASSES_KEPT);
    }

    /// Lays the number out once, as if no page knew of another: enough to see how far entries run and
    /// where lines end, at a part of a compile's cost. What it lays out, a compile of the same markup
    /// takes over. `None` where Typst has something to say; a compile says it.
    pub fn draft(&self) -> Option<PagedDocument> {
        let world: &dyn World = self;
        let world = world.track();
        let traced = Traced::default();
        let mut sink = Sink::new();
        let library = self.library();
        let (route, main) = (Route::default(), &self.main);
        let content =
            typst_eval::eval(world, library, traced.track(), sink.track_mut(), route.track(), main)
                .ok()?
                .content();
        let target = TargetElem::target.set(Target::Paged).wrap();
        let base = StyleChain::new(&library.styles);
        let introspector: &dyn Introspector = &EmptyIntrospector;
        let mut engine = Engine {
            library,
            world,
            introspector: Protected::new(introspector.track()),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        };
        PagedDocument::create(&mut engine, &content, base.chain(&target)).ok()
    }

    /// The source of a file, by its path from the project's root.
    pub fn source_at(&self, path: &str) -> Option<Source> {
        let path = VirtualPath::new(path).ok()?;
        self.source(RootedPath::new(VirtualRoot::Project, path).intern()).ok()
    }

    /// The source of `main.typ`.
    pub fn main_source(&self) -> &Source {
        &self.main
    }

    /// Whether it is one for these files and fonts.
    pub fn serves<'p>(
        &self,
        layout: &Layout,
        pictures: impl IntoIterator<Item = (&'p String, &'p Arc<[u8]>)>,
        fonts: &Arc<Fonts>,
    ) -> bool {
        Arc::ptr_eq(&self.fonts, fonts) && self.files.loader().0 == files(layout, pictures)
    }

    /// The fonts.
    pub fn fonts(&self) -> &Arc<Fonts> {
        &self.fonts
    }
}

/// A setting takes some five passes; what comes after so many is set on the last one's markup.
const MOST_PASSES_KEPT: usize = 16;

/// The lines of `old` that read otherwise in `new`, last first, so that ranges stay good while they
/// are edited; none if lines were added or removed.
fn changed_lines(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    if old.lines().count() != new.lines().count() {
        return vec![];
    }
    let mut start = 0;
    let mut changes = vec![];
    for (old_line, new_line) in old.lines().zip(new.lines()) {
        if old_line != new_line {
            changes.push((start..start + old_line.len(), new_line.to_string()));
        }
        start += old_line.len() + 1;
    }
    changes.reverse();
    changes
}

/// The one range of `old` that has to be replaced, and with what of `new`. `Source::replace` is not used:
/// in typst-syntax 0.15.1 it takes two syllables that share their last byte for a common end.
fn difference<'n>(old: &str, new: &'n str) -> (Range<usize>, &'n str) {
    let common = |one: char, other: char| (one == other).then_some(one.len_utf8());
    let start: usize = old.chars().zip(new.chars()).map_while(|(a, b)| common(a, b)).sum();
    let ends = old[start..].chars().rev().zip(new[start..].chars().rev());
    let end: usize = ends.map_while(|(a, b)| common(a, b)).sum();
    (start..old.len() - end, &new[start..new.len() - end])
}

/// The files of a number by their path from the project's root.
fn files<'p>(
    layout: &Layout,
    pictures: impl IntoIterator<Item = (&'p String, &'p Arc<[u8]>)>,
) -> BTreeMap<String, Bytes> {
    let of_layout = layout.files.iter().map(|(name, bytes)| {
        let bytes = match bytes {
            std::borrow::Cow::Borrowed(bytes) => Bytes::new(*bytes),
            std::borrow::Cow::Owned(bytes) => Bytes::new(bytes.clone()),
        };
        (format!("layouts/{}/{name}", layout.name), bytes)
    });
    let pictures =
        pictures.into_iter().map(|(path, bytes)| (path.clone(), Bytes::new(bytes.clone())));
    of_layout.chain(pictures).collect()
}

/// The id of `main.typ`.
fn main_file() -> FileId {
    let path = VirtualPath::new("main.typ").expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for TypstWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store().book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { self.files.source(id) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store().font(index)
    }

    /// No clock: a date in a number is the manifest's.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

impl FileLoader for ProjectFiles {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        if let VirtualRoot::Package(package) = id.root() {
            return Err(FileError::Other(Some(eco_format!("{NO_PACKAGES}{package}"))));
        }
        self.0.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::{TypstWorld, difference};
    use crate::typeset::fonts::Fonts;

    #[test]
    fn only_what_differs_is_replaced_and_letters_stay_whole() {
        // Both syllables begin and end with the same byte.
        assert_eq!(difference("가봄", "가분"), (3..6, "분"));
        assert_eq!(difference("가가", "가가가"), (6..6, "가"));
        assert_eq!(difference("ab", "b"), (0..1, ""));
        let fonts = Fonts::collect(std::path::Path::new("/nonexistent"), false);
        let mut world = TypstWorld::bare(fonts.into());
        for text in ["끝은 봄", "한 줄\n끝은 분", "한 줄\n끝은 봄", "", "분"] {
            world.set_main(text);
            assert_eq!(world.main_source().text(), text);
            world.start_over();
        }
    }
}
