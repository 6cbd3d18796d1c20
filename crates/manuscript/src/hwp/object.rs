//! Drawn objects: pictures, text boxes, word art, embedded objects, alone or in groups (4.3.9.2).

use super::record::{Node, tag, text_at, u16_at};
use crate::messages::Why;
use crate::office::{Out, Piece};

/// An object.
pub struct Object<'a> {
    /// Its description.
    pub alt: String,
    /// The paragraphs of its caption.
    pub caption: Vec<Node<'a>>,
    /// Where it leads as a whole.
    pub link: String,
    /// What it is made of.
    pub shapes: Vec<Shape<'a>>,
}

/// A part of an object.
pub enum Shape<'a> {
    /// A picture, by the number of its file, from 1.
    Picture(usize),
    /// A text box.
    Text(Vec<Node<'a>>),
    /// Words drawn as a picture.
    Art(String),
    /// An object of another program: a chart, a sheet; by the number of its file, from 1.
    Embedded(usize),
    /// A film.
    Video,
    /// Lines and areas without words.
    Drawing,
}

/// Reads an object.
pub fn read(node: Node<'_>) -> Object<'_> {
    let link = node.child(tag::CONTROL_DATA).map(|found| link(found.data())).unwrap_or_default();
    let alt = text_at(node.data(), 44).0;
    let mut object = Object { alt, caption: vec![], link, shapes: vec![] };
    // A group stands in a group, without calls in calls: the next to be read is the last.
    let mut open = vec![];
    for child in node.children() {
        match child.tag() {
            tag::PARAGRAPH => object.caption.push(child),
            tag::LIST => {
                object.caption.extend(child.children().filter(|c| c.tag() == tag::PARAGRAPH));
            }
            tag::SHAPE => open.push(child),
            _ => {}
        }
    }
    open.reverse();
    while let Some(shape) = open.pop() {
        let (found, within) = parts(shape);
        object.shapes.extend(found);
        open.extend(within.into_iter().rev());
    }
    object
}

/// The code of an object's link, from its further data: a set of one item (0x26f) that is a set of one text (0x265).
fn link(data: &[u8]) -> String {
    let is_link = u16_at(data, 6) == 0x26f && u16_at(data, 16) == 0x265;
    if is_link { text_at(data, 20).0 } else { String::new() }
}

/// What stands in a shape itself, and the shapes of its group.
fn parts(shape: Node<'_>) -> (Vec<Shape<'_>>, Vec<Node<'_>>) {
    let (mut found, mut within, mut paragraphs) = (vec![], vec![], vec![]);
    for child in shape.children() {
        let data = child.data();
        match child.tag() {
            tag::PARAGRAPH => paragraphs.push(child),
            tag::LIST => {
                paragraphs.extend(child.children().filter(|c| c.tag() == tag::PARAGRAPH));
            }
            tag::PICTURE => found.push(Shape::Picture(u16_at(data, 71).into())),
            tag::WORD_ART => found.push(Shape::Art(text_at(data, 32).0)),
            tag::OLE => found.push(Shape::Embedded(u16_at(data, 12).into())),
            tag::CHART => found.push(Shape::Embedded(0)),
            tag::VIDEO => found.push(Shape::Video),
            tag::SHAPE => within.push(child),
            _ => {}
        }
    }
    if !paragraphs.is_empty() {
        found.insert(0, Shape::Text(paragraphs));
    }
    if found.is_empty() && within.is_empty() {
        found.push(Shape::Drawing);
    }
    (found, within)
}

/// The description of an object, left out.
pub fn described(description: &str) -> Vec<Piece> {
    let out = Out { why: Why::Description, text: description.to_string() };
    if out.text.is_empty() { vec![] } else { vec![Piece::Out(out)] }
}
