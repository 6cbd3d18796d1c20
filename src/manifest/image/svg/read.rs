//! Reads an SVG file as XML: well-formed, of bounded size and depth, with no entities but names of
//! namespaces.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::css::media::Screen;
use super::named::named;
use super::place::spot;
use crate::document::quoted;
use crate::manifest::image::fault::ImageFault;
use crate::manifest::messages as msg;

/// The most nodes of the XML tree, and how deep they may be nested.
pub const MOST_NODES: u32 = 250_000;
const DEEPEST: usize = 128;
/// The namespace of SVG.
pub const SVG: &str = "http://www.w3.org/2000/svg";
/// The longest entity, and the most bytes that all references may come to.
const LONGEST_ENTITY: usize = 200;
const MOST_OF_ENTITIES: usize = 8 << 20;
/// How large a browser shows a drawing that does not say.
const UNSAID: Screen = Screen { width: 300.0, height: 150.0 };

/// The text of a file.
pub fn text(bytes: &[u8]) -> Result<&str, ImageFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| ImageFault::new(msg::SVG_ENCODING))?;
    Ok(text.trim_start_matches('\u{feff}'))
}

/// The tree of a file; none if it is no SVG.
pub fn document(text: &str) -> Result<Option<Document<'_>>, ImageFault> {
    doctype(text)?;
    let options =
        ParsingOptions { nodes_limit: MOST_NODES, allow_dtd: true, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| xml_fault(text, &error))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Ok(None);
    }
    size_fault(root)?;
    depth(&document)?;
    Ok(Some(document))
}

fn xml_fault(text: &str, error: &Error) -> ImageFault {
    let at = error.pos();
    let ends = text.match_indices('\n').map(|(end, _)| end + 1);
    let start = std::iter::once(0).chain(ends).nth(at.row.saturating_sub(1) as usize).unwrap_or(0);
    let column = text[start..].char_indices().nth(at.col.saturating_sub(1) as usize);
    let byte = start + column.map_or(0, |(at, _)| at);
    match error {
        Error::UnknownEntityReference(..)
        | Error::EntityReferenceLoop(_)
        | Error::MalformedEntityReference(_) => entity(text, byte),
        Error::NodesLimitReached => large(),
        error => {
            ImageFault::new(msg::SVG_XML).arg("reason", error.to_string()).at(spot(text, byte))
        }
    }
}

fn entity(text: &str, at: usize) -> ImageFault {
    ImageFault::new(msg::SVG_DOCTYPE).at(spot(text, at))
}

/// A file that asks for more than a drawing needs.
pub fn large() -> ImageFault {
    ImageFault::new(msg::SVG_LARGE).arg("nodes", MOST_NODES)
}

/// Looks through the document type: names of namespaces may be entities, as drawing programs write them,
/// nothing else.
fn doctype(text: &str) -> Result<(), ImageFault> {
    let Some(start) = text.find("<!DOCTYPE") else { return Ok(()) };
    let mut at = start + "<!DOCTYPE".len();
    let mut longest = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(inside) = rest.strip_prefix("<!ENTITY") {
            let end = inside.find('>').ok_or_else(|| entity(text, at))?;
            let value = namespace(&inside[..end]).ok_or_else(|| entity(text, at))?;
            longest = longest.max(value);
            at += "<!ENTITY".len() + end;
        } else if rest.starts_with("<!--") {
            let Some(end) = rest.find("-->") else { break };
            at += end;
        } else if c == '%' {
            return Err(entity(text, at));
        } else if matches!(c, '"' | '\'') {
            let Some(end) = rest[1..].find(c) else { break };
            at += end + 1;
        } else if rest.starts_with("]") || (c == '>' && !text[start..at].contains('[')) {
            break;
        }
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    match longest > 0 && text.matches('&').count().saturating_mul(longest) > MOST_OF_ENTITIES {
        true => Err(large()),
        false => Ok(()),
    }
}

