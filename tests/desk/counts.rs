//! Numbers of the form: with their unit they are taken, and what is none is told at its field and stays unsaved.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{control, written};
use crate::running::Running;

fn write(browser: &mut Browser, path: &str, text: &str) {
    browser.wait(&control(path));
    browser.eval(&format!(
        "(() => {{ const at = {}; at.value = '{text}'; at.dispatchEvent(new Event('change')); }})()",
        control(path)
    ));
}

#[track_caller]
fn holds(project: &Project, line: &str) {
    let start = std::time::Instant::now();
    while !written(project).lines().any(|own| own == line) {
        assert!(start.elapsed().as_secs() < 60, "{line}: {}", written(project));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_number_is_taken_with_its_unit_and_told_where_it_is_none() {
    let text = issue(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\nbody = '''\n- 첫 항목\n'''\n",
    );
    let project = Project::with_manifest(&text);
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelectorAll('.page img').length > 0");
    browser.eval("document.getElementById('number').click()");
    for (path, typed) in [("issue.month", "십일"), ("issue.year", "2024월")] {
        write(&mut browser, path, typed);
        let at = control(path);
        browser.wait(&format!(
            "{at}.ariaInvalid === 'true' && {at}.told.textContent.includes('{typed}') && {at}.value === '{typed}'"
        ));
        assert_eq!(written(&project), text);
    }
    write(&mut browser, "issue.month", "11월");
    holds(&project, "month = 11");
    write(&mut browser, "issue.year", "2025년");
    holds(&project, "year = 2025");
    let month = control("issue.month");
    browser.wait(&format!("{month}.ariaInvalid !== 'true' && {month}.told.textContent === ''"));
    write(&mut browser, "issue.month", "5, 6월");
    holds(&project, "month = [5, 6]");
}
