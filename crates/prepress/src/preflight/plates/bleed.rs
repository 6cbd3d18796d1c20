//! Judges art that touches the trim on a page's plates: how far it reaches beyond it, and what room there is for that.
//!
//! Where nothing touches the trim no bleed is needed, and none is asked.

mod change;
mod corner;
mod edge;
mod hatch;
mod sliver;

use jikji_diagnostic::{Arg, Lang, Message, Phrase, Words};

use super::super::file::Page;
use super::super::limits::{FAR_BELOW, Limits};
use super::super::rules;
use super::super::verdict::Findings;
use super::render::PlateRaster;
use crate::pdf::geometry::MM;
use edge::{Edge, edges, rooms};
use hatch::Cover;

/// Shorter than this along the trim, in mm, art is an edge that only comes near it.
const LEAST_LENGTH_MM: f64 = 1.0;
/// Art nearer the trim than this, in mm, touches it as soon as the cut is a little off.
const TOUCHES_MM: f64 = 1.0;
/// Room short of what is asked by less than this, in mm, is none the press misses.
const ROOM_SLACK_MM: f64 = 0.05;

/// Where along a side art ends too soon, and how many lines it goes on beyond the trim.
type Stop = (usize, usize);

/// Whether a side of a page has less room for bleed than is asked.
pub(super) fn is_narrow(page: &Page, limits: &Limits) -> bool {
    rooms(page, limits)
        .is_some_and(|(.., rooms)| rooms.iter().any(|room| falls_short(*room, page, limits)))
}

/// Finds art that touches the trim and ends there or soon after, or has no room to go on; and art that does not but
/// should, or is another beyond it. At the side where pages are `bound` nothing is cut.
pub(super) fn check(
    raster: &PlateRaster,
    page: &Page,
    (limits, bound): (&Limits, Option<Words>),
    found: &mut Findings,
) {
    let Some(edges) = edges(raster, page, limits) else { return };
    let pixel_mm = page.unit / (raster.scale * MM);
    let mut narrow: Vec<(f64, Vec<Words>)> = vec![];
    for side in &edges {
        if let Some((rule, stops, reach)) = side.stops(limits, pixel_mm, page.unit) {
            let reach = reach * pixel_mm;
            let args = [
                ("side", side.name.into()),
                ("found", tenths(reach)),
                ("length", format!("{:.0}", stops.len() as f64 * pixel_mm).into()),
                ("want", limits.bleed_mm.into()),
            ];
            found.add(rule, Some(page.number), side.place(&stops, page.media), &args);
        } else if falls_short(side.room, page, limits) && side.is_touched(pixel_mm) {
            // As it is told, so that one side is not judged by another's room.
            let room = ((side.room * page.unit / MM).max(0.0) * 10.0).round() / 10.0;
            match narrow.iter_mut().find(|(other, _)| *other == room) {
                Some((_, names)) => names.push(side.name),
                None => narrow.push((room, vec![side.name])),
            }
        } else if !side.is_shut(page.unit) {
            side.check_colours(page, pixel_mm, bound, found);
        }
    }
    check_corners(&edges, page, (limits, pixel_mm), found);
    for (room, names) in narrow {
        let args =
            [("side", listed(&names)), ("found", tenths(room)), ("want", limits.bleed_mm.into())];
        let rule = match room < limits.bleed_mm * FAR_BELOW {
            true => rules::BLEED,
            false => rules::BLEED_NARROW,
        };
        found.add(rule, Some(page.number), page.trim, &args);
    }
}

