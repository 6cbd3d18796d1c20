//! The PDF/X-4 pass: an exported PDF becomes a file that a press can take blind (ISO 15930-7).
//!
//! It works on finished PDF bytes alone: page boxes, marks, colours, pictures, overprinting, output
//! intent and metadata. It never changes where anything stands on the page, never sets type (the
//! slug line is drawn as outlines) and never judges the result; that is `preflight`'s.
//!
//! [`to_x4`] walks `conversion::Conversion` over the pages, then converts the pictures whose placements are
//! known by then (`image`), adds marks (`marks`, `slug`) and metadata (`meta`).

mod boxes;
mod calculator;
mod colors;
mod content;
mod conversion;
mod draw;
mod fault;
mod few;
mod finishing;
pub(crate) mod function;
mod image;
mod images;
mod inking;
mod inks;
mod job;
mod line_art;
mod marks;
mod meta;
mod original;
mod originals;
mod overprint;
mod page;
mod paint;
mod picture;
mod plate;
mod resources;
mod shading;
mod shared;
mod slug;
mod space;
mod spaces;
mod spots;
mod sweep;

#[cfg(test)]
mod tests;

use anyhow::Result;
use lopdf::{Document, Object, dictionary};

pub use fault::X4Fault;
pub use few::{Few, Ground};
pub use job::{Day, Job};
pub use originals::Originals;
pub use plate::Plate;

use self::boxes::PageBoxes;
use self::conversion::Conversion;
use self::few::FewPlates;
use self::finishing::Layers;
use crate::colour::Cmm;
use crate::pdf::object::{MOST_CONVERTED, stream_bytes};
use crate::pdf::open::{OpenFault, open_plain};
use crate::pdf::write::{flate_stream, packed};
use crate::words;

/// Makes a PDF/X-4. The same input and job give the same bytes.
///
/// # Errors
///
/// An [`X4Fault`] for a file that cannot be read or holds what cannot be converted, a
/// [`ProfileFault`](crate::profile::ProfileFault) for an unusable profile.
pub fn to_x4(pdf: &[u8], job: &Job<'_>) -> Result<Vec<u8>> {
    let icc = job.profile.icc.as_ref();
    // The profile is most of a small file: it is packed while the pages are walked.
    let profile = || flate_stream(dictionary! { "N" => 4 }, icc);
    let (doc, profile) = rayon::join(|| converted(pdf, job), profile);
    let (mut doc, layers) = doc?;
    meta::set(&mut doc, job, profile, pdf)?;
    if let Some(layers) = finishing::properties(&layers) {
        doc.catalog_mut()?.set("OCProperties", layers);
    }
    save(doc)
}

/// The document with boxes, inks, pictures and marks for the press.
fn converted(pdf: &[u8], job: &Job<'_>) -> Result<(Document, Layers)> {
    let doc = load(pdf)?;
    let pages: Vec<lopdf::ObjectId> = doc.get_pages().into_values().collect();
    if pages.is_empty() {
        return Err(X4Fault::NoPages.into());
    }
    let cmm = Cmm::new(job.profile)?;
    let few = job.few.map(|few| FewPlates::new(few, &cmm));
    let spots = spots::all(&doc, job);
    let mut conversion = Conversion::new(doc, &cmm, few.as_ref(), (job, &spots));
    let boxes = pages
        .iter()
        .enumerate()
        .map(|(index, id)| PageBoxes::of(&conversion.doc, *id, index + 1, job))
        .collect::<Result<Vec<_>>>()?;
    for (index, (id, boxes)) in pages.iter().zip(&boxes).enumerate() {
        conversion.page(index + 1, *id, boxes.clip())?;
    }
    image::convert_all(&mut conversion)?;
    let (mut doc, mut layers) = conversion.into_parts();
    let mut printer = marks::Printer::new(job);
    for (index, (id, boxes)) in pages.iter().zip(&boxes).enumerate() {
        boxes::set(&mut doc, *id, boxes)?;
        if job.marks {
            printer.print(&mut doc, *id, boxes, &(job.slug)(index + 1, pages.len()))?;
        }
    }
    let pages: Vec<_> = pages.into_iter().zip(&boxes).collect();
    finishing::lay(&mut doc, &pages, job, &cmm, &mut layers)?;
    Ok((doc, layers))
}

fn load(pdf: &[u8]) -> Result<Document> {
    let fault = |fault| match fault {
        OpenFault::Encrypted => X4Fault::Encrypted,
        OpenFault::NotPdf(what) => X4Fault::Unreadable(what),
        OpenFault::TooLarge(what) => {
            X4Fault::Unreadable(words::UNPACKS.phrase(&[("what", what.into())]).into())
        }
        OpenFault::Unreadable(reason) => X4Fault::Unreadable(reason),
    };
    Ok(open_plain(pdf).map_err(fault)?)
}

/// Drops what nothing refers to, brings LZW into Flate (ISO 15930-7, 6.8.2) and writes the file
/// with object streams.
fn save(mut doc: Document) -> Result<Vec<u8>> {
    doc.version = "1.6".into();
    for object in doc.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.filters().is_ok_and(|filters| filters.contains(&&b"LZWDecode"[..]))
        {
            let plain = stream_bytes(stream, MOST_CONVERTED)
                .ok_or(X4Fault::Damaged { page: 0, what: words::LZW_STREAM })?;
            *stream = flate_stream(stream.dict.clone(), &plain);
        }
    }
    packed(doc)
}
