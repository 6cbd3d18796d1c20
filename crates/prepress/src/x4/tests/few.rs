//! Numbers of one and two inks, and spot inks that a job declares.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{Draft, Printed, with_job};
use crate::jpeg;
use crate::preflight::{Limits, preflight};
use crate::spot::SpotInk;
use crate::x4::{Few, Job, to_x4};

fn blue(overprint: bool) -> SpotInk {
    let (look, lab) = ([1.0, 0.75, 0.0, 0.08], Some([29.0, 15.0, -62.0]));
    SpotInk { name: "PANTONE 286 C".into(), look, lab, overprint, finish: None }
}

/// A separation of a name that looks as these inks.
fn separation(name: &str, look: [i64; 4]) -> Object {
    let numbers = |numbers: [i64; 4]| numbers.map(Object::Integer).to_vec();
    let ramp = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => numbers([0; 4]), "C1" => numbers(look),
    };
    Object::Array(vec!["Separation".into(), name.into(), "DeviceCMYK".into(), ramp.into()])
}

fn printed(content: &str, resources: Dictionary, spots: &[SpotInk], few: bool) -> Printed {
    let mut draft = Draft::new();
    draft.page(content, resources, Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let few = few.then(|| Few { spot: spots.first(), pictures: true, alone: false });
    let bytes = with_job(|job| to_x4(&pdf, &Job { spots, few, ..*job })).expect("converts");
    Printed(Document::load_mem(&bytes).expect("reads back"))
}

#[test]
fn hues_go_to_the_spot_ink_and_greys_to_black() {
    let content = "1 .9 0 .4 k 9 9 9 9 re f 0 0 0 .5 k 9 9 9 9 re f .6 .5 .5 0 k 9 9 9 9 re f \
                   .9 .4 .4 RG 9 9 m 20 20 l S 0 0 0 0 k 9 9 9 9 re f";
    let two = printed(content, dictionary! {}, &[blue(false)], true).content();
    assert!(two.starts_with("/JkSpot cs 1 scn"), "{two}");
    assert!(two.contains("0 0 0 .5 k") && two.contains("/JkSpot CS"), "{two}");
    assert!(two.matches("JkSpot").count() == 2 && two.contains("0 0 0 0 k"), "{two}");
    let one = printed(content, dictionary! {}, &[], true).content();
    assert!(!one.contains("scn") && !one.contains("1 .9 0 .4"), "{one}");
}

#[test]
fn pale_tints_go_to_the_plate_that_comes_nearer() {
    let content = |colour: &str| {
        printed(&format!("{colour} k 9 9 9 9 re f"), dictionary! {}, &[blue(false)], true).content()
    };
    for pale in [".08 .07 0 0", ".05 .03 0 0", ".12 .09 .04 0", ".06 .05 0 .04"] {
        assert!(content(pale).contains("/JkSpot cs"), "{pale}: {}", content(pale));
    }
    for grey in ["0 .01 .05 0", "0 .04 .05 0", ".05 .04 .04 0", "0 0 0 .09", ".6 .5 .5 .9"] {
        assert!(!content(grey).contains("JkSpot"), "{grey}: {}", content(grey));
    }
}

#[test]
fn one_spot_ink_alone_takes_black_too() {
    let spaces = dictionary! {
        "K" => separation("Black", [0, 0, 0, 1]), "Cut" => separation("CutContour", [0, 1, 0, 0]),
    };
    let resources = dictionary! { "ColorSpace" => spaces };
    let content = "0 0 0 1 k 9 9 9 9 re f 0 0 0 .5 k 9 9 9 9 re f 1 .9 0 .4 k 9 9 9 9 re f \
                   0 0 0 0 k 9 9 9 9 re f /K cs 1 scn 9 9 9 9 re f /Cut CS 1 SCN 9 9 9 9 re S";
    let mut draft = Draft::new();
    draft.page(content, resources, Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let spots = [blue(false)];
    let few = Some(Few { spot: Some(&spots[0]), pictures: true, alone: true });
    let bytes = with_job(|job| to_x4(&pdf, &Job { few, ..*job })).expect("converts");
    let content = Printed(Document::load_mem(&bytes).expect("reads back")).content();
    assert!(content.starts_with("/JkSpot cs 1 scn") && !content.contains(" k"), "{content}");
    assert!(content.contains("/Cut CS 1 SCN") && !content.contains("/K cs"), "{content}");
}

#[test]
fn other_spot_colours_are_brought_onto_the_plates_and_technical_ones_stay() {
    let spaces = dictionary! {
        "Own" => separation("PANTONE 286 C", [1, 0, 0, 0]),
        "Red" => separation("PANTONE 185 C", [0, 1, 1, 0]),
        "Cut" => separation("CutContour", [0, 1, 0, 0]),
    };
    let content =
        "/Own cs .3 scn 9 9 9 9 re f /Red cs 1 scn 9 9 9 9 re f /Cut CS 1 SCN 9 9 9 9 re S";
    let resources = dictionary! { "ColorSpace" => spaces };
    let two = printed(content, resources.clone(), &[blue(false)], true);
    let content = two.content();
    assert!(
        content.starts_with("/Own cs .3 scn") && content.contains("/Cut CS 1 SCN"),
        "{content}"
    );
    assert!(!content.contains("/Red") && content.contains("/JkSpot cs"), "{content}");
    // The ink looks as the job says, wherever it stands.
    for name in ["Own", "JkSpot"] {
        let alternate = two.resource("ColorSpace", name).as_array().unwrap()[2].as_array().unwrap();
        assert_eq!(alternate[0].as_name().unwrap(), b"Lab");
    }
}

#[test]
fn a_spot_ink_overprints_where_the_job_says_so() {
    let resources = dictionary! { "ColorSpace" => dictionary! { "Own" => separation("PANTONE 286 C", [1, 0, 0, 0]) } };
    let content = "1 0 0 0 k 9 9 50 50 re f /Own cs 1 scn 9 9 9 9 re f 1 0 0 0 k 9 9 9 9 re f";
    let over = printed(content, resources.clone(), &[blue(true)], false).content();
    assert!(over.contains("/JkAreas0 gs 9 9 9 9 re f"), "{over}");
    assert!(over.ends_with("/JkOff gs 9 9 9 9 re f"), "{over}");
    let knocked = printed(content, resources, &[blue(false)], false).content();
    assert!(!knocked.contains(" gs"), "{knocked}");
}

#[test]
fn pictures_go_to_the_spot_ink_where_they_are_to() {
    let data: Vec<u8> = (0..60 * 40 * 3).map(|i| (i / 70 % 251) as u8).collect();
    let photograph = jpeg::encode_rgb(&data, 60, 40, 90).unwrap();
    let dict = |space: &str, filter: &str| {
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 60, "Height" => 40,
            "BitsPerComponent" => 8, "ColorSpace" => space, "Filter" => filter,
        }
    };
    let mut draft = Draft::new();
    let photograph = draft.add(Stream::new(dict("DeviceRGB", "DCTDecode"), photograph));
    let mut grey = dict("DeviceGray", "");
    grey.remove(b"Filter");
    let grey = draft.add(Stream::new(grey, data[..2400].to_vec()));
    draft.page(
        "q 8 0 0 8 50 50 cm /A Do Q q 8 0 0 8 90 50 cm /B Do Q",
        dictionary! { "XObject" => dictionary! { "A" => photograph, "B" => grey } },
        Dictionary::new(),
    );
    let pdf = draft.bytes(Dictionary::new());
    let spots = [blue(false)];
    for (pictures, plate) in [(true, 4), (false, 3)] {
        let few = Some(Few { spot: Some(&spots[0]), pictures, alone: false });
        let out = with_job(|job| to_x4(&pdf, &Job { few, ..*job })).unwrap();
        let verdict = preflight(&out, &Limits::default(), &mut |_, _| {});
        assert_eq!(verdict.inked, [vec![plate]], "{:?}", verdict.plates);
        assert!(verdict.findings.is_empty(), "{:?}", verdict.findings);
    }
}

#[test]
fn a_gradient_keeps_to_the_plates() {
    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => "DeviceCMYK",
        "Coords" => [0, 0, 99, 0].map(Object::Integer).to_vec(),
        "Function" => separation("", [1, 1, 0, 0]).as_array().unwrap()[3].clone(),
    };
    let resources = dictionary! { "Shading" => dictionary! { "S" => shading } };
    for (spots, space) in [(vec![blue(false)], "Separation"), (vec![], "DeviceCMYK")] {
        let done = printed("/S sh", resources.clone(), &spots, true);
        let shading = done.dict(done.resource("Shading", "S"));
        let written = done.entry(shading, "ColorSpace");
        let family = written.as_array().map_or(written, |parts| &parts[0]);
        assert_eq!(family.as_name().unwrap(), space.as_bytes());
        let function = done.dict(done.entry(shading, "Function"));
        let ends = |key| done.entry(function, key).as_array().map_or(0, |values| values.len());
        let outputs = ends("C1").max(ends("Range") / 2);
        assert_eq!(outputs, if space == "Separation" { 1 } else { 4 });
    }
}
