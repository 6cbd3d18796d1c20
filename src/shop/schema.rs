//! The JSON Schema of a shop profile, so that editors complete and check it.

use jikji_diagnostic::{Lang, Words};
use serde_json::{Map, Value, json};

use crate::document::shape::{in_tongue, list_of, object, said, say};
use crate::layout::length;
use jikji_prepress::preflight::{Role, Standard, Weight, can_weigh_otherwise, rules};
use jikji_prepress::profile::NAMES;

/// The schema of a shop profile, described in one tongue.
pub fn schema(lang: Lang) -> Value {
    let size = json!({ "type": "string", "minLength": 1, "examples": length::papers().collect::<Vec<_>>() });
    let sizes = json!({ "type": "array", "items": size });
    let trim = say(
        "받는 판형 하나나 여럿. 없으면 아무 크기나",
        "finished sizes that are taken; any if left out",
    );
    let properties = json!({
        "name": { "type": "string", "pattern": r"\S", "description": said(say("보고서에 나올 이름", "its name in reports")) },
        "standard": choice(&Standard::ALL.map(Standard::name), say("지킬 표준. none이면 인쇄에 걸리는 것만 봅니다", "the standard; none asks only what the press suffers from")),
        "profile": choice(&NAMES, say("인쇄 조건", "the printing condition")),
        "trim": { "anyOf": [size, sizes], "description": said(trim) },
        "bleed": length_of(say("네 변의 도련", "bleed on all sides")),
        "margin": length_of(say("글자와 재단선 사이", "from text to the trim")),
        "marks": { "type": "boolean", "description": said(say("재단선이 있어야 하는지. 없으면 묻지 않습니다", "whether there must be printer's marks; not asked if left out")) },
        "pages": table(&[
            ("least", count(say("가장 적은 쪽수", "fewest pages"))),
            ("most", count(say("가장 많은 쪽수", "most pages"))),
            ("multiple", count(say("쪽수는 이 수의 배수", "pages in multiples of this"))),
        ]),
        "ink": table(&[
            ("limit", number(50.0, 1200.0, say("잉크 총량의 한도(%). 없으면 파일의 인쇄 조건대로", "total ink, %; that of the file's own condition if left out"))),
            ("area", number(0.0, 10_000.0, say("이보다 좁은 곳은 넘어가도 됩니다(mm²)", "smaller areas may be over it, mm²"))),
            ("count", count(say("가장 많은 도수: 1도, 2도, 4도", "most inks: 1, 2, 4"))),
        ]),
        "spots": list_of(spot(), say("받는 별색. 없으면 아무 별색이나", "spot colours that are taken; any if left out"), 0),
        "images": table(&[
            ("ppi", number(0.0, 4800.0, say("이보다 낮으면 경고", "a warning below"))),
            ("least-ppi", number(0.0, 4800.0, say("이보다 낮으면 오류", "an error below"))),
            ("line-ppi", number(0.0, 4800.0, say("1비트 그림이 이보다 낮으면 경고", "a warning below for images of one bit"))),
        ]),
        "text": table(&[
            ("least", length_of(say("가장 작은 글자", "smallest text"))),
            ("rich", length_of(say("이보다 작은 글자는 네 가지 잉크로 찍지 않습니다", "smaller text is not printed in four inks"))),
        ]),
        "lines": table(&[("least", length_of(say("가장 가는 선", "thinnest line")))]),
        "severity": severity(),
    });
    let mut schema = object(properties, &[]);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$id"] = json!("urn:jikji:shop-profile");
    schema["title"] = json!(say("jikji: 인쇄소 설정", "jikji: shop profile").say(lang));
    in_tongue(&mut schema, lang);
    schema
}

fn choice(names: &[&str], about: Words) -> Value {
    json!({ "enum": names, "description": said(about) })
}

fn length_of(about: Words) -> Value {
    json!({ "type": "string", "pattern": length::PATTERN, "description": said(about) })
}

fn number(least: f64, most: f64, about: Words) -> Value {
    json!({ "type": "number", "minimum": least, "maximum": most, "description": said(about) })
}

fn count(about: Words) -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": 9999, "description": said(about) })
}

fn table(properties: &[(&str, Value)]) -> Value {
    let properties = properties.iter().map(|(name, value)| ((*name).to_string(), value.clone()));
    object(Value::Object(properties.collect()), &[])
}

fn spot() -> Value {
    let roles = Role::names();
    let role = say(
        "잉크, 부분 코팅, 박, 칼선, 오시, 미싱",
        "ink, varnish, foil, die line, crease, perforation",
    );
    object(
        json!({
            "name": { "type": "string", "pattern": r"\S", "description": said(say("파일에 적히는 이름", "its name in files")) },
            "role": choice(&roles, role),
        }),
        &["name"],
    )
}

/// Every rule that may weigh otherwise, with what it is about.
fn severity() -> Value {
    let weights = Weight::NAMES.map(|(name, _)| name);
    let rules = rules::all().filter(|rule| can_weigh_otherwise(rule));
    let properties: Map<String, Value> =
        rules.map(|rule| (rule.code.to_string(), choice(&weights, rule.says))).collect();
    let mut table = object(Value::Object(properties), &[]);
    table["description"] = said(say("규칙마다 경중", "what rules weigh"));
    table
}
