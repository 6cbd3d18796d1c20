//! The threads of a preflight.

use crate::threads;

/// Most of them, as each holds a page's plates.
const MOST: usize = 8;

/// How many threads a preflight takes.
pub(super) fn workers() -> usize {
    threads::count().min(MOST)
}
