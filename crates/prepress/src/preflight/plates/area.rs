//! The areas of a page that lie together: where something is true of pixel after pixel.
//!
//! Pixels are gathered in squares, and squares that touch are one area: letters of a word, and specks that lie near each
//! other, count together. It is told rows from the top down; it knows no plates.

/// One area: its pixels, its worst one and where that is, and how far it reaches: left, top, right, bottom, all
/// inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub pixels: usize,
    pub most: u32,
    pub at: (usize, usize),
    pub bounds: [usize; 4],
}

impl Area {
    fn pixel(at: (usize, usize), value: u32) -> Self {
        Self { pixels: 1, most: value, at, bounds: [at.0, at.1, at.0, at.1] }
    }

    /// Both together; of equals the worst pixel of the first.
    fn with(self, other: Self) -> Self {
        let (a, b) = (self.bounds, other.bounds);
        let bounds = [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])];
        let (most, at) = match other.most > self.most {
            true => (other.most, other.at),
            false => (self.most, self.at),
        };
        Self { pixels: self.pixels + other.pixels, most, at, bounds }
    }
}

/// Areas as they grow; those that touch become one.
#[derive(Debug)]
pub(super) struct Areas {
    /// The side of a square, in pixels.
    side: usize,
    all: Vec<Area>,
    /// Which area each has become a part of.
    joined: Vec<usize>,
    /// The row of squares that is being filled.
    row: usize,
    squares: Vec<Option<Area>>,
    /// The areas of the squares of the row before it.
    last: Vec<Option<usize>>,
}

impl Areas {
    /// None yet; squares are of so many pixels a side.
    pub fn of(side: usize) -> Self {
        let (all, joined, squares, last) = (vec![], vec![], vec![], vec![]);
        Self { side: side.max(1), all, joined, row: 0, squares, last }
    }

    /// Takes a row's values, which begin at a pixel; those above `over` belong to areas. A row without any may be left
    /// out.
    pub fn row(&mut self, (left, y): (usize, usize), values: &[u16], over: u32) {
        self.go_to(y / self.side);
        for (x, value) in values.iter().enumerate().filter(|(_, value)| u32::from(**value) > over) {
            let pixel = Area::pixel((left + x, y), u32::from(*value));
            let at = x / self.side;
            if self.squares.len() <= at {
                self.squares.resize(at + 1, None);
            }
            self.squares[at] = Some(self.squares[at].map_or(pixel, |area| area.with(pixel)));
        }
    }

    /// The area with the most ink among those of so many pixels.
    pub fn worst(mut self, least: usize) -> Option<Area> {
        self.go_to(self.row + 1);
        let whole = self.all.iter().enumerate().filter(|(i, _)| self.joined[*i] == *i);
        let large = whole.map(|(_, area)| *area).filter(|area| area.pixels >= least);
        // Of equals the first one.
        large.reduce(|worst, area| if area.most > worst.most { area } else { worst })
    }

    /// Goes on to a row of squares: those of the one before are joined with what they touch.
    fn go_to(&mut self, row: usize) {
        if row == self.row {
            return;
        }
        let squares = std::mem::take(&mut self.squares);
        let mut own: Vec<Option<usize>> = vec![None; squares.len()];
        for (x, area) in squares.into_iter().enumerate() {
            let Some(area) = area else { continue };
            let index = self.all.len();
            self.all.push(area);
            self.joined.push(index);
            own[x] = Some(index);
            // The one before it, and the three above it.
            let before = x.checked_sub(1);
            let above = [before, Some(x), Some(x + 1)].map(|x| *self.last.get(x?)?);
            let touched = above.into_iter().chain([before.and_then(|x| own[x])]).flatten();
            touched.for_each(|other| self.join(other, index));
        }
        self.last = if row == self.row + 1 { own } else { vec![] };
        self.row = row;
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
        if a != b {
            // The earlier one stays, whose worst pixel comes first among equals.
            let (first, second) = (a.min(b), a.max(b));
            self.joined[second] = first;
            self.all[first] = self.all[first].with(self.all[second]);
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
        let mut areas = Areas::of(1);
        for (y, row) in rows.iter().enumerate() {
            areas.row((10, y), row, 5);
        }
        let whole = Area { pixels: 7, most: 9, at: (10, 0), bounds: [10, 0, 13, 2] };
        assert_eq!(areas.worst(3), Some(whole));
    }

    #[test]
    fn what_is_near_counts_together() {
        let worst = |side: usize, least: usize| {
            let mut areas = Areas::of(side);
            for y in [0, 4, 40] {
                areas.row((0, y), &[9, 0, 0, 0, 0, 0, 9], 5);
            }
            areas.worst(least).map(|area| (area.pixels, area.bounds))
        };
        assert_eq!(worst(4, 1), Some((4, [0, 0, 6, 4])));
        // The row far below is an area of its own, and single pixels are.
        assert_eq!((worst(4, 5), worst(1, 2)), (None, None));
    }
}
