//! A manifest as a reader of TOML and of jikji's prose sees it: what an import writes, and nothing else.

use jikji_diagnostic::source::{Sources, Text as Prose};
use jikji_diagnostic::{Diagnostic, Lang, Severity};
use jikji_prose::tree::{Block, Inline, Item, Paragraph};
use jikji_prose::{address, parse, period};
use toml::{Table, Value as Toml};

/// An issue.
pub struct Issue {
    pub publication: Publication,
    pub number: Number,
    pub parts: Vec<Part>,
    pub colophon: Vec<(String, Value)>,
}

pub struct Publication {
    pub name: Text,
    pub tagline: Option<Text>,
    pub publisher: Text,
}

pub struct Number {
    pub year: u16,
    pub month: u8,
}

pub struct Part {
    pub title: Text,
    pub sections: Vec<Section>,
    pub entries: Vec<Entry>,
}

pub struct Section {
    pub title: Text,
    pub entries: Vec<Entry>,
}

pub struct Entry {
    pub fields: Vec<(String, Value)>,
}

pub struct Text {
    pub text: String,
}

/// What a field holds.
#[derive(Debug)]
pub enum Value {
    Text(Words),
    Url(Words),
    Prose(Words),
    Blocks(Words),
    Period(Words),
    Day,
    Record(Vec<(String, Value)>),
    List(Vec<Value>),
}

#[derive(Debug)]
pub struct Words {
    pub value: String,
}

/// Reads a manifest for the layout of these tests.
#[track_caller]
pub fn read(manifest: &str) -> Issue {
    let root: Table = toml::from_str(manifest).expect("it is TOML");
    assert_eq!(root["layout"].as_str(), Some("spri-brief"));
    let publication = table(&root["publication"]);
    let issue = table(&root["issue"]);
    assert!(issue["published"].as_datetime().is_some(), "{manifest}");
    let whole = |key: &str| issue[key].as_integer().expect("a whole number");
    let fields = |table: &Table| table.iter().map(|(key, value)| field(key, value)).collect();
    let issue = Issue {
        publication: Publication {
            name: text(&publication["name"]),
            tagline: publication.get("tagline").map(text),
            publisher: text(&publication["publisher"]),
        },
        number: Number { year: whole("year") as u16, month: whole("month") as u8 },
        parts: array(&root["parts"]).iter().map(|part| self::part(table(part))).collect(),
        colophon: root.get("colophon").map(table).map(fields).unwrap_or_default(),
    };
    let mut titles: Vec<String> = vec![];
    for entry in issue.parts.iter().flat_map(entries) {
        let title = entry.fields.iter().find(|(name, _)| name == "title").expect("a title");
        let Value::Text(title) = &title.1 else { panic!("{title:?}") };
        assert!(!titles.contains(&title.value), "two entries are {:?}", title.value);
        titles.push(title.value.clone());
    }
    issue
}

/// The entries of a part.
pub fn entries(part: &Part) -> impl Iterator<Item = &Entry> {
    part.sections.iter().flat_map(|section| &section.entries).chain(&part.entries)
}

fn table(value: &Toml) -> &Table {
    value.as_table().expect("a table")
}

fn array(value: &Toml) -> &[Toml] {
    value.as_array().expect("an array")
}

#[track_caller]
fn text(value: &Toml) -> Text {
    let text = value.as_str().expect("a text").to_string();
    accepted(&text, parse::text);
    Text { text }
}

fn part(table: &Table) -> Part {
    let sections = table.get("sections").map(array).unwrap_or_default();
    let section = |section: &Toml| {
        let section = self::table(section);
        Section { title: text(&section["title"]), entries: own(section) }
    };
    Part {
        title: text(&table["title"]),
        sections: sections.iter().map(section).collect(),
        entries: own(table),
    }
}

fn own(table: &Table) -> Vec<Entry> {
    let entries = table.get("entries").map(array).unwrap_or_default();
    entries.iter().map(|entry| self::entry(self::table(entry))).collect()
}

fn entry(table: &Table) -> Entry {
    let kind = table["kind"].as_str().expect("a kind");
    let required: &[&str] = if kind == "brief" { &["title", "body"] } else { &["title", "rows"] };
    assert!(required.iter().all(|name| table.contains_key(*name)), "{table:?}");
    let most = |name: &str, most: usize| table.get(name).is_none_or(|v| array(v).len() <= most);
    assert!(most("key", 5) && most("sources", 6), "{table:?}");
    let fields = table.iter().filter(|(key, _)| *key != "kind");
    Entry { fields: fields.map(|(key, value)| field(key, value)).collect() }
}

