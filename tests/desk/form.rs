//! What tests do in the form, and what has become of the manifest then.

use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::common::Project;
use crate::running::Running;

/// The manifest as it stands on the disk.
pub fn written(project: &Project) -> String {
    std::fs::read_to_string(project.path("issue.toml")).unwrap()
}

/// Waits until the manifest is this.
#[track_caller]
pub fn becomes(project: &Project, text: &str) {
    let start = Instant::now();
    while written(project) != text {
        assert!(start.elapsed().as_secs() < 60, "{}\n---- is not\n{text}", written(project));
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A desk of a number and a browser that has opened its first entry, at the control whose path ends so.
pub fn opened(project: &Project, args: &[&str], first: &str) -> Option<(Running, Browser)> {
    let desk = Running::start(project, args);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait(&control(first));
    Some((desk, browser))
}

/// Puts a value into a control as a whole, as choosing or filling in does.
pub fn put(browser: &mut Browser, path: &str, text: &str) {
    let at = control(path);
    browser.eval(&format!(
        "(() => {{ const at = {at}; at.focus(); at.value = '{text}'; for (const name of ['input', 'change']) at.dispatchEvent(new Event(name, {{ bubbles: true }})); }})()"
    ));
}

/// The control whose path ends so.
pub fn control(path: &str) -> String {
    format!(
        "[...document.querySelectorAll('#form :is(input, textarea, select)')].find((at) => at.field?.path.join('.').endsWith('{path}'))"
    )
}

/// The button of the form that says so.
pub fn button(text: &str) -> String {
    format!(
        "[...document.querySelectorAll('#form button')].find((at) => at.textContent === '{text}' || at.ariaLabel === '{text}')"
    )
}

/// Whether the pages show what the manifest says now, without errors.
pub const CURRENT: &str = "document.getElementById('state').dataset.is === 'current' && document.querySelectorAll('#findings .error').length === 0";

/// Pastes into what a script finds, as a spreadsheet or a word processor offers it.
pub fn paste(browser: &mut Browser, at: &str, kind: &str, text: &str) {
    let text = serde_json::to_string(text).unwrap();
    browser.wait(&format!("{at} !== undefined"));
    browser.eval(&format!(
        "(() => {{ const at = {at}; at.focus(); const data = new DataTransfer(); data.setData('{kind}', {text});
            at.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
    ));
}

/// Writes a text at the end of a control.
#[track_caller]
pub fn write(browser: &mut Browser, path: &str, text: &str) {
    let control = control(path);
    browser.eval(&format!("(() => {{ const at = {control}; at.focus(); at.setSelectionRange(at.value.length, at.value.length); }})()"));
    browser.write(text);
}
