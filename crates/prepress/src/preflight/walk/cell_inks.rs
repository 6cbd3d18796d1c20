//! On which plates the cell of a tiling paints, which is what text and lines in such a colour are printed with, and how
//! much work it is.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::space::Space;
use super::Walker;
use super::cell::CellInks;
use super::repeats::{Repeats, Tiling};
use super::state::{Color, State};
use super::tiling::EVERYWHERE;

impl Walker<'_> {
    /// The flat colour that a pattern's cell has throughout, if it is given with the pattern.
    pub(super) fn given_color(&self, tiling: &Tiling, color: &Color) -> Option<Color> {
        let flat = match &*color.space {
            Space::Pattern(Some(base)) => {
                Color::new(Rc::new((**base).clone()), color.components.clone())
            }
            _ => (*Color::black()).clone(),
        };
        tiling.uncoloured.then_some(flat)
    }

    /// What a cell comes to.
    pub(super) fn cell_inks(&mut self, tiling: &Tiling, color: &Color) -> CellInks {
        let key = tiling.key(color);
        if let Some(known) = self.cell_inks.get(&key) {
            return known.clone();
        }
        // Wherever it stands in the cell, it is taken to be seen on the page.
        let (area, nowhere) = (self.trim, (0.0, 0.0));
        let repeats = Repeats { across: nowhere, up: nowhere, area, middle: nowhere, whole: true };
        let start = State { ctm: tiling.base, repeats: Some(repeats), ..State::new(EVERYWHERE) };
        let (estimate, held, left) = (self.estimate.take(), self.held, self.left);
        let tried = self.facts.tried();
        let inside = self.aside(tried, |walker| walker.walk_cell(tiling, color, start));
        (self.estimate, self.held) = (estimate, held);
        let plates = if inside.graded { BTreeSet::new() } else { inside.inked.clone() };
        let inks = CellInks { plates: Rc::new(plates), work: left.saturating_sub(self.left) };
        self.facts.learn(inside);
        self.cell_inks.insert(key, inks.clone());
        inks
    }
}
