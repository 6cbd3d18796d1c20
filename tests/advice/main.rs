//! Every advice is followed: what a message tells to write is written, and nothing is left to say.

#[path = "../common/mod.rs"]
mod common;
mod fields;
mod notation;
mod pictures;
mod prose;

use std::collections::BTreeSet;

use common::Project;
use jikji::session::Session;
use jikji_diagnostic::Message;
use rayon::prelude::*;

const SOUND: &str = r#"layout = "spri-brief"
checks.profile = "off"
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

/// A slip: what of the sound manifest is written otherwise, the code of the only finding that says so, and what the
/// advice makes of it; `None` where `jikji fix` writes it.
type Slip = (&'static str, &'static str, &'static str, Option<&'static str>);

/// Messages whose advice has no slip, and why.
type Elsewhere = &'static [(&'static str, &'static str)];

/// A number that is read again after each slip.
struct Desk {
    project: Project,
    session: Session,
}

impl Desk {
    fn new(project: Project) -> Self {
        let session = Session::open(&project.path("issue.toml"));
        Self { project, session }
    }

    /// The codes of all that is said of a manifest.
    fn codes(&mut self, manifest: &str) -> Vec<&'static str> {
        std::fs::write(self.project.path("issue.toml"), manifest).unwrap();
        self.again()
    }

    /// The codes of all that is said of it as it stands now.
    fn again(&mut self) -> Vec<&'static str> {
        let outcome = self.session.update().unwrap();
        outcome.diagnostics.iter().map(|found| found.message.code).collect()
    }
}

/// The codes of the errors of a project.
fn codes(project: &Project) -> Vec<String> {
    let report = project.run(&["check", "--json"]).json();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let errors = found.filter(|found| found["severity"] == "error");
    errors.map(|found| found["code"].as_str().unwrap().to_string()).collect()
}

/// Makes each slip, follows the advice, and looks again.
#[track_caller]
fn follow(slips: &[Slip]) {
    let faults: Vec<String> = slips
        .par_chunks(slips.len().div_ceil(2))
        .flat_map_iter(|slips| {
            let mut desk = Desk::new(Project::new());
            slips.iter().filter_map(|slip| fault(&mut desk, slip)).collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What is wrong with a slip: another finding than the one it is for, or something left to say after its advice.
fn fault(desk: &mut Desk, (from, to, code, advised): &Slip) -> Option<String> {
    assert!(SOUND.contains(from), "{from}");
    let mut found = desk.codes(&SOUND.replacen(from, to, 1));
    if code.starts_with('E') {
        // What is warned of beside an error may come of it.
        found.retain(|code| code.starts_with('E'));
    }
    // A slip of two signs, such as a pair of quotes, is told at both.
    found.dedup();
    if found != [*code] {
        return Some(format!("{code}: found {found:?} in {to:?}"));
    }
    let left = match advised {
        Some(advised) => desk.codes(&SOUND.replacen(from, advised, 1)),
        None => {
            desk.project.run(&["fix"]).exits(0);
            desk.again()
        }
    };
    let what = advised.unwrap_or("jikji fix");
    (!left.is_empty()).then(|| format!("{code}: {left:?} left of {to:?} after {what:?}"))
}

/// Holds that every message of a room has a slip or a reason why not, and not both.
#[track_caller]
fn hold(messages: &[&'static Message], followed: &BTreeSet<&str>, elsewhere: &[(&str, &str)]) {
    let other: BTreeSet<&str> = elsewhere.iter().map(|(code, _)| *code).collect();
    let all: BTreeSet<&str> = messages.iter().map(|message| message.code).collect();
    let wrong = all.iter().filter(|code| followed.contains(*code) == other.contains(*code));
    assert_eq!(wrong.collect::<Vec<_>>(), [&""; 0]);
    assert_eq!(other.difference(&all).collect::<Vec<_>>(), [&""; 0]);
}

/// The codes that slips are for.
fn followed(slips: &[Slip]) -> BTreeSet<&'static str> {
    slips.iter().map(|(_, _, code, _)| *code).collect()
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
        // Another file, as it is after a slip in the name, is not put in the place of the one that is named.
        let guessed = ["\"images/fcae.svg\"", "\"face.svg\"", "\"C:\\Users\\face.svg\""];
        let left = if guessed.contains(&written) { vec![code] } else { vec![] };
        project.run(&["fix"]);
        assert_eq!(codes(&project), left, "{written}");
    }
    for (written, code) in [
        ("![그림](images/흐름도 (최종).svg)", "E0333"),
        ("![그림](images\\face.svg)", "E0142"),
        ("![그림](images\\흐름도%20(최종).svg)", "E0142"),
        ("![그림](images\\face.svg){width=40% place=right}", "E0142"),
        ("![그림](Images/face.SVG \"설명\")", "E0144"),
    ] {
        let project = with("", &format!("{written}\n"));
        assert_eq!(codes(&project), [code], "{written}");
        project.run(&["fix"]).exits(0);
        assert_eq!(codes(&project), [""; 0], "{written}");
    }
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
