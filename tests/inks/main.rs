//! Numbers of one and two inks, and spot inks: judged on the plates, by programs that had no part in it.

mod art;
#[path = "../common/mod.rs"]
mod common;
mod finishing;
mod overprint;

use std::path::Path;

use common::films::films;
use common::{Finished, Project, brief};
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
fn tints_of_an_accent_are_printed_with_the_ink_of_the_accent() {
    // Red, which the blue of the accents is nowhere near.
    let red = "inks = [\"K\", \"PANTONE 185 C\"]\n\
               [print.spots.\"PANTONE 185 C\"]\ncmyk = [0, 91, 76, 0]";
    let areas = |panel: &str| {
        let project = number(red).changed_layout("brief.typ", "share: 9%", panel);
        build(&project).exits(0);
        let pdf = project.path(PRINT);
        Some((area(&pdf, "Black")?, area(&pdf, "PANTONE 185 C")?))
    };
    let Some((black, red)) = areas("share: 0%") else { return };
    let (with_black, with_red) = areas("share: 8%").unwrap();
    // The panel of the key points is on the red plate, and nothing of it on black.
    assert!(with_red > red + 5_000, "{red} red, then {with_red}");
    assert!(with_black < black + 500, "{black} black, then {with_black}");
}

#[test]
fn one_spot_ink_alone_and_an_ink_of_the_process_beside_black_are_plates_too() {
    for (inks, wanted) in [
        (format!("inks = [\"PANTONE 286 C\"]\n{BLUE}"), vec!["PANTONE 286 C"]),
        ("inks = [\"K\", \"M\"]".to_string(), vec!["Magenta", "Black"]),
        ("inks = [\"C\"]".to_string(), vec!["Cyan"]),
    ] {
        let project = number(&inks);
        build(&project).exits(0);
        assert_eq!(plates(&project), wanted);
        assert_eq!(sheet(&project)["inks"].as_array().unwrap().len(), wanted.len());
        for (plate, most) in separated(&project.path(PRINT)).unwrap_or_default() {
            let printed = wanted.contains(&plate.as_str());
            assert!(if printed { most > 250 } else { most == 0 }, "{plate}: {most}");
        }
    }
}

#[test]
fn the_cover_around_a_spine_keeps_to_the_inks() {
    for (inks, plates) in [
        ("\"K\", \"PANTONE 286 C\"", vec!["Black", "PANTONE 286 C"]),
        ("\"PANTONE 286 C\"", vec!["PANTONE 286 C"]),
    ] {
        cover_around_a_spine(inks, &plates);
    }
}

fn cover_around_a_spine(inks: &str, plates: &[&str]) {
    let paper =
        "paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }\nbinding = \"perfect\"";
    let print = format!("{paper}\nsplit = true\ninks = [{inks}]\n{BLUE}");
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
        assert_eq!(most > 0, plates.contains(&plate.as_str()), "{plate}: {most}");
    }
}

