//! Graphics state dictionaries: what `gs` sets of the state that is kept.
//!
//! What of them may stand in no file is `document`'s affair.

use lopdf::{Dictionary, Object};

use super::super::estimate::Blend;
use super::Walker;
use crate::pdf::object::{Objects, as_dict, as_number};

impl Walker<'_> {
    /// `gs`.
    pub(super) fn graphics_state(&mut self, name: Option<&[u8]>, resources: &Dictionary) {
        let file = self.file;
        let Some(gs) = self.resource("ExtGState", name, resources) else { return };
        let Some(gs) = as_dict(file.resolve(gs)) else { return };
        let state = &mut self.state;
        if let Some(width) = file.number(gs, "LW") {
            state.line_width = width;
        }
        if let Some(on) = file.bool(gs, "OP") {
            state.overprint_stroke = on;
            state.overprint_fill = on;
        }
        if let Some(on) = file.bool(gs, "op") {
            state.overprint_fill = on;
        }
        if let Some(mode) = file.number(gs, "OPM") {
            state.overprint_mode = mode == 1.0;
        }
        if let Some(alpha) = file.number(gs, "ca") {
            state.fill_alpha = alpha;
        }
        if let Some(alpha) = file.number(gs, "CA") {
            state.stroke_alpha = alpha;
        }
        self.facts.transparent |= state.fill_alpha < 1.0 || state.stroke_alpha < 1.0;
        if let Some(limit) = file.number(gs, "ML") {
            state.miter_limit = limit;
        }
        let (mode, several) = match file.get(gs, "BM") {
            Some(Object::Array(list)) => (list.first().map(|o| file.resolve(o)), list.len() != 1),
            other => (other, false),
        };
        if let Some(mode) = mode.and_then(|o| o.as_name().ok()) {
            state.blended = mode != b"Normal" && mode != b"Compatible";
            state.blend = if several { Blend::Unbounded } else { Blend::of_mode(mode) };
            self.facts.transparent |= state.blended;
        }
        if let Some([font, size]) = file.array(gs, "Font") {
            self.set_font(file.resolve(font), as_number(file.resolve(size)));
        }
        match file.get(gs, "SMask") {
            Some(Object::Name(_)) => self.state.masked = false,
            Some(Object::Dictionary(mask)) => {
                self.state.masked = true;
                self.facts.transparent = true;
                self.soft_mask(mask);
            }
            _ => {}
        }
    }
}
