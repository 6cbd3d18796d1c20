//! What overprints leaves the plates it does not speak of, and changes the others as if it stood alone (PDF 1.7, 8.6.7).

use lopdf::{Dictionary, Object, dictionary};

use super::sample::Sample;
use super::unseen::codes;
use super::{run, separations};

/// Ink below everything, in %: cyan, magenta, yellow, black, and the spot.
const BELOW: &str = "1 0.9 0.8 0.4 k 30 30 260 260 re f /V gs ";

fn tint() -> Dictionary {
    dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![Object::Integer(0); 4],
        "C1" => vec![0.into(), 1.into(), 1.into(), 0.into()],
    }
}

fn ink(name: &str) -> Vec<Object> {
    vec!["Separation".into(), name.into(), "DeviceCMYK".into(), tint().into()]
}

/// A gradient that has half of a space's ink everywhere.
fn shading(space: &str) -> Object {
    let half = vec![Object::Real(0.5)];
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => half.clone(), "C1" => half,
    };
    dictionary! {
        "ShadingType" => 2, "ColorSpace" => space, "Function" => function,
        "Coords" => vec![0.into(), 0.into(), 300.into(), 0.into()],
        "Extend" => vec![true.into(), true.into()],
    }
    .into()
}

/// A page on which contents overprint what is below.
fn page(content: &str) -> Vec<u8> {
    let mut sample = Sample::new();
    sample.content = format!("{BELOW}{content} /S cs 0 scn 0 0 1 1 re f");
    let state = dictionary! { "OP" => true, "op" => true, "OPM" => 1 };
    sample.resource("ExtGState", "V", state);
    sample.resource("ColorSpace", "S", ink("Spot"));
    sample.resource("ColorSpace", "B", ink("Black"));
    let table = Object::string_literal(vec![0, 128]);
    let indexed = vec!["Indexed".into(), ink("Spot").into(), 1.into(), table];
    sample.resource("ColorSpace", "I", indexed);
    let names: Vec<Object> = vec!["Cyan".into(), "Spot".into()];
    let both = dictionary! {
        "FunctionType" => 4, "Domain" => vec![Object::from(0), 1.into(), 0.into(), 1.into()],
        "Range" => (0..8).map(|n| Object::from(n % 2)).collect::<Vec<_>>(),
    };
    let both = lopdf::Stream::new(both, b"{ pop 0 0 0 }".to_vec());
    let both = sample.doc.add_object(both);
    sample.resource(
        "ColorSpace",
        "N",
        vec!["DeviceN".into(), names.into(), "DeviceCMYK".into(), both.into()],
    );
    sample.resource("Shading", "S", shading("S"));
    sample.resource("Shading", "B", shading("B"));
    let pattern = |name| dictionary! { "PatternType" => 2, "Shading" => shading(name) };
    sample.resource("Pattern", "S", pattern("S"));
    sample.resource("Pattern", "B", pattern("B"));
    sample.bytes()
}

/// What its plates have, in %.
fn plates(content: &str) -> [i32; 5] {
    let bytes = page(content);
    let found = separations(&bytes[..].into(), 1, 72.0).unwrap();
    ["Cyan", "Magenta", "Yellow", "Black", "Spot"].map(|name| {
        let level = 255 - i32::from(found.plate(name).unwrap().get_pixel(160, 160).0[0]);
        (level * 100 + 127) / 255
    })
}

fn picture(space: &str, data: &str) -> String {
    format!("q 260 0 0 260 30 30 cm BI /W 1 /H 1 /BPC 8 /CS /{space} /F /AHx ID {data}> EI Q")
}

#[track_caller]
fn near(content: &str, wanted: [i32; 5]) {
    let found = plates(content);
    let off = found.iter().zip(wanted).map(|(a, b)| (a - b).abs()).max();
    assert!(off <= Some(1), "{content}: {found:?}, not {wanted:?}");
}

#[test]
fn colours_change_the_plates_they_name_alone() {
    let rect = "30 30 260 260 re f";
    near(&format!("0.2 0 0 0 k {rect}"), [20, 90, 80, 40, 0]);
    near(&format!("0.2 0 0 0.1 k {rect}"), [20, 90, 80, 10, 0]);
    near(&format!("/S cs 0.5 scn {rect}"), [100, 90, 80, 40, 50]);
    near(&format!("/N cs 0 0.5 scn {rect}"), [0, 90, 80, 40, 50]);
    near(&format!("0.5 g {rect}"), [0, 0, 0, 50, 0]);
}

#[test]
fn pictures_do_too_and_know_no_mode() {
    near(&picture("S", "80"), [100, 90, 80, 40, 50]);
    near(&picture("I", "01"), [100, 90, 80, 40, 50]);
    near(&picture("B", "80"), [100, 90, 80, 50, 0]);
    near(&picture("B", "1a"), [100, 90, 80, 10, 0]);
    near(&picture("N", "0080"), [0, 90, 80, 40, 50]);
    near(&picture("CMYK", "00800000"), [0, 50, 0, 0, 0]);
    // The colour that is set is nothing to them.
    near(&format!("0 0 0 1 k {}", picture("CMYK", "80000000")), [50, 0, 0, 0, 0]);
}

#[test]
fn shadings_do_too_painted_or_as_a_pattern() {
    let clip = "q 30 30 260 260 re W n";
    near(&format!("{clip} /S sh Q"), [100, 90, 80, 40, 50]);
    near(&format!("{clip} /B sh Q"), [100, 90, 80, 50, 0]);
    let rect = "30 30 260 260 re f";
    near(&format!("/Pattern cs /S scn {rect}"), [100, 90, 80, 40, 50]);
    near(&format!("/Pattern cs /B scn {rect}"), [100, 90, 80, 50, 0]);
}

#[test]
fn ink_below_a_picture_counts_and_ink_that_is_replaced_does_not() {
    let codes = |content: &str| codes(&run(&page(content)));
    assert!(codes(&picture("S", "80")).contains(&"P0605"));
    assert!(codes("/S cs 0.5 scn 20 20 280 280 re f").contains(&"P0605"));
    assert!(!codes("0.2 0 0 0 k 20 20 280 280 re f").contains(&"P0605"));
    let whole = picture("CMYK", "80000000").replace("260 0 0 260 30 30", "280 0 0 280 20 20");
    assert!(!codes(&whole).contains(&"P0605"));
}
