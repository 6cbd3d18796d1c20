//! Where in the markup a glyph comes from.

use std::collections::HashMap;

use typst::syntax::{Span, SyntaxNode};
use typst::text::Glyph;

use super::world::TypstWorld;

/// The first byte of each leaf of the markup's syntax.
pub struct Leaves(HashMap<Span, usize>);

impl Leaves {
    /// Those of the markup that a world sets.
    pub fn of(world: &TypstWorld) -> Self {
        let mut starts = HashMap::with_capacity(1 << 13);
        index(world.main_source().root(), 0, &mut starts);
        Self(starts)
    }

    /// The byte of the markup a glyph comes from, if it is from there.
    pub fn byte(&self, glyph: &Glyph) -> Option<usize> {
        let (span, offset) = glyph.span;
        self.0.get(&span).map(|start| start + usize::from(offset))
    }
}

/// Notes where each leaf starts; Typst's trees are as deep as the markup is nested, and no deeper.
fn index(node: &SyntaxNode, start: usize, starts: &mut HashMap<Span, usize>) {
    let mut at = start;
    for child in node.children() {
        index(child, at, starts);
        at += child.len();
    }
    if node.children().len() == 0 {
        starts.insert(node.span(), start);
    }
}
