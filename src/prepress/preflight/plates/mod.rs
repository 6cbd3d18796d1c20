//! The separations: renders every page's plates and judges total ink and bleed on the pixels.
//!
//! Pages go through in small groups on as many threads as there are cores; a group's plates are
//! measured and dropped before the next is rendered, so memory does not grow with the file.
//! Spot inks have plates of their own. Layers are all taken as visible.

mod copy;
mod decode;
mod image;
mod map;
mod measure;
mod shade;
mod state;

use std::collections::{BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::Limits;
use super::file::{File, Page};
use super::rules;
use super::space::Plates;
use super::verdict::{Findings, Ink};
pub(super) use image::MOST_PIXELS;
use map::Mapper;
use state::Pass;

/// Pages that share one mapped document, so that their fonts are read once.
const GROUP: usize = 4;
/// Most pixels of one plate; larger pages are rendered coarser.
const MOST_RASTER: f64 = 12_000_000.0;
/// Stack of a rendering thread: forms nest up to fifty deep.
const STACK: usize = 32 << 20;
/// Most threads, as each holds a page's plates.
const MOST_THREADS: usize = 8;

/// What the separations need of one page.
pub(super) struct Job<'a> {
    pub page: &'a Page,
    pub painted: &'a BTreeSet<usize>,
    pub skip: bool,
}

/// The plates of one page: 0 is paper, 255 is full ink.
pub(super) struct Raster {
    pub width: usize,
    pub height: usize,
    /// Pixels a pt.
    pub scale: f64,
    pub plates: Vec<Vec<u8>>,
}

/// Renders and measures all pages; calls `done` with the number of pages finished so far.
pub(super) fn check(
    file: &File,
    jobs: &[Job],
    plates: &Plates,
    drawn: &HashMap<ObjectId, (f64, f64)>,
    limits: &Limits,
    found: &mut Findings,
    mut done: impl FnMut(usize),
) -> Vec<Ink> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut results = vec![];
    let work = |sender: mpsc::Sender<_>| {
        loop {
            let first = next.fetch_add(GROUP, Ordering::Relaxed);
            if first >= jobs.len() {
                break;
            }
            let group = &jobs[first..jobs.len().min(first + GROUP)];
            let render = || group_results(file, group, first, plates, drawn, limits);
            let result = catch_unwind(AssertUnwindSafe(render)).unwrap_or_else(|_| {
                (first..first + group.len()).map(|i| (i, broken(i + 1), None)).collect()
            });
            for page in result {
                if sender.send(page).is_err() {
                    return;
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads.min(jobs.len().div_ceil(GROUP)) {
            let sender = sender.clone();
            let work = &work;
            let spawned = std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, move || work(sender));
            drop(spawned);
        }
        drop(sender);
        for result in receiver {
            results.push(result);
            done(results.len());
        }
    });
    results.sort_by_key(|(i, ..)| *i);
    let mut inks = vec![];
    for (_, findings, ink) in results {
        found.append(findings);
        inks.extend(ink);
    }
    inks
}

type PageResult = (usize, Findings, Option<Ink>);

fn broken(page: usize) -> Findings {
    let mut findings = Findings::default();
    let what = [("what", "separations".to_string())];
    findings.add(rules::BROKEN_STREAM, Some(page), None, &what);
    findings
}

