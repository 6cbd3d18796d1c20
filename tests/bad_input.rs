//! Bad input: each gives one clear diagnostic at the right place, exit status 1, and no file is touched.

mod common;

use common::{HEAD, Project, brief, entry, issue};

/// Runs `build` over a project whose `out/` holds an old edition and checks code and place.
#[track_caller]
fn refuses(project: Project, code: &str, place: &str) {
    let old = "out/test-brief-2024-05-screen.pdf";
    let project = project.file(old, "the old edition");
    let finished = project.run(&["build"]).exits(1);
    let heads: Vec<&str> =
        finished.stderr.lines().filter(|line| line.starts_with("error[")).collect();
    assert_eq!(heads.len(), 1, "one error, not:\n{}", finished.stderr);
    assert!(heads[0].starts_with(&format!("error[{code}]")), "{code}, not:\n{}", finished.stderr);
    assert!(finished.stderr.contains(place), "at {place}, not:\n{}", finished.stderr);
    assert!(finished.stderr.contains("= help: "), "no help in:\n{}", finished.stderr);
    assert_eq!(finished.stdout, "", "nothing is announced");
    let out = project.out();
    assert_eq!(out.len(), 1, "{:?}", out.iter().map(|(name, _)| name).collect::<Vec<_>>());
    assert_eq!(out[0].1, b"the old edition");
}

/// A manifest whose only brief has this body; the body starts at line 20, column 1.
fn with_body(body: &str) -> Project {
    Project::with_manifest(brief("제목", body))
}

/// A manifest with a line added to its only entry.
fn with_field(line: &str) -> Project {
    Project::with_manifest(issue(&format!("{}body = \"- 본문\"\n{line}\n", entry("제목"))))
}

#[test]
fn toml_syntax_error() {
    let manifest = brief("제목", "- 본문").replace("name = \"Test Brief\"", "name = \"Test Brief");
    refuses(Project::with_manifest(manifest), "E0110", "issue.toml:4:");
}

#[test]
fn what_is_wrong_in_texts_glyphs_and_lengths_is_told_in_one_run() {
    let entries = [("하나", "- 힌蹁"), ("둘", "- <b>"), ("셋", "- 한 줄\n")];
    let body = |(title, body): (&str, &str)| {
        let times = if title == "셋" { 100 } else { 1 };
        format!("{}body = \'\'\'\n{}\n\'\'\'\n", entry(title), body.repeat(times))
    };
    let manifest = issue(&entries.map(body).join("\n"));
    let told = Project::with_manifest(manifest).run(&["build"]).exits(1);
    let told = told.says("E0602").says("E0601");
    let codes = told.stderr.lines().filter(|line| line.starts_with("error[")).count();
    assert_eq!(codes, 3, "{}", told.stderr);
}

/// A manifest that cannot be read as a whole hides nothing that is wrong further down.
#[test]
fn faults_of_fields_do_not_hide_those_of_texts() {
    let of = |(title, body): (&str, String)| format!("{}body = '''\n{body}\n'''\n", entry(title));
    let entries =
        [("하나", "- 힌蹁".into()), ("둘", "- 본문".into()), ("셋", "- 한 줄\n".repeat(100))];
    let whole = issue(&entries.map(of).join("\n"));
    let told = |manifest: &str, codes: &[&str]| {
        let told = Project::with_manifest(manifest).run(&["build"]).exits(1);
        let first = told.stderr.lines().filter_map(|line| line.strip_prefix("error["));
        let found: Vec<&str> = first.map(|line| &line[..5]).collect();
        assert_eq!(found, codes, "{}", told.stderr);
    };
    let second = whole.replace("title = \"둘\"", "titel = \"둘\"");
    told(&second, &["E0602", "E0201", "E0601"]);
    told(&second.replace("month = 5", "month = 13"), &["E0216", "E0602", "E0201", "E0601"]);
    told(&whole.replace("publisher = \"연구소\"", ""), &["E0203", "E0602", "E0601"]);
    // A text without a glyph is told of in an entry that lacks a field, too.
    let first = whole.replacen("title = \"하나\"\n", "", 1);
    told(&first, &["E0203", "E0602", "E0601"]);
}

