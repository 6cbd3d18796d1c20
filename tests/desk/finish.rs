//! Editions made in the desk, and what the files were before.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::running::Running;

fn manifest(body: &str) -> String {
    issue(&format!("{}body = '''\n{body}'''\n", entry("이 글의 제목")))
}

fn finish(desk: &Running, edition: &str) -> Value {
    let answer = desk.ask("POST", &format!("/finish/{edition}"), "");
    assert_eq!(answer.status, 200, "{answer:?}");
    serde_json::from_slice(&answer.body).unwrap()
}

#[test]
fn editions_of_the_desk_are_those_of_build() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let mut made = vec![];
    for edition in ["screen", "print", "archive"] {
        let answer = finish(&desk, edition);
        assert_eq!((&answer["failed"], &answer["findings"]), (&false.into(), &json!([])));
        for file in answer["files"].as_array().unwrap() {
            let name = file["name"].as_str().unwrap();
            let got = desk.get(&format!("/files/{name}"));
            assert_eq!((got.status, Some(got.body.len() as u64)), (200, file["bytes"].as_u64()));
            assert!(got.head.contains("attachment"), "{}", got.head);
            made.push((name.to_string(), got.body));
        }
    }
    let editions = ["screen", "print", "archive"].map(|edition| ["--edition", edition]);
    let build = [&["build", "issue.toml", "--out", "built"], editions.as_flattened()].concat();
    project.run(&build).exits(0);
    assert_eq!(made.len(), project.path("built").read_dir().unwrap().count());
    for (name, bytes) in &made {
        assert_eq!(&std::fs::read(project.path("built").join(name)).unwrap(), bytes, "{name}");
    }
    for other in ["issue.toml", "..%2Fissue.toml", "issue.lock", ""] {
        assert_eq!(desk.get(&format!("/files/{other}")).status, 404, "{other}");
    }
    assert_eq!(desk.ask("POST", "/finish/nothing", "").status, 404);
}

#[test]
fn nothing_is_made_of_errors_or_for_reading() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    std::fs::write(project.path("issue.toml"), manifest("- 끝나지 않은[^a]\n")).unwrap();
    tab.news_with(|news| news["old"] == true);
    assert!(finish(&desk, "screen")["why"].is_string());
    let reading = Running::start(&project, &["--read-only"]);
    reading.tab().news();
    assert!(finish(&reading, "screen")["why"].is_string());
    assert!(!project.path("out").exists());
}

#[test]
fn a_state_is_looked_at_and_brought_back() {
    let before = manifest("- 첫 항목\n").replace('\n', "\r\n");
    let project = Project::with_manifest(&before);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page').length > 3");
    let mut tab = desk.tab();
    tab.news();
    std::fs::write(project.path("issue.toml"), manifest("- 고친 항목\n")).unwrap();
    tab.news();
    browser.eval("document.getElementById('history').click()");
    browser.wait("document.querySelector('#past-states button')");
    browser.eval("document.querySelector('#past-states button').click()");
    // Then and now, with the words that are others marked, under the entry and the field they stand in.
    browser.wait("document.querySelector('#past-changed del')?.textContent === '그때- 첫 항목'");
    browser.wait("document.querySelector('#past-changed ins')?.textContent === '지금- 고친 항목'");
    let marked = "[...document.querySelectorAll('#past-changed mark')].map((at) => at.textContent.trim()).join()";
    assert_eq!(browser.eval(marked), "첫,고친");
    let of = browser.eval("document.querySelector('#past-changed h3').textContent");
    assert_eq!(of, "‘이 글의 제목’ · 본문");
    browser.eval("document.getElementById('past-back').click()");
    browser.wait("document.getElementById('past-told').textContent === '되돌렸습니다'");
    // To the byte.
    let now = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    assert_eq!(now, before);
    // What was there before that is a state too.
    browser.wait("document.querySelectorAll('#past-states button').length === 2");
    // That it was done stays to be read.
    browser.wait("document.querySelector('#past-changed ins')");
    assert_eq!(browser.eval("document.getElementById('past-told').textContent"), "되돌렸습니다");
    // The states are nobody's texts: no archive finds a number in them.
    let reading = Running::start(&project, &["--read-only"]);
    let states = reading.question(&json!({ "ask": "states", "file": "issue.toml" }));
    assert_eq!(states.as_array().unwrap().len(), 2);
    let other = reading.question(&json!({ "ask": "states", "file": "../issue.toml" }));
    assert_eq!(other, json!([]));
}

#[test]
fn pdfs_are_made_at_a_click() {
    let project = Project::with_manifest(manifest("- 첫 항목\n"));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page').length > 3");
    browser.eval("document.getElementById('finish').click()");
    browser.wait("document.getElementById('finishing').open");
    browser.eval("window.said = []; new MutationObserver(() => { const bar = document.getElementById('finish-bar'); said.push([document.getElementById('finish-told').textContent, bar.value, bar.max].join(' ')); }).observe(document.getElementById('finish-told'), { childList: true })");
    browser.eval("document.getElementById('finish-make').click()");
    browser.wait("document.getElementById('finish-told').textContent === '모두 만들었습니다'");
    // Which of how many is being made, in words and as a bar.
    let said = browser.eval("said.join('; ')").as_str().unwrap().to_string();
    for step in [
        "화면용을 만드는 중입니다 (2개 가운데 1번째) 0 2",
        "인쇄용을 만드는 중입니다 (2개 가운데 2번째) 1 2",
    ] {
        assert!(said.contains(step), "{said}");
    }
    browser.wait("document.querySelectorAll('#finish-files a').length >= 3");
    assert!(project.path("out").read_dir().unwrap().count() >= 3);
}
