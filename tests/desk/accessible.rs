//! The desk under the rules of WCAG that a program can test, in every state people meet.

use serde_json::json;

use crate::browser::Browser;
use crate::common::{Project, axe, entry, issue};
use crate::running::Running;

fn manifest() -> String {
    let lists = "chart = { kind = \"lines\", alt = \"선\", labels = [\"가\", \"나\"], series = [\n  { name = \"하나\", values = [1, 2] },\n  { name = \"둘\", values = [3, 4] },\n] }\n";
    issue(&format!("{}{lists}body = '''\n- 첫 항목의 글\n'''\n", entry("이 글의 제목")))
}

/// What the rules say of the page as it is now.
#[track_caller]
fn faults(browser: &mut Browser) -> String {
    let run = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations }) => violations.map(({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`).join('; ')}`).join('\\n'))";
    browser.eval(run).as_str().unwrap().to_string()
}

fn click(browser: &mut Browser, id: &str) {
    browser.eval(&format!("document.getElementById('{id}').click()"));
}

fn scheme(browser: &mut Browser, scheme: &str) {
    let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    browser.call("Emulation.setEmulatedMedia", json!({ "features": feature }));
}

#[test]
fn every_state_keeps_the_rules() {
    let Some(rules) = axe() else { return };
    let project = Project::with_manifest(manifest());
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#page-3 .lines span').length > 3");
    browser.eval(&rules);
    for mode in ["light", "dark"] {
        scheme(&mut browser, mode);
        let check = |browser: &mut Browser, state: &str| {
            assert_eq!(faults(browser), "", "{mode}, {state}");
        };
        check(&mut browser, "pages");
        browser.eval("document.querySelector('#entries a').click()");
        browser.wait("document.querySelector('#field:not([hidden])')");
        check(&mut browser, "a text");
        browser.eval("(() => { const at = document.querySelector('#form .grid tbody input'); at.focus(); at.value = '약 1'; at.dispatchEvent(new Event('change', { bubbles: true })); })()");
        browser.wait("document.querySelector('#form .grid [aria-invalid=true]')");
        check(&mut browser, "a cell that is no number");
        browser.eval("(() => { const at = document.querySelector('#form .grid tbody input'); at.value = '1'; at.dispatchEvent(new Event('change', { bubbles: true })); })()");
        click(&mut browser, "by-page");
        click(&mut browser, "in-print");
        browser.wait("document.querySelector('.page .trim')");
        check(&mut browser, "print");
        click(&mut browser, "on-screen");
        click(&mut browser, "by-entry");
        for (open, close) in
            [("finish", "finish-leave"), ("history", "past-leave"), ("new", "next-leave")]
        {
            click(&mut browser, open);
            check(&mut browser, open);
            click(&mut browser, close);
        }
    }
    std::fs::write(project.path("issue.toml"), manifest().replace("첫 항목", "끝나지 않은[^a]"))
        .unwrap();
    browser.wait("document.querySelector('#findings .error')");
    assert_eq!(faults(&mut browser), "", "errors");
    for width in [900, 320] {
        let size =
            json!({ "width": width, "height": 256, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", size);
        browser.wait(&format!("innerWidth === {width}"));
        for pane in ["nav", "pages", "text", "findings"] {
            browser.eval(&format!("document.querySelector('#panes [data-pane={pane}]').click()"));
            // Where another part is looked at the pages are not there.
            let faults = faults(&mut browser);
            let left = faults.lines().filter(|fault| !fault.starts_with("landmark-one-main"));
            assert_eq!(left.collect::<Vec<_>>(), [""; 0], "{pane} in {width}");
        }
    }
}

#[test]
fn a_screen_reader_meets_landmarks_and_reads_pages_in_their_order() {
    let project =
        Project::with_manifest(manifest().replace("- 첫 항목의 글", "- 첫 항목\n- 둘째 항목"));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#page-3 .lines span').length > 3");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#field:not([hidden])')");
    let tree = browser.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().unwrap();
    let said = nodes.iter().filter(|node| node["ignored"] == false).map(|node| {
        let text = |key: &str| node[key]["value"].as_str().unwrap_or_default();
        (text("role"), text("name"))
    });
    let said: Vec<_> = said.collect();
    for met in [
        ("banner", ""),
        ("navigation", "이 호"),
        ("region", "보기"),
        ("main", "쪽"),
        ("complementary", ""),
        ("region", "글 고치기"),
        ("textbox", "제목"),
        ("button", "PDF 만들기"),
        ("status", ""),
    ] {
        assert!(
            said.iter().any(|(role, name)| (*role, name.trim_end_matches(" *")) == met),
            "{met:?}: {said:?}"
        );
    }
    // Only the lines over the pages say an item by itself.
    let at = |text: &str| said.iter().position(|node| *node == ("StaticText", text));
    let order = ["첫 항목", "둘째 항목"].map(at);
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{order:?}: {said:?}");
}

#[test]
fn a_folder_without_a_number_keeps_the_rules() {
    let Some(rules) = axe() else { return };
    let project = Project::new();
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelector('#start:not([hidden])')");
    browser.eval(&rules);
    assert_eq!(faults(&mut browser), "");
}
