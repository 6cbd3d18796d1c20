//! What the machine does to a desk: full disks, files and folders that nobody may write, and such as go and come.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::common::{Project, entry, issue};
use crate::form::written;
use crate::running::{Running, codes, pictures};

const BODY: &str = "- 첫 항목\n";

fn manifest(body: &str) -> String {
    issue(&format!("{}body = '''\n{body}'''\n", entry("이 글의 제목")))
}

fn put(project: &Project, name: &str, text: impl AsRef<[u8]>) {
    std::fs::write(project.path(name), text).unwrap();
}

fn save(desk: &Running, before: &str, text: &str) -> Value {
    let path = ["parts", "0", "sections", "0", "entries", "0", "body"].map(|step| match step {
        "0" => json!(0),
        key => json!(key),
    });
    desk.question(&json!({ "ask": "save", "file": "issue.toml", "path": path, "before": before, "text": text }))
}

/// What was refused for a reason that names the file.
#[track_caller]
fn refused(answer: &Value) {
    let why = answer["why"].as_str().unwrap();
    assert_eq!(answer["saved"], false);
    assert!(why.contains("issue.toml") && why.contains(|c| ('가'..='힣').contains(&c)), "{why}");
}

/// All that lies in the project's folder but what the desk remembers.
fn names(project: &Project) -> Vec<String> {
    let names = std::fs::read_dir(project.path(".")).unwrap();
    let mut names: Vec<_> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != ".jikji");
    names.sort();
    names
}

#[test]
#[cfg(unix)]
fn a_full_disk_keeps_the_old_file_and_says_so() {
    // No file may be longer than this many blocks; the signal that comes with it is not heard.
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""]);
    command.arg(env!("CARGO_BIN_EXE_jikji"));
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start_by(command, &project, &[]);
    let mut tab = desk.tab();
    let before = tab.news();
    refused(&save(&desk, BODY, &"- 긴 항목\n".repeat(8000)));
    assert_eq!((written(&project), names(&project)), (manifest(BODY), vec!["issue.toml".into()]));
    // A picture does not fit either, and nothing is left of it.
    let picture = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"/>{}", " ".repeat(80_000));
    let answer = desk.ask("POST", "/images/a.svg", &picture);
    assert!(answer.text().contains("\"saved\":false"), "{}", answer.text());
    assert_eq!(std::fs::read_dir(project.path("images")).unwrap().count(), 0);
    // Once there is room it goes on.
    assert_eq!(save(&desk, BODY, "- 새 항목\n")["saved"], true);
    assert_eq!(written(&project), manifest("- 새 항목\n"));
    tab.news_with(|news| news["old"] == false && pictures(news) != pictures(&before));
}

/// The program, started so that the rights of files bind it; `None` where nothing makes them.
#[cfg(unix)]
fn bound(folder: &Path) -> Option<Command> {
    let own = env!("CARGO_BIN_EXE_jikji");
    if tempfile::tempfile_in(folder).is_err() {
        return Some(Command::new(own));
    }
    // This is the superuser, whom rights bind only without these powers.
    let without = ["--bounding-set=-dac_override,-dac_read_search,-fowner"];
    let mut probe = Command::new("setpriv");
    probe.args(without).args(["touch", "--"]).arg(folder.join("probe"));
    let refused = probe.stderr(Stdio::null()).status().is_ok_and(|status| status.code() == Some(1));
    if !refused || folder.join("probe").exists() {
        eprintln!("skipped: this user may write everywhere, and setpriv cannot take that away");
        return None;
    }
    let mut command = Command::new("setpriv");
    command.args(without).arg(own);
    Some(command)
}

