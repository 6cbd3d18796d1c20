//! Tables: what merged cells, rows and columns without words, frames and notes in cells become.

use super::{asked, body, cell, paragraph, plain, text, whys, written};
use crate::messages::{Ask, Why};
use crate::office::{Cell, Form, Manuscript, Paragraph, Piece, Span, Table};
use jikji_diagnostic::Lang;

fn table(rows: Vec<Vec<Cell>>) -> Piece {
    Piece::Table(Table { rows, caption: vec![] })
}

fn tall(column: u32, down: u32, words: &str) -> Cell {
    Cell { down, ..cell(column, 1, words) }
}

fn row(words: &[&str]) -> Vec<Cell> {
    (0..).zip(words).map(|(column, words)| cell(column, 1, words)).collect()
}

#[test]
fn a_head_of_two_rows_is_one_with_the_whole_head_over_each_column() {
    let head = vec![tall(0, 2, "구분"), cell(1, 2, "2024"), tall(3, 2, "비고")];
    let halves = vec![cell(1, 1, "상반기"), cell(2, 1, "하반기")];
    let rows = vec![head.clone(), halves, row(&["가", "1", "2", "끝"])];
    let (body, added) = written(vec![table(rows)], vec![]);
    let wanted =
        "| 구분 | 2024 상반기 | 2024 하반기 | 비고 |\n|---|---|---|---|\n| 가 | 1 | 2 | 끝 |\n";
    assert_eq!(body, wanted);
    assert!(whys(&added).contains(&Why::TableHeads) && !whys(&added).contains(&Why::TableMerged));
    // A form, whose cells below are no parts of a head, keeps its rows.
    let form = vec![tall(0, 2, "성명"), cell(1, 1, "한글"), cell(2, 2, "홍길동")];
    let rows =
        vec![form, vec![cell(1, 1, "한자"), cell(2, 2, "洪吉童")], row(&["가", "1", "2", "끝"])];
    let (body, _) = written(vec![table(rows)], vec![]);
    assert!(
        body.starts_with(
            "| 성명 | 한글 | 홍길동 | 홍길동 |\n|---|---|---|---|\n| 성명 | 한자 | 洪吉童 |"
        ),
        "{body}"
    );
}

#[test]
fn a_merged_first_cell_says_what_each_of_its_rows_is_about() {
    let rows = vec![
        row(&["항구", "달", "배"]),
        vec![tall(0, 2, "하늬"), cell(1, 1, "1월"), tall(2, 2, "3")],
        vec![cell(1, 1, "2월")],
        row(&["샛별", "1월", "5"]),
    ];
    let (body, added) = written(vec![table(rows)], vec![]);
    let wanted = "| 항구 | 달 | 배 |\n|---|---|---|\n| 하늬 | 1월 | 3 |\n| 하늬 | 2월 |  |\n| 샛별 | 1월 | 5 |\n";
    assert_eq!(body, wanted);
    // What stands once is told as before.
    assert!(whys(&added).contains(&Why::TableRepeated) && whys(&added).contains(&Why::TableMerged));
}

#[test]
fn words_that_are_long_stand_once() {
    let long = "가".repeat(101);
    let rows = vec![vec![cell(0, 2, &long), cell(2, 1, "끝")], row(&["가", "나", "다"])];
    let (body, added) = written(vec![table(rows)], vec![]);
    assert_eq!(body.matches(&long).count(), 1, "{body}");
    assert!(whys(&added).contains(&Why::TableMerged));
}

#[test]
fn a_first_row_over_all_columns_is_the_caption() {
    let rows = vec![
        vec![cell(0, 2, "부표의 수")],
        vec![cell(0, 2, "(단위: 개)")],
        row(&["항구", "수"]),
        row(&["하늬", "3"]),
    ];
    let (body, added) = written(vec![table(rows.clone())], vec![]);
    assert_eq!(body, ": 부표의 수 (단위: 개)\n\n| 항구 | 수 |\n|---|---|\n| 하늬 | 3 |\n");
    assert!(whys(&added).contains(&Why::TableTitle));
    // Where the table has one, or would be none without the row, it is a head.
    let caption = vec![Paragraph { spans: vec![text("표 1")], ..Paragraph::default() }];
    let (body, _) = written(vec![Piece::Table(Table { rows: rows.clone(), caption })], vec![]);
    assert!(body.starts_with(": 표 1\n\n| 부표의 수 | 부표의 수 |\n"), "{body}");
    let (body, _) = written(vec![table(vec![rows[0].clone(), rows[2].clone()])], vec![]);
    assert_eq!(body, "| 부표의 수 | 부표의 수 |\n|---|---|\n| 항구 | 수 |\n");
}

#[test]
fn a_column_without_words_is_left_out_and_told() {
    let rows = vec![row(&["항구", "", "수"]), row(&["하늬", "", "3"])];
    let (body, added) = written(vec![table(rows)], vec![]);
    assert_eq!(body, "| 항구 | 수 |\n|---|---|\n| 하늬 | 3 |\n");
    assert!(whys(&added).contains(&Why::TableColumn));
    // With one column left it is no table.
    let (body, _) = written(vec![table(vec![row(&["하나", ""]), row(&["둘", ""])])], vec![]);
    assert_eq!(body, "하나\n\n둘\n");
}

