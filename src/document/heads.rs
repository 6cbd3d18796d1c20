//! The table headers of a TOML text, each with the names of the fields below it, as they are written: also
//! where they do not fit each other and no parser takes them.

use std::cell::Cell;
use std::ops::Range;

use super::unclosed;

/// A header, or the beginning of the file.
pub struct Head<'t> {
    /// The header with its brackets; empty at the beginning of the file.
    pub place: Range<usize>,
    /// Whether its brackets are double.
    pub double: bool,
    /// Its names; none at the beginning of the file.
    pub path: Vec<&'t str>,
    /// The names below it up to the next header, with their places.
    pub keys: Vec<(Range<usize>, &'t str)>,
}

/// All headers in order, the beginning of the file first; none where a text or a bracket is not closed, so that
/// what looks like a header may be something else.
pub fn heads(text: &str) -> Option<Vec<Head<'_>>> {
    let mut heads = vec![Head { place: 0..0, double: false, path: vec![], keys: vec![] }];
    let (mut depth, mut passed, mut first) = (0usize, 0, true);
    let sound = Cell::new(true);
    let bytes = text.as_bytes();
    unclosed::scan(
        text,
        |quoted| sound.set(sound.get() && quoted.closed),
        |at| {
            if at < passed {
                return;
            }
            first |= at == 0 || bytes[at - 1] == b'\n';
            match bytes[at] {
                b' ' | b'\t' | b'\n' => return,
                b'[' if first && depth == 0 => match head(text, at) {
                    Some(head) => {
                        passed = head.place.end;
                        heads.push(head);
                    }
                    None => sound.set(false),
                },
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ if first && depth == 0 => {
                    if let (Some(key), Some(head)) = (key(text, at), heads.last_mut()) {
                        head.keys.push(key);
                    }
                }
                _ => {}
            }
            first = false;
        },
    );
    (sound.get() && depth == 0).then_some(heads)
}

/// The header that begins at `at`.
fn head(text: &str, at: usize) -> Option<Head<'_>> {
    let line = text[at..].lines().next()?;
    let double = line.starts_with("[[");
    let (open, close) = if double { ("[[", "]]") } else { ("[", "]") };
    let end = line.find(close)?;
    let path = line[open.len()..end]
        .split('.')
        .map(|name| name.trim().trim_matches(['"', '\'']))
        .collect();
    Some(Head { place: at..at + end + close.len(), double, path, keys: vec![] })
}

/// The bare name that is given a value at `at`.
fn key(text: &str, at: usize) -> Option<(Range<usize>, &str)> {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let length = text[at..].find(|c| !bare(c))?;
    let given = text[at + length..].trim_start_matches([' ', '\t']).starts_with('=');
    (given && length > 0).then(|| (at..at + length, &text[at..at + length]))
}

#[cfg(test)]
mod tests {
    use super::heads;

    #[test]
    fn headers_are_found_with_their_fields_and_not_in_texts() {
        let text =
            "a = 1\n[b]\nc = [\n[1], 2]\n[[d . \"e\"]] # [x]\nf = '''\n[no]\ng = 1\n'''\nh= 1\n";
        let heads = heads(text).unwrap();
        let shown: Vec<_> = heads
            .iter()
            .map(|head| {
                let keys: Vec<&str> = head.keys.iter().map(|(_, key)| *key).collect();
                format!("{} {} {}", &text[head.place.clone()], head.path.join("."), keys.join(","))
            })
            .collect();
        assert_eq!(shown, ["  a", "[b] b c", "[[d . \"e\"]] d.e f,h"]);
        assert!(super::heads("a = [").is_none() && super::heads("a = '''").is_none());
    }
}
