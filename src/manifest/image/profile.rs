//! The version a picture's ICC profile says it has.
//!
//! Exporters pass a profile on if its version is one the PDF's own knows, and some take 2.4 for later
//! than 4.1: the picture would lose its colours. Profiles of one major version are read alike (ICC.1,
//! 7.2.4), so a profile that is left out for its minor version is made to say one that is not. Nothing
//! else of a picture is changed.

use std::borrow::Cow;
use std::io::{Read, Write};
use std::ops::Range;

use super::format::Format;
use jikji_prepress::jpeg;

/// The largest profile that is looked into, in bytes.
const LARGEST: u64 = 4 << 20;
/// The header of a profile (ICC.1, 7.2), as far as it is read and written.
const HEADER: usize = 100;
/// The minor versions everybody knows, as the header's second byte of the version has them.
const KNOWN_MINOR: u8 = 0x1f;
/// A digest of the profile, or zeros.
const PROFILE_ID: Range<usize> = 84..100;

/// The picture with a profile that is passed on; as it is where that needs nothing.
pub fn carried(bytes: &[u8], format: Format) -> Cow<'_, [u8]> {
    let changed = match format {
        Format::Jpeg => in_place(bytes, jpeg::profile(bytes)),
        Format::Webp => in_place(bytes, webp(bytes)),
        Format::Png => png(bytes),
        Format::Gif | Format::Svg | Format::Pdf => None,
    };
    changed.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// Makes a profile say a version that is known; `false` where it does already, or is none.
fn relabel(profile: &mut [u8]) -> bool {
    let known = |profile: &&mut [u8]| profile.len() >= HEADER && &profile[36..40] == b"acsp";
    let Some(profile) = Some(profile).filter(known) else { return false };
    let minor = match profile[8] {
        _ if profile[9] <= KNOWN_MINOR => return false,
        2 => 0x10,
        4 => 0x00,
        _ => return false,
    };
    profile[9] = minor;
    profile[PROFILE_ID].fill(0);
    true
}

fn in_place(bytes: &[u8], profile: Option<usize>) -> Option<Vec<u8>> {
    let at = profile?;
    let mut header = bytes.get(at..at + HEADER)?.to_vec();
    relabel(&mut header).then(|| [&bytes[..at], &header, &bytes[at + HEADER..]].concat())
}

/// Where the profile of a WebP starts (RFC 9649, 2.7.1.4).
fn webp(bytes: &[u8]) -> Option<usize> {
    let mut at = 12;
    while let Some([a, b, c, d, sizes @ ..]) = bytes.get(at..at + 8) {
        if [*a, *b, *c, *d] == *b"ICCP" {
            return Some(at + 8);
        }
        let size = u32::from_le_bytes(sizes.try_into().ok()?) as usize;
        at = at.checked_add(8 + size + size % 2)?;
    }
    None
}

/// A PNG whose `iCCP` chunk (PNG, 11.3.2.3) was packed anew.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let (chunk, data) = icc_chunk(bytes)?;
    let name = data.iter().position(|byte| *byte == 0)? + 2;
    let (name, packed) = data.split_at_checked(name)?;
    let mut profile = vec![];
    flate2::read::ZlibDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut profile).ok()?;
    if profile.len() as u64 > LARGEST || !relabel(&mut profile) {
        return None;
    }
    let mut body = [b"iCCP", name].concat();
    let mut encoder = flate2::write::ZlibEncoder::new(&mut body, flate2::Compression::default());
    encoder.write_all(&profile).and_then(|()| encoder.finish().map(drop)).ok()?;
    let mut sum = flate2::Crc::new();
    sum.update(&body);
    let length = u32::try_from(body.len() - 4).ok()?.to_be_bytes();
    let sum = sum.sum().to_be_bytes();
    Some([&bytes[..chunk.start], &length, &body, &sum, &bytes[chunk.end..]].concat())
}

