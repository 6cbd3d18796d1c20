//! Pictures as people name and keep them: composed or decomposed names, endings that lie, in fields and in
//! running text.

mod common;

use common::{Project, brief, entry, issue};
use unicode_normalization::UnicodeNormalization;

/// A drawing in one colour.
fn svg(color: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\">\
         <rect width=\"400\" height=\"200\" fill=\"{color}\"/></svg>"
    )
}

fn png() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(2400, 600, |x, y| image::Rgb([x as u8, y as u8, 90]));
    let mut bytes = std::io::Cursor::new(vec![]);
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A manifest with a picture in a field.
fn in_a_field(file: &str) -> String {
    let image = format!("image = {{ file = \"{file}\", alt = \"그림\" }}");
    issue(&format!("{}body = \"- 본문\"\n{image}\n", entry("제목")))
}

/// A manifest with a picture in running text.
fn in_the_text(file: &str) -> String {
    brief("제목", &format!("- 본문\n\n![그림]({file})"))
}

#[test]
fn a_name_that_a_mac_decomposed_is_found_and_built() {
    let decomposed: String = "그림/얼굴.svg".nfd().collect();
    for manifest in [in_a_field("그림/얼굴.svg"), in_the_text("그림/얼굴.svg")] {
        let project = Project::with_manifest(manifest).file(&decomposed, svg("teal"));
        project.run(&["build"]).exits(0);
    }
}

#[test]
fn what_a_picture_is_goes_by_its_content() {
    for manifest in [in_a_field("a.jpg"), in_the_text("a.jpg")] {
        let project = Project::with_manifest(&manifest).file("a.jpg", png());
        project.run(&["build", "--emit", "emitted"]).exits(0);
        assert_eq!(std::fs::read(project.path("emitted/a.jpg.png")).unwrap(), png());
        Project::with_manifest(manifest).file("a.jpg", svg("red")).run(&["check"]).exits(0);
    }
}

#[test]
fn a_picture_in_the_text_is_locked_kept_and_restored() {
    let project = Project::with_manifest(in_the_text("얼굴.svg")).file("얼굴.svg", svg("teal"));
    project.run(&["build", "--edition", "archive"]).exits(0);
    let lock = std::fs::read_to_string(project.path("issue.lock")).unwrap();
    assert!(lock.contains("file = \"얼굴.svg\""), "{lock}");
    let kept = "out/test-brief-2024-05-archive.pdf";
    project.run(&["restore", kept, "--out", "again"]).exits(0);
    let again = ["build", "again/issue.toml", "--edition", "archive", "--out", "again/out"];
    project.run(&again).exits(0);
    let of = |path: &str| std::fs::read(project.path(path)).unwrap();
    assert!(of(kept) == of("again/out/test-brief-2024-05-archive.pdf"), "other bytes");
}

#[test]
fn an_archive_notices_another_picture_in_the_text() {
    let run = ["archive", "back", "--edition", "screen", "--json"];
    let project = Project::new()
        .file("back/issue.toml", in_the_text("a.svg"))
        .file("back/a.svg", svg("teal"));
    let built = |project: &Project| project.run(&run).json()["built"].as_u64();
    assert_eq!((built(&project), built(&project)), (Some(1), Some(0)));
    let project = project.file("back/a.svg", svg("navy"));
    assert_eq!(built(&project), Some(1));
}

/// A CMYK JPEG as photo editors write it, large enough for print, with a profile of `crates/prepress/icc/` or none.
fn cmyk_jpeg(inks: [u8; 4], profile: Option<&str>) -> Vec<u8> {
    let mut out = vec![];
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, 95);
    if let Some(profile) = profile {
        let icc = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("crates/prepress/icc")
            .join(profile);
        encoder.add_icc_profile(&std::fs::read(icc).unwrap()).unwrap();
    }
    let (width, height) = (2400, 600);
    let data = inks.repeat(width * height);
    encoder.encode(&data, 2400, 600, jpeg_encoder::ColorType::CmykAsYcck).unwrap();
    out
}