#[test]
fn a_hint_fits_what_was_written() {
    let year = brief("제목", "- 본문").replace("year = 2024", "year = \"2023\"");
    Project::with_manifest(year).run(&["check"]).exits(1).says("write it as 2023, without quotes");
    let web = with_body("![그림](https://example.org/a.png)").run(&["check"]).exits(1);
    web.says("E0362").says("1 error");
    with_body("- 본문\u{1}").run(&["check"]).exits(1).says("(U+0001)");
    let empty = with_field("image = { file = \"a.svg\", alt = \"\" }").run(&["check"]).exits(1);
    empty.says("E0245").says("screen reader");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"1\"/>";
    let flat = with_body("![그림](a.svg)").file("a.svg", svg).run(&["check"]).exits(1);
    flat.says("E0413").says("issue.toml:24:1").says("`width=\"0\"`").says("1 error");
}

#[test]
fn fillers_are_no_kinds_of_entries() {
    let manifest = brief("제목", "- 본문").replace("kind = \"brief\"", "kind = \"notes\"");
    let told = Project::with_manifest(&manifest).run(&["check"]).exits(1);
    assert!(!told.stderr.contains("`blank`"), "{}", told.stderr);
    refuses(Project::with_manifest(manifest), "E0223", "issue.toml:19:8");
}

#[test]
fn a_book_in_the_place_of_a_brief_is_refused_before_it_is_set() {
    let book = "- 사람이 한 달 동안 읽을 만큼 긴 글\n".repeat(300_000 / 30);
    refuses(with_body(&book), "E0611", "issue.toml:20:9");
    let crumbs = "- 가\n".repeat(2_000);
    refuses(with_body(&crumbs), "E0611", "issue.toml:20:9");
}

#[test]
fn unknown_field_names_the_nearest() {
    let manifest = brief("제목", "- 본문").replace("\ntitle = \"제목", "\ntitel = \"제목");
    Project::with_manifest(&manifest).run(&["check"]).exits(1).says("perhaps `title` is meant");
    refuses(Project::with_manifest(manifest), "E0201", "issue.toml:20:1");
}

#[test]
fn missing_required_field() {
    let manifest = brief("제목", "- 본문").replace("publisher = \"연구소\"\n", "");
    refuses(Project::with_manifest(manifest), "E0203", "issue.toml:3:");
}

#[test]
fn wrong_type() {
    let manifest = brief("제목", "- 본문").replace("year = 2024", "year = \"2024\"");
    refuses(Project::with_manifest(manifest), "E0205", "issue.toml:8:8");
}

#[test]
fn a_date_that_is_not() {
    let manifest = brief("제목", "- 본문").replace("2024-05-07", "2024-02-30");
    refuses(Project::with_manifest(manifest), "E0121", "issue.toml:10:");
}

#[test]
fn empty_title() {
    refuses(Project::with_manifest(brief("", "- 본문")), "E0215", "issue.toml:20:9");
}

#[test]
fn a_mark_where_none_may_stand_is_one_error() {
    refuses(
        with_body("| 가 | 나 |\n| --- | --- |\n| 다[^a] | 라 |\n\n[^a]: 주석"),
        "E0345",
        "issue.toml:26:",
    );
}

#[test]
fn a_section_without_entries() {
    refuses(Project::with_manifest(issue("")), "E0220", "issue.toml:15:");
}

#[test]
fn two_entries_with_the_same_title() {
    let one = format!("{}body = \"- 본문\"\n", entry("같은 제목"));
    let project = Project::with_manifest(issue(&format!("{one}\n{one}")));
    let finished = project.run(&["check"]).exits(1);
    finished.says("error[E0221]").says("issue.toml:20:9").says("first here");
}

#[test]
fn unknown_kind_and_layout() {
    let manifest = brief("제목", "- 본문");
    let kind = manifest.replace("kind = \"brief\"", "kind = \"breif\"");
    refuses(Project::with_manifest(kind), "E0222", "issue.toml:19:8");
    let layout = manifest.replace("\"spri-brief\"", "\"spri-breif\"");
    refuses(Project::with_manifest(layout), "E0502", "issue.toml:1:10");
}

