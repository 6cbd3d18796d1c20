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

/// The passes of a page, each with the first of its bands among the pages of a document if it has ink.
type Passes = Vec<(Pass, Option<usize>)>;

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
    let mut pages = vec![];
    let mut made = vec![];
    for job in group {
        let bands = Bands::of(job.page, (job.work, job.held), limits);
        let drawn = setting.file.contents(job.page).zip(bands);
        made.push(drawn.map(|(content, bands)| {
            let passes = mapped(&mut mapper, job, (&content, bands), &mut pages);
            (bands, passes, mapper.lost | mapper.copier.lost)
        }));
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

/// Adds the passes of a page to the pages of a document: three plates at a time, or one where that is not enough.
fn mapped(
    mapper: &mut Mapper,
    job: &PageJob,
    (content, bands): (&[u8], Bands),
    pages: &mut Vec<ObjectId>,
) -> Passes {
    let plates = mapper.plates;
    let before = pages.len();
    let add = |mapper: &mut Mapper, pages: &mut Vec<ObjectId>, pass: Pass| {
        let inked = pass.plates(plates).any(|plate| job.painted.contains(&plate));
        let first = pages.len();
        if inked {
            pages.extend(mapper.page(job.page, content, pass, bands));
        }
        (pass, inked.then_some(first))
    };
    (mapper.lost, mapper.mixed) = (false, false);
    let passes: Passes = Pass::all(plates).map(|pass| add(mapper, pages, pass)).collect();
    if !mapper.mixed {
        return passes;
    }
    mapper.lost = false;
    pages.truncate(before);
    Pass::each(plates).map(|pass| add(mapper, pages, pass)).collect()
}
