//! The art of plates for the finishing: what of a file comes onto its plate, and what is told of it.

use lopdf::{Stream, dictionary};

use super::{PRINT, area, build, number, separated, sheet};
use crate::common::ad::{Ad, spot};
use crate::common::{Project, validator};

/// An A4 drawing.
fn svg(drawn: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\" \
         viewBox=\"0 0 210 297\">{drawn}</svg>"
    )
}

/// A number with one plate of a file.
fn plate(said: &str, file: &str, bytes: impl AsRef<[u8]>) -> Project {
    number(&format!("plates = [{{ {said}, file = \"{file}\" }}]")).file(file, bytes)
}

/// A PDF of these contents with the spot inks `/Cut` and `/Fold`, a pattern `/Dots` and a font that is not in it.
fn pdf(content: &str) -> Vec<u8> {
    let mut ad = Ad { content: content.into(), ..Ad::a4() };
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    ad.resources
        .set("ColorSpace", dictionary! { "Cut" => spot("CutContour"), "Fold" => spot("Crease") });
    ad.resources.set("Font", dictionary! { "F1" => font });
    ad.pdf()
}

#[test]
fn texts_of_drawings_are_set_in_the_layouts_font_and_told() {
    for (family, told) in
        [("", false), ("font-family='Comic'", true), ("font-family='Pretendard GOV'", false)]
    {
        let text = svg(&format!("<text x='30' y='100' font-size='40' {family}>금박</text>"));
        let project = plate("kind = \"foil\"", "t.svg", text);
        let built = build(&project).exits(0);
        match told {
            true => built.says("W0623").says("t.svg").says("issue.toml"),
            false => built.never_says("W0623"),
        };
        let Some(foil) = area(&project.path(PRINT), "Foil") else { continue };
        assert!(foil > 100, "{family}: {foil}");
    }
    // What no font of the build has is told as it is of pictures.
    let text = svg("<text x='30' y='100' font-size='40'>\u{13000}</text>");
    plate("kind = \"foil\"", "t.svg", text).run(&["check"]).says("E0602");
}

#[test]
fn patterns_of_drawings_and_pdfs_are_refused_since_they_do_not_overprint() {
    let dots = svg("<pattern id='p' width='4' height='4' patternUnits='userSpaceOnUse'>\
         <circle cx='2' cy='2' r='1'/></pattern><rect fill='url(#p)' width='210' height='297'/>");
    for (file, bytes) in [("a.svg", dots.into_bytes()), ("a.pdf", tiled())] {
        build(&plate("kind = \"foil\"", file, bytes)).exits(1).says("E0729").says(file);
    }
}

/// A PDF whose ground is a pattern; its cell sets no colour.
fn tiled() -> Vec<u8> {
    let mut doc = lopdf::Document::load_mem(&pdf("/Pattern cs /P scn 0 0 595 842 re f")).unwrap();
    let rect = |side: i64| vec![0.into(), 0.into(), side.into(), side.into()];
    let cell = Stream::new(
        dictionary! {
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 12, "YStep" => 12,
            "BBox" => rect(12), "Resources" => dictionary! {},
        },
        b"2 2 8 8 re f".to_vec(),
    );
    let cell = doc.add_object(cell);
    let page = doc.page_iter().next().unwrap();
    let page = doc.get_dictionary_mut(page).unwrap();
    let resources = page.get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
    resources.set("Pattern", dictionary! { "P" => cell });
    let mut out = vec![];
    doc.save_to(&mut out).unwrap();
    out
}

/// A die, a crease across it, and a ground of CMYK below.
const DIE: &str = "/Cut CS 1 SCN 1 w 100 100 300 300 re S\n";
const FOLD: &str = "/Fold CS 1 SCN 1 w 250 100 m 250 400 l S\n";
const GROUND: &str = "0.3 0.1 0 0 k -20 -20 700 900 re f\n";

