//! Finds the extent of links in a text; whether an address may be linked, `prose` says.

use crate::text::address;

/// The furthest a link is looked for.
const REACH: usize = 2200;

/// A link or an image, from its `[`.
pub struct Link {
    /// Where its `]` stands.
    pub text_end: usize,
    /// Its address, if a manifest can hold it.
    pub url: Option<String>,
    /// Its bytes in all.
    pub length: usize,
}

/// `<https://…>` or `<name@host>`: its bytes and the whole address.
pub fn auto(text: &str) -> Option<(usize, String)> {
    let inner = &text[1..];
    let end = inner.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>'))?;
    if end == 0 || end > REACH || !inner[end..].starts_with('>') {
        return None;
    }
    let inner = &inner[..end];
    let whole = address::whole(inner)?;
    Some((end + 2, whole))
}

/// `[text](address "title")`, text without further brackets than one level.
pub fn inline(text: &str) -> Option<Link> {
    let text_end = closing(text)?;
    let inside = text[text_end + 1..].strip_prefix('(')?;
    let dest = inside.trim_start_matches(' ');
    let length = destination(dest)?;
    let written = dest[..length].trim_start_matches('<').trim_end_matches('>');
    let after = dest[length..].trim_start_matches(' ');
    let after = match after.chars().next()? {
        ')' => after,
        quote @ ('"' | '\'') => {
            let near = &after[1..after.floor_char_boundary(REACH.min(after.len()))];
            let end = near.find(quote)?;
            after[end + 2..].trim_start_matches(' ')
        }
        _ => return None,
    };
    let rest = after.strip_prefix(')')?;
    Some(Link { text_end, url: address::whole(written), length: text.len() - rest.len() })
}

/// The `]` that belongs to the `[` at the start.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate().take(REACH) {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(at),
            b']' => depth -= 1,
            b'\n' => return None,
            _ => {}
        }
        if depth > 2 {
            return None;
        }
    }
    None
}

/// The bytes of a link's destination; a picture written into it may be long.
fn destination(text: &str) -> Option<usize> {
    if text.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("data:")) {
        let inner = |b: &u8| b.is_ascii_alphanumeric() || b"+/=;:,._%-".contains(b);
        return Some(text.bytes().take_while(|b| inner(b)).count());
    }
    let near = &text[..text.floor_char_boundary(REACH.min(text.len()))];
    if near.starts_with('<') {
        return near.find('>').map(|end| end + 1).filter(|end| !near[..*end].contains('\n'));
    }
    let mut depth = 0;
    for (at, c) in near.char_indices() {
        match c {
            // No address holds these as they are.
            '[' | '<' => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            c if c.is_whitespace() => return (depth == 0).then_some(at),
            _ => {}
        }
    }
    None
}
