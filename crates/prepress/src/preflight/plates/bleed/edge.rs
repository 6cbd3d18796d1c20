//! A side of a page on its plates, line by line from inside the trim to the end of the bleed. It judges nothing.

use std::ops::Range;

use jikji_diagnostic::Words;

use super::super::super::file::Page;
use super::super::super::limits::{LEAST_BLEED_PT, Limits, PRINTED};
use super::super::super::sides::Side;
use super::super::super::verdict::Rect;
use super::super::render::PlateRaster;

/// A side of a page in pixels. Lines run along it; they are counted from the outermost one of the finished page, which
/// is 0, and grow outwards.
pub(super) struct Edge<'r> {
    pub name: Words,
    pub raster: &'r PlateRaster,
    /// Whether its lines are upright.
    pub upright: bool,
    /// The pixels of line 0, and whether those of the next are higher.
    edge: usize,
    up: bool,
    /// How many lines there are inside of the trim.
    depth: usize,
    /// The last line that is whole in the bleed.
    pub outer: isize,
    /// From where to where lines run; their ends belong to other sides.
    pub run: Range<usize>,
    /// From the trim to the end of the bleed that is asked, in the page's units.
    pub room: f64,
    /// How far beyond the trim line 1 begins, in pixels, which the trim need not fit.
    begins: f64,
}

/// The sides of a page that is not too small to have any.
pub(super) fn edges<'r>(
    raster: &'r PlateRaster,
    page: &Page,
    limits: &Limits,
) -> Option<[Edge<'r>; 4]> {
    let (trim, bleed, rooms) = rooms(page, limits)?;
    let [tl, tt, tr, tb] = raster.pixels(trim, page.media);
    let [bl, bt, br, bb] = raster.pixels(bleed, page.media);
    if tr <= tl + 8 || tb <= tt + 8 {
        return None;
    }
    let scale = raster.scale;
    let exact = [
        (trim[0] - page.media[0]) * scale - tl as f64,
        tr as f64 - (trim[2] - page.media[0]) * scale,
        (page.media[3] - trim[3]) * scale - tt as f64,
        tb as f64 - (page.media[3] - trim[1]) * scale,
    ];
    let of = |side: Side, upright, edge, up, (inner, outer): (usize, usize), (room, begins)| Edge {
        name: side.seen(page.rotate),
        raster,
        upright,
        edge,
        up,
        depth: if upright { tr - tl } else { tb - tt } - 1,
        // A pixel inside, so that a soft edge does not count.
        outer: inner.abs_diff(outer) as isize - 1,
        run: if upright { tt + 2..tb - 2 } else { tl + 2..tr - 2 },
        room,
        begins,
    };
    Some([
        of(Side::Left, true, tl, false, (tl, bl), (rooms[0], exact[0])),
        of(Side::Right, true, tr - 1, true, (tr, br), (rooms[2], exact[1])),
        of(Side::Top, false, tt, false, (tt, bt), (rooms[3], exact[2])),
        of(Side::Bottom, false, tb - 1, true, (tb, bb), (rooms[1], exact[3])),
    ])
}

impl Edge<'_> {
    /// The line that pixels lie on.
    pub fn at(&self, line: isize) -> usize {
        let line = if self.up { line } else { -line };
        self.edge.saturating_add_signed(line)
    }

    /// Whether something is printed on a line.
    pub fn inked(&self, line: isize, i: usize) -> bool {
        self.raster.sum(self.index(line, i)) > u32::from(PRINTED)
    }

    /// How far beyond the trim art goes on that is so far along it, in pixels: the last one counts by how much of it is
    /// covered.
    pub fn reach(&self, i: usize) -> f64 {
        let lines = (1..self.outer).take_while(|line| self.inked(*line, i)).count() as isize;
        let ink = |line| f64::from(self.raster.sum(self.index(line, i)));
        // Where there is none beyond it, the line at the trim may be covered in part.
        let part = (ink(lines) / ink(lines - 1).max(1.0)).min(1.0);
        ((lines - 1) as f64 + part + self.begins).max(0.0)
    }

    /// The pixel of a line that is so far along it.
    pub fn index(&self, line: isize, i: usize) -> usize {
        let (at, width) = (self.at(line), self.raster.width);
        if self.upright { i * width + at } else { at * width + i }
    }

    /// The most that two pixels differ on a plate, each given by its line and how far it is along that.
    pub fn difference(&self, a: (isize, usize), b: (isize, usize)) -> u8 {
        let (a, b) = (self.index(a.0, a.1), self.index(b.0, b.1));
        let plates = self.raster.plates.iter().filter(|plate| !plate.is_empty());
        let apart = |plate: &Vec<u8>| Some(plate.get(a)?.abs_diff(*plate.get(b)?));
        plates.filter_map(apart).max().unwrap_or(0)
    }

    /// How many lines there are inside of the trim.
    pub fn depth(&self) -> isize {
        self.depth as isize
    }

    /// Whether there is nothing beyond the trim where it could be looked how far art goes.
    pub fn is_shut(&self, unit: f64) -> bool {
        self.room * unit < LEAST_BLEED_PT || self.outer < 1
    }

    /// What is around places along it, from the trim to the end of the bleed.
    pub fn place(&self, stops: &[usize], media: Rect) -> Option<Rect> {
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

/// The trim, the bleed that is asked, and the room between them: left, bottom, right, top.
pub(super) fn rooms(page: &Page, limits: &Limits) -> Option<(Rect, Rect, [f64; 4])> {
    let (trim, bleed) = page.trim.zip(page.bleed_asked(limits.bleed_mm))?;
    let low = |i: usize| trim[i] - bleed[i];
    let high = |i: usize| bleed[i] - trim[i];
    Some((trim, bleed, [low(0), low(1), high(2), high(3)]))
}
