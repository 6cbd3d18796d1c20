//! Reads an entry's fields by what the layout declares of them.
//!
//! It knows field types; what a kind is called and which fields it has is the layout's.

use std::path::{Path, PathBuf};

use super::document::{Node, Table, quoted};
use super::model::{Date, Value};
use super::{address, encoding, path};
use crate::layout::spec::{Field, FieldKind};
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Sources, Text};

/// The largest text file of an issue, in bytes.
const LARGEST_TEXT: u64 = 2 << 20;

/// After this many problems the rest of a manifest is not read: a file of megabytes could have
/// millions.
pub const MOST_PROBLEMS: usize = 500;

/// What reading a manifest needs and gathers.
pub struct Reader<'s> {
    /// The manifest's name, for messages.
    pub name: &'s str,
    /// The folder that all files of the issue are in.
    pub folder: &'s Path,
    /// Where text files are added.
    pub sources: &'s mut Sources,
    /// What was found wrong so far.
    pub problems: Vec<Diagnostic>,
    /// The files that were read.
    pub read: Vec<PathBuf>,
    /// The author's texts so far, each with how it is to be read.
    pub texts: Vec<(FieldKind, Text)>,
}

impl Reader<'_> {
    /// The declared fields of a table, in the layout's order. `also` are keys that are no fields.
    pub fn fields(
        &mut self,
        fields: &[Field],
        also: &[&str],
        table: Table<'_>,
        owner: &str,
    ) -> Vec<(String, Value)> {
        let known: Vec<&str> =
            also.iter().copied().chain(fields.iter().map(|f| f.name.as_str())).collect();
        table.only(&known, owner, &mut self.problems);
        let mut values = vec![];
        for field in fields {
            let node = match field.required {
                true => table.require(&field.name, owner, &mut self.problems),
                false => table.get(&field.name),
            };
            if let Some(value) = node.and_then(|node| self.field(field, node)) {
                values.push((field.name.clone(), value));
            }
        }
        values
    }

    fn field(&mut self, field: &Field, node: Node<'_>) -> Option<Value> {
        if !field.list {
            return self.value(field, node);
        }
        let nodes = node.list(&mut self.problems)?;
        let least = field.min.unwrap_or(usize::from(field.required));
        if nodes.len() < least {
            let short = node.problem(msg::LIST_SHORT).arg("count", nodes.len());
            self.problems.push(short.arg("least", least));
        }
        if let Some(most) = field.max.filter(|most| nodes.len() > *most) {
            let first_too_many = nodes[most].problem(msg::LIST_LONG);
            self.problems.push(first_too_many.arg("count", nodes.len()).arg("most", most));
        }
        let wanted = nodes.len();
        let mut values = self.each(nodes, |reader, node| reader.value(field, node));
        if let Some(key) = &field.sort {
            values.sort_by_key(|value| order(value, key));
        }
        (values.len() == wanted).then_some(Value::List(values))
    }

    fn value(&mut self, field: &Field, node: Node<'_>) -> Option<Value> {
        Some(match field.kind {
            FieldKind::Text => Value::Text(self.long_text(field.kind, node)?),
            FieldKind::Prose => Value::Prose(self.long_text(field.kind, node)?),
            FieldKind::Blocks => Value::Blocks(self.long_text(field.kind, node)?),
            FieldKind::Date => Value::Date(node.date(&mut self.problems)?),
            FieldKind::Url => Value::Url(self.url(node)?),
            FieldKind::Image => Value::Image(self.image(node)?),
            FieldKind::Source => Value::Source(self.source(node)?),
            FieldKind::Table => Value::Table(self.table(node)?),
            FieldKind::Chart => Value::Chart(self.chart(node)?),
            FieldKind::Period => Value::Period(self.period(node)?),
            FieldKind::Record => {
                let table = node.table(&mut self.problems)?;
                Value::Record(self.fields(&field.fields, &[], table, node.key()))
            }
        })
    }

    /// Reads one after the other what can be read, until there are too many problems.
    pub(super) fn each<'a, T>(
        &mut self,
        nodes: Vec<Node<'a>>,
        mut read: impl FnMut(&mut Self, Node<'a>) -> Option<T>,
    ) -> Vec<T> {
        let mut values = vec![];
        for node in nodes {
            if self.problems.len() >= MOST_PROBLEMS {
                break;
            }
            values.extend(read(self, node));
        }
        values
    }

    /// A web address.
    pub fn url(&mut self, node: Node<'_>) -> Option<Text> {
        let text = node.text(&mut self.problems)?;
        let message = match address::check(&text.value) {
            Ok(()) => return Some(text),
            Err(address::BadAddress::Scheme) => msg::ADDRESS_SCHEME,
            Err(address::BadAddress::Form) => msg::ADDRESS_FORM,
        };
        self.problems.push(node.problem(message));
        None
    }

    /// A file of the issue as the author can open it: from where the manifest was named.
    fn shown(&self, name: &str) -> String {
        match self.folder == Path::new(".") || self.folder.as_os_str().is_empty() {
            true => name.to_string(),
            false => self.folder.join(name).display().to_string(),
        }
    }

    /// Remembers a text that the author may have to mend even if the rest of the issue is wrong.
    pub(super) fn noted(&mut self, kind: FieldKind, text: Option<Text>) -> Option<Text> {
        self.texts.extend(text.clone().map(|text| (kind, text)));
        text
    }

    fn long_text(&mut self, kind: FieldKind, node: Node<'_>) -> Option<Text> {
        let text = self.text_or_file(node);
        self.noted(kind, text)
    }

    /// A text, or `{ file = "…" }` with the text in a file of its own.
    fn text_or_file(&mut self, node: Node<'_>) -> Option<Text> {
        let Some(table) = node.as_table() else { return node.text(&mut self.problems) };
        table.only(&["file"], node.key(), &mut self.problems);
        let file = table.require("file", node.key(), &mut self.problems)?;
        let written = file.text(&mut self.problems)?;
        match self.text_file(&written) {
            Ok(text) => Some(text),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    fn text_file(&mut self, written: &Text) -> Result<Text, Diagnostic> {
        let found = path::find(self.folder, &written.value, written.span)?;
        self.read.push(found.path.clone());
        let bytes = super::file::bytes(&found.path, LARGEST_TEXT)
            .map_err(|failure| failure.at(written.span).arg("path", quoted(&found.name)))?;
        let id =
            encoding::read(&self.shown(&found.name), &bytes, self.sources).map_err(|problem| {
                match problem.span {
                    Some(_) => problem,
                    None => Diagnostic { span: Some(written.span), ..problem },
                }
            })?;
        let text = self.sources.get(id).text.as_str();
        let body = text.trim_end();
        let start = body.len() - body.trim_start_matches('\n').len();
        if body[start..].trim().is_empty() {
            let blank = Diagnostic::at(msg::BLANK_FILE, written.span);
            return Err(blank.arg("path", quoted(&found.name)));
        }
        Ok(Text::verbatim(body[start..].to_string(), id, start))
    }
}

/// What orders a record among its like: the first day of a span, a date, or the text.
fn order(value: &Value, key: &str) -> (Option<Date>, String) {
    let Value::Record(fields) = value else { return (None, String::new()) };
    match fields.iter().find(|(name, _)| name == key).map(|(_, value)| value) {
        Some(Value::Period(period)) => (Some(period.start), String::new()),
        Some(Value::Date(date)) => (Some(*date), String::new()),
        Some(Value::Text(text) | Value::Prose(text)) => (None, text.value.clone()),
        _ => (None, String::new()),
    }
}