#[test]
#[cfg(unix)]
fn a_folder_that_nobody_may_write_says_so_and_is_written_once_it_may() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::with_manifest(manifest(BODY));
    let rights = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(project.path("."), mode).unwrap();
    };
    rights(0o555);
    let Some(command) = bound(&project.path(".")) else { return rights(0o755) };
    let desk = Running::start_by(command, &project, &[]);
    let mut tab = desk.tab();
    let before = tab.news();
    assert_eq!((&before["old"], codes(&before)), (&json!(false), vec![]));
    refused(&save(&desk, BODY, "- 새 항목\n"));
    let answer = desk.ask("POST", "/images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert!(answer.text().contains("images"), "{}", answer.text());
    assert_eq!((written(&project), names(&project)), (manifest(BODY), vec!["issue.toml".into()]));
    // What another program could write is shown all the same; that no state of it is kept is told.
    put(&project, "issue.toml", manifest("- 남의 항목\n"));
    let news =
        tab.news_with(|news| pictures(news) != pictures(&before) && news["failure"].is_string());
    assert!(news["failure"].as_str().unwrap().contains(".jikji"), "{news}");
    assert_eq!(news["old"], false);
    rights(0o755);
    assert_eq!(save(&desk, "- 남의 항목\n", "- 새 항목\n")["saved"], true);
    tab.news_with(|news| news["failure"].is_null());
}

#[test]
fn a_file_that_nobody_may_write_is_not_written_over() {
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let path = project.path("issue.toml");
    let rights = std::fs::metadata(&path).unwrap().permissions();
    let mut bound = rights.clone();
    bound.set_readonly(true);
    std::fs::set_permissions(&path, bound).unwrap();
    refused(&save(&desk, BODY, "- 새 항목\n"));
    assert_eq!((written(&project), names(&project)), (manifest(BODY), vec!["issue.toml".into()]));
    std::fs::set_permissions(&path, rights).unwrap();
    assert_eq!(save(&desk, BODY, "- 새 항목\n")["saved"], true);
}

/// A desk that was started in the folder of its number.
#[cfg(unix)]
fn inside(project: &Project) -> Running {
    let mut command = Command::new("sh");
    command.args(["-c", "cd 호 && exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_jikji")]);
    Running::start_by(command, project, &[])
}

#[test]
#[cfg(unix)]
fn a_folder_that_vanishes_leaves_its_pages_with_the_reason_and_comes_back() {
    let project = Project::new().file("호/issue.toml", manifest(BODY));
    let desk = inside(&project);
    let mut tab = desk.tab();
    let good = tab.news();
    assert_eq!(good["old"], false);
    for _ in 0..2 {
        std::fs::remove_dir_all(project.path("호")).unwrap();
        let gone = tab.news_with(|news| news["old"] == true);
        assert_eq!(pictures(&gone), pictures(&good));
        // It is no folder to begin a number in, and the reason stands among the findings.
        assert_eq!(gone["start"]["missing"], false);
        assert_eq!(codes(&gone).len() + usize::from(gone["failure"].is_string()), 1, "{gone}");
        refused(&save(&desk, BODY, "- 새 항목\n"));
        assert!(!project.path("호").exists());
        std::fs::create_dir(project.path("호")).unwrap();
        put(&project, "호/issue.toml", manifest(BODY));
        let back = tab.news_with(|news| news["old"] == false);
        assert_eq!(pictures(&back), pictures(&good));
    }
    assert_eq!(save(&desk, BODY, "- 새 항목\n")["saved"], true);
    let there = std::fs::read_to_string(project.path("호/issue.toml")).unwrap();
    assert_eq!(there, manifest("- 새 항목\n"));
}

#[test]
#[cfg(unix)]
fn a_folder_that_is_moved_while_its_desk_runs_is_followed() {
    let project = Project::new().file("호/issue.toml", manifest(BODY));
    let desk = inside(&project);
    let mut tab = desk.tab();
    let mut before = tab.news();
    for (from, to, item) in [("호", "딴 곳", "- 둘째\n"), ("딴 곳", "호", "- 셋째\n")] {
        std::fs::rename(project.path(from), project.path(to)).unwrap();
        put(&project, &format!("{to}/issue.toml"), manifest(item));
        let after = tab.news_with(|news| pictures(news) != pictures(&before));
        assert_eq!(after["old"], false);
        assert_eq!(save(&desk, item, "- 새 항목\n")["saved"], true);
        before = tab.news_with(|news| pictures(news) != pictures(&after));
        let there = std::fs::read_to_string(project.path(&format!("{to}/issue.toml"))).unwrap();
        assert_eq!((there, project.path(from).exists()), (manifest("- 새 항목\n"), false));
    }
}

