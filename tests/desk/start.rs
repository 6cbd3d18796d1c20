//! A number that is begun in the desk.

use serde_json::json;

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::running::Running;

fn number() -> String {
    issue(&format!("{}body = '- 글'\n", entry("이 글의 제목")))
}

fn ask(desk: &Running, question: &str, value: &str) -> serde_json::Value {
    let key = if question == "new" { "folder" } else { "number" };
    desk.question(&json!({ "ask": question, key: value }))
}

#[test]
fn an_empty_folder_gets_a_number_that_is_set_at_once() {
    let project = Project::new();
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let news = tab.news();
    assert_eq!(news["start"], json!({ "missing": true, "numbers": [], "folder": "" }));
    assert_eq!(ask(&desk, "new", "..")["opened"], false);
    assert_eq!(ask(&desk, "new", ""), json!({ "opened": true }));
    let news = tab.news_with(|news| !news["pages"].as_array().unwrap().is_empty());
    // Its texts are hints, which are to be written; nothing else is told.
    let told = news["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]);
    assert_eq!((&news["old"], told.collect::<Vec<_>>()), (&json!(false), vec![&json!("W1716")]));
    assert!(project.path("issue.toml").is_file());
}

#[test]
fn a_first_number_is_begun_where_nothing_else_can_be_done() {
    let project = Project::new();
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.getElementById('start')?.hidden === false");
    let open = "[...document.querySelectorAll('button, summary, select')].filter((at) => at.checkVisibility({ visibilityProperty: true })).map((at) => at.textContent.trim()).join()";
    assert_eq!(browser.eval(open), "끝내기,만들기");
    browser.click_on("document.querySelector('#start .chief')");
    browser.wait("document.querySelectorAll('.page img').length > 2 && document.querySelectorAll('#entries a').length === 2");
    let said = browser.eval("document.getElementById('entries').textContent");
    // An entry whose page is not measured says nothing of how full it is.
    assert!(!said.as_str().unwrap().contains("null"), "{said}");
    let shown = browser.eval(open);
    assert!(shown.as_str().unwrap().contains("PDF 만들기"), "{shown}");
}

#[test]
fn the_next_number_takes_over_and_is_gone_on_with() {
    let project = Project::new().file("2024-05/issue.toml", number());
    let desk = Running::start(&project, &["2024-05/issue.toml"]);
    let mut tab = desk.tab();
    assert_eq!(tab.news()["start"]["folder"], "2024-06");
    for wrong in ["", "..", "a/b", "/tmp/x", "nul"] {
        let answer = ask(&desk, "new", wrong);
        assert_eq!(answer["opened"], false, "{wrong}");
        assert!(answer["why"].is_string(), "{wrong}");
    }
    let there = ask(&desk, "new", "2024-05");
    assert!(there["why"].as_str().unwrap().contains("2024-05"), "{there}");
    assert_eq!(ask(&desk, "new", "2024-06")["opened"], true);
    let news = tab.news_with(|news| news["title"].as_str().unwrap_or_default().contains("6월호"));
    assert_eq!(news["start"]["folder"], "2024-07");
    // From now on it is this one that is watched and written.
    let made = std::fs::read_to_string(project.path("2024-06/issue.toml")).unwrap();
    let written = made.replace("month = 6", "month = 8");
    assert_ne!(made, written);
    std::fs::write(project.path("2024-06/issue.toml"), written).unwrap();
    tab.news_with(|news| news["title"].as_str().unwrap_or_default().contains("8월호"));
}

#[test]
fn a_folder_of_numbers_offers_them() {
    let project =
        Project::new().file("a/2024-04/issue.toml", number()).file("b/issue.toml", number());
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    assert_eq!(tab.news()["start"]["numbers"], json!(["b", "a/2024-04"]));
    assert_eq!(ask(&desk, "open", "c")["opened"], false);
    assert_eq!(ask(&desk, "open", "../b")["opened"], false);
    assert_eq!(ask(&desk, "open", "a/2024-04")["opened"], true);
    tab.news_with(|news| !news["pages"].as_array().unwrap().is_empty());
}

#[test]
fn numbers_beside_the_one_that_is_open_are_a_click_away() {
    let older = number().replace("month = 5", "month = 4");
    let project = Project::new()
        .file("2024-05/issue.toml", number())
        .file("2024-04/issue.toml", older)
        .file("2024-04/out/issue.toml", number())
        .file("elsewhere/notes.txt", "글");
    let desk = Running::start(&project, &["2024-05/issue.toml"]);
    let mut tab = desk.tab();
    tab.news();
    assert_eq!(desk.question(&json!({ "ask": "numbers" })), json!(["2024-04"]));
    for wrong in ["2024-05", "elsewhere", "2024-04/out", "../2024-04", ""] {
        assert_eq!(ask(&desk, "open", wrong)["opened"], false, "{wrong}");
    }
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.click_on("document.getElementById('others')");
    browser.wait("document.querySelector('#others-list button')?.textContent === '2024-04'");
    browser.click_on("document.querySelector('#others-list button')");
    browser.wait("document.getElementById('title')?.textContent.includes('4월호')");
    assert_eq!(desk.question(&json!({ "ask": "numbers" })), json!(["2024-05"]));
}

#[test]
fn a_desk_for_reading_makes_no_number() {
    let project = Project::with_manifest(number());
    let desk = Running::start(&project, &["--read-only"]);
    desk.tab().news();
    assert_eq!(ask(&desk, "new", "2024-06")["opened"], false);
}
