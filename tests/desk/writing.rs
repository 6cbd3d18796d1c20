//! What tabs may change over the server, and what they may not.

use serde_json::{Value, json};

use crate::common::{Project, entry, issue};
use crate::form::written;
use crate::running::Running;

fn manifest() -> String {
    issue(&format!("{}body = \"- 글\" # 본문\n", entry("제목")))
}

fn edit(desk: &Running, changes: Value, seen: Value) -> Value {
    desk.question(&json!({ "ask": "edit", "changes": changes, "seen": seen }))
}

const ENTRY: [&str; 3] = ["parts", "sections", "entries"];

fn path(end: &[Value]) -> Value {
    let [parts, sections, entries] = ENTRY;
    let start = [json!(parts), json!(0), json!(sections), json!(0), json!(entries)];
    start.into_iter().chain(end.iter().cloned()).collect()
}

#[test]
fn a_change_is_done_only_where_what_was_seen_still_stands() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let title = path(&[json!(0), json!("title")]);
    let change = json!([{ "do": "copy", "from": path(&[json!(0)]), "to": path(&[json!(1)]) }]);
    let refused = edit(&desk, change.clone(), json!([[title, "다른 제목"]]));
    assert_eq!((&refused["saved"], &refused["theirs"]), (&json!(false), &json!("제목")));
    assert_eq!(written(&project), manifest());
    assert_eq!(edit(&desk, change, json!([[title, "제목"]]))["saved"], true);
    assert_eq!(written(&project).matches("# 본문").count(), 2);
    // All changes of a question, or none.
    let two =
        json!([{ "do": "remove", "at": path(&[json!(1)]) }, { "do": "remove", "at": ["nowhere"] }]);
    let now = written(&project);
    assert_eq!(edit(&desk, two, json!([]))["saved"], false);
    assert_eq!(written(&project), now);
    assert_eq!(desk.question(&json!({ "ask": "turn", "back": true }))["saved"], true);
    assert_eq!(written(&project), manifest());
    assert_eq!(desk.question(&json!({ "ask": "turn", "back": true }))["saved"], false);
}

#[test]
fn what_is_written_in_one_go_is_taken_back_in_one() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let at = path(&[json!(0), json!("title")]);
    for (before, text) in [("제목", "제목가"), ("제목가", "제목가나")] {
        let save = json!({ "ask": "save", "file": "issue.toml", "path": at, "before": before, "text": text, "stroke": 5 });
        assert_eq!(desk.question(&save)["saved"], true);
    }
    desk.question(&json!({ "ask": "turn", "back": true }));
    assert_eq!(written(&project), manifest());
    desk.question(&json!({ "ask": "turn", "back": false }));
    assert!(written(&project).contains("제목가나"));
}

#[test]
fn pictures_come_under_names_of_their_own_and_nothing_else_comes() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let post = |name: &str, body: &str| desk.ask("POST", &format!("/images/{name}"), body);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    for (name, file) in [
        ("a.svg", "images/a.svg"),
        ("..%2f..%2fb.toml", "images/b.svg"),
        ("%2fetc%2fc", "images/c.svg"),
        ("issue.toml", "images/issue.svg"),
        ("..", "images/image.svg"),
    ] {
        let answer = post(name, svg);
        let told: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((&told["saved"], &told["file"]), (&json!(true), &json!(file)), "{name}");
    }
    assert!(post("d.svg", "no picture").text().contains("false"));
    assert_eq!(post("d.svg", &format!("{svg}{}", " ".repeat(41 << 20))).status, 413);
    let mut names: Vec<String> = std::fs::read_dir(project.path("images"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["a.svg", "b.svg", "c.svg", "image.svg", "issue.svg"]);
    // A picture is taken back like all else.
    for _ in 0..5 {
        assert_eq!(desk.question(&json!({ "ask": "turn", "back": true }))["saved"], true);
    }
    assert_eq!(std::fs::read_dir(project.path("images")).unwrap().count(), 0);
    assert_eq!(written(&project), manifest());
}

#[test]
fn nothing_is_changed_where_only_reading_is_allowed() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &["--read-only"]);
    desk.tab().news();
    let remove = json!([{ "do": "remove", "at": path(&[json!(0), json!("body")]) }]);
    assert_eq!(edit(&desk, remove, json!([]))["saved"], false);
    assert_eq!(desk.question(&json!({ "ask": "turn", "back": true }))["saved"], false);
    let at = path(&[json!(0), json!("title")]);
    let save =
        json!({ "ask": "save", "file": "issue.toml", "path": at, "before": "제목", "text": null });
    assert_eq!(desk.question(&save)["saved"], false);
    let answer = desk.ask("POST", "/images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert!(answer.text().contains("false"));
    assert!(!project.path("images").exists());
    assert_eq!(written(&project), manifest());
}

#[test]
fn a_broken_manifest_is_not_changed_but_its_texts_are() {
    let broken = manifest() + "x = = 1\n";
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    std::fs::write(project.path("issue.toml"), &broken).unwrap();
    let refused = edit(&desk, json!([{ "do": "remove", "at": path(&[json!(0)]) }]), json!([]));
    assert_eq!(refused["saved"], false);
    assert_eq!(desk.question(&json!({ "ask": "form", "path": [] })), Value::Null);
    let at = path(&[json!(0), json!("title")]);
    let save = json!({ "ask": "save", "file": "issue.toml", "path": at, "before": "제목", "text": "새 제목" });
    assert_eq!(desk.question(&save)["saved"], true);
    assert_eq!(written(&project), broken.replace("\"제목\"", "\"새 제목\""));
}

#[test]
fn a_dropped_manuscript_is_an_entry() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let send = |at: &str, name: &str, body: &str| {
        desk.ask("POST", &format!("/manuscripts/{at}/{name}"), body)
    };
    // Dropped on the section's only entry: `["parts",0,"sections",0,"entries",0]`.
    let on = "%5B%22parts%22%2C0%2C%22sections%22%2C0%2C%22entries%22%2C0%5D";
    let answer: Value =
        serde_json::from_slice(&send(on, "a.txt", "새 글\n\n새 본문\n").body).unwrap();
    assert_eq!((&answer["saved"], answer["asked"].as_array().unwrap().len()), (&json!(true), 1));
    let entry = "\n[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"새 글\"\nbody = '''\n새 본문\n'''\n";
    assert_eq!(written(&project), format!("{}{entry}", manifest()));
    for (name, body) in [("a.txt", "새 글\n\n새 본문\n"), ("b.pdf", "%PDF-1.7\n")] {
        let answer: Value = serde_json::from_slice(&send("%5B%5D", name, body).body).unwrap();
        assert_eq!(answer["saved"], json!(false), "{answer}");
    }
    assert_eq!(send("x", "a.txt", "글").status, 400);
    let back = desk.question(&json!({ "ask": "turn", "back": true }));
    assert_eq!((&back["saved"], written(&project)), (&json!(true), manifest()));
    drop(desk);
    let desk = Running::start(&project, &["--read-only"]);
    let answer = desk.ask("POST", "/manuscripts/%5B%5D/a.txt", "새 글\n\n새 본문\n").body;
    assert_eq!(serde_json::from_slice::<Value>(&answer).unwrap()["saved"], json!(false));
    assert_eq!(written(&project), manifest());
}
