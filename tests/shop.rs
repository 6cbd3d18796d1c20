//! What a print shop may ask for and may get wrong: profiles, bleed, bindings, spot colours, split files,
//! sheets; and what the print edition refuses.

mod common;

use std::path::{Path, PathBuf};

use common::{Finished, Project, brief, entry, issue, output_of, validator};
use image::{ImageFormat, Rgb, RgbImage};

/// A manifest of one brief with a `[print]` table.
fn with_print(lines: &str) -> String {
    let manifest = brief("인쇄할 기사", "## 소제목\n- 본문");
    manifest.replacen("\n[[parts]]", &format!("\n[print]\n{lines}\n\n[[parts]]"), 1)
}

/// A manifest of `count` briefs with a `[print]` table.
fn long(count: usize, lines: &str) -> String {
    let entries: String = (1..=count)
        .map(|n| format!("{}body = \"- 본문 {n}\"\n\n", entry(&format!("기사 {n}"))))
        .collect();
    issue(&entries).replacen("\n[[parts]]", &format!("\n[print]\n{lines}\n\n[[parts]]"), 1)
}

const PRINT: &str = "out/test-brief-2024-05-print.pdf";

fn build(project: &Project) -> Finished {
    project.run(&["build", "--edition", "print", "--json"])
}

/// A project with the built-in layout as its own, changed by `edit` file by file.
fn with_layout(manifest: String, edit: impl Fn(&str, String) -> String) -> Project {
    Project::with_manifest(manifest).own_layout(edit)
}

/// Replaces a text that has to be there.
#[track_caller]
fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "no “{from}”");
    text.replace(from, to)
}

fn profile() -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/prepress/icc");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "icc"));
    files.sort();
    std::fs::read(&files[0]).unwrap()
}

#[track_caller]
fn refuses(project: &Project, code: &str, place: &str) {
    let finished = project.run(&["build"]).exits(1);
    assert!(finished.stderr.contains(&format!("error[{code}]")), "{code}: {}", finished.stderr);
    assert!(finished.stderr.contains(place), "{place}: {}", finished.stderr);
    assert!(project.out().is_empty());
    project.run(&["check"]).exits(1).says(code);
}

#[test]
fn profiles_that_describe_no_press_are_refused_by_what_they_are() {
    let altered = |at: usize, tag: &[u8; 4]| {
        let mut bytes = profile();
        bytes[at..at + 4].copy_from_slice(tag);
        bytes
    };
    let half = profile()[..profile().len() / 2].to_vec();
    for (bytes, code) in [
        (b"not a profile at all".to_vec(), "E0701"),
        (half, "E0702"),
        (altered(16, b"RGB "), "E0703"),
        (altered(12, b"link"), "E0704"),
        (altered(12, b"scnr"), "E0705"),
        (altered(20, b"XYZ "), "E0720"),
    ] {
        let project =
            Project::with_manifest(with_print("profile = \"shop.icc\"")).file("shop.icc", bytes);
        refuses(&project, code, "issue.toml:13:11");
    }
}

#[test]
fn a_shops_own_profile_is_embedded_and_named() {
    let project =
        Project::with_manifest(with_print("profile = \"shop.icc\"")).file("shop.icc", profile());
    let report = build(&project).exits(0).json();
    assert_eq!(report["print"]["profile"], "shop.icc");
}

#[test]
fn sizes_that_cannot_be_are_refused() {
    let with = |line: &str| Project::with_manifest(with_print(line));
    refuses(&with("trim = \"B5\""), "E0706", "issue.toml:13:8");
    let narrow = with_layout(with_print("bleed = \"12mm\""), |name, text| match name {
        "layout.toml" => changed(&text, "left = \"23mm\"", "left = \"11mm\""),
        _ => text,
    });
    refuses(&narrow, "E0707", "issue.toml:13:9");
    for (line, code) in [
        ("bleed = \"3\"", "E0"),
        ("bleed = \"wide\"", "E0"),
        ("trim = \"210\"", "E0"),
        ("quantity = 0", "E0239"),
    ] {
        with(line).run(&["build"]).exits(1).says(code);
    }
}

