//! Gradient meshes (shadings of types 4 to 7; ISO 32000-1, 8.7.4.5.5 to 8): their pieces as they are written.
//!
//! It reads; what a piece is painted with is the plates' affair.

use lopdf::Stream;

use super::file::File;
use super::verdict::Rect;
use crate::pdf::geometry;
use crate::pdf::object::Objects;

/// Most bytes of a mesh that are read.
const MOST_DATA: usize = 16 << 20;
/// Most components of a colour.
pub(super) const MOST_COMPONENTS: usize = 8;

/// A place in the shading's own space.
pub(super) type Point = (f64, f64);
/// The components of a colour, or the one value of its function.
pub(super) type Tone = [f32; MOST_COMPONENTS];

/// A corner and its colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Corner {
    pub at: Point,
    pub tone: Tone,
}

/// A piece of a mesh.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Triangle([Corner; 3]),
    Patch(Box<Patch>),
}

/// A bicubic patch: the points by row and column, the colours of its corners in the order of the file.
#[derive(Debug, Clone)]
pub(super) struct Patch {
    points: [[Point; 4]; 4],
    tones: [Tone; 4],
}

/// Where the points of a patch stand in its rows and columns, in the order of the file (table 86).
const ORDER: [(usize, usize); 16] = [
    (0, 0),
    (0, 1),
    (0, 2),
    (0, 3),
    (1, 3),
    (2, 3),
    (3, 3),
    (3, 2),
    (3, 1),
    (3, 0),
    (2, 0),
    (1, 0),
    (1, 1),
    (1, 2),
    (2, 2),
    (2, 1),
];

impl Piece {
    /// What it covers at most.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Triangle(corners) => around(corners.iter().map(|corner| corner.at)),
            Self::Patch(patch) => around(patch.points.iter().flatten().copied()),
        }
    }
}

impl Patch {
    /// The patch at a place of its own, each side from 0 to 1.
    pub fn corner(&self, u: f64, v: f64) -> Corner {
        let weights = |t: f64| {
            let s = 1.0 - t;
            [s * s * s, 3.0 * t * s * s, 3.0 * t * t * s, t * t * t]
        };
        let (across, down) = (weights(u), weights(v));
        let mut at = (0.0, 0.0);
        for (row, a) in self.points.iter().zip(across) {
            for (point, b) in row.iter().zip(down) {
                at = (at.0 + a * b * point.0, at.1 + a * b * point.1);
            }
        }
        let shares = [(1.0 - u) * (1.0 - v), (1.0 - u) * v, u * v, u * (1.0 - v)];
        let mut tone = Tone::default();
        for (of_corner, share) in self.tones.iter().zip(shares) {
            for (value, own) in tone.iter_mut().zip(of_corner) {
                *value += own * share as f32;
            }
        }
        Corner { at, tone }
    }

    /// The inner points of a patch that has only its outline (equations under table 85).
    fn fill_in(&mut self) {
        let p = self.points;
        let inner =
            |near: Point, sides: [Point; 2], ends: [Point; 2], far: [Point; 2], last: Point| {
                let value = |of: fn(Point) -> f64| {
                    let sum = |pair: [Point; 2]| of(pair[0]) + of(pair[1]);
                    (-4.0 * of(near) + 6.0 * sum(sides) - 2.0 * sum(ends) + 3.0 * sum(far)
                        - of(last))
                        / 9.0
                };
                (value(|p| p.0), value(|p| p.1))
            };
        let q = &mut self.points;
        q[1][1] =
            inner(p[0][0], [p[0][1], p[1][0]], [p[0][3], p[3][0]], [p[3][1], p[1][3]], p[3][3]);
        q[1][2] =
            inner(p[0][3], [p[0][2], p[1][3]], [p[0][0], p[3][3]], [p[3][2], p[1][0]], p[3][0]);
        q[2][1] =
            inner(p[3][0], [p[3][1], p[2][0]], [p[3][3], p[0][0]], [p[0][1], p[2][3]], p[0][3]);
        q[2][2] =
            inner(p[3][3], [p[3][2], p[2][3]], [p[3][0], p[0][3]], [p[0][2], p[2][0]], p[0][0]);
    }
}

