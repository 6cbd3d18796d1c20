//! A file that is changed: its text, and what stands where.

use std::ops::Range;

use super::cells::Cells;
use super::places::Places;
use super::scan::Value;

/// Bytes of a file that go, and what comes for them.
pub type Piece = (Range<usize>, String);

/// A file that is changed.
pub struct File<'t> {
    /// Its text, with a last line end.
    pub text: &'t str,
    /// What stands where in it.
    pub places: Places,
    /// Its line end.
    pub newline: &'static str,
}

impl File<'_> {
    /// A new piece with the line ends of the file.
    pub fn own(&self, piece: &str) -> String {
        piece.replace('\n', self.newline)
    }

    /// The list or inline table `holder` with its cells edited.
    pub fn cells(
        &self,
        holder: &Value,
        edit: impl FnOnce(&mut Cells) -> Option<()>,
    ) -> Option<Vec<Piece>> {
        let range = holder.range.clone();
        let mut cells = Cells::of(self.text, range.clone(), &holder.cells(), self.newline);
        edit(&mut cells)?;
        Some(vec![(range, cells.written())])
    }
}
