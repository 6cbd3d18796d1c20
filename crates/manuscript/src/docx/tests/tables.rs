//! Tables: cells, rows and spans, tables in tables, captions.

use super::build::{body, p, r, styled, t};

fn cell(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(&t(words)))
}

fn row(cells: &str) -> String {
    format!("<w:tr>{cells}</w:tr>")
}

fn table(columns: usize, rows: &str) -> String {
    format!(
        "<w:tbl><w:tblPr/><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>",
        "<w:gridCol/>".repeat(columns)
    )
}

#[test]
fn spans_are_as_exact_as_the_file_has_them() {
    let down = "<w:vMerge w:val='restart'/>";
    let rows = row(&(cell(down, "가") + &cell("<w:gridSpan w:val='2'/>", "나")))
        + &row(&(cell("<w:vMerge/>", "")
            + &cell("", "다")
            + &cell(&format!("{down}<w:shd/>"), "라")))
        + &row(&(cell("<w:vMerge w:val='continue'/>", "숨음")
            + &cell("", "마")
            + &cell("<w:vMerge/>", "")))
        + &row(&(cell("<w:vMerge w:val='restart'/>", "바") + &cell("", "사") + &cell("", "아")));
    let expected = "table() 0:1x3 가 / {HiddenText: 숨음} | 1:2x1 나 ;; 1:다 | 2:1x2 라 ;; 1:마 ;; 0:바 | 1:사 | 2:아";
    assert_eq!(body(&table(3, &rows)), [expected]);
}

#[test]
fn rows_may_begin_further_on_and_cells_go_on_across() {
    let late = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>".to_string()
        + &cell("", "가")
        + "</w:tr>";
    let merged = row(&(cell("<w:hMerge w:val='restart'/>", "나") + &cell("<w:hMerge/>", "")));
    assert_eq!(body(&table(2, &(late + &merged))), ["table() 1:가 ;; 0:2x1 나"]);
}

#[test]
fn no_cell_takes_more_than_the_table_has() {
    let wide = row(&cell("<w:gridSpan w:val='4000000000'/>", "가"))
        + &row(&(cell("", "나") + &cell("", "다")));
    assert_eq!(body(&table(2, &wide)), ["table() 0:2x1 가 ;; 0:나 | 1:다"]);
    let alone = row(&cell("<w:vMerge/>", "가")) + &row(&cell("<w:vMerge/>", ""));
    assert_eq!(body(&table(0, &alone)), ["table() 0:1x2 가 ;; "]);
}

#[test]
fn deleted_rows_are_left_out_and_told() {
    let deleted = "<w:tr><w:trPr><w:del/></w:trPr>".to_string() + &cell("", "뺀 줄") + "</w:tr>";
    let lines = body(&table(1, &(row(&cell("", "가")) + &deleted)));
    assert_eq!(lines, ["table() 0:가", "{Deleted: 뺀 줄}"]);
}

#[test]
fn controls_may_hold_rows_and_cells_and_cells_tables() {
    let inner = table(1, &row(&cell("", "안")));
    let control = |within: &str| format!("<w:sdt><w:sdtContent>{within}</w:sdtContent></w:sdt>");
    let rows = control(&row(&cell("", "가")))
        + &row(&control(&format!("<w:tc>{inner}{}</w:tc>", p(&t("나")))))
        + "<w:bookmarkEnd/>";
    assert_eq!(body(&table(1, &rows)), ["table() 0:가 ;; 0:table() 0:안 / 나"]);
}

#[test]
fn what_a_table_says_of_itself_is_told() {
    let table = "<w:tbl><w:tblPr><w:tblCaption w:val='매출'/><w:tblDescription w:val='해마다'/></w:tblPr></w:tbl>";
    assert_eq!(body(table), ["table() ", "{Description: 매출}", "{Description: 해마다}"]);
}

#[test]
fn captions_find_their_tables_and_pictures() {
    let caption = |words: &str| styled("<w:pStyle w:val='Caption'/>", words);
    let one = table(1, &row(&cell("", "가")));
    let picture = p(&r("<w:pict><v:shape><v:imagedata r:id='a'/></v:shape></w:pict>"));
    let text = caption("표 1")
        + &one
        + &p(&t("글"))
        + &picture
        + &caption("그림 1")
        + &caption("표 2")
        + &one
        + &one
        + &caption("&lt;표 3&gt;");
    let file = super::build::File::new(&text).names("a", "image", "a.png");
    let expected = [
        "table(표 1) 0:가",
        "글",
        "picture a.png 0 () (그림 1)",
        "table(표 2) 0:가",
        "table(<표 3>) 0:가",
    ];
    assert_eq!(file.lines(), expected);
}