#[test]
fn a_cmyk_photograph_is_shown_in_rgb_and_printed_within_the_ink_limit() {
    for inks in [[200, 20, 90, 0], [255, 255, 255, 255]] {
        for manifest in [in_a_field("a.jpg"), in_the_text("a.jpg")] {
            let project = Project::with_manifest(manifest).file("a.jpg", cmyk_jpeg(inks, None));
            project.run(&["build"]).exits(0);
            project.run(&["build", "--edition", "archive"]).exits(0);
            let Some(mut pdfimages) = common::validator("pdfimages") else { return };
            let list = |pdfimages: &mut std::process::Command, edition: &str| {
                let pdf = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
                let told = pdfimages.arg("-list").arg(pdf).output().unwrap();
                String::from_utf8(told.stdout).unwrap()
            };
            let screen = list(&mut pdfimages, "screen");
            let components = screen.lines().last().and_then(|line| line.split_whitespace().nth(6));
            assert_eq!(components, Some("3"), "{screen}");
            let mut pdfimages = common::validator("pdfimages").unwrap();
            let print = list(&mut pdfimages, "print");
            assert!(print.contains("cmyk"), "{print}");
        }
    }
}

/// The inks in the middle of the only picture of a print file, in %, as Ghostscript reads them.
fn printed_inks(profile: Option<&str>) -> Option<Vec<u8>> {
    let manifest = in_a_field("a.jpg");
    let picture = cmyk_jpeg([150, 40, 90, 10], profile);
    let project = Project::with_manifest(manifest).file("a.jpg", picture);
    project.run(&["build", "--edition", "print"]).exits(0);
    let mut pdfimages = common::validator("pdfimages")?;
    let pdf = project.path("out/test-brief-2024-05-print.pdf");
    let written = pdfimages.arg("-tiff").arg(pdf).arg(project.path("picture")).status().unwrap();
    assert!(written.success());
    let tiff = std::fs::read_dir(project.path("")).unwrap().map(|entry| entry.unwrap().path());
    let tiff = tiff.filter(|path| path.extension().is_some_and(|e| e == "tif")).max().unwrap();
    let bytes = std::fs::read(tiff).unwrap();
    // Uncompressed samples make up nearly all of the file.
    let middle = bytes.len() / 2 / 4 * 4;
    Some(bytes[middle..middle + 4].to_vec())
}

#[test]
fn a_cmyk_photograph_of_another_condition_is_brought_into_the_output_s() {
    let Some(plain) = printed_inks(None) else { return };
    let near = |a: &[u8], b: &[u8]| a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 8);
    let coated = printed_inks(Some("Coated_FOGRA39L_TAC300.icc")).unwrap();
    assert!(near(&coated, &plain), "{coated:?} and {plain:?}: one condition, the same numbers");
    let uncoated = printed_inks(Some("Uncoated_FOGRA29L_TAC280.icc")).unwrap();
    assert!(!near(&uncoated, &plain), "{uncoated:?} and {plain:?}");
}

/// A PNG in Adobe RGB whose profile says version 2.4, as that of many profiles of the trade does.
fn png_of_a_later_profile() -> Vec<u8> {
    use image::ImageEncoder;
    let mut profile = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    (profile[8], profile[9]) = (2, 0x40);
    let mut out = vec![];
    let mut encoder = image::codecs::png::PngEncoder::new(&mut out);
    encoder.set_icc_profile(profile).unwrap();
    let pixels = [40u8, 200, 60].repeat(2400 * 600);
    encoder.write_image(&pixels, 2400, 600, image::ExtendedColorType::Rgb8).unwrap();
    out
}

