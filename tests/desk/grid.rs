//! The table of a chart in a real browser: whichever way the chart is written, its cells are in the file and on the page.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::running::Running;

fn manifest(chart: &str) -> String {
    issue(&format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\nbody = \"\"\"\n- 첫 항목\n\"\"\"\n{chart}"
    ))
}

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelectorAll('.page img').length > 2");
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#form .grid') !== null");
    browser.eval("document.querySelectorAll('#form details').forEach((at) => (at.open = true))");
    Some((desk, browser))
}

#[track_caller]
fn becomes(project: &Project, chart: &str) {
    let start = std::time::Instant::now();
    loop {
        let written = std::fs::read_to_string(project.path("issue.toml")).unwrap();
        if written == manifest(chart) {
            return;
        }
        assert!(start.elapsed().as_secs() < 60, "{written}\n---- is not\n{}", manifest(chart));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

/// The cell of a value, by its path in the chart.
fn cell(path: &str) -> String {
    format!(
        "[...document.querySelectorAll('#form .grid :is(input, textarea)')].find((at) => at.field?.path.join('.').endsWith('chart.{path}'))"
    )
}

fn write(browser: &mut Browser, at: &str, text: &str) {
    browser.wait(&format!("{} !== undefined", cell(at)));
    browser.eval(&format!(
        "(() => {{ const at = {}; at.focus(); at.value = '{text}'; at.dispatchEvent(new Event('change')); }})()",
        cell(at)
    ));
}

fn press(browser: &mut Browser, name: &str) {
    let button = format!(
        "[...document.querySelectorAll('#form .grid button')].find((at) => at.textContent === '{name}' || at.ariaLabel === '{name}')"
    );
    browser.wait(&button);
    browser.eval(&format!("{button}.click()"));
}

const POINTS: &str = "chart = { kind = \"bars\", alt = \"막대\", data = [{ label = \"가\", value = 1 }, { label = \"나\", value = 2 }] }\n";

#[test]
fn points_are_cells_and_a_second_column_makes_series_of_them() {
    let project = Project::with_manifest(manifest(POINTS));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    write(&mut browser, "data.0.value", "3.5");
    let mut chart = POINTS.replace("value = 1 ", "value = 3.5 ");
    becomes(&project, &chart);
    press(&mut browser, "항목 더하기");
    chart = chart.replace("value = 2 }", "value = 2 }, { label = \"항목 3\", value = 0 }");
    becomes(&project, &chart);
    write(&mut browser, "data.2.value", "1200");
    chart = chart.replace("value = 0", "value = 1200");
    becomes(&project, &chart);
    press(&mut browser, "가 지우기");
    chart = chart.replace("{ label = \"가\", value = 3.5 }, ", "");
    becomes(&project, &chart);
    press(&mut browser, "계열 더하기");
    browser.wait(&format!("{} !== undefined", cell("series.1.name")));
    let written = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    for part in [
        "labels = [\"나\", \"항목 3\"]",
        "계열 1",
        "values = [2, 1200]",
        "계열 2",
        "values = [0, 0]",
    ] {
        assert!(written.contains(part), "{part}: {written}");
    }
    assert!(!written.contains("data ="), "{written}");
    browser.wait("document.getElementById('state').dataset.is === 'current' && document.querySelectorAll('#findings .error').length === 0");
}

#[test]
fn series_are_written_cell_by_cell() {
    let chart = "chart = { kind = \"lines\", alt = \"선\", labels = [\"가\", \"나\"], series = [\n  { name = \"하나\", values = [1, 2] }, # 둘\n  { name = \"둘\", values = [3, 4] },\n] }\n";
    let project = Project::with_manifest(manifest(chart));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    write(&mut browser, "series.1.values.1", "44");
    let mut text = chart.replace("[3, 4]", "[3, 44]");
    becomes(&project, &text);
    write(&mut browser, "series.0.name", "첫째");
    text = text.replace("하나", "첫째");
    becomes(&project, &text);
    press(&mut browser, "항목 더하기");
    text = text
        .replace("\"나\"]", "\"나\", \"항목 3\"]")
        .replace("[1, 2]", "[1, 2, 0]")
        .replace("[3, 44]", "[3, 44, 0]");
    becomes(&project, &text);
    press(&mut browser, "둘 지우기");
    browser.wait(&format!("{} === undefined", cell("series.1.name")));
    let written = std::fs::read_to_string(project.path("issue.toml")).unwrap();
    assert!(!written.contains("\"둘\"") && written.contains("# 둘"), "{written}");
}

#[test]
fn cells_of_a_spreadsheet_become_the_chart() {
    let project = Project::with_manifest(manifest(POINTS));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval(&format!(
        "(() => {{ const data = new DataTransfer(); data.setData('text/plain', '\\t2023\\t2024\\r\\n가\\t1\\t2\\r\\n나\\t3\\t4\\r\\n');
            {}.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()",
        cell("data.0.label")
    ));
    // They stand as one text then, to be written as such.
    browser.wait("[...document.querySelectorAll('#form textarea')].some((at) => at.value === '\\t2023\\t2024\\n가\\t1\\t2\\n나\\t3\\t4')");
    browser.wait("document.getElementById('state').dataset.is === 'current' && document.querySelectorAll('#findings .error').length === 0");
}