#[test]
fn inks_that_cannot_be_are_refused_where_they_stand() {
    for (print, code) in [
        ("inks = [\"먹\", \"검정\"]", "E0724"),
        ("inks = [\"C\", \"M\", \"Y\", \"K\"]", "E0724"),
        ("inks = [\"PANTONE 286 C\"]", "E0725"),
        ("inks = [\"PANTONE 286 C\", \"M\"]", "E0724"),
        ("inks = [\"K\", \"K\"]", "E0724"),
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

#[test]
fn what_the_process_is_called_is_no_spot_colour_anywhere() {
    for name in ["K", "먹", "Key", "M", "Black", "yellow", "먹판"] {
        let refused = |project: Project| {
            project.run(&["check"]).exits(1).says("E0527").says(name);
        };
        refused(number(&format!("spots = {{ \"{name}\" = {{ cmyk = [0, 0, 0, 100] }} }}")));
        let plate =
            format!("plates = [{{ kind = \"foil\", name = \"{name}\", file = \"a.svg\" }}]");
        refused(number(&plate).file("a.svg", "<svg/>"));
        let accent = "print = [92, 76, 0, 0]";
        let spot = format!("{accent}, spot = \"{name}\"");
        refused(number("marks = true").changed_layout("layout.toml", accent, &spot));
        let shop = format!("[[spots]]\nname = \"{name}\"\n");
        refused(number("shop = \"shop.toml\"").file("shop.toml", shop));
    }
    for print in ["inks = [\"Key\"]", "inks = [\"먹판\", \"마젠타\"]", "inks = [\"cyan\"]"] {
        number(print).run(&["check"]).exits(0);
    }
}

/// A shop that has names of its own.
const SHOP: &str =
    "[[spots]]\nname = \"PANTONE 286 C\"\n[[spots]]\nname = \"GOLD\"\nrole = \"foil\"\n";

#[test]
fn the_spelling_of_the_shop_is_asked_for() {
    let foil = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 210 297' width='210mm' \
                height='297mm'><path d='M20 20H190V277H20Z'/></svg>";
    let shop = |print: &str| {
        let project = number(&format!("shop = \"shop.toml\"\n{print}"));
        project.file("shop.toml", SHOP).file("a.svg", foil)
    };
    let plate = |name: &str| {
        shop(&format!("plates = [{{ kind = \"foil\", name = \"{name}\", file = \"a.svg\" }}]"))
    };
    plate("Gold").run(&["check"]).exits(1).says("E0732").says("`GOLD` of the shop profile");
    plate("GOLD").run(&["check"]).exits(0);
    let described = |name: &str| {
        shop(&format!(
            "inks = [\"K\", \"{name}\"]\nspots = {{ \"{name}\" = {{ cmyk = [100, 75, 0, 8] }} }}"
        ))
    };
    described("Pantone 286 CV").run(&["check"]).exits(1).says("E0732").says("issue.toml:15");
    described("PANTONE 286 C").run(&["check"]).exits(0);
    let accent = "print = [92, 76, 0, 0]";
    let layout = |name: &str| {
        let spot = format!("{accent}, spot = \"{name}\"");
        shop("marks = true").changed_layout("layout.toml", accent, &spot)
    };
    layout("Pantone 286 CV").run(&["check"]).exits(1).says("E0732").says("layouts/");
    layout("PANTONE 286 C").run(&["check"]).exits(0);
}

#[test]
fn a_spot_colour_that_nothing_is_printed_with_is_told() {
    number(BLUE).run(&["check"]).exits(0).says("W0741").says("inks = [\"K\", \"PANTONE 286 C\"]");
    let used = number(&format!("inks = [\"K\", \"PANTONE 286 C\"]\n{BLUE}"));
    used.run(&["check"]).exits(0).never_says("W0741");
    // What was refused is told once.
    let refused = "inks = [\"K\", \"X\"]\nspots = { \"X\" = { cmyk = [100, 175, 0, 8] } }";
    let told = number(refused).run(&["check"]).exits(1).says("E0513");
    assert!(!told.stderr.contains("E0531") && !told.stderr.contains("E0725"), "{}", told.stderr);
    number("inks = []").run(&["check"]).exits(0).says("W0295");
}

#[test]
fn more_inks_than_the_shop_prints_are_told_how_to_be_fewer() {
    let one = number("shop = \"shop.toml\"").file("shop.toml", "[ink]\ncount = 1\n");
    build(&one).exits(1);
    let text = one.run(&["build", "--edition", "print"]).exits(1);
    text.says("P0903").says("inks = [\"K\"]").says("issue.toml:13");
}

#[test]
fn black_has_more_names_than_one_and_no_inks_are_all_four() {
    for print in ["inks = [\"먹\"]", "inks = [\"검정\", \"M\"]", "inks = [\"Black\"]", "inks = []"]
    {
        number(print).run(&["check"]).exits(0);
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
