//! Total ink from rendered plates: overprint, spots, transparency, images.

use lopdf::{Object, Stream, dictionary};

use super::sample::Sample;
use super::*;

/// The most ink of a page that shows only `content`, and the plates there.
fn most(change: impl FnOnce(&mut Sample), content: &str) -> (f64, Vec<f64>) {
    let mut sample = Sample::new();
    sample.content = content.into();
    change(&mut sample);
    let ink = run(&sample.bytes()).ink.remove(0);
    (ink.max_percent, ink.plates)
}

#[track_caller]
fn close(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1.0, "{found}, not {wanted}");
}

#[test]
fn the_place_over_the_limit() {
    let mut sample = Sample::new();
    sample.draw("0.9 0.9 0.8 0.5 k 100 60 50 50 re f");
    let verdict = run(&sample.bytes());
    let ink = &verdict.ink[0];
    close(ink.max_percent, 310.0);
    assert!((100.0..150.0).contains(&ink.place[0]) && (60.0..110.0).contains(&ink.place[1]));
    // 50 pt square are 311 mm²; soft edges count for less.
    assert!((300.0..312.0).contains(&ink.over_mm2), "{}", ink.over_mm2);
    let place = verdict.findings[0].place.unwrap();
    assert!(place.iter().zip([100.0, 60.0, 150.0, 110.0]).all(|(a, b)| (a - b).abs() < 1.0));
}

#[test]
fn all_inks_of_the_sum_are_named() {
    let mut sample = Sample::new();
    for (resource, name) in [("G", "Gold"), ("C", "Varnish"), ("S", "Silver")] {
        let ramp = dictionary! {
            "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
            "C0" => vec![Object::from(0); 4], "C1" => vec![0.into(), 1.into(), 0.into(), 0.into()],
        };
        let space = vec!["Separation".into(), name.into(), "DeviceCMYK".into(), ramp.into()];
        sample.resource("ColorSpace", resource, Object::Array(space));
    }
    sample.draw("0.9 0.9 0.8 0 k 60 60 60 60 re f /S cs 0.5 scn 180 60 60 60 re f");
    sample.draw("/O gs /G cs 0.8 scn 60 60 60 60 re f /C cs 1 scn 60 60 60 60 re f");
    let verdict = run(&sample.bytes());
    let [finding] = &verdict.findings[..] else { panic!("{:?}", verdict.findings) };
    let said = words(finding, Lang::En).0;
    assert!(said.contains("340 % (limit 300 %): C90 M90 Y80 K0 Gold 80, on"), "{said}");
}

#[test]
fn the_files_own_condition_sets_the_limit_if_asked() {
    let over = |condition: &str, ink_by_intent: bool| {
        let mut sample = Sample::new();
        let intent = sample.dict(sample.intent);
        intent.set("OutputConditionIdentifier", Object::string_literal(condition));
        sample.draw("0.9 0.9 0.8 0.3 k 100 60 50 50 re f");
        let limits = Limits { ink_by_intent, ..Limits::default() };
        !preflight(&sample.bytes(), &limits, &mut |_, _| {}).passed
    };
    assert!(over("FOGRA29", true) && over("Uncoated FOGRA29L", true));
    assert!(!over("FOGRA29", false) && !over("FOGRA39", true) && !over("FOGRA47", true));
}

#[test]
fn overprint_adds_and_knockout_does_not() {
    let ground = "0.6 0.5 0.4 0.2 k 60 60 100 100 re f";
    let over = |state: &str, color: &str| {
        most(|_| {}, &format!("{ground} /{state} gs {color} k 80 80 40 40 re f")).0
    };
    close(over("N", "0 0 0 1"), 170.0);
    close(over("O", "0 0 0 1"), 250.0);
    close(over("O", "0 0.9 0 0"), 210.0);
    close(over("N", "0.9 0.9 0.4 0"), 220.0);
}

#[test]
fn spots_have_plates() {
    let spot = |s: &mut Sample| {
        let tint = dictionary! { "FunctionType" => 2, "N" => 1 };
        let space = vec!["Separation".into(), "Gold".into(), "DeviceCMYK".into(), tint.into()];
        s.resource("ColorSpace", "S", Object::Array(space));
    };
    let ground = "0.6 0.5 0.4 0.2 k 60 60 100 100 re f";
    let (total, plates) = most(spot, &format!("{ground} /O gs /S cs 0.8 scn 80 80 40 40 re f"));
    close(total, 250.0);
    assert_eq!(plates.len(), 5);
    close(plates[4], 80.0);
    let (total, _) = most(spot, &format!("{ground} /S cs 0.8 scn 59 59 102 102 re f"));
    close(total, 80.0);
}

