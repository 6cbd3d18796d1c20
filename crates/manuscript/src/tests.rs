//! Word processors' manuscripts as every format gives them, and the entries that become of them.

mod asked;
mod heads;
mod tables;

use crate::input::Input;
use crate::messages::{Ask, Why};
use crate::office::{Cell, Chart, Form, Manuscript, Out, Paragraph, Picture, Piece, Span, Table};
use crate::report::LineFate;
use crate::target::{Field, Holds, PageKind, Target};
use crate::{Added, Kept, Options, added};

fn target() -> Target {
    let field = |name: &str, holds, list| {
        let (name, fields, required) = (name.to_string(), vec![], false);
        Field { name, holds, required, list, most: None, fields }
    };
    let fields = vec![
        field("title", Holds::Text, false),
        field("key", Holds::Prose, true),
        field("body", Holds::Blocks, false),
        field("chart", Holds::Chart, false),
        field("image", Holds::Image, true),
        field("sources", Holds::Source, true),
    ];
    let kinds = vec![PageKind { name: "brief".into(), fields, room: None }];
    Target { layout: "plain".into(), kinds, colophon: vec![], largest: 1 << 20 }
}

fn text(text: &str) -> Span {
    Span::Text { text: text.into(), strong: false, slanted: false }
}

fn strong(text: &str) -> Span {
    Span::Text { text: text.into(), strong: true, slanted: false }
}

fn paragraph(form: Form, size: f64, spans: &[Span]) -> Piece {
    Piece::Paragraph(Paragraph { form, indent: 0.0, size, spans: spans.to_vec() })
}

fn plain(words: &str) -> Piece {
    paragraph(Form::Text, 10.0, &[text(words)])
}

/// The entry of a manuscript with the title `제목`, without its first two keys.
fn body(manuscript: Manuscript) -> (String, Added) {
    let target = target();
    let keep = |name: &str, bytes: &[u8]| match bytes {
        b"wmf" => Kept::Beside(format!("images/{name}")),
        b"bmp" => Kept::Turned(format!("images/{name}.png")),
        _ => Kept::Set(format!("images/{name}")),
    };
    let covers = |c: char| c != '\u{F0854}';
    let options = Options { name: "a.hwpx", target: &target, covers: &covers, keep: &keep };
    let input = Input::Office("HWPX", Box::new(manuscript));
    let added = added(b"", &options, &input).expect("it is a manuscript");
    let keys = added.entry.strip_prefix("kind = \"brief\"\ntitle = \"제목\"\n");
    (keys.unwrap_or(&added.entry).to_string(), added)
}

/// The text of the body of some pieces below a title.
fn written(pieces: Vec<Piece>, notes: Vec<Vec<Piece>>) -> (String, Added) {
    let title = paragraph(Form::Title, 16.0, &[strong("제목")]);
    let pieces = std::iter::once(title).chain(pieces).collect();
    let (entry, added) = body(Manuscript { pieces, notes });
    let body = entry.split("'''\n").nth(1).unwrap_or(&entry).to_string();
    (body, added)
}

fn asked(added: &Added) -> Vec<Ask> {
    added.report.questions.iter().map(|asked| asked.code).collect()
}

fn whys(added: &Added) -> Vec<Why> {
    added.report.lines.iter().flat_map(|line| &line.changes).map(|change| change.why).collect()
}

fn cell(column: u32, across: u32, words: &str) -> Cell {
    Cell { column, across, down: 1, width: 0, pieces: vec![plain(words)] }
}

#[test]
fn signs_are_levels_whether_typed_or_generated() {
    let item = |level, sign: &str, words: &str| {
        paragraph(Form::Item { level, sign: sign.into() }, 10.0, &[text(words)])
    };
    let typed = ["□ 하나", " ○ 둘", "  - 셋", "□ 넷", "※ 참고"].map(plain).to_vec();
    let (typed, _) = written(typed, vec![]);
    assert_eq!(typed, "## 하나\n- 둘\n  - 셋\n- 넷\n\n※ 참고\n");
    let generated = vec![
        item(0, "\u{F06E}", "하나"),
        item(1, "-", "둘"),
        item(1, "1)", "셋"),
        item(0, "■", "넷"),
    ];
    let (generated, added) = written(generated, vec![]);
    assert_eq!(generated, "## 하나\n- 둘\n  - 1\\) 셋\n- 넷\n");
    assert!(whys(&added).contains(&Why::Generated));
    // Levels that indents tell otherwise than the signs do are told by the signs.
    let inward = |indent: f64, words: &str| {
        let spans = vec![text(words)];
        Piece::Paragraph(Paragraph { indent, size: 10.0, spans, ..Paragraph::default() })
    };
    let (body, _) = written(vec![inward(20.0, "○ 하나"), inward(0.0, "- 둘")], vec![]);
    assert_eq!(body, "- 하나\n  - 둘\n");
}

