//! What stands by itself: tables, pictures, text boxes, drawings.

use super::*;
use crate::office::{Cell, Picture, Table};

fn table(rows: u16, within: &[Vec<u8>]) -> Vec<u8> {
    let own = [&[0; 4][..], &rows.to_le_bytes(), &[0; 14]].concat();
    let caption = list(&[], &["표 {18 atno}"]);
    control("tbl ", &[0; 44], &[caption, record(tag::TABLE, 2, &own), within.concat()])
}

fn cell(place: [u16; 4], words: &str) -> Vec<u8> {
    list(&[&place.map(u16::to_le_bytes).concat()[..], &[0; 18]].concat(), &[words])
}

fn texts(pieces: &[Piece]) -> String {
    crate::office::plain::text(pieces)
}

#[test]
fn a_table_has_its_rows_and_spans() {
    let cells = [
        cell([0, 0, 2, 1], "가"),
        cell([2, 0, 1, 3], "나"),
        cell([0, 1, 1, 2], "다"),
        cell([1, 1, 1, 2], "라"),
        cell([0, 3, 65535, 0], "마"),
    ];
    let manuscript = File::of(&[holding("{11 tbl }", &[table(3, &cells)])]).read();
    let [Piece::Table(Table { rows, caption })] = &manuscript.pieces[..] else {
        panic!("{:?}", manuscript.pieces)
    };
    let found: Vec<Vec<(u32, u32, u32, String)>> = rows
        .iter()
        .map(|row| {
            let cell = |cell: &Cell| (cell.column, cell.across, cell.down, texts(&cell.pieces));
            row.iter().map(cell).collect()
        })
        .collect();
    let of = |column, across, down, text: &str| (column, across, down, text.to_string());
    assert_eq!(
        found,
        [
            vec![of(0, 2, 1, "가"), of(2, 1, 3, "나")],
            vec![of(0, 1, 2, "다"), of(1, 1, 2, "라")],
            vec![],
            vec![of(0, 65535, 1, "마")],
        ]
    );
    assert_eq!(caption[0].spans, [text("표 ")]);
}

#[test]
fn what_stands_before_the_words_comes_before_them() {
    let two = |before: &str, after: &str| {
        let line = format!("{before}{{11 tbl }}{after}");
        let manuscript =
            File::of(&[holding(&line, &[table(1, &[cell([0, 0, 1, 1], "칸")])])]).read();
        manuscript.pieces.iter().map(|piece| matches!(piece, Piece::Table(_))).collect::<Vec<_>>()
    };
    assert_eq!(two("", ""), [true]);
    assert_eq!(two(" ", "글"), [true, false]);
    assert_eq!(two("글", ""), [false, true]);
}

/// A drawn object with a description, and the records in it.
fn object(within: &[Vec<u8>]) -> Vec<u8> {
    control("gso ", &[&[0; 40][..], &counted("설명")].concat(), within)
}

fn shape(level: u16, within: &[Vec<u8>]) -> Vec<u8> {
    [record(tag::SHAPE, level, &[0; 200]), within.concat()].concat()
}

fn picture(level: u16, number: u16) -> Vec<u8> {
    record(tag::PICTURE, level, &[&[0; 71][..], &number.to_le_bytes(), &[0; 10]].concat())
}

/// A file that is kept in the file: bits 4 and 5 say whether it is packed.
fn kept(looks: u16, number: u16, ending: &str) -> Vec<u8> {
    let data = [&looks.to_le_bytes()[..], &number.to_le_bytes(), &counted(ending)].concat();
    record(tag::BIN_DATA, 1, &data)
}

