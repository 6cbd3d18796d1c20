//! Inks of other printing conditions: CMYK that brings a profile of its own along.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::*;
use crate::colour::{Cmm, SourceSpace, delta_e_2000};

/// A CMYK space with this profile, and a picture in it of these pixels in a row, placed on a page that
/// also paints with it.
fn printed(icc: &[u8], pixels: &[[u8; 4]]) -> Printed {
    let mut draft = Draft::new();
    let profile = Stream::new(dictionary! { "N" => 4 }, icc.to_vec());
    let profile = draft.add(profile);
    let space = draft.add(Object::Array(vec!["ICCBased".into(), profile]));
    let image = draft.add(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => pixels.len() as i64, "Height" => 3,
            "ColorSpace" => space.clone(), "BitsPerComponent" => 8,
        },
        pixels.concat().repeat(3),
    ));
    draft.page(
        "/Other cs 0.5 0.2 0.1 0.1 scn 0 0 9 9 re f 0 0 0 0.5 scn 9 9 9 9 re f \
         q 100 0 0 30 10 10 cm /Im Do Q",
        dictionary! {
            "XObject" => dictionary! { "Im" => image },
            "ColorSpace" => dictionary! { "Other" => space },
        },
        Dictionary::new(),
    );
    Printed::of(&draft.bytes(Dictionary::new()))
}

fn space_and_bytes(printed: &Printed) -> (String, Vec<u8>) {
    let image = printed.resource("XObject", "Im");
    let dict = &image.as_stream().expect("a picture").dict;
    let space = dict.get(b"ColorSpace").and_then(Object::as_name).expect("a space");
    (String::from_utf8_lossy(space).into_owned(), printed.bytes(image))
}

const PIXELS: [[u8; 4]; 4] = [[128, 40, 20, 20], [10, 200, 180, 0], [60, 50, 50, 90], [0, 0, 0, 0]];

#[test]
fn inks_of_another_condition_look_alike_in_the_output_s() {
    let uncoated = OutputProfile::uncoated_fogra29();
    let printed = printed(&uncoated.icc, &PIXELS);
    let (space, bytes) = space_and_bytes(&printed);
    assert_eq!(space, "DeviceCMYK");
    let cmm = Cmm::new(&OutputProfile::coated_fogra39()).expect("built in");
    let source = SourceSpace::from_icc(&uncoated.icc).expect("reads");
    let unit = |pixel: &[u8; 4]| pixel.map(|v| f32::from(v) / 255.0);
    for (before, after) in PIXELS.iter().zip(bytes.as_chunks::<4>().0) {
        let (before, after) = (unit(before), unit(after));
        let wanted = cmm.to_lab(cmm.to_ink(&source, &before));
        let off = delta_e_2000(wanted, cmm.to_lab(after));
        assert!(off < 1.0, "{before:?} became {after:?}, {off} off");
    }
    assert_ne!(bytes[..4], PIXELS[0]);
    // Flat colours go the same way, and black alone stays where it is.
    let content = printed.content();
    assert!(content.contains(" k 0 0 9 9 re f 0 0 0 .5 k 9 9"), "{content}");
    assert!(!content.contains(".5 .2 .1 .1 k"), "{content}");
}

#[test]
fn inks_of_the_same_condition_keep_their_numbers() {
    let coated = OutputProfile::coated_fogra39();
    let printed = printed(&coated.icc, &PIXELS);
    assert_eq!(space_and_bytes(&printed), ("DeviceCMYK".into(), PIXELS.concat().repeat(3)));
    assert!(printed.content().contains(".5 .2 .1 .1 k"), "{}", printed.content());
}

#[test]
fn a_picture_on_black_alone_stays_there() {
    let uncoated = OutputProfile::uncoated_fogra29();
    let printed = printed(&uncoated.icc, &[[0, 0, 0, 255], [0, 0, 0, 100], [0; 4]]);
    assert_eq!(space_and_bytes(&printed), ("DeviceGray".into(), [0, 155, 255].repeat(3)));
}

#[test]
fn a_profile_that_cannot_be_read_leaves_the_numbers() {
    let printed = printed(b"no profile", &PIXELS);
    assert_eq!(space_and_bytes(&printed), ("DeviceCMYK".into(), PIXELS.concat().repeat(3)));
}