#[test]
fn another_bleed_is_kept_on_all_sides() {
    let project = Project::with_manifest(with_print("bleed = \"5mm\"\nmarks = false"));
    build(&project).exits(0);
    let Some(mut pdfinfo) = validator("pdfinfo") else { return };
    pdfinfo.arg("-box").arg(project.path(PRINT));
    let told = output_of(pdfinfo);
    let numbers = |name: &str| -> Vec<f64> {
        let line = told.lines().find(|line| line.contains(name)).unwrap();
        line.rsplit(':').next().unwrap().split_whitespace().map(|n| n.parse().unwrap()).collect()
    };
    let (media, trim) = (numbers("MediaBox"), numbers("TrimBox"));
    assert_eq!(media, numbers("BleedBox"), "without marks the bleed is the page");
    for (outer, inner) in media.iter().zip(&trim) {
        assert!(((outer - inner).abs() - 5.0 * 72.0 / 25.4).abs() < 0.02, "{told}");
    }
    let small = Project::with_manifest(with_print("bleed = \"2mm\""));
    build(&small).exits(0).says("W0708");
}

#[test]
fn too_much_ink_in_a_colour_of_the_layout_is_named_there() {
    let heavy = |profile: &str| {
        with_layout(with_print(&format!("profile = \"{profile}\"")), |name, text| match name {
            "layout.toml" => changed(&text, "print = [92, 76, 0, 0]", "print = [92, 76, 60, 62]"),
            _ => text,
        })
    };
    refuses(&heavy("uncoated-fogra29"), "E0713", "layouts/spri-brief/layout.toml:");
    build(&heavy("coated-fogra39")).exits(1).says("preflight rule P07");
}

#[test]
fn art_that_stops_at_the_trim_is_named_with_page_and_side() {
    let short = with_layout(with_print("quantity = 1"), |name, text| match name {
        "running.typ" => {
            let text = changed(&text, "height: sheet.bleed + if current", "height: if current");
            changed(&text, "dy: -_top - sheet.bleed", "dy: -_top")
        }
        _ => text,
    });
    let finished = build(&short).exits(1);
    assert!(finished.stderr.contains("error[E0715]: print edition, page 3"), "{}", finished.stderr);
    assert!(finished.stderr.contains("top"), "{}", finished.stderr);
}

#[test]
fn text_close_to_the_cut_is_named() {
    let close = with_layout(with_print("quantity = 1"), |name, text| match name {
        "running.typ" => changed(
            &text,
            "{ left } else { right }, dy: -11mm,",
            "{ left } else { right }, dx: 20mm, dy: -11mm,",
        ),
        _ => text,
    });
    let finished = build(&close);
    assert!(finished.stderr.contains("page 3"), "{}", finished.stderr);
    assert!(
        finished.stderr.contains("P0706") || finished.stderr.contains("mm"),
        "{}",
        finished.stderr
    );
}

/// A picture of `width` pixels, twice as wide as high.
fn picture(width: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, width / 2, |x, y| {
        Rgb([(x % 256) as u8, (y % 256) as u8, ((x * y) % 200) as u8])
    });
    let mut bytes = std::io::Cursor::new(vec![]);
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn line_art_reaches_the_press_at_one_bit_and_full_resolution() {
    let drawing =
        image::GrayImage::from_fn(4000, 2000, |x, y| [255 * u8::from((x + y) % 9 > 2)].into());
    let mut bytes = std::io::Cursor::new(vec![]);
    drawing.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let fields = "body = \"- 본문\"\nimage = { file = \"a.png\", alt = \"도면\" }\n";
    let manifest = issue(&format!("{}{fields}", entry("그림")));
    let project = Project::with_manifest(manifest).file("a.png", bytes.into_inner());
    build(&project).exits(0);
    let verdict = project.run(&["preflight", PRINT, "--json"]).exits(0).json();
    let images = verdict["images"].as_array().unwrap();
    let drawing = images.iter().find(|image| image["width"] == 4000).expect("its own pixels");
    assert_eq!((&drawing["bits"], &drawing["space"]), (&1.into(), &"DeviceGray".into()));
    assert!(drawing["ppi"].as_f64().unwrap() > 600.0, "{drawing}");
}

#[test]
fn coarse_pictures_are_an_error_and_middling_ones_a_warning() {
    let with = |width: u32| {
        let fields =
            "body = \"- 본문\"\nimage = { file = \"a.png\", alt = \"무늬\", width = \"60%\" }\n";
        let manifest = issue(&format!("{}{fields}", entry("그림")));
        Project::with_manifest(manifest).file("a.png", picture(width))
    };
    let coarse = build(&with(200)).exits(1);
    assert!(coarse.stderr.contains("error[E0715]: print edition, page 3"), "{}", coarse.stderr);
    assert!(coarse.stderr.contains("P0701"), "{}", coarse.stderr);
    // A check says it before anything is built, unless nobody will print.
    with(200).run(&["check"]).exits(1).says("error[E0715]");
    with(200).run(&["check", "--edition", "screen"]).exits(0).says("no problems found");
    let manifest = std::fs::read_to_string(with(200).path("issue.toml")).unwrap();
    let line = manifest.lines().position(|line| line.starts_with("image")).unwrap() + 1;
    assert!(coarse.stderr.contains(&format!("issue.toml:{line}:18")), "{}", coarse.stderr);
    let middling = build(&with(850)).exits(0);
    assert!(middling.stderr.contains("warning[W0716]"), "{}", middling.stderr);
    build(&with(1400)).exits(0);
}

