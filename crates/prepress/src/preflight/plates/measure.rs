//! Measures a page's plates: the most ink and where, and which plates have any.

use super::super::file::Page;
use super::super::limits::Limits;
use super::super::rules;
use super::super::verdict::{Findings, Ink, Rect};
use super::area::Areas;
use super::render::PlateRaster;
use crate::pdf::geometry::MM;
use crate::pdf::text;

/// Rounding of four plates of 8 bits, in % of ink.
const INK_SLACK: f64 = 1.0;
/// What is over the limit no farther from each other than about this, in mm, counts as one area.
const NEAR_MM: f64 = 1.5;
/// Ink of a plate, 0 to 255, that is none but rounding.
const TRACE: u8 = 2;

impl PlateRaster {
    /// Ink of all plates at a pixel.
    pub(super) fn sum(&self, at: usize) -> u32 {
        self.plates.iter().filter_map(|p| p.get(at)).map(|v| u32::from(*v)).sum()
    }

    /// A rectangle of the page in pixels: left, top, right, bottom, the last two outside.
    pub(super) fn pixels(&self, rect: Rect, media: Rect) -> [usize; 4] {
        let at = |v: f64, most: usize| (v.round().max(0.0) as usize).min(most);
        let s = self.scale;
        [
            at((rect[0] - media[0]) * s, self.width),
            at((media[3] - rect[3]) * s, self.height),
            at((rect[2] - media[0]) * s, self.width),
            at((media[3] - rect[1]) * s, self.height),
        ]
    }

    /// Where the middle of a pixel is on the page.
    pub(super) fn point(&self, x: usize, y: usize, media: Rect) -> [f64; 2] {
        let round = |v: f64| (v * 10.0).round() / 10.0;
        let (x, y) = (x as f64 + 0.5, y as f64 + 0.5);
        [round(media[0] + x / self.scale), round(media[3] - y / self.scale)]
    }
}

/// Total ink, in 255ths of a plate, that more than which is over the limit.
pub(super) fn over(limits: &Limits) -> u32 {
    ((limits.ink_limit_percent + INK_SLACK) * 2.55) as u32
}

/// Pixels a unit of a page as ppi.
pub(super) fn ppi(scale: f64, page: &Page) -> f64 {
    (scale * 72.0 / page.unit).round()
}

/// Ink in 255ths of a plate as %, to a tenth.
pub(super) fn percent(ink: f64) -> f64 {
    (ink / 2.55 * 10.0).round() / 10.0
}

/// Which plates there is ink on inside the bleed.
pub(super) fn on(raster: &PlateRaster, page: &Page) -> Vec<bool> {
    let [left, top, right, bottom] = raster.pixels(page.bleed_or_default(), page.media);
    let inked = |plate: &Vec<u8>| {
        let rows = plate.chunks_exact(raster.width.max(1)).take(bottom).skip(top);
        rows.flat_map(|row| row.get(left..right)).any(|row| row.iter().any(|ink| *ink > TRACE))
    };
    raster.plates.iter().map(inked).collect()
}

/// Finds the spot with the most ink inside the bleed; gives that ink in 255ths of a plate as well.
pub(super) fn ink(
    raster: &PlateRaster,
    page: &Page,
    (limits, names, inked): (&Limits, &[Vec<u8>], &[bool]),
    found: &mut Findings,
) -> (Ink, u32) {
    let inks =
        || raster.plates.iter().zip(inked).filter(|(plate, inked)| **inked && !plate.is_empty());
    let mut areas = Areas::of((NEAR_MM * MM / page.unit * raster.scale).round() as usize);
    let [left, top, right, bottom] = raster.pixels(page.bleed_or_default(), page.media);
    let over = over(limits);
    let (mut most, mut at, mut count) = (0, (left, top), 0_usize);
    // Twelve plates at most, so that their sum is small.
    let mut sums = vec![0_u16; right.saturating_sub(left)];
    for y in top..bottom {
        sums.fill(0);
        let row = y * raster.width;
        for (plate, _) in inks() {
            let line = &plate[row + left..row + right];
            sums.iter_mut().zip(line).for_each(|(s, v)| *s += u16::from(*v));
        }
        let highest = sums.iter().copied().max().unwrap_or(0);
        if u32::from(highest) > most {
            let x = sums.iter().position(|sum| *sum == highest).unwrap_or(0);
            (most, at) = (u32::from(highest), (left + x, y));
        }
        if u32::from(highest) > over {
            count += sums.iter().filter(|sum| u32::from(**sum) > over).count();
            areas.row((left, y), &sums, over);
        }
    }
    let index = at.1 * raster.width + at.0;
    let tint = |p: &Vec<u8>| percent(f64::from(p.get(index).copied().unwrap_or(0)));
    let plates: Vec<f64> = raster.plates.iter().map(tint).collect();
    let pixel = (page.unit / (raster.scale * MM)).powi(2);
    let over_mm2 = count as f64 * pixel;
    let ink = Ink {
        page: page.number,
        max_percent: percent(f64::from(most)),
        place: raster.point(at.0, at.1, page.media),
        at: None,
        plates,
        over_mm2: (over_mm2 * 10.0).round() / 10.0,
        ppi: ppi(raster.scale, page),
    };
    let least = (limits.min_ink_area_mm2 / pixel).ceil().max(1.0) as usize;
    if let Some(area) = areas.worst(least) {
        let [b_left, b_top, b_right, b_bottom] = area.bounds;
        let index = area.at.1 * raster.width + area.at.0;
        let from = raster.point(b_left, b_bottom, page.media);
        let to = raster.point(b_right, b_top, page.media);
        let tint = |i: usize| raster.plates.get(i).and_then(|p| p.get(index)).copied().unwrap_or(0);
        let plate = |i: usize| format!("{:.0}", percent(f64::from(tint(i))));
        let spots = names.iter().zip(inked).enumerate().skip(4);
        let spots = spots.filter(|(i, (_, inked))| **inked && tint(*i) > TRACE);
        let spots: String =
            spots.map(|(i, (name, _))| format!(" {} {}", text::name(name), plate(i))).collect();
        let args = [
            ("found", format!("{:.0}", percent(f64::from(area.most))).into()),
            ("limit", limits.ink_limit_percent.into()),
            ("c", plate(0).into()),
            ("m", plate(1).into()),
            ("y", plate(2).into()),
            ("k", plate(3).into()),
            ("spots", spots.into()),
            ("area", format!("{over_mm2:.1}").into()),
        ];
        found.add(rules::INK, Some(page.number), Some([from[0], from[1], to[0], to[1]]), &args);
    }
    (ink, most)
}
