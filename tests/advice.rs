//! Every advice is followed: what a message tells to write is written, and no error is left at that place.

mod common;

use std::collections::BTreeSet;

use common::Project;

const SOUND: &str = r#"layout = "spri-brief"

[publication]
name = "물길 소식"
publisher = "물길연구소"

[issue]
year = 2025
month = 6
published = 2025-06-10

[[parts]]
title = "동향"

[[parts.sections]]
title = "정책"

[[parts.sections.entries]]
kind = "brief"
title = "기사 하나"
key = ["핵심 하나", "핵심 둘"]
body = '''
- 본문
'''
chart = { kind = "share", unit = "%", alt = "도입 40%", caption = "현황", data = [
  { label = "도입", value = 40 },
  { label = "검토", value = 60 },
] }
sources = [
  { publisher = "UN", title = "GA", date = 2025-03-21 },
]

[[parts]]
title = "행사"

[[parts.entries]]
kind = "events"
title = "행사 일정"
rows = [{ name = "총회", period = "2025.7.21~27" }]
"#;

/// A slip: what of the sound manifest is written otherwise, the code of the only error that says so, and what the
/// advice makes of it; `None` where `jikji fix` writes it.
type Slip = (&'static str, &'static str, &'static str, Option<&'static str>);

const SLIPS: &[Slip] = &[
    ("title = \"기사 하나\"", "title = \"기사 하나", "E0110", Some("title = \"기사 하나\"")),
    (
        "검토\", value = 60 },\n] }",
        "검토\", value = 60 },\n]",
        "E0113",
        Some("검토\", value = 60 },\n] }"),
    ),
    ("value = 40 },", "value = 40,", "E0113", Some("value = 40 },")),
    ("2025-03-21 },", "2025-03-21", "E0113", Some("2025-03-21 },")),
    ("둘\"]", "둘\"", "E0112", Some("둘\"]")),
    ("[issue]", "[issue", "E0114", None),
    ("title = \"기사 하나\"", "title \"기사 하나\"", "E0115", None),
    ("title = \"기사 하나\"", "title =", "E0116", Some("title = \"글\"")),
    ("month = 6", "month = 6\nmonth = 7", "E0117", Some("month = 6")),
    ("\"기사 하나\"", "기사 하나", "E0118", None),
    ("\"기사 하나\"", "“기사 하나”", "E0119", None),
    ("\"기사 하나\"", "\"기사 하나”", "E0119", None),
    ("\"기사 하나\"", "「기사 하나」", "E0119", None),
    ("\"기사 하나\"", "`기사 하나`", "E0119", None),
    ("title = \"기사", "제목 = \"기사", "E0120", Some("title = \"기사")),
    ("2025-06-10", "2025.6.10", "E0121", None),
    ("2025-06-10", "2025-6-10", "E0121", None),
    ("2025-06-10", "2025. 6. 10.", "E0208", None),
    ("2025-06-10", "2025년 6월 10일", "E0208", None),
    ("2025-06-10", "20250610", "E0208", None),
    ("2025-06-10", "\"2025. 6. 10.\"", "E0211", None),
    ("2025-06-10", "2025-06-10T10:00:00", "E0212", None),
    ("month = 6", "month = 06", "E0123", None),
    ("month = 6", "month = 6월", "E0205", None),
    ("year = 2025", "year = \"2025\"", "E0205", None),
    ("\"기사 하나\"", "\"기사 \\<하나\"", "E0124", None),
    ("'''\n- 본문\n'''", "\"- 2024\\. 본문\"", "E0124", None),
    ("\"기사 하나\"", "\"기사 \\uD800\"", "E0125", Some("\"기사 하나\"")),
    ("\"기사 하나\"", "\"기사\u{1} 하나\"", "E0126", None),
    ("하나\", \"핵심", "하나\" \"핵심", "E0128", None),
    ("title = \"기사 하나\"", "title = \"기사 하나\",", "E0129", None),
    ("title = \"기사 하나\"", "title = \"기사 하나\" ;", "E0132", Some("title = \"기사 하나\"")),
    ("\"기사 하나\"", "\"기사 \"역사적\" 하나\"", "E0132", None),
    ("핵심 하나", "핵심 \"역사적\" 하나", "E0137", None),
    ("title = \"기사", "title ＝ \"기사", "E0138", None),
    ("title = \"기사", "title: \"기사", "E0138", None),
    ("[issue]", "［issue］", "E0138", None),
    ("[[parts.sections]]", "【【parts.sections】】", "E0138", None),
    ("[\"핵심 하나\", \"핵심 둘\"]", "［\"핵심 하나\"， \"핵심 둘\"］", "E0138", None),
    ("label = \"도입\"", "label： \"도입\"", "E0138", None),
    ("title = \"기사", "title\u{3000}= \"기사", "E0139", None),
    ("title = \"기사", "title =\u{A0}\"기사", "E0139", None),
    ("title = \"기사", "\u{200B}title = \"기사", "E0139", None),
    ("[issue]", "[issue]\u{3000}", "E0139", None),
    ("'''\n- 본문\n'''", "```\n- 본문\n```", "E0150", None),
    ("'''\n- 본문\n'''", "’’’\n- 본문\n’’’", "E0150", None),
    ("'''\n- 본문\n'''", "'''\n- 본문\n’’’", "E0150", None),
    ("'''\n- 본문\n'''", "''\n- 본문\n''", "E0150", None),
    ("value = 40", "value = 1,040", "E0151", None),
    ("value = 40", "value = 40%", "E0206", None),
    ("value = 40", "value = \"40%\"", "E0206", None),
    ("value = 40", "value = 예", "E0206", Some("value = 40")),
    ("kind = \"events\"", "kind = \"event\"", "E0222", Some("kind = \"events\"")),
    ("kind = \"events\"", "knid = \"events\"", "E0201", Some("kind = \"events\"")),
    ("kind = \"events\"\n", "", "E0203", Some("kind = \"events\"\n")),
    ("title = \"기사", "memo = 1\ntitle = \"기사", "E0202", Some("title = \"기사")),
    (
        "caption = \"현황\", ",
        "caption = \"현황\", memo = \"x\", ",
        "E0202",
        Some("caption = \"현황\", "),
    ),
    ("\"기사 하나\"", "2025", "E0204", None),
    ("[\"핵심 하나\", \"핵심 둘\"]", "\"핵심 하나\"", "E0209", None),
    (
        "[{ name = \"총회\", period = \"2025.7.21~27\" }]",
        "{ name = \"총회\", period = \"2025.7.21~27\" }",
        "E0243",
        None,
    ),
    ("[[parts]]\ntitle = \"동향\"", "[parts]\ntitle = \"동향\"", "E0243", None),
    ("[[parts]]\ntitle = \"동향\"", "[[part]]\ntitle = \"동향\"", "E0290", None),
    ("[[parts.sections]]", "[[sections]]", "E0290", None),
    ("[[parts.sections.entries]]", "[[entries]]", "E0290", None),
    ("[issue]", "[[issue]]", "E0291", None),
    (
        "[[parts.sections]]\ntitle = \"정책\"\n",
        "",
        "E0292",
        Some("[[parts.sections]]\ntitle = \"정책\"\n"),
    ),
    ("[[parts.sections.entries]]\n", "", "E0293", None),
    ("[issue]\n", "", "E0293", None),
];

