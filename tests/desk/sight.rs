//! The caret's line is in sight, in the form and on the page, however it came there.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::control;
use crate::running::Running;

/// Short lines above long ones: by its letters a line stands elsewhere than by its lines.
fn opened() -> Option<(Project, Running, Browser)> {
    let mut body: String = (1..=26).map(|n| format!("- {n}\n")).collect();
    body = body.replace("- 24\n", "- 24 \"말\"\n");
    body += &format!("- {}\n", "긴 항목은 여러 줄에 걸쳐 이어진다 ".repeat(24).trim_end());
    let entry = |title: &str, body: &str| {
        format!(
            "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"{title}\"\nbody = '''\n{body}'''\n"
        )
    };
    let project =
        Project::with_manifest(issue(&(entry("첫 글", "- 글\n") + &entry("제목", &body))));
    let desk = Running::start(&project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.getElementById('fit-width').click()");
    Some((project, desk, browser))
}

/// Whether the line of item 24 is seen in the body: the lines before it do not break.
fn seen() -> String {
    format!(
        "(() => {{ const area = {}; if (document.activeElement !== area) return false;
            const style = getComputedStyle(area), high = parseFloat(style.lineHeight);
            const top = area.getBoundingClientRect().top + area.clientTop + parseFloat(style.paddingTop) + 23 * high - area.scrollTop;
            const views = [area, document.getElementById('form')].map((at) => at.getBoundingClientRect());
            return area.value.slice(0, area.selectionStart).split('\\n').length === 24
                && views.every((view) => top >= view.top && top + high <= view.bottom); }})()",
        control("body")
    )
}

const MARKED: &str =
    "(() => { const box = document.querySelector('.page .caret')?.getBoundingClientRect();
    const view = document.getElementById('pages').getBoundingClientRect();
    return box && box.top >= view.top && box.bottom <= view.bottom; })()";

#[test]
fn the_line_that_a_click_or_a_finding_leads_to_is_seen() {
    let Some((_project, _desk, mut browser)) = opened() else { return };
    browser.wait(
        "[...document.querySelectorAll('.lines span')].some((at) => at.textContent.includes('말'))",
    );
    browser.click_on(
        "[...document.querySelectorAll('.lines span')].find((at) => at.textContent.includes('말'))",
    );
    browser.wait(&seen());
    browser.wait(MARKED);
    // From the head of the pages, and with another entry open.
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait(&format!("{}.value === '첫 글'", control("title")));
    browser.eval("document.getElementById('pages').scrollTop = 0");
    browser.click_on(
        "[...document.querySelectorAll('#findings > li')].find((at) => at.textContent.includes('따옴표')).querySelector('button.where')",
    );
    browser.wait(&seen());
    browser.wait(MARKED);
}
