//! From the page to the text and back, and what is written of it.

use serde_json::{Value, json};

use crate::common::{Project, entry, issue};
use crate::running::{Running, pictures};

const BODY: &str = "- 첫 항목의 글\n- 둘째 항목\n";

fn manifest() -> String {
    issue(&format!("{}body = '''\n{BODY}''' # 본문\n", entry("이 글의 제목")))
}

fn desk(project: &Project, args: &[&str]) -> (Running, Value) {
    let desk = Running::start(project, args);
    let news = desk.tab().news();
    assert_eq!(news["old"], false, "{news}");
    (desk, news)
}

/// The body, as a tab has it open.
fn body(desk: &Running) -> Value {
    let title = desk.question(&json!({ "ask": "entry", "entry": 0 }));
    assert_eq!(title["text"], "이 글의 제목");
    let beside = title["beside"].as_array().unwrap();
    let body = beside.iter().find(|item| item["key"] == "body").unwrap();
    desk.question(&json!({ "ask": "field", "file": body["file"], "path": body["path"] }))
}

fn save(desk: &Running, field: &Value, text: &str) -> Value {
    let (file, path, before) = (&field["file"], &field["path"], &field["text"]);
    desk.question(
        &json!({ "ask": "save", "file": file, "path": path, "before": before, "text": text }),
    )
}

#[test]
fn a_letter_leads_to_its_text_and_the_caret_to_its_letter() {
    let project = Project::with_manifest(manifest());
    let (desk, _) = desk(&project, &[]);
    let field = body(&desk);
    let text: Vec<u16> = BODY.encode_utf16().collect();
    for caret in (0..text.len()).filter(|at| !b" -\n".map(u16::from).contains(&text[*at])) {
        let (file, path) = (&field["file"], &field["path"]);
        let spot =
            desk.question(&json!({ "ask": "spot", "file": file, "path": path, "caret": caret }));
        let number = |key: &str| spot[key].as_f64().unwrap();
        // The left half of a letter is before it, the right half behind.
        for (share, place) in [(0.25, caret), (0.75, caret + 1)] {
            let x = number("left") + share * (number("right") - number("left"));
            let y = (number("top") + number("bottom")) / 2.0;
            let point = json!({ "ask": "point", "page": spot["page"], "x": x, "y": y });
            let found = desk.question(&point);
            assert_eq!((&found["text"], &found["caret"]), (&BODY.into(), &place.into()), "{caret}");
        }
    }
    let margin = desk.question(&json!({ "ask": "point", "page": 3, "x": 1.0, "y": 840.0 }));
    assert!(margin["text"].is_string(), "{margin}");
    assert_eq!(
        desk.question(&json!({ "ask": "point", "page": 99, "x": 1.0, "y": 1.0 })),
        Value::Null
    );
}

#[test]
fn what_is_saved_is_on_the_disk_and_on_the_page_and_nothing_else_changes() {
    let project = Project::with_manifest(manifest());
    let (desk, before) = desk(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    let field = body(&desk);
    assert_eq!((&field["editable"], &field["title"]), (&true.into(), &"이 글의 제목".into()));
    assert_eq!(save(&desk, &field, "- 새 항목\n")["saved"], true);
    let written = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    assert_eq!(written, manifest().replace(BODY, "- 새 항목\n"));
    let after = tab.news();
    assert_ne!(pictures(&after), pictures(&before));
    assert_eq!(body(&desk)["text"], "- 새 항목\n");
    // What a tab had open before is not what stands there now.
    let conflict = save(&desk, &field, "- 늦은 항목\n");
    assert_eq!((&conflict["saved"], &conflict["theirs"]), (&false.into(), &"- 새 항목\n".into()));
    assert_eq!(std::fs::read_to_string(project.path("issue.toml")).unwrap(), written);
}

#[test]
fn a_text_with_a_mistake_can_be_mended_where_the_finding_points() {
    let project = Project::with_manifest(manifest());
    let (desk, good) = desk(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    assert_eq!(save(&desk, &body(&desk), "- 끝나지 않은[^a]\n")["saved"], true);
    let broken = tab.news();
    assert_eq!((&broken["old"], pictures(&broken)), (&true.into(), pictures(&good)));
    let place = &broken["findings"][0]["place"];
    let (file, line, column) = (&place["file"], &place["line"], &place["column"]);
    let found =
        desk.question(&json!({ "ask": "line", "file": file, "line": line, "column": column }));
    assert_eq!((&found["text"], &found["caret"]), (&"- 끝나지 않은[^a]\n".into(), &8.into()));
    assert_eq!(save(&desk, &found, BODY)["saved"], true);
    assert_eq!(pictures(&tab.news()), pictures(&good));
}

#[test]
fn a_text_in_a_file_of_its_own_is_opened_and_written_there() {
    let text = issue(&format!("{}body = {{ file = \"a.md\" }}\n", entry("제목")));
    let project = Project::with_manifest(&text).file("a.md", "\u{feff}- 하나\r\n- 둘\r\n");
    let (desk, _) = desk(&project, &[]);
    let title = desk.question(&json!({ "ask": "entry", "entry": 0 }));
    let beside = title["beside"].as_array().unwrap();
    let own = beside.iter().find(|item| item["file"] == "a.md").unwrap();
    let field = desk.question(&json!({ "ask": "field", "file": own["file"], "path": [] }));
    assert_eq!(save(&desk, &field, "- 하나\n- 두울\n")["saved"], true);
    assert_eq!(
        std::fs::read(project.path("a.md")).unwrap(),
        "\u{feff}- 하나\r\n- 두울\r\n".as_bytes()
    );
    assert_eq!(std::fs::read_to_string(project.path("issue.toml")).unwrap(), text);
}

#[test]
fn only_texts_of_the_number_are_read_and_written() {
    let project =
        Project::with_manifest(manifest()).file("other.txt", "a").file("b/x.toml", "a = 'a'\n");
    let (desk, _) = desk(&project, &[]);
    let outside = project.path("other.txt").display().to_string();
    for file in
        ["other.txt", "b/x.toml", "../issue.toml", "./issue.toml", "/etc/hostname", "", &outside]
    {
        for path in [json!([]), json!(["a"])] {
            let field = json!({ "file": file, "path": path, "text": "a" });
            let ask = json!({ "ask": "field", "file": file, "path": path });
            assert_eq!(desk.question(&ask), Value::Null, "{file}");
            assert_eq!(save(&desk, &field, "b")["saved"], false, "{file}");
        }
    }
    assert_eq!(std::fs::read_to_string(project.path("other.txt")).unwrap(), "a");
}

#[test]
fn nothing_is_written_where_only_reading_is_allowed() {
    let project = Project::with_manifest(manifest());
    let (desk, _) = desk(&project, &["--read-only"]);
    let field = body(&desk);
    assert_eq!(field["editable"], false);
    assert_eq!(save(&desk, &field, "- 새 항목\n")["saved"], false);
    assert_eq!(std::fs::read_to_string(project.path("issue.toml")).unwrap(), manifest());
}