fn group_results(
    file: &File,
    group: &[Job],
    first: usize,
    plates: &Plates,
    drawn: &HashMap<ObjectId, (f64, f64)>,
    limits: &Limits,
) -> Vec<PageResult> {
    let mut mapper = Mapper::new(file, plates, drawn, limits.separation_ppi.clamp(36.0, 600.0));
    let passes: Vec<Pass> = (0..plates.names.len().div_ceil(3)).map(Pass).collect();
    let mut pages = vec![];
    let mut made: Vec<Option<Vec<Option<usize>>>> = vec![];
    for job in group {
        let mut of_page = vec![];
        let mut whole = !job.skip;
        for pass in passes.iter().filter(|_| !job.skip) {
            let inked = pass.plates(plates).any(|p| job.painted.contains(&p));
            let mapped = inked.then(|| mapper.page(job.page, *pass));
            whole &= mapped != Some(None);
            of_page.push(mapped.flatten().map(|id| {
                pages.push(id);
                pages.len() - 1
            }));
        }
        made.push(whole.then_some(of_page));
    }
    let pdf = mapper.finish(&pages).and_then(|bytes| Pdf::new(bytes).ok());
    let cache = RenderCache::new();
    let mut results = vec![];
    for (i, (job, made)) in group.iter().zip(made).enumerate() {
        let number = first + i + 1;
        let (Some(made), Some(pdf)) = (made, &pdf) else {
            let findings = if job.skip { Findings::default() } else { broken(number) };
            results.push((first + i, findings, None));
            continue;
        };
        let Some(raster) = render(pdf, &cache, job.page, &made, plates, limits) else {
            results.push((first + i, broken(number), None));
            continue;
        };
        let mut findings = Findings::default();
        let ink = measure::ink(&raster, job.page, number, limits, &mut findings);
        measure::bleed(&raster, job.page, number, &mut findings);
        results.push((first + i, findings, Some(ink)));
    }
    results
}

fn render<'a>(
    pdf: &'a Pdf,
    cache: &RenderCache<'a>,
    page: &Page,
    made: &[Option<usize>],
    plates: &Plates,
    limits: &Limits,
) -> Option<Raster> {
    let (wide, high) = (page.media[2] - page.media[0], page.media[3] - page.media[1]);
    let wanted = limits.separation_ppi.clamp(36.0, 600.0) / 72.0;
    let scale =
        wanted.min((MOST_RASTER / (wide * high).max(1.0)).sqrt()).min(30_000.0 / wide.max(high));
    let (width, height) = ((wide * scale).floor() as usize, (high * scale).floor() as usize);
    if width == 0 || height == 0 {
        return None;
    }
    let mut raster = Raster { width, height, scale, plates: vec![vec![]; plates.names.len()] };
    for (pass, index) in made.iter().enumerate() {
        let Some(index) = index else { continue };
        let page = pdf.pages().get(*index)?;
        let settings =
            PixmapSettings { x_scale: scale as f32, y_scale: scale as f32, bg_color: WHITE };
        let render = RenderSettings { hinting: false, ..RenderSettings::default() };
        let pixmap =
            hayro::render(page, cache, &InterpreterSettings::default(), &render, &settings);
        let (got_width, got_height) = (pixmap.width() as usize, pixmap.height() as usize);
        if got_width < width || got_height < height {
            (raster.width, raster.height) =
                (got_width.min(raster.width), got_height.min(raster.height));
        }
        let data = pixmap.data();
        let range = Pass(pass).plates(plates);
        for (channel, plate) in range.enumerate() {
            let mut out = Vec::with_capacity(raster.width * raster.height);
            for row in data.chunks_exact(got_width.max(1)).take(raster.height) {
                let row = &row[..raster.width];
                match channel {
                    0 => out.extend(row.iter().map(|p| 255 - p.r)),
                    1 => out.extend(row.iter().map(|p| 255 - p.g)),
                    _ => out.extend(row.iter().map(|p| 255 - p.b)),
                }
            }
            raster.plates[plate] = out;
        }
    }
    let size = raster.width * raster.height;
    raster.plates.iter().all(|p| p.is_empty() || p.len() == size).then_some(raster)
}

/// A page of the file alone, as it looks, as the bytes of a PDF that is safe to render.
pub(super) fn plain_page(file: &File, page: &Page) -> Option<Vec<u8>> {
    let (plates, drawn) = (Plates::default(), HashMap::new());
    let mut mapper = Mapper::new(file, &plates, &drawn, 150.0);
    let content = file.contents(page)?;
    let content = mapper.copier.add(Stream::new(Dictionary::new(), content));
    let resources = mapper.copier.copy(&Object::Dictionary(page.resources.clone()));
    let media: Vec<Object> = page.media.iter().map(|v| Object::Real(*v as f32)).collect();
    let id = mapper.copier.add(dictionary! {
        "Type" => "Page", "MediaBox" => media, "Contents" => content, "Resources" => resources,
    });
    mapper.finish(&[id])
}
