//! A program that does not answer, or is not there any more: nothing is said to be saved then, and what to do is.
#![cfg(unix)]

use crate::browser::Browser;
use crate::common::{Project, brief};
use crate::form::{control, write, written};
use crate::running::Running;

fn says(at: &str, words: &str) -> String {
    format!("document.getElementById('{at}').textContent.includes('{words}')")
}

#[test]
fn nothing_is_said_to_be_saved_by_a_program_that_does_not_answer_or_is_gone() {
    let project = Project::with_manifest(brief("제목", "- 글"));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait(&control("title"));
    write(&mut browser, "title", " 하나");
    browser.wait(&says("written", "저장했습니다"));
    desk.signal("STOP");
    write(&mut browser, "title", " 둘");
    browser.wait(&says("written", "저장하는 중입니다"));
    browser.wait(&says("written", "대답하지 않습니다"));
    browser.wait(&says("told", "호의 폴더에서 다시 여세요"));
    browser.wait("document.getElementById('state').dataset.is === 'lost'");
    // It goes on where it was.
    desk.signal("CONT");
    browser.wait(&format!(
        "{} && document.getElementById('told').textContent === ''",
        says("written", "저장했습니다")
    ));
    assert!(written(&project).contains("제목 하나 둘"));
    desk.signal("KILL");
    browser.wait(&says("written", "저장되지 않습니다"));
    browser.wait(&says("state", "연결이 끊겼습니다"));
    // Another one, on another port, knows nothing of this tab, which says so as long as it is there.
    let _other = Running::start(&project, &[]);
    write(&mut browser, "title", " 셋");
    browser.eval("document.getElementById('title').click()");
    browser.wait(&says("told", "새로 열린 창에서 이어 쓰세요"));
    browser.wait(&says("written", "저장되지 않습니다"));
    assert!(!written(&project).contains("셋"));
}
