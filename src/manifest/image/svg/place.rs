//! Places in an SVG file: from what was read of it back to its bytes.

use roxmltree::{Attribute, Node};

use crate::manifest::image::fault::Spot;

/// A text out of the file, which may have come through entities and sections.
#[derive(Debug, Default)]
pub struct Located {
    /// The text.
    pub text: String,
    /// From these bytes of the text on, the file's bytes from there; `false` where all of it is at one place.
    pieces: Vec<(usize, usize, bool)>,
}

impl Located {
    /// Everything written in an element.
    pub fn inside(node: Node<'_, '_>) -> Self {
        let mut located = Self::default();
        for child in node.children().filter(Node::is_text) {
            located.push(
                node.document().input_text(),
                child.text().unwrap_or_default(),
                child.range(),
            );
        }
        located
    }

    /// An attribute's value.
    pub fn value(node: Node<'_, '_>, attribute: &Attribute<'_, '_>) -> Self {
        let mut located = Self::default();
        located.push(node.document().input_text(), attribute.value(), attribute.range_value());
        located
    }

    fn push(&mut self, file: &str, text: &str, range: std::ops::Range<usize>) {
        let found = file.get(range.clone()).and_then(|written| written.find(text));
        self.pieces.push((self.text.len(), range.start + found.unwrap_or(0), found.is_some()));
        self.text.push_str(text);
    }

    /// Where in the file a byte of the text stands.
    pub fn at(&self, byte: usize) -> usize {
        let piece = self.pieces.iter().rev().find(|(from, ..)| *from <= byte);
        piece.map_or(0, |(from, at, exact)| if *exact { at + byte - from } else { *at })
    }
}

/// The line and column of a byte of the file, with the line.
pub fn spot(file: &str, at: usize) -> Spot {
    let at = (0..=at.min(file.len())).rev().find(|at| file.is_char_boundary(*at)).unwrap_or(0);
    let start = file[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = file[start..].split(['\n', '\r']).next().unwrap_or_default();
    let from = (at - start).min(line.len());
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/' | '}');
    let end = line[from..].char_indices().skip(1).find(|(_, c)| ends(*c));
    let end = end.map_or(line.len(), |(end, _)| from + end);
    Spot {
        line: file[..start].matches('\n').count() + 1,
        column: file[start..at].chars().count() + 1,
        text: line.to_string(),
        range: from..end,
    }
}
