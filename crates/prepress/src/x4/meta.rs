//! Output intent, document information and XMP, in step with each other (ISO 15930-7, 6.2 and 6.4).

use anyhow::Result;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::Job;
use super::fault::Fault;
use crate::pdf::object::{Objects, as_dict};
use jikji_diagnostic::Words;

/// What the file's `Producer` says.
const PRODUCER: &str = concat!("jikji ", env!("CARGO_PKG_VERSION"));
/// Korea's offset from UTC, as PDF and as XMP write it.
const ZONE: (&str, &str) = ("+09'00'", "+09:00");

/// Writes a new catalog, information dictionary and trailer ID. Of the old catalog only the pages,
/// their labels and the language stay: no actions, forms, structure, names or layers.
pub(super) fn set(doc: &mut Document, job: &Job<'_>, profile: Stream, input: &[u8]) -> Result<()> {
    let old = doc.catalog()?.clone();
    if old.has(b"OCProperties") {
        return Err(Fault::Unsupported {
            page: 0,
            what: Words { ko: "켜고 끄는 레이어", en: "optional content (layers)" },
        }
        .into());
    }
    let information = doc.trailer.get(b"Info").ok().cloned();
    let information = information.as_ref().map(|info| doc.resolve(info));
    let information = information.and_then(as_dict).cloned().unwrap_or_default();
    let text = |key: &[u8]| match doc.entry(&information, key) {
        Object::String(bytes, _) => Some(decoded(bytes)).filter(|text| !text.is_empty()),
        _ => None,
    };
    let facts = Facts {
        title: job.title,
        author: text(b"Author"),
        keywords: text(b"Keywords"),
        subject: text(b"Subject"),
        creator: job.creator,
        date: job.date,
        document: hash(&[b"document", job.document_id.as_bytes()]),
        instance: hash(&[
            b"instance",
            job.document_id.as_bytes(),
            job.profile.icc.as_ref(),
            input,
            &[u8::from(job.marks), u8::from(job.overprint_black)],
        ]),
    };
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
    let xmp = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let xmp = Stream::new(xmp, facts.xmp().into_bytes()).with_compression(false);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Metadata" => doc.add_object(xmp),
        "OutputIntents" => vec![Object::Dictionary(intent)],
    };
    for key in ["Pages", "PageLabels", "Lang"] {
        if let Ok(value) = old.get(key.as_bytes()) {
            catalog.set(key, value.clone());
        }
    }
    let (catalog, information) = (doc.add_object(catalog), doc.add_object(facts.information()));
    let id = |bytes: [u8; 16]| Object::String(bytes.to_vec(), StringFormat::Hexadecimal);
    let mut trailer = Dictionary::new();
    trailer.set("Root", catalog);
    trailer.set("Info", information);
    trailer.set("ID", vec![id(facts.document), id(facts.instance)]);
    doc.trailer = trailer;
    Ok(())
}

/// What both descriptions of a document say.
struct Facts<'a> {
    title: &'a str,
    author: Option<String>,
    keywords: Option<String>,
    subject: Option<String>,
    creator: &'a str,
    date: (u16, u8, u8),
    document: [u8; 16],
    instance: [u8; 16],
}

impl Facts<'_> {
    fn information(&self) -> Dictionary {
        let (year, month, day) = self.date;
        let date = format!("D:{year:04}{month:02}{day:02}000000{}", ZONE.0);
        let mut dict = dictionary! {
            "Title" => string(self.title),
            "Creator" => string(self.creator),
            "Producer" => string(PRODUCER),
            "CreationDate" => string(&date),
            "ModDate" => string(&date),
            "Trapped" => "False",
        };
        for (key, value) in
            [("Author", &self.author), ("Keywords", &self.keywords), ("Subject", &self.subject)]
        {
            if let Some(value) = value {
                dict.set(key, string(value));
            }
        }
        dict
    }

    fn xmp(&self) -> String {
        let (year, month, day) = self.date;
        let date = format!("{year:04}-{month:02}-{day:02}T00:00:00{}", ZONE.1);
        let mut out = String::from(concat!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n",
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n",
            "<rdf:Description rdf:about=\"\"\n",
            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n",
            " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n",
            " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n",
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n",
            " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n",
        ));
        let element = |out: &mut String, name: &str, value: &str| {
            out.push_str(&format!("<{name}>{}</{name}>\n", escaped(value)));
        };
        let alternatives = |out: &mut String, name: &str, value: &str| {
            out.push_str(&format!(
                "<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></{name}>\n",
                escaped(value)
            ));
        };
        element(&mut out, "dc:format", "application/pdf");
        alternatives(&mut out, "dc:title", self.title);
        if let Some(author) = &self.author {
            out.push_str(&format!(
                "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
                escaped(author)
            ));
        }
        if let Some(subject) = &self.subject {
            alternatives(&mut out, "dc:description", subject);
        }
        element(&mut out, "xmp:CreatorTool", self.creator);
        element(&mut out, "xmp:CreateDate", &date);
        element(&mut out, "xmp:ModifyDate", &date);
        element(&mut out, "xmp:MetadataDate", &date);
        element(&mut out, "pdf:Producer", PRODUCER);
        if let Some(keywords) = &self.keywords {
            element(&mut out, "pdf:Keywords", keywords);
        }
        element(&mut out, "pdf:Trapped", "False");
        element(&mut out, "xmpMM:DocumentID", &uuid(self.document));
        element(&mut out, "xmpMM:InstanceID", &uuid(self.instance));
        element(&mut out, "xmpMM:VersionID", "1");
        element(&mut out, "xmpMM:RenditionClass", "default");
        element(&mut out, "pdfxid:GTS_PDFXVersion", "PDF/X-4");
        out.push_str("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
        out
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The first 16 bytes of a SHA-256, each part with its length before it.
fn hash(parts: &[&[u8]]) -> [u8; 16] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    let mut id = [0; 16];
    id.copy_from_slice(&hasher.finalize()[..16]);
    id
}

/// A UUID of version 8 (RFC 9562: contents of the maker's own).
fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    let [a, b, c, d, e] = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| &hex[range]);
    format!("uuid:{a}-{b}-{c}-{d}-{e}")
}

/// A text string: ASCII as it is, all else in UTF-16 (ISO 32000-1, 7.9.2.2).
fn string(text: &str) -> Object {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// A text string's text.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.as_chunks::<2>().0.iter().map(|b| u16::from_be_bytes(*b));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}
