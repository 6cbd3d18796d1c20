//! The form of an entry, of a section's or part's title, or of the number's own tables: which fields there are, what
//! they are called and what they hold.
//!
//! All of it comes from the schema of the manifest, which the layout's declarations make; it never reads a file.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::called;
use super::charts;
use super::terms;
use crate::desk::messages as say;
use crate::document::edit::{Step, to_json, value_at};
use crate::document::shape::referred;
use crate::layout::spec::{Field, Layout};
use jikji_diagnostic::Lang;

/// What forms are made from.
pub struct Forms<'a> {
    /// The schema of the manifest, in one language.
    pub schema: &'a Json,
    /// The layout it is for.
    pub layout: &'a Layout,
    /// What the manifest holds.
    pub root: &'a toml::Value,
    /// The manifest.
    pub text: &'a str,
    /// What a text file of the number is called, and what it says.
    pub texts: &'a dyn Fn(&str) -> Option<(String, String)>,
    /// The language of its words.
    pub lang: Lang,
}

impl Forms<'_> {
    /// The form of what stands at a path: of the number, if that is empty.
    pub fn of(&self, path: &[Step]) -> Option<Json> {
        let properties = &self.schema["properties"];
        if path.is_empty() {
            return Some(json!({ "groups": self.of_number(properties) }));
        }
        let value = value_at(self.root, path)?;
        let part = &properties["parts"]["items"];
        let (shape, specs) = match value.get("kind").and_then(toml::Value::as_str) {
            Some(kind) => (self.entry(kind)?, &self.layout.module(kind)?.fields[..]),
            None if path.len() == 2 => (part, &[][..]),
            None if path.len() == 4 => (&part["properties"]["sections"]["items"], &[][..]),
            None => return None,
        };
        let mut fields = self.fields(shape, specs, path, true);
        // What else stands in it has forms of its own.
        let own = |field: &Json| !specs.is_empty() || field["name"] == "title";
        fields.retain(own);
        let kind = value.get("kind").map(to_json);
        Some(json!({ "kind": kind, "groups": [{ "fields": fields }] }))
    }

    /// The tables of the number itself, the colours of its sections and what its files are called.
    fn of_number(&self, properties: &Json) -> Vec<Json> {
        let table = |(name, words): &(&str, jikji_diagnostic::Words)| {
            let own = if *name == "colophon" { &self.layout.colophon[..] } else { &[] };
            let fields = self.fields(properties.get(name)?, own, &[Step::from(*name)], true);
            Some(json!({ "label": words.say(self.lang), "fields": fields }))
        };
        let mut groups: Vec<Json> = called::TABLES.iter().filter_map(table).collect();
        groups.push(terms::form(self.text, self.lang));
        let color = self.accents();
        let titles: BTreeSet<&str> = self.sections().collect();
        if !titles.is_empty() {
            let known: Map<String, Json> =
                titles.iter().map(|title| ((*title).to_string(), color.clone())).collect();
            let fields =
                self.fields(&json!({ "properties": known }), &[], &["sections".into()], true);
            groups.push(json!({ "label": say::COLOURS.say(self.lang), "fields": fields }));
        }
        let files = json!({ "properties": { "slug": properties["slug"] } });
        let fields = self.fields(&files, &[], &[], true);
        groups.push(json!({ "label": say::FILES.say(self.lang), "fields": fields }));
        groups
    }

    /// The colours that a section may have: the layout's accents, and one that a section has already.
    fn accents(&self) -> Json {
        let has = self.root.get("sections").and_then(toml::Value::as_table).into_iter().flatten();
        let has = has.filter_map(|(_, color)| color.as_str());
        let mut names: Vec<&str> = self.layout.inks.accents.iter().map(|name| &**name).collect();
        let others: BTreeSet<&str> = has.filter(|name| !names.contains(name)).collect();
        names.extend(others);
        json!({ "enum": names })
    }

    /// The titles of the number's sections.
    fn sections(&self) -> impl Iterator<Item = &str> {
        let parts = self.root.get("parts").and_then(toml::Value::as_array).into_iter().flatten();
        let sections = parts.filter_map(|part| part.get("sections")?.as_array()).flatten();
        sections.filter_map(|section| section.get("title")?.as_str())
    }

    /// The shape of an entry of a kind.
    fn entry(&self, kind: &str) -> Option<&Json> {
        let cases = self.schema["$defs"]["entry"]["allOf"].as_array()?;
        cases.iter().map(|case| &case["then"]).find(|then| then["title"] == kind)
    }

    /// The fields of a table that stands, or may stand, at a path; or those that could stand there instead.
    fn fields(&self, shape: &Json, specs: &[Field], at: &[Step], now: bool) -> Vec<Json> {
        let empty = Map::new();
        let properties = shape["properties"].as_object().unwrap_or(&empty);
        let value = value_at(self.root, at);
        let required = |name: &str| {
            shape["required"].as_array().is_some_and(|keys| keys.iter().any(|key| key == name))
        };
        let shown =
            |name: &str| name != "kind" || shape["properties"]["kind"].get("const").is_none();
        let names = properties
            .iter()
            .filter(|(name, _)| shown(name) && possible(shape, value, name) == now);
        names
            .map(|(name, shape)| {
                // What all kinds of entries may have is said once for all of them.
                let any = || &self.schema["$defs"]["entry"]["properties"][name.as_str()];
                let shape = if *shape == json!({}) { any() } else { shape };
                let at: Vec<Step> = at.iter().cloned().chain([name.as_str().into()]).collect();
                let spec = specs.iter().find(|spec| spec.name == *name);
                let mut field = self.field(shape, spec, &at);
                field["name"] = json!(name);
                field["required"] = json!(required(name));
                field
            })
            .collect()
    }

    pub(in crate::desk) fn field(&self, shape: &Json, spec: Option<&Field>, at: &[Step]) -> Json {
        let value = value_at(self.root, at);
        let (named, open) = self.resolved(shape);
        let label = shape.get("description").or(open.get("description"));
        let mut field = match is_whole_or_more(open) {
            true => json!({ "kind": "wholes" }),
            // One of some, or a list of them.
            false if named.is_empty() => {
                let (named, open) = self.resolved(variant(open, value));
                self.shaped(named, open, spec, at)
            }
            false => self.shaped(named, variant(open, value), spec, at),
        };
        field["label"] = called::field(at)
            .map(|words| json!(words.say(self.lang)))
            .or_else(|| label.cloned())
            .unwrap_or_else(|| json!(at.last().and_then(Step::key)));
        field["path"] = json!(at);
        if let Some(spec) = spec.filter(|spec| spec.description.is_some()) {
            field["hint"] = json!(spec.kind.words().say(self.lang));
        }
        if field.get("value").is_none() {
            field["value"] = value.map_or(Json::Null, to_json);
        }
        field
    }

    /// A field by its shape: what kind of control it takes, and what it holds.
    fn shaped(&self, named: &str, shape: &Json, spec: Option<&Field>, at: &[Step]) -> Json {
        // One of several, or the only one where a list may be.
        let one = |spec: &&Field| {
            !spec.list || matches!(at.last(), Some(Step::Index(_))) || shape["type"] == "object"
        };
        let kind = match spec.filter(one) {
            Some(spec) if !matches!(shape["type"].as_str(), Some("array")) => spec.kind.name(),
            _ => named,
        };
        if named == "long" {
            return self.text(kind, at);
        }
        if let Some(choices) = shape.get("enum") {
            return called::choices(choices, self.layout, self.lang);
        }
        match (shape["type"].as_str(), kind) {
            (_, "date" | "url") => json!({ "kind": kind }),
            (Some("object"), _) => {
                let inner = spec.map_or(&[][..], |spec| &spec.fields);
                let [fields, instead] = [true, false].map(|now| self.fields(shape, inner, at, now));
                let mut record =
                    json!({ "kind": "record", "type": kind, "fields": fields, "instead": instead });
                // Where any name may stand no names are declared.
                if shape["additionalProperties"].is_object() && shape.get("properties").is_none() {
                    self.named_rows(&mut record, &shape["additionalProperties"], at);
                }
                if kind == "chart" {
                    charts::narrowed(&mut record, value_at(self.root, at));
                }
                record
            }
            (Some("array"), _) => self.list(shape, spec, at),
            (Some("boolean"), _) => json!({ "kind": "truth", "default": shape.get("default") }),
            (Some("integer"), _) => json!({ "kind": "whole" }),
            (Some("number"), _) => json!({ "kind": "number" }),
            _ => json!({ "kind": "text", "examples": shape.get("examples") }),
        }
    }

    fn list(&self, shape: &Json, spec: Option<&Field>, at: &[Step]) -> Json {
        let count = value_at(self.root, at).and_then(toml::Value::as_array).map_or(0, Vec::len);
        let row = |index: usize| {
            let at: Vec<Step> = at.iter().cloned().chain([index.into()]).collect();
            let mut row = self.field(&shape["items"], spec, &at);
            row["called"] = json!(called::row(&at));
            row
        };
        json!({
            "kind": "list",
            "rows": (0..count).map(row).collect::<Vec<_>>(),
            // What one more would be.
            "blank": row(count),
            "most": shape.get("maxItems"),
        })
    }

    /// A text; what it says where it stands in a file of its own.
    fn text(&self, kind: &str, at: &[Step]) -> Json {
        let kind = if kind == "long" { "text" } else { kind };
        let file = value_at(self.root, at).and_then(|value| value.get("file")?.as_str());
        match file.and_then(self.texts) {
            Some((file, text)) => json!({ "kind": kind, "file": file, "value": text }),
            None => json!({ "kind": kind }),
        }
    }

    /// The name of a definition that is referred to, and what it says.
    fn resolved<'j>(&'j self, shape: &'j Json) -> (&'j str, &'j Json) {
        match referred(shape) {
            Some(name) => (name, &self.schema["$defs"][name]),
            None => ("", shape),
        }
    }
}

