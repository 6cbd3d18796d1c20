//! The JSON Schema of a manifest for one layout, so that editors complete and check it.
//!
//! Draft 2020-12, as Taplo and Even Better TOML read it. It says what the loader says, a little
//! more leniently: a schema cannot look at files or compare entries.

use jikji_diagnostic::{Lang, Words};
use jikji_prepress::finish::Finish;
use serde_json::{Map, Value, json};

use super::kind::{Shape, beside, shape};
use super::model::PROFILES;
use super::order;
use super::parts::entry_modules;
use super::plates::ON;
use super::print::BINDINGS;
use crate::document::LAST_YEAR;
use crate::document::shape::{
    described, in_tongue, list_of, object, reference, said, say, text, twice,
};
use crate::layout::length;
use crate::layout::spec::{Checks, Field, FieldKind, Layout, Module};
use crate::shop;

/// Where parts and sections stand in the schema.
const PART: &str = "#/properties/parts/items";
const SECTION: &str = "#/properties/parts/items/properties/sections/items";

/// The schema of a manifest for `layout`, described in one tongue.
pub fn schema(layout: &Layout, lang: Lang) -> Value {
    let mut properties = fixed();
    properties["layout"] = json!({ "const": layout.name, "description": said(say("레이아웃 이름", "the layout's name")) });
    properties["parts"] = list_of(
        twice(part(), PART),
        say("부: 절이나 글을 담습니다", "parts, with sections or entries"),
        1,
    );
    let colors: Vec<&str> = layout.inks.colors.iter().map(|color| color.value.0.as_str()).collect();
    properties["sections"] = json!({
        "type": "object",
        "additionalProperties": { "enum": colors },
        "description": said(say("절 제목마다 색 이름", "a colour for each section's title")),
    });
    let mut required = vec!["layout", "publication", "issue", "parts"];
    if !layout.colophon.is_empty() {
        let mut colophon = object_of(&layout.colophon);
        colophon["description"] =
            said(say("판권: 누리집, 연락처, 주소", "colophon: home page, contact, address"));
        properties["colophon"] = colophon;
        if layout.colophon.iter().any(|field| field.required) {
            required.push("colophon");
        }
    }
    let mut manifest = object(properties, &required);
    manifest["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    manifest["$id"] = json!(format!("urn:jikji:manifest:{}:{}", layout.name, layout.version));
    let title = say("레이아웃의 원고", "manifest of the layout").say(lang);
    manifest["title"] = json!(format!("jikji: {} {title}", layout.name));
    manifest["$defs"] = definitions(layout);
    in_tongue(&mut manifest, lang);
    manifest
}

/// The tables that are the same for every layout.
fn fixed() -> Value {
    let publication = json!({
        "name": described("text", say("간행물 이름", "the periodical's name")),
        "tagline": described("text", say("이름 아래의 한 줄", "a line under the name")),
        "publisher": described("text", say("펴낸 곳", "the publisher")),
        "language": { "type": "string", "pattern": "^[a-z]{2,3}$", "default": "ko", "description": said(say("글의 언어: ko, en", "language of the text: ko, en")) },
    });
    let month = json!({ "type": "integer", "minimum": 1, "maximum": 12 });
    let count = |about: Words| json!({ "type": "integer", "minimum": 1, "maximum": 99_999, "description": said(about) });
    let issue = json!({
        "year": { "type": "integer", "minimum": 1900, "maximum": LAST_YEAR, "description": said(say("연도", "the year")) },
        "month": {
            "description": said(say("월. 합호는 [5, 6]", "the month; [5, 6] for a combined number")),
            "anyOf": [month, { "type": "array", "items": month, "minItems": 2, "maxItems": 2 }],
        },
        "volume": count(say("권", "volume")),
        "number": count(say("그 권의 호", "number in the volume")),
        "serial": count(say("통권", "number in all")),
        "unfinished": described("text", say("아직 모자란 것. 다 채우면 줄을 지웁니다", "what is lacking yet; the line goes once the number is whole")),
        "published": described("date", say("발행일. PDF의 날짜가 됩니다", "day of publication, also the PDF's date")),
    });
    let fonts = json!({
        "system": { "type": "boolean", "description": said(say("이 컴퓨터에 설치된 글꼴도 씁니다", "use the fonts of this machine too")) },
    });
    json!({
        "layout": {},
        "slug": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": 80,
            "description": said(say("파일 이름의 앞부분. 없으면 간행물 이름과 연월로 만듭니다", "the base of file names; made of name, year and month if left out")),
        },
        "publication": object(publication, &["name", "publisher"]),
        "issue": object(issue, &["year", "month", "published"]),
        "fonts": object(fonts, &[]),
        "print": print(),
        "checks": checks(),
        "terms": {
            "type": "object",
            "additionalProperties": reference("text"),
            "description": said(say("\"쓰지 않을 말\" = \"쓸 말\"", "\"what is not written\" = \"what is\"")),
        },
    })
}

