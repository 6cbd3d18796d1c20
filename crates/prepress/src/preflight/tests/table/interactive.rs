//! Chapter 2: parts that do something.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::sample::{Sample, rect};
use super::super::{Limits, Standard, rules};
use super::case::{Case, Change, Made, case, changed};

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
        case(
            rules::LAYER_HIDDEN,
            // What is on it is not printed, so it is not judged.
            &[|s| layer(s, true, None), |s| member_of(s, true)],
            &[|s| layer(s, false, None), |s| member_of(s, false)],
        ),
        case(
            rules::LAYER_UNSEEN,
            &[|s| layer(s, false, Some("OFF"))],
            &[|s| layer(s, false, Some("ON"))],
        ),
        Case {
            rule: rules::ANNOTATION_BARE,
            breaks: vec![
                bare(|s| printed(s, dictionary! { "Subtype" => "FreeText" })),
                // A frame is 1 wide unless it says otherwise.
                bare(|s| printed(s, dictionary! { "Subtype" => "Link" })),
                bare(|s| printed(s, dictionary! { "Subtype" => "Widget", "V" => "Yes" })),
            ],
            keeps: vec![
                bare(|s| annotation(s, "FreeText", [50.0, 50.0, 80.0, 60.0])),
                bare(|s| {
                    let border = vec![Object::Integer(0); 3];
                    printed(s, dictionary! { "Subtype" => "Link", "Border" => border });
                }),
                bare(|s| printed(s, dictionary! { "Subtype" => "Widget" })),
                bare(|s| printed(s, dictionary! { "Subtype" => "Popup" })),
                // A box that is not ticked shows nothing, and means it.
                bare(|s| {
                    let looks = dictionary! { "N" => dictionary! {} };
                    printed(s, dictionary! { "Subtype" => "Widget", "V" => "Off", "AP" => looks });
                }),
            ],
        },
    ]
}

/// Held to no standard: those that there are allow no annotation.
fn bare(change: Change) -> Made {
    let (bytes, limits) = changed(change);
    (bytes, Limits { standard: Standard::None, ..limits })
}

/// An annotation with its print flag.
fn printed(s: &mut Sample, mut annotation: Dictionary) {
    annotation.set("Rect", rect([50.0, 50.0, 80.0, 60.0]));
    annotation.set("F", 4);
    s.dict(s.page).set("Annots", vec![Object::Dictionary(annotation)]);
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

/// Something on a layer: far too much ink where it is switched off, a tint where it is on.
fn layer(s: &mut Sample, off: bool, view: Option<&str>) {
    let mut layer = dictionary! { "Type" => "OCG", "Name" => Object::string_literal("Die line") };
    if let Some(state) = view {
        let view = dictionary! { "ViewState" => state };
        layer.set("Usage", dictionary! { "View" => view });
    }
    let layer = s.doc.add_object(layer);
    let mut shown = dictionary! {};
    if off {
        shown.set("OFF", vec![Object::Reference(layer)]);
    }
    let properties = dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => shown };
    s.dict(s.catalog).set("OCProperties", properties);
    s.resource("Properties", "L", layer);
    let color = if off { "1 1 1 1 k" } else { "0 0 0 0.2 k" };
    s.draw(&format!("/OC /L BDC {color} 60 60 100 100 re f EMC"));
}

/// A form that belongs to what is made up of the one layer.
fn member_of(s: &mut Sample, off: bool) {
    layer(s, off, None);
    let shown = s.dict(s.catalog).get(b"OCProperties").unwrap().as_dict().unwrap().clone();
    let members = dictionary! {
        "Type" => "OCMD", "OCGs" => shown.get(b"OCGs").unwrap().clone(), "P" => "AllOn",
    };
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([0.0, 0.0, 320.0, 320.0]),
        "OC" => s.doc.add_object(members),
    };
    let color = if off { "1 0 0 rg" } else { "0 0 0 0.2 k" };
    let content = format!("{color} 60 60 40 40 re f").into_bytes();
    let form = s.doc.add_object(Stream::new(form, content));
    s.resource("XObject", "F", form);
    s.draw("/F Do");
}
