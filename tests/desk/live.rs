//! What is saved is seen, and only that travels.

use std::net::TcpListener;

use crate::common::{Project, entry, issue};
use crate::running::{Answer, Running, codes, pictures};

fn text(first: &str, second: &str) -> String {
    let body = |item: &str| format!("body = '''\n- {item}\n'''\n");
    issue(&format!("{}{}{}{}", entry("첫째 글"), body(first), entry("둘째 글"), body(second)))
}

fn save(project: &Project, text: impl AsRef<[u8]>) {
    std::fs::write(project.path("issue.toml"), text).unwrap();
}

fn drawn(desk: &Running, name: &str, form: &str) -> Answer {
    let picture = desk.get(&format!("/pictures/{name}/{form}"));
    assert_eq!(picture.status, 200, "{name} {form}");
    picture
}

#[test]
fn a_saved_word_changes_its_page_and_no_other() {
    let project = Project::with_manifest(text("처음", "그대로"));
    let desk = Running::start(&project, &[]);
    let (mut tab, mut other) = (desk.tab(), desk.tab());
    let before = tab.news();
    let names = pictures(&before);
    assert_eq!(before["entries"][1]["title"], "둘째 글");
    assert_eq!(before["old"], false);
    for name in &names {
        let [pixels, outlines] = ["500.png", "svg"].map(|form| drawn(&desk, name, form));
        assert!(pixels.head.contains("immutable") && pixels.body.starts_with(b"\x89PNG"));
        assert_eq!(pixels.body[16..24], [0, 0, 1, 42, 0, 0, 1, 165]);
        assert!(outlines.head.contains("immutable") && outlines.text().starts_with("<svg"));
    }
    save(&project, text("바뀐 말", "그대로"));
    let after = pictures(&tab.news());
    let changed: Vec<usize> =
        (0..names.len()).filter(|page| names[*page] != after[*page]).collect();
    let first = before["entries"][0]["sheet"].as_u64().unwrap() as usize - 1;
    assert_eq!(changed, [first]);
    assert_eq!(pictures(&other.news_with(|news| pictures(news) != names)), after);
    drawn(&desk, &after[first], "500.png");
    // What was there before may still be asked for.
    drawn(&desk, &names[first], "600.png");
    assert_eq!(desk.get(&format!("/pictures/{}/99999.png", names[0])).status, 404);
}

#[test]
fn the_last_good_pages_stay_while_there_are_errors() {
    let project = Project::with_manifest(text("처음", "그대로"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let good = tab.news();
    save(&project, text("끝나지 않은[^a] 각주", "그대로"));
    let broken = tab.news();
    assert_eq!(broken["old"], true);
    assert_eq!(pictures(&broken), pictures(&good));
    assert_eq!(broken["entries"], good["entries"]);
    assert_eq!(codes(&broken), ["E0340"]);
    assert_eq!(broken["findings"][0]["marks"], serde_json::json!([0]));
    let told = broken["findings"][0]["message"].as_str().unwrap();
    assert!(told.contains("[^a]") && told.contains(|c| ('가'..='힣').contains(&c)), "{told}");
    save(&project, "= =");
    assert_eq!(pictures(&tab.news()), pictures(&good));
    std::fs::remove_file(project.path("issue.toml")).unwrap();
    let gone = tab.news();
    assert_eq!((pictures(&gone), &gone["old"]), (pictures(&good), &true.into()));
    save(&project, text("처음", "그대로"));
    let mended = tab.news_with(|news| news["old"] == false);
    assert_eq!(pictures(&mended), pictures(&good));
    assert_eq!(codes(&mended), [""; 0]);
}

#[test]
fn a_number_that_was_never_good_says_why_there_are_no_pages() {
    let project = Project::new();
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let news = tab.news();
    assert_eq!((pictures(&news).len(), &news["old"]), (0, &true.into()));
    assert_eq!(codes(&news).len(), 1, "{news}");
    save(&project, text("가", "나"));
    assert!(!pictures(&tab.news_with(|news| news["old"] == false)).is_empty());
}

#[test]
fn files_that_are_renamed_into_place_and_folders_that_come_later_are_seen() {
    let body = "body = { file = \"texts/a.md\" }\n";
    let project = Project::with_manifest(issue(&format!("{}{body}", entry("글"))));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    assert_eq!(tab.news()["old"], true);
    std::fs::create_dir(project.path("texts")).unwrap();
    std::fs::write(project.path("texts/a.md"), "- 처음\n").unwrap();
    let first = tab.news_with(|news| news["old"] == false);
    std::fs::write(project.path("texts/.new"), "- 다음\n").unwrap();
    std::fs::rename(project.path("texts/.new"), project.path("texts/a.md")).unwrap();
    let second = tab.news_with(|news| pictures(news) != pictures(&first));
    assert_eq!(second["old"], false);
}

#[test]
fn after_many_saves_the_last_one_is_shown() {
    let project = Project::with_manifest(text("처음", "그대로"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    for count in 0..200 {
        save(&project, text(&format!("{count}번째"), "그대로"));
    }
    save(&project, text("마지막[^x]", "그대로"));
    tab.news_with(|news| codes(news) == ["E0340"]);
}

#[test]
fn the_page_ends_the_program() {
    let project = Project::with_manifest(text("가", "나"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    assert_eq!(desk.ask("POST", "/end", "").status, 204);
    assert_eq!(desk.ended(), Some(0));
    let left: Vec<_> = std::fs::read_dir(project.path(".")).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn another_port_is_taken_where_one_is_not_free() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let project = Project::with_manifest(text("가", "나"));
    let desk = Running::start(&project, &["--port", &port]);
    assert!(!desk.host.ends_with(&format!(":{port}")));
    assert_eq!(desk.get("/").status, 200);
}