#[test]
fn transparency_blends_a_plate_at_a_time() {
    let states = |s: &mut Sample| {
        s.resource("ExtGState", "A", dictionary! { "ca" => 0.5 });
        s.resource("ExtGState", "M", dictionary! { "BM" => "Multiply" });
    };
    let ground = "0.6 0 0 0 k 60 60 100 100 re f";
    close(most(states, &format!("{ground} /A gs 1 1 0 0 k 60 60 100 100 re f")).0, 130.0);
    close(most(states, &format!("{ground} /M gs 0.5 0.5 0 0 k 60 60 100 100 re f")).0, 130.0);
}

#[test]
fn images_and_gradients() {
    let (total, plates) = most(|_| {}, "q 60 0 0 60 60 60 cm /I Do Q");
    close(total, 260.0 / 2.55);
    close(plates[3], 10.0 / 2.55);
    let inverted = |s: &mut Sample| {
        let decode = [1, 0].repeat(4).into_iter().map(Object::Integer).collect::<Vec<_>>();
        s.dict(s.image).set("Decode", decode);
    };
    close(most(inverted, "q 60 0 0 60 60 60 cm /I Do Q").0, 760.0 / 2.55);
    let faded = |s: &mut Sample| {
        let dict = dictionary! {
            "Subtype" => "Image", "Width" => 1, "Height" => 1, "BitsPerComponent" => 8,
            "ColorSpace" => "DeviceGray",
        };
        let mask = s.doc.add_object(Stream::new(dict, vec![128]));
        s.dict(s.image).set("SMask", mask);
    };
    close(most(faded, "q 60 0 0 60 60 60 cm /I Do Q").0, 130.0 / 2.55);
    let shaded = |s: &mut Sample| {
        let list = |v: [f32; 4]| Object::Array(v.map(Object::Real).to_vec());
        let function = dictionary! {
            "FunctionType" => 2,
            "Domain" => vec![0.into(), 1.into()],
            "N" => 1,
            "C0" => list([0.0, 0.0, 0.0, 0.0]),
            "C1" => list([0.7, 0.6, 0.5, 0.4]),
        };
        let shading = dictionary! {
            "ShadingType" => 2,
            "ColorSpace" => "DeviceCMYK",
            "Coords" => list([60.0, 0.0, 260.0, 0.0]),
            "Function" => function,
        };
        s.resource("Shading", "S", shading);
    };
    let (total, plates) = most(shaded, "q 60 60 200 100 re W n /S sh Q");
    close(total, 219.0);
    close(plates[0], 70.0);
}

#[test]
fn bleed_is_judged_on_pixels() {
    let mut sample = Sample::new();
    sample.content = sample.content.replace("21 21 278 278", "21 21 278 269");
    let verdict = run(&sample.bytes());
    let [finding] = &verdict.findings[..] else { panic!("{:?}", verdict.findings) };
    assert_eq!((&*finding.args["side"].say(Lang::En), finding.page), ("top", Some(1)));
}

#[test]
fn a_unit_of_its_own_makes_everything_larger() {
    let run_in = |unit: f64, content: &str| {
        let mut sample = Sample::new();
        sample.content = content.into();
        sample.dict(sample.page).set("UserUnit", Object::Real(unit as f32));
        run(&sample.bytes())
    };
    let text = "/O gs 0 0 0 1 k BT /F 3 Tf 1 0 0 1 60 240 Tm <0001> Tj ET";
    assert!(run_in(2.0, text).passed && !run_in(1.0, text).passed);
    let line = "0.2 w 0 0 0 1 K 60 180 m 200 180 l S";
    assert!(run_in(2.0, line).passed && !run_in(1.0, line).passed);
    let image = "q 14.4 0 0 14.4 60 200 cm /I Do Q";
    let coarse = run_in(2.0, image);
    assert_eq!((coarse.images[0].ppi, coarse.findings[0].rule), (150.0, rules::IMAGE_COARSE));
    let ink = &run_in(2.0, "0.9 0.9 0.8 0.5 k 100 60 50 50 re f").ink[0];
    assert!((1230.0..1246.0).contains(&ink.over_mm2), "{}", ink.over_mm2);
    assert!((100.0..150.0).contains(&ink.place[0]));
}
