//! Pictures with more pixels than a page shows: brought down for the screen, printed in full, kept as they are.

mod common;

use std::io::Cursor;

use common::{Project, brief, entry, issue};
use image::{DynamicImage, ImageFormat};

/// Detail and grain of these sides, the same everywhere.
fn grain(width: u32, height: u32) -> image::RgbImage {
    let mut state = 7u32;
    image::RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (state >> 27) as u8;
        image::Rgb([(x * 200 / width) as u8 + noise, (y * 200 / height) as u8 + noise, 90 + noise])
    })
}

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture in the field of a brief.
fn field(file: &str) -> String {
    format!("image = {{ file = \"{file}\", alt = \"사진에 보이는 것\" }}\n")
}

/// A manifest with a picture in a field.
fn in_a_field(file: &str) -> String {
    issue(&format!("{}body = \"- 본문\"\n{}", entry("제목"), field(file)))
}

/// A manifest with a picture in running text.
fn in_the_text(file: &str) -> String {
    brief("제목", &format!("- 본문\n\n![사진에 보이는 것]({file})"))
}

/// A picture of a PDF as `pdfimages` lists it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Listed {
    /// `image` or `smask`.
    kind: String,
    size: (u32, u32),
    /// `jpeg`, or `image` for what is packed without loss.
    packing: String,
    object: String,
    ppi: u32,
}

/// The pictures of an edition; `None` where the tool is not on the machine.
fn listed(project: &Project, edition: &str) -> Option<Vec<Listed>> {
    let mut pdfimages = common::validator("pdfimages")?;
    let pdf = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
    let told = common::output_of({
        pdfimages.arg("-list").arg(pdf);
        pdfimages
    });
    let row = |line: &str| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| cells[at].parse().unwrap();
        Listed {
            kind: cells[2].into(),
            size: (number(3), number(4)),
            packing: cells[8].into(),
            object: cells[10].into(),
            ppi: number(12),
        }
    };
    Some(told.lines().skip(2).map(row).collect())
}

/// Builds all editions of a number with one picture.
fn built(manifest: String, name: &str, picture: &[u8]) -> Project {
    let project = Project::with_manifest(manifest).file(name, picture);
    let editions = ["--edition", "screen", "--edition", "print", "--edition", "archive"];
    project.run(&[&["build"], &editions[..]].concat()).exits(0);
    project
}

#[test]
fn a_photograph_without_loss_is_a_jpeg_on_screen_and_printed_in_full() {
    for (manifest, name, format) in [
        (in_a_field("a.png"), "a.png", ImageFormat::Png),
        (in_the_text("a.webp"), "a.webp", ImageFormat::WebP),
    ] {
        let original = file(grain(1800, 1201), format);
        let project = built(manifest, name, &original);
        let Some(screen) = listed(&project, "screen") else { return };
        assert_eq!(screen.len(), 1);
        assert_eq!(screen[0].packing, "jpeg");
        assert!((144..=220).contains(&screen[0].ppi), "{screen:?}");
        let archive = listed(&project, "archive").unwrap();
        assert_eq!((&archive[0].packing, archive[0].ppi), (&screen[0].packing, screen[0].ppi));
        let print = listed(&project, "print").unwrap();
        assert_eq!(print[0].packing, "image");
        assert!(print[0].ppi >= 250, "{print:?}");
        assert!(print[0].size.0 > screen[0].size.0);
        let kept = "out/test-brief-2024-05-archive.pdf";
        project.run(&["restore", kept, "--out", "again"]).exits(0);
        let of = |path: &str| std::fs::read(project.path(path)).unwrap();
        assert!(of(&format!("again/{name}")) == original, "the issue's own file is kept");
        let again = ["build", "again/issue.toml", "--edition", "archive", "--out", "again/out"];
        project.run(&again).exits(0);
        assert!(of(kept) == of("again/out/test-brief-2024-05-archive.pdf"), "other bytes");
    }
}

