//! One issue through all rooms: the way `build` and `check` share, and the library's front door.
//!
//! Each step is a room's own function; this module only hands the result on.

pub mod editions;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use crate::compose::{self, story::Story};
use crate::edition::print::conditions::Conditions;
use crate::edition::{print, screen};
use crate::layout::spec::Layout;
use crate::manifest::{self, Loaded, image, model::Issue};
use crate::typeset::fonts::Fonts;
use crate::typeset::messages::{FAR_TOO_LONG, NUMBER_TOO_LONG, TOO_LONG};
use crate::typeset::press::Press;
use crate::typeset::{self, Pages};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Diagnostic, any_error, in_document_order};
use jikji_prepress::proof;

/// How far one issue got, and all that was found on the way.
#[derive(Default)]
pub struct Outcome {
    /// The files diagnostics point into.
    pub sources: Sources,
    /// Findings in document order.
    pub diagnostics: Vec<Diagnostic>,
    /// The issue as it was set; `None` after an error.
    pub number: Option<SetNumber>,
    /// The files that were read, the manifest first.
    pub read: Vec<PathBuf>,
}

/// An issue that was set without an error.
pub struct SetNumber {
    /// What the manifest says.
    pub issue: Issue,
    /// The layout it was set in.
    pub layout: Layout,
    /// The issue's parsed texts.
    pub story: Story,
    /// The images as a screen shows them, by the paths the pages name them with.
    pub shown: BTreeMap<String, Arc<[u8]>>,
    /// The press that set it.
    pub press: Press,
    /// The pages.
    pub pages: Pages,
    /// What it is printed under.
    pub conditions: Conditions,
}

impl Outcome {
    /// Whether the issue has an error.
    pub fn has_errors(&self) -> bool {
        any_error(&self.diagnostics)
    }
}

/// Loads, checks and sets the issue at `manifest`.
///
/// # Errors
/// Failures of the machine; what the author can mend is in [`Outcome::diagnostics`].
pub fn set_issue(manifest: &Path) -> Result<Outcome> {
    let mut sources = Sources::default();
    let loaded = manifest::load(manifest, &mut sources)?;
    Ok(set_loaded(loaded, sources))
}

/// Sets an issue that was loaded.
pub fn set_loaded(loaded: Loaded, sources: Sources) -> Outcome {
    let Loaded { issue, rest, layout, mut diagnostics, folder, texts, mut read } = loaded;
    if issue.is_none() && !texts.is_empty() {
        let texts = compose::read_texts(&folder, &texts, &mut diagnostics);
        let system_fonts = rest.as_ref().is_some_and(|rest| rest.system_fonts);
        let fonts = Arc::new(Fonts::collect(&folder, system_fonts));
        typeset::check_text_glyphs(&texts, &fonts, &mut diagnostics);
        if let Some((rest, layout)) = rest.as_ref().zip(layout.as_ref()) {
            diagnostics.extend(overlong(rest, layout, fonts));
        }
    }
    let number = issue.zip(layout).and_then(|(issue, layout)| {
        let conditions = Conditions::of(&issue.print, &layout, &mut diagnostics);
        let story = compose::read(&issue, &mut diagnostics);
        read.extend(story.files.iter().cloned());
        typeset::check_length(&story, &layout, &mut diagnostics);
        let settable = !beyond_setting(&diagnostics);
        let fonts = Arc::new(Fonts::collect(&issue.folder, issue.system_fonts));
        typeset::check_families(&layout, &fonts, &mut diagnostics);
        typeset::check_files(&fonts, &mut diagnostics);
        typeset::check_glyphs(&story, &fonts, &mut diagnostics);
        let sound = !any_error(&diagnostics);
        let shown = shown(&story.assets);
        let mut press = Press::new(&layout, &shown, fonts, &[]);
        let mut found = vec![];
        let pages = settable
            .then(|| typeset::set(&issue, &layout, &story, &mut press, &mut found))
            .flatten();
        // What has errors is set too, so that what is too long is told in the same run; what else is
        // said of it may come of those errors.
        found.retain(|found| sound || found.message == TOO_LONG);
        diagnostics.extend(found);
        let (pages, conditions) = (pages.filter(|_| sound)?, conditions?);
        Some(SetNumber { issue, layout, story, shown, press, pages, conditions })
    });
    in_document_order(&mut diagnostics);
    Outcome { sources, diagnostics, number, read }
}

/// Entries that are too long in what can be read of an issue with errors. What else is said of them
/// here is told at their texts, or may come of those errors.
fn overlong(rest: &Issue, layout: &Layout, fonts: Arc<Fonts>) -> Vec<Diagnostic> {
    let story = compose::read(rest, &mut vec![]);
    let mut found = vec![];
    typeset::check_length(&story, layout, &mut found);
    if !beyond_setting(&found) {
        let mut press = Press::new(layout, &shown(&story.assets), fonts, &[]);
        typeset::set(rest, layout, &story, &mut press, &mut found);
    }
    found.retain(|found| [TOO_LONG, FAR_TOO_LONG, NUMBER_TOO_LONG].contains(&found.message));
    found
}

/// Whether so much text was found that it is not set.
fn beyond_setting(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| [FAR_TOO_LONG, NUMBER_TOO_LONG].contains(&found.message))
}

/// Images for the screen: CMYK ones in RGB, the others as they are.
fn shown(assets: &BTreeMap<String, Arc<[u8]>>) -> BTreeMap<String, Arc<[u8]>> {
    let image = |(path, bytes): (&String, &Arc<[u8]>)| {
        let rgb = if path.ends_with(image::CMYK) { proof::shown(bytes) } else { None };
        (path.clone(), rgb.map_or_else(|| Arc::clone(bytes), Arc::from))
    };
    assets.iter().map(image).collect()
}

impl SetNumber {
    /// Exports the screen edition; what the standards miss becomes diagnostics.
    pub fn screen_edition(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        screen::export(&self.issue, &self.pages).map_err(|found| {
            let (markup, layout) = (&self.pages.markup, &self.layout);
            typeset::export_trouble(&found, &self.press, markup, layout, &self.story)
        })
    }

    /// Makes the print edition and what goes with it; `None` after an error, which is in `found` then.
    ///
    /// # Errors
    /// Failures that are not the author's.
    pub fn print_edition(&self, found: &mut Vec<Diagnostic>) -> Result<Option<print::Printed>> {
        print::make(self, found)
    }
}
