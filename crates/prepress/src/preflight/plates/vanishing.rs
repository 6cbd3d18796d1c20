//! White that overprints, looked at on the plates: where there is ink, it did not cover it.

use super::super::limits::PRINTED;
use super::super::rules;
use super::super::verdict::Findings;
use super::job::PageJob;
use super::render::PlateRaster;

/// Tells of white that is printed over, where it should have left paper.
pub(super) fn check(raster: &PlateRaster, job: &PageJob, found: &mut Findings) {
    for place in &job.vanishing {
        let [left, top, right, bottom] = raster.pixels(*place, job.page.media);
        // What borders on it is softened into it.
        let inset = |low: usize, high: usize| match high > low + 2 {
            true => low + 1..high - 1,
            false => low..high.max(low + 1),
        };
        let row = |y: usize| inset(left, right).map(move |x| y * raster.width + x);
        let mut pixels = inset(top, bottom).flat_map(row);
        if pixels.any(|pixel| raster.sum(pixel) > u32::from(PRINTED)) {
            found.add(rules::WHITE_OVERPRINT, Some(job.page.number), Some(*place), &[]);
        }
    }
}
