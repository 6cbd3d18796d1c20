//! Layers (optional content; ISO 32000-1, 8.11): which of them are seen on screen and which are printed.
//!
//! It knows groups and what is made up of them; what belongs to a layer, contents tell.

mod used;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use lopdf::{Dictionary, Document, Object, ObjectId};

use used::Used;

use super::rules;
use super::verdict::Findings;
use crate::pdf::object::{Objects, as_dict, id_of};

/// Most layers that are read, and most of them that one expression or list is asked about.
const MOST_LAYERS: usize = 10_000;
/// Deepest nesting of an expression.
const DEEPEST: usize = 16;

/// The layers of a file.
#[derive(Debug, Default)]
pub(super) struct Layers {
    /// Name, and whether it is seen on screen and printed.
    all: BTreeMap<ObjectId, Layer>,
    /// Whether what is made up of layers is printed, worked out once for all threads: by the address
    /// of its dictionary, which stays where it is as long as the file and its pages.
    made_up: Mutex<HashMap<usize, bool>>,
}

/// Whether a layer is printed, or seen.
type On<'o> = &'o dyn Fn(&Layer) -> bool;

#[derive(Debug)]
struct Layer {
    name: String,
    seen: bool,
    printed: bool,
}

impl Layers {
    /// Reads the layers as they are when the file is opened.
    pub fn read(doc: &Document) -> Self {
        let properties = doc.catalog().ok().and_then(|c| doc.dict(c, "OCProperties"));
        let Some(properties) = properties else { return Self::default() };
        let empty = Dictionary::new();
        let shown = doc.dict(properties, "D").unwrap_or(&empty);
        let ids = |dict: &Dictionary, key: &str| -> BTreeSet<ObjectId> {
            let list = doc.array(dict, key).unwrap_or_default().iter();
            list.take(MOST_LAYERS).filter_map(id_of).collect()
        };
        let switched = printed_by_usage(doc, shown);
        let off_at_first = doc.name(shown, "BaseState") == Some(b"OFF");
        let (on, off) = (ids(shown, "ON"), ids(shown, "OFF"));
        let layer = |id: ObjectId| {
            let dict = doc.get_dictionary(id).unwrap_or(&empty);
            let is_on = if off_at_first { on.contains(&id) } else { !off.contains(&id) };
            let state = |event: &str, state: &str| {
                let usage = doc.dict(dict, "Usage").and_then(|usage| doc.dict(usage, event));
                let own = usage.and_then(|usage| doc.name(usage, state)).map(|s| s == b"ON");
                // What a layer says it is for on screen is told whether it is asked or not.
                let counts = |_: &bool| event == "View" || switched.contains(&id);
                own.filter(counts).unwrap_or(is_on)
            };
            Layer {
                name: doc.text(dict, "Name").unwrap_or_default(),
                seen: state("View", "ViewState"),
                printed: state("Print", "PrintState"),
            }
        };
        let all = ids(properties, "OCGs").into_iter().map(|id| (id, layer(id))).collect();
        Self { all, ..Self::default() }
    }

    /// Tells of layers that are not printed, and of those that are printed and not seen: of each by itself where contents
    /// may belong to it, and of what is made up of several.
    pub fn check(&self, doc: &Document, found: &mut Findings) {
        if self.all.is_empty() {
            return;
        }
        let mut tell = |name: String, seen: bool, printed: bool| {
            let name = [("name", name.into())];
            match (seen, printed) {
                (_, false) => found.add(rules::LAYER_HIDDEN, None, None, &name),
                (false, true) => found.add(rules::LAYER_UNSEEN, None, None, &name),
                (true, true) => {}
            }
        };
        let used = Used::of(doc, |id| self.all.contains_key(&id));
        let mut joined = BTreeSet::new();
        for members in &used.made_up {
            let ids = self.members(doc, members);
            let printed = self.joined(doc, members, &|layer| layer.printed);
            let seen = self.joined(doc, members, &|layer| layer.seen);
            let names = ids.iter().filter_map(|id| self.all.get(id)).map(|layer| &*layer.name);
            tell(names.collect::<Vec<_>>().join(", "), seen, printed);
            joined.extend(ids);
        }
        // What nothing belongs to is told too: somebody may have left it out.
        let by_itself = |id: &ObjectId| used.named.contains(id) || !joined.contains(id);
        for (_, layer) in self.all.iter().filter(|(id, _)| by_itself(id)) {
            tell(layer.name.clone(), layer.seen, layer.printed);
        }
    }

