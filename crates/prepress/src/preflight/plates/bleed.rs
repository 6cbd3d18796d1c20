//! Judges art that touches the trim on a page's plates: how far it reaches beyond it, and what room there is for that.
//!
//! Where nothing touches the trim no bleed is needed, and none is asked.

use std::ops::Range;

use jikji_diagnostic::{Arg, Lang, Message, Phrase, Words};

use super::super::file::Page;
use super::super::limits::{FAR_BELOW, LEAST_BLEED_PT, Limits, PRINTED};
use super::super::rules::{self, words};
use super::super::verdict::{Findings, Rect};
use super::render::PlateRaster;
use crate::pdf::geometry::MM;

/// Shorter than this along the trim, in mm, art is an edge that only comes near it.
const LEAST_LENGTH_MM: f64 = 1.0;
/// Art nearer the trim than this, in mm, touches it as soon as the cut is a little off.
const TOUCHES_MM: f64 = 1.0;
/// Room short of what is asked by less than this, in mm, is none the press misses.
const ROOM_SLACK_MM: f64 = 0.05;

/// A side of a page in pixels. Lines run along it; they are counted from the outermost one of the finished page, which
/// is 0, and grow outwards.
struct Side<'r> {
    name: Words,
    raster: &'r PlateRaster,
    /// Whether its lines are upright.
    upright: bool,
    /// The pixels of line 0, and whether those of the next are higher.
    edge: usize,
    up: bool,
    /// The last line that is whole in the bleed.
    outer: isize,
    /// From where to where lines run; their ends belong to other sides.
    run: Range<usize>,
    /// From the trim to the end of the bleed that is asked, in the page's units.
    room: f64,
}

/// Where along a side art ends too soon, and how many lines it goes on beyond the trim.
type Stop = (usize, usize);

/// Whether a side of a page has less room for bleed than is asked.
pub(super) fn is_narrow(page: &Page, limits: &Limits) -> bool {
    rooms(page, limits)
        .is_some_and(|(.., rooms)| rooms.iter().any(|room| falls_short(*room, page, limits)))
}

/// Finds art that touches the trim and ends there or soon after, or has no room to go on.
pub(super) fn check(
    raster: &PlateRaster,
    (page, number): (&Page, usize),
    limits: &Limits,
    found: &mut Findings,
) {
    let Some(sides) = sides(raster, page, limits) else { return };
    let pixel_mm = page.unit / (raster.scale * MM);
    let mut narrow: Vec<(f64, Vec<Words>)> = vec![];
    for side in &sides {
        if let Some((rule, stops, reach)) = side.stops(limits, pixel_mm, page.unit) {
            let reach = reach as f64 * pixel_mm;
            let args = [
                ("side", side.name.into()),
                ("found", tenths(reach)),
                ("length", format!("{:.0}", stops.len() as f64 * pixel_mm).into()),
                ("want", limits.bleed_mm.into()),
            ];
            found.add(rule, Some(number), side.place(&stops, page.media), &args);
        } else if falls_short(side.room, page, limits) && side.is_touched(pixel_mm) {
            // As it is told, so that one side is not judged by another's room.
            let room = ((side.room * page.unit / MM).max(0.0) * 10.0).round() / 10.0;
            match narrow.iter_mut().find(|(other, _)| *other == room) {
                Some((_, names)) => names.push(side.name),
                None => narrow.push((room, vec![side.name])),
            }
        }
    }
    for (room, names) in narrow {
        let all = |lang| names.iter().map(|name| name.say(lang)).collect::<Vec<_>>().join(", ");
        let args = [
            ("side", Phrase::of(|lang: Lang| all(lang)).into()),
            ("found", tenths(room)),
            ("want", limits.bleed_mm.into()),
        ];
        let rule = match room < limits.bleed_mm * FAR_BELOW {
            true => rules::BLEED,
            false => rules::BLEED_NARROW,
        };
        found.add(rule, Some(number), page.trim, &args);
    }
}

/// The trim, the bleed that is asked, and the room between them: left, bottom, right, top.
fn rooms(page: &Page, limits: &Limits) -> Option<(Rect, Rect, [f64; 4])> {
    let (trim, bleed) = page.trim.zip(page.bleed_asked(limits.bleed_mm))?;
    let low = |i: usize| trim[i] - bleed[i];
    let high = |i: usize| bleed[i] - trim[i];
    Some((trim, bleed, [low(0), low(1), high(2), high(3)]))
}

fn falls_short(room: f64, page: &Page, limits: &Limits) -> bool {
    room * page.unit / MM < limits.bleed_mm - ROOM_SLACK_MM
}

