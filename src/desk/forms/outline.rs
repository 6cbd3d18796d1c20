//! Parts, sections and entries of the manifest as it stands on the disk, pages or not.

use serde::Serialize;

use crate::document::edit::{Step, read};
use toml::Value;

/// A part, a section or an entry.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Where it stands.
    pub path: Vec<Step>,
    /// Its title.
    pub title: String,
    /// Of an entry its kind.
    pub kind: Option<String>,
}

/// The lines of a manifest in the order in which they are set; none where it cannot be read.
pub fn of(text: &str) -> Option<Vec<Line>> {
    let root = read(text)?;
    let mut lines = vec![];
    each(&root, &[], "parts", &mut lines);
    Some(lines)
}

fn each(table: &Value, at: &[Step], key: &str, lines: &mut Vec<Line>) {
    let list = table.get(key).and_then(Value::as_array);
    for (index, held) in list.into_iter().flatten().enumerate() {
        let path: Vec<Step> = at.iter().cloned().chain([key.into(), index.into()]).collect();
        let text = |key: &str| held.get(key).and_then(Value::as_str);
        let title = text("title").unwrap_or_default().to_string();
        let kind = (key == "entries").then(|| text("kind").unwrap_or_default().to_string());
        lines.push(Line { path: path.clone(), title, kind });
        if key != "entries" {
            each(held, &path, "sections", lines);
            each(held, &path, "entries", lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn sections_come_before_the_entries_of_their_part() {
        let text = "[[parts]]\ntitle = 'P'\nentries = [{ kind = 'b', title = \"가\\n나\" }]\n[[parts.sections]]\ntitle = 'S'\n[[parts.sections.entries]]\n";
        let lines = of(text).unwrap();
        let said: Vec<_> =
            lines.iter().map(|line| (line.path.len(), line.title.as_str())).collect();
        assert_eq!(said, [(2, "P"), (4, "S"), (6, ""), (4, "가\n나")]);
        assert_eq!(lines[3].kind.as_deref(), Some("b"));
        assert!(of("= 1").is_none());
    }
}
