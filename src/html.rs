//! Text and paths as HTML takes them.
//!
//! Everything that comes from outside goes through here.

/// Text for an element or a quoted attribute.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            // HTML has no way to write them.
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// A relative path as a link: all but plain letters, digits and `/` in percents, so that no name
/// passes for a scheme, a query or a fragment.
pub fn link(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match plain(byte) {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Numbers in order, runs of three or more joined: `1, 2, 5–9`.
pub fn ranges(numbers: &[usize]) -> String {
    let mut parts = vec![];
    let mut rest = numbers;
    while let [first, ..] = rest {
        let run = rest.iter().zip(*first..).take_while(|(number, next)| *number == next).count();
        let run = run.max(1);
        match run {
            1 => parts.push(first.to_string()),
            2 => parts.extend([first.to_string(), rest[1].to_string()]),
            _ => parts.push(format!("{first}–{}", rest[run - 1])),
        }
        rest = &rest[run..];
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{link, ranges, text};

    #[test]
    fn nothing_passes_for_markup() {
        assert_eq!(text("<b a='x\"'>&\u{0}가"), "&lt;b a=&#39;x&quot;&#39;&gt;&amp;\u{FFFD}가");
        assert_eq!(link("verify/a b#1?.png"), "verify/a%20b%231%3F.png");
        assert_eq!(link("javascript:alert(1)"), "javascript%3Aalert%281%29");
        assert_eq!(link("호"), "%ED%98%B8");
    }

    #[test]
    fn runs_of_numbers_are_joined() {
        assert_eq!(ranges(&[]), "");
        assert_eq!(ranges(&[3]), "3");
        assert_eq!(ranges(&[1, 2, 4, 5, 6, 9]), "1, 2, 4–6, 9");
    }
}
