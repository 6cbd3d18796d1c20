//! Charts of every kind and however they are written, in a real browser: a form offers what they can hold.

use crate::browser::Browser;
use crate::common::{Project, entry, issue};
use crate::form::{self, CURRENT};
use crate::running::Running;

fn manifest(chart: &str) -> String {
    issue(&format!("{}body = '''\n- 첫 항목\n'''\n{chart}", entry("이 글의 제목")))
}

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#form details') !== null");
    browser.eval("document.querySelectorAll('#form details').forEach((at) => (at.open = true))");
    Some((desk, browser))
}

#[track_caller]
fn becomes(project: &Project, chart: &str) {
    form::becomes(project, &manifest(chart));
}

/// The cell of a value, by its path in the chart.
fn cell(path: &str) -> String {
    form::control(&format!("chart.{path}"))
}

fn paste(browser: &mut Browser, at: &str, text: &str) {
    form::paste(browser, at, "text/plain", text);
}

const POINTS: &str = "chart = { kind = \"bars\", alt = \"막대\", data = [{ label = \"가\", value = 1 }, { label = \"나\", value = 2 }] }\n";
const SHARE: &str = "chart = { kind = \"share\", alt = \"띠\", data = [{ label = \"가\", value = 40 }, { label = \"나\", value = 60 }] }\n";

#[test]
fn a_bar_of_shares_takes_no_second_series() {
    let project = Project::with_manifest(manifest(SHARE));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let adds =
        "[...document.querySelectorAll('#form .grid > .add')].map((at) => at.textContent).join()";
    assert_eq!(browser.eval(adds), "항목 더하기");
    // What comes with a second column is told, not drawn; what was there is not lost.
    paste(&mut browser, &cell("data.0.value"), "30\t1\n70\t2\n");
    let shares = SHARE.replace("value = 40", "value = 30").replace("value = 60", "value = 70");
    becomes(&project, &shares);
    browser.wait("document.getElementById('written').textContent.includes('넣지 않은 것: 1, 2')");
    browser.wait(CURRENT);
    // Another kind takes more, and says so at once.
    browser.eval("(() => { const at = document.querySelector('#form .inside select'); at.value = 'columns'; at.dispatchEvent(new Event('change')); })()");
    becomes(&project, &shares.replace("\"share\"", "\"columns\""));
    browser.wait(&form::button("계열 더하기"));
    browser.eval(&format!("{}.click()", form::button("계열 더하기")));
    browser.wait(&format!("{} !== undefined", cell("series.1.name")));
    browser.wait(CURRENT);
}

#[test]
fn a_chart_of_shares_takes_as_many_parts_as_can_be_drawn() {
    let parts = |count: usize| {
        let parts: Vec<_> =
            (0..count).map(|n| format!("{{ label = \"{n}\", value = 12.5 }}")).collect();
        format!("chart = {{ kind = \"share\", alt = \"띠\", data = [{}] }}\n", parts.join(", "))
    };
    let project = Project::with_manifest(manifest(&parts(8)));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let adds = "[...document.querySelectorAll('#form .grid > .add')].map((at) => at.ariaDisabled + at.textContent).join()";
    assert_eq!(browser.eval(adds), "true항목 더하기 · 8개까지 넣을 수 있습니다");
}

#[test]
fn a_table_that_stands_as_text_becomes_cells() {
    let text = "chart = { kind = \"columns\", alt = \"막대\", data = \"\"\"\n구분\t하나\t둘\n가\t1\t2,000\n나\t3\t4\n\"\"\" }\n";
    let project = Project::with_manifest(manifest(text));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let part = form::button("칸으로 나누기");
    browser.wait(&part);
    browser.eval(&format!("{part}.click()"));
    let cells = "labels = [\"가\", \"나\"], series = [{ name = \"하나\", values = [1, 3] }, { name = \"둘\", values = [2000, 4] }], label = \"구분\"";
    becomes(&project, &format!("chart = {{ kind = \"columns\", alt = \"막대\", {cells} }}\n"));
    browser.wait(&format!("{}?.value === '2000'", cell("series.1.values.0")));
    browser.wait(CURRENT);
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, text);
    browser.wait(&part);
}

#[test]
fn two_columns_of_text_become_points_and_a_cell_that_is_no_number_leaves_them() {
    let chart =
        |data: &str| format!("chart = {{ kind = \"share\", alt = \"띠\", data = {data} }}\n");
    let text = |value: &str| chart(&format!("\"\"\"\n\t비율\n가\t{value}\n나\t60%\n\"\"\""));
    let project = Project::with_manifest(manifest(&text("40")));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let part = form::button("칸으로 나누기");
    browser.wait(&part);
    std::fs::write(project.path("issue.toml"), manifest(&text("모름"))).unwrap();
    browser.wait(&format!("{}?.value.includes('모름')", cell("data")));
    browser.eval(&format!("{part}.click()"));
    browser
        .wait("document.querySelector('#written.wrong')?.textContent.includes('가 비율 ‘모름’')");
    becomes(&project, &text("모름"));
    std::fs::write(project.path("issue.toml"), manifest(&text("40"))).unwrap();
    browser.wait(&format!("{}?.value.includes('40')", cell("data")));
    browser.eval(&format!("{part}.click()"));
    let points =
        "[{ label = \"가\", value = 40 }, { label = \"나\", value = 60 }], value = \"비율\"";
    becomes(&project, &chart(points));
}

#[test]
fn cells_that_are_pasted_where_there_are_none_begin_a_chart() {
    let project = Project::with_manifest(manifest(""));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let at = "document.querySelector('#form .grid .add')";
    paste(&mut browser, at, "이름\t값\n가\t40\n나\t60\n");
    becomes(
        &project,
        "chart = { kind = \"share\", data = [{ label = \"가\", value = 40 }, { label = \"나\", value = 60 }] }\n",
    );
}

#[test]
fn cells_that_are_pasted_right_after_something_was_taken_back_are_written() {
    let project = Project::with_manifest(manifest(POINTS));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    for _ in 0..3 {
        let first = cell("data.0.value");
        browser.eval(&format!("(() => {{ const at = {first}; at.focus(); at.value = '9'; at.dispatchEvent(new Event('change')); }})()"));
        becomes(&project, &POINTS.replace("value = 1 ", "value = 9 "));
        browser.eval("document.getElementById('undo').click()");
        paste(&mut browser, &cell("data.1.value"), "5\n6\n");
        becomes(
            &project,
            &POINTS.replace("value = 2 }", "value = 5 }, { label = \"\", value = 6 }"),
        );
        browser.wait(&format!("{} !== undefined", cell("data.2.value")));
        browser.eval("document.getElementById('undo').click()");
        becomes(&project, POINTS);
        browser.wait(&format!("{} === undefined && {first}.value === '1'", cell("data.2.value")));
    }
}
