//! Tables: cells and spans as the file has them, captions, tables in cells.

use super::build::{body, p, t};

fn cell(row: u32, column: u32, down: u32, across: u32, within: &str) -> String {
    format!(
        "<hp:tc><hp:subList>{within}</hp:subList><hp:cellAddr colAddr='{column}' rowAddr='{row}'/>\
         <hp:cellSpan colSpan='{across}' rowSpan='{down}'/><hp:cellSz width='1'/></hp:tc>"
    )
}

fn row(cells: &[String]) -> String {
    format!("<hp:tr>{}</hp:tr>", cells.concat())
}

fn table(columns: u32, rest: &str) -> String {
    format!("<hp:tbl rowCnt='9' colCnt='{columns}'><hp:sz width='1'/>{rest}</hp:tbl>")
}

#[test]
fn cells_have_their_columns_and_spans() {
    let rows = row(&[cell(0, 0, 2, 1, &t("가")), cell(0, 1, 1, 2, &t("나"))])
        + &row(&[cell(1, 1, 1, 1, &t("다")), cell(1, 2, 1, 1, &(t("라") + &t("마")))]);
    assert_eq!(body(&p(&table(3, &rows))), ["table() 0:1x2 가 | 1:2x1 나 ;; 1:다 | 2:라 / 마"]);
}

#[test]
fn what_a_table_says_of_itself_is_left_out() {
    let cells = row(&[cell(0, 0, 1, 1, &t("칸"))]);
    let found = table(1, &(cells + "<hp:shapeComment>표입니다.</hp:shapeComment>"));
    let expected = ["table() 0:칸", "{Description: 표입니다.}뒤"];
    assert_eq!(body(&p(&(found + "<hp:t>뒤</hp:t>"))), expected);
}

#[test]
fn words_before_a_table_stand_before_it() {
    let found = table(1, &row(&[cell(0, 0, 1, 1, &t("칸"))]));
    assert_eq!(
        body(&p(&format!("<hp:t>앞</hp:t>{found}<hp:t>뒤</hp:t>"))),
        ["앞뒤", "table() 0:칸"]
    );
    assert_eq!(body(&p(&format!("{found}<hp:t>뒤</hp:t>"))), ["table() 0:칸", "뒤"]);
}

#[test]
fn a_caption_has_its_number() {
    let number = "<hp:ctrl><hp:autoNum num='2' numType='TABLE'><hp:autoNumFormat type='DIGIT' suffixChar='.'/></hp:autoNum></hp:ctrl>";
    let caption = format!(
        "<hp:caption><hp:subList>{}</hp:subList></hp:caption>",
        p(&format!("<hp:t>표 </hp:t>{number}<hp:t> 설명</hp:t>"))
    );
    let found = table(1, &(caption + &row(&[cell(0, 0, 1, 1, &t("칸"))])));
    assert_eq!(body(&p(&found)), ["table(표 2. 설명) 0:칸"]);
}

#[test]
fn a_table_in_a_cell_stays_there() {
    let inner = table(1, &row(&[cell(0, 0, 1, 1, &t("안"))]));
    let found = table(1, &row(&[cell(0, 0, 1, 1, &(t("밖") + &p(&inner)))]));
    assert_eq!(body(&p(&found)), ["table() 0:밖 / table() 0:안"]);
}

#[test]
fn a_span_takes_no_more_than_the_table_has() {
    let huge = u32::MAX;
    let rows = row(&[cell(0, huge, huge, huge, &t("가")), cell(0, 1, 0, 0, &t("나"))]) + &row(&[]);
    assert_eq!(body(&p(&table(2, &rows))), ["table() 0:2x2 가 | 1:나 ;; "]);
    assert_eq!(body(&p(&table(huge, &rows))), ["table() 0:1024x2 가 | 1:나 ;; "]);
}

#[test]
fn cells_without_places_follow_each_other() {
    let plain = |words: &str| format!("<hp:tc>{}</hp:tc>", t(words));
    assert_eq!(body(&p(&table(0, &row(&[plain("가"), plain("나")])))), ["table() 0:가 | 1:나"]);
}
