//! Pictures that were packed without loss (PNG, WebP): read, told apart, made smaller, packed again.
//!
//! They are turned as their Exif says. Whole numbers alone are reckoned with, so that the same picture gives the
//! same pixels on every machine.

use std::collections::HashSet;
use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat};
use image::{ImageReader, Limits};

use crate::raster::Raster;

/// The most memory a picture may take while it is decoded, in bytes.
const MOST_MEMORY: u64 = 512 << 20;
/// A picture of no more colours was drawn, and was meant to have these.
const FEW_COLOURS: usize = 256;
/// The same of a picture in greys: a photograph has no more than 256 of them.
const FEW_GREYS: usize = 16;

/// What a picture's header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    /// Width and height, turned.
    pub(crate) size: (usize, usize),
    /// Whether it is turned by a quarter.
    pub(crate) on_its_side: bool,
}

/// What a picture shows, as far as packing it is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// Few colours: line art, charts, lettering.
    Few,
    /// Even areas, or holes: screens, drawings with shades, what was cut out.
    Drawn,
    /// Grain all over and no holes.
    Photograph,
}

/// A picture in 8 bits.
pub(crate) struct Lossless {
    format: ImageFormat,
    /// Grey or RGB.
    pub(crate) colours: Raster,
    /// How opaque its pixels are, if its file says so.
    pub(crate) alpha: Option<Raster>,
    /// Its ICC profile.
    profile: Option<Vec<u8>>,
}

/// The format of a picture, if it is one of these.
fn format(bytes: &[u8]) -> Option<ImageFormat> {
    let format = image::guess_format(bytes).ok()?;
    matches!(format, ImageFormat::Png | ImageFormat::WebP).then_some(format)
}

fn decoder(bytes: &[u8]) -> Option<impl ImageDecoder + '_> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(bytes)?);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder().ok()
}

/// Reads a header; `None` of what is no such picture.
pub(crate) fn header(bytes: &[u8]) -> Option<Header> {
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (size, on_its_side) = match turn.to_exif() >= 5 {
        true => ((height as usize, width as usize), true),
        false => ((width as usize, height as usize), false),
    };
    Some(Header { size, on_its_side })
}

