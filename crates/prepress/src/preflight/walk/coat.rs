//! What inks a colour, a shading or a picture paints at most.

use lopdf::{Dictionary, Object};

use super::super::estimate::Coat;
use super::super::space::Space;
use super::Walker;
use super::state::Color;
use crate::pdf::object::Objects;

/// Deepest nesting of a gradient's functions.
const DEEPEST: usize = 4;
/// Most parts of a gradient.
const MOST_PARTS: usize = 4_096;

impl Walker<'_> {
    /// A flat colour.
    pub(super) fn flat_coat(&self, color: &Color) -> Coat {
        if has_all(&color.space) {
            let most = color.components.iter().copied().fold(0.0, f64::max);
            let indexed = matches!(*color.space, Space::Indexed(..));
            return Coat::every_plate(if indexed { 1.0 } else { most.min(1.0) });
        }
        Coat::flat(&color.space.inks(&color.components, &self.facts.learnt.plates))
    }

    /// Anything a colour space can paint.
    fn full_coat(&self, space: &Space) -> Coat {
        if has_all(space) {
            return Coat::every_plate(1.0);
        }
        let every = vec![1.0; space.components()];
        Coat::full(&space.inks(&every, &self.facts.learnt.plates))
    }

    /// Takes note of a picture, or of a mask through which the fill colour is painted.
    pub(super) fn mark_picture(&mut self, space: Option<&Space>, mask: bool) {
        if self.estimate.is_none() {
            return;
        }
        if mask {
            let fill = self.state.fill.clone();
            // What the renderer makes of a pattern behind a mask is not the pattern's own coat.
            let pattern = matches!(*fill.space, Space::Pattern(_));
            let coat = if pattern { Coat::unbounded() } else { fill.coat };
            return self.mark_image(&coat);
        }
        // What cannot be decoded goes to the plates as the renderer sees it: grey on black, any
        // other on cyan, magenta and yellow.
        let seen = match space {
            Some(Space::Gray | Space::CalGray | Space::Icc(1)) => Space::Gray,
            _ => Space::Cmyk,
        };
        let coat = space.map_or(Coat::default(), |space| self.full_coat(space));
        let coat = coat.or(self.full_coat(&seen));
        self.mark_image(&coat.rounded());
    }

    /// A shading: the ends of a plain gradient, or anything its colour space can paint.
    pub(super) fn shading_coat(&self, dict: &Dictionary, space: &Space) -> Coat {
        if self.estimate.is_none() {
            return Coat::default();
        }
        // Spaces the plates do not take; the colour before may stay.
        let odd = matches!(space, Space::Pattern(_) | Space::Unknown | Space::Lab(_));
        if odd || space.components() > 8 {
            return Coat::unbounded();
        }
        let file = self.file;
        let plain = matches!(file.number(dict, "ShadingType"), Some(2.0 | 3.0));
        let linear = matches!(
            space,
            Space::Cmyk | Space::Gray | Space::CalGray | Space::Icc(0 | 1 | 4) | Space::Inks(..)
        );
        let unit = self.in_unit(dict, "Domain");
        let function = file.get(dict, "Function").filter(|_| !dict.has(b"Background"));
        let ends = function
            .filter(|_| plain && linear && unit && !has_all(space))
            .and_then(|function| self.function_coat(function, space, 0));
        ends.unwrap_or_else(|| self.full_coat(space)).rounded()
    }

    /// Whether every number of an entry lies between 0 and 1, if it is there.
    fn in_unit(&self, dict: &Dictionary, key: &str) -> bool {
        let numbers = self.file.numbers(dict, key).unwrap_or_default();
        numbers.iter().all(|v| (0.0..=1.0).contains(v))
    }

    /// The ends of an exponential function, or of all that are stitched together; between them
    /// colours run straight.
    fn function_coat(&self, object: &Object, space: &Space, depth: usize) -> Option<Coat> {
        let file = self.file;
        let Object::Dictionary(dict) = file.resolve(object) else { return None };
        if depth > DEEPEST || !self.in_unit(dict, "Domain") {
            return None;
        }
        match file.number(dict, "FunctionType") {
            Some(2.0) if file.number(dict, "N").is_some_and(|n| n > 0.0) => {
                let end = |key, default| {
                    let color = file.numbers(dict, key).unwrap_or(vec![default]);
                    Coat::flat(&space.inks(&color, &self.facts.learnt.plates))
                };
                Some(end("C0", 0.0).or(end("C1", 1.0)))
            }
            Some(3.0) if self.in_unit(dict, "Encode") => {
                let parts = file.array(dict, "Functions")?;
                if parts.is_empty() || parts.len() > MOST_PARTS {
                    return None;
                }
                let coat = |part| self.function_coat(part, space, depth + 1);
                let first = coat(&parts[0])?;
                parts[1..].iter().try_fold(first, |all, part| Some(all.or(coat(part)?)))
            }
            _ => None,
        }
    }
}

/// Whether a space paints every plate there is.
pub(super) fn has_all(space: &Space) -> bool {
    match space {
        Space::Inks(names, _) => names.iter().any(|n| n == b"All"),
        Space::Indexed(base, _) | Space::Pattern(Some(base)) => has_all(base),
        _ => false,
    }
}
