//! Shadings that are a function of the plane (type 1), as pictures no finer than the plates.
//!
//! The renderer would work the function out for every pixel and pass, and again for every place that
//! uses it; here that is done once. Between its points the picture runs straight.

use std::io::Write;
use std::rc::Rc;

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::super::space::Space;
use super::super::plane::{MOST_SIDE, Plane, points};
use super::super::state::Pass;
use super::{Mapper, Writer};
use crate::pdf::geometry::then;
use crate::pdf::object::Objects;
use crate::x4::function::Function;

/// Most functions that are remembered.
const MOST_KNOWN: usize = 16;

impl Mapper<'_> {
    /// Draws what `sh` paints with a function of the plane; false if it is none that can be.
    pub(super) fn draw_plane(&mut self, w: &mut Writer, shading: &Dictionary) -> bool {
        let file = self.file;
        let Some(at) = self.plane(shading, w.resources) else { return false };
        let plane = &self.planes[at];
        let (size, data) = (plane.size, plane.passes[w.pass.0].clone());
        let [x0, x1, y0, y1] = plane.domain;
        let picture = match plane.pictures[w.pass.0] {
            Some(picture) => picture,
            None => {
                let picture = self.copier.add(picture(size, &data));
                self.planes[at].pictures[w.pass.0] = Some(picture);
                picture
            }
        };
        w.raw(b"q");
        if let Some([left, low, right, high]) = file.rect(shading, "BBox") {
            let _ = writeln!(w.out, "{left} {low} {} {} re W n", right - left, high - low);
        }
        // The first row of a picture is its highest, and of these the lowest.
        let [a, b, c, d, e, f] =
            then([x1 - x0, 0.0, 0.0, y0 - y1, x0, y1], file.matrix(shading, "Matrix"));
        let _ = writeln!(w.out, "{a} {b} {c} {d} {e} {f} cm");
        w.draw(Some(picture));
        w.raw(b"Q");
        true
    }

    /// The function of a pattern's shading, with the colours of a pass.
    pub(in super::super) fn plane_function(
        &mut self,
        shading: &Dictionary,
        pass: Pass,
        resources: &Dictionary,
    ) -> Option<Object> {
        let at = self.plane(shading, resources)?;
        let plane = &self.planes[at];
        let (wide, high) = plane.size;
        let reals = |list: &[f64]| list.iter().map(|v| Object::Real(*v as f32)).collect::<Vec<_>>();
        let [x0, x1, y0, y1] = plane.domain;
        // The points stand in the middle of their cells, the outermost half a cell inside.
        let edge = |n: usize| [-0.5, n as f64 - 0.5];
        let dict = dictionary! {
            "FunctionType" => 0,
            "Domain" => reals(&[x0, x1, y0, y1]),
            "Range" => reals(&[0.0, 1.0, 0.0, 1.0, 0.0, 1.0]),
            "Size" => vec![Object::from(wide as i64), Object::from(high as i64)],
            "Encode" => reals(&[edge(wide), edge(high)].concat()),
            "BitsPerSample" => 8,
        };
        let data = plane.passes[pass.0].to_vec();
        Some(self.copier.add(Stream::new(dict, data)).into())
    }

    /// Works out a shading's function, or finds it where it was.
    fn plane(&mut self, shading: &Dictionary, resources: &Dictionary) -> Option<usize> {
        let file = self.file;
        if file.number(shading, "ShadingType") != Some(1.0) {
            return None;
        }
        let function = std::ptr::from_ref(file.get(shading, "Function")?);
        let space = self.space(shading.get(b"ColorSpace").ok()?, resources);
        if matches!(*space, Space::Pattern(_) | Space::Unknown) {
            return None;
        }
        let domain = file.numbers(shading, "Domain").and_then(|d| d.try_into().ok());
        let domain: [f64; 4] = domain.unwrap_or([0.0, 1.0, 0.0, 1.0]);
        let key = std::ptr::from_ref(shading).addr();
        let size = points(self.shaded.get(&key).copied().unwrap_or((MOST_SIDE, MOST_SIDE)));
        let same = |known: &Plane| {
            (known.function, known.domain, known.size) == (function, domain, size)
                && known.space == space
        };
        if let Some(at) = self.planes.iter().position(same) {
            return Some(at);
        }
        let copy = self.copier.copy(shading.get(b"Function").ok()?);
        let read = Function::read(&self.copier.out, &copy)?;
        let passes = self.plane_passes(&read, &space, domain, size);
        if self.planes.len() == MOST_KNOWN {
            self.planes.remove(0);
        }
        let pictures = vec![None; passes.len()];
        self.planes.push(Plane { function, space, domain, size, passes, pictures });
        Some(self.planes.len() - 1)
    }

    fn plane_passes(
        &self,
        function: &Function,
        space: &Space,
        [x0, x1, y0, y1]: [f64; 4],
        (wide, high): (usize, usize),
    ) -> Vec<Rc<Vec<u8>>> {
        let mut passes = vec![vec![]; self.plates.names.len().div_ceil(3)];
        let middle = |i: usize, n: usize| (i as f64 + 0.5) / n as f64;
        for row in 0..high {
            let y = y0 + middle(row, high) * (y1 - y0);
            for column in 0..wide {
                let x = x0 + middle(column, wide) * (x1 - x0);
                let inks = space.inks(&function.eval(&[x, y]), self.plates);
                for (pass, data) in passes.iter_mut().enumerate() {
                    data.extend(Pass(pass).rgb(&inks.tints).map(|v| (v * 255.0).round() as u8));
                }
            }
        }
        passes.into_iter().map(Rc::new).collect()
    }
}

fn picture((wide, high): (usize, usize), data: &[u8]) -> Stream {
    let dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => wide as i64,
        "Height" => high as i64,
        "BitsPerComponent" => 8,
        "ColorSpace" => "DeviceRGB",
        "Interpolate" => true,
    };
    Stream::new(dict, data.to_vec())
}
