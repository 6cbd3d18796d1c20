//! Chapter 8: what PDF/X-1a and PDF/X-3 ask.

use lopdf::{Object, Stream, dictionary};

use super::super::sample::{Sample, string};
use super::super::{Limits, Standard, rules};
use super::case::{Case, Change, Made, changed};
use super::colour::{profiled, spot};

pub fn cases() -> Vec<Case> {
    vec![
        older(
            rules::OLDER_VERSION,
            &[|s| s.doc.version = "1.6".into(), |s| s.dict(s.catalog).set("Version", "1.5")],
            &[|s| s.doc.version = "1.3".into()],
        ),
        older(
            rules::OLDER_MARK,
            &[
                |s| drop(s.dict(s.info).remove(b"GTS_PDFXVersion")),
                |s| s.dict(s.info).set("GTS_PDFXVersion", string("PDF/X-3:2002")),
                |s| s.dict(s.info).set("GTS_PDFXVersion", string("PDF/X-1:2001")),
            ],
            &[|s| {
                s.dict(s.info).set("GTS_PDFXVersion", string("PDF/X-1:2001"));
                s.dict(s.info).set("GTS_PDFXConformance", string("PDF/X-1a:2001"));
            }],
        ),
        older(
            rules::OLDER_INFO,
            &[|s| drop(s.dict(s.info).remove(b"ModDate"))],
            // What only PDF/X-4 asks for.
            &[|s| s.xmp.clear()],
        ),
        older(rules::TRANSPARENCY, &[|s| sheer(s, 0.5)], &[|s| sheer(s, 1.0)]),
        older(
            rules::LAYERS,
            &[|s| s.dict(s.catalog).set("OCProperties", dictionary! {})],
            &[|s| s.dict(s.catalog).set("PageMode", "UseNone")],
        ),
        older(
            rules::OLDER_FILTER,
            &[|s| unused(s, "JPXDecode"), |s| unused(s, "JBIG2Decode")],
            &[|s| unused(s, "DCTDecode")],
        ),
        older(
            rules::DEVICE_ONLY,
            &[|s| profiled(s, 1), |s| profiled(s, 4)],
            &[|s| s.draw("0.5 g 60 60 20 20 re f")],
        ),
        older(
            rules::ALTERNATE_LAB,
            &[|s| {
                let white = dictionary! { "WhitePoint" => vec![1.into(), 1.into(), 1.into()] };
                spot(s, vec!["Lab".into(), Object::Dictionary(white)]);
            }],
            &[|s| spot(s, "DeviceGray")],
        ),
    ]
}

/// A rule that changes of a sound PDF/X-1a break and keep.
fn older(rule: &'static jikji_diagnostic::Message, breaks: &[Change], keeps: &[Change]) -> Case {
    let made = |changes: &[Change]| changes.iter().map(|change| made(*change)).collect();
    Case { rule, breaks: made(breaks), keeps: made(keeps) }
}

fn made(change: Change) -> Made {
    let mut sample = Sample::new();
    sample.doc.version = "1.4".into();
    sample.dict(sample.info).set("GTS_PDFXVersion", string("PDF/X-1a:2003"));
    change(&mut sample);
    let (_, limits) = changed(|_| {});
    (sample.bytes(), Limits { standard: Standard::X1a, ..limits })
}

fn sheer(s: &mut Sample, alpha: f32) {
    s.resource("ExtGState", "A", dictionary! { "Type" => "ExtGState", "ca" => alpha });
    s.draw("q /A gs 0.5 0 0 0 k 60 60 20 20 re f Q");
    s.dict(s.page).set("Group", dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" });
}

fn unused(s: &mut Sample, filter: &str) {
    s.doc.add_object(Stream::new(dictionary! { "Filter" => filter }, vec![]));
}
