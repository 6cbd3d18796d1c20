//! Each field type: how it is read, and what shape the schema gives it.
//!
//! Which types there are is the layout room's; how fields make up an entry is `field`'s.

use serde_json::{Value as Json, json};

use super::chart::{CHART_KINDS, CHART_POINTS, MOST_SERIES};
use super::field::Reader;
use super::hints::{
    ADDRESS, ALT, CELL, DAY, LABEL, PARAGRAPH, PUBLISHER, SOURCE, TEXT, TITLE, said as hinted,
};
use super::model::Value;
use super::structured::MOST_COLUMNS;
use crate::document::shape::{described, list_of, object, reference, said, say};
use crate::document::{Node, Table};
use crate::layout::spec::{Field, FieldKind};
use crate::manifest::messages as msg;
use jikji_diagnostic::{Lang, Words};
use jikji_prose::placing::Place;

/// The longest file name that is repeated in an example, bytes.
const MOST_EXAMPLE: usize = 120;

impl Reader<'_> {
    /// One value of a field; `beside` is the table it stands in.
    pub(super) fn value(
        &mut self,
        field: &Field,
        node: Node<'_>,
        beside: Table<'_>,
    ) -> Option<Value> {
        if node.is_text()
            && let Some(example) = in_braces(field.kind, &node)
        {
            self.problems.push(node.problem(msg::WANTS_FIELDS).arg("example", example));
            return None;
        }
        Some(match field.kind {
            FieldKind::Text => {
                let text = self.text_or_file(node)?;
                Value::Text(self.plain(&text))
            }
            FieldKind::Prose => {
                let text = self.text_or_file(node)?;
                Value::Prose(self.prose(&text))
            }
            FieldKind::Blocks => {
                let text = self.text_or_file(node)?;
                Value::Blocks(self.blocks(&text))
            }
            FieldKind::Date => Value::Date(node.date(&mut self.problems)?),
            FieldKind::Url => {
                let url = self.url(node)?;
                Value::Url(self.word(url))
            }
            FieldKind::Image => Value::Image(self.image(node)?),
            FieldKind::Artwork => Value::Artwork(Box::new(self.artwork(node, beside)?)),
            FieldKind::Source => Value::Source(self.source(node)?),
            FieldKind::Table => Value::Table(self.table(node)?),
            FieldKind::Chart => Value::Chart(Box::new(self.chart(node)?)),
            FieldKind::Period => Value::Period(self.period(node)?),
            FieldKind::Record => {
                let table = node.table(&mut self.problems)?;
                Value::Record(self.fields(&field.fields, &[], table, node.key()))
            }
        })
    }
}

/// What a text that stands for a table of its own is to be written as.
fn in_braces(kind: FieldKind, node: &Node<'_>) -> Option<String> {
    let short = |raw: &&str| raw.len() <= MOST_EXAMPLE && !raw.contains('\n');
    let wanted = match (kind, Some(node.raw()).filter(short)) {
        (FieldKind::Image, Some(file)) => format!("{{ file = {file}, alt = \"…\" }}"),
        (FieldKind::Image | FieldKind::Source | FieldKind::Chart | FieldKind::Table, _) => {
            example(kind)?
        }
        _ => return None,
    };
    Some(format!("`{wanted}`"))
}

