//! The job ticket beside the specification sheet, held against CIP4's own schema of XJDF, and what else the shop is
//! asked for in `[print]`.

mod common;

use std::path::Path;

use common::{Project, entry, issue, output_of, validator};

const ASKED: &str = "binding = \"perfect\"\nspine = \"1.8mm\"\nquantity = 500\ndue = 2024-05-03\n\
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
    assert_eq!(sheet["spine_mm"], 1.8);
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
        "FinishedDimensions=\"595.276 841.89 5.102\"",
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
fn the_ticket_of_parts_leads_each_product_to_its_file() {
    let plate = |name: &str, page: &str| {
        format!(
            "\n[[print.plates]]\nkind = \"die\"\nname = \"{name}\"\nfile = \"die.svg\"\non = {page}\n"
        )
    };
    let plates =
        [plate("Front", "\"cover\""), plate("Back", "\"back\""), plate("Fold", "5")].concat();
    let ticket = |print: &str| {
        let project = number(&format!("{print}\n{plates}")).file("die.svg", DIE);
        project.run(&["build", "--edition", "print"]).exits(0);
        validated(&file(&project, ".xjdf"));
        std::fs::read_to_string(file(&project, ".xjdf")).unwrap()
    };
    let paper = "paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }";
    let glued = ticket(&format!("binding = \"perfect\"\nsplit = true\n{paper}"));
    let stitched = ticket("split = true");
    let whole = ticket("marks = true");
    let at = |id: &str, page: usize, name: &str| {
        format!("ProductPart=\"{id}\" PageNumber=\"{page} {page}\" Separation=\"{name}\"")
    };
    // Front and back cover are one side of the piece around the spine; a cover of pages has both as its ends.
    for (ticket, front, back, fold) in [
        (&glued, ("cover", 0), ("cover", 0), ("inside", 2)),
        (&stitched, ("cover", 0), ("cover", 3), ("inside", 2)),
        (&whole, ("number", 0), ("number", 11), ("number", 4)),
    ] {
        for (name, (id, page)) in [("Front", front), ("Back", back), ("Fold", fold)] {
            assert!(ticket.contains(&at(id, page, name)), "no {name} at {id} {page} in {ticket}");
        }
    }
    for (ticket, printed) in [(&glued, 2), (&stitched, 2), (&whole, 1)] {
        let [inputs, others] = ["Name=\"RunList\" Usage=\"Input\"", "Name=\"RunList\""]
            .map(|set| ticket.matches(set).count());
        // The whole is only there to compare, and is no input.
        assert_eq!((inputs, others), (1, printed), "{ticket}");
        assert_eq!(ticket.matches("<Part ProductPart=\"").count(), printed + 3, "{ticket}");
    }
}