fn checks() -> Value {
    let names = Checks::NAMES.map(|(name, _)| name);
    let profile = say(
        "house: 모두, handbook: 말만, off: 살펴보지 않음. 없으면 레이아웃이 정한 대로",
        "house: all, handbook: the language alone, off: nothing; the layout's own if left out",
    );
    let properties = json!({
        "profile": { "enum": names, "description": said(profile) },
        "allow": allow(say("이 호에서 그대로 둘 말이나 코드", "words or codes that pass in this number")),
    });
    object(properties, &[])
}

/// What is let pass.
fn allow(about: Words) -> Value {
    list_of(reference("text"), about, 0)
}

fn print() -> Value {
    let paper = json!({
        "cover": described("text", say("표지 용지", "paper of the cover")),
        "inside": described("text", say("내지 용지", "paper of the inside")),
    });
    let sizes: Vec<&str> = length::papers().collect();
    let mut print = object(
        json!({
            "trim": { "type": "string", "examples": sizes, "description": said(say("판형: A4, 148mm x 210mm", "trim: A4, 148mm x 210mm")) },
            "bleed": { "type": "string", "pattern": length::PATTERN, "description": said(say("도련", "bleed")) },
            "marks": { "type": "boolean", "default": true, "description": said(say("재단선과 맞춰찍기 표시", "crop and register marks")) },
            "profile": { "type": "string", "examples": PROFILES, "description": said(say("출력 프로파일 이름이나 ICC 파일", "name of an output profile, or an ICC file")) },
            "binding": { "enum": BINDINGS, "description": said(say("제본: 중철 또는 무선", "binding: stitched or perfect")) },
            "paper": { "anyOf": [object(paper, &[]), reference("text")], "description": said(say("표지와 내지의 용지", "paper of cover and inside")) },
            "quantity": { "type": "integer", "minimum": 1, "maximum": 1_000_000, "description": said(say("부수", "copies")) },
            "shop": { "type": "string", "minLength": 1, "examples": shop::names().collect::<Vec<_>>(), "description": said(say("인쇄소 설정 이름이나 파일", "name of a shop profile, or its file")) },
            "inks": { "type": "array", "items": reference("text"), "minItems": 1, "maxItems": 2, "examples": [["K"], ["K", "PANTONE 286 C"], ["PANTONE 286 C"], ["K", "M"]], "description": said(say("찍을 잉크: 하나(1도)나 먹과 다른 하나(2도). 없으면 4도와 별색", "the inks: one, or black and one other; those of the process and all spot colours if left out")) },
            "spots": { "type": "object", "additionalProperties": spot(), "description": said(say("별색을 이름으로. 레이아웃의 것보다 앞섭니다", "spot colours by name; they go before the layout's")) },
            "plates": list_of(plate(), say("후가공 판: 박, 부분 코팅, 톰슨선, 오시선, 미싱선", "plates for the finishing: foil, varnish, die, crease, perforation"), 0),
            "outlines": { "type": "boolean", "default": false, "description": said(say("글자를 아웃라인으로 바꿉니다(인쇄판만)", "text as outlines, in the print edition alone")) },
            "split": { "type": "boolean", "default": false, "description": said(say("표지와 내지를 파일 둘로 나눕니다", "cover and inside as two files")) },
        }),
        &[],
    );
    if let Some(properties) = print["properties"].as_object_mut() {
        properties.append(&mut order::properties());
    }
    print
}

