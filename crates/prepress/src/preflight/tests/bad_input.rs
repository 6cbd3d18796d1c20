//! Bytes that are no sound PDF: each ends in a finding, soon and in little memory, and none panics.

use std::time::{Duration, Instant};

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Object, Stream, dictionary};
use proptest::prelude::*;

use super::sample::{Sample, rect};
use super::table::encrypted;
use super::*;

/// Codes of the findings, which must come soon and without much memory.
#[track_caller]
fn codes(bytes: &[u8]) -> Vec<&'static str> {
    let start = Instant::now();
    let codes = run(bytes).findings.iter().map(|f| f.rule.code).collect();
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    if let Some(peak) = peak_mib() {
        // Other tests of this process decode images of 512 MiB at the same time.
        assert!(peak < 3072, "{peak} MiB");
    }
    codes
}

/// The most memory the process had so far, where the system tells.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

fn zipped(data: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(dictionary! {}, data.to_vec());
    stream.compress().unwrap();
    stream.content
}

fn with_content(dict: Dictionary, content: Vec<u8>) -> Vec<u8> {
    let mut sample = Sample::new();
    let content = sample.doc.add_object(Stream::new(dict, content).with_compression(false));
    sample.dict(sample.page).set("Contents", content);
    sample.bytes()
}

/// Puts other bytes in the place of some that stand in a file once at least.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|w| w == from).unwrap();
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

#[test]
fn other_files() {
    for other in [&b""[..], b"<html><body>", b"PK\x03\x04", b"%!PS-Adobe-3.0", b"\0\0\0\0"] {
        assert_eq!(codes(other), ["P0101"]);
    }
    let verdict = run(b"");
    assert!(!verdict.passed && verdict.pages == 0);
    // Those that nobody asks for are no more than that, and what is listed is what is counted.
    let asked = |r: &&RuleVerdict| Limits::default().weight(rules::declaration(r.rule)).is_some();
    let (asked, not): (Vec<_>, Vec<_>) = verdict.rules.iter().skip(1).partition(asked);
    assert!(asked.iter().all(|r| r.outcome == RuleOutcome::NotChecked));
    assert!(not.iter().all(|r| r.outcome == RuleOutcome::NotApplicable));
    assert_eq!(verdict.press.unchecked + verdict.conformance.unchecked, asked.len());
    let said = |lang| words(&run(b"<html></html>").findings[0], lang).0;
    assert_eq!(said(Lang::En), "this is not a PDF file: HTML");
    assert_eq!(said(Lang::Ko), "PDF 파일이 아닙니다: HTML");
}

#[test]
fn cut_files() {
    let sound = Sample::new().bytes();
    for part in 1..8 {
        assert!(!codes(&sound[..sound.len() * part / 8]).is_empty(), "{part} eighths");
    }
}

#[test]
fn why_a_file_cannot_be_read_is_said_in_the_language_of_the_report() {
    let sound = Sample::new().bytes();
    let mut reasons = vec![];
    for part in 1..40 {
        let cut = &sound[..sound.len() * part / 40];
        for finding in run(cut).findings.iter().filter(|f| f.rule == rules::UNREADABLE) {
            reasons.push(finding.args["reason"].say(Lang::Ko).into_owned());
        }
    }
    let hangul = |text: &String| text.chars().any(|c| ('가'..='힣').contains(&c));
    assert!(!reasons.is_empty() && reasons.iter().all(hangul), "{reasons:?}");
    let cut = run(&sound[..sound.len() / 40]);
    assert!(
        words(&cut.findings[0], Lang::En).0.ends_with("its end is missing (cut off on the way)")
    );
    let mut sample = Sample::new();
    sample.xmp = "<x:xmpmeta>\n<a></b>".into();
    let said = words(&run(&sample.bytes()).findings[0], Lang::Ko).0;
    assert!(said.contains("행에서 XML이 아닙니다"), "{said}");
}

#[test]
fn spoilt_offsets() {
    let mut sample = Sample::new();
    sample.doc.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    let mut bytes = sample.bytes();
    assert!(codes(&bytes).is_empty());
    let at = bytes.windows(6).rposition(|w| w == b"\nxref\n").unwrap();
    let end = bytes.windows(7).rposition(|w| w == b"trailer").unwrap();
    // Offsets of the table, but not its shape.
    for digit in bytes[at..end].iter_mut().skip(30).step_by(3).filter(|b| b.is_ascii_digit()) {
        *digit = b'7';
    }
    assert!(codes(&bytes).iter().any(|code| ["P0102", "P0103"].contains(code)));
}

