//! Pictures that no resolution makes finer: those of one colour, and codes for machines, whose squares and bars have
//! sharp edges at any size.
//!
//! Only what is certain counts: anything else is a picture.

use crate::raster::Raster;

/// Most pixels of a picture that are looked at; a code has far fewer.
pub(super) const MOST_PIXELS: usize = 4_000_000;
const MOST_CODE_PIXELS: usize = 1_000_000;
/// How far apart samples of one colour may be, in 255ths, as JPEG leaves them.
pub(super) const SAME: u8 = 2;
/// Modules of the smallest and the largest QR code, and how many more each next one has (ISO/IEC 18004).
const QR: (usize, usize, usize) = (21, 177, 4);
/// Modules of the corners of a QR code by which it is found.
const FINDER: [[bool; 7]; 3] = [
    [true; 7],
    [true, false, false, false, false, false, true],
    [true, false, true, true, true, false, true],
];
/// Modules of the smallest and the largest side of a Data Matrix (ISO/IEC 16022).
const MATRIX: (usize, usize) = (8, 144);

/// What a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// All of one colour.
    Flat,
    /// A code that is drawn with sharp edges.
    Code,
    /// Whatever else.
    Picture,
}

/// Whether all pixels are the same but for so much.
pub(super) fn is_flat(raster: &Raster, same: u8) -> bool {
    let mut pixels = raster.data.chunks_exact(raster.channels.max(1));
    let Some(first) = pixels.next() else { return false };
    pixels.all(|pixel| pixel.iter().zip(first).all(|(a, b)| a.abs_diff(*b) <= same))
}

/// Whether a picture of two colours is a bar code, a QR code or a Data Matrix.
pub(super) fn is_code(raster: &Raster) -> bool {
    let pixels = || raster.data.chunks_exact(raster.channels.max(1));
    let (Some(first), true) = (pixels().next(), pixels().len() <= MOST_CODE_PIXELS) else {
        return false;
    };
    let second = pixels().find(|pixel| *pixel != first);
    if pixels().any(|pixel| pixel != first && Some(pixel) != second) {
        return false;
    }
    let dark: Vec<bool> = pixels().map(|pixel| pixel == first).collect();
    let grid = Grid { width: raster.width, dark: &dark };
    grid.is_bars() || [true, false].into_iter().any(|dark| grid.is_squares(dark))
}

/// Pixels of two colours, row by row.
struct Grid<'g> {
    width: usize,
    dark: &'g [bool],
}

impl Grid<'_> {
    /// Whether all rows are alike, or all columns.
    fn is_bars(&self) -> bool {
        let mut rows = self.dark.chunks_exact(self.width);
        let Some(first) = rows.next() else { return false };
        let even = |row: &[bool]| row.iter().all(|dark| *dark == row[0]);
        rows.clone().all(|row| row == first) || even(first) && rows.all(even)
    }

    /// Whether what is of one of the colours is a code of squares.
    fn is_squares(&self, dark: bool) -> bool {
        let mut bounds = [usize::MAX, usize::MAX, 0, 0];
        for at in (0..self.dark.len()).filter(|at| self.dark[*at] == dark) {
            let (x, y) = (at % self.width, at / self.width);
            let [left, top, right, bottom] = bounds;
            bounds = [left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1)];
        }
        let [left, top, right, bottom] = bounds;
        if left >= right {
            return false;
        }
        let (wide, high) = (right - left, bottom - top);
        let scales = (1..=wide.min(high) / MATRIX.0).filter(|k| wide % k == 0 && high % k == 0);
        scales.into_iter().any(|side| {
            let code = Modules {
                grid: self,
                dark,
                at: (left, top),
                side,
                size: (wide / side, high / side),
            };
            (code.is_qr() || code.is_matrix()) && code.is_whole()
        })
    }
}

/// Pixels taken as squares of so many.
struct Modules<'m> {
    grid: &'m Grid<'m>,
    dark: bool,
    at: (usize, usize),
    side: usize,
    size: (usize, usize),
}

