//! The little HTML that conversion tools leave in Markdown: tags and entities.
//!
//! Only tags of known names are tags; `<그림 1>` and `<AI>` are text.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::address;
use crate::text::marks::label;

/// The longest tag; one with a picture written into it may be longer.
const LONGEST: usize = 4096;
/// The longest comment inside a line.
const COMMENT: usize = 500;
/// The longest entity.
const ENTITY: usize = 34;

/// What a tag is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagKind {
    /// `<br>`.
    Break,
    /// One that stands between texts, such as `</p>` or `<td>`.
    Block,
    /// `<a href>`, with the address if it can be linked.
    Link(Option<String>),
    /// `</a>`.
    LinkEnd,
    /// `<img>`, with its description.
    Image(String),
    /// `<sup>`.
    Superscript,
    /// Any other, and comments.
    Other,
}

/// A tag.
#[derive(Debug)]
pub struct Tag {
    /// What it is for.
    pub kind: TagKind,
    /// Its bytes.
    pub length: usize,
}

/// Tags that stand between texts.
const BLOCKS: &str = "\
    p div tr td th li ul ol table thead tbody tfoot h1 h2 h3 h4 h5 h6 hr blockquote figure \
    figcaption caption section article header footer center pre html body head details summary";
/// Tags that stand inside one.
const INLINE: &str = "\
    b strong i em u s del ins strike sub span font small big mark code nobr label title style \
    meta";

/// The tag or comment at the start of a text.
pub fn tag(text: &str) -> Option<Tag> {
    if text.starts_with("<!--") {
        let near = &text[..text.floor_char_boundary(COMMENT.min(text.len()))];
        return near.find("-->").map(|end| Tag { kind: TagKind::Other, length: end + 3 });
    }
    let inner = &text[1..];
    let closing = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let letters = inner.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    let name = inner[..letters].to_ascii_lowercase();
    let after = &inner[letters..];
    if name.is_empty() || !after.starts_with([' ', '\t', '>', '/', '\n']) {
        return None;
    }
    let kind = match name.as_str() {
        "br" => TagKind::Break,
        "a" if closing => TagKind::LinkEnd,
        "a" => TagKind::Link(None),
        "img" => TagKind::Image(String::new()),
        "sup" if !closing => TagKind::Superscript,
        "sup" => TagKind::Other,
        name if is_among(BLOCKS, name) => TagKind::Block,
        name if is_among(INLINE, name) => TagKind::Other,
        _ => return None,
    };
    let most = if name == "img" { usize::MAX } else { LONGEST };
    let attributes = attributes(after, most)?;
    let value = |name: &str| attribute(attributes, name);
    let kind = match kind {
        TagKind::Link(_) => {
            TagKind::Link(value("href").and_then(|url| address::whole(&unescaped(url))))
        }
        TagKind::Image(_) => TagKind::Image(unescaped(value("alt").unwrap_or_default())),
        kind => kind,
    };
    Some(Tag { kind, length: text.len() - after.len() + attributes.len() + 1 })
}

fn is_among(names: &str, name: &str) -> bool {
    names.split(' ').any(|known| known == name)
}

/// What stands before the `>` that ends a tag.
fn attributes(text: &str, most: usize) -> Option<&str> {
    let mut quote = None;
    for (at, b) in text.bytes().enumerate().take(most) {
        match (quote, b) {
            (None, b'>') => return Some(&text[..at]),
            (None, b'<' | b'\n') => return None,
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(open), b) if open == b => quote = None,
            _ => {}
        }
    }
    None
}

/// The value of an attribute.
fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let at = attributes
        .find(&format!("{name}="))
        .filter(|at| attributes[..*at].ends_with(|c: char| c.is_whitespace()))?;
    let value = &attributes[at + name.len() + 1..];
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '\t']).next(),
    }
}

/// A text with its entities read, as far as `reads` takes what they stand for; each that was read is
/// handed to `seen` with what it stands for.
pub fn decoded(
    text: &str,
    reads: impl Fn(&str) -> bool,
    mut seen: impl FnMut(&str, &str),
) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest).filter(|(_, meant)| reads(meant)) {
            Some((length, meant)) => {
                seen(&rest[..length], &meant);
                out.push_str(&meant);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.into()
}

fn unescaped(text: &str) -> String {
    decoded(text, |_| true, |_, _| ()).into_owned()
}

/// The label between `<sup>` and `</sup>`, and where the end tag stands.
pub fn superscript(text: &str) -> Option<(String, Range<usize>)> {
    let near = &text[..text.floor_char_boundary(40.min(text.len()))];
    let end = near.find("</sup>").or_else(|| near.find("</SUP>"))?;
    let raw = &near[..end];
    let sign = |c: char| c.is_ascii_digit() || matches!(c, ')' | '(' | '*' | '†' | '‡');
    let label = label(raw);
    (raw.chars().all(sign) && !label.is_empty()).then_some((label, end..end + 6))
}

/// The entity at the start of a text: its bytes and what it stands for. Blanks of any width are one; what a text cannot
/// hold is no entity.
pub fn entity(text: &str) -> Option<(usize, String)> {
    let near = text.get(1..)?;
    let near = &near[..near.floor_char_boundary(ENTITY.min(near.len()))];
    let name = &near[..near.find(';')?];
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
    let written = text.get(..name.len() + 2).filter(|_| plain)?;
    let meant = htmlize::unescape(written);
    // What is left of it was no part of the entity: `&notit;` begins with `&not`.
    let whole = meant.as_ref() == ";" || !meant.ends_with(';');
    let strange = |c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER;
    let blank = |c: char| if c.is_whitespace() { ' ' } else { c };
    (whole && !meant.contains(strange)).then(|| (written.len(), meant.chars().map(blank).collect()))
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn entities_are_those_of_html() {
        for (text, meant) in [
            ("&lt;br", Some("<")),
            ("&middot;&", Some("·")),
            ("&nbsp;가", Some(" ")),
            ("&emsp14;", Some(" ")),
            ("&alpha;", Some("α")),
            ("&hearts;", Some("♥")),
            ("&#44032;", Some("가")),
            ("&#xAC00;", Some("가")),
            ("&#128;", Some("€")),
            ("&CounterClockwiseContourIntegral;", Some("∳")),
            // No entity, or none that a text could hold.
            ("&notit;", None),
            ("&amp", None),
            ("&AT&T;", None),
            ("&lt &gt;", None),
            ("&semi;", Some(";")),
            ("&NewLine;", None),
            ("&#10;", None),
            ("&#0;", None),
            ("&#x110000;", None),
            ("&#xD800;", None),
            ("&;", None),
            ("&#;", None),
            ("&", None),
        ] {
            let read = entity(text).map(|(_, meant)| meant);
            assert_eq!(read.as_deref(), meant, "{text}");
        }
        assert_eq!(entity("&lt;br").map(|(length, _)| length), Some(4));
    }
}
