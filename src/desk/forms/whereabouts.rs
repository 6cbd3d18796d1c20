//! What a place of the manifest is called in the desk: the entry by its title, the field as its form has it.

use std::rc::Rc;

use serde_json::Value as Json;

use super::called;
use super::called::TABLES;
use super::fields::owner;
use super::shapes::Shape;
use crate::desk::messages as say;
use crate::document::edit::{Step, value_at};
use crate::document::shape::referred;
use jikji_diagnostic::Lang;

/// A manifest and what it is made by.
pub struct Whereabouts {
    /// What it holds.
    pub root: toml::Value,
    /// Its layout and its schema.
    pub shape: Rc<Shape>,
    /// The language of the names.
    pub lang: Lang,
}

impl Whereabouts {
    /// What the place at a path is called.
    pub fn of(&self, path: &[Step]) -> Option<String> {
        let own = owner(path);
        let field = path.get(own.len()).and_then(Step::key);
        let label = || self.field(&path[..=own.len()]);
        if let [Step::Key(table)] = own
            && table != "parts"
        {
            return match field {
                None => self.table(table),
                // A name that is given to it is called so itself.
                Some(key) => {
                    let label = label().unwrap_or_else(|| key.into());
                    Some(format!("{} · {label}", self.table(table)?))
                }
            };
        }
        let value = value_at(&self.root, own)?;
        let kind = value.get("kind").and_then(toml::Value::as_str);
        let title = value.get("title").and_then(toml::Value::as_str).filter(|t| !t.is_empty());
        let name = title.map(|title| title.replace('\n', " "));
        let name = name.or_else(|| Some(self.kind(kind?)?.to_string()))?;
        let field = field.filter(|_| kind.is_some());
        Some(match field.and_then(|_| label()) {
            Some(label) => format!("‘{name}’ · {label}"),
            None => format!("‘{name}’"),
        })
    }

    /// What the place at a path is called, each row and each field on the way to it as well.
    pub fn whole(&self, path: &[Step]) -> String {
        let own = owner(path).len();
        let last = || path.last().and_then(Step::key).unwrap_or_default().to_string();
        let first = self.of(path).or_else(|| self.field(path)).unwrap_or_else(last);
        let inner = (own + 1..path.len()).map(|at| match &path[at] {
            Step::Index(index) => value_at(&self.root, &path[..=at])
                .and_then(titled)
                .map_or_else(|| (index + 1).to_string(), |title| format!("‘{title}’")),
            Step::Key(key) => self.field(&path[..=at]).unwrap_or_else(|| key.clone()),
        });
        std::iter::once(first).chain(inner).collect::<Vec<_>>().join(" · ")
    }

    /// What a kind of entries is called.
    pub fn kind(&self, kind: &str) -> Option<&str> {
        let mut modules = self.shape.0.modules.iter().filter(|module| module.name == kind);
        modules.find_map(|module| Some(module.description.as_ref()?.say(self.lang)))
    }

    /// What the value at a path is called, where it is one of some.
    pub fn choice(&self, path: &[Step], value: &str) -> Option<&str> {
        if path.len() > 2
            && owner(path).len() + 1 == path.len()
            && path.last()?.key() == Some("kind")
        {
            return self.kind(value);
        }
        let (named, shape) = self.shape(path)?;
        let is_one = |shape: &Json| shape["enum"].as_array().is_some_and(|all| !all.is_empty());
        let ways = shape["anyOf"].as_array();
        let some = is_one(shape)
            || is_one(self.named(named))
            || ways.is_some_and(|ways| ways.iter().any(is_one));
        some.then(|| called::one(value, &self.shape.0, self.lang)).flatten()
    }

    /// What a value at a path says: choices and fields by their names, what a list holds line by line.
    pub fn says(&self, path: &[Step], value: &toml::Value) -> String {
        use toml::Value;
        let inner = |step: Step| [path, &[step]].concat();
        let named = |(key, value): (&String, &Value)| {
            let at = inner(key.as_str().into());
            let label = self.field(&at);
            let says = self.says(&at, value).replace('\n', " · ");
            label.map_or_else(|| says.clone(), |label| format!("{label}: {says}"))
        };
        match value {
            Value::String(text) => self.choice(path, text).unwrap_or(text).to_string(),
            Value::Boolean(true) => say::YES.say(self.lang).into(),
            Value::Boolean(false) => say::NO.say(self.lang).into(),
            Value::Table(table) => {
                let mut fields: Vec<_> = table.iter().collect();
                fields.sort_by_cached_key(|(key, _)| self.rank(path, key));
                fields.into_iter().map(named).collect::<Vec<_>>().join("\n")
            }
            Value::Array(values) => {
                let plain = values.iter().all(|value| !value.is_str() && !value.is_table());
                let one = |(at, value): (usize, &Value)| {
                    let says = self.says(&inner(at.into()), value);
                    if value.is_str() { says } else { says.replace('\n', " · ") }
                };
                let all: Vec<String> = values.iter().enumerate().map(one).collect();
                all.join(if plain { " · " } else { "\n" })
            }
            other => other.to_string(),
        }
    }

