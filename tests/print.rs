//! The print edition of the sample number: what a press gets, judged by programs that had no part in it.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::{extracted_text, output_of, validator};

/// The sample's screen and print editions, built once.
struct Sample {
    folder: tempfile::TempDir,
    report: serde_json::Value,
    said: String,
}

impl Sample {
    fn file(&self, end: &str) -> PathBuf {
        self.folder.path().join(format!("out/spri-ai-brief-2024-05-{end}"))
    }

    fn print(&self) -> PathBuf {
        self.file("print.pdf")
    }
}

fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
        let mut command = Command::new(env!("CARGO_BIN_EXE_jikji"));
        command.arg("build").arg(manifest).args(["--json", "--lang", "ko", "--no-lock"]);
        let output = command.current_dir(folder.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        let report = serde_json::from_slice(&output.stdout).unwrap();
        Sample { folder, report, said }
    })
}

#[test]
fn both_editions_and_the_sheet_are_what_build_makes() {
    let files: Vec<&str> =
        sample().report["files"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
    let ends = ["-screen.pdf", "-print.pdf", "-print-spec.pdf", "-print-spec.json", "-print.xjdf"];
    assert_eq!(files.len(), ends.len());
    assert!(files.iter().zip(ends).all(|(file, end)| file.ends_with(end)), "{files:?}");
    assert!(sample().report["diagnostics"].as_array().unwrap().is_empty());
}

#[test]
fn pages_are_filled_to_whole_sheets_before_the_back_cover() {
    let print = &sample().report["print"];
    assert_eq!(print["pages"], 24);
    assert_eq!(print["filler_notes"], 1);
    assert_eq!(print["filler_blank"], 1);
    assert_eq!(print["fillers_from"], 22);
    assert!(sample().said.contains("뒤표지 앞에 2쪽을 더해 모두 24쪽"), "{}", sample().said);
    let Some(page) = page_text(&sample().print(), 22) else { return };
    assert!(page.contains("메모"), "{page}");
}

/// The text of one page as poppler reads it.
fn page_text(pdf: &Path, page: usize) -> Option<String> {
    let mut command = validator("pdftotext")?;
    let number = page.to_string();
    command.args(["-raw", "-enc", "UTF-8", "-f", &number, "-l", &number]).arg(pdf).arg("-");
    Some(output_of(command))
}

#[test]
fn every_line_breaks_as_it_does_on_screen() {
    for page in 1..=21 {
        let screen = page_text(&sample().file("screen.pdf"), page);
        let print = page_text(&sample().print(), page);
        assert_eq!(screen, print, "page {page}");
    }
    assert_eq!(page_text(&sample().file("screen.pdf"), 22), page_text(&sample().print(), 24));
}

#[test]
fn qpdf_and_mutool_find_no_fault() {
    if let Some(mut qpdf) = validator("qpdf") {
        qpdf.arg("--check").arg(sample().print());
        output_of(qpdf);
    }
    if let Some(mut mutool) = validator("mutool") {
        mutool.args(["draw", "-q", "-r", "20", "-o", "/dev/null", "-F", "pam"]);
        let output = mutool.arg(sample().print()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        // Debian's build has no colour management of its own.
        let faults = said.lines().filter(|line| !line.contains("ICC support is not available"));
        assert!(output.status.success() && faults.count() == 0, "{said}");
    }
}

#[test]
fn boxes_are_trim_bleed_and_room_for_marks() {
    let Some(mut pdfinfo) = validator("pdfinfo") else { return };
    pdfinfo.args(["-box", "-f", "1", "-l", "24"]).arg(sample().print());
    let told = output_of(pdfinfo);
    assert!(told.contains("PDF version:     1.6"), "{told}");
    let boxes = |name: &str| -> Vec<[f64; 4]> {
        let lines = told.lines().filter(|line| line.contains(&format!(" {name}:")));
        lines
            .map(|line| {
                let numbers = line.rsplit(':').next().unwrap().split_whitespace();
                let numbers: Vec<f64> = numbers.map(|n| n.parse().unwrap()).collect();
                numbers.try_into().unwrap()
            })
            .collect()
    };
    let (media, bleed, trim) = (boxes("MediaBox"), boxes("BleedBox"), boxes("TrimBox"));
    assert_eq!((media.len(), bleed.len(), trim.len()), (24, 24, 24), "{told}");
    let mm = 72.0 / 25.4;
    for page in 0..24 {
        let (m, b, t) = (media[page], bleed[page], trim[page]);
        assert!((t[2] - t[0] - 210.0 * mm).abs() < 0.02 && (t[3] - t[1] - 297.0 * mm).abs() < 0.02);
        for side in 0..4 {
            let out = |inner: [f64; 4], outer: [f64; 4]| (inner[side] - outer[side]).abs();
            assert!((out(t, b) - 3.0 * mm).abs() < 0.02, "page {page}: bleed {b:?}");
            assert!(out(b, m) > 3.0 * mm, "page {page}: no room for marks");
        }
    }
}

#[test]
fn fonts_are_embedded_subsets_without_type_3() {
    let Some(mut pdffonts) = validator("pdffonts") else { return };
    pdffonts.arg(sample().print());
    let told = output_of(pdffonts);
    let fonts: Vec<&str> = told.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        assert!(font.contains("yes yes yes") && !font.contains("Type 3"), "{font}");
    }
}

#[test]
fn the_file_says_what_pdf_x_4_wants_of_it() {
    let Some(mut python) = validator("python3") else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validators/intent.py");
    python.arg(script).arg(sample().print());
    let told: serde_json::Value = serde_json::from_str(&output_of(python)).unwrap();
    let is = |key: &str, value: &str| assert_eq!(told[key], value, "{key}");
    is("kind", "/GTS_PDFX");
    is("condition", "FOGRA39");
    is("registry", "http://www.color.org");
    is("profile_class", "prtr");
    is("profile_space", "CMYK");
    assert_eq!((told["intents"].as_u64(), told["components"].as_u64()), (Some(1), Some(4)));
    assert_eq!((told["annotations"].as_u64(), told["id"].as_u64()), (Some(0), Some(2)));
    let (xmp, info) = (&told["xmp"], &told["docinfo"]);
    assert_eq!(xmp["pdfxid:GTS_PDFXVersion"], "PDF/X-4");
    assert_eq!(xmp["xmpMM:RenditionClass"], "default");
    assert!(xmp["xmpMM:DocumentID"].as_str().unwrap().starts_with("uuid:"));
    assert!(!xmp["xmpMM:VersionID"].is_null());
    assert_eq!((&xmp["pdf:Trapped"], &info["/Trapped"]), (&"False".into(), &"/False".into()));
    assert_eq!(xmp["dc:title"], info["/Title"]);
    assert_eq!(xmp["pdf:Producer"], info["/Producer"]);
    assert_eq!(xmp["xmp:CreatorTool"], info["/Creator"]);
    assert_eq!(xmp["xmp:CreateDate"], "2024-05-07T00:00:00+09:00");
    assert_eq!(info["/CreationDate"], "D:20240507000000+09'00'");
    assert_eq!(xmp["xmp:ModifyDate"], xmp["xmp:CreateDate"]);
    assert_eq!(info["/ModDate"], info["/CreationDate"]);
}

#[test]
fn preflight_accepts_what_build_made() {
    let output = Command::new(env!("CARGO_BIN_EXE_jikji"))
        .arg("preflight")
        .arg(sample().print())
        .arg("--json")
        .output()
        .unwrap();
    assert!(output.status.success());
    let verdict: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(verdict["passed"], true);
    let failed: Vec<_> = verdict["rules"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|rule| {
            ["failed", "warned", "not-checked"].contains(&rule["outcome"].as_str().unwrap())
        })
        .collect();
    assert!(failed.is_empty(), "{failed:?}");
    assert_eq!(verdict["plates"], serde_json::json!(["Cyan", "Magenta", "Yellow", "Black"]));
}

#[test]
fn the_profiles_of_shops_take_it() {
    let file = sample().print();
    for profile in ["coated", "uncoated", "digital"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jikji"));
        command.arg("preflight").arg(&file).args(["--profile", profile]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{profile}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn the_specification_sheet_describes_the_file() {
    let json = std::fs::read(sample().file("print-spec.json")).unwrap();
    let sheet: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(sheet["pages"]["total"], 24);
    assert_eq!(sheet["binding"], "saddle-stitch");
    assert_eq!(sheet["parts"][0]["paper"], "아트지 200g");
    assert_eq!(sheet["measured"]["preflight"]["errors"], 0);
    let most = sheet["measured"]["ink"]["percent"].as_f64().unwrap();
    assert!((100.0..=300.0).contains(&most), "{most}");
    if let Some(mut sha256sum) = validator("sha256sum") {
        sha256sum.arg(sample().print());
        let digest = output_of(sha256sum);
        assert!(digest.starts_with(sheet["files"][0]["sha256"].as_str().unwrap()), "{digest}");
    }
    let Some(text) = extracted_text(&sample().file("print-spec.pdf")) else { return };
    for said in ["인쇄사양서", "SPRIAIBrief", "24쪽", "중철", "FOGRA39", "아트지200g", "500부"]
    {
        assert!(text.contains(said), "no {said} in {text}");
    }
}

#[test]
fn ghostscript_renders_every_page_and_finds_ink_on_it() {
    let Some(mut gs) = validator("gs") else { return };
    gs.args(["-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=inkcov", "-r36"]);
    gs.args(["-sOutputFile=-"]).arg(sample().print());
    let told = output_of(gs);
    let pages: Vec<Vec<f64>> = told
        .lines()
        .filter(|line| line.contains("CMYK OK"))
        .map(|line| line.split_whitespace().filter_map(|share| share.parse().ok()).collect())
        .collect();
    assert_eq!(pages.len(), 24, "{told}");
    // The marks stand on every plate, so that even the blank page has a little of each ink.
    assert!(pages.iter().all(|inks| inks.len() == 4 && inks.iter().all(|share| *share > 0.0)));
    let blank = &pages[22];
    assert!(blank.iter().all(|share| *share < 0.02), "{blank:?}");
    assert!(pages[0].iter().sum::<f64>() > 1.0, "the cover is full of ink: {:?}", pages[0]);
}
