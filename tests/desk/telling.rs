//! How what was found is told: in sight when it is new, in words for who sees fields, with the buttons that are there.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::common::{HEAD, Project, brief, entry, issue};
use crate::form::{becomes, control, written};
use crate::running::{Running, codes};

fn house(text: &str) -> String {
    text.replace(HEAD, &HEAD.replace("\"off\"", "\"house\""))
}

/// A number with more warnings than have room.
fn warned() -> String {
    let entries: String = (0..12)
        .map(|n| {
            let (words, name) = ("용어".repeat(n + 1), char::from(b'A' + n as u8));
            format!(
                "{}body = '''\n- {words} {words}, {name}lpha 자료\n'''\n",
                entry(&format!("{n}째 글"))
            )
        })
        .collect();
    house(&issue(&entries))
}

fn resized(browser: &mut Browser, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser.call("Emulation.setDeviceMetricsOverride", size);
    browser.wait(&format!("innerWidth === {width}"));
}

fn opened(project: &Project) -> Option<(Running, Browser)> {
    let desk = Running::start(project, &[]);
    let mut browser = Browser::open(&desk.address())?;
    browser.wait("document.querySelector('#entries a') && document.querySelectorAll('#findings > li').length");
    Some((desk, browser))
}

#[test]
fn a_new_error_is_seen_and_said_at_the_head_while_the_writing_goes_on() {
    let project = Project::with_manifest(warned());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval("document.querySelector('#entries a').click()");
    browser.wait("document.querySelector('#form .blocks textarea')");
    let body = "document.querySelector('#form .blocks textarea')";
    browser.eval(&format!("{body}.focus(); {body}.selectionStart = {body}.selectionEnd = {body}.value.trimEnd().length;"));
    let list = "document.getElementById('findings').closest('section')";
    browser.eval(&format!("{list}.scrollTop = 1e6"));
    let top = format!("Math.round({body}.getBoundingClientRect().top)");
    let stood = browser.eval(&top);
    browser.write("[^없음]");
    let seen = format!(
        "(() => {{ const card = document.querySelector('#findings .error'); if (!card) return false;
            const [view, box] = [{list}.getBoundingClientRect(), card.getBoundingClientRect()];
            return box.top >= view.top && box.top < view.bottom - 40; }})()"
    );
    browser.wait(&seen);
    assert_eq!(browser.eval(&format!("document.activeElement === {body}")), true);
    assert_eq!(browser.eval(&top), stood);
    let head = "document.getElementById('state').textContent";
    browser.wait(&format!("{head}.startsWith('오류 1: ') && {head}.includes('없음')"));
    // What was known before moves nothing.
    browser.eval(&format!("{list}.scrollTop = 1e6"));
    let there = browser.eval(&format!("{list}.scrollTop"));
    browser.write("다");
    browser.wait("document.getElementById('findings').textContent.includes('[^없음]')");
    becomes(&project, &warned().replacen("lpha 자료", "lpha 자료[^없음]다", 1));
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(browser.eval(&format!("{list}.scrollTop")), there);
}

