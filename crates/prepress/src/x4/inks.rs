//! Colours as ink, or as grey inside a luminosity mask.
//!
//! Neutral colours of flat art go onto the black plate alone; everything else goes through the CMM.

use super::few::{FewPlates, Plated};
use super::space::Space;
use crate::colour::{Cmm, Ink};

/// Channels closer than this are one neutral grey.
const NEUTRAL: f32 = 1.0 / 510.0;

/// How neutral colours of three components become ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Neutrals {
    /// On black alone: text, rules, flat fills.
    OnBlack,
    /// As every other colour: within a gradient or picture that is coloured elsewhere.
    Mixed,
}

/// Whether a colour has no hue.
pub(super) fn is_neutral(space: &Space, color: &[f32]) -> bool {
    match space {
        Space::Gray => true,
        Space::Source(source, ranges) if source.components() == 3 => {
            let lab = ranges[0].1 > 1.0;
            let at = |i: usize| color.get(i).copied().unwrap_or(0.0);
            if lab {
                at(1).abs() < 0.5 && at(2).abs() < 0.5
            } else {
                (at(0) - at(1)).abs() < NEUTRAL && (at(1) - at(2)).abs() < NEUTRAL
            }
        }
        Space::Source(source, _) if source.components() == 1 => true,
        Space::Source(..) | Space::Cmyk => color.iter().take(3).all(|&v| v == 0.0),
        Space::Indexed { base, table } => {
            let index = index(color);
            is_neutral(base, &Space::look_up(base, table, index))
        }
        Space::Tint { .. } | Space::Other { .. } | Space::Pattern(_) => false,
    }
}

/// Brings colours of any space into ink.
#[derive(Clone, Copy)]
pub(super) struct Inking<'a> {
    pub(super) cmm: &'a Cmm,
    /// The plates, where they are few.
    pub(super) few: Option<&'a FewPlates<'a>>,
}

impl Inking<'_> {
    /// A colour of flat art as it is printed: ink, or a tint of a number's one spot ink.
    pub(super) fn plated(self, ink: Ink) -> Plated {
        self.few.map_or(Plated::Inks(ink), |few| few.plated(self.cmm, ink))
    }

    /// A colour as ink; patterns have none.
    pub(super) fn ink(self, space: &Space, color: &[f32], neutrals: Neutrals) -> Ink {
        let at = |i: usize| color.get(i).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        match space {
            Space::Gray => [0.0, 0.0, 0.0, 1.0 - at(0)],
            Space::Cmyk => [at(0), at(1), at(2), at(3)],
            Space::Source(source, _) => {
                if source.components() == 4
                    && neutrals == Neutrals::OnBlack
                    && is_neutral(space, color)
                {
                    return [0.0, 0.0, 0.0, at(3)];
                }
                let on_black = source.components() == 1
                    || (neutrals == Neutrals::OnBlack && is_neutral(space, color));
                if on_black {
                    let y = self.cmm.luminance(source, color);
                    return [0.0, 0.0, 0.0, self.cmm.luminance_to_k(y)];
                }
                self.cmm.to_ink(source, color)
            }
            Space::Indexed { base, table } => {
                let index = index(color);
                self.ink(base, &Space::look_up(base, table, index), neutrals)
            }
            Space::Tint { transform: Some(transform), alternate, .. }
            | Space::Other { transform: Some(transform), alternate, .. } => {
                let input: Vec<f64> = color.iter().map(|&v| f64::from(v)).collect();
                let values: Vec<f32> = transform.eval(&input).iter().map(|&v| v as f32).collect();
                self.ink(alternate, &values, neutrals)
            }
            Space::Tint { .. } | Space::Other { .. } | Space::Pattern(_) => [0.0; 4],
        }
    }

    /// A colour's grey inside a luminosity mask, from 0 to 1.
    pub(super) fn grey(self, space: &Space, color: &[f32]) -> f32 {
        let at = |i: usize| color.get(i).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        let luma = |r: f32, g: f32, b: f32| 0.3 * r + 0.59 * g + 0.11 * b;
        match space {
            Space::Gray => at(0),
            Space::Source(source, ranges) if ranges[0].1 > 1.0 => {
                (source.to_lab(color)[0] / 100.0).clamp(0.0, 1.0) as f32
            }
            Space::Source(source, _) if source.components() == 3 => luma(at(0), at(1), at(2)),
            Space::Source(source, _) if source.components() == 4 => {
                (1.0 - luma(at(0), at(1), at(2)) - at(3)).max(0.0)
            }
            Space::Source(..) => at(0),
            Space::Indexed { base, table } => {
                let index = index(color);
                self.grey(base, &Space::look_up(base, table, index))
            }
            _ => {
                let [c, m, y, k] = self.ink(space, color, Neutrals::OnBlack);
                (1.0 - luma(c, m, y) - k).max(0.0)
            }
        }
    }
}

/// The entry of an indexed space that a colour names.
fn index(color: &[f32]) -> usize {
    color.first().map_or(0, |&v| v.clamp(0.0, 255.0) as usize)
}