    /// The layers that something is made up of.
    fn members(&self, doc: &Document, dict: &Dictionary) -> BTreeSet<ObjectId> {
        let (mut ids, mut left) = (BTreeSet::new(), MOST_LAYERS);
        let lists = ["VE", "OCGs"].into_iter().filter_map(|key| dict.get(key.as_bytes()).ok());
        let mut ahead: Vec<(&Object, usize)> = lists.map(|list| (list, 0)).collect();
        while let Some((object, depth)) = ahead.pop().filter(|_| left > 0) {
            left -= 1;
            if let Some(id) = id_of(object).filter(|id| self.all.contains_key(id)) {
                ids.insert(id);
            } else if let (Object::Array(list), true) = (doc.resolve(object), depth < DEEPEST) {
                ahead.extend(list.iter().take(left).map(|part| (part, depth + 1)));
            }
        }
        ids
    }

    /// Whether what belongs to a layer, or to what is made up of layers, is printed.
    pub fn prints(&self, doc: &impl Objects, object: &Object) -> bool {
        if self.all.is_empty() {
            return true;
        }
        if let Some(layer) = id_of(object).and_then(|id| self.all.get(&id)) {
            return layer.printed;
        }
        let Some(dict) = as_dict(doc.resolve(object)) else { return true };
        let key = std::ptr::from_ref(dict).addr();
        let known = || self.made_up.lock().unwrap_or_else(PoisonError::into_inner);
        let before = known().get(&key).copied();
        before.unwrap_or_else(|| {
            let printed = self.joined(doc, dict, &|layer| layer.printed);
            known().insert(key, printed);
            printed
        })
    }

    /// Whether what is made up of layers is printed, or seen, by its expression or its list of layers.
    fn joined(&self, doc: &impl Objects, dict: &Dictionary, on: On) -> bool {
        if let Some(expression) = doc.array(dict, "VE") {
            let mut left = MOST_LAYERS;
            let printed = self.holds(doc, expression, (0, on), &mut left);
            // What was too much to work out may print, and is judged.
            return printed || left == 0;
        }
        let own = |object: &Object| id_of(object).and_then(|id| self.all.get(&id));
        let printed = |list: &[Object]| -> Vec<bool> {
            list.iter().take(MOST_LAYERS).filter_map(own).map(on).collect()
        };
        let members: Vec<bool> = match dict.get(b"OCGs") {
            Ok(Object::Array(list)) => printed(list),
            Ok(Object::Reference(id)) => match (self.all.get(id), doc.array(dict, "OCGs")) {
                (Some(layer), _) => vec![on(layer)],
                (None, Some(list)) => printed(list),
                _ => vec![],
            },
            _ => vec![],
        };
        let any = |on: bool| members.is_empty() || members.contains(&on);
        match doc.name(dict, "P") {
            Some(b"AllOn") => !members.contains(&false),
            Some(b"AnyOff") => any(false),
            Some(b"AllOff") => !members.contains(&true),
            _ => any(true),
        }
    }

    /// An expression of layers: `And`, `Or` or `Not` and what it joins; of no account once none of the
    /// visits it may take are `left`.
    fn holds(
        &self,
        doc: &impl Objects,
        expression: &[Object],
        (depth, on): (usize, On),
        left: &mut usize,
    ) -> bool {
        let Some((operator, operands)) = expression.split_first() else { return true };
        let mut operands = operands.iter().take(*left);
        let value = |object: &Object| {
            *left = left.saturating_sub(1);
            match doc.resolve(object) {
                Object::Array(list) if depth < DEEPEST && *left > 0 => {
                    self.holds(doc, list, (depth + 1, on), left)
                }
                _ => id_of(object).and_then(|id| self.all.get(&id)).is_none_or(on),
            }
        };
        match doc.resolve(operator).as_name() {
            Ok(b"Or") => operands.any(value),
            Ok(b"Not") => !operands.take(1).any(value),
            _ => operands.all(value),
        }
    }
}

/// The layers whose usage counts when the file is printed.
fn printed_by_usage(doc: &Document, shown: &Dictionary) -> BTreeSet<ObjectId> {
    let rules = doc.array(shown, "AS").unwrap_or_default().iter().take(64);
    let rules = rules.filter_map(|rule| as_dict(doc.resolve(rule)));
    let print = rules.filter(|rule| doc.name(rule, "Event") == Some(b"Print"));
    let lists = print.filter_map(|rule| doc.array(rule, "OCGs"));
    lists.flat_map(|list| list.iter().take(MOST_LAYERS)).filter_map(id_of).collect()
}