/// The length of ` name "http://…"`'s value; none if it is anything else.
fn namespace(inside: &str) -> Option<usize> {
    let (name, value) = inside.trim().split_once(|c: char| c.is_ascii_whitespace())?;
    let value = value.trim();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = value.strip_prefix(quote)?.strip_suffix(quote)?;
    let plain = !value.contains(['&', '%', '<', quote]) && value.len() <= LONGEST_ENTITY;
    (plain && !name.is_empty() && value.starts_with("http")).then_some(value.len())
}

/// A drawing of no size cannot be placed; the renderer says so only when a page is set.
fn size_fault(root: Node<'_, '_>) -> Result<(), ImageFault> {
    let wrong = |name: &str, value: &str| {
        let shown: String = value.chars().take(40).collect();
        Err(ImageFault::new(msg::SVG_SIZE).arg("what", quoted(format!("{name}=\"{shown}\""))))
    };
    for name in ["width", "height"] {
        let Some(value) = named(root, name) else { continue };
        if number(value.trim()).is_some_and(|side| side <= 0.0 || side > LARGEST) {
            return wrong(name, value);
        }
    }
    let Some(view) = named(root, "viewBox") else { return Ok(()) };
    match numbers(view)[..] {
        [x, y, width, height]
            if width <= 0.0
                || height <= 0.0
                || [x, y, width, height].iter().any(|side| side.abs() > LARGEST) =>
        {
            wrong("viewBox", view)
        }
        _ => Ok(()),
    }
}

/// The largest side, in any unit: nothing is drawn a kilometre wide.
const LARGEST: f64 = 10_000_000.0;

fn number(text: &str) -> Option<f64> {
    let end = text.find(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E') || c == '%');
    let number =
        text[..end.unwrap_or(text.len())].trim_end_matches(['e', 'E']).trim().parse::<f64>().ok();
    number.filter(|number| !number.is_nan())
}

fn numbers(list: &str) -> Vec<f64> {
    let parts = list.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    parts.filter_map(number).collect()
}

/// Width and height in pixels, as a browser shows the drawing alone.
pub fn size(root: Node<'_, '_>) -> Screen {
    let side = |name: &str| {
        let value = named(root, name)?.trim();
        let scale = match value.trim_start_matches(|c: char| !c.is_ascii_alphabetic() && c != '%') {
            "" | "px" => 1.0,
            "in" => 96.0,
            "cm" => 96.0 / 2.54,
            "mm" => 96.0 / 25.4,
            "pt" => 96.0 / 72.0,
            "pc" | "em" | "rem" => 16.0,
            _ => return None,
        };
        number(value).map(|number| number * scale)
    };
    let view = named(root, "viewBox").map(numbers).unwrap_or_default();
    let view = match view[..] {
        [_, _, width, height] => Some((width, height)),
        _ => None,
    };
    match (side("width"), side("height"), view) {
        (Some(width), Some(height), _) => Screen { width, height },
        (Some(width), None, Some((w, h))) => Screen { width, height: width * h / w },
        (None, Some(height), Some((w, h))) => Screen { width: height * w / h, height },
        (None, None, Some((width, height))) => Screen { width, height },
        (width, height, None) => {
            Screen { width: width.unwrap_or(UNSAID.width), height: height.unwrap_or(UNSAID.height) }
        }
    }
}

/// Deep nesting overflows the stack of what draws the file.
fn depth(document: &Document<'_>) -> Result<(), ImageFault> {
    let mut depths: Vec<usize> = vec![];
    for node in document.descendants() {
        let depth = node.parent().and_then(|p| depths.get(p.id().get_usize())).map_or(0, |d| d + 1);
        depths.resize(depths.len().max(node.id().get_usize() + 1), 0);
        depths[node.id().get_usize()] = depth;
        if depth > DEEPEST {
            return Err(large());
        }
    }
    Ok(())
}
