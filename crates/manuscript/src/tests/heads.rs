//! What stands at the top of a manuscript: the number of its title, and who wrote it.

use super::{asked, body, paragraph, plain, target, text, whys, written};
use crate::input::Input;
use crate::messages::{Ask, Why};
use crate::office::{Form, Manuscript};
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
