//! One number through all rooms, kept warm between changes: the way `build`, `check` and `archive` share,
//! and the library's front door.
//!
//! Each step is a room's own function; this module hands the result on, and keeps what the next time may
//! use: files that did not change, fonts, and what Typst laid out. What comes of a change is what a fresh
//! session makes of it, byte for byte. It never knows how a number is shown.

pub mod editions;
pub mod new;
mod shown;
mod words;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use crate::compose::clusters::ClusterFonts;
use crate::edition::number::SetNumber;
use crate::edition::print::artwork;
use crate::edition::print::conditions::Conditions;
use crate::layout::spec::Layout;
use crate::manifest::inputs::Inputs;
use crate::manifest::model::Issue;
use crate::manifest::{self, Loaded};
use crate::panicked::caught;
use crate::typeset;
use crate::typeset::fonts::Fonts;
use crate::typeset::shelf::Shelf;
use crate::typeset::world::TypstWorld;
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, any_error, in_document_order};
use jikji_prepress::binding::fillers;
use shown::Screen;

/// How far one issue got, and all that was found on the way.
#[derive(Default)]
pub struct Outcome {
    /// The files diagnostics point into.
    pub sources: Sources,
    /// Findings in document order.
    pub diagnostics: Vec<Diagnostic>,
    /// The issue as it was set; `None` after an error.
    pub number: Option<SetNumber>,
}

impl Outcome {
    /// Whether the issue has an error.
    pub fn has_errors(&self) -> bool {
        any_error(&self.diagnostics)
    }
}

/// A number that is set again whenever something of it changed.
pub struct Session {
    manifest: PathBuf,
    kept: Kept,
}

/// What the next setting may use.
#[derive(Default)]
struct Kept {
    inputs: Option<Inputs>,
    fonts: Option<(Shelf, Arc<Fonts>)>,
    world: Option<TypstWorld>,
    screen: Screen,
}

impl Session {
    /// A session over the number of `manifest`, of which nothing has been read yet.
    pub fn open(manifest: &Path) -> Self {
        Self { manifest: manifest.to_path_buf(), kept: Kept::default() }
    }

    /// Loads, checks and sets the number as it stands on the disk now.
    ///
    /// # Errors
    /// Failures of the machine; what the author can mend is in [`Outcome::diagnostics`].
    pub fn update(&mut self) -> Result<Outcome> {
        let mut sources = Sources::default();
        let before = self.kept.inputs.take();
        let read = || manifest::load_after(before, &self.manifest, &mut sources);
        let loaded = caught(words::READING, read)??;
        self.kept.inputs = loaded.inputs.clone();
        let outcome = caught(words::SETTING, || self.kept.set(loaded, sources))?;
        // What no pass of the last two settings asked for is not asked for again.
        comemo::evict(2);
        Ok(outcome)
    }
}

/// Loads, checks and sets the issue at `manifest` once.
///
/// # Errors
/// Failures of the machine; what the author can mend is in [`Outcome::diagnostics`].
pub fn set_issue(manifest: &Path) -> Result<Outcome> {
    let mut sources = Sources::default();
    let loaded = caught(words::READING, || manifest::load(manifest, &mut sources))??;
    Ok(caught(words::SETTING, || set_loaded(loaded, sources))?)
}

/// Sets an issue that was loaded.
pub fn set_loaded(loaded: Loaded, sources: Sources) -> Outcome {
    Kept::default().set(loaded, sources)
}

impl Kept {
    fn set(&mut self, loaded: Loaded, sources: Sources) -> Outcome {
        let Loaded { issue, layout, mut diagnostics, inputs, runs } = loaded;
        let number = inputs.and_then(|inputs| {
            let system = issue.as_ref().is_some_and(|issue| issue.system_fonts);
            let fonts = self.fonts(&inputs.folder, system);
            typeset::check_files(&fonts, &mut diagnostics);
            let clusters = typeset::check_glyphs(&runs, layout.as_ref(), &fonts, &mut diagnostics);
            let issue = issue?;
            typeset::check_drawings(&issue, &fonts, &mut diagnostics);
            self.set_read(issue, layout?, inputs, fonts, &clusters, &mut diagnostics)
        });
        in_document_order(&mut diagnostics);
        Outcome { sources, diagnostics, number }
    }

    /// The fonts of the folder, those of the time before if its font files are the same.
    fn fonts(&mut self, folder: &Path, system: bool) -> Arc<Fonts> {
        let shelf = Shelf::of(folder, system);
        let (_, fonts) = match self.fonts.take() {
            Some(kept) if kept.0 == shelf => self.fonts.insert(kept),
            _ => {
                let fonts = Arc::new(Fonts::of(&shelf));
                self.fonts.insert((shelf, fonts))
            }
        };
        Arc::clone(fonts)
    }

    /// Sets what was read of an issue. What has errors is set too, so that what is too long is told in the
    /// same run; what else is said of it then may come of those errors.
    fn set_read(
        &mut self,
        issue: Issue,
        layout: Layout,
        inputs: Inputs,
        fonts: Arc<Fonts>,
        clusters: &ClusterFonts,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<SetNumber> {
        let conditions = Conditions::of(&issue, &layout, diagnostics);
        if let Some(conditions) = &conditions {
            artwork::check(&issue, &layout, conditions.bleed_mm, diagnostics);
        }
        typeset::check_families(&layout, &fonts, diagnostics);
        if !typeset::check_length(&issue, &layout, diagnostics) {
            return None;
        }
        let sound = !any_error(diagnostics);
        let shown = self.screen.show(&issue.pictures, &layout);
        let kept = self.world.take().filter(|world| world.serves(&layout, &shown, &fonts));
        let mut world = kept.unwrap_or_else(|| TypstWorld::new(&layout, &shown, fonts, &[]));
        let setting = typeset::set(&issue, &layout, clusters, &mut world);
        self.world = Some(world.clone());
        diagnostics.extend(setting.too_long);
        if !sound {
            return None;
        }
        diagnostics.extend(setting.found);
        let (pages, conditions) = (setting.pages?, conditions?);
        let count = pages.document.pages().len();
        let count = count + fillers(count, conditions.binding).total();
        conditions.check_spine(&issue.print, count, diagnostics);
        Some(SetNumber { issue, inputs, layout, shown, world, pages, conditions })
    }
}
