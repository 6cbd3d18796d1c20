//! What `[print]` asks of the shop besides printing: coating (코팅), finishing (후가공), a proof (교정), and when it is due
//! (납기).
//!
//! All of it goes into the shop's papers as it is written; it changes no page.

use serde_json::{Map, Value, json};

use super::field::Reader;
use super::messages as msg;
use super::model::Order;
use crate::document::shape::{described, list_of, object, said, say, text};
use crate::document::{Node, Table};
use crate::layout::length;
use jikji_diagnostic::Words;
use jikji_diagnostic::source::{Spanned, Text};
use jikji_prepress::binding::SPINE_MM;
use jikji_prose::period::Date;

/// Its keys in `[print]`.
pub const KEYS: [&str; 5] = ["spine", "coating", "finishing", "due", "proof"];
/// Days from which delivery is far from publication.
const MONTH: i32 = 31;
/// The most kinds of finishing.
const MOST_FINISHING: usize = 12;

impl Reader<'_> {
    /// What `[print]` asks besides printing.
    pub(super) fn order(&mut self, table: Table<'_>) -> Order {
        Order {
            spine: table.get("spine").and_then(|node| self.spine(node)),
            coating: table.get("coating").map_or((None, None), |node| self.coating(node)),
            finishing: table.get("finishing").map_or(vec![], |node| self.finishing(node)),
            due: table.get("due").and_then(|node| self.due(node)),
            proof: self.text_if_given(table, "proof"),
        }
    }

    /// The width of the spine. One that is refused stands for some width, so that nobody asks for another.
    fn spine(&mut self, node: Node<'_>) -> Option<Spanned<f64>> {
        let written = node.text(&mut self.problems)?;
        let width = length::millimetres(&written.value).filter(|mm| SPINE_MM.contains(mm));
        if width.is_none() {
            let refused = node.problem(msg::SPINE).arg("most", SPINE_MM.end().to_string());
            self.problems.push(refused);
        }
        Some(Spanned { value: width.unwrap_or(*SPINE_MM.end()), span: written.span })
    }

    /// The day of delivery; one that is far from the day of publication is mostly the last number's, or another year's.
    fn due(&mut self, node: Node<'_>) -> Option<Date> {
        let day = node.date(&mut self.problems)?;
        let days = |date: Date| {
            (i32::from(date.year) * 12 + i32::from(date.month)) * 31 + i32::from(date.day)
        };
        if let Some(Date { year, month, day: on }) =
            self.published.filter(|published| (days(*published) - days(day)).abs() > MONTH)
        {
            let far = node.problem(msg::DUE_FAR);
            self.problems.push(far.arg("published", format!("{year}-{month:02}-{on:02}")));
        }
        Some(day)
    }

    /// One text is the cover's: an inside is hardly ever coated.
    fn coating(&mut self, node: Node<'_>) -> (Option<Text>, Option<Text>) {
        match node.is_text() {
            true => (node.text(&mut self.problems), None),
            false => self.of_both(node, "coating"),
        }
    }

    /// `{ cover, inside }`.
    pub(super) fn of_both(&mut self, node: Node<'_>, owner: &str) -> (Option<Text>, Option<Text>) {
        let Some(table) = node.table(&mut self.problems) else { return (None, None) };
        let table = table.only(&["cover", "inside"], owner, &mut self.problems);
        (self.text_if_given(table, "cover"), self.text_if_given(table, "inside"))
    }

    fn finishing(&mut self, node: Node<'_>) -> Vec<Text> {
        let nodes = node.list(&mut self.problems).unwrap_or_default();
        if let Some(node) = nodes.get(MOST_FINISHING) {
            let long = node.problem(msg::LIST_LONG).arg("count", nodes.len());
            self.problems.push(long.arg("most", MOST_FINISHING));
        }
        nodes.into_iter().filter_map(|node| node.text(&mut self.problems)).collect()
    }
}

/// Its properties in the schema of `[print]`.
pub fn properties() -> Map<String, Value> {
    let offered = |mut shape: Value, examples: &[&str]| {
        shape["examples"] = json!(examples);
        shape
    };
    let films = ["무광", "유광"];
    let of = |about: Words| offered(described("text", about), &films);
    let both = json!({
        "cover": of(say("표지 코팅", "coating of the cover")),
        "inside": of(say("내지 코팅", "coating of the inside")),
    });
    let kinds = offered(text(), &["금박", "형압", "미싱", "오시", "귀돌이", "타공"]);
    let mut finishing = list_of(kinds, say("후가공", "finishing"), 0);
    finishing["maxItems"] = json!(MOST_FINISHING);
    let spine = say("책등 너비(인쇄소가 잰 값)", "width of the spine, as the shop measured it");
    let proof = ["PDF 교정", "디지털 교정 1부", "본기 교정"];
    let properties = json!({
        "spine": { "type": "string", "pattern": length::PATTERN, "examples": ["12.4mm"], "description": said(spine) },
        "coating": { "anyOf": [offered(text(), &films), object(both, &[])], "description": said(say("코팅(표지)", "coating (of the cover)")) },
        "finishing": finishing,
        "due": described("date", say("납기", "day of delivery")),
        "proof": offered(described("text", say("교정", "proof")), &proof),
    });
    let Value::Object(properties) = properties else { return Map::new() };
    properties
}
