//! The pictures of the desk in the guide and the README show what it looks like by now.
//!
//! `JIKJI_UPDATE=1` takes them anew; look at them before you keep them.

use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::RgbImage;
use serde_json::json;

use crate::browser::Browser;
use crate::common::Project;
use crate::common::likeness::alike;
use crate::running::Running;

/// What is being seen is not the same twice: a caret that blinks, times, digests of files.
const STILL: &str = "* { caret-color: transparent !important; animation: none !important; transition: none !important }";

/// A window of the desk with a number's pages in it.
fn opened(desk: &Running) -> Option<Browser> {
    let mut browser = Browser::open(&desk.address())?;
    let size = json!({ "width": 1440, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    browser.call("Emulation.setDeviceMetricsOverride", size);
    browser.wait(&format!(
        "document.head && (() => {{ const style = document.createElement('style'); style.textContent = '{STILL}';
            document.head.append(style); return true; }})()"
    ));
    Some(browser)
}

fn screenshot(browser: &mut Browser) -> Vec<u8> {
    let taken = browser.call("Page.captureScreenshot", json!({ "format": "png" }));
    BASE64_STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()
}

/// The sample in a window, once all its entries are measured.
fn measured() -> Option<(Project, Running, Browser)> {
    let project = Project::sample();
    let desk = Running::start(&project, &[]);
    let mut browser = opened(&desk)?;
    browser.wait("document.querySelectorAll('.page').length > 20");
    browser.wait("document.getElementById('entries').textContent.split('%').length > 18");
    Some((project, desk, browser))
}

/// Expects that a picture in the documents shows what the window does.
#[track_caller]
fn shows(browser: &mut Browser, name: &str) {
    browser.wait(
        "[...document.images].every((at) => at.complete || !at.checkVisibility() || at.getBoundingClientRect().top > innerHeight || at.getBoundingClientRect().bottom < 0)",
    );
    let mut taken = screenshot(browser);
    // What still comes in has come once nothing moves any more.
    loop {
        std::thread::sleep(Duration::from_millis(700));
        let next = screenshot(browser);
        if std::mem::replace(&mut taken, next.clone()) == next {
            break;
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("JIKJI_UPDATE").is_some() {
        std::fs::write(&path, &taken).unwrap();
    }
    let read = |bytes: &[u8]| -> RgbImage { image::load_from_memory(bytes).unwrap().into_rgb8() };
    let shown = std::fs::read(&path).unwrap_or_else(|why| panic!("{name}: {why}"));
    alike(&read(&shown), &read(&taken), name);
}

#[test]
fn a_number_that_is_worked_on_is_shown() {
    let Some((_project, _desk, mut browser)) = measured() else { return };
    browser.click_on("document.querySelectorAll('#entries a')[5]");
    browser.wait("document.querySelector('.caret') !== null");
    shows(&mut browser, "desk.png");
    browser.click_on("document.getElementById('finish')");
    browser.click_on("document.querySelector('#finish-form [type=submit]')");
    browser.wait("document.querySelectorAll('#finish-files a').length >= 3");
    shows(&mut browser, "ko/finish.png");
}

#[test]
fn pages_as_they_are_printed_are_shown() {
    let Some((_project, _desk, mut browser)) = measured() else { return };
    browser.click_on("document.getElementById('in-print')");
    browser.wait("document.getElementById('inks').hidden === false");
    browser.wait("document.getElementById('printing').hidden");
    shows(&mut browser, "ko/proof.png");
}

#[test]
fn a_mistake_is_shown_beside_its_text() {
    let Some((project, _desk, mut browser)) = measured() else { return };
    let manifest = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    let faulty =
        manifest.replacen("- 엔비디아가 생성 AI 시대에", "- 엔비디아가[^없음] 생성 AI 시대에", 1);
    assert_ne!(faulty, manifest);
    std::fs::write(project.path("issue.toml"), faulty).unwrap();
    browser.wait("document.querySelector('#findings .where') !== null");
    browser.click_on("document.querySelector('#findings .where')");
    browser.wait("document.activeElement.tagName === 'TEXTAREA'");
    shows(&mut browser, "ko/findings.png");
}

#[test]
fn the_first_window_is_shown() {
    let project = Project::new();
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = opened(&desk) else { return };
    browser.wait("document.getElementById('start')?.hidden === false");
    shows(&mut browser, "ko/start.png");
}