/// A value as an empty number has it, in TOML. `ordinal` tells titles apart; what has fields has no hint of its own.
pub fn hint(kind: FieldKind, lang: Lang, ordinal: usize) -> Option<String> {
    let [title, paragraph, text, publisher, source, alt, cell, label] =
        [TITLE, PARAGRAPH, TEXT, PUBLISHER, SOURCE, ALT, CELL, LABEL]
            .map(|hint| hinted(hint, lang));
    let day = format!("{:04}-{:02}-{:02}", DAY.year, DAY.month, DAY.day);
    Some(match kind {
        FieldKind::Text => format!("\"{title} {ordinal}\""),
        FieldKind::Prose => format!("\"{paragraph}\""),
        FieldKind::Blocks => format!("'''\n- {text}\n'''"),
        FieldKind::Date => day,
        FieldKind::Url => format!("\"{ADDRESS}\""),
        FieldKind::Image => format!("{{ file = \"images/….png\", alt = \"{alt}\" }}"),
        FieldKind::Artwork => format!("\"….pdf\"\nalt = \"{alt}\""),
        FieldKind::Source => {
            format!("{{ publisher = \"{publisher}\", title = \"{source}\", date = {day} }}")
        }
        FieldKind::Table => {
            format!("{{ header = [\"{cell}\", \"{cell}\"], rows = [[\"{cell}\", \"{cell}\"]] }}")
        }
        FieldKind::Chart => format!(
            "{{ kind = \"bars\", alt = \"{alt}\", data = [{{ label = \"{label} 1\", value = 1 }}, \
             {{ label = \"{label} 2\", value = 2 }}] }}"
        ),
        // It is true as long as nobody knows.
        FieldKind::Period => hinted(("\"미정\"", "\"TBD\""), lang).into(),
        FieldKind::Record => return None,
    })
}

/// A value as a message shows how it is written.
fn example(kind: FieldKind) -> Option<String> {
    Some(match kind {
        FieldKind::Image => "{ file = \"images/….png\", alt = \"…\" }".into(),
        FieldKind::Source => {
            "{ publisher = \"펴낸 곳\", title = \"자료 제목\", date = 2024-01-01 }".into()
        }
        FieldKind::Table => "{ header = [\"…\", \"…\"], rows = [[\"…\", \"…\"]] }".into(),
        FieldKind::Chart => {
            "{ kind = \"bars\", alt = \"…\", data = [{ label = \"가\", value = 1 }, \
                             { label = \"나\", value = 2 }] }"
                .into()
        }
        _ => return hint(kind, Lang::Ko, 1),
    })
}

