//! Texts that are pasted into fields, and lines and cells into lists of the form: a row each, in one step.

use crate::browser::Browser;
use crate::common::{Project, issue};
use crate::form::{becomes, control, opened};

fn manifest(lists: &str) -> String {
    issue(&format!(
        "[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"이 글의 제목\"\n{lists}body = '''\n- 첫 항목\n'''\n"
    ))
}

/// Pastes over what stands between two characters of a control.
fn paste(browser: &mut Browser, path: &str, range: (usize, usize), kind: &str, text: &str) {
    paste_all(browser, path, range, &[(kind, text)]);
}

/// The same with all kinds that a program offers.
fn paste_all(
    browser: &mut Browser,
    path: &str,
    (from, to): (usize, usize),
    kinds: &[(&str, &str)],
) {
    let (at, kinds) = (control(path), serde_json::to_string(kinds).unwrap());
    browser.wait(&at);
    browser.eval(&format!(
        "(() => {{ const at = {at}; at.focus(); at.setSelectionRange({from}, {to}); const data = new DataTransfer(); for (const one of {kinds}) data.setData(...one);
            at.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
    ));
}

fn says(browser: &mut Browser, text: &str) {
    browser.wait(&format!("document.getElementById('written').textContent.includes('{text}')"));
}

#[test]
fn lines_become_rows_without_their_signs_in_one_step() {
    let text = manifest("key = [\"앞뒤\", \"끝\"]\n");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let lines = "□ 하나\r\n  ○ 둘\u{a0}\r\n\r\n· 셋\r\n";
    paste(&mut browser, "key.0", (1, 1), "text/plain", lines);
    let pasted = text.replace("\"앞뒤\"", "\"앞하나\", \"둘\", \"셋뒤\"");
    becomes(&project, &pasted);
    says(&mut browser, "3줄을 넣었습니다");
    browser.wait(&format!("document.activeElement === {}", control("key.2")));
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{} === undefined", control("key.2")));
    // There is room for five; what has none is told.
    paste(
        &mut browser,
        "key.1",
        (0, 1),
        "text/html",
        "<ul><li>가</li><li>나</li><li>다</li><li>라</li><li>마</li></ul>",
    );
    becomes(&project, &text.replace("\"끝\"", "\"가\", \"나\", \"다\", \"라\""));
    says(&mut browser, "넣지 않은 것: 마");
}

#[test]
fn a_table_comes_on_lines_of_its_own() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let table = "| 가 | 나 |\n|---|---|\n| 1 | 2 |";
    let body = |body: &str| text.replace("- 첫 항목", body);
    paste(&mut browser, "body", (6, 6), "text/plain", "가\t나\r\n1\t2");
    // What is written on below it is no row of it.
    becomes(&project, &body(&format!("- 첫 항목\n\n{table}\n\n")));
    browser.write("이어서");
    becomes(&project, &body(&format!("- 첫 항목\n\n{table}\n\n이어서")));
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &body(&format!("- 첫 항목\n\n{table}\n\n")));
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{}.value === '- 첫 항목\\n'", control("body")));
    paste(&mut browser, "body", (3, 3), "text/plain", "가\t나\r\n1\t2");
    becomes(&project, &body(&format!("- 첫\n\n{table}\n\n 항목")));
}

#[test]
fn what_is_typed_before_a_paste_is_there_stands_behind_it() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.eval("window.own = fetch; window.fetch = async (at, how) => { if (String(how?.body).includes('clean')) await late; return own(at, how); }; window.late = new Promise((done) => (window.go = done)); 0");
    paste(&mut browser, "body", (3, 3), "text/plain", "붙인 글");
    browser.write("쓴 글");
    browser.wait(&format!("{}.value === '- 첫쓴 글 항목\\n'", control("body")));
    browser.eval("go()");
    becomes(&project, &text.replace("- 첫 항목", "- 첫붙인 글쓴 글 항목"));
    browser.write("!");
    becomes(&project, &text.replace("- 첫 항목", "- 첫붙인 글쓴 글! 항목"));
}

#[test]
fn a_note_below_what_is_pasted_stays_a_note() {
    let text = manifest("").replace("- 첫 항목", "- 첫 항목[^1]\n\n[^1]: 주석");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    paste(&mut browser, "body", (0, 12), "text/plain", "- 다른 글[^1]");
    becomes(&project, &text.replace("- 첫 항목[^1]\n\n", "- 다른 글[^1]\n\n"));
}

#[test]
fn what_comes_in_far_below_is_brought_into_sight() {
    let text = manifest("").replace("- 첫 항목", &"- 항목\n".repeat(22));
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let end = "- 항목\n".repeat(22).chars().count();
    paste(&mut browser, "body", (end, end), "text/plain", "- 붙인 항목");
    let body = control("body");
    let below = format!(
        "{body}.scrollTop > 0 && {body}.scrollTop + {body}.clientHeight > {body}.scrollHeight - 60"
    );
    browser.wait(&below);
    browser.eval(&format!("{body}.setSelectionRange(3, 3), {body}.scrollTop = 0"));
    browser.click_on("document.querySelector('#marking [data-act=note]')");
    browser.wait(&below);
}