#[test]
fn a_ticked_box_is_as_deep_as_an_open_one() {
    let item = |sign: &str, words: &str| {
        paragraph(Form::Item { level: 0, sign: sign.into() }, 10.0, &[text(words)])
    };
    let (body, _) = written(vec![item("☐", "하나"), item("☑", "둘"), item("☐", "셋")], vec![]);
    assert_eq!(body, "- 하나\n- 둘\n- 셋\n");
}

#[test]
fn lines_between_two_lists_are_no_items() {
    let lines = ["□ 하나", "○ 둘", "2026년 6월 19일", "항 구 관 리 소 장", "〈 개요 〉", "- 셋"];
    let (body, _) = written(lines.map(plain).to_vec(), vec![]);
    let wanted = "## 하나\n- 둘\n\n2026년 6월 19일\n\n항 구 관 리 소 장\n\n〈 개요 〉\n\n- 셋\n";
    assert_eq!(body, wanted);
    // One line goes with its list, and so do remarks.
    let lines = ["□ 하나", "○ 둘", "이어지는 말", "※ 참고", "⇨ 더", "- 셋"].map(plain);
    let (body, _) = written(lines.to_vec(), vec![]);
    assert_eq!(body, "## 하나\n- 둘\n  - 이어지는 말\n  - ※ 참고\n  - ⇨ 더\n  - 셋\n");
}

#[test]
fn lines_that_an_author_broke_for_items_are_items() {
    let spans = [text("○ 하나"), Span::Break, text(" - 둘"), Span::Break, text("이어짐")];
    let (body, _) = written(vec![paragraph(Form::Text, 10.0, &spans)], vec![]);
    assert_eq!(body, "- 하나\n  - 둘\\\n    이어짐\n");
}

