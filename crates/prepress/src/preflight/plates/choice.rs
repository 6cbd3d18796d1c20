//! Which pages must be rendered for the ink that is asked.
//!
//! For the worst spot alone a page is left out when its ink is sure to be within the limit and no
//! more than is known elsewhere, and its art is sure to fill the bleed. What is chosen does not
//! depend on the machine.

use super::super::estimate::Known;
use super::super::limits::InkMeasure;
use super::super::verdict::{Findings, Ink};
use super::bleed;
use super::group::measure_all;
use super::job::{Measured, PageJob, Setting};
use super::measure;
use super::render::scale_of;

/// Pages that are rendered at once while the worst spot is looked for.
const AT_ONCE: usize = 2;

/// Measures pages as the limits ask; `done` is called with the number of pages settled so far.
pub(super) fn measure(
    setting: &Setting,
    jobs: &[PageJob],
    mut done: impl FnMut(usize),
) -> Vec<Measured> {
    let (skipped, jobs): (Vec<&PageJob>, Vec<&PageJob>) = jobs.iter().partition(|job| job.skip);
    let mut settled = skipped.len();
    let pages = match setting.limits.ink {
        InkMeasure::EveryPage => measure_all(setting, &jobs, || {
            settled += 1;
            done(settled);
        }),
        InkMeasure::WorstSpot => worst_spot(setting, &jobs, || {
            settled += 1;
            done(settled);
        }),
    };
    if !skipped.is_empty() {
        done(settled);
    }
    pages
}

fn worst_spot(setting: &Setting, jobs: &[&PageJob], mut done: impl FnMut()) -> Vec<Measured> {
    let over = measure::over(setting.limits);
    let needed = |job: &PageJob| match &job.known {
        Some(known) => {
            let bleeds = known.bleed_open || bleed::is_narrow(job.page, setting.limits);
            u32::from(known.rounded) > over || bleeds || job.is_looked_at()
        }
        None => true,
    };
    let (first, mut rest): (Vec<&PageJob>, Vec<&PageJob>) =
        jobs.iter().partition(|job| needed(job));
    let mut pages = measure_all(setting, &first, &mut done);
    // Highest bound first; of equals the earlier page.
    rest.sort_by_key(|job| std::cmp::Reverse(job.known.map_or(0, |known| known.bound)));
    let reached = jobs.iter().filter_map(|job| job.known).map(|known| u32::from(known.reached));
    let mut worst = reached.max().unwrap_or(0);
    let mut rest = rest.into_iter().peekable();
    loop {
        worst = pages.iter().map(|page| page.most).fold(worst, u32::max);
        let more = |job: &&PageJob| job.known.is_none_or(|known| u32::from(known.bound) > worst);
        let next: Vec<&PageJob> = std::iter::from_fn(|| rest.next_if(more)).take(AT_ONCE).collect();
        if next.is_empty() {
            break;
        }
        pages.extend(measure_all(setting, &next, &mut done));
    }
    for job in rest {
        let ink = job
            .known
            .filter(|known| known.bound == known.reached)
            .map(|known| told(&known, job, setting));
        let most = job.known.map_or(0, |known| u32::from(known.reached));
        pages.push(Measured {
            number: job.page.number,
            findings: Findings::default(),
            ink,
            most,
            on: None,
            whole: true,
        });
        done();
    }
    pages
}

/// The ink of a page that is known without its plates.
fn told(known: &Known, job: &PageJob, setting: &Setting) -> Ink {
    let plates = setting.plates.names.len();
    let plates = known.plates.iter().chain(std::iter::repeat(&0)).take(plates);
    let plates = plates.map(|v| measure::percent(f64::from(*v)));
    Ink {
        page: job.page.number,
        max_percent: measure::percent(f64::from(known.reached)),
        place: known.place,
        at: None,
        plates: plates.collect(),
        over_mm2: 0.0,
        ppi: measure::ppi(scale_of(job.page, setting.limits), job.page),
    }
}