#[test]
#[cfg(unix)]
fn earlier_states_go_along_with_a_folder_that_is_moved() {
    let text = issue(&format!("{}body = {{ file = \"a.md\" }}\n", entry("제목")));
    let project = Project::new().file("호/issue.toml", text).file("호/a.md", BODY);
    let desk = inside(&project);
    let mut tab = desk.tab();
    let mut before = tab.news();
    std::fs::rename(project.path("호"), project.path("딴 곳")).unwrap();
    for item in ["- 둘째\n", "- 셋째\n"] {
        put(&project, "딴 곳/a.md", item);
        before = tab.news_with(|news| pictures(news) != pictures(&before));
    }
    // What was left first is kept where the folder is now, and nothing where it was.
    let states = desk.question(&json!({ "ask": "states", "file": "a.md" }));
    let id = states[0]["id"].as_u64().unwrap();
    let kept = std::fs::read_to_string(project.path(&format!("딴 곳/.jikji/history/a.md/{id:06}")));
    assert_eq!((kept.unwrap(), project.path("호").exists()), (BODY.to_string(), false));
    let back = json!({ "ask": "back", "file": "a.md", "id": id, "before": "- 셋째\n" });
    assert_eq!(desk.question(&back)["saved"], true);
    let now = || std::fs::read_to_string(project.path("딴 곳/a.md")).unwrap();
    assert_eq!(now(), BODY);
    // It is taken back, and comes again, like all that is written.
    for (back, text) in [(true, "- 셋째\n"), (false, BODY)] {
        assert_eq!(desk.question(&json!({ "ask": "turn", "back": back }))["saved"], true);
        assert_eq!(now(), text);
    }
}

#[test]
fn a_manifest_that_is_empty_for_a_moment_leaves_its_pages_with_the_reason() {
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let good = tab.news();
    for half in ["", &manifest(BODY)[..60]] {
        put(&project, "issue.toml", half);
        let news = tab.news_with(|news| news["old"] == true);
        assert_eq!((pictures(&news), &news["start"]), (pictures(&good), &good["start"]));
        assert!(!codes(&news).is_empty());
        // Nothing is written into what is half there.
        assert_eq!(save(&desk, BODY, "- 새 항목\n")["saved"], false);
        assert_eq!(written(&project), half);
        put(&project, "issue.toml", manifest(BODY));
        let whole = tab.news_with(|news| news["old"] == false);
        assert_eq!((pictures(&whole), codes(&whole)), (pictures(&good), vec![]));
    }
}

#[test]
fn a_text_file_that_goes_and_comes_is_told_and_shown() {
    let text = issue(&format!("{}body = {{ file = \"a.md\" }}\n", entry("제목")));
    let project = Project::with_manifest(&text).file("a.md", BODY);
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let good = tab.news();
    let write = |text: &str| {
        desk.question(
            &json!({ "ask": "save", "file": "a.md", "path": [], "before": BODY, "text": text }),
        )
    };
    std::fs::remove_file(project.path("a.md")).unwrap();
    let gone = tab.news_with(|news| news["old"] == true);
    assert_eq!(pictures(&gone), pictures(&good));
    assert!(gone["findings"][0]["message"].as_str().unwrap().contains("a.md"), "{gone}");
    // A text that somebody took away is not put back unseen.
    let answer = write("- 새 항목\n");
    assert!(answer["why"].as_str().unwrap().contains("a.md"), "{answer}");
    assert!(!project.path("a.md").exists());
    put(&project, "a.md", BODY);
    let back = tab.news_with(|news| news["old"] == false);
    assert_eq!(pictures(&back), pictures(&good));
    assert_eq!(write("- 새 항목\n")["saved"], true);
}

