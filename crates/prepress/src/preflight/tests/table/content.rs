//! Chapter 7: images, lines and text as they are printed.

use super::super::rules;
use super::super::sample::Sample;
use super::boxes::marks;
use super::case::{Case, case};

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
                |s| s.draw("q 0.2 0 0 0.2 0 0 cm 1 w 400 500 m 450 500 l S Q"),
            ],
            &[|s| s.draw("q 10 0 0 10 0 0 cm 0.025 w 6 10 m 9 10 l S Q")],
        ),
        case(
            rules::SMALL_TEXT,
            &[|s| at(s, 5.9, 100.0, 100.0)],
            // In the slug nobody minds.
            &[|s| at(s, 6.0, 100.0, 100.0), |s| slug(s, 4.0)],
        ),
        case(
            rules::TEXT_NEAR_TRIM,
            &[
                |s| at(s, 8.0, 43.0, 100.0),
                |s| at(s, 8.0, 261.0, 100.0),
                |s| at(s, 8.0, 25.0, 100.0),
                // In the bleed, where all of it is cut off.
                |s| at(s, 5.0, 100.0, 23.0),
            ],
            &[|s| at(s, 8.0, 45.0, 100.0)],
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
            &[|s| colored(s, "O", "0 0 0 0 k", 10), |s| s.draw("/O gs 0 0 0 0 k 60 60 20 20 re f")],
            &[|s| colored(s, "N", "0 0 0 0 k", 10)],
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
            &[|s| slug(s, 8.0), |s| at(s, 8.0, 60.0, 400.0)],
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
