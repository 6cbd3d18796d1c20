//! Pictures that are too coarse; strips and tiles that one was cut into are one again. It judges nothing.

use jikji_diagnostic::Message;

use super::super::verdict::Rect;
use crate::pdf::geometry::around;

/// How many of them are looked back at for one that goes on.
const MOST_OPEN: usize = 64;
/// How far from each other the edges of strips of one picture may lie, in pixels, and in ppi how fine each is.
const APART_PX: f64 = 2.0;
const PPI_APART: f64 = 0.02;

/// A picture that is too coarse.
#[derive(Debug, Clone)]
pub(in super::super) struct Coarse {
    pub rule: &'static Message,
    pub ppi: f64,
    pub want: f64,
    pub width: u32,
    pub height: u32,
    pub place: Rect,
}

/// Pictures with what goes on in a direction (0 across, 1 up) joined.
pub(super) fn joined(all: Vec<Coarse>, along: usize) -> Vec<Coarse> {
    let mut whole: Vec<Coarse> = vec![];
    for next in all {
        let before =
            whole.iter_mut().rev().take(MOST_OPEN).find(|before| before.meets(&next, along));
        match before {
            Some(before) => {
                before.place = around(before.place, next.place);
                before.ppi = before.ppi.min(next.ppi);
                match along {
                    0 => before.width = before.width.saturating_add(next.width),
                    _ => before.height = before.height.saturating_add(next.height),
                }
            }
            None => whole.push(next),
        }
    }
    whole
}

impl Coarse {
    /// Whether another is as wide, as fine and lies at an edge of it.
    fn meets(&self, other: &Self, along: usize) -> bool {
        let alike = match along {
            0 => self.height == other.height,
            _ => self.width == other.width,
        };
        let fine = (self.ppi - other.ppi).abs() <= self.ppi * PPI_APART;
        // Of the smaller scale, so that it holds for both.
        let near = APART_PX * 72.0 / self.ppi.max(1.0);
        let (a, b) = (self.place, other.place);
        let across = 1 - along;
        let aligned = |low: usize| (a[low] - b[low]).abs() <= near / 2.0;
        let touch =
            (a[along] - b[along + 2]).abs() <= near || (b[along] - a[along + 2]).abs() <= near;
        self.rule == other.rule && alike && fine && aligned(across) && aligned(across + 2) && touch
    }
}
