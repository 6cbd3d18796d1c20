//! Art for the finishing (후가공), laid over the pages: all of it on one plate, which carries no ink and leaves
//! cyan, magenta, yellow and black as they are.
//!
//! What it looks like otherwise does not count: black and every hue are the plate full, greys a part of it.

use std::collections::BTreeMap;

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::boxes::PageBoxes;
use super::conversion::Conversion;
use super::fault::X4Fault;
use super::few::{Few, FewPlates};
use super::image;
use super::job::Job;
use super::plate::Plate;
use crate::colour::Cmm;
use crate::pdf::object::{MOST_CONVERTED, Objects, stream_bytes};
use crate::pdf::open::open_plain;
use crate::pdf::text::string;
use crate::pdf::write::{flate_stream, reals};
use crate::words;

/// The layers of a document by their plates.
pub(super) type Layers = BTreeMap<String, ObjectId>;

/// Lays the job's art over the pages.
pub(super) fn lay(
    doc: &mut Document,
    pages: &[(ObjectId, &PageBoxes)],
    job: &Job<'_>,
    cmm: &Cmm,
    layers: &mut Layers,
) -> Result<()> {
    for (number, plate) in job.plates.iter().enumerate() {
        let page = plate.page.checked_sub(1).and_then(|index| pages.get(index));
        let refused = |what| X4Fault::Plate { place: number, what };
        let (Some((page, boxes)), Some(finish)) = (page, plate.ink.finish) else {
            return Err(refused(words::PLATE_OF_NOTHING).into());
        };
        let form = form(doc, plate, job, cmm).map_err(|error| match error.downcast_ref() {
            Some(X4Fault::Unsupported { what, .. } | X4Fault::Damaged { what, .. }) => {
                refused(*what).into()
            }
            Some(X4Fault::Type3Font { .. }) => refused(words::TYPE_3).into(),
            Some(X4Fault::FontNotEmbedded { .. }) => refused(words::FONT_OUTSIDE).into(),
            _ => error,
        })?;
        let layer = *layers
            .entry(plate.ink.name.clone())
            .or_insert_with(|| doc.add_object(finish.layer(&plate.ink.name)));
        let [x, y, ..] = boxes.bleed;
        let (art, step) = (format!("JkArt{number}"), format!("JkLayer{number}"));
        let content =
            format!("q /OC /{step} BDC 1 0 0 1 {x:.4} {y:.4} cm /{art} Do EMC Q\n").into_bytes();
        let content = doc.add_object(flate_stream(Dictionary::new(), &content));
        let page = doc.get_dictionary_mut(*page)?;
        let mut contents = match page.get(b"Contents")?.clone() {
            Object::Array(contents) => contents,
            one => vec![one],
        };
        contents.push(content.into());
        page.set("Contents", contents);
        let resources = page.get_mut(b"Resources")?.as_dict_mut()?;
        for (category, name, id) in [("XObject", art, form), ("Properties", step, layer)] {
            if !resources.has(category.as_bytes()) {
                resources.set(category, Dictionary::new());
            }
            resources.get_mut(category.as_bytes())?.as_dict_mut()?.set(name, id);
        }
    }
    Ok(())
}

/// The art as a form in `doc`, its lower left corner at the origin.
fn form(doc: &mut Document, plate: &Plate<'_>, job: &Job<'_>, cmm: &Cmm) -> Result<ObjectId> {
    let damaged = || X4Fault::Damaged { page: plate.page, what: words::FORM };
    let own = open_plain(plate.pdf).map_err(|_| damaged())?;
    let few = FewPlates::new(Few { spot: Some(plate.ink), pictures: true, alone: true }, cmm);
    let mut conversion = Conversion::new(own, cmm, Some(&few), (job, job.spots));
    conversion.only = plate.spot;
    let first = conversion.doc.page_iter().next().ok_or_else(damaged)?;
    conversion.page(plate.page, first, None)?;
    image::convert_all(&mut conversion)?;
    let (mut own, _) = conversion.into_parts();
    // What is drawn has numbers after all of the document's.
    own.renumber_objects_with(doc.max_id + 1);
    let first = own.page_iter().next().ok_or_else(damaged)?;
    let page = own.with_inherited(own.get_dictionary(first)?);
    if page.has(b"Group") {
        let what = words::TRANSPARENT_PLATE;
        return Err(X4Fault::Unsupported { page: plate.page, what }.into());
    }
    let media @ [x, y, ..] = own.rect(&page, "MediaBox").ok_or_else(damaged)?;
    let resources = own.dict(&page, "Resources").cloned().unwrap_or_default();
    let mut content = vec![];
    for part in own.get_page_contents(first) {
        let part = own.get_object(part)?.as_stream()?;
        content.extend(stream_bytes(part, MOST_CONVERTED).ok_or_else(damaged)?);
        content.push(b'\n');
    }
    doc.max_id = own.max_id;
    doc.objects.extend(own.objects);
    Ok(doc.add_object(flate_stream(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => reals(media),
            "Matrix" => reals([1.0, 0.0, 0.0, 1.0, -x, -y]), "Resources" => resources,
        },
        &content,
    )))
}

/// What the catalog says of the layers: all are seen and printed, in the order of their names
/// (ISO 32000-1, 8.11.4; ISO 15930-7 forbids what switches them).
pub(super) fn properties(layers: &Layers) -> Option<Dictionary> {
    let all = || layers.values().map(|id| Object::from(*id)).collect::<Vec<_>>();
    (!layers.is_empty()).then(|| {
        dictionary! {
            "OCGs" => all(),
            "D" => dictionary! { "Name" => string("jikji"), "BaseState" => "ON", "Order" => all() },
        }
    })
}
