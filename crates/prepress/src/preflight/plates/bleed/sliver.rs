//! Art that ends a little inside of the trim along most of a side, so that a strip of bare paper is left.

use super::edge::Edge;

/// How far inside it ends at most, and how far it goes on inwards at least, in mm.
const NEAR_MM: f64 = 1.0;
/// Of so much of a side it is told.
const MOST_OF_SIDE: f64 = 0.5;

/// Where along a side art ends inside of the trim, and how many lines from it at most, if it does along most of it.
pub(super) fn slivers(edge: &Edge, pixel_mm: f64) -> Option<(Vec<usize>, usize)> {
    let near = (NEAR_MM / pixel_mm).clamp(2.0, 64.0) as isize;
    if edge.depth() < 2 * near {
        return None;
    }
    let sliver = |i: usize| {
        if (-1..=edge.outer).any(|line| edge.inked(line, i)) {
            return None;
        }
        let bare = (2..=near).find(|line| edge.inked(-*line, i))?;
        // Its first line may be soft.
        (bare..=bare + near).all(|line| edge.inked(-line, i)).then_some((i, bare as usize))
    };
    let all: Vec<(usize, usize)> = edge.run.clone().filter_map(sliver).collect();
    let widest = all.iter().map(|(_, bare)| *bare).max()?;
    let enough = all.len() as f64 >= edge.run.len() as f64 * MOST_OF_SIDE;
    enough.then(|| (all.into_iter().map(|(i, _)| i).collect(), widest))
}
