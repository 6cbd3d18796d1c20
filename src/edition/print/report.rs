//! What the print edition says of itself.

use jikji_prepress::binding::Binding;
use serde::Serialize;

use crate::edition::sheet::{MostInk, Preflight};

/// What was made, for machines and for the closing line.
#[derive(Debug, Clone, Serialize)]
pub struct PrintReport {
    /// Pages with the fillers.
    pub pages: usize,
    /// Notes pages that fill up the last sheet.
    pub filler_notes: usize,
    /// Blank pages that do.
    pub filler_blank: usize,
    /// The page the fillers start at, from 1.
    pub fillers_from: Option<usize>,
    /// `saddle-stitch` or `perfect`.
    pub binding: Binding,
    /// Width of the spine, mm.
    pub spine_mm: Option<f64>,
    /// The output profile.
    pub profile: String,
    /// The plates by name: those of the process, then spot colours.
    pub plates: Vec<String>,
    /// The most ink anywhere.
    pub most_ink: Option<MostInk>,
    /// How many findings the preflight had.
    pub preflight: Preflight,
}
