//! Reads an entry's fields by what the layout declares of them, and what all field types are made of.
//!
//! What a type holds is `kind`'s; which fields an entry has is the layout's.

use std::collections::BTreeMap;

use super::described;
use super::image::{self, ImageFile, Part};
use super::inputs::Inputs;
use super::model::{Date, Picture, Value};
use super::near_path::decoded;
use super::rules::Allowed;
use crate::document::encoding;
use crate::document::{MOST_PROBLEMS, Node, Table, quoted};
use crate::layout::spec::Field;
use crate::manifest::messages as msg;
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Sources, Span, Text};
use jikji_prose::tree::{Block, ImageRef, Inline, Plain};
use jikji_prose::visit::{visit_blocks, visit_inlines};
use jikji_prose::{address, parse};

/// The largest text file of an issue, in bytes.
const LARGEST_TEXT: u64 = 2 << 20;

/// The most pages of a PDF that one can be chosen among.
pub(super) const MOST_PAGES: usize = 99_999;

/// What reading a manifest needs and gathers.
pub struct Reader<'s> {
    /// The manifest's name, for messages.
    pub name: &'s str,
    /// The files of the issue.
    pub inputs: &'s mut Inputs,
    /// Where text files are added.
    pub sources: &'s mut Sources,
    /// What was found wrong so far.
    pub problems: Vec<Diagnostic>,
    /// What was found about the texts so far.
    pub told: Vec<Diagnostic>,
    /// The number's day of publication, once it is read.
    pub published: Option<Date>,
    /// Width and height of the layout's text area, mm, once it is known.
    pub area: Option<(f64, f64)>,
    /// The runs of text so far that a page shows.
    pub runs: Vec<Plain>,
    /// The pictures so far, by what the pages call them.
    pub pictures: BTreeMap<String, Picture>,
    /// What authors let pass so far.
    pub allowed: Vec<Allowed>,
}

