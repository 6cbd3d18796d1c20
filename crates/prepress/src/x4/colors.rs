//! The colours of a gradient, on their way into what is written.

use super::few::{SpotPlate, on_black};
use super::inks::{Inking, Neutrals};
use super::space::{Mode, Space};

/// How a gradient's values become the colours written.
pub(super) struct Colors<'p> {
    pub(super) inks: Inking<'p>,
    pub(super) space: &'p Space,
    pub(super) mode: Mode,
    pub(super) neutrals: Neutrals,
    /// The spot ink's plate, where the gradient is printed with it.
    pub(super) spot: Option<&'p SpotPlate<'p>>,
}

impl Colors<'_> {
    /// Components written: four inks, one grey in a mask, or a tint.
    pub(super) fn count(&self) -> usize {
        if self.mode == Mode::Mask || self.spot.is_some() { 1 } else { 4 }
    }

    /// The written colour of a gradient's values.
    pub(super) fn of(&self, values: &[f64]) -> Vec<f32> {
        let color: Vec<f32> = values.iter().map(|&v| v as f32).collect();
        match self.mode {
            Mode::Mask => vec![self.inks.grey(self.space, &color)],
            Mode::Ink => {
                let (cmm, ink) = (self.inks.cmm, self.inks.ink(self.space, &color, self.neutrals));
                match (self.spot, self.inks.few) {
                    (Some(spot), _) => vec![spot.tint(cmm, ink)],
                    (None, Some(_)) => on_black(cmm, ink).to_vec(),
                    (None, None) => ink.to_vec(),
                }
            }
        }
    }
}
