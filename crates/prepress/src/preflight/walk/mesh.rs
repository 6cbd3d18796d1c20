//! How much work a shading is: plain gradients little, functions of the plane and meshes as much as the
//! picture that is made of them once.

use lopdf::{Dictionary, Stream};

use super::super::mesh::{self, is_mesh};
use super::super::plates::{CELL_TIMES, mesh_size, points};
use super::super::rules::{self, words};
use super::super::verdict::Rect;
use super::Walker;
use super::state::Shade;
use super::work::{CELL_STEPS, FUNCTION_STEPS, GRADIENT_STEPS, MESH_PIXELS_A_STEP, POINTS_A_STEP};
use crate::pdf::geometry::{Matrix, then};
use crate::pdf::object::Objects;

impl Walker<'_> {
    /// What painting with a shading takes under a matrix.
    ///
    /// A mesh that cannot be read is left out, and told, so that all else of the page is looked at.
    pub(super) fn shade(&mut self, dict: &Dictionary, stream: Option<&Stream>, m: Matrix) -> Shade {
        let kind = self.file.number(dict, "ShadingType").unwrap_or(0.0);
        if kind == 1.0 {
            self.note_plane(dict, m);
            return Shade { sheet: FUNCTION_STEPS, ..Shade::default() };
        }
        if !is_mesh(kind) {
            return Shade { sheet: GRADIENT_STEPS, ..Shade::default() };
        }
        let key = std::ptr::from_ref(dict).addr();
        let Some((own, pieces)) = stream.and_then(|stream| self.mesh_bounds(stream)) else {
            if self.facts.too_fine.insert(key) {
                let place = self.visible(self.state.clip);
                self.add(rules::TOO_LARGE, place, &[("what", words::GRADIENT.into())]);
            }
            return Shade::default();
        };
        let [wide, high] = [own[2] - own[0], own[3] - own[1]];
        let seen = (m[0].hypot(m[1]) * wide * self.scale(), m[2].hypot(m[3]) * high * self.scale());
        let known = self.facts.learnt.shaded.entry(key).or_default();
        let (before, first) = (mesh_size(*known), *known == (0.0, 0.0));
        *known = (known.0.max(seen.0), known.1.max(seen.1));
        let now = mesh_size(*known);
        if first || now != before {
            self.spend(now.0 * now.1 / MESH_PIXELS_A_STEP);
            // By its pieces, of which a few packed bytes may hold millions.
            self.spend(pieces);
        }
        Shade { sheet: GRADIENT_STEPS, each: CELL_STEPS, cell: self.mesh_cell(seen, CELL_TIMES) }
    }

    /// What a mesh covers and how many pieces it has, read once.
    fn mesh_bounds(&mut self, stream: &Stream) -> Option<(Rect, usize)> {
        let file = self.file;
        let read = || mesh::bounds(file, stream);
        *self.kept.meshes.entry(std::ptr::from_ref(stream)).or_insert_with(read)
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
        let known = self.facts.learnt.shaded.entry(std::ptr::from_ref(dict).addr()).or_default();
        let before = points(*known);
        let first = *known == (0.0, 0.0);
        *known = (known.0.max(wide), known.1.max(high));
        let now = points(*known);
        if first || now != before {
            self.spend(now.0 * now.1 / POINTS_A_STEP);
        }
    }
}
