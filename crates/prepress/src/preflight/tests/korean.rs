//! Names that programs for Korean wrote in CP949 are read as they were meant.

use lopdf::{Object, dictionary};

use super::sample::Sample;
use super::*;

/// 칼선 and 바탕.
const DIE_LINE: &[u8] = b"\xc4\xae\xbc\xb1";
const BATANG: &[u8] = b"\xb9\xd9\xc5\xc1";

#[test]
fn spots_fonts_and_layers_are_named_in_korean() {
    let mut sample = Sample::new();
    let tint = dictionary! {
        "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "N" => 1,
        "C0" => vec![0.into(); 4], "C1" => vec![0.into(), 1.into(), 0.into(), 0.into()],
    };
    let name = Object::Name(DIE_LINE.to_vec());
    let spot = vec!["Separation".into(), name, "DeviceCMYK".into(), tint.into()];
    sample.resource("ColorSpace", "C", Object::Array(spot));
    sample.draw("/C CS 1 SCN 1 w 60 90 40 40 re S");
    for font in [sample.font, sample.descendant] {
        sample.dict(font).set("BaseFont", Object::Name(BATANG.to_vec()));
    }
    let layer = sample.doc.add_object(dictionary! {
        "Type" => "OCG", "Name" => Object::string_literal(DIE_LINE),
    });
    let off = dictionary! { "OFF" => vec![layer.into()] };
    let layers = dictionary! { "OCGs" => vec![layer.into()], "D" => off };
    let catalog = sample.catalog;
    sample.dict(catalog).set("OCProperties", layers);
    let verdict = run(&sample.bytes());
    assert_eq!((&*verdict.plates[4], &verdict.technical[..]), ("칼선", &[4][..]));
    assert_eq!(verdict.fonts[0].name, "바탕");
    let told = |rule| {
        let finding = verdict.findings.iter().find(|finding| finding.rule == rule);
        finding.map(|finding| words(finding, Lang::Ko).0).unwrap_or_default()
    };
    assert_eq!(told(rules::TECHNICAL_KNOCKOUT), "칼선이 겹쳐 찍기가 아니어서 바탕을 파냅니다");
    assert_eq!(told(rules::LAYER_HIDDEN), "레이어 칼선은 인쇄되지 않습니다");
}

#[test]
fn other_names_stay_what_they_are() {
    use crate::pdf::text::{decoded, name};
    assert_eq!(name("칼선".as_bytes()), "칼선");
    assert_eq!(name(b"\xff\xfe"), "\u{fffd}\u{fffd}");
    assert_eq!(decoded(DIE_LINE), "칼선");
    // PDFDocEncoding.
    assert_eq!(decoded(b"Gr\xf6\xdfe, caf\xe9"), "Größe, café");
    assert_eq!(decoded(b"\xc4rger"), "Ärger");
}
