//! What a field's text becomes, and what it may not hold.

use std::fmt::Write as _;

use crate::tree::{Block, Inline, Item, Paragraph, Side, Table};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Sources, Text};

mod limits;
mod offices;
mod pasted;
mod refused;

fn verbatim(value: &str) -> Text {
    let file = Sources::default().add("a.md", value);
    Text::verbatim(value.into(), file, 0)
}

/// Codes with the text they point at.
fn findings(value: &str, out: &[Diagnostic]) -> Vec<(&'static str, String)> {
    let place = |d: &Diagnostic| d.span.map_or("", |span| &value[span.start..span.end]).to_string();
    out.iter().map(|d| (d.message.code, place(d))).collect()
}

fn inlines(body: &[Inline]) -> String {
    let mut out = String::new();
    for inline in body {
        let _ = match inline {
            Inline::Text { text, .. } => write!(out, "{text}"),
            Inline::Emph(body) => write!(out, "<em {}>", inlines(body)),
            Inline::Strong(body) => write!(out, "<strong {}>", inlines(body)),
            Inline::Link { url, body } => write!(out, "<{url} {}>", inlines(body)),
            Inline::Break => write!(out, "<br>"),
            Inline::Mark(n) => write!(out, "<{n}>"),
        };
    }
    out
}

fn paragraph(paragraph: &Paragraph) -> String {
    let mut out = inlines(&paragraph.body);
    for note in &paragraph.notes {
        let _ = write!(out, " [{}: {}]", note.ordinal, inlines(&note.body));
    }
    out
}

fn items(list: &[Item], depth: usize, out: &mut String) {
    for item in list {
        let _ = writeln!(out, "{}- {}", "  ".repeat(depth), paragraph(&item.text));
        items(&item.children, depth + 1, out);
    }
}

fn tree(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        let row = |cells: &[Vec<Inline>]| {
            cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join("|")
        };
        let _ = match block {
            Block::Subhead(text) => writeln!(out, "## {}", paragraph(text)),
            Block::Paragraph(text) => writeln!(out, "{}", paragraph(text)),
            Block::List(list) => {
                items(list, 0, &mut out);
                Ok(())
            }
            Block::Images(images) => images.iter().try_for_each(|image| {
                let caption = image.caption.as_ref().map(|caption| &caption.text);
                writeln!(out, "image {} {:?} {caption:?}", image.file, image.alt)
            }),
            Block::Table(Table { caption, header, rows, .. }) => {
                let rows: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
                let caption = caption.iter().map(|caption| format!("‘{}’ ", inlines(caption)));
                let caption: String = caption.collect();
                writeln!(out, "table {caption}{} / {}", row(header), rows.join(" / "))
            }
        };
    }
    out
}

/// The tree of a text without faults.
fn good(value: &str) -> String {
    let mut out = vec![];
    let blocks = super::blocks(&verbatim(value), &mut out);
    assert_eq!(findings(value, &out), [], "{value}");
    tree(&blocks)
}

/// The faults of blocks.
fn bad(value: &str) -> Vec<(&'static str, String)> {
    let mut out = vec![];
    super::blocks(&verbatim(value), &mut out);
    findings(value, &out)
}

fn good_inline(value: &str) -> String {
    let mut out = vec![];
    let body = super::inline(&verbatim(value), &mut out);
    assert_eq!(findings(value, &out), [], "{value}");
    inlines(&body)
}

fn bad_inline(value: &str) -> Vec<(&'static str, String)> {
    let mut out = vec![];
    super::inline(&verbatim(value), &mut out);
    findings(value, &out)
}

#[test]
fn a_brief_is_read() {
    let body = "## 유엔총회의 **결의안**\n- 첫째[^un]가 있고\n  이어짐\n  - 둘째\n    - 셋째\n- 넷째\n\n[^un]: Seizing *the* \
                opportunities\n";
    assert_eq!(
        good(body),
        "## 유엔총회의 <strong 결의안>\n\
         - 첫째<1>가 있고 이어짐 [1: Seizing <em the> opportunities]\n  - 둘째\n    - 셋째\n- 넷째\n"
    );
}

