//! Parses the texts of an issue into a [`Story`].
//!
//! Reading collects every finding about the texts in one go; it never writes markup.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::compose::story::{
    Node, Story, StoryChart, StoryEntry, StoryImage, StoryPart, StorySource, StoryTable, Title,
};
use crate::layout::spec::FieldKind;
use crate::manifest::image;
use crate::manifest::model::{Chart, Entry, Issue, Value};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::Text;
use jikji_prose::messages::IMAGE_FILE;
use jikji_prose::parse;
use jikji_prose::tree::{Block, Inline};

/// Parses the texts of an issue.
pub fn read(issue: &Issue, diagnostics: &mut Vec<Diagnostic>) -> Story {
    let mut reader = Reader::new(&issue.folder, diagnostics);
    let publication = (
        reader.title(&issue.publication.name),
        issue.publication.tagline.as_ref().map(|tagline| reader.title(tagline)),
        reader.title(&issue.publication.publisher),
    );
    let mut entries = vec![];
    let parts = (issue.parts.iter().enumerate())
        .map(|(index, part)| {
            let title = reader.title(&part.title);
            let sections = (part.sections.iter().enumerate())
                .map(|(section, source)| {
                    let title = reader.title(&source.title);
                    let at = (index, Some(section));
                    (title, reader.entries(&source.entries, at, &mut entries))
                })
                .collect();
            let own = reader.entries(&part.entries, (index, None), &mut entries);
            StoryPart { title, sections, entries: own }
        })
        .collect();
    let colophon = reader.fields(&issue.colophon);
    let Reader { assets, files, .. } = reader;
    Story { publication, parts, entries, colophon, assets, files }
}

/// Parses texts only for what is wrong with them: for an issue that cannot be read as a whole. They
/// come back without what belongs to them.
pub fn read_texts(
    folder: &Path,
    texts: &[(FieldKind, Text)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Node> {
    let mut reader = Reader::new(folder, diagnostics);
    let read = texts.iter().map(|(kind, text)| match kind {
        FieldKind::Blocks => Node::Blocks(reader.blocks(text)),
        FieldKind::Prose => Node::Prose(reader.inline(text)),
        _ => Node::Text(reader.title(text)),
    });
    read.collect()
}

struct Reader<'a> {
    folder: &'a Path,
    diagnostics: &'a mut Vec<Diagnostic>,
    assets: BTreeMap<String, Arc<[u8]>>,
    files: Vec<PathBuf>,
}

impl<'a> Reader<'a> {
    fn new(folder: &'a Path, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self { folder, diagnostics, assets: BTreeMap::new(), files: vec![] }
    }
}

impl Reader<'_> {
    fn entries(
        &mut self,
        source: &[Entry],
        at: (usize, Option<usize>),
        out: &mut Vec<StoryEntry>,
    ) -> std::ops::Range<usize> {
        let start = out.len();
        for entry in source {
            let fields = self.fields(&entry.fields);
            let title = fields.iter().find(|(name, _)| name == "title");
            let title = match title {
                Some((_, Node::Text(title))) => title.clone(),
                _ => Title { text: entry.kind.value.clone(), span: entry.span },
            };
            let span = title.span;
            out.push(StoryEntry { kind: entry.kind.value.clone(), title, span, at, fields });
        }
        start..out.len()
    }

    fn fields(&mut self, fields: &[(String, Value)]) -> Vec<(String, Node)> {
        fields.iter().map(|(name, value)| (name.clone(), self.node(value))).collect()
    }

    fn node(&mut self, value: &Value) -> Node {
        match value {
            Value::Text(text) => Node::Text(self.title(text)),
            Value::Prose(text) => Node::Prose(self.inline(text)),
            Value::Blocks(text) => Node::Blocks(self.blocks(text)),
            Value::Date(date) => Node::Date(*date),
            Value::Url(url) => Node::Url(url.value.clone()),
            Value::Image(image) => {
                self.assets.insert(image.path.clone(), image.bytes.clone());
                let alt = self.title(&image.alt).text;
                let caption = image.caption.as_ref().map(|text| self.inline(text));
                Node::Image(StoryImage { path: image.path.clone(), alt, caption, span: image.span })
            }
            Value::Source(source) => Node::Source(StorySource {
                publisher: self.inline(&source.publisher),
                title: self.inline(&source.title),
                date: source.date,
                url: source.url.as_ref().map(|url| url.value.clone()),
            }),
            Value::Table(table) => Node::Table(StoryTable {
                header: table.header.iter().map(|cell| self.inline(cell)).collect(),
                rows: (table.rows.iter())
                    .map(|row| row.iter().map(|cell| self.inline(cell)).collect())
                    .collect(),
                caption: table.caption.as_ref().map(|text| self.inline(text)),
            }),
            Value::Chart(chart) => Node::Chart(Box::new(self.chart(chart))),
            Value::Period(period) => Node::Period(period.clone()),
            Value::Record(fields) => Node::Record(self.fields(fields)),
            Value::List(values) => Node::List(values.iter().map(|v| self.node(v)).collect()),
        }
    }

    fn chart(&mut self, chart: &Chart) -> StoryChart {
        StoryChart {
            kind: chart.kind.clone(),
            unit: chart.unit.clone(),
            alt: self.title(&chart.alt).text,
            caption: chart.caption.as_ref().map(|text| self.inline(text)),
            label: chart.label.as_ref().map(|text| self.title(text)),
            value: chart.value.as_ref().map(|text| self.title(text)),
            data: chart.data.iter().map(|(label, n)| (self.title(label), *n)).collect(),
        }
    }

    fn title(&mut self, text: &Text) -> Title {
        Title { text: parse::text(text, self.diagnostics), span: text.span }
    }

    fn inline(&mut self, text: &Text) -> Vec<Inline> {
        parse::inline(text, self.diagnostics)
    }

    fn blocks(&mut self, text: &Text) -> Vec<Block> {
        let mut blocks = parse::blocks(text, self.diagnostics);
        for block in &mut blocks {
            if let Block::Image(reference) = block {
                // A name that cannot be has been told of.
                let place = Some(reference.span);
                if self.diagnostics.iter().any(|d| d.span == place && d.message == IMAGE_FILE) {
                    continue;
                }
                match image::load(self.folder, &reference.file, reference.span) {
                    Ok(image) => {
                        self.assets.insert(image.path.clone(), image.bytes);
                        self.files.push(image.file);
                        reference.file = image.path;
                    }
                    Err(diagnostic) => self.diagnostics.push(diagnostic),
                }
            }
        }
        blocks
    }
}
