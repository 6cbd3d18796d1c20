//! The pieces of a text, in the order they stand in.

use super::listed::Level;
use crate::draft::{Brief, Events};

/// A piece of the text in the order it stands in.
#[derive(Debug)]
pub enum Piece {
    /// A part or a section, by the line of its heading.
    Group(Level, usize),
    /// An article, with the line of its title.
    Article(Brief, Option<usize>),
    /// A calendar, with the line of its title.
    Calendar(Events, Option<usize>),
}
