//! Headings and items: levels, and the numbers and bullets that no file has as text.

use super::build::{File, lines, t};

/// A paragraph of a shape and a style.
fn shaped(shape: u32, style: u32, words: &str) -> String {
    t(words).replace("<hp:p>", &format!("<hp:p paraPrIDRef='{shape}' styleIDRef='{style}'>"))
}

fn shape(id: u32, kind: &str, reference: u32, level: u32) -> String {
    format!(
        "<hh:paraPr id='{id}'><hh:heading type='{kind}' idRef='{reference}' level='{level}'/></hh:paraPr>"
    )
}

fn numbering(id: u32, levels: &[(&str, &str, u32)]) -> String {
    let head = |(at, (format, digits, start)): (usize, &(&str, &str, u32))| {
        let level = at + 1;
        format!(
            "<hh:paraHead start='{start}' level='{level}' numFormat='{digits}'>{format}</hh:paraHead>"
        )
    };
    let heads: String = levels.iter().enumerate().map(head).collect();
    format!("<hh:numbering id='{id}' start='0'>{heads}</hh:numbering>")
}

fn read(lists: &str, section: &str) -> Vec<String> {
    lines(&File::new().header(lists).section(section).read())
}

#[test]
fn an_outline_counts_by_its_section_s_numbering() {
    let levels = [("제^1장", "DIGIT", 1), ("^1.^2", "DIGIT", 1)];
    let lists = format!(
        "<hh:numberings>{}{}</hh:numberings><hh:paraProperties>{}{}</hh:paraProperties>",
        numbering(1, &levels),
        numbering(2, &[("^1.", "ROMAN_CAPITAL", 4)]),
        shape(0, "OUTLINE", 0, 0),
        shape(1, "OUTLINE", 0, 1)
    );
    let section = |numbering: u32| {
        format!("<hp:p><hp:run><hp:secPr outlineShapeIDRef='{numbering}'/></hp:run></hp:p>")
    };
    let first = section(1)
        + &shaped(0, 0, "가")
        + &shaped(1, 0, "나")
        + &shaped(1, 0, "다")
        + &shaped(0, 0, "라")
        + &shaped(1, 0, "마");
    let second = section(2) + &shaped(0, 0, "바");
    let read = File::new().header(&lists).section(&first).section(&second).read();
    assert_eq!(
        lines(&read),
        ["", "h1 제1장 가", "h2 1.1 나", "h2 1.2 다", "h1 제2장 라", "h2 2.1 마", "", "h1 IV. 바"]
    );
}

#[test]
fn a_numbering_goes_on_after_other_text_and_another_begins_anew() {
    let lists = format!(
        "<hh:numberings>{}{}</hh:numberings><hh:paraProperties>{}{}</hh:paraProperties>",
        numbering(1, &[("^1)", "HANGUL_SYLLABLE", 1)]),
        numbering(2, &[("(^1)", "CIRCLED_DIGIT", 3)]),
        shape(0, "NUMBER", 1, 0),
        shape(1, "NUMBER", 2, 0)
    );
    let section = shaped(0, 0, "하나")
        + &t("사이").replace("<hp:p>", "<hp:p paraPrIDRef='9'>")
        + &shaped(0, 0, "둘")
        + &shaped(1, 0, "셋")
        + &shaped(0, 0, "넷");
    assert_eq!(
        read(&lists, &section),
        ["item0 가) 하나", "사이", "item0 나) 둘", "item0 (③) 셋", "item0 다) 넷"]
    );
}

#[test]
fn a_paragraph_that_was_deleted_is_not_counted() {
    let lists = format!(
        "<hh:numberings>{}</hh:numberings><hh:paraProperties>{}</hh:paraProperties>",
        numbering(1, &[("^1.", "DIGIT", 1)]),
        shape(0, "NUMBER", 1, 0)
    );
    let gone = shaped(0, 0, "<hp:deleteBegin/>가<hp:deleteEnd paraend='0'/>");
    let section =
        gone + &shaped(0, 0, "나") + &shaped(0, 0, "다<hp:deleteBegin/>라<hp:deleteEnd/>");
    let expected = ["{Deleted: 가}", "item0 1. 나", "item0 2. 다{Deleted: 라}"];
    assert_eq!(read(&lists, &section), expected);
}

