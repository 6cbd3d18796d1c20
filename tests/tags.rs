//! What the parts of a page are to those who do not see it: the structure of a number, printed and compared, and
//! the rules it keeps.

mod common;

use std::fmt::Write as _;

use common::{HEAD, Project, output_of, validator};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A number with something of every kind, small.
fn number() -> Project {
    let manifest = format!(
        r#"{HEAD}
[[parts]]
title = "동향"

[[parts.sections]]
title = "정책"

[[parts.sections.entries]]
kind = "brief"
title = "물길을 여는 법"
key = ["핵심을 한 줄로 요약"]
body = '''
## 소제목이 있는 글
- 첫째 글머리[^a]와 [누리집](https://example.org/water), GPT-4 Turbo와 Han River Network
  - 둘째는 “the right to be forgotten”을 담음[^b]

[^a]: 첫째 주석
[^b]: An act to promote clean rivers

![물가에 선 왜가리 두 마리](heron.svg "왜가리")

| 항목 | 값 |
|---|---|
| 간격 | 하루 |

문단에도 붙음[^c]

[^c]: 문단의 주석
'''
sources = [{{ publisher = "UN", title = "General Assembly adopts landmark resolution", date = 2024-03-21, url = "https://example.org/un" }}]

[[parts.sections.entries]]
kind = "brief"
title = "둘째 기사"
body = "- 본문"

[[parts]]
title = "행사"

[[parts.entries]]
kind = "events"
title = "행사 일정"
rows = [{{ name = "물의 날", period = "2024.7.21~27" }}, {{ name = "강의 날", period = "2024.8.1" }}]
"#
    );
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\">\
                   <rect width=\"150\" height=\"100\" fill=\"teal\"/></svg>";
    Project::with_manifest(manifest).file("heron.svg", drawing)
}

fn built(edition: &str) -> (Project, Document) {
    let project = number();
    project.run(&["build", "--edition", edition]).exits(0);
    let file = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
    let pdf = Document::load(file).unwrap();
    (project, pdf)
}

/// The elements of the structure in reading order, each with its depth.
fn elements(pdf: &Document) -> Vec<(usize, ObjectId)> {
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let mut found = vec![];
    let mut open = vec![(0, root)];
    while let Some((depth, id)) = open.pop() {
        let Ok(element) = pdf.get_dictionary(id) else { continue };
        if element.has(b"S") {
            found.push((depth, id));
        }
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => vec![],
        };
        open.extend(
            kids.iter().rev().filter_map(|kid| Some((depth + 1, kid.as_reference().ok()?))),
        );
    }
    found
}

fn role(element: &Dictionary) -> String {
    String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap()
}

/// A text string of an element.
fn text(element: &Dictionary, key: &[u8]) -> Option<String> {
    lopdf::decode_text_string(element.get(key).ok()?).ok()
}

fn roles(pdf: &Document) -> Vec<String> {
    let elements = elements(pdf).into_iter();
    elements.map(|(_, id)| role(pdf.get_dictionary(id).unwrap())).collect()
}

#[test]
fn the_structure_says_what_things_are() {
    let (_project, pdf) = built("screen");
    let mut tree = String::new();
    for (depth, id) in elements(&pdf) {
        let element = pdf.get_dictionary(id).unwrap();
        let _ = write!(tree, "{:1$}{2}", "", 2 * (depth - 1), role(element));
        for key in ["T", "Alt", "Lang"] {
            if let Some(said) = text(element, key.as_bytes()) {
                let _ = write!(tree, " {key}={said}");
            }
        }
        if let Ok(id) = element.get(b"ID").and_then(Object::as_str)
            && role(element) == "Note"
        {
            let _ = write!(tree, " ID={}", String::from_utf8_lossy(id));
        }
        tree.push('\n');
    }
    insta::assert_snapshot!(tree);
}

#[test]
fn notes_have_an_id_each_and_their_marks_are_references() {
    for edition in ["screen", "archive"] {
        let (_project, pdf) = built(edition);
        let all: Vec<&Dictionary> =
            elements(&pdf).into_iter().map(|(_, id)| pdf.get_dictionary(id).unwrap()).collect();
        let notes: Vec<_> = all.iter().filter(|element| role(element) == "Note").collect();
        let mut ids: Vec<&[u8]> =
            notes.iter().map(|note| note.get(b"ID").unwrap().as_str().unwrap()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 3, "{edition}");
        // Three marks, and a reference for each of four lines of the contents.
        let references = all.iter().filter(|element| role(element) == "Reference").count();
        assert_eq!(references, 3 + 4, "{edition}");
    }
}

