//! What becomes of each element of the body: the one table of all that is known.
//!
//! Elements are known by their names without namespaces: these change with OWPML's editions (2011, 2016, 2021, 2024),
//! and no name stands in two of them for two things.

use roxmltree::Node;

use crate::messages::Why;

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// It has no words: sizes, places, looks.
    Nothing,
    /// What stands in it counts as if it stood here.
    Through,
    /// It is left out with its words.
    Out(Why),
    /// It is left out; its words are an attribute's.
    Named(Why, &'static str),
    Paragraph,
    Run,
    Text,
    /// It marks a place among the letters.
    Mark(Mark),
    Section,
    Table,
    Row,
    Cell,
    Caption,
    DrawText,
    Description,
    Picture,
    Shape,
    Embedded(Why),
    Chart,
    Equation,
    WordArt,
    Overlap,
    Gloss,
    Form,
    Note,
    FieldBegin,
    Number,
    /// It is not in the table: its words are taken, and told.
    Unknown,
}

/// What marks a place among the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Tab,
    Break,
    /// A letter that is an element.
    Letter(&'static str),
    FieldEnd,
    Inserted,
    DeleteBegin,
    DeleteEnd,
}

/// The table, by name.
const ELEMENTS: [(&str, Take); 122] = [
    ("arc", Take::Shape),
    ("autoNum", Take::Number),
    ("ax1", Take::Nothing),
    ("ax2", Take::Nothing),
    ("bookmark", Take::Named(Why::Bookmark, "name")),
    ("btn", Take::Form),
    ("caption", Take::Caption),
    ("cellAddr", Take::Nothing),
    ("cellMargin", Take::Nothing),
    ("cellSpan", Take::Nothing),
    ("cellSz", Take::Nothing),
    ("cellzoneList", Take::Nothing),
    ("center", Take::Nothing),
    ("chart", Take::Chart),
    ("checkBtn", Take::Form),
    ("colPr", Take::Nothing),
    ("comboBox", Take::Form),
    ("compose", Take::Overlap),
    ("connectLine", Take::Shape),
    ("container", Take::Shape),
    ("controlPoints", Take::Nothing),
    ("ctrl", Take::Through),
    ("curSz", Take::Nothing),
    ("curve", Take::Shape),
    ("deleteBegin", Take::Mark(Mark::DeleteBegin)),
    ("deleteEnd", Take::Mark(Mark::DeleteEnd)),
    ("drawText", Take::DrawText),
    ("dutmal", Take::Gloss),
    ("edit", Take::Form),
    ("effects", Take::Nothing),
    ("ellipse", Take::Shape),
    ("end1", Take::Nothing),
    ("end2", Take::Nothing),
    ("endNote", Take::Note),
    ("endNotePr", Take::Nothing),
    ("endPt", Take::Nothing),
    ("equation", Take::Equation),
    ("extent", Take::Nothing),
    ("fieldBegin", Take::FieldBegin),
    ("fieldEnd", Take::Mark(Mark::FieldEnd)),
    ("fillBrush", Take::Nothing),
    ("flip", Take::Nothing),
    ("footNote", Take::Note),
    ("footNotePr", Take::Nothing),
    ("footer", Take::Out(Why::Footer)),
    ("footerApply", Take::Nothing),
    ("fwSpace", Take::Mark(Mark::Letter(" "))),
    ("grid", Take::Nothing),
    ("header", Take::Out(Why::Header)),
    ("headerApply", Take::Nothing),
    ("hiddenComment", Take::Out(Why::HiddenComment)),
    ("hypen", Take::Mark(Mark::Letter("-"))),
    ("hyphen", Take::Mark(Mark::Letter("-"))),
    ("img", Take::Nothing),
    ("imgClip", Take::Nothing),
    ("imgDim", Take::Nothing),
    ("imgRect", Take::Nothing),
    ("inMargin", Take::Nothing),
    ("indexmark", Take::Out(Why::IndexMark)),
    ("insertBegin", Take::Mark(Mark::Inserted)),
    ("insertEnd", Take::Nothing),
    ("label", Take::Nothing),
    ("line", Take::Shape),
    ("lineBreak", Take::Mark(Mark::Break)),
    ("lineNumberShape", Take::Nothing),
    ("lineShape", Take::Nothing),
    ("linesegarray", Take::Nothing),
    ("listBox", Take::Form),
    ("markpenBegin", Take::Nothing),
    ("markpenEnd", Take::Nothing),
    ("masterPage", Take::Nothing),
    ("memogroup", Take::Out(Why::Memo)),
    ("metaTag", Take::Out(Why::FieldCode)),
    ("nbSpace", Take::Mark(Mark::Letter("\u{a0}"))),
    ("newNum", Take::Nothing),
    ("offset", Take::Nothing),
    ("ole", Take::Embedded(Why::Embedded)),
    ("orgSz", Take::Nothing),
    ("outMargin", Take::Nothing),
    ("p", Take::Paragraph),
    ("pageBorderFill", Take::Nothing),
    ("pageHiding", Take::Nothing),
    ("pageNum", Take::Named(Why::PageNumber, "")),
    ("pagePr", Take::Nothing),
    ("paraList", Take::Through),
    ("parameterset", Take::Out(Why::FieldCode)),
    ("pic", Take::Picture),
    ("polygon", Take::Shape),
    ("pos", Take::Nothing),
    ("presentation", Take::Nothing),
    ("pt", Take::Nothing),
    ("pt0", Take::Nothing),
    ("pt1", Take::Nothing),
    ("pt2", Take::Nothing),
    ("pt3", Take::Nothing),
    ("radioBtn", Take::Form),
    ("rect", Take::Shape),
    ("renderingInfo", Take::Nothing),
    ("rotationInfo", Take::Nothing),
    ("run", Take::Run),
    ("scrollBar", Take::Form),
    ("secPr", Take::Section),
    ("seg", Take::Nothing),
    ("shadow", Take::Nothing),
    ("shapeComment", Take::Description),
    ("start1", Take::Nothing),
    ("start2", Take::Nothing),
    ("startNum", Take::Nothing),
    ("startPt", Take::Nothing),
    ("subList", Take::Through),
    ("sz", Take::Nothing),
    ("t", Take::Text),
    ("tab", Take::Mark(Mark::Tab)),
    ("tbl", Take::Table),
    ("tc", Take::Cell),
    ("textMargin", Take::Nothing),
    ("textart", Take::WordArt),
    ("textartPr", Take::Nothing),
    ("titleMark", Take::Nothing),
    ("tr", Take::Row),
    ("video", Take::Embedded(Why::Video)),
    ("visibility", Take::Nothing),
];

