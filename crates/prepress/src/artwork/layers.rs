//! Layers (ISO 32000-1, 8.11): a page that shows all of its layers is taken over without them; one that hides a
//! layer, or shows it at times, is not.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fault::ArtFault;
use crate::pdf::object::{Objects, as_dict, id_of};

/// Makes one of the layers of `art`, whose objects have the numbers they have in `doc`; says whether there are any.
pub fn flattened(doc: &Document, art: &mut Document) -> Result<bool, ArtFault> {
    let hidden = hidden(doc);
    let mut layered = false;
    for (id, object) in &art.objects {
        let Some(dict) = as_dict(object) else { continue };
        let sometimes = match art.name(dict, "Type") {
            Some(b"OCG") => hidden.all || hidden.layers.contains(id) || is_at_times(art, dict),
            Some(b"OCMD") => {
                let shown = matches!(art.name(dict, "P"), None | Some(b"AnyOn" | b"AllOn"));
                dict.has(b"VE") || !shown
            }
            _ => continue,
        };
        if sometimes {
            return Err(ArtFault::Layers);
        }
        layered = true;
    }
    for object in art.objects.values_mut() {
        let is_layer = as_dict(object).is_some_and(|dict| {
            matches!(dict.get(b"Type").and_then(Object::as_name), Ok(b"OCG" | b"OCMD"))
        });
        match object {
            object if is_layer => *object = Dictionary::new().into(),
            Object::Stream(stream) => drop(stream.dict.remove(b"OC")),
            _ => {}
        }
    }
    Ok(layered)
}

/// What a file hides as it is opened.
#[derive(Default)]
struct Hidden {
    all: bool,
    layers: BTreeSet<ObjectId>,
}

fn hidden(doc: &Document) -> Hidden {
    let catalog = doc.catalog().ok();
    let usual = catalog.and_then(|catalog| doc.dict(catalog, "OCProperties"));
    let Some(usual) = usual.and_then(|all| doc.dict(all, "D")) else { return Hidden::default() };
    let off = doc.array(usual, "OFF").unwrap_or_default();
    Hidden {
        all: doc.name(usual, "BaseState").is_some_and(|state| state != b"ON"),
        layers: off.iter().filter_map(id_of).collect(),
    }
}

/// Whether a layer is not for the screen, or not for print.
fn is_at_times(doc: &Document, layer: &Dictionary) -> bool {
    let usage = doc.dict(layer, "Usage");
    let off = |kind: &str, state: &str| {
        let kind = usage.and_then(|usage| doc.dict(usage, kind));
        kind.and_then(|kind| doc.name(kind, state)) == Some(b"OFF")
    };
    off("Print", "PrintState") || off("View", "ViewState")
}
