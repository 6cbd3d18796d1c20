//! Layers of hostile files: whatever they are made up of, they are soon judged, on the side of what may print.

use lopdf::{Object, ObjectId, dictionary};

use super::sample::Sample;
use super::*;

/// A sample with a layer that is not printed, and what is to be made up of it.
fn with_a_layer(rules: Vec<Object>, layer: lopdf::Dictionary) -> (Sample, ObjectId) {
    let mut sample = Sample::new();
    let layer = sample.doc.add_object(layer);
    let shown = dictionary! { "OFF" => vec![Object::Reference(layer)], "AS" => rules };
    let properties = dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => shown };
    sample.dict(sample.catalog).set("OCProperties", properties);
    (sample, layer)
}

/// More ink than may be, and the same of a layer.
const INK: &str = "1 1 1 1 k 60 60 100 100 re f";
const LAYERED: &str = "/OC /L BDC 1 1 1 1 k 60 60 100 100 re f EMC";

/// Whether too much ink is found in contents with a layer `L`.
fn is_judged(mut sample: Sample, layer: impl Into<Object>, content: &str) -> bool {
    sample.resource("Properties", "L", layer);
    sample.draw(content);
    run(&sample.bytes()).findings.iter().any(|finding| finding.rule == rules::INK)
}

fn off() -> lopdf::Dictionary {
    dictionary! { "Type" => "OCG", "Name" => "L" }
}

/// An expression each level of which has the next so many times, and the last the layer.
fn nested(
    sample: &mut Sample,
    operator: &str,
    levels: usize,
    times: usize,
    last: ObjectId,
) -> ObjectId {
    (0..levels).fold(last, |inner, _| {
        let mut list = vec![Object::from(operator)];
        list.extend(vec![Object::Reference(inner); times]);
        sample.doc.add_object(list)
    })
}

#[test]
fn expressions_that_multiply_are_given_up_and_judged() {
    for (operator, times, judged) in [("Or", 3_000, true), ("Or", 2, false), ("And", 3_000, false)]
    {
        let levels = if times > 2 { 15 } else { 4 };
        let (mut sample, layer) = with_a_layer(vec![], off());
        let expression = nested(&mut sample, operator, levels, times, layer);
        let members = dictionary! { "Type" => "OCMD", "VE" => expression };
        let members = sample.doc.add_object(members);
        assert_eq!(is_judged(sample, members, LAYERED), judged, "{operator} of {times}");
    }
}

#[test]
fn what_is_made_up_of_layers_is_worked_out_once() {
    // Used a hundred thousand times, by a reference or as it stands.
    let uses = "/OC /L BDC EMC ".repeat(100_000) + LAYERED;
    for (key, direct) in [("VE", false), ("VE", true), ("OCGs", false), ("OCGs", true)] {
        let (mut sample, layer) = with_a_layer(vec![], off());
        let mut list = vec![Object::Reference(layer); 9_000];
        if key == "VE" {
            list.insert(0, "Or".into());
        }
        let list = sample.doc.add_object(list);
        let members = dictionary! { "Type" => "OCMD", key => list };
        let members = match direct {
            true => Object::Dictionary(members),
            false => sample.doc.add_object(members).into(),
        };
        assert!(!is_judged(sample, members, &uses), "{key}, direct: {direct}");
    }
}

#[test]
fn what_is_made_up_of_layers_is_told_as_it_prints() {
    let told = |members: fn(Object) -> lopdf::Dictionary, named: bool| {
        let (mut sample, layer) = with_a_layer(vec![], off());
        let mut members = members(layer.into());
        members.set("Type", "OCMD");
        let members = sample.doc.add_object(members);
        sample.resource("Properties", "L", members);
        if named {
            sample.resource("Properties", "M", layer);
        }
        sample.draw("/OC /L BDC 0.1 0 0 0 k 60 60 9 9 re f EMC");
        let findings = run(&sample.bytes()).findings;
        let of_layers = findings.iter().filter(|finding| finding.rule == rules::LAYER_HIDDEN);
        of_layers.map(|finding| words(finding, Lang::En).0).collect::<Vec<_>>()
    };
    let hidden = ["the layer L is not printed"];
    fn list(policy: &str, layer: Object) -> lopdf::Dictionary {
        dictionary! { "OCGs" => vec![layer], "P" => policy }
    }
    assert_eq!(told(|layer| dictionary! { "OCGs" => layer }, false), hidden);
    assert_eq!(told(|layer| list("AnyOn", layer), false), hidden);
    // It prints because the layer is off.
    assert_eq!(told(|layer| list("AllOff", layer), false), [""; 0]);
    assert_eq!(told(|layer| list("AnyOff", layer), false), [""; 0]);
    let not = |layer| dictionary! { "VE" => vec!["Not".into(), layer] };
    assert_eq!(told(not, false), [""; 0]);
    // Something else belongs to the layer itself.
    assert_eq!(told(not, true), hidden);
}