#[test]
fn paragraphs_breaks_and_links() {
    assert_eq!(good("가 나\n다\n\n라"), "가 나 다\n라\n");
    assert_eq!(good("가\\\n나  \n다"), "가<br>나<br>다\n");
    assert_eq!(
        good("[글](https://a.kr/x_y_z) <https://b.kr/a_b*c*> <me@a.kr>"),
        "<https://a.kr/x_y_z 글> <https://b.kr/a_b*c* https://b.kr/a_b*c*> <mailto:me@a.kr me@a.kr>\n"
    );
    assert_eq!(
        good("가**나*다***라 snake_case_name 3 * 4"),
        "가<strong 나<em 다>>라 snake_case_name 3 * 4\n"
    );
}

#[test]
fn a_particle_follows_strong_text() {
    for (value, read) in [
        ("**자연어 처리(NLP)**의 흐름", "<strong 자연어 처리(NLP)>의 흐름"),
        ("값은 **50%**로 오름", "값은 <strong 50%>로 오름"),
        ("**“쉬운 안내 5건”**라고", "<strong “쉬운 안내 5건”>라고"),
        ("또**‘라마’**를, 그*(참고)*은", "또<strong ‘라마’>를, 그<em (참고)>은"),
        (
            "**3.5℃**에서 **가.**나 **끝.**그리고",
            "<strong 3.5℃>에서 <strong 가.>나 <strong 끝.>그리고",
        ),
        ("**[글](https://a.kr/(*)가)**은", "<strong <https://a.kr/(*)가 글>>은"),
        ("**가 (**나**) 다**", "<strong 가 (<strong 나>) 다>"),
        ("가[^*(나]\n\n[^*(나]: 다", "가<1> [1: 다]"),
    ] {
        assert_eq!(good(value), format!("{read}\n"), "{value}");
    }
    let value = "**가(나)**의";
    let mut out = vec![];
    let Block::Paragraph(read) = &super::blocks(&verbatim(value), &mut out)[0] else { panic!() };
    let Inline::Strong(body) = &read.body[0] else { panic!("{read:?}") };
    let Inline::Text { text, span } = &body[0] else { panic!("{body:?}") };
    assert_eq!((text.as_str(), &value[span.start..span.end]), ("가(나)", "가(나)"));
}

#[test]
fn escapes_and_entities_are_decoded() {
    assert_eq!(good("\\*가\\* 3\\*4 &amp; &lt;b&gt; &#xAC00; a&nbsp;b"), "*가* 3*4 & <b> 가 a b\n");
    assert_eq!(good("\\[가](나) \\[^가] \\**나*"), "[가](나) [^가] *<em 나>\n");
    assert_eq!(good("2024\\. 5. 7."), "2024. 5. 7.\n");
}

#[test]
fn loose_lists_are_as_tight_ones() {
    assert_eq!(good("- 가\n\n- 나\n\n  - 다\n"), "- 가\n- 나\n  - 다\n");
    assert_eq!(good("- 가[^a]\n\n  [^a]: 주\n- 나"), "- 가<1> [1: 주]\n- 나\n");
    let mut out = vec![];
    let blocks = super::blocks(&verbatim("- 가[^a]\n[^a]: 주\n- 나\n\n* 다"), &mut out);
    assert_eq!((blocks.len(), out), (2, vec![]));
}

#[test]
fn notes_are_numbered_by_paragraph() {
    assert_eq!(
        good("가[^b]와 나[^a]\n\n다[^c]\n\n[^a]: 에이\n[^b]: 비\n\n[^c]: 시"),
        "가<1>와 나<2> [1: 비] [2: 에이]\n다<1> [1: 시]\n"
    );
    assert_eq!(good("## 가[^a]\n\n[^a]: 주"), "## 가<1> [1: 주]\n");
    assert_eq!(good("**가[^A]**\n\n[^a]: 주"), "<strong 가<1>> [1: 주]\n");
}