#[test]
fn spot_colours_get_a_plate_of_their_own() {
    let spot = with_layout(with_print("quantity = 1"), |name, text| match name {
        "layout.toml" => changed(
            &text,
            "print = [92, 76, 0, 0]",
            "print = [92, 76, 0, 0], spot = \"PANTONE 286 C\"",
        ),
        _ => text,
    });
    build(&spot).exits(0);
    let verdict = spot.run(&["preflight", PRINT, "--json"]).exits(0).json();
    let plates = verdict["plates"].as_array().unwrap();
    assert!(plates.contains(&"PANTONE 286 C".into()), "{plates:?}");
    let sheet = std::fs::read(spot.path("out/test-brief-2024-05-print-spec.json")).unwrap();
    let sheet: serde_json::Value = serde_json::from_slice(&sheet).unwrap();
    // The accent is on contents and brief, the inner pages of these four; the outside has none.
    let [cover, ..] = sheet["parts"].as_array().unwrap().as_slice() else { panic!("{sheet}") };
    let ink = serde_json::json!({ "name": "PANTONE 286 C", "front": false, "back": true });
    assert_eq!(cover["spots"], serde_json::json!([ink]), "{sheet}");
    for bad in ["", "All", "cyan"] {
        let project = with_layout(with_print("quantity = 1"), |name, text| match name {
            "layout.toml" => changed(
                &text,
                "print = [92, 76, 0, 0]",
                &format!("print = [92, 76, 0, 0], spot = \"{bad}\""),
            ),
            _ => text,
        });
        project.run(&["check"]).exits(1).says("layouts/spri-brief/layout.toml:");
    }
}

#[test]
fn a_stitched_number_parts_into_cover_and_inside() {
    let project = Project::with_manifest(long(5, "split = true"));
    let report = build(&project).exits(0).json();
    assert_eq!(report["print"]["pages"], 8);
    assert_eq!((pages(&project, "-cover"), pages(&project, "-inside")), (4, 4));
    for part in ["-cover", "-inside"] {
        let file = format!("out/test-brief-2024-05-print{part}.pdf");
        project.run(&["preflight", &file]).exits(0);
    }
    Project::with_manifest(with_print("split = true"))
        .run(&["build", "--edition", "print"])
        .exits(1)
        .says("E0712")
        .says("split = true");
}

#[test]
fn the_parts_are_held_to_the_bleed_that_was_asked_for() {
    for bleed in ["2mm", "5mm"] {
        let lines = format!("split = true\nbleed = \"{bleed}\"");
        let project = Project::with_manifest(long(5, &lines));
        build(&project).exits(0);
        assert_eq!(pages(&project, "-cover"), 4, "{bleed}");
        let inside = "out/test-brief-2024-05-print-inside.pdf";
        project.run(&["preflight", inside, "--bleed", bleed]).exits(0);
        let usual = project.run(&["preflight", inside]);
        assert_eq!(usual.stdout.contains("P0413]"), bleed == "2mm", "{}", usual.stdout);
        project.run(&["preflight", inside, "--bleed", "25mm"]).exits(2);
    }
}

/// The pages of one of the print files, as the preflight counts them.
fn pages(project: &Project, part: &str) -> u64 {
    let file = format!("out/test-brief-2024-05-print{part}.pdf");
    let verdict = project.run(&["preflight", &file, "--json"]).json();
    verdict["pages"].as_u64().unwrap()
}

