//! Answers that overtake each other on their way to the page, and what is written while they are.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{becomes, control, write, written};
use crate::running::Running;

fn text(first: &str, second: &str) -> String {
    let body = |item: &str| format!("body = '''\n- {item}\n'''\n");
    issue(&format!("{}{}{}{}", entry("첫째 글"), body(first), entry("둘째 글"), body(second)))
}

fn manifest() -> String {
    text("하나", "둘")
}

fn put(project: &Project, text: &str) {
    std::fs::write(project.path("issue.toml"), text).unwrap();
}

/// Answers, or questions on their way to the program, that `answers(question)` or `questions(question)` name are held
/// until `release()` lets them go, the oldest first.
const GATES: &str = "(() => {
    const own = fetch, waiting = [];
    Object.assign(window, { answers: () => false, questions: () => false, held: () => waiting.length,
        release: () => waiting.splice(0).forEach((go) => go()), own });
    const gate = () => new Promise((go) => waiting.push(go));
    window.fetch = async (at, how) => {
        const question = at === '/ask' ? JSON.parse(how.body) : {};
        if (questions(question)) await gate();
        const given = await own(at, how);
        if (answers(question)) await gate();
        return given;
    };
})()";

/// All that was let go has come to its end: what the page asks after it is answered.
const SETTLED: &str = "(async () => { for (let turn = 0; turn < 10; turn += 1) {
    await own('/ask', { method: 'POST', body: JSON.stringify({ ask: 'form', path: [] }) });
    await new Promise((done) => setTimeout(done, 20)); } return true; })()";

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('#entries a').length === 2 && document.querySelectorAll('.page img').length > 2");
    browser.eval(GATES);
    Some((desk, browser))
}

fn choose(browser: &mut Browser, entry: usize) {
    browser.eval(&format!("document.querySelectorAll('#entries a')[{entry}].click()"));
}

#[track_caller]
fn shows(browser: &mut Browser, title: &str) {
    browser.wait(&format!("{}?.value === '{title}'", control("title")));
}

#[test]
fn what_was_chosen_last_stays_open() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval("answers = (asked) => asked.ask === 'form' && asked.path.at(-1) === 0");
    choose(&mut browser, 0);
    browser.wait("held() === 1");
    choose(&mut browser, 1);
    shows(&mut browser, "둘째 글");
    browser.eval("release()");
    browser.eval(SETTLED);
    shows(&mut browser, "둘째 글");
    // A place that was asked for before it is no newer.
    browser.eval("answers = (asked) => asked.ask === 'point'");
    browser.click_on("document.querySelector('#page-3')");
    browser.wait("held() === 1");
    choose(&mut browser, 1);
    browser.eval(SETTLED);
    browser.eval("release()");
    browser.eval(SETTLED);
    shows(&mut browser, "둘째 글");
}

#[test]
fn a_change_on_the_disk_is_shown_in_a_form_that_was_asked_for_before_it() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    browser.eval("answers = (asked) => asked.ask === 'form' && asked.path.at(-1) === 1");
    choose(&mut browser, 1);
    browser.wait("held() === 1");
    let title = "document.querySelectorAll('#entries a span:first-child')[1].textContent";
    put(&project, &manifest().replace("둘째 글", "바뀐 글"));
    browser.wait(&format!("{title} === '바뀐 글'"));
    browser.eval(SETTLED);
    browser.eval("answers = () => false; release()");
    shows(&mut browser, "바뀐 글");
}