fn plate() -> Value {
    let mut on = json!({ "anyOf": [{ "enum": ON }, { "type": "integer", "minimum": 1 }] });
    on["description"] =
        said(say("놓을 쪽: cover, back이나 쪽 번호", "the page: cover, back or its number"));
    object(
        json!({
            "kind": { "enum": Finish::NAMES, "description": said(say("무엇을 하는 판인지", "what the plate is for")) },
            "name": described("text", say("판의 이름. 없으면 인쇄소 설정대로", "the plate's name; the shop's if left out")),
            "file": described("text", say("PDF나 SVG", "a PDF or an SVG")),
            "page": { "type": "integer", "minimum": 1, "description": said(say("PDF의 쪽 번호", "which page of a PDF")) },
            "spot": described("text", say("PDF의 별색 하나만 판으로. 없으면 파일 전체", "the one spot ink of a PDF that the plate is made of; the whole file if left out")),
            "on": on,
        }),
        &["kind", "file"],
    )
}

fn spot() -> Value {
    let percent = json!({ "type": "number", "minimum": 0, "maximum": 100 });
    object(
        json!({
            "cmyk": { "type": "array", "items": percent, "minItems": 4, "maxItems": 4, "description": said(say("별색 없이 찍을 때의 C, M, Y, K(%)", "what it looks like without its ink: C, M, Y, K in %")) },
            "lab": { "type": "array", "items": { "type": "number" }, "minItems": 3, "maxItems": 3, "description": said(say("잰 색: L, a, b(D50)", "what it was measured as: L, a, b under D50")) },
            "finish": { "enum": Finish::NAMES, "description": said(say("잉크가 아니라 후가공 판", "no ink but a plate for the finishing")) },
            "overprint": { "type": "boolean", "default": false, "description": said(say("아래 잉크를 파내지 않고 겹쳐 찍습니다", "it is printed over what is below and knocks nothing out")) },
        }),
        &[],
    )
}

fn part() -> Value {
    let section = object(
        json!({
            "title": described("text", say("절 제목", "the section's title")),
            "entries": list_of(reference("listed"), say("절의 글", "the section's entries"), 1),
        }),
        &["title", "entries"],
    );
    let mut part = object(
        json!({
            "title": described("text", say("부 제목", "the part's title")),
            "sections": list_of(twice(section, SECTION), say("부의 절", "the part's sections"), 1),
            "entries": list_of(reference("listed"), say("절 없이 부에 바로 놓는 글", "entries right under the part"), 1),
        }),
        &["title"],
    );
    part["anyOf"] = json!([{ "required": ["sections"] }, { "required": ["entries"] }]);
    part
}

fn definitions(layout: &Layout) -> Value {
    let kinds: Vec<&str> = entry_modules(layout).map(|module| module.name.as_str()).collect();
    let cases: Vec<Value> = entry_modules(layout).map(case).collect();
    let file = object(
        json!({ "file": described("text", say("글이 든 파일의 경로", "path of a file with the text")) }),
        &["file"],
    );
    let mut definitions = json!({
        "text": text(),
        "long": { "anyOf": [reference("text"), file] },
    });
    for kind in FieldKind::ALL {
        if let Shape::Own(shape) = shape(*kind) {
            definitions[kind.name()] = shape;
        }
    }
    let kind = say("글의 종류", "kind of entry");
    let mut properties = offered(layout);
    properties.insert("kind".into(), json!({ "description": said(kind) }));
    // Taplo offers the keys of a table only where nothing but they stands in it: what holds of them stands apart.
    let listed = json!({ "properties": properties, "if": {}, "then": reference("entry") });
    definitions["listed"] = twice(listed, "#/$defs/listed");
    properties.insert("kind".into(), json!({ "enum": kinds, "description": said(kind) }));
    definitions["entry"] = json!({
        "type": "object",
        "properties": properties,
        "required": ["kind"],
        "allOf": cases,
    });
    definitions
}

