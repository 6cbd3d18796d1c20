//! Words: plain paragraphs, marks among letters, and what is left out of a line.

use super::*;

#[test]
fn plain_paragraphs_are_read() {
    let file = File::of(&[paragraph("첫째 문단입니다."), paragraph(""), paragraph("둘째 😀")]);
    for flags in [0, 1] {
        let manuscript = File { flags, body: file.body.clone(), ..File::of(&[]) }.read();
        let found: Vec<&[Span]> =
            paragraphs(&manuscript.pieces).iter().map(|found| &found.spans[..]).collect();
        assert_eq!(found, [&[text("첫째 문단입니다.")][..], &[], &[text("둘째 😀")]]);
    }
}

#[test]
fn sections_follow_each_other_by_their_numbers() {
    let mut file = File::of(&[]);
    file.body = (0..11).map(|number| paragraph(&number.to_string())).collect();
    let manuscript = file.read();
    let found = paragraphs(&manuscript.pieces);
    assert_eq!(found.len(), 11);
    assert_eq!(found[10].spans, [text("10")]);
}

#[test]
fn marks_of_one_and_of_eight_units_are_told_apart() {
    let line = "가{9}나{10}다{24}라{30}마{31}바{8}사{25}아{5}자{0}차{12}카";
    let manuscript = File::of(&[paragraph(line)]).read();
    let expected =
        [text("가"), Span::Tab, text("나"), Span::Break, text("다-라\u{a0}마 바사아자차카")];
    assert_eq!(spans(&manuscript), expected);
}

#[test]
fn a_mark_that_is_cut_off_ends_the_text() {
    let cut = [units("가나"), vec![9, 0, 9, 0, 9]].concat();
    let bytes =
        [record(tag::PARAGRAPH, 0, &[0; 22]), record(tag::TEXT, 1, &cut), paragraph("다")].concat();
    let manuscript = File::of(&[bytes]).read();
    assert_eq!(spans(&manuscript), [text("가나"), Span::Tab]);
    assert_eq!(paragraphs(&manuscript.pieces)[1].spans, [text("다")]);
}

#[test]
fn notes_stand_at_their_marks() {
    let note = |id, words: &str| {
        let number = [&b"onta"[..], &[1, 0, 0, 0, 7, 0]].concat();
        let words = format!("{{18 atno}}{words}");
        let words = shaped(2, 0, 0, &words, &[record(tag::CONTROL, 3, &number)]);
        control(id, &[], &[record(tag::LIST, 2, &[0; 16]), words])
    };
    let line = holding("앞{17 fn  } 뒤{17 en  }.", &[note("fn  ", "각주"), note("en  ", "미주")]);
    let manuscript = File::of(&[line]).read();
    let expected = [text("앞"), Span::Note(0), text(" 뒤"), Span::Note(1), text(".")];
    assert_eq!(spans(&manuscript), expected);
    let notes: Vec<&[Span]> =
        manuscript.notes.iter().map(|note| &paragraphs(note)[0].spans[..]).collect();
    assert_eq!(notes, [[text("각주")], [text("미주")]]);
}