#[test]
fn a_text_that_stands_alone_is_not_overtaken_by_the_one_before() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    // Of a manifest that cannot be read no form is made.
    put(&project, &(manifest() + "x = = 1\n"));
    browser.wait("document.getElementById('state').dataset.is === 'old'");
    let open = |item: &str| {
        format!(
            "(() => {{ const list = document.getElementById('beside'); list.value = [...list.options].findIndex((at) => at.text.includes('{item}')); list.dispatchEvent(new Event('change')); }})()"
        )
    };
    let only = "document.querySelectorAll('#form textarea').length === 1 && document.querySelector('#form textarea').value";
    browser.click_on("document.querySelector('#findings button.where')");
    browser.wait("document.querySelectorAll('#beside option').length > 1");
    browser.eval(&open("둘째 글"));
    browser.wait(&format!("{only} === '둘째 글'"));
    browser.eval("answers = (asked) => asked.ask === 'field' && asked.path.at(-1) === 'title'");
    put(&project, &(manifest() + "x = = 2\n"));
    browser.wait("held() === 1");
    browser.eval(&open("- 둘"));
    browser.wait(&format!("{only} === '- 둘\\n'"));
    browser.eval("answers = () => false; release()");
    browser.eval(SETTLED);
    assert_eq!(browser.eval(only), "- 둘\n");
}

#[test]
fn a_conflict_stays_while_the_form_is_built_anew_and_what_changed_meanwhile_is_shown() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    browser.eval("answers = (asked) => asked.ask === 'form'");
    let theirs = manifest().replace("첫째 글", "남의 글");
    put(&project, &theirs);
    write(&mut browser, "title", "!");
    browser.wait("!document.getElementById('conflict').hidden");
    browser.eval("answers = () => false; release()");
    // A row that is added builds the form anew.
    browser.eval(
        "[...document.querySelectorAll('#form button.add')].find((at) => !at.hidden).click()",
    );
    browser.wait("document.getElementById('conflict')?.checkVisibility()");
    assert_eq!(browser.eval(&format!("{}.value", control("title"))), "첫째 글!");
    let also = theirs.replace("- 하나", "- 남의 항목");
    put(&project, &also);
    browser.wait("document.querySelectorAll('#entries a')[0].textContent.startsWith('남의 글')");
    browser.eval(SETTLED);
    browser.eval("document.getElementById('theirs').click()");
    shows(&mut browser, "남의 글");
    browser.wait(&format!("{}.value === '- 남의 항목\\n'", control("0.body")));
    assert_eq!(written(&project), also);
}

#[test]
fn the_last_of_a_tab_follows_what_is_on_its_way() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    browser.eval("answers = (asked) => asked.ask === 'save'");
    write(&mut browser, "title", "가");
    becomes(&project, &manifest().replace("첫째 글", "첫째 글가"));
    browser.wait("held() === 1");
    write(&mut browser, "title", "나");
    browser.eval("dispatchEvent(new Event('pagehide'))");
    becomes(&project, &manifest().replace("첫째 글", "첫째 글가나"));
}

#[test]
fn what_is_being_written_is_saved_before_it_is_taken_back() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    browser.eval("questions = (asked) => asked.ask === 'save'");
    write(&mut browser, "title", "가");
    browser.wait("held() === 1");
    browser.eval("document.getElementById('undo').click()");
    browser.eval(SETTLED);
    browser.eval("questions = () => false; release()");
    browser.wait("document.getElementById('told').textContent !== ''");
    assert_eq!(
        browser.eval("document.getElementById('told').textContent"),
        "되돌렸습니다: ‘첫째 글’ · 제목"
    );
    shows(&mut browser, "첫째 글");
    assert_eq!(written(&project), manifest());
}