#[test]
fn images_and_tables() {
    assert_eq!(
        good("![얼굴 *사진*](a b.png)".replace("a b", "a%20b").as_str()),
        "image a%20b.png \"얼굴 사진\" None\n"
    );
    assert_eq!(
        good("![얼굴](<그림 1.png> \"설명 “글”\")"),
        "image 그림 1.png \"얼굴\" Some(\"설명 “글”\")\n"
    );
    assert_eq!(
        good("| 가 | 나 |\n|---|---|\n| **1** | a\\|b |\n| | 2 |\n"),
        "table 가|나 / <strong 1>|a|b / |2\n"
    );
}

#[test]
fn figures_stand_under_each_other_unless_the_author_says_where() {
    let sides = |value: &str| {
        let mut out = vec![];
        let blocks = super::blocks(&verbatim(value), &mut out);
        assert_eq!(findings(value, &out), [], "{value}");
        let [Block::Table(table)] = &blocks[..] else { panic!("{blocks:?}") };
        table.sides.clone()
    };
    let (left, center, right) = (Side::Left, Side::Center, Side::Right);
    let figures = "|가|나|다|\n|-|-|-|\n|1|△2.5%|1위|\n|2|-|2위 서울|\n";
    assert_eq!(sides(figures), [left, right, left]);
    assert_eq!(sides("|가|나|다|\n|:-:|:-|-:|\n|1|2|서울|\n"), [center, left, right]);
}

#[test]
fn a_cell_has_lines_and_a_table_a_caption() {
    assert_eq!(
        good("가\n\n: **표 1** 나라별\n\n|가|\n|-|\n|1<br>2<br />3|\n"),
        "가\ntable ‘<strong 표 1> 나라별’ 가 / 1<br>2<br>3\n"
    );
    assert_eq!(good(": 제목\n|가|\n|-|\n|1|\n"), "table ‘제목’ 가 / 1\n");
    for text in ["\\: 제목\n\n|가|\n|-|\n|1|\n", ":제목\n\n|가|\n|-|\n|1|\n"] {
        let tree = good(text);
        assert!(tree.starts_with(':') && tree.contains("제목\ntable 가"), "{tree}");
    }
    assert_eq!(good(": 이어지는 글"), ": 이어지는 글\n");
}

#[test]
fn every_run_knows_its_place() {
    let value = "- 가 \\*나 &amp; **다**\n  라";
    let mut out = vec![];
    let blocks = super::blocks(&verbatim(value), &mut out);
    let Block::List(list) = &blocks[0] else { panic!("{blocks:?}") };
    let mut places = vec![];
    for inline in &list[0].text.body {
        if let Inline::Text { text, span } = inline {
            places.push((text.as_str(), &value[span.start..span.end]));
        }
    }
    assert_eq!(
        places,
        [("가 ", "가 "), ("*나 ", "*나 "), ("&", "&amp;"), (" ", " "), (" ", "\n"), ("라", "라")]
    );
    let span = list[0].text.span;
    assert_eq!(&value[span.start..span.end], "가 \\*나 &amp; **다**\n  라");
}

#[test]
fn one_line_texts_keep_the_authors_break() {
    let read = |value: &str| {
        let mut out = vec![];
        let text = super::text(&verbatim(value), &mut out).text;
        (text, findings(value, &out))
    };
    assert_eq!(read(" 유엔총회,\n 결의안* \n"), ("유엔총회,\n결의안*".into(), vec![]));
    assert_eq!(read(" \n").1, [("E0301", " \n".to_string())]);
    assert_eq!(read("가\n\n나").1, [("E0302", String::new())]);
    assert_eq!(read("\"가").1, [("W0305", "\"".to_string())]);
    assert_eq!(read("가\u{200B}\u{F0A7}").1[1].0, "E0304");
}

#[test]
fn one_paragraph_fields() {
    assert_eq!(good_inline("2024. 5. 7. **발표**\n이어짐"), "2024. 5. 7. <strong 발표> 이어짐");
    assert_eq!(good_inline(" 1) 가"), "1) 가");
    assert_eq!(good_inline("가 [나](https://a.kr)"), "가 <https://a.kr 나>");
    let mut out = vec![];
    let value = "2024. 가";
    let body = super::inline(&verbatim(value), &mut out);
    let Inline::Text { span, .. } = &body[0] else { panic!("{body:?}") };
    assert_eq!((span.start, span.end), (0, value.len()));
}
