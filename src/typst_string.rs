//! Typst string literals: the only way a text gets into code that Typst runs.

/// Appends a string literal that says `text` and nothing else.
pub fn push(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The string literal of `text`.
pub fn of(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_cannot_end_early() {
        let mut out = String::new();
        push(&mut out, "\" + read(\"x\") \\\n\u{7f}");
        assert_eq!(out, r#""\" + read(\"x\") \\\n\u{7f}""#);
    }
}