/// Whether it is a whole number or a list of some.
fn is_whole_or_more(shape: &Json) -> bool {
    let types = shape["anyOf"].as_array().map(|shapes| shapes.iter().map(|shape| &shape["type"]));
    types.is_some_and(|types| types.eq(["integer", "array"]))
}

/// Which of several shapes a value has; the first, if it is not there.
fn variant<'j>(shape: &'j Json, value: Option<&toml::Value>) -> &'j Json {
    let Some(shapes) = shape["anyOf"].as_array() else { return shape };
    let fits = |shape: &&Json| match value {
        None => true,
        Some(toml::Value::Table(_)) => shape["type"] == "object",
        Some(toml::Value::Array(_)) => shape["type"] == "array",
        // A text may hold the cells of a list.
        Some(_) => shape["type"] != "object",
    };
    shapes.iter().find(fits).unwrap_or(&shapes[0])
}

/// Whether a key may stand beside those that do: of some keys a table has the one or the others.
fn possible(shape: &Json, value: Option<&toml::Value>, name: &str) -> bool {
    let Some(ways) = shape["oneOf"].as_array() else { return true };
    let keys = |way: &Json| -> Vec<String> {
        let keys = way["required"].as_array().into_iter().flatten();
        keys.filter_map(|key| key.as_str().map(str::to_string)).collect()
    };
    let has =
        |way: &&Json| keys(way).iter().any(|key| value.and_then(|value| value.get(key)).is_some());
    let of = |way: &&Json| keys(way).iter().any(|key| key == name);
    let chosen = ways.iter().find(has).or(ways.first());
    !ways.iter().any(|way| of(&way)) || chosen.is_some_and(|way| of(&way))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::schema;
    use jikji_diagnostic::source::Sources;

    fn form(manifest: &str, path: &str, lang: Lang) -> Option<Json> {
        let find =
            |name| crate::layout::find(std::path::Path::new("/x"), name, &mut Sources::default());
        let layout = find("spri-brief").unwrap();
        let root = toml::Value::Table(toml::from_str(manifest).unwrap());
        let texts = |name: &str| Some((format!("f/{name}"), "- 글\n".to_string()));
        let schema = schema(&layout, lang);
        let forms = Forms {
            schema: &schema,
            layout: &layout,
            root: &root,
            text: manifest,
            texts: &texts,
            lang,
        };
        forms.of(&serde_json::from_str::<Vec<Step>>(path).unwrap())
    }

    fn named<'j>(fields: &'j Json, name: &str) -> &'j Json {
        fields.as_array().unwrap().iter().find(|field| field["name"] == name).unwrap()
    }

    #[test]
    fn an_entry_has_the_fields_that_its_layout_declares() {
        let manifest = "[[parts]]\ntitle = 'P'\n[[parts.entries]]\nkind = 'brief'\ntitle = '제목'\nbody = { file = 'a.md' }\nallow = ['몇일']\n\
                        key = ['하나']\nsources = [{ publisher = '가', date = 2024-03-21 }]\nchart = { kind = 'bars', data = [{ label = 'A', value = 1 }] }";
        let form = form(manifest, "[\"parts\",0,\"entries\",0]", Lang::Ko).unwrap();
        let fields = &form["groups"][0]["fields"];
        let title = named(fields, "title");
        assert_eq!(
            (&title["label"], &title["kind"], &title["value"]),
            (&json!("제목"), &json!("text"), &json!("제목"))
        );
        assert_eq!(title["required"], true);
        let body = named(fields, "body");
        assert_eq!(
            (&body["kind"], &body["file"], &body["value"]),
            (&json!("blocks"), &json!("f/a.md"), &json!("- 글\n"))
        );
        let key = named(fields, "key");
        assert_eq!(
            (&key["kind"], &key["most"], &key["rows"][0]["kind"]),
            (&json!("list"), &json!(5), &json!("prose"))
        );
        assert_eq!(key["blank"]["path"], json!(["parts", 0, "entries", 0, "key", 1]));
        let source = &named(fields, "sources")["rows"][0];
        assert_eq!(source["kind"], "record");
        assert_eq!(named(&source["fields"], "date")["value"], json!({ "$date": "2024-03-21" }));
        assert_eq!(named(&source["fields"], "publisher")["label"], "발행처");
        let chart = named(fields, "chart");
        let point = &named(&chart["fields"], "data")["rows"][0]["fields"];
        assert_eq!(
            (&named(point, "value")["kind"], &named(point, "value")["value"]),
            (&json!("number"), &json!(1))
        );
        assert_eq!(named(&chart["fields"], "kind")["kind"], "choice");
        assert!(!chart["fields"].as_array().unwrap().iter().any(|field| field["name"] == "series"));
        assert_eq!(named(fields, "image")["type"], "image");
        let allow = named(fields, "allow");
        assert_eq!((&allow["kind"], &allow["rows"][0]["value"]), (&json!("list"), &json!("몇일")));
    }

    /// The names of all fields of a form that no reader of Korean knows.
    fn foreign<'f>(fields: &'f Json, found: &mut Vec<&'f Json>) {
        for field in fields.as_array().into_iter().flatten() {
            let label = field["label"].as_str().unwrap_or_default();
            if !label.contains(|c| ('가'..='힣').contains(&c)) && label != "ISSN" {
                found.push(field);
            }
            foreign(&field["fields"], found);
            // Rows are called by their list.
            let rows = field["rows"].as_array().into_iter().flatten();
            rows.chain([&field["blank"]]).for_each(|row| foreign(&row["fields"], found));
        }
    }

    #[test]
    fn fields_are_called_by_words_that_are_not_the_manifests() {
        let entry = |kind: &str, more: &str| {
            format!("[[parts]]\ntitle = 'P'\n[[parts.entries]]\nkind = '{kind}'\n{more}")
        };
        let chart = "chart = { kind = 'bars', labels = ['A'], series = [{ name = 'n', values = [1] }] }\nimage = [{ file = 'a.png' }]\nsources = [{ publisher = 'A' }]";
        let data = "chart = { kind = 'bars', data = [{ label = 'A', value = 1 }] }\nimage = { file = 'a.pdf' }";
        let at = "[\"parts\",0,\"entries\",0]";
        let number = "[print]\npaper = { cover = '가' }\n[terms]\n'a' = 'b'";
        for (manifest, path) in [
            (entry("brief", chart), at),
            (entry("brief", data), at),
            (entry("events", "rows = [{ name = 'a' }]"), at),
            (entry("page", "file = 'a.pdf'"), at),
            (number.to_string(), "[]"),
        ] {
            let form = form(&manifest, path, Lang::Ko).unwrap();
            let mut found = vec![];
            for group in form["groups"].as_array().unwrap() {
                foreign(&group["fields"], &mut found);
            }
            let found: Vec<_> = found.iter().map(|field| field["path"].to_string()).collect();
            assert_eq!(found, [""; 0]);
        }
    }

    #[test]
    fn the_number_and_its_titles_have_forms() {
        let manifest = "[issue]\nmonth = [5, 6]\npublished = 2024-05-07\n[print]\npaper = { cover = '가' }\n[[parts]]\ntitle = 'P'\n[[parts.sections]]\ntitle = 'S'";
        let number = form(manifest, "[]", Lang::En).unwrap();
        let [issue, _, colophon, print] = [0, 1, 2, 3].map(|at| &number["groups"][at]["fields"]);
        assert_eq!(named(issue, "month")["kind"], "wholes");
        assert_eq!(
            (&named(issue, "year")["kind"], &named(issue, "year")["value"]),
            (&json!("whole"), &Json::Null)
        );
        assert_eq!(named(colophon, "contact")["label"], "Contact");
        assert_eq!(named(print, "marks")["kind"], "truth");
        assert_eq!(named(&named(print, "paper")["fields"], "cover")["value"], "가");
        assert_eq!(named(print, "due")["kind"], "date");
        assert_eq!(
            (&named(print, "finishing")["kind"], &named(print, "proof")["label"]),
            (&json!("list"), &json!("proof"))
        );
        let section = form(manifest, "[\"parts\",0,\"sections\",0]", Lang::Ko).unwrap();
        assert_eq!(section["groups"][0]["fields"].as_array().unwrap().len(), 1);
        assert!(form(manifest, "[\"parts\",7]", Lang::Ko).is_none());
    }
}
