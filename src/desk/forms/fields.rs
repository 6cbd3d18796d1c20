//! Whose text a text of the manifest is.

use crate::document::edit::Step;

/// The path of the entry that the text at `path` belongs to, of its section or part, or of the table where it is
/// none of theirs.
pub fn owner(path: &[Step]) -> &[Step] {
    let key = |at: usize, name: &str| path.get(at).and_then(Step::key) == Some(name);
    let length = match () {
        () if key(0, "parts") && key(2, "sections") && key(4, "entries") => 6,
        () if key(0, "parts") && key(2, "sections") => 4,
        () if key(0, "parts") && key(2, "entries") => 4,
        () if key(0, "parts") => 2,
        () => 1,
    };
    &path[..length.min(path.len())]
}

#[cfg(test)]
mod tests {
    use super::owner;
    use crate::document::edit::Step;

    #[test]
    fn a_text_is_its_entrys() {
        for (path, length) in [
            (r#"["parts",0,"entries",0,"key",1]"#, 4),
            (r#"["parts",0,"sections",1,"entries",0,"body"]"#, 6),
            (r#"["parts",0,"sections",1,"title"]"#, 4),
            (r#"["parts",0,"title"]"#, 2),
            (r#"["colophon","address",0]"#, 1),
        ] {
            let path: Vec<Step> = serde_json::from_str(path).unwrap();
            assert_eq!(owner(&path).len(), length);
        }
    }
}
