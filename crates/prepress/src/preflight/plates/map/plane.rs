//! Shadings that are a function of the plane (type 1) or a mesh (types 4 to 7), as pictures no finer than
//! the plates.
//!
//! The renderer would work them out for every pixel and pass, and again for every place that uses them;
//! here that is done once. Between its points the picture runs straight.

use std::io::Write;
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::super::super::mesh::{self, is_mesh};
use super::super::super::space::Space;
use super::super::mesh::Painted;
use super::super::plane::{MOST_SIDE, Plane, points};
use super::super::state::Pass;
use super::{Mapper, Writer};
use crate::pdf::geometry::{Matrix, then};
use crate::pdf::object::{Objects, as_dict};
use crate::x4::function::Function;

/// Most points of shadings that are remembered.
const MOST_KNOWN: usize = 8_000_000;
/// In how many steps the function of a mesh is worked out.
const STEPS: usize = 1_024;
/// How often its own size the cell is that a mesh is laid out in as a pattern, so that it does not repeat.
pub(in super::super::super) const CELL_TIMES: f64 = 3.0;

impl Mapper<'_> {
    /// Draws what `sh` paints with such a shading; false if it is none that can be.
    pub(super) fn draw_plane(&mut self, w: &mut Writer, object: &Object) -> bool {
        let file = self.file;
        let Some(shading) = as_dict(object) else { return false };
        let Some(at) = self.worked_out(object, w.resources) else { return false };
        let (picture, matrix) = self.picture(at, w.pass);
        w.raw(b"q");
        if let Some([left, low, right, high]) = file.rect(shading, "BBox") {
            let _ = writeln!(w.out, "{left} {low} {} {} re W n", right - left, high - low);
        }
        let [a, b, c, d, e, f] = then(matrix, own_matrix(self, shading));
        let _ = writeln!(w.out, "{a} {b} {c} {d} {e} {f} cm");
        w.draw(Some(picture));
        w.raw(b"Q");
        true
    }

    /// A pattern whose one cell is a mesh; none if it is no mesh that can be painted.
    pub(super) fn mesh_pattern(
        &mut self,
        pattern: &Dictionary,
        object: &Object,
        pass: Pass,
        resources: &Dictionary,
    ) -> Option<ObjectId> {
        let file = self.file;
        let shading = as_dict(object).filter(|dict| kind_is_mesh(self, dict))?;
        let at = self.worked_out(object, resources)?;
        let (picture, [a, .., d, e, f]) = self.picture(at, pass);
        let cut = match file.rect(shading, "BBox") {
            Some([left, low, right, high]) => {
                format!("{left} {low} {} {} re W n ", right - left, high - low)
            }
            None => String::new(),
        };
        let content = format!("{cut}{a} 0 0 {d} {e} {f} cm /P Do").into_bytes();
        let [x0, x1, y0, y1] = self.planes[at].domain;
        let grown = |from: f64, to: f64| {
            let more = ((to - from) * (CELL_TIMES - 1.0) / 2.0).max(1e-3);
            (from - more, to + more)
        };
        let ((left, right), (low, high)) = (grown(x0, x1), grown(y0, y1));
        let mut dict = dictionary! {
            "Type" => "Pattern",
            "PatternType" => 1,
            "PaintType" => 1,
            "TilingType" => 1,
            "BBox" => reals(&[left, low, right, high]),
            "XStep" => Object::Real((right - left) as f32),
            "YStep" => Object::Real((high - low) as f32),
            "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
        };
        self.copier.copy_entries(pattern, &["Matrix"], &mut dict);
        Some(self.copier.add(Stream::new(dict, content)))
    }

    /// A shading as a picture of a pass, and the matrix that takes it to the shading's space.
    fn picture(&mut self, at: usize, pass: Pass) -> (ObjectId, Matrix) {
        let plane = &self.planes[at];
        let [x0, x1, y0, y1] = plane.domain;
        // The first row of a picture is its highest, and of these the lowest.
        let matrix = [x1 - x0, 0.0, 0.0, y0 - y1, x0, y1];
        if let Some(picture) = plane.pictures[pass.0] {
            return (picture, matrix);
        }
        let (size, data, shape) = (plane.size, plane.passes[pass.0].clone(), plane.shape.clone());
        let shape = shape.map(|shape| self.copier.add(picture(size, "DeviceGray", &shape)));
        let mut image = picture(size, "DeviceRGB", &data);
        if let Some(shape) = shape {
            image.dict.set("SMask", shape);
        }
        let image = self.copier.add(image);
        self.planes[at].pictures[pass.0] = Some(image);
        (image, matrix)
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

    fn worked_out(&mut self, object: &Object, resources: &Dictionary) -> Option<usize> {
        match object {
            Object::Stream(stream) if kind_is_mesh(self, &stream.dict) => {
                self.mesh(stream, resources)
            }
            object => self.plane(as_dict(object)?, resources),
        }
    }

    pub(super) fn space_of(
        &mut self,
        shading: &Dictionary,
        resources: &Dictionary,
    ) -> Option<Rc<Space>> {
        let space = self.space(shading.get(b"ColorSpace").ok()?, resources);
        (!matches!(*space, Space::Pattern(_) | Space::Unknown)).then_some(space)
    }

    /// Works out a shading's function, or finds it where it was.
    fn plane(&mut self, shading: &Dictionary, resources: &Dictionary) -> Option<usize> {
        let file = self.file;
        if file.number(shading, "ShadingType") != Some(1.0) {
            return None;
        }
        let source = std::ptr::from_ref(file.get(shading, "Function")?).addr();
        let space = self.space_of(shading, resources)?;
        let domain = file.numbers(shading, "Domain").and_then(|d| d.try_into().ok());
        let domain: [f64; 4] = domain.unwrap_or([0.0, 1.0, 0.0, 1.0]);
        let key = std::ptr::from_ref(shading).addr();
        let size = points(self.shaded.get(&key).copied().unwrap_or((MOST_SIDE, MOST_SIDE)));
        let same = |known: &Plane| {
            (known.source, known.domain, known.size) == (source, domain, size)
                && known.space == space
        };
        if let Some(at) = self.planes.iter().position(same) {
            return Some(at);
        }
        let copy = self.copier.copy(shading.get(b"Function").ok()?);
        let read = Function::read(&self.copier.out, &copy)?;
        let [x0, x1, y0, y1] = domain;
        let middle = |i: usize, n: usize| (i as f64 + 0.5) / n as f64;
        let color = |point: usize| {
            let (column, row) = (point % size.0, point / size.0);
            let x = x0 + middle(column, size.0) * (x1 - x0);
            let y = y0 + middle(row, size.1) * (y1 - y0);
            Some(read.eval(&[x, y]))
        };
        let passes = self.passes(&space, size.0 * size.1, color);
        Some(self.remember(Plane {
            source,
            space,
            domain,
            size,
            passes,
            shape: None,
            pictures: vec![],
        }))
    }

    /// Paints a mesh, or finds it where it was.
    fn mesh(&mut self, stream: &Stream, resources: &Dictionary) -> Option<usize> {
        let (file, dict) = (self.file, &stream.dict);
        let source = std::ptr::from_ref(dict).addr();
        if let Some(at) = self.planes.iter().position(|known| known.source == source) {
            return Some(at);
        }
        let space = self.space_of(dict, resources)?;
        let function = match dict.get(b"Function") {
            Ok(function) => {
                let copy = self.copier.copy(function);
                Some(Function::read(&self.copier.out, &copy)?)
            }
            Err(_) => None,
        };
        let components = if function.is_some() { 1 } else { space.components() };
        let (bounds, _) = mesh::bounds(file, stream)?;
        let pixels = self.shaded.get(&source).copied().unwrap_or((MOST_SIDE, MOST_SIDE));
        if components > mesh::MOST_COMPONENTS {
            return None;
        }
        let painted = Painted::of(file, stream, bounds, pixels, components)?;
        let decode = file.numbers(dict, "Decode").unwrap_or_default();
        let (low, high) = (*decode.get(4)?, *decode.get(5)?);
        let part = |step: usize| step as f64 / (STEPS - 1) as f64;
        let steps = function.map(|function| {
            let colors = (0..STEPS).map(|i| function.eval(&[low + part(i) * (high - low)]));
            colors.collect::<Vec<_>>()
        });
        let color = |point: usize| {
            if painted.shape[point] == 0 {
                return None;
            }
            let tone = painted.tone(point);
            Some(match &steps {
                Some(steps) => {
                    let at = (f64::from(tone[0]) - low) / (high - low) * (STEPS - 1) as f64;
                    steps[(at.round().max(0.0) as usize).min(STEPS - 1)].clone()
                }
                None => tone.iter().map(|v| f64::from(*v)).collect(),
            })
        };
        let passes = self.passes(&space, painted.shape.len(), color);
        let [left, bottom, right, top] = painted.bounds;
        let (domain, size) = ([left, right, bottom, top], painted.size);
        let shape = Some(Rc::new(painted.shape));
        Some(self.remember(Plane { source, space, domain, size, passes, shape, pictures: vec![] }))
    }

    fn remember(&mut self, plane: Plane) -> usize {
        let points = |plane: &Plane| plane.size.0 * plane.size.1;
        while !self.planes.is_empty()
            && self.planes.iter().map(points).sum::<usize>() + points(&plane) > MOST_KNOWN
        {
            self.planes.remove(0);
        }
        let pictures = vec![None; plane.passes.len()];
        self.planes.push(Plane { pictures, ..plane });
        self.planes.len() - 1
    }

    /// The colours of so many points on every pass; white where there is none.
    fn passes(
        &self,
        space: &Space,
        count: usize,
        color: impl Fn(usize) -> Option<Vec<f64>>,
    ) -> Vec<Rc<Vec<u8>>> {
        let mut passes = vec![vec![]; self.plates.names.len().div_ceil(3)];
        for point in 0..count {
            let inks = color(point).map(|color| space.inks(&color, self.plates));
            for (pass, data) in Pass::all(self.plates).zip(&mut passes) {
                let rgb = inks.as_ref().map_or([1.0; 3], |inks| pass.rgb(&inks.tints));
                data.extend(rgb.map(|v| (v * 255.0).round() as u8));
            }
        }
        passes.into_iter().map(Rc::new).collect()
    }
}

fn kind_is_mesh(mapper: &Mapper, shading: &Dictionary) -> bool {
    mapper.file.number(shading, "ShadingType").is_some_and(is_mesh)
}

/// What takes a shading's own space to that of the page; a mesh has none.
fn own_matrix(mapper: &Mapper, shading: &Dictionary) -> Matrix {
    match kind_is_mesh(mapper, shading) {
        true => crate::pdf::geometry::IDENTITY,
        false => mapper.file.matrix(shading, "Matrix"),
    }
}

fn reals(list: &[f64]) -> Vec<Object> {
    list.iter().map(|v| Object::Real(*v as f32)).collect()
}

fn picture((wide, high): (usize, usize), space: &str, data: &[u8]) -> Stream {
    let dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => wide as i64,
        "Height" => high as i64,
        "BitsPerComponent" => 8,
        "ColorSpace" => space,
        "Interpolate" => true,
    };
    Stream::new(dict, data.to_vec())
}
