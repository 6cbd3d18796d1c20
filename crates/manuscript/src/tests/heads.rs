//! What stands at the top of a manuscript: the number of its title, and who wrote it.

use super::{asked, body, cell, paragraph, plain, strong, target, text, whys, written};
use crate::input::Input;
use crate::messages::{Ask, Why};
use crate::office::{Form, Manuscript, Piece, Span, Table};
use crate::target::{Field, Holds};
use crate::{Options, added, keep_none};

fn heading(level: u8, number: &str, words: &str) -> crate::office::Piece {
    paragraph(Form::Heading { level, number: number.into() }, 10.0, &[text(words)])
}

#[test]
fn a_title_is_without_the_number_that_the_file_generates() {
    for number in ["1.", "제1장", "Ⅰ.", "가.", "1-1"] {
        let pieces = vec![heading(1, number, "제목"), heading(2, "가.", "배경"), plain("본문")];
        let (entry, added) = body(Manuscript { pieces, notes: vec![] });
        assert_eq!(added.title, "제목", "{number}");
        // That of a subhead stays: a text may refer to it.
        assert!(entry.starts_with("body = '''\n## 가. 배경\n"), "{entry}");
        let told = added.report.lines.iter().flat_map(|line| &line.changes);
        let told: Vec<&str> =
            told.filter(|c| c.why == Why::TitleNumber).map(|c| c.removed.as_str()).collect();
        assert_eq!((told, asked(&added)), (vec![number], vec![]));
        assert!(whys(&added).contains(&Why::Generated));
    }
}

#[test]
fn a_number_that_was_typed_before_a_title_is_asked_about() {
    let pieces = vec![heading(1, "", "Ⅱ. 제목"), plain("본문")];
    let (_, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("Ⅱ. 제목", vec![Ask::TitleNumber]));
}

