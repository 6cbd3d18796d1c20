//! The toolbar where nothing is chosen: what it puts there is written over, or goes again, and makes sense meanwhile.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{control, opened};

const BODY: &str = "- 첫 항목\n";

/// Puts the caret at a character of the body and presses these, one after the other.
fn press(browser: &mut Browser, at: usize, acts: &[&str]) {
    let body = control("body");
    browser.eval(&format!("{body}.focus(); {body}.setSelectionRange({at}, {at})"));
    for act in acts {
        browser.click_on(&format!("document.querySelector('#marking [data-act={act}]')"));
    }
}

#[track_caller]
fn says(browser: &mut Browser, text: &str) {
    let text = serde_json::to_string(text).unwrap();
    browser.wait(&format!("{}.value === {text}", control("body")));
}

#[test]
fn words_stand_where_nothing_was_chosen_until_others_are_written() {
    let project = Project::with_manifest(issue(&format!("{}body = '''\n{BODY}'''\n", entry("글"))));
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    let end = BODY.chars().count() - 1;
    press(&mut browser, end, &["bold", "emphasis"]);
    says(&mut browser, "- 첫 항목***여기에 쓰기***\n");
    browser.write("굵게");
    says(&mut browser, "- 첫 항목***굵게***\n");
    // Pressed again at the end of what was begun it ends there.
    press(&mut browser, end + 5, &["emphasis", "bold"]);
    browser.write(" 끝");
    says(&mut browser, "- 첫 항목***굵게*** 끝\n");
    // A caret in a word means the word; each sign goes by itself.
    press(&mut browser, end + 4, &["emphasis"]);
    says(&mut browser, "- 첫 항목**굵게** 끝\n");
    press(&mut browser, end + 3, &["bold"]);
    says(&mut browser, "- 첫 항목굵게 끝\n");
    // So does one between the signs of several words.
    browser.eval(&format!("{0}.setSelectionRange(2, 6)", control("body")));
    press_on(&mut browser, &["bold"]);
    says(&mut browser, "- **첫 항목**굵게 끝\n");
    press(&mut browser, 6, &["bold"]);
    says(&mut browser, "- 첫 항목굵게 끝\n");
    press(&mut browser, 3, &["link"]);
    browser.write("글");
    says(&mut browser, "- 첫[글](https://) 항목굵게 끝\n");
    // Once its words are there the address is what is missing.
    browser.click_on("document.querySelector('#marking [data-act=link]')");
    browser.write("https://a.kr");
    says(&mut browser, "- 첫[글](https://a.kr) 항목굵게 끝\n");
}

#[test]
fn what_was_put_there_goes_when_it_is_pressed_again() {
    let project = Project::with_manifest(issue(&format!("{}body = '''\n{BODY}'''\n", entry("글"))));
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    let end = BODY.chars().count() - 1;
    for acts in [
        &["bold"][..],
        &["emphasis"],
        &["link"],
        &["table"],
        &["note"],
        &["bold", "emphasis", "emphasis", "bold"],
        &["bold", "emphasis", "bold", "emphasis"],
    ] {
        let twice: Vec<&str> = if acts.len() == 1 { acts.repeat(2) } else { acts.to_vec() };
        press(&mut browser, end, &twice[..1]);
        browser.wait(&format!("{}.value !== {BODY:?}", control("body")));
        press_on(&mut browser, &twice[1..]);
        says(&mut browser, BODY);
    }
    // What a table says first is chosen, so that it is written over.
    press(&mut browser, end, &["table"]);
    browser.write("해");
    browser.wait(&format!("{}.value.includes('| 해 | 내용 |')", control("body")));
}

#[test]
fn items_go_a_level_in_and_out() {
    let project = Project::with_manifest(issue(&format!("{}body = '''\n{BODY}'''\n", entry("글"))));
    let Some((_desk, mut browser)) = opened(&project, &[], "body") else { return };
    press(&mut browser, 4, &["inner"]);
    says(&mut browser, &format!("  {BODY}"));
    press_on(&mut browser, &["inner", "outer", "outer"]);
    says(&mut browser, BODY);
    press_on(&mut browser, &["outer"]);
    says(&mut browser, BODY);
}

fn press_on(browser: &mut Browser, acts: &[&str]) {
    for act in acts {
        browser.click_on(&format!("document.querySelector('#marking [data-act={act}]')"));
    }
}
