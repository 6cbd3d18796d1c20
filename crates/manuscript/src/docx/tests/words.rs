//! Words: what is taken, what is left out and told, tracked changes, notes and comments.

use super::build::{File, body, element, p, r, styled, t};

fn note(kind: &str, id: u32, words: &str) -> String {
    let mark = format!("<w:{kind}Ref/>");
    format!("<w:{kind} w:id='{id}'>{}</w:{kind}>", p(&(r(&mark) + &t(words))))
}

fn mark(kind: &str, id: u32) -> String {
    r(&format!("<w:{kind}Reference w:id='{id}'/>"))
}

#[test]
fn letters_that_are_elements_are_letters() {
    let text = p(&r("<w:t>가</w:t><w:tab/><w:t>나</w:t><w:br/><w:t>다</w:t><w:cr/><w:t>1</w:t>\
        <w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t><w:ptab/>"));
    assert_eq!(body(&text), ["가→나⏎다⏎1-23→"]);
}

#[test]
fn blanks_at_the_ends_of_letters_count_if_it_is_said() {
    assert_eq!(body(&p(&(r("<w:t> 가 </w:t>") + &t(" 나\n다 ")))), ["가 나 다 "]);
}

#[test]
fn a_page_that_ends_between_words_is_a_line_break() {
    let page = r("<w:br w:type='page'/>");
    let text = p(&(page.clone() + &t("가") + &page + &t("나") + &page)) + &p(&page);
    assert_eq!(body(&text), ["가⏎나", ""]);
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let text = p(&format!(
        "{}<w:ins>{}</w:ins><w:del>{}</w:del><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>",
        t("가"),
        t("넣음"),
        r("<w:delText>뺌</w:delText><w:tab/>"),
        t("옛 자리"),
        t("새 자리"),
    ));
    let expected = "가{Inserted}넣음{Deleted: 뺌}{Deleted: \t}{Moved: 옛 자리}{Inserted}새 자리";
    assert_eq!(body(&text), [expected]);
}

#[test]
fn a_paragraph_whose_end_is_deleted_goes_on_with_the_next() {
    let deleted = "<w:rPr><w:del/></w:rPr>";
    let text = styled(deleted, "앞 ")
        + &styled("<w:outlineLvl w:val='0'/>", "뒤")
        + &p(&format!("<w:pPr>{deleted}</w:pPr><w:del>{}</w:del>", t("다 뺌")))
        + &p(&t("남음"))
        + &styled(deleted, "끝");
    assert_eq!(body(&text), ["h1  앞 뒤", "{Deleted: 다 뺌}남음", "끝"]);
}

#[test]
fn a_deleted_paragraph_is_not_counted() {
    let numbered = "<w:numPr><w:numId w:val='1'/></w:numPr>";
    let levels = "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>\
        <w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    let text = styled(numbered, "하나")
        + &styled(&format!("{numbered}<w:rPr><w:del/></w:rPr>"), "")
        + &styled(numbered, "둘");
    assert_eq!(File::new(&text).numbering(levels).lines(), ["item0 1. 하나", "item0 2. 둘"]);
}

#[test]
fn a_large_first_letter_belongs_to_its_paragraph() {
    assert_eq!(body(&(styled("<w:framePr w:dropCap='drop'/>", "한") + &p(&t("글날")))), ["한글날"]);
}

#[test]
fn hidden_text_is_left_out_and_told() {
    let styles = "<w:style w:type='character' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>";
    let hidden = |properties: &str| r(&format!("<w:rPr>{properties}</w:rPr><w:t>숨김</w:t>"));
    let text = p(&(t("가") + &hidden("<w:vanish/>") + &t("나") + &hidden("<w:rStyle w:val='h'/>")))
        + &p(&hidden("<w:vanish w:val='0'/><w:webHidden/>"));
    let expected = ["가{HiddenText: 숨김}나{HiddenText: 숨김}", "숨김"];
    assert_eq!(File::new(&text).styles(styles).lines(), expected);
}

#[test]
fn notes_stand_at_their_marks() {
    let notes = note("footnote", 2, " 둘째")
        + &note("footnote", 1, ") 첫째")
        + "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        + &note("footnote", 9, "표시 없음");
    let text = p(&(t("가") + &mark("footnote", 1) + &t("나") + &mark("footnote", 2)))
        + &p(&(mark("endnote", 1) + &t("다") + &mark("footnote", 1) + &mark("footnote", 77)));
    let file = File::new(&text).part("footnotes", "w:footnotes", &notes).part(
        "endnotes",
        "w:endnotes",
        &note("endnote", 1, "미주"),
    );
    let expected = [
        "가[^0]나[^1]",
        "[^2]다[^0]{NoteSign: }",
        "{Aside: 표시 없음}",
        "[^0]: {NoteSign: )}첫째",
        "[^1]: 둘째",
        "[^2]: 미주",
    ];
    assert_eq!(file.lines(), expected);
}

