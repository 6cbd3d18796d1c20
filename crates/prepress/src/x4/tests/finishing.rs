//! What is painted with an ink for the finishing, and the ink of text that stands as outlines.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{Draft, Printed, with_job};
use crate::finish::Finish;
use crate::spot::SpotInk;
use crate::x4::{Few, Job, X4Fault, to_x4};

fn foil() -> SpotInk {
    let (look, finish) = (Finish::Foil.look(), Some(Finish::Foil));
    SpotInk { name: "Foil".into(), look, lab: None, overprint: true, finish }
}

fn ramp() -> Object {
    let numbers = |numbers: [i64; 4]| numbers.map(Object::Integer).to_vec();
    let ramp = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => numbers([0; 4]), "C1" => numbers([0, 1, 0, 0]),
    };
    ramp.into()
}

fn separation(name: &str) -> Object {
    Object::Array(vec!["Separation".into(), name.into(), "DeviceCMYK".into(), ramp()])
}

fn spaces(name: &str) -> Dictionary {
    dictionary! { "ColorSpace" => dictionary! { "S" => separation(name) } }
}

fn made(content: &str, resources: Dictionary, change: fn(&mut Job<'_>)) -> anyhow::Result<Printed> {
    let mut draft = Draft::new();
    draft.page(content, resources, Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let spots = [foil()];
    let bytes = with_job(|job| {
        let mut job = Job { spots: &spots, ..*job };
        change(&mut job);
        to_x4(&pdf, &job)
    })?;
    Ok(Printed(Document::load_mem(&bytes).expect("reads back")))
}

#[test]
fn whatever_is_painted_in_foil_stands_in_its_layer() {
    let filled = "/S cs 1 scn 1 0 0 0 K 9 9 m 20 9 l 20 20 l b";
    let done = made(filled, spaces("Foil"), |_| {}).unwrap().content();
    let in_layer = done.split("/OC /JkStep0 BDC").nth(1).unwrap().split("EMC").next().unwrap();
    assert!(in_layer.trim().ends_with("h f") && !in_layer.contains("s\n"), "{done}");
    let after = done.split("EMC").nth(1).unwrap();
    assert!(after.contains("20 20 l") && after.trim().ends_with('s'), "{done}");
    assert_eq!(done.matches("BDC").count(), 1, "{done}");

    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => separation("Foil"),
        "Coords" => [0, 0, 99, 0].map(Object::Integer).to_vec(),
        "Function" => dictionary! {
            "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
            "C0" => vec![0.into()], "C1" => vec![1.into()],
        },
    };
    let shadings = dictionary! { "Shading" => dictionary! { "G" => shading } };
    let done = made("/G sh", shadings, |_| {}).unwrap().content();
    assert!(done.contains("BDC /G sh") && done.ends_with("EMC"), "{done}");

    let mut draft = Draft::new();
    let mask = draft.add(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 8, "Height" => 1,
            "BitsPerComponent" => 1, "ImageMask" => true,
        },
        vec![0xAA],
    ));
    let mut resources = spaces("Foil");
    resources.set("XObject", dictionary! { "M" => mask });
    draft.page("/S cs 1 scn /M Do", resources, Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let spots = [foil()];
    let bytes = with_job(|job| to_x4(&pdf, &Job { spots: &spots, ..*job })).unwrap();
    let done = Printed(Document::load_mem(&bytes).unwrap()).content();
    assert!(done.contains("BDC /M Do") && done.ends_with("EMC"), "{done}");
}

#[test]
fn names_of_inks_have_to_be_names() {
    let names = Object::Array(vec!["Foil".into(), 3.into()]);
    let space = Object::Array(vec!["DeviceN".into(), names, "DeviceCMYK".into(), ramp()]);
    let resources = dictionary! { "ColorSpace" => dictionary! { "S" => space } };
    let refused = made("/S cs 1 1 scn 9 9 9 9 re f", resources, |_| {}).err().unwrap();
    assert!(matches!(refused.downcast_ref(), Some(X4Fault::Damaged { page: 1, .. })));
}

#[test]
fn only_the_text_of_the_job_is_in_its_black() {
    let content = "/S cs 1 scn 9 9 9 9 re f";
    let own = made(content, spaces("text"), |job| job.outlines = Some("text")).unwrap().content();
    assert!(!own.contains("/S cs"), "{own}");
    let changes: [fn(&mut Job<'_>); 2] =
        [|job| job.outlines = None, |job| job.outlines = Some("other")];
    for change in changes {
        let other = made(content, spaces("text"), change).unwrap().content();
        assert!(other.contains("/S cs 1 scn"), "{other}");
    }
}

#[test]
fn the_second_ink_is_one_however_it_is_spelt() {
    let mut draft = Draft::new();
    draft.page("/S cs 1 scn 9 9 9 9 re f", spaces("Pantone 286 CV"), Dictionary::new());
    let pdf = draft.bytes(Dictionary::new());
    let blue = SpotInk { name: "PANTONE 286 C".into(), finish: None, ..foil() };
    let few = Some(Few { spot: Some(&blue), pictures: false, alone: false });
    let bytes = with_job(|job| to_x4(&pdf, &Job { few, ..*job })).unwrap();
    let done = Printed(Document::load_mem(&bytes).unwrap());
    let space = done.resource("ColorSpace", "S").as_array().unwrap();
    assert_eq!(space[1].as_name().unwrap(), b"PANTONE 286 C");
}