#[test]
fn a_spine_that_the_pages_cannot_make_is_doubted() {
    let glued = |spine: &str, inside: &str| {
        let paper = format!("paper = {{ cover = \"아트지 250g\", inside = \"{inside}\" }}");
        let project = number(&format!("binding = \"perfect\"\nspine = \"{spine}\"\n{paper}"));
        project.run(&["check"]).exits(0)
    };
    // A dozen pages of 100 g are not even a millimetre, with cover and glue near one and a half.
    glued("12.4mm", "모조지 100g").says("W0738").says("12.4 mm");
    glued("1.6mm", "모조지 100g").never_says("W0738");
    // Of a paper without its weight nobody knows, but no paper is as thick as that.
    glued("3mm", "모조지").never_says("W0738");
    let bare = |spine: &str| number(&format!("binding = \"perfect\"\nspine = \"{spine}\""));
    bare("3mm").run(&["check"]).exits(0).never_says("W0738");
    bare("80mm").run(&["check"]).exits(0).says("W0738").says("of any papers");
    // A width that cannot be is not asked for once more.
    let wide = number("binding = \"perfect\"\nsplit = true\nspine = \"250mm\"");
    wide.run(&["check"]).exits(1).says("E0296").never_says("E0711");
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
fn a_coating_in_spots_is_not_ordered_over_the_whole_side() {
    let ticket = |coating: &str| {
        let project = number(&format!("coating = \"{coating}\""));
        project.run(&["build", "--edition", "print"]).exits(0);
        validated(&file(&project, ".xjdf"));
        let ticket = std::fs::read_to_string(file(&project, ".xjdf")).unwrap();
        assert!(ticket.contains(&format!("코팅: {coating}")), "{ticket}");
        (ticket.contains("LaminatingIntent"), ticket.contains("Coatings="))
    };
    assert_eq!(ticket("무광 코팅 후 스팟 UV"), (true, false));
    assert_eq!(ticket("유광 UV 부분코팅"), (false, false));
    assert_eq!(ticket("무광 안함"), (false, false));
    assert_eq!(ticket("무광 + UV"), (true, true));
}

#[test]
fn a_spine_that_the_shop_measured_needs_no_paper() {
    let measured =
        number("binding = \"perfect\"\nsplit = true\nspine = \"4.5mm\"\npaper = \"아트지\"");
    let report = measured.run(&["build", "--edition", "print", "--json"]).exits(0).json();
    assert_eq!(report["print"]["spine_mm"], 4.5);
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
fn the_condition_of_a_shop_profile_is_not_taken_for_another() {
    let with = |profile: &str| {
        let shop = format!("profile = \"{profile}\"\n");
        number("shop = \"shop.toml\"").file("shop.toml", shop).run(&["check"])
    };
    let told = with("coated-fogra51").exits(1).says("E1310").says("PSOcoated_v3.icc");
    assert!(!told.stderr.contains("perhaps"), "{}", told.stderr);
    with("ISO Coated v2").exits(1).says("E0298").says("coated-fogra39");
    with("coated-fogra40").exits(1).says("E0224").never_says("perhaps");
    with("coated-fogra3").exits(1).says("E0224");
    with("coated-forga39").exits(1).says("E0241").says("coated-fogra39");
    number("profile = \"coated-fogra40\"").run(&["check"]).exits(1).says("E0224");
    // The file of one that has to be got, and was not.
    number("profile = \"PSOcoated_v3.icc\"").run(&["check"]).exits(1).says("E0299").says("eci.org");
    number("profile = \"ours.icc\"").run(&["check"]).exits(1).says("E0145");
}

#[test]
fn a_file_for_another_condition_than_the_shop_is_told() {
    let project = number("marks = true");
    project.run(&["build", "--edition", "print"]).exits(0);
    let file = "out/test-brief-2024-05-print.pdf";
    let held = |profile: &str| project.run(&["preflight", file, "--profile", profile]);
    let told = held("uncoated");
    assert!(told.stdout.contains("P0906]") && told.stdout.contains("FOGRA29"), "{}", told.stdout);
    for same in ["coated", "coated-fogra39"] {
        let told = held(same).exits(0);
        assert!(!told.stdout.contains("P0906]"), "{}", told.stdout);
    }
    assert!(held("uncoated-fogra29").stdout.contains("P0906]"));
    assert!(!project.run(&["preflight", file]).stdout.contains("P0906]"));
}

#[test]
fn words_of_the_trade_are_told_what_they_are_called() {
    let told = |print: &str, meant: &str| {
        let project = number(print).file("die.svg", DIE);
        project.run(&["check"]).exits(1).says("E0244").says(&format!("write `{meant}`"));
    };
    told("binding = \"무선\"", "perfect");
    told("binding = \"중철제본\"", "saddle-stitch");
    told("plates = [{ kind = \"박\", file = \"die.svg\" }]", "foil");
    told("plates = [{ kind = \"톰슨\", file = \"die.svg\" }]", "die");
    told("plates = [{ kind = \"die\", file = \"die.svg\", on = \"표지\" }]", "cover");
    let shop = number("shop = \"shop.toml\"");
    let shop = shop.file("shop.toml", "[[spots]]\nname = \"G\"\nrole = \"박\"\n");
    shop.run(&["check"]).exits(1).says("E0244").says("write `foil`");
    for size in ["국배판", "A4"] {
        number(&format!("trim = \"{size}\"")).run(&["check"]).exits(0);
    }
    for size in ["46배판", "사륙배판", "국판", "크라운판", "46판"] {
        number(&format!("trim = \"{size}\"")).run(&["check"]).exits(1).says("E0706");
    }
}

#[test]
fn a_delivery_that_is_far_from_publication_is_doubted() {
    let due = |day: &str| number(&format!("due = {day}")).run(&["check"]).exits(0);
    due("2020-01-01").says("W0294").says("2024-05-07");
    due("2025-05-03").says("W0294");
    for near in ["2024-04-10", "2024-05-03", "2024-05-20"] {
        due(near).never_says("W0294");
    }
}

#[test]
fn a_booklet_of_what_is_glued_is_warned_of() {
    let paper = "paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }";
    let project = number(&format!("binding = \"perfect\"\nsplit = true\n{paper}"));
    project.run(&["build", "--edition", "print"]).exits(0);
    for (part, said) in
        [("-inside", "added: 2 blank pages after the last page"), ("", "creep: not undone")]
    {
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

/// The line of a die on a whole page.
const DIE: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 210 297' width='210mm' height='297mm'>\
                   <path d='M20 20H190V277H20Z' fill='none' stroke='#f0f'/></svg>";

/// A shop that wants more bleed than is usual, and its own names.
const SHOP: &str = "profile = \"uncoated-fogra29\"\nbleed = \"5mm\"\ntrim = [\"A4\"]\n\
    [[spots]]\nname = \"금박판\"\nrole = \"foil\"\n";

#[test]
fn what_contradicts_the_shop_is_told_once_where_it_stands() {
    let shop =
        |print: &str| number(&format!("shop = \"shop.toml\"\n{print}")).file("shop.toml", SHOP);
    let told = |project: &Project, code: &str| {
        let report = project.run(&["build", "--edition", "print", "--json"]);
        let all = report.json()["diagnostics"].as_array().unwrap().clone();
        let own: Vec<_> = all.iter().filter(|told| told["code"] == code).cloned().collect();
        assert_eq!(own.len(), 1, "{all:?}");
        (all.len(), own[0]["place"]["line"].as_u64().unwrap(), report.code)
    };
    assert_eq!(told(&shop("bleed = \"3mm\""), "E0733"), (1, 14, 1));
    assert_eq!(told(&shop("profile = \"coated-fogra39\""), "W0734"), (1, 14, 0));
    let small = number("shop = \"shop.toml\"").file("shop.toml", SHOP.replace("A4", "B5"));
    assert_eq!(told(&small, "E0735"), (1, 13, 1));
    for fits in ["bleed = \"6mm\"", "profile = \"uncoated-fogra29\"", "trim = \"A4\""] {
        let report = shop(fits).run(&["build", "--edition", "print", "--json"]).exits(0).json();
        assert_eq!(report["diagnostics"], serde_json::json!([]), "{fits}");
    }
}

#[test]
fn a_plate_that_is_another_at_the_shop_is_refused_with_what_it_is_there() {
    let plates = "shop = \"shop.toml\"\nplates = [{ kind = \"die\", name = \"금박판\", file = \"die.svg\" }]";
    let project = number(plates).file("shop.toml", SHOP).file("die.svg", DIE);
    project.run(&["check"]).exits(1).says("E0730").says("`die`").says("foil").says("issue.toml:14");
}

#[test]
fn a_foil_that_is_to_knock_out_is_told_that_it_does_not() {
    let foil = "[print.spots.\"금박\"]\ncmyk = [0, 25, 80, 20]\nfinish = \"foil\"\n";
    let knocks = number(&format!("{foil}overprint = false"));
    knocks.run(&["check"]).exits(0).says("W0533").says("issue.toml:16");
    number(&format!("{foil}overprint = true")).run(&["check"]).exits(0).never_says("W0533");
}
