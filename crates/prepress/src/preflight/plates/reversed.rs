//! Small white text, looked at on the plates: in how many inks it stands.

use super::super::limits::Limits;
use super::super::rules;
use super::super::verdict::Findings;
use super::job::PageJob;
use super::render::PlateRaster;

/// The mean of a plate around the letters, 0 to 255, from which the text stands in it.
const STANDS: u32 = 38;
/// Inks from which on small white text fills in.
const MANY: usize = 3;

/// Tells of white text that stands in several inks.
pub(super) fn check(
    raster: &PlateRaster,
    job: &PageJob,
    (limits, inked): (&Limits, &[bool]),
    found: &mut Findings,
) {
    for (place, pt) in &job.reversed {
        let [left, top, right, bottom] = raster.pixels(*place, job.page.media);
        let (right, bottom) = (right.max(left + 1), bottom.max(top + 1));
        let mean = |plate: &[u8]| {
            let rows = plate.chunks_exact(raster.width).take(bottom).skip(top);
            let pixels = rows.flat_map(|row| row.get(left..right).unwrap_or_default());
            let (sum, count) =
                pixels.fold((0_u32, 0_u32), |(sum, n), v| (sum + u32::from(*v), n + 1));
            sum / count.max(1)
        };
        let plates = raster
            .plates
            .iter()
            .zip(inked)
            .filter(|(plate, inked)| **inked && !plate.is_empty() && mean(plate) >= STANDS);
        let inks = plates.count();
        if inks >= MANY {
            let args = [
                ("found", format!("{pt:.1}").into()),
                ("inks", inks.into()),
                ("want", limits.min_reversed_text_pt.into()),
            ];
            found.add(rules::REVERSED, Some(job.page.number), Some(*place), &args);
        }
    }
}