#[test]
fn a_bound_number_gets_a_cover_in_one_piece_around_its_spine() {
    let paper = "paper = { cover = \"아트지 250g\", inside = \"모조지 100g\" }";
    let lines = format!("binding = \"perfect\"\nsplit = true\n{paper}");
    let project = Project::with_manifest(long(6, &lines));
    let report = build(&project).exits(0).json();
    // 10 pages: 3 leaves × 0.118 + 2 × 0.2125 + 0.5, to a tenth.
    assert_eq!(report["print"]["pages"], 10);
    assert_eq!(report["print"]["spine_mm"], 1.3);
    assert_eq!((pages(&project, "-cover"), pages(&project, "-inside")), (2, 6));
    let Some(mut pdfinfo) = validator("pdfinfo") else { return };
    pdfinfo.arg("-box").arg(project.path("out/test-brief-2024-05-print-cover.pdf"));
    let told = output_of(pdfinfo);
    let trim = told.lines().find(|line| line.starts_with("TrimBox")).unwrap();
    let sides: Vec<f64> = trim
        .rsplit(':')
        .next()
        .unwrap()
        .split_whitespace()
        .map(|side| side.parse().unwrap())
        .collect();
    assert!(((sides[2] - sides[0]) / 72.0 * 25.4 - 421.3).abs() < 0.05, "{trim}");
}

#[test]
fn a_spine_needs_papers_that_are_known() {
    let lines = "binding = \"perfect\"\nsplit = true";
    build(&Project::with_manifest(long(6, lines))).exits(1).says("E0711").says("split = true");
    let vague = "binding = \"perfect\"\npaper = \"아트지\"";
    build(&Project::with_manifest(long(6, vague))).exits(0).says("W0709");
    let odd = "binding = \"perfect\"\npaper = \"비밀종이 90g\"";
    build(&Project::with_manifest(long(6, odd))).exits(0).says("W0710");
}

#[test]
fn a_layout_that_breaks_lines_otherwise_in_print_is_refused() {
    let other = with_layout(
        brief("기사", &"- 낱말이 여럿이라 줄이 넘어가는 글머리 하나를 둡니다 ".repeat(9)),
        |name, text| match name {
            "brief.typ" => changed(
                &text,
                "story(body, fit, accent-name, offset: title-level(at) - 1)",
                "pad(right: if edition == \"print\" { 9mm } else { 0mm }, \
                 story(body, fit, accent-name, offset: title-level(at) - 1))",
            ),
            _ => text,
        },
    );
    let finished = build(&other).exits(1);
    assert!(finished.stderr.contains("E0610"), "{}", finished.stderr);
}

#[test]
fn sheets_for_the_folder_are_made_of_the_finished_file() {
    let project = Project::with_manifest(long(5, "quantity = 1"));
    build(&project).exits(0);
    let creep = ["impose", PRINT, "--out", "out/sheets.pdf", "--creep", "0.12"];
    let said = project.run(&creep).exits(0).says("out/sheets.pdf");
    for line in
        ["the file is for saddle stitching", "0.12 mm a sheet, 0.12 mm on", "marks added: cut"]
    {
        assert!(said.stderr.contains(line), "no {line} in {}", said.stderr);
    }
    let proof = ["impose", PRINT, "--out", "out/proof.pdf", "--n-up", "2x2"];
    project.run(&proof).exits(0).says("a line around each page");
    for (file, sheets) in [("out/sheets.pdf", 4), ("out/proof.pdf", 2)] {
        let path = project.path(file);
        if let Some(mut qpdf) = validator("qpdf") {
            qpdf.arg("--check").arg(&path);
            output_of(qpdf);
        }
        if let Some(mut gs) = validator("gs") {
            gs.args(["-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"]);
            gs.arg(&path);
            output_of(gs);
        }
        let verdict = project.run(&["preflight", file, "--json"]).json();
        assert_eq!(verdict["pages"], sheets, "{file}");
        let intent = verdict["rules"].as_array().unwrap();
        let broken = intent.iter().filter(|rule| rule["outcome"] == "failed");
        let broken: Vec<&str> = broken.map(|rule| rule["rule"].as_str().unwrap()).collect();
        assert!(broken.iter().all(|rule| !rule.starts_with("P03")), "{file}: {broken:?}");
    }
}

#[test]
fn an_ink_that_is_to_look_in_two_ways_is_refused() {
    let spot =
        |text: &str, from: &str| changed(text, from, &format!("{from}, spot = \"PANTONE 286 C\""));
    let project = with_layout(with_print("quantity = 1"), |name, text| match name {
        "layout.toml" => {
            let other = text
                .lines()
                .find(|line| line.contains("print = [") && !line.contains("[92, 76, 0, 0]"));
            let other = other.unwrap().split("print = ").nth(1).unwrap();
            let other = format!("print = {}]", other.split(']').next().unwrap());
            spot(&spot(&text, "print = [92, 76, 0, 0]"), &other)
        }
        _ => text,
    });
    project.run(&["check"]).exits(1).says("E0528");
}
