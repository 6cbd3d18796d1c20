//! Words of paragraphs: letters that are elements, fields, notes, tracked changes, what is left out.

use super::build::{File, body, lines, p, t};

fn deleted(before: &str, end: &str) -> String {
    t(&format!("{before}<hp:deleteBegin Id='1'/>지운 글<hp:deleteEnd Id='1' paraend='{end}'/>"))
}

fn link(command: &str, words: &str) -> String {
    format!(
        "<hp:ctrl><hp:fieldBegin id='1' type='HYPERLINK'><hp:parameters>\
         <hp:stringParam name='Command'>{command}</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>\
         <hp:t>{words}</hp:t>"
    )
}

const END: &str = "<hp:ctrl><hp:fieldEnd beginIDRef='1'/></hp:ctrl>";

#[test]
fn letters_that_are_elements_stand_at_their_place() {
    let found =
        t("가<hp:nbSpace/>나<hp:fwSpace/>다<hp:hypen/>라<hp:tab width='1'/>마<hp:lineBreak/>바");
    assert_eq!(body(&found), ["가\u{a0}나 다-라→마⏎바"]);
}

#[test]
fn marks_without_words_leave_no_trace() {
    let found =
        t("<hp:titleMark ignore='1'/>가<hp:markpenBegin color='#FFFF00'/>나<hp:markpenEnd/>다");
    assert_eq!(body(&found), ["가나다"]);
}

#[test]
fn private_letters_are_as_the_file_has_them() {
    assert_eq!(body(&t("\u{f53a}글 \u{f06c}")), ["\u{f53a}글 \u{f06c}"]);
}

#[test]
fn letters_look_as_their_run_does() {
    let looks = "<hh:charProperties><hh:charPr id='0' height='1000'/>\
        <hh:charPr id='1' height='1500'><hh:bold/></hh:charPr>\
        <hh:charPr id='2' height='1000'><hh:italic/></hh:charPr></hh:charProperties>";
    let section = "<hp:p><hp:run charPrIDRef='0'><hp:t>가</hp:t></hp:run>\
        <hp:run charPrIDRef='0'><hp:t>나</hp:t></hp:run>\
        <hp:run charPrIDRef='1'><hp:t>다라마바</hp:t></hp:run>\
        <hp:run charPrIDRef='2'><hp:t>사</hp:t></hp:run></hp:p>";
    let read = File::new().header(looks).section(section).read();
    assert_eq!(lines(&read), ["가나**다라마바**_사_"]);
    let crate::office::Piece::Paragraph(paragraph) = &read.pieces[0] else { panic!("a paragraph") };
    assert!((paragraph.size - 15.0).abs() < 1e-9);
}

#[test]
fn a_link_has_its_address() {
    let found = p(&(link(r"http\://a.kr/?a=1\;2;1;0;0;", "여기") + END + "<hp:t> 끝</hp:t>"));
    assert_eq!(body(&found), ["<http://a.kr/?a=1;2>[여기] 끝"]);
}

#[test]
fn a_link_into_the_file_is_told() {
    let found = p(&(link("?책갈피;0;0;0;", "여기") + END));
    assert_eq!(body(&found), ["{FieldCode: ?책갈피;0;0;0;}여기"]);
}

#[test]
fn a_link_goes_on_over_paragraphs_to_its_end() {
    let end = p(&format!("<hp:t>둘</hp:t>{END}<hp:t>셋</hp:t>"));
    let found = p(&link("http://a.kr;1;0;0;", "하나")) + &end + &t("넷");
    assert_eq!(body(&found), ["<http://a.kr>[하나]", "<http://a.kr>[둘]셋", "넷"]);
    let endless = p(&link("http://a.kr;1;0;0;", "하나")) + &t("둘");
    assert_eq!(body(&endless), ["<http://a.kr>[하나]", "둘"]);
}

#[test]
fn what_a_place_to_fill_in_asks_for_is_left_out() {
    let field = |words: &str| {
        p(&format!(
            "<hp:ctrl><hp:fieldBegin id='7' type='CLICK_HERE'><hp:parameters>\
             <hp:stringParam name='Direction'>이름을 쓰세요</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>\
             <hp:t>{words}</hp:t><hp:ctrl><hp:fieldEnd beginIDRef='7'/></hp:ctrl>"
        ))
    };
    let found = field("이름을 쓰세요") + &field("홍길동");
    assert_eq!(body(&found), ["{Prompt: 이름을 쓰세요}", "홍길동"]);
}

#[test]
fn memos_comments_and_marks_are_left_out_with_their_words() {
    let memo = format!(
        "<hp:t>가</hp:t><hp:ctrl><hp:fieldBegin id='3' type='MEMO'><hp:parameters/><hp:subList>{}</hp:subList>\
         </hp:fieldBegin></hp:ctrl><hp:t>나</hp:t>",
        t("메모 글")
    );
    let comment = format!(
        "<hp:ctrl><hp:hiddenComment><hp:subList>{}</hp:subList></hp:hiddenComment></hp:ctrl>",
        t("숨은 글")
    );
    let index = "<hp:ctrl><hp:indexmark><hp:firstKey>첫째</hp:firstKey><hp:secondKey>둘째</hp:secondKey></hp:indexmark></hp:ctrl>";
    let named = "<hp:ctrl><hp:bookmark name='자리'/></hp:ctrl>";
    let found = p(&memo) + &p(&(comment + index + named + "<hp:t>끝</hp:t>"));
    assert_eq!(
        body(&found),
        ["가{Memo: 메모 글}나", "{HiddenComment: 숨은 글}{IndexMark: 첫째 둘째}{Bookmark: 자리}끝"]
    );
}

