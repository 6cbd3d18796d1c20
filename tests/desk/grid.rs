//! The table of a chart in a real browser: whichever way the chart is written, its cells are in the file and on the page.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{self, CURRENT, paste};
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
    form::becomes(project, &manifest(chart));
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
    // What it is called is written over.
    browser.wait("document.activeElement.value === '항목 3' && document.activeElement.selectionStart === 0 && document.activeElement.selectionEnd === 4");
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
    let chart = SERIES;
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

const SERIES: &str = "chart = { kind = \"lines\", alt = \"선\", labels = [\"가\", \"나\"], series = [\n  { name = \"하나\", values = [1, 2] }, # 둘\n  { name = \"둘\", values = [3, 4] },\n] }\n";

#[test]
fn cells_of_a_spreadsheet_become_the_chart() {
    let project = Project::with_manifest(manifest(POINTS));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let table = "\t2023\t2024\r\n가\t1\t1,200\r\n나\t3\t4.5%\r\n";
    paste(&mut browser, &cell("data.0.label"), "text/plain", table);
    // A line of heads names the series, and one series becomes two.
    let chart = "chart = { kind = \"bars\", alt = \"막대\", labels = [\"가\", \"나\"], series = [{ name = \"2023\", values = [1, 3] }, { name = \"2024\", values = [1200, 4.5] }] }\n";
    becomes(&project, chart);
    browser.wait(&format!("{}?.value === '2024'", cell("series.1.name")));
    browser.wait(CURRENT);
    // All of it is one step.
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, POINTS);
}

#[test]
fn what_is_pasted_fills_the_cells_from_the_one_that_is_written() {
    let project = Project::with_manifest(manifest(SERIES));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let merged =
        "<table><tr><td>7</td></tr><tr><td>약 <b>8</b></td></tr><tr><td>△1,009</td></tr></table>";
    paste(&mut browser, &cell("series.1.values.0"), "text/html", merged);
    // A row more comes for what has none; what is no number stays at its cell, and only there.
    let chart = SERIES
        .replace("\"나\"]", "\"나\", \"\"]")
        .replace("[1, 2]", "[1, 2, 0]")
        .replace("[3, 4]", "[7, 4, -1009]");
    becomes(&project, &chart);
    let wrong = cell("series.1.values.1");
    browser.wait(&format!("{wrong}.value === '약 8' && {wrong}.ariaInvalid === 'true' && {wrong}.told.textContent.includes('약 8')"));
    browser.wait("document.getElementById('written').textContent.includes('수가 아닌 칸 1개')");
    write(&mut browser, "series.1.values.1", "8");
    becomes(&project, &chart.replace("[7, 4,", "[7, 8,"));
    browser.wait(&format!("{wrong}.ariaInvalid !== 'true' && {wrong}.told.textContent === ''"));
}

#[test]
fn names_with_a_cell_that_is_no_number_change_nothing() {
    let project = Project::with_manifest(manifest(POINTS));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    for (table, named) in [
        ("다\t-\r\n라\t4\r\n", "다 값 ‘-’"),
        ("마\t5\r\n바\t\r\n", "바 값 ‘’"),
        ("사\t7\r\n아\r\n", "아 값 ‘’"),
    ] {
        paste(&mut browser, &cell("data.0.label"), "text/plain", table);
        browser.wait(&format!(
            "[...document.querySelectorAll('#told, #written')].some((at) => at.textContent.includes('{named}'))"
        ));
        becomes(&project, POINTS);
    }
    // What stands in brackets is below nothing, as spreadsheets show it.
    paste(&mut browser, &cell("data.0.label"), "text/plain", "다\t(30)\r\n라\t4\r\n");
    let chart = POINTS.replace("\"가\", value = 1", "\"다\", value = -30");
    becomes(&project, &chart.replace("\"나\", value = 2", "\"라\", value = 4"));
}