/// What becomes of an element.
pub fn take(node: Node<'_, '_>) -> Take {
    let found = ELEMENTS.binary_search_by_key(&name(node), |&(name, _)| name);
    found.map_or(Take::Unknown, |at| ELEMENTS[at].1)
}

/// Its name, without a namespace.
pub fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// An attribute; empty if there is none.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.attribute(name).unwrap_or_default()
}

/// An attribute that is a number; none if it is not.
pub fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    attribute(node, name).parse().ok()
}

/// The elements in a node; of those that a `switch` gives to choose from, the chosen.
pub fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    let own = node.children().filter(Node::is_element);
    own.flat_map(|child| {
        let is_switch = name(child) == "switch";
        let chosen = if is_switch { chosen(child) } else { None };
        let within = chosen.into_iter().flat_map(|node| node.children()).filter(Node::is_element);
        (!is_switch).then_some(child).into_iter().chain(within)
    })
}

/// The first element of a name.
pub fn element<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    elements(node).find(|child| name(*child) == wanted)
}

/// The first case of a `switch` that is understood; without one its default, without that its first.
fn chosen<'a, 'i>(switch: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    const UNDERSTOOD: [&str; 4] = ["HwpUnitChar", "paragraph", "ooxmlchart", "core"];
    let mut cases = switch.children().filter(Node::is_element);
    let is_understood = |case: &Node<'_, '_>| {
        let required = case.attributes().find(|attribute| attribute.name() == "required-namespace");
        required.is_some_and(|found| {
            UNDERSTOOD.contains(&found.value().rsplit('/').next().unwrap_or_default())
        })
    };
    let found = cases.clone().find(|case| name(*case) == "case" && is_understood(case));
    found.or_else(|| cases.clone().find(|case| name(*case) == "default")).or_else(|| cases.next())
}

/// All words in a node.
pub fn words(node: Node<'_, '_>) -> String {
    texts(node).collect()
}

/// All texts in a node.
pub fn texts<'a>(node: Node<'a, '_>) -> impl Iterator<Item = &'a str> {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text())
}

/// Words that stand among the elements of a node, where the format has none.
pub fn stray(node: Node<'_, '_>) -> String {
    let texts = node.children().filter(Node::is_text).filter_map(|text| text.text());
    texts.filter(|text| !text.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::ELEMENTS;

    #[test]
    fn the_table_is_sorted() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
