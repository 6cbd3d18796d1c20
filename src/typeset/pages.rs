//! What a number came to when it was set.

use std::ops::Range;

use typst_layout::PagedDocument;

use crate::compose::markup::Markup;
use crate::typeset::lines::{Line, Statistics};

/// A number as it was set.
pub struct Pages {
    /// The pages; their texts hold no joiner.
    pub document: PagedDocument,
    /// The markup that gives them.
    pub markup: Markup,
    /// What each entry took.
    pub entries: Vec<EntryReport>,
    /// Pages of front and back modules by name.
    pub furniture: Vec<(String, Range<usize>)>,
    /// The lines of running text, those of one paragraph together.
    pub lines: Vec<Line>,
    /// Counted on them.
    pub statistics: Statistics,
}

/// What an entry took.
#[derive(Debug, Clone)]
pub struct EntryReport {
    /// Its pages, from 1, front pages counted.
    pub pages: Range<usize>,
    /// The folio of its first page: what the reader sees and cites.
    pub folio: u64,
    /// Its copyfitting step, from 0 (loosest).
    pub step: usize,
    /// How full its page is, 0 to 1, where its module measures that.
    pub fill: Option<f64>,
}