#[test]
fn a_sign_that_an_author_wrote_for_a_note_is_told() {
    let text = p(&(t("가")
        + &r("<w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>*</w:t>")
        + &t("나")));
    let notes = format!("<w:footnote w:id='1'>{}</w:footnote>", p(&(t("*") + &t(" 설명"))));
    let file = File::new(&text).part("footnotes", "w:footnotes", &notes);
    assert_eq!(file.lines(), ["가[^0]{NoteSign: *}나", "[^0]: {NoteSign: *}설명"]);
}

#[test]
fn a_deleted_mark_takes_its_note_with_it() {
    let text = p(&format!("{}<w:del>{}</w:del>", t("가"), mark("footnote", 1)));
    let file = File::new(&text).part("footnotes", "w:footnotes", &note("footnote", 1, "주"));
    assert_eq!(file.lines(), ["가{Deleted: 주}"]);
}

#[test]
fn comments_headers_and_footers_are_left_out_and_told() {
    let comments = format!("<w:comment w:id='0'>{}</w:comment>", p(&t("물음")));
    let more = format!("<w:comment w:id='1'>{}</w:comment>", p(&t("자리 없음")));
    let text = p(&("<w:commentRangeStart w:id='0'/>".to_string() + &t("글") + &mark("comment", 0)));
    let file = File::new(&text)
        .part("comments", "w:comments", &(comments + &more))
        .part("header", "w:hdr", &p(&t("머리말")))
        .part("footer", "w:ftr", &p(&t("꼬리말")));
    let expected = ["글{Memo: 물음}", "{Footer: 꼬리말}", "{Header: 머리말}", "{Memo: 자리 없음}"];
    assert_eq!(file.lines(), expected);
}

#[test]
fn controls_hold_text_but_not_what_they_ask_for() {
    let control = |prompt: &str, within: &str| {
        format!("<w:sdt><w:sdtPr>{prompt}</w:sdtPr><w:sdtContent>{within}</w:sdtContent></w:sdt>")
    };
    let asks = "<w:showingPlcHdr/>";
    let text = p(&(control("", &t("채움")) + &control(asks, &t("입력하세요"))))
        + &control("", &p(&t("문단")))
        + &control(asks, &p(&t("여기에 쓰세요")))
        + &p(&format!(
            "<w:smartTag>{}</w:smartTag><w:customXml>{}</w:customXml>",
            t("가"),
            t("나")
        ));
    let expected = ["채움{Prompt: 입력하세요}", "문단", "{Prompt: 여기에 쓰세요}", "가나"];
    assert_eq!(body(&text), expected);
}

#[test]
fn ruby_and_formulas_are_text_and_told() {
    let ruby = format!(
        "<w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>",
        t("한글"),
        t("韓㐎")
    );
    assert_eq!(body(&p(&(r(&ruby) + &t("은")))), ["{Gloss}韓㐎(한글)은"]);
    let x = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let formula = format!(
        "<m:oMath>{}<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f><m:rad><m:deg/><m:e>{}</m:e></m:rad>\
        <m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup><m:d><m:e>{}</m:e></m:d>\
        <m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{}</m:sub><m:sup/><m:e>{}</m:e></m:nary></m:oMath>",
        x("y="),
        x("a+b"),
        x("2"),
        x("c"),
        x("x"),
        x("2"),
        x("n"),
        x("i=1"),
        x("k")
    );
    let deleted =
        "<m:oMath><m:r><m:t>A</m:t></m:r><m:r><w:del><m:t>π</m:t></w:del></m:r></m:oMath>";
    assert_eq!(body(&p(deleted)), ["{Equation}A{Deleted: π}"]);
    assert_eq!(body(&p(&formula)), ["{Equation}y=(a+b)/2√cx^2(n)∑_(i=1) k"]);
}

#[test]
fn letters_of_fonts_of_signs_are_the_signs() {
    let text = p(&(r("<w:sym w:font='Wingdings' w:char='F0FE'/>")
        + &r("<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>à 가</w:t>")
        + &r("<w:sym w:font='Webdings' w:char='F032'/>")));
    assert_eq!(body(&text), ["{SymbolFont}☑{SymbolFont}→ 가\u{F032}"]);
}

#[test]
fn raised_letters_are_told() {
    let raised = r("<w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t>");
    assert_eq!(body(&p(&(t("10") + &raised + &t("m")))), ["10{Raised}2m"]);
}

#[test]
fn what_is_not_known_is_text_and_told() {
    let text = p(&(t("가") + "<w:new><w:t>나</w:t></w:new>"))
        + "<w:box><w:p><w:r><w:t>다</w:t></w:r></w:p></w:box>";
    assert_eq!(body(&text), ["가{UnknownControl}나", "{UnknownControl}다"]);
}

#[test]
fn elements_are_known_by_namespaces_of_both_forms() {
    let strict = element("w:document", &format!("<w:body>{}</w:body>", p(&t("글"))))
        .replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replace("w:", "x:")
        .replace("xmlns:w=", "xmlns:x=");
    let relations = "<Relationships><Relationship Id='a' Target='a/b.xml' \
        Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/></Relationships>";
    let parts = vec![
        ("_rels/.rels".to_string(), relations.into()),
        ("a/b.xml".to_string(), strict.into_bytes()),
    ];
    let read = crate::docx::read(&super::build::zipped(parts)).expect("it is read");
    assert_eq!(super::build::lines(&read), ["글"]);
}
