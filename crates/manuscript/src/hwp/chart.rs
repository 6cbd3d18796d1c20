//! Charts: an object of another program, which keeps its numbers as DrawingML too where a newer Hangul saved it. An
//! older one has them in a form of its own, which `vtchart` reads.

use super::container::{Container, MOST_RECORDS};
use super::vtchart;
use crate::office::{COMPOUND, Piece, chart, parse};

/// The stream that holds the numbers.
const NUMBERS: &str = "OOXMLChartContents";
/// That of older ones.
const CONTENTS: &str = "Contents";

/// A chart by the bytes of its object, and how much it holds; none if there are no numbers in it.
pub fn read(object: &[u8]) -> Option<(Vec<Piece>, usize)> {
    // The length of the object stands before it.
    let file =
        [0, 4].into_iter().find_map(|at| object.get(at..).filter(|b| b.starts_with(COMPOUND)));
    let mut files = Container::open(file?).ok()?;
    let mut stream =
        |name: &str| files.stream(&format!("/{name}"), false, MOST_RECORDS).ok().flatten();
    let read = match stream(NUMBERS) {
        Some(part) => parse(&part, NUMBERS, |root| Ok(chart::read(root))).ok()?,
        None => vtchart::read(&stream(CONTENTS)?)?,
    };
    Some(chart::pieces(read))
}
