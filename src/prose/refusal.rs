//! What to say about Markdown that a bulletin has no use for.
//!
//! It names a construct; whether the construct is allowed where it stands is decided elsewhere.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::diagnostic::Message;
use crate::diagnostic::messages::prose as messages;

/// The message for an element; `source` is how the author wrote it.
pub fn tag(tag: &Tag, source: &str) -> &'static Message {
    match tag {
        Tag::Heading { .. } if !source.trim_start().starts_with('#') => messages::SETEXT_HEADING,
        Tag::Heading { .. } => messages::HEADING_LEVEL,
        Tag::BlockQuote(_) => messages::BLOCK_QUOTE,
        Tag::CodeBlock(CodeBlockKind::Indented) => messages::INDENTED,
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => messages::CODE,
        Tag::HtmlBlock => messages::RAW_HTML,
        Tag::List(_) => messages::ORDERED_LIST,
        Tag::Strikethrough => messages::STRIKETHROUGH,
        _ => messages::UNKNOWN,
    }
}

/// The message for an event that is no element.
pub fn event(event: &Event) -> &'static Message {
    match event {
        Event::Code(_) => messages::CODE,
        Event::Html(_) | Event::InlineHtml(_) => messages::RAW_HTML,
        Event::Rule => messages::RULE,
        Event::TaskListMarker(_) => messages::TASK,
        _ => messages::UNKNOWN,
    }
}
