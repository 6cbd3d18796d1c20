//! Markup → pages: compiling, copyfitting, line ends, and what went wrong in the author's terms.
//!
//! [`set`] is the whole of it. It knows nothing of editions: what comes out are finished pages with
//! clean texts, ready for any exporter.

mod bounds;
pub mod bundled;
mod calls;
mod clusters;
pub mod copyfit;
mod cuts;
mod drawings;
mod finish;
pub mod fonts;
mod glyphs;
mod house;
mod joiners;
mod leaves;
mod length;
pub mod lines;
mod loosen;
mod marks;
pub mod messages;
pub mod outlines;
mod pages;
pub mod places;
mod reprint;
mod resolution;
mod setter;
pub mod shelf;
mod strings;
mod tags;
pub mod texts;
mod trouble;
pub mod world;

use crate::compose::markup::Markup;
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;
use calls::calls;
use jikji_diagnostic::Diagnostic;
use world::TypstWorld;

pub use drawings::check_drawings;
pub use glyphs::{check_families, check_files, check_glyphs};
pub use length::check_length;
pub use pages::{EntryReport, Pages};
pub use reprint::{reprint, set_plain};
pub use setter::{Setting, set};

/// Translates what a PDF export said about the pages of `markup`.
pub fn export_trouble(
    found: &[typst::diag::SourceDiagnostic],
    world: &TypstWorld,
    markup: &Markup,
    layout: &Layout,
    issue: &Issue,
) -> Vec<Diagnostic> {
    let calls = calls(layout, issue);
    trouble::Context { world, markup, calls: &calls, layout, issue }.export(found)
}
