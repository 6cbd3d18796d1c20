//! What an editor is asked, and asked once; what is refused, with what it is.

use super::{asked, body, cell, paragraph, plain, text, written};
use crate::files::zipped::zipped;
use crate::input::Input;
use crate::messages::Ask;
use crate::office::{Form, Manuscript, Piece, Span, Table};
use jikji_diagnostic::Lang;

fn table(rows: [[&str; 2]; 2]) -> Piece {
    let row = |[a, b]: [&str; 2]| vec![cell(0, 1, a), cell(1, 1, b)];
    Piece::Table(Table { rows: rows.map(row).to_vec(), caption: vec![] })
}

#[test]
fn a_note_without_words_goes_with_its_mark() {
    let spans = [text("용어"), Span::Note(0), text("와 다른 말"), Span::Note(1)];
    let notes = ["", "뜻"].map(|note| vec![plain(note)]).to_vec();
    let (body, added) = written(vec![paragraph(Form::Text, 10.0, &spans)], notes);
    assert_eq!(body, "용어와 다른 말[^1]\n\n[^1]: 뜻\n");
    assert_eq!(asked(&added), [Ask::NoteEmpty]);
    assert!(added.report.questions[0].says.say(Lang::Ko).contains("‘용어’"));
}

#[test]
fn a_title_above_an_empty_table_is_a_text() {
    let title = paragraph(Form::Title, 16.0, &[text("제목")]);
    let pieces = vec![title, table([["", ""], ["", ""]])];
    let (entry, added) = body(Manuscript { pieces, notes: vec![] });
    assert!(entry.ends_with("title = \"a\"\nbody = '''\n제목\n'''\n"), "{entry}");
    assert_eq!(asked(&added), [Ask::Untitled]);
    // What is asked about is the title that was made up, not the text.
    let line = added.report.questions[0].manifest_line.unwrap();
    assert_eq!(entry.lines().nth(line - 1), Some("title = \"a\""));
}

#[test]
fn a_line_in_angle_brackets_is_a_picture_s_only_where_it_may_be() {
    let filled = || table([["가", "나"], ["다", "라"]]);
    for (line, asks) in [
        ("<참고>", vec![]),
        ("<붙임 1>", vec![]),
        ("〈참고: 용어〉", vec![]),
        ("<표 2>", vec![]),
        ("<보 기>", vec![]),
        ("<표면의 온도>", vec![Ask::Picture]),
        ("<항구의 모습>", vec![Ask::Picture]),
    ] {
        let (body, added) = written(vec![plain(line), plain("글이 이어진다.")], vec![]);
        assert_eq!(asked(&added), asks, "{line}");
        assert!(body.contains("\n\n글이"), "{body}");
        // Right above a table it is the table's.
        let (body, added) = written(vec![plain("글이 이어진다."), plain(line), filled()], vec![]);
        assert_eq!(asked(&added), [], "{line}");
        assert!(body.starts_with("글이 이어진다.\n\n: ") && body.contains("\n\n| 가"), "{body}");
    }
}

#[test]
fn all_characters_without_a_font_are_one_question() {
    let pieces = ["가\u{F8FF}나", "다\u{FFFD}라", "마\u{F8FF}바"].map(plain).to_vec();
    let (body, added) = written(pieces, vec![]);
    assert_eq!(body, "가〓나\n\n다〓라\n\n마〓바\n");
    assert_eq!(asked(&added), [Ask::Character]);
    let says = added.report.questions[0].says.say(Lang::Ko);
    assert!(says.contains("U+F8FF") && says.contains("U+FFFD"), "{says}");
    assert_eq!(says.matches("U+F8FF").count(), 1);
}

#[test]
fn a_text_that_is_called_a_document_is_told() {
    let target = super::target();
    let asks = |name: &str| {
        let (covers, keep) = (|_| true, crate::keep_none);
        let options = crate::Options { name, target: &target, covers: &covers, keep: &keep };
        let added = crate::add("제목\n\n본문 한 줄이 있다.\n".as_bytes(), &options);
        let questions = added.expect("it is a manuscript").report.questions;
        let own = questions.into_iter().filter(|asked| asked.code == Ask::TextAlone);
        own.map(|asked| asked.says.say(Lang::Ko).to_string()).collect::<Vec<_>>()
    };
    for (name, end) in [("a.docx", ".docx"), ("원고.HWPX", ".hwpx"), ("a.hwp", ".hwp")] {
        let said = asks(name);
        assert!(said.len() == 1 && said[0].contains(end), "{name}: {said:?}");
    }
    assert_eq!(asks("docx.txt"), [""; 0]);
}

#[test]
fn what_is_zipped_or_left_by_word_says_what_it_is() {
    let refused = |name: &str, bytes: &[u8]| {
        let fault = Input::of(name, bytes).expect_err("it is refused");
        (fault.message.code.to_string(), fault.text(Lang::Ko))
    };
    let with = |name: &str| zipped(vec![(name.to_string(), b"x".to_vec())]);
    for (name, kind) in [("xl/workbook.xml", "XLSX"), ("ppt/presentation.xml", "PPTX")] {
        let (code, text) = refused("a.docx", &with(name));
        assert!(code == "E1205" && text.contains(kind), "{text}");
    }
    assert_eq!(refused("a.docx", &with("theme/theme1.xml")).0, "E1233");
    let mut owner = vec![0; 162];
    owner[..6].copy_from_slice(b"\x05hong ");
    assert_eq!(refused("~$고.docx", &owner).0, "E1232");
    // A manuscript may be called so.
    assert!(Input::of("~$1.txt", "글".repeat(2000).as_bytes()).is_ok());
}
