//! The job ticket beside the specification sheet, held against CIP4's own schema of XJDF, and what else the shop is
//! asked for in `[print]`.

mod common;

use std::path::Path;

use common::{Project, entry, issue, output_of, validator};

const ASKED: &str = "binding = \"perfect\"\nspine = \"12.4mm\"\nquantity = 500\ndue = 2024-05-03\n\
    proof = \"디지털 교정 1부\"\nfinishing = [\"금박\", \"귀돌이\"]\ncoating = \"무광\"\nsplit = true\n\
    paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }";

/// A number of some briefs with a `[print]` table.
fn number(print: &str) -> Project {
    let entries: String = (1..=6)
        .map(|n| format!("{}body = \"- 본문 {n}\"\n\n", entry(&format!("기사 {n}"))))
        .collect();
    let print = format!("\n[print]\n{print}\n\n[[parts]]");
    Project::with_manifest(issue(&entries).replacen("\n[[parts]]", &print, 1))
}

fn file(project: &Project, end: &str) -> std::path::PathBuf {
    project.path(&format!("out/test-brief-2024-05-print{end}"))
}

/// What CIP4's schema says of a ticket; nothing where it is not to be had.
fn validated(ticket: &Path) {
    let Some(mut schema) = validator("xjdf") else { return };
    schema.arg(ticket);
    output_of(schema);
}

#[test]
fn the_ticket_says_what_the_sheet_says() {
    let project = number(ASKED);
    project.run(&["build", "--edition", "print"]).exits(0).says("print.xjdf");
    let ticket = std::fs::read_to_string(file(&project, ".xjdf")).unwrap();
    let sheet = std::fs::read(file(&project, "-spec.json")).unwrap();
    let sheet: serde_json::Value = serde_json::from_slice(&sheet).unwrap();
    assert_eq!(sheet["spine_mm"], 12.4);
    assert_eq!((&sheet["due"], &sheet["proof"]), (&"2024-05-03".into(), &"디지털 교정 1부".into()));
    assert_eq!(sheet["finishing"], serde_json::json!(["금박", "귀돌이"]));
    assert_eq!(sheet["parts"][0]["coating"], "무광");
    assert!(sheet["parts"][1]["coating"].is_null());
    for said in [
        "BindingType=\"SoftCover\"",
        "Amount=\"500\"",
        "End=\"2024-05-03T23:59:59+09:00\"",
        "Texture=\"Matte\"",
        "Weight=\"250\"",
        // A4 and the spine, pt.
        "FinishedDimensions=\"595.276 841.89 35.15\"",
        "ColorsUsed=\"Cyan Magenta Yellow Black\"",
        "후가공: 금박",
        "교정: 디지털 교정 1부",
    ] {
        assert!(ticket.contains(said), "no {said} in {ticket}");
    }
    for file in sheet["files"].as_array().unwrap() {
        for key in ["name", "sha256"] {
            assert!(ticket.contains(file[key].as_str().unwrap()), "{file}");
        }
    }
    validated(&file(&project, ".xjdf"));
}

#[test]
fn the_ticket_of_a_number_that_asks_for_nothing_is_valid() {
    let project = number("marks = true");
    project.run(&["build", "--edition", "print"]).exits(0);
    let ticket = std::fs::read_to_string(file(&project, ".xjdf")).unwrap();
    assert!(ticket.contains("BindingType=\"SaddleStitch\"") && !ticket.contains("NodeInfo"));
    validated(&file(&project, ".xjdf"));
}

#[test]
fn a_spine_that_the_shop_measured_needs_no_paper() {
    let measured =
        number("binding = \"perfect\"\nsplit = true\nspine = \"8mm\"\npaper = \"아트지\"");
    let report = measured.run(&["build", "--edition", "print", "--json"]).exits(0).json();
    assert_eq!(report["print"]["spine_mm"], 8.0);
    assert_eq!(report["diagnostics"], serde_json::json!([]));
    let stitched = number("spine = \"8mm\"");
    let report = stitched.run(&["build", "--edition", "print", "--json"]).exits(0).says("W0726");
    assert!(report.json()["print"]["spine_mm"].is_null());
}

#[test]
fn conditions_of_others_are_told_where_they_are_to_be_had() {
    number("profile = \"ISO Coated v2\"").run(&["check"]).exits(1).says("coated-fogra39");
    number("profile = \"FOGRA51\"").run(&["check"]).exits(1).says("E0297").says("eci.org");
    let asked = ["preflight", "issue.toml", "--profile", "fogra51"];
    number("").run(&asked).exits(1).says("E0297").says("PSOcoated_v3.icc");
}

#[test]
fn a_booklet_of_what_is_glued_is_warned_of() {
    let paper = "paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }";
    let project = number(&format!("binding = \"perfect\"\nsplit = true\n{paper}"));
    project.run(&["build", "--edition", "print"]).exits(0);
    for (part, said) in [("-inside", "added: 2 blank pages"), ("", "creep: not undone")] {
        let file = format!("out/test-brief-2024-05-print{part}.pdf");
        let booklet = ["impose", &file, "--out", "out/sheets.pdf"];
        project.run(&booklet).exits(0).says("W0813").says("perfect binding").says(said);
    }
    let proof = [
        "impose",
        "out/test-brief-2024-05-print.pdf",
        "--out",
        "out/proof.pdf",
        "--n-up",
        "2x1",
        "--no-marks",
    ];
    let said = project.run(&proof).exits(0).says("marks: none");
    assert!(!said.stderr.contains("W0813"), "{}", said.stderr);
    // Folded sheets are no pages to be bound, and say nothing of it.
    let again = ["impose", "out/sheets.pdf", "--out", "out/again.pdf", "--sheet", "900x400"];
    project.run(&again).exits(0).says("binding: not known");
}
