//! What of a file is drawn at all: the one branch of each `switch`, and no part whose language or
//! extension is not there.
//!
//! Documents inside a drawing (`foreignObject`) are drawn by browsers alone; where a `switch` has
//! something else for programs that cannot, that is taken.

use roxmltree::{Document, Node};

use super::named::named;
use super::read::SVG;

/// The languages of the readers, the first one first.
const LANGUAGES: [&str; 2] = ["ko", "en"];
/// Extensions that browsers have: pages and formulas inside a drawing.
const EXTENSIONS: [&str; 2] =
    ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// Which nodes are drawn, by their ids, and which documents something else stands for.
pub struct Choice<'a, 'input> {
    /// By a node's id.
    pub kept: Vec<bool>,
    /// Documents inside the drawing, each with what is drawn instead.
    pub instead: Vec<(Node<'a, 'input>, Node<'a, 'input>)>,
}

/// Chooses.
pub fn choose<'a, 'input>(document: &'a Document<'input>) -> Choice<'a, 'input> {
    let mut kept = vec![true; document.descendants().count()];
    let mut instead = vec![];
    for node in document.descendants() {
        let id = node.id().get_usize();
        let above = node.parent().is_none_or(|parent| kept[parent.id().get_usize()]);
        kept[id] = above && kept[id];
        if !kept[id] || !node.is_element() {
            continue;
        }
        let is_page = |node: &Node<'_, '_>| node.has_tag_name((SVG, "foreignObject"));
        if !passes(node) || (is_page(&node) && is_blank(node)) {
            kept[id] = false;
        } else if node.has_tag_name((SVG, "switch")) {
            let candidates: Vec<_> =
                node.children().filter(|c| c.is_element() && passes(*c)).collect();
            let chosen =
                candidates.iter().find(|child| !is_page(child)).or(candidates.first()).copied();
            for child in node.children().filter(Node::is_element) {
                kept[child.id().get_usize()] = Some(child) == chosen;
            }
            if let (Some(page), Some(chosen)) =
                (candidates.first().filter(|first| is_page(first)), chosen)
                && *page != chosen
                && !is_blank(*page)
            {
                instead.push((*page, chosen));
            }
        }
    }
    Choice { kept, instead }
}

/// Whether the conditions of an element hold (SVG 2, 5.8); `requiredFeatures` is none any more.
fn passes(node: Node<'_, '_>) -> bool {
    let extensions = named(node, "requiredExtensions").is_none_or(|list| {
        let mut list = list.split_ascii_whitespace().peekable();
        list.peek().is_some() && list.all(|extension| EXTENSIONS.contains(&extension))
    });
    let language = named(node, "systemLanguage").is_none_or(|list| {
        list.split(',').map(str::trim).any(|wanted| {
            let wanted = wanted.to_ascii_lowercase();
            LANGUAGES.iter().any(|have| wanted == *have || wanted.starts_with(&format!("{have}-")))
        })
    });
    extensions && language
}

/// Whether nothing of a document inside the drawing would be seen.
fn is_blank(page: Node<'_, '_>) -> bool {
    let seen = |node: Node<'_, '_>| {
        let picture = matches!(
            node.tag_name().name(),
            "img" | "svg" | "canvas" | "video" | "iframe" | "object" | "embed" | "script"
        );
        picture || node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty())
    };
    !page.descendants().any(seen)
}

/// The words of an element, with single blanks.
pub fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
    let words = texts.flat_map(str::split_whitespace).map(str::to_string);
    words.collect::<Vec<_>>().join(" ")
}
