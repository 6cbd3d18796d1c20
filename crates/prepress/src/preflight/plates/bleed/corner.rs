//! Corners of the bleed that stay bare though the art on both sides of them bleeds.

use super::edge::Edge;

/// How far along each side, in mm, its art is looked at beside the corner.
const BESIDE_MM: f64 = 1.0;
/// A corner is bare if so much of it is.
const BARE: f64 = 0.5;

/// How many lines art goes on into the corner that an upright side and a lying one meet in, if it is bare and their art
/// bleeds to the end.
pub(super) fn bare(upright: &Edge, lying: &Edge, pixel_mm: f64) -> Option<usize> {
    // Lines of the one are places along the other.
    let inked = |across: isize, along: isize| upright.inked(across, lying.at(along));
    let (wide, high) = (upright.outer, lying.outer);
    let beside = (BESIDE_MM / pixel_mm).clamp(2.0, 64.0) as isize;
    let bleeds = |place: isize| {
        (-2..=wide).all(|line| inked(line, -place)) && (-2..=high).all(|line| inked(-place, line))
    };
    if wide < 2 || high < 2 || !(2..2 + beside).all(bleeds) || inked(wide, high) {
        return None;
    }
    let all = (1..=wide).flat_map(|x| (1..=high).map(move |y| (x, y)));
    let bare = all.filter(|(x, y)| !inked(*x, *y)).count();
    let reach = (1..wide.min(high)).take_while(|line| inked(*line, *line)).count();
    (bare as f64 >= (wide * high) as f64 * BARE).then(|| reach.saturating_sub(1))
}
