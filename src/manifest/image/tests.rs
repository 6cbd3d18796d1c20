use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat};

use super::{Format, ImageFault, pixels};
use crate::manifest::inputs::Inputs;
use jikji_diagnostic::source::{Sources, Span};
/// A small picture that compresses badly, so that a cut takes some of it.
fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = vec![];
    let noise = |x: u32, y: u32| {
        let seed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503);
        image::Rgb([(seed >> 7) as u8, (seed >> 13) as u8, (seed >> 19) as u8])
    };
    let image = DynamicImage::ImageRgb8(image::ImageBuffer::from_fn(64, 48, noise));
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn code(bytes: &[u8]) -> &'static str {
    let checked: Result<_, ImageFault> = super::image("a", &bytes.into());
    checked.err().map_or("", |fault| fault.message.code)
}

fn svg_code(inside: &str) -> &'static str {
    let xlink = "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    code(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {xlink}>{inside}</svg>").as_bytes())
}

const RASTERS: [(ImageFormat, Format); 4] = [
    (ImageFormat::Png, Format::Png),
    (ImageFormat::Jpeg, Format::Jpeg),
    (ImageFormat::Gif, Format::Gif),
    (ImageFormat::WebP, Format::Webp),
];

#[test]
fn whole_images_pass_whatever_their_name() {
    let dir = tempfile::tempdir().unwrap();
    let place = Span::new(Sources::default().add("issue.toml", ""), 0..0);
    for (written, format) in RASTERS {
        fs::write(dir.path().join("a.dat"), picture(written)).unwrap();
        let mut inputs = Inputs::new(Path::new("issue.toml"), b"", dir.path());
        let image = inputs.picture("a.dat", super::FIRST, place).unwrap();
        assert_eq!(Format::of(&image.bytes), Some(format));
        assert_eq!((pixels(&image.bytes), image.cmyk), (Some((64, 48)), false));
        assert_eq!(image.path, format!("a.dat.{}", format.extension()));
        let read: Vec<_> = inputs.files().map(|file| file.path.clone()).collect();
        assert_eq!(read, [dir.path().join("a.dat")]);
    }
}

#[test]
fn images_that_are_cut_off_are_refused() {
    for (written, format) in RASTERS {
        let bytes = picture(written);
        for keep in [1, 2, 3] {
            let cut = &bytes[..bytes.len() * keep / 4];
            assert!(matches!(code(cut), "E0404" | "E0405"), "{format:?} {keep}: {}", code(cut));
        }
    }
    assert_eq!(code(&picture(ImageFormat::Jpeg)[..300]), "E0404");
}

#[test]
fn damaged_images_are_refused() {
    let mut png = picture(ImageFormat::Png);
    let middle = png.len() / 2;
    png[middle] ^= 0xff;
    assert_eq!(code(&png), "E0405");
}

#[test]
fn what_is_no_image_is_refused() {
    for bytes in [
        &b"hello"[..],
        b"%PDF-1.7",
        b"BM\0\0\0\0",
        b"II*\0",
        b"<html><body/></html>",
        b"\x1f\x8b\x08",
    ] {
        assert_eq!(code(bytes), "E0401");
    }
    assert_eq!(code(b""), "E0405");
}

#[test]
fn huge_images_are_refused_by_their_header() {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = b"IHDR".to_vec();
    header.extend(20_000u32.to_be_bytes());
    header.extend(20_000u32.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    png.extend(13u32.to_be_bytes());
    png.extend(&header);
    png.extend(crc32(&header).to_be_bytes());
    let data = b"IDAT";
    png.extend(0u32.to_be_bytes());
    png.extend(data);
    png.extend(crc32(data).to_be_bytes());
    assert_eq!(code(&png), "E0402");

    let mut gif = picture(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0x20, 0x4e, 0x20, 0x4e]);
    assert_eq!(code(&gif), "E0402");

    let mut jpeg = picture(ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0x4e, 0x20, 0x4e, 0x20]);
    assert_eq!(code(&jpeg), "E0402");
}

/// CRC-32 as PNG has it (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
        })
    })
}

