//! The printing plates of the sample number as Ghostscript separates them: total ink, black text, marks,
//! and pictures of the plates to compare with.
//!
//! `JIKJI_UPDATE=1` stores the pictures anew; look at them before you keep them.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::{output_of, validator};
use image::GrayImage;

/// Resolution of the plates that are measured, pixels per inch.
const PPI: f64 = 72.0;
/// The pages that are separated: cover, a brief of each of two colours, a chart, notes, blank, back cover.
const PAGES: [usize; 7] = [1, 3, 9, 20, 22, 23, 24];
/// A brief's page that has neither picture nor chart.
const TEXT_PAGE: usize = 3;
const BLANK_PAGE: usize = 23;
const PLATES: [&str; 4] = ["Cyan", "Magenta", "Yellow", "Black"];

/// The plates of one page; 0 is full ink, 255 none.
struct Page([GrayImage; 4]);

impl Page {
    /// Ink of the plates at a pixel, %.
    fn ink(&self, x: u32, y: u32) -> [f64; 4] {
        self.0.each_ref().map(|plate| f64::from(255 - plate.get_pixel(x, y)[0]) / 2.55)
    }

    /// The pixels inside the bleed; marks stand outside of it.
    fn inside(&self) -> impl Iterator<Item = (u32, u32)> {
        let (width, height) = self.0[0].dimensions();
        let margin = |all: u32, trim_mm: f64| {
            let bleed = (trim_mm + 6.0) / 25.4 * PPI;
            ((f64::from(all) - bleed) / 2.0).ceil() as u32 + 1
        };
        let (left, top) = (margin(width, 210.0), margin(height, 297.0));
        (top..height - top).flat_map(move |y| (left..width - left).map(move |x| (x, y)))
    }
}

struct Separated {
    folder: tempfile::TempDir,
    ran: bool,
}

impl Separated {
    fn page(&self, page: usize) -> Page {
        Page(PLATES.map(|plate| image::open(self.file(page, plate)).unwrap().to_luma8()))
    }

    fn file(&self, page: usize, plate: &str) -> PathBuf {
        self.folder.path().join(format!("{page}({plate}).png"))
    }
}

fn separated() -> Option<&'static Separated> {
    static SEPARATED: OnceLock<Separated> = OnceLock::new();
    let all = SEPARATED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("issue.toml");
        let mut build = Command::new(env!("CARGO_BIN_EXE_jikji"));
        build
            .arg("build")
            .arg(manifest)
            .args(["--edition", "print", "--no-lock"])
            .current_dir(folder.path());
        output_of(build);
        let mut ran = false;
        for page in PAGES {
            let Some(mut gs) = validator("gs") else { break };
            let number = page.to_string();
            gs.args(["-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=tiffsep"]);
            gs.args(["-dGraphicsAlphaBits=4", "-dTextAlphaBits=4", "-sCompression=lzw"]);
            gs.arg(format!("-r{PPI}")).arg(format!("-dFirstPage={number}"));
            gs.arg(format!("-dLastPage={number}"));
            gs.arg(format!("-sOutputFile={}", folder.path().join(format!("{page}.tif")).display()));
            gs.arg(folder.path().join("out/spri-ai-brief-2024-05-print.pdf"));
            output_of(gs);
            ran = true;
        }
        ran &= validator("mogrify").is_some_and(|mut mogrify| {
            let plates = |page| PLATES.map(|plate| format!("{page}({plate}).tif"));
            mogrify.args(["-format", "png"]).args(PAGES.into_iter().flat_map(plates));
            mogrify.current_dir(folder.path());
            output_of(mogrify);
            true
        });
        Separated { folder, ran }
    });
    all.ran.then_some(all)
}

#[test]
fn total_ink_stays_within_the_profile_and_is_what_the_sheet_says() {
    let Some(all) = separated() else { return };
    let mut most: f64 = 0.0;
    for number in PAGES {
        let page = all.page(number);
        let worst = page.inside().map(|(x, y)| page.ink(x, y).iter().sum::<f64>());
        let worst = worst.fold(0.0, f64::max);
        assert!(worst <= 300.5, "page {number}: {worst} %");
        most = most.max(worst);
    }
    let sheet = all.folder.path().join("out/spri-ai-brief-2024-05-print-spec.json");
    let sheet: serde_json::Value = serde_json::from_slice(&std::fs::read(sheet).unwrap()).unwrap();
    let said = sheet["measured"]["ink"]["percent"].as_f64().unwrap();
    assert!((said - most).abs() < 2.5, "the sheet says {said} %, Ghostscript {most} %");
}

#[test]
fn black_text_is_on_the_black_plate_alone() {
    let Some(all) = separated() else { return };
    let page = all.page(TEXT_PAGE);
    let solid: Vec<[f64; 4]> =
        page.inside().map(|(x, y)| page.ink(x, y)).filter(|ink| ink[3] > 95.0).collect();
    assert!(solid.len() > 500, "{} black pixels", solid.len());
    let mixed = solid.iter().filter(|ink| ink[..3].iter().any(|share| *share > 20.0)).count();
    assert_eq!(mixed, 0, "of {} black pixels", solid.len());
}

#[test]
fn black_overprints_the_tint_below_it() {
    let Some(all) = separated() else { return };
    let page = all.page(TEXT_PAGE);
    // The panel is a tint of the section's colour; a letter on it leaves the tint's plates whole.
    let panel = |ink: &[f64; 4]| (5.0..30.0).contains(&ink[0]) && (3.0..30.0).contains(&ink[1]);
    let on_panel =
        page.inside().map(|(x, y)| page.ink(x, y)).filter(|ink| ink[3] > 95.0 && panel(ink));
    assert!(on_panel.count() > 100, "no black letter stands on an unbroken tint");
}

#[test]
fn marks_are_on_every_plate_and_outside_the_bleed() {
    let Some(all) = separated() else { return };
    let page = all.page(BLANK_PAGE);
    let inked = page.inside().filter(|&(x, y)| page.ink(x, y).iter().any(|share| *share > 1.0));
    assert_eq!(inked.count(), 0, "a blank page has ink inside its bleed");
    for (plate, picture) in PLATES.iter().zip(&page.0) {
        let dark = picture.pixels().filter(|pixel| pixel[0] < 160).count();
        assert!(dark > 100, "{plate}: {dark} dark pixels of marks");
    }
}

#[test]
fn plates_look_as_they_did() {
    let Some(all) = separated() else { return };
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/plates");
    let update = std::env::var("JIKJI_UPDATE").is_ok_and(|value| value == "1");
    for number in [1, TEXT_PAGE, 20] {
        for (plate, picture) in PLATES.iter().zip(all.page(number).0) {
            let path = golden.join(format!("{number}-{}.png", plate.to_lowercase()));
            let (width, height) = (picture.width() / 3, picture.height() / 3);
            let small = image::imageops::thumbnail(&picture, width, height);
            if update {
                std::fs::create_dir_all(&golden).unwrap();
                small.save(&path).unwrap();
                continue;
            }
            let old = image::open(&path).unwrap().to_luma8();
            assert_eq!(old.dimensions(), small.dimensions(), "{}", path.display());
            let differs = |(a, b): (&image::Luma<u8>, &image::Luma<u8>)| a[0].abs_diff(b[0]) > 24;
            let differing = old.pixels().zip(small.pixels()).filter(|pair| differs(*pair)).count();
            let most = (width * height / 300) as usize;
            assert!(differing <= most, "{}: {differing} pixels differ", path.display());
        }
    }
}
