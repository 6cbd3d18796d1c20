//! Plates for the finishing: beside the inks, and never among them.

use serde_json::Value;

use super::{PRINT, area, bars, build, number, sheet};
use crate::common::films::films;
use crate::common::{Project, output_of, validator};

/// A foil and a die over the whole page with its bleed, and a photograph's worth of paints.
const FOIL: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="216mm" height="303mm" viewBox="0 0 216 303">
  <rect x="-1" y="-1" width="120" height="140" fill="#000"/>
  <rect x="40" y="40" width="20" height="20" fill="#fff"/>
  <rect x="120" y="40" width="40" height="40" fill="#808080"/>
</svg>"##;
const DIE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm">
  <path d="M20 20H190V277H20Z" fill="none" stroke="#f0f" stroke-width="1"/>
</svg>"##;

#[test]
fn plates_for_the_finishing_leave_the_inks_as_they_are() {
    let plain = number("marks = true");
    let plates = "marks = true\nplates = [\n  { kind = \"foil\", name = \"금박\", file = \"foil.svg\" },\n  \
                  { kind = \"die\", file = \"die.svg\", on = 3 },\n]";
    let finished = number(plates).file("foil.svg", FOIL).file("die.svg", DIE);
    build(&plain).exits(0);
    build(&finished).exits(0);
    let sheet = sheet(&finished);
    let said = serde_json::json!([
        { "name": "금박", "kind": "foil", "finish": "박", "pages": [1] },
        { "name": "Dieline", "kind": "die", "finish": "톰슨선", "pages": [3] },
    ]);
    assert_eq!(sheet["plates"], said);
    assert!(
        sheet["parts"]
            .as_array()
            .unwrap()
            .iter()
            .all(|part| part["spots"] == serde_json::json!([]))
    );
    // No ink: neither among the inks of the pages nor in their sum.
    let most = |project: &Project| {
        let verdict = project.run(&["preflight", PRINT, "--json"]).exits(0).json();
        let pages = verdict["ink"].as_array().unwrap().clone();
        pages.iter().map(|ink| ink["max_percent"].as_f64().unwrap()).fold(0.0, f64::max)
    };
    assert!((most(&plain) - most(&finished)).abs() < 0.01);
    let (Some(before), Some(after)) = (films(&plain.path(PRINT)), films(&finished.path(PRINT)))
    else {
        return;
    };
    for plate in ["Cyan", "Magenta", "Yellow", "Black"] {
        let of = |films: &[(String, Vec<u8>)]| -> Vec<Vec<u8>> {
            let mut own: Vec<_> = films
                .iter()
                .filter(|(name, _)| name == plate)
                .map(|(_, film)| film.clone())
                .collect();
            own.sort();
            own
        };
        assert_eq!(of(&before), of(&after), "{plate}");
    }
    let pdf = std::fs::read(finished.path(PRINT)).unwrap();
    let foil = |films: &[(String, Vec<u8>)]| -> (usize, usize) {
        let known = ["Cyan", "Magenta", "Yellow", "Black", "Dieline"];
        let films: Vec<_> =
            films.iter().filter(|(name, _)| !known.contains(&name.as_str())).collect();
        let count = |test: &dyn Fn(u8) -> bool| {
            films.iter().flat_map(|(_, film)| film).filter(|v| test(**v)).count()
        };
        (count(&|v| v == 0), count(&|v| v > 60 && v < 200))
    };
    // 117 × 136 mm but for 20 × 20 mm in full, 40 × 40 mm in part; 36 ppi.
    let (full, part) = foil(&after);
    let pixels = |mm2: f64| (mm2 * (36.0f64 / 25.4).powi(2)) as usize;
    assert!(full.abs_diff(pixels(116.0 * 136.0 - 400.0)) < pixels(200.0), "{full}");
    assert!(part.abs_diff(pixels(1600.0)) < pixels(100.0), "{part}");
    assert!(pdf.len() > 1000);
}