#[test]
fn a_frame_with_its_title_in_its_edge_is_text() {
    let edge = vec![cell(0, 1, ""), cell(1, 1, "〈 달라지는 모습 〉"), cell(2, 1, "")];
    let inside = Cell { pieces: ["- 하나", "- 둘"].map(plain).to_vec(), ..cell(0, 3, "") };
    let (body, added) = written(vec![table(vec![edge, vec![inside]])], vec![]);
    assert!(body.ends_with("\n\n- 하나\n- 둘\n") && !body.contains('|'), "{body}");
    assert!(whys(&added).contains(&Why::TableBox));
}

#[test]
fn notes_of_a_table_that_is_text_stand_at_their_marks() {
    let marked = Cell {
        pieces: vec![paragraph(Form::Text, 10.0, &[text("변화"), Span::Note(0)])],
        ..cell(1, 1, "")
    };
    let rows = vec![vec![cell(0, 1, "Ⅱ"), marked]];
    let (body, added) = written(vec![table(rows)], vec![vec![plain("뜻")]]);
    assert_eq!(body, "Ⅱ 변화[^1]\n\n[^1]: 뜻\n");
    assert_eq!(asked(&added), []);
}

#[test]
fn a_note_in_a_cell_says_why_it_stands_below() {
    let marked = Cell {
        pieces: vec![paragraph(Form::Text, 10.0, &[text("3"), Span::Note(0)])],
        ..cell(1, 1, "")
    };
    let rows = vec![row(&["항구", "수"]), vec![cell(0, 1, "하늬"), marked]];
    let (body, added) = written(vec![table(rows)], vec![vec![plain("새 것")]]);
    assert!(body.contains("| 하늬 | 3(1) |\n\n(1) 새 것\n"), "{body}");
    assert_eq!(asked(&added), [Ask::NoteNoRoom]);
    let says = added.report.questions[0].says.say(Lang::Ko);
    assert!(says.contains("표의 칸") && says.contains("‘(1) 새 것’"), "{says}");
}