#[test]
fn what_is_typed_right_after_a_paste_is_taken_back_by_itself() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let body = |body: &str| text.replace("- 첫 항목", body);
    paste(&mut browser, "body", (6, 6), "text/plain", " 나");
    becomes(&project, &body("- 첫 항목 나"));
    browser.write("다");
    becomes(&project, &body("- 첫 항목 나다"));
    for left in ["- 첫 항목 나", "- 첫 항목"] {
        browser.eval("document.getElementById('undo').click()");
        becomes(&project, &body(left));
    }
}

#[test]
fn what_leads_into_its_own_document_leads_nowhere_here() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let origin = browser.eval("location.origin").as_str().unwrap().to_string();
    for at in ["#_ftn1".to_string(), format!("{origin}/#_ftn1")] {
        let html = format!("<p>글<a href=\"{at}\">하나</a></p>");
        paste(&mut browser, "body", (2, 6), "text/html", &html);
        becomes(&project, &text.replace("첫 항목", "글하나"));
        browser.eval("document.getElementById('undo').click()");
        becomes(&project, &text);
        browser.wait(&format!("{}.value === '- 첫 항목\\n'", control("body")));
    }
}

#[test]
fn lines_fill_a_list_that_is_not_there_yet() {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    browser.eval("[...document.querySelectorAll('#form .add')].find((at) => at.textContent === '핵심 내용 더하기').click()");
    paste(&mut browser, "key.0", (0, 0), "text/plain", "- 가\n- 나\n");
    becomes(&project, &manifest("key = [\"가\", \"나\"]\n"));
    browser.wait("document.querySelectorAll('#form textarea').length > 3");
    assert_eq!(browser.eval(&format!("{} === undefined", control("key.2"))), true);
}

#[test]
fn cells_fill_rows_and_fields_in_their_order() {
    let text = manifest("sources = [\n  { publisher = \"가\", title = \"나\" }, # 확인\n]\n");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let cells = "자료 하나\t2024. 3. 21.\thttps://a.kr\r\n자료 둘\t미정\t\r\n";
    paste(&mut browser, "sources.0.title", (0, 1), "text/plain", cells);
    let first = "  { publisher = \"가\", title = \"자료 하나\", date = 2024-03-21, url = \"https://a.kr\" }, # 확인\n";
    let pasted = text.replace(
        "  { publisher = \"가\", title = \"나\" }, # 확인\n",
        &format!("{first}  {{ title = \"자료 둘\" }},\n"),
    );
    becomes(&project, &pasted);
    says(&mut browser, "넣지 않은 것: 미정");
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{} === undefined", control("sources.1.title")));
    // Heads of their own say which field is meant.
    let headed = "<table><tr><th>자료 제목</th><th>발행처</th></tr><tr><td>○ 라</td><td>다</td></tr></table>";
    paste(&mut browser, "sources.0.publisher", (0, 0), "text/html", headed);
    becomes(
        &project,
        &text.replace("publisher = \"가\", title = \"나\"", "publisher = \"다\", title = \"라\""),
    );
}

#[test]
fn lines_pasted_into_a_record_stand_between_those_that_are_there() {
    let text = manifest(
        "sources = [\n  { publisher = \"가\", title = \"나\" },\n  { publisher = \"다\", title = \"라\" },\n]\n",
    );
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    paste(&mut browser, "sources.0.title", (1, 1), "text/plain", "무\n- 둘\n- 셋\n");
    let more = "title = \"나무\" },\n  { title = \"둘\" },\n  { title = \"셋\" },\n";
    becomes(&project, &text.replace("title = \"나\" },\n", more));
}

/// Pastes a text over the body of an entry, and says what becomes of it.
fn pastes(kinds: &[(&str, &str)], body: &str, told: &str, is_wrong: bool) {
    let text = manifest("");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    paste_all(&mut browser, "body", (0, 6), kinds);
    becomes(&project, &text.replace("- 첫 항목", body));
    says(&mut browser, told);
    let wrong = browser.eval("document.getElementById('written').classList.contains('wrong')");
    assert_eq!(wrong, is_wrong);
}

/// An item as Word puts it on the clipboard.
fn of_word(level: usize, sign: &str, words: &str) -> String {
    format!(
        "<p class=MsoListParagraph style='margin-left:40.0pt;text-indent:-20.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings;mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>{words}<span lang=EN-US><o:p></o:p></span></p>\r\n"
    )
}

