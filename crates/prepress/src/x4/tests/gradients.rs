//! Shadings.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::*;
use crate::x4::function::Function;

fn ramp(from: [f64; 3], to: [f64; 3]) -> Object {
    dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => list(&[0.0, 1.0]),
        "C0" => list(&from), "C1" => list(&to),
    }
    .into()
}

fn axial(function: Object, space: &str) -> Printed {
    let shading = dictionary! {
        "ShadingType" => 2, "ColorSpace" => space, "Coords" => list(&[0.0, 0.0, 100.0, 0.0]),
        "Function" => function, "Extend" => vec![true.into(), true.into()],
    };
    Printed::page("/S sh", dictionary! { "Shading" => dictionary! { "S" => shading } })
}

fn at(printed: &Printed, input: &[f64]) -> Vec<f64> {
    let shading = printed.dict(printed.resource("Shading", "S"));
    assert_eq!(printed.entry(shading, "ColorSpace").as_name().ok(), Some(&b"DeviceCMYK"[..]));
    let function = shading.get(b"Function").expect("a function");
    Function::read(&printed.0, function).expect("reads").eval(input)
}

#[test]
fn an_rgb_ramp_follows_the_cmm_all_the_way() {
    let printed = axial(ramp([1.0, 0.0, 0.0], [0.0, 0.0, 1.0]), "DeviceRGB");
    let profile = crate::profile::OutputProfile::coated_fogra39();
    let cmm = crate::colour::Cmm::new(&profile).expect("built in");
    let srgb = crate::colour::SourceSpace::srgb();
    for step in 0..=20 {
        let t = f64::from(step) / 20.0;
        let exact = cmm.to_ink(&srgb, &[1.0 - t as f32, 0.0, t as f32]);
        for (a, b) in at(&printed, &[t]).iter().zip(exact) {
            assert!((a - f64::from(b)).abs() < 0.008, "{t}: {a} {b}");
        }
    }
}

#[test]
fn stitched_seams_stay_where_they_are() {
    let stitched = dictionary! {
        "FunctionType" => 3, "Domain" => list(&[0.0, 1.0]), "Bounds" => list(&[0.3]),
        "Encode" => list(&[0.0, 1.0, 0.0, 1.0]),
        "Functions" => vec![ramp([1.0, 0.0, 0.0], [1.0, 0.0, 0.0]), ramp([0.0, 0.0, 1.0], [0.0, 0.0, 1.0])],
    };
    let printed = axial(stitched.into(), "DeviceRGB");
    let (before, after) = (at(&printed, &[0.2999]), at(&printed, &[0.3001]));
    assert!(before[0] < 0.1 && before[2] > 0.7, "red: {before:?}");
    assert!(after[0] > 0.7 && after[2] < 0.2, "blue: {after:?}");
}

#[test]
fn a_grey_ramp_stays_on_black() {
    let printed = axial(ramp([0.0; 3], [1.0; 3]), "DeviceRGB");
    for step in 0..=10 {
        let t = f64::from(step) / 10.0;
        assert_eq!(at(&printed, &[t])[..3], [0.0; 3]);
    }
    assert_eq!(at(&printed, &[0.0])[3], 1.0);
}

fn conic(program: &str) -> Printed {
    let function = dictionary! {
        "FunctionType" => 4, "Domain" => list(&[0.0, 100.0, 0.0, 100.0]),
        "Range" => list(&[0.0, 1.0, 0.0, 1.0, 0.0, 1.0]),
    };
    let mut draft = Draft::new();
    let function = draft.add(Stream::new(function, program.as_bytes().to_vec()));
    let shading = dictionary! {
        "ShadingType" => 1, "ColorSpace" => "DeviceRGB", "Function" => function,
        "Domain" => list(&[0.0, 100.0, 0.0, 100.0]),
    };
    let resources = dictionary! { "Shading" => dictionary! { "S" => shading } };
    draft.page("/S sh", resources, Dictionary::new());
    Printed::of(&draft.bytes(Dictionary::new()))
}