#[test]
fn the_title_is_the_style_or_the_largest_line_and_else_asked() {
    let large = |size, words: &str| paragraph(Form::Text, size, &[text(words)]);
    let long = plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    let pieces = vec![plain("연구원 보고"), large(20.0, "제목"), large(14.0, "배경"), long.clone()];
    let (entry, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!(added.title, "제목");
    assert!(entry.contains("연구원 보고\n\n## 배경\n본문이"), "{entry}");
    assert!(whys(&added).contains(&Why::HeadingSize) && asked(&added).is_empty());
    let (_, added) = body(Manuscript { pieces: vec![plain("제목"), long], notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("제목", vec![Ask::TitleGuessed]));
}

#[test]
fn notes_stand_at_their_marks() {
    let spans = [strong("용어"), text(" "), Span::Note(1), text("는 뜻이 있고 "), Span::Note(0)];
    let cells = vec![cell(0, 1, "가"), cell(1, 1, "나")];
    let mut marked = cells.clone();
    marked[1].pieces = vec![paragraph(Form::Text, 10.0, &[text("나"), Span::Note(2)])];
    let table = Piece::Table(Table { rows: vec![cells, marked], caption: vec![] });
    let notes = ["첫 주석", "둘째 주석", "표의 주석"].map(|note| vec![plain(note)]).to_vec();
    let (body, added) =
        written(vec![paragraph(Form::Text, 10.0, &spans), plain("1) 목록"), table], notes);
    assert!(body.starts_with("**용어**[^1]는 뜻이 있고[^2]\n\n- 1\\) 목록\n"), "{body}");
    assert!(body.ends_with("[^1]: 둘째 주석\n\n[^2]: 첫 주석\n"), "{body}");
    // A cell takes no mark: the note stands below the table, and is asked about.
    assert!(body.contains("| 가 | 나(3) |\n\n(3) 표의 주석\n"), "{body}");
    assert_eq!(asked(&added), [Ask::NoteNoRoom]);
}

#[test]
fn a_note_may_be_marked_wherever_text_stands() {
    let spans = [Span::Note(0), text("처음, 2024"), Span::Note(1), text("5 "), Span::LinkEnd];
    let notes = ["하나", "둘"].map(|note| vec![plain(note)]).to_vec();
    let (body, added) = written(vec![paragraph(Form::Text, 10.0, &spans)], notes);
    assert_eq!(body, "[^1]처음, 2024[^2]5\n\n[^1]: 하나\n\n[^2]: 둘\n");
    assert_eq!(asked(&added), []);
}

#[test]
fn a_title_takes_no_mark_and_a_mark_alone_is_kept() {
    let title = paragraph(Form::Title, 16.0, &[text("제목"), Span::Note(0)]);
    let pieces = vec![title, plain("본문"), paragraph(Form::Text, 10.0, &[Span::Note(1)])];
    let notes = ["하나", "둘"].map(|note| vec![plain(note)]).to_vec();
    let (entry, added) = body(Manuscript { pieces, notes });
    assert_eq!(entry, "body = '''\n(1) 하나\n\n본문\n\n[^1]\n\n[^1]: 둘\n'''\n");
    assert_eq!(asked(&added), [Ask::NoteNoRoom]);
    // A line with a mark is no title that only its place tells.
    let pieces = vec![paragraph(Form::Text, 10.0, &[text("글"), Span::Note(0)]), plain("본문")];
    let (_, added) = body(Manuscript { pieces, notes: vec![vec![plain("하나")]] });
    assert_eq!(asked(&added), [Ask::Untitled]);
}

#[test]
fn one_line_alone_is_a_text() {
    let (entry, added) = body(Manuscript { pieces: vec![plain("한 줄")], notes: vec![] });
    assert!(entry.ends_with("title = \"a\"\nbody = '''\n한 줄\n'''\n"), "{entry}");
    assert_eq!(asked(&added), [Ask::Untitled]);
}

#[test]
fn a_typed_star_is_the_mark_of_its_note() {
    let (body, _) = written(vec![plain("- 규정*을 고침"), plain("* 규정은 2023년의 것")], vec![]);
    assert_eq!(body, "- 규정[^1]을 고침\n\n[^1]: 규정은 2023년의 것\n");
    // One in a cell waits for none, and a star that no mark waits for begins an item.
    let rows = vec![vec![cell(0, 1, "가*"), cell(1, 1, "나")]; 2];
    let pieces = vec![Piece::Table(Table { rows, caption: vec![] }), plain("* 항목")];
    let (body, added) = written(pieces, vec![]);
    assert!(body.ends_with("\n- 항목\n") && asked(&added).is_empty(), "{body}");
}

#[test]
fn what_is_left_out_is_told_and_never_in_the_text() {
    let out = |why, text: &str| Out { why, text: text.into() };
    let spans = [text("남은 "), Span::Out(out(Why::Comment, "지운 말")), text("글")];
    let pieces = vec![
        Piece::Out(out(Why::RunningHead, "머리말")),
        paragraph(Form::Text, 10.0, &spans),
        paragraph(Form::Text, 10.0, &[Span::Out(out(Why::Comment, "메모뿐"))]),
    ];
    let (body, added) = written(pieces, vec![]);
    assert_eq!(body, "남은 글\n");
    let told: Vec<(&str, LineFate)> = (added.report.lines.iter())
        .flat_map(|line| line.changes.iter().map(|change| (change.removed.as_str(), line.fate)))
        .filter(|(removed, _)| !removed.is_empty())
        .collect();
    assert_eq!(
        told,
        [
            ("머리말", LineFate::LeftOut),
            ("지운 말", LineFate::Changed),
            ("메모뿐", LineFate::LeftOut)
        ]
    );
}

#[test]
fn merged_heads_stand_in_each_cell_and_frames_are_text() {
    let head = vec![cell(0, 2, "합친 머리"), cell(2, 1, "끝")];
    let row = vec![cell(0, 1, "가"), cell(2, 1, "다")];
    let caption = vec![Paragraph { spans: vec![text("표 1. 현황")], ..Paragraph::default() }];
    let inner = Piece::Table(Table {
        rows: vec![vec![cell(0, 1, "안"), cell(1, 1, "밖")]],
        caption: vec![],
    });
    let nested = Cell { pieces: vec![plain("겉"), inner], ..cell(0, 1, "") };
    let rows = vec![head, row, vec![nested, cell(1, 1, "라"), cell(2, 1, "마")]];
    let frame = Table { rows: vec![vec![cell(0, 1, "- 틀 안의 항목")]], caption: vec![] };
    let pieces = vec![Piece::Table(Table { rows, caption }), Piece::Table(frame)];
    let (body, added) = written(pieces, vec![]);
    let table = ": 표 1. 현황\n\n| 합친 머리 | 합친 머리 | 끝 |\n|---|---|---|\n| 가 |  | 다 |\n| 겉<br>안 밖 | 라 | 마 |\n";
    assert_eq!(body, format!("{table}\n- 틀 안의 항목\n"));
    for why in [Why::TableRepeated, Why::TableInner, Why::TableBox] {
        assert!(whys(&added).contains(&why), "{why:?}");
    }
}

#[test]
fn a_table_that_is_too_wide_is_asked_about() {
    let row = |columns: u32| (0..columns).map(|at| cell(at, 1, &format!("칸{at}"))).collect();
    for (columns, wide) in [(20, vec![]), (21, vec![Ask::TableWide])] {
        let rows = vec![row(columns), row(columns)];
        let (body, added) = written(vec![Piece::Table(Table { rows, caption: vec![] })], vec![]);
        assert_eq!(asked(&added), wide, "{body}");
        assert!(body.starts_with('|') == wide.is_empty() && body.contains("칸19"), "{body}");
    }
}

#[test]
fn paragraphs_of_a_cell_stay_apart() {
    let lines = ["□ 하나", "", "둘", ""].map(plain).to_vec();
    let inner = Piece::Table(Table {
        rows: vec![vec![cell(0, 1, "안"), cell(1, 1, "밖")], vec![cell(0, 2, "아래")]],
        caption: vec![],
    });
    let full = Cell { pieces: [lines, vec![inner]].concat(), ..cell(0, 1, "") };
    let rows = vec![vec![cell(0, 1, "가"), cell(1, 1, "나")], vec![full, cell(1, 1, "다")]];
    let (body, _) = written(vec![Piece::Table(Table { rows, caption: vec![] })], vec![]);
    let row = "| □ 하나<br>둘<br>안 밖<br>아래 | 다 |";
    assert_eq!(body, format!("| 가 | 나 |\n|---|---|\n{row}\n"));
}

#[test]
fn wide_spans_cost_nothing() {
    let rows = vec![vec![cell(0, u32::MAX, "가"), cell(u32::MAX, u32::MAX, "나")]; 3];
    let (body, _) = written(vec![Piece::Table(Table { rows, caption: vec![] })], vec![]);
    assert_eq!(body, "가 나\n\n가 나\n\n가 나\n");
}

#[test]
fn pictures_stand_in_their_field_and_in_the_text() {
    let picture = |name: &str, bytes: &[u8], alt: &str| {
        let caption =
            vec![Paragraph { spans: vec![text("그림 \"아래\"")], ..Paragraph::default() }];
        let (name, bytes, alt) = (name.to_string(), bytes.to_vec(), alt.to_string());
        Piece::Picture(Picture { name, bytes, alt, caption })
    };
    let in_cell =
        Cell { column: 1, pieces: vec![picture("c.png", b"c", "설[명]")], ..cell(1, 1, "") };
    let rows = vec![vec![cell(0, 1, "가"), cell(1, 1, "나")], vec![cell(0, 1, "다"), in_cell]];
    let pieces = vec![
        picture("a.png", b"a", "설명"),
        plain("본문"),
        picture("b", b"bmp", ""),
        picture("d.wmf", b"wmf", ""),
        picture("e.png", b"", "없음"),
        Piece::Table(Table { rows, caption: vec![] }),
    ];
    let (body, added) = written(pieces, vec![]);
    let image = "image = { file = \"images/a.png\", alt = \"설명\", caption = '그림 \"아래\"' }\n";
    assert!(added.entry.contains(image), "{}", added.entry);
    let caption = "\"그림 \\\"아래\\\"\"";
    assert!(body.contains(&format!("![](images/b.png {caption})\n")), "{body}");
    assert!(body.ends_with(&format!("![설\\[명\\]](images/c.png {caption})\n")), "{body}");
    assert!(!added.entry.contains("wmf"), "{}", added.entry);
    assert_eq!(asked(&added), [Ask::PictureAlt, Ask::PictureForm, Ask::Image]);
    for why in [Why::PictureTurned, Why::PictureMoved] {
        assert!(whys(&added).contains(&why), "{why:?}");
    }
}

#[test]
fn charts_stand_in_their_field_and_else_as_tables() {
    let series =
        vec![("대기업".to_string(), vec![21.0, 35.5]), ("중소기업".to_string(), vec![6.0, 9.0])];
    let categories = vec!["2022".to_string(), "2023".to_string()];
    let chart = Piece::Chart(Chart { title: "도입률".into(), categories, series });
    let (body, added) = written(vec![chart.clone(), plain("본문"), chart], vec![]);
    let field = "chart = { kind = \"columns\", caption = \"도입률\", labels = [\"2022\", \"2023\"], series = [\n  \
                 { name = \"대기업\", values = [21, 35.5] },\n  { name = \"중소기업\", values = [6, 9] },\n] }\n";
    assert!(added.entry.contains(field), "{}", added.entry);
    assert!(toml::from_str::<toml::Table>(&added.entry).is_ok());
    let table = ": 도입률\n\n| 구분 | 대기업 | 중소기업 |\n|---|---|---|\n| 2022 | 21 | 6 |\n| 2023 | 35\\.5 | 9 |\n";
    assert_eq!(body, format!("본문\n\n{table}"));
    assert_eq!(asked(&added), [Ask::ChartKind]);
}

#[test]
fn emphasis_and_links_are_kept_where_they_can_be_written() {
    let link = |address: &str, words: &str| {
        [Span::Link(address.into()), strong(words), Span::LinkEnd].to_vec()
    };
    let mut spans = vec![text("앞 "), strong(" 굵게 "), text("뒤 ")];
    spans.extend(link("https://example.org/a", "글"));
    spans.extend(link("#_Toc1", "차례"));
    let whole = paragraph(Form::Text, 10.0, &[strong("모두 "), strong("굵은 문단")]);
    let (body, added) = written(vec![paragraph(Form::Text, 10.0, &spans), whole], vec![]);
    assert_eq!(body, "앞 **굵게** 뒤 [글](https://example.org/a)차례\n\n모두 굵은 문단\n");
    for why in [Why::LinkLost, Why::EmphasisLost, Why::EmphasisWhole] {
        assert!(whys(&added).contains(&why), "{why:?}");
    }
}

#[test]
fn private_characters_of_hangul_are_old_letters_and_signs() {
    let (body, added) = written(vec![plain("나\u{F53A}글 \u{EBD4}미 \u{F02C4}")], vec![]);
    assert_eq!(body, "나\u{1112}\u{119E}\u{11AB}글 \u{110A}\u{119E}미 ⑳\n");
    assert_eq!(asked(&added), []);
    // Each is told at its place.
    let mut changes = added.report.lines.iter().flat_map(|line| &line.changes);
    let change = changes.find(|change| change.why == Why::Characters).unwrap();
    assert_eq!(change.removed, "\u{F53A}\u{EBD4}\u{F02C4}");
    assert_eq!(change.added, "\u{1112}\u{119E}\u{11AB}\u{110A}\u{119E}⑳");
}

#[test]
fn an_object_of_another_program_is_asked_about() {
    let out = || Out { why: Why::Embedded, text: "매출 차트".into() };
    let spans = [text("앞"), Span::Out(out())];
    let pieces = vec![Piece::Out(out()), paragraph(Form::Text, 10.0, &spans)];
    let (body, added) = written(pieces, vec![]);
    assert_eq!((body.as_str(), asked(&added)), ("앞\n", vec![Ask::Embedded; 2]));
}
