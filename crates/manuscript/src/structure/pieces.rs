//! The pieces of a text, in the order they stand in.

use super::heads::Role;
use crate::draft::Entry;

/// A piece of the text in the order it stands in.
#[derive(Debug)]
pub enum Piece {
    /// A part or a section, by the line of its heading.
    Group(Role, usize),
    /// An article or a calendar, with the line of its title.
    Entry(Entry, Option<usize>),
}