#[test]
fn a_conic_gradient_stays_a_program() {
    let pair = |c0: [f64; 3], c1: [f64; 3], from: f64, to: f64| {
        let mut text = format!("{from:.1} sub {to:.1} {from:.1} sub div ");
        for i in 0..3 {
            text += &format!("{i} index {:.1} exch {:.1} {:.1} sub mul add ", c0[i], c1[i], c0[i]);
        }
        text + "4 -1 roll pop"
    };
    let (red, yellow, blue) = ([1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]);
    let program = format!(
        "{{ 50.0 sub exch 50.0 sub dup dup 0.0001 lt exch -0.0001 gt and {{ pop 0.0001 }} if atan \
         dup 0.0 le {{ pop 1.0 0.0 0.0 }} {{ dup 180.0 le {{ {} }} {{ dup 360.0 le {{ {} }} \
         {{ 0.0 0.0 1.0 }} ifelse }} ifelse }} ifelse }}",
        pair(red, yellow, 0.0, 180.0),
        pair(yellow, blue, 180.0, 360.0)
    );
    let printed = conic(&program);
    let shading = printed.dict(printed.resource("Shading", "S"));
    let function = printed.dict(printed.entry(shading, "Function"));
    assert_eq!(printed.entry(function, "FunctionType").as_i64().ok(), Some(4));
    let near = |point: [f64; 2], magenta: std::ops::Range<f64>, yellow: std::ops::Range<f64>| {
        let ink = at(&printed, &point);
        assert!(magenta.contains(&ink[1]) && yellow.contains(&ink[2]), "{point:?}: {ink:?}");
    };
    // Angles run from the right over the top.
    near([90.0, 50.001], 0.75..1.0, 0.6..1.0);
    near([10.0, 50.001], 0.0..0.2, 0.7..1.0);
    near([90.0, 49.99], 0.4..1.0, 0.0..0.3);
}

#[test]
fn an_unknown_program_is_sampled() {
    let printed = conic("{ 100 div exch 100 div 0 }");
    let shading = printed.dict(printed.resource("Shading", "S"));
    let function = printed.dict(printed.entry(shading, "Function"));
    assert_eq!(printed.entry(function, "FunctionType").as_i64().ok(), Some(0));
    let red = at(&printed, &[0.0, 100.0]);
    assert!(red[1] > 0.8 && red[2] > 0.6 && red[0] < 0.15, "{red:?}");
}

#[test]
fn gradients_in_cmyk_are_passed_on() {
    let function = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => list(&[0.0, 1.0]),
        "C0" => list(&[0.0; 4]), "C1" => list(&[1.0, 0.5, 0.0, 0.0]),
    };
    let printed = axial(function.into(), "DeviceCMYK");
    assert_eq!(at(&printed, &[0.5]), [0.5, 0.25, 0.0, 0.0]);
}

#[test]
fn a_shading_pattern_is_converted() {
    let shading = dictionary! {
        "ShadingType" => 3, "ColorSpace" => "DeviceRGB",
        "Coords" => list(&[50.0, 50.0, 0.0, 50.0, 50.0, 40.0]),
        "Function" => ramp([1.0, 1.0, 0.0], [0.0, 0.4, 0.0]),
    };
    let pattern = dictionary! { "Type" => "Pattern", "PatternType" => 2, "Shading" => shading };
    let printed = Printed::page(
        "/Pattern cs /P scn 0 0 90 90 re f",
        dictionary! {
            "Pattern" => dictionary! { "P" => pattern },
        },
    );
    let pattern = printed.dict(printed.resource("Pattern", "P"));
    let shading = printed.dict(printed.entry(pattern, "Shading"));
    assert_eq!(printed.entry(shading, "ColorSpace").as_name().ok(), Some(&b"DeviceCMYK"[..]));
}

#[test]
fn an_uncoloured_pattern_gets_a_cmyk_colour() {
    let mut draft = Draft::new();
    let tile = draft.add(Stream::new(
        dictionary! {
            "PatternType" => 1, "PaintType" => 2, "TilingType" => 1,
            "BBox" => list(&[0.0, 0.0, 9.0, 9.0]), "XStep" => 9, "YStep" => 9,
        },
        b"0 0 4 4 re f".to_vec(),
    ));
    draft.page(
        "/C cs 1 0 0 /P scn 0 0 90 90 re f",
        dictionary! {
            "ColorSpace" => dictionary! { "C" => vec!["Pattern".into(), "DeviceRGB".into()] },
            "Pattern" => dictionary! { "P" => tile },
        },
        Dictionary::new(),
    );
    let printed = Printed::of(&draft.bytes(Dictionary::new()));
    let space = printed.resource("ColorSpace", "C").as_array().expect("a space");
    assert_eq!(space[1].as_name().ok(), Some(&b"DeviceCMYK"[..]));
    let [c, m, ..] = ink(&printed.content(), "/P");
    assert!(c < 0.1 && m > 0.8, "{}", printed.content());
}
