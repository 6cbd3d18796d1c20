//! The last touch to the tags of an exported PDF: what marks a note is a `Reference` (ISO 32000-1, 14.8.4.4.1).
//!
//! Typst tags the sign of a note in the text as a `Lbl`, as the number of a list item is. Nothing else of the
//! file is changed, and a file without such signs not at all.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::pdf::open::{OpenFault, load};
use crate::pdf::write::packed;

/// The same file with `Reference`s. The same bytes give the same bytes.
///
/// # Errors
///
/// An [`OpenFault`] for what is no PDF that can be read.
pub fn with_references(pdf: Vec<u8>) -> Result<Vec<u8>, OpenFault> {
    let mut doc = load(&pdf, None)?;
    let marks = marks(&doc);
    if marks.is_empty() {
        return Ok(pdf);
    }
    drop(pdf);
    for mark in marks {
        if let Ok(element) = doc.get_dictionary_mut(mark) {
            element.set("S", "Reference");
        }
    }
    packed(doc).map_err(|error| OpenFault::Unreadable(error.to_string().into()))
}

/// The labels that label nothing around them.
fn marks(doc: &Document) -> Vec<ObjectId> {
    let root = (doc.catalog().ok())
        .and_then(|catalog| catalog.get(b"StructTreeRoot").ok()?.as_reference().ok());
    let mut marks = vec![];
    // An element, and whether a label in it labels it. A tree has no circle; a damaged one ends all the same.
    let mut open: Vec<(ObjectId, bool)> = root.map(|root| (root, false)).into_iter().collect();
    let mut steps = doc.objects.len();
    while let Some((id, labelled)) = open.pop() {
        let Ok(element) = doc.get_dictionary(id) else { continue };
        let role = element.get(b"S").and_then(Object::as_name).unwrap_or_default();
        if role == b"Lbl" && !labelled {
            marks.push(id);
        }
        let labelled = match role {
            b"LI" | b"Note" | b"TOCI" | b"BibEntry" | b"Caption" | b"Formula" => true,
            b"P" | b"Span" | b"Link" | b"Reference" | b"Strong" | b"Em" => labelled,
            _ => false,
        };
        open.extend(kids(element).map(|kid| (kid, labelled)));
        steps = steps.saturating_sub(1);
        if steps == 0 {
            break;
        }
    }
    marks
}

/// The elements right in an element.
fn kids(element: &Dictionary) -> impl Iterator<Item = ObjectId> {
    let kids = match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.as_slice(),
        Ok(kid) => std::slice::from_ref(kid),
        Err(_) => &[],
    };
    kids.iter().filter_map(|kid| kid.as_reference().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    /// A file whose structure is `roles`, each in the one before.
    fn nested(roles: &[&str]) -> Vec<u8> {
        let mut doc = Document::with_version("1.7");
        let mut kid = None;
        for role in roles.iter().rev() {
            let mut element = dictionary! { "Type" => "StructElem", "S" => *role };
            if let Some(kid) = kid {
                element.set("K", vec![Object::Reference(kid)]);
            }
            kid = Some(doc.add_object(element));
        }
        let root = doc.add_object(dictionary! { "K" => kid.unwrap() });
        let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "StructTreeRoot" => root });
        doc.trailer.set("Root", catalog);
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        bytes
    }

    fn innermost(pdf: &[u8]) -> String {
        let doc = load(pdf, None).unwrap();
        let elements = doc.objects.values().filter_map(|object| object.as_dict().ok());
        let mut leaves = elements.filter(|dict| dict.has(b"S") && !dict.has(b"K"));
        let role = leaves.next().unwrap().get(b"S").unwrap().as_name().unwrap();
        String::from_utf8(role.to_vec()).unwrap()
    }

    #[test]
    fn a_label_in_running_text_is_a_reference() {
        for roles in [
            &["Document", "P", "Lbl"][..],
            &["Document", "L", "LI", "LBody", "P", "Lbl"],
            &["Document", "Table", "TBody", "TR", "TD", "P", "Span", "Lbl"],
        ] {
            assert_eq!(innermost(&with_references(nested(roles)).unwrap()), "Reference");
        }
    }

    #[test]
    fn a_label_of_an_item_a_note_or_a_line_is_left_and_the_file_with_it() {
        for roles in [
            &["Document", "L", "LI", "Lbl"][..],
            &["Document", "Note", "P", "Lbl"],
            &["Document", "TOC", "TOCI", "Lbl"],
            &["Document", "P"],
        ] {
            let file = nested(roles);
            assert!(with_references(file.clone()).unwrap() == file, "{roles:?}");
        }
    }

    #[test]
    fn a_circle_ends() {
        let mut doc = load(&nested(&["Document", "P", "P"]), None).unwrap();
        let elements: Vec<_> =
            doc.objects.iter().filter(|(_, o)| o.as_dict().is_ok_and(|d| d.has(b"S"))).collect();
        let ids: Vec<ObjectId> = elements.into_iter().map(|(id, _)| *id).collect();
        for id in &ids {
            let kids: Vec<Object> = ids.iter().map(|id| Object::Reference(*id)).collect();
            doc.get_dictionary_mut(*id).unwrap().set("K", kids);
        }
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        assert!(with_references(bytes.clone()).unwrap() == bytes);
        assert!(with_references(b"%PDF-1.7 nothing".to_vec()).is_err());
    }
}
