//! Finds where a list or a table of one line was to be closed, where only one place comes into question.

use std::cell::Cell;

use super::unclosed::{is_key_or_header, scan};

/// The byte at which the `[` or `{` at `open` was to be closed; none if it may go on in further lines.
pub fn end_on_its_line(text: &str, open: usize) -> Option<usize> {
    let (line, below) = text[open..].split_once('\n').unwrap_or((&text[open..], ""));
    let bytes = line.as_bytes();
    let (depth, whole) = (Cell::new(0), Cell::new(true));
    // Past what stands last, and whether that is a comma.
    let last = Cell::new((0, false));
    scan(
        line,
        |quoted| {
            whole.set(whole.get() && quoted.closed);
            last.set((quoted.end, false));
        },
        |at| {
            let deeper = match bytes[at] {
                b'[' | b'{' => 1,
                b']' | b'}' => -1,
                _ => 0,
            };
            depth.set(depth.get() + deeper);
            if !bytes[at].is_ascii_whitespace() {
                last.set((at + 1, bytes[at] == b','));
            }
        },
    );
    let (end, comma) = last.get();
    let table = *bytes.first()? == b'{';
    let next = below.trim_start();
    let next_line = below.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let another = is_key_or_header(next_line) || next.is_empty();
    let row = table && next.starts_with(['{', ']']);
    // After a comma a table goes on with a key.
    let over = row || another && !(table && comma);
    let holds = end > 1 && (!table || line.contains('='));
    let end = open + end - usize::from(comma);
    (whole.get() && depth.get() == 1 && over && holds).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::end_on_its_line;

    #[test]
    fn only_what_ends_on_its_line_is_closed() {
        let closed = |text: &str| {
            let open = text.find(['[', '{']).unwrap();
            let sign = if text[open..].starts_with('[') { "]" } else { " }" };
            end_on_its_line(text, open).map(|end| format!("{}{sign}{}", &text[..end], &text[end..]))
        };
        for (written, meant) in [
            ("a = { b = 1\nc = \"2\"", Some("a = { b = 1 }\nc = \"2\"")),
            ("  { b = 1,\n  { b = 2 },", Some("  { b = 1 },\n  { b = 2 },")),
            ("  { b = \"]\" # 끝\n]", Some("  { b = \"]\" } # 끝\n]")),
            ("a = [\"b\", 'c'\n\n[[parts]]", Some("a = [\"b\", 'c']\n\n[[parts]]")),
            ("a = [1, 2,\nb = \"c\"", Some("a = [1, 2],\nb = \"c\"")),
            ("a = [1", Some("a = [1]")),
            ("a = { b = 1,\nc = \"2\"", None),
            ("a = { b = [\n1", None),
            ("a = [\n\"b\"", None),
            ("a = { b = \"1\n[c]", None),
            ("a = [1\n2", None),
        ] {
            assert_eq!(closed(written).as_deref(), meant, "{written}");
        }
        assert_eq!(end_on_its_line("a = [", 5), None);
    }
}