#[test]
fn keys_go_from_cell_to_cell_and_leave_hangul_whole() {
    let project = Project::with_manifest(manifest(SERIES));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let here = |path: &str| format!("document.activeElement === {}", cell(path));
    browser.eval(&format!("{}.focus()", cell("labels.0")));
    for (key, code, path) in [
        ("Tab", 9, "series.0.values.0"),
        ("Tab", 9, "series.1.values.0"),
        ("Tab", 9, "labels.1"),
        ("ArrowRight", 39, "series.0.values.1"),
        ("ArrowUp", 38, "series.0.values.0"),
        ("ArrowUp", 38, "series.0.name"),
        ("ArrowDown", 40, "series.0.values.0"),
        ("ArrowLeft", 37, "labels.0"),
    ] {
        browser.press(key, code);
        browser.wait(&here(path));
    }
    // What is written stands for what was chosen there; Enter ends the syllable and goes on.
    browser.compose(&["ㄷ", "다", "달"]);
    browser.press("Enter", 13);
    browser.wait(&here("labels.1"));
    becomes(&project, &SERIES.replace("\"가\"", "\"달\""));
    // While a syllable is composed the keys are the input method's.
    for key in ["ArrowDown", "Enter"] {
        let composing = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', isComposing: true, bubbles: true, cancelable: true }}))"
        );
        assert_eq!(browser.eval(&composing), true);
        browser.wait(&here("labels.1"));
    }
}

#[test]
fn who_goes_on_behind_the_last_row_writes_a_row_more() {
    let project = Project::with_manifest(manifest(SERIES));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let here = |path: &str| format!("document.activeElement === {}", cell(path));
    let chart = |name: &str, first: &str, second: &str| {
        SERIES
            .replace("\"나\"]", &format!("\"나\", \"{name}\"]"))
            .replace("[1, 2]", &format!("[1, 2, {first}]"))
            .replace("[3, 4]", &format!("[3, 4, {second}]"))
    };
    browser.eval(&format!("{}.focus()", cell("series.0.values.1")));
    browser.press("Enter", 13);
    // At once: the next letter is that of its name.
    assert_eq!(browser.eval(&here("labels.2")), true);
    browser.compose(&["ㄷ", "다"]);
    becomes(&project, &chart("다", "0", "0"));
    browser.press("Tab", 9);
    browser.write("5");
    browser.press("Tab", 9);
    browser.write("6");
    becomes(&project, &chart("다", "5", "6"));
    browser.wait(CURRENT);
    browser.wait(&format!("{}?.value === '6'", cell("series.1.values.2")));
    browser.wait("[...document.querySelectorAll('#form .grid button')].some((at) => at.ariaLabel === '다 지우기')");
    // Out of a row that stays empty Tab leads on, and it is not written.
    browser.press("Tab", 9);
    browser.wait(&here("labels.3"));
    for _ in 0..3 {
        browser.press("Tab", 9);
    }
    browser.wait("document.activeElement.ariaLabel === '항목 4 지우기'");
    browser.eval("document.activeElement.click()");
    browser.wait(&format!(
        "{} === undefined && document.activeElement.ariaLabel === '다 지우기'",
        cell("labels.3")
    ));
    becomes(&project, &chart("다", "5", "6"));
}

#[test]
fn points_go_on_by_the_keyboard_too_as_far_as_their_chart_takes_them() {
    let parts: Vec<_> = ["가", "나", "다", "라", "마", "바", "사"]
        .map(|name| format!("{{ label = \"{name}\", value = 12.5 }}"))
        .into();
    let share = |parts: &[String]| {
        format!("chart = {{ kind = \"share\", alt = \"띠\", data = [{}] }}\n", parts.join(", "))
    };
    let project = Project::with_manifest(manifest(&share(&parts)));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval(&format!("{}.focus()", cell("data.6.value")));
    browser.press("Enter", 13);
    browser.write("아");
    let whole = [&parts[..], &["{ label = \"아\", value = 0 }".into()]].concat();
    becomes(&project, &share(&whole));
    browser.wait("[...document.querySelectorAll('#form .grid > .add')].some((at) => at.ariaDisabled === 'true' && at.textContent.includes('8개까지'))");
    browser.press("Enter", 13);
    browser.wait("document.querySelector('#written.wrong')?.textContent.includes('8개까지')");
    becomes(&project, &share(&whole));
}

