//! The pictures of pages in the documents show what the sample's pages are by now; `docs/pictures.sh` makes them anew.

mod common;

use std::path::{Path, PathBuf};

use common::likeness::alike;
use common::{Project, validator};
use image::RgbImage;
use image::imageops::crop_imm;

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The sample's pages at a resolution, by their numbers from 1.
fn pages(ppi: &str) -> (Project, Vec<PathBuf>) {
    let project = Project::sample();
    project.run(&["build", "--edition", "screen", "--png", ppi]).exits(0);
    let files = project.path("out").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "png")).collect();
    pages.sort();
    (project, pages)
}

/// Expects that pictures stand side by side in one of the documents' sheets, so many pixels from each other and the edge.
#[track_caller]
fn shows(name: &str, gap: u32, made: &[RgbImage]) {
    let sheet = image::open(home().join("docs").join(name)).unwrap().into_rgb8();
    let height = sheet.height() - 2 * gap;
    let mut left = gap;
    for (at, made) in (1..).zip(made) {
        let width = (made.width() * height + made.height() / 2) / made.height();
        alike(
            &crop_imm(&sheet, left, gap, width, height).to_image(),
            made,
            &format!("{name}, {at}"),
        );
        left += width + 2 * gap;
    }
    assert_eq!(left, sheet.width() + gap, "{name} is a sheet of {}", made.len());
}

#[test]
fn pages_are_shown_as_they_are() {
    let (_project, pages) = pages("100");
    let last = pages.len();
    let pages = |numbers: &[usize]| -> Vec<RgbImage> {
        numbers.iter().map(|at| image::open(&pages[at - 1]).unwrap().into_rgb8()).collect()
    };
    shows("spread.png", 4, &pages(&[16, 17]));
    shows("pages.png", 3, &pages(&[1, 2, last - 2, last - 1, last]));
    // What differs is seen.
    let other = std::panic::catch_unwind(|| shows("spread.png", 4, &pages(&[16, 18])));
    assert!(other.is_err());
}

#[test]
fn what_goes_to_the_press_is_shown_as_it_is() {
    let project = Project::sample();
    project.run(&["build", "--edition", "print"]).exits(0);
    let mut made = vec![];
    for (file, page) in [("print", "1"), ("print", "3"), ("print-spec", "1")] {
        let Some(mut pdftoppm) = validator("pdftoppm") else { return };
        let picture = project.path(&format!("{file}-{page}"));
        let pdf = project.path("out").read_dir().unwrap().map(|entry| entry.unwrap().path());
        let mut pdf = pdf.filter(|path| path.to_string_lossy().ends_with(&format!("-{file}.pdf")));
        pdftoppm.args(["-png", "-singlefile", "-f", page, "-l", page]);
        pdftoppm.args(["-scale-to-y", "790", "-scale-to-x", "-1"]).arg(pdf.next().unwrap());
        assert!(pdftoppm.arg(&picture).status().unwrap().success());
        made.push(image::open(picture.with_extension("png")).unwrap().into_rgb8());
    }
    shows("print.png", 6, &made);
}
