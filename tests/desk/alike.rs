//! Findings that are equal but for their place, several files at once, a number that another window goes on with, and
//! what comes and goes together.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{HEAD, Project, entry, issue};
use crate::form::{button, control, written};
use crate::running::Running;

fn two(body: &str) -> String {
    let one = |title: &str| format!("{}body = '- {body}'\n\n", entry(title));
    issue(&[one("첫째 글"), one("둘째 글")].concat())
}

#[test]
fn equal_findings_stand_in_one_card_with_their_places() {
    let manifest = two("몇일 뒤").replace(HEAD, &HEAD.replace("\"off\"", "\"house\""));
    let project = Project::with_manifest(manifest);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    let card = "[...document.querySelectorAll('#findings > li')].filter((at) => at.textContent.includes('W1701'))";
    browser.wait(&format!("{card}.length > 0"));
    assert_eq!(browser.eval(&format!("{card}.length")), 1);
    let places = format!("{card}[0].querySelectorAll('.places > li')");
    assert_eq!(browser.eval(&format!("{places}.length")), 2);
    assert_eq!(browser.eval(&format!("{card}[0].querySelector('.many').textContent")), "2곳");
    browser.click_on(&format!("{places}[1].querySelector('.where')"));
    browser.wait("document.getElementById('of').textContent === '둘째 글'");
    // Each is let pass by itself.
    browser.click_on(&format!("{places}[1].querySelector('.pass')"));
    browser.wait(&format!("{card}.length === 1 && !{card}[0].querySelector('.places')"));
    assert!(written(&project).rfind("몇일\"]") > written(&project).find("첫째 글"));
}

#[test]
fn each_of_two_findings_of_one_table_opens_its_own_field() {
    let manifest = two("글").replace("year = 2024\n", "").replace("published = 2024-05-07\n", "");
    let project = Project::with_manifest(manifest);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    let cards = "[...document.querySelectorAll('#findings .where')]";
    browser.wait(&format!("{cards}.length === 2"));
    for (card, path) in [(1, "published"), (0, "year"), (1, "published")] {
        browser.click_on(&format!("{cards}[{card}]"));
        browser.wait(&format!("document.activeElement === {}", control(path)));
    }
}

#[test]
fn of_several_files_it_is_said_what_became_of_each() {
    let project = Project::with_manifest(two("글"));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelector('#entries a')");
    browser.eval(
        "(() => { const on = document.querySelector('#entries a'); const dataTransfer = new DataTransfer();
            for (const [name, text] of [['a.txt', '새 글\\n\\n본문\\n'], ['b.txt', ''], ['c.txt', '또 새 글\\n\\n다른 본문\\n']])
              dataTransfer.items.add(new File([text], name));
            on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); })()",
    );
    browser.wait("document.querySelectorAll('#told > p').length === 3");
    let said = browser.eval("[...document.querySelectorAll('#told > p')].map((at) => [at.className, at.textContent.split(' ')[0]])");
    assert_eq!(said, json!([["", "a.txt:"], ["wrong", "b.txt:"], ["", "c.txt:"]]));
    assert_eq!(browser.eval("document.getElementById('told').className"), "");
}

#[test]
fn another_window_is_told_that_the_number_is_another() {
    let project = Project::new().file("2024-05/issue.toml", two("글"));
    let desk = Running::start(&project, &["2024-05/issue.toml"]);
    let Some(mut one) = Browser::open(&desk.address()) else { return };
    let Some(mut other) = Browser::open(&desk.address()) else { return };
    for browser in [&mut one, &mut other] {
        browser.wait("document.querySelectorAll('#entries a').length === 2");
    }
    one.eval(
        "document.getElementById('new').click(); document.querySelector('#next .chief').click()",
    );
    one.wait("document.getElementById('title')?.textContent.includes('6월호')");
    assert_eq!(one.eval("document.getElementById('moved').open"), false);
    other.wait("document.getElementById('moved').open");
    let shown = other.eval(
        "[document.getElementById('moved').textContent, document.getElementById('title').textContent]",
    );
    let shown: Vec<&str> = shown.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(shown[0].contains("6월호") && shown[1].contains("5월호"), "{shown:?}");
    other.click_on("document.getElementById('moved-go')");
    other.wait("document.getElementById('title')?.textContent.includes('6월호')");
}

