//! Writes sheets as the pages of a document that keeps nothing else of the source.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::compact::{compact, excerpt};
use super::fault::ImposeFault;
use super::geometry::array;
use super::identity::{self, Change};
use crate::marks::registration;
use crate::pdf::geometry::Rect;

/// Entries of the catalog that a print file keeps: outlines, links, structure and scripts go.
const KEPT: [&str; 4] = ["OutputIntents", "OCProperties", "Version", "Lang"];
/// The same with the packet that the new one is made from.
const KEPT_WITH_XMP: [&str; 5] = ["OutputIntents", "OCProperties", "Version", "Lang", "Metadata"];

/// A page to be written.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The paper, pt.
    pub media: Rect,
    /// Where ink reaches, pt.
    pub bleed: Rect,
    /// Where it is cut, pt.
    pub trim: Rect,
    /// Its content stream.
    pub content: String,
    /// The forms it draws, by name.
    pub forms: Vec<(String, ObjectId)>,
    /// The colour spaces it paints in, by name, besides the registration colour's.
    pub spaces: Vec<(&'static str, Object)>,
}

/// Adds `sheets` to `doc` as page dictionaries.
pub fn pages(doc: &mut Document, sheets: Vec<Sheet>) -> Result<Vec<Dictionary>, ImposeFault> {
    let group = sheet_group(doc);
    let all = doc.add_object(registration());
    // Black prints over what is below it, on its own plate only.
    let over = doc.add_object(dictionary! {
        "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1,
    });
    let write = |sheet: Sheet| {
        let mut content = Stream::new(Dictionary::new(), sheet.content.into_bytes());
        let packed = content.compress();
        packed.map_err(|error| ImposeFault::Damaged(error.to_string().into()))?;
        let forms: Dictionary =
            sheet.forms.into_iter().map(|(name, id)| (name, Object::from(id))).collect();
        let mut spaces = dictionary! { "All" => all };
        sheet.spaces.into_iter().for_each(|(name, space)| spaces.set(name, space));
        let mut page = dictionary! {
            "Type" => "Page",
            "MediaBox" => array(sheet.media),
            "BleedBox" => array(sheet.bleed),
            "TrimBox" => array(sheet.trim),
            "Resources" => dictionary! {
                "XObject" => forms,
                "ColorSpace" => spaces,
                "ExtGState" => dictionary! { "Over" => over },
            },
            "Contents" => doc.add_object(content),
        };
        if let Some(group) = &group {
            page.set("Group", group.clone());
        }
        Ok(page)
    };
    sheets.into_iter().map(write).collect()
}

/// The group of a sheet: CMYK for a print file (ISO 15930-7, 6.3), none otherwise, where the
/// colours of transparent objects are not ours to change.
fn sheet_group(doc: &Document) -> Option<Object> {
    identity::claims_x4(doc).then(|| {
        dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceCMYK" }.into()
    })
}

/// [`publish`] for some of the pages of a document that is still needed: only what they use is
/// copied.
pub fn publish_some(
    doc: &Document,
    pages: Vec<Dictionary>,
    change: Change,
) -> Result<Vec<u8>, ImposeFault> {
    publish(excerpt(doc, &pages, &KEPT_WITH_XMP), pages, change)
}

/// Makes `pages` the pages of `doc`, stamps it, drops what is no longer used, and writes it.
pub fn publish(
    mut doc: Document,
    pages: Vec<Dictionary>,
    change: Change,
) -> Result<Vec<u8>, ImposeFault> {
    let tree = doc.add_object(Object::Null);
    let mut kids = vec![];
    for mut page in pages {
        page.set("Parent", tree);
        kids.push(Object::from(doc.add_object(page)));
    }
    let count = kids.len() as i64;
    doc.objects
        .insert(tree, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids }.into());
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
    if let Ok(old) = doc.catalog() {
        for key in KEPT {
            if let Ok(value) = old.get(key.as_bytes()) {
                catalog.set(key, value.clone());
            }
        }
    }
    let metadata = identity::stamp(&mut doc, change);
    catalog.set("Metadata", doc.add_object(metadata));
    let root = doc.add_object(catalog);
    let kept = ["ID", "Info"].map(|key| doc.trailer.remove(key.as_bytes()));
    doc.trailer = dictionary! { "Root" => root };
    for (key, value) in ["ID", "Info"].into_iter().zip(kept) {
        if let Some(value) = value {
            doc.trailer.set(key, value);
        }
    }
    write(doc)
}

fn write(mut doc: Document) -> Result<Vec<u8>, ImposeFault> {
    compact(&mut doc);
    doc.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    doc.binary_mark = vec![0xe2, 0xe3, 0xcf, 0xd3];
    let mut bytes = vec![];
    doc.save_to(&mut bytes).map_err(|error| ImposeFault::Damaged(error.to_string().into()))?;
    Ok(bytes)
}
