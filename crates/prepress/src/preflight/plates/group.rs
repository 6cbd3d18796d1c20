//! Maps a few pages into one document and renders them one after the other.
//!
//! Pages of a group share their fonts and images; groups are small enough to be held in memory.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use hayro::RenderCache;
use hayro::hayro_syntax::Pdf;
use lopdf::ObjectId;

use super::super::rules::{self, words};
use super::super::verdict::Findings;
use super::super::workers::workers;
use super::bleed;
use super::job::{Measured, PageJob, Setting};
use super::map::Mapper;
use super::measure;
use super::render::{Bands, Canvas, PlateRaster};
use super::reversed;
use super::state::Pass;
use super::vanishing;
use crate::threads;

/// Most pages of a group.
const MOST_PAGES: usize = 12;
/// Pixels of images, at the resolution of the plates, from which a group is closed.
const MOST_PIXELS: usize = 1_500_000;

/// What a page holds in memory, in bytes, from which on no other such page is rendered beside it.
const HEAVY: f64 = 128e6;
static ALONE: Mutex<()> = Mutex::new(());

/// Renders and measures pages on all cores; `done` is called for each.
pub(super) fn measure_all(
    setting: &Setting,
    jobs: &[&PageJob],
    mut done: impl FnMut(),
) -> Vec<Measured> {
    let groups = grouped(jobs);
    let mut results = vec![];
    let work = |canvas: &mut Canvas, i: usize| {
        let group = groups[i];
        let render = || measure_group(setting, group, canvas);
        catch_unwind(AssertUnwindSafe(render)).unwrap_or_else(|_| {
            *canvas = Canvas::default();
            group.iter().map(|job| Measured::broken(job.page.number)).collect()
        })
    };
    threads::each(groups.len(), workers(), Canvas::default, work, |pages: Vec<Measured>| {
        pages.iter().for_each(|_| done());
        results.extend(pages);
    });
    results
}

fn grouped<'j, 'a>(jobs: &'j [&'a PageJob<'a>]) -> Vec<&'j [&'a PageJob<'a>]> {
    // Two groups a thread at least, so that none waits long for another.
    let threads = workers().min(jobs.len()).max(1);
    let most = jobs.len().div_ceil(2 * threads).clamp(1, MOST_PAGES);
    let (mut groups, mut first, mut pixels) = (vec![], 0, 0);
    for (i, job) in jobs.iter().enumerate() {
        pixels += job.pixels;
        if i + 1 - first >= most || pixels > MOST_PIXELS || i + 1 == jobs.len() {
            groups.push(&jobs[first..=i]);
            (first, pixels) = (i + 1, 0);
        }
    }
    groups
}

fn measure_group(setting: &Setting, group: &[&PageJob], canvas: &mut Canvas) -> Vec<Measured> {
    let mut results = vec![];
    rendered(setting, group, canvas, |job, raster, undecoded| {
        results.push(match raster {
            Some(raster) => measured(setting, job, raster, undecoded),
            None => Measured::broken(job.page.number),
        });
    });
    results
}

fn measured(
    setting: &Setting,
    job: &PageJob,
    raster: &PlateRaster,
    undecoded: &HashSet<ObjectId>,
) -> Measured {
    let (limits, number) = (setting.limits, job.page.number);
    let inked = |name: &Vec<u8>| !limits.shop.is_technical(name);
    let inked: Vec<bool> = setting.plates.names.iter().map(inked).collect();
    let mut findings = Findings::default();
    let names = &setting.plates.names;
    let (ink, most) = measure::ink(raster, job.page, (limits, names, &inked), &mut findings);
    bleed::check(raster, job.page, (limits, setting.bound(number)), &mut findings);
    reversed::check(raster, job, (limits, &inked), &mut findings);
    vanishing::check(raster, job, &mut findings);
    for (_, place) in job.placed.iter().filter(|(id, _)| undecoded.contains(id)) {
        let what = [("what", words::IMAGE.into())];
        findings.add(rules::BROKEN_STREAM, Some(number), Some(*place), &what);
    }
    let on = raster.whole.then(|| measure::on(raster, job.page));
    Measured { number, findings, ink: Some(ink), most, on, whole: raster.whole }
}

/// A page's bands, the first of each pass that has ink, and whether something of it is not drawn.
type Made = (Bands, Vec<Option<usize>>, bool);

/// Renders the plates of a few pages, and gives them to `take` one after the other; none of a page that
/// cannot be rendered.
pub(super) fn rendered(
    setting: &Setting,
    group: &[&PageJob],
    canvas: &mut Canvas,
    mut take: impl FnMut(&PageJob, Option<&PlateRaster>, &HashSet<ObjectId>),
) {
    let (plates, limits) = (setting.plates, setting.limits);
    let mut mapper = Mapper::new(setting);
    let passes: Vec<Pass> = (0..plates.names.len().div_ceil(3)).map(Pass).collect();
    let mut pages = vec![];
    let mut made: Vec<Option<Made>> = vec![];
    for job in group {
        let bands = Bands::of(job.page, (job.work, job.held), limits);
        let content = setting.file.contents(job.page).zip(bands);
        let mut of_page = vec![];
        mapper.lost = false;
        for pass in &passes {
            let inked = pass.plates(plates).any(|p| job.painted.contains(&p));
            let content = content.as_ref().filter(|_| inked);
            of_page.push(content.map(|(content, bands)| {
                let first = pages.len();
                pages.extend(mapper.page(job.page, content, *pass, *bands));
                first
            }));
        }
        let lost = mapper.lost | mapper.copier.lost;
        made.push(bands.filter(|_| content.is_some()).map(|bands| (bands, of_page, lost)));
    }
    let undecoded = std::mem::take(&mut mapper.undecoded);
    let pdf = mapper.finish(&pages).and_then(|bytes| Pdf::new(bytes).ok());
    let cache = RenderCache::new();
    for (job, made) in group.iter().zip(made) {
        let rendered = pdf.as_ref().zip(made).and_then(|(pdf, (bands, made, lost))| {
            canvas.raster.whole = !lost;
            let _alone = (job.held.always > HEAVY)
                .then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner));
            canvas.render(pdf, &cache, bands, &made, plates)
        });
        take(job, rendered.is_some().then_some(&canvas.raster), &undecoded);
    }
}
