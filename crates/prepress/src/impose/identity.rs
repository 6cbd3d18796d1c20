//! Info, XMP and IDs of a file made from another (ISO 15930-7, 6.6 and 6.7).
//!
//! What the source says of itself is carried over; IDs are digests of what the file is made from.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream};

use crate::binding::{Binding, Part};
use crate::pdf::description::{BINDING, Description, PART, Timestamp, halves, trailer_id, uuid};
use crate::pdf::object::Objects;
use crate::pdf::text::iso_date;
use crate::pdf::xmp;

/// The longest XMP packet that is looked at, bytes.
const LONGEST_XMP: usize = 1 << 20;
/// The longest value that is taken over from it, bytes.
const LONGEST: usize = 2000;

/// What sets a made file apart from its source.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// The part that it has of its source; its name goes behind the title.
    pub part: Option<Part>,
    /// Whether it is a document of its own rather than another form of the source.
    pub own_document: bool,
    /// Digest of the source and of all that was asked.
    pub digest: [u8; 32],
}

/// Gives `doc` its Info, trailer ID and, returned for the catalog, its XMP packet. What the source
/// says only in its XMP comes into both.
pub fn stamp(doc: &mut Document, change: Change) -> Stream {
    let packet = packet(doc);
    let empty = Dictionary::new();
    let old = doc.dict(&doc.trailer, "Info").unwrap_or(&empty);
    let [own, instance] = halves(change.digest);
    let description =
        describe(&Source { doc, info: old, packet: &packet }, change, [own, instance]);
    let mut new = description.information();
    if let version @ Object::String(..) = doc.entry(old, "GTS_PDFXVersion") {
        new.set("GTS_PDFXVersion", version.clone());
    }
    // The source's first half stays with what is the same document (PDF 14.4).
    let first = doc.array(&doc.trailer, "ID").and_then(|ids| ids.first()?.as_str().ok());
    let permanent = first.filter(|_| !change.own_document).unwrap_or(&own);
    let id = trailer_id(permanent, &instance);
    doc.trailer.set("ID", id);
    let info = doc.add_object(new);
    doc.trailer.set("Info", info);
    description.metadata()
}

/// What a made file says of itself: what its source says, as far as it still holds.
fn describe(source: &Source<'_>, change: Change, [own, instance]: [[u8; 16]; 2]) -> Description {
    let is_x4 = is_x4(source.packet);
    let trapped = match source.doc.name(source.info, "Trapped") {
        Some(b"True") => Some("True"),
        Some(b"False") => Some("False"),
        _ => is_x4.then_some("False"),
    };
    let title = match (source.text("Title", "title"), change.part) {
        (Some(text), Some(part)) => Some(format!("{text} – {}", part.korean())),
        (None, Some(part)) => Some(part.korean().into()),
        (text, None) => text,
    };
    let carried = if change.own_document { None } else { source.token("DocumentID") };
    Description {
        title,
        author: source.text("Author", "creator"),
        subject: source.text("Subject", "description"),
        keywords: source.text("Keywords", "Keywords"),
        creator: source.text("Creator", "CreatorTool"),
        producer: source.text("Producer", "Producer"),
        created: source.date("CreationDate", "CreateDate"),
        modified: source.date("ModDate", "ModifyDate"),
        trapped,
        is_x4,
        document_id: carried.unwrap_or_else(|| uuid(own)),
        instance_id: uuid(instance),
        version: source.token("VersionID").unwrap_or_else(|| "1".into()),
        // Sheets are folded; only a part is yet to be bound.
        binding: change.part.and(bound(source.packet)),
        part: change.part,
    }
}

/// What the source says of itself, in its Info and in its XMP.
struct Source<'a> {
    doc: &'a Document,
    info: &'a Dictionary,
    packet: &'a BTreeMap<String, String>,
}

impl Source<'_> {
    /// What its XMP says.
    fn said(&self, property: &str) -> Option<&str> {
        let text = self.packet.get(property)?.trim();
        (!text.is_empty() && text.len() <= LONGEST).then_some(text)
    }

    /// A text of its Info, or of its XMP where that has none.
    fn text(&self, key: &str, property: &str) -> Option<String> {
        let text = self.doc.text(self.info, key).filter(|text| !text.is_empty());
        text.or_else(|| self.said(property).map(Into::into)).map(|text| plain(&text))
    }

    /// A value of its XMP without characters that need care.
    fn token(&self, property: &str) -> Option<String> {
        let plain = |c: char| c.is_ascii_alphanumeric() || ":-_.+".contains(c);
        self.said(property).filter(|text| text.chars().all(plain)).map(String::from)
    }

    fn date(&self, key: &str, property: &str) -> Timestamp {
        let pdf = self.doc.text(self.info, key).filter(|written| iso_date(written).is_some());
        let xmp = pdf.as_deref().and_then(iso_date).or_else(|| self.token(property));
        Timestamp { xmp, pdf }
    }
}

/// Whether the source says of itself that it is PDF/X-4.
pub fn claims_x4(doc: &Document) -> bool {
    is_x4(&packet(doc))
}

/// How the source says that its pages are to be bound.
pub fn binding(doc: &Document) -> Option<Binding> {
    bound(&packet(doc))
}

/// What of a number the source says that it has.
pub fn part(doc: &Document) -> Option<Part> {
    packet(doc).get(PART).and_then(|name| Part::named(name.trim()))
}

fn bound(packet: &BTreeMap<String, String>) -> Option<Binding> {
    packet.get(BINDING).and_then(|name| Binding::named(name.trim()))
}

fn is_x4(packet: &BTreeMap<String, String>) -> bool {
    packet.get("GTS_PDFXVersion").is_some_and(|version| version == "PDF/X-4")
}

/// What the source's XMP says; nothing if there is none or it is not to be read.
fn packet(doc: &Document) -> BTreeMap<String, String> {
    let stream = doc.catalog().ok().and_then(|catalog| doc.stream(catalog, "Metadata"));
    let bytes = stream.and_then(|stream| stream.get_plain_content_with_limit(LONGEST_XMP).ok());
    bytes.and_then(|bytes| xmp::read(&bytes).ok()).unwrap_or_default()
}

/// `text` without the characters that XML 1.0 cannot hold, and without line ends.
fn plain(text: &str) -> String {
    text.chars().filter(|c| *c >= ' ' && !matches!(c, '\u{7f}' | '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn what_only_the_xmp_says_is_not_lost() {
        let mut doc = Document::with_version("1.6");
        let mut xmp = xmp::Writer::default();
        xmp.alternative("dc:title", "소식 & 동향");
        xmp.simple("xmp:CreateDate", "2024-05-07T00:00:00+09:00");
        let xmp = doc.add_object(Stream::new(Dictionary::new(), xmp.finish().into()));
        let root = doc.add_object(dictionary! { "Type" => "Catalog", "Metadata" => xmp });
        doc.trailer.set("Root", root);
        let change = Change { part: Some(Part::Cover), own_document: true, digest: [7; 32] };
        let written = String::from_utf8(stamp(&mut doc, change).content).unwrap();
        assert!(written.contains(">소식 &amp; 동향 – 표지<"), "{written}");
        assert!(written.contains("<xmp:CreateDate>2024-05-07T00:00:00+09:00<"));
        let info = doc.dict(&doc.trailer, "Info").unwrap();
        assert_eq!(doc.text(info, "Title").unwrap(), "소식 & 동향 – 표지");
    }
}
