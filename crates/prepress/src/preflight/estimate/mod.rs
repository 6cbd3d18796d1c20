//! What total ink a page can reach at most, from its contents alone, without rendering it.
//!
//! The estimate is never below what the plates show, rounding apart: a page whose estimate is no
//! higher than what is known elsewhere need not be rendered. Where it cannot tell, it says so; it
//! never guesses.

mod brush;
mod ceiling;
mod coat;
mod edges;
mod known;

use super::file::Page;
use super::verdict::Rect;
use crate::pdf::geometry::grown;
pub(super) use brush::Brush;
use ceiling::Ceiling;
pub(super) use coat::{Blend, Coat, MOST_PLATES};
use edges::Edges;
pub(super) use known::Known;

/// How far soft edges reach over outlines, in pixels.
const SPILL_PX: f64 = 1.0;
/// Coordinates larger than this, in pt, are too coarse in a renderer to be relied on.
const FAR_PT: f64 = 1e5;

/// A page's estimate while its contents are walked.
#[derive(Debug)]
pub(super) struct Estimate {
    ceiling: Ceiling,
    edges: Edges,
    /// The size of a pixel of the plates, in pt.
    pixel: f64,
    /// Whether it is for a pattern's cell, which is repeated anywhere.
    anywhere: bool,
}

impl Estimate {
    /// An empty page of which so many mm of bleed are asked; `scale` is the resolution of its plates in pixels a pt.
    pub fn new(page: &Page, bleed_mm: f64, scale: f64) -> Self {
        let pixel = 1.0 / scale.max(1e-6);
        let (ceiling, edges) = (Ceiling::new(page, pixel), Edges::new(page, bleed_mm, pixel));
        Self { ceiling, edges, pixel, anywhere: false }
    }

    /// A single spot that stands for all of a pattern's cell.
    pub fn spot() -> Self {
        let (ceiling, edges) = (Ceiling::spot(), Edges::none());
        Self { ceiling, edges, pixel: 0.0, anywhere: true }
    }

    /// Takes note of something painted.
    pub fn paint(&mut self, brush: &Brush) {
        let spill = SPILL_PX * self.pixel;
        let spilt = |r: Rect| match r {
            r if !self.anywhere && r.iter().all(|v| v.abs() < FAR_PT) => grown(r, spill),
            _ => EVERYWHERE,
        };
        let (a, b) = (spilt(brush.reach), spilt(brush.clip));
        let reach = [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])];
        if reach[0] > reach[2] || reach[1] > reach[3] {
            return;
        }
        let solid = brush.solid.filter(|r| r.iter().all(|v| v.abs() < FAR_PT));
        let brush = Brush { reach, solid, ..*brush };
        self.edges.paint(&brush);
        // The outermost pixels of it may be soft.
        let inner = |r: Rect| {
            let p = self.pixel;
            [r[0] + p, r[1] + p, r[2] - p, r[3] - p]
        };
        self.ceiling.paint(&Brush { solid: solid.map(inner), ..brush });
    }

    /// Gives the whole page up: nothing is known of it any more.
    pub fn give_up(&mut self) {
        let coat = Coat::default();
        let (reach, clip) = (EVERYWHERE, EVERYWHERE);
        let blend = Blend::Unbounded;
        self.paint(&Brush { coat: &coat, blend, reach, clip, solid: None, times: 1 });
    }

    /// What the whole of a pattern's cell paints at most, wherever it is repeated.
    pub fn coat(&self) -> Coat {
        self.ceiling.coat()
    }

    /// What is known at the end of the page.
    pub fn known(&self) -> Known {
        Known { bleed_open: self.edges.open(), ..self.ceiling.known() }
    }
}

const EVERYWHERE: Rect = [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY];