/// Finds corners of the bleed that are bare beside art that bleeds.
fn check_corners(
    edges: &[Edge; 4],
    page: &Page,
    (limits, pixel_mm): (&Limits, f64),
    found: &mut Findings,
) {
    let (lying, upright): (Vec<&Edge>, Vec<&Edge>) = edges.iter().partition(|edge| !edge.upright);
    let corners = upright.iter().flat_map(|side| lying.iter().map(move |other| (*side, *other)));
    for (side, other) in corners {
        if side.is_shut(page.unit) || other.is_shut(page.unit) {
            continue;
        }
        let Some(reach) = corner::bare(side, other, pixel_mm) else { continue };
        let long = side.outer.max(other.outer) + 1;
        let args = [
            ("side", listed(&[side.name, other.name])),
            ("found", tenths(reach as f64 * pixel_mm)),
            ("length", format!("{:.0}", long as f64 * pixel_mm).into()),
            ("want", limits.bleed_mm.into()),
        ];
        // Places along the one are lines of the other.
        let ends = [other.at(0), other.at(other.outer)];
        let ends = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        found.add(rules::BLEED_REACH, Some(page.number), side.place(&ends, page.media), &args);
    }
}

/// Sides one after the other.
fn listed(names: &[Words]) -> Arg {
    let all = |lang| names.iter().map(|name| name.say(lang)).collect::<Vec<_>>().join(", ");
    Phrase::of(|lang: Lang| all(lang)).into()
}

fn falls_short(room: f64, page: &Page, limits: &Limits) -> bool {
    room * page.unit / MM < limits.bleed_mm - ROOM_SLACK_MM
}

impl Edge<'_> {
    /// Where art at the trim ends too soon, the rule that it breaks, and how many pixels it goes on at least.
    fn stops(
        &self,
        limits: &Limits,
        pixel_mm: f64,
        unit: f64,
    ) -> Option<(&'static Message, Vec<usize>, f64)> {
        if self.is_shut(unit) {
            return None;
        }
        // Inside of the trim by a pixel, so that soft edges do not count.
        let short = |i: &usize| self.inked(-1, *i) && !self.inked(self.outer, *i);
        let mut stops: Vec<usize> = self.run.clone().filter(short).collect();
        if !stops.is_empty() {
            let cover = Cover::of(self, pixel_mm);
            stops.retain(|i| !cover.goes_on(*i));
        }
        let stops: Vec<Stop> = stops.into_iter().map(|i| (i, self.whole(i))).collect();
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
        let least = counted.iter().map(|(i, _)| self.reach(*i)).reduce(f64::min).unwrap_or(0.0);
        Some((rule, told.iter().map(|(i, _)| *i).collect(), least))
    }

    /// Finds art that ends just inside of the trim, or changes its colour there.
    fn check_colours(
        &self,
        page: &Page,
        pixel_mm: f64,
        bound: Option<Words>,
        found: &mut Findings,
    ) {
        let length = |places: &[usize]| format!("{:.0}", places.len() as f64 * pixel_mm).into();
        if let Some(places) = change::changes(self, pixel_mm).filter(|_| bound != Some(self.name)) {
            let args = [("side", self.name.into()), ("length", length(&places))];
            found.add(
                rules::BLEED_CHANGES,
                Some(page.number),
                self.place(&places, page.media),
                &args,
            );
        }
        if let Some((places, lines)) = sliver::slivers(self, pixel_mm) {
            let args = [
                ("side", self.name.into()),
                ("found", tenths(lines as f64 * pixel_mm)),
                ("length", length(&places)),
            ];
            found.add(rules::SLIVER, Some(page.number), self.place(&places, page.media), &args);
        }
    }

    /// How many lines art goes on beyond the trim; the last of them may be soft and does not count.
    fn whole(&self, i: usize) -> usize {
        (1..self.outer).take_while(|line| self.inked(*line, i)).count().saturating_sub(1)
    }

    /// Whether art touches the trim, or nearly does.
    fn is_touched(&self, pixel_mm: f64) -> bool {
        let lines = (TOUCHES_MM / pixel_mm).clamp(2.0, 64.0) as isize;
        let touched = |i: &usize| (1..lines).any(|line| self.inked(-line, *i));
        let length = self.run.clone().filter(touched).count();
        length as f64 * pixel_mm >= LEAST_LENGTH_MM
    }
}

fn tenths(mm: f64) -> Arg {
    format!("{mm:.1}").into()
}