/// A field by its name, which is of one type in the layout of these tests.
fn field(name: &str, value: &Toml) -> (String, Value) {
    let value = match value {
        Toml::Array(values) => {
            assert!(name != "address" || values.len() <= 4);
            Value::List(values.iter().map(|value| field(name, value).1).collect())
        }
        Toml::Table(table) => {
            Value::Record(table.iter().map(|(key, value)| inner(name, key, value)).collect())
        }
        Toml::Datetime(_) => Value::Day,
        Toml::String(text) => string(name, text),
        other => panic!("an import writes no {other:?}"),
    };
    (name.to_string(), value)
}

fn inner(of: &str, name: &str, value: &Toml) -> (String, Value) {
    match (of, name, value) {
        // The title of a source is prose.
        ("sources", "title", Toml::String(text)) => (name.to_string(), string("prose", text)),
        _ => field(name, value),
    }
}

fn string(name: &str, text: &str) -> Value {
    let words = Words { value: text.to_string() };
    match name {
        "title" => {
            accepted(text, parse::text);
            Value::Text(words)
        }
        "body" => {
            accepted(text, parse::blocks);
            Value::Blocks(words)
        }
        "url" | "homepage" => {
            assert_eq!(address::check(text), Ok(()), "{text}");
            Value::Url(words)
        }
        "period" => {
            assert!(period::days(text).is_ok(), "{text}");
            Value::Period(words)
        }
        _ => {
            accepted(text, parse::inline);
            Value::Prose(words)
        }
    }
}

fn prose(value: &str) -> Prose {
    let file = Sources::default().add("", value);
    Prose::verbatim(value.to_string(), file, 0)
}

/// The prose of a text finds no error in it.
#[track_caller]
fn accepted<T>(value: &str, parse: impl Fn(&Prose, &mut Vec<Diagnostic>) -> T) -> T {
    let mut found = vec![];
    let read = parse(&prose(value), &mut found);
    let errors = found.iter().filter(|d| d.severity() == Severity::Error);
    let errors: Vec<String> =
        errors.map(|d| format!("{} {:?} {}", d.message.code, d.span, d.text(Lang::En))).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{value}");
    read
}

/// All text of an issue as jikji reads it.
pub fn letters(issue: &Issue) -> String {
    let mut out = Reading(String::new());
    let publication = &issue.publication;
    out.push(&publication.name.text);
    out.push(&publication.publisher.text);
    publication.tagline.iter().for_each(|text| out.push(&text.text));
    for part in &issue.parts {
        out.push(&part.title.text);
        part.sections.iter().for_each(|section| out.push(&section.title.text));
        for (_, value) in entries(part).flat_map(|entry| &entry.fields) {
            out.value(value);
        }
    }
    issue.colophon.iter().for_each(|(_, value)| out.value(value));
    out.0
}

struct Reading(String);

impl Reading {
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push(' ');
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Text(words) | Value::Url(words) | Value::Period(words) => {
                self.push(&words.value)
            }
            Value::Prose(words) => self.inlines(&parse::inline(&prose(&words.value), &mut vec![])),
            Value::Blocks(words) => {
                let blocks = parse::blocks(&prose(&words.value), &mut vec![]);
                blocks.iter().for_each(|block| self.block(block));
            }
            Value::Day => {}
            Value::Record(fields) => fields.iter().for_each(|(_, value)| self.value(value)),
            Value::List(values) => values.iter().for_each(|value| self.value(value)),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Subhead(paragraph) | Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(items) => items.iter().for_each(|item| self.item(item)),
            Block::Table(table) => table.texts().for_each(|text| self.inlines(text)),
            Block::Images(images) => panic!("an import writes no {images:?}"),
        }
    }

    fn item(&mut self, item: &Item) {
        self.paragraph(&item.text);
        item.children.iter().for_each(|child| self.item(child));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.inlines(&paragraph.body);
        paragraph.notes.iter().for_each(|note| self.inlines(&note.body));
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text { text, .. } => self.0.push_str(text),
                Inline::Emph(body) | Inline::Strong(body) => self.inlines(body),
                Inline::Link { body, .. } => self.inlines(body),
                Inline::Break | Inline::Mark(_) => {}
            }
        }
        self.0.push(' ');
    }
}
