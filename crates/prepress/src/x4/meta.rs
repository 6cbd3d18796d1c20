//! Output intent, document information and XMP, in step with each other (ISO 15930-7, 6.2 and 6.4).

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::fault::X4Fault;
use super::job::{Day, Job};
use crate::pdf::description::{Description, Timestamp, digest, halves, trailer_id, uuid};
use crate::pdf::object::Objects;
use crate::pdf::text::{iso_date, string};
use jikji_diagnostic::Words;

/// What the file's `Producer` says.
const PRODUCER: &str = concat!("jikji ", env!("CARGO_PKG_VERSION"));

/// Writes a new catalog, information dictionary and trailer ID. Of the old catalog only the pages,
/// their labels and the language stay: no actions, forms, structure, names or layers.
pub(super) fn set(doc: &mut Document, job: &Job<'_>, profile: Stream, input: &[u8]) -> Result<()> {
    let old = doc.catalog()?.clone();
    if old.has(b"OCProperties") {
        return Err(X4Fault::Unsupported {
            page: 0,
            what: Words { ko: "켜고 끄는 레이어", en: "optional content (layers)" },
        }
        .into());
    }
    let profile = doc.add_object(profile);
    let mut intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFX",
        "OutputConditionIdentifier" => string(&job.profile.condition),
        "OutputCondition" => string(&job.profile.info),
        "Info" => string(&job.profile.info),
        "DestOutputProfile" => profile,
    };
    if !job.profile.registry.is_empty() {
        intent.set("RegistryName", string(&job.profile.registry));
    }
    let [document, _] = halves(digest(&[b"document", job.document_id.as_bytes()]));
    let (inks, switches) = (job.inks(), [u8::from(job.marks), u8::from(job.overprint_black)]);
    let mut parts: Vec<&[u8]> =
        vec![b"instance", job.document_id.as_bytes(), job.profile.icc.as_ref(), input, &switches];
    parts.extend(inks.iter().map(Vec::as_slice));
    let [instance, _] = halves(digest(&parts));
    let description = described(doc, job, document, instance);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Metadata" => doc.add_object(description.metadata()),
        "OutputIntents" => vec![Object::Dictionary(intent)],
    };
    for key in ["Pages", "PageLabels", "Lang"] {
        if let Ok(value) = old.get(key.as_bytes()) {
            catalog.set(key, value.clone());
        }
    }
    let catalog = doc.add_object(catalog);
    let information = doc.add_object(description.information());
    doc.trailer = dictionary! {
        "Root" => catalog,
        "Info" => information,
        "ID" => trailer_id(&document, &instance),
    };
    Ok(())
}

/// What the job says of the document, and of what the old file says what no job tells.
fn described(doc: &Document, job: &Job<'_>, document: [u8; 16], instance: [u8; 16]) -> Description {
    let empty = Dictionary::new();
    let old = doc.dict(&doc.trailer, "Info").unwrap_or(&empty);
    let text = |key: &str| doc.text(old, key).filter(|text| !text.is_empty());
    let Day { year, month, day } = job.date;
    // Korea's time.
    let pdf = format!("D:{year:04}{month:02}{day:02}000000+09'00'");
    let date = Timestamp { xmp: iso_date(&pdf), pdf: Some(pdf) };
    Description {
        title: Some(job.title.into()),
        author: text("Author"),
        subject: text("Subject"),
        keywords: text("Keywords"),
        creator: Some(job.creator.into()),
        producer: Some(PRODUCER.into()),
        created: date.clone(),
        modified: date,
        trapped: Some("False"),
        is_x4: true,
        document_id: uuid(document),
        instance_id: uuid(instance),
        version: "1".into(),
        binding: job.binding,
        part: None,
    }
}
