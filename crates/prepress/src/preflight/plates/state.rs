//! The part of the graphics state that decides what a plate gets.

use std::rc::Rc;
use std::sync::Arc;

use super::super::space::{Plates, Space};
use super::super::type3::Type3;

/// From this tint on nothing that is below adds to a plate.
const FULL: f64 = 0.998;

/// A current colour as one pass paints it.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    pub space: Rc<Space>,
    pub components: Vec<f64>,
    pub pattern: bool,
    /// The name of its pattern, as long as nothing is painted with it and it is not rewritten.
    pub unset: Option<Vec<u8>>,
    pub overprint: bool,
    /// Nothing of it reaches the pass's plates.
    pub skip: bool,
    /// Some plates of the pass keep what is below.
    pub partial: bool,
    /// Some keep it and others may lose some of it, which no blend of the pass can do.
    pub mixed: bool,
    /// The space of the shading that is its pattern.
    pub shading: Option<Rc<Space>>,
}

/// The state while a content stream is rewritten.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub fill: Paint,
    pub stroke: Paint,
    pub overprint_mode: bool,
    pub blend: Vec<u8>,
    pub blend_written: Vec<u8>,
    pub render_mode: i64,
    pub render_written: i64,
    /// Whether what is drawn as one lets what is below show through.
    pub sheer: bool,
    pub masked: bool,
    /// Whether a group around it knows nothing of what is below it.
    pub isolated: bool,
    /// Whether elements of the group around it knock each other out.
    pub knockout: bool,
    /// In the cell of an uncoloured pattern: the red, green and blue of the colour given with it, whatever the cell
    /// sets.
    pub given: Option<[f64; 3]>,
    /// The font and its size, if it paints on its own.
    pub glyphs: Option<(Arc<Type3>, f64)>,
}

/// The three plates that one rendering carries as red, green and blue, or the one of them that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pass(pub usize, pub Option<usize>);

impl Pass {
    /// All passes of so many plates, three at a time.
    pub fn all(plates: &Plates) -> impl Iterator<Item = Self> {
        (0..plates.names.len().div_ceil(3)).map(|pass| Self(pass, None))
    }

    /// The same with one plate at a time.
    pub fn each(plates: &Plates) -> impl Iterator<Item = Self> {
        (0..plates.names.len()).map(|plate| Self(plate / 3, Some(plate)))
    }

    /// The plates of this pass.
    pub fn plates(self, plates: &Plates) -> std::ops::Range<usize> {
        let first = self.0 * 3;
        self.1.map_or(first..(first + 3).min(plates.names.len()), |plate| plate..plate + 1)
    }

    /// A colour as red, green and blue: no ink is white.
    pub fn rgb(self, tints: &[f64]) -> [f64; 3] {
        [0, 1, 2].map(|i| 1.0 - tints.get(self.0 * 3 + i).copied().unwrap_or(0.0))
    }
}

impl Paint {
    /// Black of DeviceGray, as a page begins.
    pub fn black() -> Self {
        Self {
            space: Rc::new(Space::Gray),
            components: vec![0.0],
            pattern: false,
            unset: None,
            overprint: false,
            skip: false,
            partial: false,
            mixed: false,
            shading: None,
        }
    }

    /// What is painted in a space whatever its colours are, as pictures and shadings are.
    pub fn of_picture(space: &Space, overprint: bool) -> Self {
        let base = match space {
            Space::Indexed(base, _) => base,
            space => space,
        };
        let components = vec![0.0; base.components()];
        Self { space: Rc::new(base.clone()), components, overprint, ..Self::black() }
    }

