//! What the preflight says of files that packages ship and of files made here, against other programs: total
//! ink against Ghostscript's `tiffsep`, pictures against `pdfimages`, fonts against `pdffonts`, pages against
//! `qpdf`.
//!
//! Alike are compared: both convert colours of red, green and blue plainly, with all their grey on black
//! (`-dUseFastColor`, and the identity for black generation and undercolour removal), since such colours are a
//! finding by themselves and how a shop converts them is not known. Colours of the process go to the plates
//! as they are. Both count overprint, and print what a printer prints. What differs all the same is listed by
//! name with the reason.

mod common;
#[path = "differential/made.rs"]
mod made;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::films::gray;
use common::{output_of, validator};
use jikji_prepress::preflight::{Limits, Verdict, preflight};

/// Resolution of both, pixels per inch.
const PPI: f64 = 150.0;
/// How far total ink may be off, in points of %.
const INK_OFF: f64 = 2.0;
/// How far a resolution may be off, in ppi.
const PPI_OFF: f64 = 1.0;
/// Most pages of a file whose ink is compared.
const MOST_PAGES: usize = 8;

/// Pages whose total ink differs, and why.
const INK_DIFFERS: &[(&str, usize, &str)] = &[
    (
        "02-valid",
        1,
        "the worst pixel of a noisy picture depends on how it is brought down to the plates",
    ),
    (
        "form_english",
        1,
        "Ghostscript converts a page that is blended in DeviceRGB by its own profiles",
    ),
    (
        "form_russian",
        1,
        "Ghostscript converts a page that is blended in DeviceRGB by its own profiles",
    ),
    ("overprint-1", 1, "Ghostscript heeds mode 1 of overprint only on a page with transparency"),
];
/// Files whose pictures are listed in another way, and why.
const PICTURES_DIFFER: &[(&str, &str)] = &[];
/// Files whose fonts are named in another way, and why.
const FONTS_DIFFER: &[(&str, &str)] = &[];

/// The files that packages ship and those made here, by name.
fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut all = vec![];
    if let Some(tools) = std::env::var_os("JIKJI_TOOLS") {
        let public = Path::new(&tools).join("public");
        let entries = std::fs::read_dir(&public).into_iter().flatten();
        all.extend(entries.map(|entry| entry.unwrap().path()));
        assert!(!all.is_empty(), "no public files in {}", public.display());
    }
    for (name, bytes) in made::files() {
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        all.push(path);
    }
    all.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    all.into_iter().map(|path| (name(&path), path)).collect()
}

fn verdict(path: &Path) -> Verdict {
    let limits = Limits { separation_ppi: PPI, ..Limits::default() };
    preflight(&std::fs::read(path).unwrap(), &limits, &mut |_, _| {})
}