    fn table(&self, table: &str) -> Option<String> {
        let known = TABLES.iter().find(|(name, _)| *name == table).map(|(_, words)| *words);
        let own = match table {
            "terms" => Some(say::TERMS),
            "sections" => Some(say::COLOURS),
            "slug" => Some(say::FILES),
            _ => None,
        };
        known.or(own).map(|words| words.say(self.lang).into())
    }

    /// What the field at a path is called in its form.
    pub fn field(&self, path: &[Step]) -> Option<String> {
        if let Some(words) = called::field(path) {
            return Some(bare(words.say(self.lang)));
        }
        if let [Step::Key(table)] = path {
            return self.table(table);
        }
        let (named, shape) = self.shape(path)?;
        let said = shape.get("description").or(self.named(named).get("description"))?;
        Some(bare(said.as_str()?))
    }

    /// Where a field stands among those of the form of what is at a path; what no form has comes last.
    pub fn rank(&self, path: &[Step], key: &str) -> usize {
        let place = |shape: &Json| shape["properties"].as_object()?.keys().position(|k| k == key);
        let shape = self.shape(path);
        let found =
            shape.and_then(|(named, shape)| place(shape).or_else(|| place(self.named(named))));
        found.unwrap_or(usize::MAX)
    }

    /// Whether a picture's file is chosen at a path.
    pub fn chooses_picture(&self, path: &[Step]) -> bool {
        let split = path.split_last().filter(|(last, _)| last.key() == Some("file"));
        let record = split.and_then(|(_, record)| self.shape(record));
        record.is_some_and(|(named, _)| named == "image")
    }

    /// The name of the definition that what stands at a path is of, where it has one, and what is said of it there.
    fn shape(&self, path: &[Step]) -> Option<(&str, &Json)> {
        let own = owner(path);
        let root = &self.shape.1;
        let kind = || value_at(&self.root, own)?.get("kind")?.as_str();
        let (mut at, steps) = match own.last() {
            Some(Step::Index(_)) if own.iter().any(|step| step.key() == Some("entries")) => {
                let kind = kind()?;
                let mut cases = root["$defs"]["entry"]["allOf"].as_array()?.iter();
                let case = cases.find(|case| case["then"]["title"] == kind)?;
                (&case["then"], &path[own.len()..])
            }
            _ => (root, path),
        };
        for step in steps {
            let inner = |shape: &'_ Json| match step {
                Step::Key(key) => {
                    shape["properties"].get(key).is_some()
                        || shape["additionalProperties"].is_object()
                }
                Step::Index(_) => shape.get("items").is_some(),
            };
            let open = self.referred(at);
            let ways = at["anyOf"].as_array().into_iter().chain(open["anyOf"].as_array());
            let ways = ways.flatten().flat_map(|way| [way, self.referred(way)]);
            let held = [at, open].into_iter().chain(ways).find(|shape| inner(shape));
            at = match (step, held) {
                // Where any name may stand, what stands there is of one shape.
                (Step::Key(key), Some(shape)) => {
                    shape["properties"].get(key).unwrap_or(&shape["additionalProperties"])
                }
                (Step::Index(_), Some(shape)) => &shape["items"],
                // The only one where a list may be.
                (Step::Index(_), None) => at,
                (Step::Key(_), None) => return None,
            };
        }
        let mut ways = at["anyOf"].as_array().into_iter().flatten();
        let named = referred(at).or_else(|| ways.find_map(referred));
        Some((named.unwrap_or_default(), at))
    }

    /// What a shape refers to, or nothing.
    fn referred(&self, shape: &Json) -> &Json {
        self.named(referred(shape).unwrap_or_default())
    }

    fn named(&self, name: &str) -> &Json {
        &self.shape.1["$defs"][name]
    }
}

/// What a row, a part, a section or an entry is called: by its title, or the first that it says.
pub fn titled(value: &toml::Value) -> Option<String> {
    let text =
        |value: &toml::Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_string);
    let named = ["title", "name", "label"].iter().find_map(|key| text(value.get(key)?));
    let other = || {
        value
            .as_table()?
            .iter()
            .filter(|(key, _)| *key != "kind")
            .find_map(|(_, value)| text(value))
    };
    Some(named.or_else(other)?.replace('\n', " "))
}

/// A label without what it is for, which comes after what it is.
fn bare(said: &str) -> String {
    said.split([':', '.']).next().unwrap_or(said).trim().to_string()
}
