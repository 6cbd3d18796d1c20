//! What the cell of a tiling is known to come to. It walks none.

use std::collections::BTreeSet;
use std::rc::Rc;

/// What a cell comes to wherever it paints.
#[derive(Debug, Clone, Default)]
pub(super) struct CellInks {
    /// The plates it paints on; none where that is not sure.
    pub plates: Rc<BTreeSet<usize>>,
    /// How much work it is, in steps.
    pub work: usize,
}