/// The fields of all kinds, described: editors that do not look into the cases complete by them. What they hold, the
/// cases say.
fn offered(layout: &Layout) -> Map<String, Value> {
    let about = say("이 글에서 그대로 둘 말이나 코드", "words or codes that pass in this entry");
    let mut offered = Map::from_iter([("allow".to_string(), allow(about))]);
    for field in entry_modules(layout).flat_map(|module| &module.fields) {
        let at = format!("#/$defs/listed/properties/{}/items", field.name);
        let mut told = json!({ "description": of_field(field)["description"] });
        if let Some(keys) = keys_of(field) {
            told["items"] = twice(json!({ "properties": &keys }), &at);
            if !field.list || field.kind.may_stand_alone() {
                told["properties"] = keys;
            }
        }
        offered.entry(&field.name).or_insert(told);
    }
    offered
}

/// The keys of a field that is a table, or of each in a list of some, described.
fn keys_of(field: &Field) -> Option<Value> {
    let shape = match shape(field.kind) {
        Shape::Known(_) => return None,
        Shape::Own(shape) => shape,
        Shape::Fields => object_of(&field.fields),
    };
    let described = |(key, shape): (&String, &Value)| {
        Some((key.clone(), json!({ "description": shape.get("description")? })))
    };
    let keys: Map<String, Value> =
        shape["properties"].as_object()?.iter().filter_map(described).collect();
    Some(keys.into())
}

/// One kind of entry: what holds where an entry is of it, so that an editor marks the very key that is wrong.
fn case(module: &Module) -> Value {
    let mut case = object_of(&module.fields);
    case["properties"]["kind"] = json!({ "const": module.name });
    case["properties"]["allow"] = json!({});
    if let Some(required) = case["required"].as_array_mut() {
        required.push(json!("kind"));
    }
    case["title"] = json!(module.name);
    let this = json!({ "properties": { "kind": { "const": module.name } }, "required": ["kind"] });
    json!({ "if": this, "then": case })
}

/// A table with the fields a layout declares.
fn object_of(fields: &[Field]) -> Value {
    let mut properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.clone(), of_field(field))).collect();
    let mut required: Vec<&str> =
        fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
    for field in fields {
        for (key, shape, needed) in beside(field.kind) {
            properties.insert(key.into(), shape);
            required.extend((field.required && needed).then_some(key));
        }
    }
    object(Value::Object(properties), &required)
}

fn of_field(field: &Field) -> Value {
    let single = match shape(field.kind) {
        Shape::Known(name) => reference(name),
        Shape::Own(_) => reference(field.kind.name()),
        Shape::Fields => object_of(&field.fields),
    };
    let words = field.kind.words();
    let mut described = match field.list {
        true => list_of(single, words, field.min.unwrap_or(usize::from(field.required))),
        false => single,
    };
    let own = field.description.as_ref();
    described["description"] = own.map_or(said(words), |own| json!({ "ko": own.ko, "en": own.en }));
    if !field.list {
        return described;
    }
    let mut list = described;
    if let Some(most) = field.max {
        list["maxItems"] = json!(most);
    }
    match field.kind.may_stand_alone() {
        true => {
            let description = list["description"].take();
            list["description"] = description.clone();
            let alone = list["items"].clone();
            json!({ "description": description, "anyOf": [alone, list] })
        }
        false => list,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jikji_diagnostic::Lang;
    use jikji_diagnostic::source::Sources;

    #[test]
    fn every_built_in_layout_has_one() {
        for about in crate::layout::built_in() {
            let mut sources = Sources::default();
            let found = crate::layout::find(Path::new("/nonexistent"), &about.name, &mut sources);
            let layout = found.unwrap();
            let [ko, en] = [Lang::Ko, Lang::En].map(|lang| super::schema(&layout, lang));
            assert!(ko["$defs"]["entry"]["allOf"].is_array());
            assert_eq!(ko["properties"]["issue"]["properties"]["year"]["description"], "연도");
            assert_eq!(en["properties"]["issue"]["properties"]["year"]["description"], "the year");
            // Whatever is not chosen is gone.
            assert!(![ko, en].iter().any(|schema| schema.to_string().contains("\"ko\":")));
        }
    }
}