#[test]
fn a_list_of_word_has_the_levels_of_its_html() {
    let html = format!(
        "<html><head><style>p.MsoListParagraph {{ mso-style-priority: 34; }}</style></head><body><!--StartFragment--><h1>계획<o:p></o:p></h1>\r\n<p class=MsoNormal>머리말은 <b style='mso-bidi-font-weight:normal'>굵고</b> <a\r\nhref=\"https://a.kr/b\">여기</a>에 있다.<o:p></o:p></p>\r\n{}{}{}<p class=MsoNormal>끝말은 짧다.</p><!--EndFragment--></body></html>",
        of_word(1, "l", "첫\r\n항목"),
        of_word(2, "n", "둘째"),
        of_word(1, "l", "셋째")
    );
    let plain = "계획\r\n머리말은 굵고 여기에 있다.\r\nl\t첫 항목\r\nn\t둘째\r\nl\t셋째\r\n끝말은 짧다.\r\n";
    let body = "## 계획\n머리말은 **굵고** [여기](https://a.kr/b)에 있다.\n- 첫 항목\n  - 둘째\n- 셋째\n\n끝말은 짧다.";
    let told = "글머리표 3줄을 소제목과 글머리 항목으로";
    pastes(&[("text/html", &html), ("text/plain", plain)], body, told, false);
}

#[test]
fn a_list_of_word_fills_rows_without_its_signs() {
    let text = manifest("key = [\"앞\"]\n");
    let project = Project::with_manifest(&text);
    let Some((_desk, mut browser)) = opened(&project, &[], "title") else { return };
    let html = format!("{}{}", of_word(1, "l", "하나"), of_word(2, "n", "둘"));
    let kinds = [("text/html", html.as_str()), ("text/plain", "l\t하나\r\nn\t둘\r\n")];
    paste_all(&mut browser, "key.0", (0, 1), &kinds);
    becomes(&project, &text.replace("\"앞\"", "\"하나\", \"둘\""));
    browser.eval("document.getElementById('undo').click()");
    becomes(&project, &text);
    browser.wait(&format!("{} === undefined", control("key.1")));
    // What rows do not keep is told, and what was done is not told as wrong for it.
    let html = "<ul><li>가 <a href='https://a.kr'>나</a></li><li>다</li></ul>";
    paste(&mut browser, "key.0", (0, 1), "text/html", html);
    becomes(&project, &text.replace("\"앞\"", "\"가 나\", \"다\""));
    says(&mut browser, "옮기지 못한 굵게와 링크: https://a.kr");
    let wrong = browser.eval("document.getElementById('written').classList.contains('wrong')");
    assert_eq!(wrong, false);
}

#[test]
fn signs_of_word_are_levels_without_its_html_too() {
    let plain = "l\t첫 항목\r\nn\t둘째 `코드`\r\nl\t셋째\r\n";
    let body = "- 첫 항목\n  - 둘째 `코드`\n- 셋째\n";
    // What is left does not make wrong what was done.
    pastes(&[("text/plain", plain)], body, "고치지 않은 것", false);
}

#[test]
fn bold_words_and_links_come_with_the_signs_of_the_plain_text() {
    let html = "<HTML><BODY><P CLASS=HStyle0 STYLE='line-height:160%;'><SPAN STYLE='font-size:13.0pt;font-weight:bold;line-height:160%'>배경</SPAN></P>\r\n<P CLASS=HStyle0><SPAN STYLE='font-family:\"바탕\"'>새 법은 </SPAN><SPAN STYLE='font-weight:bold'>2026년</SPAN><SPAN>에 선다. </SPAN><A HREF='https://a.kr'>전문</A></P></BODY></HTML>";
    let plain = "□ 배경\r\n ○ 새 법은 2026년에 선다. 전문\r\n";
    let body = "## 배경\n- 새 법은 **2026년**에 선다. [전문](https://a.kr)\n";
    pastes(&[("text/html", html), ("text/plain", plain)], body, "글머리표 2줄을", false);
}

#[test]
fn a_web_page_keeps_headings_links_and_the_levels_of_its_lists() {
    let html = "<h3>제목</h3><p>첫 <strong>문단</strong>이다.</p><p>둘째 <a href='/own'>문단</a>이다.</p><ul><li><p>하나</p></li><ul><li><p><a href='https://a.kr/'>https://a.kr</a></p></li></ul><li>둘</li></ul><p>끝이다.</p>";
    let plain = "제목\n첫 문단이다.\n\n둘째 문단이다.\n\n하나\n\nhttps://a.kr\n둘\n끝이다.";
    let body =
        "## 제목\n첫 **문단**이다.\n\n둘째 문단이다.\n- 하나\n  - https://a.kr\n- 둘\n\n끝이다.";
    pastes(&[("text/html", html), ("text/plain", plain)], body, "", false);
}

#[test]
fn a_document_that_is_all_bold_is_plain() {
    let html = "<b style='font-weight:normal' id='docs-internal-guid-1'><p><span style='font-weight:700'>한 줄이다.</span></p><p><span style='font-weight:700'>두 줄이다.</span></p></b>";
    let plain = "한 줄이다.\n\n두 줄이다.";
    let told = "모든 글이 굵어서";
    pastes(&[("text/html", html), ("text/plain", plain)], plain, told, false);
}