#[test]
fn what_is_no_body_is_left_out_and_told() {
    let hidden = |id| control(id, &[0; 8], &[list(&[], &["한 줄", "또 한 줄"])]);
    let name = [&[0; 10][..], &counted("처음")].concat();
    let bookmark = control("bokm", &[], &[record(tag::CONTROL_DATA, 2, &name)]);
    let index = control("idxm", &[counted("낱말"), counted("뜻")].concat(), &[]);
    let number = control("atno", &[0, 0, 0, 0, 12, 0], &[]);
    let form = |words: &str| record(tag::FORM, 2, &units(words));
    let button = form("ButtonSet:set:30:Caption:wstring:2:확인 Value:int:1 ");
    let field = form("EditSet:set:30:Text:wstring:3:쓴 글 MultiLine:bool:0 ");
    let master = control("secd", &[0; 34], &[list(&[], &["바탕"])]);
    let controls = [
        master,
        control("cold", &[], &[]),
        hidden("head"),
        hidden("foot"),
        hidden("tcmt"),
        bookmark,
        index,
        number,
        control("pgnp", &[0; 12], &[]),
        control("form", &[0; 44], &[button]),
        control("form", &[0; 44], &[field]),
    ];
    let line = "{2 secd}{2 cold}{16 head}{16 foot}{15 tcmt}{22 bokm}{22 idxm}{18 atno}{21 pgnp}{11 form}{11 form}글";
    let manuscript = File::of(&[holding(line, &controls)]).read();
    let expected = [
        out(Why::MasterPage, "바탕"),
        out(Why::Header, "한 줄\n또 한 줄"),
        out(Why::Footer, "한 줄\n또 한 줄"),
        out(Why::HiddenComment, "한 줄\n또 한 줄"),
        out(Why::Bookmark, "처음"),
        out(Why::IndexMark, "낱말 뜻"),
        out(Why::PageNumber, "12"),
        out(Why::PageNumber, ""),
        out(Why::FormObject, "확인"),
        out(Why::FormObject, "쓴 글"),
        text("글"),
    ];
    assert_eq!(spans(&manuscript), expected);
}

#[test]
fn words_that_are_drawn_otherwise_are_told() {
    let controls = [
        control("tcps", &[&counted("12")[..], &[0; 4]].concat(), &[]),
        control("tcps", &[&counted("◯23")[..], &[1, 0, 0, 0]].concat(), &[]),
        control("tcps", &[&counted("□법")[..], &[3, 0, 0, 0]].concat(), &[]),
        control("tdut", &[counted("韓國"), counted("한국")].concat(), &[]),
        control(
            "eqed",
            &[0; 44],
            &[
                list(&[], &["식의 설명"]),
                record(tag::EQUATION, 2, &[&[0; 4][..], &counted("a over b")].concat()),
            ],
        ),
        control("atno", &[4, 0, 0, 0, 3, 0, 0, 0, 60, 0, 62, 0], &[]),
    ];
    let line = "가{23 tcps}{23 tcps}{23 tcps}나{23 tdut}다{11 eqed}라{18 atno}";
    let manuscript = File::of(&[holding(line, &controls)]).read();
    let expected = [
        text("가"),
        Span::Changed(Why::Overlap),
        text("12"),
        Span::Changed(Why::Overlap),
        text("㉓"),
        Span::Changed(Why::Overlap),
        text("법나"),
        Span::Changed(Why::Gloss),
        text("韓國(한국)다"),
        Span::Changed(Why::Equation),
        text("a over b라<3>"),
    ];
    assert_eq!(spans(&manuscript), expected);
    assert_eq!(paragraphs(&manuscript.pieces)[1].spans, [text("식의 설명")]);
}

fn field(id: &str, command: &str) -> Vec<u8> {
    control(id, &[&[0; 5][..], &counted(command)].concat(), &[])
}

#[test]
fn links_have_their_addresses() {
    let controls = [
        field("%hlk", "https\\://a.kr/?b=1\\;c;1;0;0;"),
        field("%hlk", "www.b.kr|도움말;1;0;0;"),
        field("%hlk", "?책갈피;0;0;0;"),
    ];
    let line = "{3 %hlk}가{4 %hlk} {3 %hlk}나{3 %hlk}다{4 %hlk}";
    let manuscript = File::of(&[holding(line, &controls)]).read();
    let expected = [
        Span::Link("https://a.kr/?b=1;c".to_string()),
        text("가"),
        Span::LinkEnd,
        text(" "),
        Span::Link("www.b.kr".to_string()),
        text("나"),
        out(Why::FieldCode, "?책갈피;0;0;0;"),
        text("다"),
        // The end that is missing.
        Span::LinkEnd,
    ];
    assert_eq!(spans(&manuscript), expected);
}

