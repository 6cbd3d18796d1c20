//! What a number says of itself: its months, its place in the row, who answers for it, and the colours of its
//! sections.

mod common;

use common::{HEAD, Project, brief, entry, extracted_text};

#[test]
fn a_combined_number_is_called_by_both_its_months() {
    let both = brief("제목", "- 본문").replace("month = 5", "month = [5, 6]");
    let both = both.replace("publisher = \"연구소\"", "publisher = \"연구소\"\n").replacen(
        "month = [5, 6]",
        "month = [5, 6]\nvolume = 3\nnumber = 4\nserial = 121",
        1,
    );
    let project = Project::with_manifest(both);
    project.run(&["build"]).exits(0);
    let pdf = project.path("out/test-brief-2024-05-06-screen.pdf");
    let Some(text) = extracted_text(&pdf) else { return };
    assert!(text.contains("2024년5·6월호"), "{text}");
    assert_eq!(text.matches("제3권제4호·통권121호").count(), 2, "cover and colophon: {text}");
    let sheet = project.path("out/test-brief-2024-05-06-print-spec.json");
    assert!(std::fs::read_to_string(sheet).unwrap().contains("2024년 5·6월호"));
}

#[test]
fn months_and_counts_are_held_to_sense() {
    let check = |from: &str, to: &str| {
        Project::with_manifest(brief("제목", "- 본문").replace(from, to)).run(&["check"])
    };
    for months in ["[5]", "[5, 5]", "[5, 6, 7]", "[]", "[7, 6]"] {
        check("month = 5", &format!("month = {months}")).exits(1).says("error[E0272]");
    }
    check("month = 5", "month = [5, 13]").exits(1).says("error[E0216]");
    check("month = 5", "month = 5\nserial = 0").exits(1).says("error[E0274]");
    check("month = 5", "month = 5\nserial = \"121\"").exits(1).says("issue.toml:");
    check("month = 5", "month = 6").exits(0).says("warning[W0273]").says("2024-05-07");
    check("month = 5", "month = [12, 1]").says("warning[W0273]");
    check("published = 2024-05-07", "published = 2024-04-16").exits(0).never_says("W0273");
}

#[test]
fn what_a_number_lacks_is_told_until_the_mark_is_taken_out() {
    let whole = brief("제목", "- 본문");
    let marked = whole.replace("month = 5", "month = 5\nunfinished = \"글 한 편이 모자람\"");
    // Nothing that is let pass hides it.
    let quiet = marked.replace("[publication]", "checks.allow = [\"W0276\"]\n[publication]");
    for manifest in [&marked, &quiet] {
        let project = Project::with_manifest(manifest);
        let told =
            project.run(&["check"]).exits(0).says("warning[W0276]").says("글 한 편이 모자람");
        let line = manifest.lines().position(|line| line.starts_with("unfinished")).unwrap() + 1;
        told.says(&format!("issue.toml:{line}:")).says("`unfinished = …`");
        project.run(&["check", "--deny", "warnings"]).exits(1);
        project.run(&["fix"]).exits(0);
        assert_eq!(&std::fs::read_to_string(project.path("issue.toml")).unwrap(), manifest);
        project.run(&["build", "--edition", "screen"]).exits(0).says("W0276");
    }
    Project::with_manifest(&whole).run(&["check"]).exits(0).never_says("W0276");
    let blank = whole.replace("month = 5", "month = 5\nunfinished = \" \"");
    Project::with_manifest(blank).run(&["check"]).exits(1).says("issue.toml:");
}

#[test]
fn the_colophon_names_who_answers_for_the_number() {
    let facts = [
        ("issuer", "홍길동", "발행인"),
        ("editor", "임꺽정", "편집인"),
        ("registration", "성남 라00123", "등록번호"),
        ("issn", "2586-0000", "ISSN"),
        ("phone", "031-123-4567", "전화"),
        ("fax", "031-123-4568", "팩스"),
    ];
    let lines = facts.map(|(key, value, _)| format!("{key} = \"{value}\"\n")).concat();
    let project =
        Project::with_manifest(format!("{}\n[colophon]\n{lines}", brief("제목", "- 본문")));
    project.run(&["build", "--edition", "screen"]).exits(0);
    let Some(text) = extracted_text(&project.path("out/test-brief-2024-05-screen.pdf")) else {
        return;
    };
    for (_, value, name) in facts {
        assert!(text.contains(&format!("{name}{}", value.replace(' ', ""))), "{name}: {text}");
    }
}

/// The accents of the sections named, as the markup gives them.
fn accents(head: &str, sections: &[&str]) -> Vec<String> {
    let mut manifest = format!("{HEAD}\n{head}\n[[parts]]\ntitle = \"동향\"\n");
    for section in sections {
        let brief = entry(&format!("{section}의 글"));
        manifest += &format!("[[parts.sections]]\ntitle = \"{section}\"\n{brief}body = '- 본문'\n");
    }
    let project = Project::with_manifest(manifest);
    project.run(&["build", "--edition", "screen", "--emit", "markup"]).exits(0);
    let markup = std::fs::read_to_string(project.path("markup/main.typ")).unwrap();
    let accent = |line: &str| Some(line.split_once("accent: \"")?.1.split('"').next()?.to_string());
    markup.lines().filter_map(accent).collect()
}

#[test]
fn a_section_keeps_its_colour_wherever_it_stands() {
    let usual = ["정책/법제", "기업/산업", "기술/연구", "인력/교육"];
    assert_eq!(accents("", &usual), ["policy", "industry", "research", "people"]);
    let more = ["새 소식", "정책/법제", "기술/연구", "또 하나"];
    assert_eq!(accents("", &more), ["industry", "policy", "research", "people"]);
    assert_eq!(accents("", &["가", "나"]), ["policy", "industry"]);
    let own = "[sections]\n\"나\" = \"umber\"\n\"정책/법제\" = \"plum\"\n";
    assert_eq!(accents(own, &["나", "정책/법제", "가"]), ["umber", "plum", "policy"]);
    let slip = format!("{HEAD}\n[sections]\n\"정책\" = \"polcy\"\n[[parts]]\ntitle = \"가\"\n");
    Project::with_manifest(slip).run(&["check"]).exits(1).says("`policy`").says("issue.toml:14:");
}
