//! The parser's elements: which of them are blocks, and what to say about those a bulletin has no
//! use for.
//!
//! Whether an element may stand where it stands is decided elsewhere.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::messages;
use jikji_diagnostic::Message;

/// The message for a refused element; `source` is how the author wrote it.
pub fn refusal(tag: &Tag, source: &str) -> &'static Message {
    match tag {
        Tag::Heading { .. } if !source.trim_start().starts_with('#') => messages::SETEXT_HEADING,
        Tag::Heading { .. } => messages::HEADING_LEVEL,
        Tag::BlockQuote(_) => messages::BLOCK_QUOTE,
        Tag::CodeBlock(CodeBlockKind::Indented) => messages::INDENTED,
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => messages::CODE,
        Tag::HtmlBlock => html_refusal(source),
        Tag::List(_) => messages::ORDERED_LIST,
        Tag::Strikethrough => messages::STRIKETHROUGH,
        _ => messages::UNKNOWN,
    }
}

/// The message for a refused event that is no element.
pub fn event_refusal(event: &Event) -> &'static Message {
    match event {
        Event::Code(_) => messages::CODE,
        Event::Html(html) | Event::InlineHtml(html) => html_refusal(html),
        Event::Rule => messages::RULE,
        Event::TaskListMarker(_) => messages::TASK,
        _ => messages::UNKNOWN,
    }
}

fn html_refusal(html: &str) -> &'static Message {
    match ["table", "thead", "tbody", "tr", "td", "th"].contains(&tag_name(html).as_str()) {
        true => messages::HTML_TABLE,
        false => messages::RAW_HTML,
    }
}

/// Whether it is the tag of a line break: `<br>`, `<br/>`.
pub fn is_break(html: &str) -> bool {
    let plain = !html.contains('=') && !html.starts_with("</");
    plain && tag_name(html) == "br"
}

/// The name of the tag that `html` begins with, in small letters.
fn tag_name(html: &str) -> String {
    let name = html.trim_start().trim_start_matches(['<', '/']);
    name.chars().take_while(char::is_ascii_alphanumeric).take(8).collect::<String>().to_lowercase()
}

/// The sign by which some programs mean that a cell is one with its neighbour, if a cell holds that alone.
pub fn merging(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    matches!(cell, "^" | "^^" | "<" | "<<").then_some(cell)
}

/// Whether an item's source is that of a check box: `- [ ]`, `- [x]`.
pub fn is_task(item: &str) -> bool {
    let text = item.trim_start_matches(['-', '*', '+']).trim_start();
    ["[ ] ", "[x] ", "[X] "].iter().any(|mark| text.starts_with(mark))
}

/// Whether an element is a block, not part of running text.
pub fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// The same of an element's end.
pub fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
