//! Checks SVG files: well-formed, of bounded size, and complete in themselves.
//!
//! An SVG can name other files, addresses and programs in a dozen ways. All are refused, so that an
//! issue looks the same everywhere and nothing is read from outside its folder.

use roxmltree::{Document, Error, Node, NodeType, ParsingOptions};

use super::fault::ImageFault;
use super::format::Format;
use super::{base64, raster};
use crate::document::quoted;
use crate::manifest::messages as msg;

/// The most nodes of the XML tree, and how deep they may be nested.
const MOST_NODES: u32 = 250_000;
const DEEPEST: usize = 128;
const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements that run programs or hold other documents.
const FORBIDDEN: [&str; 10] = [
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
];

/// Checks an SVG file.
pub fn check(bytes: &[u8]) -> Result<(), ImageFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| ImageFault::new(msg::SVG_ENCODING))?;
    let text = text.trim_start_matches('\u{feff}');
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(xml_fault)?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(ImageFault::new(msg::SVG_ROOT));
    }
    size(root)?;
    depth(&document)?;
    document.descendants().try_for_each(|node| match node.node_type() {
        NodeType::Element => element(node),
        NodeType::PI => match node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
            true => Err(outside(node, "<?xml-stylesheet?>")),
            false => Ok(()),
        },
        _ => Ok(()),
    })
}

fn xml_fault(error: Error) -> ImageFault {
    match error {
        Error::DtdDetected | Error::UnknownEntityReference(..) => ImageFault::new(msg::SVG_DOCTYPE),
        Error::NodesLimitReached => ImageFault::new(msg::SVG_LARGE).arg("nodes", MOST_NODES),
        error => ImageFault::new(msg::SVG_XML)
            .arg("line", error.pos().row)
            .arg("reason", error.to_string()),
    }
}

/// A drawing of no size cannot be placed; the renderer says so only when a page is set.
fn size(root: Node<'_, '_>) -> Result<(), ImageFault> {
    let wrong = |name: &str, value: &str| {
        let shown: String = value.chars().take(40).collect();
        Err(ImageFault::new(msg::SVG_SIZE).arg("what", quoted(format!("{name}=\"{shown}\""))))
    };
    let number = |text: &str| {
        let end =
            text.find(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E') || c == '%');
        text[..end.unwrap_or(text.len())].trim_end_matches(['e', 'E']).trim().parse::<f64>().ok()
    };
    for name in ["width", "height"] {
        let Some(value) = root.attribute(name) else { continue };
        if number(value.trim()).is_some_and(|side| side <= 0.0 || !side.is_finite()) {
            return wrong(name, value);
        }
    }
    let Some(view) = root.attribute("viewBox") else { return Ok(()) };
    let numbers: Vec<f64> = view
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    match numbers[..] {
        [_, _, width, height] if width <= 0.0 || height <= 0.0 => wrong("viewBox", view),
        _ => Ok(()),
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
            return Err(ImageFault::new(msg::SVG_LARGE).arg("nodes", MOST_NODES));
        }
    }
    Ok(())
}

fn element(node: Node<'_, '_>) -> Result<(), ImageFault> {
    let name = node.tag_name().name();
    let forbidden = FORBIDDEN.iter().any(|forbidden| forbidden.eq_ignore_ascii_case(name));
    if forbidden {
        return Err(program(node, name));
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        if key.len() > 2 && key.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")) {
            return Err(program(node, key));
        }
        match key.to_ascii_lowercase().as_str() {
            "href" | "src" => reference(node, value)?,
            "base" if attribute.namespace() == Some(roxmltree::NS_XML_URI) => {
                return Err(outside(node, value));
            }
            "attributename" if value.to_ascii_lowercase().ends_with("href") => {
                return Err(outside(node, value));
            }
            "style" => style(node, value)?,
            _ => paint(node, value)?,
        }
    }
    if name.eq_ignore_ascii_case("style") {
        let text: String = node.descendants().filter_map(|child| child.text()).collect();
        style(node, &text)?;
    }
    Ok(())
}

/// An address: only `#id`, or a pixel image written out in the file.
fn reference(node: Node<'_, '_>, value: &str) -> Result<(), ImageFault> {
    let value = value.trim();
    if value.starts_with('#') || value.is_empty() {
        return Ok(());
    }
    let data = value.strip_prefix("data:image/").and_then(|rest| rest.split_once(";base64,"));
    let Some((_, data)) = data else { return Err(outside(node, value)) };
    let bytes = base64::decode(data).ok_or_else(|| outside(node, value))?;
    match Format::of(&bytes) {
        Some(Format::Svg) | None => Err(outside(node, value)),
        Some(format) => raster::check(&bytes, format).map(|_| ()),
    }
}

/// A style sheet or a `style` attribute. A backslash could spell any word another way, and no
/// drawing program writes one.
fn style(node: Node<'_, '_>, value: &str) -> Result<(), ImageFault> {
    let lower = value.to_ascii_lowercase();
    for word in ["@import", "\\", "image-set(", "expression("] {
        if lower.contains(word) {
            return Err(outside(node, word));
        }
    }
    paint(node, value)
}

/// A value in which every `url(…)` must be `url(#id)`.
fn paint(node: Node<'_, '_>, value: &str) -> Result<(), ImageFault> {
    for after in value.to_ascii_lowercase().split("url(").skip(1) {
        let target = after.split(')').next().unwrap_or_default();
        let target = target.trim().trim_matches(['"', '\'']).trim();
        if !target.starts_with('#') {
            return Err(outside(node, target));
        }
    }
    Ok(())
}

fn outside(node: Node<'_, '_>, what: &str) -> ImageFault {
    ImageFault::new(msg::SVG_OUTSIDE).arg("what", quoted(shortened(what))).arg("line", line(node))
}

fn program(node: Node<'_, '_>, what: &str) -> ImageFault {
    ImageFault::new(msg::SVG_PROGRAM).arg("what", quoted(shortened(what))).arg("line", line(node))
}

fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}

fn shortened(what: &str) -> String {
    let short: String = what.trim().chars().filter(|c| !c.is_control()).take(60).collect();
    if short.is_empty() { "href".into() } else { short }
}
