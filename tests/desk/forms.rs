//! The form in a real browser: what is written in its fields is in the file and on the page.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{becomes, button, control, opened, write, written};

const SAVED: &str = "document.getElementById('written').textContent === '저장했습니다'";

fn manifest() -> String {
    issue(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\nbody = '''\n- 첫 항목\n'''\n\
         sources = [\n  { publisher = \"가\", title = \"나\", date = 2024-03-21 }, # 확인\n]\n",
    )
}

#[test]
fn fields_of_every_kind_are_written_and_only_they() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let before = browser.eval("document.querySelector('#page-3 img').src");
    write(&mut browser, "title", " 하나");
    browser.wait(SAVED);
    let mut text = manifest().replace("이 글의 제목", "이 글의 제목 하나");
    becomes(&project, &text);
    browser.wait(&format!("document.querySelector('#page-3 img').src !== {before}"));
    browser.wait("document.querySelector('#entries a span').textContent === '이 글의 제목 하나'");
    // A list that is not there comes with its first letter, in its place.
    browser.click_on(&button("핵심 내용 더하기"));
    browser.wait("document.activeElement.field?.path.join('.').endsWith('key.0')");
    browser.eval("window.row = document.activeElement");
    browser.compose(&["ㅎ", "하", "핵"]);
    browser.compose(&["ㅅ", "시", "심"]);
    text = text.replace("하나\"\n", "하나\"\nkey = [\"핵심\"]\n");
    becomes(&project, &text);
    browser.wait(&format!("!{}.hidden", button("핵심 내용 더하기")));
    assert_eq!(browser.eval("document.activeElement === window.row && window.row.value"), "핵심");
    // Rows of tables.
    // Digits of a year make other years on the way: what is meant is written once it stands.
    let date = |value: &str, event: &str| {
        let at = control("sources.0.date");
        format!(
            "(() => {{ const at = {at}; at.value = '{value}'; at.dispatchEvent(new Event('input', {{ bubbles: true }})); at.dispatchEvent(new Event('{event}')); }})()"
        )
    };
    browser.eval(&date("0202-04-01", "change"));
    std::thread::sleep(std::time::Duration::from_millis(400));
    becomes(&project, &text);
    browser.eval(&date("2024-04-01", "blur"));
    text = text.replace("2024-03-21", "2024-04-01");
    becomes(&project, &text);
    browser.click_on(&button("출처 더하기"));
    browser.wait("document.activeElement.field?.path.join('.').endsWith('sources.1.publisher')");
    browser.write("다");
    text = text.replace("확인\n", "확인\n  { publisher = \"다\" },\n");
    becomes(&project, &text);
    browser.wait(&format!("{}.ariaInvalid !== 'true'", control("sources.1.title")));
    write(&mut browser, "sources.1.title", "라");
    text = text.replace("publisher = \"다\" }", "publisher = \"다\", title = \"라\" }");
    becomes(&project, &text);
    browser.wait(&format!("!{}.disabled", button("출처 2 위로")));
    browser.eval(&format!("{}.click()", button("출처 2 위로")));
    let (one, two) = (
        "  { publisher = \"가\", title = \"나\", date = 2024-04-01 }, # 확인\n",
        "  { publisher = \"다\", title = \"라\" },\n",
    );
    text = text.replace(&format!("{one}{two}"), &format!("{two}{one}"));
    becomes(&project, &text);
    browser.wait("document.activeElement.ariaLabel === '출처 1 아래로'");
    browser.eval(&format!("{}.click()", button("출처 1 지우기")));
    text = text.replace(two, "");
    becomes(&project, &text);
    // An optional text that is emptied goes.
    browser.eval("document.getElementById('number').click()");
    browser.wait(&control("colophon.phone"));
    write(&mut browser, "colophon.phone", "02-123");
    becomes(
        &project,
        &format!(
            "{}\n[colophon]\nphone = \"02-123\"\n",
            text.trim_end_matches('\n').to_string() + "\n"
        ),
    );
    browser.eval(&format!("{}.select()", control("colophon.phone")));
    browser.press("Backspace", 8);
    browser.wait("document.querySelectorAll('#findings .error').length === 0");
    let start = std::time::Instant::now();
    while written(&project).contains("phone") {
        assert!(start.elapsed().as_secs() < 60, "{}", written(&project));
    }
    browser.eval(&format!(
        "(() => {{ const at = {}; at.value = '6, 7'; at.dispatchEvent(new Event('change')); }})()",
        control("issue.month")
    ));
    browser.wait("document.getElementById('title').textContent.includes('6')");
    assert!(written(&project).contains("month = [6, 7]"), "{}", written(&project));
}

#[test]
fn what_is_found_stands_at_its_field() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    write(&mut browser, "body", "\n- 끝나지 않은[^a]");
    let body = control("body");
    browser.wait(&format!("{body}.ariaInvalid === 'true'"));
    browser.wait(&format!("document.getElementById({body}.getAttribute('aria-describedby')).textContent.includes('[^a]')"));
    // What is to be written stands apart by its looks, not between signs.
    let said = browser
        .eval("[...document.querySelectorAll('#form .told')].map((at) => at.textContent).join()");
    assert!(!said.as_str().unwrap().contains('`'), "{said}");
    write(&mut browser, "body", "\n\n[^a]: 주석");
    browser.wait(&format!(
        "{body}.ariaInvalid !== 'true' && !{body}.hasAttribute('aria-describedby')"
    ));
    browser.wait("/쪽의 \\d+%를 채웠습니다 · 좁히면 약 \\d+줄\\(\\d+자\\) 더 들어감/.test(document.getElementById('room').textContent)");
}

