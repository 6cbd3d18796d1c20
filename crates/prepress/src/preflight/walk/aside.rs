//! Contents that are walked without being painted there: nothing of them is told, but the work counts.

use super::{Facts, Walker};

impl Facts {
    /// Facts of contents that are only tried out: they go on from what is learnt.
    pub(super) fn tried(&mut self) -> Self {
        Self { learnt: std::mem::take(&mut self.learnt), ..Self::default() }
    }

    /// Takes back what was learnt from contents that were tried out.
    pub(super) fn learn(&mut self, tried: Self) {
        self.learnt = tried.learnt;
    }
}

impl Walker<'_> {
    /// Walks contents with facts of their own; gives what they came to. Layers that are open where they are named do
    /// not hide them, and no cell counts as judged for them.
    pub(super) fn aside(&mut self, facts: Facts, walk: impl FnOnce(&mut Self)) -> Facts {
        let facts = Facts { unplated: self.facts.unplated, ..facts };
        let facts = std::mem::replace(&mut self.facts, facts);
        let marked = std::mem::take(&mut self.marked);
        let walked = std::mem::take(&mut self.walked);
        walk(self);
        (self.marked, self.walked) = (marked, walked);
        let inside = std::mem::replace(&mut self.facts, facts);
        self.facts.unseen |= inside.unseen;
        self.facts.unplated |= inside.unplated;
        // What was too much is too much for the page; what is broken its user tells of.
        if inside.endless {
            self.give_up();
        }
        inside
    }
}
