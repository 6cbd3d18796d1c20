//! Numbers of one and two inks, and spot inks: judged on the plates, by programs that had no part in it.

mod common;

use std::path::Path;

use common::films::films;
use common::{Finished, Project, brief, output_of, validator};
use serde_json::Value;

const PRINT: &str = "out/test-brief-2024-05-print.pdf";
/// A blue of the trade, as a manifest declares it.
const BLUE: &str = "[print.spots.\"PANTONE 286 C\"]\ncmyk = [100, 75, 0, 8]";

/// One brief with a picture in colour, and a `[print]` table.
fn number(print: &str) -> Project {
    let body = "## 소제목\n- 본문\n\n![들꽃이 핀 둑길](flowers.jpg)";
    let manifest = brief("인쇄할 기사", body);
    let manifest = manifest.replacen("\n[[parts]]", &format!("\n[print]\n{print}\n\n[[parts]]"), 1);
    Project::with_manifest(manifest).file("flowers.jpg", flowers())
}

/// A photograph of many colours.
fn flowers() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(1500, 1000, |x, y| {
        image::Rgb([(x / 6) as u8, (y / 4) as u8, ((x + y) / 10) as u8])
    });
    let mut bytes = std::io::Cursor::new(vec![]);
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn build(project: &Project) -> Finished {
    project.run(&["build", "--edition", "print", "--json"])
}

/// The plates that have ink inside the trim, as the preflight sees them.
fn plates(project: &Project) -> Vec<String> {
    let verdict = project.run(&["preflight", PRINT, "--json"]).exits(0).json();
    let names = verdict["plates"].as_array().unwrap();
    let mut inked: Vec<usize> = verdict["inked"].as_array().map_or(vec![], |pages| {
        let all = pages.iter().flat_map(|page| page.as_array().unwrap());
        all.map(|plate| plate.as_u64().unwrap() as usize).collect()
    });
    inked.sort_unstable();
    inked.dedup();
    inked.into_iter().map(|plate| names[plate].as_str().unwrap().to_string()).collect()
}

/// The most ink on each plate, 0 to 255.
fn separated(pdf: &Path) -> Option<Vec<(String, u8)>> {
    let mut most = std::collections::BTreeMap::new();
    for (plate, film) in films(pdf)? {
        let dark = film.iter().map(|light| 255 - light).max().unwrap_or(0);
        let known = most.entry(plate).or_insert(0);
        *known = dark.max(*known);
    }
    Some(most.into_iter().collect())
}

fn sheet(project: &Project) -> Value {
    let sheet = std::fs::read(project.path("out/test-brief-2024-05-print-spec.json")).unwrap();
    serde_json::from_slice(&sheet).unwrap()
}

#[test]
fn a_number_of_one_ink_has_black_alone() {
    let project = number("inks = [\"K\"]");
    build(&project).exits(0);
    assert_eq!(plates(&project), ["Black"]);
    let sheet = sheet(&project);
    assert_eq!(sheet["inks"], serde_json::json!(["K"]));
    for part in sheet["parts"].as_array().unwrap() {
        assert_eq!(part["spots"], serde_json::json!([]), "{part}");
        assert!(part["inks"]["front"].as_u64().unwrap() <= 1, "{part}");
    }
    let Some(inks) = separated(&project.path(PRINT)) else { return };
    for (plate, most) in inks {
        assert_eq!(most > 200, plate == "Black", "{plate}: {most}");
        assert!(most == 0 || plate == "Black", "{plate}: {most}");
    }
}

/// How much of a plate is inked, in pixels at the resolution that plates are separated in.
fn area(pdf: &Path, wanted: &str) -> Option<usize> {
    Some(
        films(pdf)?
            .iter()
            .filter(|(plate, _)| plate == wanted)
            .map(|(_, film)| film.iter().filter(|light| **light < 250).count())
            .sum(),
    )
}

#[test]
fn a_number_of_two_inks_has_colours_on_the_spot_ink_and_pictures_on_black() {
    let project = number(&format!("inks = [\"K\", \"PANTONE 286 C\"]\n{BLUE}"));
    build(&project).exits(0);
    assert_eq!(plates(&project), ["Black", "PANTONE 286 C"]);
    assert_eq!(sheet(&project)["inks"], serde_json::json!(["K", "PANTONE 286 C"]));
    let Some(inks) = separated(&project.path(PRINT)) else { return };
    for (plate, most) in inks {
        let printed = plate == "Black" || plate == "PANTONE 286 C";
        assert!(if printed { most > 250 } else { most == 0 }, "{plate}: {most}");
    }
    // Where the layout says so, pictures are on the spot ink's plate.
    let print = format!("inks = [\"K\", \"PANTONE 286 C\"]\n{BLUE}");
    let on_spot =
        number(&print).changed_layout("layout.toml", "front = [", "pictures = \"spot\"\nfront = [");
    build(&on_spot).exits(0);
    assert_eq!(plates(&on_spot), ["Black", "PANTONE 286 C"]);
    let [(black, blue), (less, more)] = [&project, &on_spot].map(|project| {
        let pdf = project.path(PRINT);
        (area(&pdf, "Black").unwrap(), area(&pdf, "PANTONE 286 C").unwrap())
    });
    assert!(black > less + 10_000 && more > blue + 10_000, "{black} {blue}, then {less} {more}");
}

