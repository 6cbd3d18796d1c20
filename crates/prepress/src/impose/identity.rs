//! Info, XMP and IDs of a file made from another (ISO 15930-7, 6.6 and 6.7).
//!
//! Both are written anew from one set of facts, so that they cannot disagree; dates are the
//! source's, IDs are digests of what the file is made from. No clock and no chance gets in.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, decode_text_string, dictionary};
use sha2::{Digest, Sha256};

use super::xmp::{self, Facts};

/// The longest XMP packet that is looked at, bytes.
const LONGEST_XMP: usize = 1 << 20;
/// Text entries of Info that are carried over (PDF table 317), and their XMP properties.
const TEXTS: [(&str, &str); 6] = [
    ("Title", "dc:title"),
    ("Author", "dc:creator"),
    ("Subject", "dc:description"),
    ("Keywords", "pdf:Keywords"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
];
/// Dates of Info that are carried over, and their XMP properties.
const DATES: [(&str, &str); 2] =
    [("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")];

/// What sets a made file apart from its source.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Goes behind the title, such as `표지`.
    pub part: Option<&'a str>,
    /// Whether it is a document of its own rather than another form of the source.
    pub own_document: bool,
    /// Digest of the source and of all that was asked.
    pub digest: [u8; 32],
}

/// A digest of the pieces; no two lists of pieces give the same.
pub fn digest(pieces: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update((piece.len() as u64).to_le_bytes());
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// Gives `doc` its Info, trailer ID and, returned for the catalog, its XMP packet. What the source
/// says only in its XMP comes into both.
pub fn stamp(doc: &mut Document, change: Change<'_>) -> Stream {
    let source = packet(doc);
    let old = info(doc);
    let (own, instance) = (&change.digest[..16], &change.digest[16..]);
    let texts = texts(&old, &source, change.part);
    let is_x4 = source.contains("PDF/X-4");
    let trapped = trapped(&old).or(is_x4.then_some("False"));

    let mut new = Dictionary::new();
    for (key, _, text) in &texts {
        new.set(*key, lopdf::text_string(text));
    }
    let dates = DATES.map(|(key, property)| {
        let written = old.get(key.as_bytes()).and_then(Object::as_str).unwrap_or_default();
        let written = String::from_utf8(written.to_vec()).unwrap_or_default();
        let Some(iso) = xmp::iso_date(&written) else { return xmp::token(&source, property) };
        new.set(key, Object::string_literal(written));
        Some(iso)
    });
    if let Some(trapped) = trapped {
        new.set("Trapped", trapped);
    }
    if let Ok(version @ Object::String(..)) = old.get(b"GTS_PDFXVersion") {
        new.set("GTS_PDFXVersion", version.clone());
    }
    doc.trailer.set("ID", ids(doc, change.own_document, own, instance));
    let info = doc.add_object(new);
    doc.trailer.set("Info", info);

    let carried = if change.own_document { None } else { xmp::token(&source, "xmpMM:DocumentID") };
    let xmp = xmp::write(&Facts {
        texts: texts.iter().map(|(_, property, text)| (*property, text.as_str())).collect(),
        dates,
        trapped,
        is_x4,
        document_id: carried.unwrap_or_else(|| uuid(own)),
        instance_id: uuid(instance),
        version: xmp::token(&source, "xmpMM:VersionID").unwrap_or_else(|| "1".into()),
    });
    Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes())
        .with_compression(false)
}

/// Key, property and text of what is said about the document.
fn texts(
    old: &Dictionary,
    source: &str,
    part: Option<&str>,
) -> Vec<(&'static str, &'static str, String)> {
    let mut found = vec![];
    for (key, property) in TEXTS {
        let info = old.get(key.as_bytes()).ok().and_then(|text| decode_text_string(text).ok());
        let text = info.filter(|text| !text.is_empty()).or_else(|| xmp::text(source, property));
        let text = match (text, part) {
            (Some(text), Some(part)) if key == "Title" => Some(format!("{text} – {part}")),
            (None, Some(part)) if key == "Title" => Some(part.into()),
            (text, _) => text,
        };
        found.extend(text.map(|text| (key, property, xmp::plain(&text))));
    }
    found
}

fn trapped(old: &Dictionary) -> Option<&'static str> {
    match old.get(b"Trapped").and_then(Object::as_name) {
        Ok(b"True") => Some("True"),
        Ok(b"False") => Some("False"),
        _ => None,
    }
}

/// The trailer's ID: the source's first half stays with what is the same document (PDF 14.4).
fn ids(doc: &Document, own_document: bool, own: &[u8], instance: &[u8]) -> Object {
    let first = || {
        let ids = doc.trailer.get_deref(b"ID", doc).ok()?.as_array().ok()?;
        Some(ids.first()?.as_str().ok()?.to_vec())
    };
    let permanent = if own_document { None } else { first() };
    let id = |bytes: Vec<u8>| Object::String(bytes, StringFormat::Hexadecimal);
    Object::Array(vec![id(permanent.unwrap_or_else(|| own.to_vec())), id(instance.to_vec())])
}

/// Whether the source says of itself that it is PDF/X-4.
pub fn claims_x4(doc: &Document) -> bool {
    packet(doc).contains("PDF/X-4")
}

/// The source's XMP as text, empty if there is none or it is not to be read.
fn packet(doc: &Document) -> String {
    let metadata = doc.catalog().and_then(|catalog| catalog.get_deref(b"Metadata", doc));
    let stream = metadata.and_then(Object::as_stream);
    let bytes = stream.and_then(|stream| stream.get_plain_content_with_limit(LONGEST_XMP));
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

fn info(doc: &Document) -> Dictionary {
    let info = doc.trailer.get_deref(b"Info", doc).and_then(Object::as_dict);
    let Ok(info) = info else { return Dictionary::new() };
    let entry = |(key, value): (&Vec<u8>, &Object)| {
        Some((key.clone(), doc.dereference(value).ok()?.1.clone()))
    };
    info.iter().filter_map(entry).collect()
}

/// A UUID that is a digest (RFC 9562, version 8).
fn uuid(bytes: &[u8]) -> String {
    let mut bytes: [u8; 16] = bytes.try_into().unwrap_or_default();
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let (a, b, c, d) = (&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20]);
    format!("uuid:{a}-{b}-{c}-{d}-{}", &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uuids_of_the_digest() {
        let id = uuid(&digest(&[b"a"])[..16]);
        assert_eq!(id.len(), "uuid:".len() + 36);
        assert_eq!(&id[19..20], "8");
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    }

    #[test]
    fn what_only_the_xmp_says_is_not_lost() {
        let mut doc = Document::with_version("1.6");
        let xmp = "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">소식 &amp; 동향</rdf:li>\
                   </rdf:Alt></dc:title><xmp:CreateDate>2024-05-07T00:00:00+09:00</xmp:CreateDate>";
        let xmp = doc.add_object(Stream::new(Dictionary::new(), xmp.into()));
        let root = doc.add_object(dictionary! { "Type" => "Catalog", "Metadata" => xmp });
        doc.trailer.set("Root", root);
        let change = Change { part: Some("표지"), own_document: true, digest: [7; 32] };
        let written = String::from_utf8(stamp(&mut doc, change).content).unwrap();
        assert!(written.contains(">소식 &amp; 동향 – 표지<"), "{written}");
        assert!(written.contains("<xmp:CreateDate>2024-05-07T00:00:00+09:00<"));
        let title = info(&doc).get(b"Title").and_then(decode_text_string).unwrap();
        assert_eq!(title, "소식 & 동향 – 표지");
    }
}
