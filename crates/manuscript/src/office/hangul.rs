//! What Hangul's two formats say in the same words: the addresses of links, the names of styles.

use super::Form;

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

/// What a paragraph is by the names of its style, in Korean and in English; those of Hangul's own.
pub fn by_style(korean: &str, english: &str) -> Form {
    let outline = korean.strip_prefix("개요 ").or(english.strip_prefix("Outline "));
    match outline.and_then(|level| level.parse::<u8>().ok()) {
        Some(level) if level > 0 => Form::Heading { level, number: String::new() },
        _ if korean == "제목" || english == "Title" => Form::Title,
        _ => Form::Text,
    }
}
