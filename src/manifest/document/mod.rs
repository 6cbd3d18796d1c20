//! TOML with places: parsing, syntax errors in plain words, and typed reading of values.
//!
//! `manifest` and `layout` read their files through it. It knows TOML and nothing of what the keys
//! mean.

mod decode;
mod node;
mod syntax;
mod unclosed;

pub use node::{Node, Table, listing, nearest, quoted};

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::source::FileId;

/// A parsed TOML file. Where a value could not be read it holds a stand-in, see [`Document::broken`].
pub struct Document<'t> {
    file: FileId,
    text: &'t str,
    root: Spanned<DeValue<'t>>,
    /// Places of syntax errors: a value that covers one is not to be judged again.
    broken: Vec<Range<usize>>,
}

impl<'t> Document<'t> {
    /// Parses `text`, the whole normalised text of `file`. Returns `None` in place of the document
    /// where its structure is damaged so far that more findings would only mislead.
    pub fn parse(file: FileId, text: &'t str) -> (Option<Self>, Vec<Diagnostic>) {
        let syntax::Parsed { table, problems, broken } = syntax::parse(file, text);
        let document = table.map(|table: DeTable<'t>| Self {
            file,
            text,
            root: Spanned::new(0..0, DeValue::Table(table)),
            broken,
        });
        (document, problems)
    }

    /// The top-level table.
    pub fn root(&self) -> Table<'_> {
        Table::root(self)
    }

    /// Whether a syntax error lies in `range`, its ends included.
    fn is_broken(&self, range: &Range<usize>) -> bool {
        self.broken.iter().any(|broken| broken.start <= range.end && range.start <= broken.end)
    }
}
