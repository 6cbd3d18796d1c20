//! Contents that are walked without being painted there: nothing of them is told, but the work counts.

use super::{Facts, Walker};

impl Facts {
    /// Facts of contents that are only tried out: they go on from what is learnt of inks and sizes.
    pub(super) fn tried(&mut self) -> Self {
        let mut tried = Self::default();
        tried.swap_learnt(self);
        tried
    }

    /// Takes back what was learnt from contents that were tried out.
    pub(super) fn learn(&mut self, mut tried: Self) {
        self.swap_learnt(&mut tried);
    }

    /// What holds wherever it is met. A fact that is new must be named here, too.
    fn swap_learnt(&mut self, from: &mut Self) {
        let Self {
            plates,
            alternates,
            shaded,
            drawn,
            findings: _,
            fonts: _,
            images: _,
            too_fine: _,
            reversed: _,
            near: _,
            coarse: _,
            vanishing: _,
            below: _,
            placed: _,
            transparent: _,
            marks: _,
            printed: _,
            text: _,
            lettered: _,
            strokes: _,
            painted: _,
            inked: _,
            graded: _,
            exhausted: _,
            unseen: _,
            work: _,
            held: _,
            known: _,
        } = from;
        std::mem::swap(&mut self.plates, plates);
        std::mem::swap(&mut self.alternates, alternates);
        std::mem::swap(&mut self.shaded, shaded);
        std::mem::swap(&mut self.drawn, drawn);
    }
}

impl Walker<'_> {
    /// Walks contents with facts of their own; gives what they came to. Layers that are open where they are named do
    /// not hide them, and no cell counts as judged for them.
    pub(super) fn aside(&mut self, facts: Facts, walk: impl FnOnce(&mut Self)) -> Facts {
        let facts = std::mem::replace(&mut self.facts, facts);
        let marked = std::mem::take(&mut self.marked);
        let walked = std::mem::take(&mut self.walked);
        walk(self);
        (self.marked, self.walked) = (marked, walked);
        let inside = std::mem::replace(&mut self.facts, facts);
        self.facts.unseen |= inside.unseen;
        // What was too much is too much for the page; what is broken its user tells of.
        if inside.exhausted && self.left == 0 {
            self.spend(1);
        }
        inside
    }
}
