//! The sample number, the whole of it: what an office would publish.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::{output_of, validator};

/// The sample, built once: its folder, its PDF and its report.
struct Sample {
    folder: tempfile::TempDir,
    report: serde_json::Value,
}

impl Sample {
    fn pdf(&self) -> PathBuf {
        self.folder.path().join("out/spri-ai-brief-2024-05-screen.pdf")
    }

    fn emitted(&self) -> PathBuf {
        self.folder.path().join("emitted")
    }
}

fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
        let output = Command::new(env!("CARGO_BIN_EXE_jikji"))
            .arg("build")
            .arg(manifest)
            .args([
                "--edition",
                "screen",
                "--out",
                "out",
                "--emit",
                "emitted",
                "--png",
                "60",
                "--json",
                "--no-lock",
            ])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(
            String::from_utf8_lossy(&output.stderr)
                .lines()
                .filter(|l| l.starts_with("warning"))
                .count(),
            0
        );
        let report = serde_json::from_slice(&output.stdout).unwrap();
        Sample { folder, report }
    })
}

#[test]
fn has_the_number_s_stories_each_on_one_page() {
    let report = &sample().report;
    let entries = report["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 19);
    assert_eq!(report["pages"], 22, "cover, contents, 18 briefs, events, back cover");
    for (index, entry) in entries.iter().enumerate() {
        assert_eq!(entry["page"], index + 1, "{entry}");
        assert_eq!(entry["pages"], 1, "{entry}");
        if entry["kind"] == "brief" {
            let fill = entry["fill"].as_f64().unwrap();
            assert!((0.6..=1.0).contains(&fill), "{entry}");
        }
    }
}

#[test]
fn lines_meet_the_house_figures() {
    let lines = &sample().report["lines"];
    let count = |name: &str| lines[name].as_u64().unwrap() as f64;
    assert!(count("lines") > 400.0, "{lines}");
    assert!(count("eojeol_split") <= 0.02 * count("lines"), "{lines}");
    assert!(count("loose_lines") <= 0.05 * count("justified_lines"), "{lines}");
    assert_eq!(count("very_loose_lines"), 0.0, "{lines}");
    assert_eq!(count("short_last_lines"), 0.0, "{lines}");
}

#[test]
fn contents_numbers_are_the_pages_numbers() {
    let sample = sample();
    let Some(mut command) = validator("pdftotext") else { return };
    command.args(["-layout", "-f", "2", "-l", "2"]).arg(sample.pdf()).arg("-");
    let contents = output_of(command);
    for entry in sample.report["entries"].as_array().unwrap() {
        if entry["kind"] != "brief" {
            continue;
        }
        let title = common::without_space(entry["title"].as_str().unwrap());
        let line = contents
            .lines()
            .find(|line| common::without_space(line).contains(&title))
            .unwrap_or_else(|| panic!("{title} is not in\n{contents}"));
        let number: u64 = line.split_whitespace().last().unwrap().parse().unwrap();
        assert_eq!(Some(number), entry["page"].as_u64());
        let Some(mut command) = validator("pdftotext") else { return };
        let sheet = entry["sheet"].to_string();
        command.args(["-raw", "-f", &sheet, "-l", &sheet]).arg(sample.pdf()).arg("-");
        assert!(common::without_space(&output_of(command)).contains(&title), "{title} on {sheet}");
    }
}

#[test]
fn passes_the_accessibility_and_archive_validators() {
    for flavour in ["ua1", "2a"] {
        let Some(mut command) = validator("verapdf") else { return };
        command.args(["--flavour", flavour, "--format", "text"]).arg(sample().pdf());
        let verdict = output_of(command);
        assert!(verdict.starts_with("PASS"), "{flavour}: {verdict}");
    }
    if let Some(mut command) = validator("qpdf") {
        command.arg("--check").arg(sample().pdf());
        output_of(command);
    }
}

#[test]
fn every_list_label_says_something() {
    let Some(mut command) = validator("pdfinfo") else { return };
    command.arg("-struct-text").arg(sample().pdf());
    let tree = output_of(command);
    let lines: Vec<&str> = tree.lines().map(str::trim).collect();
    let labels = lines.windows(2).filter(|pair| pair[0].starts_with("Lbl"));
    let said: Vec<&str> = labels.map(|pair| pair[1]).collect();
    assert!(said.len() > 200, "{} labels", said.len());
    assert!(said.iter().all(|label| label.starts_with('"') && label.len() > 2), "{said:?}");
    for sign in ["\"▪\"", "\"–\"", "\"•\"", "\"18\""] {
        assert!(said.contains(&sign), "{sign}");
    }
}

#[test]
fn a_printed_mail_address_can_be_followed() {
    let Some(mut command) = validator("qpdf") else { return };
    command.args(["--qdf", "--object-streams=disable"]).arg(sample().pdf()).arg("-");
    let bytes = command.output().unwrap().stdout;
    assert!(contains(&bytes, b"/URI (mailto:gangmin.park@spri.kr)"));
}

#[test]
fn no_helper_character_is_in_the_file() {
    let Some(mut command) = validator("qpdf") else { return };
    let plain = sample().folder.path().join("plain.pdf");
    command.args(["--qdf", "--object-streams=disable"]).arg(sample().pdf()).arg(&plain);
    output_of(command);
    let bytes = without_outlines(std::fs::read(&plain).unwrap());
    for helper in ['\u{2060}', '\u{200b}', '\u{ad}'] {
        let code = u32::from(helper) as u16;
        let mut utf8 = [0; 4];
        let utf8 = helper.encode_utf8(&mut utf8).as_bytes();
        let in_cmap = format!("{code:04x}");
        assert!(!contains(&bytes, utf8), "{in_cmap} as UTF-8");
        for map in bytes.split(|b| *b == b'\n').filter(|line| line.starts_with(b"<")) {
            let map = String::from_utf8_lossy(map).to_lowercase();
            let target = map.rsplit(" <").next().unwrap_or_default();
            let units: Vec<_> = target.as_bytes().chunks(4).collect();
            assert!(!units.contains(&in_cmap.as_bytes()), "{in_cmap} in a character map: {map}");
        }
        for string in strings(&bytes) {
            assert!(
                !string.starts_with(&[0xfe, 0xff])
                    || !string[2..].chunks(2).any(|unit| unit == code.to_be_bytes()),
                "{in_cmap} in a string"
            );
        }
    }
}

/// A file without its TrueType fonts, whose outlines hold any bytes by chance.
fn without_outlines(bytes: Vec<u8>) -> Vec<u8> {
    let find = |from: usize, part: &[u8]| {
        bytes[from..].windows(part.len()).position(|window| window == part).map(|at| from + at)
    };
    let (mut out, mut at, mut fonts) = (vec![], 0, 0);
    while let Some(start) = find(at, b"stream\n\0\x01\0\0") {
        let end = find(start, b"\nendstream").expect("a stream ends");
        out.extend_from_slice(&bytes[at..start]);
        (at, fonts) = (end, fonts + 1);
    }
    assert_eq!(fonts, 5, "the fonts of the number");
    out.extend_from_slice(&bytes[at..]);
    out
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

/// The literal strings of an uncompressed PDF, escapes resolved as far as UTF-16 needs.
fn strings(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![];
    let mut rest = bytes;
    while let Some(start) = rest.windows(3).position(|window| window == b"(\xfe\xff") {
        rest = &rest[start + 1..];
        let mut string = vec![];
        let mut index = 0;
        while index < rest.len() && rest[index] != b')' {
            if rest[index] == b'\\' && index + 1 < rest.len() {
                index += 1;
            }
            string.push(rest[index]);
            index += 1;
        }
        all.push(string);
    }
    all
}

#[test]
fn bookmarks_labels_and_metadata_are_there() {
    let Some(mut command) = validator("qpdf") else { return };
    command.args(["--json", "--json-key=outlines", "--json-key=pagelabels"]).arg(sample().pdf());
    let json: serde_json::Value = serde_json::from_str(&output_of(command)).unwrap();
    let outlines = json["outlines"].as_array().unwrap();
    let titles: Vec<_> = outlines.iter().map(|o| o["title"].as_str().unwrap()).collect();
    assert!(titles.iter().any(|title| title.contains("인공지능 산업 동향 브리프")), "{titles:?}");
    assert!(titles.iter().any(|title| title.contains("주요 행사")), "{titles:?}");
    let part = outlines.iter().find(|o| o["title"].as_str().unwrap().contains("동향")).unwrap();
    let sections = part["kids"].as_array().unwrap();
    assert_eq!(sections.len(), 4);
    let briefs: usize = sections.iter().map(|s| s["kids"].as_array().unwrap().len()).sum();
    assert_eq!(briefs, 18);
    let labels = &json["pagelabels"];
    assert!(labels.to_string().contains("\"/S\":\"/D\""), "{labels}");

    let Some(mut command) = validator("pdfinfo") else { return };
    command.arg("-isodates").arg(sample().pdf());
    let info = output_of(command);
    for expected in
        ["SPRI AI Brief 2024년 5월호", "소프트웨어정책연구소", "2024-05-07", "Tagged:          yes"]
    {
        assert!(info.contains(expected), "{expected} in\n{info}");
    }
    // A reader sees the trimmed page, without the bleed a press needs.
    assert!(info.contains("(A4)"), "{info}");
}

#[test]
fn the_emitted_project_sets_to_the_same_pages() {
    let Some(mut command) = validator("typst") else { return };
    let sample = sample();
    let script = "import sys, typst\n\
                  c = typst.Compiler(root=sys.argv[1], font_paths=[sys.argv[1] + '/fonts'], ignore_system_fonts=True)\n\
                  pages = c.compile(input=sys.argv[1] + '/main.typ', format='png', ppi=60)\n\
                  for i, page in enumerate(pages): open(f'{sys.argv[2]}/{i + 1:02}.png', 'wb').write(page)\n";
    let target = sample.folder.path().join("typst");
    std::fs::create_dir(&target).unwrap();
    command.arg("-c").arg(script).arg(sample.emitted()).arg(&target);
    output_of(command);
    for page in 1..=22 {
        let ours = sample.folder.path().join(format!("out/spri-ai-brief-2024-05-{page:02}.png"));
        let theirs = target.join(format!("{page:02}.png"));
        let (ours, theirs) =
            (image::open(ours).unwrap().to_rgb8(), image::open(theirs).unwrap().to_rgb8());
        assert_eq!(ours.dimensions(), theirs.dimensions());
        let differing = ours
            .pixels()
            .zip(theirs.pixels())
            .filter(|(a, b)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 2));
        assert_eq!(differing.count(), 0, "page {page}");
    }
}

#[test]
fn the_schema_accepts_the_sample_and_refuses_a_slip() {
    let Some(mut command) = validator("python3") else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema =
        Command::new(env!("CARGO_BIN_EXE_jikji")).arg("schema").current_dir(root).output().unwrap();
    assert!(schema.status.success());
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("schema.json"), &schema.stdout).unwrap();
    let script = "import sys, json, datetime, tomllib, jsonschema\n\
        def plain(v):\n\
        \x20   if isinstance(v, dict): return {k: plain(x) for k, x in v.items()}\n\
        \x20   if isinstance(v, list): return [plain(x) for x in v]\n\
        \x20   return v.isoformat() if isinstance(v, datetime.date) else v\n\
        schema = json.load(open(sys.argv[1]))\n\
        issue = plain(tomllib.load(open(sys.argv[2], 'rb')))\n\
        jsonschema.Draft202012Validator.check_schema(schema)\n\
        check = jsonschema.Draft202012Validator(schema)\n\
        errors = [e.message for e in check.iter_errors(issue)]\n\
        assert not errors, errors\n\
        issue['parts'][0]['sections'][0]['entries'][0]['titel'] = 'x'\n\
        slips = [f'{list(e.absolute_path)} {e.message}' for e in check.iter_errors(issue)]\n\
        assert len(slips) == 1 and \"'titel'\" in slips[0], slips\n";
    command
        .arg("-c")
        .arg(script)
        .arg(folder.path().join("schema.json"))
        .arg(root.join("issue.toml"));
    output_of(command);
}
