//! Measures a page's plates: the most ink and where, and whether art at the trim fills the bleed.

use super::super::file::Page;
use super::super::limits::{LEAST_BLEED_PT, Limits, PRINTED};
use super::super::rules::{self, words};
use super::super::verdict::{Findings, Ink, Rect};
use super::area::Areas;
use super::render::PlateRaster;
use crate::pdf::geometry::MM;

/// Rounding of four plates of 8 bits, in % of ink.
const INK_SLACK: f64 = 1.0;
/// What is over the limit no farther from each other than about this, in mm, counts as one area.
const NEAR_MM: f64 = 1.5;
/// Ink of a plate, 0 to 255, that is none but rounding.
const TRACE: u8 = 2;
/// Art that does not reach so far beyond the trim, in mm, has no bleed at all.
const NO_BLEED_MM: f64 = 0.4;
/// Shorter than this along the trim, in mm, art is an edge that only comes near it.
const LEAST_LENGTH_MM: f64 = 1.0;

impl PlateRaster {
    fn sum(&self, at: usize) -> u32 {
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

    fn point(&self, x: usize, y: usize, media: Rect) -> [f64; 2] {
        let round = |v: f64| (v * 10.0).round() / 10.0;
        let (x, y) = (x as f64 + 0.5, y as f64 + 0.5);
        [round(media[0] + x / self.scale), round(media[3] - y / self.scale)]
    }
}

/// Total ink, in 255ths of a plate, that more than which is over the limit.
pub(super) fn over(limits: &Limits) -> u32 {
    ((limits.ink_limit_percent + INK_SLACK) * 2.55) as u32
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
    (page, number): (&Page, usize),
    (limits, inked): (&Limits, &[bool]),
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
        page: number,
        max_percent: percent(f64::from(most)),
        place: raster.point(at.0, at.1, page.media),
        at: None,
        plates,
        over_mm2: (over_mm2 * 10.0).round() / 10.0,
    };
    let least = (limits.min_ink_area_mm2 / pixel).ceil().max(1.0) as usize;
    if let Some(area) = areas.worst(least) {
        let [b_left, b_top, b_right, b_bottom] = area.bounds;
        let index = area.at.1 * raster.width + area.at.0;
        let from = raster.point(b_left, b_bottom, page.media);
        let to = raster.point(b_right, b_top, page.media);
        let tint = |i: usize| raster.plates.get(i).and_then(|p| p.get(index)).copied().unwrap_or(0);
        let plate = |i: usize| format!("{:.0}", percent(f64::from(tint(i))));
        let args = [
            ("found", format!("{:.0}", percent(f64::from(area.most))).into()),
            ("limit", limits.ink_limit_percent.into()),
            ("c", plate(0).into()),
            ("m", plate(1).into()),
            ("y", plate(2).into()),
            ("k", plate(3).into()),
            ("area", format!("{over_mm2:.1}").into()),
        ];
        found.add(rules::INK, Some(number), Some([from[0], from[1], to[0], to[1]]), &args);
    }
    (ink, most)
}

/// Finds art that touches the trim and stops before the bleed edge.
pub(super) fn bleed(raster: &PlateRaster, page: &Page, number: usize, found: &mut Findings) {
    let Some(trim) = page.trim else { return };
    let bleed = page.bleed_or_default();
    let [tl, tt, tr, tb] = raster.pixels(trim, page.media);
    let [bl, bt, br, bb] = raster.pixels(bleed, page.media);
    if tr <= tl + 8 || tb <= tt + 8 {
        return;
    }
    // A pixel inside the trim and one inside the bleed edge, so that soft edges count for neither.
    let near = ((NO_BLEED_MM * MM / page.unit * raster.scale).round() as usize).max(2);
    let sides = [
        (words::LEFT, trim[0] - bleed[0], true, tl + 1, bl + 1, tl.saturating_sub(near)),
        (words::RIGHT, bleed[2] - trim[2], true, tr - 2, br.saturating_sub(2), tr - 1 + near),
        (words::TOP, bleed[3] - trim[3], false, tt + 1, bt + 1, tt.saturating_sub(near)),
        (words::BOTTOM, trim[1] - bleed[1], false, tb - 2, bb.saturating_sub(2), tb - 1 + near),
    ];
    for (side, width, upright, inner, outer, beyond) in sides {
        // Never farther out than the edge of the bleed.
        let beyond = if outer < inner { beyond.max(outer) } else { beyond.min(outer) };
        if width * page.unit < LEAST_BLEED_PT {
            continue;
        }
        let run = if upright { tt + 2..tb - 2 } else { tl + 2..tr - 2 };
        let at = |line: usize, i: usize| match upright {
            true => raster.sum(i * raster.width + line),
            false => raster.sum(line * raster.width + i),
        };
        let printed = u32::from(PRINTED);
        let short = |i: &usize| at(inner, *i) > printed && at(outer, *i) <= printed;
        let stops: Vec<usize> = run.filter(short).collect();
        let at_trim: Vec<usize> =
            stops.iter().copied().filter(|i| at(beyond, *i) <= printed).collect();
        let length = |stops: &[usize]| stops.len() as f64 * page.unit / raster.scale / MM;
        let (rule, stops) = match length(&at_trim) >= LEAST_LENGTH_MM {
            true => (rules::NO_BLEED, at_trim),
            false => (rules::BLEED_REACH, stops),
        };
        let length = length(&stops);
        let (Some(first), Some(last)) = (stops.first(), stops.last()) else { continue };
        if length < LEAST_LENGTH_MM {
            continue;
        }
        let (from, to) = match upright {
            true => {
                (raster.point(inner, *last, page.media), raster.point(outer, *first, page.media))
            }
            false => {
                (raster.point(*first, inner, page.media), raster.point(*last, outer, page.media))
            }
        };
        let place =
            [from[0].min(to[0]), from[1].min(to[1]), from[0].max(to[0]), from[1].max(to[1])];
        let args = [("side", side.into()), ("length", format!("{length:.0}").into())];
        found.add(rule, Some(number), Some(place), &args);
    }
}
