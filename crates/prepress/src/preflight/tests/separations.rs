//! Plates of a page to look at.

use lopdf::{Object, dictionary};

use super::sample::Sample;
use super::{Alternate, page_boxes, separations};
use crate::profile::OutputProfile;

/// A page with cyan at the left, a spot ink at the right, and paper elsewhere.
fn page() -> Vec<u8> {
    let mut sample = Sample::new();
    sample.content = "1 0 0 0 k 30 30 100 260 re f /S cs 0.5 scn 190 30 100 260 re f".into();
    let tint = dictionary! {
        "FunctionType" => 2, "N" => 1, "Domain" => vec![0.into(), 1.into()],
        "C0" => vec![Object::Integer(0); 4],
        "C1" => vec![0.into(), 1.into(), 1.into(), 0.into()],
    };
    let space: Vec<Object> =
        vec!["Separation".into(), "Spot".into(), "DeviceCMYK".into(), tint.into()];
    sample.resource("ColorSpace", "S", space);
    sample.bytes()
}

#[test]
fn plates_are_seen_one_by_one_and_together() {
    let bytes = page();
    let plates = separations(&bytes[..].into(), 1, 72.0).unwrap();
    let names: Vec<&str> = plates.names().collect();
    assert_eq!(names, ["Cyan", "Magenta", "Yellow", "Black", "Spot"]);
    let at = |plate: &str, x: u32| plates.plate(plate).unwrap().get_pixel(x, 160).0[0];
    let tints = |x: u32| ["Cyan", "Magenta", "Spot", "Unheard"].map(|plate| at(plate, x));
    assert_eq!([tints(80), tints(160)], [[0, 255, 255, 255], [255; 4]]);
    assert_eq!(tints(240)[..2], [255, 255]);
    assert!(tints(240)[2].abs_diff(127) <= 1);
    let profile = OutputProfile::coated_fogra39();
    let red = Alternate { name: "Spot".into(), inks: [0.0, 1.0, 1.0, 0.0] };
    let seen = plates.composite(&profile.icc, &[red]).unwrap();
    let [cyan, paper, spot] = [80, 160, 240].map(|x| seen.get_pixel(x, 160).0);
    assert!(cyan[0] < 40 && cyan[2] > 200, "{cyan:?}");
    assert_eq!(paper, [255; 3]);
    assert!(spot[0] > 220 && spot[1] < 180 && spot[1] > 100, "{spot:?}");
    // Without an alternate an ink is shown as black.
    let unknown = plates.composite(&profile.icc, &[]).unwrap().get_pixel(240, 160).0;
    assert!(unknown.iter().all(|channel| (100..200).contains(channel)), "{unknown:?}");
}

#[test]
fn what_is_no_page_has_no_plates() {
    let bytes = page();
    assert!(separations(&bytes[..].into(), 0, 72.0).is_none());
    assert!(separations(&bytes[..].into(), 2, 72.0).is_none());
    assert!(separations(&b"%PDF-1.6"[..].into(), 1, 72.0).is_none());
    assert!(page_boxes(&b"%PDF-1.6"[..].into()).is_empty());
    let [boxes] = page_boxes(&bytes[..].into())[..] else { panic!() };
    assert_eq!(boxes.trim, [30.0, 30.0, 290.0, 290.0]);
    assert_eq!(boxes.bleed, [21.0, 21.0, 299.0, 299.0]);
}