#[test]
fn a_picture_goes_and_comes_with_what_was_written_for_it() {
    let project = Project::with_manifest(two("글"));
    let desk = Running::start(&project, &[]);
    desk.tab().news();
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    let came = desk.ask("POST", "/images/a.svg", svg);
    let file: Value = serde_json::from_slice(&came.body).unwrap();
    let file = file["file"].as_str().unwrap().to_string();
    let before = written(&project);
    let at = json!(["parts", 0, "sections", 0, "entries", 0, "image"]);
    let set = json!({ "do": "set", "at": at, "value": { "file": file }, "after": [] });
    let edit = json!({ "ask": "edit", "changes": [set], "seen": [] });
    assert_eq!(desk.question(&edit)["saved"], true);
    let after = written(&project);
    for _ in 0..2 {
        assert_eq!(desk.question(&json!({ "ask": "turn", "back": true }))["saved"], true);
        assert_eq!((written(&project), project.path(&file).exists()), (before.clone(), false));
        assert_eq!(desk.question(&json!({ "ask": "turn", "back": false }))["saved"], true);
        assert_eq!((written(&project), project.path(&file).exists()), (after.clone(), true));
    }
}

#[test]
fn a_spot_colour_is_added_where_there_is_none() {
    let project = Project::with_manifest(two("글"));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelector('#entries a')");
    browser.eval("document.getElementById('number').click()");
    browser.wait("document.querySelector('#form .naming input')");
    browser.eval("(() => { const at = document.querySelector('#form .naming input'); at.closest('details').open = true; at.focus(); })()");
    browser.write("PANTONE 286 C");
    browser.eval(&format!("{}.click()", button("별색 더하기")));
    browser.wait(&control("PANTONE 286 C.cmyk.3"));
    let root: toml::Value = toml::from_str(&written(&project)).unwrap();
    let ink = toml::Value::from(vec![0, 0, 0, 100]);
    assert_eq!(root["print"]["spots"]["PANTONE 286 C"]["cmyk"], ink);
    // A name that is left is meant too.
    browser.eval("document.querySelector('#form .naming input').focus()");
    browser.write("금색");
    browser.eval("document.activeElement.blur()");
    browser.wait(&control("금색.cmyk.3"));
    assert!(written(&project).contains("금색"));
}

#[test]
fn what_is_done_with_an_entry_is_done_with_the_one_that_is_open() {
    let manifest = two("몇일 뒤").replace(HEAD, &HEAD.replace("\"off\"", "\"house\""));
    let project = Project::with_manifest(manifest);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    let link = "document.querySelectorAll('#entries a')[0]";
    browser.wait(link);
    browser.click_on(link);
    browser.wait("document.getElementById('of').textContent === '첫째 글'");
    // Keys are for what was clicked.
    browser.press_with(1, "ArrowDown", 40);
    browser.wait("document.querySelectorAll('#entries a')[1].textContent.startsWith('첫째 글')");
    browser.press_with(1, "ArrowUp", 38);
    browser.wait("document.querySelectorAll('#entries a')[0].textContent.startsWith('첫째 글')");
    browser.wait("document.getElementById('state').dataset.is === 'current'");
    browser
        .click_on("document.querySelectorAll('#findings .places > li')[1].querySelector('.where')");
    browser.wait("document.getElementById('of').textContent === '둘째 글'");
    browser.wait("document.querySelectorAll('#entries a')[1].classList.contains('chosen')");
    browser.click_on("document.querySelector('#order [data-act=remove]')");
    browser.wait("document.querySelectorAll('#entries a').length === 1");
    assert!(written(&project).contains("첫째 글") && !written(&project).contains("둘째 글"));
}
