//! Where the focus is after something was deleted, and what a list says that takes no more.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::control;
use crate::running::Running;

const CHART: &str = "chart = { kind = \"lines\", alt = \"선\", labels = [\"가\", \"나\"], series = [{ name = \"하나\", values = [1, 2] }, { name = \"둘\", values = [3, 4] }] }\n";

fn opened() -> Option<(Project, Running, Browser)> {
    let source =
        |name: &str| format!("{{ publisher = \"{name}\", title = \"보고\", date = 2024-05-01 }}");
    let sources: Vec<String> = ["가", "나", "다"].map(source).into();
    let keys = "key = [\"하나\", \"둘\", \"셋\", \"넷\", \"다섯\"]\n";
    let project = Project::with_manifest(issue(&format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"제목\"\n{keys}sources = [{}]\nbody = \"- 글\"\n{CHART}",
        sources.join(", ")
    )));
    let desk = Running::start(&project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#form .grid')");
    browser.eval("document.querySelectorAll('#form details').forEach((at) => (at.open = true))");
    Some((project, desk, browser))
}

fn labelled(label: &str) -> String {
    format!(
        "[...document.querySelectorAll('#form button')].find((at) => at.ariaLabel === '{label}')"
    )
}

/// Presses a button by the keyboard, and waits where the focus is then.
#[track_caller]
fn press(browser: &mut Browser, label: &str, then: &str) {
    browser
        .eval(&format!("(() => {{ const at = {}; at.focus(); at.click(); }})()", labelled(label)));
    browser.wait(then);
}

#[test]
fn what_stands_next_to_what_was_deleted_has_the_focus() {
    let Some((_project, _desk, mut browser)) = opened() else { return };
    let count = |name: &str, n: usize| {
        format!(
            "document.querySelectorAll('#form [data-list*={name}] > .rows > li').length === {n}"
        )
    };
    let on = |label: &str| format!("document.activeElement.ariaLabel === '{label}'");
    // The next, else the one before, else what adds one.
    let at = |n, label: &str| format!("{} && {}", count("sources", n), on(label));
    press(&mut browser, "출처 2 지우기", &at(2, "출처 2 지우기"));
    press(&mut browser, "출처 2 지우기", &at(1, "출처 1 지우기"));
    let add =
        format!("{} && document.activeElement.textContent === '출처 더하기'", count("sources", 0));
    press(&mut browser, "출처 1 지우기", &add);
    let rows = "document.querySelectorAll('#form .grid tbody tr').length === 1";
    press(&mut browser, "나 지우기", &format!("{rows} && {}", on("가 지우기")));
    // The only series left has no buttons.
    let name = format!(
        "{} === undefined && document.activeElement === {}",
        control("series.1.name"),
        control("series.0.name")
    );
    press(&mut browser, "둘 지우기", &name);
    press(&mut browser, "차트 지우기", "document.activeElement.tagName === 'SUMMARY'");
}

#[test]
fn a_list_that_takes_no_more_says_so() {
    let Some((_project, _desk, mut browser)) = opened() else { return };
    let add = "document.querySelector('#form [data-list*=key] > .add')";
    browser.wait(&format!("{add}.checkVisibility() && {add}.ariaDisabled === 'true'"));
    assert_eq!(
        browser.eval(&format!("{add}.textContent")),
        "핵심 내용 더하기 · 5개까지 넣을 수 있습니다"
    );
    browser.eval(&format!("{add}.click()"));
    let rows = "document.querySelectorAll('#form [data-list*=key] > .rows > li').length";
    assert_eq!(browser.eval(rows), 5);
    browser.eval(&format!("{}.click()", labelled("핵심 내용 5 지우기")));
    browser.wait(&format!("{rows} === 4 && {add}.ariaDisabled !== 'true'"));
    assert_eq!(browser.eval(&format!("{add}.textContent")), "핵심 내용 더하기");
}