/// The `iCCP` chunk of a PNG: where it stands, and its data.
fn icc_chunk(bytes: &[u8]) -> Option<(Range<usize>, &[u8])> {
    let mut at = 8;
    loop {
        let head = bytes.get(at..at + 8)?;
        let length = u32::from_be_bytes(head[..4].try_into().ok()?) as usize;
        let end = at.checked_add(12)?.checked_add(length).filter(|end| *end <= bytes.len())?;
        match &head[4..] {
            b"iCCP" => return Some((at..end, bytes.get(at + 8..end - 4)?)),
            b"IDAT" => return None,
            _ => at = end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A profile that says this version.
    fn profile(major: u8, minor: u8) -> Vec<u8> {
        let mut profile = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
        (profile[8], profile[9]) = (major, minor);
        profile[PROFILE_ID].fill(7);
        profile
    }

    fn said(profile: &[u8]) -> (u8, u8) {
        (profile[8], profile[9])
    }

    fn picture(format: Format, profile: Vec<u8>) -> Vec<u8> {
        use image::ImageEncoder;
        let mut out = vec![];
        let pixels = [9u8, 99, 199].repeat(4);
        match format {
            Format::Jpeg => {
                let mut encoder = jpeg_encoder::Encoder::new(&mut out, 90);
                encoder.add_icc_profile(&profile).unwrap();
                encoder.encode(&pixels, 2, 2, jpeg_encoder::ColorType::Rgb).unwrap();
            }
            Format::Png => {
                let mut encoder = image::codecs::png::PngEncoder::new(&mut out);
                encoder.set_icc_profile(profile).unwrap();
                encoder.write_image(&pixels, 2, 2, image::ExtendedColorType::Rgb8).unwrap();
            }
            _ => {
                let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut out);
                encoder.set_icc_profile(profile).unwrap();
                encoder.write_image(&pixels, 2, 2, image::ExtendedColorType::Rgb8).unwrap();
            }
        }
        out
    }

    /// What an independent decoder reads of a picture.
    fn decoded(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
        use image::ImageDecoder;
        let reader = image::ImageReader::new(std::io::Cursor::new(bytes));
        let mut decoder = reader.with_guessed_format().unwrap().into_decoder().unwrap();
        let profile = decoder.icc_profile().unwrap().unwrap();
        (profile, image::load_from_memory(bytes).unwrap().to_rgb8().into_raw())
    }

    #[test]
    fn a_profile_of_a_later_minor_version_says_one_that_is_known() {
        for format in [Format::Jpeg, Format::Png, Format::Webp] {
            for (found, known) in [((2, 0x40), (2, 0x10)), ((4, 0x30), (4, 0x00))] {
                let original = picture(format, profile(found.0, found.1));
                let carried = carried(&original, format);
                let ((old, pixels), (new, same)) = (decoded(&original), decoded(&carried));
                assert_eq!((said(&old), said(&new)), (found, known), "{format:?}");
                assert_eq!(new[PROFILE_ID], [0; 16]);
                assert_eq!((&old[HEADER..], pixels), (&new[HEADER..], same), "{format:?}");
            }
        }
    }

    #[test]
    fn what_is_passed_on_already_stays_as_it_is() {
        for format in [Format::Jpeg, Format::Png, Format::Webp] {
            for (major, minor) in [(2, 0x10), (4, 0x00), (5, 0x20)] {
                let picture = picture(format, profile(major, minor));
                assert!(matches!(carried(&picture, format), Cow::Borrowed(_)), "{format:?}");
            }
        }
    }

    #[test]
    fn a_picture_may_end_anywhere() {
        for format in [Format::Jpeg, Format::Png, Format::Webp] {
            let picture = picture(format, profile(2, 0x40));
            for end in 0..picture.len() {
                let _ = carried(&picture[..end], format);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>, at in 0usize..400, byte: u8) {
            for format in [Format::Jpeg, Format::Png, Format::Webp] {
                let _ = carried(&bytes, format);
                let mut picture = picture(format, profile(2, 0x40));
                picture[at] = byte;
                let _ = carried(&picture, format);
                picture.truncate(at);
                let _ = carried(&picture, format);
            }
        }
    }
}
