//! Chapter 7: images, lines and text as they are printed.

use lopdf::{Object, Stream, dictionary};

use super::super::Limits;
use super::super::cells::pattern;
use super::super::rules;
use super::super::sample::{Sample, rect};
use super::boxes::marks;
use super::case::{Case, Change, Made, case, changed};

pub fn cases() -> Vec<Case> {
    vec![
        case(
            rules::IMAGE_LOW,
            &[
                |s| sized(s, "28.9"),
                |s| {
                    mask(s);
                    sized(s, "28.9");
                },
                // Its mask is no coarser than it is.
                |s| {
                    masked(s, 60);
                    sized(s, "60");
                },
            ],
            &[|s| sized(s, "17.2")],
        ),
        case(
            rules::IMAGE_COARSE,
            &[|s| sized(s, "28.7"), |s| sized(s, "17.4")],
            &[|s| sized(s, "17.2")],
        ),
        case(
            rules::LINE_ART,
            &[mask],
            &[|s| {
                mask(s);
                sized(s, "7.2");
            }],
        ),
        case(
            rules::STROKE,
            &[
                |s| s.draw("0.24 w 60 100 m 90 100 l S"),
                |s| s.draw("0 w 60 100 m 90 100 l S"),
                // Drawn as a filled shape it is as thin.
                |s| s.draw("60 100 90 0.1 re f"),
                |s| s.draw("60 100 m 150 130 l 149.97 130.09 l 59.97 100.09 l f"),
                |s| s.draw("q 0.2 0 0 0.2 0 0 cm 1 w 400 500 m 450 500 l S Q"),
            ],
            &[
                |s| s.draw("q 10 0 0 10 0 0 cm 0.025 w 6 10 m 9 10 l S Q"),
                // A die line is never printed.
                |s| {
                    separation(s, "Cut", "CutContour");
                    s.draw("/O gs /Cut CS 1 SCN 0.1 w 60 60 40 40 re S");
                },
            ],
        ),
        case(
            rules::SMALL_TEXT,
            &[|s| at(s, 3.9, 100.0, 100.0), |s| colored(s, "O", "0 0.5 0.5 0 k", 5)],
            // In the slug nobody minds; what TeX calls 6 pt is as large.
            &[|s| at(s, 6.0, 100.0, 100.0), |s| at(s, 5.98, 100.0, 100.0), |s| slug(s, 3.0)],
        ),
        case(
            rules::SMALL_ONE_INK,
            &[|s| at(s, 5.9, 100.0, 100.0), |s| at(s, 4.0, 100.0, 100.0)],
            &[
                |s| at(s, 6.0, 100.0, 100.0),
                // The mark of a note.
                |s| {
                    at(s, 9.0, 100.0, 100.0);
                    at(s, 5.2, 118.0, 103.0);
                },
            ],
        ),
        case(
            rules::TEXT_NEAR_TRIM,
            &[
                |s| at(s, 8.0, 36.0, 100.0),
                |s| at(s, 8.0, 268.0, 100.0),
                |s| at(s, 8.0, 25.0, 100.0),
                // In the bleed, where all of it is cut off.
                |s| at(s, 5.0, 100.0, 23.0),
            ],
            &[|s| at(s, 8.0, 45.0, 100.0)],
        ),
        case(
            rules::TEXT_CLOSE,
            &[
                |s| at(s, 8.0, 43.0, 100.0),
                |s| at(s, 8.0, 261.0, 100.0),
                |s| at(s, 60.0, 100.0, 43.0),
            ],
            // Its lines come nearer than what is drawn.
            &[|s| at(s, 8.0, 45.0, 100.0), |s| at(s, 60.0, 100.0, 45.0)],
        ),
        case(
            rules::BLACK_TEXT,
            &[|s| colored(s, "O", "0.4 0 0 1 k", 10), |s| colored(s, "O", "0.4 0.3 0 1 k", 11)],
            // A headline may be deep.
            &[
                |s| colored(s, "O", "0.4 0.3 0.3 1 k", 14),
                |s| colored(s, "O", "0 0 0 1 k", 10),
                |s| colored(s, "N", "0.5 0 0 0.5 k", 10),
            ],
        ),
        case(
            rules::BLACK_KNOCKOUT,
            &[|s| colored(s, "N", "0 0 0 1 k", 10), |s| colored(s, "N", "0 g", 10)],
            &[|s| colored(s, "O", "0 0 0 1 k", 10)],
        ),
        case(
            rules::WHITE_OVERPRINT,
            &[
                |s| colored(s, "O", "0 0 0 0 k", 10),
                |s| s.draw("/O gs 0 0 0 0 k 60 60 20 20 re f"),
                vanishing,
            ],
            &[
                // Grey knocks out whatever the mode.
                |s| colored(s, "N", "0 0 0 0 k", 10),
                |s| colored(s, "O", "1 g", 10),
                // On bare paper, and on what was covered before, there is nothing to show through.
                |s| s.content = "/O gs 0 0 0 0 k 60 60 20 20 re f 1 0 0 0 k 65 65 9 9 re f ".into(),
                |s| s.draw("0 0 0 0 k 50 50 40 40 re f /O gs 60 60 20 20 re f"),
            ],
        ),
        case(
            rules::FOUR_COLOUR_TEXT,
            &[|s| colored(s, "N", "0.2 0.3 0.4 0.1 k", 11)],
            &[
                |s| colored(s, "N", "0.2 0.3 0.4 0.1 k", 12),
                |s| colored(s, "N", "0.2 0.3 0.4 0 k", 8),
            ],
        ),
        case(
            rules::TEXT_OUTSIDE,
            &[|s| at(s, 8.0, 60.0, 5.0), |s| at(s, 4.0, 304.0, 100.0)],
            // What is drawn in every plate belongs to the marks; off the sheet is nothing.
            &[
                |s| slug(s, 8.0),
                |s| at(s, 8.0, 60.0, 400.0),
                // Beside marks it is the job's name or the like.
                |s| {
                    at(s, 8.0, 60.0, 5.0);
                    marks(s);
                },
            ],
        ),
        case(
            rules::THIN_INKS,
            &[
                |s| s.draw("0.3 w 1 1 0 0 K 60 100 m 90 100 l S"),
                |s| s.draw("/N gs 1 1 0 0 k 60 100 30 0.3 re f"),
            ],
            &[
                |s| s.draw("0.5 w 1 1 0 0 K 60 100 m 90 100 l S"),
                |s| s.draw("0.3 w 0 0 0 1 K 60 100 m 90 100 l S"),
                // A dot is no line.
                |s| s.draw("/N gs 1 1 0 0 k 60 100 0.4 0.4 re f"),
            ],
        ),
        Case {
            rule: rules::SMALL_INKS,
            breaks: vec![careful(|s| colored(s, "N", "0.2 0.3 0.4 0 k", 7))],
            keeps: vec![
                careful(|s| colored(s, "N", "0.2 0.3 0 0 k", 7)),
                careful(|s| colored(s, "N", "0.2 0.3 0.4 0 k", 9)),
            ],
        },
        Case {
            rule: rules::REVERSED,
            breaks: vec![careful(|s| reversed(s, "0.5 0.5 0.5 0", 7))],
            keeps: vec![
                careful(|s| reversed(s, "0.5 0.5 0 0", 7)),
                careful(|s| reversed(s, "0.5 0.5 0.5 0", 9)),
            ],
        },
        case(rules::MASK_COARSE, &[|s| masked(s, 20)], &[|s| masked(s, 60), |s| masked(s, 1)]),
        case(rules::MASK_LOW, &[|s| masked(s, 4)], &[|s| masked(s, 60)]),
        case(
            rules::OVERPRINT_LOST,
            &[|s| in_group(s, true, "O", GROUND), |s| in_group(s, true, "O0", GROUND)],
            &[
                |s| in_group(s, false, "O", GROUND),
                |s| in_group(s, true, "N", GROUND),
                |s| {
                    // What stands alone on blank paper loses nothing.
                    s.content.clear();
                    in_group(s, true, "O", "");
                },
            ],
        ),
        case(
            rules::TECHNICAL_KNOCKOUT,
            // Nobody knows how a pattern is overprinted.
            &[|s| cut(s, "N"), cut_cells],
            &[|s| cut(s, "O")],
        ),
        case(
            rules::TECHNICAL_AREA,
            &[|s| filled(s, "60 60 40 40 re"), |s| filled(s, "60 60 m 99 60 l 60 99 l h")],
            &[
                // A hole, a bar, and what nobody prints.
                |s| filled(s, "60 60 20 20 re"),
                |s| filled(s, "60 60 40 1 re"),
                |s| {
                    separation(s, "Cut", "Foil");
                    s.draw("/O gs /Cut cs 1 scn 60 60 40 40 re f");
                },
            ],
        ),
    ]
}

