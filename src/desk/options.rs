//! What a desk is told when it opens.

use std::path::PathBuf;

use jikji_diagnostic::Lang;

/// The port that is taken unless another is named: the year in which *Jikji* was printed.
pub const PORT: u16 = 1377;

/// What a desk shows, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The manifest of the number.
    pub manifest: PathBuf,
    /// The port to answer on; another if it is taken.
    pub port: u16,
    /// The language of the page.
    pub lang: Lang,
    /// Whether nothing may be changed from the page.
    pub read_only: bool,
}