impl<'s> Reader<'s> {
    /// A reader that has read nothing but the document, which had `problems`.
    pub fn new(
        name: &'s str,
        inputs: &'s mut Inputs,
        sources: &'s mut Sources,
        problems: Vec<Diagnostic>,
    ) -> Self {
        let (told, runs, allowed, pictures) = (vec![], vec![], vec![], BTreeMap::new());
        let (published, area) = (None, None);
        Self { name, inputs, sources, problems, told, published, area, runs, pictures, allowed }
    }
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
        let own = fields.iter().flat_map(|field| {
            std::iter::once(field.name.as_str()).chain(field.kind.beside().iter().copied())
        });
        let known: Vec<&str> = also.iter().copied().chain(own).collect();
        let table = table.only(&known, owner, &mut self.problems);
        let mut values = vec![];
        for field in fields {
            let node = match field.required {
                true => table.require(&field.name, owner, &mut self.problems),
                false => table.get(&field.name),
            };
            if let Some(value) = node.and_then(|node| self.field(field, node, table)) {
                values.push((field.name.clone(), value));
            }
        }
        values
    }

    /// A field of a table.
    fn field(&mut self, field: &Field, node: Node<'_>, table: Table<'_>) -> Option<Value> {
        if !field.list {
            return self.value(field, node, table);
        }
        let alone = field.kind.may_stand_alone() && node.as_table().is_some();
        let nodes = if alone { vec![node] } else { node.list(&mut self.problems)? };
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
        let mut values = self.each(nodes, |reader, node| reader.value(field, node, table));
        let images = values.iter().filter_map(Value::image);
        self.side_by_side(images.map(|image| image.placing));
        if let Some(key) = &field.sort {
            values.sort_by_key(|value| order(value, key));
        }
        (values.len() == wanted).then_some(Value::List(values))
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
    pub(super) fn url(&mut self, node: Node<'_>) -> Option<Text> {
        let text = node.text(&mut self.problems)?;
        let message = match address::check(&text.value) {
            Ok(()) => return Some(text),
            Err(address::BadAddress::Scheme) => msg::ADDRESS_SCHEME,
            Err(address::BadAddress::Form) => msg::ADDRESS_FORM,
        };
        self.problems.push(node.problem(message));
        None
    }

    /// A text that a page shows as it is.
    pub(super) fn plain(&mut self, text: &Text) -> Plain {
        let lines = parse::lines(text, &mut self.told);
        let plain = parse::joined(&lines, text.span);
        self.runs.extend(lines);
        plain
    }

    /// A text without line ends that was checked, and that a page shows as it is.
    pub(super) fn word(&mut self, text: Text) -> Plain {
        let span = text.place(0..text.value.len());
        let word = Plain { text: text.value, span };
        self.runs.push(word.clone());
        word
    }

    /// A text that is read aloud or stands in the file's metadata.
    pub(super) fn unshown(&mut self, text: &Text) -> Plain {
        parse::text(text, &mut self.told)
    }

    /// One paragraph of prose.
    pub(super) fn prose(&mut self, text: &Text) -> Vec<Inline> {
        let body = parse::inline(text, &mut self.told);
        self.running(body)
    }

    /// A cell of a table.
    pub(super) fn cell(&mut self, text: &Text) -> Vec<Inline> {
        let body = parse::cell(text, &mut self.told);
        self.running(body)
    }

    fn running(&mut self, body: Vec<Inline>) -> Vec<Inline> {
        visit_inlines(&body, &mut |text, span| self.runs.push(Plain { text: text.into(), span }));
        body
    }

    /// Blocks of prose, with the pictures they name.
    pub(super) fn blocks(&mut self, text: &Text) -> Vec<Block> {
        let mut blocks = parse::blocks(text, &mut self.told);
        for block in &mut blocks {
            let Block::Images(images) = block else { continue };
            images.iter_mut().for_each(|image| self.in_text(image));
            self.side_by_side(images.iter().map(|image| image.placing));
        }
        visit_blocks(&blocks, &mut |text, span| self.runs.push(Plain { text: text.into(), span }));
        blocks
    }

    /// A picture of running text.
    fn in_text(&mut self, image: &mut ImageRef) {
        let caption = image.caption.as_ref().map(|caption| caption.text.as_str());
        self.told.extend(described::check(&image.alt, &image.file, caption, image.span));
        if image.file.is_empty() {
            return;
        }
        let (path, part) = self.as_linked(&image.file);
        if let Some(picture) = self.picture(&path, part, image.span) {
            image.placing = self.sound(image.placing, &picture.path);
            image.file = picture.path;
        }
    }

    /// The path that running text writes as an address: `%20` is a blank and `#page=2` a page of a PDF (RFC 8118),
    /// unless a file is called so.
    fn as_linked(&self, written: &str) -> (String, Part) {
        if written.contains(['%', '#']) && self.inputs.folder.join(written).exists() {
            return (written.to_string(), image::FIRST);
        }
        let paged = written.rsplit_once("#page=").and_then(|(path, page)| {
            let page = page.parse().ok().filter(|page| (1..=MOST_PAGES).contains(page))?;
            Some((path, Part { page, whole: false }))
        });
        let (path, part) = paged.unwrap_or((written, image::FIRST));
        (decoded(path), part)
    }

    /// Takes in the picture the author wrote as `written`, of a PDF the part that is wanted.
    pub(super) fn picture(&mut self, written: &str, part: Part, place: Span) -> Option<ImageFile> {
        match self.inputs.picture(written, part, place) {
            Ok(image) => {
                self.problems.extend(image.told(place));
                let ImageFile { path, bytes, cmyk, pixels, texts, page, for_press, .. } =
                    image.clone();
                let drawing = page.map(|(drawing, _)| drawing);
                let picture = Picture { bytes, cmyk, pixels, drawing, for_press, texts, place };
                self.pictures.entry(path).or_insert(picture);
                Some(image)
            }
            Err(problem) => self.refuse(problem),
        }
    }

    /// A text, or `{ file = "…" }` with the text in a file of its own.
    pub(super) fn text_or_file(&mut self, node: Node<'_>) -> Option<Text> {
        let Some(table) = node.as_table() else { return node.text(&mut self.problems) };
        let table = table.only(&["file"], node.key(), &mut self.problems);
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
        let file = self.inputs.read(&written.value, LARGEST_TEXT, written.span)?;
        let shown = self.inputs.shown(&file.name);
        let placed = |problem: Diagnostic| Diagnostic {
            span: problem.span.or(Some(written.span)),
            ..problem
        };
        let id = encoding::read(&shown, &file.bytes, self.sources).map_err(placed)?;
        let text = self.sources.get(id).text.as_str();
        let body = text.trim_end();
        let start = body.len() - body.trim_start_matches('\n').len();
        if body[start..].trim().is_empty() {
            let blank = Diagnostic::at(msg::BLANK_FILE, written.span);
            return Err(blank.arg("path", quoted(&file.name)));
        }
        Ok(Text::verbatim(body[start..].to_string(), id, start))
    }
}

/// What orders a record among its like: the first day of a span, a date, or the text. What has no day comes after
/// what has one.
fn order(record: &Value, key: &str) -> (bool, Option<Date>, String) {
    let field = record.field(key);
    let day = field.and_then(Value::day);
    (day.is_none(), day, field.and_then(Value::line).unwrap_or_default())
}
