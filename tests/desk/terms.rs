//! The publication's own words in a real browser: they come, change and go in the manifest, and all of it is taken back.

use crate::browser::Browser;
use crate::common::{HEAD, Project, brief};
use crate::form::{becomes, button, control, write, written};
use crate::running::Running;

const TERMS: &str = "\r\n[terms]\r\n'유저' = \"이용자\"   # 말\r\n";

fn manifest() -> String {
    let text = brief("제목", "- 유저가 늘었다");
    let text = text.replace(HEAD, &HEAD.replace("\"off\"", "\"house\""));
    format!("\u{feff}{}{TERMS}", text.replace('\n', "\r\n"))
}

fn opened(project: &Project, args: &[&str]) -> Option<(Running, Browser)> {
    let desk = Running::start(project, args);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.getElementById('number').click()");
    browser.wait("document.querySelector('#form [data-list*=terms]')");
    Some((desk, browser))
}

fn add(browser: &mut Browser, row: usize, wrong: &str, right: &str) {
    browser.click_on(&button("용어 더하기"));
    browser.wait(&format!("document.activeElement.field?.path.join('.') === 'terms.{row}.wrong'"));
    browser.write(wrong);
    write(browser, &format!("terms.{row}.right"), right);
}

#[test]
fn words_are_written_in_their_place_and_taken_back_byte_for_byte() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[]) else { return };
    browser.wait("document.getElementById('findings').textContent.includes('유저')");
    add(&mut browser, 1, "인공 지능", "인공지능");
    let mut text = format!("{}\"인공 지능\" = \"인공지능\"\r\n", manifest());
    becomes(&project, &text);
    browser.wait(&format!("!{}.hidden", button("용어 더하기")));
    // A word changes where it stands, while its row stays what it was.
    browser.eval(&format!("window.row = {}; 0", control("terms.0.wrong")));
    write(&mut browser, "terms.0.wrong", "들");
    text = text.replace("'유저' =", "\"유저들\" =");
    becomes(&project, &text);
    browser.wait("!document.getElementById('findings').textContent.includes('유저')");
    assert_eq!(browser.eval("document.activeElement === row && row.value"), "유저들");
    write(&mut browser, "terms.0.right", "들");
    text = text.replace("\"이용자\"", "\"이용자들\"");
    becomes(&project, &text);
    // No word stands there twice.
    browser.eval("row.focus(); row.select()");
    browser.write("인공 지능");
    browser.wait("document.getElementById('written').textContent.startsWith('이미 있는 말')");
    assert_eq!(written(&project), text);
    browser.eval("row.select()");
    browser.write("유저들");
    browser.click_on(&button("용어 1 지우기"));
    becomes(&project, &text.replace("\"유저들\" = \"이용자들\"   # 말\r\n", ""));
    browser.wait(&format!("{}.value === '인공 지능'", control("terms.0.wrong")));
    while written(&project) != manifest() {
        browser.wait("document.getElementById('undo').ariaDisabled === 'false'");
        let before = written(&project);
        browser.eval("document.getElementById('undo').click()");
        browser.wait("document.getElementById('told').textContent.startsWith('되돌렸습니다')");
        assert_ne!(written(&project), before);
        browser.eval("document.getElementById('told').textContent = ''");
    }
    browser.wait(&format!("{}.value === '유저'", control("terms.0.wrong")));
}

#[test]
fn the_first_word_of_a_publication_makes_its_table() {
    let before = manifest().replace(TERMS, "\r\n");
    let project = Project::with_manifest(before.clone());
    let Some((_desk, mut browser)) = opened(&project, &[]) else { return };
    add(&mut browser, 0, "유저", "이용자");
    becomes(&project, &format!("{before}\r\n[terms]\r\n\"유저\" = \"이용자\"\r\n"));
    // What is told of a word stands at its row, and leads there.
    browser.eval(&format!("{}.select()", control("terms.0.right")));
    browser.write("유저");
    browser.wait(
        "document.querySelector('#form [data-list*=terms] .told p')?.textContent.includes('유저')",
    );
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait(&control("body"));
    browser.eval("[...document.querySelectorAll('#findings li')].find((at) => at.textContent.includes('W1715')).querySelector('.where').click()");
    browser.wait("document.activeElement.field?.path.join('.') === 'terms.0.right'");
}

/// Begins a word while another goes, one right after the other, so that what the first brings is not read yet.
fn begin_beside(first: &str, then: &str) {
    let project = Project::with_manifest(format!("{}'고객' = \"손님\"\r\n", manifest()));
    let Some((_desk, mut browser)) = opened(&project, &[]) else { return };
    browser.wait(&format!("{} !== undefined", control("terms.1.right")));
    browser.eval(&format!("{}.click()", button(first)));
    browser.eval(&format!("{}.click()", button(then)));
    becomes(&project, &manifest());
    browser.wait(&format!("{}?.value === ''", control("terms.1.wrong")));
    browser.eval(&format!("{}.focus()", control("terms.1.wrong")));
    browser.write("인공 지능");
    write(&mut browser, "terms.1.right", "인공지능");
    becomes(&project, &format!("{}\"인공 지능\" = \"인공지능\"\r\n", manifest()));
    write(&mut browser, "terms.1.right", "들");
    becomes(&project, &format!("{}\"인공 지능\" = \"인공지능들\"\r\n", manifest()));
    browser.wait(&format!("!{}.hidden", button("용어 더하기")));
    assert_eq!(
        browser.eval("document.querySelectorAll('#form [data-list*=terms] .rows > li').length"),
        2
    );
}

#[test]
fn a_word_that_is_begun_before_another_goes_is_written_like_any_other() {
    begin_beside("용어 더하기", "용어 2 지우기");
}

#[test]
fn a_word_that_is_begun_after_another_goes_is_written_like_any_other() {
    begin_beside("용어 2 지우기", "용어 더하기");
}

#[test]
fn what_may_not_be_written_has_no_buttons_for_words() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &["--read-only"]) else { return };
    browser.wait(&format!("{}.readOnly", control("terms.0.wrong")));
    let buttons = "[...document.querySelectorAll('#form [data-list*=terms] button')].filter((at) => at.offsetParent).length";
    assert_eq!(browser.eval(buttons), 0);
}
