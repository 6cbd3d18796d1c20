//! Which text stands at a place of the pages or of a file, and where on the pages a text stands.
//!
//! It writes nothing.

use serde_json::{Value, json};

use super::Reading;
use crate::desk::forms::fields::owner;
use crate::desk::forms::terms;
use crate::document::edit::strings::{Field, strings};
use crate::document::edit::{Step, read};
use jikji_diagnostic::source::{Sources, Text};

/// How much of a text tells it from its like, in characters.
const HEAD: usize = 28;

/// Texts that run over lines, even where they are short.
const LONG: [&str; 1] = ["body"];

impl Reading {
    /// The text under a point of a page, and the place in it.
    pub(in crate::desk) fn at_point(&self, page: usize, x: f64, y: f64) -> Option<Value> {
        let good = self.good.as_ref()?;
        let glyph = good.places().nearest(page, x, y)?;
        let place = glyph.place?;
        // Behind the letter, if the point is in its second half.
        let behind = x > (glyph.area.left + glyph.area.right) / 2.0;
        let source = good.sources.get(place.file);
        if place.file != good.manifest() {
            let at = if behind { place.end } else { place.start };
            return self.opened(&source.name, &[], units(source.text.get(..at)?));
        }
        let field = around(strings(place.file, &source.text), place.start)?;
        let byte = field.byte(place.start);
        let letter = field.text.value[byte..].chars().next().map_or(0, char::len_utf8);
        let caret = byte + if behind { letter } else { 0 };
        self.opened(&self.manifest_name(), &field.path, units(&field.text.value[..caret]))
    }

    /// The text at a line and a column of a file; of what a finding there is about, if that stands at a path.
    pub(in crate::desk) fn at_line(
        &self,
        (file, line, column): (&str, usize, usize),
        found: Option<&[Step]>,
    ) -> Option<Value> {
        let text = self.text(file)?;
        let start: usize =
            text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let in_line = text.get(start..)?.chars().take(column.checked_sub(1)?);
        let at = start + in_line.map(char::len_utf8).sum::<usize>();
        if file != self.manifest_name() {
            return self.opened(file, &[], units(text.get(..at)?));
        }
        let fields = strings(Sources::default().add("", ""), &text);
        // Only where all of it can be read has it a form with fields that hold nothing, or no text.
        let field = match found.filter(|_| read(&text).is_some()) {
            None => around(fields, at)?,
            Some(path) => {
                let within = |field: &Field| field.path.starts_with(path);
                let Some(field) = fields.into_iter().find(within) else {
                    return Some(self.blank(path));
                };
                field
            }
        };
        let caret = units(&field.text.value[..field.byte(at)]);
        self.opened(file, &field.path, caret)
    }

    /// A field of the manifest that holds no text.
    fn blank(&self, path: &[Step]) -> Value {
        json!({
            "file": self.manifest_name(),
            "path": path,
            "text": "",
            "caret": 0,
            "owner": self.owner(&self.manifest_name(), path),
            "editable": !self.options.read_only,
        })
    }

    /// The first text of an entry, by its position in the number.
    pub(in crate::desk) fn of_entry(&self, entry: usize) -> Option<Value> {
        let good = self.good.as_ref()?;
        let (file, at) = (good.manifest(), good.number.issue.entries.get(entry)?.span().start);
        let field = around(strings(file, &good.sources.get(file).text), at)?;
        self.opened(&self.manifest_name(), &field.path, 0)
    }

