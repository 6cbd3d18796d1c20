//! `jikji new`: next month's number from this one, and a publication's first.

mod common;

use common::{Project, brief, entry};

#[test]
fn a_first_number_builds_at_once() {
    let project = Project::new();
    let made = format!("first{}issue.toml", std::path::MAIN_SEPARATOR);
    project.run(&["new", "first"]).exits(0).says(&made);
    project.run(&["build", "first/issue.toml", "--out", "out"]).exits(0).never_says("error");
    assert!(project.path("first/schema.json").is_file());
    only_unwritten(&project, "first/issue.toml", 15);
    let twice = project.run(&["new", "first"]).exits(1);
    twice.says("there is a manifest already");
}

/// What is told of a new number is what is to be written: in one finding, with every place of it.
#[track_caller]
fn only_unwritten(project: &Project, manifest: &str, places: usize) {
    let report = project.run(&["check", manifest, "--json"]).exits(0).json();
    let found = report["diagnostics"].as_array().unwrap();
    let codes = found.iter().map(|found| &found["code"]);
    assert_eq!(codes.collect::<Vec<_>>(), ["W1716"]);
    let also = found[0]["also"].as_array().unwrap();
    let told: Vec<_> =
        [&found[0]["place"]].into_iter().chain(also).map(|place| &place["line"]).collect();
    assert_eq!(told.len(), places, "{told:?}");
    assert!(found[0]["message"].as_str().unwrap().contains(&places.to_string()));
    let text = std::fs::read_to_string(project.path(manifest)).unwrap();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| line.contains("적으세요")) {
        let shown = !line.starts_with("# ");
        assert_eq!(told.iter().any(|told| **told == at + 1), shown, "{line}");
    }
}

#[test]
fn every_hint_that_is_left_is_told_until_the_last_is_written() {
    let project = Project::new();
    project.run(&["new", "first"]).exits(0);
    let path = project.path("first/issue.toml");
    let hints = [
        "간행물 이름을 적으세요",
        "한 줄로 소개하세요",
        "펴내는 곳을 적으세요",
        "절 제목을 적으세요",
        "제목을 적으세요 1",
        "한 문단을 적으세요",
        "소제목을 적으세요",
        "내용을 적으세요",
        "둘째 단계는 앞에 빈칸 두 개를 두고 적으세요",
        "강조할 곳은 **굵게** 적으세요",
        "펴낸 곳을 적으세요",
        "자료 제목을 적으세요",
        "1900-01-01",
        "행사 이름을 적으세요",
        "여는 곳을 적으세요",
        "문의할 곳을 적으세요.",
    ];
    let whole = std::fs::read_to_string(&path).unwrap();
    let told = |text: &str| {
        std::fs::write(&path, text).unwrap();
        let report = project.run(&["check", "first/issue.toml", "--json"]).exits(0).json();
        let found = report["diagnostics"].as_array().unwrap().clone();
        let left = found.into_iter().find(|found| found["code"] == "W1716");
        left.map_or(0, |left| 1 + left["also"].as_array().unwrap().len())
    };
    // A source's publisher stands for its day too.
    assert_eq!(told(&whole), hints.len() - 1);
    let mut written = whole;
    for (at, hint) in hints.iter().enumerate() {
        let right = if hint.starts_with('1') { "2024-03-21" } else { "다 쓴 글" };
        assert!(written.contains(hint), "{hint}");
        // Each is told by itself too, where nothing else is left.
        let others = hints.iter().filter(|other| *other != hint);
        let alone = others.fold(written.clone(), |text, other| {
            text.replace(other, if other.starts_with('1') { "2024-03-21" } else { "다 쓴 글" })
        });
        assert_eq!(told(&alone), 1, "{hint} at {at}");
        written = written.replace(hint, right);
    }
    assert_eq!(told(&written), 0);
}

#[test]
fn a_hint_is_let_pass_in_its_entry_or_in_all() {
    let project = Project::new();
    project.run(&["new", "first"]).exits(0);
    let path = project.path("first/issue.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let entry = text.replace("kind = \"brief\"", "kind = \"brief\"\nallow = [\"W1716\"]");
    std::fs::write(&path, entry).unwrap();
    only_unwritten_in(&project, 7);
    let all = text.replace("[issue]", "[checks]\nallow = [\"W1716\"]\n\n[issue]");
    std::fs::write(&path, all).unwrap();
    project.run(&["check", "first/issue.toml"]).exits(0).never_says("W1716").never_says("W1714");
}