/// The sides of a page that is not too small to have any.
fn sides<'r>(raster: &'r PlateRaster, page: &Page, limits: &Limits) -> Option<[Side<'r>; 4]> {
    let (trim, bleed, rooms) = rooms(page, limits)?;
    let [tl, tt, tr, tb] = raster.pixels(trim, page.media);
    let [bl, bt, br, bb] = raster.pixels(bleed, page.media);
    if tr <= tl + 8 || tb <= tt + 8 {
        return None;
    }
    let side = |name, upright, edge, up, (inner, outer): (usize, usize), room| Side {
        name,
        raster,
        upright,
        edge,
        up,
        // A pixel inside, so that a soft edge does not count.
        outer: inner.abs_diff(outer) as isize - 1,
        run: if upright { tt + 2..tb - 2 } else { tl + 2..tr - 2 },
        room,
    };
    Some([
        side(words::LEFT, true, tl, false, (tl, bl), rooms[0]),
        side(words::RIGHT, true, tr - 1, true, (tr, br), rooms[2]),
        side(words::TOP, false, tt, false, (tt, bt), rooms[3]),
        side(words::BOTTOM, false, tb - 1, true, (tb, bb), rooms[1]),
    ])
}

impl Side<'_> {
    /// The line that pixels lie on.
    fn at(&self, line: isize) -> usize {
        let line = if self.up { line } else { -line };
        self.edge.saturating_add_signed(line)
    }

    /// Whether something is printed on a line.
    fn inked(&self, line: isize, i: usize) -> bool {
        let (at, width) = (self.at(line), self.raster.width);
        let index = if self.upright { i * width + at } else { at * width + i };
        self.raster.sum(index) > u32::from(PRINTED)
    }

    /// Where art at the trim ends too soon, the rule that it breaks, and how many lines it goes on at least.
    fn stops(
        &self,
        limits: &Limits,
        pixel_mm: f64,
        unit: f64,
    ) -> Option<(&'static Message, Vec<usize>, usize)> {
        if self.room * unit < LEAST_BLEED_PT || self.outer < 1 {
            return None;
        }
        // Inside of the trim by a pixel, so that soft edges do not count.
        let short = |i: &usize| self.inked(-1, *i) && !self.inked(self.outer, *i);
        let stops = self.run.clone().filter(short).map(|i| (i, self.reach(i)));
        let stops: Vec<Stop> = stops.collect();
        let half = (limits.bleed_mm * FAR_BELOW / pixel_mm).round().max(2.0) as isize;
        let half = half.min(self.outer);
        // The last line of a reach may be soft, and is none of it.
        let (soon, late): (Vec<Stop>, Vec<Stop>) =
            stops.iter().copied().partition(|(_, reach)| reach + 1 < half as usize);
        let is_long = |stops: &[Stop]| stops.len() as f64 * pixel_mm >= LEAST_LENGTH_MM;
        // What is too short to be told does not say how far the rest goes.
        let (rule, told, counted) = match is_long(&soon) {
            true => (rules::NO_BLEED, &soon, &soon),
            false if is_long(&stops) => (rules::BLEED_REACH, &stops, &late),
            false => return None,
        };
        let least = counted.iter().map(|(_, reach)| *reach).min().unwrap_or(0);
        Some((rule, told.iter().map(|(i, _)| *i).collect(), least))
    }

    /// How many lines art goes on beyond the trim; the last of them may be soft and does not count.
    fn reach(&self, i: usize) -> usize {
        (1..self.outer).take_while(|line| self.inked(*line, i)).count().saturating_sub(1)
    }

    /// Whether art touches the trim, or nearly does.
    fn is_touched(&self, pixel_mm: f64) -> bool {
        let lines = (TOUCHES_MM / pixel_mm).clamp(2.0, 64.0) as isize;
        let touched = |i: &usize| (1..lines).any(|line| self.inked(-line, *i));
        let length = self.run.clone().filter(touched).count();
        length as f64 * pixel_mm >= LEAST_LENGTH_MM
    }

    /// What is around places along it, from the trim to the end of the bleed.
    fn place(&self, stops: &[usize], media: Rect) -> Option<Rect> {
        let (first, last) = (*stops.first()?, *stops.last()?);
        let point = |line: isize, i: usize| match self.upright {
            true => self.raster.point(self.at(line), i, media),
            false => self.raster.point(i, self.at(line), media),
        };
        let (from, to) = (point(-1, last), point(self.outer, first));
        let low = |i: usize| from[i].min(to[i]);
        let high = |i: usize| from[i].max(to[i]);
        Some([low(0), low(1), high(0), high(1)])
    }
}

fn tenths(mm: f64) -> Arg {
    format!("{mm:.1}").into()
}
