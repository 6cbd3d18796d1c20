//! Controls: what stands in a paragraph besides letters (4.3.9, 4.3.10), each with the paragraphs that belong to it.
//!
//! It reads no paragraph: it says where they stand.

use super::field::{self, Field};
use super::object::{self, Object};
use super::record::{Node, tag, text_at, u16_at, u32_at, utf16};
use crate::messages::Why;
use crate::office::Digits;
use crate::office::hangul::UNITS;

/// A control.
pub enum Control<'a> {
    /// What sets the page alone.
    Nothing,
    /// A section begins.
    Section {
        /// The numbering of its outline, from 1; 0 if it has none.
        outline: usize,
        /// The paragraphs of what stands on each of its pages.
        masters: Vec<Node<'a>>,
    },
    /// A table.
    Table(Table<'a>),
    /// Pictures, text boxes and drawings.
    Object(Object<'a>),
    /// An equation.
    Equation { script: String, caption: Vec<Node<'a>>, description: String },
    /// A foot- or endnote.
    Note(Vec<Node<'a>>),
    /// A field begins.
    Field(Field),
    /// Words that stand in the text, and why they are another thing in the manifest.
    Words(Option<Why>, String),
    /// Words that are left out.
    Out(Why, String),
    /// Paragraphs that are left out.
    Hidden(Why, Vec<Node<'a>>),
    /// A control that no revision of the format names, and its paragraphs.
    Unknown(Vec<Node<'a>>),
}

/// A table.
pub struct Table<'a> {
    /// How many rows it says it has.
    pub rows: u16,
    pub cells: Vec<Cell<'a>>,
    pub caption: Vec<Node<'a>>,
    pub description: String,
}

/// A cell.
pub struct Cell<'a> {
    pub column: u16,
    pub row: u16,
    pub across: u16,
    pub down: u16,
    /// In twentieths of a point.
    pub width: u32,
    pub paragraphs: Vec<Node<'a>>,
}

/// Reads a control.
pub fn read(node: Node<'_>) -> Control<'_> {
    let data = node.data();
    let id = u32_at(data, 0).to_be_bytes();
    match &id {
        b"secd" => Control::Section { outline: u16_at(data, 18).into(), masters: paragraphs(node) },
        b"cold" | b"nwno" | b"pghd" | b"pgct" => Control::Nothing,
        b"pgnp" => Control::Out(Why::PageNumber, String::new()),
        b"tbl " => Control::Table(table(node)),
        b"gso " => Control::Object(object::read(node)),
        b"eqed" => {
            let script = node.child(tag::EQUATION).map(|found| text_at(found.data(), 4).0);
            let script = script.unwrap_or_default();
            Control::Equation {
                script,
                caption: paragraphs(node),
                description: text_at(data, 44).0,
            }
        }
        b"fn  " | b"en  " => Control::Note(paragraphs(node)),
        b"head" => Control::Hidden(Why::Header, paragraphs(node)),
        b"foot" => Control::Hidden(Why::Footer, paragraphs(node)),
        b"tcmt" => Control::Hidden(Why::HiddenComment, paragraphs(node)),
        b"atno" => number(data),
        b"idxm" => {
            let (first, next) = text_at(data, 4);
            let second = text_at(data, next).0;
            Control::Out(Why::IndexMark, format!("{first} {second}").trim_end().to_string())
        }
        b"bokm" => {
            let name = node.child(tag::CONTROL_DATA).map(|found| text_at(found.data(), 10).0);
            Control::Out(Why::Bookmark, name.unwrap_or_default())
        }
        b"tcps" => Control::Words(Some(Why::Overlap), overlapped(data)),
        b"tdut" => {
            let (words, next) = text_at(data, 4);
            let above = text_at(data, next).0;
            Control::Words(Some(Why::Gloss), format!("{words}({above})"))
        }
        b"form" => Control::Out(Why::FormObject, words_of_form(node)),
        [b'%', ..] => Control::Field(field::read(&id, data)),
        _ => Control::Unknown(paragraphs(node)),
    }
}

/// Whether a control is a field, which has an end.
pub fn is_field(node: Node<'_>) -> bool {
    node.data().get(3) == Some(&b'%')
}

/// All paragraphs of a control, of a list after the other.
pub fn paragraphs(node: Node<'_>) -> Vec<Node<'_>> {
    lists(node).into_iter().flat_map(|(_, paragraphs)| paragraphs).collect()
}

/// The memos of a paragraph: they stand in it, each with a record before its list.
pub fn memos(node: Node<'_>) -> Vec<Vec<Node<'_>>> {
    let mut memos: Vec<Vec<Node<'_>>> = vec![];
    for child in node.children() {
        let is_paragraph = child.tag() == tag::PARAGRAPH;
        if child.tag() == tag::MEMOS || is_paragraph && memos.is_empty() {
            memos.push(vec![]);
        }
        if let Some(memo) = memos.last_mut().filter(|_| is_paragraph) {
            memo.push(child);
        }
    }
    memos
}

/// The lists of paragraphs of a control, each with its head. The paragraphs stand beside the head of their list
/// (4.3.7), in files of some writers in it.
fn lists(node: Node<'_>) -> Vec<(Node<'_>, Vec<Node<'_>>)> {
    let mut lists: Vec<(Node<'_>, Vec<Node<'_>>)> = vec![];
    for child in node.children() {
        match child.tag() {
            tag::LIST => {
                let within = child.children().filter(|found| found.tag() == tag::PARAGRAPH);
                lists.push((child, within.collect()));
            }
            tag::PARAGRAPH => match lists.last_mut() {
                Some((_, paragraphs)) => paragraphs.push(child),
                None => lists.push((child, vec![child])),
            },
            _ => {}
        }
    }
    lists
}

fn table(node: Node<'_>) -> Table<'_> {
    let own = node.children().find(|child| child.tag() == tag::TABLE);
    let rows = own.map_or(0, |own| u16_at(own.data(), 4));
    let description = text_at(node.data(), 44).0;
    let mut table = Table { rows, cells: vec![], caption: vec![], description };
    for (head, paragraphs) in lists(node) {
        // What stands before the table's own record is its caption.
        if own.is_some_and(|own| head.is_before(&own)) {
            table.caption.extend(paragraphs);
            continue;
        }
        let data = head.data();
        table.cells.push(Cell {
            column: u16_at(data, 8),
            row: u16_at(data, 10),
            across: u16_at(data, 12).max(1),
            down: u16_at(data, 14).max(1),
            width: u32_at(data, 16) / UNITS,
            paragraphs,
        });
    }
    table
}

/// The signs that stand for frames around overlapping letters, by their number from 1.
const FRAMES: &str = "◯●□■△▲☼◇◆▢♲♺♻";

/// Letters one over the other. Where a frame stands around them its sign is the first of them.
fn overlapped(data: &[u8]) -> String {
    let (letters, next) = text_at(data, 4);
    let frame = usize::from(data.get(next).copied().unwrap_or(0));
    let frame = frame.checked_sub(1).and_then(|at| FRAMES.chars().nth(at));
    let framed = frame.and_then(|frame| letters.strip_prefix(frame));
    match framed.filter(|framed| !framed.is_empty()) {
        None => letters,
        Some(framed) => match framed.parse() {
            Ok(number) if frame == Some('◯') => Digits::Circled.write(number),
            _ => framed.to_string(),
        },
    }
}

/// A number that the file counts: of a picture, a table or an equation it is text, that of a note is its mark's.
fn number(data: &[u8]) -> Control<'_> {
    let looks = u32_at(data, 4);
    let around = |at: usize| char::from_u32(u16_at(data, at).into()).filter(|&sign| sign != '\0');
    let digits = Digits::of(looks >> 4 & 0xff).write(u16_at(data, 8).into());
    let written = around(12).into_iter().map(String::from).chain([digits]);
    let written: String = written.chain(around(14).map(String::from)).collect();
    match looks & 0xf {
        0 | 6 => Control::Out(Why::PageNumber, written),
        1 | 2 => Control::Nothing,
        _ => Control::Words(None, written),
    }
}

/// What stands on a button or in a box of a form: its properties are one text, each with its kind and length before it.
fn words_of_form(node: Node<'_>) -> String {
    let properties = node.child(tag::FORM).map(|found| utf16(found.data())).unwrap_or_default();
    let named = |name| properties.split_once(name).and_then(|(_, rest)| rest.split_once(':'));
    let found = named("Caption:wstring:").or_else(|| named("Text:wstring:"));
    found.map_or(String::new(), |(length, rest)| {
        rest.chars().take(length.parse().unwrap_or(0)).collect()
    })
}
