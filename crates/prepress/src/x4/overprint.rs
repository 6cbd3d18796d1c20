//! Overprinting (ISO 32000-1, 8.6.7): black text and rules do, what the input asks to does too, the rest knocks out.
//!
//! The input's own wish counts for spot colours and for CMYK as it was written: what is brought into CMYK has
//! inks of nothing that were none before, and would let through what it covered.

use lopdf::{Dictionary, Object, dictionary};

use super::content::Rewriter;
use super::conversion::Conversion;
use super::space::Mode;
use crate::pdf::object::Objects;

/// Overprinting as a graphics state has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Overprint {
    pub(super) stroke: bool,
    pub(super) fill: bool,
    /// Whether CMYK inks of nothing let through what is below (`OPM`).
    pub(super) holes: bool,
}

impl Overprint {
    /// Everything knocks out.
    pub(super) const OFF: Self = Self { stroke: false, fill: false, holes: false };
    /// As black text does.
    pub(super) const BLACK: Self = Self { stroke: true, fill: true, holes: true };

    /// After a graphics state's own entries.
    pub(super) fn then(self, doc: &impl Objects, state: &Dictionary) -> Self {
        let stroke = doc.bool(state, b"OP");
        Self {
            stroke: stroke.unwrap_or(self.stroke),
            fill: doc.bool(state, b"op").or(stroke).unwrap_or(self.fill),
            holes: doc.integer(state, b"OPM").map_or(self.holes, |mode| mode == 1),
        }
    }

    fn name(self) -> &'static str {
        match (self.stroke, self.fill, self.holes) {
            (false, false, _) => "JkOff",
            (true, true, true) => "JkOn",
            (true, true, false) => "JkBoth",
            (true, false, true) => "JkLines",
            (true, false, false) => "JkLines0",
            (false, true, true) => "JkAreas",
            (false, true, false) => "JkAreas0",
        }
    }
}

impl Conversion<'_> {
    /// The graphics state that sets overprinting so.
    fn overprinting(&mut self, wanted: Overprint) -> Object {
        if let Some(known) = self.overprinting.get(&wanted) {
            return (*known).into();
        }
        let id = self.doc.add_object(dictionary! {
            "Type" => "ExtGState", "OP" => wanted.stroke, "op" => wanted.fill,
            "OPM" => i64::from(wanted.holes),
        });
        self.overprinting.insert(wanted, id);
        id.into()
    }
}

impl Rewriter<'_, '_, '_> {
    /// Sets overprinting for something that is painted, `black` if all of it is black text or rules.
    pub(super) fn overprint_for(&mut self, black: bool, (fill, stroke): (bool, bool), at: usize) {
        if black && self.conversion.overprint {
            return self.overprint(Overprint::BLACK, at);
        }
        let asked = self.state.asked;
        let wanted = Overprint {
            stroke: asked.stroke && stroke && self.state.stroke.own,
            fill: asked.fill && fill && self.state.fill.own,
            holes: asked.holes,
        };
        let off = !wanted.stroke && !wanted.fill;
        self.overprint(if off { Overprint::OFF } else { wanted }, at);
    }

    /// Sets overprinting before a place of the input.
    pub(super) fn overprint(&mut self, wanted: Overprint, at: usize) {
        if self.mode == Mode::Mask || self.state.over == wanted {
            return;
        }
        self.state.over = wanted;
        let (name, object) = (wanted.name(), self.conversion.overprinting(wanted));
        self.resources.set("ExtGState", name.as_bytes(), object);
        self.replace(at..at, format!("/{name} gs ").as_bytes());
    }
}
