//! Named resources, converted once each: forms, patterns, shadings, graphics states, masks, and the
//! check of fonts.

use std::sync::Arc;

use anyhow::Result;
use lopdf::{Dictionary, Object};

use super::content::{Start, rewrite};
use super::conversion::{Conversion, Converted, Scope};
use super::fault::X4Fault;
use super::few::FewPlates;
use super::images::Placed;
use super::space::Mode;
use crate::pdf::geometry::{Matrix, scale_of};
use crate::pdf::object::{MOST_CONVERTED, Objects, as_dict, id_of, stream_bytes};
use crate::pdf::text;
use crate::pdf::write::{flate_stream, reals};
use crate::words;
use jikji_diagnostic::Words;

impl Conversion<'_> {
    /// A form XObject, converted.
    pub(super) fn form(
        &mut self,
        object: &Object,
        scope: &Scope,
        mode: Mode,
        start: Start,
    ) -> Result<Converted> {
        self.once(object, mode, |conversion| {
            let Object::Stream(stream) = conversion.doc.resolve(object) else {
                return Err(conversion.damaged(words::FORM));
            };
            let bytes = stream_bytes(stream, MOST_CONVERTED);
            let old = stream.dict.clone();
            if conversion.doc.name(&old, b"Subtype2") == Some(b"PS") || old.has(b"PS") {
                return Err(conversion.unsupported(Words { ko: "PostScript", en: "PostScript" }));
            }
            let bytes = bytes.ok_or_else(|| conversion.damaged(words::FORM))?;
            let own = conversion.doc.dict(&old, b"Resources").cloned().map(Scope);
            let form_matrix = conversion.doc.matrix(&old, b"Matrix");
            let start = start.scaled(scale_of(form_matrix));
            let done = rewrite(conversion, &bytes, own.as_ref().unwrap_or(scope), mode, start)?;
            let mut dict = Dictionary::new();
            for key in ["Type", "Subtype", "FormType", "BBox", "Matrix", "OC"] {
                if let Ok(value) = old.get(key.as_bytes()) {
                    dict.set(key, value.clone());
                }
            }
            dict.set("Resources", done.resources.into_dictionary());
            let mut group = conversion.group(old.get(b"Group").ok().cloned())?;
            if let (Mode::Mask, Some(group)) = (mode, &mut group) {
                group.set("CS", "DeviceGray");
            }
            // On a plate without ink, what is opaque looks the same in a group and out of it; whole pages that are
            // placed are groups always.
            let sole = conversion.inks.few.is_some_and(FewPlates::is_sole);
            group = group.filter(|_| done.transparent || !sole);
            let transparent = done.transparent || group.is_some();
            if let Some(group) = group {
                dict.set("Group", group);
            }
            let placed = (done.placed, form_matrix);
            let made = conversion.stream(dict, &done.bytes, transparent, placed);
            Ok(Converted { over: done.over, ..made })
        })
    }

    /// A stream of content that was rewritten, as a new object. Its placements come out in the space
    /// its matrix leads to.
    fn stream(
        &mut self,
        dict: Dictionary,
        bytes: &[u8],
        transparent: bool,
        (placed, matrix): (Vec<Placed>, Matrix),
    ) -> Converted {
        let placed = Arc::new(placed.into_iter().map(|placed| placed.then(matrix)).collect());
        let object = self.doc.add_object(flate_stream(dict, bytes)).into();
        Converted { object, transparent, placed, over: None }
    }

    /// A pattern, converted. Placements come out in the space of the pattern's parent stream.
    pub(super) fn pattern(
        &mut self,
        object: &Object,
        scope: &Scope,
        mode: Mode,
    ) -> Result<Converted> {
        self.once(object, mode, |conversion| {
            let pattern = conversion.doc.resolve(object).clone();
            let Some(old) = as_dict(&pattern) else {
                return Err(conversion.damaged(words::PATTERN));
            };
            let mut dict = old.clone();
            let own_matrix = conversion.doc.matrix(old, b"Matrix");
            if let Object::Stream(stream) = &pattern {
                // Hardly a renderer overprints patterns.
                if conversion.inks.few.is_some_and(FewPlates::is_finish) {
                    return Err(conversion.unsupported(words::PATTERN_PLATE));
                }
                let own = conversion.doc.dict(old, b"Resources").cloned().map(Scope);
                let bytes = stream_bytes(stream, MOST_CONVERTED);
                let bytes = bytes.ok_or_else(|| conversion.damaged(words::PATTERN))?;
                let scope = own.as_ref().unwrap_or(scope);
                let done = rewrite(conversion, &bytes, scope, mode, Start::page())?;
                dict.set("Resources", done.resources.into_dictionary());
                let placed = (done.placed, own_matrix);
                let made = conversion.stream(dict, &done.bytes, done.transparent, placed);
                return Ok(Converted { over: done.over, ..made });
            }
            let shading =
                old.get(b"Shading").map_err(|_| conversion.damaged(words::PATTERN))?.clone();
            dict.set("Shading", conversion.shading(&shading, scope, mode)?.object);
            let mut transparent = false;
            if let Ok(state) = old.get(b"ExtGState") {
                let state = conversion.state(&state.clone(), scope)?;
                transparent = state.transparent;
                dict.set("ExtGState", state.object);
            }
            let object = conversion.doc.add_object(dict).into();
            Ok(Converted { object, transparent, placed: Arc::default(), over: None })
        })
    }

    /// A shading, converted.
    pub(super) fn shading(
        &mut self,
        object: &Object,
        scope: &Scope,
        mode: Mode,
    ) -> Result<Converted> {
        self.once(object, mode, |conversion| {
            let shading = conversion.doc.resolve(object).clone();
            let object = super::shading::convert(conversion, &shading, scope, mode)?;
            Ok(Converted { object, transparent: false, placed: Arc::default(), over: None })
        })
    }

    /// An extended graphics state. Overprinting is set where something is painted, transfer functions and
    /// halftones are forbidden (ISO 15930-7, 6.7): both are left out.
    pub(super) fn state(&mut self, object: &Object, scope: &Scope) -> Result<Converted> {
        self.once(object, Mode::Ink, |conversion| {
            let Some(old) = as_dict(conversion.doc.resolve(object)).cloned() else {
                return Err(conversion.damaged(words::GRAPHICS_STATE));
            };
            let mut dict = Dictionary::new();
            for (key, value) in &old {
                let kept = matches!(
                    key.as_slice(),
                    b"LW"
                        | b"LC"
                        | b"LJ"
                        | b"ML"
                        | b"D"
                        | b"RI"
                        | b"Font"
                        | b"FL"
                        | b"SM"
                        | b"SA"
                        | b"BM"
                        | b"CA"
                        | b"ca"
                        | b"AIS"
                        | b"TK"
                );
                if kept {
                    dict.set(key.clone(), value.clone());
                }
            }
            dict.set("Type", "ExtGState");
            let below_one = |key: &[u8]| conversion.doc.number(&old, key).is_some_and(|v| v < 1.0);
            let mut transparent = below_one(b"CA") || below_one(b"ca");
            transparent |= match conversion.doc.entry(&old, b"BM") {
                Object::Null => false,
                Object::Name(mode) => !matches!(mode.as_slice(), b"Normal" | b"Compatible"),
                _ => true,
            };
            let mask = conversion.doc.entry(&old, b"SMask").clone();
            match &mask {
                Object::Null => {}
                Object::Dictionary(mask) => {
                    transparent = true;
                    dict.set("SMask", conversion.soft_mask(mask, scope)?);
                }
                other => dict.set("SMask", other.clone()),
            }
            let object = conversion.doc.add_object(dict).into();
            Ok(Converted { object, transparent, placed: Arc::default(), over: None })
        })
    }

    /// A soft mask's dictionary (ISO 32000-1, 11.6.5.3). The group of a luminosity mask becomes
    /// grey, that of an alpha mask is converted as what is printed.
    fn soft_mask(&mut self, old: &Dictionary, scope: &Scope) -> Result<Object> {
        let luminosity = self.doc.name(old, b"S") == Some(b"Luminosity");
        let mode = if luminosity { Mode::Mask } else { Mode::Ink };
        let mut mask = old.clone();
        let group = old.get(b"G").map_err(|_| self.damaged(words::SOFT_MASK))?.clone();
        if let (true, Some(backdrop)) = (luminosity, self.doc.numbers(old, b"BC")) {
            let space = as_dict(self.doc.resolve(&group))
                .and_then(|form| self.doc.dict(form, b"Group"))
                .and_then(|group| group.get(b"CS").ok())
                .cloned();
            let color: Vec<f32> = backdrop.iter().map(|&v| v as f32).collect();
            let space = match space {
                Some(space) => self.space(&space, scope)?,
                None => self.known.gray.clone(),
            };
            let grey = self.inks.grey(&space, &color);
            mask.set("BC", reals([f64::from(grey)]));
        }
        let form = self.form(&group, scope, mode, Start::page())?;
        for placed in form.placed.iter() {
            self.images.seen(*placed);
        }
        mask.set("G", form.object);
        Ok(Object::Dictionary(mask))
    }

    /// Why no text may be set in a font: it is not embedded, or has no outlines.
    pub(super) fn font(&mut self, object: &Object) -> Option<X4Fault> {
        let id = id_of(object);
        if id.is_some_and(|id| self.fonts.contains(&id)) {
            return None;
        }
        let fault = self.font_fault(object);
        if let (Some(id), None) = (id, &fault) {
            self.fonts.insert(id);
        }
        fault
    }

    fn font_fault(&self, object: &Object) -> Option<X4Fault> {
        let (doc, page) = (&self.doc, self.page);
        let font = as_dict(doc.resolve(object))?;
        let base = doc.name(font, b"BaseFont").unwrap_or(b"?");
        let base = text::name(base);
        let described = match doc.name(font, b"Subtype") {
            Some(b"Type3") => return Some(X4Fault::Type3Font { page }),
            Some(b"Type0") => doc
                .entry(font, b"DescendantFonts")
                .as_array()
                .ok()
                .and_then(|fonts| as_dict(doc.resolve(fonts.first()?))),
            _ => Some(font),
        };
        let embedded =
            described.and_then(|font| doc.dict(font, b"FontDescriptor")).is_some_and(|d| {
                ["FontFile", "FontFile2", "FontFile3"].iter().any(|k| d.has(k.as_bytes()))
            });
        (!embedded).then_some(X4Fault::FontNotEmbedded { page, font: base })
    }
}
