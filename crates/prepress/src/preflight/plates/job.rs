//! What the separations of pages need, and what a page comes to.

use std::collections::{BTreeSet, HashMap, HashSet};

use jikji_diagnostic::Words;
use lopdf::ObjectId;

use super::super::estimate::Known;
use super::super::file::{File, Page};
use super::super::held::Held;
use super::super::limits::Limits;
use super::super::rules::{self, words};
use super::super::sides::Side;
use super::super::space::Plates;
use super::super::verdict::{Findings, Ink, Rect};
use crate::pdf::object::Objects;

/// What the separations need of one page.
pub(in super::super) struct PageJob<'a> {
    pub page: &'a Page,
    /// The plates it has ink on.
    pub painted: BTreeSet<usize>,
    /// What its contents are, in steps of work.
    pub work: usize,
    /// What rendering them holds in memory.
    pub held: Held,
    /// What its images come to at the resolution of the plates, in pixels.
    pub pixels: usize,
    /// Whether it is left out.
    pub skip: bool,
    /// What is known of its ink without rendering, its plates in the file's order.
    pub known: Option<Known>,
    /// Small white text: where, and its size in pt.
    pub reversed: Vec<(Rect, f64)>,
    /// Where white overprints what may be painted below.
    pub vanishing: Vec<Rect>,
    /// Where each picture is first drawn.
    pub placed: Vec<(ObjectId, Rect)>,
}

impl PageJob<'_> {
    /// Whether something of it is judged by what is on the plates at its place.
    pub fn is_looked_at(&self) -> bool {
        !self.reversed.is_empty() || !self.vanishing.is_empty()
    }
}

/// What all pages are rendered with.
pub(in super::super) struct Setting<'a> {
    pub file: &'a File<'a>,
    pub plates: &'a Plates,
    /// How large, in inches, each image is drawn at most.
    pub drawn: &'a HashMap<ObjectId, (f64, f64)>,
    /// How many pixels each shading that is a function of the plane covers at most, by the address of
    /// its dictionary.
    pub shaded: &'a HashMap<usize, (f64, f64)>,
    /// Meshes that are left out, by the address of their dictionaries.
    pub too_fine: &'a HashSet<usize>,
    pub limits: &'a Limits,
    /// How many pages there are.
    pub pages: usize,
}

/// Leaves of more pages than this are bound.
const UNBOUND: usize = 2;

impl Setting<'_> {
    /// The side at which a page is bound to others, if it is.
    pub fn bound(&self, number: usize) -> Option<Words> {
        let catalog = self.file.document().catalog().ok();
        let wishes = catalog.and_then(|catalog| self.file.dict(catalog, "ViewerPreferences"));
        let leftwards = wishes.is_some_and(|w| self.file.name(w, "Direction") == Some(b"R2L"));
        (self.pages > UNBOUND).then(|| Side::bound(number, leftwards))
    }
}

/// What one page came to.
pub(super) struct Measured {
    pub number: usize,
    pub findings: Findings,
    pub ink: Option<Ink>,
    /// The most ink, in 255ths of a plate.
    pub most: u32,
    /// The plates that have ink on them, where they were rendered.
    pub on: Option<Vec<bool>>,
    /// Whether all that is drawn reached the plates.
    pub whole: bool,
}

impl Measured {
    /// A page whose separations could not be made.
    pub fn broken(number: usize) -> Self {
        let mut findings = Findings::default();
        let what = [("what", words::SEPARATIONS.into())];
        findings.add(rules::BROKEN_STREAM, Some(number), None, &what);
        Self { number, findings, ink: None, most: 0, on: None, whole: false }
    }
}
