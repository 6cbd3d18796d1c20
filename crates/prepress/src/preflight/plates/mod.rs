//! The separations: renders pages' plates and judges total ink and bleed on the pixels.
//!
//! Pages go through in small groups on as many threads as there are cores; a page's plates are
//! measured and dropped before the next is rendered, so memory does not grow with the file.
//! Spot inks have plates of their own. Layers are all taken as visible.

mod choice;
mod copy;
mod decode;
mod extent;
mod group;
mod image;
mod map;
mod measure;
mod render;
mod shade;
mod state;

use std::collections::{BTreeSet, HashMap};

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::Limits;
use super::estimate::Known;
use super::file::{File, Page};
use super::rules::{self, words};
use super::space::Plates;
use super::verdict::{Findings, Ink};
pub(super) use extent::reach;
pub(super) use image::MOST_PIXELS;
use map::{Mapper, finish};
pub(super) use map::points;
pub(super) use measure::{LEAST_BLEED_PT, PRINTED};
pub(super) use render::scale_of;

/// What the separations need of one page.
pub(super) struct Job<'a> {
    pub page: &'a Page,
    /// Counted from 1.
    pub number: usize,
    /// The plates it has ink on.
    pub painted: BTreeSet<usize>,
    /// What its contents are, in steps of work.
    pub work: usize,
    /// What its images come to at the resolution of the plates, in pixels.
    pub pixels: usize,
    /// Whether it is left out.
    pub skip: bool,
    /// What is known of its ink without rendering, its plates in the file's order.
    pub known: Option<Known>,
}

/// What all pages are rendered with.
pub(super) struct Setting<'a> {
    pub file: &'a File<'a>,
    pub plates: &'a Plates,
    /// How large, in inches, each image is drawn at most.
    pub drawn: &'a HashMap<ObjectId, (f64, f64)>,
    /// How many pixels each shading that is a function of the plane covers at most, by the address of
    /// its dictionary.
    pub shaded: &'a HashMap<usize, (f64, f64)>,
    pub limits: &'a Limits,
}

/// What one page came to.
struct Measured {
    number: usize,
    findings: Findings,
    ink: Option<Ink>,
    /// The most ink, in 255ths of a plate.
    most: u32,
}

/// Renders and measures the pages that must be; calls `done` with the number of pages finished so
/// far. Gives the ink of every page whose worst spot is known.
pub(super) fn check(
    setting: &Setting,
    jobs: &[Job],
    found: &mut Findings,
    done: impl FnMut(usize),
) -> Vec<Ink> {
    let mut pages = choice::measure(setting, jobs, done);
    pages.sort_by_key(|page| page.number);
    let mut inks = vec![];
    for page in pages {
        found.append(page.findings);
        inks.extend(page.ink);
    }
    inks
}

fn broken(page: usize) -> Measured {
    let mut findings = Findings::default();
    let what = [("what", words::SEPARATIONS.into())];
    findings.add(rules::BROKEN_STREAM, Some(page), None, &what);
    Measured { number: page, findings, ink: None, most: 0 }
}

/// A page of the file alone, as it looks, as the bytes of a PDF that is safe to render.
pub(super) fn plain_page(file: &File, page: &Page) -> Option<Vec<u8>> {
    let mut copier = copy::Copier::new(file);
    let content = file.contents(page)?;
    let content = copier.add(Stream::new(Dictionary::new(), content));
    let resources = copier.copy(&Object::Dictionary(page.resources.clone()));
    let media: Vec<Object> = page.media.iter().map(|v| Object::Real(*v as f32)).collect();
    let id = copier.add(dictionary! {
        "Type" => "Page", "MediaBox" => media, "Contents" => content, "Resources" => resources,
    });
    finish(copier, &[id])
}
