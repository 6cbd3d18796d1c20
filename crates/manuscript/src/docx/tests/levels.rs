//! Titles, headings, items and their signs, looks of letters, by styles and numberings.

use super::build::{File, lines, p, r, styled, t};
use crate::office::Piece;

fn style(id: &str, name: &str, within: &str) -> String {
    format!(
        "<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='{name}'/>{within}</w:style>"
    )
}

fn with(style: &str, words: &str) -> String {
    styled(&format!("<w:pStyle w:val='{style}'/>"), words)
}

fn level(at: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"
    )
}

/// A numbering of these levels, named 1.
fn numbering(levels: &str) -> String {
    format!(
        "<w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    )
}

fn item(id: u32, at: u8, words: &str) -> String {
    styled(&format!("<w:numPr><w:ilvl w:val='{at}'/><w:numId w:val='{id}'/></w:numPr>"), words)
}

#[test]
fn headings_are_known_by_level_by_name_and_by_what_they_build_on() {
    let styles = style("a", "Title", "")
        + &style("1", "heading 1", "")
        + &style("b", "제목 2", "")
        + &style("c", "mine", "<w:basedOn w:val='b'/>")
        + &style("d", "개요 3", "")
        + &style("e", "plain", "<w:pPr><w:outlineLvl w:val='3'/></w:pPr>")
        + &style("f", "none", "<w:basedOn w:val='e'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>");
    let text: String = ["a", "1", "b", "c", "d", "e", "f"].map(|id| with(id, id)).concat();
    let text = text
        + &styled("<w:pStyle w:val='1'/><w:outlineLvl w:val='9'/>", "no")
        + &styled("<w:outlineLvl w:val='0'/>", "direct")
        + &with("Heading2", "by id");
    let expected = [
        "title a",
        "h1  1",
        "h2  b",
        "h2  c",
        "h3  d",
        "h4  e",
        "f",
        "no",
        "h1  direct",
        "h2  by id",
    ];
    assert_eq!(File::new(&text).styles(&styles).lines(), expected);
}

#[test]
fn styles_in_a_circle_end() {
    let styles = style("a", "x", "<w:basedOn w:val='b'/>")
        + &style("b", "y", "<w:basedOn w:val='a'/><w:rPr><w:b/></w:rPr>");
    assert_eq!(File::new(&with("a", "글")).styles(&styles).lines(), ["**글**"]);
}

#[test]
fn letters_look_as_their_run_and_their_styles_say() {
    let styles = style("a", "a", "<w:rPr><w:b/><w:sz w:val='30'/></w:rPr>")
        + "<w:style w:type='character' w:styleId='s'><w:rPr><w:b/><w:i/></w:rPr></w:style>";
    let run = |properties: &str, words: &str| {
        r(&format!("<w:rPr>{properties}</w:rPr><w:t>{words}</w:t>"))
    };
    let text = p(&(r("<w:t>굵게</w:t>") + "<w:pPr><w:pStyle w:val='a'/></w:pPr>"))
        + &p(&(String::from("<w:pPr><w:pStyle w:val='a'/></w:pPr>")
            + &run("<w:rStyle w:val='s'/>", "둘 다는 아님")
            + &run("<w:b w:val='0'/>", "아님")
            + &run("<w:b/>", "굵게")))
        + &p(&(run("<w:i/>", "기울게") + &run("<w:b w:val='false'/>", "그냥")));
    let read = File::new(&text).styles(&styles).read();
    assert_eq!(lines(&read), ["**굵게**", "_둘 다는 아님_아님**굵게**", "_기울게_그냥"]);
    let sizes = read.pieces.iter().map(|piece| match piece {
        Piece::Paragraph(of) => of.size,
        _ => 0.0,
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [15.0, 15.0, 10.0]);
}

#[test]
fn numbers_count_within_those_above() {
    let levels = level(0, "decimal", "%1.", "")
        + &level(1, "ganada", "%2)", "")
        + &level(2, "decimalEnclosedCircle", "%3", "")
        + &level(3, "upperRoman", "%1-%4", "<w:isLgl/>");
    let text: String = [0, 1, 1, 2, 2, 0, 1, 3].map(|at| item(1, at, "글")).concat();
    let expected = [
        "item0 1. 글",
        "item1 가) 글",
        "item1 나) 글",
        "item2 ① 글",
        "item2 ② 글",
        "item0 2. 글",
        "item1 가) 글",
        "item3 2-1 글",
    ];
    assert_eq!(File::new(&text).numbering(&numbering(&levels)).lines(), expected);
}

#[test]
fn a_numbering_that_says_where_it_begins_begins_there() {
    let levels =
        level(0, "decimal", "%1.", "") + &level(1, "decimal", "%1.%2", "<w:lvlRestart w:val='0'/>");
    let more = "<w:num w:numId='2'><w:abstractNumId w:val='7'/>\
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
        <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>\
        <w:lvl w:ilvl='0'><w:numFmt w:val='chosung'/><w:lvlText w:val='(%1)'/></w:lvl></w:lvlOverride></w:num>";
    let text = [(1, 0), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0), (3, 0), (0, 0), (9, 0)]
        .map(|(id, at)| item(id, at, "글"))
        .concat();
    let expected = [
        "item0 1. 글",
        "item1 1.1 글",
        "item0 2. 글",
        "item1 2.2 글",
        "item0 5. 글",
        "item0 6. 글",
        "item0 7. 글",
        "item0 (ㅇ) 글",
        "글",
        "글",
    ];
    assert_eq!(File::new(&text).numbering(&(numbering(&levels) + more)).lines(), expected);
}

#[test]
fn bullets_of_fonts_of_signs_are_the_signs() {
    let font = |font: &str| format!("<w:rPr><w:rFonts w:ascii='{font}'/></w:rPr>");
    let levels = level(0, "bullet", "\u{F0B7}", &font("Symbol"))
        + &level(1, "bullet", "o", &font("Courier New"))
        + &level(2, "bullet", "\u{F0A7}", &font("Wingdings"))
        + &level(3, "bullet", "※", "")
        + &level(4, "bullet", "\u{F0B7}", "")
        + &level(5, "none", "", "");
    let text: String = [0, 1, 2, 3, 4, 5].map(|at| item(1, at, "글")).concat();
    let expected = ["item0 • 글", "item1 ○ 글", "item2 ▪ 글", "item3 ※ 글", "item4 • 글", "글"];
    assert_eq!(File::new(&text).numbering(&numbering(&levels)).lines(), expected);
}

#[test]
fn headings_have_their_numbers_by_the_style_that_a_level_names() {
    let levels = level(0, "decimal", "제%1장", "<w:pStyle w:val='1'/>")
        + &level(1, "decimal", "%1.%2", "<w:pStyle w:val='2'/>");
    let numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>";
    let styles = style("1", "heading 1", numbered) + &style("2", "heading 2", numbered);
    let text = with("1", "가") + &with("2", "나") + &with("2", "다") + &with("1", "라");
    let file = File::new(&text).styles(&styles).numbering(&numbering(&levels));
    assert_eq!(file.lines(), ["h1 제1장 가", "h2 1.1 나", "h2 1.2 다", "h1 제2장 라"]);
}

#[test]
fn a_numbering_may_be_what_a_style_says() {
    let links = "<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='list'/></w:abstractNum>\
        <w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>";
    let styles = "<w:style w:type='numbering' w:styleId='list'>\
        <w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let levels = numbering(&level(0, "upperLetter", "%1.", "")) + links;
    let file = File::new(&(item(2, 0, "가") + &item(2, 0, "나"))).styles(styles);
    assert_eq!(file.numbering(&levels).lines(), ["item0 A. 가", "item0 B. 나"]);
}

#[test]
fn paragraphs_stand_in_as_far_as_they_or_their_levels_say() {
    let levels = level(0, "decimal", "%1.", "<w:pPr><w:ind w:left='800' w:hanging='400'/></w:pPr>");
    let text = item(1, 0, "글")
        + &styled("<w:ind w:start='400' w:firstLine='200'/>", "글")
        + &styled("<w:ind w:left='9999999999'/>", "글");
    let read = File::new(&text).numbering(&numbering(&levels)).read();
    let indents = read.pieces.iter().map(|piece| match piece {
        Piece::Paragraph(of) => of.indent,
        _ => -1.0,
    });
    assert_eq!(indents.collect::<Vec<_>>(), [20.0, 30.0, 0.0]);
}

#[test]
fn a_format_of_ones_own_is_an_example() {
    let levels = "<w:lvl w:ilvl='0'><mc:AlternateContent><mc:Choice Requires='w14'>\
        <w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback>\
        <w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:lvlText w:val='%1'/></w:lvl>";
    let file = File::new(&(item(1, 0, "글") + &t(""))).numbering(&numbering(levels));
    assert_eq!(file.lines()[0], "item0 001 글");
}