    /// A text as it can be shown and written.
    pub(in crate::desk) fn opened(&self, file: &str, path: &[Step], caret: usize) -> Option<Value> {
        let text = self.text(file)?;
        let id = Sources::default().add("", "");
        let fields = if path.is_empty() { vec![] } else { strings(id, &text) };
        let field = fields.iter().find(|field| field.path == path);
        let value = if path.is_empty() { &text } else { &field?.text.value };
        let own = field.map(|field| owner(&field.path));
        let beside = fields.iter().filter(|field| Some(owner(&field.path)) == own);
        let beside: Vec<Value> = beside.filter_map(|field| self.listed(field)).collect();
        let title =
            fields.iter().find(|field| Some(owner(&field.path)) == own && field.key() == "title");
        // Where all of the manifest can be read it has a form, and its words stand there by their rows.
        let shown = if read(&text).is_some() { terms::shown(&text, path) } else { None };
        let lines = value.contains('\n') || field.is_some_and(|field| LONG.contains(&field.key()));
        Some(json!({
            "file": file,
            "path": shown.as_deref().unwrap_or(path),
            "key": field.map_or("file", Field::key),
            "title": title.map(|title| title.text.value.replace('\n', " ")),
            "text": value,
            "caret": caret,
            "lines": lines || path.is_empty(),
            "beside": beside,
            "owner": self.owner(file, path),
            "editable": !self.options.read_only,
        }))
    }

    /// The path of what a text belongs to that has a form: an entry, section or part, or the number itself.
    pub(in crate::desk) fn owner(&self, file: &str, path: &[Step]) -> Option<Vec<Step>> {
        let of = |path: &[Step]| match path.first().and_then(Step::key) {
            Some("parts") if path.len() > 1 => owner(path).to_vec(),
            _ => vec![],
        };
        if !path.is_empty() {
            return Some(of(path));
        }
        self.naming(file).map(|path| of(&path))
    }

    /// The path of what has its text in a file of its own.
    pub(in crate::desk) fn naming(&self, file: &str) -> Option<Vec<Step>> {
        let inputs = &self.good.as_ref()?.number.inputs;
        let fields = strings(Sources::default().add("", ""), &self.text(&self.manifest_name())?);
        let names =
            |field: &Field| field.key() == "file" && inputs.shown(&field.text.value) == file;
        let mut path = fields.into_iter().find(names)?.path;
        path.pop();
        Some(path)
    }

    /// A text as it stands among its like; one that names a file of text leads there.
    fn listed(&self, field: &Field) -> Option<Value> {
        let head: String = field.text.value.chars().take(HEAD).collect();
        let item = |file: &str, path: &[Step], key: &str| json!({ "file": file, "path": path, "key": key, "head": head });
        match field.key() {
            "kind" => None,
            "file" => {
                let name = self.good.as_ref()?.number.inputs.shown(&field.text.value);
                self.good.as_ref()?.texts.get(&name)?;
                Some(item(&name, &[], "file"))
            }
            key => Some(item(&self.manifest_name(), &field.path, key)),
        }
    }

    /// Where on the pages a place in a text stands.
    pub(in crate::desk) fn spot(&self, file: &str, path: &[Step], caret: usize) -> Option<Value> {
        let good = self.good.as_ref()?;
        let (id, text) = match file == self.manifest_name() {
            true => {
                let id = good.manifest();
                let fields = strings(id, &good.sources.get(id).text);
                (id, fields.into_iter().find(|field| field.path == path)?.text)
            }
            false => {
                let glyphs = good.places().glyphs().iter().filter_map(|glyph| glyph.place);
                let mut ids = glyphs.map(|place| place.file);
                let id = ids.find(|id| good.sources.get(*id).name == file)?;
                (id, Text::verbatim(good.sources.get(id).text.clone(), id, 0))
            }
        };
        let byte = bytes(&text.value, caret);
        let at = text.place(byte..byte).start;
        let glyph = good.places().of_byte(id, at)?;
        // What stands before the text is none of it.
        let area = glyph.area;
        (glyph.place?.start >= text.span.start).then(|| {
            json!({ "page": glyph.page, "left": area.left, "right": area.right, "top": area.top, "bottom": area.bottom })
        })
    }
}

/// The string that a byte of the manifest belongs to, or that comes before it.
fn around(fields: Vec<Field>, at: usize) -> Option<Field> {
    let after = fields.partition_point(|field| field.text.span.start <= at);
    fields.into_iter().nth(after.checked_sub(1)?)
}

/// The length of a text as browsers count it.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The byte of a text that browsers count as `units`.
fn bytes(text: &str, units: usize) -> usize {
    let mut counted = 0;
    let ends = text.char_indices().find(|(_, c)| {
        counted += c.len_utf16();
        counted > units
    });
    ends.map_or(text.len(), |(at, _)| at)
}