#[test]
fn a_picture_keeps_its_profile_whatever_version_that_says() {
    let picture = png_of_a_later_profile();
    let project = Project::with_manifest(in_a_field("a.png")).file("a.png", &picture);
    project.run(&["build"]).exits(0);
    project.run(&["build", "--edition", "archive", "--emit", "emitted"]).exits(0);
    let kept = "out/test-brief-2024-05-archive.pdf";
    project.run(&["restore", kept, "--out", "again"]).exits(0);
    let restored = std::fs::read(project.path("again/a.png")).unwrap();
    assert!(restored == picture, "the issue's own file is kept");
    for edition in ["screen", "archive"] {
        let Some(mut pdfimages) = common::validator("pdfimages") else { return };
        let pdf = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
        let told = pdfimages.arg("-list").arg(pdf).output().unwrap();
        let told = String::from_utf8(told.stdout).unwrap();
        let space = told.lines().last().and_then(|line| line.split_whitespace().nth(5));
        assert_eq!(space, Some("icc"), "{edition}: {told}");
    }
}

/// A GIF of so many frames, each of one colour but for a square.
fn gif(frames: usize, square: bool) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = image::codecs::gif::GifEncoder::new_with_speed(&mut bytes, 30);
    for frame in 0..frames {
        let picture = image::RgbaImage::from_fn(1800, 1200, |x, y| {
            let inside = (square || frame > 0) && x < 600 && y < 400;
            image::Rgba(if inside { [200, 30, 40, 255] } else { [255; 4] })
        });
        encoder.encode_frame(image::Frame::new(picture)).unwrap();
    }
    drop(encoder);
    bytes
}

/// A PNG of these sides in one colour, which may be none.
fn plain_png(width: u32, height: u32, color: [u8; 4]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(vec![]);
    let picture = image::RgbaImage::from_pixel(width, height, image::Rgba(color));
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_picture_that_moves_shows_nothing_or_is_hardly_there_is_told() {
    let about = |name: &str, bytes: Vec<u8>| {
        [in_a_field(name), in_the_text(name)]
            .map(|manifest| Project::with_manifest(manifest).file(name, &bytes).run(&["check"]))
    };
    for told in about("a.gif", gif(3, true)) {
        told.says("W0430").never_says("W0431");
    }
    for told in about("a.gif", gif(2, false)) {
        told.says("W0430").says("W0431");
    }
    for told in about("a.gif", gif(1, true)) {
        told.never_says("warning");
    }
    for told in about("a.png", plain_png(1200, 800, [9, 80, 120, 255])) {
        told.says("W0431");
    }
    for told in about("a.png", plain_png(1, 1, [0, 0, 0, 0])) {
        told.says("W0432").never_says("W0431");
    }
    let mut veiled = image::RgbaImage::from_pixel(1200, 800, image::Rgba([0, 0, 0, 0]));
    veiled.put_pixel(3, 3, image::Rgba([200, 0, 0, 0]));
    let mut bytes = std::io::Cursor::new(vec![]);
    veiled.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    for told in about("a.png", bytes.into_inner()) {
        told.says("W0431");
    }
    for told in about("a.png", png()) {
        told.never_says("warning");
    }
}

#[test]
fn a_drawing_that_shows_nothing_is_told() {
    let told = |size: &str, inside: &str| {
        let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}>{inside}</svg>");
        Project::with_manifest(in_a_field("a.svg")).file("a.svg", drawing).run(&["check"])
    };
    let size = "width=\"400\" height=\"200\"";
    let shape = "<rect width=\"40\" height=\"30\"/>";
    for nothing in [
        "",
        "<rect x=\"900\" width=\"40\" height=\"30\"/>",
        "<rect width=\"40\" height=\"30\" fill=\"none\"/>",
        "<rect width=\"40\" height=\"30\" style=\"fill-opacity: 0\"/>",
        "<g opacity=\"0\"><rect width=\"40\" height=\"30\"/></g>",
        "<defs><rect id=\"a\" width=\"40\" height=\"30\"/></defs>",
        "<clipPath id=\"c\"/><g clip-path=\"url(#c)\"><rect width=\"40\" height=\"30\"/></g>",
    ] {
        let told = told(size, nothing).exits(0).says("warning[W0431]").says("issue.toml:");
        assert_eq!(told.stderr.matches("W0431").count(), 1, "{nothing}");
    }
    told("viewBox=\"900 900 40 20\"", shape).says("W0431");
    for something in [
        shape,
        "<path d=\"M0 9H400\" stroke=\"teal\" stroke-width=\".5\"/>",
        "<text x=\"9\" y=\"40\">글</text>",
        "<defs><g id=\"a\"><circle r=\"9\"/></g></defs><use href=\"#a\" x=\"40\" y=\"40\"/>",
    ] {
        told(size, something).never_says("W0431");
    }
}

