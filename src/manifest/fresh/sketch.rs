//! A number's texts emptied: each entry with its fields, and a hint in each of what belongs there.
//!
//! It writes TOML from what the layout declares, and keeps nothing an author wrote but the titles of parts and
//! sections.

use crate::layout::spec::{Field, Layout};
use crate::manifest::kind;
use crate::manifest::model::{Entry, Issue};
use jikji_diagnostic::Lang;
use jikji_diagnostic::Notation;
use jikji_prose::tree::Plain;

/// The parts of a number with their entries emptied.
pub fn parts(issue: &Issue, layout: &Layout, lang: Lang) -> String {
    let mut sketch = Sketch { layout, lang, out: String::new(), entries: 0 };
    for part in &issue.parts {
        sketch.head("[[parts]]", &part.title);
        for section in &part.sections {
            sketch.head("[[parts.sections]]", &section.title);
            for entry in &issue.entries[section.entries.clone()] {
                sketch.entry("[[parts.sections.entries]]", entry);
            }
        }
        for entry in &issue.entries[part.entries.clone()] {
            sketch.entry("[[parts.entries]]", entry);
        }
    }
    sketch.out
}

struct Sketch<'a> {
    layout: &'a Layout,
    lang: Lang,
    out: String,
    entries: usize,
}

impl Sketch<'_> {
    fn head(&mut self, header: &str, title: &Plain) {
        self.out += &format!("\n{header}\ntitle = {}\n", Notation::line(&title.text));
    }

    fn entry(&mut self, header: &str, entry: &Entry) {
        self.entries += 1;
        // Artwork is for one number; another number's may be wanted in its place.
        let away = if entry.artwork().is_some() { "# " } else { "" };
        self.out +=
            &format!("\n{away}{header}\n{away}kind = {}\n", Notation::line(&entry.kind.value));
        let fields = self.layout.module(&entry.kind.value).map_or(&[][..], |module| &module.fields);
        for field in fields {
            let was = entry.field(&field.name).is_some();
            let value = self.value(field);
            // What was left out may be wanted this time: it stands there as a comment.
            let shown = field.required || (was && field.kind.is_words());
            let mark = if shown { away } else { "# " };
            let lines = format!("{} = {value}", field.name).replace('\n', &format!("\n{mark}"));
            self.out += &format!("{mark}{lines}\n");
        }
    }

    fn value(&self, field: &Field) -> String {
        let one = self.one(field);
        if field.list { format!("[\n  {one},\n]") } else { one }
    }

    fn one(&self, field: &Field) -> String {
        let hint = kind::hint(field.kind, self.lang, self.entries);
        hint.unwrap_or_else(|| {
            let needed = field.fields.iter().filter(|field| field.required);
            let keys = needed.map(|field| format!("{} = {}", field.name, self.value(field)));
            format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
        })
    }
}