#[test]
fn usage_counts_for_print_where_a_rule_asks() {
    let usage = |state: &str| {
        let mut layer = off();
        layer.set("Usage", dictionary! { "Print" => dictionary! { "PrintState" => state } });
        layer
    };
    // The layer is the first that is written beside the sample's own objects.
    let next = Sample::new().doc.new_object_id();
    let rule = |event: &str, times: usize| {
        let list = vec![Object::Reference(next); times];
        Object::Dictionary(dictionary! { "Event" => event, "OCGs" => list })
    };
    for (rules, judged) in [
        (vec![], false),
        (vec![rule("View", 1)], false),
        (vec![rule("View", 1), rule("Print", 1)], true),
        (vec![rule("Print", 20_000); 20], true),
    ] {
        let (sample, layer) = with_a_layer(rules, usage("ON"));
        assert_eq!(layer, next);
        assert_eq!(is_judged(sample, layer, LAYERED), judged);
    }
}

#[test]
fn marked_contents_hide_until_they_end() {
    let many = 50_000;
    let (open, close) = ("/Span BMC ".repeat(many), "EMC ".repeat(many));
    let few = "60 60 1 1 re f ".repeat(2_000);
    for (content, judged) in [
        (format!("{open} {few} {INK} {close}"), true),
        (format!("/OC /L BDC {open} {few} {INK} {close} EMC"), false),
        (format!("/OC /L BDC {open} {close} EMC {INK}"), true),
        (format!("/OC /L BDC /OC /L BDC EMC {INK} EMC"), false),
        // More are ended than were begun.
        (format!("EMC EMC /OC /L BDC EMC EMC {INK}"), true),
        (format!("EMC EMC /OC /L BDC {INK}"), false),
    ] {
        let (sample, layer) = with_a_layer(vec![], off());
        assert_eq!(is_judged(sample, layer, &content), judged, "{}", &content[..30]);
    }
}

/// A sample with `content` over dark art, an ink `/R` of a name that says nothing, and a layer `/L` for creasing.
fn creased(content: &str) -> Verdict {
    let mut sample = Sample::new();
    let layer = sample.doc.add_object(dictionary! {
        "Type" => "OCG", "Name" => Object::string_literal("Rillen"),
        "GTS_Metadata" => dictionary! {
            "GTS_ProcStepsGroup" => "Structural", "GTS_ProcStepsType" => "Creasing",
        },
    });
    let all = dictionary! { "OCGs" => vec![Object::Reference(layer)], "D" => dictionary! {} };
    sample.dict(sample.catalog).set("OCProperties", all);
    sample.resource("Properties", "L", layer);
    let ramp = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![Object::from(0); 4], "C1" => vec![0.into(), 1.into(), 0.into(), 0.into()],
    };
    let ink = vec!["Separation".into(), "R1".into(), "DeviceCMYK".into(), Object::from(ramp)];
    sample.resource("ColorSpace", "R", ink);
    sample.resource("ExtGState", "Over", dictionary! { "OP" => true, "op" => true, "OPM" => 1 });
    sample.draw(&format!(".9 .9 .9 0 k 60 60 100 100 re f /Over gs {content}"));
    run(&sample.bytes())
}

#[test]
fn what_is_painted_in_processing_steps_alone_is_no_ink() {
    const LINE: &str = "/R cs 1 scn /OC /L BDC 70 70 50 50 re f EMC";
    let has_ink =
        |content: &str| creased(content).findings.iter().any(|finding| finding.rule == rules::INK);
    assert!(has_ink("/R cs 1 scn 70 70 50 50 re f"));
    assert!(!has_ink(LINE));
    assert!(!has_ink(&format!("q {LINE} Q q {LINE} Q")));
    // Somewhere else it is an ink, and then it is one everywhere.
    assert!(has_ink(&format!("{LINE} 100 100 20 20 re f")));
    assert!(has_ink("/OC /L BDC /R cs 1 scn EMC 70 70 50 50 re f"));
}
