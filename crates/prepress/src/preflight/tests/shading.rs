//! Shadings on the plates: the ink they lay, and what they cost.

use lopdf::{Object, Stream, dictionary};

use super::sample::Sample;
use super::*;

fn reals(values: &[f32]) -> Object {
    Object::Array(values.iter().copied().map(Object::Real).collect())
}

/// A function of the plane over a square of `side` pt, from a calculator's program.
fn plane(program: &str, side: f32) -> impl Fn(&mut Sample) -> Object {
    move |s: &mut Sample| {
        let function = dictionary! {
            "FunctionType" => 4,
            "Domain" => reals(&[0.0, 1.0, 0.0, 1.0]),
            "Range" => reals(&[0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0]),
        };
        let function = s.doc.add_object(Stream::new(function, program.as_bytes().to_vec()));
        dictionary! {
            "ShadingType" => 1, "ColorSpace" => "DeviceCMYK", "Function" => function,
            "Domain" => reals(&[0.0, 1.0, 0.0, 1.0]),
            "Matrix" => reals(&[side, 0.0, 0.0, side, 60.0, 60.0]),
        }
        .into()
    }
}

/// Cyan grows to the right, yellow upwards; black where both are above a half.
const PROGRAM: &str = "{ 2 copy 0.5 gt exch 0.5 gt and { 0.6 } { 0 } ifelse \
    3 1 roll 0 exch 0.8 mul 4 -1 roll }";

#[test]
fn a_function_of_the_plane_lays_the_ink_it_says() {
    for pattern in [false, true] {
        let mut sample = Sample::new();
        let shading = plane(PROGRAM, 200.0)(&mut sample);
        if pattern {
            sample.resource(
                "Pattern",
                "P",
                dictionary! { "PatternType" => 2, "Shading" => shading },
            );
            sample.content = "/Pattern cs /P scn 60 60 200 200 re f".into();
        } else {
            sample.resource("Shading", "S", shading);
            sample.content = "q 60 60 200 200 re W n /S sh Q".into();
        }
        let ink = &run(&sample.bytes()).ink[0];
        let wanted = [100.0, 0.0, 80.0, 60.0];
        let near =
            ink.plates.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1.0);
        assert!(near, "pattern {pattern}: {:?}", ink.plates);
        assert!(ink.place[0] > 255.0 && ink.place[1] > 255.0, "the upper right: {:?}", ink.place);
    }
}

#[test]
fn a_function_of_the_plane_is_counted_once_however_often_it_paints() {
    let mut sample = Sample::new();
    let shading = plane(PROGRAM, 2_000.0)(&mut sample);
    sample.resource("Pattern", "P", dictionary! { "PatternType" => 2, "Shading" => shading });
    sample.content = format!("/Pattern cs /P scn {}", "90 90 1 1 re f ".repeat(400));
    let verdict = run(&sample.bytes());
    assert!(verdict.findings.iter().all(|f| f.rule != rules::TOO_LARGE), "{:?}", verdict.findings);
}

#[test]
fn a_function_of_the_plane_is_cut_to_its_box() {
    let mut sample = Sample::new();
    let Object::Dictionary(mut shading) = plane(PROGRAM, 200.0)(&mut sample) else { panic!() };
    shading.set("BBox", reals(&[60.0, 60.0, 160.0, 160.0]));
    sample.resource("Shading", "S", shading);
    sample.content = "/S sh".into();
    let ink = &run(&sample.bytes()).ink[0];
    assert!((ink.max_percent - 90.0).abs() < 2.0, "{} %", ink.max_percent);
}

#[test]
fn a_mesh_is_as_much_work_as_it_has_pieces_however_few_bytes_hold_them() {
    let work = |more: usize| {
        let mut sample = Sample::new();
        let decode = [0, 90, 0, 90, 0, 1].map(Object::Integer).to_vec();
        let dict = dictionary! {
            "ShadingType" => 4, "ColorSpace" => "DeviceGray", "BitsPerCoordinate" => 1,
            "BitsPerComponent" => 1, "BitsPerFlag" => 2, "Decode" => decode,
        };
        // A triangle, and so many that go on from it, each a byte.
        let data = [vec![0, 0b0010_0000, 0b0001_0000], vec![0b0100_0000; more]].concat();
        let mut mesh = Stream::new(dict, data);
        mesh.compress().unwrap();
        assert!(mesh.content.len() < 1_000);
        let mesh = sample.doc.add_object(mesh);
        sample.resource("Shading", "M", mesh);
        sample.draw("q 60 60 30 30 re W n /M sh Q");
        contents(&sample.bytes()).work
    };
    let (few, many) = (work(0), work(200_000));
    assert!(many >= few + 190_000, "{few}, {many}");
}