    /// Works out what the pass gets, and its red, green and blue.
    ///
    /// Overprint (PDF 1.7, 8.6.7): plates the colour does not speak of keep what is below; in mode 1
    /// so do those a DeviceCMYK colour has no ink on.
    ///
    /// In an isolated group there is nothing below to keep: what keeps a plate paints it white, though
    /// not over what the group itself has there.
    pub fn settle(
        &mut self,
        pass: Pass,
        plates: &Plates,
        (mode, isolated): (bool, bool),
    ) -> [f64; 3] {
        // Mode 1 is for colours, not for shadings.
        let shading = self.shading.as_ref().map(|space| Self::of_picture(space, self.overprint));
        let (of, mode, pattern) = match &shading {
            Some(shading) => (shading, false, false),
            None => (&*self, mode, self.pattern),
        };
        let inks = of.space.inks(&of.components, plates);
        let paints = |i: usize| {
            !of.overprint
                || inks.touched[i] && !(mode && *of.space == Space::Cmyk && inks.tints[i] == 0.0)
        };
        let painted = pass.plates(plates).filter(|i| paints(*i)).count();
        let nothing =
            matches!(&*of.space, Space::Inks(names, _) if names.iter().all(|n| n == b"None"));
        let kept = painted < pass.plates(plates).len();
        let full = |i: usize| !paints(i) || inks.tints[i] > FULL;
        let skip = !pattern && (nothing || painted == 0 && !isolated);
        let partial = !pattern && !skip && kept;
        let mixed = partial && painted > 0 && !pass.plates(plates).all(full);
        (self.skip, self.partial, self.mixed) = (skip, partial, mixed);
        pass.rgb(&inks.tints)
    }
}

impl State {
    /// The state a page or a pattern starts with.
    pub fn new(pass: Pass, plates: &Plates) -> Self {
        let mut black = Paint::black();
        black.settle(pass, plates, (false, false));
        Self {
            fill: black.clone(),
            stroke: black,
            overprint_mode: false,
            blend: b"Normal".to_vec(),
            blend_written: b"Normal".to_vec(),
            render_mode: 0,
            render_written: 0,
            sheer: false,
            masked: false,
            isolated: false,
            knockout: false,
            given: None,
            glyphs: None,
        }
    }

    /// The state the cell of an uncoloured pattern starts with: everything in it has the pattern's colour
    /// (ISO 32000-1, 8.7.3.3).
    pub fn in_cell_of(pattern: &Paint, pass: Pass, plates: &Plates) -> Self {
        let mut paint = match &*pattern.space {
            Space::Pattern(Some(base)) => Paint {
                space: Rc::new((**base).clone()),
                components: pattern.components.clone(),
                ..Paint::black()
            },
            // Where no colour can be told, it is black.
            _ => Paint::black(),
        };
        let given = paint.settle(pass, plates, (false, false));
        Self { fill: paint.clone(), stroke: paint, given: Some(given), ..Self::new(pass, plates) }
    }

    /// The state a group starts with (ISO 32000-1, 11.6.6).
    pub fn in_group(
        &self,
        (isolated, knockout): (bool, bool),
        pass: Pass,
        plates: &Plates,
    ) -> Self {
        let mut inside = Self {
            blend: b"Normal".to_vec(),
            blend_written: b"Normal".to_vec(),
            sheer: false,
            masked: false,
            isolated: self.isolated || isolated,
            knockout: isolated && knockout,
            ..self.clone()
        };
        let mode = (inside.overprint_mode, inside.isolated);
        inside.fill.settle(pass, plates, mode);
        inside.stroke.settle(pass, plates, mode);
        inside
    }

    /// Whether a group that is drawn now is more than its elements one by one.
    pub fn blends(&self) -> bool {
        self.sheer || self.masked || self.is_blended()
    }

    /// Whether a blend other than painting over is set.
    pub fn is_blended(&self) -> bool {
        self.blend != b"Normal" && self.blend != b"Compatible"
    }

    /// What of it changes how a form inside is rewritten.
    pub fn key(&self) -> String {
        let paint = |p: &Paint| (p.overprint, p.skip, p.partial, p.mixed, p.pattern);
        let glyphs = self.glyphs.as_ref().map(|(font, size)| (Arc::as_ptr(font).addr(), size));
        format!(
            "{:?}{:?}{}{:?}{}{:?}{glyphs:?}",
            paint(&self.fill),
            paint(&self.stroke),
            self.overprint_mode,
            self.blend,
            self.render_mode,
            (self.sheer, self.masked, self.isolated, self.knockout, self.given)
        )
    }
}