/// Messages of a manifest's notation whose advice has no slip here, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    ("E0104", "the file as a whole"),
    ("E0105", "the file as a whole"),
    ("E0106", "the file as a whole"),
    ("E0107", "the file as a whole"),
    ("E0108", "the machine"),
    ("E0111", "what is never closed is said in the words of E0136 where a table follows"),
    ("E0122", "told as E0205 or E0206 wherever a number is wanted"),
    ("E0127", "a text cannot say it: line ends are read alike"),
    ("E0130", "no manifest is so deep"),
    ("E0131", "tables that meet are told as headers"),
    ("E0133", "the words of another version of the parser"),
    ("E0134", "a count"),
    ("E0135", "only `[fonts] system` takes it"),
    ("E0136", "as E0150"),
    ("E0152", "in `a_path_is_written_as_it_is_advised`"),
    ("E0207", "only `[fonts] system` takes it"),
    ("E0210", "no field of the sample"),
    ("E0215", "the text is the author's"),
    ("E0217", "the year is the author's"),
    ("E0224", "as E0222"),
    ("E0235", "a length of the layout"),
    ("E0241", "as E0222"),
];

fn codes(project: &Project) -> Vec<String> {
    let report = project.run(&["check", "--json"]).json();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let errors = found.filter(|found| found["severity"] == "error");
    errors.map(|found| found["code"].as_str().unwrap().to_string()).collect()
}

#[test]
fn what_a_message_tells_to_write_is_taken() {
    for (from, to, code, advised) in SLIPS {
        assert_eq!(SOUND.matches(from).count().min(1), 1, "{from}");
        let project = Project::with_manifest(SOUND.replacen(from, to, 1));
        assert_eq!(codes(&project), [*code], "{to}");
        match advised {
            Some(advised) => {
                std::fs::write(project.path("issue.toml"), SOUND.replacen(from, advised, 1))
                    .unwrap()
            }
            None => {
                project.run(&["fix"]).exits(0).says("fixed 1 finding");
            }
        }
        assert_eq!(codes(&project), [""; 0], "{to}");
    }
}

