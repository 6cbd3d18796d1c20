//! Plates for the finishing that come with placed pages: no inks, but plates, for the shop, for programs and on press.

mod common;

use std::path::Path;

use common::ad::{Ad, spot};
use common::films::films;
use common::{Project, entry, issue, output_of, validator};
use lopdf::{Document, Object, dictionary};
use serde_json::{Value, json};

const PRINT: &str = "out/test-brief-2024-05-print.pdf";

/// An advertisement with what is `drawn` over it: a die line by its name in `/Die`, an ink of a name that says nothing
/// in `/Own`, and the layer `/Step` that is for creasing.
fn ad(drawn: &str) -> Vec<u8> {
    let mut doc = Document::load_mem(&Ad::a4().and(drawn).pdf()).unwrap();
    let layer = doc.add_object(dictionary! {
        "Type" => "OCG", "Name" => Object::string_literal("Rillen"),
        "GTS_Metadata" => dictionary! {
            "GTS_ProcStepsGroup" => "Structural", "GTS_ProcStepsType" => "Creasing",
        },
    });
    let layers = dictionary! {
        "OCGs" => vec![layer.into()],
        "D" => dictionary! { "Order" => vec![layer.into()], "BaseState" => "ON" },
    };
    doc.catalog_mut().unwrap().set("OCProperties", layers);
    let page = doc.page_iter().next().unwrap();
    let page = doc.get_dictionary_mut(page).unwrap();
    let resources = page.get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
    resources.set("Properties", dictionary! { "Step" => layer });
    let spaces = resources.get_mut(b"ColorSpace").unwrap().as_dict_mut().unwrap();
    spaces.set("Die", spot("CutContour"));
    spaces.set("Own", spot("R1"));
    let mut out = vec![];
    doc.save_to(&mut out).unwrap();
    out
}

/// Lines over the bar and its ground, which would knock them out.
const LINES: &str = "q /Die CS 1 SCN 4 w 80 90 340 100 re S Q\n\
    q /Own CS 1 SCN 4 w /OC /Step BDC 60 70 m 500 70 l S EMC Q\n";

fn number(print: &str, ad: Vec<u8>) -> Project {
    let page = "[[parts.sections.entries]]\nkind = \"page\"\nfile = \"ad.pdf\"\nalt = \"광고\"\n\n";
    let manifest = issue(&format!("{page}{}body = \"- 본문\"\n", entry("글")));
    let manifest = manifest.replacen("\n[[parts]]", &format!("\n[print]\n{print}\n\n[[parts]]"), 1);
    Project::with_manifest(manifest).file("ad.pdf", ad)
}

fn build(project: &Project) {
    project.run(&["build", "--edition", "print", "--json"]).exits(0);
}

fn text(project: &Project, end: &str) -> String {
    std::fs::read_to_string(project.path(&format!("out/test-brief-2024-05-print{end}"))).unwrap()
}

fn sheet(project: &Project) -> Value {
    serde_json::from_str(&text(project, "-spec.json")).unwrap()
}

/// The names of all spot colours of a sheet.
fn spots(sheet: &Value) -> Vec<&str> {
    let parts = sheet["parts"].as_array().unwrap().iter();
    let spots = parts.flat_map(|part| part["spots"].as_array().unwrap());
    spots.map(|spot| spot["name"].as_str().unwrap()).collect()
}

#[test]
fn a_line_of_a_placed_page_is_a_plate_by_its_name_or_by_its_layer() {
    let project = number("marks = true", ad(LINES));
    build(&project);
    let sheet = sheet(&project);
    assert_eq!(spots(&sheet), ["PANTONE 485 C"]);
    let plates = json!([
        { "name": "CutContour", "kind": "die", "finish": "톰슨선", "pages": [3] },
        { "name": "R1", "kind": "crease", "finish": "오시선", "pages": [3] },
    ]);
    assert_eq!(sheet["plates"], plates);
    let ticket = text(&project, ".xjdf");
    for said in [
        "ColorsUsed=\"Cyan Magenta Yellow Black PANTONE_485_C\"",
        "PageNumber=\"2 2\" Separation=\"CutContour\"",
        "ActualColorName=\"R1\" ColorType=\"DieLine\" ColorTypeDetails=\"crease\"",
        "후가공 판: R1 (오시선), 3쪽",
    ] {
        assert!(ticket.contains(said), "no {said} in {ticket}");
    }
    if let Some(mut schema) = validator("xjdf") {
        schema.arg(project.path("out/test-brief-2024-05-print.xjdf"));
        output_of(schema);
    }
    let Some(mut qpdf) = validator("qpdf") else { return };
    qpdf.args(["--json", "--json-key=qpdf"]).arg(project.path(PRINT));
    let told = output_of(qpdf);
    assert!(told.contains("/Cutting") && told.contains("/Creasing"), "no layers");
}

#[test]
fn what_is_below_such_a_line_stays_on_the_plates() {
    let [with, without] = [LINES, ""].map(|drawn| number("marks = true", ad(drawn)));
    build(&with);
    build(&without);
    let ink = |pdf: &Path| -> Option<Vec<(String, usize)>> {
        let sum = |film: &[u8]| film.iter().map(|light| 255 - *light as usize).sum();
        let mut sums: Vec<(String, usize)> = films(pdf)?
            .iter()
            .filter(|(plate, _)| !["CutContour", "R1"].contains(&plate.as_str()))
            .map(|(plate, film)| (plate.clone(), sum(film)))
            .collect();
        sums.sort();
        Some(sums)
    };
    assert_eq!(ink(&with.path(PRINT)), ink(&without.path(PRINT)));
}

#[test]
fn an_ink_that_is_in_such_a_layer_at_times_is_an_ink() {
    let at_times = format!("{LINES}q /Own cs 1 scn 200 400 80 80 re f Q\n");
    let project = number("marks = true", ad(&at_times));
    build(&project);
    assert_eq!(spots(&sheet(&project)), ["PANTONE 485 C", "R1"]);
    assert_eq!(sheet(&project)["plates"].as_array().unwrap().len(), 1);
}

#[test]
fn a_shop_says_what_a_plate_is_for() {
    let shop = "[[spots]]\nname = \"Cut Contour\"\nrole = \"perforation\"\n\
                [[spots]]\nname = \"R1\"\nrole = \"ink\"\n\
                [[spots]]\nname = \"PANTONE 485 C\"\nrole = \"foil\"\n";
    let project = number("shop = \"shop.toml\"", ad(LINES)).file("shop.toml", shop);
    build(&project);
    let sheet = sheet(&project);
    assert_eq!(spots(&sheet), ["R1"]);
    let kinds: Vec<_> =
        sheet["plates"].as_array().unwrap().iter().map(|p| p["kind"].clone()).collect();
    assert_eq!(kinds, ["foil", "perforation"]);
    let ticket = text(&project, ".xjdf");
    assert!(
        ticket.contains("EmbossingType=\"FoilStamping\" Separation=\"PANTONE_485_C\""),
        "{ticket}"
    );
}