fn sized(s: &mut Sample, pt: &str) {
    assert!(s.content.contains("14.4 0 0 14.4"));
    s.content = s.content.replace("14.4 0 0 14.4", &format!("{pt} 0 0 {pt}"));
}

fn mask(s: &mut Sample) {
    let image = s.dict(s.image);
    image.remove(b"ColorSpace");
    image.set("ImageMask", true);
    image.set("BitsPerComponent", 1);
}

fn at(s: &mut Sample, size: f64, x: f64, y: f64) {
    s.draw(&format!("/O gs 0 0 0 1 k BT /F {size} Tf 1 0 0 1 {x} {y} Tm <00010002> Tj ET"));
}

/// A slug line in the colour of the marks.
fn slug(s: &mut Sample, size: f64) {
    marks(s);
    s.draw(&format!("/All cs 1 scn BT /F {size} Tf 1 0 0 1 60 5 Tm <00010002> Tj ET"));
}

fn colored(s: &mut Sample, state: &str, color: &str, size: i32) {
    s.draw(&format!("/{state} gs {color} BT /F {size} Tf 1 0 0 1 60 100 Tm <0001> Tj ET"));
}

/// A shop that wants small text on few plates.
fn careful(change: Change) -> Made {
    let (bytes, limits) = changed(change);
    (bytes, Limits { min_inks_text_pt: 8.0, min_reversed_text_pt: 8.0, ..limits })
}

