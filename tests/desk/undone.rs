//! One way back for the whole session, from any field, which says what it took back.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{CURRENT, becomes, control, paste, write, written};
use crate::running::Running;
use crate::written::{FORMATS, Part};

fn manifest() -> String {
    let body = "body = '''\n- 첫 항목\n'''\n";
    let head = issue(&format!("{}{body}{}{body}", entry("첫 글"), entry("둘째 글")));
    head.replacen("[issue]", "[print]\nquantity = 500\n\n[issue]", 1)
}

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    choose(&mut browser, 0, "첫 글");
    Some((desk, browser))
}

#[track_caller]
fn choose(browser: &mut Browser, entry: usize, title: &str) {
    browser.eval(&format!("document.querySelectorAll('#entries a')[{entry}].click()"));
    browser.wait(&format!("{}?.value === '{title}'", control("title")));
}

#[track_caller]
fn told(browser: &mut Browser, says: &str) {
    browser.wait(&format!("document.getElementById('told').textContent === '{says}'"));
}

#[test]
fn the_keys_take_back_what_was_written_last_wherever_they_are_pressed() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let body = control("0.body");
    browser.eval(&format!(
        "(() => {{ const at = {body}; at.focus(); at.setSelectionRange(4, 4); }})()"
    ));
    browser.write("새 ");
    let changed = manifest().replacen("- 첫 항목", "- 첫 새 항목", 1);
    becomes(&project, &changed);
    browser.wait(CURRENT);
    choose(&mut browser, 1, "둘째 글");
    browser.eval(&format!("{}.focus()", control("1.title")));
    browser.press_with(2, "z", 90);
    becomes(&project, &manifest());
    told(&mut browser, "되돌렸습니다: ‘첫 글’ · 본문");
    browser.wait(&format!("document.activeElement === {body}"));
    browser.press_with(2, "y", 89);
    becomes(&project, &changed);
    told(&mut browser, "다시 했습니다: ‘첫 글’ · 본문");
    // The caret is behind what came back.
    browser.wait(&format!("document.activeElement === {body} && {body}.value.slice(0, {body}.selectionStart) === '- 첫 새'"));
}

#[test]
fn a_table_that_was_pasted_goes_by_the_keys_of_its_text() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let body = control("0.body");
    write(&mut browser, "0.body", "- 다음\n");
    let before = manifest().replacen("- 첫 항목\n", "- 첫 항목\n- 다음\n", 1);
    becomes(&project, &before);
    paste(
        &mut browser,
        &body,
        "text/html",
        "<table><tr><td>가</td><td>나</td></tr><tr><td>1</td><td>2</td></tr></table>",
    );
    browser.wait(&format!("{body}.value.includes('| 가 | 나 |')"));
    browser.wait(CURRENT);
    browser.press_with(2, "z", 90);
    becomes(&project, &before);
    browser.wait(&format!("document.activeElement === {body} && !{body}.value.includes('|')"));
    browser.press_with(2, "z", 90);
    becomes(&project, &manifest());
}

#[test]
fn what_is_no_number_is_not_said_to_be_saved_and_goes_by_itself() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval("document.getElementById('number').click()");
    let quantity = control("print.quantity");
    browser.wait(&quantity);
    let put = |browser: &mut Browser, text: &str| {
        browser.eval(&format!("(() => {{ const at = {quantity}; at.focus(); at.select(); }})()"));
        browser.write(text);
        browser.press("Tab", 9);
        browser.eval(&format!("{quantity}.blur()"));
    };
    put(&mut browser, "700");
    let changed = manifest().replace("500", "700");
    becomes(&project, &changed);
    browser.wait("document.getElementById('written').textContent === '저장했습니다'");
    put(&mut browser, "천 부");
    browser.wait(&format!("{quantity}.told.textContent.includes('저장하지 않았습니다')"));
    browser.wait("document.getElementById('written').textContent === '저장하지 못했습니다'");
    browser.wait("document.getElementById('state').textContent === '저장하지 못한 글이 있습니다'");
    browser.eval(&format!("{quantity}.focus()"));
    browser.press_with(2, "z", 90);
    told(&mut browser, "되돌렸습니다: 부수");
    browser.wait(&format!("{quantity}.value === '700' && {quantity}.told.textContent === ''"));
    browser.wait(CURRENT);
    assert_eq!(written(&project), changed);
    browser.press_with(2, "z", 90);
    becomes(&project, &manifest());
    told(&mut browser, "되돌렸습니다: 인쇄 · 부수");
}

#[test]
fn a_manuscript_goes_with_its_pictures_and_comes_with_them() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let mut picture = std::io::Cursor::new(vec![]);
    image::RgbImage::new(40, 30).write_to(&mut picture, image::ImageFormat::Png).unwrap();
    let (ending, save) = FORMATS[0];
    let file = save(&[
        Part::Title("새 글"),
        Part::Line("본문이다."),
        Part::Picture("a.png", picture.get_ref(), "얼굴"),
    ]);
    let taken = desk.bring(&format!("/manuscripts/%5B%5D/a.{ending}"), &file);
    let taken: Value = serde_json::from_slice(&taken.body).unwrap();
    assert_eq!(taken["saved"], true, "{taken}");
    let images = || std::fs::read_dir(project.path("images")).map_or(0, |files| files.count());
    let (after, count) = (written(&project), images());
    assert_eq!(count, 1);
    for _ in 0..2 {
        let turn = |back: bool| desk.question(&json!({ "ask": "turn", "back": back }));
        assert_eq!(turn(true)["where"], "‘새 글’");
        assert_eq!((written(&project), images()), (manifest(), 0));
        assert_eq!(turn(false)["where"], "‘새 글’");
        assert_eq!((&written(&project), images()), (&after, 1));
    }
}