#[test]
fn a_file_of_several_inks_is_one_plate_for_each_that_is_named() {
    for content in [[DIE, FOLD].concat(), [GROUND, DIE].concat()] {
        let project = plate("kind = \"die\"", "a.pdf", pdf(&content));
        project.run(&["check"]).exits(1).says("E0743").says("CutContour").says("spot = ");
    }
    // What is named and paints nothing is no ink of the file.
    build(&plate("kind = \"die\"", "a.pdf", pdf(DIE))).exits(0);
    let said = |spot: &str| format!("kind = \"die\", spot = \"{spot}\"");
    let missing = plate(&said("Kiss"), "a.pdf", pdf(&[DIE, FOLD].concat()));
    missing.run(&["check"]).exits(1).says("E0745").says("`Crease`");
    plate(&said("Kiss"), "a.svg", svg("<path d='M9 9h9' stroke='#000'/>"))
        .run(&["check"])
        .exits(1)
        .says("E0745");

    let all = pdf(&[GROUND, "0 0 0 1 k\n", DIE, FOLD, "200 200 200 9 re f\n"].concat());
    let both = "plates = [{ kind = \"die\", spot = \"CutContour\", file = \"a.pdf\" }, \
                { kind = \"crease\", spot = \"Crease\", file = \"a.pdf\" }]";
    let both = number(both).file("a.pdf", &all);
    build(&both).exits(0);
    let one = |content: &str, said: &str| {
        let project = plate(said, "a.pdf", pdf(content));
        build(&project).exits(0);
        project
    };
    let (die, fold) = (one(DIE, "kind = \"die\""), one(FOLD, "kind = \"crease\""));
    for (alone, plate) in [(&die, "Dieline"), (&fold, "Crease")] {
        let [own, taken] = [alone, &both].map(|project| area(&project.path(PRINT), plate));
        assert_eq!(own, taken, "{plate}");
        assert!(own.is_none_or(|own| own > 100), "{plate}");
    }
    let plates = sheet(&both)["plates"].as_array().unwrap().len();
    assert_eq!(plates, 2);
    if let Some(films) = separated(&both.path(PRINT)) {
        assert_eq!(films.len(), 6, "{films:?}");
    }
    assert!(validator("qpdf").is_none_or(|mut qpdf| {
        qpdf.arg("--check").arg(both.path(PRINT)).status().unwrap().success()
    }));
}

#[test]
fn a_plate_on_which_nothing_is_drawn_is_refused() {
    for drawn in
        ["", "<rect x='-90' width='50' height='50'/>", "<rect width='50' height='50' fill='#fff'/>"]
    {
        build(&plate("kind = \"foil\"", "a.svg", svg(drawn))).exits(1).says("E0744").says("a.svg");
    }
    build(&plate("kind = \"foil\"", "a.pdf", pdf("n"))).exits(1).says("E0744");
}

#[test]
fn areas_on_plates_for_lines_and_hairlines_of_foil_are_told() {
    let area =
        svg("<rect x='50' y='120' width='60' height='60' rx='8' fill='yellow' stroke='red'/>");
    let project = plate("kind = \"die\", name = \"도면\"", "a.svg", &area);
    let told = build(&project).exits(0).says("P0720").says("도면").json();
    let manifest = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    let line = manifest.lines().position(|line| line.starts_with("plates")).unwrap() + 1;
    assert_eq!(told["diagnostics"][0]["place"]["line"], line, "{told}");
    build(&plate("kind = \"foil\"", "a.svg", &area)).exits(0).never_says("P0720");
    let hair = svg("<path d='M20 20h100' stroke='#000' stroke-width='0.01'/>");
    build(&plate("kind = \"foil\"", "a.svg", &hair)).exits(1).says("P0704");
    build(&plate("kind = \"die\"", "a.svg", &hair)).exits(0).never_says("P0704");
}

#[test]
fn a_font_that_no_text_is_set_in_is_none_of_a_files() {
    let named = format!("BT /F1 12 Tf 14.4 TL ET\n{DIE}");
    build(&plate("kind = \"die\"", "a.pdf", pdf(&named))).exits(0);
    let set = format!("BT /F1 12 Tf 50 50 Td (a) Tj ET\n{DIE}");
    plate("kind = \"die\"", "a.pdf", pdf(&set)).run(&["check"]).exits(1).says("E0445");
    // On a page of its own, too.
    let own = number("").file("a.pdf", pdf(&named));
    let manifest = std::fs::read_to_string(own.path("issue.toml")).unwrap();
    let picture = manifest.replace("](flowers.jpg)", "](a.pdf)");
    assert!(picture != manifest);
    build(&own.file("issue.toml", picture)).exits(0);
    // Nobody sees what stands outside of the page: it is told and breaks nothing.
    let outside = format!("BT /F1 12 Tf -900 50 Td (a) Tj ET\n{DIE}");
    build(&plate("kind = \"die\"", "a.pdf", pdf(&outside))).exits(1).says("E0729");
}

#[test]
fn what_is_wrong_with_a_plate_is_told_where_it_is_written() {
    let drawn = svg("<path d='M9 9h50' stroke='#000'/>");
    plate("kind = \"die\", page = 2", "a.svg", &drawn).run(&["check"]).exits(1).says("E0448");
    plate("kind = \"die\", page = 1", "a.svg", &drawn).run(&["check"]).exits(0);
    let print = "plates = [{ file = \"a.svg\", kind = \"die\", name = \"금\" }]\n\
                 [print.spots.\"금\"]\ncmyk = [0, 25, 80, 20]\nfinish = \"foil\"";
    let other = number(print).file("a.svg", &drawn).run(&["check", "--json"]).exits(1).json();
    let told = other["diagnostics"].as_array().unwrap().iter().find(|told| told["code"] == "E0730");
    let column = print.find("\"die\"").unwrap() + 1;
    assert_eq!(told.unwrap()["place"]["column"], column);
}
