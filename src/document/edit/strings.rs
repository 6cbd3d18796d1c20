//! The strings of a manifest, each under its path, and how one is written for another.
//!
//! It reads what it can of a file that has errors, and knows nothing of what the keys mean.

use super::change::{Change, read, value_at};
use super::meant;
use super::step::{Step, keys};
use super::value::Value;
use crate::document::raw;
use crate::document::{Document, Mended, Node, Table};
use jikji_diagnostic::Notation;
use jikji_diagnostic::source::{Edit, FileId, Sources, Span, Text};
use jikji_prose::normal::file_text;

/// A string of a manifest.
#[derive(Debug, Clone)]
pub struct Field {
    /// Where it stands.
    pub path: Vec<Step>,
    /// What it says, and how it is written.
    pub text: Text,
}

impl Field {
    /// The byte of the value that a byte of the file writes.
    pub fn byte(&self, at: usize) -> usize {
        let text = &self.text;
        let bytes: Vec<usize> = text.value.char_indices().map(|(byte, _)| byte).collect();
        let after = bytes.partition_point(|&byte| text.place(byte..byte).start <= at);
        after.checked_sub(1).map_or(0, |index| bytes[index])
    }

    /// The last key on its path.
    pub fn key(&self) -> &str {
        keys(&self.path).last().copied().unwrap_or_default()
    }
}

/// All strings of a TOML file, in the order in which they stand there.
pub fn strings(file: FileId, text: &str) -> Vec<Field> {
    let written = Mended::of(text);
    let (document, _) = Document::parse(file, &written);
    let mut fields = vec![];
    if let Some(document) = &document {
        table(Table::root(document), &mut vec![], &mut fields);
    }
    fields.sort_by_key(|field| field.text.span);
    fields
}

/// Tables nest no deeper than their reader allows.
fn table(of: Table<'_>, path: &mut Vec<Step>, fields: &mut Vec<Field>) {
    for (_, node) in of.entries() {
        path.push(node.key().into());
        one(node, path, fields);
        path.pop();
    }
}

fn one(node: Node<'_>, path: &mut Vec<Step>, fields: &mut Vec<Field>) {
    if let Some(of) = node.as_table() {
        table(of, path, fields);
    } else if let Some(list) = node.as_list() {
        for (index, node) in list.into_iter().enumerate() {
            path.push(index.into());
            one(node, path, fields);
            path.pop();
        }
    } else if node.is_text()
        && let Some(text) = node.any_text(&mut vec![])
    {
        fields.push(Field { path: path.clone(), text });
    }
}

/// The string at a path; all of the file, as it reads, if the path is empty. `text` is in the one form.
pub fn string(file: FileId, text: &str, at: &[Step]) -> Option<Text> {
    if at.is_empty() {
        return Some(Text::verbatim(text.into(), file, 0));
    }
    strings(file, text).into_iter().find(|field| field.path == at).map(|field| field.text)
}

/// The bytes of a file with `wanted` for the string at a path, in the notation it has if that can say it; none if
/// there is no string, or something else would change.
pub fn written(bytes: &[u8], at: &[Step], wanted: &str) -> Option<Vec<u8>> {
    let now = file_text(std::str::from_utf8(bytes).ok()?);
    let id = Sources::default().add("", "");
    let field = string(id, &now, at)?;
    if field.value == wanted {
        return Some(bytes.to_vec());
    }
    edits(&field, wanted, at.is_empty()).iter().find_map(|edit| {
        let after = raw::spliced(bytes, std::slice::from_ref(edit))?;
        let read = file_text(std::str::from_utf8(&after).ok()?);
        is_only_change(id, &now, &read, at, wanted).then_some(after)
    })
}

/// Ways to write a string, the one that touches least first.
fn edits(field: &Text, wanted: &str, whole_file: bool) -> Vec<Edit> {
    let old = &field.value;
    let same = old.chars().zip(wanted.chars()).take_while(|(a, b)| a == b);
    let head: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let rest = old[head..].chars().rev().zip(wanted[head..].chars().rev());
    let tail: usize = rest.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let middle = field.edit(head..old.len() - tail, &wanted[head..wanted.len() - tail]);
    let mut edits: Vec<Edit> = middle.into_iter().chain(field.edit(0..old.len(), wanted)).collect();
    if !whole_file {
        // Another notation, where its own cannot say it.
        let text = match wanted.contains('\n') {
            true => Notation::lines(wanted),
            false => Notation::line(wanted),
        };
        edits.push(Edit { span: Span { ..field.span }, text });
    }
    edits
}

/// Whether a file that is read as `after` says what it said as `now`, but for `wanted` at `at`.
fn is_only_change(id: FileId, now: &str, after: &str, at: &[Step], wanted: &str) -> bool {
    if at.is_empty() {
        return after == wanted;
    }
    match (read(now), read(after)) {
        (Some(now), Some(after)) => {
            let change =
                Change::Set { at: at.to_vec(), value: Value::Text(wanted.into()), after: vec![] };
            value_at(&now, at).is_some() && meant::after(&now, &change) == Some(after)
        }
        // What has errors elsewhere is held to it text by text.
        (None, None) => {
            let (now, after) = (strings(id, now), strings(id, after));
            now.len() == after.len()
                && now.iter().zip(&after).all(|(now, after)| {
                    let said = if now.path == at { wanted } else { &now.text.value };
                    now.path == after.path && after.text.value == said
                })
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, strings};
    use jikji_diagnostic::source::Sources;

    #[test]
    fn strings_have_paths() {
        let text =
            "a = 'x'\n[[parts]]\ntitle = 'P'\n[[parts.entries]]\nkey = ['k', \"l\\tm\"]\nn = 1\n";
        let file = Sources::default().add("issue.toml", text);
        let fields = strings(file, text);
        let said: Vec<&str> = fields.iter().map(|field| field.text.value.as_str()).collect();
        assert_eq!(said, ["x", "P", "k", "l\tm"]);
        let last = &fields[3];
        let path = serde_json::to_string(&last.path).unwrap();
        assert_eq!(path, r#"["parts",0,"entries",0,"key",1]"#);
        let back: Vec<Step> = serde_json::from_str(&path).unwrap();
        assert_eq!((back, last.key()), (last.path.clone(), "key"));
        let m = text.find("m\"").unwrap();
        assert_eq!([m - 2, m, m + 1, 0].map(|at| last.byte(at)), [1, 2, 2, 0]);
    }
}
