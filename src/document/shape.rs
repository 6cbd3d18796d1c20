//! The pieces a JSON Schema is made of.

use jikji_diagnostic::{Lang, Words};
use serde_json::{Value, json};

/// A table of these properties and no others. What holds of the others is said of each, not of the table, so that an
/// editor marks the very key.
pub fn object(properties: Value, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": {
            "not": { "description": said(say("이런 이름의 항목은 없습니다", "there is no such key")) },
        },
    })
}

/// A list of at least so many.
pub fn list_of(items: Value, about: Words, least: usize) -> Value {
    json!({ "type": "array", "items": items, "minItems": least, "description": said(about) })
}

/// What a definition says.
pub fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The definition that a shape refers to, if it is what one says.
pub fn referred(shape: &Value) -> Option<&str> {
    shape["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// A text that is not only blanks.
pub fn text() -> Value {
    json!({ "type": "string", "pattern": r"\S" })
}

/// What a definition says, described. What stands beside `$ref` editors do not look at.
pub fn described(name: &str, about: Words) -> Value {
    let mut described = match name {
        "text" => text(),
        _ => json!({ "anyOf": [reference(name)] }),
    };
    described["description"] = said(about);
    described
}

/// A shape whose places in lists Taplo may count twice on its way to a key: as a list it would be one of the same.
/// `at` is where it stands in the schema.
pub fn twice(mut shape: Value, at: &str) -> Value {
    shape["items"] = json!({ "$ref": at });
    shape
}

/// A description in both tongues.
pub const fn say(ko: &'static str, en: &'static str) -> Words {
    Words { ko, en }
}

/// The same until [`in_tongue`] chooses one.
pub fn said(about: Words) -> Value {
    json!({ "ko": about.ko, "en": about.en })
}

/// Leaves every description in one tongue alone.
pub fn in_tongue(value: &mut Value, lang: Lang) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                let tongue = match lang {
                    Lang::Ko => "ko",
                    Lang::En => "en",
                };
                match value.get_mut(tongue).filter(|_| key == "description") {
                    Some(said) => *value = said.take(),
                    None => in_tongue(value, lang),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| in_tongue(value, lang)),
        _ => {}
    }
}