#[test]
fn a_form_that_was_read_while_a_field_was_saved_is_read_again() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.click_on(&button("출처 더하기"));
    browser.wait("document.activeElement.field?.path.join('.').endsWith('sources.1.publisher')");
    // The answer to the saving comes while a form that was asked for before it is still on its way.
    browser.eval(
        "(() => { const own = fetch; const late = (at) => new Promise((done) => setTimeout(done, at));
            window.fetch = async (at, how) => { const given = await own(at, how); const asked = how?.body && JSON.parse(how.body).ask;
                await late(asked === 'edit' ? 600 : asked === 'form' ? 1200 : 0); return given; }; })()",
    );
    browser.write("다");
    browser.wait(&format!(
        "!{}.disabled && !{}.hidden",
        button("출처 2 위로"),
        button("출처 더하기")
    ));
}

#[test]
fn a_conflict_in_a_field_is_shown_and_never_written_over() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let theirs = manifest().replace("이 글의 제목", "남의 제목");
    // The desk knows of the other text only once it is asked to write.
    browser.eval("window.realFetch = fetch; window.fetch = (at, how) => (how?.body?.includes?.('\"ask\":\"form\"') ? new Promise(() => {}) : window.realFetch(at, how))");
    std::fs::write(project.path("issue.toml"), &theirs).unwrap();
    write(&mut browser, "title", "!");
    browser.wait("!document.getElementById('conflict').hidden");
    assert_eq!(browser.eval("document.getElementById('other').textContent"), "남의 제목");
    assert_eq!(written(&project), theirs);
    browser.eval("window.fetch = window.realFetch; document.getElementById('mine').click()");
    becomes(&project, &manifest().replace("이 글의 제목", "이 글의 제목!"));
    browser.wait("document.getElementById('conflict').hidden");
}

#[test]
fn a_picture_is_chosen_and_copied_beside_the_manifest() {
    let picture = include_bytes!("../../images/talking-face.svg");
    let project = Project::with_manifest(manifest()).file("elsewhere/내 그림 (1).svg", picture);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.choose_file(
        "document.querySelector('#form input[type=file]')",
        &project.path("elsewhere/내 그림 (1).svg"),
    );
    let start = std::time::Instant::now();
    while !written(&project).contains("image = { file = \"images/내-그림-1.svg\" }") {
        assert!(start.elapsed().as_secs() < 60, "{}", written(&project));
    }
    assert_eq!(std::fs::read(project.path("images/내-그림-1.svg")).unwrap(), picture);
    browser.wait(&format!("document.activeElement === {}", control("image.alt")));
    browser.write("음성 엔진의 화면");
    browser.wait("document.getElementById('state').dataset.is === 'current' && document.querySelectorAll('#findings .error').length === 0");
}

