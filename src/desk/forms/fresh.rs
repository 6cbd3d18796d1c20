//! A new part, section or entry with a hint in each field that has to be there.

use crate::document::edit::{Change, Step, Value, read, to_json};
use crate::layout::spec::{Field, Layout};
use crate::manifest::{entry_modules, hint, hints};
use jikji_diagnostic::Lang;

/// What adds it before `at`; an entry of this kind, or the layout's first, is the first in a part or section. Of the
/// title of the entry `unlike` gives one that no other has.
pub fn added(
    at: &[Step],
    kind: Option<&str>,
    layout: &Layout,
    lang: Lang,
    unlike: &mut dyn FnMut(&str) -> String,
) -> Option<Vec<Change>> {
    let module = match kind {
        Some(kind) => entry_modules(layout).find(|module| module.name == kind)?,
        None => entry_modules(layout).next()?,
    };
    let place = at.iter().rev().find_map(|step| match step {
        Step::Index(index) => Some(index + 1),
        Step::Key(_) => None,
    })?;
    let needed = module.fields.iter().filter(|field| field.required);
    let mut entry = vec![("kind".to_string(), Value::Text(module.name.clone()))];
    for field in needed {
        let value = match value(field, lang, place)? {
            Value::Text(title) if field.name == "title" => Value::Text(unlike(&title)),
            value => value,
        };
        entry.push((field.name.clone(), value));
    }
    let entry = Value::Table(entry);
    let list = at.iter().rev().find_map(Step::key)?;
    if list == "entries" {
        return Some(vec![Change::Insert { at: at.to_vec(), value: entry, after: vec![] }]);
    }
    let title = if list == "sections" { hints::SECTION } else { hints::PART };
    let title = Value::Table(vec![("title".into(), Value::Text(hints::said(title, lang).into()))]);
    let inside: Vec<Step> = at.iter().cloned().chain(["entries".into(), 0.into()]).collect();
    Some(vec![
        Change::Insert { at: at.to_vec(), value: title, after: vec![] },
        Change::Insert { at: inside, value: entry, after: vec![] },
    ])
}

/// The hint of a field as a value.
fn value(field: &Field, lang: Lang, ordinal: usize) -> Option<Value> {
    let one = match hint(field.kind, lang, ordinal) {
        Some(written) => {
            Value::from_json(to_json(&read(&format!("hint = {written}"))?).get("hint")?)?
        }
        None => {
            let needed = field.fields.iter().filter(|field| field.required);
            let pair = |field: &Field| Some((field.name.clone(), value(field, lang, ordinal)?));
            Value::Table(needed.map(pair).collect::<Option<_>>()?)
        }
    };
    Some(if field.list { Value::List(vec![one]) } else { one })
}
