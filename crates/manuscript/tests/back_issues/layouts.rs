//! What is written is the layout's: its kinds, its fields, its limits.

use jikji_manuscript::target::{Field, Holds, PageKind, Target};
use jikji_manuscript::{Ask, Imported, Options, import, keep_none, messages};

use super::audit::{covers, many, one};
use super::habits::asked;

const TEXT: &str = "# 등대\n\n2023년 11월호\n\n## 안개 예보\n\n### KEY Contents\n\n- 하나\n- 둘\n- 셋\n\n\
    ### ● 소제목\n\n- 본문\n\n출처: 가, 나, 2023.10.1.\n출처: 다, 라, 2023.10.2.\n\n## 행사\n\n\
    | 행사명 | 기간 | 장소 | 누리집 |\n|---|---|---|---|\n\
    | 바다의 날 | 2023.11.2.~3. | 부산 | https://sea.example |\n\n---\n\n\
    홈페이지 : https://light.example\n문의: 등대정책실(keeper@light.example)\n";

fn kind(name: &str, fields: Vec<Field>) -> PageKind {
    PageKind { name: name.into(), fields, room: None }
}

fn layout(kinds: Vec<PageKind>, colophon: Vec<Field>) -> Target {
    Target { layout: "letter".into(), kinds, colophon, largest: 1 << 20 }
}

#[track_caller]
fn run(target: &Target) -> Imported {
    let options = Options { name: "back.md", target, covers: &covers, keep: &keep_none };
    import(TEXT.as_bytes(), &options).expect("it is imported")
}

#[test]
fn fields_have_the_layouts_names_and_limits() {
    let day = vec![
        one("what", Holds::Text, true),
        one("when", Holds::Period, true),
        one("where", Holds::Prose, false),
        one("more", Holds::Url, false),
    ];
    let days = Field { fields: day, ..many("days", Holds::Record, 9) };
    let letter = vec![
        one("headline", Holds::Text, true),
        one("story", Holds::Blocks, true),
        many("points", Holds::Prose, 2),
        one("origin", Holds::Source, false),
    ];
    let kinds =
        vec![kind("letter", letter), kind("diary", vec![one("name", Holds::Text, true), days])];
    let target =
        layout(kinds, vec![one("site", Holds::Url, false), many("lines", Holds::Prose, 3)]);
    let imported = run(&target);
    let manifest = &imported.manifest;
    for expected in [
        "layout = \"letter\"\n",
        "kind = \"letter\"\nheadline = \"안개 예보\"\npoints = [\n  \"하나\",\n  \"둘\",\n]\n",
        "story = '''\n- 셋\n\n## 소제목\n- 본문\n\n출처: 다, 라, 2023.10.2.\n'''\n",
        "origin = { publisher = \"가\", title = \"나\", date = 2023-10-01 }\n",
        "kind = \"diary\"\nname = \"행사\"\ndays = [\n",
        "  { what = \"바다의 날\", when = \"2023.11.2.~3.\", where = \"부산\", more = \"https://sea.example\" },",
        "[colophon]\nsite = \"https://light.example\"\nlines = [\n  \"문의: 등대정책실(keeper@light.example)\",\n]",
    ] {
        assert!(manifest.contains(expected), "{expected}\nis not in\n{manifest}");
    }
    assert_eq!(asked(&imported.report, Ask::KeyMany).len(), 1);
    assert_eq!(asked(&imported.report, Ask::SourcesMany).len(), 1);
    let field = |name: &str| imported.report.lines.iter().any(|l| l.field.as_deref() == Some(name));
    assert!(field("parts[0].entries[0].points[0]") && field("parts[0].entries[0].origin"));
    assert!(field("colophon.site") && field("colophon.lines[0]"));
}

#[test]
fn what_a_layout_has_no_field_for_stands_in_the_text() {
    let essay = vec![one("title", Holds::Text, true), one("text", Holds::Blocks, true)];
    let imported = run(&layout(vec![kind("essay", essay)], vec![]));
    let manifest = &imported.manifest;
    for expected in [
        "text = '''\n## KEY Contents\n- 하나\n- 둘\n- 셋\n\n## 소제목\n",
        "\n출처: 가, 나, 2023.10.1.\n\n출처: 다, 라, 2023.10.2.\n'''",
        "\n| 바다의 날 | 2023\\.11.2.~3. | 부산 | https://sea.example |\n'''",
    ] {
        assert!(manifest.contains(expected), "{expected}\nis not in\n{manifest}");
    }
    assert!(!manifest.contains("[colophon]"));
    // What nothing takes is asked about.
    assert_eq!(asked(&imported.report, Ask::NoField).len(), 2);
    assert_eq!(asked(&imported.report, Ask::KeyIsBody).len(), 0);
}

#[test]
fn what_a_layout_requires_and_no_manuscript_has_is_asked_for() {
    let essay = |more: Vec<Field>| {
        let mut fields = vec![one("title", Holds::Text, true), one("text", Holds::Blocks, true)];
        fields.extend(more);
        fields
    };
    let signed = kind("signed", essay(vec![one("portrait", Holds::Other, true)]));
    let imported = run(&layout(vec![signed.clone()], vec![]));
    assert_eq!(asked(&imported.report, Ask::Required).len(), 1);
    // Of two kinds it is the one that can be filled.
    let imported = run(&layout(vec![signed, kind("plain", essay(vec![]))], vec![]));
    assert_eq!(asked(&imported.report, Ask::Required).len(), 0);
    assert!(imported.manifest.contains("kind = \"plain\""));
}

#[test]
fn a_layout_without_a_text_takes_nothing() {
    let target = layout(vec![kind("cover", vec![one("title", Holds::Text, true)])], vec![]);
    let options = Options { name: "back.md", target: &target, covers: &covers, keep: &keep_none };
    let fault = import(TEXT.as_bytes(), &options).unwrap_err();
    assert_eq!(fault.message, messages::NO_KIND);
}
