//! Plates for the finishing take nothing away of what is below them, however they are painted.

use super::{BLUE, PRINT, area, build, number, sheet};
use crate::common::Project;

/// A number whose brief has a bar in cyan and, where one is given, a `mark` over it.
fn marked(print: &str, spots: &str, mark: &str) -> Project {
    let over = match mark {
        "" => String::new(),
        mark => format!("place(top, dx: -20mm, dy: 10mm, {mark})\n    "),
    };
    let drawn = format!(
        "place(top, dx: -20mm, rect(width: 10mm, height: 30mm, fill: cmyk(100%, 0%, 0%, 0%)))\n    {over}"
    );
    number(print).own_layout(|name, text| match name {
        "layout.toml" => format!("{text}\n{spots}"),
        "brief.typ" => {
            let at = text.find("fill-mark(\"top\")").unwrap();
            let at = text[..at].rfind('\n').unwrap() + 1;
            format!("{}    {drawn}\n{}", &text[..at], &text[at..])
        }
        _ => text,
    })
}

const GOLD: &str = "color.spot(\"금박\", cmyk(0%, 25%, 80%, 20%))";
const VARNISH: &str = "[spots.\"금박\"]\ncmyk = [0, 25, 80, 20]\nfinish = \"varnish\"";

/// Holds that a mark leaves a plate as it is and is on one of its own.
#[track_caller]
fn keeps(print: &str, spots: &str, mark: &str, plate: &str) {
    let [with, without] = [mark, ""].map(|mark| marked(print, spots, mark));
    build(&with).exits(0).never_says("P0717");
    build(&without).exits(0);
    assert_eq!(sheet(&with)["plates"][0]["name"], "금박");
    with.run(&["preflight", PRINT, "--json"]).never_says("P0717");
    let ink = |project: &Project, plate| area(&project.path(PRINT), plate);
    let (Some(before), Some(after)) = (ink(&without, plate), ink(&with, plate)) else { return };
    assert_eq!(after, before, "{plate}");
}

#[test]
fn a_tiling_of_a_plate_is_told_by_the_build_and_by_the_preflight() {
    let cell = format!("circle(radius: 1mm, fill: {GOLD}.tint(100%))");
    let tiling = format!("tiling(size: (3mm, 3mm), {cell})");
    let mark = format!("rect(width: 10mm, height: 10mm, fill: {tiling})");
    let project = marked("marks = true", VARNISH, &mark);
    build(&project).exits(0).says("P0717").says("금박");
    let verdict = project.run(&["preflight", PRINT, "--json"]).json();
    assert!(verdict["findings"].to_string().contains("P0717"), "{verdict}");
}

#[test]
fn a_name_that_shops_use_makes_a_plate_without_an_entry() {
    let mark = format!("rect(width: 10mm, height: 10mm, fill: {GOLD}.tint(100%))");
    keeps("marks = true", "", &mark, "Cyan");
    let shop = "name = \"인쇄소\"\n[[spots]]\nname = \"금박\"\nrole = \"ink\"\n";
    let ink = marked("marks = true\nshop = \"shop.toml\"", "", &mark).file("shop.toml", shop);
    build(&ink).exits(0).never_says("P0717");
    assert_eq!(sheet(&ink)["plates"], serde_json::json!([]));
}

#[test]
fn plates_overprint_in_a_number_of_any_one_ink() {
    let mark = format!("rect(width: 10mm, height: 10mm, fill: {GOLD}.tint(100%))");
    let blue = format!("inks = [\"PANTONE 286 C\"]\n{BLUE}");
    for (print, plate) in
        [("inks = [\"C\"]", "Cyan"), ("inks = [\"K\"]", "Black"), (&blue, "PANTONE 286 C")]
    {
        keeps(print, VARNISH, &mark, plate);
    }
}