#[test]
fn plates_say_what_they_are_for_as_iso_19593_wants() {
    let plates = "plates = [{ kind = \"varnish\", file = \"foil.svg\", on = \"back\" }, { kind = \"perforation\", file = \"die.svg\", on = 3 }]";
    let project = number(plates).file("foil.svg", FOIL).file("die.svg", DIE);
    build(&project).exits(0);
    let Some(mut qpdf) = validator("qpdf") else { return };
    qpdf.args(["--json", "--json-key=qpdf"]).arg(project.path(PRINT));
    let told: Value = serde_json::from_str(&output_of(qpdf)).unwrap();
    let told = told.to_string();
    assert!(told.contains(r#""/GTS_Metadata":{"/GTS_ProcStepsGroup":"/Varnish"}"#), "no varnish");
    let perforating =
        r#"{"/GTS_ProcStepsGroup":"/Structural","/GTS_ProcStepsType":"/Perforating"}"#;
    assert!(told.contains(perforating), "no perforation");
    assert!(told.contains("/OCProperties") && !told.contains("\"/AS\""));
}

#[test]
fn a_layout_draws_plates_for_the_finishing_in_layers_of_their_own() {
    let plain = bars("");
    let foil = bars("[spots.\"PANTONE 286 C\"]\nfinish = \"foil\"");
    build(&plain).exits(0);
    build(&foil).exits(0);
    let sheet = sheet(&foil);
    assert_eq!(sheet["plates"][0]["name"], "PANTONE 286 C", "{sheet}");
    let Some(mut qpdf) = validator("qpdf") else { return };
    qpdf.args(["--json", "--json-key=qpdf"]).arg(foil.path(PRINT));
    let told = output_of(qpdf);
    assert!(told.contains("/FoilStamping"), "no step");
    let Some(kept) = area(&foil.path(PRINT), "Cyan") else { return };
    assert!(kept > area(&plain.path(PRINT), "Cyan").unwrap());
}

#[test]
fn plates_that_cannot_be_are_refused_where_they_stand() {
    let png = image::RgbImage::new(4, 4);
    let mut bytes = std::io::Cursor::new(vec![]);
    png.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let bytes = bytes.into_inner();
    let small = FOIL.replace("216mm", "200mm");
    for (plate, code) in [
        ("kind = \"foil\"", "file"),
        ("kind = \"gold\", file = \"foil.svg\"", "foil"),
        ("kind = \"foil\", file = \"none.svg\"", "none.svg"),
        ("kind = \"foil\", file = \"small.svg\"", "E0727"),
        ("kind = \"foil\", file = \"a.png\"", "E0277"),
        ("kind = \"foil\", file = \"foil.svg\", name = \"Black\"", "E0527"),
        ("kind = \"foil\", file = \"foil.svg\", on = \"spine\"", "cover"),
    ] {
        let project = number(&format!("plates = [{{ {plate} }}]")).file("foil.svg", FOIL);
        let project = project.file("small.svg", &small).file("a.png", &bytes);
        project.run(&["check"]).exits(1).says(code);
    }
    let beyond =
        number("plates = [{ kind = \"die\", file = \"die.svg\", on = 99 }]").file("die.svg", DIE);
    build(&beyond).exits(1).says("E0728");
}

/// A PDF of one A4 page with a black box, and a graphics state where one is wanted.
fn boxed(state: &str) -> Vec<u8> {
    let content = format!("{state} 0 0 0 1 k 100 100 300 200 re f");
    let length = content.len();
    let text = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R \
         /Resources << /ExtGState << /G << /ca 0.5 >> >> >> >>\nendobj\n\
         4 0 obj\n<< /Length {length} >>\nstream\n{content}\nendstream\nendobj\n\
         trailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n"
    );
    text.into_bytes()
}

#[test]
fn plates_come_from_pages_of_pdfs() {
    let plates = "plates = [{ kind = \"varnish\", file = \"box.pdf\" }]";
    let project = number(plates).file("box.pdf", boxed(""));
    build(&project).exits(0);
    assert_eq!(sheet(&project)["plates"][0]["pages"], serde_json::json!([1]));
    if let Some(films) = films(&project.path(PRINT)) {
        let varnish = films.iter().filter(|(name, _)| name == "Varnish");
        let full: usize =
            varnish.map(|(_, film)| film.iter().filter(|light| **light == 0).count()).sum();
        // 300 × 200 pt at 36 ppi.
        assert!(full.abs_diff(150 * 100) < 600, "{full}");
    }
    // A plate is what the shop says it is.
    let shop = "name = \"인쇄소\"\n[[spots]]\nname = \"Varnish\"\nrole = \"foil\"\n";
    let other = number(&format!("shop = \"shop.toml\"\n{plates}"))
        .file("shop.toml", shop)
        .file("box.pdf", boxed(""));
    other.run(&["check"]).exits(1).says("E0730");
    // What is translucent is told of the plate's file, where it is named.
    let project = number(plates).file("box.pdf", boxed("/G gs"));
    build(&project).exits(1).says("E0729").says("box.pdf");
}

#[test]
fn a_plate_of_a_shop_with_several_asks_which() {
    let shop = "[[spots]]\nname = \"금박\"\nrole = \"foil\"\n[[spots]]\nname = \"은박\"\nrole = \"foil\"\n";
    let number = |plate: &str| {
        let plates = format!("shop = \"shop.toml\"\nplates = [{{ {plate}, file = \"foil.svg\" }}]");
        number(&plates).file("shop.toml", shop).file("foil.svg", FOIL)
    };
    let which = number("kind = \"foil\"");
    which.run(&["check"]).exits(1).says("E0739").says("`금박`, `은박`").says("`name`");
    number("kind = \"foil\", name = \"은박\"").run(&["check"]).exits(0);
    // A name that the shop has not is told with those it has, where it stands.
    let other = number("kind = \"foil\", name = \"홀로그램박\"");
    let told = other.run(&["build", "--edition", "print"]).exits(1);
    told.says("P0905").says("금박, 은박").says("issue.toml:14").never_says("convert it to CMYK");
}

#[test]
fn finishing_that_has_a_shape_wants_its_plate() {
    let told = |print: &str| number(print).file("foil.svg", FOIL).run(&["check"]).exits(0);
    told("finishing = [\"금박\"]").says("W0740").says("`kind = \"foil\"`");
    told("coating = \"무광 + 부분UV\"").says("W0740").says("varnish");
    told("finishing = [\"도무송\"]").says("W0740").says("die");
    for enough in [
        "finishing = [\"귀돌이\", \"타공\", \"오시 1줄\", \"미싱\"]",
        "coating = \"무광\"",
        "finishing = [\"금박\"]\nplates = [{ kind = \"foil\", file = \"foil.svg\" }]",
        "coating = \"부분 코팅\"\nplates = [{ kind = \"varnish\", file = \"foil.svg\" }]",
    ] {
        told(enough).never_says("W0740");
    }
}
