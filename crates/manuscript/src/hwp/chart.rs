//! Charts: an object of another program, which keeps its numbers as DrawingML too where a newer Hangul saved it. Older
//! ones have them in a form of their own, which is not read.

use super::container::{Container, MOST_RECORDS};
use crate::office::{COMPOUND, Piece, chart, parse};

/// The stream that holds the numbers.
const NUMBERS: &str = "OOXMLChartContents";

/// A chart by the bytes of its object, and how much it holds; none if there are no numbers in it.
pub fn read(object: &[u8]) -> Option<(Vec<Piece>, usize)> {
    // The length of the object stands before it.
    let file =
        [0, 4].into_iter().find_map(|at| object.get(at..).filter(|b| b.starts_with(COMPOUND)));
    let mut files = Container::open(file?).ok()?;
    let part = files.stream(&format!("/{NUMBERS}"), false, MOST_RECORDS).ok()??;
    let read = parse(&part, NUMBERS, |root| Ok(chart::read(root))).ok()?;
    Some(chart::pieces(read))
}
