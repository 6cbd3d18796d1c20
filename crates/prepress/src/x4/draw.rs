//! The operators that name resources: fonts, graphics states, shadings, forms and pictures.

use anyhow::Result;
use lopdf::{Dictionary, Object, Stream};

use super::content::{Rewriter, Start};
use super::images::Placed;
use super::overprint::Overprint;
use super::space::Space;
use crate::pdf::content::Instruction;
use crate::pdf::geometry::scale_of;
use crate::pdf::object::{Objects, as_dict, id_of};
use crate::words;
use jikji_diagnostic::Words;

impl Rewriter<'_, '_, '_> {
    pub(super) fn font(&mut self, op: &Instruction) {
        if let Some(Object::Name(name)) = op.operands.first()
            && let Some(object) = self.scope.get(&self.conversion.doc, b"Font", name)
        {
            self.state.unset = self.conversion.font(&object);
            self.resources.set("Font", name, object);
        }
    }

    pub(super) fn graphics_state(&mut self, op: &Instruction) -> Result<()> {
        let Some(name) = op.name() else { return Ok(()) };
        let Some(object) = self.scope.get(&self.conversion.doc, b"ExtGState", name) else {
            return Err(self.conversion.damaged(words::GRAPHICS_STATE));
        };
        if let Some(asks) = as_dict(self.conversion.doc.resolve(&object)) {
            self.state.asked = self.state.asked.then(&self.conversion.doc, asks);
        }
        let state = self.conversion.state(&object, self.scope)?;
        self.transparent |= state.transparent;
        if let Some(dict) = as_dict(self.conversion.doc.resolve(&state.object)) {
            if let Some(width) = self.conversion.doc.number(dict, b"LW") {
                self.state.width = width;
            }
            let font = self.conversion.doc.entry(dict, b"Font").as_array().ok();
            if let Some(font) = font.and_then(|font| font.first()).cloned() {
                self.state.unset = self.conversion.font(&font);
            }
        }
        self.resources.set("ExtGState", name, state.object);
        Ok(())
    }

    pub(super) fn shade(&mut self, op: &Instruction) -> Result<()> {
        let Some(name) = op.name() else { return Ok(()) };
        let Some(object) = self.scope.get(&self.conversion.doc, b"Shading", name) else {
            return Err(self.conversion.damaged(words::SHADING));
        };
        let shading = as_dict(self.conversion.doc.resolve(&object)).cloned().unwrap_or_default();
        if self.is_left_out(&shading) {
            self.replace(op.range.clone(), b"");
            return Ok(());
        }
        let done = self.conversion.shading(&object, self.scope, self.mode)?;
        self.resources.set("Shading", name, done.object);
        let layered = self.step(&shading, op.range.start);
        self.close_layer(layered, op.range.end);
        Ok(())
    }

    /// The layer of a shading or picture that is painted in an ink for the finishing, and whether its ink overprints.
    pub(super) fn step_of(&mut self, painted: &Dictionary) -> (Option<usize>, bool) {
        if self.conversion.doc.bool(painted, b"ImageMask").unwrap_or(false) {
            return (self.state.fill.layer, self.state.fill.over);
        }
        // What has no space, or none that can be read, is refused where it is converted.
        let space = painted.get(b"ColorSpace").cloned().ok();
        let space = space.and_then(|space| self.conversion.space(&space, self.scope).ok());
        let step = |space: &Space| match space {
            Space::Tint { layer, over, .. } => (*layer, *over),
            _ => (None, false),
        };
        match space.as_deref() {
            Some(Space::Indexed { base, .. }) => step(base),
            Some(space) => step(space),
            None => (None, false),
        }
    }

    /// Whether a shading or picture is in none of the inks that are taken.
    pub(super) fn is_left_out(&mut self, painted: &Dictionary) -> bool {
        let mask = self.conversion.doc.bool(painted, b"ImageMask") == Some(true);
        if self.conversion.only.is_none() || mask {
            return false;
        }
        let space = painted.get(b"ColorSpace").cloned().ok();
        let space = space.and_then(|space| self.conversion.space(&space, self.scope).ok());
        !matches!(space.as_deref(), Some(Space::Tint { .. }))
    }

    /// Opens the layer of what is painted there, and sets overprinting.
    fn step(&mut self, painted: &Dictionary, at: usize) -> bool {
        let (layer, over) = self.step_of(painted);
        self.painted(over);
        self.overprint(Overprint { fill: over, stroke: over, holes: over }, at);
        self.open(layer, at)
    }

    pub(super) fn draw(&mut self, op: &Instruction) -> Result<()> {
        let Some(label) = op.name() else { return Ok(()) };
        let Some(object) = self.scope.get(&self.conversion.doc, b"XObject", label) else {
            return Err(self.conversion.damaged(words::X_OBJECT));
        };
        let doc = &self.conversion.doc;
        let dict = as_dict(doc.resolve(&object)).cloned().unwrap_or_default();
        match doc.name(&dict, b"Subtype") {
            Some(b"Image") => {
                let Some(id) = id_of(&object) else {
                    return Err(self.conversion.damaged(words::IMAGE));
                };
                if self.is_left_out(&dict) {
                    self.replace(op.range.clone(), b"");
                    return Ok(());
                }
                let layered = self.step(&dict, op.range.start);
                self.picture(id, &dict, label);
                self.close_layer(layered, op.range.end);
                Ok(())
            }
            Some(b"Form") => {
                self.overprint(Overprint::OFF, op.range.start);
                let start = Start {
                    fill: self.state.fill.clone(),
                    stroke: self.state.stroke.clone(),
                    asked: self.state.asked,
                    scale: self.scale * scale_of(self.state.ctm),
                    bare: false,
                };
                let done = self.conversion.form(&object, self.scope, self.mode, start)?;
                self.transparent |= done.transparent;
                if let Some(over) = done.over {
                    self.painted(over);
                }
                let ctm = self.state.ctm;
                self.placed.extend(done.placed.iter().map(|placed| placed.then(ctm)));
                self.resources.set("XObject", label, done.object);
                Ok(())
            }
            Some(b"PS") => {
                Err(self.conversion.unsupported(Words { ko: "PostScript", en: "PostScript" }))
            }
            _ => Err(self.conversion.damaged(words::X_OBJECT)),
        }
    }

    fn picture(&mut self, id: lopdf::ObjectId, dict: &Dictionary, label: &[u8]) {
        self.transparent |= dict.has(b"SMask");
        let new = self.conversion.image(id, self.mode);
        let (mode, ctm) = (self.mode, self.state.ctm);
        self.placed.push(Placed { image: id, mode, ctm });
        self.resources.set("XObject", label, new.into());
    }

    /// An inline image becomes a picture like every other.
    pub(super) fn inline_image(&mut self, op: &Instruction) -> Result<()> {
        let (Some(Object::Dictionary(dict)), Some(data)) = (op.operands.first(), op.image) else {
            return Err(self.conversion.damaged(words::INLINE_IMAGE));
        };
        let mut dict = dict.clone();
        dict.set("Type", "XObject");
        dict.set("Subtype", "Image");
        if let Ok(Object::Name(space)) = dict.get(b"ColorSpace")
            && let Some(found) = self.scope.get(&self.conversion.doc, b"ColorSpace", space)
        {
            dict.set("ColorSpace", found);
        }
        if self.is_left_out(&dict) {
            self.replace(op.range.clone(), b"");
            return Ok(());
        }
        let stream = Stream::new(dict.clone(), data.to_vec());
        let id = self.conversion.doc.add_object(stream);
        let layered = self.step(&dict, op.range.start);
        let label = format!("JkIm{}", self.extra_images);
        self.extra_images += 1;
        self.picture(id, &dict, label.as_bytes());
        self.replace(op.range.clone(), format!("/{label} Do").as_bytes());
        self.close_layer(layered, op.range.end);
        Ok(())
    }

    /// Keeps the property list that marked content names.
    pub(super) fn properties(&mut self, op: &Instruction) {
        if op.operands.len() == 2
            && let Some(name) = op.name()
            && let Some(object) = self.scope.get(&self.conversion.doc, b"Properties", name)
        {
            self.resources.set("Properties", name, object);
        }
    }
}
