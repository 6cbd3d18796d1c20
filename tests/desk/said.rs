//! What the desk says goes when its cause is gone.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{becomes, control, opened, put};

fn manifest(first: &str) -> String {
    let chart = "chart = { kind = \"bars\", alt = \"막대\", data = [{ label = \"가\", value = 1 }, { label = \"나\", value = 2 }] }\n";
    let body = "body = '''\n- 하나\n'''\n";
    issue(&format!("{}{chart}{body}{}{body}", entry(first), entry("둘째 글")))
}

fn paste(browser: &mut Browser, path: &str, text: &str) {
    let (at, text) = (control(path), serde_json::to_string(text).unwrap());
    browser.eval(&format!(
        "(() => {{ const at = {at}; at.focus(); const data = new DataTransfer(); data.setData('text/plain', {text});
            at.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
    ));
}

const RED: &str = "document.querySelector('#written.wrong')";
const CALM: &str = "!document.querySelector('#written.wrong')";

#[test]
fn a_number_that_cannot_be_saved_is_told_as_long_as_it_stands_there() {
    let text = manifest("첫째 글");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let value = control("data.1.value");
    // It is left unsaved only if that is asked for twice; put back by hand, nothing is said any more.
    put(&mut browser, "data.1.value", "많음");
    browser.eval("document.querySelectorAll('#entries a')[1].click()");
    browser.wait(RED);
    put(&mut browser, "data.1.value", "2");
    browser.wait(&format!("{CALM} && {value}.told.textContent === ''"));
    // Pasted among others it says what the page shows instead; taken back, it goes with what came with it.
    paste(&mut browser, "data.0.value", "5\n없음\n");
    let pasted = text.replace("value = 1", "value = 5");
    becomes(&project, &pasted);
    browser.wait(&format!("{RED}?.textContent.includes('나 값 ‘없음’')"));
    browser.wait(&format!(
        "{value}.value === '없음' && {value}.told.textContent.includes('앞의 수 2 그대로')"
    ));
    // Another number that is saved meanwhile hides nothing of it.
    put(&mut browser, "data.0.value", "6");
    becomes(&project, &text.replace("value = 1", "value = 6"));
    browser.wait(RED);
    for text in [pasted, text] {
        browser.eval("document.getElementById('undo').click()");
        becomes(&project, &text);
    }
    browser.wait(&format!("{CALM} && {value}.value === '2' && {value}.told.textContent === ''"));
    // Names with a cell that is none are refused; the next that is written wipes that away.
    paste(&mut browser, "data.0.label", "다\t없음\n라\t4\n");
    browser.wait(RED);
    put(&mut browser, "data.0.value", "7");
    browser.wait(CALM);
}

#[test]
fn a_conflict_goes_when_the_other_text_is_taken_back() {
    let text = manifest("첫째 글");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.eval("window.own = fetch; window.fetch = async (at, how) => { if (window.late && how?.body) { window.asked = true; await late; } return own(at, how); }; window.late = new Promise((done) => (window.go = done)); 0");
    put(&mut browser, "title", "내 글");
    browser.wait("window.asked === true");
    std::fs::write(project.path("issue.toml"), manifest("남의 글")).unwrap();
    browser.eval("go(); window.late = undefined");
    browser.wait("!document.getElementById('conflict').hidden");
    std::fs::write(project.path("issue.toml"), &text).unwrap();
    becomes(&project, &manifest("내 글"));
    browser.wait(&format!("document.getElementById('conflict').hidden && {CALM}"));
}

#[test]
fn a_folder_that_is_named_anew_and_editions_that_are_looked_at_again_say_nothing_old() {
    let text = manifest("첫째 글");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.eval("document.getElementById('new').click()");
    browser.eval("(() => { const at = document.getElementById('next-folder'); at.value = 'a/../b'; document.getElementById('next-form').requestSubmit(); })()");
    browser.wait("document.getElementById('next-wrong').textContent !== ''");
    browser.eval("document.getElementById('next-folder').dispatchEvent(new Event('input', { bubbles: true }))");
    assert_eq!(browser.eval("document.getElementById('next-wrong').textContent"), "");
    browser.eval("document.getElementById('next').close()");
    let faulty = text.replace("- 하나", "- 하나[^a]");
    std::fs::write(project.path("issue.toml"), faulty).unwrap();
    browser.wait("document.getElementById('state').dataset.is === 'old'");
    browser.eval(
        "document.getElementById('finish').click(); document.getElementById('finish-make').click()",
    );
    browser.wait("document.querySelector('#finish-told.wrong')");
    browser.eval(
        "document.getElementById('finishing').close(); document.getElementById('finish').click()",
    );
    // What came of the last time is no news; what is wrong now is.
    browser.wait("document.querySelector('#finish-told.wrong').textContent.includes('이것부터')");
}
