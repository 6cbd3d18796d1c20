//! What is no value of its field is not saved: nothing else is done in its place without a word.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{becomes, control, opened, put};
use crate::running::Running;

fn manifest(first: &str) -> String {
    let body = "body = '''\n- 하나\n'''\n";
    let chart = "chart = { kind = \"bars\", alt = \"막대\", data = [{ label = \"가\", value = 1 }, { label = \"나\", value = 2 }] }\n";
    issue(&format!("{}{chart}{body}{}{body}", entry(first), entry("둘째 글")))
}

const OFF: &str = "document.getElementById('state').dataset.is === 'old'";

#[test]
fn what_the_buttons_do_is_done_with_the_entry_that_stays_open() {
    let text = manifest("첫째 글");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    put(&mut browser, "data.1.value", "많음");
    browser.wait(OFF);
    browser.eval("document.querySelectorAll('#entries a')[1].click()");
    browser.wait("document.getElementById('written').textContent.includes('닫지 않았습니다')");
    browser.wait("document.querySelectorAll('#entries a')[0].classList.contains('chosen')");
    put(&mut browser, "data.1.value", "3");
    let saved = text.replace("value = 2", "value = 3");
    becomes(&project, &saved);
    browser.click_on("document.querySelector('#order [data-act=copy]')");
    browser.wait("document.querySelectorAll('#entries a').length === 3");
    browser.wait("document.querySelectorAll('#entries a span')[2] && document.querySelectorAll('#entries a')[1].textContent.includes('첫째 글 (사본)')");
}

#[test]
fn a_day_that_is_not_whole_leaves_the_one_before() {
    let text = manifest("첫째 글");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let date = control("sources.0.date");
    browser.wait(&date);
    browser.eval(&format!("{date}.focus()"));
    browser.press("Delete", 46);
    browser.wait(&format!("{date}.validity.badInput && {date}.value === ''"));
    browser.wait(&format!("{date}.told.textContent.includes('2024-05-01 그대로')"));
    browser.wait(OFF);
    browser.eval(&format!("{date}.blur()"));
    std::thread::sleep(std::time::Duration::from_millis(300));
    becomes(&project, &text);
    browser.eval("document.getElementById('undo').click()");
    browser.wait(&format!("{date}.value === '2024-05-01' && {date}.told.textContent === ''"));
}

#[test]
fn nothing_ends_and_nothing_is_made_without_a_word() {
    let text = manifest("첫째 글");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    put(&mut browser, "data.1.value", "많음");
    browser.wait(OFF);
    browser.click_on("document.getElementById('finish')");
    browser.click_on("document.getElementById('finish-make')");
    browser.wait("document.getElementById('finish-told').textContent.includes('다시 누르면')");
    assert!(!project.path("out").exists());
    browser.eval("document.getElementById('finishing').close()");
    browser.click_on("document.getElementById('end')");
    browser.wait("document.getElementById('told').textContent.includes('끝내지 않았습니다')");
    browser.click_on("document.getElementById('end')");
    browser.wait("document.getElementById('state').textContent.includes('끝냈습니다')");
    becomes(&project, &text);
}

#[test]
fn errors_are_told_before_editions_are_asked_for() {
    let faulty = manifest("첫째 글").replace("- 하나", "- 하나[^a]");
    let project = Project::with_manifest(&faulty);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#findings .error').length > 0");
    browser.click_on("document.getElementById('finish')");
    browser.wait("document.querySelector('#finish-told.wrong').textContent.includes('이것부터')");
    browser.click_on("document.querySelector('#finish-findings button.where')");
    browser.wait(&format!("document.activeElement === {}", control("body")));
    browser.wait("!document.getElementById('finishing').open");
}
