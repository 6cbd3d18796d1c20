//! Lines and cells that are pasted into lists of the form: a row each, in one step.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{becomes, control};
use crate::running::Running;

fn manifest(lists: &str) -> String {
    issue(&format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\n{lists}body = '''\n- 첫 항목\n'''\n"
    ))
}

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait(&control("title"));
    Some((desk, browser))
}

/// Pastes over what stands between two characters of a control.
fn paste(browser: &mut Browser, path: &str, (from, to): (usize, usize), kind: &str, text: &str) {
    let (at, text) = (control(path), serde_json::to_string(text).unwrap());
    browser.wait(&at);
    browser.eval(&format!(
        "(() => {{ const at = {at}; at.focus(); at.setSelectionRange({from}, {to}); const data = new DataTransfer(); data.setData('{kind}', {text});
            at.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
    ));
}

fn says(browser: &mut Browser, text: &str) {
    browser.wait(&format!("document.getElementById('written').textContent.includes('{text}')"));
}

#[test]
fn lines_become_rows_without_their_signs_in_one_step() {
    let text = manifest("key = [\"앞뒤\", \"끝\"]\n");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let lines = "□ 하나\r\n  ○ 둘\u{a0}\r\n\r\n· 셋\r\n";
    paste(&mut browser, "key.0", (1, 1), "text/plain", lines);
    let pasted = text.replace("\"앞뒤\"", "\"앞하나\", \"둘\", \"셋뒤\"");
    becomes(&project, &pasted);
    says(&mut browser, "3줄을 넣었습니다");
    browser.wait(&format!("document.activeElement === {}", control("key.2")));
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{} === undefined", control("key.2")));
    // There is room for five; what has none is told.
    paste(
        &mut browser,
        "key.1",
        (0, 1),
        "text/html",
        "<ul><li>가</li><li>나</li><li>다</li><li>라</li><li>마</li></ul>",
    );
    becomes(&project, &text.replace("\"끝\"", "\"가\", \"나\", \"다\", \"라\""));
    says(&mut browser, "넣지 않은 것: 마");
}

#[test]
fn a_table_comes_on_lines_of_its_own() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let table = "| 가 | 나 |\n|---|---|\n| 1 | 2 |";
    let body = |body: &str| text.replace("- 첫 항목", body);
    paste(&mut browser, "body", (6, 6), "text/plain", "가\t나\r\n1\t2");
    becomes(&project, &body(&format!("- 첫 항목\n\n{table}")));
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{}.value.startsWith('- 첫 항목')", control("body")));
    paste(&mut browser, "body", (3, 3), "text/plain", "가\t나\r\n1\t2");
    becomes(&project, &body(&format!("- 첫\n\n{table}\n\n 항목")));
}

#[test]
fn lines_fill_a_list_that_is_not_there_yet() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval("[...document.querySelectorAll('#form .add')].find((at) => at.textContent === '핵심 내용 더하기').click()");
    paste(&mut browser, "key.0", (0, 0), "text/plain", "- 가\n- 나\n");
    becomes(&project, &manifest("key = [\"가\", \"나\"]\n"));
    browser.wait("document.querySelectorAll('#form textarea').length > 3");
    assert_eq!(browser.eval(&format!("{} === undefined", control("key.2"))), true);
}

#[test]
fn cells_fill_rows_and_fields_in_their_order() {
    let text = manifest("sources = [\n  { publisher = \"가\", title = \"나\" }, # 확인\n]\n");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let cells = "자료 하나\t2024. 3. 21.\thttps://a.kr\r\n자료 둘\t미정\t\r\n";
    paste(&mut browser, "sources.0.title", (0, 1), "text/plain", cells);
    let first = "  { publisher = \"가\", title = \"자료 하나\", date = 2024-03-21, url = \"https://a.kr\" }, # 확인\n";
    let pasted = text.replace(
        "  { publisher = \"가\", title = \"나\" }, # 확인\n",
        &format!("{first}  {{ title = \"자료 둘\" }},\n"),
    );
    becomes(&project, &pasted);
    says(&mut browser, "넣지 않은 것: 미정");
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{} === undefined", control("sources.1.title")));
    // Heads of their own say which field is meant.
    let headed = "<table><tr><th>자료 제목</th><th>발행처</th></tr><tr><td>○ 라</td><td>다</td></tr></table>";
    paste(&mut browser, "sources.0.publisher", (0, 0), "text/html", headed);
    becomes(
        &project,
        &text.replace("publisher = \"가\", title = \"나\"", "publisher = \"다\", title = \"라\""),
    );
}

#[test]
fn lines_pasted_into_a_record_stand_between_those_that_are_there() {
    let text = manifest(
        "sources = [\n  { publisher = \"가\", title = \"나\" },\n  { publisher = \"다\", title = \"라\" },\n]\n",
    );
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project) else { return };
    paste(&mut browser, "sources.0.title", (1, 1), "text/plain", "무\n- 둘\n- 셋\n");
    let more = "title = \"나무\" },\n  { title = \"둘\" },\n  { title = \"셋\" },\n";
    becomes(&project, &text.replace("title = \"나\" },\n", more));
}