#[test]
fn the_title_is_no_lesser_line_below_tables() {
    let large = |size, words: &str| paragraph(Form::Text, size, &[text(words)]);
    let titled = Cell { pieces: vec![large(20.0, "주간 보고")], ..cell(0, 1, "") };
    let bar = table(vec![vec![titled, cell(1, 1, "이름: 홍길동")]]);
    let figures = || table((1..20).map(|nth| row(&[&format!("일 {nth}"), "함"])).collect());
    let other = table(vec![vec![Cell { pieces: vec![large(14.0, "기타")], ..cell(0, 1, "") }]]);
    let text = || plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    let (entry, added) =
        body(Manuscript { pieces: vec![bar, figures(), other.clone(), text()], notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("주간 보고", vec![]));
    assert!(entry.contains("이름: 홍길동\n\n| 일 1 | 함 |"), "{entry}");
    // Where there is none above them, none is taken.
    let (_, added) = body(Manuscript { pieces: vec![figures(), other, text()], notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("a", vec![Ask::Untitled]));
}

#[test]
fn a_title_of_two_sizes_in_a_frame_is_asked_about() {
    let large = |size, words: &str| paragraph(Form::Text, size, &[text(words)]);
    let lines = vec![large(22.0, "새 배의 등장과"), large(18.0, "항구의 대처 방안")];
    let frame = table(vec![vec![Cell { pieces: lines, ..cell(0, 1, "") }]]);
    let text = plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    let (entry, added) = body(Manuscript { pieces: vec![frame, text], notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("새 배의 등장과", vec![Ask::TitleLines]));
    assert!(entry.contains("## 항구의 대처 방안\n"), "{entry}");
}

#[test]
fn a_column_with_nothing_but_merged_words_is_none() {
    // Lines that were drawn a little apart make a column that no cell begins.
    let rows = vec![
        vec![cell(0, 1, "항구"), cell(1, 2, "수"), cell(3, 1, "비고")],
        vec![cell(0, 1, "하늬"), cell(1, 2, "3"), cell(3, 1, "끝")],
        vec![cell(0, 1, "샛별"), cell(1, 1, "5"), cell(2, 2, "새것")],
    ];
    let (body, added) = written(vec![table(rows[..2].to_vec())], vec![]);
    assert_eq!(body, "| 항구 | 수 | 비고 |\n|---|---|---|\n| 하늬 | 3 | 끝 |\n");
    assert!(whys(&added).contains(&Why::TableColumn));
    assert!(!whys(&added).contains(&Why::TableRepeated));
    // A column in which a cell begins is one.
    let (body, _) = written(vec![table(rows)], vec![]);
    let wanted = "| 항구 | 수 | 수 | 비고 |\n|---|---|---|---|\n| 하늬 | 3 |  | 끝 |\n| 샛별 | 5 | 새것 |  |\n";
    assert_eq!(body, wanted);
    // With one column left it is no table, and says nothing twice.
    let rows = vec![vec![cell(0, 2, "하나")], vec![cell(0, 1, "둘"), cell(1, 1, "")]];
    let (body, _) = written(vec![table(rows)], vec![]);
    assert_eq!(body, "하나\n\n둘\n");
}

#[test]
fn a_table_with_words_in_one_row_is_text_and_told() {
    let blank = || row(&["", "", ""]);
    let rows = vec![row(&["이름", "기간", "비고"]), blank(), blank()];
    let (body, added) = written(vec![table(rows)], vec![]);
    assert_eq!(body, "이름 기간 비고\n");
    assert!(whys(&added).contains(&Why::TableLine));
}

#[test]
fn a_table_that_is_too_wide_is_asked_about_with_its_columns() {
    let wide: Vec<String> = (1..=23).map(|nth| format!("칸{nth}")).collect();
    let wide = || row(&wide.iter().map(String::as_str).collect::<Vec<_>>());
    let (body, added) = written(vec![table(vec![wide(), wide()])], vec![]);
    assert!(body.starts_with("칸1 칸2 칸3"), "{body}");
    assert_eq!(asked(&added), [Ask::TableWide]);
    let says = added.report.questions[0].says.say(Lang::Ko);
    assert!(says.contains("23개") && says.contains("20열"), "{says}");
}

/// A table of three columns whose second line was drawn a hair further right below its head.
mod drawn_apart {
    use super::super::target;
    use crate::files::{docx, hwp, hwpx};
    use crate::messages::Why;

    const HEAD: [(u16, u16, u32, &str); 3] =
        [(0, 1, 10000, "항구"), (1, 1, 5000, "있음"), (2, 2, 5050, "없음")];
    const BELOW: [(u16, u16, u32, &str); 3] =
        [(0, 1, 10000, "하늬"), (1, 2, 5050, ""), (3, 1, 5000, "○")];

    fn body(name: &str, bytes: &[u8]) -> String {
        let (target, covers, keep) = (target(), |_| true, crate::keep_none);
        let options = crate::Options { name, target: &target, covers: &covers, keep: &keep };
        let added = crate::add(bytes, &options).expect("it is a manuscript");
        assert!(super::whys(&added).contains(&Why::TableEdges), "{name}");
        added.entry.split("'''\n").nth(1).unwrap_or(&added.entry).to_string()
    }

    const WANTED: &str =
        "| 항구 | 있음 | 없음 |\n|---|---|---|\n| 하늬 |  | ○ |\n\n글이 이어진다.\n";

    #[test]
    fn in_hwpx() {
        let cell = |row: usize, (column, across, width, words): (u16, u16, u32, &str)| {
            format!(
                "<hp:tc><hp:subList>{}</hp:subList><hp:cellAddr colAddr='{column}' rowAddr='{row}'/>\
                 <hp:cellSpan colSpan='{across}' rowSpan='1'/><hp:cellSz width='{width}'/></hp:tc>",
                hwpx::t(words)
            )
        };
        let row = |row, cells: [_; 3]| {
            format!("<hp:tr>{}</hp:tr>", cells.map(|of| cell(row, of)).concat())
        };
        let rows = row(0, HEAD) + &row(1, BELOW);
        let table = hwpx::p(&format!("<hp:tbl rowCnt='2' colCnt='4'>{rows}</hp:tbl>"));
        let section = table + &hwpx::t("글이 이어진다.");
        assert_eq!(body("a.hwpx", &hwpx::File::new().section(&section).bytes()), WANTED);
    }

    #[test]
    fn in_hwp() {
        let cell = |row: u16, (column, across, width, words): (u16, u16, u32, &str)| {
            let place = [column, row, across, 1].map(u16::to_le_bytes).concat();
            hwp::list(&[place, width.to_le_bytes().to_vec()].concat(), &[words])
        };
        let own = hwp::record(hwp::tag::TABLE, 2, &[&[0; 4][..], &[2, 0, 4, 0]].concat());
        let cells = HEAD.map(|of| cell(0, of)).concat();
        let cells = [own, cells, BELOW.map(|of| cell(1, of)).concat()];
        let table = hwp::holding("{11 tbl }", &[hwp::control("tbl ", &[0; 42], &cells)]);
        let file = hwp::File::of(&[table, hwp::paragraph("글이 이어진다.")]);
        assert_eq!(body("a.hwp", &file.bytes()), WANTED);
    }

    #[test]
    fn in_docx() {
        let cell = |(_, across, _, words): (u16, u16, u32, &str)| {
            let text = docx::p(&docx::t(words));
            format!("<w:tc><w:tcPr><w:gridSpan w:val='{across}'/></w:tcPr>{text}</w:tc>")
        };
        let row = |cells: [_; 3]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
        let grid = [2000, 1000, 10, 1000].map(|width| format!("<w:gridCol w:w='{width}'/>"));
        let rows = row(HEAD) + &row(BELOW);
        let table = format!("<w:tbl><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>", grid.concat());
        let text = docx::p(&docx::t("글이 이어진다."));
        assert_eq!(body("a.docx", &docx::File::new(&(table + &text)).bytes()), WANTED);
    }
}