impl Modules<'_> {
    fn pixel(&self, x: usize, y: usize) -> bool {
        self.grid.dark[(self.at.1 + y) * self.grid.width + self.at.0 + x] == self.dark
    }

    fn module(&self, x: usize, y: usize) -> bool {
        self.pixel(x * self.side, y * self.side)
    }

    /// Whether every square is of one colour.
    fn is_whole(&self) -> bool {
        let (wide, high) = (self.size.0 * self.side, self.size.1 * self.side);
        let same = |x, y| self.pixel(x, y) == self.module(x / self.side, y / self.side);
        (0..high).all(|y| (0..wide).all(|x| same(x, y)))
    }

    fn is_qr(&self) -> bool {
        let (wide, high) = self.size;
        let (least, most, step) = QR;
        let sized = wide == high && (least..=most).contains(&wide) && (wide - least) % step == 0;
        let finder = |left: usize, top: usize| {
            (0..7).all(|y: usize| {
                let row = FINDER[y.min(6 - y).min(2)];
                row.iter().enumerate().all(|(x, dark)| self.module(left + x, top + y) == *dark)
            })
        };
        sized && finder(0, 0) && finder(wide - 7, 0) && finder(0, high - 7)
    }

    /// Two sides of a Data Matrix are dark, and squares of the others by turns.
    fn is_matrix(&self) -> bool {
        let (wide, high) = self.size;
        let sides =
            [wide, high].iter().all(|side| (MATRIX.0..=MATRIX.1).contains(side) && side % 2 == 0);
        sides
            && (0..high).all(|y| self.module(0, y) && self.module(wide - 1, y) == (y % 2 == 1))
            && (0..wide).all(|x| self.module(x, high - 1) && self.module(x, 0) == (x % 2 == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of squares, `#` is dark.
    fn picture(rows: &[String], side: usize, margin: usize) -> Raster {
        let wide = rows[0].len() * side + 2 * margin;
        let blank = vec![255; wide * margin];
        let mut data = blank.clone();
        for row in rows.iter().flat_map(|row| std::iter::repeat_n(row, side)) {
            data.extend(vec![255; margin]);
            let ink = |c| if c == '#' { 0 } else { 255 };
            data.extend(row.chars().flat_map(|c| vec![ink(c); side]));
            data.extend(vec![255; margin]);
        }
        data.extend(blank);
        Raster::new(wide, data.len() / wide, 1, data).unwrap()
    }

    /// A QR code of 21 squares with something in it.
    fn qr() -> Vec<String> {
        let corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
        let middle = |y: usize| if y.is_multiple_of(2) { "#.##.#." } else { ".#..#.#" };
        let row = |y: usize| match y {
            0..7 => format!("{}{}{}", corner[y], middle(y), corner[y]),
            14.. => format!("{}{}{}", corner[y - 14], middle(y), middle(y + 1)),
            _ => middle(y).repeat(3),
        };
        (0..21).map(row).collect()
    }

    #[test]
    fn codes_are_known_by_their_shape() {
        assert!(is_code(&picture(&qr(), 1, 0)) && is_code(&picture(&qr(), 3, 8)));
        let matrix: Vec<String> = (0..10)
            .map(|y| match y {
                0 => "#.#.#.#.#.".into(),
                9 => "#".repeat(10),
                y => format!(
                    "#..##.#.{}{}",
                    if y % 3 == 0 { '#' } else { '.' },
                    if y % 2 == 1 { '#' } else { '.' }
                ),
            })
            .collect();
        assert!(is_code(&picture(&matrix, 2, 2)));
        let bars: Vec<String> = vec!["#.##.#...#".into(); 4];
        assert!(is_code(&picture(&bars, 1, 0)));
    }

    #[test]
    fn whatever_else_is_a_picture() {
        let mut torn = qr();
        torn[2] = torn[2].replacen('#', ".", 1);
        assert!(!is_code(&picture(&torn, 2, 4)));
        // Of two colours, and round.
        let disc = |y: i32| {
            (0..24)
                .map(move |x| if (x - 12_i32).pow(2) + (y - 12).pow(2) < 100 { '#' } else { '.' })
        };
        let disc: Vec<String> = (0..24).map(|y| disc(y).collect()).collect();
        assert!(!is_code(&picture(&disc, 1, 0)));
        let mut gray = picture(&qr(), 1, 2);
        gray.data[30] = 120;
        assert!(!is_code(&gray));
    }
}
