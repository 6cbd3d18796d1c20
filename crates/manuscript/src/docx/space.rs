//! Namespaces, each known by its address in the transitional or the strict form of ISO/IEC 29500.

use roxmltree::Node;

/// A namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    Word,
    /// Word's additions of 2010 and later.
    WordMore,
    Math,
    Choice,
    Relation,
    Drawing,
    /// Where a drawing stands in the text.
    Place,
    /// Shapes, groups and canvases of 2010.
    Shape,
    Picture,
    Chart,
    Diagram,
    Vml,
    VmlOffice,
    Other,
}

const STRICT: &str = "http://purl.oclc.org/ooxml/";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/";
const MICROSOFT: &str = "http://schemas.microsoft.com/office/";

/// The namespace of an address.
pub fn space_of(address: &str) -> Space {
    let open = address
        .strip_prefix(STRICT)
        .or_else(|| address.strip_prefix(TRANSITIONAL).filter(|rest| rest.contains("2006")));
    let strict_or_not = open.unwrap_or_default().replace("/2006", "");
    match strict_or_not.as_str() {
        "wordprocessingml/main" => return Space::Word,
        "officeDocument/math" => return Space::Math,
        "officeDocument/relationships" => return Space::Relation,
        "drawingml/main" => return Space::Drawing,
        "drawingml/wordprocessingDrawing" => return Space::Place,
        "drawingml/picture" => return Space::Picture,
        "drawingml/chart" => return Space::Chart,
        "drawingml/diagram" => return Space::Diagram,
        "drawingml/lockedCanvas" => return Space::Shape,
        "markup-compatibility" => return Space::Choice,
        _ => {}
    }
    match address.strip_prefix(MICROSOFT).unwrap_or_default() {
        "word/2010/wordprocessingShape"
        | "word/2010/wordprocessingGroup"
        | "word/2010/wordprocessingCanvas" => Space::Shape,
        "word/2010/wordprocessingDrawing" | "word/2012/wordprocessingDrawing" => Space::Place,
        "word/2010/wordml" | "word/2012/wordml" => Space::WordMore,
        _ => match address {
            "urn:schemas-microsoft-com:vml" => Space::Vml,
            "urn:schemas-microsoft-com:office:office" => Space::VmlOffice,
            _ => Space::Other,
        },
    }
}

/// The namespace of an element.
pub fn space(node: Node<'_, '_>) -> Space {
    node.tag_name().namespace().map_or(Space::Other, space_of)
}
