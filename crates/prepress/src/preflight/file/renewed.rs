//! A file written anew, for a renderer that trusts how a file is put together.
//!
//! What cannot be read is left out, the cross-reference table is a plain one, and every page stands
//! directly below the root: no tree of pages is too deep or holds itself.

use std::collections::HashMap;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::layers::Layers;
use super::pages::{Page, pages};
use crate::pdf::guard::unpacks_to_too_much;
use crate::pdf::open::{OpenFault, open};
use crate::pdf::token::find;
use crate::words;

/// The same pages in a file whose structure is sound; their contents are as they were.
///
/// # Errors
/// Why it cannot be opened.
pub fn renewed(pdf: &[u8]) -> Result<Vec<u8>, OpenFault> {
    let mut doc = open(pdf, None)?;
    if doc.trailer.has(b"Encrypt") || doc.catalog().is_err() && find(pdf, b"/Encrypt").is_some() {
        return Err(OpenFault::Encrypted);
    }
    if unpacks_to_too_much(&doc) {
        return Err(OpenFault::TooLarge(words::STREAMS));
    }
    let (pages, _) = pages(&doc, &Layers::default());
    let tree = doc.new_object_id();
    let mut shared = HashMap::new();
    let kids = pages.into_iter().map(|page| {
        let resources = page.resources.clone();
        let id = *shared
            .entry(Arc::as_ptr(&resources))
            .or_insert_with(|| doc.add_object(Dictionary::clone(&resources)));
        alone(page, id, tree, &mut doc)
    });
    let kids: Vec<Object> = kids.collect();
    let count = kids.len() as i64;
    doc.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", catalog);
    let mut bytes = vec![];
    doc.save_to(&mut bytes).map_err(|error| OpenFault::Unreadable(error.to_string().into()))?;
    Ok(bytes)
}

/// A page with all it inherits.
fn alone(page: Page, resources: ObjectId, tree: ObjectId, doc: &mut Document) -> Object {
    let rect = |r: [f64; 4]| Object::Array(r.map(|v| Object::Real(v as f32)).to_vec());
    let mut dict = page.dict;
    dict.set("Type", "Page");
    dict.set("Parent", tree);
    dict.set("MediaBox", rect(page.media));
    dict.set("Rotate", i64::from(page.rotate));
    dict.set("Resources", resources);
    if let Some(crop) = page.crop {
        dict.set("CropBox", rect(crop));
    }
    Object::Reference(doc.add_object(dict))
}

#[cfg(test)]
mod tests {
    use hayro::hayro_syntax::Pdf;
    use lopdf::{Document, Object, dictionary};

    use super::renewed;

    #[test]
    fn a_tree_that_is_deep_and_holds_itself_becomes_a_flat_one() {
        let mut doc = Document::with_version("1.7");
        let tree = doc.new_object_id();
        let media = [0, 0, 200, 100].map(Object::from).to_vec();
        let page = doc.add_object(dictionary! { "Type" => "Page" });
        let deep = (0..50_000).fold(Object::from(page), |kid, _| {
            let node = dictionary! { "Type" => "Pages", "Kids" => vec![kid], "Count" => 1 };
            doc.add_object(node).into()
        });
        let node = dictionary! {
            "Type" => "Pages", "Kids" => vec![Object::from(tree), deep], "MediaBox" => media,
        };
        doc.set_object(tree, node);
        let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        doc.trailer.set("Root", catalog);
        let mut bytes = vec![];
        doc.save_to(&mut bytes).unwrap();
        let pdf = Pdf::new(renewed(&bytes).unwrap()).unwrap();
        assert_eq!(pdf.pages().len(), 1);
        assert_eq!(pdf.pages()[0].render_dimensions(), (200.0, 100.0), "what it inherits");
    }
}