#[test]
fn rows_and_columns_move_whole_however_fast_the_buttons_are_pressed() {
    let project = Project::with_manifest(manifest(SERIES));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval(
        "(() => { const add = [...document.querySelectorAll('#form .grid button')].find((at) => at.textContent === '항목 더하기'); add.click(); add.click(); add.click(); })()",
    );
    let mut chart = SERIES
        .replace("\"나\"]", "\"나\", \"항목 3\", \"항목 4\", \"항목 5\"]")
        .replace("[1, 2]", "[1, 2, 0, 0, 0]")
        .replace("[3, 4]", "[3, 4, 0, 0, 0]");
    becomes(&project, &chart);
    press(&mut browser, "나 위로");
    chart = chart
        .replace("\"가\", \"나\"", "\"나\", \"가\"")
        .replace("[1, 2,", "[2, 1,")
        .replace("[3, 4,", "[4, 3,");
    becomes(&project, &chart);
    press(&mut browser, "하나 오른쪽으로");
    let (one, two) = (
        "  { name = \"하나\", values = [2, 1, 0, 0, 0] }, # 둘\n",
        "  { name = \"둘\", values = [4, 3, 0, 0, 0] },\n",
    );
    chart = chart.replace(&format!("{one}{two}"), &format!("{two}{one}"));
    becomes(&project, &chart);
    // What a button is called follows what is written.
    write(&mut browser, "labels.0", "하");
    chart = chart.replace("[\"나\", \"가\"", "[\"하\", \"가\"");
    becomes(&project, &chart);
    press(&mut browser, "하 아래로");
    chart = chart
        .replace("\"하\", \"가\"", "\"가\", \"하\"")
        .replace("[2, 1,", "[1, 2,")
        .replace("[4, 3,", "[3, 4,");
    becomes(&project, &chart);
}

#[test]
fn a_chart_that_is_not_there_begins_with_its_first_row() {
    let project = Project::with_manifest(manifest(""));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    press(&mut browser, "항목 더하기");
    becomes(
        &project,
        "chart = { kind = \"share\", data = [{ label = \"항목 1\", value = 0 }, { label = \"항목 2\", value = 0 }] }\n",
    );
    browser.wait(&format!("document.activeElement === {}", cell("data.1.label")));
}

#[test]
fn what_a_layout_declares_in_the_same_shape_has_the_same_table() {
    let text = "rates = { year = \"2024\", lines = [{ name = \"가\", rate = \"1\" }] }\ntally = { header = [\"가\", \"나\"], rows = [[\"1\", \"2\"]] }\n";
    let image = "fields.image = { type = \"image\", list = true";
    let fields = "fields.rates = { type = \"record\", description = { ko = \"비율\", en = \"Rates\" }, fields.year = { type = \"text\" }, fields.lines = { type = \"record\", list = true, max = 4, fields.name = { type = \"text\", required = true, description = { ko = \"이름\", en = \"Name\" } }, fields.rate = { type = \"prose\", description = { ko = \"값\", en = \"Rate\" } } } }\n\
         fields.tally = { type = \"table\", description = { ko = \"집계\", en = \"Tally\" } }\n";
    let project = Project::with_manifest(manifest(text)).own_layout(|name, text| match name {
        "layout.toml" => text.replacen(image, &format!("{fields}{image}"), 1),
        "brief.typ" => {
            text.replacen("  sources: (),", "  sources: (), rates: none, tally: none,", 1)
        }
        _ => text,
    });
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let own = |path: &str| {
        format!(
            "[...document.querySelectorAll('#form .grid textarea')].find((at) => at.field?.path.join('.').endsWith('{path}'))"
        )
    };
    paste(&mut browser, &own("rates.lines.0.rate"), "text/plain", "2\n3\n");
    let text = text.replace("rate = \"1\" }", "rate = \"2\" }, { name = \"\", rate = \"3\" }");
    becomes(&project, &text);
    let add = "[...document.querySelectorAll('#form .grid button')].find((at) => at.textContent === '칸 더하기')";
    browser.eval(&format!("{add}.click()"));
    let text = text.replace("\"나\"]", "\"나\", \"칸 3\"]").replace("\"2\"]]", "\"2\", \"\"]]");
    becomes(&project, &text);
    browser.wait(&own("tally.header.2"));
}
