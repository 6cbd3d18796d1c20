//! What is another in a file than it was, stretch by stretch, each with the entry and the field it stands in.
//!
//! It names what the manifest itself tells; of a text file there is only its line.

use serde::Serialize;
use serde_json::Value as Json;

use super::called;
use super::fields::owner;
use crate::document::difference::stretches;
use crate::document::edit::{Places, Step, read, value_at};
use jikji_diagnostic::Lang;
use jikji_diagnostic::render::harmless;

/// Lines that are others than they were.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// What they belong to, from the outside: an entry, a field of it. Empty where nobody can tell.
    pub of: Vec<String>,
    /// The first of them, from 1, as the file is now.
    pub line: usize,
    /// What they said then.
    pub gone: String,
    /// What they say now.
    pub come: String,
}

/// What is another since in a file; a manifest has a `schema`.
pub fn changed(then: &str, now: &str, schema: Option<&Json>, lang: Lang) -> Vec<Changed> {
    let (old, new): (Vec<&str>, Vec<&str>) = (then.lines().collect(), now.lines().collect());
    let names = |text| Names::of(text, schema?, lang);
    // What came stands in the file as it is now, what only went in the file as it was.
    let (was, is) = (names(then), names(now));
    let own = |lines: &[&str]| {
        let shown: Vec<String> =
            lines.iter().map(|line| harmless(&line.replace('\t', "  "))).collect();
        shown.join("\n")
    };
    let found = stretches(&old, &new).into_iter();
    found
        .map(|found| {
            let (names, lines, at) = match found.come {
                [] => (&was, &old, found.old),
                _ => (&is, &new, found.new),
            };
            let names = names.as_ref();
            Changed {
                of: names.map_or(vec![], |names| names.at(lines, at)),
                line: found.new + 1,
                gone: own(found.gone),
                come: own(found.come),
            }
        })
        .collect()
}

/// What the lines of a manifest belong to.
struct Names<'a> {
    root: toml::Value,
    places: Places,
    /// Where each line starts, bytes.
    starts: Vec<usize>,
    schema: &'a Json,
    lang: Lang,
}

impl<'a> Names<'a> {
    fn of(text: &str, schema: &'a Json, lang: Lang) -> Option<Self> {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Some(Self { root: read(text)?, places: Places::of(text)?, starts, schema, lang })
    }

    fn at(&self, lines: &[&str], line: usize) -> Vec<String> {
        let indent = lines[line].len() - lines[line].trim_start().len();
        let path = self.places.at(self.starts[line] + indent);
        let owner = owner(&path);
        let title = value_at(&self.root, owner).and_then(|held| held.get("title")?.as_str());
        let field = path.get(owner.len()).and_then(Step::key);
        let label = field.and_then(|field| self.label(&path[..=owner.len()], owner, field));
        let title = title.map(|title| harmless(&title.replace('\n', " ")));
        title.into_iter().chain(label).collect()
    }

    /// What a field is called in its form.
    fn label(&self, path: &[Step], owner: &[Step], field: &str) -> Option<String> {
        if let Some(words) = called::field(path) {
            return Some(words.say(self.lang).into());
        }
        let entry = &self.schema["$defs"]["entry"];
        let kind = value_at(&self.root, owner).and_then(|held| held.get("kind")?.as_str());
        let own = kind.and_then(|kind| {
            let cases = entry["allOf"].as_array()?.iter().map(|case| &case["then"]);
            cases.into_iter().find(|then| then["title"] == kind)
        });
        let shapes = [
            own.map(|then| &then["properties"][field]),
            kind.map(|_| &entry["properties"][field]),
            owner[0].key().map(|table| &self.schema["properties"][table]["properties"][field]),
        ];
        shapes.into_iter().flatten().find_map(|shape| Some(shape["description"].as_str()?.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::changed;
    use crate::layout;
    use crate::manifest::schema;
    use jikji_diagnostic::Lang;
    use jikji_diagnostic::source::Sources;

    #[test]
    fn what_changed_is_named_by_its_entry_and_its_field() {
        let layout = layout::find(".".as_ref(), "spri-brief", &mut Sources::default()).unwrap();
        let schema = schema(&layout, Lang::Ko);
        let entry = |body: &str, more: &str| {
            format!(
                "[issue]\nyear = 2024\n[[parts]]\ntitle = '부'\n[[parts.entries]]\nkind = 'brief'\ntitle = '첫째'\nbody = \"\"\"\n- 하나\n{body}\"\"\"\n{more}"
            )
        };
        let (then, now) = (entry("- 둘\n", "key = ['가']\n"), entry("- 셋\n", ""));
        let found = changed(&then, &now, Some(&schema), Lang::Ko);
        let said: Vec<_> = found.iter().map(|one| (one.of.join("/"), one.line)).collect();
        assert_eq!(said, [("첫째/본문".into(), 10), ("첫째/핵심 내용".into(), 12)]);
        assert_eq!((&found[0].gone[..], &found[0].come[..]), ("- 둘", "- 셋"));
        let year = changed(&then, &then.replace("2024", "2025"), Some(&schema), Lang::Ko);
        assert_eq!(year[0].of.len(), 1);
        // What is no manifest, or none that can be read, has lines alone.
        for (schema, broken) in [(None, now.clone()), (Some(&schema), format!("{now}= 1\n"))] {
            let found = changed(&then, &broken, schema, Lang::Ko);
            assert!(found.iter().any(|one| one.of.is_empty()), "{found:?}");
        }
        assert_eq!(changed(&now, &now, Some(&schema), Lang::Ko), []);
    }
}
