//! Whether art that is full of gaps, such as a hatching, goes on beyond the trim: at any one place a gap may lie at the
//! end of the bleed. It judges nothing.

use super::edge::Edge;

/// How far around a place is looked, in mm.
const AROUND_MM: f64 = 3.0;
/// Art that covers less of its surroundings than this has gaps.
const SOLID: f64 = 0.9;
/// It goes on where it covers at least this share of what it covers inside.
const AS_DENSE: f64 = 0.5;

/// How much of a side is covered around each place along it, inside of the trim and at the end of the bleed.
pub(super) struct Cover {
    first: usize,
    reach: usize,
    /// Pixels that are covered before each place, and how many there are of each place.
    inside: (Vec<usize>, usize),
    outside: (Vec<usize>, usize),
}

impl Cover {
    pub fn of(edge: &Edge, pixel_mm: f64) -> Self {
        let reach = (AROUND_MM / pixel_mm).clamp(2.0, 256.0) as usize;
        let sums = |lines: std::ops::RangeInclusive<isize>| {
            let (mut sums, mut sum) = (vec![0], 0);
            for i in edge.run.clone() {
                sum += lines.clone().filter(|line| edge.inked(*line, i)).count();
                sums.push(sum);
            }
            (sums, lines.count())
        };
        let inside = sums(-(reach as isize).min(edge.depth())..=-1);
        Self {
            first: edge.run.start,
            reach,
            inside,
            outside: sums(edge.outer / 2 + 1..=edge.outer),
        }
    }

    /// Whether the art around a place has gaps and goes on.
    pub fn goes_on(&self, i: usize) -> bool {
        let at = i - self.first;
        let share = |(sums, lines): &(Vec<usize>, usize)| {
            let (from, to) = (at.saturating_sub(self.reach), (at + self.reach).min(sums.len() - 1));
            (sums[to] - sums[from]) as f64 / ((to - from) * lines).max(1) as f64
        };
        let (inside, outside) = (share(&self.inside), share(&self.outside));
        inside < SOLID && outside >= inside * AS_DENSE
    }
}
