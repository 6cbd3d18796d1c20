//! The page in a real browser: what is seen, clicked and written.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::written;
use crate::running::Running;

const BODY: &str = "- 첫 항목의 글\n- 둘째 항목\n";

fn manifest(body: &str) -> String {
    let other = format!("{}body = \"- 다른 글\"\n", entry("다른 제목"));
    issue(&format!("{}body = '''\n{body}'''\n{other}", entry("이 글의 제목")))
}

/// A page's picture that is painted.
const PICTURE: &str = "(document.querySelector('#page-3 img')?.complete && document.querySelector('#page-3 img').src)";

/// Where the middle of a character of the open text is in the window.
fn spot(browser: &mut Browser, caret: usize) -> (f64, f64) {
    let script = format!(
        "(async () => {{
            const path = ['parts', 0, 'sections', 0, 'entries', 0, 'body'];
            const question = {{ ask: 'spot', file: 'issue.toml', path, caret: {caret} }};
            const answer = await fetch('/ask', {{ method: 'POST', body: JSON.stringify(question) }});
            const spot = await answer.json();
            const page = document.getElementById(`page-${{spot.page}}`);
            page.scrollIntoView({{ block: 'start' }});
            const box = page.getBoundingClientRect();
            const scale = box.width / page.page.width;
            return [box.left + (spot.left * 0.8 + spot.right * 0.2) * scale, box.top + (spot.top + spot.bottom) / 2 * scale];
        }})()"
    );
    let found = browser.eval(&script);
    (found[0].as_f64().unwrap(), found[1].as_f64().unwrap())
}

#[test]
fn a_text_is_found_on_its_page_and_written_beside_it() {
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#entries a').length === 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.getElementById('writing')?.value === '이 글의 제목'");
    let first = browser.wait(PICTURE);
    // A click on a letter opens its text with the caret there.
    let caret =
        BODY.encode_utf16().position(|unit| unit == u16::try_from(0xD56D).unwrap()).unwrap();
    let (x, y) = spot(&mut browser, caret);
    browser.click(x, y);
    browser.wait(&format!(
        "document.activeElement.id === 'writing' && document.activeElement.selectionStart === {caret}"
    ));
    browser.wait("document.querySelector('#page-3 .caret') !== null");
    // What is composed there is on the page and on the disk, and the text area is left alone.
    browser.eval("window.area = document.getElementById('writing')");
    for _ in 0..10 {
        browser.compose(&["ㅎ", "하", "한"]);
    }
    let now = BODY.replacen("항목", &format!("{}항목", "한".repeat(10)), 1);
    let same = "document.getElementById('writing') === window.area && window.area.selectionStart";
    assert_eq!(browser.eval(same), caret + 10);
    assert_eq!(browser.eval("window.area.value"), now.as_str());
    browser.wait("document.getElementById('written').textContent === '저장했습니다'");
    browser.wait(&format!("{PICTURE} !== {first}"));
    let start = std::time::Instant::now();
    while written(&project) != manifest(&now) {
        assert!(start.elapsed().as_secs() < 60, "{}", written(&project));
    }
    // What another program writes is seen in both.
    std::fs::write(project.path("issue.toml"), manifest("- 밖에서 고침\n")).unwrap();
    browser.wait("document.getElementById('writing').value === '- 밖에서 고침\\n'");
    browser.wait("document.getElementById('state').dataset.is === 'current'");
}

#[test]
fn errors_stand_beside_the_old_pages_until_they_are_mended() {
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page').length > 3");
    std::fs::write(project.path("issue.toml"), manifest("- 끝나지 않은[^a]\n")).unwrap();
    browser.wait("document.getElementById('state').dataset.is === 'old'");
    browser.wait("document.querySelector('.sheets.old') !== null");
    browser.wait("document.querySelector('#entries li:first-child .mark.error') !== null");
    browser.eval("document.querySelector('#findings button.where').click()");
    browser.wait("document.activeElement.value?.startsWith('- 끝나지')");
    std::fs::write(project.path("issue.toml"), manifest(BODY)).unwrap();
    browser.wait("document.getElementById('state').dataset.is === 'current'");
    assert_eq!(browser.eval("document.querySelectorAll('#findings .error').length"), 0);
}

#[test]
fn the_page_is_used_by_keyboard_and_fits_a_narrow_window() {
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page').length > 3");
    let mut reached = vec![];
    for _ in 0..36 {
        browser.press("Tab", 9);
        let name = "document.activeElement.id || document.activeElement.className || document.activeElement.hash";
        reached.push(browser.eval(name).as_str().unwrap_or_default().to_string());
    }
    for wanted in [
        "skip",
        "smaller",
        "larger",
        "fit-page",
        "fit-width",
        "spread",
        "in-print",
        "baselines",
        "new",
        "end",
        "by-page",
        "#page-3",
        "pages",
    ] {
        assert!(reached.iter().any(|name| name == wanted), "{wanted}: {reached:?}");
    }
    let unnamed = "[...document.querySelectorAll('button, select, textarea, a, [role], img')]
        .filter((node) => node.offsetParent && !(node.ariaLabel || node.alt || node.textContent.trim())).length";
    assert_eq!(browser.eval(unnamed), 0);
    // 400 % on a window of 1280 pixels.
    let narrow =
        serde_json::json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
    browser.call("Emulation.setDeviceMetricsOverride", narrow);
    browser.wait("innerWidth === 320");
    assert_eq!(
        browser
            .eval("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
        true
    );
}

#[test]
fn eight_tabs_stay_live_at_once() {
    let project = Project::with_manifest(manifest(BODY));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    for _ in 1..8 {
        browser.tab(&format!("http://{}/", desk.host));
    }
    let all = |browser: &Browser, name: &str| {
        let start = std::time::Instant::now();
        let live = || browser.titles().iter().filter(|title| title.contains(name)).count();
        while live() < 8 {
            assert!(start.elapsed().as_secs() < 60, "{:?}", browser.titles());
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    };
    all(&browser, "2024년");
    for year in ["2031", "2032", "2033"] {
        let text = manifest(BODY).replace("year = 2024", &format!("year = {year}"));
        std::fs::write(project.path("issue.toml"), text).unwrap();
        all(&browser, &format!("{year}년"));
    }
}