#[test]
fn a_layout_that_breaks_and_is_mended_is_followed() {
    let project = Project::with_manifest(manifest(BODY)).own_layout(|_, text| text);
    let file = project.path("layouts/spri-brief/layout.toml");
    let whole = std::fs::read(&file).unwrap();
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let good = tab.news();
    assert_eq!((&good["old"], codes(&good)), (&json!(false), vec![]));
    for broken in [&b"= ="[..], b"", &whole[..whole.len() / 2]] {
        std::fs::write(&file, broken).unwrap();
        let news = tab.news_with(|news| news["old"] == true);
        assert_eq!(pictures(&news), pictures(&good));
        assert!(codes(&news).len() + usize::from(news["failure"].is_string()) > 0, "{news}");
        std::fs::write(&file, &whole).unwrap();
        let mended = tab.news_with(|news| news["old"] == false);
        assert_eq!((pictures(&mended), codes(&mended)), (pictures(&good), vec![]));
    }
}

#[test]
fn a_picture_that_is_replaced_is_seen_on_its_page() {
    let picture = |colour: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\" fill=\"{colour}\"/></svg>"
        )
    };
    let text = manifest(BODY) + "image = { file = \"images/a.svg\", alt = \"네모\" }\n";
    let project = Project::with_manifest(text).file("images/a.svg", picture("#000000"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let good = tab.news();
    assert_eq!(good["old"], false, "{good}");
    // In place, and as long as it was.
    put(&project, "images/a.svg", picture("#ffffff"));
    let white = tab.news_with(|news| pictures(news) != pictures(&good));
    assert_eq!(white["old"], false);
    // By renaming.
    put(&project, "images/.new", picture("#cccccc"));
    std::fs::rename(project.path("images/.new"), project.path("images/a.svg")).unwrap();
    let grey = tab.news_with(|news| pictures(news) != pictures(&white));
    // By what is no picture.
    put(&project, "images/a.svg", "<sv");
    let broken = tab.news_with(|news| news["old"] == true);
    assert_eq!(pictures(&broken), pictures(&grey));
    put(&project, "images/a.svg", picture("#000000"));
    assert_eq!(pictures(&tab.news_with(|news| news["old"] == false)), pictures(&good));
}

#[test]
fn what_was_changed_in_the_number_before_is_not_taken_back_unseen() {
    let project = Project::new().file("2024-05/issue.toml", manifest(BODY));
    let desk = Running::start(&project, &["2024-05/issue.toml"]);
    let mut tab = desk.tab();
    tab.news();
    let path = json!(["issue", "year"]);
    let edit = json!({ "ask": "edit", "changes": [{ "do": "set", "at": path, "value": 2023, "after": [] }], "seen": [[path, 2024]] });
    assert_eq!(desk.question(&edit)["saved"], true);
    assert_eq!(desk.question(&json!({ "ask": "new", "folder": "next" }))["opened"], true);
    let news = tab.news_with(|news| news["manifest"].as_str().unwrap().contains("next"));
    assert_eq!(news["ways"], json!([false, false]));
    let before = std::fs::read_to_string(project.path("2024-05/issue.toml")).unwrap();
    let turned = desk.question(&json!({ "ask": "turn", "back": true }));
    assert_eq!(turned["saved"], false);
    assert!(turned["why"].as_str().unwrap().contains("앞의 호"), "{turned}");
    assert_eq!(std::fs::read_to_string(project.path("2024-05/issue.toml")).unwrap(), before);
}

#[test]
fn the_port_that_was_taken_instead_is_told_and_answers() {
    let project = Project::with_manifest(manifest(BODY));
    let first = Running::start(&project, &[]);
    let port = first.host.split(':').nth(1).unwrap();
    let second = Running::start(&project, &["--port", port]);
    assert_ne!(first.host, second.host);
    // The one's token opens nothing of the other, and both go on.
    let request = format!(
        "GET / HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
        second.host, first.cookie
    );
    assert_eq!(second.send(&request).status, 403);
    assert_eq!((first.get("/").status, second.get("/").status), (200, 200));
    let (mut one, mut two) = (first.tab(), second.tab());
    let (mine, theirs) = (one.news(), two.news());
    assert_eq!(save(&first, BODY, "- 새 항목\n")["saved"], true);
    one.news_with(|news| pictures(news) != pictures(&mine));
    two.news_with(|news| pictures(news) != pictures(&theirs));
}