#[test]
fn svg_that_is_complete_in_itself_passes() {
    assert_eq!(svg_code("<defs><path id=\"a\" d=\"M0 0\"/></defs><use href=\"#a\"/>"), "");
    assert_eq!(svg_code("<path fill=\"url(#a)\" style=\"stroke: url('#b')\"/>"), "");
    assert_eq!(svg_code("<style>.a { fill: red }</style><path class=\"a\"/>"), "");
    assert_eq!(svg_code("<path data-name=\"C:\\Users\\a.svg\"/>"), "");
    assert_eq!(code("\u{feff}<?xml version=\"1.0\"?>\n<!-- <svg --><svg xmlns=\"http://www.w3.org/2000/svg\"/>".as_bytes()), "");
    let png = base64(&picture(ImageFormat::Png));
    assert_eq!(svg_code(&format!("<image xlink:href=\"data:image/png;base64,{png}\"/>")), "");
}

#[test]
fn svg_that_names_something_outside_is_refused() {
    for inside in [
        "<image href=\"face.png\"/>",
        "<image xlink:href=\"https://example.org/a.png\"/>",
        "<image href=\"file:///etc/passwd\"/>",
        "<use href=\"other.svg#a\"/>",
        "<a href=\"https://example.org\"><path/></a>",
        "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
        "<image href=\"data:text/html;base64,PHN2Zy8+\"/>",
        "<path fill=\"url(https://example.org/a.svg#b)\"/>",
        "<path style=\"fill: URL( 'a.svg#b' )\"/>",
        "<path style=\"fill: \\75rl(a.svg)\"/>",
        "<style>@import 'a.css';</style>",
        "<style><![CDATA[ .a { background: url(a.png) } ]]></style>",
        "<style>@font-face { font-family: a; src: url('a.woff') }</style>",
        "<g xml:base=\"https://example.org/\"/>",
        "<set attributeName=\"xlink:href\" to=\"https://example.org/a.png\"/>",
    ] {
        assert_eq!(svg_code(inside), "E0411", "{inside}");
    }
    let sheet = "<?xml-stylesheet href=\"a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    assert_eq!(code(sheet.as_bytes()), "E0411");
}

#[test]
fn svg_with_programs_is_refused() {
    for inside in [
        "<script>alert(1)</script>",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">a</p></foreignObject>",
        "<path onclick=\"alert(1)\"/>",
    ] {
        assert_eq!(svg_code(inside), "E0412", "{inside}");
    }
}

#[test]
fn svg_that_is_not_well_formed_is_refused() {
    assert_eq!(svg_code("<path>"), "E0406");
    assert_eq!(svg_code("&amp;&unknown;"), "E0409");
    assert_eq!(
        code(b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        "E0409"
    );
    assert_eq!(code(b"<svg/>"), "E0408");
    assert_eq!(code(b"<svg xmlns=\"http://www.w3.org/2000/svg\">\xb0\xa1</svg>"), "E0407");
    assert_eq!(svg_code(&format!("{}{}", "<g>".repeat(200), "</g>".repeat(200))), "E0410");
    assert_eq!(svg_code(&"<g>".repeat(100_000)), "E0406");
}

#[test]
fn svg_without_a_size_is_refused() {
    let sized = |attributes: &str| {
        code(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>").as_bytes())
    };
    for none in ["width=\"0\"", "height=\"-3mm\"", "width=\"0%\"", "viewBox=\"0,0 10,0\""] {
        assert_eq!(sized(none), "E0413", "{none}");
    }
}

#[test]
fn a_pixel_image_inside_svg_is_held_to_the_same_rules() {
    let png = picture(ImageFormat::Png);
    let cut = base64(&png[..png.len() / 2]);
    assert_eq!(svg_code(&format!("<image href=\"data:image/png;base64,{cut}\"/>")), "E0404");
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0u32, |bits, b| bits << 8 | u32::from(*b)) << (24 - 8 * three.len());
        for digit in 0..=three.len() {
            out.push(DIGITS[(bits >> (18 - 6 * digit) & 63) as usize] as char);
        }
    }
    out
}
