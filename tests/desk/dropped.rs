//! What is asked about a manuscript that was dropped stays with its entry until it is settled.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::written;
use crate::running::Running;

fn manifest() -> String {
    issue(&format!("{}body = \"- 글\"\n", entry("제목")))
}

/// The questions that are told, each with the position of its entry and the path of what it is about.
fn questions(news: &Value) -> Vec<(usize, String)> {
    let found = news["findings"].as_array().unwrap().iter();
    found
        .filter(|finding| finding["severity"] == "question")
        .map(|finding| {
            (finding["marks"][0].as_u64().unwrap() as usize, finding["places"][0].to_string())
        })
        .collect()
}

fn title_of(entry: usize) -> (usize, String) {
    let path = json!(["parts", 0, "sections", 0, "entries", entry, "title"]);
    (entry, path.to_string())
}

/// Two manuscripts come; that the first line is the title is asked of each.
fn drop_two(desk: &Running) {
    for (name, body) in [("a.txt", "새 글\n\n새 본문\n"), ("b.txt", "또 새 글\n\n또 본문\n")]
    {
        desk.ask("POST", &format!("/manuscripts/%5B%5D/{name}"), body);
    }
}

#[test]
fn what_is_asked_of_a_manuscript_stays_with_its_entry() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    drop_two(&desk);
    let both = tab.news_with(|news| questions(news).len() == 2);
    assert_eq!(questions(&both), [title_of(1), title_of(2)]);
    // The first leaves its place, and then has another title.
    let at = |entry: usize| json!(["parts", 0, "sections", 0, "entries", entry]);
    let edit = |change: Value| {
        let asked = json!({ "ask": "edit", "changes": [change], "seen": [] });
        assert_eq!(desk.question(&asked)["saved"], true);
    };
    edit(json!({ "do": "remove", "at": at(0) }));
    tab.news_with(|news| questions(news) == [title_of(0), title_of(1)]);
    let mut title = at(0);
    title.as_array_mut().unwrap().push(json!("title"));
    edit(json!({ "do": "set", "at": title, "value": "다른 제목", "after": [] }));
    let news = tab.news_with(|news| news["outline"].to_string().contains("다른 제목"));
    assert_eq!(questions(&news).len(), 2);
    // One that is taken back comes back with what was asked of it.
    edit(json!({ "do": "remove", "at": at(0) }));
    tab.news_with(|news| questions(news) == [title_of(0)]);
    desk.question(&json!({ "ask": "turn", "back": true }));
    let news = tab.news_with(|news| questions(news).len() == 2);
    // What is settled is gone, and nothing is written for it.
    let before = written(&project);
    let last = news["findings"].as_array().unwrap().last().unwrap();
    let settle = json!({ "ask": "settle", "asked": last["asked"] });
    assert_eq!(desk.question(&settle)["saved"], true);
    let news = tab.news_with(|news| questions(news).len() == 1);
    assert_eq!(questions(&news)[0].0, 0);
    // Once is enough: what is told last now is another.
    assert_eq!(desk.question(&settle)["saved"], false);
    assert_eq!(written(&project), before);
}

#[test]
fn a_question_is_settled_by_itself_whatever_was_written_since() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    drop_two(&desk);
    let news = tab.news_with(|news| questions(news).len() == 2);
    let second = news["findings"].as_array().unwrap().last().unwrap()["asked"].clone();
    // The first is gone, but the tab has not seen it yet.
    let at = json!(["parts", 0, "sections", 0, "entries", 1]);
    let change = json!({ "do": "remove", "at": at });
    desk.question(&json!({ "ask": "edit", "changes": [change], "seen": [] }));
    assert_eq!(desk.question(&json!({ "ask": "settle", "asked": second }))["saved"], true);
    tab.news_with(|news| questions(news).is_empty());
    // What stood in between comes back unsettled, and alone.
    desk.question(&json!({ "ask": "turn", "back": true }));
    tab.news_with(|news| questions(news) == [title_of(1)]);
    // What is no question is settled by nobody.
    assert_eq!(desk.question(&json!({ "ask": "settle", "asked": 99 }))["saved"], false);
}

#[test]
fn a_dropped_manuscript_opens_and_its_questions_are_settled_at_a_click() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelector('#entries a')");
    browser.eval(
        "(() => { const on = document.querySelector('#entries a'); const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(['새 글\\n\\n새 본문\\n'], 'a.txt'));
            on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); })()",
    );
    browser.wait("document.getElementById('writing')?.value === '새 글'");
    browser.wait("document.querySelector('#entries .chosen')?.textContent.includes('새 글')");
    browser.wait("document.querySelector('#entries .chosen .mark')");
    browser.wait("document.querySelector('#form .told .question')");
    let question = "document.querySelector('#findings .question')";
    browser.click_on(&format!("{question}.querySelector('.settle')"));
    browser.wait(&format!("!{question}"));
    // What could not be taken is said until something else is done.
    browser.eval(
        "(() => { const on = document.querySelector('#entries a'); const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([''], '$$ $&.txt'));
            on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); })()",
    );
    browser.wait("document.querySelector('#told.wrong')?.textContent.startsWith('$$ $&.txt: ')");
    browser.eval("document.getElementById('writing').click()");
    browser.wait("document.getElementById('told').textContent === ''");
}

/// Drops texts as files on what a script finds.
fn drop(browser: &mut Browser, on: &str, files: &[(&str, &str)]) {
    let files = serde_json::to_string(files).unwrap();
    browser.eval(&format!(
        "(() => {{ const dataTransfer = new DataTransfer();
            for (const [name, text] of {files}) dataTransfer.items.add(new File([text], name));
            {on}.dispatchEvent(new DragEvent('drop', {{ dataTransfer, bubbles: true, cancelable: true }})); }})()"
    ));
}

#[test]
fn manuscripts_are_taken_wherever_they_are_dropped_and_the_first_of_them_is_shown() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page img').length > 2");
    let files = [("a.txt", "새 글\n\n새 본문\n"), ("b.txt", "또 새 글\n\n또 본문\n")];
    drop(&mut browser, "document.getElementById('nav-title')", &files);
    browser.wait("document.querySelectorAll('#entries a').length === 3");
    browser.wait("document.getElementById('writing')?.value === '새 글'");
    browser.wait("document.querySelector('#entries .chosen')?.textContent.includes('새 글')");
    // The list and the pages are there too.
    browser.wait("document.querySelectorAll('#entries a')[1].ariaCurrent === 'true'");
    drop(&mut browser, "document.querySelector('.page')", &[("c.txt", "셋째 글\n\n본문\n")]);
    browser.wait("document.querySelectorAll('#entries a')[3]?.ariaCurrent === 'true'");
    browser.eval("document.querySelectorAll('#entries a')[0].click()");
    browser.wait(&format!("{}.value === '제목'", crate::form::control("title")));
    drop(&mut browser, &crate::form::control("body"), &[("d.txt", "넷째 글\n\n넷째 본문\n")]);
    browser.wait("document.querySelectorAll('#entries a')[4]?.ariaCurrent === 'true'");
}

#[test]
fn what_is_asked_of_a_title_that_was_made_up_leads_to_it() {
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    desk.ask("POST", "/manuscripts/%5B%5D/a.txt", "한 줄뿐인 글이다.\n");
    let news = tab.news_with(|news| questions(news).len() == 1);
    assert_eq!(questions(&news), [title_of(1)]);
}
