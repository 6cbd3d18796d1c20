//! Keeps what is reached and numbers it from 1, in the order it is met.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Drops unreachable objects and renumbers the rest. A reference to nothing becomes null, which is
/// what it means (PDF 7.3.10), so that no number given anew can fall into its place.
pub fn compact(doc: &mut Document) {
    let order = doc.traverse_objects(|_| {});
    let met = order.into_iter().filter(|id| doc.objects.contains_key(id));
    let numbers: BTreeMap<ObjectId, ObjectId> =
        met.zip(1u32..).map(|(old, new)| (old, (new, 0))).collect();
    let mut objects = BTreeMap::new();
    for (old, new) in &numbers {
        if let Some(mut object) = doc.objects.remove(old) {
            renumber(&mut object, &numbers);
            objects.insert(*new, object);
        }
    }
    renumber_all(&mut doc.trailer, &numbers);
    doc.objects = objects;
    doc.max_id = numbers.len() as u32;
    doc.bookmarks.clear();
    doc.bookmark_table.clear();
}

/// Nesting is bounded by what the parser accepts.
fn renumber(object: &mut Object, numbers: &BTreeMap<ObjectId, ObjectId>) {
    match object {
        Object::Reference(id) => match numbers.get(id) {
            Some(new) => *id = *new,
            None => *object = Object::Null,
        },
        Object::Array(items) => items.iter_mut().for_each(|item| renumber(item, numbers)),
        Object::Dictionary(dict) => renumber_all(dict, numbers),
        Object::Stream(stream) => renumber_all(&mut stream.dict, numbers),
        _ => {}
    }
}

fn renumber_all(dict: &mut Dictionary, numbers: &BTreeMap<ObjectId, ObjectId>) {
    dict.iter_mut().for_each(|(_, value)| renumber(value, numbers));
}

/// A copy of `doc` that holds what `pages` need, the `kept` entries of its catalog, and Info.
pub fn excerpt(doc: &Document, pages: &[Dictionary], kept: &[&str]) -> Document {
    let mut copy = Document::with_version(&doc.version);
    let mut catalog = Dictionary::new();
    for key in kept {
        if let Ok(value) = doc.catalog().and_then(|catalog| catalog.get(key.as_bytes())) {
            catalog.set(*key, value.clone());
        }
    }
    let mut wanted = vec![];
    references(&Object::Dictionary(catalog.clone()), &mut wanted);
    for key in ["Info", "ID"] {
        if let Ok(value) = doc.trailer.get(key.as_bytes()) {
            references(value, &mut wanted);
            copy.trailer.set(key, value.clone());
        }
    }
    for page in pages {
        page.iter().for_each(|(_, value)| references(value, &mut wanted));
    }
    while let Some(id) = wanted.pop() {
        if copy.objects.contains_key(&id) {
            continue;
        }
        if let Some(object) = doc.objects.get(&id) {
            references(object, &mut wanted);
            copy.objects.insert(id, object.clone());
        }
    }
    copy.max_id = doc.max_id;
    let root = copy.add_object(catalog);
    copy.trailer.set("Root", root);
    copy
}

fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(dict) => dict.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, value)| references(value, found))
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn a_reference_to_nothing_never_comes_to_point_at_something() {
        let mut doc = Document::new();
        doc.objects.insert((5, 0), Object::Integer(5));
        doc.objects.insert((9, 0), Object::Integer(9));
        doc.objects.insert((4, 0), vec![Object::from((9, 0)), Object::from((1, 0))].into());
        doc.max_id = u32::MAX;
        doc.trailer = dictionary! { "Root" => Object::from((4, 0)) };
        compact(&mut doc);
        assert_eq!(doc.max_id, 2);
        assert_eq!(doc.objects[&(1, 0)], vec![Object::from((2, 0)), Object::Null].into());
        assert_eq!(doc.objects[&(2, 0)], Object::Integer(9));
    }
}
