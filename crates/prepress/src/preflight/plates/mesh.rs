//! Gradient meshes as pictures no finer than the plates.
//!
//! The time a mesh takes is bounded by the area its pieces cover: where they cover too much, the picture
//! becomes coarser. It knows components, no inks.

use lopdf::Stream;

use super::super::file::File;
use super::super::mesh::{Corner, Piece, pieces};
use super::super::verdict::Rect;

/// Most pixels of a picture.
const MOST_PIXELS: f64 = 1_000_000.0;
/// Most pixels all pieces may be painted on together.
const MOST_PAINTED: f64 = 24_000_000.0;
/// How much more than its own area a patch takes, cut into triangles.
const PATCH_TIMES: f64 = 2.0;
/// How large a triangle of a patch is, in pixels, and most of them along a side.
const CUT: f64 = 6.0;
const MOST_CUTS: usize = 24;
/// How far outside a triangle a pixel's middle may lie and still be painted, in pixels.
const SPILL: f64 = 0.5;

/// A mesh that is painted.
pub(super) struct Painted {
    /// What it covers in the shading's space.
    pub bounds: Rect,
    pub size: (usize, usize),
    /// 255 where it paints, 0 where it does not, from the lowest row up.
    pub shape: Vec<u8>,
    /// So many components for each pixel.
    components: usize,
    tones: Vec<f32>,
}

/// How many pixels a mesh is painted in that covers so many of the plates.
pub(in super::super) fn size((wide, high): (f64, f64)) -> (usize, usize) {
    let (wide, high) = (wide.clamp(1.0, 1e6), high.clamp(1.0, 1e6));
    let shrink = (MOST_PIXELS / (wide * high)).sqrt().min(1.0);
    let side = |pixels: f64| ((pixels * shrink).ceil() as usize).clamp(1, 4_096);
    (side(wide), side(high))
}

impl Painted {
    /// Paints a mesh of so many components that covers so many pixels of the plates.
    pub fn of(
        file: &File,
        stream: &Stream,
        bounds: Rect,
        pixels: (f64, f64),
        components: usize,
    ) -> Option<Self> {
        let mut painted =
            Self { bounds, size: size(pixels), shape: vec![], components, tones: vec![] };
        let mut work = 0.0;
        pieces(file, stream, |piece| work += painted.work(piece))?;
        if work > MOST_PAINTED {
            let shrink = (MOST_PAINTED / work).sqrt();
            let smaller = |side: usize| ((side as f64 * shrink) as usize).max(1);
            painted.size = (smaller(painted.size.0), smaller(painted.size.1));
        }
        painted.shape = vec![0; painted.size.0 * painted.size.1];
        painted.tones = vec![0.0; painted.size.0 * painted.size.1 * components];
        pieces(file, stream, |piece| painted.piece(piece))?;
        Some(painted)
    }

    /// The components at a pixel.
    pub fn tone(&self, pixel: usize) -> &[f32] {
        &self.tones[pixel * self.components..][..self.components]
    }

    /// Pixels of the picture.
    fn to_pixels(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [left, low, right, high] = self.bounds;
        let part = |v: f64, from: f64, to: f64| (v - from) / (to - from).max(1e-9);
        (part(x, left, right) * self.size.0 as f64, part(y, low, high) * self.size.1 as f64)
    }

    fn box_of(&self, piece: &Piece) -> (f64, f64) {
        let r = piece.bounds();
        let (low, high) = (self.to_pixels((r[0], r[1])), self.to_pixels((r[2], r[3])));
        (high.0 - low.0, high.1 - low.1)
    }

    fn work(&self, piece: &Piece) -> f64 {
        let (wide, high) = self.box_of(piece);
        let times = if matches!(piece, Piece::Patch(_)) { PATCH_TIMES } else { 1.0 };
        (wide + 1.0) * (high + 1.0) * times
    }

    fn piece(&mut self, piece: &Piece) {
        let patch = match piece {
            Piece::Triangle(corners) => return self.triangle(corners),
            Piece::Patch(patch) => patch,
        };
        let (wide, high) = self.box_of(piece);
        let cuts = ((wide.max(high) / CUT).ceil() as usize).clamp(1, MOST_CUTS);
        let part = |i: usize| i as f64 / cuts as f64;
        let line = |i: usize| (0..=cuts).map(|j| patch.corner(part(i), part(j))).collect();
        let mut before: Vec<Corner> = line(0);
        for i in 1..=cuts {
            let next: Vec<Corner> = line(i);
            for (a, b) in before.windows(2).zip(next.windows(2)) {
                self.triangle(&[a[0], a[1], b[0]]);
                self.triangle(&[a[1], b[0], b[1]]);
            }
            before = next;
        }
    }

    fn triangle(&mut self, corners: &[Corner; 3]) {
        let [a, b, c] = corners.map(|corner| self.to_pixels(corner.at));
        let cross = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| {
            (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)
        };
        let area = cross(a, b, c);
        if area.abs() < 1e-9 {
            return;
        }
        // How much of a corner's share the spill is: its distance from the side across.
        let spill =
            |p: (f64, f64), q: (f64, f64)| -SPILL * (q.0 - p.0).hypot(q.1 - p.1) / area.abs();
        let least = [spill(b, c), spill(c, a), spill(a, b)];
        let span = |values: [f64; 3], side: usize| {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min) - SPILL;
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max) + SPILL;
            let from = low.floor().clamp(0.0, side as f64) as usize;
            from..(high.ceil().clamp(0.0, side as f64) as usize).max(from)
        };
        let columns = span([a.0, b.0, c.0], self.size.0);
        let tones = corners.map(|corner| corner.tone);
        for y in span([a.1, b.1, c.1], self.size.1) {
            for x in columns.clone() {
                let at = (x as f64 + 0.5, y as f64 + 0.5);
                let shares = [cross(b, c, at), cross(c, a, at), cross(a, b, at)].map(|s| s / area);
                if shares.iter().zip(least).any(|(share, least)| *share < least) {
                    continue;
                }
                let shares = shares.map(|share| share.max(0.0) as f32);
                let whole: f32 = shares.iter().sum();
                let pixel = y * self.size.0 + x;
                self.shape[pixel] = 255;
                let own = &mut self.tones[pixel * self.components..][..self.components];
                for (i, value) in own.iter_mut().enumerate() {
                    let sum: f32 = tones.iter().zip(shares).map(|(t, share)| t[i] * share).sum();
                    *value = sum / whole;
                }
            }
        }
    }
}