#[test]
fn total_ink_is_what_ghostscript_separates() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = vec![];
    for (name, path) in files(folder.path()) {
        let plates = tempfile::tempdir().unwrap();
        let Some(mut gs) = validator("gs") else { return };
        gs.args(["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-sCompression=none"]);
        gs.args(["-dGraphicsAlphaBits=4", "-dTextAlphaBits=4", "-dUseFastColor=true"]);
        gs.args(["-dOverprint=/enable", "-dBlackText=false"]);
        gs.arg(format!("-r{PPI}")).arg(format!("-dLastPage={MOST_PAGES}"));
        gs.arg(format!("-sOutputFile={}", plates.path().join("%d.tif").display()));
        gs.args(["-c", "{} setblackgeneration {} setundercolorremoval", "-f"]).arg(&path);
        output_of(gs);
        for ink in verdict(&path).ink.iter().filter(|ink| ink.page <= MOST_PAGES) {
            let theirs = separated(plates.path(), ink.page);
            let listed = INK_DIFFERS.iter().any(|(n, page, _)| (*n, *page) == (&name, ink.page));
            if ((ink.max_percent - theirs).abs() > INK_OFF) != listed {
                let ours = ink.max_percent;
                wrong.push(format!("{name} page {}: {ours} % here, {theirs:.1} % there", ink.page));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The most ink of a page that Ghostscript separated, in %.
fn separated(folder: &Path, page: usize) -> f64 {
    let mut sums: Vec<u32> = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with(&format!("{page}(")) {
            let plate = gray(&std::fs::read(&path).unwrap());
            sums.resize(sums.len().max(plate.len()), 0);
            sums.iter_mut().zip(plate).for_each(|(sum, v)| *sum += u32::from(255 - v));
        }
    }
    f64::from(sums.into_iter().max().unwrap_or(0)) / 2.55
}

#[test]
fn pictures_have_the_resolution_that_poppler_sees() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = vec![];
    for (name, path) in files(folder.path()) {
        let Some(mut pdfimages) = validator("pdfimages") else { return };
        pdfimages.arg("-list").arg(&path);
        let listed = output_of(pdfimages);
        let theirs: Vec<[f64; 4]> = listed.lines().skip(2).filter_map(picture).collect();
        let same = |image: &jikji_prepress::preflight::ImageSeen| {
            let [page, width, height] = [image.page, image.width as usize, image.height as usize];
            theirs.iter().any(|[p, w, h, ppi]| {
                [*p, *w, *h] == [page, width, height].map(|n| n as f64)
                    && (image.ppi - ppi).abs() <= PPI_OFF + ppi / 200.0
            })
        };
        let seen = verdict(&path).images;
        let odd: Vec<_> = seen.iter().filter(|image| !same(image)).collect();
        // A picture that is drawn is seen, whatever is in it.
        let unseen = seen.is_empty() != theirs.is_empty();
        let known = PICTURES_DIFFER.iter().any(|(n, _)| *n == name);
        if (unseen || !odd.is_empty()) != known {
            wrong.push(format!("{name}: {odd:?} of {}, {} there", seen.len(), theirs.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Page, width, height and the lower resolution of a picture that `pdfimages -list` tells of.
fn picture(line: &str) -> Option<[f64; 4]> {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let number = |i: usize| parts.get(i)?.parse::<f64>().ok();
    // An object's number is missing of a picture in the contents.
    let ppi = if parts.get(10) == Some(&"[inline]") { 11 } else { 12 };
    let kind = *parts.get(2)?;
    let drawn = matches!(kind, "image" | "stencil");
    drawn.then_some([number(0)?, number(3)?, number(4)?, number(ppi)?.min(number(ppi + 1)?)])
}

#[test]
fn fonts_are_those_that_poppler_names() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = vec![];
    for (name, path) in files(folder.path()) {
        let Some(mut pdffonts) = validator("pdffonts") else { return };
        pdffonts.arg(&path);
        let listed = output_of(pdffonts);
        let theirs: BTreeSet<(String, bool, bool)> = listed.lines().skip(2).map(font).collect();
        let odd: Vec<_> = verdict(&path)
            .fonts
            .into_iter()
            .filter(|font| font.kind != "Type3")
            .map(|font| (font.name.clone(), font.embedded, font.subset))
            .filter(|font| !theirs.contains(font))
            .collect();
        if odd.is_empty() == FONTS_DIFFER.iter().any(|(n, _)| *n == name) {
            wrong.push(format!("{name}: {odd:?}, there {theirs:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Name, whether it is embedded, and whether it is a subset, of a line of `pdffonts`.
fn font(line: &str) -> (String, bool, bool) {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let yes = |from_end: usize| parts.len().checked_sub(from_end).map(|i| parts[i]) == Some("yes");
    (parts.first().unwrap_or(&"").to_string(), yes(5), yes(4))
}

#[test]
fn pages_are_as_many_as_qpdf_counts() {
    let folder = tempfile::tempdir().unwrap();
    for (name, path) in files(folder.path()) {
        let Some(mut qpdf) = validator("qpdf") else { return };
        qpdf.args(["--warning-exit-0", "--show-npages"]).arg(&path);
        let counted = output_of(qpdf);
        assert_eq!(verdict(&path).pages.to_string(), counted.trim(), "{name}");
    }
}