/// Whether a type of shading is a mesh.
pub(super) fn is_mesh(kind: f64) -> bool {
    (4.0..=7.0).contains(&kind)
}

/// Hands every piece to `take`; none for a mesh that cannot be read or is too much.
pub(super) fn pieces(file: &File, stream: &Stream, mut take: impl FnMut(&Piece)) -> Option<()> {
    let dict = &stream.dict;
    let data = file.data(stream, MOST_DATA)?;
    let size = |key: &str| file.number(dict, key).unwrap_or(0.0).clamp(0.0, 32.0) as usize;
    let decode = file.numbers(dict, "Decode").filter(|decode| decode.len() >= 6)?;
    let mut mesh = Mesh {
        data: &data,
        at: 0,
        flag: size("BitsPerFlag").max(1),
        coordinate: size("BitsPerCoordinate").max(1),
        component: size("BitsPerComponent").max(1),
        decode: decode.chunks_exact(2).take(2 + MOST_COMPONENTS).map(|r| (r[0], r[1])).collect(),
    };
    match file.number(dict, "ShadingType") {
        Some(4.0) => mesh.triangles(&mut take),
        Some(5.0) => {
            let row = file.number(dict, "VerticesPerRow").unwrap_or(0.0).clamp(0.0, 1e6) as usize;
            mesh.lattice(row, &mut take)
        }
        Some(6.0) => mesh.patches(12, &mut take),
        Some(7.0) => mesh.patches(16, &mut take),
        _ => return None,
    };
    Some(())
}

/// What a mesh covers at most, and how many pieces it has; none if it cannot be read.
pub(super) fn bounds(file: &File, stream: &Stream) -> Option<(Rect, usize)> {
    let (mut all, mut count): (Option<Rect>, usize) = (None, 0);
    pieces(file, stream, |piece| {
        let own = piece.bounds();
        all = Some(all.map_or(own, |all| geometry::around(all, own)));
        count += 1;
    })?;
    Some((all.unwrap_or([0.0; 4]), count))
}

fn around(points: impl Iterator<Item = Point>) -> Rect {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.fold(start, |r, (x, y)| [r[0].min(x), r[1].min(y), r[2].max(x), r[3].max(y)])
}

/// The numbers of a mesh, read one after the other.
struct Mesh<'d> {
    data: &'d [u8],
    /// The next bit.
    at: usize,
    /// Bits of each number.
    flag: usize,
    coordinate: usize,
    component: usize,
    /// Lowest and highest of x, y and each component.
    decode: Vec<(f64, f64)>,
}

