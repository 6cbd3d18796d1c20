//! The form of `[terms]`: what the publication does not write, and what it writes instead, a row each.
//!
//! Its rows are counted as they stand in the manifest, so that a word that is being written is in the row it was in.

use serde_json::{Value, json};

use crate::desk::messages as say;
use crate::document::edit::Step;
use crate::document::edit::strings::strings;
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;

/// The table in the manifest.
const TABLE: &str = "terms";

/// The words of a manifest, and what is written for each, in order.
fn terms(text: &str) -> Vec<(String, String)> {
    let fields = strings(Sources::default().add("", ""), text).into_iter();
    let term = |path: &[Step], right| match path {
        [Step::Key(table), Step::Key(wrong)] if table == TABLE => Some((wrong.clone(), right)),
        _ => None,
    };
    fields.filter_map(|field| term(&field.path, field.text.value)).collect()
}

/// The form of a manifest's words.
pub fn form(text: &str, lang: Lang) -> Value {
    let field = |row: usize, name: &str, label: jikji_diagnostic::Words, value: Option<&str>| {
        json!({
            "kind": "text",
            "name": name,
            "label": label.say(lang),
            "path": [TABLE, row, name],
            "required": true,
            "value": value,
        })
    };
    let row = |at: usize, term: Option<&(String, String)>| {
        let (wrong, right) = (term.map(|term| &*term.0), term.map(|term| &*term.1));
        let fields = [
            field(at, "wrong", say::TERM_WRONG, wrong),
            field(at, "right", say::TERM_RIGHT, right),
        ];
        json!({ "kind": "record", "path": [TABLE, wrong], "value": right, "fields": fields })
    };
    let terms = terms(text);
    let rows = terms.iter().enumerate().map(|(at, term)| row(at, Some(term)));
    let list = json!({
        "kind": "list",
        "pairs": true,
        "name": TABLE,
        "label": say::TERM.say(lang),
        "hint": say::TERMS_ABOUT.say(lang),
        "path": [TABLE],
        "rows": rows.collect::<Vec<_>>(),
        "blank": row(terms.len(), None),
        "most": null,
        "value": null,
    });
    json!({ "label": say::TERMS.say(lang), "fields": [list] })
}

/// Where the form has what stands at a path of the manifest, if it is one of its words.
pub fn shown(text: &str, path: &[Step]) -> Option<Vec<Step>> {
    let [Step::Key(table), Step::Key(wrong)] = path else { return None };
    let at = terms(text).iter().position(|(known, _)| known == wrong)?;
    (table == TABLE).then(|| vec![TABLE.into(), at.into(), "right".into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_the_manifest_has_them() {
        for text in [
            "[terms]\n'하나' = \"1\" # 말\n\"가 나\" = '2'\n",
            "terms = { '하나' = '1', '가 나' = '2' }",
            "terms.'하나' = '1'\nterms.'가 나' = '2'",
        ] {
            let form = form(text, Lang::Ko);
            let list = &form["fields"][0];
            let rows = list["rows"].as_array().unwrap();
            assert_eq!((rows.len(), &list["blank"]["fields"][0]["value"]), (2, &Value::Null));
            assert_eq!(
                (&rows[1]["path"], &rows[1]["value"]),
                (&json!(["terms", "가 나"]), &json!("2"))
            );
            let path = [Step::from("terms"), Step::from("가 나")];
            assert_eq!(json!(shown(text, &path)), rows[1]["fields"][1]["path"]);
        }
        assert_eq!(form("a = 1", Lang::En)["fields"][0]["rows"], json!([]));
        assert_eq!(shown("[a]\nb = 'c'", &["a".into(), "b".into()]), None);
    }
}
