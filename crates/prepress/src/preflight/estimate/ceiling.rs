//! A grid of small cells over a page, each with the most ink any spot in it can have.
//!
//! A cell holds the most of every plate and the most of all together: a colour that knocks out
//! leaves the greater of both sums, one that overprints adds to it. A cell that is covered whole by
//! one opaque colour is known to the last digit until something else touches it.

use std::ops::Range;

use super::super::file::Page;
use super::super::verdict::Rect;
use super::brush::Brush;
use super::coat::{Blend, Coat, MOST_PLATES, UNBOUNDED};
use super::known::Known;
use crate::pdf::geometry::{grown, intersect};

/// Most cells along a side.
const MOST_CELLS: usize = 240;
/// Smallest side of a cell, in pt.
const LEAST_CELL_PT: f64 = 3.0;

/// Plates of the two passes that the process colours take.
const PROCESS_PASSES: u16 = 6;

/// The cells of a page.
#[derive(Debug)]
pub(super) struct Ceiling {
    /// What is measured of the page.
    area: Rect,
    columns: usize,
    rows: usize,
    /// The most of every plate, where it is not nothing everywhere.
    plates: [Vec<u8>; MOST_PLATES],
    /// The plates of each cell added up, though no spot need have them all.
    sums: Vec<u16>,
    /// The most of all plates together on any one spot.
    totals: Vec<u16>,
    /// How often something was painted since the cell was last covered whole; with nothing, every
    /// spot of it has just what the cell says.
    touched: Vec<u8>,
    /// The strongest blend that was used.
    blend: Blend,
}

impl Ceiling {
    /// The printed area of a page, empty; a pixel's size is in pt.
    pub fn new(page: &Page, pixel: f64) -> Self {
        let area = intersect(grown(page.bleed_or_default(), pixel), page.media);
        let cells = |side: f64| ((side / LEAST_CELL_PT).ceil() as usize).clamp(1, MOST_CELLS);
        Self::of(area, cells(area[2] - area[0]), cells(area[3] - area[1]))
    }

    /// One cell that is everywhere.
    pub fn spot() -> Self {
        Self::of([-1.0, -1.0, 1.0, 1.0], 1, 1)
    }

    fn of(area: Rect, columns: usize, rows: usize) -> Self {
        let cells = columns * rows;
        let plates = std::array::from_fn(|_| vec![]);
        let (sums, totals, touched) = (vec![0; cells], vec![0; cells], vec![0; cells]);
        Self { area, columns, rows, plates, sums, totals, touched, blend: Blend::Replaces }
    }

    /// The cells along an axis that a span meets, from the first to past the last.
    fn cells(&self, axis: usize, from: f64, to: f64) -> (usize, usize) {
        let count = if axis == 0 { self.columns } else { self.rows };
        if count == 1 {
            return (0, 1);
        }
        let (start, end) = (self.area[axis], self.area[axis + 2]);
        let at = |v: f64| (v - start) / (end - start) * count as f64;
        let clamp = |v: f64| v.clamp(0.0, count as f64) as usize;
        (clamp(at(from).floor()), clamp(at(to).floor() + 1.0))
    }

    /// The cells along an axis that lie whole inside a span.
    fn inside(&self, axis: usize, from: f64, to: f64) -> (usize, usize) {
        let count = if axis == 0 { self.columns } else { self.rows };
        let (start, end) = (self.area[axis], self.area[axis + 2]);
        let at = |v: f64| (v - start) / (end - start) * count as f64;
        let clamp = |v: f64| v.clamp(0.0, count as f64) as usize;
        // What is outside the measured area need not be covered.
        let first = if from <= start { 0 } else { clamp(at(from).ceil()) };
        let last = if to >= end { count } else { clamp(at(to).floor()) };
        (first, last.max(first))
    }

    /// Takes note of something painted.
    pub fn paint(&mut self, brush: &Brush) {
        let (r, area) = (brush.reach, self.area);
        let single = self.totals.len() == 1;
        if !single && (r[2] < area[0] || r[0] > area[2] || r[3] < area[1] || r[1] > area[3]) {
            return;
        }
        let blend = brush.blend.max(brush.coat.blend);
        self.blend = self.blend.max(blend);
        for (plate, tint) in self.plates.iter_mut().zip(brush.coat.tints) {
            if tint > 0 && plate.is_empty() {
                *plate = vec![0; self.totals.len()];
            }
        }
        let (left, right) = self.cells(0, r[0], r[2]);
        let (bottom, top) = self.cells(1, r[1], r[3]);
        let solid = brush.solid.filter(|_| !single);
        let solid = solid.map(|s| (self.inside(0, s[0], s[2]), self.inside(1, s[1], s[3])));
        for row in bottom..top {
            let first = row * self.columns;
            let covered = match solid {
                Some((columns, rows)) if (rows.0..rows.1).contains(&row) => columns,
                _ => (left, left),
            };
            let (from, to) = (covered.0.clamp(left, right), covered.1.clamp(left, right));
            self.touch(first + left..first + from, brush, blend);
            self.cover(first + from..first + to, brush.coat);
            self.touch(first + to..first + right, brush, blend);
        }
    }