/// A photograph of these sides.
fn photograph(width: u16, height: u16) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width.into(), height.into(), |x, y| {
        image::Rgb([(x / 12) as u8, (y / 9) as u8, ((x * 7) ^ (y * 5)) as u8])
    });
    let mut out = vec![];
    let encoder = jpeg_encoder::Encoder::new(&mut out, 92);
    encoder.encode(&picture, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    out
}

#[test]
fn a_photograph_is_brought_down_for_the_screen_and_printed_in_full() {
    let original = photograph(3000, 2001);
    for manifest in [in_a_field("a.jpg"), in_the_text("a.jpg")] {
        let project = Project::with_manifest(manifest).file("a.jpg", &original);
        project.run(&["build"]).exits(0);
        project.run(&["build", "--edition", "archive"]).exits(0);
        let resolution = |edition: &str| {
            let mut pdfimages = common::validator("pdfimages")?;
            let pdf = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
            let told = pdfimages.arg("-list").arg(pdf).output().unwrap();
            let told = String::from_utf8(told.stdout).unwrap();
            let line = told.lines().find(|line| line.contains(" jpeg "))?.to_string();
            line.split_whitespace().nth(12)?.parse::<u32>().ok()
        };
        let Some(screen) = resolution("screen") else { return };
        assert!((144..=220).contains(&screen), "{screen}");
        assert_eq!(resolution("archive"), Some(screen));
        assert!(resolution("print").is_some_and(|ppi| ppi > 250));
        let kept = "out/test-brief-2024-05-archive.pdf";
        project.run(&["restore", kept, "--out", "again"]).exits(0);
        let restored = std::fs::read(project.path("again/a.jpg")).unwrap();
        assert!(restored == original, "the issue's own file is kept");
    }
}

#[test]
fn a_small_photograph_stays_the_authors_bytes() {
    let original = photograph(400, 267);
    let project = Project::with_manifest(in_a_field("a.jpg")).file("a.jpg", &original);
    project.run(&["build", "--edition", "screen"]).exits(0);
    let pdf = std::fs::read(project.path("out/test-brief-2024-05-screen.pdf")).unwrap();
    assert!(pdf.windows(original.len()).any(|window| window == original));
}

#[test]
fn a_cmyk_jpeg_that_does_not_say_how_its_inks_are_meant_is_taken_as_adobes() {
    let marked = cmyk_jpeg([200, 20, 90, 0], None);
    // The marker out: it is the segment FF EE of 14 bytes.
    let at = marked.windows(9).position(|bytes| bytes == b"\xff\xee\x00\x0eAdobe").unwrap();
    let bare = [&marked[..at], &marked[at + 16..]].concat();
    let added = jikji_prepress::jpeg::with_adobe_marker(&bare).unwrap();
    assert!(jikji_prepress::jpeg::header(&added).adobe);
    assert_eq!(jikji_prepress::jpeg::with_adobe_marker(&marked), None);
    let project = Project::with_manifest(in_a_field("a.jpg")).file("a.jpg", &bare);
    project.run(&["build"]).exits(0);
    project.run(&["build", "--edition", "archive"]).exits(0);
    project.run(&["restore", "out/test-brief-2024-05-archive.pdf", "--out", "again"]).exits(0);
    assert!(std::fs::read(project.path("again/a.jpg")).unwrap() == bare, "the issue's own file");
}