#[test]
fn a_link_goes_on_in_the_next_paragraph() {
    let link = field("%hlk", "http\\://a.kr;");
    let lines = [
        holding("가{3 %hlk}나", &[link]),
        paragraph(""),
        paragraph("다"),
        paragraph("라{4 %hlk}마"),
        paragraph("바"),
    ];
    let manuscript = File::of(&lines).read();
    let found: Vec<&[Span]> =
        paragraphs(&manuscript.pieces).iter().map(|found| &found.spans[..]).collect();
    let link = || Span::Link("http://a.kr".to_string());
    let expected = [
        &[text("가"), link(), text("나"), Span::LinkEnd][..],
        &[],
        &[link(), text("다"), Span::LinkEnd],
        &[link(), text("라"), Span::LinkEnd, text("마")],
        &[text("바")],
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_link_in_a_link_is_told() {
    let controls = [field("%hlk", "http\\://a.kr;"), field("%hlk", "http\\://b.kr;")];
    let line = "{3 %hlk}가{3 %hlk}나{4 %hlk}다{4 %hlk}라";
    let manuscript = File::of(&[holding(line, &controls)]).read();
    let expected = [
        Span::Link("http://a.kr".to_string()),
        text("가"),
        out(Why::LinkLost, "http://b.kr"),
        text("나"),
        text("다"),
        Span::LinkEnd,
        text("라"),
    ];
    assert_eq!(spans(&manuscript), expected);
}

#[test]
fn codes_of_fields_are_left_out_and_their_words_stay() {
    let asked = "Clickhere:set:30:Direction:wstring:3:이름은 HelpState:wstring:0: ";
    let controls = [
        field("%fmu", "=SUM(A1:A3)??%g,;;6"),
        field("%clk", asked),
        field("%clk", asked),
        field("%unk", "MEMO/1/2"),
    ];
    let line = "{3 %fmu}6{4 %fmu}{3 %clk}김하나{4 %clk}{3 %clk}이름은{4 %clk}{3 %unk}본문{4 %unk}";
    let memo = [record(tag::MEMOS, 1, &[1, 0, 0, 0]), record(tag::LIST, 1, &[0; 16])].concat();
    let memo = [memo, shaped(1, 0, 0, "메모 하나", &[]), shaped(1, 0, 0, "메모 둘", &[])].concat();
    let next = [record(tag::MEMOS, 1, &[2, 0, 0, 0]), shaped(1, 0, 0, "다른 메모", &[])].concat();
    let controls = [&controls[..], &[memo, next]].concat();
    let manuscript = File::of(&[holding(line, &controls)]).read();
    let expected = [
        out(Why::FieldCode, "=SUM(A1:A3)??%g,;;6"),
        text("6"),
        text("김하나"),
        out(Why::Prompt, "이름은"),
        text("본문"),
    ];
    assert_eq!(spans(&manuscript), expected);
    let memo = |text: &str| Piece::Out(Out { why: Why::Memo, text: text.to_string() });
    assert_eq!(manuscript.pieces[1..], [memo("메모 하나\n메모 둘"), memo("다른 메모")]);
}

#[test]
fn what_was_deleted_is_out_with_all_that_stands_in_it() {
    let range = |start: u32, end: u32, kind: u32| {
        [start, end, kind << 24 | 1].map(u32::to_le_bytes).concat()
    };
    let ranges = [range(4, 6, 16), range(2, 4, 17), range(14, 24, 17)].concat();
    let note = control("fn  ", &[], &[list(&[], &["지운 각주"])]);
    let link = field("%hlk", "http\\://a.kr;");
    let line = "가나옛글새글{9}는{17 fn  }{3 %hlk}요{4 %hlk}";
    let ranges = record(tag::RANGES, 1, &ranges);
    // Places: 가나 0, 옛글 2, 새글 4, the tab 6 to 13, 는 14, the mark of the note 15, that of the link 23.
    let mut file = File::of(&[paragraph("가나새글{9}는요")]);
    file.flags = 1 | 1 << 14;
    file.view = vec![holding(line, &[ranges, note, link])];
    let manuscript = file.read();
    let expected = [
        text("가나"),
        out(Why::Deleted, "옛글"),
        Span::Changed(Why::Inserted),
        text("새글"),
        Span::Tab,
        out(Why::Deleted, "는"),
        out(Why::Deleted, "지운 각주"),
        out(Why::LinkLost, "http://a.kr"),
        text("요"),
    ];
    assert_eq!(spans(&manuscript), expected);
    assert_eq!(manuscript.notes.len(), 0);
}
