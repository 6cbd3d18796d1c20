//! What becomes of each element of the body: the one table of all that is known.
//!
//! Elements are known by namespace and name.

use roxmltree::Node;

use super::space::{Space, space, space_of};
use crate::messages::Why;

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// It has no words: sizes, places, looks.
    Nothing,
    /// What stands in it counts as if it stood here.
    Through,
    /// As that, and it is told.
    Told(Why),
    /// It is left out with its words.
    Out(Why),
    Paragraph,
    Table,
    Run,
    Text,
    Code,
    Tab,
    Break,
    /// A letter that is an element.
    Letter(&'static str),
    Symbol,
    Link,
    Field,
    SimpleField,
    /// A mark of a footnote, or of an endnote.
    Note {
        is_end: bool,
    },
    Comment,
    Content,
    Ruby,
    Math,
    /// Another file, by its relationship.
    Inset,
    /// What holds pictures, shapes, and texts in them.
    Object,
    TextBox,
    Picture,
    VmlPicture,
    Chart,
    Diagram,
    WordArt,
    Embedded,
    Control,
    Description,
    Properties,
    /// It is not in the table: its words are taken, and told.
    Unknown,
}

/// What becomes of an element.
pub fn take(node: Node<'_, '_>) -> Take {
    let name = name(node);
    match space(node) {
        Space::Word => word(name),
        Space::WordMore => match name {
            "conflictDel" => Take::Out(Why::Deleted),
            "conflictIns" => Take::Told(Why::Inserted),
            _ if name.starts_with("customXml") || name == "contentPart" => Take::Nothing,
            _ => Take::Unknown,
        },
        Space::Math => match name {
            "oMath" | "oMathPara" => Take::Math,
            _ => Take::Unknown,
        },
        Space::Place => match name {
            "inline" | "anchor" => Take::Through,
            "docPr" => Take::Description,
            _ => Take::Nothing,
        },
        Space::Drawing => match name {
            "graphic" | "graphicData" => Take::Through,
            "relIds" => Take::Diagram,
            _ => Take::Unknown,
        },
        Space::Shape => match name {
            "cNvPr" => Take::Description,
            "wsp" | "txbx" | "wgp" | "grpSp" | "graphicFrame" | "wpc" | "lockedCanvas" => {
                Take::Through
            }
            "linkedTxbx" | "spPr" | "style" | "bodyPr" | "cNvSpPr" | "cNvCnPr" | "grpSpPr"
            | "cNvGrpSpPr" | "xfrm" | "cNvFrPr" | "bg" | "whole" | "extLst" => Take::Nothing,
            _ => Take::Unknown,
        },
        Space::Picture => {
            if name == "pic" {
                Take::Picture
            } else {
                Take::Nothing
            }
        }
        Space::Chart => {
            if name == "chart" {
                Take::Chart
            } else {
                Take::Unknown
            }
        }
        Space::Diagram => {
            if name == "relIds" {
                Take::Diagram
            } else {
                Take::Nothing
            }
        }
        Space::Vml => match name {
            "shape" | "group" | "rect" | "roundrect" | "oval" | "line" | "polyline" | "curve"
            | "arc" | "image" | "textbox" | "background" => Take::Through,
            "imagedata" => Take::VmlPicture,
            "textpath" => Take::WordArt,
            _ => Take::Nothing,
        },
        Space::VmlOffice => {
            if name == "OLEObject" {
                Take::Embedded
            } else {
                Take::Nothing
            }
        }
        Space::Choice | Space::Relation | Space::Other => Take::Unknown,
    }
}

