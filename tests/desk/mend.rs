//! What can be mended safely is mended from the list of what was found, and taken back.

use serde_json::json;

use crate::browser::Browser;
use crate::common::{HEAD, Project, brief};
use crate::form::{becomes, written};
use crate::running::{Running, codes};

fn manifest() -> String {
    let text = brief("제목", "- 몇일 뒤에 발표 # 몇");
    let text = text.replace(HEAD, &HEAD.replace("\"off\"", "\"house\""));
    format!("\u{feff}{}", text.replace('\n', "\r\n")).trim_end().to_string()
}

#[test]
fn a_finding_is_mended_at_a_click_and_taken_back_byte_for_byte() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    let found = "[...document.querySelectorAll('#findings li')].find((at) => at.textContent.includes('W1701'))";
    browser.wait(found);
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#form .blocks textarea')");
    browser.click_on(&format!("{found}.querySelector('.mend')"));
    becomes(&project, &manifest().replace("몇일", "며칠"));
    browser.wait(&format!("!{found}"));
    browser.wait("document.querySelector('#form .blocks textarea').value.includes('며칠')");
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &manifest());
    // What is told for the author to judge has no such button.
    browser.wait(found);
    let others = "[...document.querySelectorAll('#findings li')].filter((at) => !at.textContent.includes('W1701') && at.querySelector('.mend')).length";
    assert_eq!(browser.eval(others), 0);
}

#[test]
fn nothing_is_mended_in_a_manuscript_that_is_another_by_now() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    let news = tab.news();
    let finding = codes(&news).iter().position(|code| *code == "W1701").unwrap();
    let ask = |finding: usize, setting: &serde_json::Value| {
        desk.question(&json!({ "ask": "mend", "finding": finding, "setting": setting }))["saved"]
            .clone()
    };
    assert_eq!(ask(99, &news["setting"]), false);
    let theirs = manifest().replace("발표", "공개");
    std::fs::write(project.path("issue.toml"), &theirs).unwrap();
    // It is another before the desk knows, and after.
    assert_eq!(ask(finding, &news["setting"]), false);
    let now = tab.news_with(|now| now["setting"] != news["setting"]);
    assert_eq!(ask(finding, &news["setting"]), false);
    assert_eq!(written(&project), theirs);
    assert_eq!(ask(finding, &now["setting"]), true);
    assert_eq!(written(&project), theirs.replace("몇일", "며칠"));
    drop(desk);
    let desk = Running::start(&Project::with_manifest(manifest()), &["--read-only"]);
    let news = desk.tab().news();
    let asked = json!({ "ask": "mend", "finding": finding, "setting": news["setting"] });
    assert_eq!(desk.question(&asked)["saved"], false);
}