#[test]
fn pictures_have_their_names_bytes_and_captions() {
    let linked = [&[0, 0][..], &counted("C:\\그림\\가.png"), &counted("")].concat();
    let info = [
        kept(1, 10, "jpg"),
        kept(1 | 2 << 4, 2, "bmp"),
        record(tag::BIN_DATA, 1, &linked),
        kept(1, 4, "png"),
        kept(1, 5, "gif"),
    ];
    let caption = list(&[], &["그림 하나"]);
    let objects = [
        object(&[caption, shape(2, &[picture(3, 1)])]),
        object(&[shape(2, &[picture(3, 2)])]),
        object(&[shape(2, &[picture(3, 3)])]),
        object(&[shape(2, &[picture(3, 4)])]),
        object(&[shape(2, &[picture(3, 5)])]),
        object(&[shape(2, &[picture(3, 6)])]),
    ];
    let line = holding(&"{11 gso }".repeat(6), &objects);
    let mut file = File::of(&[line]).info(&info);
    file.files = vec![
        ("BIN000A.jpg".to_string(), pack(b"jpeg")),
        ("BIN0002.bmp".to_string(), b"bitmap".to_vec()),
        // It is not packed after all.
        ("BIN0004.png".to_string(), b"\x89PNG".to_vec()),
    ];
    let manuscript = file.read();
    let found: Vec<(&str, &[u8], usize)> = manuscript
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Picture(Picture { name, bytes, caption, alt }) => {
                assert_eq!(alt, "설명");
                (&name[..], &bytes[..], caption.len())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let expected: [(&str, &[u8], usize); 6] = [
        ("BIN000A.jpg", b"jpeg", 1),
        ("BIN0002.bmp", b"bitmap", 0),
        ("가.png", b"", 0),
        ("BIN0004.png", b"\x89PNG", 0),
        ("BIN0005.gif", b"", 0),
        ("", b"", 0),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_the_program_says_of_a_picture_does_not_describe_it() {
    let words = "그림입니다. 원본 그림의 이름: a.png";
    let head = [&[0; 40][..], &counted(words)].concat();
    let object = control("gso ", &head, &[shape(2, &[picture(3, 1)])]);
    let manuscript = File::of(&[holding("{11 gso }", &[object])]).read();
    let told = Piece::Out(Out { why: Why::Description, text: words.to_string() });
    let [Piece::Picture(picture), last] = &manuscript.pieces[..] else {
        panic!("{:?}", manuscript.pieces)
    };
    assert_eq!((&picture.alt[..], last), ("", &told));
}

#[test]
fn words_of_drawn_objects_are_words_of_the_text() {
    let words = |level: u16, words: &str| {
        [record(tag::LIST, level, &[0; 20]), shaped(level, 0, 0, words, &[])].concat()
    };
    let art = [&[0; 32][..], &counted("글맵시"), &counted("굴림")].concat();
    let group = shape(
        2,
        &[
            shape(3, &[words(4, "안"), record(79, 4, &[0; 33])]),
            shape(3, &[shape(4, &[picture(5, 1)]), shape(4, &[words(5, "깊이")])]),
        ],
    );
    let objects = [
        object(&[list(&[], &["무리의 설명"]), group]),
        object(&[shape(2, &[record(tag::WORD_ART, 3, &art)])]),
    ];
    let manuscript = File::of(&[holding("앞{11 gso }{11 gso }", &objects)]).read();
    let boxed = |words: &str| [Span::Changed(Why::TextBox), text(words)];
    let found = paragraphs(&manuscript.pieces);
    assert_eq!(found[0].spans, [text("앞"), Span::Changed(Why::WordArt), text("글맵시")]);
    assert_eq!([&found[1].spans, &found[2].spans], [&boxed("안"), &boxed("깊이")]);
    let told = Piece::Out(Out { why: Why::Description, text: "설명".to_string() });
    let [_, _, Piece::Picture(picture), _, last] = &manuscript.pieces[..] else {
        panic!("{:?}", manuscript.pieces)
    };
    assert_eq!(picture.caption[0].spans, [text("무리의 설명")]);
    // The description of the group is the picture's, that of the word art is left out.
    assert_eq!((&picture.alt[..], last), ("설명", &told));
}

#[test]
fn what_has_no_words_is_told() {
    let objects = [
        object(&[shape(2, &[record(78, 3, &[0; 20])])]),
        object(&[shape(2, &[record(tag::OLE, 3, &[0; 26])])]),
        object(&[shape(2, &[record(tag::VIDEO, 3, &[0; 10])]), list(&[], &["영상"])]),
    ];
    let manuscript = File::of(&[holding(&"{11 gso }".repeat(3), &objects)]).read();
    let told = |why| Piece::Out(Out { why, text: "설명".to_string() });
    let (last, first) = manuscript.pieces.split_last().expect("pieces");
    assert_eq!(first, [told(Why::Drawing), told(Why::Embedded), told(Why::Video)]);
    assert_eq!(texts(std::slice::from_ref(last)), "영상");
}

/// A compound file with one stream, as an object is kept.
fn kept_object(stream: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(vec![])).expect("a file");
    let mut part = file.create_stream(stream).expect("a stream");
    std::io::Write::write_all(&mut part, bytes).expect("room");
    drop(part);
    let bytes = file.into_inner().into_inner();
    [&(bytes.len() as u32).to_le_bytes()[..], &bytes].concat()
}

#[test]
fn a_chart_has_the_numbers_that_its_object_has() {
    let chart = "<c><chart><plotArea><barChart><ser><tx><v>매출</v></tx><cat><s><pt idx='0'><v>봄</v></pt></s></cat>\
                 <val><n><pt idx='0'><v>1.5</v></pt></n></val></ser></barChart></plotArea></chart></c>";
    let of = |number: u16| {
        let data = [&[0; 12][..], &number.to_le_bytes(), &[0; 12]].concat();
        object(&[shape(2, &[record(tag::OLE, 3, &data)])])
    };
    let line = holding(&"{11 gso }".repeat(3), &[of(1), of(2), of(3)]);
    let mut file = File::of(&[line]).info(&[kept(1, 1, "OLE"), kept(1, 2, "OLE")]);
    file.files = vec![
        ("BIN0001.OLE".to_string(), pack(&kept_object("/OOXMLChartContents", chart.as_bytes()))),
        ("BIN0002.OLE".to_string(), pack(&kept_object("/Contents", b"VtChart"))),
    ];
    let found = trial::lines(&file.read());
    let chart = "chart  [\"봄\"] [(\"매출\", [1.5])]";
    let expected = [chart, "{Description: 설명}", "{Embedded: 설명}", "{Embedded: 설명}"];
    assert_eq!(found, expected);
}

#[test]
fn a_link_of_a_picture_as_a_whole_is_told() {
    let head = [0x21b, 1, 0, 0x26f, 0x8000, 0x26f, 1, 0, 0x265, 1].map(u16::to_le_bytes).concat();
    let link = [head, counted("http\\://a.kr;1;0;0;")].concat();
    let within = [record(tag::CONTROL_DATA, 2, &link), shape(2, &[picture(3, 1)])];
    let manuscript = File::of(&[holding("{11 gso }", &[object(&within)])]).read();
    let told = Out { why: Why::LinkLost, text: "http\\://a.kr;1;0;0;".to_string() };
    assert_eq!(manuscript.pieces[1], Piece::Out(told));
}

#[test]
fn an_unknown_control_keeps_its_words() {
    let line = holding("앞{11 new }", &[control("new ", &[1, 2, 3], &[list(&[], &["낱말"])])]);
    let manuscript = File::of(&[line]).read();
    assert_eq!(spans(&manuscript), [text("앞"), Span::Changed(Why::UnknownControl)]);
    assert_eq!(texts(&manuscript.pieces), "앞\n낱말");
}

#[test]
fn a_control_without_a_mark_keeps_its_words() {
    let note = control("fn  ", &[], &[list(&[], &["각주"])]);
    let manuscript = File::of(&[holding("글", &[note])]).read();
    assert_eq!(spans(&manuscript), [text("글"), Span::Note(0)]);
}

/// A chart as older ones are kept: a matrix of a head and a row for each category, and then a title.
fn old_chart(rows: &[[&str; 3]], title: &str) -> Vec<u8> {
    let mut kinds: Vec<&str> = vec!["VtChart", "VtDataGrid", "VtMatrix"];
    let mut bytes = b"head\x09\0VtMatrix\0\x01\0".to_vec();
    let mut kind = |bytes: &mut Vec<u8>, name: &'static str| {
        let known = kinds.iter().position(|known| *known == name);
        let number = known.unwrap_or(kinds.len()) as u32;
        bytes.extend(number.to_le_bytes());
        if known.is_none() {
            kinds.push(name);
            bytes.extend((name.len() as u16 + 1).to_le_bytes());
            bytes.extend([name.as_bytes(), b"\0\x01\0"].concat());
        }
    };
    let text = |bytes: &mut Vec<u8>, words: &str| {
        let plain = encoding_rs::EUC_KR.encode(words).0;
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let all = [&plain[..], b"\0\0", &wide, b"\0\0"].concat();
        bytes.extend((all.len() as u16).to_le_bytes());
        bytes.extend(all);
        bytes.push(0);
    };
    kind(&mut bytes, "VtCollection");
    bytes.extend([0; 2]);
    kind(&mut bytes, "VtObject");
    bytes.extend([rows.len() as u16, 3].map(u16::to_le_bytes).concat());
    for cell in rows.iter().flatten() {
        if cell.is_empty() {
            bytes.extend(u32::MAX.to_le_bytes());
            continue;
        }
        bytes.extend(7_u32.to_le_bytes());
        match (cell.parse::<i32>(), cell.parse::<f64>()) {
            (Ok(number), _) => {
                kind(&mut bytes, "VtInteger");
                bytes.extend(number.to_le_bytes());
            }
            (_, Ok(number)) => {
                kind(&mut bytes, "VtDouble");
                bytes.extend(number.to_le_bytes());
            }
            _ => {
                kind(&mut bytes, "VtString");
                text(&mut bytes, cell);
            }
        }
        kind(&mut bytes, "VtValue");
        kind(&mut bytes, "VtObject");
    }
    for (before, words) in [("VtFont", "돋움"), ("VtAxis", "억 원"), ("VtChartTitle", title)] {
        kind(&mut bytes, before);
        bytes.extend(8_u32.to_le_bytes());
        kind(&mut bytes, "VtString");
        text(&mut bytes, words);
    }
    bytes
}

#[test]
fn an_older_chart_has_the_numbers_of_its_matrix() {
    let rows = [["", "매출", "비용"], ["봄", "92", "1.5"], ["여름", "-3", "45"]];
    let of = |chart: Vec<u8>| {
        let data = [&[0; 12][..], &1_u16.to_le_bytes(), &[0; 12]].concat();
        let line = holding("{11 gso }", &[object(&[shape(2, &[record(tag::OLE, 3, &data)])])]);
        let mut file = File::of(&[line]).info(&[kept(1, 1, "OLE")]);
        file.files = vec![("BIN0001.OLE".to_string(), pack(&kept_object("/Contents", &chart)))];
        trial::lines(&file.read())
    };
    let chart =
        "chart 조합의 살림 [\"봄\", \"여름\"] [(\"매출\", [92.0, -3.0]), (\"비용\", [1.5, 45.0])]";
    let whole = old_chart(&rows, "조합의 살림");
    assert_eq!(of(whole.clone()), [chart, "{ChartAxis: 억 원}", "{Description: 설명}"]);
    // A title that nobody wrote is none.
    let found = of(old_chart(&rows, "차트 제목"));
    assert_eq!(found[0], chart.replace("조합의 살림", ""));
    assert_eq!(found[1], "{ChartAxis: 억 원 차트 제목}");
    // One that lacks a number, or an end, is told.
    let mut lacking = rows;
    lacking[2][1] = "";
    for chart in [old_chart(&lacking, "제목"), whole[..120].to_vec(), whole[..30].to_vec()] {
        assert_eq!(of(chart), ["{Embedded: 설명}"]);
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_may_be_an_older_chart(
        changes in proptest::collection::vec(proptest::prelude::any::<(proptest::sample::Index, u8)>(), 1..9),
        end in proptest::prelude::any::<proptest::sample::Index>(),
    ) {
        let rows = [["", "매출", "비용"], ["봄", "92", "1.5"], ["여름", "-3", "45"]];
        let mut bytes = trial::damaged(old_chart(&rows, "조합의 살림"), changes);
        bytes.truncate(end.index(bytes.len() + 1));
        let _ = crate::hwp::vtchart::read(&bytes);
    }
}