impl Mesh<'_> {
    fn bits(&mut self, bits: usize) -> Option<u64> {
        let end = self.at + bits;
        let bytes = self.data.get(self.at / 8..end.div_ceil(8))?;
        let value = bytes.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        self.at = end;
        Some(value >> (end.div_ceil(8) * 8 - end) & ((1 << bits) - 1))
    }

    fn number(&mut self, bits: usize, range: usize) -> Option<f64> {
        let part = self.bits(bits)? as f64 / ((1_u64 << bits) - 1) as f64;
        let (low, high) = self.decode.get(range).copied().unwrap_or((0.0, 1.0));
        Some(low + part * (high - low))
    }

    fn edge(&mut self) -> Option<u64> {
        Some(self.bits(self.flag)? & 3)
    }

    fn point(&mut self) -> Option<Point> {
        let point = (self.number(self.coordinate, 0)?, self.number(self.coordinate, 1)?);
        (point.0.is_finite() && point.1.is_finite()).then_some(point)
    }

    fn tone(&mut self) -> Option<Tone> {
        let mut tone = Tone::default();
        let components = self.decode.len() - 2;
        for (i, value) in tone.iter_mut().enumerate().take(components) {
            *value = self.number(self.component, 2 + i)? as f32;
        }
        Some(tone)
    }

    /// Every record takes whole bytes.
    fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }

    fn vertex(&mut self) -> Option<Corner> {
        let corner = Corner { at: self.point()?, tone: self.tone()? };
        self.align();
        Some(corner)
    }

    fn triangles(&mut self, take: &mut impl FnMut(&Piece)) -> Option<()> {
        let mut before: Option<[Corner; 3]> = None;
        loop {
            let edge = self.edge()?;
            let new = self.vertex()?;
            let corners = match (edge, before) {
                (1, Some([_, b, c])) => [b, c, new],
                (2, Some([a, _, c])) => [a, c, new],
                _ => {
                    self.edge()?;
                    let second = self.vertex()?;
                    self.edge()?;
                    [new, second, self.vertex()?]
                }
            };
            before = Some(corners);
            take(&Piece::Triangle(corners));
        }
    }

    fn lattice(&mut self, row: usize, take: &mut impl FnMut(&Piece)) -> Option<()> {
        let mut before: Vec<Corner> = vec![];
        if row < 2 {
            return None;
        }
        loop {
            let mut line = vec![];
            for _ in 0..row {
                line.push(self.vertex()?);
            }
            for (above, below) in before.windows(2).zip(line.windows(2)) {
                take(&Piece::Triangle([above[0], above[1], below[0]]));
                take(&Piece::Triangle([above[1], below[0], below[1]]));
            }
            before = line;
        }
    }

    /// Patches of so many points; those of an edge may be the last one's.
    fn patches(&mut self, count: usize, take: &mut impl FnMut(&Piece)) -> Option<()> {
        let mut before: Option<Patch> = None;
        loop {
            let edge = self.edge()? as usize;
            let mut patch = Patch { points: [[(0.0, 0.0); 4]; 4], tones: [Tone::default(); 4] };
            let known = match &before {
                Some(last) if edge > 0 => {
                    for (i, (row, column)) in ORDER.into_iter().take(4).enumerate() {
                        let (from, at) = ORDER[(3 * edge + i) % 12];
                        patch.points[row][column] = last.points[from][at];
                    }
                    (patch.tones[0], patch.tones[1]) =
                        (last.tones[edge % 4], last.tones[(edge + 1) % 4]);
                    (4, 2)
                }
                _ => (0, 0),
            };
            for (row, column) in ORDER.into_iter().take(count).skip(known.0) {
                patch.points[row][column] = self.point()?;
            }
            for i in known.1..4 {
                patch.tones[i] = self.tone()?;
            }
            self.align();
            if count == 12 {
                patch.fill_in();
            }
            take(&Piece::Patch(Box::new(patch.clone())));
            before = Some(patch);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Patch {
        let mut patch = Patch { points: [[(0.0, 0.0); 4]; 4], tones: [Tone::default(); 4] };
        for (row, column) in ORDER.into_iter().take(12) {
            patch.points[row][column] = (row as f64 * 3.0, column as f64 * 3.0);
        }
        for (i, tone) in patch.tones.iter_mut().enumerate() {
            tone[0] = i as f32;
        }
        patch.fill_in();
        patch
    }

    #[test]
    fn a_patch_with_straight_sides_is_even() {
        let patch = square();
        let near = |a: Point, b: Point| (a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9;
        assert!(near(patch.points[1][2], (3.0, 6.0)) && near(patch.points[2][1], (6.0, 3.0)));
        for (u, v) in [(0.0, 0.0), (0.25, 0.5), (1.0, 0.75)] {
            assert!(near(patch.corner(u, v).at, (u * 9.0, v * 9.0)), "{u} {v}");
        }
        let tones = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)];
        assert_eq!(tones.map(|(u, v)| patch.corner(u, v).tone[0]), [0.0, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn numbers_of_any_width_are_read_in_order() {
        let decode = vec![(0.0, 1.0); 3];
        let data = [0b1010_1100, 0b0101_0011];
        let mut mesh = Mesh { data: &data, at: 0, flag: 2, coordinate: 3, component: 5, decode };
        assert_eq!((mesh.bits(2), mesh.bits(3), mesh.bits(5)), (Some(2), Some(5), Some(0b10001)));
        mesh.align();
        assert_eq!(mesh.bits(1), None);
    }
}