/// What the schema says of one value of a type.
pub enum Shape {
    /// This definition, which is there in any case.
    Known(&'static str),
    /// A definition by the type's own name.
    Own(Json),
    /// A table with the fields the layout declares.
    Fields,
}

/// The shape of a type.
pub fn shape(kind: FieldKind) -> Shape {
    match kind {
        FieldKind::Text | FieldKind::Prose | FieldKind::Blocks => Shape::Known("long"),
        FieldKind::Date => Shape::Own(date()),
        FieldKind::Url => Shape::Own(url()),
        FieldKind::Image => Shape::Own(image()),
        FieldKind::Artwork => Shape::Own(artwork()),
        FieldKind::Source => Shape::Own(source()),
        FieldKind::Table => Shape::Own(table()),
        FieldKind::Chart => Shape::Own(chart()),
        FieldKind::Period => Shape::Own(period()),
        FieldKind::Record => Shape::Fields,
    }
}

fn date() -> Json {
    json!({
        "description": "2024-03-21",
        "anyOf": [
            { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
            { "not": { "type": ["string", "number", "boolean", "array", "null"] } },
        ],
    })
}

fn url() -> Json {
    const PATTERN: &str = "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\\S+$";
    json!({ "type": "string", "pattern": PATTERN })
}

fn period() -> Json {
    json!({
        "description": said(say("2024.7.21~27, 2025.06.30.(월) 14:00 ~ 07.02.(수), 2025년 6월, 미정", "2024.7.21~27, 2025.06.30.(월) 14:00 ~ 07.02.(수), 2025년 6월, 미정")),
        "anyOf": [
            reference("text"),
            reference("date"),
            object(json!({ "text": reference("text"), "from": reference("date") }), &["text"]),
        ],
    })
}

fn image() -> Json {
    let properties = json!({
        "file": described("text", say("그림 파일의 경로: PNG, JPEG, GIF, WebP, SVG, PDF", "path of a picture: PNG, JPEG, GIF, WebP, SVG, PDF")),
        "page": page(),
        "alt": described("text", say("그림을 말로 옮긴 설명", "the picture in words")),
        "caption": described("text", say("그림 제목", "caption")),
        "width": {
            "type": "string",
            "pattern": "^\\s*[0-9.]+\\s*(%|％|mm|cm)\\s*$",
            "examples": ["60%", "98mm"],
            "description": said(say("너비: 본문 폭의 비율(60%)이나 길이(98mm)", "width: a share of the measure (60%) or a length (98mm)")),
        },
        "place": {
            "enum": Place::ALL.map(Place::name),
            "description": said(say("자리. left, right: 글이 옆으로 흐릅니다, full: 본문 폭 전체", "place. left, right: with text beside it, full: the full measure")),
        },
    });
    object(properties, &["file", "alt"])
}

fn page() -> Json {
    let about = said(say("PDF의 쪽 번호", "the page of the PDF"));
    json!({ "type": "integer", "minimum": 1, "default": 1, "description": about })
}

fn artwork() -> Json {
    described("text", say("PDF의 경로", "path of a PDF"))
}

/// The shape of the keys that belong to a value of a type and stand beside it, and whether they must.
pub fn beside(kind: FieldKind) -> Vec<(&'static str, Json, bool)> {
    let shape = |key: &'static str| match key {
        "page" => page(),
        _ => described("text", say("그림을 말로 옮긴 설명", "the picture in words")),
    };
    kind.beside().iter().map(|key| (*key, shape(key), *key == "alt")).collect()
}

fn source() -> Json {
    let properties = json!({
        "publisher": described("text", say("발행처", "publisher")),
        "title": described("text", say("자료 제목", "the document's title")),
        "date": described("date", say("날짜", "date")),
        "url": described("url", say("웹 주소", "web address")),
    });
    object(properties, &["publisher", "title"])
}

fn table() -> Json {
    let row = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
    let mut header = list_of(reference("text"), say("머리 줄", "head row"), 1);
    header["maxItems"] = json!(MOST_COLUMNS);
    let properties = json!({
        "header": header,
        "rows": list_of(row, say("줄. 칸 수는 머리 줄과 같습니다", "rows, as many cells as the head has"), 1),
        "caption": described("text", say("표 제목", "caption")),
    });
    object(properties, &["header", "rows"])
}

fn chart() -> Json {
    let number = json!({ "type": "number" });
    let point = json!({
        "label": described("text", say("이름", "name")),
        "value": { "type": "number", "description": said(say("값", "value")) },
    });
    let point = object(point, &["label", "value"]);
    let (least, most) = CHART_POINTS;
    let points = |items, about: Words| {
        let mut list = list_of(items, about, least);
        list["maxItems"] = json!(most);
        list
    };
    let series = json!({ "name": described("text", say("계열 이름", "name of the series")), "values": points(number, say("값. labels의 차례로", "values in the order of labels")) });
    let mut series = list_of(
        object(series, &["name", "values"]),
        say("계열: 이름과 값", "series: name and values"),
        1,
    );
    series["maxItems"] = json!(MOST_SERIES);
    let kinds = say(
        "share: 띠, bars: 가로 막대, columns: 세로 막대, lines: 꺾은선, stacked-…: 쌓은 막대",
        "share: one bar divided, bars: horizontal, columns: vertical, lines: over time, stacked-…: stacked",
    );
    let properties = json!({
        "kind": { "enum": CHART_KINDS, "description": said(kinds) },
        "data": {
            "anyOf": [points(point, say("값", "values")), { "type": "string", "pattern": "\\t" }],
            "description": said(say("값", "values")),
        },
        "labels": points(reference("text"), say("계열이 여럿일 때: 가로축의 이름", "with several series: names along the axis")),
        "series": series,
        "unit": described("text", say("수 뒤의 단위", "unit after the numbers")),
        "alt": described("text", say("차트를 말로 옮긴 설명", "the chart in words")),
        "caption": described("text", say("차트 제목", "caption")),
        "label": described("text", say("이름 칸의 머리", "head of the labels")),
        "value": described("text", say("값 칸의 머리", "head of the values")),
    });
    let mut chart = object(properties, &["kind", "alt"]);
    chart["oneOf"] = json!([{ "required": ["data"] }, { "required": ["labels", "series"] }]);
    chart
}