#[test]
fn every_message_of_notation_is_followed_or_told_why_not() {
    let followed: BTreeSet<&str> = SLIPS.iter().map(|(_, _, code, _)| *code).collect();
    let other: BTreeSet<&str> = ELSEWHERE.iter().map(|(code, _)| *code).collect();
    for message in jikji::document::messages::ALL {
        let code = message.code;
        assert!(followed.contains(code) != other.contains(code), "{code}");
    }
}

/// Paths: what is advised is a file that is there.
#[test]
fn a_path_is_written_as_it_is_advised() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let with = |line: &str, body: &str| {
        let manifest = SOUND.replacen("'''\n- 본문", &format!("'''\n{body}\n- 본문"), 1);
        let manifest = manifest.replacen("sources = [", &format!("{line}\nsources = ["), 1);
        Project::with_manifest(manifest)
            .file("images/흐름도 (최종).svg", svg)
            .file("images/face.svg", svg)
            .file("그림/images/face.svg", svg)
            .file("그림/images/face.svg", svg)
    };
    let image = |path: &str| format!("image = {{ file = {path}, alt = \"그림\" }}");
    for (written, code, advised) in [
        ("\"images\\face.svg\"", "E0142", "images/face.svg"),
        ("\"그림\\images\\face.svg\"", "E0152", "그림/images/face.svg"),
        ("\"images\\\\face.svg\"", "E0142", "images/face.svg"),
        ("\"C:\\Users\\face.svg\"", "E0152", "images/face.svg"),
        ("\"images/fcae.svg\"", "E0146", "images/face.svg"),
        ("\"face.svg\"", "E0146", "images/face.svg"),
        ("\"Images/Face.svg\"", "E0144", "images/face.svg"),
        ("\"images/흐름도%20(최종).svg\"", "E0146", "images/흐름도 (최종).svg"),
    ] {
        let project = with(&image(written), "");
        assert_eq!(codes(&project), [code], "{written}");
        project.run(&["check"]).exits(1).says(&format!("`{advised}`"));
        assert_eq!(codes(&with(&image(&format!("\"{advised}\"")), "")), [""; 0]);
    }
    let spaced = with("", "![그림](images/흐름도 (최종).svg)\n");
    spaced.run(&["check"]).exits(1).says("error[E0333]").says("%20");
    assert_eq!(codes(&with("", "![그림](images/흐름도%20(최종).svg)\n")), [""; 0]);
    assert_eq!(codes(&with("", "![그림](C:\\images\\face.svg)\n")), ["E0141"]);
}

/// A kind that is not sure does not keep the entry's other slips.
#[test]
fn an_entry_is_looked_over_whatever_its_kind_is_called() {
    for kind in ["kind = \"breif\"", "knid = \"brief\"", ""] {
        let manifest =
            SOUND.replacen("kind = \"brief\"", kind, 1).replacen("key = [", "kye = [", 1);
        let found = codes(&Project::with_manifest(manifest));
        assert_eq!(found.len(), 2, "{kind}: {found:?}");
        assert_eq!(found[1], "E0201");
    }
}

/// What a layout cuts is told where it is written.
#[test]
fn a_tagline_that_is_cut_is_told() {
    let tagline = "산업의 최신 동향과 정책 과제를 한눈에 살펴보는 월간 소식지 ".repeat(4);
    let with = |tagline: &str| {
        let line = format!("publisher = \"물길연구소\"\ntagline = \"{tagline}\"");
        Project::with_manifest(SOUND.replacen("publisher = \"물길연구소\"", &line, 1))
    };
    let told = with(&tagline).run(&["check"]).exits(0);
    let told = told.says("warning[W0632]").says("issue.toml:6:");
    assert_eq!(told.stderr.matches("W0632").count(), 1);
    with("산업의 최신 동향").run(&["check"]).exits(0).says("no problems found");
}

/// A document of another program, and a manuscript without a command.
#[test]
fn what_is_no_manuscript_or_no_command_says_how() {
    let project = Project::with_manifest(SOUND).file("6월호.hwp", "x").file("ad.PDF", "x");
    project
        .run(&["check", "6월호.hwp", "--lang", "ko"])
        .exits(1)
        .says("한글(HWP) 문서")
        .says("`jikji fix`");
    project.run(&["check", "ad.PDF"]).exits(1).says("error[E0153]").says("`jikji preflight`");
    project.run(&["issue.toml", "--lang", "ko"]).exits(2).says("`jikji build issue.toml`");
    project.run(&["issue.toml"]).exits(2).says("`jikji build issue.toml`");
    project.run(&["help", "build", "--lang", "ko"]).exits(0);
}
