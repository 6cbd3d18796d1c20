//! The pieces a JSON Schema is made of.

use serde_json::{Value, json};

/// A table of these properties and no others.
pub fn object(properties: Value, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// A list of at least so many.
pub fn list_of(items: Value, about: &str, least: usize) -> Value {
    json!({ "type": "array", "items": items, "minItems": least, "description": about })
}

/// What a definition says.
pub fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The same, described.
pub fn described(name: &str, about: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}"), "description": about })
}