    /// Something is painted on some spots of the cells.
    fn touch(&mut self, cells: Range<usize>, brush: &Brush, blend: Blend) {
        let coat = brush.coat;
        if cells.is_empty() {
            return;
        }
        self.touched[cells.clone()].iter_mut().for_each(|n| *n = n.saturating_add(brush.times));
        if blend == Blend::Unbounded {
            self.totals[cells].fill(UNBOUNDED);
            return;
        }
        let sums = &mut self.sums[cells.clone()];
        for (plate, tint) in self.plates.iter_mut().zip(coat.tints).filter(|(_, t)| *t > 0) {
            for (level, sum) in plate[cells.clone()].iter_mut().zip(sums.iter_mut()) {
                let more = match blend {
                    Blend::Adds => level.saturating_add(tint),
                    _ => (*level).max(tint),
                };
                *sum += u16::from(more - *level);
                *level = more;
            }
        }
        for (total, sum) in self.totals[cells].iter_mut().zip(sums) {
            let new = match blend {
                Blend::Replaces => coat.most,
                _ => total.saturating_add(coat.most).min(*sum),
            };
            *total = (*total).max(new);
        }
    }

    /// The cells are covered whole by an even coat.
    fn cover(&mut self, cells: Range<usize>, coat: &Coat) {
        self.touched[cells.clone()].fill(0);
        self.totals[cells.clone()].fill(coat.most);
        self.sums[cells.clone()].fill(coat.most);
        for (plate, tint) in self.plates.iter_mut().zip(coat.tints).filter(|(p, _)| !p.is_empty()) {
            plate[cells.clone()].fill(tint);
        }
    }

    /// What all cells together paint at most, in whatever order they are repeated.
    pub fn coat(&self) -> Coat {
        let mut tints: [u8; MOST_PLATES] =
            std::array::from_fn(|i| self.plates[i].iter().copied().max().unwrap_or(0));
        if self.totals.contains(&UNBOUNDED) {
            return Coat::unbounded();
        }
        if self.blend == Blend::Adds {
            tints.iter_mut().filter(|t| **t > 0).for_each(|t| *t = 255);
        }
        let most = self.totals.iter().copied().max().unwrap_or(0);
        let sum = Coat::even(tints);
        // Repeated, what overprints may meet what came after it, and what is below the pattern.
        let most = if self.blend == Blend::Replaces { most } else { sum.most };
        Coat { most, least: 0, blend: self.blend, ..sum }.rounded()
    }

    /// The highest bound, and the most ink that some spot is sure to have.
    pub fn known(&self) -> Known {
        // Each time something is laid over a part of a cell, every plate of the passes that are
        // rendered may come out one higher, paper too.
        let spots = self.plates[4..].iter().any(|plate| !plate.is_empty());
        let plates = if spots { MOST_PLATES as u16 } else { PROCESS_PASSES };
        let rounded = |(total, n): (&u16, &u8)| total.saturating_add(u16::from(*n) * plates);
        let cells = self.totals.iter().zip(&self.touched);
        let known = Known {
            bound: self.totals.iter().copied().max().unwrap_or(0),
            rounded: cells.map(rounded).max().unwrap_or(0),
            ..Known::default()
        };
        // From the top left, as the plates are searched.
        let cells = (0..self.rows)
            .rev()
            .flat_map(|row| (0..self.columns).map(move |column| row * self.columns + column));
        let sure = cells.filter(|cell| self.touched[*cell] == 0);
        let best = sure.fold(None, |best: Option<usize>, cell| match best {
            Some(other) if self.totals[other] >= self.totals[cell] => best,
            _ => Some(cell),
        });
        let Some(cell) = best else { return known };
        let (row, column) = (cell / self.columns, cell % self.columns);
        let middle = |axis: usize, at: usize, of: usize| {
            let (start, end) = (self.area[axis], self.area[axis + 2]);
            let place = start + (end - start) * (at as f64 + 0.5) / of as f64;
            (place * 10.0).round() / 10.0
        };
        Known {
            reached: self.totals[cell],
            plates: std::array::from_fn(|i| self.plates[i].get(cell).copied().unwrap_or(0)),
            place: [middle(0, column, self.columns), middle(1, row, self.rows)],
            ..known
        }
    }
}
