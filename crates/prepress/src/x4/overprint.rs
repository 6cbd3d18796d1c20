//! Overprinting (ISO 32000-1, 8.6.7): black text and rules do, what the input asks to does too, the rest knocks out.
//!
//! The input's own wish counts for spot colours and for CMYK as it was written: what is brought into CMYK has
//! inks of nothing that were none before, and would let through what it covered.

use lopdf::Dictionary;

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

    /// The name of a graphics state that sets it so.
    pub(super) fn name(self) -> &'static str {
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
