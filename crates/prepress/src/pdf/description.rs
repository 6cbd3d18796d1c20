//! What a file says of itself, in Info and in XMP (ISO 15930-7, 6.4 and 6.6).
//!
//! Both are written from one set of facts, so that they cannot disagree. No clock and no chance gets
//! in: names of documents are digests of what they are made from.

use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::text::string;
use super::xmp::Writer;
use crate::binding::{Binding, Part};

/// The property of XMP that says how pages are to be bound.
pub const BINDING: &str = "Binding";
/// The property of XMP that says what of a number a file has.
pub const PART: &str = "Part";

/// The facts. Texts that are empty are not written.
#[derive(Debug, Default)]
pub struct Description {
    /// The document's title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// Its keywords.
    pub keywords: Option<String>,
    /// The program that made the pages.
    pub creator: Option<String>,
    /// The program that made the file.
    pub producer: Option<String>,
    /// When the pages were made.
    pub created: Timestamp,
    /// When they were changed last.
    pub modified: Timestamp,
    /// Whether it is trapped: `True` or `False`.
    pub trapped: Option<&'static str>,
    /// Whether it is PDF/X-4.
    pub is_x4: bool,
    /// `xmpMM:DocumentID`.
    pub document_id: String,
    /// `xmpMM:InstanceID`.
    pub instance_id: String,
    /// `xmpMM:VersionID`.
    pub version: String,
    /// How its pages are to be bound.
    pub binding: Option<Binding>,
    /// What it has of a number, if not all of it.
    pub part: Option<Part>,
}

/// A time in both notations, as far as it is known in them.
#[derive(Debug, Clone, Default)]
pub struct Timestamp {
    /// `D:20240507091500+09'00'`.
    pub pdf: Option<String>,
    /// `2024-05-07T09:15:00+09:00`.
    pub xmp: Option<String>,
}

impl Description {
    /// The information dictionary (ISO 32000-1, 14.3.3).
    pub fn information(&self) -> Dictionary {
        let mut dict = Dictionary::new();
        for (key, text) in [
            ("Title", &self.title),
            ("Creator", &self.creator),
            ("Producer", &self.producer),
            ("CreationDate", &self.created.pdf),
            ("ModDate", &self.modified.pdf),
        ] {
            if let Some(text) = text {
                dict.set(key, string(text));
            }
        }
        if let Some(trapped) = self.trapped {
            dict.set("Trapped", trapped);
        }
        for (key, text) in
            [("Author", &self.author), ("Keywords", &self.keywords), ("Subject", &self.subject)]
        {
            if let Some(text) = text {
                dict.set(key, string(text));
            }
        }
        dict
    }

    /// The metadata stream.
    pub fn metadata(&self) -> Stream {
        let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        Stream::new(dict, self.packet().into_bytes()).with_compression(false)
    }

    fn packet(&self) -> String {
        let mut out = Writer::default();
        out.simple("dc:format", "application/pdf");
        if let Some(title) = &self.title {
            out.alternative("dc:title", title);
        }
        if let Some(author) = &self.author {
            out.list("dc:creator", author);
        }
        if let Some(subject) = &self.subject {
            out.alternative("dc:description", subject);
        }
        let x4 = self.is_x4.then(|| "PDF/X-4".to_string());
        for (name, value) in [
            ("xmp:CreatorTool", &self.creator),
            ("xmp:CreateDate", &self.created.xmp),
            ("xmp:ModifyDate", &self.modified.xmp),
            ("xmp:MetadataDate", &self.modified.xmp),
            ("pdf:Producer", &self.producer),
            ("pdf:Keywords", &self.keywords),
            ("pdf:Trapped", &self.trapped.map(Into::into)),
            ("xmpMM:DocumentID", &Some(self.document_id.clone())),
            ("xmpMM:InstanceID", &Some(self.instance_id.clone())),
            ("xmpMM:VersionID", &Some(self.version.clone())),
            ("xmpMM:RenditionClass", &Some("default".into())),
            ("pdfxid:GTS_PDFXVersion", &x4),
        ] {
            if let Some(value) = value {
                out.simple(name, value);
            }
        }
        if let Some(binding) = self.binding {
            out.own(BINDING, binding.name());
        }
        if let Some(part) = self.part {
            out.own(PART, part.name());
        }
        out.finish()
    }
}

/// A digest of the pieces; no two lists of pieces give the same.
pub fn digest(pieces: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update((piece.len() as u64).to_be_bytes());
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// The halves of a digest, each a name of its own.
pub fn halves(digest: [u8; 32]) -> [[u8; 16]; 2] {
    [0, 16].map(|from| std::array::from_fn(|i| digest[from + i]))
}

/// A UUID that is a digest (RFC 9562, version 8: contents of the maker's own).
pub fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    let [a, b, c, d, e] = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &hex[range]);
    format!("uuid:{a}-{b}-{c}-{d}-{e}")
}

/// The trailer's ID (ISO 32000-1, 14.4).
pub fn trailer_id(document: &[u8], instance: &[u8]) -> Object {
    let id = |bytes: &[u8]| Object::String(bytes.to_vec(), StringFormat::Hexadecimal);
    Object::Array(vec![id(document), id(instance)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uuids_of_the_digest() {
        let id = uuid(halves(digest(&[b"a"]))[0]);
        assert_eq!(id.len(), "uuid:".len() + 36);
        assert_eq!(&id[19..20], "8");
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    }
}