#[test]
fn headers_and_footers_are_left_out_with_their_words() {
    let list = |name: &str, words: &str| {
        format!("<hp:ctrl><hp:{name}><hp:subList>{}</hp:subList></hp:{name}></hp:ctrl>", t(words))
    };
    let found = p(&(list("header", "위") + &list("footer", "아래") + "<hp:t>글</hp:t>"));
    assert_eq!(body(&found), ["{Header: 위}{Footer: 아래}글"]);
}

#[test]
fn notes_stand_at_their_marks() {
    let note = |name: &str, words: &str| {
        let number = "<hp:ctrl><hp:autoNum num='1' numType='FOOTNOTE'><hp:autoNumFormat type='DIGIT' suffixChar=')'/></hp:autoNum></hp:ctrl>";
        format!(
            "<hp:ctrl><hp:{name}><hp:subList>{}</hp:subList></hp:{name}></hp:ctrl>",
            p(&format!("{number}<hp:t>{words}</hp:t>"))
        )
    };
    let found = p(&("<hp:t>가</hp:t>".to_string()
        + &note("footNote", "각주")
        + "<hp:t>나</hp:t>"
        + &note("endNote", "미주")
        + "<hp:t>다</hp:t>"));
    assert_eq!(body(&found), ["가[^0]나[^1]다", "[^0]: 각주", "[^1]: 미주"]);
}

#[test]
fn a_note_of_a_header_goes_with_it() {
    let note = format!(
        "<hp:ctrl><hp:footNote><hp:subList>{}</hp:subList></hp:footNote></hp:ctrl>",
        t("각주")
    );
    let header = format!(
        "<hp:ctrl><hp:header><hp:subList>{}</hp:subList></hp:header></hp:ctrl>",
        p(&format!("<hp:t>위</hp:t>{note}"))
    );
    let found = p(&(header + "<hp:t>글</hp:t>" + &note));
    assert_eq!(body(&found), ["{Header: 위\n각주}글[^0]", "[^0]: 각주"]);
}

#[test]
fn deleted_text_is_out_and_inserted_text_is_in() {
    let found =
        t("가<hp:deleteBegin/>나<hp:tab/><hp:deleteEnd/>다<hp:insertBegin/>라<hp:insertEnd/>");
    assert_eq!(body(&found), ["가{Deleted: 나}{Deleted: \t}다{Inserted}라"]);
}

#[test]
fn a_deletion_over_paragraphs_joins_what_is_left() {
    let found =
        t("가<hp:deleteBegin/>나") + &t("다") + &t("라<hp:deleteEnd paraend='0'/>마") + &t("바");
    assert_eq!(body(&found), ["가{Deleted: 나}{Deleted: 다}{Deleted: 라}마", "바"]);
}

#[test]
fn a_deleted_end_joins_two_paragraphs() {
    assert_eq!(body(&(deleted("가", "1") + &t("나"))), ["가{Deleted: 지운 글}나"]);
    assert_eq!(body(&(deleted("가", "0") + &t("나"))), ["가{Deleted: 지운 글}", "나"]);
}

#[test]
fn deleted_tables_and_notes_go_with_their_words() {
    let table = format!(
        "<hp:tbl><hp:tr><hp:tc><hp:subList>{}</hp:subList></hp:tc></hp:tr></hp:tbl>",
        t("칸")
    );
    let note = format!(
        "<hp:ctrl><hp:footNote><hp:subList>{}</hp:subList></hp:footNote></hp:ctrl>",
        t("각주")
    );
    let found =
        p(&format!("<hp:t>가<hp:deleteBegin/></hp:t>{table}{note}<hp:t><hp:deleteEnd/>나</hp:t>"));
    assert_eq!(body(&found), ["가{Deleted: 칸}{Deleted: 각주}나"]);
}

#[test]
fn overlapping_letters_and_glosses_are_told() {
    let found = p(
        "<hp:compose composeText='원1'/><hp:dutmal><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>",
    );
    assert_eq!(body(&found), ["{Overlap}원1{Gloss}본말(덧말)"]);
}

#[test]
fn a_number_of_a_page_is_left_out() {
    let found = p(
        "<hp:t>가</hp:t><hp:ctrl><hp:autoNum num='3' numType='PAGE'><hp:autoNumFormat type='ROMAN_SMALL'/></hp:autoNum></hp:ctrl>",
    );
    assert_eq!(body(&found), ["가{PageNumber: iii}"]);
}

#[test]
fn what_is_unknown_is_taken_and_told() {
    let found =
        p("<hp:t>가</hp:t><hp:novelty><hp:inner>새 것</hp:inner></hp:novelty><hp:t>나</hp:t>")
            + &p(&format!(
                "<hp:ctrl><hp:box><hp:subList>{}</hp:subList></hp:box></hp:ctrl>",
                t("상자")
            ));
    assert_eq!(body(&found), ["가{UnknownControl}새 것나", "상자", "{UnknownControl}"]);
}

#[test]
fn an_unknown_element_without_words_is_nothing() {
    assert_eq!(body(&p("<hp:t>가</hp:t><hp:novelty a='1'/>")), ["가"]);
}
