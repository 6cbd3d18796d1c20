//! Chapter 2: parts that do something.

use lopdf::{Object, dictionary};

use super::super::rules;
use super::super::sample::{Sample, rect};
use super::case::{Case, case};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            rules::JAVASCRIPT,
            &[
                |s| names(s, "JavaScript"),
                |s| {
                    s.doc.add_object(dictionary! { "S" => "JavaScript" });
                },
            ],
            &[|s| names(s, "Dests")],
        ),
        case(
            rules::ACTIONS,
            &[
                |s| s.dict(s.catalog).set("OpenAction", dictionary! { "S" => "GoTo" }),
                |s| s.dict(s.page).set("AA", dictionary! {}),
                |s| {
                    s.doc.add_object(dictionary! { "S" => "Launch" });
                },
            ],
            &[|s| s.dict(s.catalog).set("OpenAction", vec![Object::Integer(0)])],
        ),
        case(rules::FORMS, &[|s| fields(s, vec![1.into()])], &[|s| fields(s, vec![])]),
        case(
            rules::MULTIMEDIA,
            &[|s| {
                s.doc.add_object(dictionary! { "S" => "Rendition" });
            }],
            &[|s| {
                s.doc.add_object(dictionary! { "S" => "GoTo" });
            }],
        ),
        case(
            rules::EMBEDDED,
            &[
                |s| names(s, "EmbeddedFiles"),
                |s| {
                    s.doc.add_object(dictionary! { "Type" => "Filespec", "EF" => dictionary! {} });
                },
            ],
            &[|s| {
                s.doc.add_object(dictionary! { "Type" => "Filespec" });
            }],
        ),
        case(
            rules::ANNOTATION,
            &[
                |s| annotation(s, "Link", [50.0, 50.0, 80.0, 60.0]),
                |s| annotation(s, "Text", [0.0, 50.0, 24.0, 60.0]),
            ],
            &[
                |s| annotation(s, "Link", [0.0, 50.0, 20.0, 60.0]),
                |s| annotation(s, "TrapNet", [50.0, 50.0, 80.0, 60.0]),
            ],
        ),
    ]
}

fn names(s: &mut Sample, tree: &str) {
    let mut names = dictionary! {};
    names.set(tree, dictionary! {});
    s.dict(s.catalog).set("Names", names);
}

fn fields(s: &mut Sample, fields: Vec<Object>) {
    s.dict(s.catalog).set("AcroForm", dictionary! { "Fields" => fields });
}

fn annotation(s: &mut Sample, kind: &str, at: [f32; 4]) {
    let link = dictionary! { "Type" => "Annot", "Subtype" => kind, "Rect" => rect(at) };
    let link = s.doc.add_object(link);
    s.dict(s.page).set("Annots", vec![Object::Reference(link)]);
}
