//! The JSON Schema of a manifest for one layout, so that editors complete and check it.
//!
//! Draft 2020-12, as Taplo and Even Better TOML read it. It says what the loader says, a little
//! more leniently: a schema cannot look at files or compare entries.

use serde_json::{Map, Value, json};

use super::kind::{Shape, shape};
use super::model::PROFILES;
use super::parts::entry_modules;
use super::print::BINDINGS;
use super::shape::{described, list_of, object, reference};
use crate::layout::length;
use crate::layout::spec::{Field, FieldKind, Layout, Module};

/// Not only blanks.
const NOT_BLANK: &str = r"\S";

/// The schema of a manifest for `layout`.
pub fn schema(layout: &Layout) -> Value {
    let mut properties = fixed();
    properties["layout"] = json!({ "const": layout.name, "description": "레이아웃 이름" });
    properties["parts"] = list_of(part(), "부: 절이나 글을 담습니다", 1);
    let colors: Vec<&str> = layout.inks.colors.iter().map(|color| color.value.0.as_str()).collect();
    properties["sections"] = json!({
        "type": "object",
        "additionalProperties": { "enum": colors },
        "description": "절 제목마다 색 이름",
    });
    let mut required = vec!["layout", "publication", "issue", "parts"];
    if !layout.colophon.is_empty() {
        let mut colophon = object_of(&layout.colophon);
        colophon["description"] = json!("판권: 누리집, 연락처, 주소");
        properties["colophon"] = colophon;
        if layout.colophon.iter().any(|field| field.required) {
            required.push("colophon");
        }
    }
    let mut manifest = object(properties, &required);
    manifest["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    manifest["$id"] = json!(format!("urn:jikji:manifest:{}:{}", layout.name, layout.version));
    manifest["title"] = json!(format!("jikji: {} 레이아웃의 원고", layout.name));
    manifest["$defs"] = definitions(layout);
    manifest
}

/// The tables that are the same for every layout.
fn fixed() -> Value {
    let publication = json!({
        "name": described("text", "간행물 이름"),
        "tagline": described("text", "이름 아래의 한 줄"),
        "publisher": described("text", "펴낸 곳"),
        "language": { "type": "string", "pattern": "^[a-z]{2,3}$", "default": "ko" },
    });
    let month = json!({ "type": "integer", "minimum": 1, "maximum": 12 });
    let count = |about: &str| json!({ "type": "integer", "minimum": 1, "maximum": 99_999, "description": about });
    let issue = json!({
        "year": { "type": "integer", "minimum": 1900, "maximum": 2200, "description": "연도" },
        "month": {
            "description": "월. 합호는 [5, 6]",
            "anyOf": [month, { "type": "array", "items": month, "minItems": 2, "maxItems": 2 }],
        },
        "volume": count("권"),
        "number": count("그 권의 호"),
        "serial": count("통권"),
        "published": described("date", "발행일. PDF의 날짜가 됩니다"),
    });
    let fonts = json!({
        "system": { "type": "boolean", "description": "이 컴퓨터에 설치된 글꼴도 씁니다" },
    });
    json!({
        "layout": {},
        "slug": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": 80,
            "description": "파일 이름의 앞부분. 없으면 간행물 이름과 연월로 만듭니다",
        },
        "publication": object(publication, &["name", "publisher"]),
        "issue": object(issue, &["year", "month", "published"]),
        "fonts": object(fonts, &[]),
        "print": print(),
    })
}

fn print() -> Value {
    let paper = json!({ "cover": reference("text"), "inside": reference("text") });
    let sizes: Vec<&str> = length::papers().collect();
    object(
        json!({
            "trim": { "type": "string", "examples": sizes, "description": "판형: A4, 148mm x 210mm" },
            "bleed": { "type": "string", "pattern": "^\\s*[0-9.]+\\s*(mm|cm|pt|in)\\s*$", "description": "도련" },
            "marks": { "type": "boolean", "default": true, "description": "재단선과 맞춰찍기 표시" },
            "profile": { "type": "string", "examples": PROFILES, "description": "출력 프로파일 이름이나 ICC 파일" },
            "binding": { "enum": BINDINGS, "description": "제본: 중철 또는 무선" },
            "paper": { "anyOf": [reference("text"), object(paper, &[])], "description": "표지와 내지의 용지" },
            "quantity": { "type": "integer", "minimum": 1, "maximum": 1_000_000, "description": "부수" },
            "split": { "type": "boolean", "default": false, "description": "표지와 내지를 파일 둘로 나눕니다" },
        }),
        &[],
    )
}

fn part() -> Value {
    let section = object(
        json!({
            "title": described("text", "절 제목"),
            "entries": list_of(reference("entry"), "절의 글", 1),
        }),
        &["title", "entries"],
    );
    let mut part = object(
        json!({
            "title": described("text", "부 제목"),
            "sections": list_of(section, "부의 절", 1),
            "entries": list_of(reference("entry"), "절 없이 부에 바로 놓는 글", 1),
        }),
        &["title"],
    );
    part["anyOf"] = json!([{ "required": ["sections"] }, { "required": ["entries"] }]);
    part
}

fn definitions(layout: &Layout) -> Value {
    let kinds: Vec<&str> = entry_modules(layout).map(|module| module.name.as_str()).collect();
    let cases: Vec<Value> = entry_modules(layout).map(case).collect();
    let file = object(json!({ "file": described("text", "글이 든 파일의 경로") }), &["file"]);
    let mut definitions = json!({
        "text": { "type": "string", "pattern": NOT_BLANK },
        "long": { "anyOf": [reference("text"), file] },
    });
    for kind in FieldKind::ALL {
        if let Shape::Own(shape) = shape(*kind) {
            definitions[kind.name()] = shape;
        }
    }
    definitions["entry"] = json!({
        "type": "object",
        "properties": { "kind": { "enum": kinds, "description": "글의 종류" } },
        "required": ["kind"],
        "allOf": cases,
    });
    definitions
}

/// One kind of entry: what holds where an entry is of it, so that an editor marks the very key that is wrong.
fn case(module: &Module) -> Value {
    let mut case = object_of(&module.fields);
    case["properties"]["kind"] = json!({ "const": module.name });
    if let Some(required) = case["required"].as_array_mut() {
        required.push(json!("kind"));
    }
    case["title"] = json!(module.name);
    let this = json!({ "properties": { "kind": { "const": module.name } }, "required": ["kind"] });
    json!({ "if": this, "then": case })
}

/// A table with the fields a layout declares.
fn object_of(fields: &[Field]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.clone(), of_field(field))).collect();
    let required: Vec<&str> =
        fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
    object(Value::Object(properties), &required)
}

fn of_field(field: &Field) -> Value {
    let single = match shape(field.kind) {
        Shape::Known(name) => reference(name),
        Shape::Own(_) => reference(field.kind.name()),
        Shape::Fields => object_of(&field.fields),
    };
    let about = field.description.as_deref().unwrap_or(field.kind.words().ko);
    if !field.list {
        let mut single = single;
        single["description"] = json!(about);
        return single;
    }
    let mut list = list_of(single, about, field.min.unwrap_or(usize::from(field.required)));
    if let Some(most) = field.max {
        list["maxItems"] = json!(most);
    }
    list
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jikji_diagnostic::source::Sources;

    #[test]
    fn every_built_in_layout_has_one() {
        for about in crate::layout::built_in() {
            let mut sources = Sources::default();
            let found = crate::layout::find(Path::new("/nonexistent"), &about.name, &mut sources);
            assert!(super::schema(&found.unwrap())["$defs"]["entry"]["allOf"].is_array());
        }
    }
}