#[test]
fn signs_are_put_around_what_is_chosen_and_pasted_text_is_cleaned() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let body = control("body");
    browser.eval(&format!("{body}.focus(); {body}.setSelectionRange(2, 3)"));
    browser.press_with(2, "b", 66);
    browser.wait(&format!("{body}.value === '- **첫** 항목\\n'"));
    browser.eval("document.execCommand('undo')");
    browser.wait(&format!("!{body}.value.includes('**')"));
    browser.eval(&format!("{body}.setSelectionRange(2, 2)"));
    browser.click_on("document.querySelector('#marking [data-act=subhead]')");
    browser.wait(&format!("{body}.value === '## 첫 항목\\n'"));
    browser.click_on("document.querySelector('#marking [data-act=note]')");
    browser.wait(&format!("{body}.value.endsWith('\\n\\n[^1]: ')"));
    let paste = |html: &str, text: &str| {
        format!(
            "(() => {{ const at = {body}; at.focus(); at.select(); const data = new DataTransfer();
                data.setData('text/html', {html:?}); data.setData('text/plain', {text:?});
                at.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
        )
    };
    browser.eval(&paste("<p>앞말</p><table><tr><th>구분</th><th>값</th></tr><tr><td>AI</td><td>38</td></tr></table>", "x"));
    browser.wait(&format!(
        "{body}.value === '앞말\\n\\n| 구분 | 값 |\\n|---|---|\\n| AI | 38 |\\n\\n'"
    ));
    browser.eval(&paste("", "□ 큰 항목\r\n ○ 작은\u{f0b7} 항목\r\n"));
    browser.wait(&format!("{body}.value.startsWith('## 큰 항목\\n- 작은')"));
    browser.wait("document.getElementById('written').textContent.length > 20");
    browser.eval("document.execCommand('undo')");
    browser.wait(&format!("{body}.value.startsWith('앞말')"));
}

#[test]
fn hangul_is_composed_through_live_updates() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let body = control("body");
    browser.eval(&format!("window.area = {body}; area.focus(); area.setSelectionRange(2, 2)"));
    for count in 0..12 {
        browser.compose(&["ㄱ", "가", "강"]);
        // What is set meanwhile comes while the next syllable is composed.
        let params = serde_json::json!({ "text": "ㄴ", "selectionStart": 1, "selectionEnd": 1 });
        browser.call("Input.imeSetComposition", params);
        std::thread::sleep(std::time::Duration::from_millis(if count % 3 == 0 { 150 } else { 10 }));
        browser.write("나");
    }
    let text = format!("- {}첫 항목\n", "강나".repeat(12));
    assert_eq!(browser.eval("area.value"), text.as_str());
    assert_eq!(
        browser.eval(&format!(
            "document.activeElement === area && {body} === area && area.selectionStart"
        )),
        26
    );
    becomes(&project, &manifest().replace("- 첫 항목\n", &text));
}

#[test]
fn nothing_can_be_changed_where_only_reading_is_allowed() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &["--read-only"], "title") else { return };
    assert_eq!(browser.eval("[...document.querySelectorAll('#form textarea, #form input')].every((at) => at.readOnly || at.disabled)"), true);
    let shown = "[...document.querySelectorAll('#order, #undo, #redo, #form .row-tools, #form .add, #form .drop')].filter((at) => at.offsetParent).length";
    assert_eq!(browser.eval(shown), 0);
}

/// Drags the row of a grip over another row: near its top, or its bottom.
fn drag_row(browser: &mut Browser, list: &str, from: usize, to: usize, below: bool) {
    let rows = format!(
        "[...document.querySelectorAll('#form [data-list]')].find((at) => at.dataset.list.endsWith('{list}]')).querySelectorAll('.rows > li')"
    );
    browser.eval(&format!(
        "(() => {{ const rows = {rows}; const data = new DataTransfer(); const box = rows[{to}].getBoundingClientRect();
            const y = {below} ? box.bottom - 2 : box.top + 2;
            const send = (at, name) => at.dispatchEvent(new DragEvent(name, {{ dataTransfer: data, bubbles: true, cancelable: true, clientX: box.left + 9, clientY: y }}));
            const grip = rows[{from}].querySelector('.grip');
            send(grip, 'dragstart'); send(rows[{to}], 'dragover'); send(rows[{to}], 'drop'); send(grip, 'dragend'); }})()"
    ));
}

#[test]
fn rows_are_dragged_to_their_places() {
    let text = manifest().replace(
        "title = \"이 글의 제목\"\n",
        "title = \"이 글의 제목\"\nkey = [\"가\", \"나\", \"다\"]\n",
    );
    let project = Project::with_manifest(text.clone());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    drag_row(&mut browser, "\"key\"", 0, 2, true);
    becomes(&project, &text.replace("[\"가\", \"나\", \"다\"]", "[\"나\", \"다\", \"가\"]"));
    browser.wait(&format!("{}.value === '가'", control("key.2")));
    drag_row(&mut browser, "\"key\"", 2, 1, false);
    becomes(&project, &text.replace("[\"가\", \"나\", \"다\"]", "[\"나\", \"가\", \"다\"]"));
}

