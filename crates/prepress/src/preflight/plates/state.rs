//! The part of the graphics state that decides what a plate gets.

use std::rc::Rc;

use super::super::space::{Plates, Space};

/// A current colour as one pass paints it.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    pub space: Rc<Space>,
    pub components: Vec<f64>,
    pub pattern: bool,
    pub overprint: bool,
    /// Nothing of it reaches the pass's plates.
    pub skip: bool,
    /// Some plates of the pass keep what is below.
    pub partial: bool,
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
}

/// The three plates that one rendering carries as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pass(pub usize);

impl Pass {
    /// The plates of this pass.
    pub fn plates(self, plates: &Plates) -> std::ops::Range<usize> {
        let first = self.0 * 3;
        first..(first + 3).min(plates.names.len())
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
            overprint: false,
            skip: false,
            partial: false,
        }
    }

    /// Works out what the pass gets, and its red, green and blue.
    ///
    /// Overprint (PDF 1.7, 8.6.7): plates the colour does not speak of keep what is below; in mode 1
    /// so do those a DeviceCMYK colour has no ink on.
    pub fn settle(&mut self, pass: Pass, plates: &Plates, mode: bool) -> [f64; 3] {
        let inks = self.space.inks(&self.components, plates);
        let paints = |i: usize| {
            !self.overprint
                || inks.touched[i] && !(mode && *self.space == Space::Cmyk && inks.tints[i] == 0.0)
        };
        let painted = pass.plates(plates).filter(|i| paints(*i)).count();
        let nothing =
            matches!(&*self.space, Space::Inks(names, _) if names.iter().all(|n| n == b"None"));
        self.skip = !self.pattern && (nothing || painted == 0);
        self.partial = !self.pattern && painted > 0 && painted < pass.plates(plates).len();
        pass.rgb(&inks.tints)
    }
}

impl State {
    /// The state a page or a pattern starts with.
    pub fn new(pass: Pass, plates: &Plates) -> Self {
        let mut black = Paint::black();
        black.settle(pass, plates, false);
        Self {
            fill: black.clone(),
            stroke: black,
            overprint_mode: false,
            blend: b"Normal".to_vec(),
            blend_written: b"Normal".to_vec(),
            render_mode: 0,
            render_written: 0,
        }
    }

    /// What of it changes how a form inside is rewritten.
    pub fn key(&self) -> String {
        let paint = |p: &Paint| (p.overprint, p.skip, p.partial, p.pattern);
        format!(
            "{:?}{:?}{}{:?}{}",
            paint(&self.fill),
            paint(&self.stroke),
            self.overprint_mode,
            self.blend,
            self.render_mode
        )
    }
}
