//! The areas of a page that lie together: where something is true of pixel after pixel.
//!
//! It is told runs of pixels row by row and keeps what the last row holds; it knows no plates.

/// A run of pixels of a row: from, to (outside), and the area it belongs to.
type Run = (usize, usize, usize);

/// One area: its pixels, its worst one and where that is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub pixels: usize,
    pub most: u32,
    pub at: (usize, usize),
}

/// Areas as they grow; those that touch become one.
#[derive(Debug, Default)]
pub(super) struct Areas {
    all: Vec<Area>,
    /// Which area each has become a part of.
    joined: Vec<usize>,
    last: Vec<Run>,
}

impl Areas {
    /// Takes a row's values; those above `over` belong to areas.
    pub fn row(&mut self, (left, y): (usize, usize), values: &[u16], over: u32) {
        let mut runs: Vec<Run> = vec![];
        let (mut x, mut above) = (0, 0);
        while x < values.len() {
            if u32::from(values[x]) <= over {
                x += 1;
                continue;
            }
            let from = x;
            let mut area = Area::default();
            while x < values.len() && u32::from(values[x]) > over {
                if u32::from(values[x]) > area.most {
                    (area.most, area.at) = (u32::from(values[x]), (left + x, y));
                }
                x += 1;
            }
            area.pixels = x - from;
            let own = self.all.len();
            self.all.push(area);
            self.joined.push(own);
            // Runs of the row above that touch it, corners too.
            while above < self.last.len() && self.last[above].1 < from {
                above += 1;
            }
            let touching = self.last[above..].iter().take_while(|run| run.0 <= x);
            for other in touching.map(|run| run.2).collect::<Vec<_>>() {
                self.join(other, own);
            }
            runs.push((from, x, own));
        }
        self.last = runs;
    }

    /// The area with the most ink among those of so many pixels.
    pub fn worst(&self, least: usize) -> Option<Area> {
        let whole = self.all.iter().enumerate().filter(|(i, _)| self.joined[*i] == *i);
        let large = whole.map(|(_, area)| *area).filter(|area| area.pixels >= least);
        // Of equals the first one.
        large.reduce(|worst, area| if area.most > worst.most { area } else { worst })
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.joined[i] != i {
            self.joined[i] = self.joined[self.joined[i]];
            i = self.joined[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        // The earlier one stays, whose worst pixel comes first among equals.
        let (first, second) = (a.min(b), a.max(b));
        let other = self.all[second];
        self.joined[second] = first;
        let area = &mut self.all[first];
        area.pixels += other.pixels;
        if other.most > area.most {
            (area.most, area.at) = (other.most, other.at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_is_one() {
        let rows: [&[u16]; 4] =
            [&[9, 0, 0, 9, 0, 9], &[9, 0, 9, 0, 0, 0], &[9, 9, 9, 0, 0, 8], &[0, 0, 0, 0, 0, 8]];
        let mut areas = Areas::default();
        for (y, row) in rows.iter().enumerate() {
            areas.row((10, y), row, 5);
        }
        assert_eq!(areas.worst(3), Some(Area { pixels: 7, most: 9, at: (10, 0) }));
        assert_eq!(areas.worst(8), None);
    }
}
