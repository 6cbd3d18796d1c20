//! Where the objects of a file name layers: each by itself, or as a part of what is made up of several (ISO 32000-1,
//! 8.11.2.2).
//!
//! Whether any of it is shown on a page, contents tell.

use std::collections::{BTreeSet, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::pdf::object::{Objects, id_of};

/// Deepest nesting of objects.
const DEEPEST: usize = 24;
/// Most that is made up of layers and is looked at.
const MOST: usize = 2_000;

/// What names layers.
#[derive(Default)]
pub(super) struct Used<'d> {
    /// Layers that something belongs to by itself.
    pub named: BTreeSet<ObjectId>,
    /// What is made up of layers.
    pub made_up: Vec<&'d Dictionary>,
    /// The properties that were looked through, which many may share.
    looked: HashSet<*const Dictionary>,
}

impl<'d> Used<'d> {
    /// Looks through all objects of a file; `is_layer` knows its layers.
    pub fn of(doc: &'d Document, is_layer: impl Fn(ObjectId) -> bool) -> Self {
        let mut used = Self::default();
        let others = doc.objects.iter().filter(|(id, _)| !is_layer(**id));
        others.for_each(|(_, object)| used.look(doc, object, &is_layer, 0));
        used
    }

    fn look(
        &mut self,
        doc: &'d Document,
        object: &'d Object,
        is_layer: &impl Fn(ObjectId) -> bool,
        depth: usize,
    ) {
        let dict = match object {
            Object::Array(list) if depth < DEEPEST => {
                return list.iter().for_each(|part| self.look(doc, part, is_layer, depth + 1));
            }
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &stream.dict,
            _ => return,
        };
        if doc.name(dict, "Type") == Some(b"OCMD") && self.made_up.len() < MOST {
            self.made_up.push(dict);
            return;
        }
        let properties = doc.dict(dict, "Properties").filter(|own| self.looked.insert(*own));
        let properties = properties.into_iter().flat_map(Dictionary::iter);
        let named = properties.map(|(_, layer)| layer).chain(dict.get(b"OC").ok());
        self.named.extend(named.filter_map(id_of).filter(|id| is_layer(*id)));
        if depth < DEEPEST {
            dict.iter().for_each(|(_, part)| self.look(doc, part, is_layer, depth + 1));
        }
    }
}