fn with_image(path: &str) -> Project {
    with_field(&format!("image = {{ file = \"{path}\", alt = \"그림\" }}"))
}

#[test]
fn images_that_are_none() {
    refuses(with_image("none.png"), "E0145", "issue.toml:24:");
    refuses(with_image("a.png").file("a.png", "no picture at all"), "E0401", "issue.toml:24:");
}

#[test]
fn truncated_image() {
    let whole = png(64, 64);
    let project = with_image("a.png").file("a.png", &whole[..whole.len() / 2]);
    refuses(project, "E0404", "issue.toml:24:");
}

#[test]
fn an_image_of_20000_by_20000_pixels() {
    let mut bomb = png(1, 1);
    bomb[16..20].copy_from_slice(&20_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&20_000_u32.to_be_bytes());
    let crc = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    refuses(with_image("a.png").file("a.png", bomb), "E0402", "issue.toml:24:");
}

#[test]
fn an_svg_that_loads_a_file_or_an_address() {
    for target in ["secret.png", "https://example.com/a.png", "file:///etc/passwd"] {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\
             <image href=\"{target}\" width=\"9\" height=\"9\"/></svg>"
        );
        refuses(with_image("a.svg").file("a.svg", svg), "E0411", "issue.toml:24:");
    }
}

#[test]
fn paths_that_leave_the_project() {
    refuses(with_image("../a.png"), "E0140", "issue.toml:24:");
    refuses(with_image("/etc/passwd"), "E0141", "issue.toml:24:");
    let body = issue(&format!("{}body = {{ file = \"../x.md\" }}\n", entry("제목")));
    refuses(Project::with_manifest(body), "E0140", "issue.toml:23:");
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_that_leaves_the_project() {
    let outside = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(outside.path(), png(4, 4)).unwrap();
    let project = with_image("a.png");
    std::os::unix::fs::symlink(outside.path(), project.path("a.png")).unwrap();
    refuses(project, "E0143", "issue.toml:24:");
}

#[test]
fn markdown_that_is_not_ours() {
    refuses(with_body("- 본문 <br>"), "E0311", "issue.toml:24:6");
    refuses(with_body("- **닫지 않은 강조"), "E0330", "issue.toml:24:3");
    refuses(with_body("- [누르세요](javascript:alert)"), "E0334", "issue.toml:24:");
}

#[test]
fn marks_and_notes_that_do_not_meet() {
    refuses(with_body("- 본문[^a]"), "E0340", "issue.toml:24:");
    refuses(with_body("- 본문\n\n[^a]: 주석"), "E0341", "issue.toml:26:");
}

#[test]
fn a_character_without_glyph() {
    let finished = with_body("- 바이두의 힌蹁 로빈 리").run(&["build"]).exits(1);
    finished.says("error[E0602]").says("U+8E41").says("issue.toml:24:9");
}

#[test]
fn private_use_and_control_characters() {
    refuses(with_body("- 본문 \u{f06c} 목록"), "E0304", "issue.toml:24:6");
    refuses(with_body("- 본문 \u{e123} 목록"), "E0303", "issue.toml:24:6");
    let manifest = issue(&format!("{}body = \"- 본문\\u0000\"\n", entry("제목")));
    refuses(Project::with_manifest(manifest), "E0305", "issue.toml:23:");
    let manifest = issue(&format!("{}body = \"- 본문\\u0085\"\n", entry("제목")));
    refuses(Project::with_manifest(manifest), "E0305", "issue.toml:23:");
    refuses(with_body("- 본문\u{1}"), "E0126", "issue.toml:24:5");
}

#[test]
fn lone_surrogate_escape() {
    let manifest = issue(&format!("{}body = \"- 본문 \\uD800\"\n", entry("제목")));
    refuses(Project::with_manifest(manifest), "E0125", "issue.toml:23:");
}

#[test]
fn a_manifest_of_50_megabytes() {
    let manifest = format!("{HEAD}# {}\n", "가".repeat(50 * 1024 * 1024 / 3));
    refuses(Project::with_manifest(manifest), "E0103", "issue.toml");
}

#[test]
fn lists_10000_deep() {
    let mut body = String::new();
    for depth in 0..10_000 {
        body.push_str(&" ".repeat((depth % 100) * 2));
        body.push_str("- 항목\n");
    }
    with_body(&body).run(&["check"]).exits(1).says("error[E0350]");
    let dashes = format!("{}끝", "- ".repeat(10_000));
    with_body(&dashes).run(&["check"]).exits(1).says("error[E0350]");
    let arrays =
        issue(&format!("{}body = {}1{}\n", entry("제목"), "[".repeat(10_000), "]".repeat(10_000)));
    Project::with_manifest(arrays).run(&["check"]).exits(1).says("error[E0130]");
}

#[test]
fn encodings_that_are_not_utf8() {
    let text = brief("제목", "- 본문");
    let utf16: Vec<u8> =
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    refuses(Project::with_manifest(utf16), "E0104", "issue.toml");
    let (cp949, _, _) = encoding_rs::EUC_KR.encode(&text);
    refuses(Project::with_manifest(cp949), "E0105", "issue.toml");
    refuses(
        Project::with_manifest([text.as_bytes(), b"# \xff\xfe\xf0\n"].concat()),
        "E0106",
        "issue.toml:26:3",
    );
}

#[test]
fn byte_order_mark_windows_line_ends_and_decomposed_hangul_work() {
    use unicode_normalization::UnicodeNormalization;
    let plain = brief("한글 제목", "- 본문 글머리");
    let expected = Project::with_manifest(&plain);
    expected.run(&["build"]).exits(0);
    for variant in [
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        plain.nfd().collect(),
        format!("\u{feff}{}", plain.nfd().collect::<String>().replace('\n', "\r\n")),
    ] {
        let project = Project::with_manifest(variant);
        project.run(&["build"]).exits(0);
        assert_eq!(project.out(), expected.out());
    }
}

#[test]
fn typst_code_is_plain_text() {
    let hostile = "#read(\"/etc/passwd\") $x$ @x <x> // /* */ \\u{41} `raw` #[x] ~ --- ... \\";
    for place in ["- ", "## ", ""] {
        let body = format!("{place}{}", escape_markdown(hostile));
        let project = with_body(&body);
        project.run(&["build"]).exits(0);
        let pdf = project.path("out/test-brief-2024-05-screen.pdf");
        if let Some(text) = common::extracted_text(&pdf) {
            let expected = common::without_space(hostile);
            assert!(text.contains(&expected), "{expected} in {text}");
        }
    }
}

/// Backslash escapes for what Markdown itself would read.
fn escape_markdown(text: &str) -> String {
    text.chars()
        .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
        .collect()
}

#[test]
fn all_errors_come_in_one_run_in_document_order() {
    let manifest = brief("제목", "- **안 닫음\n- <b>날것</b>\n- 본문[^x]")
        .replace("month = 5", "month = 13")
        .replace("title = \"정책\"", "titel = \"정책\"");
    let finished = Project::with_manifest(manifest).run(&["check", "--json"]).exits(1);
    let report = finished.json();
    let found = report["diagnostics"].as_array().unwrap();
    let codes: Vec<_> = found.iter().map(|d| d["code"].as_str().unwrap()).collect();
    for code in ["E0216", "E0201", "E0330", "E0311", "E0340"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    let lines: Vec<_> = found.iter().map(|d| d["place"]["line"].as_u64().unwrap()).collect();
    assert!(lines.is_sorted(), "{lines:?}");
}

/// A valid PNG of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 7 % 256) as u8, (y * 13 % 256) as u8, (x * y % 256) as u8])
    });
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// CRC-32 as PNG chunks carry it (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn single_brackets_where_double_are_meant() {
    let manifest = brief("제목", "- 본문").replace("[[parts]]", "[parts]");
    refuses(Project::with_manifest(manifest), "E0243", "issue.toml:12:");
}
