//! What a place of the manifest is called in the desk: the entry by its title, the field as its form has it.

use std::rc::Rc;

use serde_json::Value as Json;

use super::called::TABLES;
use super::fields::owner;
use super::shapes::Shape;
use super::{called, messages as say};
use crate::document::edit::{Step, value_at};
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
        let fields = match own {
            [Step::Key(table)] if table != "parts" => {
                let Some(field) = field else { return self.table(table) };
                let label = self.label(&self.shape.1["properties"][table.as_str()], path, field);
                return Some(format!("{} · {}", self.table(table)?, label?));
            }
            _ => self.shape.1["$defs"]["entry"]["allOf"].as_array(),
        };
        let value = value_at(&self.root, own)?;
        let kind = value.get("kind").and_then(toml::Value::as_str);
        let title = value.get("title").and_then(toml::Value::as_str).filter(|t| !t.is_empty());
        let module = kind.and_then(|kind| {
            let modules = self.shape.0.modules.iter();
            modules.filter(|module| module.name == kind).find_map(|m| m.description.as_ref())
        });
        let name = title.map(|title| title.replace('\n', " "));
        let name = name.or_else(|| Some(module?.say(self.lang).to_string()))?;
        let of_kind = |case: &&Json| case["then"]["title"].as_str() == kind;
        let shape = fields.into_iter().flatten().find(of_kind).map(|case| &case["then"]);
        let label = field.filter(|field| kind.is_some() || *field != "title");
        let label = label.and_then(|field| self.label(shape?, path, field));
        Some(match label {
            Some(label) => format!("‘{name}’ · {label}"),
            None => format!("‘{name}’"),
        })
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

    fn label(&self, shape: &Json, path: &[Step], field: &str) -> Option<String> {
        let end = path.iter().position(|step| step.key() == Some(field))?;
        if let Some(words) = called::field(&path[..=end]) {
            return Some(words.say(self.lang).into());
        }
        let said = shape["properties"][field]["description"].as_str()?;
        // What it is for comes after what it is.
        Some(said.split([':', '.']).next().unwrap_or(said).trim().to_string())
    }
}
