//! Looks: emphasis, sizes, indents, and heads that the file generates.

use super::*;
use crate::office::Form;

fn letters(size: u32, looks: u32) -> Vec<u8> {
    let data = [&[0; 42][..], &size.to_le_bytes(), &looks.to_le_bytes()].concat();
    record(tag::CHAR_SHAPE, 1, &data)
}

/// A shape with a head: 1 the outline, 2 a number, 3 a bullet, by its number, of a level from 0.
fn head(kind: u32, number: u16, level: u32) -> Vec<u8> {
    let mut data = [0; 58];
    data[..4].copy_from_slice(&(kind << 23 | level.min(6) << 25).to_le_bytes());
    data[30..32].copy_from_slice(&number.to_le_bytes());
    data[54] = level as u8;
    record(tag::PARA_SHAPE, 1, &data)
}

/// A numbering with the formats and digits of its levels, and what each starts with.
fn numbering(levels: &[(&str, u32)], starts: [u32; 7]) -> Vec<u8> {
    let mut data = vec![];
    for number in 0..7 {
        let (format, digits) = levels.get(number).copied().unwrap_or(("", 0));
        data.extend([digits << 5, 0, u32::MAX].map(u32::to_le_bytes).concat());
        data.extend(counted(format));
    }
    data.extend((starts[0] as u16).to_le_bytes());
    data.extend(starts.map(u32::to_le_bytes).concat());
    for (format, digits) in levels.iter().skip(7) {
        data.extend([digits << 5, 0, u32::MAX].map(u32::to_le_bytes).concat());
        data.extend(counted(format));
    }
    record(tag::NUMBERING, 1, &data)
}

fn style(korean: &str, english: &str) -> Vec<u8> {
    record(tag::STYLE, 1, &[counted(korean), counted(english), vec![0; 8]].concat())
}

fn forms(manuscript: &Manuscript) -> Vec<Form> {
    paragraphs(&manuscript.pieces).iter().map(|found| found.form.clone()).collect()
}

fn heading(level: u8, number: &str) -> Form {
    Form::Heading { level, number: number.to_string() }
}

fn item(level: u8, sign: &str) -> Form {
    Form::Item { level, sign: sign.to_string() }
}

#[test]
fn emphasis_goes_by_the_shapes_of_letters() {
    let info = [letters(1000, 0), letters(1500, 2), letters(1500, 1), letters(1000, 0)];
    let run = |at: u32, shape: u32| [at, shape].map(u32::to_le_bytes).concat();
    let runs = [run(0, 0), run(2, 1), run(3, 2), run(5, 0), run(6, 3), run(8, 1)].concat();
    // Place 4 is the second half of 😀, and does not part it.
    let line = holding("가나다😀라마{10}바", &[record(tag::LETTERS, 1, &runs)]);
    let manuscript = File::of(&[line]).info(&info).read();
    let looks =
        |text: &str, strong, slanted| Span::Text { text: text.to_string(), strong, slanted };
    let expected = [
        text("가나"),
        looks("다", true, false),
        looks("😀", false, true),
        text("라마"),
        Span::Break,
        looks("바", true, false),
    ];
    assert_eq!(spans(&manuscript), expected);
}

#[test]
fn a_paragraph_has_its_indent_and_the_size_of_most_letters() {
    let indented = |left: i32, first: i32| {
        let mut data = [0; 58];
        data[4..8].copy_from_slice(&left.to_le_bytes());
        data[12..16].copy_from_slice(&first.to_le_bytes());
        record(tag::PARA_SHAPE, 1, &data)
    };
    let info = [letters(1000, 0), letters(1500, 0), indented(2000, 1000), indented(2000, -1000)];
    let runs = [0u32, 0, 2, 1].map(u32::to_le_bytes).concat();
    let runs = record(tag::LETTERS, 1, &runs);
    let lines = [0, 1].map(|shape| shaped(0, shape, 0, "가나다라마", std::slice::from_ref(&runs)));
    let manuscript = File::of(&lines).info(&info).read();
    let found: Vec<(f64, f64)> =
        paragraphs(&manuscript.pieces).iter().map(|found| (found.indent, found.size)).collect();
    assert_eq!(found, [(15.0, 15.0), (10.0, 15.0)]);
}

