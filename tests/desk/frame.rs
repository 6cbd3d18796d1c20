//! The window of the desk, however much stands in it.

use serde_json::json;

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::running::Running;

#[test]
fn what_was_found_scrolls_in_its_own_place() {
    let entries: String = (0..12)
        .map(|n| {
            // No two say the same, or they would be one card.
            let (words, name) = ("용어".repeat(n + 1), char::from(b'A' + n as u8));
            let body = format!("body = '''\n- {words} {words}, {name}lpha 자료\n'''\n");
            format!("{}{body}", entry(&format!("{n}째 글")))
        })
        .collect();
    let manifest = issue(&entries).replacen("checks.profile = \"off\"\n", "", 1);
    let project = Project::with_manifest(manifest);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#findings .warning').length > 20");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#field:not([hidden])')");
    for (width, height) in [(1440, 900), (1280, 720), (1920, 1080), (1000, 700)] {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", size);
        browser.wait(&format!("innerWidth === {width}"));
        let frame = "(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight])(document.documentElement)";
        assert_eq!(browser.eval(frame), json!([width, height]));
        let list = "(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(document.getElementById('found'))";
        assert_eq!(browser.eval(list), true);
    }
    // 400 % on a window of 1440: one column that scrolls, but only down.
    let size = json!({ "width": 360, "height": 225, "deviceScaleFactor": 4, "mobile": false });
    browser.call("Emulation.setDeviceMetricsOverride", size);
    browser.wait("innerWidth === 360");
    assert_eq!(
        browser.eval("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.documentElement)"),
        0
    );
    let last = "(() => { const last = document.querySelector('#findings li:last-child'); last.scrollIntoView(); return last.getBoundingClientRect().top < innerHeight; })()";
    assert_eq!(browser.eval(last), true);
}

#[test]
fn another_size_of_the_window_keeps_the_page_in_sight() {
    let entries: String =
        (0..8).map(|n| format!("{}body = '- 글'\n", entry(&format!("{n}째 글")))).collect();
    let project = Project::with_manifest(issue(&entries));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.getElementById('page-7').scrollIntoView()");
    browser.wait("document.getElementById('at').textContent.startsWith('7 ')");
    for (width, height) in [(1440, 700), (1100, 900), (1440, 900)] {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", size);
        browser.wait(&format!("innerWidth === {width} && innerHeight === {height}"));
        std::thread::sleep(std::time::Duration::from_millis(300));
        let middle = "(({ top, bottom }) => { const { y, height } = document.getElementById('pages').getBoundingClientRect(); const middle = y + height / 2; return top - 16 < middle && middle < bottom + 16; })(document.getElementById('page-7').getBoundingClientRect())";
        assert_eq!(browser.eval(middle), true, "{width} {height}");
    }
}
