//! Whether a picture in the documents still shows what it was made of.

use image::imageops::{FilterType, resize};
use image::{Rgb, RgbImage};

/// The cells that are compared, pixels of the picture a side: letters and edges fall where the renderer sets them.
const CELL: u32 = 12;
/// By how much the colour of a cell may differ, of 255: less than a line of text that came or went.
const DIFFERS: f64 = 26.0;
/// How many cells of a thousand may differ by more.
const PER_MILLE: usize = 4;

/// Expects that a picture shows the same as another of any size.
#[track_caller]
pub fn alike(shown: &RgbImage, made: &RgbImage, what: &str) {
    let (width, height) = (shown.width().div_ceil(CELL), shown.height().div_ceil(CELL));
    let cells = |picture: &RgbImage| resize(picture, width, height, FilterType::Triangle);
    let (shown, made) = (cells(shown), cells(made));
    let apart = |a: &Rgb<u8>, b: &Rgb<u8>| {
        a.0.iter().zip(b.0).map(|(a, b)| f64::from(a.abs_diff(b))).fold(0.0, f64::max)
    };
    let all = (width * height) as usize;
    let other = shown.pixels().zip(made.pixels()).filter(|(a, b)| apart(a, b) > DIFFERS).count();
    assert!(
        other * 1000 <= all * PER_MILLE,
        "{what} is another by now: {other} of {all} cells differ"
    );
}
