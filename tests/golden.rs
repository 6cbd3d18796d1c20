//! What small manifests become: the markup of `main.typ`, word for word, and pictures of their pages.
//!
//! The manifests stand in `tests/golden/` with the pictures beside them. Markup is accepted with
//! `INSTA_UPDATE=always`, pictures with `JIKJI_UPDATE=1`; look at both before you keep them.

use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Rgb, RgbImage};
use jikji::edition::number::SetNumber;
use jikji::session::set_issue;
use typst_render::RenderOptions;

/// Resolution of the stored pictures, pixels per inch.
const PPI: f64 = 36.0;
/// The largest picture, in bytes.
const LARGEST: usize = 20 * 1024;
/// By how much a channel may differ, of 255: less than a glyph that moved by a pixel.
const CHANNEL: u8 = 24;
/// How many pixels of a thousand may differ by more.
const PER_MILLE: usize = 3;

/// The manifests, and which of their pages (from 1) are stored as pictures.
const PAGES: [(&str, &[usize]); 7] = [
    ("prose", &[1, 2, 3]),
    ("events", &[3, 4]),
    ("agenda", &[3]),
    ("pictures", &[3, 4, 5]),
    ("tables", &[3]),
    ("charts", &[3, 4, 5, 6]),
    ("hostile", &[3]),
];

/// Sets `tests/golden/<name>.toml`.
#[track_caller]
fn set(name: &str) -> SetNumber {
    let outcome = set_issue(&folder().join(format!("{name}.toml"))).unwrap();
    let found: Vec<_> =
        outcome.diagnostics.iter().filter(|found| found.message.code != "W0305").collect();
    assert!(found.is_empty(), "{name}: {found:#?}");
    outcome.number.expect("an issue without errors is set")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Compares an issue's markup, its joiners visible, and its pages.
#[track_caller]
fn check(name: &str) {
    let number = set(name);
    insta::assert_snapshot!(name, number.pages.markup.text.replace('\u{2060}', "⁀"));
    let (_, pages) = PAGES.iter().find(|(own, _)| *own == name).unwrap();
    compare(&number, name, pages);
}

#[test]
fn every_feature_of_running_text() {
    check("prose");
}

#[test]
fn a_calendar() {
    check("events");
}

#[test]
fn a_calendar_whose_events_say_what_they_are_about() {
    check("agenda");
}

#[test]
fn a_chart_and_pictures() {
    check("pictures");
}

#[test]
fn tables_of_figures_and_of_prose() {
    check("tables");
}

#[test]
fn charts_of_every_kind() {
    check("charts");
}

#[test]
fn text_that_looks_like_typst_code() {
    check("hostile");
}

#[test]
fn every_stored_picture_is_compared() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = file.strip_suffix(".png") else { continue };
        let (name, page) = name.rsplit_once('-').unwrap();
        let page = page.parse().unwrap();
        let known = PAGES.iter().any(|(own, pages)| *own == name && pages.contains(&page));
        assert!(known, "{file} belongs to no test");
    }
}

/// Compares pages (from 1) with their stored pictures, or stores them.
#[track_caller]
fn compare(number: &SetNumber, name: &str, pages: &[usize]) {
    let update = std::env::var("JIKJI_UPDATE").is_ok_and(|value| value == "1");
    let mut failures = vec![];
    for &page in pages {
        let new = picture(number, page);
        let path = folder().join(format!("{name}-{page}.png"));
        if update {
            let bytes = png(&coarse(new));
            assert!(bytes.len() <= LARGEST, "{}: {} bytes", path.display(), bytes.len());
            std::fs::write(&path, bytes).unwrap();
            continue;
        }
        let old = image::open(&path)
            .unwrap_or_else(|error| panic!("{}: {error}; JIKJI_UPDATE=1 stores it", path.display()))
            .to_rgb8();
        failures.extend(difference(&old, &new).map(|what| {
            format!("page {page} of {name}: {what}; see {}", keep(name, page, &old, &new).display())
        }));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The picture of a page at [`PPI`].
fn picture(number: &SetNumber, page: usize) -> RgbImage {
    let options = RenderOptions { pixel_per_pt: (PPI / 72.0).into(), ..RenderOptions::default() };
    let drawn = typst_render::render(&number.pages.document.pages()[page - 1], &options);
    let (width, height) = (drawn.width(), drawn.height());
    let opaque = drawn.data().chunks_exact(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
    RgbImage::from_raw(width, height, opaque).unwrap()
}

/// A picture that takes less room: four bits a channel, off by eight at most, inside the tolerance.
fn coarse(mut picture: RgbImage) -> RgbImage {
    picture
        .pixels_mut()
        .for_each(|pixel| pixel.0 = pixel.0.map(|c| ((u16::from(c) + 8) / 17 * 17) as u8));
    picture
}

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = vec![];
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    picture.write_with_encoder(encoder).unwrap();
    bytes
}

/// How two pictures differ, if they do by more than rounding.
fn difference(old: &RgbImage, new: &RgbImage) -> Option<String> {
    if old.dimensions() != new.dimensions() {
        return Some(format!("{:?} became {:?}", old.dimensions(), new.dimensions()));
    }
    let differing = old.pixels().zip(new.pixels()).filter(|(old, new)| differ(old, new)).count();
    let most = (old.width() * old.height()) as usize * PER_MILLE / 1000;
    (differing > most).then(|| format!("{differing} pixels differ, {most} may"))
}

fn differ(old: &Rgb<u8>, new: &Rgb<u8>) -> bool {
    old.0.iter().zip(new.0).any(|(old, new)| old.abs_diff(new) > CHANNEL)
}

/// Keeps the new picture, and one of the differences in red, where a person can look at them.
fn keep(name: &str, page: usize, old: &RgbImage, new: &RgbImage) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let folder = target.join("golden-failures");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}-{page}.png"));
    std::fs::write(&path, png(new)).unwrap();
    let marked = RgbImage::from_fn(new.width(), new.height(), |x, y| {
        let pixel = *new.get_pixel(x, y);
        match old.get_pixel_checked(x, y) {
            Some(old) if !differ(old, &pixel) => Rgb(pixel.0.map(|c| c / 4 + 191)),
            _ => Rgb([220, 0, 0]),
        }
    });
    std::fs::write(folder.join(format!("{name}-{page}-difference.png")), png(&marked)).unwrap();
    path
}

#[test]
fn a_moved_line_is_a_difference_and_rounding_is_none() {
    let page = RgbImage::from_fn(200, 100, |x, y| match (20..180).contains(&x) && y == 50 {
        true => Rgb([20, 30, 40]),
        false => Rgb([255; 3]),
    });
    let mut rounded = page.clone();
    rounded.pixels_mut().for_each(|pixel| pixel.0[1] = pixel.0[1].saturating_sub(CHANNEL));
    assert_eq!(difference(&page, &rounded), None);
    let moved = RgbImage::from_fn(200, 100, |x, y| *page.get_pixel(x, (y + 1) % 100));
    assert!(difference(&page, &moved).is_some());
    assert!(difference(&page, &RgbImage::new(1, 1)).is_some());
}