#[test]
fn the_cover_around_a_spine_keeps_to_the_inks() {
    let paper =
        "paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }\nbinding = \"perfect\"";
    let print = format!("{paper}\nsplit = true\ninks = [\"K\", \"PANTONE 286 C\"]\n{BLUE}");
    let project = number(&print);
    let entries: String = (1..=70)
        .map(|n| format!("\n{}body = \"- 본문 {n}\"\n", common::entry(&format!("기사 {n}"))))
        .collect();
    let manifest = std::fs::read_to_string(project.path("issue.toml")).unwrap() + &entries;
    let project = project.file("issue.toml", manifest);
    build(&project).exits(0);
    let Some(inks) = separated(&project.path("out/test-brief-2024-05-print-cover.pdf")) else {
        return;
    };
    for (plate, most) in inks {
        assert_eq!(most > 0, plate == "Black" || plate == "PANTONE 286 C", "{plate}: {most}");
    }
}

#[test]
fn inks_that_cannot_be_are_refused_where_they_stand() {
    for (print, code) in [
        ("inks = []", "E0724"),
        ("inks = [\"C\", \"M\", \"Y\", \"K\"]", "E0724"),
        ("inks = [\"PANTONE 286 C\"]", "E0724"),
        ("inks = [\"K\", \"PANTONE 286 C\"]", "E0725"),
        ("inks = [\"K\", \"PANTONE 286 C\"]", "`[print.spots.\"PANTONE 286 C\"]`"),
        (
            "inks = [\"K\", \"Pantone 286 CV\"]\nspots = { \"PANTONE 286 C\" = { cmyk = [100, 75, 0, 8] } }",
            "E0732",
        ),
        (
            "inks = [\"K\", \"Gold\"]\nspots = { \"Gold\" = { cmyk = [0, 25, 80, 20], finish = \"foil\" } }",
            "E0731",
        ),
        ("inks = \"K\"", "issue.toml:13:8"),
        ("spots = { \"Black\" = { cmyk = [0, 0, 0, 100] } }", "E0527"),
        ("spots = { \"PANTONE 286 C\" = { overprint = true } }", "E0531"),
        ("spots = { \"PANTONE 286 C\" = { lab = [29, 15, -362] } }", "E0532"),
        ("spots = { \"PANTONE 286 C\" = { cmyk = [100, 75, 0] } }", "E0513"),
    ] {
        number(print).run(&["check"]).exits(1).says(code);
    }
}

/// A number whose brief has a bar in the accent, which is a spot ink, over one in cyan.
fn bars(spots: &str) -> Project {
    let bars = "    place(top, dx: -20mm, rect(width: 10mm, height: 30mm, fill: cmyk(100%, 0%, 0%, 0%)))\n    \
                place(top, dx: -20mm, dy: 10mm, rect(width: 10mm, height: 10mm, fill: paint(\"policy\")))\n";
    number("marks = true").own_layout(|name, text| match name {
        "layout.toml" => {
            let accent = "print = [92, 76, 0, 0]";
            assert!(text.contains(accent));
            let text = text.replacen(accent, &format!("{accent}, spot = \"PANTONE 286 C\""), 1);
            format!("{text}\n{spots}")
        }
        "brief.typ" => {
            let at = text
                .find("_fill-mark(\"top\")")
                .or_else(|| text.find("fill-mark(\"top\")"))
                .unwrap();
            format!("{}{}    {}", &text[..at], bars.trim_start(), &text[at..])
        }
        _ => text,
    })
}

#[test]
fn a_spot_ink_knocks_out_unless_it_is_to_overprint() {
    let knocks = bars("");
    build(&knocks).exits(0);
    let over = bars("[spots.\"PANTONE 286 C\"]\nlab = [29, 15, -62]\noverprint = true");
    build(&over).exits(0);
    assert!(plates(&over).contains(&"PANTONE 286 C".to_string()));
    let [Some(knocked), Some(kept)] =
        [&knocks, &over].map(|project| area(&project.path(PRINT), "Cyan"))
    else {
        return;
    };
    // 10 × 10 mm at 36 ppi.
    let square = (36.0f64 / 2.54).powi(2) as usize;
    assert!(kept.abs_diff(knocked + square) < square / 4, "{knocked} {kept}");
}

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
