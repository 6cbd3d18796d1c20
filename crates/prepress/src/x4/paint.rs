//! The colour operators of a content stream, and what is painted with them: overprinting or not.

use std::io::Write;
use std::ops::Range;

use anyhow::Result;
use lopdf::Object;

use super::content::{ColorUse, Paint, Rewriter, State};
use super::few::{FewPlates, Plated, on_black};
use super::inks::Neutrals;
use super::overprint::Overprint;
use super::space::{Mode, Space};
use crate::pdf::content::Instruction;
use crate::pdf::object::{Objects, as_dict};
use crate::spot::SpotInk;
use crate::words;

/// The name of the number's spot ink in rewritten contents.
const SPOT: &[u8] = b"JkSpot";
/// That of the colour that paints nothing.
const NONE: &[u8] = b"JkNone";

impl Paint {
    /// Whether it overprints, `asked` being what the input says.
    fn overprints(&self, asked: bool) -> bool {
        self.own && asked || self.over
    }
}

impl Rewriter<'_, '_, '_> {
    /// Sets overprinting for something that is painted, `black` if all of it is black text or rules.
    pub(super) fn overprint_for(&mut self, black: bool, (fill, stroke): (bool, bool), at: usize) {
        let State { fill: area, stroke: line, .. } = &self.state;
        self.painted((!fill || area.over) && (!stroke || line.over));
        if black && self.conversion.overprint {
            return self.overprint(Overprint::BLACK, at);
        }
        let asked = self.state.asked;
        let wanted = Overprint {
            stroke: stroke && self.state.stroke.overprints(asked.stroke),
            fill: fill && self.state.fill.overprints(asked.fill),
            holes: asked.holes,
        };
        let off = !wanted.stroke && !wanted.fill;
        self.overprint(if off { Overprint::OFF } else { wanted }, at);
    }

    /// Whether fill and stroke belong to different layers.
    pub(super) fn in_two_layers(&self) -> bool {
        self.mode == Mode::Ink && self.state.fill.layer != self.state.stroke.layer
    }

    /// Opens the layer of a plate for the finishing before a place of the input, where something is painted with
    /// it; gives whether it did.
    pub(super) fn open_layer(&mut self, (fill, stroke): (bool, bool), at: usize) -> bool {
        let of = |paints: bool, paint: &Paint| paint.layer.filter(|_| paints);
        let layer = of(fill, &self.state.fill).or_else(|| of(stroke, &self.state.stroke));
        self.open(layer, at)
    }

    /// Opens a layer before a place of the input; gives whether there is one.
    pub(super) fn open(&mut self, layer: Option<usize>, at: usize) -> bool {
        let Some(layer) = layer.filter(|_| self.mode == Mode::Ink) else { return false };
        let (name, object) = (format!("JkStep{layer}"), self.conversion.layer(layer));
        self.resources.set("Properties", name.as_bytes(), object);
        self.replace(at..at, format!("/OC /{name} BDC ").as_bytes());
        true
    }

    /// Closes it after what was painted.
    pub(super) fn close_layer(&mut self, opened: bool, at: usize) {
        if opened {
            self.replace(at..at, b" EMC");
        }
    }

    /// Begins contents where there is one plate that is not black's: whatever sets no colour is on it too. One without
    /// ink overprints.
    pub(super) fn onto_sole(&mut self) {
        let Some(few) = self.conversion.inks.few.filter(|few| few.is_sole()) else { return };
        if few.is_finish() {
            let over = Overprint::BLACK;
            self.resources.set(
                "ExtGState",
                over.name().as_bytes(),
                self.conversion.overprinting(over),
            );
            self.write(format!("/{} gs ", over.name()).as_bytes());
        }
        for side in [ColorUse::Fill, ColorUse::Stroke] {
            match self.conversion.only {
                Some(_) => self.write_none(0..0, side),
                None => self.write_tint(1.0, 0..0, side),
            }
        }
        self.write(b"\n");
    }

    /// Sets overprinting before a place of the input.
    pub(super) fn overprint(&mut self, wanted: Overprint, at: usize) {
        // What goes onto a plate without ink overprints throughout.
        let plate = self.conversion.inks.few.is_some_and(FewPlates::is_finish);
        if self.mode == Mode::Mask || plate || self.state.over == wanted {
            return;
        }
        self.state.over = wanted;
        let (name, object) = (wanted.name(), self.conversion.overprinting(wanted));
        self.resources.set("ExtGState", name.as_bytes(), object);
        self.replace(at..at, format!("/{name} gs ").as_bytes());
    }

    /// `g`, `rg`, `k` and their stroking forms.
    pub(super) fn device(&mut self, op: &Instruction, side: ColorUse) -> Result<()> {
        let known = &self.conversion.known;
        let space = match op.operator {
            b"g" | b"G" => known.gray.clone(),
            b"rg" | b"RG" => known.rgb.clone(),
            _ => known.cmyk.clone(),
        };
        let color: Vec<f32> = (0..space.components()).map(|i| op.number(i) as f32).collect();
        self.side(side).space = None;
        self.side(side).text = false;
        self.write_color(&space, &color, op.range.clone(), side);
        Ok(())
    }

    /// Writes a colour of a space that goes into DeviceCMYK (or DeviceGray in a mask).
    fn write_color(&mut self, space: &Space, color: &[f32], range: Range<usize>, side: ColorUse) {
        if self.mode == Mode::Mask {
            let mut text = Vec::new();
            digits(&mut text, self.conversion.inks.grey(space, color));
            text.push(if side == ColorUse::Fill { b'g' } else { b'G' });
            return self.replace(range, &text);
        }
        if self.conversion.only.is_some() {
            return self.write_none(range, side);
        }
        let wanted = self.conversion.inks.ink(space, color, Neutrals::OnBlack);
        let ink = match self.conversion.inks.plated(wanted) {
            Plated::Inks(ink) => ink,
            Plated::Spot(tint) => return self.write_tint(tint, range, side),
        };
        let kept = matches!(space, Space::Cmyk) && ink == wanted;
        self.side(side).black = ink[..3] == [0.0; 3] && ink[3] > 0.999;
        self.side(side).own = kept && ink != [0.0; 4];
        (self.side(side).over, self.side(side).layer) = (false, None);
        let operator = if side == ColorUse::Fill { b'k' } else { b'K' };
        // A DeviceCMYK colour keeps the digits it was written with.
        if self.input.get(range.end.wrapping_sub(1)) == Some(&operator) && kept {
            return;
        }
        let mut text = Vec::new();
        ink.iter().for_each(|&v| digits(&mut text, v));
        text.push(operator);
        self.replace(range, &text);
    }

    /// Writes a colour that paints nothing (ISO 32000-1, 8.6.6.4).
    fn write_none(&mut self, range: Range<usize>, side: ColorUse) {
        let none = SpotInk { name: "None".into(), ..SpotInk::default() };
        self.resources.set("ColorSpace", NONE, none.space());
        self.set_tint(NONE, 1.0, range, side);
    }

    /// Writes a tint of the number's spot ink.
    fn write_tint(&mut self, tint: f32, range: Range<usize>, side: ColorUse) {
        let spot = self.conversion.inks.few.and_then(|few| few.spot.as_ref());
        let Some(spot) = spot else { return };
        self.resources.set("ColorSpace", SPOT, spot.space.clone());
        let over = spot.ink.overprint;
        let paint = self.side(side);
        (paint.black, paint.own, paint.over) = (false, tint > 0.0, over);
        paint.layer = None;
        self.set_tint(SPOT, tint, range, side);
    }

    fn set_tint(&mut self, name: &[u8], tint: f32, range: Range<usize>, side: ColorUse) {
        let (space, color) = if side == ColorUse::Fill { ("cs", "scn") } else { ("CS", "SCN") };
        let mut text = b"/".to_vec();
        text.extend_from_slice(name);
        text.extend_from_slice(format!(" {space} ").as_bytes());
        digits(&mut text, tint);
        text.extend_from_slice(color.as_bytes());
        self.replace(range, &text);
    }

    /// `cs`: what is converted sets its initial colour at once, the rest keeps its space.
    pub(super) fn set_space(&mut self, op: &Instruction, side: ColorUse) -> Result<()> {
        let range = op.range.clone();
        let Some(name) = op.name() else { return Ok(()) };
        let space = self.conversion.space(&Object::Name(name.to_vec()), self.scope)?;
        self.side(side).space = Some(space.clone());
        self.side(side).text = matches!(*space, Space::Other { text: true, .. });
        self.side(side).black = false;
        self.side(side).own = matches!(*space, Space::Tint { .. });
        let told = match *space {
            Space::Tint { over, layer, .. } => (over, layer),
            _ => (false, None),
        };
        (self.side(side).over, self.side(side).layer) = told;
        match &*space {
            Space::Tint { object, .. } if self.mode == Mode::Ink => {
                self.resources.set("ColorSpace", name, object.clone());
            }
            Space::Pattern(Some(_)) if self.conversion.inks.few.is_some_and(FewPlates::is_sole) => {
                return Err(self.conversion.unsupported(words::UNCOLOURED));
            }
            Space::Pattern(Some(base)) => {
                let base = match &**base {
                    Space::Tint { object, .. } if self.mode == Mode::Ink => object.clone(),
                    _ if self.mode == Mode::Mask => "DeviceGray".into(),
                    _ => "DeviceCMYK".into(),
                };
                let object = Object::Array(vec!["Pattern".into(), base]);
                self.resources.set("ColorSpace", name, object);
            }
            Space::Pattern(None) => {
                let operator: &[u8] =
                    if side == ColorUse::Fill { b"/Pattern cs" } else { b"/Pattern CS" };
                self.replace(range, operator);
            }
            space => self.write_color(space, &space.initial(), range, side),
        }
        Ok(())
    }

    /// `sc` and `scn`.
    pub(super) fn set_color(&mut self, op: &Instruction, side: ColorUse) -> Result<()> {
        let range = op.range.clone();
        let numbers: Vec<f32> = op.numbers().into_iter().map(|v| v as f32).collect();
        if let Some(name) = op.name() {
            return self.set_pattern(name, &numbers, range, side);
        }
        let space = match &self.side(side).space {
            Some(space) => space.clone(),
            None => match numbers.len() {
                1 => self.conversion.known.gray.clone(),
                3 => self.conversion.known.rgb.clone(),
                4 => self.conversion.known.cmyk.clone(),
                _ => return Ok(()),
            },
        };
        match &*space {
            Space::Tint { .. } if self.mode == Mode::Ink => {
                self.side(side).own = numbers.iter().any(|tint| *tint > 0.0);
            }
            Space::Pattern(_) => {}
            space => self.write_color(space, &numbers, range, side),
        }
        Ok(())
    }

    fn set_pattern(
        &mut self,
        name: &[u8],
        color: &[f32],
        range: Range<usize>,
        side: ColorUse,
    ) -> Result<()> {
        self.side(side).black = false;
        self.side(side).own = false;
        (self.side(side).over, self.side(side).layer) = (false, None);
        let Some(object) = self.scope.get(&self.conversion.doc, b"Pattern", name) else {
            return Err(self.conversion.damaged(words::PATTERN));
        };
        let given = match self.side(side).space.as_deref() {
            Some(Space::Pattern(Some(base))) => match **base {
                Space::Tint { over, layer, .. } => Some((layer, over)),
                _ => Some((None, false)),
            },
            _ => None,
        };
        let done = self.conversion.pattern(&object, self.scope, self.mode)?;
        let doc = &self.conversion.doc;
        let pattern = as_dict(doc.resolve(&object));
        let shading = pattern.and_then(|pattern| pattern.get(b"Shading").ok());
        let shading = shading.and_then(|shading| as_dict(doc.resolve(shading))).cloned();
        // What a cell paints in layers of its own stands in those.
        let own = || (None, done.over == Some(true));
        if shading.as_ref().is_some_and(|shading| self.is_left_out(shading)) {
            self.write_none(range, side);
            return Ok(());
        }
        let step = shading.map(|shading| self.step_of(&shading));
        let step = step.or(given).unwrap_or_else(own);
        (self.side(side).layer, self.side(side).over) = step;
        self.transparent |= done.transparent;
        self.placed.extend(done.placed.iter().copied());
        self.resources.set("Pattern", name, done.object);
        if let Some(Space::Pattern(Some(base))) = self.side(side).space.clone().as_deref()
            && !color.is_empty()
            && !(matches!(**base, Space::Tint { .. }) && self.mode == Mode::Ink)
        {
            let mut text = Vec::new();
            if self.mode == Mode::Mask {
                digits(&mut text, self.conversion.inks.grey(base, color));
            } else {
                // Where plates are few, what is painted in a colour of its own goes onto black.
                let inks = self.conversion.inks;
                let ink = inks.ink(base, color, Neutrals::OnBlack);
                let ink = inks.few.map_or(ink, |_| on_black(inks.cmm, ink));
                ink.iter().for_each(|&v| digits(&mut text, v));
            }
            text.push(b'/');
            escape(&mut text, name);
            text.extend_from_slice(if side == ColorUse::Fill { b" scn" } else { b" SCN" });
            self.replace(range, &text);
        }
        Ok(())
    }
}

/// A value from 0 to 1 with four decimals and a space.
fn digits(out: &mut Vec<u8>, value: f32) {
    let steps = (value.clamp(0.0, 1.0) * 10_000.0).round() as u32;
    let done = match steps {
        0 => write!(out, "0 "),
        10_000 => write!(out, "1 "),
        _ => {
            let text = format!("{steps:04}");
            write!(out, ".{} ", text.trim_end_matches('0'))
        }
    };
    debug_assert!(done.is_ok(), "writing to memory");
}

/// A name as it is written.
fn escape(out: &mut Vec<u8>, name: &[u8]) {
    for &byte in name {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+') {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}
