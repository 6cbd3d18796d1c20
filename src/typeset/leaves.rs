//! Where in the markup a glyph comes from.

use typst::syntax::{Span, SyntaxNode};
use typst::text::Glyph;

use super::world::TypstWorld;

/// The first byte of each leaf of the markup's syntax, by the number of its span.
pub struct Leaves(Vec<(Span, usize)>);

impl Leaves {
    /// Those of the markup that a world sets.
    pub fn of(world: &TypstWorld) -> Self {
        let mut starts = Vec::with_capacity(1 << 13);
        index(world.main_source().root(), 0, &mut starts);
        // Numbers rise through a tree, so that this is done in one go.
        starts.sort_unstable_by_key(|(span, _)| span.into_raw());
        Self(starts)
    }

    /// The byte of the markup a glyph comes from, if it is from there.
    pub fn byte(&self, glyph: &Glyph) -> Option<usize> {
        let (span, offset) = glyph.span;
        let known = |&(other, _): &(Span, usize)| other.into_raw().cmp(&span.into_raw());
        let leaf = self.0.binary_search_by(known).ok()?;
        Some(self.0[leaf].1 + usize::from(offset))
    }
}

/// Notes where each leaf starts; Typst's trees are as deep as the markup is nested, and no deeper.
fn index(node: &SyntaxNode, start: usize, starts: &mut Vec<(Span, usize)>) {
    let mut at = start;
    for child in node.children() {
        index(child, at, starts);
        at += child.len();
    }
    if node.children().len() == 0 {
        starts.push((node.span(), start));
    }
}
