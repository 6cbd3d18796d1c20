//! Fields and links: what they show is kept, their codes are left out.

use super::build::{File, body, p, r, t};

fn begin(code: &str) -> String {
    r("<w:fldChar w:fldCharType='begin'/>") + &r(&format!("<w:instrText>{code}</w:instrText>"))
}

fn separate() -> String {
    r("<w:fldChar w:fldCharType='separate'/>")
}

fn end() -> String {
    r("<w:fldChar w:fldCharType='end'/>")
}

#[test]
fn what_a_field_shows_is_kept_and_its_code_left_out() {
    let text = p(&(t("표 ") + &begin(" SEQ 표 ") + &separate() + &t("1") + &end() + &t(" 제목")))
        + &p(&format!("<w:fldSimple w:instr='PAGE'>{}</w:fldSimple>", t("3")))
        + &p(&(t("가") + &begin("XE \"찾을 말\"") + &end()));
    let expected =
        ["표 {FieldCode: SEQ 표}1 제목", "{FieldCode: PAGE}3", "가{IndexMark: XE \"찾을 말\"}"];
    assert_eq!(body(&text), expected);
}

#[test]
fn a_footer_is_told_as_it_is_seen() {
    let page = p(&(begin(r" PAGE \* MERGEFORMAT ") + &separate() + &t("- 3 -") + &end()));
    let file = |footer: &str| File::new(&p(&t("글"))).part("footer", "w:ftr", footer);
    assert_eq!(file(&page).lines(), ["글", "{Footer: - 3 -}"]);
    // What shows nothing else is told by its code.
    let bare = p(&(begin("PAGE") + &end()));
    assert_eq!(file(&bare).lines(), ["글", "{Footer: PAGE}"]);
}

#[test]
fn a_field_in_the_code_of_another_is_part_of_it() {
    let inner = begin("MERGEFIELD 성") + &separate() + &t("김") + &end();
    let text = p(&(begin("IF ")
        + &inner
        + &r("<w:instrText> = 김 \"예\"</w:instrText>")
        + &separate()
        + &t("예")
        + &end()));
    assert_eq!(body(&text), ["{FieldCode: IF MERGEFIELD 성김 = 김 \"예\"}예"]);
}

#[test]
fn links_are_relationships_or_fields() {
    let text = p(&format!("<w:hyperlink r:id='a'>{}</w:hyperlink>", t("누리집")))
        + &p(&format!("<w:hyperlink r:id='a' w:anchor='b'>{}</w:hyperlink>", t("둘")))
        + &p(&(begin("HYPERLINK \"https://a.kr/?b=1\" \\o \"도움말\"")
            + &separate()
            + &t("글")
            + &end()))
        + &p(&format!("<w:hyperlink w:anchor='_Toc1'>{}</w:hyperlink>", t("차례")))
        + &p(&format!("<w:hyperlink w:anchor='절'>{}</w:hyperlink>", t("절")))
        + &p("<w:hyperlink r:id='a'/>");
    let expected = [
        "<https://a.kr>[누리집]",
        "<https://a.kr#b>[둘]",
        "<https://a.kr/?b=1>[글]",
        "차례",
        "{LinkLost: #절}절",
        "{LinkLost: https://a.kr}",
    ];
    assert_eq!(File::new(&text).names("a", "hyperlink", "https://a.kr").lines(), expected);
}

#[test]
fn a_link_goes_on_over_paragraphs_and_holds_no_other() {
    let text = p(&(begin("HYPERLINK https://a.kr") + &separate() + &t("가")))
        + &p(&(t("나") + &format!("<w:hyperlink r:id='b'>{}</w:hyperlink>", t("다"))))
        + &p(&end());
    let expected = ["<https://a.kr>[가]", "<https://a.kr>[나{LinkLost: https://b.kr}다]", ""];
    assert_eq!(File::new(&text).names("b", "hyperlink", "https://b.kr").lines(), expected);
}

#[test]
fn a_deleted_link_is_deleted_text() {
    let field = begin("HYPERLINK https://a.kr") + &separate() + &t("가") + &end();
    assert_eq!(
        body(&p(&format!("<w:del>{field}</w:del>"))),
        ["{Deleted: HYPERLINK https://a.kr}{Deleted: 가}"]
    );
}

#[test]
fn boxes_and_lists_of_forms_show_what_was_chosen() {
    let form = |within: &str| {
        r(&format!("<w:fldChar w:fldCharType='begin'><w:ffData>{within}</w:ffData></w:fldChar>"))
            + &end()
    };
    let list = "<w:ddList><w:result w:val='1'/><w:listEntry w:val='가'/><w:listEntry w:val='나'/></w:ddList>";
    let text =
        p(&(form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + &form(list)));
    assert_eq!(body(&text), ["{FormObject}☑{FormObject}나"]);
}

#[test]
fn signs_over_each_other_are_their_code() {
    assert_eq!(body(&p(&(begin("eq \\o\\ac(○,1)") + &end()))), ["{Equation}\\o\\ac(○,1)"]);
}
