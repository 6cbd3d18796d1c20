//! Chapter 3: what the file says of itself.

use lopdf::{Object, Stream, StringFormat, dictionary};

use super::super::rules;
use super::super::sample::{Sample, profile, string};
use super::case::{Case, case};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            rules::INTENT,
            &[
                |s| drop_entry(s, |s| s.catalog, "OutputIntents"),
                |s| s.dict(s.intent).set("S", "GTS_PDFA1"),
            ],
            &[|s| {
                let other = s.doc.add_object(dictionary! { "S" => "GTS_PDFA1" });
                let intents = vec![other.into(), s.intent.into()];
                s.dict(s.catalog).set("OutputIntents", intents);
            }],
        ),
        case(
            rules::INTENT_ENTRY,
            &[
                |s| drop_entry(s, |s| s.intent, "OutputConditionIdentifier"),
                |s| drop_entry(s, |s| s.intent, "RegistryName"),
                |s| s.dict(s.intent).set("Info", string(" ")),
            ],
            // A shop's own condition stands in no registry.
            &[|s| {
                s.dict(s.intent).set("OutputConditionIdentifier", string("Our press"));
                drop_entry(s, |s| s.intent, "RegistryName");
            }],
        ),
        case(
            rules::PROFILE_MISSING,
            &[|s| drop_entry(s, |s| s.intent, "DestOutputProfile")],
            &[|s| with_profile(s, 4, profile(b"prtr", b"CMYK"))],
        ),
        case(
            rules::PROFILE_KIND,
            &[
                |s| with_profile(s, 3, profile(b"prtr", b"RGB ")),
                |s| with_profile(s, 4, profile(b"link", b"CMYK")),
                |s| with_profile(s, 4, profile(b"prtr", b"CMYK")[..100].to_vec()),
                |s| with_profile(s, 4, vec![]),
            ],
            &[|s| with_profile(s, 4, profile(b"prtr", b"CMYK"))],
        ),
        case(
            rules::XMP_MISSING,
            &[|s| s.xmp.clear(), |s| s.xmp = "<x>".into()],
            &[|s| s.xmp = format!("\u{FEFF}{}\n\n", s.xmp)],
        ),
        case(
            rules::X_VERSION,
            &[|s| swap(s, "PDF/X-4<", "PDF/X-3<"), |s| swap(s, "GTS_PDFXVersion", "Version")],
            &[|s| s.dict(s.info).set("GTS_PDFXVersion", string("PDF/X-4"))],
        ),
        case(
            rules::INFO_XMP,
            &[
                |s| swap(s, "03:00:00Z", "03:00:01Z"),
                |s| s.dict(s.info).set("Title", string("U")),
                |s| drop_entry(s, |s| s.info, "Creator"),
                |s| {
                    drop_entry(s, |s| s.info, "Title");
                    swap(s, ">T<", "><");
                },
            ],
            &[
                korean_title,
                |s| {
                    s.dict(s.info).set("Title", string(""));
                    swap(s, ">T<", "><");
                },
                |s| {
                    drop_entry(s, |s| s.info, "Producer");
                    swap(s, "pdf:Producer=\"P\"", "");
                },
            ],
        ),
        case(
            rules::TRAPPED,
            &[
                |s| s.dict(s.info).set("Trapped", "Unknown"),
                |s| swap(s, "Trapped=\"False\"", "Trapped=\"True\""),
                |s| drop_entry(s, |s| s.info, "Trapped"),
            ],
            &[|s| {
                s.dict(s.info).set("Trapped", "True");
                swap(s, "Trapped=\"False\"", "Trapped=\"True\"");
            }],
        ),
        case(
            rules::XMP_IDS,
            &[|s| swap(s, "xmpMM:VersionID", "xmpMM:OtherID")],
            &[|s| swap(s, ">default<", ">proof<")],
        ),
        case(
            rules::TRAILER_ID,
            &[
                |s| {
                    s.doc.trailer.remove(b"ID");
                },
                |s| s.doc.trailer.set("ID", vec![string("a"), string("")]),
            ],
            &[|s| s.doc.trailer.set("ID", vec![string("a"), string("b")])],
        ),
        case(
            rules::INTENT_NAME,
            &[|s| conditioned(s, "Japan Color 2001 Coated"), |s| conditioned(s, "FOGRA29")],
            &[|s| conditioned(s, "FOGRA39"), |s| conditioned(s, "A shop's own")],
        ),
        case(
            rules::ICC_VERSION,
            &[|s| versioned(s, 5)],
            &[|s| versioned(s, 4), |s| versioned(s, 2)],
        ),
    ]
}

fn drop_entry(s: &mut Sample, of: fn(&Sample) -> lopdf::ObjectId, key: &str) {
    let id = of(s);
    assert!(s.dict(id).remove(key.as_bytes()).is_some());
}

fn swap(s: &mut Sample, from: &str, to: &str) {
    assert!(s.xmp.contains(from));
    s.xmp = s.xmp.replace(from, to);
}

fn with_profile(s: &mut Sample, n: i64, data: Vec<u8>) {
    let stream = Stream::new(dictionary! { "N" => n }, data);
    s.doc.objects.insert(s.profile, Object::Stream(stream));
}

/// UTF-16 in Info, UTF-8 in XMP.
fn korean_title(s: &mut Sample) {
    let title = vec![0xFE, 0xFF, 0xC6, 0xD4, 0xAC, 0x04];
    s.dict(s.info).set("Title", Object::String(title, StringFormat::Hexadecimal));
    swap(s, ">T<", ">월간<");
}

/// Another name of the condition than the coated profile's own.
fn conditioned(s: &mut Sample, name: &str) {
    with_profile(s, 4, crate::profile::OutputProfile::coated_fogra39().icc.into_owned());
    s.dict(s.intent).set("OutputConditionIdentifier", string(name));
}

fn versioned(s: &mut Sample, version: u8) {
    let mut data = profile(b"prtr", b"CMYK");
    data[8] = version;
    with_profile(s, 4, data);
}