#[test]
fn what_an_author_could_mean_is_no_hint_and_what_she_means_is_let_pass() {
    let house = |text: String| text.replace("\"off\"", "\"house\"");
    let text =
        house(brief("새 절", "- 펴내는 곳").replace("title = \"정책\"", "title = \"새 부\""));
    let chart = "chart = { kind = \"share\", data = [{ label = \"항목 1\", value = 1 }, { label = \"항목 2\", value = 2 }] }\n";
    let project = Project::with_manifest(format!("{text}{chart}"));
    project.run(&["check", "issue.toml"]).never_says("W1716");
    let meant = house(brief("제목을 적으세요", "- 글"));
    let allowed = |words: &str| {
        meant.replace("kind = \"brief\"", &format!("kind = \"brief\"\nallow = [\"{words}\"]"))
    };
    let project = Project::with_manifest(&meant);
    project.run(&["check", "issue.toml"]).says("W1716");
    for words in ["제목을 적으세요", "W1716"] {
        std::fs::write(project.path("issue.toml"), allowed(words)).unwrap();
        project.run(&["check", "issue.toml"]).never_says("W1716").never_says("W1714");
    }
}

#[test]
fn hints_are_not_looked_over_for_their_style() {
    let items = "- 신규 사업 발표\n- 제도 도입\n- 예산 확정\n- ";
    let told = |last: &str| {
        let text = brief("제목", &format!("{items}{last}")).replace("\"off\"", "\"house\"");
        Project::with_manifest(text).run(&["check", "issue.toml"])
    };
    told("사업을 발표했다.").says("W1705");
    told("내용을 적으세요").says("W1716").never_says("W1705");
}

#[track_caller]
fn only_unwritten_in(project: &Project, places: usize) {
    let report = project.run(&["check", "first/issue.toml", "--json"]).exits(0).json();
    let found = &report["diagnostics"];
    let left = found.as_array().unwrap().iter().find(|found| found["code"] == "W1716").unwrap();
    assert_eq!(1 + left["also"].as_array().unwrap().len(), places);
}

#[test]
fn the_next_number_keeps_what_stays_and_empties_the_rest() {
    let more = format!(
        "{}body = '- 둘째 글의 본문'\nimage = {{ file = \"images/a.png\", alt = \"그림\" }}\n",
        entry("둘째")
    );
    let events = "\n[[parts]]\ntitle = \"주요 행사\"\n\n[[parts.entries]]\nkind = \"events\"\ntitle = \"일정\"\n\
                  rows = [{ name = \"행사\", period = \"2024.6.1\" }]\n";
    let tail = "\n# 판권은 그대로\n[colophon]\nhomepage = \"https://example.org/\"   # 누리집\n\n[print]\nquantity = 500\n";
    let old = brief("오래된 제목", "- 오래된 본문")
        .replace("month = 5", "month = 12 # 달\nserial = 7\nunfinished = \"오래된 글 한 편\"");
    let old = old.replace("published = 2024-05-07", "published = 2024-12-05");
    let project = Project::with_manifest(format!("{old}{more}{events}{tail}"));
    project.run(&["new", "next", "--from", "issue.toml"]).exits(0);
    let text = std::fs::read_to_string(project.path("next/issue.toml")).unwrap();
    for kept in [
        "year = 2025",
        "month = 1 # 달",
        "serial = 8",
        "published = 2025-01-05",
        "title = \"정책\"",
        "# 판권은 그대로\n[colophon]\nhomepage = \"https://example.org/\"   # 누리집",
        "quantity = 500",
        "# image = ",
        "# sources = ",
    ] {
        assert!(text.contains(kept), "no {kept} in\n{text}");
    }
    for gone in ["오래된", "둘째 글", "2024", "images/a.png"] {
        assert!(!text.replace("2024-01-01", "").contains(gone), "{gone} in\n{text}");
    }
    assert_eq!(text.matches("kind = \"brief\"").count(), 2);
    project.run(&["build", "next/issue.toml", "--out", "out"]).exits(0).never_says("error");
    let text = text.replace("checks.profile = \"off\"", "checks.profile = \"house\"");
    std::fs::write(project.path("next/issue.toml"), &text).unwrap();
    only_unwritten(&project, "next/issue.toml", 8);
    // Once it is written, a page that is hardly filled is told.
    let written = text.replace("한 문단을 적으세요", "핵심").replace("내용을 적으세요", "본문");
    std::fs::write(project.path("next/issue.toml"), written.replace("제목을 적으세요", "제목"))
        .unwrap();
    let told = project.run(&["check", "next/issue.toml"]).exits(0);
    told.says("W1713").never_says("W1716");
}

#[test]
fn own_layouts_come_along_and_faults_are_told() {
    let project = Project::with_manifest(brief("제목", "- 본문"));
    let project = project.changed_layout("layout.toml", "width = \"210mm\"", "width = \"200mm\"");
    project.run(&["new", "next", "--from", "issue.toml"]).exits(0);
    project.run(&["build", "next/issue.toml", "--out", "out", "--edition", "screen"]).exits(0);
    assert!(project.path("next/layouts/spri-brief/layout.toml").is_file());
    let broken = Project::with_manifest("layout = \"spri-brief\"\n[[parts]\n");
    broken.run(&["new", "next", "--from", "issue.toml"]).exits(1).says("error[");
    assert!(!broken.path("next").exists());
    broken.run(&["new", "next", "--from", "none.toml"]).exits(1).says("error[E0101]");
}