#[test]
fn a_drawing_of_few_colours_keeps_every_pixel() {
    let colours = [[255; 3], [0; 3], [200, 30, 40], [20, 90, 160], [250, 200, 0]];
    let drawing = image::RgbImage::from_fn(2400, 1200, |x, y| {
        image::Rgb(colours[((x / 3 + y / 5) % 5) as usize])
    });
    let project = built(in_a_field("a.png"), "a.png", &file(drawing.clone(), ImageFormat::Png));
    for edition in ["screen", "archive"] {
        let Some(mut pdfimages) = common::validator("pdfimages") else { return };
        let pdf = project.path(&format!("out/test-brief-2024-05-{edition}.pdf"));
        common::output_of({
            pdfimages.arg("-png").arg(pdf).arg(project.path(edition));
            pdfimages
        });
        let seen = image::open(project.path(&format!("{edition}-000.png"))).unwrap().to_rgb8();
        assert!(seen == drawing, "{edition}");
    }
}

#[test]
fn a_screen_and_a_cut_out_come_down_without_loss() {
    // Even ground, and a photograph in the middle.
    let mut screen = image::RgbImage::from_pixel(1800, 1200, image::Rgb([250; 3]));
    image::imageops::replace(&mut screen, &grain(900, 600), 450, 300);
    let mut cut_out = DynamicImage::from(grain(1800, 1200)).into_rgba8();
    for (x, y, pixel) in cut_out.enumerate_pixels_mut() {
        pixel.0[3] = if x.abs_diff(900) + y.abs_diff(600) < 525 { 255 } else { 0 };
    }
    for (picture, kinds) in
        [(DynamicImage::from(screen), &["image"][..]), (cut_out.into(), &["image", "smask"][..])]
    {
        let project = built(in_a_field("a.png"), "a.png", &file(picture, ImageFormat::Png));
        for (edition, ppi) in [("screen", 144..=220), ("archive", 144..=220), ("print", 250..=500)]
        {
            let Some(listed) = listed(&project, edition) else { return };
            assert_eq!(listed.iter().map(|it| &*it.kind).collect::<Vec<_>>(), kinds, "{edition}");
            for picture in &listed {
                assert_eq!(picture.packing, "image", "{edition}");
                assert!(ppi.contains(&picture.ppi), "{edition}: {picture:?}");
            }
        }
    }
}

#[test]
fn a_picture_is_brought_down_to_each_size_it_stands_in_and_printed_once() {
    // It stands on the cover too, in a size of its own.
    let small = "image(\"/a.png\", alt: \"사진\", width: 42mm, height: 28mm)";
    let cover = format!("footer: none, foreground: place(top, {small})");
    let project = Project::with_manifest(in_a_field("a.png"))
        .file("a.png", file(grain(2400, 1600), ImageFormat::Png))
        .changed_layout("cover.typ", "footer: none", &cover);
    project.run(&["build"]).exits(0);
    let Some(screen) = listed(&project, "screen") else { return };
    let [first, second] = &screen[..] else { panic!("{screen:?}") };
    assert_ne!((&first.object, first.size), (&second.object, second.size));
    for picture in &screen {
        assert!((144..=220).contains(&picture.ppi), "{screen:?}");
        assert_eq!(picture.packing, "jpeg");
    }
    let print = listed(&project, "print").unwrap();
    assert_eq!(print.len(), 2);
    assert_eq!((&print[0].object, print[0].size), (&print[1].object, print[1].size));
    assert!(print.iter().all(|picture| picture.ppi >= 300), "{print:?}");
}

#[test]
fn pictures_give_the_same_bytes_with_any_number_of_threads() {
    let number = |name: &str| format!("{}body = \"- 본문\"\n{}", entry(name), field(name));
    let mut cut_out = DynamicImage::from(grain(1500, 1000)).into_rgba8();
    cut_out.put_pixel(750, 500, image::Rgba([0; 4]));
    let pictures = [
        ("a.png", file(grain(1500, 1000), ImageFormat::Png)),
        ("b.webp", file(grain(1500, 1001), ImageFormat::WebP)),
        ("c.jpg", file(grain(1500, 1002), ImageFormat::Jpeg)),
        ("d.png", file(cut_out, ImageFormat::Png)),
    ];
    let manifest = issue(&pictures.iter().map(|(name, _)| number(name)).collect::<String>());
    let made = |threads: &str| {
        let project = Project::with_manifest(&manifest);
        let project =
            pictures.iter().fold(project, |project, (name, bytes)| project.file(name, bytes));
        let args = ["build", "--edition", "screen", "--edition", "print", "--edition", "archive"];
        project.run_with(&args, &[("RAYON_NUM_THREADS", threads)]).exits(0);
        project.out()
    };
    assert!(made("1") == made("5"));
}