#[test]
fn the_contents_are_lists_of_contents() {
    let (_project, pdf) = built("screen");
    let roles = roles(&pdf);
    let count = |role: &str| roles.iter().filter(|other| *other == role).count();
    // The whole, two parts, a section and a list of events; in them two parts, two groups and four lines.
    assert_eq!((count("TOC"), count("TOCI")), (1 + 2 + 2, 2 + 2 + 4));
}

#[test]
fn no_string_of_the_file_has_a_joiner() {
    for edition in ["screen", "archive"] {
        let (_project, pdf) = built(edition);
        let mut open: Vec<&Object> = pdf.objects.values().collect();
        let mut strings = 0;
        while let Some(object) = open.pop() {
            match object {
                Object::String(..) => {
                    strings += 1;
                    let said = lopdf::decode_text_string(object).unwrap_or_default();
                    assert!(!said.contains(['\u{2060}', '\u{200b}']), "{edition}: {said}");
                }
                Object::Array(objects) => open.extend(objects),
                Object::Dictionary(dict) => open.extend(dict.iter().map(|(_, object)| object)),
                Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, object)| object)),
                _ => {}
            }
        }
        assert!(strings > 50, "{edition}");
    }
}

#[test]
fn passages_in_english_have_their_language_and_names_have_not() {
    let project = number();
    let number = jikji::session::set_issue(&project.path("issue.toml")).unwrap().number.unwrap();
    let mut english = String::new();
    let mut open: Vec<_> = number.pages.document.pages().iter().map(|page| &page.frame).collect();
    open.reverse();
    while let Some(frame) = open.pop() {
        let mut inner = vec![];
        for (_, item) in frame.items() {
            match item {
                typst::layout::FrameItem::Group(group) => inner.push(&group.frame),
                typst::layout::FrameItem::Text(item) if item.lang.as_str() == "en" => {
                    english += &item.text;
                    english.push('\n');
                }
                _ => {}
            }
        }
        open.extend(inner.into_iter().rev());
    }
    let mut found: Vec<&str> = english.lines().map(|line| line.trim_matches(['“', '”'])).collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "An act to promote clean rivers",
            "General Assembly adopts landmark resolution",
            "the right to be forgotten",
        ]
    );
}

#[test]
fn the_validators_take_both_editions() {
    for (edition, flavours) in [("screen", ["ua1", "2a"]), ("archive", ["ua1", "3a"])] {
        let (project, _) = built(edition);
        let file = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
        for flavour in flavours {
            let Some(mut command) = validator("verapdf") else { return };
            command.args(["--flavour", flavour, "--format", "text"]).arg(&file);
            let verdict = output_of(command);
            assert!(verdict.starts_with("PASS"), "{edition} {flavour}: {verdict}");
        }
        let Some(mut command) = validator("qpdf") else { return };
        command.arg("--check").arg(&file);
        output_of(command);
    }
}

#[test]
fn read_aloud_a_number_makes_sense() {
    let (project, _) = built("screen");
    let Some(mut command) = validator("pdfinfo") else { return };
    command.arg("-struct-text").arg(project.path("out/test-brief-2024-05-screen.pdf"));
    let tree = output_of(command);
    let said = tree.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
    let said = common::without_space(&said.collect::<String>());
    let order = [
        "TestBrief",
        "Contents",
        "I.동향1.정책물길을여는법1둘째기사2",
        "II.행사",
        "행사일정물의날3강의날3",
        "물길을여는법KEYContents•핵심을한줄로요약",
        "소제목이있는글▪첫째글머리*와누리집,GPT-4Turbo와HanRiverNetwork*첫째주석",
        "–둘째는“therighttobeforgotten”을담음**",
        "UN,GeneralAssemblyadoptslandmarkresolution,2024.03.21.",
        "둘째기사▪본문",
        "행사일정일정행사장소홈페이지",
    ];
    let mut rest = said.as_str();
    for part in order {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not in {rest}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_description_that_says_nothing_is_told() {
    let about = |alt: &str, caption: &str| {
        let entry = common::entry("제목");
        let body = format!("- 본문\n\n![{alt}](images/a.svg \"{caption}\")");
        let manifest = common::issue(&format!("{entry}body = '''\n{body}\n'''\n"));
        let project = Project::with_manifest(manifest).file(
            "images/a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"5\" height=\"9\"/></svg>",
        );
        project.run(&["check"])
    };
    about("a.svg", "그림").exits(0).says("W0433");
    about("IMG_2024.JPG", "그림").exits(0).says("W0433");
    about("왜가리 두 마리", "왜가리, 두 마리").exits(0).says("W0434");
    about("물가에 선 왜가리", "왜가리").exits(0).never_says("warning");
    about("GPT-4o가 답하는 화면", "그림").exits(0).never_says("warning");
}