#[test]
fn text_that_is_pasted_into_a_key_point_is_cleaned_too() {
    let text = manifest()
        .replace("title = \"이 글의 제목\"\n", "title = \"이 글의 제목\"\nkey = [\"가\"]\n");
    let project = Project::with_manifest(text.clone());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let key = control("key.0");
    browser.eval(&format!(
        "(() => {{ const at = {key}; at.focus(); at.select(); const data = new DataTransfer();
            data.setData('text/plain', '□ 첫 줄\\r\\n둘째 줄\\u00a0\\r\\n');
            at.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
    ));
    becomes(&project, &text.replace("[\"가\"]", "[\"첫 줄\", \"둘째 줄\"]"));
}

#[test]
fn the_number_has_forms_for_its_files_and_the_colours_of_its_sections() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.eval("document.getElementById('number').click()");
    browser.wait(&control("slug"));
    write(&mut browser, "slug", "dawn-7");
    let start = std::time::Instant::now();
    while !written(&project).starts_with("layout = \"spri-brief\"\nslug = \"dawn-7\"\n") {
        assert!(start.elapsed().as_secs() < 60, "{}", written(&project));
    }
    let section = "[...document.querySelectorAll('#form select')].find((at) => at.field?.path[0] === 'sections')";
    browser.wait(section);
    let colour = browser.eval(&format!("(() => {{ const at = {section}; at.value = at.options[1].value; at.dispatchEvent(new Event('change')); return at.value; }})()"));
    let start = std::time::Instant::now();
    while !written(&project).contains(&format!(" = {colour}\n")) {
        assert!(start.elapsed().as_secs() < 60, "{}", written(&project));
    }
    browser.wait("document.getElementById('state').dataset.is === 'current' && document.querySelectorAll('#findings .error').length === 0");
}

#[test]
fn the_list_of_entries_says_how_full_pages_are() {
    let project = Project::with_manifest(manifest());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.wait("/^\\d+%$/.test(document.querySelector('#entries a .fill')?.textContent)");
    browser.wait("document.querySelector('#entries a').title.includes('%')");
    // The button for pictures asks for a file, in a text that takes one.
    browser.eval("document.querySelector('#marking input').addEventListener('click', (event) => { event.preventDefault(); window.asked = true; })");
    browser.eval(&format!("{}.focus()", control("body")));
    browser.wait("!document.querySelector('#marking [data-act=picture]').hidden");
    browser.click_on("document.querySelector('#marking [data-act=picture]')");
    browser.wait("window.asked === true");
}

#[test]
fn what_was_done_to_fit_a_page_is_said_in_words() {
    let long = "- 기관이 밝힌 계획에 따라 다음 달부터 새 과제의 신청을 받는다\n".repeat(28);
    let project = Project::with_manifest(manifest().replace("- 첫 항목\n", &long));
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let said = browser.wait("/맞춤 \\d+\\/\\d+단계: 줄 간격 \\d+% 좁힘[^·]*/.exec(document.getElementById('room').textContent)?.[0].trim()");
    browser.wait(&format!("document.querySelector('#entries a').title.endsWith({said})"));
}

#[test]
fn a_row_is_moved_right_after_it_was_written_while_the_form_is_still_read() {
    let text = manifest().replace(
        "title = \"이 글의 제목\"\n",
        "title = \"이 글의 제목\"\nkey = [\"첫째\", \"둘째\"]\n",
    );
    let project = Project::with_manifest(text.clone());
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    // What the form is after the saving takes its time to come.
    browser.eval(
        "(() => { const own = fetch; window.fetch = async (at, how) => { const given = await own(at, how);
            if (how?.body && JSON.parse(how.body).ask === 'form') await new Promise((done) => setTimeout(done, 800)); return given; }; })()",
    );
    let before = browser.eval("document.querySelector('#page-3 img').src");
    write(&mut browser, "key.0", " 하나");
    becomes(&project, &text.replace("\"첫째\"", "\"첫째 하나\""));
    browser.wait(&format!("document.querySelector('#page-3 img').src !== {before}"));
    browser.eval(&format!("{}.click()", button("핵심 내용 1 아래로")));
    becomes(&project, &text.replace("[\"첫째\", \"둘째\"]", "[\"둘째\", \"첫째 하나\"]"));
}
