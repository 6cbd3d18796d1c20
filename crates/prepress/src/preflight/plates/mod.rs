//! The separations: renders pages' plates and judges total ink and bleed on the pixels.
//!
//! Pages go through in small groups on as many threads as there are cores; a page's plates are
//! measured and dropped before the next is rendered, so memory does not grow with the file.
//! Spot inks have plates of their own. Layers are taken as they print.

mod area;
mod bleed;
mod choice;
mod coded;
mod copy;
mod decode;
mod extent;
mod glyphs;
mod group;
mod image;
mod job;
mod map;
mod measure;
mod mesh;
mod plane;
mod render;
mod reversed;
mod rows;
mod shade;
mod shown;
mod state;
mod vanishing;

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::file::{File, Page};
use super::rules::{self, words};
use super::space::Space;
use super::verdict::{Findings, Ink};
use crate::raster::Raster;
pub(super) use extent::{extents, reach};
pub(super) use glyphs::undefined;
pub(super) use image::most_pixels;
pub(super) use job::{PageJob, Setting};
use map::finish;
pub(super) use map::plane::CELL_TIMES;
pub(super) use mesh::size as mesh_size;
pub(super) use plane::points;
use render::Canvas;
pub(super) use render::{PlateRaster, scale_of};

/// What the plates of all pages came to.
pub(super) struct Plated {
    /// The ink of every page whose worst spot is known.
    pub ink: Vec<Ink>,
    /// Whether all that is drawn reached the plates.
    pub whole: bool,
    /// Pages with nothing on their plates inside the bleed.
    pub bare: Vec<usize>,
}

/// Renders and measures the pages that must be; calls `done` with the number of pages finished so
/// far. Of what pages have ink on, by `inked`, stays what their plates have.
pub(super) fn check(
    setting: &Setting,
    jobs: &[PageJob],
    (found, inked): (&mut Findings, &mut [Vec<usize>]),
    done: impl FnMut(usize),
) -> Plated {
    let mut pages = choice::measure(setting, jobs, done);
    pages.sort_by_key(|page| page.number);
    let mut plated = Plated { ink: vec![], whole: true, bare: vec![] };
    let mut lacking = vec![];
    for page in pages {
        found.append(page.findings);
        if let Some((on, inked)) = page.on.zip(inked.get_mut(page.number.saturating_sub(1))) {
            if !on.contains(&true) {
                plated.bare.push(page.number);
            }
            inked.retain(|plate| on.get(*plate) == Some(&true));
        }
        plated.ink.extend(page.ink);
        plated.whole &= page.whole;
        lacking.extend((!page.whole).then_some(page.number));
    }
    // Nothing is left unchecked without a reason.
    let told = found.pages_of(&[rules::TOO_LARGE, rules::BROKEN_STREAM, rules::COMPONENTS]);
    for page in lacking.into_iter().filter(|page| !told.contains(page)) {
        found.add(rules::BROKEN_STREAM, Some(page), None, &[("what", words::UNDRAWN.into())]);
    }
    plated
}

/// The plates of one page; none if it cannot be rendered, or is too much to be.
pub(super) fn of_page(setting: &Setting, job: &PageJob) -> Option<PlateRaster> {
    if job.skip {
        return None;
    }
    let mut canvas = Canvas::default();
    let mut there = false;
    group::rendered(setting, &[job], &mut canvas, |_, raster, _| there = raster.is_some());
    there.then_some(canvas.raster)
}

/// The samples of a picture of so many pixels as they stand in it, of 8 bits but for numbers of a palette.
pub(super) fn samples(
    file: &File,
    picture: &Stream,
    space: &Space,
    size: (usize, usize),
) -> Option<Raster> {
    decode::decode(file, picture, space, size, size).map(|samples| samples.raster)
}

/// A page of the file alone, as it looks, as the bytes of a PDF that is safe to render.
pub(super) fn plain_page(file: &File, page: &Page) -> Option<Vec<u8>> {
    let mut copier = copy::Copier::new(file);
    let content = file.contents(page)?;
    let media: Vec<Object> = page.media.iter().map(|v| Object::Real(*v as f32)).collect();
    let resources = copier.copy(&Object::Dictionary(Dictionary::clone(&page.resources)));
    let mut content = Stream::new(Dictionary::new(), content);
    let mut resources = resources;
    if !page.annotations.is_empty() {
        // Each in a form, so that neither leaves the other a state.
        let own = copier.copy(&Object::Dictionary(page.annotation_resources.clone()));
        let mut forms = Dictionary::new();
        let parts = [(content.content, resources), (page.annotations.clone(), own)];
        for (name, (content, resources)) in ["C", "A"].into_iter().zip(parts) {
            let form = dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "BBox" => media.clone(),
                "Resources" => resources,
            };
            forms.set(name, copier.add(Stream::new(form, content)));
        }
        content = Stream::new(Dictionary::new(), b"/C Do /A Do".to_vec());
        resources = dictionary! { "XObject" => forms }.into();
    }
    let content = copier.add(content);
    let id = copier.add(dictionary! {
        "Type" => "Page", "MediaBox" => media, "Contents" => content, "Resources" => resources,
    });
    finish(copier, &[id])
}
