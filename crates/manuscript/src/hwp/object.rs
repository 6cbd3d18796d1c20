//! Drawn objects: pictures, text boxes, word art, embedded objects, alone or in groups (4.3.9.2).

use super::record::{Node, tag, text_at, u16_at};

/// An object.
pub struct Object<'a> {
    /// Its description.
    pub alt: String,
    /// The paragraphs of its caption.
    pub caption: Vec<Node<'a>>,
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
    /// An object of another program: a chart, a sheet.
    Embedded,
    /// A film.
    Video,
    /// Lines and areas without words.
    Drawing,
}

/// Reads an object.
pub fn read(node: Node<'_>) -> Object<'_> {
    let mut object = Object { alt: text_at(node.data(), 44).0, caption: vec![], shapes: vec![] };
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
            tag::OLE | tag::CHART => found.push(Shape::Embedded),
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
