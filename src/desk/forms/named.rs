//! Tables of a form whose keys are names that are given to them: the spot colours. It never writes one.

use serde_json::{Value as Json, json};

use super::form::Forms;
use crate::document::edit::{Step, value_at};

impl Forms<'_> {
    /// The tables of a record whose keys are names given to them, and what one more begins with.
    pub(in crate::desk) fn named_rows(&self, record: &mut Json, shape: &Json, at: &[Step]) {
        let held = value_at(self.root, at).and_then(toml::Value::as_table);
        let fields = held.into_iter().flatten().map(|(name, _)| {
            let at: Vec<Step> = at.iter().cloned().chain([name.as_str().into()]).collect();
            let mut field = self.field(shape, None, &at);
            field["name"] = json!(name);
            field["label"] = json!(name);
            field
        });
        record["fields"] = fields.collect();
        record["named"] = match shape["properties"]["cmyk"].is_object() {
            true => json!({ "cmyk": [0, 0, 0, 100] }),
            false => json!({}),
        };
    }
}