/// Of Word's own elements.
fn word(name: &str) -> Take {
    match name {
        "p" => Take::Paragraph,
        "r" => Take::Run,
        "t" | "delText" => Take::Text,
        "tbl" => Take::Table,
        "tab" | "ptab" => Take::Tab,
        "br" | "cr" => Take::Break,
        "hyperlink" => Take::Link,
        "fldChar" => Take::Field,
        "fldSimple" => Take::SimpleField,
        "instrText" | "delInstrText" => Take::Code,
        "sym" => Take::Symbol,
        "footnoteReference" => Take::Note { is_end: false },
        "endnoteReference" => Take::Note { is_end: true },
        "commentReference" => Take::Comment,
        "noBreakHyphen" => Take::Letter("-"),
        "softHyphen" => Take::Nothing,
        "ins" | "moveTo" => Take::Told(Why::Inserted),
        "del" => Take::Out(Why::Deleted),
        "moveFrom" => Take::Out(Why::Moved),
        "sdt" => Take::Content,
        "sdtContent" | "smartTag" | "customXml" | "dir" | "bdo" | "tr" | "tc" | "body"
        | "rubyBase" | "rt" | "docPartBody" => Take::Through,
        "ruby" => Take::Ruby,
        "altChunk" | "subDoc" => Take::Inset,
        "drawing" | "pict" | "object" => Take::Object,
        "txbxContent" => Take::TextBox,
        "control" => Take::Control,
        "pPr" | "rPr" | "tblPr" | "tblGrid" | "trPr" | "tcPr" | "tblPrEx" | "sdtPr"
        | "sdtEndPr" | "smartTagPr" | "customXmlPr" | "rubyPr" => Take::Properties,
        "sectPr"
        | "proofErr"
        | "bookmarkStart"
        | "bookmarkEnd"
        | "permStart"
        | "permEnd"
        | "commentRangeStart"
        | "commentRangeEnd"
        | "moveFromRangeStart"
        | "moveFromRangeEnd"
        | "moveToRangeStart"
        | "moveToRangeEnd"
        | "customXmlInsRangeStart"
        | "customXmlInsRangeEnd"
        | "customXmlDelRangeStart"
        | "customXmlDelRangeEnd"
        | "customXmlMoveFromRangeStart"
        | "customXmlMoveFromRangeEnd"
        | "customXmlMoveToRangeStart"
        | "customXmlMoveToRangeEnd"
        | "lastRenderedPageBreak"
        | "footnoteRef"
        | "endnoteRef"
        | "annotationRef"
        | "separator"
        | "continuationSeparator"
        | "movie"
        | "pgNum"
        | "dayShort"
        | "dayLong"
        | "monthShort"
        | "monthLong"
        | "yearShort"
        | "yearLong"
        | "ffData"
        | "binData"
        | "bgPict"
        | "background" => Take::Nothing,
        _ => Take::Unknown,
    }
}

/// Its name, without a namespace.
pub fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// An attribute, of whatever namespace but that of relationships; empty if there is none.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let is_own = |found: &roxmltree::Attribute<'_, '_>| {
        found.name() == name && found.namespace().is_none_or(|of| space_of(of) != Space::Relation)
    };
    node.attributes().find(is_own).map_or("", |found| found.value())
}

/// The identity of a relationship; empty if there is none.
pub fn relation<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let is_relation = |found: &roxmltree::Attribute<'_, '_>| {
        found.name() == name && found.namespace().is_some_and(|of| space_of(of) == Space::Relation)
    };
    node.attributes().find(is_relation).map_or("", |found| found.value())
}

/// An attribute that is a number; none if it is not.
pub fn number<T: std::str::FromStr>(node: Node<'_, '_>, name: &str) -> Option<T> {
    attribute(node, name).parse().ok()
}

/// Whether a property is on: it is if it has no value (ISO/IEC 29500-1, 17.17.4).
pub fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(attribute(node, "val"), "0" | "false" | "off")
}

/// The elements in a node; of alternatives, those of the chosen one.
pub fn elements<'a, 'i>(node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let mut found = vec![];
    gather(node, &mut found);
    found
}

fn gather<'a, 'i>(node: Node<'a, 'i>, found: &mut Vec<Node<'a, 'i>>) {
    for child in node.children().filter(Node::is_element) {
        if space(child) == Space::Choice && name(child) == "AlternateContent" {
            if let Some(chosen) = chosen(child) {
                gather(chosen, found);
            }
        } else {
            found.push(child);
        }
    }
}

/// The first choice of which all is understood, else the fallback, else the first choice.
fn chosen<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let mut all = node.children().filter(Node::is_element);
    let is_understood = |case: &Node<'_, '_>| {
        let is_known = |prefix| {
            case.lookup_namespace_uri(Some(prefix)).is_some_and(|of| space_of(of) != Space::Other)
        };
        name(*case) == "Choice" && attribute(*case, "Requires").split_whitespace().all(is_known)
    };
    let found = all.clone().find(is_understood);
    found.or_else(|| all.clone().find(|case| name(*case) == "Fallback")).or_else(|| all.next())
}

/// The first of Word's elements of a name.
pub fn element<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    let mut all = node.children().filter(Node::is_element);
    all.find(|child| name(*child) == wanted && space(*child) == Space::Word)
}

/// Letters in a node, wherever they stand.
pub fn letters<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let is_letters = |of: Node<'_, '_>| {
        matches!(name(of), "t" | "delText") && matches!(space(of), Space::Word | Space::Math)
    };
    let is_outer =
        move |of: &Node<'_, '_>| is_letters(*of) && !of.ancestors().skip(1).any(is_letters);
    node.descendants().filter(is_outer)
}

/// All words in a node.
pub fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}
