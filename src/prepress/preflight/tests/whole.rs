//! Rules about the file as a whole: header, interactive parts, identity, forbidden objects.

use lopdf::{Object, Stream, StringFormat, dictionary};

use super::sample::{Sample, profile, rect};
use super::*;

fn string(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

#[test]
fn version() {
    breaks("P0104", |s| s.doc.version = "1.7".into());
    breaks("P0104", |s| s.dict(s.catalog).set("Version", "2.0"));
    keeps(|s| s.doc.version = "1.4".into());
}

#[test]
fn interactive_parts() {
    breaks("P0201", |s| {
        let names = dictionary! { "JavaScript" => dictionary! {} };
        s.dict(s.catalog).set("Names", names);
    });
    breaks("P0202", |s| {
        s.dict(s.catalog).set("OpenAction", dictionary! { "S" => "GoTo" });
    });
    breaks("P0202", |s| s.dict(s.page).set("AA", dictionary! {}));
    breaks("P0203", |s| {
        let form = dictionary! { "Fields" => vec![Object::Integer(1)] };
        s.dict(s.catalog).set("AcroForm", form);
    });
    breaks("P0204", |s| {
        s.doc.add_object(dictionary! { "S" => "Rendition" });
    });
    breaks("P0205", |s| {
        let names = dictionary! { "EmbeddedFiles" => dictionary! {} };
        s.dict(s.catalog).set("Names", names);
    });
    keeps(|s| s.dict(s.catalog).set("OpenAction", vec![Object::Integer(0)]));
}

#[test]
fn annotations() {
    let annotation = |s: &mut Sample, at: [f32; 4]| {
        let link = dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => rect(at) };
        let link = s.doc.add_object(link);
        s.dict(s.page).set("Annots", vec![Object::Reference(link)]);
    };
    breaks("P0206", |s| annotation(s, [50.0, 50.0, 80.0, 60.0]));
    breaks("P0206", |s| annotation(s, [0.0, 50.0, 24.0, 60.0]));
    keeps(|s| annotation(s, [0.0, 50.0, 20.0, 60.0]));
}

#[test]
fn output_intent() {
    breaks("P0301", |s| {
        s.dict(s.catalog).remove(b"OutputIntents");
    });
    breaks("P0301", |s| s.dict(s.intent).set("S", "GTS_PDFA1"));
    for key in ["OutputConditionIdentifier", "RegistryName", "Info"] {
        breaks("P0302", |s| {
            s.dict(s.intent).remove(key.as_bytes());
        });
    }
    breaks("P0303", |s| {
        s.dict(s.intent).remove(b"DestOutputProfile");
    });
    let with = |s: &mut Sample, n: i64, data: Vec<u8>| {
        let stream = Stream::new(dictionary! { "N" => n }, data);
        s.doc.objects.insert(s.profile, Object::Stream(stream));
    };
    breaks("P0304", |s| with(s, 3, profile(b"prtr", b"RGB ")));
    breaks("P0304", |s| with(s, 4, profile(b"link", b"CMYK")));
    breaks("P0304", |s| with(s, 4, profile(b"prtr", b"CMYK")[..100].to_vec()));
    breaks("P0304", |s| with(s, 4, vec![]));
}

#[test]
fn metadata() {
    let swap = |s: &mut Sample, from: &str, to: &str| {
        assert!(s.xmp.contains(from));
        s.xmp = s.xmp.replace(from, to);
    };
    breaks("P0306", |s| swap(s, "PDF/X-4<", "PDF/X-3<"));
    breaks("P0307", |s| swap(s, "03:00:00Z", "03:00:01Z"));
    breaks("P0307", |s| s.dict(s.info).set("Title", string("U")));
    breaks("P0307", |s| {
        s.dict(s.info).remove(b"Creator");
    });
    breaks("P0308", |s| s.dict(s.info).set("Trapped", "Unknown"));
    breaks("P0308", |s| swap(s, "Trapped=\"False\"", "Trapped=\"True\""));
    breaks("P0309", |s| swap(s, "xmpMM:VersionID", "xmpMM:OtherID"));
    breaks("P0310", |s| {
        s.doc.trailer.remove(b"ID");
    });
    keeps(|s| {
        // UTF-16 in Info, UTF-8 in XMP.
        let title = vec![0xFE, 0xFF, 0xC6, 0xD4, 0xAC, 0x04];
        s.dict(s.info).set("Title", Object::String(title, StringFormat::Hexadecimal));
        swap(s, ">T<", ">월간<");
    });
    let mut sample = Sample::new();
    sample.xmp.clear();
    let codes = broken(&sample.bytes(), &Limits::default());
    assert_eq!(codes, ["P0305", "P0306", "P0307", "P0308", "P0309"]);
}

#[test]
fn forbidden_objects() {
    breaks("P0505", |s| {
        let dict = dictionary! { "Filter" => "LZWDecode" };
        s.doc.add_object(Stream::new(dict, vec![0x80, 0x40, 0x00]));
    });
    let state = |s: &mut Sample, key: &str, value: Object| {
        let mut gs = dictionary! { "Type" => "ExtGState" };
        gs.set(key, value);
        s.doc.add_object(gs);
    };
    breaks("P0506", |s| state(s, "TR", dictionary! { "FunctionType" => 2 }.into()));
    breaks("P0506", |s| {
        let gs = dictionary! { "TR2" => dictionary! {} };
        s.resource("ExtGState", "T", gs);
    });
    keeps(|s| state(s, "TR2", "Default".into()));
    breaks("P0507", |s| state(s, "HT", dictionary! {}.into()));
    keeps(|s| state(s, "HT", "Default".into()));
    breaks("P0508", |s| s.dict(s.image).set("Alternates", vec![dictionary! {}.into()]));
    breaks("P0509", |s| s.dict(s.image).set("OPI", dictionary! {}));
    breaks("P0510", |s| {
        let dict = dictionary! { "Type" => "XObject", "Subtype" => "PS" };
        s.doc.add_object(Stream::new(dict, vec![]));
    });
}
