//! How much work a shading is: plain gradients little, meshes as much as their triangles cover.

use lopdf::{Dictionary, Stream};

use super::super::plates::points;
use super::super::rules::{self, words};
use super::super::verdict::Rect;
use super::Walker;
use super::state::Shade;
use super::work::{FUNCTION_STEPS, GRADIENT_STEPS, POINTS_A_STEP};
use crate::pdf::geometry::{Matrix, apply, then};
use crate::pdf::object::Objects;

/// Most bytes of a mesh that are read.
const MOST_DATA: usize = 4 << 20;
/// Work for each pixel that a mesh covers, on the sheet and beside it, where it takes memory.
const STEPS_A_PIXEL: f64 = 0.5;
const STEPS_BESIDE: f64 = 4.0;
/// How often a patch covers its own area, cut into overlapping triangles.
const PATCH_TIMES: f64 = 4.0;
/// Renderers count pixels no further than this.
const MOST_PIXEL: f64 = 65_536.0;

/// Reads numbers of so many bits.
struct Bits<'d> {
    data: &'d [u8],
    at: usize,
}

impl Bits<'_> {
    /// The next number, at most 32 bits wide.
    fn number(&mut self, bits: usize) -> Option<f64> {
        let end = self.at + bits;
        if end > self.data.len() * 8 {
            return None;
        }
        let mut value = 0_u64;
        for byte in self.at / 8..end.div_ceil(8) {
            value = value << 8 | u64::from(self.data[byte]);
        }
        let value = value >> (end.div_ceil(8) * 8 - end) & ((1 << bits) - 1);
        self.at = end;
        Some(value as f64 / ((1_u64 << bits) - 1) as f64)
    }

    fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }
}

/// How the points of a mesh are written.
struct Mesh<'d> {
    bits: Bits<'d>,
    flag: usize,
    coordinate: usize,
    /// Bits of a colour.
    color: usize,
    decode: [f64; 4],
    to_pixels: Matrix,
}

impl Mesh<'_> {
    fn point(&mut self) -> Option<(f64, f64)> {
        let (x, y) = (self.bits.number(self.coordinate)?, self.bits.number(self.coordinate)?);
        let d = self.decode;
        Some(apply(self.to_pixels, d[0] + x * (d[1] - d[0]), d[2] + y * (d[3] - d[2])))
    }

    fn flag(&mut self) -> Option<usize> {
        let top = ((1_u64 << self.flag) - 1) as f64;
        Some((self.bits.number(self.flag)? * top).round() as usize)
    }

    fn skip_colors(&mut self, count: usize) -> Option<()> {
        self.bits.at += self.color * count;
        (self.bits.at <= self.bits.data.len() * 8).then_some(())
    }

    fn vertex(&mut self) -> Option<(f64, f64)> {
        let point = self.point()?;
        self.skip_colors(1)?;
        self.bits.align();
        Some(point)
    }
}

