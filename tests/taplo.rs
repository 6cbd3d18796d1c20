//! The schema as editors read it: Taplo takes every manifest of the project and marks a misspelt key at its place.

mod common;

use std::path::{Path, PathBuf};
use std::process::Output;

use common::{HEAD, Project, brief, entry, issue, validator};

/// Has Taplo check a file of a project by the schema that stands beside it.
fn taplo(project: &Project, file: &str) -> Option<Output> {
    let mut command = validator("taplo")?;
    let schema = format!("file://{}", project.path("schema.json").display());
    let asked = ["check", "--schema", &schema, "--colors", "never", file];
    Some(command.args(asked).current_dir(project.path("")).output().unwrap())
}

/// A project with the schema in Korean.
fn project() -> Project {
    let schema = Project::new().run(&["schema", "--lang", "ko"]).exits(0).stdout;
    Project::new().file("schema.json", schema)
}

#[track_caller]
fn accepts(project: &Project, file: &str) {
    let Some(output) = taplo(project, file) else { return };
    assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_manifest_of_the_project_is_taken() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = std::fs::read_dir(root.join("tests/golden")).unwrap();
    let golden = golden.map(|entry| entry.unwrap().path());
    let manifests = golden.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let manifests: Vec<PathBuf> = manifests.chain([root.join("issue.toml")]).collect();
    assert!(manifests.len() > 5);
    let mut project = project();
    for (index, manifest) in manifests.iter().enumerate() {
        let name = format!("{index}.toml");
        project = project.file(&name, std::fs::read(manifest).unwrap());
        accepts(&project, &name);
    }
}

#[test]
fn checks_terms_and_what_is_let_pass_are_taken() {
    let head = HEAD.replace("\"off\"", "\"house\"");
    let manifest = brief("제목", "- 본문").replace(HEAD, &head);
    let manifest = manifest.replace("kind = \"brief\"", "kind = \"brief\"\nallow = [\"몇일\"]");
    let project = project().file("a.toml", manifest + "\n[terms]\n\"인공 지능\" = \"인공지능\"\n");
    accepts(&project, "a.toml");
}

#[test]
fn a_new_number_is_taken_by_the_schema_it_names() {
    let project = Project::new();
    project.run(&["new", "first"]).exits(0);
    let written = std::fs::read_to_string(project.path("first/issue.toml")).unwrap();
    assert!(written.starts_with("#:schema ./schema.json\n"));
    let Some(mut command) = validator("taplo") else { return };
    let output = command.args(["check", "issue.toml"]).current_dir(project.path("first")).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_slip_is_marked_at_its_place() {
    let good = issue(&format!("{}body = '- 본문'\n", entry("제목")));
    for (from, to, line) in [
        ("key = [", "kye = [", "kye = ["),
        ("month = 5", "month = 13", "month = 13"),
        ("publisher = \"연구소\"", "publisher = \"연구소\"\ntaglin = \"x\"", "taglin"),
        ("checks.profile = \"off\"", "checks.profile = \"of\"", "checks.profile"),
    ] {
        let slip = good.replacen(from, to, 1);
        let at = slip.lines().position(|written| written.starts_with(line)).unwrap() + 1;
        let Some(output) = taplo(&project().file("slip.toml", &slip), "slip.toml") else { return };
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{to}");
        let first = said.split("slip.toml:").nth(1).unwrap();
        assert!(first.starts_with(&format!("{at}:")), "{to}: {said}");
    }
}

/// What Taplo's language server says where `|` stands in pieces of a file: the description under a key, or the keys
/// that go on from there, each with its description.
fn told(project: &Project, file: &str, asked: &[(&str, &str)]) -> Option<Vec<String>> {
    let mut command = validator("taplo-lsp")?;
    let text = std::fs::read_to_string(project.path(file)).unwrap();
    let place = |(method, piece): &(&str, &str)| {
        let (before, behind) = piece.split_once('|').unwrap();
        let at = text.find(&format!("{before}{behind}")).unwrap() + before.len();
        let line = text[..at].matches('\n').count();
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        serde_json::json!([method, line, text[start..at].encode_utf16().count()])
    };
    let places: Vec<_> = asked.iter().map(place).collect();
    let output =
        command.arg(project.path(file)).arg(serde_json::json!(places).to_string()).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answers: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let said = |answer: &serde_json::Value| match answer.as_array() {
        None => answer["contents"]["value"].as_str().unwrap_or_default().trim().to_string(),
        Some(items) => {
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_string();
            let item = |item: &serde_json::Value| {
                format!("{}: {}", text(&item["label"]), text(&item["documentation"]["value"]))
            };
            items.iter().map(item).collect::<Vec<_>>().join("\n")
        }
    };
    Some(answers.iter().map(said).collect())
}

#[test]
fn editors_describe_and_complete_fields_in_korean() {
    let text = issue(&format!(
        "{}bo = 1\n[[parts.sections.entries.sources]]\ntitle = \"가\"\nda = 1\n",
        entry("제목").replace("sources = [", "source = [")
    ));
    let text = text.replace("publisher = \"연구소\"", "publisher = \"연구소\"\ntag = 1");
    let project = project().file("a.toml", format!("#:schema ./schema.json\n{text}"));
    let asked = [
        ("hover", "\nna|me = "),
        ("hover", "\nye|ar = "),
        ("hover", "\nki|nd = \"brief\""),
        ("hover", "\nti|tle = \"제목\""),
        ("hover", "\nti|tle = \"가\""),
        ("completion", "\ntag| = 1"),
        ("completion", "\nbo| = 1"),
        ("completion", "\nda| = 1"),
    ];
    let Some(told) = told(&project, "a.toml", &asked) else { return };
    let hovered = ["간행물 이름", "연도", "글의 종류", "제목", "자료 제목"];
    assert_eq!(told[..5], hovered);
    let offered = [
        &["tagline: 이름 아래의 한 줄", "publisher: 펴낸 곳"][..],
        &["kind: 글의 종류", "body: 본문", "chart.kind: ", "allow: "],
        &["publisher: 발행처", "date: 날짜", "url: 웹 주소"],
    ];
    for (told, offered) in told[5..].iter().zip(offered) {
        for key in offered {
            assert!(told.lines().any(|line| line.starts_with(key)), "{key}: {told}");
        }
    }
    // A list of tables has no keys of its own.
    assert!(!told[6].contains("sources."), "{}", told[6]);
}

/// Taplo completes what the properties of a table say, in the reader's tongue.
#[test]
fn fields_and_kinds_are_described_where_editors_look() {
    let schema = Project::new().run(&["schema", "--lang", "ko"]).exits(0).json();
    let entry = &schema["$defs"]["entry"]["properties"];
    for field in ["kind", "allow", "title", "key", "body", "chart", "image", "sources", "rows"] {
        let about = entry[field]["description"].as_str().unwrap_or_default();
        assert!(about.chars().any(|c| ('가'..='힣').contains(&c)), "{field}: {about}");
    }
    let kinds = entry["kind"]["enum"].as_array().unwrap();
    assert!(kinds.contains(&"brief".into()) && kinds.contains(&"events".into()));
}
