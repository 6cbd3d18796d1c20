//! Pictures of manuscripts: files in `images/`, and what cannot be set is told with the way out.

use crate::common::Project;
use crate::number::{manifest, number, with};
use crate::written::{FORMATS, Part};

use Part::{Line, Picture, Title};

fn picture(format: image::ImageFormat) -> Vec<u8> {
    let picture = image::RgbaImage::from_fn(40, 30, |x, y| image::Rgba([x as u8, y as u8, 9, 255]));
    let mut bytes = std::io::Cursor::new(vec![]);
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The files in `images/`.
fn images(project: &Project) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(project.path("images")) else { return vec![] };
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn pictures_are_files_beside_the_manifest() {
    let [png, gif] = [image::ImageFormat::Png, image::ImageFormat::Gif].map(picture);
    let text = [
        Title("안개 예보"),
        Picture("a.png", &png, "바다의 부표"),
        Line("본문이다."),
        Picture("b.gif", &gif, "움직이는 부표"),
    ];
    for (ending, file) in FORMATS {
        let project = Project::with_manifest(number()).file("a", file(&text));
        let report = project.run(&["add", "a", "--json"]).exits(0).json();
        let files: Vec<String> =
            serde_json::from_value(report["files"][0]["pictures"].clone()).unwrap();
        let [first, second] = &files[..] else { panic!("{ending}: {files:?}") };
        assert_eq!(std::fs::read(project.path(first)).unwrap(), png, "{ending}");
        let entry = format!(
            "kind = \"brief\"\ntitle = \"안개 예보\"\nbody = '''\n본문이다.\n\n![움직이는 부표]({second})\n'''\n\
             image = {{ file = \"{first}\", alt = \"바다의 부표\" }}\n"
        );
        assert_eq!(manifest(&project), with(&entry), "{ending}");
        project.run(&["check"]).exits(0);
        let there = images(&project);
        assert_eq!(there.len(), 2, "{ending}: {there:?}");
        // One that is not taken leaves no picture.
        project.run(&["add", "a"]).exits(1).says("--force");
        project.run(&["add", "a", "--force"]).exits(0).says("replaced");
        assert_eq!(images(&project), there, "{ending}");
        assert_eq!(manifest(&project), with(&entry), "{ending}");
    }
}

#[test]
fn pictures_that_cannot_be_set_are_kept_and_asked_about() {
    let others: [(&str, &[u8]); 4] = [
        ("tif", b"II*\0\x08\0\0\0"),
        ("emf", b"\x01\0\0\0\x6c\0\0\0"),
        ("wmf", b"\xd7\xcd\xc6\x9a\0\0"),
        ("pcx", b"\x0a\x05\x01\x08"),
    ];
    for (format, bytes) in others {
        let name = format!("a.{format}");
        let text = [Title("안개 예보"), Line("본문이다."), Picture(&name, bytes, "부표")];
        for (ending, file) in FORMATS {
            let project = Project::with_manifest(number()).file("a", file(&text));
            let told = project.run(&["add", "a"]).exits(0);
            let kept = images(&project);
            assert!(kept.len() == 1 && kept[0].ends_with(format), "{ending}: {kept:?}");
            assert_eq!(std::fs::read(project.path("images").join(&kept[0])).unwrap(), bytes);
            told.says(&format!("images/{}", kept[0])).says("PNG");
            assert!(!manifest(&project).contains(&kept[0]), "{ending} {format}");
            project.run(&["check"]).exits(0);
        }
    }
}

/// A picture of three pixels by two as Hangul keeps what was pasted: its rows from below, each of whole words.
fn bitmap(bits: u16) -> Vec<u8> {
    let (palette, rows): (&[u8], [[u8; 12]; 2]) = match bits {
        24 => (
            &[],
            [
                [1, 2, 3, 30, 90, 200, 1, 2, 3, 0, 0, 0],
                [30, 90, 200, 1, 2, 3, 30, 90, 200, 0, 0, 0],
            ],
        ),
        8 => (
            &[30, 90, 200, 0, 1, 2, 3, 0],
            [[1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
        ),
        _ => (
            &[30, 90, 200, 0, 1, 2, 3, 0],
            [
                [0b1010_0000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                [0b0100_0000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            ],
        ),
    };
    let width = if bits == 24 { 12 } else { 4 };
    let rows = rows.map(|row| row[..width].to_vec()).concat();
    let (start, colors) = (54 + palette.len() as u32, palette.len() as u32 / 4);
    let head = [start + rows.len() as u32, 0, start, 40, 3, 2].map(u32::to_le_bytes).concat();
    let looks = [1, bits].map(u16::to_le_bytes).concat();
    let rest = [0, 0, 0, 0, colors, 0].map(u32::to_le_bytes).concat();
    [b"BM", &head[..], &looks, &rest, palette, &rows].concat()
}

#[test]
fn a_bitmap_becomes_a_png_of_the_same_pixels() {
    let (blue, sand) = ([3, 2, 1], [200, 90, 30]);
    let pixels = [sand, blue, sand, blue, sand, blue].concat();
    for bits in [1, 8, 24] {
        let bytes = bitmap(bits);
        let text = [Title("안개 예보"), Line("본문이다."), Picture("a.bmp", &bytes, "부표")];
        for (ending, file) in FORMATS {
            let project = Project::with_manifest(number()).file("a", file(&text));
            let report = project.run(&["add", "a", "--json"]).exits(0).json();
            let [kept] = &images(&project)[..] else { panic!("{ending} {bits}") };
            let found = image::open(project.path("images").join(kept)).unwrap();
            assert!(
                kept.ends_with(".png") && found.to_rgb8().into_raw() == pixels,
                "{ending} {bits}"
            );
            assert!(manifest(&project).contains(&format!("images/{kept}")), "{ending} {bits}");
            assert!(report.to_string().contains("picture-turned"), "{report}");
        }
    }
    // One that says it is larger than it is, or than any page needs.
    let mut large = bitmap(24);
    large[18..26].copy_from_slice(&[0, 40, 0, 0, 0, 40, 0, 0]);
    let text = [Title("안개 예보"), Line("본문이다."), Picture("a.bmp", &large, "부표")];
    let project = Project::with_manifest(number()).file("a", FORMATS[0].1(&text));
    project.run(&["add", "a"]).exits(0).says("PNG");
    assert!(images(&project)[0].ends_with(".bmp"));
}