/// White text in an ink of its own, which leaves what is below.
fn vanishing(s: &mut Sample) {
    separation(s, "B", "Black");
    colored(s, "O", "/B cs 0 scn", 10);
}

/// White text in a ground.
fn reversed(s: &mut Sample, ground: &str, size: i32) {
    s.draw(&format!("/N gs {ground} k 50 90 60 25 re f"));
    colored(s, "N", "0 0 0 0 k", size);
}

/// A picture with a mask of so many pixels a side, all of which shows.
fn masked(s: &mut Sample, side: i64) {
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => side, "Height" => side,
        "ImageMask" => true, "BitsPerComponent" => 1,
    };
    let bytes = vec![0; (side as usize).div_ceil(8) * side as usize];
    let mask = s.doc.add_object(Stream::new(dict, bytes));
    s.dict(s.image).set("Mask", mask);
}

/// What a group may stand on.
const GROUND: &str = "/N gs 0.5 0 0 0 k 50 50 60 60 re f";

/// Black in a group on a page whose blending space is that of the press.
fn in_group(s: &mut Sample, isolated: bool, state: &str, ground: &str) {
    let group = dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK", "I" => isolated };
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => rect([55.0, 55.0, 85.0, 85.0]),
        "Group" => group.clone(),
    };
    s.dict(s.page).set("Group", group);
    s.resource("ExtGState", "O0", dictionary! { "OP" => true, "op" => true, "OPM" => 0 });
    let black = if state == "O0" { "/B cs 1 scn" } else { "0 0 0 1 k" };
    let content = format!("/{state} gs {black} 60 60 20 20 re f").into_bytes();
    let form = s.doc.add_object(Stream::new(form, content));
    s.resource("XObject", "F", form);
    separation(s, "B", "Black");
    s.draw(&format!("{ground} /F Do"));
}

fn separation(s: &mut Sample, resource: &str, name: &str) {
    let function = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![0.into(), 1.into()],
        "N" => 1,
        "C0" => vec![0.into(); 4],
        "C1" => vec![0.into(), 0.into(), 0.into(), 1.into()],
    };
    let space = vec!["Separation".into(), name.into(), "DeviceCMYK".into(), function.into()];
    s.resource("ColorSpace", resource, Object::Array(space));
}

/// An area that a blade is to follow.
fn filled(s: &mut Sample, path: &str) {
    separation(s, "Cut", "CutContour");
    s.draw(&format!("/O gs /Cut cs 1 scn {path} f"));
}

/// Cells of a die, painted so as to overprint.
fn cut_cells(s: &mut Sample) {
    separation(s, "Cut", "CutContour");
    pattern(s, "Cells", 1, "/O gs /Cut CS 1 SCN 0.5 w 1 1 3 3 re S");
    s.draw("/O gs /Pattern cs /Cells scn 60 60 40 40 re f");
}

fn cut(s: &mut Sample, state: &str) {
    separation(s, "Cut", "CutContour");
    s.draw(&format!("/{state} gs /Cut CS 1 SCN 0.5 w 60 60 40 40 re S"));
}