#[test]
fn impossible_lengths() {
    let sound = Sample::new().bytes();
    let huge = replaced(&sound, b"/Length 14400", b"/Length 10737418240");
    assert!(codes(&huge).contains(&"P0103"));
    for length in [10_737_418_240, i64::MAX, -1] {
        let mut sample = Sample::new();
        let far = sample.doc.add_object(length);
        let (image, page) = (sample.image, sample.page);
        sample.dict(image).set("Length", far);
        let content = sample.content.clone().into_bytes();
        let content = sample.doc.add_object(Stream::new(dictionary! {}, content));
        sample.dict(content).set("Length", far);
        sample.dict(page).set("Contents", content);
        codes(&sample.bytes());
    }
    // As an object stream and as the cross-reference stream itself.
    for kind in ["ObjStm", "XRef"] {
        let bytes = format!(
            "%PDF-1.6\n1 0 obj\n<</Type/{kind}/N 9/First 9/Size 9/W[1 2 1]/Root 2 0 R\
             /Filter/FlateDecode/Length 10737418240>>\nstream\nxxxxxxxxxx\nendstream\nendobj\n\
             startxref\n9\n%%EOF"
        );
        assert!(!codes(bytes.as_bytes()).is_empty());
    }
}

#[test]
fn locked_files() {
    assert_eq!(codes(&encrypted("secret").0), ["P0105"]);
    // Without a password to open it the contents are judged as well.
    let open = codes(&encrypted("").0);
    assert!(open.contains(&"P0105"));
    let unknown = replaced(&Sample::new().bytes(), b"/Root", b"/Encrypt 1 0 R/Root");
    assert!(codes(&unknown).contains(&"P0105"));
}

#[test]
fn page_trees() {
    let mut sample = Sample::new();
    let kids: Vec<Object> = vec![sample.page.into(), sample.tree.into(), sample.page.into()];
    sample.dict(sample.tree).set("Kids", kids);
    assert_eq!(codes(&sample.bytes()), ["P0107"]);
    // Two nodes that hold each other, and no page.
    let mut sample = Sample::new();
    let other = sample.doc.add_object(dictionary! { "Kids" => vec![sample.tree.into()] });
    sample.dict(sample.tree).set("Kids", vec![other.into()]);
    assert_eq!(codes(&sample.bytes()), ["P0102", "P0107"]);
    let mut sample = Sample::new();
    let tree = sample.tree;
    sample.dict(tree).set("Kids", tree);
    assert!(!codes(&sample.bytes()).is_empty());
    // A long chain of nodes.
    let mut sample = Sample::new();
    let mut node = sample.page;
    for _ in 0..3_000 {
        node = sample.doc.add_object(dictionary! { "Kids" => vec![node.into()] });
    }
    sample.dict(sample.tree).set("Kids", vec![node.into()]);
    assert!(codes(&sample.bytes()).is_empty());
}

#[test]
fn references_in_circles() {
    let mut sample = Sample::new();
    let (a, b) = (sample.doc.new_object_id(), sample.doc.new_object_id());
    sample.doc.objects.insert(a, Object::Reference(b));
    sample.doc.objects.insert(b, Object::Reference(a));
    let page = sample.page;
    sample.dict(page).set("Annots", a);
    sample.dict(page).set("Group", b);
    sample.resource("ColorSpace", "R", Object::Array(vec!["Indexed".into(), a.into()]));
    let nested = sample.doc.new_object_id();
    let itself = Object::Array(vec!["Pattern".into(), nested.into()]);
    sample.doc.objects.insert(nested, itself);
    sample.resource("ColorSpace", "P", nested);
    sample.draw("/R cs 0 sc 60 60 9 9 re f /P cs 60 60 9 9 re f");
    codes(&sample.bytes());
}

#[test]
fn bombs() {
    let once = zipped(&vec![0; 70 << 20]);
    let packed = dictionary! { "Filter" => "FlateDecode" };
    assert_eq!(codes(&with_content(packed, once.clone())), ["P0108"]);
    let twice = dictionary! { "Filter" => vec!["FlateDecode".into(), "FlateDecode".into()] };
    assert_eq!(codes(&with_content(twice, zipped(&once))), ["P0108"]);
    let many = zipped(&vec![b' '; 10 << 20]);
    let mut bytes = b"%PDF-1.6\n".to_vec();
    for i in 1..25 {
        let head = format!("{i} 0 obj\n<</Type/ObjStm/N 0/First 0/Filter/FlateDecode/Length ");
        bytes.extend(format!("{head}{}>>stream\n", many.len()).bytes());
        bytes.extend(&many);
        bytes.extend(b"\nendstream\nendobj\n");
    }
    assert_eq!(codes(&bytes), ["P0106"]);
}

fn form(resources: Dictionary, content: &str) -> Stream {
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "Resources" => resources,
        "BBox" => rect([0.0, 0.0, 300.0, 300.0]),
    };
    Stream::new(dict, content.as_bytes().to_vec())
}

#[test]
fn nesting() {
    let deep = "[".repeat(100_000) + &"q ".repeat(100_000) + &"<<".repeat(100_000);
    codes(&with_content(dictionary! {}, deep.into_bytes()));
    // Each form draws the next thirty times.
    let mut sample = Sample::new();
    let mut inner = sample.doc.add_object(form(dictionary! {}, "60 60 9 9 re f"));
    for _ in 0..20 {
        let resources = dictionary! { "XObject" => dictionary! { "F" => inner } };
        inner = sample.doc.add_object(form(resources, &"/F Do ".repeat(30)));
    }
    sample.resource("XObject", "F", inner);
    sample.draw("/F Do");
    assert_eq!(codes(&sample.bytes()), ["P0106"]);
    // And one that draws itself is drawn once, and found.
    let mut sample = Sample::new();
    let own = sample.doc.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "F" => own } };
    sample.doc.objects.insert(own, form(resources, "/F Do 60 60 9 9 re f").into());
    sample.resource("XObject", "F", own);
    sample.draw("q 0.2 0 0 0 k /F Do Q");
    assert_eq!(codes(&sample.bytes()), ["P0108"]);
}