#[test]
fn bullets_are_the_signs_of_the_file() {
    let bullets = "<hh:bullets><hh:bullet id='1' char='\u{f06c}' checkedChar='☑'/></hh:bullets>";
    let checked = shape(1, "BULLET", 1, 2).replace("<hh:paraPr ", "<hh:paraPr checked='1' ");
    let lists = format!(
        "{bullets}<hh:paraProperties>{}{checked}</hh:paraProperties>",
        shape(0, "BULLET", 1, 1)
    );
    let section = shaped(0, 0, "가") + &shaped(1, 0, "나");
    assert_eq!(read(&lists, &section), ["item1 \u{f06c} 가", "item2 ☑ 나"]);
}

#[test]
fn every_kind_of_number_is_written() {
    let kinds = [
        ("DIGIT", "2"),
        ("CIRCLED_DIGIT", "②"),
        ("ROMAN_CAPITAL", "II"),
        ("ROMAN_SMALL", "ii"),
        ("LATIN_CAPITAL", "B"),
        ("LATIN_SMALL", "b"),
        ("CIRCLED_LATIN_CAPITAL", "Ⓑ"),
        ("CIRCLED_LATIN_SMALL", "ⓑ"),
        ("HANGUL_SYLLABLE", "나"),
        ("CIRCLED_HANGUL_SYLLABLE", "㉯"),
        ("HANGUL_JAMO", "ㄴ"),
        ("CIRCLED_HANGUL_JAMO", "㉡"),
        ("HANGUL_PHONETIC", "이"),
        ("IDEOGRAPH", "二"),
        ("CIRCLED_IDEOGRAPH", "㊁"),
        ("DECAGON_CIRCLE", "을"),
        ("DECAGON_CIRCLE_HANJA", "乙"),
    ];
    for (kind, written) in kinds {
        let lists = format!(
            "<hh:numberings>{}</hh:numberings><hh:paraProperties>{}</hh:paraProperties>",
            numbering(1, &[("^1", kind, 2)]),
            shape(0, "NUMBER", 1, 0)
        );
        assert_eq!(read(&lists, &shaped(0, 0, "글")), [format!("item0 {written} 글")], "{kind}");
    }
}

#[test]
fn styles_make_titles_and_headings_without_numbers() {
    let lists = "<hh:styles><hh:style id='0' type='PARA' name='바탕글' engName='Normal'/>\
        <hh:style id='1' type='PARA' name='제목'/><hh:style id='2' type='PARA' name='개요 2' engName='Outline 2'/>\
        <hh:style id='3' type='PARA' name='x' engName='Outline 3'/></hh:styles>";
    let section =
        shaped(0, 0, "가") + &shaped(0, 1, "나") + &shaped(0, 2, "다") + &shaped(0, 3, "라");
    assert_eq!(read(lists, &section), ["가", "title 나", "h2  다", "h3  라"]);
}

#[test]
fn of_a_switch_the_case_that_is_understood_is_taken() {
    let margin = |left: u32, first: i32| {
        format!(
            "<hh:margin><hc:intent value='{first}' unit='HWPUNIT'/><hc:left value='{left}' unit='HWPUNIT'/></hh:margin>"
        )
    };
    let switch = |required: &str, case: &str, default: &str| {
        format!(
            "<hp:switch><hp:case hp:required-namespace='http://www.hancom.co.kr/hwpml/2016/{required}'>{case}</hp:case>\
             <hp:default>{default}</hp:default></hp:switch>"
        )
    };
    let heading = |level: u32| format!("<hh:heading type='BULLET' idRef='1' level='{level}'/>");
    let lists = format!(
        "<hh:bullets><hh:bullet id='1' char='-'/></hh:bullets><hh:paraProperties>\
         <hh:paraPr id='0'>{}{}</hh:paraPr><hh:paraPr id='1'>{}{}</hh:paraPr></hh:paraProperties>",
        switch("paragraph", &heading(8), &heading(6)),
        switch("HwpUnitChar", &margin(1000, 500), &margin(2000, 1000)),
        switch("novelty", &heading(8), &heading(6)),
        switch("novelty", &margin(1000, -500), &margin(2000, -1000)),
    );
    let read =
        File::new().header(&lists).section(&(shaped(0, 0, "가") + &shaped(1, 0, "나"))).read();
    assert_eq!(lines(&read), ["item8 - 가", "item6 - 나"]);
    let indents = read.pieces.iter().map(|piece| match piece {
        crate::office::Piece::Paragraph(paragraph) => paragraph.indent,
        _ => f64::NAN,
    });
    assert_eq!(indents.collect::<Vec<_>>(), [15.0, 10.0]);
}
