//! Entries and sections come, go and move in a real browser, and all of it is taken back.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::written;
use crate::running::Running;

/// A file with what people leave in one.
fn manifest() -> String {
    let body = |item: &str| format!("body = '''\n- {item}\n'''\n");
    let one = format!("{}{}", entry("첫째 글"), body("하나"));
    let two = format!("\n# 둘째에 대한 말\n{}{}", entry("둘째 글"), body("둘"));
    let section = "\n[[parts.sections]]\ntitle = \"다른 절\"\n";
    let three = format!("{}{}", entry("셋째 글"), body("셋"));
    format!("\u{feff}{}", issue(&format!("{one}{two}{section}{three}")).replace('\n', "\r\n"))
        .trim_end()
        .to_string()
}

const TITLES: &str = "[...document.querySelectorAll('#entries a span:first-child')].map((at) => at.textContent).join()";

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.wait(&format!("{TITLES} === '첫째 글,둘째 글,셋째 글'"));
    // Nothing is chosen yet that could be moved or go.
    assert_eq!(
        browser.eval("document.querySelectorAll('#order button[data-act]:not(:disabled)').length"),
        0
    );
    Some((desk, browser))
}

fn titles(browser: &mut Browser, titles: &str) {
    browser.wait(&format!(
        "{TITLES} === '{titles}' && document.getElementById('state').dataset.is === 'current'"
    ));
}

#[test]
fn a_copy_is_called_as_it_was_whatever_signs_are_in_its_title() {
    let project =
        Project::with_manifest(issue(&format!("{}body = '- 글'\n", entry("값 $$ $& 표"))));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelector('#entries a')");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#order [data-act=copy]:not(:disabled)')");
    browser.eval("document.querySelector('#order [data-act=copy]').click()");
    titles(&mut browser, "값 $$ $& 표,값 $$ $& 표 (사본)");
}

#[test]
fn all_that_is_done_by_keyboard_is_taken_back_byte_for_byte() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let pages = browser.eval("document.querySelectorAll('.page').length");
    browser.eval("document.querySelectorAll('#entries a')[0].focus()");
    browser.press_with(1, "ArrowDown", 40);
    titles(&mut browser, "둘째 글,첫째 글,셋째 글");
    browser.wait("document.activeElement.textContent.startsWith('첫째')");
    assert!(written(&project).contains("\r\n# 둘째에 대한 말\r\n[[parts.sections.entries]]"));
    browser.press_with(1, "ArrowDown", 40);
    titles(&mut browser, "둘째 글,첫째 글,셋째 글");
    let own = "document.activeElement.closest('.section').querySelector('.head').textContent === '다른 절'";
    browser.wait(own);
    // A copy, a new one, and one that goes.
    browser.eval("document.querySelector('#order [data-act=copy]').click()");
    titles(&mut browser, "둘째 글,첫째 글,첫째 글 (사본),셋째 글");
    browser.eval("document.querySelector('#order .kinds button').click()");
    browser.wait("document.querySelectorAll('#entries a').length === 5");
    browser.wait("document.querySelectorAll('#findings .error').length === 0 && document.getElementById('state').dataset.is === 'current'");
    browser.wait(&format!("document.querySelectorAll('.page').length > {pages}"));
    browser.eval("document.querySelectorAll('#entries a')[0].focus()");
    browser.press("Delete", 46);
    browser.wait("!document.getElementById('entries').textContent.includes('둘째')");
    browser.wait("document.getElementById('told').textContent.startsWith('지웠습니다')");
    // A section goes before another.
    browser.eval("document.querySelectorAll('#entries .section > .head')[1]?.focus()");
    browser.press_with(1, "ArrowUp", 38);
    browser.wait("document.querySelector('#entries .section .head').textContent === '다른 절'");
    browser.eval("document.querySelector('#entries .section .head').focus()");
    let steps = 6;
    for _ in 0..steps {
        let before = browser.eval("document.getElementById('entries').dataset.told");
        browser.press_with(2, "z", 90);
        browser.wait(&format!("document.getElementById('entries').dataset.told !== {before}"));
    }
    titles(&mut browser, "첫째 글,둘째 글,셋째 글");
    assert_eq!(written(&project), manifest());
    browser.wait("document.getElementById('undo').ariaDisabled === 'true'");
    for _ in 0..steps {
        let before = browser.eval("document.getElementById('entries').dataset.told");
        browser.eval("document.getElementById('redo').click()");
        browser.wait(&format!("document.getElementById('entries').dataset.told !== {before}"));
    }
    browser.wait("document.querySelector('#entries .section .head').textContent === '다른 절'");
    // Another program writes; what was done before is not taken back over it.
    let theirs = format!("{}\r\n# 남의 말", written(&project));
    std::fs::write(project.path("issue.toml"), &theirs).unwrap();
    browser.eval("document.getElementById('undo').click()");
    browser.wait("document.getElementById('told').classList.contains('wrong')");
    assert_eq!(written(&project), theirs);
}