impl Walker<'_> {
    /// What painting with a shading takes under a matrix.
    ///
    /// A mesh that would take most of what is left is left out, and told, so that all else of the page
    /// is looked at.
    pub(super) fn shade(&mut self, dict: &Dictionary, stream: Option<&Stream>, m: Matrix) -> Shade {
        let kind = self.file.number(dict, "ShadingType").unwrap_or(0.0) as i64;
        match (kind, stream) {
            (1, _) => {
                self.note_plane(dict, m);
                Shade { sheet: FUNCTION_STEPS, each: 0 }
            }
            (4..=7, Some(stream)) => {
                let each = self.mesh_steps(kind, stream, m).unwrap_or(usize::MAX);
                let key = std::ptr::from_ref(dict).addr();
                if each <= self.left / 2 && !self.facts.too_fine.contains(&key) {
                    return Shade { sheet: GRADIENT_STEPS, each };
                }
                if self.facts.too_fine.insert(key) {
                    self.add(rules::TOO_LARGE, None, &[("what", words::GRADIENT.into())]);
                }
                Shade { sheet: 0.0, each: 0 }
            }
            _ => Shade { sheet: GRADIENT_STEPS, each: 0 },
        }
    }

    /// Takes note of a function of the plane under a matrix, and counts the work of working it out as
    /// fine as the plates need it, which is done once.
    fn note_plane(&mut self, dict: &Dictionary, m: Matrix) {
        let file = self.file;
        let domain = file.numbers(dict, "Domain").and_then(|d| <[f64; 4]>::try_from(d).ok());
        let [x0, x1, y0, y1] = domain.unwrap_or([0.0, 1.0, 0.0, 1.0]);
        let [a, b, c, d, ..] = then(file.matrix(dict, "Matrix"), m);
        let wide = a.hypot(b) * (x1 - x0).abs() * self.scale();
        let high = c.hypot(d) * (y1 - y0).abs() * self.scale();
        let known = self.facts.shaded.entry(std::ptr::from_ref(dict).addr()).or_default();
        let before = points(*known);
        let first = *known == (0.0, 0.0);
        *known = (known.0.max(wide), known.1.max(high));
        let now = points(*known);
        if first || now != before {
            self.spend(now.0 * now.1 / POINTS_A_STEP);
        }
    }

    fn mesh_steps(&self, kind: i64, stream: &Stream, m: Matrix) -> Option<usize> {
        let (file, dict) = (self.file, &stream.dict);
        let data = file.data(stream, MOST_DATA)?;
        let size = |key: &str| file.number(dict, key).unwrap_or(0.0).clamp(0.0, 64.0) as usize;
        let decode = file.numbers(dict, "Decode")?;
        let components = (decode.len().saturating_sub(4) / 2).max(1);
        let [scale, left, high] = [self.scale(), self.page.media[0], self.page.media[3]];
        let down = [scale, 0.0, 0.0, -scale, -left * scale, high * scale];
        let mut layout = Mesh {
            bits: Bits { data: &data, at: 0 },
            flag: size("BitsPerFlag").clamp(1, 32),
            coordinate: size("BitsPerCoordinate").clamp(1, 32),
            color: size("BitsPerComponent") * components,
            decode: decode.get(..4)?.try_into().ok()?,
            to_pixels: then(m, down),
        };
        let media = self.page.media;
        let sheet = [(media[2] - media[0]) * scale, (media[3] - media[1]) * scale];
        let row = file.number(dict, "VerticesPerRow").unwrap_or(0.0).clamp(0.0, 1e6) as usize;
        let mut steps = 0.0;
        let mut cover = |r: Rect, times: f64| {
            let held = r.map(|v| v.clamp(0.0, MOST_PIXEL));
            let all = (held[2] - held[0] + 1.0) * (held[3] - held[1] + 1.0);
            let on = (held[2].min(sheet[0]) - held[0] + 1.0).max(0.0)
                * (held[3].min(sheet[1]) - held[1] + 1.0).max(0.0);
            let on = on.min(all);
            steps += times * (on * STEPS_A_PIXEL + (all - on) * STEPS_BESIDE);
        };
        match kind {
            4 => triangles(&mut layout, &mut cover),
            5 => lattice(&mut layout, row, &mut cover),
            _ => patches(&mut layout, if kind == 6 { 12 } else { 16 }, &mut cover),
        };
        Some(steps as usize + data.len() / 16)
    }
}

fn around(points: &[(f64, f64)]) -> Rect {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.iter().fold(start, |r, (x, y)| [r[0].min(*x), r[1].min(*y), r[2].max(*x), r[3].max(*y)])
}

fn triangles(layout: &mut Mesh, cover: &mut impl FnMut(Rect, f64)) -> Option<()> {
    let mut corners = [(0.0, 0.0); 3];
    loop {
        let flag = layout.flag()?;
        let point = layout.vertex()?;
        corners = match flag {
            0 => {
                layout.flag()?;
                let second = layout.vertex()?;
                layout.flag()?;
                [point, second, layout.vertex()?]
            }
            1 => [corners[1], corners[2], point],
            2 => [corners[0], corners[2], point],
            // Renderers draw the one before once more.
            _ => corners,
        };
        cover(around(&corners), 1.0);
    }
}

fn lattice(layout: &mut Mesh, row: usize, cover: &mut impl FnMut(Rect, f64)) -> Option<()> {
    let mut before: Vec<(f64, f64)> = vec![];
    if row < 2 {
        return None;
    }
    loop {
        let mut line = vec![];
        for _ in 0..row {
            line.push(layout.vertex()?);
        }
        for (above, below) in before.windows(2).zip(line.windows(2)) {
            cover(around(&[above[0], above[1], below[0], below[1]]), 2.0);
        }
        before = line;
    }
}

fn patches(layout: &mut Mesh, points: usize, cover: &mut impl FnMut(Rect, f64)) -> Option<()> {
    let mut before: Vec<(f64, f64)> = vec![];
    loop {
        let flag = layout.flag()?;
        let (fresh, colors) = if flag == 0 { (points, 4) } else { (points - 4, 2) };
        let mut patch = vec![];
        for _ in 0..fresh {
            patch.push(layout.point()?);
        }
        layout.skip_colors(colors)?;
        layout.bits.align();
        if flag != 0 {
            // Four points are those of the patch before, whichever.
            let own = around(&patch);
            let other = around(&before);
            let corners = [(own[0], own[1]), (own[2], own[3]), (other[0], other[1])];
            cover(around(&[corners[0], corners[1], corners[2], (other[2], other[3])]), PATCH_TIMES);
        } else {
            cover(around(&patch), PATCH_TIMES);
        }
        before = patch;
    }
}
