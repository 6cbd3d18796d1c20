//! Whether art that touches the trim is sure to fill the bleed beside it.
//!
//! Along each side two lines are watched, as on the plates: one just inside the trim, where ink may be, and one just
//! inside the end of the bleed that is asked, where ink must then be. It judges nothing: a side that is not sure is
//! looked at on the plates.

use super::super::file::Page;
use super::super::limits::{LEAST_BLEED_PT, PRINTED};
use super::super::verdict::Rect;
use super::brush::Brush;
use super::coat::Blend;

/// Sides are cut into pieces so long, in pt, but into no more than so many.
const PIECE_PT: f64 = 0.25;
const MOST_PIECES: f64 = 8_192.0;
/// Ends of rectangles make pieces unsure; more than this, in pt, is not from ends alone. It is less
/// than what is judged to be short on the plates.
const ENDS_PT: f64 = 2.0;
/// Total ink, in 255ths, that is enough to be sure of, whatever is rounded on the plates.
const SURELY_PRINTED: u16 = 16;
/// Lines run so far from where pixels put them at most, in pixels.
const SLACK_PX: f64 = 3.0;
/// Art that ends or changes no further than this inside of the trim, in pt, is looked at: a little more than what is
/// judged on the plates.
const ZONE_PT: f64 = 4.0;
/// A line's pixel is wholly inside what starts no further from the end of the bleed that is asked, in pixels.
const COVERED_PX: f64 = 0.4;

/// The four sides of a page.
#[derive(Debug)]
pub(super) struct Edges {
    sides: Vec<PageEdge>,
    pixel: f64,
}

#[derive(Debug)]
struct PageEdge {
    /// 0 if the lines are upright, 1 if they lie.
    axis: usize,
    /// Where the trim and the end of the bleed that is asked are along the axis.
    inner: f64,
    outer: f64,
    /// From where to where the lines run, along the other axis.
    run: (f64, f64),
    /// Pieces of the inner line where ink may be.
    inked: Vec<bool>,
    /// Pieces of the outer line where ink is sure.
    filled: Vec<bool>,
    /// Pieces where something ends or changes near the trim.
    mixed: Vec<bool>,
}

impl Edges {
    /// The sides of a page that has a trim and a bleed of which so many mm are asked; a pixel's size is in pt.
    pub fn new(page: &Page, bleed_mm: f64, pixel: f64) -> Self {
        let Some((trim, bleed)) = page.trim.zip(page.bleed_asked(bleed_mm)) else {
            return Self::none();
        };
        let side = |at: usize| {
            let (axis, across) = (at % 2, 1 - at % 2);
            let width = if at < 2 { trim[at] - bleed[at] } else { bleed[at] - trim[at] };
            // With the corners, which must not be bare either.
            let run = (bleed[across], bleed[across + 2]);
            let pieces = ((run.1 - run.0) / PIECE_PT).ceil().clamp(1.0, MOST_PIECES) as usize;
            (width * page.unit >= LEAST_BLEED_PT).then(|| PageEdge {
                axis,
                inner: trim[at],
                outer: bleed[at],
                run,
                inked: vec![false; pieces],
                filled: vec![false; pieces],
                mixed: vec![false; pieces],
            })
        };
        Self { sides: (0..4).filter_map(side).collect(), pixel }
    }

    /// No sides at all.
    pub fn none() -> Self {
        Self { sides: vec![], pixel: 0.0 }
    }

    /// Takes note of something painted.
    pub fn paint(&mut self, brush: &Brush) {
        let (slack, covered) = (SLACK_PX * self.pixel, COVERED_PX * self.pixel);
        let unbounded = brush.blend == Blend::Unbounded || brush.coat.blend == Blend::Unbounded;
        // A little ink may come to more where it adds up.
        let faint = if brush.blend == Blend::Replaces { PRINTED } else { 0 };
        let inks = unbounded || brush.coat.most > faint;
        let fills = !unbounded && brush.coat.least > SURELY_PRINTED;
        for side in &mut self.sides {
            let r = brush.reach;
            let (a, b) = (side.axis, 1 - side.axis);
            let zone = side.inner - (side.outer - side.inner).signum() * ZONE_PT;
            let (low, high) = (zone.min(side.outer), zone.max(side.outer));
            if r[a + 2] < low - slack || r[a] > high + slack {
                continue;
            }
            let solid = brush.solid.filter(|_| fills);
            let reaches = |s: &Rect, line: f64| match side.inner > side.outer {
                true => s[a] <= side.outer + covered && s[a + 2] >= line + slack,
                false => s[a + 2] >= side.outer - covered && s[a] <= line - slack,
            };
            if let Some(s) = solid.filter(|s| reaches(s, side.outer)) {
                let whole = side.pieces(s[b], s[b + 2], true);
                side.filled[whole.clone()].fill(true);
                if reaches(&s, zone) {
                    side.mixed[whole].fill(false);
                }
                // As far as the trim it is as long on both lines.
                if reaches(&s, side.inner) {
                    let touched = side.pieces(s[b], s[b + 2], false);
                    if !reaches(&s, zone) {
                        side.mixed[touched.clone()].fill(true);
                    }
                    side.inked[touched].fill(true);
                    continue;
                }
            }
            let touched = side.pieces(r[b], r[b + 2], false);
            if inks {
                side.mixed[touched.clone()].fill(true);
            }
            if inks && r[a] < side.inner + slack && r[a + 2] > side.inner - slack {
                side.inked[touched.clone()].fill(true);
            }
            // Ink over ink stays ink, however much of it is covered.
            if !fills && r[a] < side.outer + slack && r[a + 2] > side.outer - slack {
                side.filled[touched].fill(false);
            }
        }
    }

    /// Whether some side may have ink at the trim and none at the end of the bleed that is asked, or art that ends or
    /// changes near the trim.
    pub fn open(&self) -> bool {
        let open = |side: &PageEdge| {
            let pieces = side.inked.iter().zip(&side.filled);
            let bare = pieces.filter(|(ink, filled)| **ink && !**filled).count();
            let open = bare.max(side.mixed.iter().filter(|mixed| **mixed).count());
            open as f64 * (side.run.1 - side.run.0) / side.inked.len() as f64 > ENDS_PT
        };
        self.sides.iter().any(open)
    }
}

impl PageEdge {
    /// The pieces of the run that a span meets or, `whole`, that lie inside it.
    fn pieces(&self, from: f64, to: f64, whole: bool) -> std::ops::Range<usize> {
        let (start, end) = self.run;
        let pieces = self.inked.len() as f64;
        let at = |v: f64| (v - start) / (end - start).max(1e-6) * pieces;
        let clamp = |v: f64| v.clamp(0.0, pieces) as usize;
        let (first, last) = match whole {
            true => (clamp(at(from).ceil()), clamp(at(to).floor())),
            false => (clamp(at(from).floor()), clamp(at(to).floor() + 1.0)),
        };
        first..last.max(first)
    }
}