#[test]
fn keys_that_come_fast_move_one_entry_on_and_on() {
    let titles_of = ["첫째", "둘째", "셋째", "넷째", "다섯째"];
    let entries = titles_of.map(|title| format!("{}body = '- 글'\n\n", entry(title)));
    let project = Project::with_manifest(issue(&entries.concat()));
    let before = written(&project);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    titles(&mut browser, "첫째,둘째,셋째,넷째,다섯째");
    // Each refusal is remembered; answers come at once, or long after the news.
    browser.eval(
        "window.refused = []; new MutationObserver(() => { const told = document.getElementById('told'); if (told.classList.contains('wrong')) refused.push(told.textContent); })
            .observe(document.getElementById('told'), { attributes: true, childList: true });
         const own = fetch; window.fetch = async (at, how) => { const given = await own(at, how);
            if (window.late && how?.body && JSON.parse(how.body).ask === 'edit') await new Promise((done) => setTimeout(done, late)); return given; }; 0",
    );
    for late in [0, 400] {
        browser.eval(&format!("window.late = {late}"));
        browser.eval("document.querySelector('#entries a').focus()");
        for (key, code) in
            [("ArrowDown", 40), ("ArrowDown", 40), ("ArrowDown", 40), ("ArrowUp", 38)]
        {
            browser.press_with(1, key, code);
        }
        titles(&mut browser, "둘째,셋째,첫째,넷째,다섯째");
        browser.wait("document.activeElement.textContent.startsWith('첫째')");
        for _ in 0..2 {
            browser.press_with(1, "ArrowUp", 38);
        }
        titles(&mut browser, "첫째,둘째,셋째,넷째,다섯째");
        assert_eq!(
            (browser.eval("refused.join()"), written(&project)),
            ("".into(), before.clone())
        );
    }
    // A key that is held down takes one away.
    browser.wait("document.activeElement.textContent.startsWith('첫째')");
    for auto_repeat in [false, true, true] {
        let held = serde_json::json!({ "type": "rawKeyDown", "key": "Delete", "windowsVirtualKeyCode": 46, "autoRepeat": auto_repeat });
        browser.call("Input.dispatchKeyEvent", held);
    }
    titles(&mut browser, "둘째,셋째,넷째,다섯째");
}

#[test]
fn an_entry_is_dragged_into_another_section() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval(
        "(() => { const [from, , on] = document.querySelectorAll('#entries a'); const dataTransfer = new DataTransfer();
            const fire = (at, name, clientY) => at.dispatchEvent(new DragEvent(name, { dataTransfer, clientY, bubbles: true, cancelable: true }));
            const box = on.getBoundingClientRect();
            fire(from, 'dragstart', 0); fire(on, 'dragover', box.bottom - 1); fire(on, 'drop', box.bottom - 1); })()",
    );
    titles(&mut browser, "둘째 글,셋째 글,첫째 글");
    browser.wait("document.activeElement.textContent.startsWith('첫째')");
}

#[test]
fn a_narrow_window_leads_to_what_was_chosen() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let narrow =
        serde_json::json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
    browser.call("Emulation.setDeviceMetricsOverride", narrow);
    browser.wait("innerWidth === 320");
    browser.eval("document.querySelectorAll('#entries a')[1].click()");
    browser.wait("document.getElementById('writing')?.value === '둘째 글'");
    browser.wait("(() => { const box = document.getElementById('of').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()");
    assert_eq!(browser.eval("document.documentElement.scrollWidth <= 320"), true);
    let small = "[...document.querySelectorAll('#form button, #order button, #marking button')].filter((at) => at.offsetParent && at.getBoundingClientRect().height < 24).length";
    assert_eq!(browser.eval(small), 0);
}

#[test]
fn what_moved_is_chosen_when_it_is_taken_back_with_its_marks_and_the_lists_place() {
    let body = "body = '''\n- 몇일\n'''\n";
    let entries: String =
        (0..30).map(|n| format!("{}{body}", entry(&format!("{n}번 글")))).collect();
    let project = Project::with_manifest(issue(&entries).replacen("\"off\"", "\"handbook\"", 1));
    let before = written(&project);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('#entries .mark').length === 30");
    browser.eval(
        "window.fewest = 30; new MutationObserver(() => (fewest = Math.min(fewest, document.querySelectorAll('#entries .mark').length)))
            .observe(document.getElementById('entries'), { childList: true, subtree: true }); 0",
    );
    browser.eval("document.querySelectorAll('#entries a')[20].focus()");
    browser.press_with(1, "ArrowDown", 40);
    browser.wait("document.querySelectorAll('#entries a')[21].textContent.startsWith('20번')");
    browser.wait("document.getElementById('of').textContent === '20번 글'");
    // Somebody goes on elsewhere, and takes it back from there.
    browser.eval("document.querySelectorAll('#entries a')[5].click()");
    browser.wait("document.getElementById('of').textContent === '5번 글'");
    browser.eval("document.querySelector('nav').scrollTop = 260");
    for (id, place) in [("undo", 20), ("redo", 21), ("undo", 20)] {
        browser.eval(&format!("document.getElementById('{id}').click()"));
        browser.wait(&format!(
            "[...document.querySelectorAll('#entries a')].findIndex((at) => at.classList.contains('chosen') && at.textContent.startsWith('20번')) === {place}"
        ));
        browser.wait("document.getElementById('of').textContent === '20번 글' && document.getElementById('state').dataset.is === 'current'");
        assert_eq!(browser.eval("document.querySelector('nav').scrollTop"), 260);
    }
    assert_eq!(written(&project), before);
    assert_eq!(browser.eval("fewest"), 30);
}
