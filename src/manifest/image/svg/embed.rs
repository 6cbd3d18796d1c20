//! Pictures written out in an SVG file: read, checked, and turned as a browser turns them.

use super::drawing::Drawing;
use crate::manifest::image::fault::ImageFault;
use crate::manifest::image::format::Format;
use crate::manifest::image::{base64, raster};
use jikji_prepress::jpeg;

/// A picture inside.
pub enum Embedded {
    /// Pixels.
    Pixels(Pixels),
    /// Another drawing.
    Drawing(Drawing),
}

/// A picture of pixels.
pub struct Pixels {
    /// The whole `data:` address.
    pub address: String,
    /// Width and height as they are stored.
    pub stored: (u32, u32),
    /// How they are turned, as Exif numbers it.
    pub orientation: u8,
    /// Whether it is in CMYK.
    pub cmyk: bool,
}

impl Embedded {
    /// Its own width and height, upright.
    pub fn natural(&self) -> (f64, f64) {
        match self {
            Self::Pixels(Pixels { stored, orientation, .. }) => {
                let (width, height) = upright(*stored, *orientation).1;
                (f64::from(width), f64::from(height))
            }
            Self::Drawing(drawing) => (drawing.size.width, drawing.size.height),
        }
    }
}

/// How a drawing inside another is prepared: by its bytes, in how many it stands, and what stands before its
/// names.
pub type Inside = fn(&[u8], usize, &str) -> Result<Option<Drawing>, ImageFault>;

/// Reads a `data:` address; none if it holds no picture. `depth` says how many drawings it stands in.
pub fn read(
    address: &str,
    inside: Inside,
    depth: usize,
    prefix: &str,
) -> Result<Option<Embedded>, ImageFault> {
    let Some(bytes) = decoded(address) else { return Ok(None) };
    let format = match Format::of(&bytes) {
        Some(Format::Svg) => {
            return inside(&bytes, depth + 1, prefix).map(|found| found.map(Embedded::Drawing));
        }
        Some(Format::Pdf) | None => return Ok(None),
        Some(format) => format,
    };
    let (stored, _) = raster::check(&bytes, format)?;
    let orientation = raster::orientation(&bytes, format);
    let cmyk = format == Format::Jpeg && jpeg::header(&bytes).components == 4;
    let kind = if format == Format::Jpeg { "jpeg" } else { format.extension() };
    let address = format!("data:image/{kind};base64,{}", base64::encode(&bytes));
    Ok(Some(Embedded::Pixels(Pixels { address, stored, orientation, cmyk })))
}

/// What a `data:` address holds (RFC 2397).
fn decoded(address: &str) -> Option<Vec<u8>> {
    let (kind, data) = address.trim().strip_prefix("data:image/")?.split_once(',')?;
    let plain = || {
        let (mut bytes, mut rest) = (vec![], data.as_bytes());
        while let Some((first, tail)) = rest.split_first() {
            let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
            match hex.filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &tail[2..];
                }
                None => {
                    bytes.push(*first);
                    rest = tail;
                }
            }
        }
        bytes
    };
    match kind.trim_end().to_ascii_lowercase().ends_with(";base64") {
        true => base64::decode(std::str::from_utf8(&plain()).ok()?),
        false => Some(plain()),
    }
}

/// The matrix that turns stored pixels upright (Exif 2.3, tag 274), and the size they then have.
pub fn upright((width, height): (u32, u32), orientation: u8) -> ([i64; 6], (u32, u32)) {
    let (w, h) = (i64::from(width), i64::from(height));
    let matrix = match orientation {
        2 => [-1, 0, 0, 1, w, 0],
        3 => [-1, 0, 0, -1, w, h],
        4 => [1, 0, 0, -1, 0, h],
        5 => [0, 1, 1, 0, 0, 0],
        6 => [0, 1, -1, 0, h, 0],
        7 => [0, -1, -1, 0, h, w],
        8 => [0, -1, 1, 0, 0, w],
        _ => [1, 0, 0, 1, 0, 0],
    };
    (matrix, if orientation > 4 { (height, width) } else { (width, height) })
}

/// A drawing for the screen: the CMYK photographs that [`read`] found in it, in RGB as `rgb` has them.
pub fn shown(drawing: &[u8], rgb: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    const START: &str = "\"data:image/jpeg;base64,";
    let text = std::str::from_utf8(drawing).ok()?;
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(START) {
        let (head, tail) = rest.split_at(at + START.len());
        let (data, tail) = tail.split_at(tail.find('"')?);
        let bytes = base64::decode(data)?;
        let cmyk = jpeg::header(&bytes).components == 4;
        out.push_str(head);
        match cmyk.then(|| rgb(&bytes)).flatten() {
            Some(rgb) => out.push_str(&base64::encode(&rgb)),
            None => out.push_str(data),
        }
        rest = tail;
    }
    out.push_str(rest);
    Some(out.into_bytes())
}