impl Lossless {
    /// Reads a picture; `None` of a damaged one, and of what is no such picture.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let format = format(bytes)?;
        let mut decoder = decoder(bytes).filter(|decoder| decoder.total_bytes() <= MOST_MEMORY)?;
        let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().ok().flatten();
        let mut image = DynamicImage::from_decoder(decoder).ok()?;
        image.apply_orientation(turn);
        let (width, height) = (image.width() as usize, image.height() as usize);
        let (colour, alpha) = (image.color().has_color(), image.color().has_alpha());
        let channels = if colour { 3 } else { 1 };
        let samples = match (colour, alpha) {
            (true, true) => image.into_rgba8().into_raw(),
            (true, false) => image.into_rgb8().into_raw(),
            (false, true) => image.into_luma_alpha8().into_raw(),
            (false, false) => image.into_luma8().into_raw(),
        };
        let (samples, alpha) = match alpha {
            true => parted(samples, channels),
            false => (samples, None),
        };
        let colours = Raster::new(width, height, channels, samples)?;
        let alpha = alpha.and_then(|alpha| Raster::new(width, height, 1, alpha));
        Some(Self { format, colours, alpha, profile })
    }

    /// What it shows.
    pub(crate) fn content(&self) -> Content {
        let grey = self.colours.channels == 1 || self.colours.is_grey();
        if self.has_at_most(if grey { FEW_GREYS } else { FEW_COLOURS }) {
            Content::Few
        } else if !self.has_holes() && self.is_grainy() {
            Content::Photograph
        } else {
            Content::Drawn
        }
    }

    fn has_holes(&self) -> bool {
        self.alpha.as_ref().is_some_and(|alpha| alpha.data.iter().any(|opacity| *opacity < 255))
    }

    fn has_at_most(&self, most: usize) -> bool {
        let Raster { channels, data, .. } = &self.colours;
        let opacities = self.alpha.as_ref().map(|alpha| &*alpha.data);
        let (mut seen, mut last) = (HashSet::new(), None);
        for (index, pixel) in data.chunks_exact(*channels).enumerate() {
            let opacity = opacities.map_or(255, |opacities| opacities[index]);
            let colour = pixel.iter().fold(u32::from(opacity), |sum, v| sum << 8 | u32::from(*v));
            if last.replace(colour) != Some(colour) && seen.insert(colour) && seen.len() > most {
                return false;
            }
        }
        true
    }

    /// Whether most pixels are neither like the one before them nor like the one above.
    fn is_grainy(&self) -> bool {
        let Raster { width, channels, data, .. } = &self.colours;
        let rows = data.chunks_exact(width * channels);
        let mut even = 0;
        for (above, row) in rows.clone().zip(rows.skip(1)) {
            let (before, pixels) = (row.chunks_exact(*channels), row.chunks_exact(*channels));
            let pairs = before.zip(pixels.skip(1)).zip(above.chunks_exact(*channels).skip(1));
            even += pairs.filter(|((before, own), above)| own == before || own == above).count();
        }
        even * 2 < data.len() / channels
    }

    /// The same picture with fewer pixels.
    pub(crate) fn shrunk(&self, (width, height): (usize, usize)) -> Self {
        let (format, profile) = (self.format, self.profile.clone());
        let Some(alpha) = &self.alpha else {
            return Self {
                format,
                colours: self.colours.shrink(width, height),
                alpha: None,
                profile,
            };
        };
        // What is not seen must not colour what is.
        let channels = self.colours.channels;
        let mut seen = self.colours.clone();
        for (pixel, opacity) in seen.data.chunks_exact_mut(channels).zip(&alpha.data) {
            let opacity = u32::from(*opacity);
            pixel.iter_mut().for_each(|v| *v = ((u32::from(*v) * opacity + 127) / 255) as u8);
        }
        let (mut colours, alpha) = (seen.shrink(width, height), alpha.shrink(width, height));
        for (pixel, opacity) in colours.data.chunks_exact_mut(channels).zip(&alpha.data) {
            let opacity = u32::from(*opacity).max(1);
            let whole = |v: u8| ((u32::from(v) * 255 + opacity / 2) / opacity).min(255) as u8;
            pixel.iter_mut().for_each(|v| *v = whole(*v));
        }
        Self { format, colours, alpha: Some(alpha), profile }
    }

    /// Packs it as it was packed, with its profile.
    pub(crate) fn packed(&self) -> Option<Vec<u8>> {
        let Raster { width, height, channels, data } = &self.colours;
        let together = self.alpha.as_ref().map(|alpha| {
            let pixels = data.chunks_exact(*channels).zip(&alpha.data);
            pixels.flat_map(|(pixel, opacity)| pixel.iter().chain([opacity]).copied()).collect()
        });
        let samples: &Vec<u8> = together.as_ref().unwrap_or(data);
        let kind = match (channels, together.is_some()) {
            (1, false) => ExtendedColorType::L8,
            (1, true) => ExtendedColorType::La8,
            (_, false) => ExtendedColorType::Rgb8,
            (_, true) => ExtendedColorType::Rgba8,
        };
        let mut out = vec![];
        let (width, height) = (*width as u32, *height as u32);
        if self.format == ImageFormat::WebP {
            let mut encoder = WebPEncoder::new_lossless(&mut out);
            self.profile.clone().and_then(|profile| encoder.set_icc_profile(profile).ok());
            encoder.write_image(samples, width, height, kind).ok()?;
        } else {
            let (packing, filter) = (CompressionType::Default, FilterType::Adaptive);
            let mut encoder = PngEncoder::new_with_quality(&mut out, packing, filter);
            self.profile.clone().and_then(|profile| encoder.set_icc_profile(profile).ok());
            encoder.write_image(samples, width, height, kind).ok()?;
        }
        Some(out)
    }

    /// Packs it as a JPEG for the screen, with its profile. Holes are not kept.
    pub(crate) fn photograph(&self) -> Option<Vec<u8>> {
        crate::jpeg::encode_for_screen(&self.colours, self.profile.as_deref())
    }
}

/// Colours and how opaque they are.
fn parted(mut samples: Vec<u8>, channels: usize) -> (Vec<u8>, Option<Vec<u8>>) {
    let alpha: Vec<u8> = samples.iter().skip(channels).step_by(channels + 1).copied().collect();
    for pixel in 0..alpha.len() {
        let from = pixel * (channels + 1);
        samples.copy_within(from..from + channels, pixel * channels);
    }
    samples.truncate(alpha.len() * channels);
    (samples, Some(alpha))
}

#[cfg(test)]
mod tests;
