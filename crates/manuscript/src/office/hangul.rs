//! What Hangul's two formats have alike: the files that are neither, the addresses of links, the names of styles,
//! places to fill in, their unit of length.

use jikji_diagnostic::Message;

use super::{Form, Span, holds};
use crate::messages as msg;

/// Their units in the twentieth of a point.
pub const UNITS: u32 = 5;

/// Which of Hangul's other files one is, by its first bytes.
pub fn other(bytes: &[u8]) -> Option<&'static Message> {
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let has = |words: &[u8]| holds(start, words);
    if start.starts_with(b"HWP Document File V") {
        Some(msg::HWP_3)
    } else if has(b"DRMONE") || start.starts_with(b"SCDSA") || has(b"<DOCUMENT SAFER") {
        Some(msg::GUARDED)
    } else if text.starts_with(b"<?xml") || has(b"<HWPML") || has(b"<\0H\0W\0P\0M\0L\0") {
        Some(msg::HWPML)
    } else {
        None
    }
}

/// Whether the spans of a place to fill in show what it asks for: nobody filled it, and it is not printed.
pub fn is_unfilled(spans: &[Span], asked: &str) -> bool {
    let mut words = String::new();
    for span in spans {
        match span {
            Span::Text { text, .. } if words.len() < asked.len() => words += text,
            _ => return false,
        }
    }
    !asked.is_empty() && words == asked
}

/// The address of a link's code: `http\://a.kr/;1;0;0;`, with a hint after a `|`; none if it leads into a file.
pub fn address(command: &str) -> Option<String> {
    let mut address = String::new();
    let mut signs = command.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => address.extend(signs.next()),
            ';' | '|' => break,
            sign => address.push(sign),
        }
    }
    let leads = ["http:", "https:", "mailto:", "ftp:", "www."];
    let lower = address.to_ascii_lowercase();
    leads.iter().any(|lead| lower.starts_with(lead)).then(|| address.trim_end().to_string())
}

/// Takes what the author says a picture shows. What the program writes there by itself tells nothing of that, and stays.
pub fn take_description(written: &mut String) -> String {
    let is_programs = ["그림입니다.", "묶음 개체입니다."]
        .iter()
        .any(|start| written.trim_start().starts_with(start));
    if is_programs { String::new() } else { std::mem::take(written) }
}

/// What a paragraph is by the names of its style, in Korean and in English; those of Hangul's own.
pub fn by_style(korean: &str, english: &str) -> Form {
    let outline = korean.strip_prefix("개요 ").or(english.strip_prefix("Outline "));
    match outline.and_then(|level| level.parse::<u8>().ok()) {
        Some(level) if level > 0 => Form::Heading { level, number: String::new() },
        _ if korean == "제목" || english == "Title" => Form::Title,
        _ => Form::Text,
    }
}
