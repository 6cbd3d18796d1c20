//! Writes strings of TOML, in the form that is best to read.

/// A string of one line.
pub fn string(text: &str) -> String {
    let quotes = text.contains(['"', '\\']);
    if quotes && !text.contains(['\'', '\n', '\t']) && !text.contains(|c: char| c.is_control()) {
        return format!("'{text}'");
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    escape(text, &mut out);
    out.push('"');
    out
}

/// A string of several lines; its first line begins on the line after the quotes.
pub fn lines(text: &str) -> String {
    let literal = !text.contains("'''") && !text.contains(|c: char| c.is_control() && c != '\n');
    if literal {
        return format!("'''\n{text}\n'''");
    }
    let mut out = String::from("\"\"\"\n");
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n');
        escape(bare.unwrap_or(line), &mut out);
        if bare.is_some() {
            out.push('\n');
        }
    }
    out.push_str("\n\"\"\"");
    out
}

/// The escapes of a basic string (TOML 1.0, string).
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
}
