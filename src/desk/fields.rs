//! The texts of a manifest, each under its path of keys.
//!
//! It knows TOML and nothing of what the keys mean, but for what makes an entry.

use serde::{Deserialize, Serialize};

use crate::document::{Document, Mended, Node, Table};
use jikji_diagnostic::source::{FileId, Text};

/// A step from a table or list to what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// The element of a list, from 0.
    Index(usize),
    /// The value of a key.
    Key(String),
}

/// A string of a manifest.
#[derive(Debug, Clone)]
pub struct Field {
    /// Where it stands.
    pub path: Vec<Step>,
    /// What it says, and how it is written.
    pub text: Text,
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
        path.push(Step::Key(node.key().into()));
        value(node, path, fields);
        path.pop();
    }
}

fn value(node: Node<'_>, path: &mut Vec<Step>, fields: &mut Vec<Field>) {
    if let Some(of) = node.as_table() {
        table(of, path, fields);
    } else if let Some(list) = node.as_list() {
        for (index, node) in list.into_iter().enumerate() {
            path.push(Step::Index(index));
            value(node, path, fields);
            path.pop();
        }
    } else if node.is_text()
        && let Some(text) = node.any_text(&mut vec![])
    {
        fields.push(Field { path: path.clone(), text });
    }
}

impl Field {
    /// The byte of the value that a byte of the file writes.
    pub fn byte(&self, at: usize) -> usize {
        let text = &self.text;
        let bytes: Vec<usize> = text.value.char_indices().map(|(byte, _)| byte).collect();
        let after = bytes.partition_point(|&byte| text.place(byte..byte).start <= at);
        after.checked_sub(1).map_or(0, |index| bytes[index])
    }

    /// The path of the entry it belongs to, or of the table where it is no entry's.
    pub fn owner(&self) -> &[Step] {
        let key = |at: usize, name: &str| matches!(self.path.get(at), Some(Step::Key(key)) if key == name);
        let length = match () {
            () if key(0, "parts") && key(2, "sections") && key(4, "entries") => 6,
            () if key(0, "parts") && key(2, "sections") => 4,
            () if key(0, "parts") && key(2, "entries") => 4,
            () if key(0, "parts") => 2,
            () => 1,
        };
        &self.path[..length.min(self.path.len())]
    }

    /// The last key on its path.
    pub fn key(&self) -> &str {
        let keys = self.path.iter().rev().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        });
        keys.into_iter().next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, strings};
    use jikji_diagnostic::source::Sources;

    #[test]
    fn strings_have_paths_and_owners() {
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
        assert_eq!((back, last.owner().len(), last.key()), (last.path.clone(), 4, "key"));
        let m = text.find("m\"").unwrap();
        assert_eq!([m - 2, m, m + 1, 0].map(|at| last.byte(at)), [1, 2, 2, 0]);
    }
}