#[test]
fn the_outline_is_numbered_by_its_section() {
    let ten: Vec<(String, u32)> = (1..=10).map(|level| (format!("^{}.", level % 10), 0)).collect();
    let ten: Vec<(&str, u32)> = ten.iter().map(|(format, digits)| (&format[..], *digits)).collect();
    let info = [
        numbering(&[("제^1장", 0), ("^2.", 8), ("^1-^2-^3", 0)], [1; 7]),
        numbering(&ten, [5, 1, 1, 1, 1, 1, 1]),
        head(1, 0, 0),
        head(1, 0, 1),
        head(1, 0, 2),
        head(1, 0, 8),
    ];
    let section = |outline: u16| {
        let data = [&[0; 14][..], &outline.to_le_bytes(), &[0; 18]].concat();
        control("secd", &data, &[])
    };
    let line = |shape| shaped(0, shape, 0, "글", &[]);
    let first = |outline, shape| shaped(0, shape, 0, "{2 secd}글", &[section(outline)]);
    let mut file = File::of(&[first(1, 0), line(1), line(1), line(2), line(0), line(2)]);
    file.body.push([first(2, 0), line(3)].concat());
    file.body.push(first(1, 1));
    let expected = [
        heading(1, "제1장"),
        heading(2, "가."),
        heading(2, "나."),
        heading(3, "1-나-1"),
        heading(1, "제2장"),
        heading(3, "2-가-1"),
        heading(1, "5."),
        heading(9, "1."),
        heading(2, "가."),
    ];
    assert_eq!(forms(&file.info(&info).read()), expected);
}

#[test]
fn lists_go_on_counting_and_begin_where_they_say() {
    let info = [
        numbering(&[("^1.", 0), ("(^2)", 1)], [1; 7]),
        numbering(&[("^1.", 0)], [4, 1, 1, 1, 1, 1, 1]),
        record(tag::BULLET, 1, &[&[0; 12][..], &units("□"), &[0; 8]].concat()),
        head(2, 1, 0),
        head(2, 1, 1),
        head(2, 2, 0),
        head(3, 1, 1),
        head(2, 9, 0),
    ];
    let order = [0, 1, 3, 1, 2, 0, 1, 2, 4];
    let lines = order.map(|shape| shaped(0, shape, 0, "글", &[]));
    let expected = [
        item(0, "1."),
        item(1, "(①)"),
        item(1, "□"),
        item(1, "(②)"),
        item(0, "4."),
        item(0, "2."),
        item(1, "(①)"),
        item(0, "5."),
        item(0, ""),
    ];
    assert_eq!(forms(&File::of(&lines).info(&info).read()), expected);
}

#[test]
fn a_paragraph_that_was_deleted_is_not_counted() {
    let info = [numbering(&[("^1.", 0)], [1; 7]), head(2, 1, 0)];
    let range = record(tag::RANGES, 1, &[0, 1, 17 << 24].map(u32::to_le_bytes).concat());
    let lines = [
        shaped(0, 0, 0, "가", &[]),
        shaped(0, 0, 0, "나", std::slice::from_ref(&range)),
        shaped(0, 0, 0, "다라", &[range]),
    ];
    let expected = [item(0, "1."), Form::Text, item(0, "2.")];
    assert_eq!(forms(&File::of(&lines).info(&info).read()), expected);
}

#[test]
fn styles_tell_titles_and_headings() {
    let info = [
        style("바탕글", "Normal"),
        style("개요 2", "Outline 2"),
        style("제목", ""),
        style("My", "Outline 3"),
        style("개요 없음", ""),
    ];
    let lines = [0, 1, 2, 3, 4, 77].map(|style| shaped(0, 0, style, "글", &[]));
    let expected =
        [Form::Text, heading(2, ""), Form::Title, heading(3, ""), Form::Text, Form::Text];
    assert_eq!(forms(&File::of(&lines).info(&info).read()), expected);
}