#[test]
fn a_large_number_alone_is_no_heading() {
    let large = |size, words: &str| paragraph(Form::Text, size, &[text(words)]);
    let text = || plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    let pieces = vec![
        large(30.0, "2026"),
        large(20.0, "항구의 차례"),
        large(14.0, "배경"),
        large(14.0, "3"),
        text(),
    ];
    let (entry, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!(added.title, "항구의 차례");
    assert!(entry.contains("## 배경\n3\n\n본문이"), "{entry}");
    // Years below a title may belong to it: asked as ever.
    let pieces = vec![large(20.0, "항구 계획"), large(20.0, "(2026~2030)"), text()];
    let (_, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("항구 계획", vec![Ask::TitleLines]));
}

#[test]
fn a_sign_that_looks_otherwise_than_its_line_makes_it_an_item() {
    let large = |spans: &[Span]| paragraph(Form::Text, 14.0, spans);
    let text = || plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    let title = paragraph(Form::Text, 20.0, &[super::text("제목")]);
    let item = large(&[strong("ㅇ"), super::text(" 배를 띄움")]);
    let pieces = vec![title, text(), item, text()];
    let (entry, _) = body(Manuscript { pieces, notes: vec![] });
    assert!(entry.contains("\n- 배를 띄움\n") && !entry.contains("##"), "{entry}");
}

#[test]
fn key_points_may_stand_below_who_wrote_it() {
    let pieces = vec![
        heading(1, "", "제목"),
        plain("홍길동 주무관"),
        plain("핵심 내용"),
        plain("- 첫째 요점"),
        plain("- 둘째 요점"),
        plain("본문이 이어지는 문단입니다."),
    ];
    let (_, added) = body(Manuscript { pieces, notes: vec![] });
    let entry =
        "key = [\n  \"첫째 요점\",\n  \"둘째 요점\",\n]\nbody = '''\n홍길동 주무관\n\n본문이";
    assert!(added.entry.contains(entry), "{}", added.entry);
    assert_eq!(asked(&added), [Ask::Byline]);
}

#[test]
fn a_value_that_a_title_begins_with_is_no_number() {
    for (title, asks) in [("1.5도 목표", vec![]), ("1. 5년의 기록", vec![Ask::TitleNumber])]
    {
        let (_, added) = body(Manuscript {
            pieces: vec![heading(1, "", title), plain("본문")],
            notes: vec![],
        });
        assert_eq!((added.title.as_str(), asked(&added)), (title, asks));
    }
}

#[test]
fn who_wrote_it_is_never_part_of_the_text_unasked() {
    for lines in [vec!["홍길동 주무관"], vec!["○○과 홍길동 (02-123-4567)", "작성자: 김바다"]]
    {
        let pieces =
            lines.iter().map(|line| plain(line)).chain([plain("본문"), plain("홍길동 주무관")]);
        let (body, added) = written(pieces.collect(), vec![]);
        assert_eq!(body, format!("{}\n\n본문\n\n홍길동 주무관\n", lines.join("\n\n")));
        assert_eq!(asked(&added), vec![Ask::Byline; lines.len()]);
        let places = added.report.questions.iter().map(|asked| asked.manifest_line);
        assert!(places.eq((0..lines.len()).map(|line| Some(4 + 2 * line))), "{}", added.entry);
    }
    // A heading by its size is one too, and a line of the text is none.
    let large = paragraph(Form::Text, 14.0, &[text("홍길동 주무관")]);
    let long = plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    let (body, added) = written(vec![large, long.clone()], vec![]);
    assert!(body.starts_with("홍길동 주무관\n\n본문이"), "{body}");
    assert_eq!(asked(&added), [Ask::Byline]);
    let (_, added) = written(vec![long, plain("담당 과장")], vec![]);
    assert_eq!(asked(&added), []);
}

#[test]
fn who_wrote_it_stands_in_the_field_of_the_layout() {
    let mut target = target();
    let field = |list| {
        let (name, holds, fields) = ("author".to_string(), Holds::Text, vec![]);
        Field { name, holds, required: false, list, most: None, fields }
    };
    for (list, expected) in [
        (true, "author = [\n  \"홍길동 주무관\",\n  \"김바다 사무관\",\n]\n"),
        (false, "author = \"홍길동 주무관\"\n"),
    ] {
        target.kinds[0].fields.truncate(6);
        // Before the title: its name alone tells that it is none.
        target.kinds[0].fields.insert(0, field(list));
        let pieces = vec![
            paragraph(Form::Title, 16.0, &[text("제목")]),
            plain("홍길동 주무관"),
            plain("김바다 사무관"),
            plain("본문"),
        ];
        let input = Input::Office("HWPX", Box::new(Manuscript { pieces, notes: vec![] }));
        let options =
            Options { name: "a.hwpx", target: &target, covers: &|_| true, keep: &keep_none };
        let added = added(b"", &options, &input).expect("it is a manuscript");
        let entry = format!("kind = \"brief\"\ntitle = \"제목\"\n{expected}");
        assert!(added.entry.starts_with(&entry), "{}", added.entry);
        assert_eq!(asked(&added).len(), usize::from(!list));
        target.kinds[0].fields.remove(0);
    }
}

#[test]
fn a_title_goes_on_in_the_line_below_that_looks_like_it() {
    let large = |words: &str| paragraph(Form::Text, 20.0, &[text(words)]);
    let styled = |words: &str| paragraph(Form::Title, 16.0, &[text(words)]);
    let headed = |words: &str| heading(1, "", words);
    let text = || plain("본문이 길게 이어지는 문단입니다. 두 문장입니다.");
    for of in [&large as &dyn Fn(&str) -> crate::office::Piece, &styled, &headed] {
        let pieces = vec![of("우리가 만든 배,"), of("그 이름은 하늬"), text()];
        let (_, added) = body(Manuscript { pieces, notes: vec![] });
        assert_eq!(added.title, "우리가 만든 배, 그 이름은 하늬");
        assert_eq!(asked(&added), []);
        // Where the first line may be all of it, the editor is asked.
        let pieces = vec![of("우리가 만든 배"), of("그 이름은 하늬"), text()];
        let (_, added) = body(Manuscript { pieces, notes: vec![] });
        assert_eq!(
            (added.title.as_str(), asked(&added)),
            ("우리가 만든 배", vec![Ask::TitleLines])
        );
        assert!(added.entry.contains("## 그 이름은 하늬\n"), "{}", added.entry);
        let pieces = vec![of("우리가 만든 배"), of("1. 배경"), text()];
        assert_eq!(asked(&body(Manuscript { pieces, notes: vec![] }).1), []);
    }
    let pieces = vec![plain("우리가 만든 배,"), plain("그 이름은 하늬"), text()];
    let (_, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!(added.title, "우리가 만든 배, 그 이름은 하늬");
    assert_eq!(asked(&added), [Ask::TitleGuessed]);
}

#[test]
fn a_letter_names_its_title() {
    let row = |label: &str, words: &str| vec![cell(0, 1, label), cell(1, 1, words), cell(2, 1, "")];
    let letter = |label: &str| {
        let rows =
            vec![row("수신", "항만과장"), row("(경유)", ""), row(label, "부표 점검 결과 제출")];
        Piece::Table(Table { rows, caption: vec![] })
    };
    let text = || plain("위와 관련하여 점검 결과를 붙임과 같이 제출합니다.");
    for label in ["제목", "제  목", "제목:"] {
        let (entry, added) =
            body(Manuscript { pieces: vec![letter(label), text()], notes: vec![] });
        assert_eq!((added.title.as_str(), asked(&added)), ("부표 점검 결과 제출", vec![]));
        assert!(entry.contains("| 수신 | 항만과장 |\n") && !entry.contains("제목 |"), "{entry}");
        assert!(whys(&added).contains(&Why::TitleLabel));
    }
    let lines = ["수신: 항만과장", "제 목 : 부표 점검 결과 제출"].map(plain).to_vec();
    let (entry, added) = body(Manuscript { pieces: [lines, vec![text()]].concat(), notes: vec![] });
    assert_eq!(added.title, "부표 점검 결과 제출");
    assert!(entry.contains("수신: 항만과장\n\n위와"), "{entry}");
    // The head of a list names none.
    let rows = vec![row("제목", "지은이"), row("바다의 날씨", "홍길동"), row("안개", "김바다")];
    let list = Piece::Table(Table { rows, caption: vec![] });
    let (_, added) = body(Manuscript { pieces: vec![list, text()], notes: vec![] });
    assert_eq!(asked(&added), [Ask::Untitled]);
}

#[test]
fn a_line_that_is_a_link_is_no_title_unasked() {
    let spans = [Span::Link("https://example.org/".into()), text("누리집"), Span::LinkEnd];
    let pieces = vec![paragraph(Form::Text, 10.0, &spans), plain("본문이 이어진다.")];
    let (entry, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!(asked(&added), [Ask::Untitled]);
    assert!(entry.contains("[누리집](https://example.org/)"), "{entry}");
}

#[test]
fn a_line_between_dashes_is_no_item_and_no_title() {
    let large = |size, words: &str| paragraph(Form::Text, size, &[text(words)]);
    let text = || plain("배가 다시 다닌다. 항구는 바쁘다.");
    let pieces = vec![plain("- 다섯 곳에서 -"), large(20.0, "등대를 고치다"), text()];
    let (entry, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("등대를 고치다", vec![]));
    assert!(entry.contains("'''\n다섯 곳에서\n\n배가"), "{entry}");
    assert!(whys(&added).contains(&Why::Dashes));
    // One that is large heads nothing.
    let pieces = vec![
        large(20.0, "등대를 고치다"),
        large(15.0, "- 다섯 곳, 석 달 -"),
        text(),
        plain("- 하나"),
    ];
    let (entry, added) = body(Manuscript { pieces, notes: vec![] });
    assert_eq!((added.title.as_str(), asked(&added)), ("등대를 고치다", vec![]));
    assert!(entry.contains("'''\n다섯 곳, 석 달\n\n배가"), "{entry}");
    assert!(entry.contains("\n\n- 하나\n"), "{entry}");
}
