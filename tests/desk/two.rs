//! Two browsers on one number, each with its own profile, as two people have them.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{control, write};
use crate::running::Running;

fn manifest(title: &str, body: &str) -> String {
    issue(&format!("{}body = '''\n{body}'''\n", entry(title)))
}

#[test]
fn two_browsers_see_each_other_and_neither_writes_over_the_other() {
    let project = Project::with_manifest(manifest("제목", "- 항목\n"));
    let desk = Running::start(&project, &[]);
    let Some(mut one) = Browser::open(&desk.address()) else { return };
    let Some(mut two) = Browser::open(&desk.address()) else { return };
    let body = control("body");
    for browser in [&mut one, &mut two] {
        browser.wait("document.querySelectorAll('.page img').length > 2");
        browser.eval("document.querySelector('#entries a').click()");
        browser.wait(&format!("{body}?.value === '- 항목\\n'"));
    }
    // What the one writes the other sees, in its form, in its list and on its page, whose caret stays where it was.
    let picture = "document.querySelector('#page-3 img').src";
    let before = two.eval(picture);
    two.eval(&format!(
        "(() => {{ const at = {body}; at.focus(); at.setSelectionRange(3, 3); }})()"
    ));
    write(&mut one, "title", " 하나");
    two.wait(&format!("{}.value === '제목 하나'", control("title")));
    two.wait("document.querySelector('#entries a span').textContent === '제목 하나'");
    two.wait(&format!("{picture} !== {before}"));
    assert_eq!(two.eval(&format!("document.activeElement === {body} && {body}.selectionStart")), 3);
    // Both write at once, each in its own field: both stand.
    write(&mut one, "title", "!");
    write(&mut two, "body", "- 둘째\n");
    for browser in [&mut one, &mut two] {
        browser.wait(&format!(
            "{}.value === '제목 하나!' && {body}.value === '- 항목\\n- 둘째\\n'",
            control("title")
        ));
    }
    // Both in one field: the later one is shown the other's text, and decides.
    two.eval("window.own = fetch; window.fetch = (at, how) => how?.body?.includes?.('\"ask\":\"form\"') ? new Promise(() => {}) : own(at, how)");
    write(&mut one, "body", "- 셋째\n");
    one.wait("document.getElementById('written').textContent === '저장했습니다'");
    let there = || std::fs::read_to_string(project.path("issue.toml")).unwrap();
    let start = std::time::Instant::now();
    while !there().contains("셋째") {
        assert!(start.elapsed().as_secs() < 60, "{}", there());
    }
    write(&mut two, "body", "- 넷째\n");
    two.wait("!document.getElementById('conflict').hidden");
    assert_eq!(
        two.eval("document.getElementById('other').textContent"),
        "- 항목\n- 둘째\n- 셋째\n"
    );
    assert_eq!(there(), manifest("제목 하나!", "- 항목\n- 둘째\n- 셋째\n"));
    two.eval("window.fetch = own; document.getElementById('mine').click()");
    one.wait(&format!("{body}.value === '- 항목\\n- 둘째\\n- 넷째\\n'"));
    assert_eq!(one.eval("document.getElementById('conflict').hidden"), true);
    assert_eq!(there(), manifest("제목 하나!", "- 항목\n- 둘째\n- 넷째\n"));
    // One that closes leaves the other as it is.
    drop(two);
    write(&mut one, "title", "?");
    one.wait("document.querySelector('#entries a span').textContent === '제목 하나!?'");
}
