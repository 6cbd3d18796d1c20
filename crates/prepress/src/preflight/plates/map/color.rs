//! Colours, patterns and graphics states as they are rewritten.

use std::io::Write;
use std::rc::Rc;

use lopdf::{Dictionary, Object, dictionary};

use super::super::super::space::Space;
use super::super::state::{Paint, State};
use super::{Mapper, Shader, Writer};
use crate::pdf::content::Instruction;
use crate::pdf::object::{Objects, as_dict};

impl Mapper<'_> {
    /// Sets a colour.
    pub(super) fn color(&mut self, w: &mut Writer, op: &Instruction) {
        if w.state.given.is_some() {
            return;
        }
        let stroke = op.operator[0].is_ascii_uppercase();
        let old = if stroke { &w.state.stroke } else { &w.state.fill };
        let mut paint = Paint { overprint: old.overprint, ..Paint::black() };
        match op.operator {
            b"g" | b"G" => paint.components = op.numbers(),
            b"rg" | b"RG" => (paint.space, paint.components) = (Rc::new(Space::Rgb), op.numbers()),
            b"k" | b"K" => (paint.space, paint.components) = (Rc::new(Space::Cmyk), op.numbers()),
            b"cs" | b"CS" => {
                let Some(object) = op.operands.last() else { return };
                paint.space = self.space(object, w.resources);
                paint.components = paint.space.initial();
            }
            _ => {
                paint.space = old.space.clone();
                paint.components = op.numbers();
                paint.pattern = op.name().is_some();
            }
        }
        paint.unset = op.name().filter(|_| paint.pattern).map(<[u8]>::to_vec);
        let flat = paint.unset.is_none();
        *(if stroke { &mut w.state.stroke } else { &mut w.state.fill }) = paint;
        if flat {
            w.write_color(stroke, self.plates);
        }
    }

    /// Makes ready to paint with a colour: its pattern is rewritten now, for many are set and never painted with.
    pub(super) fn set_pattern(&mut self, w: &mut Writer, stroke: bool) {
        let paint = if stroke { &mut w.state.stroke } else { &mut w.state.fill };
        if let Some(name) = paint.unset.take() {
            self.pattern(w, stroke, &name);
        }
    }

    /// Sets a pattern as the colour.
    fn pattern(&mut self, w: &mut Writer, stroke: bool, name: &[u8]) {
        let file = self.file;
        let patterns = file.dict(w.resources, "Pattern");
        let Some(object) = patterns.and_then(|p| p.get(name).ok()) else { return };
        let object = file.resolve(object);
        let Some(dict) = as_dict(object) else { return };
        let id = match (object, file.dict(dict, "Shading")) {
            (Object::Stream(stream), None) => {
                let paint = if stroke { &w.state.stroke } else { &w.state.fill };
                let state = match file.number(dict, "PaintType") == Some(2.0) {
                    true => State::in_cell_of(paint, w.pass, self.plates),
                    false => State::new(w.pass, self.plates),
                };
                self.stream(stream, w.resources, w.pass, state, true)
            }
            (_, Some(shading)) => {
                let Shader { id, lost, space } = self.shader(dict, shading, w);
                self.lost |= lost;
                let paint = if stroke { &mut w.state.stroke } else { &mut w.state.fill };
                paint.shading = space;
                id
            }
            _ => None,
        };
        let Some(id) = id else { return };
        w.used.insert(("Pattern", id), ());
        w.write_pattern(stroke, id, self.plates);
    }

    /// A pattern of a shading, rewritten once.
    fn shader(&mut self, dict: &Dictionary, shading: &Dictionary, w: &Writer) -> Shader {
        let of = |dict: &Dictionary| std::ptr::from_ref(dict).addr();
        if self.too_fine.contains(&of(shading)) {
            return Shader { lost: true, ..Shader::default() };
        }
        let key = (of(dict), of(w.resources), w.pass.0);
        if let Some(known) = self.shaders.get(&key) {
            return known.clone();
        }
        let space = self.space_of(shading, w.resources);
        let before = std::mem::take(&mut self.lost);
        let mut out = Dictionary::new();
        self.copier.copy_entries(dict, &["Type", "PatternType", "Matrix"], &mut out);
        let shading = self.file.get(dict, "Shading").unwrap_or(&Object::Null);
        let id = self.mesh_pattern(dict, shading, w.pass, w.resources).or_else(|| {
            let shading = self.shading(shading, w.pass, w.resources)?;
            out.set("Shading", shading);
            Some(self.copier.add(out))
        });
        let shader = Shader { id, lost: std::mem::replace(&mut self.lost, before), space };
        self.shaders.insert(key, shader.clone());
        shader
    }

    /// `gs`.
    pub(super) fn graphics_state(&mut self, w: &mut Writer, op: &Instruction) {
        let file = self.file;
        let states = file.dict(w.resources, "ExtGState");
        let Some(gs) = op.name().zip(states).and_then(|(n, s)| s.get(n).ok()) else { return };
        let Some(gs) = as_dict(file.resolve(gs)) else { return };
        let state = &mut w.state;
        if let Some(on) = file.bool(gs, "OP") {
            (state.fill.overprint, state.stroke.overprint) = (on, on);
        }
        if let Some(on) = file.bool(gs, "op") {
            state.fill.overprint = on;
        }
        if let Some(mode) = file.number(gs, "OPM") {
            state.overprint_mode = mode == 1.0;
        }
        let mode = match file.get(gs, "BM") {
            Some(Object::Array(list)) => list.first().map(|o| file.resolve(o)),
            other => other,
        };
        if let Some(name) = mode.and_then(|o| o.as_name().ok()) {
            state.blend = name.to_vec();
            state.blend_written = name.to_vec();
        }
        if let Some(alpha) = file.number(gs, "ca") {
            state.sheer = alpha < 1.0;
        }
        match file.get(gs, "SMask") {
            Some(Object::Name(_)) => state.masked = false,
            Some(_) => state.masked = true,
            None => {}
        }
        let mode = (state.overprint_mode, state.isolated);
        state.fill.settle(w.pass, self.plates, mode);
        state.stroke.settle(w.pass, self.plates, mode);
        self.font_of_state(w, gs);
        let key = (std::ptr::from_ref(gs), w.pass.0);
        let id = match self.states.get(&key) {
            Some(id) => *id,
            None => {
                let mut out = dictionary! { "Type" => "ExtGState" };
                let keys = ["LW", "LC", "LJ", "ML", "D", "CA", "ca", "BM", "SMask", "AIS", "Font"];
                self.copier.copy_entries(gs, &keys, &mut out);
                let id = self.copier.add(out);
                self.states.insert(key, id);
                id
            }
        };
        w.used.insert(("ExtGState", id), ());
        let _ = writeln!(w.out, "/P{} gs", id.0);
    }
}