#[test]
fn huge_pages() {
    let mut sample = Sample::new();
    sample.content.clear();
    sample.dict(sample.page).set("MediaBox", rect([0.0, 0.0, 900_000.0, 900_000.0]));
    codes(&sample.bytes());
}

/// A shading of triangles that each cover all the sheet and far more.
fn mesh(side: i64, triangles: usize) -> Stream {
    let decode = [0, side, 0, side, 0, 1, 0, 1, 0, 1, 0, 1].map(Object::Integer).to_vec();
    let dict = dictionary! {
        "ShadingType" => 4, "ColorSpace" => "DeviceCMYK", "BitsPerCoordinate" => 8,
        "BitsPerComponent" => 8, "BitsPerFlag" => 8, "Decode" => decode,
    };
    let corners = [[0, 0, 0, 9, 9, 9, 9], [0, 255, 0, 9, 9, 9, 9], [0, 0, 255, 9, 9, 9, 9]];
    Stream::new(dict, corners.concat().repeat(triangles))
}

#[test]
fn meshes() {
    let with = |side, triangles| {
        let mut sample = Sample::new();
        let shading = sample.doc.add_object(mesh(side, triangles));
        sample.resource("Shading", "M", shading);
        sample.draw("q 60 60 30 30 re W n /M sh Q");
        sample.bytes()
    };
    assert!(codes(&with(90, 20)).is_empty());
    // However many and however large they are, all of them are painted, as coarse as it must be.
    assert!(codes(&with(90, 5_000)).is_empty());
    assert!(codes(&with(900_000, 1)).is_empty());
}

#[test]
fn many_pages_of_much_work() {
    // So many fills of the whole sheet are too much for one page, but not for the file.
    let mut sample = Sample::new();
    let fills = "0 0 320 320 re f ".repeat(6_000);
    let content = sample.doc.add_object(Stream::new(dictionary! {}, fills.into_bytes()));
    let mut page = sample.dict(sample.page).clone();
    page.set("Contents", content);
    let heavy = sample.doc.add_object(page);
    let kids = vec![heavy.into(), sample.page.into()];
    sample.dict(sample.tree).set("Kids", kids);
    let verdict = run(&sample.bytes());
    let [finding] = &verdict.findings[..] else { panic!("{:?}", verdict.findings) };
    assert_eq!((finding.rule.code, finding.page), ("P0106", Some(1)));
    assert_eq!(verdict.ink.iter().map(|ink| ink.page).collect::<Vec<_>>(), [2]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn spoilt_files_never_panic(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..24),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
        worst in any::<bool>(),
    ) {
        let mut bytes = Sample::new().bytes();
        for (at, value) in cuts {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let ink = if worst { InkMeasure::WorstSpot } else { InkMeasure::EveryPage };
        preflight(&bytes, &Limits { ink, ..Limits::default() }, &mut |_, _| {});
    }

    #[test]
    fn any_content_never_panics(
        content in "([a-zA-Z*'\"/ \\[\\]<>()0-9.\n-]|q |Q |cm |re |f |Do |BT |Tj |ET |scn |/F |/I ){0,200}",
        worst in any::<bool>(),
    ) {
        let mut sample = Sample::new();
        sample.content = content;
        let ink = if worst { InkMeasure::WorstSpot } else { InkMeasure::EveryPage };
        preflight(&sample.bytes(), &Limits { ink, ..Limits::default() }, &mut |_, _| {});
    }
}

#[test]
fn what_was_changed_by_hand_is_found_again() {
    let mut sample = Sample::new();
    sample.draw("1 0 0 rg 60 60 20 20 re f");
    let bytes = sample.bytes();
    let codes = |bytes: &[u8]| {
        run(bytes).findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&bytes), ["P0601"]);
    // A longer title moves all that comes after it, the table with it.
    let at = crate::pdf::token::find(&bytes, b"/Title(T)").unwrap() + b"/Title(".len();
    let moved = [&bytes[..at], b"TTTTTTTTTTTT", &bytes[at..]].concat();
    let codes = codes(&moved);
    assert!(codes.contains(&"P0103") && codes.contains(&"P0601"), "{codes:?}");
    assert!(!codes.contains(&"P0108") && !codes.contains(&"P0410"), "{codes:?}");
}

#[test]
fn a_page_whose_contents_were_not_read_is_not_empty() {
    let mut sample = Sample::new();
    let page = sample.page;
    sample.dict(page).set("Contents", Object::Reference((9_999, 0)));
    let findings = run(&sample.bytes()).findings;
    let codes: Vec<_> = findings.iter().map(|finding| finding.rule.code).collect();
    assert_eq!(codes, ["P0108"]);
}