#[test]
fn a_text_that_cannot_be_saved_is_not_left_unasked() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    let path = project.path("issue.toml");
    let rights = std::fs::metadata(&path).unwrap().permissions();
    let mut bound = rights.clone();
    bound.set_readonly(true);
    std::fs::set_permissions(&path, bound).unwrap();
    write(&mut browser, "title", "가");
    browser.wait("document.getElementById('written').textContent.includes('issue.toml')");
    // A link takes the focus from the field, which is saved once more: that is refused too, and hides nothing.
    browser.eval("answers = (asked) => asked.ask === 'save'");
    choose(&mut browser, 1);
    browser.wait("held() === 1");
    browser.eval("document.activeElement.blur(); answers = () => false; release()");
    browser.eval(SETTLED);
    let told = browser.eval("document.getElementById('written').textContent");
    let told = told.as_str().unwrap();
    assert!(told.contains("issue.toml") && told.contains("다시 누르면"), "{told}");
    shows(&mut browser, "첫째 글가");
    // Nor does a row that is added lose it.
    browser.eval(
        "[...document.querySelectorAll('#form button.add')].find((at) => !at.hidden).click()",
    );
    shows(&mut browser, "첫째 글가");
    choose(&mut browser, 1);
    shows(&mut browser, "둘째 글");
    // Once it may be written it is.
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    std::fs::set_permissions(&path, rights).unwrap();
    write(&mut browser, "title", "나");
    becomes(&project, &manifest().replace("첫째 글", "첫째 글나"));
}

#[test]
fn a_table_that_is_being_begun_stays_unfolded_with_its_focus() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    choose(&mut browser, 0);
    shows(&mut browser, "첫째 글");
    let own = control("image.alt");
    browser.eval(&format!(
        "(() => {{ const at = {own}; at.closest('details').open = true; at.focus(); }})()"
    ));
    let more =
        "date = 2024-05-01 }, { publisher = \"남\", title = \"보고서\", date = 2024-05-02 }]";
    put(&project, &manifest().replacen("date = 2024-05-01 }]", more, 1));
    browser.wait(&control("sources.1.title"));
    browser.eval(SETTLED);
    assert_eq!(browser.eval(&format!("document.activeElement === {own}")), true);
}

#[test]
fn the_state_that_was_chosen_last_is_the_one_that_is_brought_back() {
    let project = Project::with_manifest(manifest());
    // A state is kept once a minute; what was kept before is there from the start.
    let project = project
        .file(".jikji/history/issue.toml/000001", text("옛날", "둘"))
        .file(".jikji/history/issue.toml/000002", text("어제", "둘"));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    // The newest is chosen with the list.
    browser.eval("answers = (asked) => asked.ask === 'state' && asked.id === 2");
    browser.eval("document.getElementById('history').click()");
    browser.wait("document.querySelectorAll('#past-states button').length === 2");
    browser.wait("held() === 1");
    browser.eval("document.querySelectorAll('#past-states button')[1].click()");
    browser.wait("document.getElementById('past-changed').textContent.includes('옛날')");
    browser.eval("release()");
    browser.eval(SETTLED);
    browser.eval("document.getElementById('past-back').click()");
    becomes(&project, &text("옛날", "둘"));
}

#[test]
fn a_picture_that_did_not_come_is_fetched_again() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let source = "document.querySelector('#page-3 img')?.src";
    browser.wait(source);
    browser.call("Network.enable", serde_json::json!({}));
    let block = |browser: &mut Browser, urls: &[&str]| {
        browser.call("Network.setBlockedURLs", serde_json::json!({ "urls": urls }));
    };
    let small = "document.querySelectorAll('#thumbs img')[2].naturalWidth > 0";
    browser.eval("document.getElementById('by-page').click(); document.getElementById('page-3').scrollIntoView()");
    browser.wait(small);
    block(&mut browser, &["*/pictures/*"]);
    put(&project, &text("바뀜", "둘"));
    let wanted =
        "(() => { const { page } = document.getElementById('page-3'); return page.picture; })()";
    let before = browser.eval(source);
    browser.wait(&format!("!{before}.includes({wanted})"));
    browser.wait(&format!("!({small})"));
    browser.eval(SETTLED);
    block(&mut browser, &[]);
    // The page itself stays as it is; another one changes.
    put(&project, &text("바뀜", "또"));
    browser.wait(&format!("{source}.includes({wanted}) && {source} !== {before}"));
    browser.wait(small);
}