#[test]
fn an_error_under_a_field_moves_no_field_beside_it() {
    let project = Project::with_manifest(brief("제목", "- 글"));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval("document.getElementById('number').click()");
    let (year, month) = (control("issue.year"), control("issue.month"));
    browser.wait(&month);
    let tops = format!("[{year}, {month}].map((at) => at.getBoundingClientRect().top)");
    let before = browser.eval(&tops);
    assert_eq!(before[0], before[1]);
    browser.eval(&format!(
        "(() => {{ const at = {month}; at.value = '십삼'; at.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    ));
    browser.wait(&format!("{month}.told.textContent !== ''"));
    assert_eq!(browser.eval(&tops), before);
}

#[test]
fn only_buttons_that_are_there_are_named() {
    let project = Project::with_manifest(house(&brief("제목", "- 몇일 뒤\n- 몇일 앞")));
    let Some((_desk, mut browser)) = opened(&project) else { return };
    browser.eval("document.querySelector('#entries a').click()");
    let told = "document.querySelector('#form .blocks textarea')?.told.textContent";
    browser.wait(&format!("{told}?.includes('며칠')"));
    // Of what is said twice it is said how often.
    assert_eq!(browser.eval(&format!("{told}.match(/바른 표기/g).length")), 1);
    assert_eq!(browser.eval(&format!("{told}.includes('(2곳)')")), true);
    assert_eq!(browser.eval(&format!("/고치기|넘어가기/.test({told})")), false);
    let card = "[...document.querySelectorAll('#findings > li')].find((at) => at.textContent.includes('W1701'))";
    let help = format!("{card}.querySelector('.help').textContent");
    assert_eq!(
        browser.eval(&format!("{help}.includes('‘고치기’') && {help}.includes('‘넘어가기’')")),
        true
    );
    let desk = Running::start(&project, &["--read-only"]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait(card);
    assert_eq!(browser.eval(&format!("/고치기|넘어가기/.test({card}.textContent)")), false);
}

#[test]
fn equal_findings_are_mended_at_once_and_taken_back_at_once() {
    let text = house(&brief("제목", "- 몇일 뒤\n- 몇일 앞"));
    let other = format!("{}body = {{ file = \"a.md\" }}\n", entry("둘째 글"));
    let project = Project::with_manifest(format!("{text}\n{other}")).file("a.md", "- 몇일 전\n");
    let before = written(&project);
    let Some((desk, mut browser)) = opened(&project) else { return };
    let card = "[...document.querySelectorAll('#findings > li')].find((at) => at.textContent.includes('W1701'))";
    let all = format!("{card}?.querySelector(':scope > .mend')");
    browser.wait(&format!("{all}?.textContent === '3곳 모두 고치기'"));
    browser.click_on(&all);
    becomes(&project, &before.replace("몇일", "며칠"));
    browser.wait(&format!("!{card}"));
    assert_eq!(std::fs::read_to_string(project.path("a.md")).unwrap(), "- 며칠 전\n");
    for (back, file) in [(true, "- 몇일 전\n"), (false, "- 며칠 전\n")] {
        assert_eq!(desk.question(&json!({ "ask": "turn", "back": back }))["saved"], true);
        let now = if back { before.clone() } else { before.replace("몇일", "며칠") };
        becomes(&project, &now);
        assert_eq!(std::fs::read_to_string(project.path("a.md")).unwrap(), file);
    }
}

#[test]
fn buttons_name_what_they_do_and_no_two_boxes_are_called_alike() {
    let print =
        "\n[print]\ninks = [\"K\", \"금색\"]\n[print.spots.\"금색\"]\ncmyk = [0, 20, 80, 10]\n";
    let project = Project::with_manifest(format!("{}{print}", brief("제목", "- 글")));
    let desk = Running::start(&project, &[]);
    let Some(mut browser) = Browser::open(&desk.address()) else { return };
    browser.wait("document.querySelector('#entries a')");
    browser.eval("document.getElementById('number').click()");
    browser.wait(&control("cmyk.3"));
    let said = browser.eval("[...document.querySelectorAll('#form button')].map((at) => at.textContent + (at.ariaLabel ?? '')).filter((says) => /[.:]/.test(says))");
    assert_eq!(said, json!([]));
    let names: Vec<Value> = (0..4)
        .map(|n| {
            browser.eval(&format!(
                "{}.labels[0].querySelector('.name').firstChild.data",
                control(&format!("cmyk.{n}"))
            ))
        })
        .collect();
    assert_eq!(names, ["C (%)", "M (%)", "Y (%)", "K (%)"]);
}

#[test]
fn a_chart_without_numbers_is_told_what_there_is() {
    let chart = |inner: &str| {
        let chart = format!("chart = {{ kind = \"lines\", alt = \"선\"{inner} }}\nbody = ");
        brief("제목", "- 글").replace("body = ", &chart)
    };
    let labels = ", labels = [\"갑\", \"을\"]";
    for (inner, says, way) in [
        ("", "차트에 그릴 값이 없습니다", "‘항목 더하기’"),
        (labels, "계열이 없습니다", "‘계열 더하기’"),
        (
            ", series = [{ name = \"가\", values = [1, 2] }]",
            "항목의 이름이 없습니다",
            "‘항목 더하기’",
        ),
        (
            format!("{labels}, series = [{{ name = \"가\" }}]").as_str(),
            "계열에 값이 없습니다",
            "칸마다",
        ),
        (
            format!("{labels}, series = [{{ values = [1, 2] }}]").as_str(),
            "계열에 이름이 없습니다",
            "맨 위 칸",
        ),
    ] {
        let project = Project::with_manifest(chart(inner));
        let desk = Running::start(&project, &[]);
        let news = desk.tab().news();
        assert_eq!(codes(&news), ["E0203"], "{inner}");
        let told = |key: &str| news["findings"][0][key].as_str().unwrap().to_string();
        assert!(told("message").contains(says), "{}", told("message"));
        assert!(told("help").contains(way), "{}", told("help"));
    }
}

#[test]
fn a_text_that_is_called_a_document_is_asked_about() {
    let project = Project::with_manifest(brief("제목", "- 글"));
    let desk = Running::start(&project, &[]);
    let mut tab = desk.tab();
    tab.news();
    desk.ask("POST", "/manuscripts/%5B%5D/a.docx", "새 글\n\n새 본문이 있다.\n");
    let asked = tab.news_with(|news| news["findings"].to_string().contains("question"));
    assert!(asked["findings"].to_string().contains(".docx로 끝나는데"), "{}", asked["findings"]);
}

#[test]
fn a_narrow_window_keeps_its_head_and_leads_to_all_parts() {
    let project = Project::with_manifest(warned());
    let Some((_desk, mut browser)) = opened(&project) else { return };
    let shown = |at: &str| {
        format!("document.querySelector('{at}').checkVisibility({{ visibilityProperty: true }})")
    };
    let is_shown = |browser: &mut Browser, at: &str| browser.eval(&shown(at)) == true;
    resized(&mut browser, 900, 700);
    let frame = "(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight])(document.documentElement)";
    assert_eq!(browser.eval(frame), json!([900, 700]));
    assert!(is_shown(&mut browser, "#pages") && is_shown(&mut browser, "#text"));
    assert!(!is_shown(&mut browser, "#entries") && is_shown(&mut browser, "#findings"));
    browser.click_on("document.querySelector('#panes [data-pane=nav]')");
    browser.wait(&shown("#entries"));
    assert!(!is_shown(&mut browser, "#pages"));
    // What is chosen opens beside the pages.
    browser.click_on("document.querySelectorAll('#entries a')[1]");
    browser.wait(&format!(
        "{} && document.getElementById('of').textContent === '1째 글'",
        shown("#pages")
    ));
    assert_eq!(browser.eval("document.querySelector('header').getBoundingClientRect().top"), 0);
    // 400 % of a window of 1280 pixels: one part at a time, and the tabs stay.
    resized(&mut browser, 320, 256);
    for (pane, at) in
        [("nav", "#entries"), ("pages", "#pages"), ("findings", "#findings"), ("text", "#of")]
    {
        browser.click_on(&format!("document.querySelector('#panes [data-pane={pane}]')"));
        browser.wait(&shown(at));
        let others = ["#entries", "#pages", "#findings", "#of"];
        let seen: Vec<&str> =
            others.into_iter().filter(|other| is_shown(&mut browser, other)).collect();
        assert_eq!(seen, [at]);
        let tabs = "document.getElementById('panes').getBoundingClientRect().top";
        assert!(browser.eval(tabs).as_f64().unwrap() >= 0.0);
    }
    assert_eq!(browser.eval("document.documentElement.scrollWidth <= 320"), true);
    // The first error is said at the head, and their number at the tab.
    std::fs::write(project.path("issue.toml"), warned().replacen("Alpha", "[^없음]", 1)).unwrap();
    browser.wait("document.querySelector('#panes .wrong')?.textContent.startsWith('찾은 것')");
}
