//! The colours of a gradient, on their way into what is written.

use super::inks::{Inking, Neutrals};
use super::space::{Mode, Space};

/// How a gradient's values become the colours written.
pub(super) struct Colors<'p> {
    pub(super) inks: Inking<'p>,
    pub(super) space: &'p Space,
    pub(super) mode: Mode,
    pub(super) neutrals: Neutrals,
}

impl Colors<'_> {
    /// Components written: four inks, or one grey in a mask.
    pub(super) fn count(&self) -> usize {
        if self.mode == Mode::Mask { 1 } else { 4 }
    }

    /// The written colour of a gradient's values.
    pub(super) fn of(&self, values: &[f64]) -> Vec<f32> {
        let color: Vec<f32> = values.iter().map(|&v| v as f32).collect();
        match self.mode {
            Mode::Mask => vec![self.inks.grey(self.space, &color)],
            Mode::Ink => self.inks.ink(self.space, &color, self.neutrals).to_vec(),
        }
    }
}
