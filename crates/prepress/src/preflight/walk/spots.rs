//! What each spot ink looks like by its own account: its alternate, full.

use lopdf::{Dictionary, Object};

use super::super::space::{Space, is_device};
use super::Walker;
use crate::pdf::object::{Objects, id_of};
use crate::x4::function::Function;

impl Walker<'_> {
    /// Takes note of the alternate of a spot ink.
    pub(super) fn note_alternate(&mut self, object: &Object, resources: &Dictionary) {
        let file = self.file;
        let named = |object: &Object| match object {
            Object::Name(name) if !is_device(name) => {
                file.dict(resources, "ColorSpace").and_then(|spaces| spaces.get(name).ok()).cloned()
            }
            other => Some(other.clone()),
        };
        let Some(object) = named(object) else { return };
        let Ok(list) = file.resolve(&object).as_array() else { return };
        let [kind, rest @ ..] = &list[..] else { return };
        match (file.resolve(kind).as_name().unwrap_or_default(), rest) {
            (b"Indexed" | b"Pattern", [base, ..]) if !matches!(base, Object::Name(_)) => {
                let base = base.clone();
                if !is_indexed(file.resolve(&base), file) {
                    self.note_alternate(&base, resources);
                }
            }
            (b"Separation", [name, alternate, tint, ..]) => {
                let Ok(name) = file.resolve(name).as_name() else { return };
                if name == b"All" || name == b"None" {
                    return;
                }
                let space = Space::read(file, alternate, Some(resources));
                let read = || Some(Function::read(&file.doc, tint)?.eval(&[1.0]));
                let full = match id_of(tint) {
                    Some(id) => self.kept.tints.entry(id).or_insert_with(read).clone(),
                    None => read(),
                };
                let Some(full) = full else { return };
                let unit = if matches!(space, Space::Lab(_)) { 1.0 } else { 100.0 };
                let values: Vec<String> = full
                    .iter()
                    .take(space.components())
                    .map(|value| format!("{:.0}", value * unit + 0.0))
                    .collect();
                let look = format!("{} {}", space.label(), values.join(" "));
                self.facts.learnt.alternates.entry(name.to_vec()).or_default().insert(look);
            }
            _ => {}
        }
    }
}

/// Whether a space is made of another, which stands in no other such.
fn is_indexed(object: &Object, file: &impl Objects) -> bool {
    let kind = object.as_array().ok().and_then(|list| list.first());
    let kind = kind.and_then(|kind| file.resolve(kind).as_name().ok());
    matches!(kind, Some(b"Indexed" | b"Pattern"))
}
